#include "stories/day_clues.h"

#include <algorithm>
#include <charconv>

#include "base/utf8.h"

namespace depesche {
namespace {

constexpr std::uint32_t widest_gap = 8;  // bytes between "Gestern" and "Samstag": ", am "
constexpr std::uint32_t lead_sentences = 2;
constexpr std::size_t most_clues = 300;            // weekdays looked at; more say nothing new
constexpr std::uint32_t longest_quotation = 4096;  // bytes

WordSet words_of(const std::string& table) {
    WordSet words;
    for (const Row& row : data_rows(table)) words.insert(row[0]);
    return words;
}

int weekday_before(int weekday, int days) { return ((weekday - days) % 7 + 7) % 7; }

class Finder {
public:
    Finder(const MarkText& text, std::span<const Time> times, const ClueWords& words) : text_(text), times_(times), words_(words) {}

    DayClues run() {
        for (std::size_t i = 0; i < times_.size(); ++i) {
            const Time& time = times_[i];
            if (time.background || !time.weekday) continue;
            if (++looked_at_ > most_clues) break;
            if (in_quotation(time.span)) continue;
            if (time.moment && time.moment->has_day() && !time.relative) clues_.named.push_back({*time.moment, *time.weekday, time.span});
            else if (!add_counted(i)) add_bare(time);
        }
        return std::move(clues_);
    }

private:
    [[nodiscard]] std::string_view view(Span span) const { return text_.text.substr(span.begin, span.size()); }

    // Index of the word that the span begins in.
    [[nodiscard]] std::uint32_t first_word(Span span) const { return text_.tokens.word_at(span.begin); }

    bool add_counted(std::size_t i) {
        const Time& time = times_[i];
        std::optional<int> days = time.days_from_publication;
        Span span = time.span;
        if (!days) days = counted_inside(time.span);
        if (!days) days = counted_by_word_before(span);
        if (!days && i > 0) days = counted_by_time_before(times_[i - 1], span);
        if (!days && i + 1 < times_.size()) days = counted_by_time_behind(times_[i + 1], span);
        if (!days) return false;
        clues_.counted.push_back({weekday_before(*time.weekday, *days), *time.weekday, *days, span});
        return true;
    }

    // "heutigen Dienstag" as one expression.
    [[nodiscard]] std::optional<int> counted_inside(Span span) const {
        for (std::uint32_t w = first_word(span); w < text_.tokens.words.size() && text_.tokens.words[w].span.begin < span.end; ++w) {
            const auto known = words_.publication_days.find(to_lower(view(text_.tokens.words[w].span)));
            if (known != words_.publication_days.end()) return known->second;
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<int> counted_by_word_before(Span& span) const {
        const std::uint32_t at = first_word(span);
        if (at == 0 || at >= text_.tokens.words.size()) return std::nullopt;
        const Word& before = text_.tokens.words[at - 1];
        if (before.sentence != text_.tokens.words[at].sentence) return std::nullopt;
        const auto known = words_.publication_days.find(to_lower(view(before.span)));
        if (known == words_.publication_days.end()) return std::nullopt;
        span.begin = before.span.begin;
        return known->second;
    }

    // "Gestern, am Samstag"
    [[nodiscard]] std::optional<int> counted_by_time_before(const Time& before, Span& span) const {
        if (!before.days_from_publication || before.weekday || before.span.end > span.begin) return std::nullopt;
        if (span.begin - before.span.end > widest_gap || !same_sentence(before.span, span)) return std::nullopt;
        span.begin = before.span.begin;
        return before.days_from_publication;
    }

    // "am Samstag, gestern also"
    [[nodiscard]] std::optional<int> counted_by_time_behind(const Time& behind, Span& span) const {
        if (!behind.days_from_publication || behind.weekday || behind.span.begin < span.end) return std::nullopt;
        if (behind.span.begin - span.end > 2 || !same_sentence(span, behind.span)) return std::nullopt;
        span.end = behind.span.end;
        return behind.days_from_publication;
    }

    [[nodiscard]] bool same_sentence(Span a, Span b) const {
        const auto& words = text_.tokens.words;
        const std::uint32_t left = first_word(a);
        const std::uint32_t right = first_word(b);
        return left < words.size() && right < words.size() && words[left].sentence == words[right].sentence;
    }

    void add_bare(const Time& time) {
        const std::uint32_t at = first_word(time.span);
        if (at >= text_.tokens.words.size()) return;
        const Sentence& sentence = text_.tokens.sentences[text_.tokens.words[at].sentence];
        clues_.bare.push_back({*time.weekday, is_over(sentence), in_lead(text_.tokens.words[at].sentence), time.span});
    }

    // German preterites of weak verbs end in -te and -ten; a false hit makes the caller know less, not more.
    [[nodiscard]] bool is_over(const Sentence& sentence) const {
        bool past = false;
        for (const Word& word : text_.tokens.words_of(sentence)) {
            const std::string lower = to_lower(view(word.span));
            if (words_.coming.contains(lower)) return false;
            past = past || words_.past.contains(lower) ||
                   (!word.capital && lower.size() > 4 && (lower.ends_with("te") || lower.ends_with("ten")));
        }
        return past;
    }

    [[nodiscard]] bool in_lead(std::uint32_t sentence) const {
        const auto kind_of = [&](std::uint32_t s) { return text_.passages[text_.tokens.sentences[s].passage].kind; };
        const PassageKind kind = kind_of(sentence);
        if (kind == PassageKind::headline || kind == PassageKind::standfirst) return true;
        if (kind != PassageKind::body) return false;
        std::uint32_t before = 0;
        for (std::uint32_t s = 0; s < sentence && before < lead_sentences; ++s) before += kind_of(s) == PassageKind::body ? 1U : 0U;
        return before < lead_sentences;
    }

    [[nodiscard]] bool in_quotation(Span span) const {
        const std::uint32_t word = first_word(span);
        if (word >= text_.tokens.words.size()) return false;
        const Sentence& sentence = text_.tokens.sentences[text_.tokens.words[word].sentence];
        std::uint32_t begin = text_.passages[sentence.passage].span.begin;
        if (span.begin - begin > longest_quotation) begin = std::max(begin, sentence.span.begin);
        const std::string_view before = text_.text.substr(begin, std::min(span.begin - begin, longest_quotation));
        int open = 0;
        bool straight = false;
        for (std::size_t at = 0; at < before.size();) {
            const char32_t c = next_code_point(before, at);
            if (c == U'„' || c == U'«' || c == U'»') open = c == U'„' || open == 0 ? 1 : 0;
            else if (c == U'“' || c == U'”') open = 0;
            else if (c == U'"') straight = !straight;
        }
        return open > 0 || straight;
    }

    const MarkText& text_;
    std::span<const Time> times_;
    const ClueWords& words_;
    DayClues clues_;
    std::size_t looked_at_ = 0;
};

}  // namespace

ClueWords::ClueWords(std::string_view language) {
    std::string folder = "languages/" + std::string(language) + "/";
    if (data_bytes(folder + "publication-days.tsv").empty()) folder = "languages/de/";
    for (const Row& row : data_rows(folder + "publication-days.tsv")) {
        int days = 0;
        if (row.size() < 2) continue;
        std::from_chars(row[1].data(), row[1].data() + row[1].size(), days);
        publication_days[row[0]] = days;
    }
    past = words_of(folder + "past-forms.tsv");
    coming = words_of(folder + "coming-forms.tsv");
}

DayClues find_day_clues(const MarkText& text, std::span<const Time> times, const ClueWords& words) {
    return Finder(text, times, words).run();
}

}  // namespace depesche
