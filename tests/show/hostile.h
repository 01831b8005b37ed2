// A brief whose every text is what an attacker wrote.
#pragma once

#include <algorithm>
#include <string>

#include "show/sample.h"

namespace depesche::sample {

// Every text of the sample set to the same hostile string.
inline Brief hostile(const std::string& text) {
    Brief brief = sample::brief();
    const auto spoil = [&](Mention& mention) { mention.text = mention.shown = text; };
    const auto spoil_all = [&](std::vector<Mention>& mentions) { std::ranges::for_each(mentions, spoil); };
    for (BriefPage& page : brief.pages) page.page = page.sha256 = page.url = page.crawled = page.outlet = page.encoding = text;
    for (Story& story : brief.stories) {
        story.headline = story.topic = story.id = text;
        for (auto* values : {&story.when, &story.where}) {
            for (DifferenceValue& value : *values) value.value = text;
        }
        for (Report& report : story.reports) {
            report.outlet = report.title = report.published.value = report.updated.value = report.published.how = text;
            report.authors = report.agencies = {text};
        }
        for (BriefOrigin& origin : story.origins) origin.name = origin.kind = text;
        for (KeyPoint& point : story.keypoints) point.text = text, point.origin_names = {text};
        for (BriefQuote& quote : story.quotes) {
            quote.speaker = quote.role = text;
            quote.changes = {text};
            for (QuoteVersion& version : quote.versions)
                spoil(version.words), spoil_all(version.more), version.via = version.addressee = text;
        }
        for (auto* differences : {&story.differences, &story.unsure}) {
            for (Difference& difference : *differences) {
                difference.kind = difference.about = text;
                for (DifferenceValue& value : difference.values) value.value = text, spoil_all(value.mentions);
            }
        }
        for (TimelineEntry& entry : story.timeline) entry.when = entry.text = text;
        for (auto* names : {&story.people, &story.places}) {
            for (NamedThing& thing : *names) thing.name = thing.role = text, thing.spellings = {text, "x" + text};
        }
        for (Gap& gap : story.gaps) gap.kind = gap.text = text, spoil_all(gap.mentions);
    }
    return brief;
}

}  // namespace depesche::sample
