#include "marks/quote_roles.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"

namespace depesche {
namespace {

// "Kanzlerin" is the "Bundeskanzlerin", "Rettungschef" the "Chef".
bool same_role(std::string_view left, std::string_view right) {
    if (left.size() < 4 || right.size() < 4) return left == right;
    return left.ends_with(right) || right.ends_with(left);
}

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

bool is_full_name(std::string_view name) { return name.find(' ') != std::string_view::npos; }

bool begins_or_ends_with_word(std::string_view name, std::string_view one) {
    if (name.size() <= one.size()) return false;
    return (name.starts_with(one) && name[one.size()] == ' ') || (name.ends_with(one) && name[name.size() - one.size() - 1] == ' ');
}

bool RoleBearers::is_shared_role(std::string_view noun) const {
    constexpr std::size_t looked_at = 256;
    std::size_t holders = 0;
    for (std::size_t e = 0; e < std::min(marks_.entities.size(), looked_at) && holders < 2; ++e) {
        if (has_role(marks_.entities[e], noun)) ++holders;
    }
    return holders > 1;
}

bool RoleBearers::is_contested(std::uint32_t holder, std::string_view noun) const {
    constexpr std::size_t looked_at = 256;
    std::string_view bare;
    const std::vector<Span>& roles = marks_.entities[holder].roles;
    for (std::size_t r = 0; r < std::min<std::size_t>(roles.size(), 8); ++r) {
        if (!same_role(noun, fold(text_.words(roles[r])))) continue;
        const Name* name = name_at_role(roles[r], holder);
        if (name == nullptr || is_full_name(text_.words(name->span))) return false;
        bare = text_.words(name->span);
    }
    if (bare.empty()) return false;
    for (std::size_t e = 0; e < std::min(marks_.entities.size(), looked_at); ++e) {
        const Entity& other = marks_.entities[e];
        if (e != holder && other.kind == NameKind::person && begins_or_ends_with_word(other.name, bare)) return true;
    }
    return false;
}

std::optional<std::optional<std::uint32_t>> RoleBearers::bearer_of_age(std::string_view word) const {
    constexpr std::size_t looked_at = 512;
    constexpr std::size_t most_digits = 3;
    const std::size_t digits = word.find('-');
    if (digits == std::string_view::npos || digits == 0 || digits > most_digits ||
        !std::ranges::all_of(word.substr(0, digits), is_ascii_digit))
        return std::nullopt;
    std::optional<std::optional<std::uint32_t>> found;
    for (std::size_t n = 0; n < std::min(marks_.names.size(), looked_at); ++n) {
        const Name& name = marks_.names[n];
        if (name.kind != NameKind::person || !has_age(name.span, word.substr(0, digits))) continue;
        if (found && *found != name.entity) return std::optional<std::uint32_t>();
        found = name.entity;
    }
    return found;
}

// In brackets or between commas behind the name, or as an adjective in front of it with no mark between.
bool RoleBearers::has_age(Span name, std::string_view age) const {
    constexpr std::uint32_t farthest = 40;  // bytes from the adjective to the name
    const std::string_view text = text_.text->text;
    const std::string_view behind = text.substr(name.end, age.size() + 3);
    if (behind.size() == age.size() + 3 && behind.substr(2, age.size()) == age &&
        ((behind.starts_with(" (") && behind.back() == ')') || (behind.starts_with(", ") && behind.back() == ',')))
        return true;
    const std::uint32_t from = name.begin > farthest ? name.begin - farthest : 0;
    const std::string_view before = text.substr(from, name.begin - from);
    const std::size_t at = before.rfind(std::string(age) + "-");
    return at != std::string_view::npos && before.substr(at).find_first_of(".,;:()") == std::string_view::npos &&
           (at == 0 || !is_ascii_digit(before[at - 1])) && at + age.size() + 1 < before.size() && before[at + age.size() + 1] >= 'a';
}

std::optional<std::uint32_t> RoleBearers::bearer_by_first_part(std::string_view word) const {
    constexpr std::size_t looked_at = 256;
    constexpr std::size_t most_roles = 8;
    constexpr std::size_t shortest = 4;
    const std::size_t hyphen = word.find('-');
    if (hyphen == std::string_view::npos || hyphen < shortest) return std::nullopt;
    std::optional<std::uint32_t> found;
    for (std::uint32_t e = 0; e < std::min(marks_.entities.size(), looked_at); ++e) {
        const Entity& entity = marks_.entities[e];
        const auto begins = [&](Span role) { return text_.words(role).starts_with(word.substr(0, hyphen)); };
        const std::size_t roles = std::min(entity.roles.size(), most_roles);
        if (entity.kind != NameKind::person ||
            std::none_of(entity.roles.begin(), entity.roles.begin() + static_cast<std::ptrdiff_t>(roles), begins))
            continue;
        if (found) return std::nullopt;
        found = e;
    }
    return found;
}

// The holder's name right behind the role, else right before it.
const Name* RoleBearers::name_at_role(Span role, std::uint32_t holder) const {
    const auto behind = std::ranges::partition_point(marks_.names, [&](const Name& n) { return n.span.begin < role.end; });
    if (behind != marks_.names.end() && behind->entity == holder) return &*behind;
    if (behind != marks_.names.begin() && std::prev(behind)->entity == holder) return &*std::prev(behind);
    return nullptr;
}

bool RoleBearers::has_role(const Entity& entity, std::string_view noun) const {
    constexpr std::size_t looked_at = 8;
    const std::size_t count = std::min(entity.roles.size(), looked_at);
    return std::any_of(entity.roles.begin(), entity.roles.begin() + static_cast<std::ptrdiff_t>(count),
                       [&](Span role) { return same_role(noun, fold(text_.words(role))); });
}

}  // namespace depesche
