#include "store/search_query.h"

#include <optional>
#include <set>
#include <string>

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
    std::string unknown_field;  // what looks like a field's name and is none; its letters belong to the words
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
        const std::string_view name = letters_before_colon();
        if (const std::string field = to_lower(name); is_field(field)) {
            term.field = field;
            rest_ = trim(rest_.substr(name.size() + 1));
        } else {
            term.unknown_field = name;
        }
        term.words = take_words();
        if (rest_.starts_with('*')) {
            term.prefix = true;
            rest_.remove_prefix(1);
        }
        return term;
    }

private:
    // "title" of "title:hafen"; "" where no letters stand before a colon, or nothing or a slash behind it ("https://").
    [[nodiscard]] std::string_view letters_before_colon() const {
        std::size_t at = 0;
        while (at < rest_.size() && ((rest_[at] >= 'a' && rest_[at] <= 'z') || (rest_[at] >= 'A' && rest_[at] <= 'Z'))) ++at;
        const bool named = at > 0 && at < rest_.size() && rest_[at] == ':' && !rest_.substr(at + 1).starts_with('/');
        return named ? rest_.substr(0, at) : std::string_view();
    }
    static bool is_field(std::string_view name) { return name == "person" || name == "outlet" || name == "from" || name == "to"; }

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

// "2026-02-31" is written as a date is, and none.
bool is_written_date(std::string_view text) {
    return (text.size() == 4 || text.size() == 7 || text.size() == 10) && text.find_first_not_of("0123456789-") == std::string_view::npos;
}

Error usage(std::string reason, std::string piece) { return {Problem::wrong_usage, std::move(reason), {}, std::move(piece)}; }

// The expression for one term. Of a person, the places in title and text that name it are asked for as well, so that they are marked; the
// people of a piece alone decide.
std::string expression_of(const Term& term) {
    const std::string words = quoted(term.words) + (term.prefix ? "*" : "");
    if (term.field == "outlet") return "outlet : " + words;
    if (term.field == "person") return fmt::format("people : {0} AND {{title text people}} : {0}", words);
    return "{title text} : " + words;
}

// A date asked for; the reason where it is none.
Result<bool> take_date(const Term& term, SearchQuery& query) {
    const auto day = parse_iso(term.words);
    if (!day && is_written_date(term.words)) return usage("there is no such day", term.words);
    if (!day || day->has_clock()) return usage("a date is written 2026, 2026-03 or 2026-03-14", term.words);
    (term.field == "from" ? query.from : query.to) = term.words;
    return true;
}

}  // namespace

Result<SearchQuery> parse_search(std::string_view typed) {
    SearchQuery query;
    std::set<std::string> expressions;  // once each: saying a word again asks for nothing more
    TermReader reader(typed);
    while (const auto term = reader.next()) {
        if (term->field == "from" || term->field == "to") {
            if (const auto good = take_date(*term, query); !good) return good.error();
            continue;
        }
        if (!has_word(term->words)) {
            if (!term->field.empty()) return usage(fmt::format("{}: needs a name behind it", term->field), term->words);
            continue;
        }
        const std::string expression = expression_of(*term);
        if (!expressions.insert(expression).second) continue;
        if (expressions.size() > most_search_terms)
            return usage(fmt::format("a search takes at most {} words, phrases and names; `depesche trace` looks for a whole passage",
                                     most_search_terms),
                         {});
        if (query.unknown_field.empty()) query.unknown_field = term->unknown_field;
        query.match += (query.match.empty() ? "" : " AND ") + expression;
    }
    if (query.match.empty())
        return usage("a search needs a word, or a name behind person: or outlet:; dates alone find nothing", std::string(typed));
    if (!query.from.empty() && !query.to.empty() && query.to < query.from.substr(0, query.to.size()))
        return usage("to: is before from:", fmt::format("from:{} to:{}", query.from, query.to));
    return query;
}

}  // namespace depesche
