// Which of the declared and the visible values an article takes; the others that say the same are kept as further evidence.
//
// Title: html_titles.h. Dates: what was declared for articles first (a template fills it in), then elements made for dates, then a line
// near the headline, then the address, then what the zones say, then an update's date. A day after the crawl is not believed, whoever says
// it, and the next source is asked. Where two sources name the same instant, the one with the page's own offset is taken instead of UTC;
// where the address gives the day, a line of that day gives the clock. Authors are taken from what was declared when it names a person,
// else from the page's byline. Outlet and section: what was declared. Language: what the text is in; the declared one is kept beside it.
// Test: tests/page/declared_test.cpp, html_dates_test.cpp.
#include <algorithm>

#include "base/utf8.h"
#include "page/declared.h"
#include "page/declared_dates.h"
#include "page/html_authors.h"
#include "page/html_dates.h"
#include "page/html_titles.h"
#include "page/metadata.h"
#include "page/month_names.h"

namespace depesche {
namespace {

bool same_day(const Moment& a, const Moment& b) { return a.year == b.year && a.month == b.month && a.day == b.day; }

Evidence evidence_of(const ElementDate& date, const HtmlPage& html) {
    return {date.text, date.how, date.place.empty() ? Span{} : html.decoded.to_page(date.place)};
}

// The addresses of a page: as stored, and as it declares them.
std::vector<Field> addresses_of(const Page& page, const Declared& declared) {
    std::vector<Field> all;
    if (!page.stored.url.empty()) all.push_back({page.stored.url, {{{}, "address"}}});
    all.insert(all.end(), declared.addresses.begin(), declared.addresses.end());
    return all;
}

// All dates that may be the publication's, best first.
std::vector<DateField> publication_dates(const Page& page, const Declared& declared, const std::vector<ElementDate>& elements) {
    std::vector<DateField> all = declared.published;
    const auto add_elements = [&](auto&& wanted) {
        for (const ElementDate& date : elements) {
            if (!date.updated && wanted(date)) all.push_back({date.value, {evidence_of(date, *page.html)}});
        }
    };
    using Tier = ElementDate::Tier;
    add_elements([](const ElementDate& d) { return d.tier <= Tier::element_near; });
    for (const Field& address : addresses_of(page, declared)) {
        const auto found = date_in_address(address.value);
        if (!found) continue;
        add_elements(
            [&](const ElementDate& d) { return d.tier <= Tier::line_near && d.value.has_clock() && same_day(d.value, found->day); });
        all.push_back({found->day, {{{}, "day in the " + address.evidence.front().how, address.evidence.front().bytes}}});
    }
    add_elements([](const ElementDate& d) { return d.tier > Tier::element_near && d.tier <= Tier::line_near; });
    add_elements([](const ElementDate& d) { return d.tier > Tier::line_near; });
    return all;
}

// The first believed date, or a later one that names the same instant with the page's own offset.
std::optional<DateField> chosen(const std::vector<DateField>& all, const Page& page) {
    const auto first = std::ranges::find_if(all, [&](const DateField& d) { return is_believed(d.value, page); });
    if (first == all.end()) return std::nullopt;
    DateField best = *first;
    const auto is_utc = [](const Moment& m) { return m.offset_minutes && *m.offset_minutes == 0; };
    for (auto other = first + 1; other != all.end(); ++other) {
        const bool local = is_utc(best.value) && other->value.offset_minutes && !is_utc(other->value);
        if (local && other->value.minute == best.value.minute && compare_known(other->value, best.value) == 0) {
            best = {other->value, {other->evidence.front(), best.evidence.front()}};
        }
    }
    for (const DateField& other : all) {
        if (same_day(other.value, best.value) && best.evidence.size() < 8 && other.evidence.front().how != best.evidence.front().how)
            best.evidence.push_back(other.evidence.front());
    }
    return best;
}

// The offset that two statements of a page give together: an instant in UTC, and a line with the same minute by a local clock. Whole
// quarters of an hour from -12:00 to +14:00; nothing for the same clock.
std::optional<int> offset_between(const Moment& utc, const Moment& local) {
    const auto utc_day = day_of(utc);
    const auto local_day = day_of(local);
    if (!utc_day || !local_day || !utc.has_clock() || !local.has_clock() || local.offset_minutes) return std::nullopt;
    const auto minutes = [](std::chrono::sys_days day, const Moment& m) {
        return day.time_since_epoch().count() * 1440 + m.hour * 60 + m.minute;
    };
    const auto difference = minutes(*local_day, local) - minutes(*utc_day, utc);
    if (difference == 0 || difference % 60 != 0 || difference < -12 * 60 || difference > 14 * 60) return std::nullopt;
    return static_cast<int>(difference);
}

// A date in UTC that a line near the headline gives by the reader's clock, with the offset that follows.
void localize(DateField& date, const std::vector<ElementDate>& elements, bool updated, const HtmlPage& html) {
    if (!date.value.offset_minutes || *date.value.offset_minutes != 0) return;
    for (const ElementDate& seen : elements) {
        if (seen.tier > ElementDate::Tier::line_near || seen.text.empty() || seen.updated != updated) continue;
        const auto offset = offset_between(date.value, seen.value);
        if (!offset) continue;
        const int second = date.value.second;
        date.value = seen.value;
        date.value.second = second;
        date.value.offset_minutes = offset;
        date.evidence.push_back(evidence_of(seen, html));
        return;
    }
}

void apply_dates(const Page& page, const Declared& declared, const DateSearch& search, Article& article) {
    const std::vector<ElementDate> elements = dates_in_elements(page, search);
    std::vector<DateField> updates = declared.updated;
    for (const ElementDate& date : elements) {
        if (date.updated) updates.push_back({date.value, {evidence_of(date, *page.html)}});
    }
    auto published = chosen(publication_dates(page, declared, elements), page);
    article.updated = chosen(updates, page);
    if (published) localize(*published, elements, false, *page.html);
    if (article.updated) localize(*article.updated, elements, true, *page.html);
    article.published = published ? published : article.updated;
    if (!published && article.published) article.published->evidence.front().how = "date of an update, the only one shown";
}

bool is_listed(std::span<const Field> fields, std::string_view name) {
    return std::ranges::any_of(fields, [&](const Field& f) { return bare(f.value) == bare(name); });
}

// People of the best source that names any; a lower source's "author" is often the house.
std::vector<Field> declared_people(const Declared& declared, const LineReader& reader) {
    std::vector<Field> people;
    for (const Field& author : declared.authors) {
        if (!people.empty() && people.front().evidence.front().how != author.evidence.front().how) break;
        for (const LineName& person : reader.bylines().read(author.value, {}).people) {
            const bool house = is_listed(declared.outlets, person.name) || is_listed(declared.organizations, person.name);
            if (!house && !is_listed(people, person.name)) people.push_back({person.name, author.evidence});
        }
    }
    return people;
}

std::vector<Field> marked_people(const Page& page, const Declared& declared, const LineReader& reader, const DateSearch& search) {
    std::vector<Field> people;
    for (const Span line : author_elements(page, search.markup, search.headline)) {
        const std::vector<LineName> names = reader.bylines().read(page.source.view(line), {}).people;
        for (const LineName& person : names) {
            if (&person != names.data() && reader.names_outlet(person.name)) continue;
            const Span span{line.begin + person.span.begin, line.begin + person.span.end};
            if (!is_listed(declared.outlets, person.name) && !is_listed(people, person.name))
                people.push_back({person.name, {{span, "element marked as author"}}});
        }
    }
    return people;
}

void apply_authors(const Page& page, const Declared& declared, const LineReader& reader, const DateSearch& search, Article& article) {
    for (const auto* list : {&declared.authors, &declared.organizations}) {
        for (const Field& author : *list) {
            for (const LineName& agency : reader.bylines().agencies_in(author.value)) {
                const bool known = std::ranges::any_of(article.agencies, [&](const Field& f) { return f.value == agency.name; });
                if (!known) article.agencies.push_back({agency.name, author.evidence});
            }
        }
    }
    std::vector<Field> people = declared_people(declared, reader);
    if (people.empty()) people = marked_people(page, declared, reader, search);
    if (!people.empty()) article.authors = std::move(people);
}

// A page that says it is a release but not whose: the body of people that its data scripts declare as the author.
std::optional<Field> declared_issuer(const Page& page, const Declared& declared, const LineReader& reader, const Article& article) {
    const auto body = std::ranges::find(article.zones, ZoneKind::body, &Zone::kind);
    const bool released = std::any_of(article.zones.begin(), body, [&](const Zone& zone) {
        const bool line = zone.kind == ZoneKind::kicker || zone.kind == ZoneKind::section || zone.kind == ZoneKind::boilerplate;
        return line && zone.span.size() <= 120 &&
               has(reader.wording().cues_of(words_of_line(page.source.view(zone.span), 12)), Cue::release);
    });
    if (!released) return std::nullopt;
    const auto issuer = std::ranges::find_if(
        declared.organizations, [&](const Field& organization) { return !article.outlet || organization.value != article.outlet->value; });
    return issuer != declared.organizations.end() ? std::optional(*issuer) : std::nullopt;
}

}  // namespace

Declared apply_declared(const Page& page, const LineReader& reader, const FieldMarkup& markup, Article& article) {
    if (!page.html) return {};
    const std::string& language = article.language;  // of the text: its month names and order of numbers
    std::optional<MonthNames> months;
    if (!language.empty() && reader.languages().find(language) == nullptr) months.emplace(language);
    DateSearch search{reader.dates(), markup, {months ? &months->names() : nullptr, !language.empty() && language != "en"}, {}, {}};
    Declared declared = read_declared(page, reader.dates(), search.hints);
    article.title = title_of(page, declared, markup, article.title);
    if (article.title) {
        for (const Evidence& evidence : article.title->evidence) {
            if (search.headline.empty()) search.headline = evidence.span;
        }
    }
    if (search.headline.empty()) {
        const auto zone = std::ranges::find(article.zones, ZoneKind::headline, &Zone::kind);
        if (zone != article.zones.end()) search.headline = zone->span;
    }
    const auto body = std::ranges::find(article.zones, ZoneKind::body, &Zone::kind);
    if (body != article.zones.end()) search.body = body->span;
    apply_dates(page, declared, search, article);
    apply_authors(page, declared, reader, search, article);
    if (page.stored.outlet.empty() && !declared.outlets.empty()) article.outlet = declared.outlets.front();
    if (!article.release) article.release = declared_issuer(page, declared, reader, article);
    if (!declared.sections.empty()) article.section = declared.sections.front();
    if (article.language.empty() && !declared.languages.empty()) article.language = to_lower(declared.languages.front().value).substr(0, 2);
    return declared;
}

}  // namespace depesche
