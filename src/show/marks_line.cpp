// The line of `depesche marks`, written straight into a string: a tree of JSON values made first took a tenth of all the time of marking.
// Keys and numbers are ours; strings and fractions of the text go through the library wherever they are more than plain letters.
#include <algorithm>
#include <charconv>

#include <nlohmann/json.hpp>

#include "marks/name_places.h"
#include "show/lines.h"

namespace depesche {
namespace {

class LineWriter {
public:
    explicit LineWriter(const SourceText& text) : text_(text) {}

    void raw(std::string_view piece) { out_ += piece; }

    void string(std::string_view value) {
        const bool plain = std::ranges::all_of(value, [](char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; });
        if (!plain) {
            out_ += nlohmann::json(value).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
            return;
        }
        out_ += '"';
        out_ += value;
        out_ += '"';
    }

    void whole(std::uint64_t value) {
        std::array<char, 24> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
        out_.append(digits.data(), end);
    }

    void number(double value) { out_ += nlohmann::json(value).dump(); }

    // Spans of the clean text as spans of what was given.
    void span(Span clean) {
        const Span given = text_.to_page(clean);
        out_ += '[';
        whole(given.begin);
        out_ += ',';
        whole(given.end);
        out_ += ']';
    }

    void spans(std::string_view key, std::span<const Span> all) {
        raw(key);
        list(all, [&](Span one) { span(one); });
    }

    void bounds(Span clean) {
        const Span given = text_.to_page(clean);
        raw("{\"begin\":");
        whole(given.begin);
        raw(",\"end\":");
        whole(given.end);
    }

    void list(const auto& items, auto&& write) {
        out_ += '[';
        bool first = true;
        for (const auto& item : items) {
            if (!first) out_ += ',';
            first = false;
            write(item);
        }
        out_ += ']';
    }

    std::string take() { return std::move(out_); }

private:
    const SourceText& text_;
    std::string out_;
};

// To two decimals.
double rounded(float value) { return static_cast<int>(static_cast<double>(value) * 100 + 0.5) / 100.0; }

void write_quote(LineWriter& out, const Quote& quote) {
    out.spans("{\"quote\":", quote.parts);
    out.spans(",\"speaker\":", quote.speaker);
    out.spans(",\"cue\":", quote.cue);
    out.spans(",\"addressee\":", quote.addressee);
    out.spans(",\"via\":", quote.via);
    out.raw(",\"entity\":");
    if (quote.speaker_entity) out.whole(*quote.speaker_entity);
    else out.raw("null");
    out.raw(",\"type\":");
    out.string(name_of(quote.type));
    out.raw(",\"confidence\":");
    out.number(rounded(quote.confidence));
    out.raw("}");
}

void write_time(LineWriter& out, const Time& time) {
    out.bounds(time.span);
    out.raw(",\"type\":");
    out.string(name_of(time.type));
    out.raw(",\"value\":");
    if (time.value.empty()) out.raw("null");
    else out.string(time.value);
    if (time.type == TimeType::duration && time.relative && time.moment) {  // "vor zwei Wochen"
        out.raw(",\"reaches\":");
        out.string(to_iso(*time.moment));
    }
    out.raw("}");
}

// Where a place lies: when its name says so.
void write_name(LineWriter& out, const Name& name, const Marks& marks) {
    out.bounds(name.span);
    out.raw(",\"type\":");
    out.string(name_of(name.kind));
    out.raw(",\"entity\":");
    out.whole(name.entity);
    const auto place = name.kind == NameKind::place ? find_place(marks.entities.at(name.entity).name) : std::nullopt;
    if (place) {
        out.raw(",\"country\":");
        out.string(place->country);
    }
    if (place && place->located) {
        out.raw(",\"latitude\":");
        out.number(place->latitude);
        out.raw(",\"longitude\":");
        out.number(place->longitude);
    }
    out.raw("}");
}

void write_figure(LineWriter& out, const Figure& figure) {
    out.bounds(figure.span);
    out.raw(",\"value\":");
    out.number(figure.value);
    if (figure.upper) {
        out.raw(",\"upper\":");
        out.number(*figure.upper);
    }
    out.raw(",\"unit\":");
    out.string(figure.unit);
    out.raw(",\"of\":");
    out.string(figure.of);
    out.raw(",\"kind\":");
    out.string(name_of(figure.kind));
    if (figure.update) out.raw(",\"update\":true");
    out.raw("}");
}

}  // namespace

std::string marks_line(std::string_view id, const SourceText& text, const Marks& marks, MarkKinds kinds) {
    LineWriter out(text);
    const auto list = [&](std::string_view key, const auto& items, auto&& write) {
        out.raw(key);
        out.list(items, [&](const auto& item) { write(out, item); });
    };
    out.raw("{\"id\":");
    out.string(id);
    if (kinds.quotes) list(",\"quotes\":", marks.quotes, write_quote);
    if (kinds.times) list(",\"times\":", marks.times, write_time);
    if (kinds.names) list(",\"names\":", marks.names, [&](LineWriter& line, const Name& name) { write_name(line, name, marks); });
    if (kinds.figures) list(",\"figures\":", marks.figures, write_figure);
    out.raw("}");
    return out.take();
}

}  // namespace depesche
