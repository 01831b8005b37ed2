// Whom a pronoun means: the persons that the text names, and the last that fits.
#include <algorithm>

#include "marks/quote_speaker_resolver.h"

namespace depesche {

using enum WordClass;

void SpeakerResolver::collect_quoted() {
    for (const Quote& quote : quotes_) {
        if (quote.type == QuoteType::direct) quoted_.insert(quoted_.end(), quote.parts.begin(), quote.parts.end());
    }
    std::ranges::sort(quoted_, {}, &Span::begin);
}

bool SpeakerResolver::is_quoted(std::uint32_t at) const {
    const auto it = std::ranges::partition_point(quoted_, [&](Span s) { return s.end <= at; });
    return it != quoted_.end() && it->contains(at);
}

void SpeakerResolver::collect_mentions() {
    for (const Name& name : marks_.names) {
        if (name.kind != NameKind::person || name.entity >= marks_.entities.size()) continue;
        const bool lead = words_.begins_sentence(name.span.begin);
        if (genders_[name.entity] == Gender::unknown) genders_[name.entity] = words_.gender_before(name.span.begin);
        if (is_quoted(name.span.begin)) continue;
        mentions_.push_back({name.span, name.entity, passage_at(name.span.begin), lead});
    }
}

std::uint32_t SpeakerResolver::passage_at(std::uint32_t at) const {
    const auto& passages = text_.text->passages;
    const auto it = std::ranges::partition_point(passages, [&](const Passage& p) { return p.span.end <= at; });
    return static_cast<std::uint32_t>(it - passages.begin());
}

std::size_t SpeakerResolver::mentions_before(std::uint32_t at) const {
    return static_cast<std::size_t>(std::ranges::partition_point(mentions_, [&](const NamedPerson& m) { return m.span.begin < at; }) -
                                    mentions_.begin());
}

std::optional<std::uint32_t> SpeakerResolver::antecedent(std::uint32_t at, Gender gender) const {
    const std::uint32_t passage = passage_at(at);
    const std::size_t end = mentions_before(at);
    std::vector<const NamedPerson*> near;
    for (std::size_t i = end; i-- > 0 && near.size() < mentions_back;) {
        const NamedPerson& mention = mentions_[i];
        if (mention.passage + passages_back < passage) break;
        if (agree(genders_[mention.entity], gender)) near.push_back(&mention);
    }
    const bool spoke_near =
        spoke_ && spoke_->passage + 1 >= passage && spoke_->entity < genders_.size() && agree(genders_[spoke_->entity], gender);
    if (near.empty()) return spoke_near ? std::optional(spoke_->entity) : std::nullopt;
    const bool lone = std::ranges::all_of(near, [&](const NamedPerson* m) { return m->entity == near.front()->entity; });
    if (lone) return near.front()->entity;
    if (spoke_near && std::ranges::any_of(near, [&](const NamedPerson* m) { return m->entity == spoke_->entity; })) {
        const bool newer_lead = near.front()->leads && near.front()->entity != spoke_->entity && near.front()->passage == passage;
        if (!newer_lead) return spoke_->entity;
    }
    return best_of(near, passage);
}

std::optional<std::uint32_t> SpeakerResolver::best_of(const std::vector<const NamedPerson*>& near, std::uint32_t passage) {
    for (const NamedPerson* m : near) {
        if (m->passage < passage) break;
        if (m->leads) return m->entity;
    }
    const bool only =
        std::ranges::all_of(near, [&](const NamedPerson* m) { return m->passage < passage || m->entity == near.front()->entity; });
    return only && near.front()->passage == passage ? std::optional(near.front()->entity) : std::nullopt;
}

}  // namespace depesche
