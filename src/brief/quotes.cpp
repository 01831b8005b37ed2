#include "brief/quotes.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/begin_of.h"
#include "base/utf8.h"
#include "brief/bending.h"
#include "brief/cite.h"
#include "brief/drift.h"
#include "brief/quote_groups.h"
#include "brief/utterance.h"

namespace depesche {
namespace {

const Quote& quote_of(const StoryText& text, const Utterance& u) { return text.reports()[u.report].marks.quotes[u.quote]; }

std::string joined(const StoryText& text, std::uint32_t report, const std::vector<Span>& spans) {
    std::string out;
    for (const Span span : spans) {
        if (!out.empty()) out += ' ';
        out += text.reports()[report].text.text.substr(span.begin, span.size());
    }
    std::ranges::replace(out, '\n', ' ');
    return out;
}

// The names that stand in the spans: "der südkoreanischen Nachrichtenagentur Yonhap" is Yonhap.
std::string names_in(const StoryText& text, std::uint32_t report, const std::vector<Span>& spans) {
    std::string out;
    for (const Name& name : text.reports()[report].marks.names) {
        if (std::ranges::none_of(spans, [&](Span span) { return span.contains(name.span); })) continue;
        if (!out.empty()) out += ", ";
        out += text.reports()[report].text.text.substr(name.span.begin, name.span.size());
    }
    return out;
}

bool touches(const std::vector<Span>& left, const std::vector<Span>& right) {
    return std::ranges::any_of(left, [&](Span a) { return std::ranges::any_of(right, [&](Span b) { return a.overlaps(b); }); });
}

// "Der südkoreanischen Nachrichtenagentur Yonhap" as Yonhap, "der Deutschen Presse-Agentur" as Deutsche Presse-Agentur, "Radio Val" as it
// is.
std::string via_of(const StoryText& text, std::uint32_t report, const Quote& quote) {
    const bool overlap = quote.via.size() > 1 && quote.via.back().overlaps(quote.via[quote.via.size() - 2]);
    const std::vector<Span> via = overlap ? std::vector<Span>{quote.via.back()} : quote.via;
    std::string words = joined(text, report, via);
    const std::size_t blank = words.find(' ');
    const bool article = blank != std::string::npos && text.words_of(report).article.contains(to_lower(words.substr(0, blank)));
    const std::string before = article ? to_lower(words.substr(0, blank)) : std::string();
    if (article) words.erase(0, blank + 1);
    const bool described = article || (!words.empty() && !begins_upper(words));
    const std::string names = names_in(text, report, via);
    if (described && !names.empty() && words.ends_with(names)) words = names;
    return Bending(*text.reports()[report].language).alone(std::move(words), {before, true});
}

// Not the "Das" of "Das teilte die Polizei mit", which stands for the sentence before.
bool says_something(const StoryText& text, std::uint32_t report, Span part) {
    const std::vector<std::uint32_t> forms = text.forms_in(report, part);
    return forms.size() > 1 || std::ranges::any_of(forms, [&](std::uint32_t form) { return !text.vocabulary().form(form).stop; });
}

QuoteVersion make_version(const StoryText& text, const Utterance& u) {
    const Prepared& report = text.reports()[u.report];
    const Quote& quote = quote_of(text, u);
    QuoteVersion version;
    version.words = cite(report, quote.parts.front());
    for (std::size_t p = 1; p < quote.parts.size(); ++p) {
        if (says_something(text, u.report, quote.parts[p])) version.more.push_back(cite(report, quote.parts[p]));
    }
    version.via = via_of(text, u.report, quote);
    if (!touches(quote.addressee, quote.speaker)) version.addressee = names_in(text, u.report, quote.addressee);
    for (const Span span : quote.speaker) version.speaker_at.push_back(cite(report, span));
    version.confidence = u.confidence;
    return version;
}

// The speaker that most of the group's utterances have; who is named at the quote counts more than who a pronoun leads to.
void name_speaker(const StoryText& text, const std::vector<Utterance>& utterances, const QuoteGroup& group, BriefQuote& out) {
    std::map<std::uint32_t, int> groups;
    std::map<std::string, int> others;
    for (const std::uint32_t member : group) {
        const Utterance& u = utterances[member];
        if (u.group) groups[*u.group] += u.by_name ? 3 : 1;
        else if (!u.speaker.empty()) ++others[u.speaker];
    }
    const auto most = [](const auto& counts) {
        return std::ranges::max_element(counts, [](const auto& a, const auto& b) { return a.second < b.second; });
    };
    if (!groups.empty()) {
        const NameGroup& known = text.names().groups()[most(groups)->first];
        out.speaker = known.name;
        out.role = known.role;
    } else if (!others.empty()) {
        out.speaker = most(others)->first;
    }
}

// One member for each wording, the one that most reports have first.
std::vector<std::uint32_t> wordings_of(const std::vector<Utterance>& utterances, const QuoteGroup& group) {
    std::map<std::vector<std::uint32_t>, std::pair<std::set<std::uint32_t>, std::uint32_t>> wordings;
    for (const std::uint32_t member : group) {
        std::vector<std::uint32_t> forms;
        for (const UtteredWord& word : utterances[member].words) forms.push_back(word.form);
        auto& [reports, first] = wordings.emplace(std::move(forms), std::pair(std::set<std::uint32_t>(), member)).first->second;
        reports.insert(utterances[member].report);
    }
    std::vector<std::pair<std::size_t, std::uint32_t>> order;
    for (const auto& [forms, entry] : wordings) order.emplace_back(entry.first.size(), entry.second);
    std::ranges::sort(order, [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
    std::vector<std::uint32_t> out;
    for (const auto& [count, member] : order) out.push_back(member);
    return out;
}

// A report that has the words in full elsewhere did not change them here: a headline shortens.
bool has_fuller(const std::vector<Utterance>& utterances, const QuoteGroup& group, const Utterance& u) {
    return std::ranges::any_of(group, [&](std::uint32_t member) {
        const Utterance& other = utterances[member];
        return other.report == u.report && other.words.size() > u.words.size() && is_part(u, other);
    });
}

// Of what a reporter words, only a turned or another number tells more than style.
bool turns(const StoryText& text, const Utterance& left, const Utterance& right, const Change& change) {
    const auto all_of = [&](const Utterance& u, std::uint32_t begin, std::uint32_t end) {
        for (std::uint32_t i = begin; i < end; ++i) {
            const WordForm& form = text.vocabulary().form(u.words[i].form);
            if (!form.number && !text.words_of(u.report).limit.contains(form.folded)) return false;
        }
        return true;
    };
    return !change.harmless && all_of(left, change.left_begin, change.left_end) && all_of(right, change.right_begin, change.right_end);
}

void judge_drift(const StoryText& text, const std::vector<Utterance>& utterances, const QuoteGroup& group, BriefQuote& out) {
    const std::vector<std::uint32_t> wordings = wordings_of(utterances, group);
    const auto base = std::ranges::find_if(wordings, [&](std::uint32_t w) { return !has_fuller(utterances, group, utterances[w]); });
    if (base == wordings.end()) return;
    const Utterance& left = utterances[*base];
    for (const std::uint32_t w : wordings) {
        const Utterance& right = utterances[w];
        if (w == *base || has_fuller(utterances, group, right)) continue;
        WordingMatch match = match_wordings(text, left, right);
        if (!left.direct) std::erase_if(match.changes, [&](const Change& change) { return !turns(text, left, right, change); });
        if (!has_drift(match)) continue;
        out.drift = true;
        for (std::string& change : describe(text, left, right, match)) {
            if (std::ranges::find(out.changes, change) == out.changes.end()) out.changes.push_back(std::move(change));
        }
    }
}

BriefQuote make_quote(const StoryText& text, const std::vector<Utterance>& utterances, const QuoteGroup& group) {
    BriefQuote quote;
    quote.type = utterances[group.front()].direct ? "direct" : "indirect";
    name_speaker(text, utterances, group, quote);
    judge_drift(text, utterances, group, quote);
    for (const std::uint32_t member : group) quote.versions.push_back(make_version(text, utterances[member]));
    return quote;
}

std::size_t reports_in(const BriefQuote& quote) {
    std::set<std::uint32_t> pages;
    for (const QuoteVersion& version : quote.versions) pages.insert(version.words.page);
    return pages.size();
}

DifferenceValue make_value(const BriefQuote& quote) {
    DifferenceValue value{quote.speaker, {}};
    for (const QuoteVersion& version : quote.versions) {
        value.mentions.push_back(version.words);
        value.mentions.insert(value.mentions.end(), version.speaker_at.begin(), version.speaker_at.end());
    }
    return value;
}

Difference make_difference(const BriefQuote& left, const BriefQuote& right) {
    return {"speaker", left.versions.front().words.shown, {make_value(left), make_value(right)}};
}

}  // namespace

LinedUpQuotes line_up_quotes(const StoryText& text) {
    const std::vector<Utterance> utterances = find_utterances(text);
    const QuoteGroups groups = group_quotes(text, utterances);
    LinedUpQuotes out;
    for (const QuoteGroup& group : groups.groups) out.quotes.push_back(make_quote(text, utterances, group));
    for (const auto& pair : groups.other_speakers) {
        const Difference difference = make_difference(out.quotes[pair.left], out.quotes[pair.right]);
        const auto named = [&](std::uint32_t group) {
            return std::ranges::any_of(groups.groups[group], [&](std::uint32_t member) { return utterances[member].group.has_value(); });
        };
        if (!named(pair.left) && !named(pair.right)) continue;  // two words for one unnamed, as likely
        (pair.sure ? out.differences : out.unsure).push_back(difference);
    }
    std::ranges::stable_sort(out.quotes, [](const BriefQuote& a, const BriefQuote& b) { return reports_in(a) > reports_in(b); });
    return out;
}

}  // namespace depesche
