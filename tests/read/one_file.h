// A file system of one file, "f": what tests and fuzz targets read bytes from as if they were stored.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "read/byte_source.h"
#include "read/files.h"

namespace depesche::tests {

class OneFile final : public FileSystem {
public:
    explicit OneFile(std::string bytes) : bytes_(std::move(bytes)) {}
    [[nodiscard]] FileKind kind(const std::string& path) const override { return path == "f" ? FileKind::file : FileKind::none; }
    [[nodiscard]] Result<std::vector<std::string>> list(const std::string&) const override { return std::vector<std::string>{}; }
    [[nodiscard]] Result<std::string> read(const std::string&, std::size_t) const override { return bytes_; }
    [[nodiscard]] Result<std::uint64_t> size(const std::string&) const override { return std::uint64_t{bytes_.size()}; }
    [[nodiscard]] Result<std::unique_ptr<ByteSource>> open(const std::string&, std::uint64_t offset) const override {
        return source_of(bytes_.substr(std::min<std::size_t>(offset, bytes_.size())), offset);
    }

private:
    std::string bytes_;
};

}  // namespace depesche::tests
