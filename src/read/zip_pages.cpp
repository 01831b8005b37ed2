// WACZ (a zip with WARCs below archive/) and other zips with pages, read through libzip from any FileSystem.
//
// A member is named like a file in a folder: "crawl.wacz/archive/data.warc.gz". Members come in the order of the zip's directory; of a WACZ
// only those below archive/. Members that a WACZ stores as they are cost nothing to open. Test: tests/read/zip_test.cpp.
#include <zip.h>

#include <algorithm>
#include <cstring>

#include <fmt/format.h>

#include "read/limits.h"
#include "read/page_stream.h"
#include "read/zip_pages.h"

namespace depesche {
namespace {

// libzip's access to the stored file: it seeks and reads.
class StoredZip {
public:
    StoredZip(std::string path, const FileSystem& files, std::uint64_t size) : path_(std::move(path)), files_(files), size_(size) {}

    static zip_int64_t call(void* self, void* data, zip_uint64_t length, zip_source_cmd_t command) {
        return static_cast<StoredZip*>(self)->serve(data, length, command);
    }

private:
    zip_int64_t serve(void* data, zip_uint64_t length, zip_source_cmd_t command) {
        switch (command) {
            case ZIP_SOURCE_SUPPORTS:
                return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
                                                      ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, -1);
            case ZIP_SOURCE_STAT:
                if (length < sizeof(zip_stat_t)) return -1;
                zip_stat_init(static_cast<zip_stat_t*>(data));
                static_cast<zip_stat_t*>(data)->valid = ZIP_STAT_SIZE;
                static_cast<zip_stat_t*>(data)->size = size_;
                return sizeof(zip_stat_t);
            case ZIP_SOURCE_ERROR:
                return zip_error_to_data(&error_, data, length);
            case ZIP_SOURCE_SEEK: {
                const zip_int64_t to = zip_source_seek_compute_offset(at_, size_, data, length, &error_);
                if (to < 0) return -1;
                at_ = static_cast<std::uint64_t>(to);
                return 0;
            }
            case ZIP_SOURCE_TELL:
                return static_cast<zip_int64_t>(at_);
            case ZIP_SOURCE_READ:
                return read(static_cast<char*>(data), length);
            default:
                return 0;
        }
    }

    zip_int64_t read(char* into, std::uint64_t length) {
        if (!open_ || open_at_ != at_) {
            auto opened = files_.open(path_, at_);
            if (!opened) {
                zip_error_set(&error_, ZIP_ER_READ, 0);
                return -1;
            }
            open_ = std::move(*opened);
            open_at_ = at_;
        }
        std::uint64_t done = 0;
        while (done < length) {
            const auto got = open_->read({into + done, static_cast<std::size_t>(length - done)});
            if (!got || *got == 0) break;
            done += *got;
        }
        at_ += done;
        open_at_ = at_;
        return static_cast<zip_int64_t>(done);
    }

    std::string path_;
    const FileSystem& files_;
    std::uint64_t size_;
    std::uint64_t at_ = 0;
    std::unique_ptr<ByteSource> open_;
    std::uint64_t open_at_ = 0;
    zip_error_t error_{};
};

struct CloseZip {
    void operator()(zip_t* zip) const { zip_discard(zip); }
};
struct CloseMember {
    void operator()(zip_file_t* member) const { zip_fclose(member); }
};

// An open zip; members keep it alive.
struct OpenZip {
    std::unique_ptr<StoredZip> stored;
    std::unique_ptr<zip_t, CloseZip> zip;
};

class MemberSource final : public ByteSource {
public:
    MemberSource(std::shared_ptr<OpenZip> zip, std::unique_ptr<zip_file_t, CloseMember> member, std::string name, std::uint64_t packed,
                 std::uint64_t first)
        : zip_(std::move(zip)), member_(std::move(member)), name_(std::move(name)), packed_(packed), first_(first) {}

    [[nodiscard]] Result<std::size_t> read(std::span<char> into) override {
        if (ended_) return std::size_t{0};
        const zip_int64_t got = zip_fread(member_.get(), into.data(), into.size());
        if (got <= 0) {
            ended_ = true;
            if (got == 0) return std::size_t{0};
            return Error{Problem::truncated, fmt::format("the member is broken: {}", zip_file_strerror(member_.get())), name_, {}};
        }
        given_ += static_cast<std::uint64_t>(got);
        if (given_ > limits::unpacked_free_bytes && given_ / limits::unpacked_ratio > packed_) {
            ended_ = true;
            return Error{
                Problem::too_large, fmt::format("it unpacks to more than {} times its size, the limit", limits::unpacked_ratio), name_, {}};
        }
        return static_cast<std::size_t>(got);
    }

    [[nodiscard]] ArchivePlace place_of(std::uint64_t position) override { return {first_ + position, 0}; }

private:
    std::shared_ptr<OpenZip> zip_;
    std::unique_ptr<zip_file_t, CloseMember> member_;
    std::string name_;
    std::uint64_t packed_;
    std::uint64_t first_;
    std::uint64_t given_ = 0;
    bool ended_ = false;
};

// The members of a zip as a file system, so that each is opened as any file is.
class ZipFiles final : public FileSystem {
public:
    ZipFiles(std::shared_ptr<OpenZip> zip, std::string path) : zip_(std::move(zip)), path_(std::move(path)) {}

    [[nodiscard]] FileKind kind(const std::string& path) const override { return index_of(path) < 0 ? FileKind::none : FileKind::file; }
    [[nodiscard]] Result<std::vector<std::string>> list(const std::string&) const override {
        std::vector<std::string> names;
        for (zip_int64_t i = 0; i < zip_get_num_entries(zip_->zip.get(), 0); ++i) {
            const char* name = zip_get_name(zip_->zip.get(), static_cast<zip_uint64_t>(i), ZIP_FL_ENC_RAW);
            if (name != nullptr) names.emplace_back(name);
        }
        return names;
    }
    [[nodiscard]] Result<std::string> read(const std::string& path, std::size_t) const override {
        return Error{Problem::cannot_read, "a member is read as a stream", path, {}};
    }
    // Asked for when a member is opened as a zip.
    [[nodiscard]] Result<std::uint64_t> size(const std::string& path) const override {
        return Error{Problem::too_large, "a zip inside a zip is not opened", path, {}};
    }
    [[nodiscard]] Result<std::unique_ptr<ByteSource>> open(const std::string& path, std::uint64_t offset) const override {
        const zip_int64_t index = index_of(path);
        if (index < 0) return Error{Problem::not_found, "the zip has no such member", path, {}};
        zip_stat_t status;
        zip_stat_init(&status);
        zip_stat_index(zip_->zip.get(), static_cast<zip_uint64_t>(index), 0, &status);
        std::unique_ptr<zip_file_t, CloseMember> member(zip_fopen_index(zip_->zip.get(), static_cast<zip_uint64_t>(index), 0));
        if (!member)
            return Error{Problem::bad_format, fmt::format("the member cannot be read: {}", zip_strerror(zip_->zip.get())), path, {}};
        std::unique_ptr<ByteSource> source = std::make_unique<MemberSource>(zip_, std::move(member), path, status.comp_size, offset);
        std::string piece(64UL * 1024, '\0');
        for (std::uint64_t left = offset; left > 0;) {
            const auto got = source->read(std::span(piece).first(static_cast<std::size_t>(std::min<std::uint64_t>(left, piece.size()))));
            if (!got) return got.error();
            if (*got == 0) break;
            left -= *got;
        }
        return source;
    }

private:
    [[nodiscard]] zip_int64_t index_of(const std::string& path) const {
        if (!path.starts_with(path_ + "/")) return -1;
        return zip_name_locate(zip_->zip.get(), path.c_str() + path_.size() + 1, ZIP_FL_ENC_RAW);
    }

    std::shared_ptr<OpenZip> zip_;
    std::string path_;
};

class ZipPages final : public FilePages {
public:
    ZipPages(std::unique_ptr<FileSystem> members, std::vector<std::string> paths, const OpenOptions& options)
        : members_(std::move(members)), paths_(std::move(paths)), options_(options) {}

    [[nodiscard]] NextPage next() override {
        while (true) {
            if (!open_) {
                if (at_ == paths_.size()) return std::nullopt;
                auto opened = open_file_pages(paths_[at_++], *members_, options_);
                if (!opened) return opened.error();
                open_ = std::move(*opened);
            }
            if (auto page = open_->next()) return page;
            passed_over_ += open_->passed_over();
            open_.reset();
        }
    }

    [[nodiscard]] std::uint64_t passed_over() const override { return passed_over_ + (open_ ? open_->passed_over() : 0); }

private:
    std::unique_ptr<FileSystem> members_;
    std::vector<std::string> paths_;
    OpenOptions options_;
    std::size_t at_ = 0;
    std::unique_ptr<FilePages> open_;
    std::uint64_t passed_over_ = 0;
};

}  // namespace

Result<std::unique_ptr<FileSystem>> open_zip(const std::string& path, const FileSystem& files) {
    const auto size = files.size(path);
    if (!size) return size.error();
    auto open = std::make_shared<OpenZip>();
    open->stored = std::make_unique<StoredZip>(path, files, *size);
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_function_create(StoredZip::call, open->stored.get(), &error);
    if (source != nullptr) open->zip.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
    const std::string reason = zip_error_strerror(&error);
    zip_error_fini(&error);
    if (!open->zip) {
        if (source != nullptr) zip_source_free(source);
        return Error{Problem::bad_format, fmt::format("the zip cannot be read: {}", reason), path, {}};
    }
    return std::unique_ptr<FileSystem>(std::make_unique<ZipFiles>(std::move(open), path));
}

Result<std::unique_ptr<FilePages>> zip_pages(const std::string& path, const FileSystem& files, const OpenOptions& options) {
    auto members = open_zip(path, files);
    if (!members) return members.error();
    const auto names = (*members)->list(path);
    if (!names) return names.error();
    const bool is_wacz = std::ranges::find(*names, "datapackage.json") != names->end();
    std::vector<std::string> paths;
    for (const std::string& name : *names) {
        if (!name.ends_with('/') && (!is_wacz || name.starts_with("archive/"))) paths.push_back(path + "/" + name);
    }
    return std::unique_ptr<FilePages>(std::make_unique<ZipPages>(std::move(*members), std::move(paths), options));
}

}  // namespace depesche
