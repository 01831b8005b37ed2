// Claims: what single words of reports give as a figure, a date, a place or a name, and which of them do not agree.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <depesche/brief.h>

#include "brief/same_matter.h"
#include "brief/story_text.h"

namespace depesche {

struct Claim {
    std::uint32_t report = 0;
    Span span;
    std::string key;    // equal for claims that say the same
    std::string label;  // for a person
};

// Collects pairs of claims and makes of them one Difference for each thing that is told differently.
//
// Why it works: "differs from" makes connected groups of claims about one thing; claims that surely say the same as one of a group
// join it and thicken its values, but never tie two groups together, so one false pair stays one false line.
// Test: likeness_test.
class ClaimBook {
public:
    explicit ClaimBook(std::string kind) : kind_(std::move(kind)) {}

    void add_difference(const Claim& left, const Claim& right, Trust trust, const std::string& about);
    void add_agreement(const Claim& left, const Claim& right);

    // By first claim. Sure ones have at least one pair that is sure.
    void write(const StoryText& text, std::vector<Difference>& sure, std::vector<Difference>& unsure) const;

private:
    struct Pair {
        std::uint32_t left = 0;
        std::uint32_t right = 0;
        Trust trust = Trust::none;
        std::string about;
    };

    std::uint32_t index_of(const Claim& claim);
    Difference make(const StoryText& text, std::vector<std::uint32_t> claims, const std::string& about) const;

    std::string kind_;
    std::vector<Claim> claims_;
    std::map<std::pair<std::uint32_t, Span>, std::uint32_t> known_;
    std::vector<Pair> differences_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> agreements_;
};

}  // namespace depesche
