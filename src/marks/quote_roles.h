// Roles: which persons of a text bear a role that its words name.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "marks/marks.h"
#include "marks/quote_frames.h"

namespace depesche {

// Reads the roles that names were bound to. Keeps references. Looks at the first roles of a person and the first persons
// only, however many a text piles up.
class RoleBearers {
public:
    RoleBearers(const QuoteText& text, const Marks& marks) : text_(text), marks_(marks) {}

    // The person has the role. `noun` is folded.
    [[nodiscard]] bool has_role(const Entity& entity, std::string_view noun) const;

    // More than one person of the text has it.
    [[nodiscard]] bool is_shared_role(std::string_view noun) const;

    // The role stands at a bare surname only, which another person of the text has too: "des Machthabers Kim".
    [[nodiscard]] bool is_contested(std::uint32_t holder, std::string_view noun) const;

    // "71-Jährige": the person whom the text gives that age, "Onno Krey (71)" or "der 71-jährige Wirt Onno Krey". Nothing when the word is
    // none of age or no age of that number stands at a name; nobody when it stands at two people's.
    [[nodiscard]] std::optional<std::optional<std::uint32_t>> bearer_of_age(std::string_view word) const;

    // "Hafen-Patriarch": the only person of the text with a role that begins so ("Hafenmeister", "Hafen-Chef").
    [[nodiscard]] std::optional<std::uint32_t> bearer_by_first_part(std::string_view word) const;

private:
    [[nodiscard]] bool has_age(Span name, std::string_view age) const;
    [[nodiscard]] const Name* name_at_role(Span role, std::uint32_t holder) const;

    const QuoteText& text_;
    const Marks& marks_;
};

// True when the name has more than one word.
[[nodiscard]] bool is_full_name(std::string_view name);

// True when the first or last word of a name is the given one.
[[nodiscard]] bool begins_or_ends_with_word(std::string_view name, std::string_view one);

}  // namespace depesche
