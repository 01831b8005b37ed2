#include "read/json_pages.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <simdjson.h>

#include "base/utf8.h"
#include "read/limits.h"

namespace depesche {
namespace {

std::string value_of(simdjson::dom::object object, const std::vector<std::string>& names) {
    for (const std::string& name : names) {
        simdjson::dom::element value;
        if (object[name].get(value) != simdjson::SUCCESS) continue;
        std::string_view text;
        if (value.get(text) == simdjson::SUCCESS && !text.empty()) return std::string(text);
        if (value.is_number()) return simdjson::minify(value);
    }
    return {};
}

// "2031-03-04 05:06:07", as some exports write it, in the form of ISO 8601.
std::string as_iso(std::string text) {
    if (text.size() >= 19 && text[4] == '-' && text[7] == '-' && text[10] == ' ' && text[13] == ':') text[10] = 'T';
    return text;
}

class JsonLinePages final : public FilePages {
public:
    JsonLinePages(ByteReader bytes, std::string name, PageFields fields)
        : bytes_(std::move(bytes)), name_(std::move(name)), fields_(std::move(fields)) {
        if (bytes_.peek(3).starts_with("\xEF\xBB\xBF")) bytes_.skip(3);
    }

    [[nodiscard]] NextPage next() override {
        while (true) {
            place_ = bytes_.place();
            if (bytes_.peek(1).empty()) {
                if (!bytes_.damage()) return std::nullopt;
                Error damage = *bytes_.damage();
                pass_damaged_line();
                return damage;
            }
            bool too_long = false;
            std::string line = take_line(too_long);
            if (too_long)
                return error(Problem::too_large, fmt::format("the line has more than {} bytes, the limit", limits::json_line_bytes));
            if (line.empty() || !line.ends_with('\n')) {
                if (bytes_.damage()) continue;
            }
            if (trim(line).empty()) continue;
            if (std::exchange(first_, false) && !trim(line).ends_with('}')) return page_of_many_lines(line);
            return page_of(line);
        }
    }

private:
    [[nodiscard]] Error error(Problem problem, std::string reason, std::string piece = {}) const {
        return {problem, std::move(reason), fmt::format("{}#{}", name_, to_string(place_)), std::move(piece)};
    }

    // The bytes up to and with the next line end, or what there is of them.
    std::string take_line(bool& too_long) {
        std::size_t looked_at = 0;
        while (true) {
            const std::string_view seen = bytes_.peek(looked_at + 1);
            const std::size_t end = seen.find('\n', looked_at);
            if (end != std::string_view::npos && end < limits::json_line_bytes) return bytes_.take(end + 1);
            if (seen.size() == looked_at) return bytes_.take(looked_at);
            looked_at = end == std::string_view::npos ? seen.size() : end + 1;
            if (looked_at > limits::json_line_bytes) break;
        }
        too_long = true;
        pass_line();
        return {};
    }

    void pass_line() {
        while (true) {
            const std::string_view seen = bytes_.peek(1);
            const std::size_t end = seen.find('\n');
            if (end != std::string_view::npos) {
                bytes_.skip(end + 1);
                return;
            }
            if (seen.empty()) return;
            bytes_.skip(seen.size());
        }
    }

    // What follows damage begins inside a line, unless the next member begins with one.
    void pass_damaged_line() {
        bytes_.pass_damage();
        if (!bytes_.peek(1).starts_with('{')) pass_line();
    }

    // A first line that is not closed: the file is one object, or the line is broken and costs itself.
    [[nodiscard]] Result<StreamedPage> page_of_many_lines(const std::string& line) {
        const std::string whole = line + bytes_.take(limits::json_line_bytes - std::min(line.size(), limits::json_line_bytes));
        auto page = page_of(whole);
        if (page || page.error().piece.empty()) return page;
        bytes_.put_back(std::string_view(whole).substr(line.size()));
        return page_of(line);
    }

    [[nodiscard]] Result<StreamedPage> page_of(std::string_view line) {
        simdjson::dom::parser parser;  // made anew: it would keep the memory of the largest line
        simdjson::dom::object object;
        if (const auto code = parser.parse(line.data(), line.size()).get(object); code != simdjson::SUCCESS) {
            return error(Problem::bad_format, fmt::format("the line is no JSON object: {}", simdjson::error_message(code)),
                         std::string(trim(line).substr(0, 80)));
        }
        StreamedPage out;
        PageBytes& page = out.page;
        page.bytes = value_of(object, fields_.html);
        if (page.bytes.empty()) page.bytes = value_of(object, fields_.text);
        if (page.bytes.empty()) {
            return error(Problem::bad_format, fmt::format("the object has no page: none of {}, {}", fmt::join(fields_.html, ", "),
                                                          fmt::join(fields_.text, ", ")));
        }
        page.path = fmt::format("{}#{}", name_, to_string(place_));
        page.charset = "utf-8";
        page.url = value_of(object, fields_.url);
        page.outlet = value_of(object, fields_.outlet);
        page.crawled = as_iso(value_of(object, fields_.crawled));
        page.title = value_of(object, fields_.title);
        page.published = as_iso(value_of(object, fields_.published));
        out.archive = name_;
        out.next = to_string(bytes_.place());
        return out;
    }

    ByteReader bytes_;
    std::string name_;
    PageFields fields_;
    ArchivePlace place_;
    bool first_ = true;
};

}  // namespace

bool add_field(PageFields& fields, std::string_view assignment) {
    const std::size_t equals = assignment.find('=');
    if (equals == std::string_view::npos || equals + 1 == assignment.size()) return false;
    const std::array<std::pair<std::string_view, std::vector<std::string>*>, 7> all = {{{"html", &fields.html},
                                                                                        {"text", &fields.text},
                                                                                        {"title", &fields.title},
                                                                                        {"url", &fields.url},
                                                                                        {"outlet", &fields.outlet},
                                                                                        {"published", &fields.published},
                                                                                        {"crawled", &fields.crawled}}};
    const auto it = std::ranges::find(all, assignment.substr(0, equals), [](const auto& pair) { return pair.first; });
    if (it == all.end()) return false;
    it->second->insert(it->second->begin(), std::string(assignment.substr(equals + 1)));
    return true;
}

std::unique_ptr<FilePages> json_line_pages(ByteReader bytes, std::string name, PageFields fields) {
    return std::make_unique<JsonLinePages>(std::move(bytes), std::move(name), std::move(fields));
}

}  // namespace depesche
