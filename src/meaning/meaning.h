// Meaning: texts to vectors. The part of the program that knows more than one language at once; optional (-DDEPESCHE_MEANING=ON).
//
// Without it `load_meaning` gives an error that says so, and everything else works on words alone.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <depesche/result.h>

#include "meaning/vector.h"

namespace depesche {

// What turns texts into vectors; an interface, so that tests and builds without the part can do without the weights. Safe for all threads.
class Meaning {
public:
    Meaning() = default;
    Meaning(const Meaning&) = delete;
    Meaning& operator=(const Meaning&) = delete;
    virtual ~Meaning() = default;

    // One vector a text, in the order given; a text's vector does not depend on the others nor on `threads` (0: all cores). Of a text over
    // longest_meant_text bytes only the begin is read. A text without a letter or digit has no meaning.
    [[nodiscard]] virtual std::vector<MeaningVector> of(std::span<const std::string> texts, unsigned threads) const = 0;
};

inline constexpr std::size_t longest_meant_text = 2000;  // bytes

// True when the program was built with the part.
[[nodiscard]] bool has_meaning();

// Takes about 0.1 s: the vocabulary is read. Error: built without the part, or its weights are broken.
[[nodiscard]] Result<std::unique_ptr<Meaning>> load_meaning();

// Names the weights of that encoder: vectors made with weights of two names are not to be compared. Empty without the part.
[[nodiscard]] std::string_view encoder_name();

// An encoder that is loaded only when there is something to encode.
struct MeaningSource {
    std::string name;  // of its weights; empty: there is none, and `load` says why
    std::function<Result<std::unique_ptr<Meaning>>()> load;
};
// The program's own.
[[nodiscard]] MeaningSource own_meaning();

}  // namespace depesche
