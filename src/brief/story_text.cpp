#include "brief/story_text.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>

namespace depesche {
namespace {

constexpr std::uint32_t no_form = 0xFFFFFFFF;  // a punctuation mark
constexpr float part_share = 0.5F;             // a part of a compound hints at the word that stands alone elsewhere

// A mark that is moved in one piece. Names, figures and times of a text may overlap; times go before names before figures.
struct Piece {
    Span span;
    UnitKind kind;
    std::uint32_t id;
};

template <class Mark>
void add_pieces(const std::vector<Mark>& marks, Span within, UnitKind kind, std::vector<Piece>& pieces) {
    auto at = std::ranges::partition_point(marks, [&](const Mark& m) { return m.span.begin < within.begin; });
    for (; at != marks.end() && at->span.begin < within.end; ++at) {
        if (at->span.end > within.end || at->span.empty()) continue;
        pieces.push_back({at->span, kind, static_cast<std::uint32_t>(at - marks.begin())});
    }
}

int rank(UnitKind kind) { return kind == UnitKind::time ? 0 : kind == UnitKind::name ? 1 : 2; }

// By text, not overlapping.
std::vector<Piece> pieces_in(const Marks& marks, Span sentence) {
    std::vector<Piece> all;
    add_pieces(marks.times, sentence, UnitKind::time, all);
    add_pieces(marks.names, sentence, UnitKind::name, all);
    add_pieces(marks.figures, sentence, UnitKind::figure, all);
    std::ranges::sort(all, [](const Piece& a, const Piece& b) {
        if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
        if (a.kind != b.kind) return rank(a.kind) < rank(b.kind);
        return a.span.end > b.span.end;
    });
    std::vector<Piece> kept;
    for (const Piece& piece : all) {
        if (kept.empty() || kept.back().span.end <= piece.span.begin) kept.push_back(piece);
        else if (rank(piece.kind) < rank(kept.back().kind)) kept.back() = piece;
    }
    return kept;
}

}  // namespace

StoryText::StoryText(const StoryReports& reports, const StoryNames& names, const BriefLexicon& lexicon)
    : reports_(&reports), names_(&names), concepts_(&lexicon.concepts()) {
    for (const Prepared* report : reports.reports) brief_words_.push_back(&lexicon.of(*report->language));
    read_words();
    make_lines();
    make_wordings();
    weigh();
}

void StoryText::read_words() {
    for (const Prepared* report : reports_->reports) {
        std::vector<std::uint32_t>& forms = forms_.emplace_back();
        forms.reserve(report->text.tokens.words.size());
        for (const Word& word : report->text.tokens.words) {
            if (word.kind == WordKind::mark) forms.push_back(no_form);
            else forms.push_back(vocabulary_.add(report->text.text.substr(word.span.begin, word.span.size()), *report->language));
        }
    }
    vocabulary_.find_parts();
}

void StoryText::make_lines() {
    for (std::uint32_t r = 0; r < reports_->size(); ++r) {
        const Prepared& report = (*reports_)[r];
        first_line_.push_back(static_cast<std::uint32_t>(lines_.size()));
        for (std::uint32_t s = 0; s < report.text.tokens.sentences.size(); ++s) {
            const Sentence& sentence = report.text.tokens.sentences[s];
            Line line{r, s, sentence.span, report.text.passages[sentence.passage].kind, s, static_cast<std::uint32_t>(units_.size()), 0, 0};
            make_units(report, r, sentence);
            line.last_unit = static_cast<std::uint32_t>(units_.size());
            lines_.push_back(line);
        }
    }
    first_line_.push_back(static_cast<std::uint32_t>(lines_.size()));
}

void StoryText::make_units(const Prepared& report, std::uint32_t index, const Sentence& sentence) {
    const std::vector<Piece> pieces = pieces_in(report.marks, sentence.span);
    std::size_t next = 0;
    for (std::uint32_t w = sentence.first_word; w < sentence.last_word; ++w) {
        const Span span = report.text.tokens.words[w].span;
        while (next < pieces.size() && pieces[next].span.end <= span.begin) ++next;
        if (next < pieces.size() && span.begin >= pieces[next].span.begin) {
            const Piece& piece = pieces[next];
            if (!units_.empty() && units_.back().span == piece.span && units_.back().kind == piece.kind) continue;
            const std::uint32_t id = piece.kind == UnitKind::name ? names_->group_of(index, report.marks.names[piece.id].entity) : piece.id;
            units_.push_back({piece.kind, piece.span, id, 0, false, 0});
            continue;
        }
        const std::uint32_t form = forms_[index][w];
        if (form == no_form) continue;
        const WordForm& known = vocabulary_.form(form);
        units_.push_back({UnitKind::word, span, form, known.stem, known.stop, 0});
    }
}

std::vector<Term> StoryText::terms_of(const Line& line) const {
    std::vector<Term> terms;
    for (const TextUnit& unit : units_of(line)) {
        if (unit.kind == UnitKind::name) terms.push_back({term_of_group(unit.id), 1});
        if (unit.kind != UnitKind::word || unit.stop) continue;
        terms.push_back({unit.stem, 1});
        for (const std::uint32_t part : vocabulary_.parts(unit.stem)) terms.push_back({part, part_share});
    }
    std::ranges::sort(terms, [](const Term& a, const Term& b) { return a.id != b.id ? a.id < b.id : a.share > b.share; });
    terms.erase(std::unique(terms.begin(), terms.end(), [](const Term& a, const Term& b) { return a.id == b.id; }), terms.end());
    return terms;
}

void StoryText::make_wordings() {
    std::unordered_map<std::string, std::uint32_t> known;
    for (std::uint32_t l = 0; l < lines_.size(); ++l) {
        Line& line = lines_[l];
        const std::vector<std::uint32_t> forms = forms_in(line.report, line.span);
        const std::string key(reinterpret_cast<const char*>(forms.data()), forms.size() * sizeof(std::uint32_t));
        const auto [at, fresh] = known.emplace(key, static_cast<std::uint32_t>(wordings_.size()));
        if (fresh) wordings_.push_back({{}, terms_of(line), 0});
        line.wording = at->second;
        wordings_[at->second].lines.push_back(l);
    }
}

void StoryText::weigh() {
    std::vector<float> seen(vocabulary_.stems() + names_->groups().size(), 0);
    for (const StoryWording& wording : wordings_) {
        for (const Term& term : wording.terms) seen[term.id] += 1;
    }
    const auto count = static_cast<float>(wordings_.size()) + 1;
    for (const float n : seen) term_weights_.push_back(std::max(0.1F, std::log(count / (n + 0.5F))));
    for (StoryWording& wording : wordings_) {
        for (const Term& term : wording.terms) wording.total += term.share == 1 ? term_weights_[term.id] : 0;
    }
    for (TextUnit& unit : units_) {
        if (unit.kind == UnitKind::name) unit.weight = weight(term_of_group(unit.id));
        else if (unit.kind == UnitKind::word && !unit.stop) unit.weight = weight(unit.stem);
    }
}

const Line* StoryText::line_at(std::uint32_t report, std::uint32_t at) const {
    const auto begin = lines_.begin() + first_line_[report];
    const auto end = lines_.begin() + first_line_[report + 1];
    const auto found = std::partition_point(begin, end, [&](const Line& line) { return line.span.end <= at; });
    return found == end || !found->span.contains(at) ? nullptr : &*found;
}

std::vector<std::uint32_t> StoryText::forms_in(std::uint32_t report, Span span) const {
    const Tokens& tokens = (*reports_)[report].text.tokens;
    std::vector<std::uint32_t> forms;
    for (std::uint32_t w = tokens.word_at(span.begin); w < tokens.words.size() && tokens.words[w].span.begin < span.end; ++w) {
        if (forms_[report][w] != no_form) forms.push_back(forms_[report][w]);
    }
    return forms;
}

std::vector<Span> StoryText::word_spans_in(std::uint32_t report, Span span) const {
    const Tokens& tokens = (*reports_)[report].text.tokens;
    std::vector<Span> spans;
    for (std::uint32_t w = tokens.word_at(span.begin); w < tokens.words.size() && tokens.words[w].span.begin < span.end; ++w) {
        if (forms_[report][w] != no_form) spans.push_back(tokens.words[w].span);
    }
    return spans;
}

}  // namespace depesche
