// PageStream: all pages below some paths, one after the other, with memory that does not grow with how many they are.
//
//   PageStream stream({"crawl/"}, disk(), {});
//   while (auto page = stream.next()) {
//       if (*page) use((*page)->page);       // bytes, path, url, crawled, charset
//       else tell(page->error());            // costs one page; the stream goes on
//   }
//
// An archive's pages are named "archive#place"; read_page_at finds such a page again. Whoever keeps StreamedPage::next of the last page
// that was dealt with can go on there in a later run (StreamOptions::begin_at).
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <depesche/result.h>

#include "read/file_pages.h"
#include "read/files.h"
#include "read/json_pages.h"

namespace depesche {

// What opening a file is told.
struct OpenOptions {
    // Where reading a file begins: StreamedPage::next of an earlier run for that archive, or "" for all of it. A place that is none is a
    // problem. Archives inside a zip are asked for by their own names, "crawl.wacz/archive/data.warc.gz".
    std::function<std::string(const std::string& path)> begin_at = {};
    PageFields fields = {};  // of JSON lines
};

struct StreamOptions : OpenOptions {
    std::vector<std::string> include = {};  // patterns for files in folders, see find_files
    std::vector<MetaRow> meta = {};         // what the crawler knows, see parse_meta
};

// For use by one thread at a time. Archives are read through a buffer; at most one page, 32 MB, is held.
class PageStream {
public:
    // Folders are walked here, so that all paths are known and in order; files are opened one after the other.
    PageStream(const std::vector<std::string>& arguments, const FileSystem& files, StreamOptions options);
    ~PageStream();
    PageStream(const PageStream&) = delete;
    PageStream& operator=(const PageStream&) = delete;

    // Pages in the order of paths (by bytes) and, within an archive, of their places. Problems of paths come first.
    [[nodiscard]] NextPage next();

    [[nodiscard]] const std::vector<std::string>& paths() const { return found_.paths; }
    [[nodiscard]] std::uint64_t passed_over() const;  // records of archives that were no pages

private:
    const FileSystem& files_;
    StreamOptions options_;
    FoundFiles found_;
    std::size_t next_problem_ = 0;
    std::size_t next_file_ = 0;
    std::unique_ptr<FilePages> open_;
    std::uint64_t passed_over_ = 0;
};

// The pages of one file. Its kind is told by its content; packed files are unpacked. Bytes are read from `files` as long as the result
// lives.
[[nodiscard]] Result<std::unique_ptr<FilePages>> open_file_pages(const std::string& path, const FileSystem& files,
                                                                 const OpenOptions& options);

// The page that a stream named `path`: a file, "archive#place", or "zip/member#place". Errors: as reading it gives them; not_found when
// there is no page at that place.
[[nodiscard]] Result<PageBytes> read_page_at(const std::string& path, const FileSystem& files, const PageFields& fields = {});

}  // namespace depesche
