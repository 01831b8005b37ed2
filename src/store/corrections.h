// Corrections: what a user knows better. Kept apart from what is computed, applied anew after every run, and can be taken back.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <depesche/brief.h>
#include <depesche/result.h>
#include <depesche/span.h>

#include "brief/prepare.h"
#include "store/database.h"

namespace depesche {

enum class CorrectionKind : unsigned char {
    join,      // the stories of two pieces are one
    move,      // a piece belongs to the story of another piece, or to one of its own
    no_quote,  // what stands there is no quote
    speaker,   // what stands there was said by someone else
};
[[nodiscard]] std::string_view name_of(CorrectionKind kind);  // "join", "move", "no-quote", "speaker"

// Pages are named by their whole hash, so that a correction holds for what it was made for whatever is computed later.
struct Correction {
    std::int64_t id = 0;  // 0: not stored yet
    CorrectionKind kind = CorrectionKind::join;
    std::string page;
    std::string other;  // join, move
    Span bytes;         // no_quote, speaker: of the stored page
    std::string value;  // speaker: the name
};

// In the order they were made.
[[nodiscard]] Result<std::vector<Correction>> load_corrections(const Database& database);

// Stores it (once) and applies it to the stories. All or nothing. Another speaker for the same bytes replaces the one before; of
// several moves of a piece the last one made counts. Errors: wrong_usage for a piece with itself and for a speaker without a name; those of
// writing.
[[nodiscard]] Result<bool> add_correction(const Database& database, const Correction& correction);
// Takes the n-th of load_corrections back, counted from 1. Error: not_found.
[[nodiscard]] Result<bool> undo_correction(const Database& database, std::size_t number);

// Takes away what is no quote from the reports of a brief to be. Its consequences (drift, differences) then do not arise.
void leave_out_quotes(PreparedPages& pages, std::span<const Correction> corrections);

// Puts the right speakers into a brief, takes back differences of speaker that came of the wrong ones, and adds to each story a note (a gap
// of the kind "corrected") for every correction that its pages have.
void correct_brief(Brief& brief, std::span<const Correction> corrections);

}  // namespace depesche
