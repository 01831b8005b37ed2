#include "marks/quote_media.h"

#include <string>

#include "base/utf8.h"

namespace depesche {

using enum WordClass;

namespace {

constexpr std::size_t media_back = 12;  // so many names of media are looked at

}  // namespace

void MediumNames::name_medium(Quote& quote) {
    for (Span& via : quote.via) {
        const Tokens& tokens = text_.text->tokens;
        const std::uint32_t first = tokens.word_at(via.begin);
        std::uint32_t last = first;
        while (last < tokens.words.size() && tokens.words[last].span.end <= via.end) ++last;
        const bool bare = last - first == 2 && words_.has(first, determiner) && words_.has(last - 1, media_noun);
        if (!bare) {
            media_.push_back(via);
            continue;
        }
        const std::string noun = to_lower(words_.word(last - 1));
        for (std::size_t i = media_.size(); i-- > 0 && media_.size() - i <= media_back;) {
            const std::string words = to_lower(text_.words(media_[i]));
            if (words.find(noun) == std::string::npos) continue;
            via = media_[i];
            break;
        }
    }
}

}  // namespace depesche
