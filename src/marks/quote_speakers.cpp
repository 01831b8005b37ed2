#include "marks/quote_speakers.h"

#include <algorithm>

#include "marks/quote_addressees.h"
#include "marks/quote_speaker_resolver.h"

namespace depesche {

using enum WordClass;

void SpeakerResolver::run() {
    for (Quote& quote : quotes_) {
        media_.name_medium(quote);
        tidy_addressees(quote, text_, marks_);
        std::erase_if(quote.speaker, [](Span words) { return words.empty(); });
        if (quote.speaker.empty()) continue;
        part_compound(quote.speaker);
        cut_behind_name(quote.speaker.back());
        const Span who = quote.speaker.back();
        if (who != last_span_) {
            last_entity_ = entity_of(who, quote);
            last_span_ = who;
        }
        quote.speaker_entity = last_entity_;
        if (open_ && who.begin >= open_->role.begin && who.end <= open_->end) {
            quote.speaker.back() = open_->role;
            if (text_.lexicon->ends_personal(text_.words(open_->role))) quote.confidence = std::min(quote.confidence, unsure);
        }
        if (quote.speaker_entity) remember(who, *quote.speaker_entity);
    }
}

void SpeakerResolver::remember(Span who, std::uint32_t entity) {
    const std::uint32_t passage = passage_at(who.begin);
    spoke_ = Spoke{entity, passage};
    open_.reset();
    if (full_ && full_->entity == entity) full_->passage = passage;
    const Name* name = name_in(who);
    if (name != nullptr && name->entity == entity && is_full_name(text_.words(name->span))) full_ = Full{entity, passage, name->span};
}

std::optional<std::uint32_t> SpeakerResolver::entity_of(Span who, Quote& quote) {
    if (const Name* name = name_in(who)) {
        return name->span.end <= who.end ? std::optional(bearer_of(*name)) : named(text_.words(who));  // "Kreml" of "Kreml-Angaben"
    }
    if (const auto found = named(text_.words(who))) return found;
    const auto [designation, gender] = designation_of(who, quote);
    if (designation == Designation::other) return std::nullopt;
    if (designation == Designation::pronoun && follows_open(who.begin, gender)) {
        open_->end = who.end;
        return std::nullopt;
    }
    const auto found = designation == Designation::role ? by_role(who, gender) : antecedent(who.begin, gender);
    if (found && *found < genders_.size() && genders_[*found] == Gender::unknown) genders_[*found] = gender;
    if (!found && designation == Designation::role) open_ = Open{who, who.end, gender};
    return found;
}

bool SpeakerResolver::follows_open(std::uint32_t at, Gender gender) const {
    if (!open_ || !agree(open_->gender, gender) || passage_at(open_->end) + 1 < passage_at(at)) return false;
    const std::size_t next = mentions_before(open_->end);
    return next >= mentions_.size() || mentions_[next].span.begin >= at;
}

void resolve_speakers(const QuoteText& text, const Marks& marks, std::vector<Quote>& quotes) { SpeakerResolver(text, marks, quotes).run(); }

}  // namespace depesche
