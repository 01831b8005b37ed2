// EncoderWeights: the sentence encoder's numbers as they lie in encoder.weights (cmake/pack_meaning.py describes the file). Used in place.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include <depesche/result.h>

#include "meaning/product.h"

namespace depesche {

// How many neighbouring pieces a window takes in, and how many of them lie before the piece it stands for.
struct WindowShape {
    std::size_t pieces = 0;
    std::size_t before = 0;
};
inline constexpr std::array<WindowShape, 3> windows = {{{2, 0}, {3, 1}, {5, 2}}};
inline constexpr std::size_t window_padding = 2;    // pieces that a window reaches beyond either end of a text at most
inline constexpr std::size_t embedding_size = 512;  // numbers of a piece
inline constexpr std::size_t branch_size = 256;     // and in each branch of windows
inline constexpr std::size_t branches_size = windows.size() * branch_size;
inline constexpr std::size_t feature_size = embedding_size + branches_size;
inline constexpr std::size_t table_blocks = 17;  // piece i shares its scale with i + 17, i + 34 …

struct WindowLayer {
    PanelMatrix matrix;
    const float* add = nullptr;
};

struct EncoderWeights {
    const std::uint8_t* table = nullptr;  // a row of embedding_size numbers for each piece
    std::size_t pieces = 0;
    const float* table_scale = nullptr;  // of each block
    const float* table_least = nullptr;
    PanelMatrix first;
    const float* first_add = nullptr;
    const float* first_gain = nullptr;
    const float* first_shift = nullptr;
    std::array<std::array<WindowLayer, 2>, windows.size()> layers;  // two for each branch
    const float* all_gain = nullptr;
    const float* all_shift = nullptr;
    PanelMatrix text;
    const float* text_add = nullptr;
    PanelMatrix deep0;
    PanelMatrix deep1;
    PanelMatrix deep2;
    PanelMatrix deep3;
    PanelMatrix past1;
    PanelMatrix past3;
    float epsilon = 0;
};

// Views into `bytes`, which must be 64-byte aligned and outlive them. Error: not such a file, or a section is missing or of another size.
[[nodiscard]] Result<EncoderWeights> read_weights(std::string_view bytes);

}  // namespace depesche
