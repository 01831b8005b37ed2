#include "brief/name_differences.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "base/utf8.h"
#include "brief/edits.h"

namespace depesche {
namespace {

constexpr std::size_t most_people = 30;  // of one surname

// The first name in full in each report.
std::vector<Claim> claims_of(const StoryText& text, std::uint32_t group) {
    std::vector<Claim> claims;
    for (const auto& [index, entity] : text.names().groups()[group].members) {
        const Prepared& report = text.reports()[index];
        const Name* full = nullptr;
        for (const std::uint32_t n : report.marks.entities[entity].names) {
            const Name& name = report.marks.names[n];
            const bool in_full = report.text.text.substr(name.span.begin, name.span.size()).find(' ') != std::string_view::npos;
            if (in_full && full == nullptr) full = &name;
        }
        if (full != nullptr) claims.push_back({index, full->span, std::to_string(group), text.names().groups()[group].name});
    }
    return claims;
}

// Roles that the reports bind to the person, folded.
std::set<std::string> roles_of(const StoryText& text, std::uint32_t group) {
    std::set<std::string> roles;
    for (const auto& [index, entity] : text.names().groups()[group].members) {
        const Prepared& report = text.reports()[index];
        for (const Span role : report.marks.entities[entity].roles) roles.insert(fold(report.text.text.substr(role.begin, role.size())));
    }
    return roles;
}

// "Luis" and "Lukas", "Gesine" and "Regine", "Leopold" and "Leonhard": so near that one may be a slip for the other. Parents name their
// children otherwise.
bool is_near(const std::string& left, const std::string& right) {
    constexpr std::size_t same_beginning = 3;
    const std::string a = fold(left.substr(0, left.find(' ')));
    const std::string b = fold(right.substr(0, right.find(' ')));
    if (a.size() > same_beginning && b.size() > same_beginning && a.substr(0, same_beginning) == b.substr(0, same_beginning)) return true;
    return 2 * edits_between(a, b) <= std::min(a.size(), b.size());
}

// Stems of the nouns right beside the person's names in full: "Gutachterin Anna Berg", "Anna Berg, Gutachterin,".
std::set<std::uint32_t> nouns_beside(const StoryText& text, const std::vector<Claim>& claims) {
    constexpr std::size_t reach = 2;  // words
    std::set<std::uint32_t> nouns;
    for (const Claim& claim : claims) {
        const Line* line = text.line_at(claim.report, claim.span.begin);
        if (line == nullptr) continue;
        const std::span<const TextUnit> units = text.units_of(*line);
        const auto at = std::ranges::find_if(units, [&](const TextUnit& u) { return u.span.overlaps(claim.span); });
        const auto place = static_cast<std::size_t>(at - units.begin());
        for (std::size_t i = place > reach ? place - reach : 0; i < std::min(units.size(), place + reach + 1); ++i) {
            std::size_t letter = units[i].span.begin;
            const bool capital = is_upper(next_code_point(text.reports()[claim.report].text.text, letter));
            if (units[i].kind == UnitKind::word && !units[i].stop && capital) nouns.insert(units[i].stem);
        }
    }
    return nouns;
}

bool share_a_noun(const StoryText& text, const std::vector<Claim>& left, const std::vector<Claim>& right) {
    const std::set<std::uint32_t> a = nouns_beside(text, left);
    return std::ranges::any_of(nouns_beside(text, right), [&](std::uint32_t noun) { return a.contains(noun); });
}

bool share_a_report(const StoryText& text, std::uint32_t left, std::uint32_t right) {
    const auto& a = text.names().reports_of(left);
    return std::ranges::any_of(text.names().reports_of(right), [&](std::uint32_t r) { return std::ranges::binary_search(a, r); });
}

void compare_people(const StoryText& text, std::uint32_t left, std::uint32_t right, ClaimBook& book) {
    if (share_a_report(text, left, right)) return;
    const std::vector<Claim> a = claims_of(text, left);
    const std::vector<Claim> b = claims_of(text, right);
    if (a.empty() || b.empty()) return;
    const std::set<std::string> left_roles = roles_of(text, left);
    const std::set<std::string> right_roles = roles_of(text, right);
    const bool same_role = std::ranges::any_of(left_roles, [&](const std::string& role) { return right_roles.contains(role); });
    const NameGroup& group = text.names().groups()[left];
    const bool one = same_role || is_near(group.name, text.names().groups()[right].name) || share_a_noun(text, a, b);
    const auto is_role = [&](const std::string& name) {  // "Tech-Milliardär Ellison"
        const std::string first = fold(name.substr(0, name.find(' ')));
        return left_roles.contains(first) || right_roles.contains(first);
    };
    if (!one || is_role(group.name) || is_role(text.names().groups()[right].name)) return;
    const std::string about = group.role.empty() ? group.name : group.role;
    for (const Claim& claim : a) book.add_difference(claim, b.front(), Trust::sure, about);
    for (const Claim& claim : b) book.add_difference(a.front(), claim, Trust::sure, about);
}

}  // namespace

void add_name_differences(const StoryText& text, ClaimBook& book) {
    std::map<std::string_view, std::vector<std::uint32_t>> by_surname;
    for (std::uint32_t g = 0; g < text.names().groups().size(); ++g) {
        const NameGroup& group = text.names().groups()[g];
        if (!text.names().surname(g).empty() && group.name.find(' ') != std::string::npos) by_surname[text.names().surname(g)].push_back(g);
    }
    for (const auto& [surname, people] : by_surname) {
        if (people.size() > most_people) continue;
        for (std::size_t i = 0; i < people.size(); ++i) {
            for (std::size_t j = i + 1; j < people.size(); ++j) compare_people(text, people[i], people[j], book);
        }
    }
}

}  // namespace depesche
