// What the reports of a story say, in the terminal: key points, quotes, differences, timeline, names, gaps.
#include <algorithm>

#include <fmt/format.h>

#include "show/clean_text.h"
#include "show/human_time.h"
#include "show/pile_view.h"
#include "show/terminal_parts.h"
#include "show/terminal_story.h"
#include "show/word_changes.h"

namespace depesche {
namespace {

// A direct quote in the marks of the reader's language, unless the words bring their own.
std::pair<std::string, std::string> marks_for(const TerminalParts& parts, const BriefQuote& quote, std::string_view words) {
    const bool has_own =
        words.starts_with("„") || words.starts_with("“") || words.starts_with("\"") || words.starts_with("»") || words.starts_with("«");
    if (quote.type != "direct" || has_own) return {};
    return {std::string(parts.labels["quote.open"]), std::string(parts.labels["quote.close"])};
}

Line marked_words(const std::vector<WordPiece>& pieces) {
    Line line;
    for (const WordPiece& piece : pieces) {
        if (piece.state == WordState::missing) {
            line.push_back({line.empty() ? "^ " : " ^", Ink::changed});
            continue;
        }
        if (piece.state == WordState::same) {
            line.push_back({piece.text, Ink::plain});
            continue;
        }
        const std::size_t blanks = piece.text.find_first_not_of(' ');
        if (blanks > 0) line.push_back({" ", Ink::plain});
        line.push_back({fmt::format("*{}*", piece.text.substr(std::min(blanks, piece.text.size()))), Ink::changed});
    }
    return line;
}

// Which pages have this wording, and via whom: "2 Küstenkurier, via Hafenblatt".
Line carriers_line(const TerminalParts& parts, const ShownWording& wording) {
    std::string text;
    for (const Carrier& carrier : carriers_of(wording, parts.labels)) {
        text.append(text.empty() ? "" : "; ").append(page_name(parts.brief, carrier.page, parts.labels)).append(carrier.how);
    }
    return {{text, Ink::faint}};
}

std::vector<std::string> wording_references(const ShownWording& wording) {
    std::vector<Mention> places;
    for (const QuoteVersion* version : wording.versions) {
        places.push_back(version->words);
        places.insert(places.end(), version->more.begin(), version->more.end());
    }
    return references_of(places);
}

void put_wording(const TerminalParts& parts, const BriefQuote& quote, const ShownWording& wording, const std::vector<WordPiece>& pieces) {
    const auto [open, close] = marks_for(parts, quote, wording.text);
    Line line{{open, Ink::plain}};
    append(line, marked_words(pieces));
    line.push_back({close, Ink::plain});
    if (quote.type != "direct") line.push_back({fmt::format(" ({})", parts.labels["indirect"]), Ink::faint});
    line.push_back({" — ", Ink::faint});
    append(line, carriers_line(parts, wording));
    parts.sheet.paragraph("    ", "    ", line, wording_references(wording));
}

void put_quote(const TerminalParts& parts, const BriefQuote& quote) {
    if (quote.drift) {
        const std::string changes = drift_text(quote, parts.labels);
        const std::string text = changes.empty() ? std::string(parts.labels["drift"]) : parts.labels.with("drift how", {changes});
        parts.sheet.paragraph("    ", "    ", {{text, Ink::strong}}, or_page({}, quote.versions.front().words.page));
    }
    const std::vector<ShownWording> wordings = wordings_of(quote);
    std::vector<std::string> texts;
    for (const ShownWording& wording : wordings) texts.push_back(wording.text);
    const auto lines = line_up(texts);
    for (std::size_t i = 0; i < wordings.size(); ++i) {
        put_wording(parts, quote, wordings[i], quote.drift ? lines[i] : std::vector<WordPiece>{{texts[i], WordState::same}});
    }
}

void put_speaker(const TerminalParts& parts, const Speaker& speaker) {
    Line head{{speaker.name.empty() ? std::string(parts.labels["unknown speaker"]) : speaker.name,
               speaker.name.empty() ? Ink::faint : Ink::strong}};
    if (!speaker.role.empty()) head.push_back({fmt::format(", {}", speaker.role), Ink::plain});
    parts.sheet.paragraph("  ", "  ", head,
                          or_page(references_of(speaker.mentions, 4), speaker.quotes.front()->versions.front().words.page));
    for (const BriefQuote* quote : speaker.quotes) put_quote(parts, *quote);
}

void put_difference_value(const TerminalParts& parts, const Difference& difference, const DifferenceValue& value, unsigned columns) {
    const std::vector<Mention> mentions = first_of_each_page(value.mentions);
    std::string name = clean_line(value.value);
    if (difference.kind == "date") name = human_time(name, parts.labels);
    Line line;
    std::vector<std::string> told;  // reports with the same words stand together
    for (const Mention& mention : mentions) {
        const std::string words = clean_line(mention.shown);
        if (std::ranges::find(told, words) != told.end()) continue;
        told.push_back(words);
        if (!line.empty()) line.push_back({"; ", Ink::faint});
        line.push_back({fmt::format("{}{}{}", parts.labels["quote.open"], words, parts.labels["quote.close"]), Ink::plain});
        const char* before = " ";
        for (const Mention& same : mentions) {
            if (clean_line(same.shown) != words) continue;
            line.push_back({fmt::format("{}{}", before, page_name(parts.brief, same.page, parts.labels)), Ink::faint});
            before = ", ";
        }
    }
    if (columns_of(name) + 2 > columns) {
        parts.sheet.paragraph("    ", "    ", {{name, Ink::strong}}, {});
        name.clear();
    }
    const std::string indent = std::string(columns + 4, ' ');
    parts.sheet.paragraph(fmt::format("    {}", padded(name, columns)), indent, line, references_of(mentions));
}

void put_entry(const TerminalParts& parts, const TimelineEntry& entry, unsigned columns) {
    const std::string when = human_time(clean_line(entry.when), parts.labels);
    std::vector<Mention> places = entry.mentions.empty() ? entry.times : entry.mentions;
    parts.sheet.paragraph(fmt::format("  {}", padded(when, columns)), std::string(columns + 2, ' '), {{clean_line(entry.text), Ink::plain}},
                          references_of(first_of_each_page(places), 5));
}

}  // namespace

void put_keypoints(const TerminalParts& parts, const Story& story) {
    if (story.keypoints.empty()) return;
    parts.sheet.heading(parts.labels["keypoints"]);
    std::size_t number = 0;
    for (const KeyPoint& point : story.keypoints) {
        const std::vector<std::string> references = references_of(point.support);
        const Line text{{clean_line(point.text), Ink::plain},
                        {fmt::format("  — {}", support_text(parts.brief, point, parts.labels)), Ink::faint}};
        parts.sheet.paragraph(fmt::format("{:>3}. ", ++number), "     ", text, references);
    }
}

void put_quotes(const TerminalParts& parts, const Story& story) {
    if (story.quotes.empty()) return;
    parts.sheet.heading(parts.labels["quotes"]);
    for (const Speaker& speaker : speakers_of(story)) put_speaker(parts, speaker);
}

void put_differences(const TerminalParts& parts, std::string_view heading, const std::vector<Difference>& differences) {
    if (differences.empty()) return;
    parts.sheet.heading(parts.labels[heading]);
    for (const Difference& difference : differences) {
        Line head{{kind_text("difference", difference.kind, parts.labels), Ink::faint}};
        if (!difference.about.empty()) head.push_back({" · ", Ink::faint}), head.push_back({clean_line(difference.about), Ink::strong});
        parts.sheet.paragraph("  ", "  ", head, {});
        unsigned columns = 4;
        for (const DifferenceValue& value : difference.values) {
            const std::string name = clean_line(value.value);
            const unsigned wide = columns_of(difference.kind == "date" ? human_time(name, parts.labels) : name) + 2;
            if (wide <= 24) columns = std::max(columns, wide);
        }
        for (const DifferenceValue& value : difference.values) put_difference_value(parts, difference, value, columns);
    }
}

void put_timeline(const TerminalParts& parts, const Story& story) {
    unsigned columns = 0;
    for (const TimelineEntry& entry : story.timeline)
        columns = std::max(columns, columns_of(human_time(clean_line(entry.when), parts.labels)) + 2);
    columns = std::min(columns, 32U);
    for (const bool background : {false, true}) {
        const auto in_part = [&](const TimelineEntry& entry) { return entry.background == background; };
        if (std::ranges::none_of(story.timeline, in_part)) continue;
        const std::string title(parts.labels["timeline"]);
        parts.sheet.heading(background ? fmt::format("{}: {}", title, parts.labels["background"]) : title);
        for (const TimelineEntry& entry : story.timeline) {
            if (in_part(entry)) put_entry(parts, entry, columns);
        }
    }
}

void put_names(const TerminalParts& parts, std::string_view heading, const std::vector<NamedThing>& names) {
    if (names.empty()) return;
    parts.sheet.heading(parts.labels[heading]);
    for (const NamedThing& thing : names) {
        Line line{{clean_line(thing.name), Ink::strong}};
        if (!thing.role.empty()) line.push_back({fmt::format(", {}", clean_line(thing.role)), Ink::plain});
        std::vector<std::string> others = thing.spellings;
        std::erase(others, thing.name);
        if (!others.empty()) line.push_back({fmt::format(" · {}", parts.labels.with("spellings", {join(others)})), Ink::faint});
        parts.sheet.paragraph("  ", "    ", line, references_of(first_of_each_page(thing.mentions), 4));
    }
}

void put_gaps(const TerminalParts& parts, const Story& story) {
    if (story.gaps.empty()) return;
    parts.sheet.heading(parts.labels["gaps"]);
    for (const Gap& gap : story.gaps) {
        Line line;
        if (gap.page) {
            append(line, page_and_outlet(parts, *gap.page));
            line.push_back({": ", Ink::plain});
        }
        line.push_back({gap_text(gap, parts.labels), Ink::plain});
        const Gap* last = &gap == story.gaps.data() ? nullptr : &gap - 1;
        // What all of several key points lack is said once.
        if (last != nullptr && !gap.page && !last->page && last->kind == gap.kind && !gap.mentions.empty())
            line.assign({{"  ", Ink::plain}});
        if (!gap.mentions.empty()) {
            line.push_back(
                {fmt::format(" {}{}{}", parts.labels["quote.open"], clean_line(gap.mentions.front().shown), parts.labels["quote.close"]),
                 Ink::faint});
        }
        std::vector<std::string> references = references_of(gap.mentions);
        parts.sheet.paragraph("  ", "    ", line, gap.page ? or_page(std::move(references), *gap.page) : references);
    }
}

}  // namespace depesche
