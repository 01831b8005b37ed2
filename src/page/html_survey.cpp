#include "page/html_survey.h"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

namespace depesche {
namespace {

struct TagMeaning {
    std::string_view name;
    MarkupTag tag;
    MarkupCues cues;
};

// Sorted by name.
constexpr std::array<TagMeaning, 40> tags = {{
    {"a", MarkupTag::link, 0},
    {"address", MarkupTag::wide, 0},
    {"article", MarkupTag::wide, bit_of(MarkupCue::article)},
    {"aside", MarkupTag::wide, bit_of(MarkupCue::side)},
    {"blockquote", MarkupTag::quote, bit_of(MarkupCue::quote)},
    {"button", MarkupTag::button, bit_of(MarkupCue::button)},
    {"caption", MarkupTag::caption, 0},
    {"code", MarkupTag::code, 0},
    {"dd", MarkupTag::definition, 0},
    {"details", MarkupTag::wide, 0},
    {"div", MarkupTag::wide, 0},
    {"dl", MarkupTag::table, 0},
    {"dt", MarkupTag::definition, 0},
    {"fieldset", MarkupTag::wide, bit_of(MarkupCue::form)},
    {"figcaption", MarkupTag::caption, bit_of(MarkupCue::caption)},
    {"figure", MarkupTag::wide, bit_of(MarkupCue::picture)},
    {"footer", MarkupTag::wide, bit_of(MarkupCue::footer)},
    {"form", MarkupTag::wide, bit_of(MarkupCue::form)},
    {"h1", MarkupTag::heading_1, 0},
    {"h2", MarkupTag::heading_2, 0},
    {"h3", MarkupTag::heading_3, 0},
    {"h4", MarkupTag::heading_4, 0},
    {"h5", MarkupTag::heading_4, 0},
    {"h6", MarkupTag::heading_4, 0},
    {"header", MarkupTag::wide, bit_of(MarkupCue::header)},
    {"label", MarkupTag::button, bit_of(MarkupCue::button)},
    {"li", MarkupTag::list_item, 0},
    {"main", MarkupTag::wide, bit_of(MarkupCue::main)},
    {"nav", MarkupTag::wide, bit_of(MarkupCue::navigation)},
    {"ol", MarkupTag::wide, 0},
    {"option", MarkupTag::button, bit_of(MarkupCue::button)},
    {"p", MarkupTag::paragraph, 0},
    {"pre", MarkupTag::code, 0},
    {"section", MarkupTag::wide, 0},
    {"summary", MarkupTag::button, 0},
    {"table", MarkupTag::table, 0},
    {"td", MarkupTag::cell, 0},
    {"th", MarkupTag::cell, 0},
    {"time", MarkupTag::other, bit_of(MarkupCue::date)},
    {"ul", MarkupTag::wide, 0},
}};

const TagMeaning* meaning_of(std::string_view name) {
    const auto at = std::ranges::lower_bound(tags, name, {}, &TagMeaning::name);
    return at != tags.end() && at->name == name ? &*at : nullptr;
}

std::uint64_t hashed(std::uint64_t hash, std::string_view text) {
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return hash;
}

// Long lines that end as sentences do; without a stop word, which the page's language may not have.
bool is_running(const LineLook& look, float linked) {
    const bool sentences = look.two_sentences || look.ends_stop || look.letters >= 200;
    return look.letters >= 80 && look.words >= 12 && sentences && linked < 0.5F && !look.furniture();
}

constexpr MarkupCues names_of_text = bit_of(MarkupCue::article) | bit_of(MarkupCue::text) | bit_of(MarkupCue::main);
constexpr std::uint32_t deepest = 40;       // elements looked at above a line
constexpr std::uint32_t enough_text = 200;  // letters of running text that make a page more than its comments
constexpr double most = 0.6;                // a child with this share of the running text has the article

}  // namespace

HtmlSurvey::HtmlSurvey(const HtmlPage& html, const std::vector<PageLine>& lines, const std::vector<LineLook>& looks,
                       const MarkupWords& words)
    : html_(html) {
    survey_elements(words);
    place_lines(lines, looks);
    gather_holdings(looks);
    mark_comments(looks);
    find_main();
    measure_nearness();
}

void HtmlSurvey::survey_elements(const MarkupWords& words) {
    tags_.assign(html_.elements.size(), MarkupTag::other);
    cues_.assign(html_.elements.size(), 0);
    names_.assign(html_.elements.size(), 0);
    for (std::size_t e = 0; e < html_.elements.size(); ++e) {
        const HtmlElement& element = html_.elements[e];
        if (element.text.empty() || element.name == "body" || element.name == "html") continue;
        if (const TagMeaning* meaning = meaning_of(element.name)) {
            tags_[e] = meaning->tag;
            cues_[e] = meaning->cues;
        }
        names_[e] = hashed(1469598103934665603ULL, element.name);
        for (std::uint32_t a = element.first_attribute; a < element.last_attribute; ++a) {
            const HtmlAttribute& attribute = html_.attributes[a];
            const bool naming = attribute.name == HtmlName::classes || attribute.name == HtmlName::id || attribute.name == HtmlName::role ||
                                attribute.name == HtmlName::itemprop || attribute.name == HtmlName::data_test;
            if (!naming) continue;
            const std::string_view value = html_.decoded.view(attribute.value);
            cues_[e] |= words.cues_of(value);
            if (attribute.name == HtmlName::classes) names_[e] = hashed(names_[e], value.substr(0, 200));
        }
    }
}

void HtmlSurvey::place_lines(const std::vector<PageLine>& lines, const std::vector<LineLook>& looks) {
    places_.resize(lines.size());
    std::size_t b = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        while (b < html_.blocks.size() && html_.blocks[b].text.end <= lines[i].span.begin) ++b;
        if (b == html_.blocks.size()) break;
        const HtmlBlock& block = html_.blocks[b];
        MarkupPlace& place = places_[i];
        const float size = static_cast<float>(std::max<std::size_t>(block.text.size(), 1));
        place.element = block.element;
        place.linked = std::min(1.0F, static_cast<float>(block.linked) / size);
        place.strong = std::min(1.0F, static_cast<float>(block.strong) / size);
        place.hidden = block.hidden;
        place.running = !block.hidden && is_running(looks[i], place.linked);
        place.block = block.element;
        std::uint32_t e = block.element;
        for (std::uint32_t steps = 0; e != no_element && steps < deepest; ++steps, e = html_.elements[e].parent) {
            if (tags_[e] == MarkupTag::other || tags_[e] == MarkupTag::link) continue;
            place.block = e;
            place.tag = tags_[e];
            break;
        }
        e = block.element;
        for (int steps = 0; e != no_element && steps < 3; ++steps, e = html_.elements[e].parent)
            place.signature = place.signature * 0x9E3779B97F4A7C15ULL + names_[e];
    }
}

void HtmlSurvey::gather_holdings(const std::vector<LineLook>& looks) {
    holdings_.assign(html_.elements.size(), {});
    for (std::size_t i = 0; i < places_.size(); ++i) {
        const MarkupPlace& place = places_[i];
        if (place.element == no_element || place.hidden) continue;
        Holding& own = holdings_[place.element];
        if (own.lines == 0) own.first = static_cast<std::uint32_t>(i);
        own.end = static_cast<std::uint32_t>(i + 1);
        ++own.lines;
        own.letters += looks[i].letters;
        own.linked += static_cast<std::uint32_t>(place.linked * static_cast<float>(looks[i].letters));
        if (place.running) own.running += looks[i].letters;
    }
    for (std::size_t e = holdings_.size(); e-- > 0;) {
        const std::uint32_t up = html_.elements[e].parent;
        const Holding& own = holdings_[e];
        if (up == no_element || own.lines == 0) continue;
        Holding& above = holdings_[up];
        above.first = above.lines == 0 ? own.first : std::min(above.first, own.first);
        above.end = std::max(above.end, own.end);
        above.lines += own.lines;
        above.letters += own.letters;
        above.linked += own.linked;
        above.running += own.running;
    }
}

// A forum has nothing but comments; there they are the text.
void HtmlSurvey::mark_comments(const std::vector<LineLook>& looks) {
    std::uint64_t all = 0;
    std::uint64_t others = 0;
    for (std::size_t i = 0; i < places_.size(); ++i) all += places_[i].running ? looks[i].letters : 0;
    for (std::size_t i = 0; i < places_.size(); ++i) {
        std::uint32_t e = places_[i].element;
        for (std::uint32_t steps = 0; e != no_element && steps < deepest && !places_[i].comment; ++steps, e = html_.elements[e].parent) {
            const bool most_of_page = static_cast<double>(holdings_[e].running) >= most * static_cast<double>(all);
            places_[i].comment = has(cues_[e], MarkupCue::comment) && !most_of_page;
        }
        if (places_[i].running && !places_[i].comment) others += looks[i].letters;
    }
    bool any = false;
    for (MarkupPlace& place : places_) {
        place.comment = place.comment && others >= enough_text;
        any = any || place.comment;
        place.running = place.running && !place.comment;
    }
    if (any) gather_holdings(looks);
}

// Sweeping once downwards: an element is on the path when its parent was the path's end and it holds most of the text.
void HtmlSurvey::find_main() {
    main_path_.assign(html_.elements.size(), 0);
    std::uint64_t all = 0;
    for (std::size_t e = 0; e < holdings_.size(); ++e) {
        if (html_.elements[e].parent == no_element) all += holdings_[e].running;
    }
    if (all == 0) return;
    for (std::size_t e = 0; e < holdings_.size(); ++e) {
        if (html_.elements[e].parent != main_ || static_cast<double>(holdings_[e].running) < most * static_cast<double>(all)) continue;
        if (tags_[e] == MarkupTag::paragraph || tags_[e] == MarkupTag::link) break;
        main_ = static_cast<std::uint32_t>(e);
        main_path_[e] = 1;
    }
}

HtmlSurvey::Way HtmlSurvey::way_from_main(std::size_t line) const {
    Way way;
    std::uint32_t e = places_[line].element;
    if (main_ == no_element) return way;
    while (e != no_element && main_path_[e] == 0 && way.down < deepest) {
        ++way.down;
        e = html_.elements[e].parent;
    }
    const std::uint32_t depth = e == no_element ? 0 : html_.elements[e].depth;
    way.up = html_.elements[main_].depth - std::min(depth, html_.elements[main_].depth);
    return way;
}

void HtmlSurvey::measure_nearness() {
    nearness_.assign(places_.size(), {});
    for (std::size_t i = 0; i < places_.size(); ++i) {
        if (i > 0 && places_[i].element == places_[i - 1].element) {
            nearness_[i] = nearness_[i - 1];
            continue;
        }
        std::uint32_t e = places_[i].element;
        MarkupCues seen = 0;
        for (std::uint32_t steps = 0; e != no_element && steps < deepest; ++steps, e = html_.elements[e].parent) {
            MarkupCues fresh = (main_path_[e] != 0 ? cues_[e] & names_of_text : cues_[e]) & ~seen;
            seen |= fresh;
            for (; fresh != 0; fresh &= fresh - 1)
                nearness_[i][static_cast<std::size_t>(std::countr_zero(fresh))] = static_cast<std::uint8_t>(steps < 7 ? 8 - steps : 1);
        }
    }
}

}  // namespace depesche
