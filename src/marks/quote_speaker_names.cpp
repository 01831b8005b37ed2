// Names in the words for a speaker.
#include <algorithm>

#include "base/utf8.h"
#include "marks/quote_speaker_resolver.h"

namespace depesche {

using enum WordClass;

void SpeakerResolver::part_compound(std::vector<Span>& speaker) const {
    const std::string_view words = text_.words(speaker.back());
    const std::size_t hyphen = words.rfind('-');
    if (speaker.size() != 1 || hyphen == std::string_view::npos || hyphen == 0 || words.find(' ') != std::string_view::npos) return;
    const WordEntry* noun = text_.lexicon->find(to_lower(words.substr(hyphen + 1)));
    if (noun == nullptr || (noun->classes & bit(source_noun)) == 0) return;
    const Span whole = speaker.front();
    const auto parted = whole.begin + static_cast<std::uint32_t>(hyphen);
    speaker = {{parted + 1, whole.end}, {whole.begin, parted}};
}

void SpeakerResolver::cut_behind_name(Span& who) const {
    const Name* name = name_in(who);
    if (name == nullptr || name->kind != NameKind::person || name->span.end >= who.end || name->entity >= marks_.entities.size()) return;
    const std::string_view behind = text_.words(Span{name->span.end, who.end});
    const std::string_view written = text_.words(name->span);
    const bool whole = is_full_name(written) || begins_or_ends_with_word(marks_.entities[name->entity].name, written);
    const std::string_view noun = behind.substr(1);
    if (!whole || behind.front() != ' ' || noun.find_first_of(" ,(-") != std::string_view::npos) return;
    if (marks_.entities[name->entity].name.find(noun) == std::string::npos) who.end = name->span.end;
}

const Name* SpeakerResolver::name_in(Span who) const {
    const Name* other = nullptr;
    auto it = std::ranges::partition_point(marks_.names, [&](const Name& n) { return n.span.end <= who.begin; });
    for (; it != marks_.names.end() && it->span.begin < who.end; ++it) {
        if (it->kind == NameKind::person) return &*it;
        const bool alone = it->span.begin <= who.begin + article_length(who);
        if (alone) other = &*it;
    }
    return other;
}

std::uint32_t SpeakerResolver::article_length(Span who) const {
    const Tokens& tokens = text_.text->tokens;
    const std::uint32_t index = tokens.word_at(who.begin);
    if (index + 1 >= tokens.words.size() || !words_.has(index, determiner)) return 0;
    return tokens.words[index + 1].span.begin - who.begin;
}

std::optional<std::uint32_t> SpeakerResolver::named(std::string_view words) const {
    constexpr std::size_t looked_at = 256;
    for (std::uint32_t e = 0; e < std::min(marks_.entities.size(), looked_at); ++e) {
        if (marks_.entities[e].name == words) return e;
    }
    return std::nullopt;
}

std::uint32_t SpeakerResolver::bearer_of(const Name& name) const {
    if (name.kind != NameKind::person || !full_ || full_->entity == name.entity || is_full_name(text_.words(name.span))) return name.entity;
    if (full_->passage + 1 < passage_at(name.span.begin) || !begins_or_ends_with_word(text_.words(full_->name), text_.words(name.span)))
        return name.entity;
    const std::size_t end = mentions_before(name.span.begin);
    for (std::size_t i = end; i-- > 0 && mentions_[i].span.begin > full_->name.begin;) {
        if (end - i > mentions_back * 4) return name.entity;
        if (mentions_[i].entity == name.entity && is_full_name(text_.words(mentions_[i].span))) return name.entity;
    }
    return full_->entity;
}

}  // namespace depesche
