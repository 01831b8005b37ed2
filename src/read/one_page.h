// OnePage: what files that hold a single page have in common; how the page is had from the bytes is all that differs.
#pragma once

#include <string>
#include <utility>

#include "read/file_pages.h"

namespace depesche {

class OnePage : public FilePages {
public:
    OnePage(ByteReader bytes, std::string name) : bytes_(std::move(bytes)), name_(std::move(name)) {}

    [[nodiscard]] NextPage next() final {
        if (given_) return std::nullopt;
        given_ = true;
        auto page = read_page(bytes_, name_);
        if (bytes_.damage()) return *bytes_.damage();
        if (!page) return page.error();
        StreamedPage out;
        out.page = std::move(*page);
        out.page.path = name_;
        out.archive = name_;
        return out;
    }

protected:
    // The page without its path. Damage of the bytes counts before what is returned.
    [[nodiscard]] virtual Result<PageBytes> read_page(ByteReader& bytes, const std::string& name) = 0;

private:
    ByteReader bytes_;
    std::string name_;
    bool given_ = false;
};

}  // namespace depesche
