#include "brief/origin_of.h"

#include <algorithm>

namespace depesche {
namespace {

// Which of a report's origins its own words have: its desk, else a translated paper or a release, else the agency it runs whole.
int own_rank(OriginKind kind) {
    switch (kind) {
        case OriginKind::outlet:
            return 0;
        case OriginKind::translation:
            return 1;
        case OriginKind::release:
            return 2;
        case OriginKind::agency:
            return 3;
        case OriginKind::unknown:
            return 4;
    }
    return 5;
}

// And which its copied words have when what they were copied from is not in the pile.
int wire_rank(OriginKind kind) {
    switch (kind) {
        case OriginKind::agency:
            return 0;
        case OriginKind::unknown:
            return 1;
        case OriginKind::release:
            return 2;
        case OriginKind::translation:
            return 3;
        case OriginKind::outlet:
            return 4;
    }
    return 5;
}

std::uint32_t overlap(Span a, Span b) {
    const std::uint32_t begin = std::max(a.begin, b.begin);
    const std::uint32_t end = std::min(a.end, b.end);
    return begin < end ? end - begin : 0;
}

}  // namespace

OriginFinder::OriginFinder(const Lineage& lineage, std::size_t reports) : lineage_(&lineage), copies_(reports) {
    for (std::uint32_t c = 0; c < lineage.copies.size(); ++c) {
        if (lineage.copies[c].to < reports) copies_[lineage.copies[c].to].push_back(c);
    }
    const auto unknown = static_cast<std::uint32_t>(lineage.origins.size());
    for (std::uint32_t r = 0; r < reports; ++r) {
        own_.push_back(unknown + r);
        wire_.push_back(unknown + r);
    }
    const auto better = [&](std::uint32_t a, std::uint32_t b, int (*rank)(OriginKind)) {
        return b >= unknown || rank(lineage.origins[a].kind) < rank(lineage.origins[b].kind);
    };
    for (std::uint32_t o = 0; o < unknown; ++o) {
        for (const std::uint32_t carrier : lineage.origins[o].carriers) {
            if (carrier >= reports) continue;
            if (better(o, own_[carrier], own_rank)) own_[carrier] = o;
            if (better(o, wire_[carrier], wire_rank)) wire_[carrier] = o;
        }
    }
}

const Copy* OriginFinder::copy_at(std::uint32_t report, Span span) const {
    const Copy* found = nullptr;
    std::uint32_t most = span.size() / 2;
    for (const std::uint32_t c : copies_[report]) {
        const Copy& copy = lineage_->copies[c];
        if (const std::uint32_t size = overlap(copy.span, span); size > most) {
            most = size;
            found = &copy;
        }
    }
    return found;
}

std::uint32_t OriginFinder::origin_of(std::uint32_t report, Span span) const {
    constexpr int longest_chain = 32;
    for (int step = 0; step < longest_chain; ++step) {
        const Copy* copy = copy_at(report, span);
        if (copy == nullptr) return own_[report];
        if (!copy->from || *copy->from >= copies_.size()) return wire_[report];
        report = *copy->from;
        span = copy->from_span;
    }
    return own_[report];
}

std::string OriginFinder::name_of(std::uint32_t origin) const {
    return origin < lineage_->origins.size() ? lineage_->origins[origin].name : std::string();
}

bool OriginFinder::is_copied(std::uint32_t report, Span span) const { return copy_at(report, span) != nullptr; }

}  // namespace depesche
