#include "brief/drift.h"

#include <algorithm>

#include "base/utf8.h"
#include "brief/align.h"

namespace depesche {
namespace {

using Words = std::vector<UtteredWord>;

const std::string& folded(const StoryText& text, const UtteredWord& word) { return text.vocabulary().form(word.form).folded; }

std::string lower(const StoryText& text, const Utterance& utterance, const UtteredWord& word) {
    return to_lower(text.reports()[utterance.report].text.text.substr(word.span.begin, word.span.size()));
}

std::vector<std::string> lower_in(const StoryText& text, const Utterance& utterance, std::uint32_t begin, std::uint32_t end) {
    std::vector<std::string> words;
    for (std::uint32_t i = begin; i < end; ++i) words.push_back(lower(text, utterance, utterance.words[i]));
    return words;
}

// The same word, up to its ending.
bool is_same(const StoryText& text, const Utterance& left, const UtteredWord& a, const Utterance& right, const UtteredWord& b) {
    if (a.form == b.form) return true;
    const WordForm& form_a = text.vocabulary().form(a.form);
    const WordForm& form_b = text.vocabulary().form(b.form);
    if (form_a.number || form_b.number || !differ_by_ending(form_a.folded, form_b.folded)) return false;
    return !text.words_of(left.report).limit.contains(lower(text, left, a)) &&
           !text.words_of(right.report).limit.contains(lower(text, right, b));
}

Alignment line_up(const StoryText& text, const Utterance& left, const Utterance& right) {
    return align(static_cast<std::uint32_t>(left.words.size()), static_cast<std::uint32_t>(right.words.size()),
                 [&](std::uint32_t i, std::uint32_t j) {
                     const UtteredWord& a = left.words[i];
                     const UtteredWord& b = right.words[j];
                     if (a.form == b.form) return text.vocabulary().form(a.form).stop ? 1.5F : 2.0F;
                     return is_same(text, left, a, right, b) ? 1.4F : -1.0F;
                 });
}

std::vector<Change> changes_between(const Alignment& pairs, std::uint32_t left_size, std::uint32_t right_size) {
    std::vector<Change> changes;
    std::uint32_t left = 0;
    std::uint32_t right = 0;
    const auto close = [&](std::uint32_t i, std::uint32_t j) {
        if (i > left || j > right) changes.push_back({left, i, right, j, false});
    };
    for (const auto& [i, j] : pairs) {
        close(i, j);
        left = i + 1;
        right = j + 1;
    }
    close(left_size, right_size);
    return changes;
}

bool only_fillers(const StoryText& text, const Utterance& utterance, std::uint32_t begin, std::uint32_t end) {
    const std::vector<std::string> words = lower_in(text, utterance, begin, end);
    return std::ranges::all_of(words, [&](const std::string& word) { return text.words_of(utterance.report).filler.contains(word); });
}

// "Wer fährt, (der) muss bremsen": a word that only takes up the clause before it.
bool only_takes_up(const StoryText& text, const Utterance& left, const Utterance& right, const Change& change) {
    const bool of_left = change.right_begin == change.right_end;
    const Utterance& fuller = of_left ? left : right;
    const std::uint32_t begin = of_left ? change.left_begin : change.right_begin;
    const std::uint32_t end = of_left ? change.left_end : change.right_end;
    if ((!of_left && change.left_begin != change.left_end) || end != begin + 1 || begin == 0 || !fuller.words[begin].clause_begins)
        return false;
    return text.words_of(fuller.report).article.contains(lower(text, fuller, fuller.words[begin]));
}

// "zurück gegeben" and "zurückgegeben".
bool same_letters(const StoryText& text, const Utterance& left, const Utterance& right, const Change& change) {
    std::string a;
    std::string b;
    for (std::uint32_t i = change.left_begin; i < change.left_end; ++i) a += folded(text, left.words[i]);
    for (std::uint32_t j = change.right_begin; j < change.right_end; ++j) b += folded(text, right.words[j]);
    return a == b;
}

// What is cut off at an end: words [begin, end) of the fuller wording, `tail` when at its end.
bool cut_has_loss(const StoryText& text, const Utterance& fuller, std::uint32_t begin, std::uint32_t end, bool tail) {
    const BriefWords& known = text.words_of(fuller.report);
    const std::vector<std::string> words = lower_in(text, fuller, begin, end);
    const UtteredWord& first = fuller.words[begin];
    const bool at_joint =
        tail ? first.clause_begins || first.sentence_begins : fuller.words[end].clause_begins || fuller.words[end].sentence_begins;
    if (known.turn.match(words) > 0) return tail || !at_joint || !fuller.words[end].sentence_begins;
    if (at_joint) return false;
    return known.limit.within(words);
}

// A cut at the end of one side, or at its begin.
bool is_harmless_cut(const StoryText& text, const Utterance& left, const Utterance& right, const Change& change) {
    const bool of_left = change.right_begin == change.right_end;
    if (!of_left && change.left_begin != change.left_end) return false;
    const Utterance& fuller = of_left ? left : right;
    const Utterance& cut = of_left ? right : left;
    const std::uint32_t begin = of_left ? change.left_begin : change.right_begin;
    const std::uint32_t end = of_left ? change.left_end : change.right_end;
    const std::uint32_t at = of_left ? change.right_begin : change.left_begin;
    if (at == cut.words.size()) return !cut_has_loss(text, fuller, begin, end, true);
    if (at == 0) return !cut_has_loss(text, fuller, begin, end, false);
    return false;
}

// The same words stand on the other side a little earlier or later ("noch immer", "immer noch"). A word that turns or narrows what
// stands beside it must not have gone further than its neighbour.
bool is_moved(const StoryText& text, const Utterance& left, const Utterance& right, const Change& gone, const Change& come) {
    constexpr std::uint32_t beside = 2;
    const std::uint32_t count = gone.left_end - gone.left_begin;
    if (gone.right_begin != gone.right_end || come.left_begin != come.left_end || come.right_end - come.right_begin != count || count == 0)
        return false;
    for (std::uint32_t i = 0; i < count; ++i) {
        if (left.words[gone.left_begin + i].form != right.words[come.right_begin + i].form) return false;
    }
    const std::uint32_t distance =
        gone.right_begin > come.right_begin ? gone.right_begin - come.right_begin : come.right_begin - gone.right_begin;
    return distance <= beside || !text.words_of(left.report).limit.within(lower_in(text, left, gone.left_begin, gone.left_end));
}

void forgive_moved(const StoryText& text, const Utterance& left, const Utterance& right, std::vector<Change>& changes) {
    for (Change& gone : changes) {
        if (gone.harmless) continue;
        const auto come =
            std::ranges::find_if(changes, [&](const Change& c) { return !c.harmless && is_moved(text, left, right, gone, c); });
        if (come == changes.end()) continue;
        gone.harmless = true;
        come->harmless = true;
    }
}

void judge(const StoryText& text, const Utterance& left, const Utterance& right, std::vector<Change>& changes) {
    for (Change& change : changes) {
        change.harmless = (only_fillers(text, left, change.left_begin, change.left_end) &&
                           only_fillers(text, right, change.right_begin, change.right_end)) ||
                          same_letters(text, left, right, change) || only_takes_up(text, left, right, change) ||
                          is_harmless_cut(text, left, right, change);
    }
    forgive_moved(text, left, right, changes);
}

// Nothing is "–" between words and "…" at an end, where the wording was cut.
std::string written(const StoryText& text, const Utterance& utterance, std::uint32_t begin, std::uint32_t end) {
    if (begin == end) return begin == 0 || end == utterance.words.size() ? "…" : "–";
    const Span span{utterance.words[begin].span.begin, utterance.words[end - 1].span.end};
    std::string words(text.reports()[utterance.report].text.text.substr(span.begin, span.size()));
    std::ranges::replace(words, '\n', ' ');
    return words;
}

}  // namespace

WordingMatch match_wordings(const StoryText& text, const Utterance& left, const Utterance& right) {
    WordingMatch match;
    const auto left_size = static_cast<std::uint32_t>(std::min<std::size_t>(left.words.size(), align_limit));
    const auto right_size = static_cast<std::uint32_t>(std::min<std::size_t>(right.words.size(), align_limit));
    match.shorter = std::min(left_size, right_size);
    const Alignment pairs = line_up(text, left, right);
    match.matched = static_cast<std::uint32_t>(pairs.size());
    for (const auto& [i, j] : pairs) match.content += text.vocabulary().form(left.words[i].form).stop ? 0U : 1U;
    if (!pairs.empty()) {
        match.inner = std::max(pairs.back().first - pairs.front().first, pairs.back().second - pairs.front().second) + 1;
    }
    match.changes = changes_between(pairs, left_size, right_size);
    judge(text, left, right, match.changes);
    return match;
}

bool has_drift(const WordingMatch& match) {
    return std::ranges::any_of(match.changes, [](const Change& change) { return !change.harmless; });
}

std::vector<std::string> describe(const StoryText& text, const Utterance& left, const Utterance& right, const WordingMatch& match) {
    std::vector<std::string> out;
    for (const Change& change : match.changes) {
        if (change.harmless) continue;
        out.push_back(written(text, left, change.left_begin, change.left_end) + " → " +
                      written(text, right, change.right_begin, change.right_end));
    }
    return out;
}

}  // namespace depesche
