#include "marks/quote_frames.h"

#include <algorithm>

#include "base/utf8.h"
#include "marks/number_lower.h"
#include "marks/quote_stretches.h"

namespace depesche {
namespace {

constexpr std::size_t longest_frame = 600;

bool is_heading(PassageKind kind) { return kind == PassageKind::headline || kind == PassageKind::crosshead; }

char mark_of(std::string_view word) {
    if (word == "," || word == ";" || word == ":" || word == "." || word == "!" || word == "?") return word[0];
    if (word == "–" || word == "—" || word == "-" || word == "--") return '-';
    if (word == "..." || word == "…") return '.';
    return 0;
}

class Framing {
public:
    Framing(const MarkText& text, const QuoteLexicon& lexicon) : text_(text) {
        out_.text = &text;
        out_.lexicon = &lexicon;
        out_.stretches = quoted_stretches(text);
        out_.items.reserve(text.tokens.words.size());
    }

    QuoteText run() {
        const auto& sentences = text_.tokens.sentences;
        for (std::size_t s = 0; s < sentences.size();) {
            const std::size_t first = s;
            first_item_ = static_cast<std::uint32_t>(out_.items.size());
            do {
                add_items(sentences[s]);
                ++s;
            } while (s < sentences.size() && sentences[s].passage == sentences[first].passage && goes_on(sentences[s]));
            close_frame(sentences[first].passage);
        }
        return std::move(out_);
    }

private:
    // The frame goes on when the sentence's begin lies in a quoted stretch, or behind one that ended with ! or ? and in lower case.
    [[nodiscard]] bool goes_on(const Sentence& next) const {
        if (stretch_ < out_.stretches.size() && out_.stretches[stretch_].outer.begin < next.span.begin) return true;
        if (out_.items.size() > first_item_ && out_.items.back().kind == ItemKind::quoted && out_.items.back().span.end > next.span.begin)
            return true;
        if (next.first_word >= text_.tokens.words.size() || next.first_word == next.last_word) return false;
        std::uint32_t w = next.first_word;
        while (w < next.last_word && text_.tokens.words[w].span.end <= covered_) ++w;
        if (w >= next.last_word) return true;
        const Word& word = text_.tokens.words[w];
        const bool behind_quoted = out_.items.size() > first_item_ && out_.items.back().kind == ItemKind::quoted;
        if (!behind_quoted) return false;
        if (word.kind == WordKind::word) return !word.capital;
        return text_.text.substr(word.span.begin, word.span.size()) == ",";
    }

    void add_items(const Sentence& sentence) {
        const auto& words = text_.tokens.words;
        for (std::uint32_t w = sentence.first_word; w < sentence.last_word; ++w) {
            const Word& word = words[w];
            if (word.span.begin < covered_) continue;
            if (out_.items.size() - first_item_ >= longest_frame || begins_anew(w, sentence)) close_frame(sentence.passage);
            while (stretch_ < out_.stretches.size() && out_.stretches[stretch_].outer.end <= word.span.begin) ++stretch_;
            if (stretch_ < out_.stretches.size() && out_.stretches[stretch_].outer.contains(word.span.begin)) {
                add_quoted();
            } else if (is_bracket_open(word)) {
                add_bracket(w, sentence);
            } else if (const std::uint32_t dot = glued_at(word); dot != 0) {
                add_glued(word, dot, sentence.passage);
            } else {
                add_word(word, w + 1 == sentence.last_word);
            }
        }
    }

    // "… fordert die Rückgabe. 1996 hatte", "… mit 13. Die Zahl": a dot that might be an ordinal's or an abbreviation's ends the sentence
    // all the same when a year stands behind it, or an article or the like, which stand behind neither.
    [[nodiscard]] bool begins_anew(std::uint32_t w, const Sentence& sentence) const {
        constexpr std::uint32_t shortest = 4;  // letters of a word that is no abbreviation
        const auto& words = text_.tokens.words;
        if (w < sentence.first_word + 2 || out_.items.size() < first_item_ + 2) return false;
        const Word& dot = words[w - 1];
        const Word& before = words[w - 2];
        if (dot.span.size() != 1 || text_.text[dot.span.begin] != '.' || dot.span.begin != before.span.end) return false;
        if (words[w].kind == WordKind::number)
            return words[w].span.size() == 4 && before.kind == WordKind::word && before.span.size() > shortest;
        if (before.kind != WordKind::number || words[w].kind != WordKind::word || !words[w].capital) return false;
        const WordEntry* entry = out_.lexicon->find(to_lower(text_.text.substr(words[w].span.begin, words[w].span.size())));
        constexpr ClassSet openers = bit(WordClass::determiner) | bit(WordClass::pronoun) | bit(WordClass::preposition);
        return entry != nullptr && (entry->classes & openers) != 0;
    }

    // "sagte der Lotse.Der Kai": two sentences whose blank is lost; text offset of the dot, 0 when the word is one.
    [[nodiscard]] std::uint32_t glued_at(const Word& word) const {
        constexpr std::size_t shortest = 3;  // letters on both sides
        if (word.kind != WordKind::word || word.span.size() < 2 * shortest + 1) return 0;
        const std::string_view form = text_.text.substr(word.span.begin, word.span.size());
        const std::size_t dot = form.find('.');
        if (dot == std::string_view::npos || dot < shortest || dot + shortest >= form.size() ||
            form.find('.', dot + 1) != std::string_view::npos)
            return 0;
        std::size_t at = dot + 1;
        const bool capital = is_upper(next_code_point(form, at));
        const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
        return capital && small(form[dot - 1]) && small(form[dot - 2]) && small(form.back())
                   ? word.span.begin + static_cast<std::uint32_t>(dot)
                   : 0;
    }

    void add_glued(const Word& word, std::uint32_t dot, std::uint32_t passage) {
        add_word({{word.span.begin, dot}, word.kind, word.capital}, false);
        Item mark;
        mark.span = {dot, dot + 1};
        mark.kind = ItemKind::mark;
        mark.mark = '.';
        out_.items.push_back(mark);
        close_frame(passage);
        add_word({{dot + 1, word.span.end}, word.kind, true}, false);
    }

    void add_quoted() {
        const Span outer = out_.stretches[stretch_].outer;
        Item item;
        item.span = outer;
        item.kind = ItemKind::quoted;
        item.quoted = static_cast<std::uint32_t>(stretch_);
        out_.items.push_back(item);
        covered_ = outer.end;
        ++stretch_;
    }

    [[nodiscard]] bool is_bracket_open(const Word& word) const {
        const std::string_view mark = text_.text.substr(word.span.begin, word.span.size());
        return word.kind == WordKind::mark && (mark == "(" || mark == "[");
    }

    // A bracket reaches to its partner within 60 words of the sentence; else the mark stands alone.
    void add_bracket(std::uint32_t open, const Sentence& sentence) {
        constexpr std::uint32_t longest = 60;
        const auto& words = text_.tokens.words;
        const std::uint32_t stop = std::min(sentence.last_word, open + longest);
        const bool quoted_soon = stretch_ < out_.stretches.size();
        for (std::uint32_t w = open + 1; w < stop; ++w) {
            if (quoted_soon && words[w].span.begin >= out_.stretches[stretch_].outer.begin) break;
            const std::string_view mark = text_.text.substr(words[w].span.begin, words[w].span.size());
            if (mark != ")" && mark != "]") continue;
            Item item;
            item.span = {words[open].span.begin, words[w].span.end};
            item.kind = ItemKind::bracket;
            out_.items.push_back(item);
            covered_ = item.span.end;
            return;
        }
        add_word(words[open], false);
    }

    void add_word(const Word& word, bool last) {
        Item item;
        item.span = word.span;
        item.capital = word.capital;
        const std::string_view form = text_.text.substr(word.span.begin, word.span.size());
        if (word.kind == WordKind::mark) {
            item.kind = ItemKind::mark;
            item.mark = mark_of(form);
            if (form == "-" && word.span.begin > 0 && text_.text[word.span.begin - 1] != ' ') item.mark = 0;
            if (form == "." && !last) item.mark = 0;  // of an abbreviation or an initial
        } else if (word.kind == WordKind::number) {
            item.kind = ItemKind::number;
        } else {
            classify(item, form);
        }
        out_.items.push_back(item);
    }

    // "dpa-Meldung", "al-Nasiri", "d'Aosta"
    [[nodiscard]] static bool has_capital_inside(std::string_view form) {
        std::size_t joint = form.size();
        while (joint > 0 && form[joint - 1] != '-' && form[joint - 1] != '\'') --joint;
        if (joint == 0 || joint == form.size()) return false;
        return is_upper(next_code_point(form, joint));
    }

    void classify(Item& item, std::string_view form) {
        item.unusual = !item.capital &&
                       (is_digit(static_cast<unsigned char>(form.front())) || form.find('.') < form.size() - 1 || has_capital_inside(form));
        item.abbreviated = form.ends_with('.');
        if (item.capital) lower_ = lower_word(form);
        const std::string_view lower = item.capital ? std::string_view(lower_) : form;
        item.entry = out_.lexicon->find(lower);
        if (item.entry != nullptr) item.classes = item.entry->classes;
        else if (!item.capital && out_.lexicon->ends_subjunctive(lower)) item.classes = bit(WordClass::subjunctive);
        item.agency = !item.capital && item.is(WordClass::media_noun) && !out_.lexicon->small_nouns();
        if (item.capital) item.classes |= out_.lexicon->classes_by_end(lower);
        else if (item.unusual && has_capital_inside(form)) item.classes |= out_.lexicon->classes_by_end(lower_word(form));
    }

    // A frame has at most longest_frame items, so that looking through all of it for each cue stays cheap.
    void close_frame(std::uint32_t passage) {
        Frame frame;
        frame.items = {first_item_, static_cast<std::uint32_t>(out_.items.size())};
        first_item_ = frame.items.last;
        frame.passage = passage;
        frame.heading = is_heading(text_.passages[passage].kind);
        frame.first_segment = static_cast<std::uint32_t>(out_.segments.size());
        cut_segments(frame.items);
        frame.last_segment = static_cast<std::uint32_t>(out_.segments.size());
        if (!frame.items.empty()) out_.frames.push_back(frame);
    }

    void cut_segments(ItemRange range) {
        char before = 0;
        std::uint32_t begin = range.first;
        for (std::uint32_t i = range.first; i <= range.last; ++i) {
            const char mark = i < range.last && out_.items[i].kind == ItemKind::mark ? out_.items[i].mark : static_cast<char>(0);
            if (i < range.last && mark == 0) continue;
            if (begin < i) {
                out_.segments.push_back({{begin, i}, before});
                before = mark;
            } else if (mark != 0 && mark != ',') {
                before = mark;
            }
            begin = i + 1;
        }
    }

    const MarkText& text_;
    QuoteText out_;
    std::uint32_t first_item_ = 0;  // of the frame that is being read
    std::size_t stretch_ = 0;       // the next quoted stretch
    std::uint32_t covered_ = 0;     // text behind which words are new
    std::string lower_;
};

}  // namespace

QuoteText make_quote_text(const MarkText& text, const QuoteLexicon& lexicon) { return Framing(text, lexicon).run(); }

}  // namespace depesche
