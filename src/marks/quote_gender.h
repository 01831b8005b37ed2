// Gender: what the words before a name say of whom they mean.
#pragma once

#include <cstdint>
#include <string_view>

#include "marks/quote_frames.h"

namespace depesche {

enum class Gender : std::uint8_t { unknown, feminine, masculine };

// True unless both are known and differ.
[[nodiscard]] bool agree(Gender left, Gender right);

// The words of a text by their index among its tokens. Keeps a reference.
class SpeakerWords {
public:
    explicit SpeakerWords(const QuoteText& text) : text_(text) {}

    [[nodiscard]] std::string_view word(std::uint32_t index) const;
    [[nodiscard]] bool has(std::uint32_t index, WordClass c) const;

    // True when the sentence begins with the name at text offset `at`, its role and article.
    [[nodiscard]] bool begins_sentence(std::uint32_t at) const;

    // From the role before a name: "Pfarrerin Ulrike Sandmann", "der Bergführer Luis Fankhauser", "Frau Tuor".
    [[nodiscard]] Gender gender_before(std::uint32_t at) const;

    // From the given name that a full name begins with: "Nora Wessely". Unknown for a name alone and for names of either sex.
    [[nodiscard]] Gender gender_of_name(std::string_view name) const;

private:
    [[nodiscard]] Gender gender_of_noun(std::uint32_t index) const;

    const QuoteText& text_;
};

}  // namespace depesche
