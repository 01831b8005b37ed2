// A file system of one file that is in memory: what came over a wire is read as what lies on a disk.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "read/files.h"

namespace depesche {

class MemoryFile final : public FileSystem {
public:
    MemoryFile(std::string path, std::string bytes) : path_(std::move(path)), bytes_(std::move(bytes)) {}

    [[nodiscard]] FileKind kind(const std::string& path) const override { return path == path_ ? FileKind::file : FileKind::none; }
    [[nodiscard]] Result<std::vector<std::string>> list(const std::string&) const override { return std::vector<std::string>{}; }
    [[nodiscard]] Result<std::string> read(const std::string& path, std::size_t limit) const override {
        if (path != path_) return missing(path);
        if (bytes_.size() > limit) return Error{Problem::too_large, "too large", path, {}};
        return bytes_;
    }
    [[nodiscard]] Result<std::uint64_t> size(const std::string& path) const override {
        if (path != path_) return missing(path);
        return std::uint64_t{bytes_.size()};
    }
    [[nodiscard]] Result<std::unique_ptr<ByteSource>> open(const std::string& path, std::uint64_t offset) const override {
        if (path != path_) return missing(path);
        return source_of(bytes_.substr(std::min<std::size_t>(offset, bytes_.size())), offset);
    }

private:
    static Error missing(const std::string& path) { return {Problem::not_found, "there is no such file", path, {}}; }
    std::string path_;
    std::string bytes_;
};

}  // namespace depesche
