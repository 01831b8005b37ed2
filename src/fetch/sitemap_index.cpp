#include "fetch/sitemap_index.h"

#include <expat.h>

#include <algorithm>
#include <memory>

#include <fmt/format.h>

#include "base/utf8.h"
#include "fetch/limits.h"

namespace depesche {
namespace {

std::string_view local_name(std::string_view name) { return name.substr(name.rfind(':') + 1); }

struct FreeParser {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

class IndexReader {
public:
    IndexReader(XML_Parser parser, std::size_t most) : parser_(parser), most_(most) {}

    void start(std::string_view name) {
        field_.clear();
        if (name == "sitemap") open_ = ListedSitemap();
    }
    void text(std::string_view text) {
        if (field_.size() + text.size() <= limits::address_bytes) field_ += text;
    }
    void end(std::string_view name) {
        if (name == "loc") open_.address = trim(field_);
        else if (name == "lastmod") open_.changed = trim(field_);
        else if (name == "sitemap" && !open_.address.empty()) listed_.push_back(std::move(open_));
        field_.clear();
        if (listed_.size() >= most_) XML_StopParser(parser_, XML_FALSE);
    }
    void refuse() {
        declares_ = true;
        XML_StopParser(parser_, XML_FALSE);
    }

    [[nodiscard]] bool declares_entities() const { return declares_; }
    [[nodiscard]] std::vector<ListedSitemap> take() { return std::move(listed_); }

private:
    XML_Parser parser_;
    std::size_t most_;
    std::vector<ListedSitemap> listed_;
    ListedSitemap open_;
    std::string field_;
    bool declares_ = false;
};

IndexReader& reader_of(void* data) { return *static_cast<IndexReader*>(data); }
void on_start(void* data, const XML_Char* name, const XML_Char**) { reader_of(data).start(local_name(name)); }
void on_end(void* data, const XML_Char* name) { reader_of(data).end(local_name(name)); }
void on_text(void* data, const XML_Char* text, int size) { reader_of(data).text({text, static_cast<std::size_t>(size)}); }
void on_entity(void* data, const XML_Char*, int, const XML_Char*, int, const XML_Char*, const XML_Char*, const XML_Char*, const XML_Char*) {
    reader_of(data).refuse();
}

}  // namespace

bool looks_like_sitemap_index(std::string_view text) {
    constexpr std::size_t head = 4096;
    text = text.substr(0, head);
    for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
        const std::string_view rest = text.substr(at + 1);
        if (rest.starts_with('?') || rest.starts_with('!')) continue;
        return local_name(rest.substr(0, rest.find_first_of(" \t\r\n/>"))) == "sitemapindex";
    }
    return false;
}

Result<std::vector<ListedSitemap>> read_sitemap_index(std::string_view text, std::size_t most) {
    const std::unique_ptr<XML_ParserStruct, FreeParser> parser(XML_ParserCreate("UTF-8"));
    IndexReader reader(parser.get(), most);
    XML_SetUserData(parser.get(), &reader);
    XML_SetElementHandler(parser.get(), on_start, on_end);
    XML_SetCharacterDataHandler(parser.get(), on_text);
    XML_SetEntityDeclHandler(parser.get(), on_entity);
    const bool whole = XML_Parse(parser.get(), text.data(), static_cast<int>(text.size()), XML_TRUE) == XML_STATUS_OK;
    if (reader.declares_entities()) return Error{Problem::bad_format, "the index declares entities; that is refused", {}, {}};
    auto listed = reader.take();
    if (!whole && listed.empty())
        return Error{Problem::bad_format, fmt::format("the index is no XML: {}", XML_ErrorString(XML_GetErrorCode(parser.get()))), {}, {}};
    return listed;
}

}  // namespace depesche
