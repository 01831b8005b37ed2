#include <algorithm>

#include "base/begin_of.h"

#include "stories/grouping.h"

namespace depesche {

std::string_view meant_lead(const Piece& piece) {
    constexpr std::size_t longest = 400;  // bytes
    return begin_of(piece.teaser.empty() ? piece.text : piece.teaser, longest);
}

std::string meant_text(const Piece& piece) {
    const std::string_view lead = meant_lead(piece);
    return lead.empty() ? piece.title : piece.title + ". " + std::string(lead);
}

void add_meaning(std::span<Piece> pieces, const Meaning& meaning, unsigned threads) {
    std::vector<std::size_t> missing;
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (pieces[i].meaning != nullptr) continue;
        missing.push_back(i);
        texts.push_back(meant_text(pieces[i]));
    }
    const std::vector<MeaningVector> vectors = meaning.of(texts, threads);
    for (std::size_t i = 0; i < missing.size(); ++i) pieces[missing[i]].meaning = std::make_shared<const MeaningVector>(vectors[i]);
}

}  // namespace depesche
