#include "show/html_writer.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "show/clean_text.h"
#include "show/pile_view.h"

namespace depesche {
namespace {

constexpr std::uint32_t stride = 256;
constexpr std::size_t color_count = 8;

// Units a byte begins: one for a code point, two for one outside the first plane, none inside a code point.
std::uint32_t units(char byte) {
    const auto b = static_cast<unsigned char>(byte);
    if ((b & 0xC0U) == 0x80) return 0;
    return b >= 0xF0 ? 2 : 1;
}

}  // namespace

std::string escape_html(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 16);
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default:
                out += c;
        }
    }
    return out;
}

Utf16Places::Utf16Places(std::string_view text) : text_(text) {
    std::uint32_t count = 0;
    for (std::uint32_t i = 0; i < text.size(); ++i) {
        if (i % stride == 0) at_every_.push_back(count);
        count += units(text[i]);
    }
    at_every_.push_back(count);
}

std::uint32_t Utf16Places::at(std::uint32_t byte) const {
    const auto place = std::min(byte, static_cast<std::uint32_t>(text_.size()));
    std::uint32_t count = at_every_[place / stride];
    if (place == text_.size() && place % stride == 0) return at_every_.back();
    for (std::uint32_t i = place / stride * stride; i < place; ++i) count += units(text_[i]);
    return count;
}

HtmlWriter::HtmlWriter(const Brief& brief, const Labels& labels) : brief_(brief), labels_(labels), anchors_(brief.pages.size()) {
    for (const BriefPage& page : brief.pages) places_.emplace_back(page.text);
}

HtmlWriter& HtmlWriter::raw(std::string_view markup) {
    out_ += markup;
    return *this;
}

HtmlWriter& HtmlWriter::text(std::string_view words) {
    out_ += escape_html(clean_line(words));
    return *this;
}

HtmlWriter& HtmlWriter::label(std::string_view key) {
    out_ += escape_html(labels_[key]);
    return *this;
}

HtmlWriter& HtmlWriter::section(std::string_view name) {
    out_ += fmt::format("<section class=\"{0}\" id=\"s{1}-{0}\"><h3>", name, story_);
    return label(name).raw("</h3>\n");
}

std::string HtmlWriter::color_class(std::size_t number) { return fmt::format("c{}", number % color_count + 1); }

HtmlWriter& HtmlWriter::reference(const Mention& mention) {
    anchors_[mention.page].push_back({mention.in_text.begin, mention.bytes});
    const Utf16Places& places = places_[mention.page];
    const std::string name = labels_.with(
        "reference", {page_name(brief_, mention.page, labels_), std::to_string(mention.bytes.begin), std::to_string(mention.bytes.end)});
    out_ += fmt::format(R"(<a class="r" href="#p{0}-{1}-{2}" data-s="{3}" data-e="{4}" title="{5}"><b>{0}</b>:{1}–{2}</a>)",
                        mention.page + 1, mention.bytes.begin, mention.bytes.end, places.at(mention.in_text.begin),
                        places.at(mention.in_text.end), escape_html(name));
    return *this;
}

HtmlWriter& HtmlWriter::references(std::span<const Mention> mentions, std::size_t most) {
    if (mentions.empty()) return *this;
    out_ += R"(<span class="rs">)";
    const std::size_t shown = mentions.size() > most ? most - 1 : mentions.size();
    for (const Mention& mention : mentions.first(shown)) reference(mention).raw(" ");
    if (shown < mentions.size()) {
        out_ += fmt::format("<details><summary>{}</summary>", escape_html(labels_.with("more", {std::to_string(mentions.size() - shown)})));
        for (const Mention& mention : mentions.subspan(shown)) reference(mention).raw(" ");
        out_ += "</details>";
    }
    out_ += "</span>";
    return *this;
}

HtmlWriter& HtmlWriter::page_link(std::uint32_t page) {
    const std::string outlet = clean_line(brief_.pages[page].outlet);
    const std::string name = outlet.empty() ? fmt::format("<b>{}</b>", escape_html(page_name(brief_, page, labels_)))
                                            : fmt::format("<b>{}</b> {}", page + 1, escape_html(outlet));
    out_ += fmt::format(R"(<a class="p" href="#p{}">{}</a>)", page + 1, name);
    return *this;
}

std::vector<HtmlAnchor> HtmlWriter::anchors(std::uint32_t page) const {
    std::vector<HtmlAnchor> sorted = anchors_[page];
    std::ranges::sort(sorted, {}, [](const HtmlAnchor& anchor) { return std::pair(anchor.bytes, anchor.place); });
    const auto same_bytes = [](const HtmlAnchor& left, const HtmlAnchor& right) { return left.bytes == right.bytes; };
    sorted.erase(std::unique(sorted.begin(), sorted.end(), same_bytes), sorted.end());
    std::ranges::sort(sorted);
    return sorted;
}

std::string HtmlWriter::take() { return std::exchange(out_, {}); }

}  // namespace depesche
