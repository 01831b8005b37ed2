#include "page/line_look.h"

#include <algorithm>

#include "base/utf8.h"

namespace depesche {
namespace {

constexpr std::size_t looked_at_words = 24;    // a line's first words tell what it is
constexpr std::size_t short_line_bytes = 320;  // bylines, dates and credits are shorter

bool is_closing(char32_t c) {
    return c == U'"' || c == U'“' || c == U'”' || c == U'«' || c == U'»' || c == U'\'' || c == U'’' || c == U'‘' || c == U')' || c == U']';
}
bool is_stop(char32_t c) { return c == U'.' || c == U'!' || c == U'?' || c == U'…'; }
bool is_separator(char32_t c) { return c == U'|' || c == U'·' || c == U'•' || c == U'/' || c == U'>' || c == U'›' || c == U'▾'; }

// The end of a line: sentence mark before closing marks.
void look_at_end(std::string_view line, LineLook& look) {
    std::size_t at = line.size();
    char32_t c = 0;
    for (int closing = 0; at > 0; ++closing) {
        c = previous_code_point(line, at);
        if (!is_closing(c) || closing > 4) break;
    }
    look.ends_stop = is_stop(c);
    look.question = c == U'?';
    look.ends_colon = line.ends_with(':');
    look.ends_open = line.ends_with("...") || line.ends_with("…");
}

bool is_plain_word(std::string_view line) {
    return std::ranges::all_of(line, [](char c) { return c >= 'a' && c <= 'z'; });
}

void look_at_letters(std::string_view line, LineLook& look) {
    bool capital = false;
    bool small = false;
    bool in_word = false;
    bool stop_seen = false;
    bool first = true;
    std::size_t tag = std::string_view::npos;
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t begin = at;
        if (in_word && line[at] >= 'a' && line[at] <= 'z') {  // most letters of a page; what follows says the same of them
            ++look.letters;
            ++at;
            small = true;
            stop_seen = false;
            continue;
        }
        const char32_t c = next_code_point(line, at);
        ++look.letters;
        const bool letter = is_letter(c);
        const bool upper = letter && is_upper(c);
        if (letter) (upper ? capital : small) = true;
        if ((letter || is_digit(c)) && !in_word) {
            ++look.words;
            if (stop_seen && upper) look.two_sentences = true;
            if (upper && look.words <= looked_at_words) ++look.capital_words;
            if (first) look.begins_small = letter && !upper;
            first = false;
        }
        if (first && (c == U'"' || c == U'„' || c == U'»' || c == U'«' || c == U'“')) look.begins_quote = true;
        if (begin == 0 && (c == U'•' || c == U'-' || c == U'–' || c == U'*' || c == U'▪' || c == U'‣'))
            look.list_mark = at < line.size() && line[at] == ' ';
        if (is_separator(c)) ++look.separators;
        if (c == U'<') tag = begin;
        if (c == U'>' && tag != std::string_view::npos && begin - tag > 1) look.html = true;
        in_word = letter || is_digit(c) || (in_word && (c == U'-' || c == U'\''));
        if (is_stop(c)) stop_seen = true;
        else if (c != U' ' && !is_closing(c)) stop_seen = false;
    }
    look.no_letters = !capital && !small;
    look.initials = look.words == 1 && look.letters >= 2 && look.letters <= 5 && small && !capital && is_plain_word(line);
    look.all_caps = capital && !small;
}

void count_stop_words(const LineWords& words, const Language* language, const Languages& languages, LineLook& look) {
    for (const std::string_view word : words.words) {
        const bool own = language != nullptr && language->stop_words.contains(word);
        if (own) ++look.stop_words;
        else if (word.size() < 10 &&
                 std::ranges::any_of(languages.all(), [&](const Language& l) { return &l != language && l.stop_words.contains(word); }))
            ++look.foreign_words;
    }
}

// Words of a line that are neither in its dates nor stand with dates ("Uhr", "am", a weekday, "Aktualisiert", "Lesedauer").
std::size_t words_beside_dates(const std::vector<LineDate>& dates, const LineWords& words, const std::vector<Cues>& cues,
                               const Languages& languages) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < words.words.size(); ++i) {
        const std::string_view word = words.words[i];
        const bool dated = std::ranges::any_of(dates, [&](const LineDate& d) { return d.span.overlaps(words.places[i]); });
        const bool cue = has(cues[i], Cue::published) || has(cues[i], Cue::updated) || has(cues[i], Cue::readtime);
        const bool small = std::ranges::any_of(languages.all(),
                                               [&](const Language& l) { return l.weekdays.contains(word) || l.stop_words.contains(word); });
        if (!dated && !cue && !small && word != "#") ++count;
    }
    return count;
}

// The last capital between `begin` and `end`, where a word was set right behind another: "auf dem PlatzFoto". `begin` when there is none.
std::size_t last_capital(std::string_view line, std::size_t begin, std::size_t end) {
    std::size_t last = begin;
    for (std::size_t at = begin; at < end;) {
        const std::size_t letter = at;
        if (is_upper(next_code_point(line, at))) last = letter;
    }
    return last;
}

}  // namespace

Span credit_in(std::string_view line, const Wording& wording, const BylineReader& bylines) {
    if (line.size() > 2000) return {};
    const std::size_t tail = line.size() > 160 ? line.size() - 160 : 0;
    const auto all = [&](std::size_t begin) { return Span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(line.size())}; };
    if (const std::size_t mark = line.rfind("©"); mark != std::string_view::npos && mark >= tail)
        return all(mark > 0 && line[mark - 1] == '(' ? mark - 1 : mark);
    // "Bild: keystone" at the end: the last colon with a credit word right before it.
    for (std::size_t colon = line.rfind(':'); colon != std::string_view::npos && colon >= tail && colon > 0;
         colon = line.rfind(':', colon - 1)) {
        std::size_t begin = colon;
        while (begin > 0) {
            std::size_t before = begin;
            if (!is_letter(previous_code_point(line, before))) break;
            begin = before;
        }
        if (colon - begin < 4 || trim(line.substr(colon + 1)).empty()) continue;
        const auto is_lead = [&](std::size_t from) {
            return has(wording.cues_of(words_of_line(line.substr(from, colon - from), 3)), Cue::credit);
        };
        if (!is_lead(begin)) begin = last_capital(line, begin, colon);
        if (!is_lead(begin)) continue;
        return all(begin > 0 && line[begin - 1] == '(' ? begin - 1 : begin);
    }
    // "… am Morgen. Imago/Uwe Falke": behind the last sentence nothing but an agency and its people.
    if (const std::size_t stop = line.find_last_of(".!?");
        stop != std::string_view::npos && stop > 30 && stop + 1 < line.size() && line.size() - stop < 70) {
        const std::string_view rest = line.substr(stop + 1);
        const LineWords words = words_of_line(rest, 10);
        if (words.words.size() < 8 && !bylines.is_wire_credit(rest) && !bylines.agencies_in(rest, true).empty()) return all(stop + 1);
    }
    // "(KEYSTONE/Flurin Jenal)": a bracket at the end that names an agency.
    if (line.ends_with(")")) {
        const std::size_t open = line.rfind('(');
        const bool bracket = open != std::string_view::npos && open >= tail;
        if (bracket && !bylines.is_wire_credit(line.substr(open)) && !bylines.agencies_in(line.substr(open), true).empty())
            return all(open);
    }
    return {};
}

namespace {

// "© 2024 Verlag": a year, not a person, behind the mark.
bool is_copyright_line(std::string_view line) {
    const std::size_t mark = line.find("©");
    if (mark == std::string_view::npos || mark > 12) return false;
    const LineWords words = words_of_line(line.substr(mark), 12);
    return words.numbers > 0 && words.words.size() > 1;
}

}  // namespace

LineReader::LineReader(const Languages& languages)
    : languages_(languages), wording_(data_languages()), dates_(languages, wording_), bylines_(languages) {
    for (const Language& language : languages.all()) {
        for (const Row& row : data_rows("languages/" + language.code + "/outlet-words.tsv")) outlet_words_.push_back(row[0]);
    }
}

bool LineReader::names_outlet(std::string_view name) const {
    const std::string lower = to_lower(name);
    return ends_outlet_name(std::string_view(lower).substr(lower.rfind(' ') + 1));
}

bool LineReader::ends_outlet_name(std::string_view word) const {
    return std::ranges::any_of(outlet_words_, [&](std::string_view ending) { return word.ends_with(ending); });
}

LineLook LineReader::look(std::string_view line, const Language* language) const {
    LineLook look;
    look_at_letters(line, look);
    look_at_end(line, look);
    const LineWords words = words_of_line(line.substr(0, 2000), looked_at_words);
    std::vector<Cues> of_words;
    look.cues = wording_.cues_of(words, of_words);
    if (is_copyright_line(line) && !bylines_.is_wire_credit(line)) look.cues.set(static_cast<std::size_t>(Cue::copyright));
    count_stop_words(words, language, languages_, look);
    if (line.size() > short_line_bytes) {
        look.ends_credit = !credit_in(line, wording_, bylines_).empty();
        return look;
    }
    look.dates = dates_.read(line);
    std::vector<Span> spans;
    for (const LineDate& date : look.dates) {
        spans.push_back(date.span);
        look.has_date = look.has_date || date.value.has_day();
        look.has_clock = look.has_clock || date.value.has_clock();
        look.month_first = look.month_first || date.month_first;
    }
    look.date_line = (look.has_date || look.has_clock) && words_beside_dates(look.dates, words, of_words, languages_) == 0;
    const bool sentence = look.ends_stop && look.words > 12;
    if (!sentence) look.byline = bylines_.read(line, spans);
    const bool someone = !look.byline.people.empty() || !look.byline.agencies.empty();
    look.name_line = !look.byline.people.empty() && look.byline.rest_words <= 1 && !look.ends_stop;
    look.led_byline = someone && look.byline.led && look.byline.rest_words <= 1;
    look.wire_credit = look.words <= 16 && bylines_.is_wire_credit(line);
    const Span credit = look.wire_credit || has(look.cues, Cue::copyright) ? Span{} : credit_in(line, wording_, bylines_);
    look.credit_line = !credit.empty() && credit.begin == 0;
    look.ends_credit = credit.begin > 0;
    const bool picture_makers =
        !look.wire_credit && !look.ends_stop && look.separators > 0 && look.words <= 12 && !bylines_.agencies_in(line, true).empty();
    look.credit_line = look.credit_line || (picture_makers && !look.ends_credit);
    return look;
}

}  // namespace depesche
