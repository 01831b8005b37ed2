// The machine's file system behind the FileSystem interface.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include <fmt/format.h>

#include "read/files.h"

namespace depesche {
namespace {

Error from_errno(int code, const std::string& path) {
    switch (code) {
        case ENOENT:
            return {Problem::not_found, "there is no such file or folder", path, {}};
        case EACCES:
        case EPERM:
            return {Problem::no_rights, "no right to read it", path, {}};
        default:
            return {Problem::cannot_read, fmt::format("it cannot be read: {}", std::strerror(code)), path, {}};
    }
}

class Descriptor {
public:
    explicit Descriptor(const std::string& path) : value_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {}
    ~Descriptor() {
        if (value_ >= 0) ::close(value_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int get() const { return value_; }

private:
    int value_;
};

// A file from an offset on, or standard input.
class OpenFile final : public ByteSource {
public:
    OpenFile(std::unique_ptr<Descriptor> file, std::string path, std::uint64_t first)
        : file_(std::move(file)), path_(std::move(path)), first_(first) {}

    [[nodiscard]] Result<std::size_t> read(std::span<char> into) override {
        while (!ended_) {
            const ssize_t got = ::read(file_ ? file_->get() : STDIN_FILENO, into.data(), into.size());
            if (got < 0 && errno == EINTR) continue;
            if (got > 0) return static_cast<std::size_t>(got);
            ended_ = true;
            if (got < 0) return from_errno(errno, path_);
        }
        return std::size_t{0};
    }

    [[nodiscard]] ArchivePlace place_of(std::uint64_t position) override { return {first_ + position, 0}; }

private:
    std::unique_ptr<Descriptor> file_;  // none for standard input
    std::string path_;
    std::uint64_t first_;
    bool ended_ = false;
};

class Disk final : public FileSystem {
public:
    [[nodiscard]] FileKind kind(const std::string& path) const override {
        struct stat status {};
        if (::stat(path.c_str(), &status) != 0) return FileKind::none;
        if (S_ISREG(status.st_mode)) return FileKind::file;
        return S_ISDIR(status.st_mode) ? FileKind::folder : FileKind::other;
    }

    [[nodiscard]] Result<std::vector<std::string>> list(const std::string& folder) const override {
        std::error_code code;
        std::vector<std::string> names;
        for (std::filesystem::directory_iterator it(folder, code), end; !code && it != end; it.increment(code)) {
            names.push_back(it->path().filename().string());
        }
        if (code) return from_errno(code.value(), folder);
        return names;
    }

    [[nodiscard]] Result<std::string> read(const std::string& path, std::size_t limit) const override {
        const Descriptor file(path);
        if (file.get() < 0) return from_errno(errno, path);
        struct stat status {};
        if (::fstat(file.get(), &status) != 0) return from_errno(errno, path);
        if (!S_ISREG(status.st_mode)) return Error{Problem::cannot_read, "it is no regular file", path, {}};
        if (static_cast<std::size_t>(status.st_size) > limit) {
            return Error{
                Problem::too_large, fmt::format("the file has {} bytes, more than the limit of {}", status.st_size, limit), path, {}};
        }
        return read_all(file.get(), static_cast<std::size_t>(status.st_size), limit, path);
    }

    [[nodiscard]] Result<std::uint64_t> size(const std::string& path) const override {
        struct stat status {};
        if (::stat(path.c_str(), &status) != 0) return from_errno(errno, path);
        if (!S_ISREG(status.st_mode)) return Error{Problem::cannot_read, "it is no regular file", path, {}};
        return static_cast<std::uint64_t>(status.st_size);
    }

    [[nodiscard]] Result<std::unique_ptr<ByteSource>> open(const std::string& path, std::uint64_t offset) const override {
        if (path == "-") return std::unique_ptr<ByteSource>(std::make_unique<OpenFile>(nullptr, path, 0));
        auto file = std::make_unique<Descriptor>(path);
        if (file->get() < 0) return from_errno(errno, path);
        struct stat status {};
        if (::fstat(file->get(), &status) != 0) return from_errno(errno, path);
        if (!S_ISREG(status.st_mode)) return Error{Problem::cannot_read, "it is no regular file", path, {}};
        if (offset > 0 && ::lseek(file->get(), static_cast<off_t>(offset), SEEK_SET) < 0) return from_errno(errno, path);
        return std::unique_ptr<ByteSource>(std::make_unique<OpenFile>(std::move(file), path, offset));
    }

private:
    // Reads to the end, also when the file grew since its size was asked.
    static Result<std::string> read_all(int file, std::size_t expected, std::size_t limit, const std::string& path) {
        std::string bytes;
        bytes.resize(expected + 1);
        std::size_t used = 0;
        while (true) {
            const ssize_t got = ::read(file, bytes.data() + used, bytes.size() - used);
            if (got < 0 && errno == EINTR) continue;
            if (got < 0) return from_errno(errno, path);
            if (got == 0) break;
            used += static_cast<std::size_t>(got);
            if (used > limit) return Error{Problem::too_large, fmt::format("the file has more than {} bytes, the limit", limit), path, {}};
            if (used == bytes.size()) bytes.resize(bytes.size() * 2);
        }
        bytes.resize(used);
        return bytes;
    }
};

}  // namespace

const FileSystem& disk() {
    static const Disk instance;
    return instance;
}

}  // namespace depesche
