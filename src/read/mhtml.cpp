// A page saved as MHTML: one file with the page and its pictures; the stored page is the decoded HTML part.
#include <fmt/format.h>

#include "read/file_pages.h"
#include "read/limits.h"
#include "read/mime.h"
#include "read/written_dates.h"

namespace depesche {
namespace {

class MhtmlPage final : public FilePages {
public:
    MhtmlPage(ByteReader bytes, std::string name) : bytes_(std::move(bytes)), name_(std::move(name)) {}

    [[nodiscard]] NextPage next() override {
        if (given_) return std::nullopt;
        given_ = true;
        const std::string message = bytes_.take(limits::mhtml_bytes);  // pictures follow the page; what is behind the limit is not needed
        if (bytes_.damage()) return *bytes_.damage();
        auto part = main_part(message);
        if (!part) return Error{part.error().problem, part.error().reason, name_, {}};
        StreamedPage out;
        out.page.bytes = std::move(part->body);
        out.page.path = name_;
        out.page.charset = std::move(part->charset);
        out.page.url = std::move(part->url);
        out.page.crawled = iso_of_written_date(part->date);
        out.archive = name_;
        return out;
    }

private:
    ByteReader bytes_;
    std::string name_;
    bool given_ = false;
};

}  // namespace

std::unique_ptr<FilePages> mhtml_page(ByteReader bytes, std::string name) {
    return std::make_unique<MhtmlPage>(std::move(bytes), std::move(name));
}

}  // namespace depesche
