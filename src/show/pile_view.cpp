#include "show/pile_view.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "show/clean_text.h"
#include "show/word_changes.h"

namespace depesche {

std::string page_number(std::uint32_t page) { return std::to_string(page + 1); }

std::string reference(const Mention& mention) {
    return fmt::format("[{}:{}-{}]", mention.page + 1, mention.bytes.begin, mention.bytes.end);
}

std::string known(std::string_view value, std::string_view otherwise) {
    std::string clean = clean_line(value);
    return clean.empty() ? std::string(otherwise) : clean;
}

std::string outlet_of(const Brief& brief, std::uint32_t page, const Labels& labels) {
    return known(brief.pages[page].outlet, labels["unknown outlet"]);
}

std::string page_name(const Brief& brief, std::uint32_t page, const Labels& labels) {
    const std::string outlet = clean_line(brief.pages[page].outlet);
    return outlet.empty() ? labels.with("page number", {page_number(page)}) : fmt::format("{}\u00A0{}", page_number(page), outlet);
}

std::string origin_name(const Brief& brief, const BriefOrigin& origin, const Labels& labels) {
    std::string name = clean_line(origin.name);
    if (!name.empty()) return name;
    if (origin.kind == "outlet" && !origin.reports.empty()) return page_name(brief, origin.reports.front(), labels);
    return std::string(labels["unknown name"]);
}

std::vector<std::uint32_t> pages_of(std::span<const Mention> mentions) {
    std::vector<std::uint32_t> pages;
    for (const Mention& mention : first_of_each_page(mentions)) pages.push_back(mention.page);
    return pages;
}

std::vector<Mention> first_of_each_page(std::span<const Mention> mentions) {
    std::vector<Mention> first;
    std::set<std::uint32_t> seen;
    for (const Mention& mention : mentions) {
        if (seen.insert(mention.page).second) first.push_back(mention);
    }
    return first;
}

std::string reports_text(const Story& story, const Labels& labels) {
    std::set<std::string> outlets;
    std::size_t unknown = 0;
    for (const Report& report : story.reports) {
        report.outlet.empty() ? void(++unknown) : void(outlets.insert(clean_line(report.outlet)));
    }
    const std::string reports = labels.count("report", story.reports.size());
    if (outlets.empty()) return labels.with("from", {reports, labels["outlet.0"]});
    const std::string text = labels.with("from", {reports, labels.count("outlet", outlets.size())});
    return unknown == 0 ? text : labels.with("without outlet", {text, std::to_string(unknown)});
}

std::string support_text(const Brief& brief, const KeyPoint& point, const Labels& labels) {
    const std::vector<std::uint32_t> pages = pages_of(point.support);
    std::string names;
    for (const std::string& name : point.origin_names) {
        if (!names.empty()) names += ", ";
        names += known(name, labels["unknown name"]);
    }
    if (pages.size() == 1) {
        const std::string only = labels.with("only one", {page_name(brief, pages.front(), labels)});
        const bool is_own = point.origin_names.size() == 1 && point.origin_names.front().empty();
        return names.empty() || is_own || names == clean_line(brief.pages[pages.front()].outlet) ? only
                                                                                                 : labels.with("from", {only, names});
    }
    const std::string counts = labels.count("report", pages.size()) + ", " + labels.count("origin", point.origins);
    if (names.empty()) return counts;
    return labels.with(point.origin_names.size() < point.origins ? "among them" : "supported by", {counts, names});
}

std::string words_of(const QuoteVersion& version) {
    std::string text = clean_line(version.words.shown);
    for (const Mention& part : version.more) text += " […] " + clean_line(part.shown);
    return text;
}

namespace {

// A version's first words by speaker and page; longer ones first where they begin together.
struct Said {
    std::string_view speaker;
    std::uint32_t page = 0;
    Span bytes;
    std::size_t quote = 0;
    bool whole = true;  // no further parts
};

// Which quotes lie wholly inside longer ones of the same speaker. One pass over the sorted spans: a span lies inside an earlier one of
// its speaker and page when the farthest end so far is not before its own.
std::vector<bool> find_inner_quotes(const Story& story) {
    std::vector<Said> said;
    for (std::size_t i = 0; i < story.quotes.size(); ++i) {
        for (const QuoteVersion& version : story.quotes[i].versions)
            said.push_back({story.quotes[i].speaker, version.words.page, version.words.bytes, i, version.more.empty()});
    }
    std::ranges::sort(said, {}, [](const Said& s) { return std::tuple(s.speaker, s.page, s.bytes.begin, ~s.bytes.end, s.quote); });
    std::vector<std::size_t> inside(story.quotes.size(), 0);
    const Said* widest = nullptr;
    for (const Said& one : said) {
        const bool same_place = widest != nullptr && widest->speaker == one.speaker && widest->page == one.page;
        if (same_place && one.whole && widest->quote != one.quote && widest->bytes.contains(one.bytes)) ++inside[one.quote];
        if (one.bytes.empty()) continue;
        if (!same_place || one.bytes.end > widest->bytes.end) widest = &one;
    }
    std::vector<bool> inner(story.quotes.size());
    for (std::size_t i = 0; i < inner.size(); ++i) {
        inner[i] =
            !story.quotes[i].drift && !story.quotes[i].speaker.empty() && inside[i] > 0 && inside[i] == story.quotes[i].versions.size();
    }
    return inner;
}

}  // namespace

std::vector<Speaker> speakers_of(const Story& story) {
    const std::vector<bool> inner = find_inner_quotes(story);
    std::vector<Speaker> speakers;
    std::vector<Speaker> unknown;
    std::map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < story.quotes.size(); ++i) {
        const BriefQuote& quote = story.quotes[i];
        if (quote.versions.empty() || inner[i]) continue;
        const std::string name = clean_line(quote.speaker);
        const auto [it, is_new] = places.emplace(name, speakers.size());
        if (name.empty()) {
            unknown.emplace_back();
        } else if (is_new) {
            speakers.push_back({name, {}, {}, {}});
        }
        Speaker& speaker = name.empty() ? unknown.back() : speakers[it->second];
        if (speaker.role.empty()) speaker.role = clean_line(quote.role);
        speaker.quotes.push_back(&quote);
        for (const QuoteVersion& version : quote.versions)
            speaker.mentions.insert(speaker.mentions.end(), version.speaker_at.begin(), version.speaker_at.end());
    }
    speakers.insert(speakers.end(), std::make_move_iterator(unknown.begin()), std::make_move_iterator(unknown.end()));
    for (Speaker& speaker : speakers) speaker.mentions = first_of_each_page(speaker.mentions);
    return speakers;
}

std::vector<Carrier> carriers_of(const ShownWording& wording, const Labels& labels) {
    std::vector<Carrier> carriers;
    for (const QuoteVersion* version : wording.versions) {
        Carrier carrier{version->words.page, {}};
        const std::string to = clean_line(version->addressee);
        const std::string via = clean_line(version->via);
        if (!to.empty()) carrier.how.append(", ").append(labels.with("to", {to}));
        if (!via.empty() && via != to) carrier.how.append(", ").append(labels.with("via", {via}));
        const auto same = [&](const Carrier& other) {
            return other.page == carrier.page && (carrier.how.empty() || other.how == carrier.how);
        };
        if (std::ranges::none_of(carriers, same)) carriers.push_back(std::move(carrier));
    }
    return carriers;
}

std::vector<ShownWording> wordings_of(const BriefQuote& quote) {
    std::vector<ShownWording> wordings;
    std::map<std::string, std::size_t> places;
    for (const QuoteVersion& version : quote.versions) {
        const std::string text = words_of(version);
        const auto [it, is_new] = places.emplace(bare_words(text), wordings.size());
        if (is_new) wordings.push_back({text, {}});
        wordings[it->second].versions.push_back(&version);
    }
    return wordings;
}

std::string drift_text(const BriefQuote& quote, const Labels& labels) {
    constexpr std::string_view to = " → ";
    constexpr std::string_view nothing = "–";
    constexpr std::string_view cut = "…";
    std::string text;
    for (const std::string& change : quote.changes) {
        const std::size_t at = std::min(change.find(to), change.size());
        const std::string before = clean_line(change.substr(0, at));
        const std::string after = clean_line(std::string_view(change).substr(std::min(at + to.size(), change.size())));
        if (!text.empty()) text += "; ";
        if (after == nothing) text += labels.with("words left out", {before});
        else if (after == cut) text += labels.with("words cut", {before});
        else if (before == nothing || before == cut) text += labels.with("words put in", {after});
        else text += labels.with("words changed", {clean_line(change)});
    }
    return text;
}

std::string join(std::span<const std::string> values) {
    std::string text;
    for (const std::string& value : values) {
        if (!text.empty()) text += ", ";
        text += clean_line(value);
    }
    return text;
}

std::string kind_text(std::string_view group, std::string_view kind, const Labels& labels) {
    const std::string key = fmt::format("{}.{}", group, kind);
    return labels.has(key) ? std::string(labels[key]) : clean_line(kind);
}

std::string gap_text(const Gap& gap, const Labels& labels) {
    const std::string key = "gap." + gap.kind;
    return labels.has(key) ? std::string(labels[key]) : clean_line(gap.text);
}

}  // namespace depesche
