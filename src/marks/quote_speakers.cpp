#include "marks/quote_speakers.h"

#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "marks/quote_addressees.h"
#include "marks/quote_gender.h"
#include "marks/quote_media.h"
#include "marks/quote_roles.h"

namespace depesche {
namespace {

using enum WordClass;

constexpr std::uint32_t passages_back = 2;
constexpr std::size_t mentions_back = 12;
constexpr float unsure = 0.5F;  // of a quote whose speaker is a role that nobody is known to have

// What the words at a quote are.
enum class Designation : std::uint8_t { name, pronoun, role, other };

struct Mention {
    Span span;
    std::uint32_t entity = 0;
    std::uint32_t passage = 0;
    bool leads = false;  // begins its sentence, as far as its role and article do
};

class Resolver {
public:
    Resolver(const QuoteText& text, const Marks& marks, std::vector<Quote>& quotes)
        : text_(text), marks_(marks), quotes_(quotes), words_(text), media_(text, words_), roles_(text, marks) {
        for (const Entity& entity : marks.entities)
            genders_.push_back(entity.kind == NameKind::person ? words_.gender_of_name(entity.name) : Gender::unknown);
        collect_quoted();
        collect_mentions();
    }

    void run() {
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

private:
    // "laut Deichamt-Angaben": the source noun apart from who is the source.
    void part_compound(std::vector<Span>& speaker) const {
        const std::string_view words = text_.words(speaker.back());
        const std::size_t hyphen = words.rfind('-');
        if (speaker.size() != 1 || hyphen == std::string_view::npos || hyphen == 0 || words.find(' ') != std::string_view::npos) return;
        const WordEntry* noun = text_.lexicon->find(to_lower(words.substr(hyphen + 1)));
        if (noun == nullptr || (noun->classes & bit(source_noun)) == 0) return;
        const Span whole = speaker.front();
        const auto parted = whole.begin + static_cast<std::uint32_t>(hyphen);
        speaker = {{parted + 1, whole.end}, {whole.begin, parted}};
    }

    // "nahm Minister Onno Krey Stellung": a noun that only stands behind a person's name is not that one.
    void cut_behind_name(Span& who) const {
        const Name* name = name_in(who);
        if (name == nullptr || name->kind != NameKind::person || name->span.end >= who.end || name->entity >= marks_.entities.size())
            return;
        const std::string_view behind = text_.words(Span{name->span.end, who.end});
        const std::string_view written = text_.words(name->span);
        const bool whole = is_full_name(written) || begins_or_ends_with_word(marks_.entities[name->entity].name, written);
        const std::string_view noun = behind.substr(1);
        if (!whole || behind.front() != ' ' || noun.find_first_of(" ,(-") != std::string_view::npos) return;
        if (marks_.entities[name->entity].name.find(noun) == std::string::npos) who.end = name->span.end;
    }

    struct Spoke {
        std::uint32_t entity = 0;
        std::uint32_t passage = 0;
    };

    // One who spoke and was named with more than one word.
    struct Full {
        std::uint32_t entity = 0;
        std::uint32_t passage = 0;
        Span name;
    };

    // A role that nobody is known to have, and where the last word stands that means it.
    struct Open {
        Span role;
        std::uint32_t end = 0;
        Gender gender = Gender::unknown;
    };

    void remember(Span who, std::uint32_t entity) {
        const std::uint32_t passage = passage_at(who.begin);
        spoke_ = Spoke{entity, passage};
        open_.reset();
        if (full_ && full_->entity == entity) full_->passage = passage;
        const Name* name = name_in(who);
        if (name != nullptr && name->entity == entity && is_full_name(text_.words(name->span))) full_ = Full{entity, passage, name->span};
    }

    // ---- what the text has

    void collect_quoted() {
        for (const Quote& quote : quotes_) {
            if (quote.type == QuoteType::direct) quoted_.insert(quoted_.end(), quote.parts.begin(), quote.parts.end());
        }
        std::ranges::sort(quoted_, {}, &Span::begin);
    }

    [[nodiscard]] bool is_quoted(std::uint32_t at) const {
        const auto it = std::ranges::partition_point(quoted_, [&](Span s) { return s.end <= at; });
        return it != quoted_.end() && it->contains(at);
    }

    void collect_mentions() {
        for (const Name& name : marks_.names) {
            if (name.kind != NameKind::person || name.entity >= marks_.entities.size()) continue;
            const bool lead = words_.begins_sentence(name.span.begin);
            if (genders_[name.entity] == Gender::unknown) genders_[name.entity] = words_.gender_before(name.span.begin);
            if (is_quoted(name.span.begin)) continue;
            mentions_.push_back({name.span, name.entity, passage_at(name.span.begin), lead});
        }
    }

    [[nodiscard]] std::uint32_t passage_at(std::uint32_t at) const {
        const auto& passages = text_.text->passages;
        const auto it = std::ranges::partition_point(passages, [&](const Passage& p) { return p.span.end <= at; });
        return static_cast<std::uint32_t>(it - passages.begin());
    }

    // ---- who is meant

    [[nodiscard]] std::optional<std::uint32_t> entity_of(Span who, Quote& quote) {
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

    // The thing that the text calls exactly so elsewhere.
    [[nodiscard]] std::optional<std::uint32_t> named(std::string_view words) const {
        constexpr std::size_t looked_at = 256;
        for (std::uint32_t e = 0; e < std::min(marks_.entities.size(), looked_at); ++e) {
            if (marks_.entities[e].name == words) return e;
        }
        return std::nullopt;
    }

    // "der Machthaber" whom the text does not tell was the last to speak, and nobody was named since: "er" is that one.
    [[nodiscard]] bool follows_open(std::uint32_t at, Gender gender) const {
        if (!open_ || !agree(open_->gender, gender) || passage_at(open_->end) + 1 < passage_at(at)) return false;
        const std::size_t next = mentions_before(open_->end);
        return next >= mentions_.size() || mentions_[next].span.begin >= at;
    }

    // "Kim fügte hinzu" behind "sagte Lami Kim": a surname alone is the one who just spoke by that surname, unless the
    // person it is taken for else was named in full in between.
    [[nodiscard]] std::uint32_t bearer_of(const Name& name) const {
        if (name.kind != NameKind::person || !full_ || full_->entity == name.entity || is_full_name(text_.words(name.span)))
            return name.entity;
        if (full_->passage + 1 < passage_at(name.span.begin) || !begins_or_ends_with_word(text_.words(full_->name), text_.words(name.span)))
            return name.entity;
        const std::size_t end = mentions_before(name.span.begin);
        for (std::size_t i = end; i-- > 0 && mentions_[i].span.begin > full_->name.begin;) {
            if (end - i > mentions_back * 4) return name.entity;
            if (mentions_[i].entity == name.entity && is_full_name(text_.words(mentions_[i].span))) return name.entity;
        }
        return full_->entity;
    }

    // The last person named in the words; else the last of another kind, when no person's role hides behind it.
    [[nodiscard]] const Name* name_in(Span who) const {
        const Name* other = nullptr;
        auto it = std::ranges::partition_point(marks_.names, [&](const Name& n) { return n.span.end <= who.begin; });
        for (; it != marks_.names.end() && it->span.begin < who.end; ++it) {
            if (it->kind == NameKind::person) return &*it;
            const bool alone = it->span.begin <= who.begin + article_length(who);
            if (alone) other = &*it;
        }
        return other;
    }

    // Bytes of the article and blank that the words begin with.
    [[nodiscard]] std::uint32_t article_length(Span who) const {
        const Tokens& tokens = text_.text->tokens;
        const std::uint32_t index = tokens.word_at(who.begin);
        if (index + 1 >= tokens.words.size() || !words_.has(index, determiner)) return 0;
        return tokens.words[index + 1].span.begin - who.begin;
    }

    struct Described {
        Designation designation = Designation::other;
        Gender gender = Gender::unknown;
    };

    [[nodiscard]] Described designation_of(Span who, const Quote& quote) const {
        const Tokens& tokens = text_.text->tokens;
        const std::uint32_t first = tokens.word_at(who.begin);
        std::uint32_t last = first;
        while (last < tokens.words.size() && tokens.words[last].span.end <= who.end) ++last;
        if (last == first) return {};
        if (last - first == 1 && words_.has(first, personal)) {
            if (words_.has(first, plural_too) && is_plural(quote)) return {};
            return {Designation::pronoun, words_.has(first, feminine_pronoun) ? Gender::feminine : Gender::masculine};
        }
        const bool words_of = words_.has(last - 1, source_noun);  // "seinen Worten", not "seinem Sprecher"
        if (words_.has(first, possessive) && words_of)
            return {Designation::pronoun, words_.has(first, feminine_pronoun) ? Gender::feminine : Gender::masculine};
        const bool subject = words_.has(first, nominative) || quote.cited;  // "zitiert den Machthaber"
        const bool definite = words_.has(first, determiner) && subject && !words_.has(first, indefinite) && !words_.has(first, possessive);
        const std::uint32_t noun = last - 1;
        const bool short_role = last - first <= 3 && (tokens.words[noun].capital || !is_letter_first(words_.word(noun)));
        if (!definite || !short_role) return {};
        const bool female = words_.has(first, feminine) && !words_.has(first, masculine);
        if (female && is_plural(quote)) return {};  // "vereinbarten die Minister"
        return {Designation::role, female ? Gender::feminine : Gender::masculine};
    }

    [[nodiscard]] static bool is_letter_first(std::string_view w) {
        std::size_t at = 0;
        return !w.empty() && is_letter(next_code_point(w, at));
    }

    // "sagen", "sagten": more than one speak.
    [[nodiscard]] bool is_plural(const Quote& quote) const {
        if (quote.cue.empty()) return false;
        const std::string_view cue = text_.words(quote.cue.front());
        return cue.ends_with("en");
    }

    // A person whom the text gave this role; else, for a person's role, the last one that fits.
    [[nodiscard]] std::optional<std::uint32_t> by_role(Span who, Gender gender) {
        const std::string_view words = text_.words(who);
        const std::size_t blank = words.rfind(' ');
        const std::string noun = fold(blank == std::string_view::npos ? words : words.substr(blank + 1));
        const std::uint32_t passage = passage_at(who.begin);
        const std::size_t end = mentions_before(who.begin);
        const Mention* holder = nullptr;
        for (std::size_t i = end; i-- > 0;) {
            const Mention& mention = mentions_[i];
            if (mention.passage + 2 * passages_back < passage || end - i > mentions_back * 4) break;
            if (!roles_.has_role(marks_.entities[mention.entity], noun)) continue;
            if (!holder) holder = &mention;
            if (holder->entity != mention.entity && holder->passage != passage) return std::nullopt;  // two have it
        }
        if (holder != nullptr) {
            const bool open = outspoken(*holder, passage) || (holder->passage != passage && roles_.is_shared_role(noun)) ||
                              roles_.is_contested(holder->entity, noun);
            return open ? std::nullopt : std::optional(holder->entity);
        }
        const std::string_view last_word = blank == std::string_view::npos ? words : words.substr(blank + 1);
        if (const auto aged = roles_.bearer_of_age(last_word)) return *aged;
        if (const auto alike = roles_.bearer_by_first_part(last_word)) return alike;
        const bool person_word = text_.lexicon->ends_personal(words) || !is_letter_first(last_word);  // "die Forscherin", "der 61-Jährige"
        return person_word ? antecedent(who.begin, gender) : std::nullopt;
    }

    // Another spoke later than the role's holder was named: the role may be that one's.
    [[nodiscard]] bool outspoken(const Mention& holder, std::uint32_t passage) const {
        return spoke_ && spoke_->entity != holder.entity && spoke_->passage > holder.passage && holder.passage != passage;
    }

    [[nodiscard]] std::size_t mentions_before(std::uint32_t at) const {
        return static_cast<std::size_t>(std::ranges::partition_point(mentions_, [&](const Mention& m) { return m.span.begin < at; }) -
                                        mentions_.begin());
    }

    // The last person before `at` that fits.
    [[nodiscard]] std::optional<std::uint32_t> antecedent(std::uint32_t at, Gender gender) const {
        const std::uint32_t passage = passage_at(at);
        const std::size_t end = mentions_before(at);
        std::vector<const Mention*> near;
        for (std::size_t i = end; i-- > 0 && near.size() < mentions_back;) {
            const Mention& mention = mentions_[i];
            if (mention.passage + passages_back < passage) break;
            if (agree(genders_[mention.entity], gender)) near.push_back(&mention);
        }
        const bool spoke_near =
            spoke_ && spoke_->passage + 1 >= passage && spoke_->entity < genders_.size() && agree(genders_[spoke_->entity], gender);
        if (near.empty()) return spoke_near ? std::optional(spoke_->entity) : std::nullopt;
        const bool lone = std::ranges::all_of(near, [&](const Mention* m) { return m->entity == near.front()->entity; });
        if (lone) return near.front()->entity;
        if (spoke_near && std::ranges::any_of(near, [&](const Mention* m) { return m->entity == spoke_->entity; })) {
            const bool newer_lead = near.front()->leads && near.front()->entity != spoke_->entity && near.front()->passage == passage;
            if (!newer_lead) return spoke_->entity;
        }
        return best_of(near, passage);
    }

    // The one that a sentence of this paragraph began with last, or the only one that the paragraph names; else open.
    [[nodiscard]] static std::optional<std::uint32_t> best_of(const std::vector<const Mention*>& near, std::uint32_t passage) {
        for (const Mention* m : near) {
            if (m->passage < passage) break;
            if (m->leads) return m->entity;
        }
        const bool only =
            std::ranges::all_of(near, [&](const Mention* m) { return m->passage < passage || m->entity == near.front()->entity; });
        return only && near.front()->passage == passage ? std::optional(near.front()->entity) : std::nullopt;
    }

    const QuoteText& text_;
    const Marks& marks_;
    std::vector<Quote>& quotes_;
    SpeakerWords words_;
    MediumNames media_;
    RoleBearers roles_;
    std::vector<Span> quoted_;
    std::vector<Mention> mentions_;  // of persons, outside quoted words, by span
    std::vector<Gender> genders_;    // by entity
    Span last_span_;
    std::optional<std::uint32_t> last_entity_;
    std::optional<Spoke> spoke_;
    std::optional<Full> full_;
    std::optional<Open> open_;  // who spoke last, when nobody is known to be that one
};

}  // namespace

void resolve_speakers(const QuoteText& text, const Marks& marks, std::vector<Quote>& quotes) { Resolver(text, marks, quotes).run(); }

}  // namespace depesche
