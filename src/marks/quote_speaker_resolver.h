// Links the speakers of quotes to entities. The methods stand in four files by their job: what a speaker's words are in
// quote_designation.cpp, the persons before a pronoun in quote_antecedents.cpp, names in the words in quote_speaker_names.cpp, the rest in
// quote_speakers.cpp.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "marks/quote_gender.h"
#include "marks/quote_media.h"
#include "marks/quote_roles.h"

namespace depesche {

// What the words at a quote are.
enum class Designation : std::uint8_t { name, pronoun, role, other };

struct NamedPerson {
    Span span;
    std::uint32_t entity = 0;
    std::uint32_t passage = 0;
    bool leads = false;  // begins its sentence, as far as its role and article do
};

class SpeakerResolver {
public:
    SpeakerResolver(const QuoteText& text, const Marks& marks, std::vector<Quote>& quotes)
        : text_(text), marks_(marks), quotes_(quotes), words_(text), media_(text, words_), roles_(text, marks) {
        for (const Entity& entity : marks.entities)
            genders_.push_back(entity.kind == NameKind::person ? words_.gender_of_name(entity.name) : Gender::unknown);
        collect_quoted();
        collect_mentions();
    }

    void run();

private:
    static constexpr std::uint32_t passages_back = 2;
    static constexpr std::size_t mentions_back = 12;
    static constexpr float unsure = 0.5F;  // of a quote whose speaker is a role that nobody is known to have

    // "laut Deichamt-Angaben": the source noun apart from who is the source.
    void part_compound(std::vector<Span>& speaker) const;

    // "nahm Minister Onno Krey Stellung": a noun that only stands behind a person's name is not that one.
    void cut_behind_name(Span& who) const;

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

    void remember(Span who, std::uint32_t entity);

    // ---- what the text has

    void collect_quoted();
    [[nodiscard]] bool is_quoted(std::uint32_t at) const;
    void collect_mentions();
    [[nodiscard]] std::uint32_t passage_at(std::uint32_t at) const;

    // ---- who is meant

    [[nodiscard]] std::optional<std::uint32_t> entity_of(Span who, Quote& quote);

    // The thing that the text calls exactly so elsewhere.
    [[nodiscard]] std::optional<std::uint32_t> named(std::string_view words) const;

    // "der Machthaber" whom the text does not tell was the last to speak, and nobody was named since: "er" is that one.
    [[nodiscard]] bool follows_open(std::uint32_t at, Gender gender) const;

    // "Kim fügte hinzu" behind "sagte Lami Kim": a surname alone is the one who just spoke by that surname, unless the
    // person it is taken for else was named in full in between.
    [[nodiscard]] std::uint32_t bearer_of(const Name& name) const;

    // The last person named in the words; else the last of another kind, when no person's role hides behind it.
    [[nodiscard]] const Name* name_in(Span who) const;

    // Bytes of the article and blank that the words begin with.
    [[nodiscard]] std::uint32_t article_length(Span who) const;

    struct Described {
        Designation designation = Designation::other;
        Gender gender = Gender::unknown;
    };

    [[nodiscard]] Described designation_of(Span who, const Quote& quote) const;
    [[nodiscard]] static bool is_letter_first(std::string_view w);

    // "sagen", "sagten": more than one speak.
    [[nodiscard]] bool is_plural(const Quote& quote) const;

    // A person whom the text gave this role; else, for a person's role, the last one that fits.
    [[nodiscard]] std::optional<std::uint32_t> by_role(Span who, Gender gender);

    // Another spoke later than the role's holder was named: the role may be that one's.
    [[nodiscard]] bool outspoken(const NamedPerson& holder, std::uint32_t passage) const;

    [[nodiscard]] std::size_t mentions_before(std::uint32_t at) const;

    // The last person before `at` that fits.
    [[nodiscard]] std::optional<std::uint32_t> antecedent(std::uint32_t at, Gender gender) const;

    // The one that a sentence of this paragraph began with last, or the only one that the paragraph names; else open.
    [[nodiscard]] static std::optional<std::uint32_t> best_of(const std::vector<const NamedPerson*>& near, std::uint32_t passage);

    const QuoteText& text_;
    const Marks& marks_;
    std::vector<Quote>& quotes_;
    SpeakerWords words_;
    MediumNames media_;
    RoleBearers roles_;
    std::vector<Span> quoted_;
    std::vector<NamedPerson> mentions_;  // of persons, outside quoted words, by span
    std::vector<Gender> genders_;        // by entity
    Span last_span_;
    std::optional<std::uint32_t> last_entity_;
    std::optional<Spoke> spoke_;
    std::optional<Full> full_;
    std::optional<Open> open_;  // who spoke last, when nobody is known to be that one
};

}  // namespace depesche
