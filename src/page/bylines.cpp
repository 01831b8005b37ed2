#include "page/bylines.h"

#include <algorithm>

#include "base/utf8.h"

namespace depesche {
namespace {

struct Token {
    Span span;
    std::string lower;
    unsigned kind = 0;
    bool upper = false;    // begins with a capital
    bool small = false;    // has a small letter
    bool initial = false;  // "J."
};

bool joins(char32_t c) { return c == U'-' || c == U'\'' || c == U'’' || c == U'‐' || c == U'‑'; }

// A word from `at`: letters, with hyphens and apostrophes inside, an initial with its dot.
Token take_token(std::string_view line, std::size_t& at) {
    Token token;
    const std::size_t begin = at;
    std::size_t end = at;
    std::size_t letters = 0;
    for (std::size_t next = at; next < line.size(); at = next) {
        const char32_t c = next_code_point(line, next);
        if (is_letter(c)) {
            if (letters++ == 0) token.upper = is_upper(c);
            if (!is_upper(c)) token.small = true;
            end = next;
        } else if (!joins(c)) {
            break;
        }
    }
    at = end;
    token.initial = letters == 1 && token.upper && at < line.size() && line[at] == '.';
    if (token.initial) ++at;
    token.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)};
    token.lower = to_lower(line.substr(begin, end - begin));
    return token;
}

bool is_dash(char32_t c) { return c == U'-' || c == U'–' || c == U'—'; }

}  // namespace

// A stretch of a line between separators.
struct BylineReader::Piece {
    std::vector<Token> tokens;
};

BylineReader::BylineReader(const Languages& languages) {
    for (const Language& language : languages.all()) {
        for (const Row& row : data_rows("languages/" + language.code + "/byline-words.tsv")) {
            if (row.size() < 2) continue;
            const unsigned kind = row[0] == "lead"       ? lead
                                  : row[0] == "role"     ? role
                                  : row[0] == "particle" ? particle
                                  : row[0] == "wire"     ? wire
                                  : row[0] == "filler"   ? filler
                                                         : other;
            kinds_[row[1]] |= kind;
        }
        never_names_.insert(language.stop_words.begin(), language.stop_words.end());
        for (const auto& [name, month] : language.months)
            never_names_.insert(name.size() > 3 ? name : std::string_view("#"));  // "Jan" and "Mai" are names
        for (const auto& [name, day] : language.weekdays) never_names_.insert(name);
        for (const Row& row : data_rows("languages/" + language.code + "/given-names.tsv")) given_names_.insert(row[0]);
    }
    for (const Row& row : data_rows("page/agencies.tsv")) {
        if (row.size() < 3) continue;
        Spelling spelling{row[0], row[1] == "picture", {}};
        for (std::string_view rest = row[2]; !rest.empty();) {
            const std::size_t end = std::min(rest.find(' '), rest.size());
            spelling.words.push_back(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        const std::string_view first = spelling.words.front();
        agencies_[first].push_back(std::move(spelling));
    }
}

unsigned BylineReader::kind_of(std::string_view lower_word) const {
    const auto found = kinds_.find(lower_word);
    return found == kinds_.end() ? 0 : found->second;
}

std::vector<LineName> BylineReader::agencies_in(std::string_view text, bool pictures) const {
    std::vector<LineName> found;
    const LineWords line = words_of_line(text, 200);
    for (std::size_t at = 0; at < line.words.size();) {
        const auto entry = agencies_.find(line.words[at]);
        const Spelling* best = nullptr;
        if (entry != agencies_.end()) {
            for (const Spelling& spelling : entry->second) {
                const std::size_t size = spelling.words.size();
                const bool fits =
                    (pictures || !spelling.picture) && at + size <= line.words.size() &&
                    std::equal(spelling.words.begin(), spelling.words.end(), line.words.begin() + static_cast<std::ptrdiff_t>(at));
                if (fits && (best == nullptr || size > best->words.size())) best = &spelling;
            }
        }
        if (best == nullptr) {
            ++at;
            continue;
        }
        const std::size_t last = at + best->words.size() - 1;
        found.push_back({{line.places[at].begin, line.places[last].end}, std::string(best->short_name)});
        at = last + 1;
    }
    return found;
}

bool BylineReader::is_name_word(std::string_view word, std::string_view lower) const {
    if (word.empty() || never_names_.contains(lower)) return false;
    return (kind_of(lower) & (other | role)) == 0;
}

namespace {

// Where a name ends on the left, going back from the last token: names, and particles between names.
template <class IsName, class IsParticle>
std::size_t name_begin(const std::vector<Token>& tokens, std::size_t end, IsName is_name, IsParticle is_particle) {
    std::size_t begin = end;
    while (begin > 0) {
        if (is_name(tokens[begin - 1])) {
            --begin;
            continue;
        }
        std::size_t before = begin;
        while (before > 0 && begin < end && is_particle(tokens[before - 1])) --before;
        if (before == begin || before == 0 || !is_name(tokens[before - 1])) break;
        begin = before - 1;
    }
    return begin;
}

}  // namespace

// "Ida Horn Uwe Falk": a name begins at each given name; true when all of the tokens are names of two or three words then.
template <class Tokens>
bool BylineReader::split_at_given_names(std::string_view line, const Tokens& tokens, std::size_t first, Byline& out) const {
    std::vector<LineName> found;
    for (std::size_t begin = first; begin < tokens.size();) {
        if (!given_names_.contains(tokens[begin].lower)) return false;
        std::size_t end = begin + 1;
        while (end < tokens.size() && (end - begin < 2 || !given_names_.contains(tokens[end].lower))) ++end;
        // A second given name belongs to the first when the family name follows it: "Anna Giulia Falk".
        if (end < tokens.size() && given_names_.contains(tokens[end - 1].lower) && !given_names_.contains(tokens[end].lower)) ++end;
        if (end - begin < 2 || end - begin > 3) return false;
        const Span name{tokens[begin].span.begin, tokens[end - 1].span.end};
        found.push_back({name, std::string(line.substr(name.begin, name.size()))});
        begin = end;
    }
    out.people.insert(out.people.end(), found.begin(), found.end());
    return !found.empty();
}

void BylineReader::read_piece(std::string_view line, Span span, Byline& out) const {
    const std::string_view text = line.substr(span.begin, span.size());
    std::vector<Token> tokens;
    for (std::size_t at = span.begin; at < span.end;) {
        std::size_t next = at;
        const char32_t c = next_code_point(line, next);
        if (!is_letter(c)) {
            at = next;
            continue;
        }
        Token token = take_token(line.substr(0, span.end), at);
        token.kind = kind_of(token.lower);
        tokens.push_back(std::move(token));
    }
    if (tokens.empty()) return;
    std::vector<LineName> agencies = agencies_in(text);
    for (LineName& agency : agencies) {
        agency.span.begin += span.begin;
        agency.span.end += span.begin;
        std::erase_if(tokens, [&](const Token& t) { return t.span.begin < agency.span.end && agency.span.begin < t.span.end; });
        out.agencies.push_back(std::move(agency));
    }
    const auto is_lead = [](const Token& t) { return (t.kind & (lead | filler)) != 0; };
    std::size_t first = 0;
    while (first < tokens.size() && (is_lead(tokens[first]) || (tokens[first].kind & role) != 0)) {
        if ((tokens[first].kind & lead) != 0) out.led = true;
        ++first;
    }
    std::size_t end = tokens.size();
    for (std::size_t i = first + 2; i < end; ++i) {
        if ((tokens[i].kind & role) != 0) end = i;
    }
    while (end > first + 2 && (tokens[end - 1].kind & other) != 0) {
        --end;
        ++out.rest_words;
    }
    tokens.resize(end);
    const bool small_somewhere =
        std::ranges::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(std::min(first, end)), tokens.end(), &Token::small);
    const auto is_name = [&](const Token& t) {
        return t.upper && (t.initial || t.span.size() > 1) && (small_somewhere || out.led) && is_name_word(t.lower, t.lower);
    };
    const auto is_particle = [&](const Token& t) { return !t.upper && (t.kind & particle) != 0 && (t.kind & other) == 0; };
    const std::size_t begin = std::max(first, name_begin(tokens, end, is_name, is_particle));
    std::size_t names = 0;
    for (std::size_t i = begin; i < end; ++i) names += is_name(tokens[i]) ? 1U : 0U;
    const bool digits =
        names > 0 && std::ranges::any_of(line.substr(tokens[begin].span.begin, tokens[end - 1].span.end - tokens[begin].span.begin),
                                         [](char c) { return c >= '0' && c <= '9'; });
    if (names >= 2 && names <= 4 && !digits && (begin == first || is_lead(tokens[begin - 1]) || (tokens[begin - 1].kind & role) != 0)) {
        const Span name{tokens[begin].span.begin, tokens[end - 1].span.end};
        out.people.push_back({name, std::string(line.substr(name.begin, name.size()))});
        for (std::size_t i = first; i < begin; ++i) out.rest_words += (tokens[i].kind & (lead | role | filler)) == 0 ? 1U : 0U;
        return;
    }
    if (names >= 4 && names == end - first && split_at_given_names(line, tokens, first, out)) return;
    for (std::size_t i = first; i < end; ++i) out.rest_words += (tokens[i].kind & (lead | role | filler)) == 0 ? 1U : 0U;
}

Byline BylineReader::read(std::string_view line, const std::vector<Span>& dates) const {
    Byline out;
    std::size_t begin = 0;
    std::size_t date = 0;
    const auto close = [&](std::size_t end) {
        if (end > begin) read_piece(line, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, out);
    };
    for (std::size_t at = 0; at < line.size();) {
        if (date < dates.size() && at >= dates[date].begin) {
            close(at);
            at = std::max<std::size_t>(at + 1, dates[date++].end);
            begin = at;
            continue;
        }
        std::size_t next = at;
        const char32_t c = next_code_point(line, next);
        const bool spaced_dash = is_dash(c) && at > 0 && line[at - 1] == ' ' && next < line.size() && line[next] == ' ';
        const bool mark = c == U',' || c == U'/' || c == U'|' || c == U'•' || c == U'·' || c == U';' || c == U'&' || c == U'(' ||
                          c == U')' || c == U':' || c == U'©' || c == U'+';
        std::size_t joined = line.substr(at).starts_with("  ") ? 2 : 0;
        for (const std::string_view word : {std::string_view(" und "), std::string_view(" and "), std::string_view(" sowie ")}) {
            if (c == U' ' && line.substr(at).starts_with(word)) joined = word.size();
        }
        if (mark || spaced_dash || joined > 0) {
            close(at);
            at = joined > 0 ? at + joined : next;
            begin = at;
        } else {
            at = next;
        }
    }
    close(line.size());
    return out;
}

bool BylineReader::is_wire_credit(std::string_view line) const {
    if (line.size() > 120) return false;
    const std::vector<LineName> agencies = agencies_in(line);
    if (agencies.empty()) return false;
    const LineWords words = words_of_line(line, 24);
    std::size_t strange = 0;
    for (std::size_t i = 0; i < words.words.size(); ++i) {
        const std::uint32_t at = words.places[i].begin;
        const bool agency = std::ranges::any_of(agencies, [&](const LineName& a) { return at >= a.span.begin && at < a.span.end; });
        const bool initials = words.words[i].size() <= 4 && !is_upper(static_cast<unsigned char>(line[at]));
        if (!agency && !initials && (kind_of(words.words[i]) & wire) == 0) ++strange;
    }
    return strange == 0;
}

}  // namespace depesche
