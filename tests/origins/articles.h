// Articles for tests: ids and outlets are made up.
#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "origins/lineage.h"

namespace depesche::test {

// Texts must outlive the result.
struct Piece {
    std::string id;
    std::string outlet;
    std::string published;
    std::string text;
};

inline std::vector<OriginText> origin_texts(const std::vector<Piece>& pieces) {
    std::vector<OriginText> texts;
    for (const Piece& piece : pieces) {
        OriginText text;
        text.id = piece.id;
        text.outlet = piece.outlet;
        text.published = parse_iso(piece.published);
        text.text = piece.text;
        text.language = "de";
        texts.push_back(std::move(text));
    }
    return texts;
}

inline std::string numbered(std::string name, int number) { return name.append(std::to_string(number)); }

inline std::string_view part(std::string_view text, Span span) { return text.substr(span.begin, span.size()); }

}  // namespace depesche::test
