#include "show/verify.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include <fmt/format.h>
#include <simdjson.h>

#include "read/page.h"
#include "read/page_finder.h"
#include "read/raw_text.h"

namespace depesche {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

std::optional<std::string> text_at(object from, std::string_view name) {
    std::string_view value;
    if (from[name].get(value) != simdjson::SUCCESS) return std::nullopt;
    return std::string(value);
}

std::optional<std::uint64_t> number_at(object from, std::string_view name) {
    std::uint64_t value = 0;
    if (from[name].get(value) != simdjson::SUCCESS) return std::nullopt;
    return value;
}

class Verifier {
public:
    explicit Verifier(const PageLookup& lookup) : lookup_(lookup) {}

    void add_page(object page) {
        const auto name = text_at(page, "page");
        const auto path = text_at(page, "path");
        const auto sha256 = text_at(page, "sha256");
        if (!name || !sha256) {
            fail(Problem::bad_format, "a page without name or sha256", name.value_or(""), {});
            return;
        }
        auto stored = lookup_(path.value_or(*name), *sha256);
        if (!stored) {
            pages_[*name] = std::nullopt;
            result.failures.push_back(stored.error());
            return;
        }
        stored->path = *name;
        auto read = make_page(std::move(*stored));
        if (!read) {
            pages_[*name] = std::nullopt;
            result.failures.push_back(read.error());
            return;
        }
        pages_[*name] = std::move(*read);
        ++result.pages;
    }

    // Every object below `value` that names a page and bytes is checked, wherever it stands.
    void walk(element value, const std::string& where) {
        if (value.is_array()) {
            std::size_t i = 0;
            for (const element item : array(value)) walk(item, fmt::format("{}[{}]", where, i++));
        } else if (value.is_object()) {
            const object fields(value);
            check_mention(fields, where);
            check_copy(fields, where);
            for (const auto field : fields) walk(field.value, fmt::format("{}.{}", where, field.key));
        }
    }

    Verified result;

private:
    void fail(Problem problem, std::string reason, std::string place, std::string piece) {
        result.failures.push_back({problem, std::move(reason), std::move(place), std::move(piece)});
    }

    // The page, when its bytes are there and the span lies within them.
    const Page* page_for(const std::string& name, std::uint64_t begin, std::uint64_t end, const std::string& where) {
        ++result.spans;
        const auto it = pages_.find(name);
        if (it == pages_.end()) {
            fail(Problem::bad_format, fmt::format("{} is not among the pages", name), where, {});
            return nullptr;
        }
        if (!it->second) return nullptr;  // told once, with the page
        if (begin >= end || end > it->second->stored.bytes.size()) {
            fail(Problem::mismatch,
                 fmt::format("bytes {} to {} are not on the page of {} bytes", begin, end, it->second->stored.bytes.size()), where, name);
            return nullptr;
        }
        return &*it->second;
    }

    void check_mention(object fields, const std::string& where) {
        const auto page = text_at(fields, "page");
        const auto begin = number_at(fields, "begin");
        const auto end = number_at(fields, "end");
        if (!page || !begin || !end) return;
        const Page* stored = page_for(*page, *begin, *end, where);
        if (stored == nullptr) return;
        const auto text = text_at(fields, "text");
        if (!text) return;
        const Span span{static_cast<std::uint32_t>(*begin), static_cast<std::uint32_t>(*end)};
        const std::string there = raw_text(std::string_view(stored->stored.bytes).substr(span.begin, span.size()), stored->encoding);
        if (there != *text) {
            fail(Problem::mismatch, fmt::format("{} has other words at bytes {} to {}", *page, span.begin, span.end), where, there);
            return;
        }
        const std::string_view seen = stored->source.view(stored->source.from_page(span));
        if (seen != text_at(fields, "shown").value_or(*text)) {
            fail(Problem::mismatch, fmt::format("a reader of {} sees other words at bytes {} to {}", *page, span.begin, span.end), where,
                 std::string(seen));
        }
    }

    void check_copy(object fields, const std::string& where) {
        const auto to = text_at(fields, "to");
        const auto begin = number_at(fields, "begin");
        const auto end = number_at(fields, "end");
        if (!to || !begin || !end) return;
        page_for(*to, *begin, *end, where);
        const auto from = text_at(fields, "from");
        const auto from_begin = number_at(fields, "from_begin");
        const auto from_end = number_at(fields, "from_end");
        if (from && from_begin && from_end) page_for(*from, *from_begin, *from_end, where);
    }

    const PageLookup& lookup_;
    std::map<std::string, std::optional<Page>> pages_;
};

// The pages by archive and place, so that each archive is gone through once.
std::vector<object> in_stored_order(array pages) {
    std::vector<std::pair<PageName, object>> named;
    for (const element page : pages) {
        object fields;
        if (page.get(fields) == simdjson::SUCCESS) named.emplace_back(parse_page_name(text_at(fields, "path").value_or("")), fields);
    }
    std::ranges::stable_sort(named, [](const auto& left, const auto& right) {
        const auto key = [](const PageName& name) { return std::tie(name.archive, name.place.member, name.place.skip); };
        return key(left.first) < key(right.first);
    });
    std::vector<object> ordered;
    for (const auto& [name, page] : named) ordered.push_back(page);
    return ordered;
}

Error no_brief(std::string reason) { return {Problem::bad_format, std::move(reason), {}, {}}; }

}  // namespace

Result<Verified> verify_brief(const std::string& json, const PageLookup& lookup) {
    simdjson::dom::parser parser;
    element root;
    if (const auto error = parser.parse(json).get(root); error != simdjson::SUCCESS) {
        return no_brief(fmt::format("it is no JSON: {}", simdjson::error_message(error)));
    }
    std::string_view format;
    if (root["format"].get(format) != simdjson::SUCCESS || !format.starts_with("depesche-brief/"))
        return no_brief("it is no brief that `depesche brief --json` wrote");
    if (format != "depesche-brief/1") return no_brief(fmt::format("its format {} is newer than this program knows", format));
    array pages;
    element stories;
    if (root["pages"].get(pages) != simdjson::SUCCESS || root["stories"].get(stories) != simdjson::SUCCESS)
        return no_brief("it has no pages or no stories");
    Verifier verifier(lookup);
    for (const object page : in_stored_order(pages)) verifier.add_page(page);
    verifier.walk(stories, "stories");
    return std::move(verifier.result);
}

}  // namespace depesche
