#include <algorithm>

#include "stories/grouping.h"

namespace depesche {

std::string_view meant_lead(const Piece& piece) {
    constexpr std::size_t longest = 400;  // bytes
    std::string_view lead = piece.teaser.empty() ? std::string_view(piece.text) : std::string_view(piece.teaser);
    if (lead.size() <= longest) return lead;
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(lead[end]) & 0xC0U) == 0x80U) --end;
    return lead.substr(0, end);
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
