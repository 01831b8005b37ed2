// FilePages: the pages of one file, one after the other: one for a plain page, any number for an archive.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include <depesche/page_bytes.h>
#include <depesche/result.h>

#include "read/byte_reader.h"

namespace depesche {

// A page as it came out of a file. For a page inside an archive `page.path` is "archive#place" (read/byte_source.h says what a
// place is) and `next` the place where reading may go on later; `next` is empty for a page that is a file of its own.
struct StreamedPage {
    PageBytes page;
    std::string archive;
    std::string next;
};

using NextPage = std::optional<Result<StreamedPage>>;

class FilePages {
public:
    virtual ~FilePages() = default;
    // The next page, or a problem that costs one page (or is only told: passed_over); nothing at the end. An error never ends the
    // file as such: what can still be read comes after it.
    [[nodiscard]] virtual NextPage next() = 0;
    // Records and members that were no pages: pictures, scripts, redirects, requests.
    [[nodiscard]] virtual std::uint64_t passed_over() const { return 0; }
};

// A file that is one page as it stands.
[[nodiscard]] std::unique_ptr<FilePages> single_page(ByteReader bytes, std::string name);

// The page of an MHTML file (read/mime.h).
[[nodiscard]] std::unique_ptr<FilePages> mhtml_page(ByteReader bytes, std::string name);

// The pieces of a feed (read/feed_pages.cpp). `charset` is what it declares, empty for none.
[[nodiscard]] std::unique_ptr<FilePages> feed_pages(ByteReader bytes, std::string name, std::string charset);

// WARC 1.0 and 1.1 (ISO 28500), plain or as unpacking gives it (read/warc.cpp).
[[nodiscard]] std::unique_ptr<FilePages> warc_pages(ByteReader bytes, std::string name);

}  // namespace depesche
