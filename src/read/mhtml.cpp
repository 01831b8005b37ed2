// A page saved as MHTML: one file with the page and its pictures; the stored page is the decoded HTML part.
#include "read/limits.h"
#include "read/mime.h"
#include "read/one_page.h"
#include "read/written_dates.h"

namespace depesche {
namespace {

class MhtmlPage final : public OnePage {
public:
    using OnePage::OnePage;

private:
    [[nodiscard]] Result<PageBytes> read_page(ByteReader& bytes, const std::string& name) override {
        const std::string message = bytes.take(limits::mhtml_bytes);  // pictures follow the page; what is behind the limit is not needed
        if (bytes.damage()) return *bytes.damage();
        auto part = main_part(message);
        if (!part) return Error{part.error().problem, part.error().reason, name, {}};
        PageBytes page;
        page.bytes = std::move(part->body);
        page.charset = std::move(part->charset);
        page.url = std::move(part->url);
        page.crawled = iso_of_written_date(part->date);
        return page;
    }
};

}  // namespace

std::unique_ptr<FilePages> mhtml_page(ByteReader bytes, std::string name) {
    return std::make_unique<MhtmlPage>(std::move(bytes), std::move(name));
}

}  // namespace depesche
