// A sentence falls into stretches of words that may be part of a name (a capital, or a word right beside one) and words
// that cannot; each stretch is labelled for itself, which makes the common lower-case words free. A sentence without end
// costs memory in proportion to its longest stretch only: stretches are cut at longest_stretch words.
#include "marks/name_recognizer.h"

#include <algorithm>

#include "marks/name_features.h"

namespace depesche {
namespace {

constexpr std::size_t longest_stretch = 2000;

struct Stretch {
    std::span<const NameWord> words;  // of the sentence
    std::size_t begin = 0;
    std::size_t end = 0;
};

FoundName name_from(const Stretch& stretch, std::span<const Labelled> labels, std::size_t from, std::size_t to, std::uint32_t first_word) {
    FoundName name;
    const std::size_t base = stretch.begin;
    name.span = {stretch.words[base + from].begin, stretch.words[base + to - 1].end};
    name.kind = static_cast<NameKind>((static_cast<unsigned>(labels[from].label) - 1) / 2);
    name.confidence = 1;
    for (std::size_t i = from; i < to; ++i) name.confidence = std::min(name.confidence, labels[i].confidence);
    name.first_word = first_word + static_cast<std::uint32_t>(base + from);
    name.last_word = first_word + static_cast<std::uint32_t>(base + to);
    return name;
}

// "Johannes Paul II. reiste": the dot behind a Roman number inside a sentence is an ordinal's and belongs to the name.
void take_ordinal_dot(std::string_view text, const Tokens& tokens, FoundName& name) {
    if (name.kind != NameKind::person || name.last_word - name.first_word < 2 || name.last_word + 1 >= tokens.words.size()) return;
    const Span last = tokens.words[name.last_word - 1].span;
    const Word& dot = tokens.words[name.last_word];
    const bool roman = text.substr(last.begin, last.size()).find_first_not_of("IVX") == std::string_view::npos;
    if (!roman || dot.span.begin != last.end || text[dot.span.begin] != '.' || tokens.words[name.last_word + 1].sentence != dot.sentence)
        return;
    name.span.end = dot.span.end;
    ++name.last_word;
}

bool begins(NameLabel label) {
    return label == NameLabel::begin_person || label == NameLabel::begin_place || label == NameLabel::begin_organisation;
}

void collect(const Stretch& stretch, std::span<const Labelled> labels, std::uint32_t first_word, std::vector<FoundName>& out) {
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (!begins(labels[i].label)) continue;
        const auto inside = static_cast<NameLabel>(static_cast<unsigned>(labels[i].label) + 1);
        std::size_t j = i + 1;
        while (j < labels.size() && labels[j].label == inside) ++j;
        out.push_back(name_from(stretch, labels, i, j, first_word));
    }
}

}  // namespace

std::vector<FoundName> NameRecognizer::find(std::string_view text, const Tokens& tokens) const {
    std::vector<FoundName> found;
    if (model_.empty()) return found;
    std::unique_ptr<NameMemory> memory = memories_->take();
    NameScorer scorer(lexicon_, model_, *memory);
    for (const Sentence& sentence : tokens.sentences) {
        scorer.read(text, tokens.words_of(sentence));
        const std::span<const NameWord> words = scorer.words();
        for (std::size_t i = 0; i < words.size();) {
            if (!words[i].lead) {
                ++i;
                continue;
            }
            Stretch stretch{words, i, i};
            while (i < words.size() && words[i].lead && i - stretch.begin < longest_stretch) ++i;
            stretch.end = i;
            collect(stretch, best_labels(model_, scorer.scores(stretch.begin, stretch.end)), sentence.first_word, found);
        }
    }
    memories_->give_back(std::move(memory));
    for (FoundName& name : found) take_ordinal_dot(text, tokens, name);
    return found;
}

}  // namespace depesche
