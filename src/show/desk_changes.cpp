#include "show/desk_changes.h"

#include "base/utf8.h"
#include "show/word_changes.h"

namespace depesche {
namespace {

std::string_view text_of(const Brief& brief, const Mention& mention) {
    const std::string_view text = brief.pages[mention.page].text;
    if (mention.in_text.end > text.size()) return {};
    return text.substr(mention.in_text.begin, mention.in_text.size());
}

// The words of `piece`, which begins at `begin` of the page's text.
Span words_in(std::string_view piece, std::uint32_t begin) {
    const std::string_view words = trim(piece);
    const auto from = begin + static_cast<std::uint32_t>(words.data() - piece.data());
    return {from, from + static_cast<std::uint32_t>(words.size())};
}

}  // namespace

std::vector<DeskChange> desk_changes(const Brief& brief, const BriefCopy& copy) {
    if (!copy.source) return {};
    std::vector<DeskChange> changes;
    std::uint32_t at = copy.taken.in_text.begin;
    for (const WordPiece& piece : word_changes(text_of(brief, copy.taken), text_of(brief, *copy.source))) {
        if (piece.state == WordState::missing) {
            changes.push_back({{at, at}, piece.text});
            continue;
        }
        if (piece.state == WordState::changed) changes.push_back({words_in(piece.text, at), {}});
        at += static_cast<std::uint32_t>(piece.text.size());
    }
    return changes;
}

}  // namespace depesche
