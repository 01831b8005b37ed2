#include "store/search_query.h"

#include <array>
#include <optional>

#include <fmt/format.h>

#include "base/moment.h"
#include "base/utf8.h"
#include "store/search_words.h"

namespace depesche {
namespace {

bool is_quotation_mark(char32_t c) { return std::u32string_view(U"\"„“”«»").find(c) != std::u32string_view::npos; }

// One part of what was typed: a field's name (or none), words, and how they were written.
struct Term {
    std::string field;
    std::string words;
    bool prefix = false;
};

class TermReader {
public:
    explicit TermReader(std::string_view typed) : rest_(trim(typed)) {}

    std::optional<Term> next() {
        rest_ = trim(rest_);
        if (rest_.empty()) return std::nullopt;
        Term term;
        for (const std::string_view field : {"person:", "outlet:", "from:", "to:"}) {
            if (!rest_.starts_with(field)) continue;
            term.field = field.substr(0, field.size() - 1);
            rest_ = trim(rest_.substr(field.size()));
            break;
        }
        term.words = take_words();
        if (rest_.starts_with('*')) {
            term.prefix = true;
            rest_.remove_prefix(1);
        }
        return term;
    }

private:
    // Up to the closing mark, or the next blank, mark or star. A mark that is not closed goes to the end.
    std::string take_words() {
        std::size_t at = 0;
        std::size_t begin = 0;
        bool quoted = false;
        while (at < rest_.size()) {
            const std::size_t before = at;
            const char32_t c = next_code_point(rest_, at);
            if (is_quotation_mark(c)) {
                if (before == 0) {
                    quoted = true;
                    begin = at;
                    continue;
                }
                return take(begin, before, quoted ? at : before);
            }
            if (!quoted && (is_space(c) || c == '*')) return take(begin, before, before == 0 ? at : before);
        }
        return take(begin, rest_.size(), rest_.size());
    }
    std::string take(std::size_t begin, std::size_t end, std::size_t behind) {
        std::string words(rest_.substr(begin, end - begin));
        rest_.remove_prefix(behind);
        return words;
    }

    std::string_view rest_;
};

bool has_word(std::string_view text) {
    bool any = false;
    for_each_search_word(text, [&](const SearchWord&) { any = true; });
    return any;
}

// A string of FTS5, in which only quotation marks mean something.
std::string quoted(std::string_view words) {
    std::string out = "\"";
    for (const char c : words) {
        if (c == '\0') continue;
        out += c;
        if (c == '"') out += c;
    }
    out += '"';
    return out;
}

Error usage(std::string reason, std::string piece) { return {Problem::wrong_usage, std::move(reason), {}, std::move(piece)}; }

std::string_view columns_of(std::string_view field) {
    if (field == "person") return "people";
    if (field == "outlet") return "outlet";
    return "{title text}";
}

}  // namespace

Result<SearchQuery> parse_search(std::string_view typed) {
    SearchQuery query;
    TermReader reader(typed);
    while (const auto term = reader.next()) {
        if (term->field == "from" || term->field == "to") {
            const auto day = parse_iso(term->words);
            if (!day || day->has_clock()) return usage("a date is written 2026, 2026-03 or 2026-03-14", term->words);
            (term->field == "from" ? query.from : query.to) = term->words;
            continue;
        }
        if (!has_word(term->words)) {
            if (!term->field.empty()) return usage(fmt::format("{}: needs a name behind it", term->field), term->words);
            continue;
        }
        if (!query.match.empty()) query.match += " AND ";
        query.match += fmt::format("{} : {}{}", columns_of(term->field), quoted(term->words), term->prefix ? "*" : "");
    }
    if (query.match.empty()) return usage("a search needs at least one word, person: or outlet:", std::string(typed));
    return query;
}

}  // namespace depesche
