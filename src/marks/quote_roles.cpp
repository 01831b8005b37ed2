#include "marks/quote_roles.h"

#include <algorithm>

#include "base/utf8.h"

namespace depesche {
namespace {

// "Kanzlerin" is the "Bundeskanzlerin", "Rettungschef" the "Chef".
bool same_role(std::string_view left, std::string_view right) {
    if (left.size() < 4 || right.size() < 4) return left == right;
    return left.ends_with(right) || right.ends_with(left);
}

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
