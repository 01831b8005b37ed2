#include "marks/time_items.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "marks/number_lower.h"

namespace depesche {
namespace {

constexpr std::size_t most_digits = 15;  // more cannot be a year, a clock or a count; the number is not read

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

// Three digits behind each mark: "11.000", "1'250'000". Such a number is one item.
bool is_grouped(std::string_view number, std::string_view group_marks) {
    std::size_t run = 0;
    bool grouped = false;
    for (std::size_t at = 0; at < number.size();) {
        if (is_ascii_digit(number[at])) {
            ++run;
            ++at;
            continue;
        }
        const std::size_t before = at;
        static_cast<void>(next_code_point(number, at));
        if (group_marks.find(number.substr(before, at - before)) == std::string_view::npos) return false;
        if (run == 0 || run > 3 || (grouped && run != 3)) return false;
        grouped = true;
        run = 0;
    }
    return grouped && run == 3;
}

// "1,5": one decimal mark with a single digit behind it; with two it may as well be a clock.
bool is_decimal(std::string_view number, std::string_view mark) {
    const std::size_t at = number.find(mark);
    if (mark.empty() || at == std::string_view::npos || at == 0 || at + mark.size() + 1 != number.size()) return false;
    return std::ranges::all_of(number.substr(0, at), is_ascii_digit) && is_ascii_digit(number.back());
}

double digits_value(std::string_view number, std::string_view decimal_mark) {
    double value = 0;
    double scale = 0;
    std::size_t digits = 0;
    for (std::size_t i = 0; i < number.size(); ++i) {
        if (number.substr(i).starts_with(decimal_mark) && !decimal_mark.empty()) scale = 1;
        if (!is_ascii_digit(number[i])) continue;
        if (++digits > most_digits) return -1;
        value = value * 10 + (number[i] - '0');
        scale *= 10;
    }
    return scale > 0 ? value / scale : value;
}

class Cutter {
public:
    Cutter(const MarkText& text, const TimeLexicon& lexicon, const Language& language)
        : text_(text), lexicon_(lexicon), language_(language) {}

    std::vector<TimeItem> run() {
        items_.reserve(text_.tokens.words.size() + text_.tokens.words.size() / 8);
        for (const Word& word : text_.tokens.words) add_word(word);
        for (TimeItem& item : items_) item.glance = glance_at(item);
        return std::move(items_);
    }

private:
    void add_word(const Word& word) {
        const std::string_view piece = text_.text.substr(word.span.begin, word.span.size());
        if (word.kind == WordKind::mark) return push(word, word.span);
        if (word.kind == WordKind::number && is_grouped(piece, language_.group_marks))
            return push_number(word, word.span, piece, {}, false);
        if (word.kind == WordKind::number && is_decimal(piece, language_.decimal_mark)) {
            return push_number(word, word.span, piece, language_.decimal_mark, false);
        }
        const auto may_part = [](char c) { return c == '-' || c == '\xE2'; };  // a hyphen, or the first byte of a longer one
        const bool plain = word.kind == WordKind::word && !is_ascii_digit(piece.front()) && std::ranges::none_of(piece, may_part);
        if (plain) return push(word, word.span);
        cut(word, piece);
    }

    // Runs of digits, runs of letters and single marks.
    void cut(const Word& word, std::string_view piece) {
        std::size_t at = 0;
        while (at < piece.size()) {
            const std::size_t begin = at;
            const char32_t first = next_code_point(piece, at);
            const bool digit = is_digit(first);
            const bool letter = !digit && is_joining(first);
            while (at < piece.size() && (digit || letter)) {
                std::size_t next = at;
                const char32_t c = next_code_point(piece, next);
                if (digit ? !is_digit(c) : (!is_joining(c) || is_digit(c))) break;
                at = next;
            }
            const Span span{word.span.begin + static_cast<std::uint32_t>(begin), word.span.begin + static_cast<std::uint32_t>(at)};
            if (digit) {
                push_number(word, span, piece.substr(begin, at - begin), {}, true);
            } else {
                push(word, span);
            }
        }
    }

    // What stands inside a word: letters, and marks other than the ones that part it.
    static bool is_joining(char32_t c) {
        return is_letter(c) || c == U'\'' || c == U'\u2019' || (c > 127 && c != U'\u2010' && c != U'\u2011' && c != U'\u2013');
    }

    static std::uint64_t glance_at(const TimeItem& item) {
        std::uint64_t glance = 0;
        for (const Sense& sense : item.senses) glance |= glance_of(sense.kind);
        if (item.number >= 0) {
            for (ClassId kind = time_class::day; kind <= time_class::integer; ++kind) glance |= glance_of(kind);
        }
        if (item.adjective) glance |= glance_of(time_class::adjective);
        if (item.is_word) glance |= glance_of(item.capital ? time_class::capital_word : time_class::lower_word);
        return glance;
    }

    TimeItem& place(const Word& word, Span span) {
        TimeItem item;
        item.span = span;
        item.sentence = word.sentence;
        if (!items_.empty()) {
            const std::uint32_t before = items_.back().span.end;
            item.touching = before == span.begin;
            for (std::uint32_t at = before; at < span.begin && !item.line_begin; ++at) item.line_begin = text_.text[at] == '\n';
        }
        items_.push_back(item);
        return items_.back();
    }

    void push_number(const Word& word, Span span, std::string_view digits, std::string_view decimal_mark, bool plain) {
        TimeItem& item = place(word, span);
        item.number = digits_value(digits, decimal_mark);
        if (plain) item.digits = static_cast<std::uint8_t>(std::min<std::size_t>(digits.size(), 255));
    }

    void push(const Word& word, Span span) {
        TimeItem& item = place(word, span);
        const std::string_view piece = text_.text.substr(span.begin, span.size());
        std::size_t at = 0;
        const char32_t first = next_code_point(piece, at);
        item.is_word = is_letter(first);
        item.capital = is_upper(first);
        if (piece.size() > 64) return;
        std::string lower = item.is_word ? lower_word(piece) : std::string(piece);
        constexpr std::string_view curly = "\u2019";  // tables have the plain apostrophe: "l’année", "New Year’s Eve"
        if (const std::size_t mark = lower.find(curly); mark != std::string::npos) {
            lower.erase(mark + 1, curly.size() - 1);
            lower[mark] = '\'';
        }
        item.senses = lexicon_.senses(lower);
        constexpr std::string_view genitive = "'s";
        if (item.senses.empty() && lower.ends_with(genitive)) {  // "last Tuesday's vote": the mark is not part of the day
            lower.resize(lower.size() - genitive.size());
            item.senses = lexicon_.senses(lower);
            if (!item.senses.empty()) item.span.end -= piece.ends_with(genitive) ? 2U : 4U;  // bytes: the curly one has three
        }
        if (!item.is_word) return;
        if (const auto number = lexicon_.numbers().parse(lower)) item.number = *number;
        item.adjective = !item.capital && item.number < 0 && item.senses.empty() && lexicon_.is_adjective(lower);
    }

    const MarkText& text_;
    const TimeLexicon& lexicon_;
    const Language& language_;
    std::vector<TimeItem> items_;
};

}  // namespace

std::vector<TimeItem> time_items(const MarkText& text, const TimeLexicon& lexicon, const Language& language) {
    return Cutter(text, lexicon, language).run();
}

bool TimeItem::is(ClassId kind) const {
    const bool whole = digits > 0;
    switch (kind) {
        case time_class::day:
            return whole && digits <= 2 && number >= 1 && number <= 31;
        case time_class::month_number:
            return whole && digits <= 2 && number >= 1 && number <= 12;
        case time_class::year:
            return digits == 4 && number >= 1000 && number <= 2199;
        case time_class::short_year:
            return digits == 2;
        case time_class::hour:
            return whole && digits <= 2 && number <= 24;
        case time_class::minute:
            return digits == 2 && number <= 59;
        case time_class::integer:
            return whole && digits <= 4;
        case time_class::count:
            return (number >= 0 && number <= 100000) || sense(kind) != nullptr;
        case time_class::adjective:
            return adjective;
        case time_class::capital_word:
            return is_word && capital;
        case time_class::lower_word:
            return is_word && !capital;
        default:
            return sense(kind) != nullptr;
    }
}

const Sense* TimeItem::sense(ClassId kind) const {
    for (const Sense& candidate : senses) {
        if (candidate.kind == kind) return &candidate;
    }
    return nullptr;
}

}  // namespace depesche
