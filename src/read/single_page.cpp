#include <fmt/format.h>

#include "read/file_pages.h"
#include "read/limits.h"

namespace depesche {
namespace {

class SinglePage final : public FilePages {
public:
    SinglePage(ByteReader bytes, std::string name) : bytes_(std::move(bytes)), name_(std::move(name)) {}

    [[nodiscard]] NextPage next() override {
        if (given_) return std::nullopt;
        given_ = true;
        StreamedPage out;
        out.page.bytes = bytes_.take(limits::page_bytes + 1);
        if (bytes_.damage()) return *bytes_.damage();
        if (out.page.bytes.size() > limits::page_bytes)
            return Error{
                Problem::too_large, fmt::format("the page has more than {} bytes, more than the limit", limits::page_bytes), name_, {}};
        out.page.path = name_;
        out.archive = name_;
        return out;
    }

private:
    ByteReader bytes_;
    std::string name_;
    bool given_ = false;
};

}  // namespace

std::unique_ptr<FilePages> single_page(ByteReader bytes, std::string name) {
    return std::make_unique<SinglePage>(std::move(bytes), std::move(name));
}

}  // namespace depesche
