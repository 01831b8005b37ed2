// What corrections make of a brief: quotes that are none, speakers that were wrong, and a note for each.
#include <algorithm>

#include <fmt/format.h>

#include "store/corrections.h"

namespace depesche {
namespace {

// True when the correction means this place: the same page, and bytes in common.
bool means(const Correction& correction, std::string_view sha256, Span bytes) {
    return correction.page == sha256 && correction.bytes.overlaps(bytes);
}

bool is_no_quote(const Prepared& report, const Quote& quote, std::span<const Correction> corrections) {
    return std::ranges::any_of(corrections, [&](const Correction& c) {
        return c.kind == CorrectionKind::no_quote &&
               std::ranges::any_of(quote.parts, [&](Span part) { return means(c, report.page.id, report.page.source.to_page(part)); });
    });
}

const Correction* speaker_of(const Brief& brief, const Mention& words, std::span<const Correction> corrections) {
    const Correction* latest = nullptr;  // of several the last one made
    for (const Correction& c : corrections) {
        if (c.kind == CorrectionKind::speaker && means(c, brief.pages[words.page].sha256, words.bytes)) latest = &c;
    }
    return latest;
}

// Versions with another speaker leave their quote and become quotes of their own; a quote all of whose versions were corrected alike stays.
void correct_speakers(const Brief& brief, Story& story, std::span<const Correction> corrections) {
    std::vector<BriefQuote> quotes;
    for (BriefQuote& quote : story.quotes) {
        std::vector<QuoteVersion> kept;
        std::vector<BriefQuote> moved;
        for (QuoteVersion& version : quote.versions) {
            const Correction* correction = speaker_of(brief, version.words, corrections);
            if (correction == nullptr || correction->value == quote.speaker) {
                kept.push_back(std::move(version));
                continue;
            }
            auto same = std::ranges::find(moved, correction->value, &BriefQuote::speaker);
            if (same == moved.end()) {
                BriefQuote fresh = quote;
                fresh.speaker = correction->value;
                fresh.role.clear();
                fresh.versions.clear();
                same = moved.insert(moved.end(), std::move(fresh));
            }
            version.speaker_at.clear();
            same->versions.push_back(std::move(version));
        }
        quote.versions = std::move(kept);
        moved.insert(moved.begin(), std::move(quote));
        for (BriefQuote& part : moved) {
            if (part.versions.empty()) continue;
            if (part.versions.size() == 1) {
                part.drift = false;
                part.changes.clear();
            }
            quotes.push_back(std::move(part));
        }
    }
    story.quotes = std::move(quotes);
}

// A difference of speaker that a corrected place is part of is not known any more.
void drop_differences(const Brief& brief, std::vector<Difference>& differences, std::span<const Correction> corrections) {
    std::erase_if(differences, [&](Difference& difference) {
        if (difference.kind != "speaker") return false;
        for (DifferenceValue& value : difference.values)
            std::erase_if(value.mentions, [&](const Mention& m) { return speaker_of(brief, m, corrections) != nullptr; });
        std::erase_if(difference.values, [](const DifferenceValue& value) { return value.mentions.empty(); });
        return difference.values.size() < 2;
    });
}

std::string note_of(const Correction& correction) {
    switch (correction.kind) {
        case CorrectionKind::join:
            return "corrected by hand: this report and another were put into one story";
        case CorrectionKind::move:
            return "corrected by hand: this report was put into this story";
        case CorrectionKind::no_quote:
            return fmt::format("corrected by hand: bytes {} to {} are no quote", correction.bytes.begin, correction.bytes.end);
        case CorrectionKind::speaker:
            break;
    }
    return fmt::format("corrected by hand: bytes {} to {} were said by {}", correction.bytes.begin, correction.bytes.end, correction.value);
}

void add_notes(const Brief& brief, Story& story, std::span<const Correction> corrections) {
    for (const Correction& correction : corrections) {
        for (const Report& report : story.reports) {
            if (brief.pages[report.page].sha256 != correction.page) continue;
            Gap note;
            note.kind = "corrected";
            note.text = note_of(correction);
            note.page = report.page;
            story.gaps.push_back(std::move(note));
        }
    }
}

}  // namespace

void leave_out_quotes(PreparedPages& pages, std::span<const Correction> corrections) {
    for (const auto& report : pages.reports)
        std::erase_if(report->marks.quotes, [&](const Quote& quote) { return is_no_quote(*report, quote, corrections); });
}

void correct_brief(Brief& brief, std::span<const Correction> corrections) {
    for (Story& story : brief.stories) {
        correct_speakers(brief, story, corrections);
        drop_differences(brief, story.differences, corrections);
        drop_differences(brief, story.unsure, corrections);
        add_notes(brief, story, corrections);
    }
}

}  // namespace depesche
