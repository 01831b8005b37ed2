// The brief as JSON: the fields in the order doc/formats.md lists them; a mention is one line, so that two briefs can be compared.
#include <depesche/depesche.h>

#include "show/brief_json.h"
#include "show/html_writer.h"
#include "show/json_writer.h"
#include "show/problem_names.h"

namespace depesche {
namespace {

class BriefJson {
public:
    BriefJson(const Brief& brief, bool with_places) : brief_(brief) {
        if (!with_places) return;
        for (const BriefPage& page : brief.pages) places_.emplace_back(page.text);
    }

    std::string write() {
        out_.begin_object(JsonLayout::lines);
        text("format", "depesche-brief/1");
        text("program", "depesche " + std::string(version()));
        list("pages", brief_.pages, &BriefJson::page);
        list("stories", brief_.stories, &BriefJson::story);
        list("problems", brief_.problems, &BriefJson::problem);
        out_.end_object();
        return out_.take();
    }

private:
    void text(std::string_view name, std::string_view value) {
        out_.key(name);
        out_.value(value);
    }
    void known(std::string_view name, std::string_view value) {
        out_.key(name);
        value.empty() ? out_.null() : out_.value(value);
    }
    void flag(std::string_view name, bool value) {
        out_.key(name);
        out_.value(value);
    }
    void number(std::string_view name, std::uint32_t value) {
        out_.key(name);
        out_.value(value);
    }
    void span(std::string_view begin, std::string_view end, Span bytes) {
        number(begin, bytes.begin);
        number(end, bytes.end);
    }
    [[nodiscard]] std::string_view name_of(std::uint32_t page) const { return brief_.pages[page].page; }

    template <class Item>
    void list(std::string_view name, const std::vector<Item>& items, void (BriefJson::*one)(const Item&)) {
        out_.key(name);
        out_.begin_array(JsonLayout::lines);
        for (const Item& item : items) (this->*one)(item);
        out_.end_array();
    }
    void texts(std::string_view name, const std::vector<std::string>& values) {
        out_.key(name);
        out_.begin_array(JsonLayout::one_line);
        for (const std::string& value : values) out_.value(std::string_view(value));
        out_.end_array();
    }
    void pages(std::string_view name, const std::vector<std::uint32_t>& values) {
        out_.key(name);
        out_.begin_array(JsonLayout::one_line);
        for (const std::uint32_t value : values) out_.value(name_of(value));
        out_.end_array();
    }
    void mentions(std::string_view name, const std::vector<Mention>& values) { list(name, values, &BriefJson::mention); }

    void mention_fields(const Mention& mention) {
        text("page", name_of(mention.page));
        span("begin", "end", mention.bytes);
        text("text", mention.text);
        if (mention.shown != mention.text) text("shown", mention.shown);
        if (!places_.empty()) place_in_text(mention);
    }
    void place_in_text(const Mention& mention) {
        out_.key("at");
        if (mention.in_text.empty()) return out_.null();
        const Utf16Places& places = places_[mention.page];
        out_.begin_array(JsonLayout::one_line);
        out_.value(places.at(mention.in_text.begin));
        out_.value(places.at(mention.in_text.end));
        out_.end_array();
    }
    void mention(const Mention& mention) {
        out_.begin_object(JsonLayout::one_line);
        mention_fields(mention);
        out_.end_object();
    }
    void mention_or_null(std::string_view name, const std::optional<Mention>& value) {
        out_.key(name);
        value ? mention(*value) : out_.null();
    }

    void page(const BriefPage& page) {
        out_.begin_object(JsonLayout::lines);
        text("page", page.page);
        text("sha256", page.sha256);
        text("path", page.page);
        known("url", page.url);
        known("crawled", page.crawled);
        known("outlet", page.outlet);
        known("encoding", page.encoding);
        out_.end_object();
    }
    void problem(const Error& error) {
        out_.begin_object(JsonLayout::one_line);
        text("problem", depesche::name_of(error.problem));
        text("reason", error.reason);
        text("place", error.place);
        text("piece", error.piece);
        out_.end_object();
    }
    void time(std::string_view name, const PublicationTime& time) {
        out_.key(name);
        out_.begin_object(JsonLayout::lines);
        known("value", time.value);
        flag("inferred", time.inferred);
        known("how", time.how);
        mentions("evidence", time.evidence);
        out_.end_object();
    }
    void change(const ReportChange& change) {
        out_.begin_object(JsonLayout::lines);
        mention_or_null("before", change.before);
        mention_or_null("after", change.after);
        out_.end_object();
    }
    void report_version(const ReportVersion& version) {
        out_.begin_object(JsonLayout::lines);
        text("page", name_of(version.page));
        known("crawled", version.crawled);
        time("published", version.published);
        time("updated", version.updated);
        list("changes", version.changes, &BriefJson::change);
        out_.end_object();
    }
    void report(const Report& report) {
        out_.begin_object(JsonLayout::lines);
        text("page", name_of(report.page));
        known("outlet", report.outlet);
        known("title", report.title);
        mention_or_null("title_at", report.title_at);
        texts("authors", report.authors);
        texts("agencies", report.agencies);
        time("published", report.published);
        time("updated", report.updated);
        list("versions", report.versions, &BriefJson::report_version);
        out_.end_object();
    }
    void origin(const BriefOrigin& origin) {
        out_.begin_object(JsonLayout::lines);
        known("name", origin.name);
        text("kind", origin.kind);
        pages("reports", origin.reports);
        mentions("evidence", origin.evidence);
        out_.end_object();
    }
    void copy(const BriefCopy& copy) {
        out_.begin_object(JsonLayout::lines);
        out_.key("from");
        copy.from ? out_.value(name_of(*copy.from)) : out_.null();
        text("to", name_of(copy.to));
        span("begin", "end", copy.taken.bytes);
        if (copy.source) span("from_begin", "from_end", copy.source->bytes);
        known("origin", copy.origin);
        if (!copy.direction_known) out_.key("direction_known"), out_.value(false);
        out_.key("taken");
        mention(copy.taken);
        mention_or_null("source", copy.source);
        out_.end_object();
    }
    void keypoint(const KeyPoint& point) {
        out_.begin_object(JsonLayout::lines);
        text("text", point.text);
        number("origins", point.origins);
        texts("origin_names", point.origin_names);
        mentions("support", point.support);
        out_.end_object();
    }
    // A part of an utterance that its speaker interrupted is an entry of its own behind the first, marked as going on.
    void part_of(const QuoteVersion& version, const Mention& part, bool continues) {
        out_.begin_object(JsonLayout::lines);
        mention_fields(part);
        flag("continues", continues);
        known("via", version.via);
        known("addressee", version.addressee);
        mentions("speaker_spans", version.speaker_at);
        number("confidence_percent", static_cast<std::uint32_t>(version.confidence * 100 + 0.5F));
        out_.end_object();
    }
    void version_of(const QuoteVersion& version) {
        part_of(version, version.words, false);
        for (const Mention& part : version.more) part_of(version, part, true);
    }
    void quote(const BriefQuote& quote) {
        out_.begin_object(JsonLayout::lines);
        known("speaker", quote.speaker);
        known("role", quote.role);
        text("type", quote.type);
        flag("drift", quote.drift);
        texts("changes", quote.changes);
        list("versions", quote.versions, &BriefJson::version_of);
        out_.end_object();
    }
    void difference_value(const DifferenceValue& value) {
        out_.begin_object(JsonLayout::lines);
        known("value", value.value);
        mentions("mentions", value.mentions);
        out_.end_object();
    }
    void difference(const Difference& difference) {
        out_.begin_object(JsonLayout::lines);
        text("kind", difference.kind);
        text("about", difference.about);
        list("values", difference.values, &BriefJson::difference_value);
        out_.end_object();
    }
    void entry(const TimelineEntry& entry) {
        out_.begin_object(JsonLayout::lines);
        known("when", entry.when);
        flag("background", entry.background);
        text("text", entry.text);
        mentions("mentions", entry.mentions);
        mentions("times", entry.times);
        out_.end_object();
    }
    void named(const NamedThing& thing) {
        out_.begin_object(JsonLayout::lines);
        known("name", thing.name);
        known("role", thing.role);
        texts("spellings", thing.spellings);
        mentions("mentions", thing.mentions);
        out_.end_object();
    }
    void gap(const Gap& gap) {
        out_.begin_object(JsonLayout::lines);
        text("kind", gap.kind);
        text("text", gap.text);
        out_.key("page");
        gap.page ? out_.value(name_of(*gap.page)) : out_.null();
        mentions("mentions", gap.mentions);
        out_.end_object();
    }
    void story(const Story& story) {
        out_.begin_object(JsonLayout::lines);
        text("id", story.id);
        text("headline", story.headline);
        mention_or_null("headline_at", story.headline_at);
        known("topic", story.topic);
        list("when", story.when, &BriefJson::difference_value);
        list("where", story.where, &BriefJson::difference_value);
        list("reports", story.reports, &BriefJson::report);
        list("origins", story.origins, &BriefJson::origin);
        list("copies", story.copies, &BriefJson::copy);
        list("keypoints", story.keypoints, &BriefJson::keypoint);
        list("quotes", story.quotes, &BriefJson::quote);
        list("differences", story.differences, &BriefJson::difference);
        list("unsure", story.unsure, &BriefJson::difference);
        list("updates", story.updates, &BriefJson::difference);
        list("timeline", story.timeline, &BriefJson::entry);
        list("people", story.people, &BriefJson::named);
        list("places", story.places, &BriefJson::named);
        list("gaps", story.gaps, &BriefJson::gap);
        out_.end_object();
    }

    const Brief& brief_;
    std::vector<Utf16Places> places_;  // by page; empty when places are not wanted
    JsonWriter out_;
};

}  // namespace

std::string to_json(const Brief& brief) { return BriefJson(brief, false).write(); }
std::string to_json_with_places(const Brief& brief) { return BriefJson(brief, true).write(); }

}  // namespace depesche
