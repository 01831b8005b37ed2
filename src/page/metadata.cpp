#include "page/metadata.h"

#include <algorithm>

#include "base/utf8.h"

namespace depesche {
namespace {

using Texts = std::vector<const Zone*>;

Texts zones_of(const Article& article, std::initializer_list<ZoneKind> kinds) {
    Texts found;
    for (const Zone& zone : article.zones) {
        if (std::ranges::find(kinds, zone.kind) != kinds.end()) found.push_back(&zone);
    }
    return found;
}

Span inside(const Zone& zone, Span part) { return {zone.span.begin + part.begin, zone.span.begin + part.end}; }

// Adds a value once; further places are further evidence.
void add_field(std::vector<Field>& fields, std::string value, Evidence evidence) {
    const auto same = std::ranges::find_if(fields, [&](const Field& f) { return fold(f.value) == fold(value); });
    if (same != fields.end()) same->evidence.push_back(std::move(evidence));
    else fields.push_back({std::move(value), {std::move(evidence)}});
}

// "Kultur : Was bleibt von der Messe?", "Meinung Warum die Messe bleibt": the desk's name before the headline is cut off, when a
// colon between blanks or a small word with a capital shows where the headline begins.
Span without_section(std::string_view headline, const LineReader& reader, const Languages& languages) {
    const auto size = static_cast<std::uint32_t>(headline.size());
    const auto is_section = [&](std::size_t end) {
        return has(reader.wording().cues_of(words_of_line(headline.substr(0, end), 4)), Cue::section);
    };
    const std::size_t colon = headline.find(" : ");
    if (colon < 30 && is_section(colon)) return {static_cast<std::uint32_t>(colon + 3), size};
    const LineWords words = words_of_line(headline, 2);
    if (words.words.size() < 2 || !words.capital[1] || words.places[1].begin > words.places[0].end + 1 || !is_section(words.places[0].end))
        return {0, size};
    const bool small_word = std::ranges::any_of(languages.all(), [&](const Language& l) { return l.stop_words.contains(words.words[1]); });
    return small_word ? Span{words.places[1].begin, size} : Span{0, size};
}

void read_title(const Page& page, const LineReader& reader, Article& article) {
    const Languages& languages = reader.languages();
    for (const Zone* zone : zones_of(article, {ZoneKind::headline})) {
        const std::string_view line = page.source.view(zone->span);
        const Span words = without_section(line, reader, languages);
        const std::string value(line.substr(words.begin, words.size()));
        if (!article.title) article.title = Field{value, {{inside(*zone, words), "headline"}}};
        else if (fold(article.title->value) == fold(value)) article.title->evidence.push_back({zone->span, "headline again"});
    }
}

// The zones of `kinds` that belong to the article: those between headline and text, else above the headline; when there are none, those
// right behind it, before other pieces and comments. What stands in the midst of the text is a box's.
Texts around_the_text(const Article& article, std::initializer_list<ZoneKind> kinds) {
    const auto is_body = [](const Zone& zone) { return zone.kind == ZoneKind::body || zone.kind == ZoneKind::crosshead; };
    const auto first = std::ranges::find_if(article.zones, is_body);
    const auto headline = std::find_if(article.zones.begin(), first, [](const Zone& zone) { return zone.kind == ZoneKind::headline; });
    Texts found;
    const auto collect = [&](auto begin, auto end) {
        for (auto zone = begin; zone != end; ++zone) {
            if (std::ranges::find(kinds, zone->kind) != kinds.end()) found.push_back(&*zone);
        }
    };
    collect(headline, first);
    if (found.empty()) collect(article.zones.begin(), headline);
    if (!found.empty() || first == article.zones.end()) return found;
    const auto last = std::find_if(article.zones.rbegin(), article.zones.rend(), is_body).base();
    for (auto zone = last; zone != article.zones.end() && zone->kind != ZoneKind::other && zone->kind != ZoneKind::comment; ++zone) {
        if (std::ranges::find(kinds, zone->kind) != kinds.end()) found.push_back(&*zone);
    }
    return found;
}

void read_makers(const Page& page, const LineReader& reader, Article& article) {
    for (const Zone* zone : around_the_text(article, {ZoneKind::byline})) {
        const std::string_view line = page.source.view(zone->span);
        std::vector<Span> dates;
        for (const LineDate& date : reader.dates().read(line)) dates.push_back(date.span);
        const Byline byline = reader.bylines().read(line, dates);
        for (const LineName& person : byline.people) {
            if (&person != byline.people.data() && reader.names_outlet(person.name)) continue;
            add_field(article.authors, person.name, {inside(*zone, person.span), byline.led ? "byline with its leading word" : "byline"});
        }
        for (const LineName& agency : byline.agencies) add_field(article.agencies, agency.name, {inside(*zone, agency.span), "byline"});
    }
    for (const Zone* zone : zones_of(article, {ZoneKind::agency})) {
        for (const LineName& agency : reader.bylines().agencies_in(page.source.view(zone->span)))
            add_field(article.agencies, agency.name, {inside(*zone, agency.span), "wire credit"});
    }
}

// "Ida Horn ist Redakteurin …", or any note behind "Zur Autorin": the name that it begins with.
void read_author_box(const Page& page, const LineReader& reader, Article& article) {
    bool heading = false;
    for (const Zone& zone : article.zones) {
        const std::string_view line = page.source.view(zone.span);
        const bool about =
            zone.kind == ZoneKind::note && has(reader.wording().cues_of(words_of_line(line.substr(0, 300), 24)), Cue::authorabout);
        if (about || (heading && zone.kind == ZoneKind::note)) {
            std::size_t end = line.size();
            for (const std::string_view verb : {" ist ", " schreibt ", " arbeitet ", " berichtet ", " is ", " writes "})
                end = std::min(end, line.find(verb));
            const Byline byline = reader.bylines().read(line.substr(0, end), {});
            if (end < line.size() && byline.people.size() == 1)
                add_field(article.authors, byline.people.front().name, {inside(zone, byline.people.front().span), "author box"});
        }
        heading = line.size() < 60 && has(reader.wording().cues_of(words_of_line(line, 8)), Cue::authorbox);
    }
}

struct SeenDate {
    LineDate date;
    Span span;
};

// All dates of date zones that have a day; a clock alone joins the day before it, unless that has a clock: then it is the
// same day's update.
std::vector<SeenDate> dates_of(const Page& page, const LineReader& reader, const Article& article) {
    std::vector<SeenDate> seen;
    for (const Zone* zone : around_the_text(article, {ZoneKind::date, ZoneKind::byline})) {
        for (const LineDate& date : reader.dates().read(page.source.view(zone->span))) {
            const Span span = inside(*zone, date.span);
            if (date.value.has_day()) {
                seen.push_back({date, span});
            } else if (!seen.empty() && date.value.has_clock()) {
                Moment& last = seen.back().date.value;
                if (!last.has_clock()) {
                    last.hour = date.value.hour;
                    last.minute = date.value.minute;
                    seen.back().span.end = span.end;
                } else if (date.kind == LineDate::Kind::updated) {
                    SeenDate update{date, span};
                    update.date.value.year = last.year;
                    update.date.value.month = last.month;
                    update.date.value.day = last.day;
                    seen.push_back(update);
                }
            }
        }
    }
    return seen;
}

void read_dates(const Page& page, const LineReader& reader, Article& article) {
    std::vector<SeenDate> seen = dates_of(page, reader, article);
    std::erase_if(seen, [&](const SeenDate& s) { return !is_believed(s.date.value, page); });
    for (const SeenDate& s : seen) {
        const bool update = s.date.kind == LineDate::Kind::updated;
        if (update) {
            if (!article.updated) article.updated = DateField{s.date.value, {{s.span, "date behind a word for an update"}}};
        } else if (!article.published) {
            article.published = DateField{
                s.date.value, {{s.span, s.date.kind == LineDate::Kind::published ? "date behind a word for publishing" : "date line"}}};
        } else if (!article.updated && s.date.kind == LineDate::Kind::plain && compare_known(article.published->value, s.date.value) < 0) {
            article.updated = DateField{s.date.value, {{s.span, "second, later date"}}};
        }
    }
    if (!article.published && article.updated) {
        article.published = article.updated;
        article.published->evidence.front().how = "date of an update, the only one shown";
    }
}

// The name between marks in a note: „Washingtonpost.com“, "Głos Nadodrza".
Span quoted_name(std::string_view note) {
    std::size_t open = std::string_view::npos;
    for (std::size_t at = 0; at < note.size();) {
        const std::size_t begin = at;
        const char32_t c = next_code_point(note, at);
        const bool mark = c == U'"' || c == U'„' || c == U'“' || c == U'”' || c == U'»' || c == U'«' || c == U'›' || c == U'‹';
        if (!mark) continue;
        if (open == std::string_view::npos) open = at;
        else if (begin > open && begin - open <= 60) return {static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(begin)};
        else open = at;
    }
    return {};
}

// "Pressemitteilung · Medizin": what stands behind such a mark is another part of the line.
bool separated(std::string_view between) {
    return std::ranges::any_of(std::initializer_list<std::string_view>{"·", "•", "|", "/", "–", "—", "›", ">"},
                               [&](std::string_view mark) { return between.find(mark) != std::string_view::npos; });
}

// "Original-Content von: Polizei Lüttersiel, übermittelt durch …", "Pressemitteilung der Gemeinde Lüttersiel": what stands behind
// the words for a release, up to a comma. Empty for a heading that names nobody.
Span issuer_in(std::string_view line, const Wording& wording) {
    if (line.size() > 200) return {};
    const LineWords words = words_of_line(line, 24);
    std::vector<Cues> of_words;
    if (!has(wording.cues_of(words, of_words), Cue::release)) return {};
    std::size_t next = words.words.size();
    for (std::size_t i = 0; i < words.words.size(); ++i) {
        if (has(of_words[i], Cue::release)) next = i + 1;
    }
    const auto capital = [&](std::size_t word) {
        std::size_t at = words.places[word].begin;
        return is_upper(next_code_point(line, at));
    };
    const std::uint32_t release_end = next > 0 && next <= words.words.size() ? words.places[next - 1].end : 0;
    while (next < words.words.size() && !capital(next) && words.words[next].size() <= 3) ++next;  // "von", "der", "des"
    if (next >= words.words.size()) return {};
    const std::uint32_t begin = words.places[next].begin;
    if (separated(line.substr(release_end, begin - release_end))) return {};
    const std::size_t end = std::min(line.find_first_of(",;|(", begin), line.size());
    const std::string_view name = trim(line.substr(begin, end - begin));
    const bool named = name.size() >= 3 && name.size() <= 80 && capital(next);
    return named ? Span{begin, begin + static_cast<std::uint32_t>(name.size())} : Span{};
}

void read_release(const Page& page, const LineReader& reader, Article& article) {
    for (const Zone* zone : zones_of(article, {ZoneKind::kicker, ZoneKind::section, ZoneKind::byline, ZoneKind::agency, ZoneKind::note,
                                               ZoneKind::credit, ZoneKind::boilerplate})) {
        const std::string_view line = page.source.view(zone->span);
        const Span name = issuer_in(line, reader.wording());
        if (name.empty()) continue;
        article.release =
            Field{std::string(line.substr(name.begin, name.size())), {{inside(*zone, name), "line that names who issued it"}}};
        return;
    }
}

void read_notes(const Page& page, const LineReader& reader, Article& article) {
    for (const Zone* zone : zones_of(article, {ZoneKind::note})) {
        const std::string_view note = page.source.view(zone->span);
        const Cues cues = reader.wording().cues_of(words_of_line(note, 60));
        if (!has(cues, Cue::translated) || article.translated_from) continue;
        const Span name = quoted_name(note);
        if (!name.empty())
            article.translated_from =
                Field{std::string(note.substr(name.begin, name.size())), {{inside(*zone, name), "note on the first publication"}}};
    }
    for (const Zone* zone : zones_of(article, {ZoneKind::section})) {
        if (!article.section) article.section = Field{std::string(page.source.view(zone->span)), {{zone->span, "section line"}}};
    }
}

}  // namespace

bool is_believed(const Moment& moment, const Page& page) {
    const auto crawled = parse_iso(std::string_view(page.stored.crawled).substr(0, 10));
    const auto crawl_day = crawled ? day_of(*crawled) : std::nullopt;
    const auto day = day_of(moment);
    return day && (!crawl_day || *day <= *crawl_day + std::chrono::days{1});
}

void read_metadata(const Page& page, const LineReader& reader, Article& article) {
    read_title(page, reader, article);
    read_makers(page, reader, article);
    if (article.authors.empty()) read_author_box(page, reader, article);
    read_dates(page, reader, article);
    read_notes(page, reader, article);
    read_release(page, reader, article);
}

}  // namespace depesche
