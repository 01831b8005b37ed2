// A file system of one file, "f", and what must hold for every page that reading it gives.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <string>

#include "read/page_stream.h"

namespace depesche::fuzz {

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

// Reads all pages of the file. Each must be found again by its path, with the same bytes; the first few are looked for.
inline void read_all_pages(std::string bytes) {
    const OneFile files(std::move(bytes));
    PageStream stream({"f"}, files, {});
    int looked_for = 0;
    while (auto page = stream.next()) {
        if (!*page || ++looked_for > 4) continue;
        const auto again = read_page_at((*page)->page.path, files);
        if (!again || again->bytes != (*page)->page.bytes) std::abort();
    }
}

}  // namespace depesche::fuzz
