// JSON lines with a page or an article a line, as exports of crawlers give them.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "read/file_pages.h"

namespace depesche {

// Names of the fields that a page is read from; of several, the first that is there and not empty counts.
struct PageFields {
    std::vector<std::string> html = {"html", "raw_html", "rawHtml", "raw"};
    std::vector<std::string> text = {"text", "body", "maintext", "content", "article"};
    std::vector<std::string> title = {"title", "headline"};
    std::vector<std::string> url = {"url", "link", "source_url", "uri"};
    std::vector<std::string> outlet = {"outlet"};
    std::vector<std::string> published = {"date_publish", "published", "datePublished", "date_published",
                                          "publish_date", "pub_date",  "date"};
    std::vector<std::string> crawled = {"date_download", "crawled", "date_crawled", "crawl_date", "fetched", "retrieved"};
};

// "text=Inhalt": the field Inhalt is looked for before the usual names. False when it has no such form.
[[nodiscard]] bool add_field(PageFields& fields, std::string_view assignment);

// The stored page of a line is the decoded value of its HTML field, else of its text field. A line that is no object or has neither field
// costs only itself. A file that is one object over several lines is one page.
[[nodiscard]] std::unique_ptr<FilePages> json_line_pages(ByteReader bytes, std::string name, PageFields fields);

}  // namespace depesche
