#include "brief/same_matter.h"

#include <algorithm>

#include "brief/align.h"

namespace depesche {
namespace {

// Read off real and invented piles; doc/measured/brief.md has what they reach.
constexpr float mark_weight = 1.5F;       // of a figure or time that both have
constexpr float sure_of_smaller = 0.5F;   // matched weight of the shorter sentence
constexpr float near_of_smaller = 0.35F;  // when only one slot differs
constexpr float near_of_greater = 0.22F;
constexpr float unsure_of_smaller = 0.3F;
constexpr std::uint32_t sure_words = 3;  // matched words that say something
constexpr std::uint32_t near_words = 2;
constexpr std::uint32_t near_reach = 3;  // how far from the slot a matched word may stand to hold it, on one side
constexpr std::uint32_t far_reach = 6;   // and on the other, where words may have been put in between

Agreement agree(const StoryText& text, const Line& left, const TextUnit& a, const Line& right, const TextUnit& b) {
    const Marks& left_marks = text.reports()[left.report].marks;
    const Marks& right_marks = text.reports()[right.report].marks;
    if (a.kind == UnitKind::figure) return compare_figures(left_marks.figures[a.id], right_marks.figures[b.id]);
    if (a.kind == UnitKind::time) return compare_times(left_marks.times[a.id], right_marks.times[b.id]);
    return a.id == b.id ? Agreement::same : Agreement::different;
}

bool is_comparable(const StoryText& text, const Line& left, const TextUnit& a, const Line& right, const TextUnit& b) {
    if (a.kind != b.kind) return false;
    if (a.kind == UnitKind::name) return text.names().groups()[a.id].kind == text.names().groups()[b.id].kind;
    if (a.kind == UnitKind::figure) {
        return text.reports()[left.report].marks.figures[a.id].unit == text.reports()[right.report].marks.figures[b.id].unit;
    }
    const TimeType left_type = text.reports()[left.report].marks.times[a.id].type;
    const TimeType right_type = text.reports()[right.report].marks.times[b.id].type;
    return (left_type == TimeType::duration) == (right_type == TimeType::duration);
}

Alignment line_up(const StoryText& text, const Line& left, std::span<const TextUnit> a, const Line& right, std::span<const TextUnit> b) {
    return align(static_cast<std::uint32_t>(a.size()), static_cast<std::uint32_t>(b.size()),
                 [&](std::uint32_t i, std::uint32_t j) -> float {
                     if (a[i].kind == UnitKind::word && b[j].kind == UnitKind::word) {
                         if (a[i].stem != b[j].stem) return -1;
                         return a[i].stop ? 0.8F : 1 + a[i].weight;
                     }
                     if (!is_comparable(text, left, a[i], right, b[j])) return -1;
                     return agree(text, left, a[i], right, b[j]) == Agreement::same ? 1 + std::max(a[i].weight, mark_weight) : 0.7F;
                 });
}

// A pair of places in a finished alignment.
struct Slot {
    std::uint32_t left = 0;
    std::uint32_t right = 0;
    bool equal = false;
    bool content = false;
};

struct Picture {
    std::vector<Slot> slots;
    float matched = 0;
    float left_total = 0;
    float right_total = 0;
    std::uint32_t content = 0;
    std::uint32_t different = 0;
};

float total(std::span<const TextUnit> units) {
    float sum = 0;
    for (const TextUnit& unit : units) sum += unit.kind == UnitKind::figure || unit.kind == UnitKind::time ? mark_weight : unit.weight;
    return sum;
}

Picture picture_of(const StoryText& text, const Line& left, std::span<const TextUnit> a, const Line& right, std::span<const TextUnit> b) {
    Picture picture;
    picture.left_total = total(a);
    picture.right_total = total(b);
    for (const auto& [i, j] : line_up(text, left, a, right, b)) {
        Slot slot{i, j, true, !a[i].stop};
        if (a[i].kind != UnitKind::word) {
            const Agreement agreement = agree(text, left, a[i], right, b[j]);
            slot.equal = agreement != Agreement::different;
            slot.content = agreement == Agreement::same;
        }
        if (slot.content) {
            ++picture.content;
            picture.matched += a[i].kind == UnitKind::figure || a[i].kind == UnitKind::time ? mark_weight : a[i].weight;
        }
        picture.different += slot.equal ? 0U : 1U;
        // What differs is the question, not evidence for or against.
        if (!slot.equal) {
            picture.left_total -= a[i].kind == UnitKind::name ? a[i].weight : mark_weight;
            picture.right_total -= b[j].kind == UnitKind::name ? b[j].weight : mark_weight;
        }
        picture.slots.push_back(slot);
    }
    return picture;
}

bool is_held(const Picture& picture, const Slot& slot) {
    const auto distance = [](std::uint32_t a, std::uint32_t b) { return a > b ? a - b : b - a; };
    return std::ranges::any_of(picture.slots, [&](const Slot& other) {
        const std::uint32_t left = distance(other.left, slot.left);
        const std::uint32_t right = distance(other.right, slot.right);
        return other.content && std::min(left, right) <= near_reach && std::max(left, right) <= far_reach;
    });
}

Trust trust_in(const Picture& picture, const Slot& slot) {
    const auto [smaller, greater] = std::minmax(picture.left_total, picture.right_total);
    if (smaller <= 0 || picture.content < near_words || !is_held(picture, slot)) return Trust::none;
    const float of_smaller = picture.matched / smaller;
    const float of_greater = picture.matched / greater;
    if (picture.content >= sure_words && of_smaller >= sure_of_smaller && 2 * picture.different <= picture.content) return Trust::sure;
    if (of_smaller >= near_of_smaller && of_greater >= near_of_greater && picture.different <= 1) return Trust::sure;
    return of_smaller >= unsure_of_smaller ? Trust::unsure : Trust::none;
}

std::vector<Span> frame_of(const Picture& picture, std::span<const TextUnit> units) {
    std::vector<Span> frame;
    for (const Slot& slot : picture.slots) {
        if (slot.equal && units[slot.left].kind != UnitKind::time) frame.push_back(units[slot.left].span);
    }
    return frame;
}

bool has_marks(std::span<const TextUnit> units) {
    return std::ranges::any_of(units, [](const TextUnit& unit) { return unit.kind != UnitKind::word; });
}

}  // namespace

std::vector<Counterpart> find_counterparts(const StoryText& text, const Likeness& likeness) {
    const std::uint32_t left = text.wordings()[likeness.left].lines.front();
    const std::uint32_t right = text.wordings()[likeness.right].lines.front();
    const Line& left_line = text.lines()[left];
    const Line& right_line = text.lines()[right];
    const std::span<const TextUnit> a = text.units_of(left_line);
    const std::span<const TextUnit> b = text.units_of(right_line);
    std::vector<Counterpart> found;
    if (!has_marks(a) || !has_marks(b)) return found;
    const Picture picture = picture_of(text, left_line, a, right_line, b);
    for (const Slot& slot : picture.slots) {
        if (a[slot.left].kind == UnitKind::word) continue;
        const Agreement agreement = agree(text, left_line, a[slot.left], right_line, b[slot.right]);
        const Trust trust = trust_in(picture, slot);
        if (trust == Trust::none) continue;
        found.push_back({{left, slot.left},
                         {right, slot.right},
                         a[slot.left].kind,
                         agreement,
                         trust,
                         agreement == Agreement::different ? frame_of(picture, a) : std::vector<Span>()});
    }
    return found;
}

}  // namespace depesche
