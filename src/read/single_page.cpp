#include <fmt/format.h>

#include "read/limits.h"
#include "read/one_page.h"

namespace depesche {
namespace {

class SinglePage final : public OnePage {
public:
    using OnePage::OnePage;

private:
    [[nodiscard]] Result<PageBytes> read_page(ByteReader& bytes, const std::string& name) override {
        PageBytes page;
        page.bytes = bytes.take(limits::page_bytes + 1);
        if (page.bytes.size() > limits::page_bytes)
            return Error{
                Problem::too_large, fmt::format("the page has more than {} bytes, more than the limit", limits::page_bytes), name, {}};
        return page;
    }
};

}  // namespace

std::unique_ptr<FilePages> single_page(ByteReader bytes, std::string name) {
    return std::make_unique<SinglePage>(std::move(bytes), std::move(name));
}

}  // namespace depesche
