// The outlet of a page, from what the crawler knows, the page's furniture, its address.
#include <algorithm>

#include "base/utf8.h"
#include "page/metadata.h"

namespace depesche {
namespace {

// "https://www.kurier.example/a/b" -> "kurier.example"; empty when there is no host.
std::string_view host_of(std::string_view url) {
    const std::size_t scheme = url.find("://");
    if (scheme == std::string_view::npos) return {};
    std::string_view host = url.substr(scheme + 3);
    host = host.substr(0, host.find_first_of("/?#"));
    if (const std::size_t user = host.rfind('@'); user != std::string_view::npos) host.remove_prefix(user + 1);
    host = host.substr(0, host.find(':'));
    if (host.starts_with("www.")) host.remove_prefix(4);
    return host.find('.') == std::string_view::npos ? std::string_view{} : host;
}

// "WITTSIELER KÜSTENBOTE" as one writes it: each word with a capital.
std::string as_name(std::string_view line, bool all_caps) {
    if (!all_caps) return std::string(line);
    std::string out;
    bool begin = true;
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t from = at;
        const char32_t c = next_code_point(line, at);
        const std::string_view letter = line.substr(from, at - from);
        out += begin ? std::string(letter) : to_lower(letter);
        begin = !is_letter(c);
    }
    return out;
}

// One to four capitalised words that are no menu entry, no desk, no heading. The name alone of "Radio Hinterland – Nachrichten".
std::string_view name_in(std::string_view line, const LineReader& reader, LineLook& look) {
    const std::size_t dash = line.find(" – ");
    const std::string_view name = line.substr(0, dash);
    look = reader.look(name, nullptr);
    std::size_t at = 0;
    const bool capital = !name.empty() && is_upper(next_code_point(name, at));
    const bool named =
        capital && look.words >= 1 && look.words <= 4 && look.letters <= 40 && look.capital_words >= 1 && look.separators == 0;
    const bool plain = look.cues.none() && !look.ends_stop && !look.has_date && !look.no_letters && !look.ends_colon &&
                       name.find("  ") == std::string_view::npos;
    return named && plain ? name : std::string_view{};
}

bool is_banner(const Cues& cues) { return has(cues, Cue::consent) || has(cues, Cue::cookie); }

// True when two of the next lines are entries of a menu, one a line: then the first is likely another.
bool menu_below(const Page& page, const LineReader& reader, const Article& article, std::size_t first) {
    int entries = 0;
    for (std::size_t i = first; i < article.zones.size() && i < first + 4; ++i) {
        if (article.zones[i].kind != ZoneKind::boilerplate) break;
        const std::string_view line = page.source.view(article.zones[i].span);
        const LineLook look = reader.look(line, nullptr);
        const bool entry = look.words <= 3 && look.separators == 0 && line.find("  ") == std::string_view::npos &&
                           !has(look.cues, Cue::button) && !is_banner(look.cues);
        entries += entry ? 1 : 0;
    }
    return entries >= 2;
}

// A name of two words or a compound whose last word is one that outlets are named by: "Salzacher Anzeiger", "Alpenkurier".
bool is_outlet_name(std::string_view name, const LineReader& reader) {
    const std::string lower = to_lower(name);
    const std::size_t blank = lower.rfind(' ');
    const std::string_view last = std::string_view(lower).substr(blank == std::string::npos ? 0 : blank + 1);
    return reader.ends_outlet_name(last) && (blank != std::string::npos || last.size() > 10);
}

// The name at the very top, above the page's menu or its line of self-praise; a banner for consent may stand above it.
// Without furniture below it, it may as well be a kicker, and is not taken.
std::optional<Field> masthead(const Page& page, const LineReader& reader, const Article& article) {
    for (std::size_t i = 0; i < article.zones.size() && i < 12; ++i) {
        const Zone& zone = article.zones[i];
        if (zone.kind != ZoneKind::boilerplate) return std::nullopt;
        const std::string_view line = page.source.view(zone.span);
        LineLook look;
        const std::string_view name = name_in(line, reader, look);
        if (name.empty() && is_banner(reader.look(line, nullptr).cues)) continue;
        const bool furniture_below = i + 1 < article.zones.size() && article.zones[i + 1].kind == ZoneKind::boilerplate;
        const bool again = page.source.text().find(name, zone.span.end) != std::string::npos;
        const bool first_line = i == 0 && !name.empty() && is_outlet_name(name, reader);
        if (!first_line && (name.empty() || !(furniture_below || (again && look.all_caps)) || menu_below(page, reader, article, i + 1)))
            return std::nullopt;
        const Span at{zone.span.begin, zone.span.begin + static_cast<std::uint32_t>(name.size())};
        return Field{as_name(name, look.all_caps && (look.words > 1 || look.letters > 6)), {{at, "name at the page's top"}}};
    }
    return std::nullopt;
}

// "kurier.example" and nothing else: labels of letters, digits and hyphens, two or more, the last of letters.
bool is_host(std::string_view line) {
    const std::size_t dot = line.rfind('.');
    if (dot == std::string_view::npos || dot == 0 || line.size() - dot < 3 || line.size() - dot > 7 || line.size() > 60) return false;
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const auto label = [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.'; };
    return std::ranges::all_of(line.substr(dot + 1), letter) && std::ranges::all_of(line, label);
}

// The one host that stands alone on a line of furniture, and at the page's top or elsewhere on the page again. Several hosts are a list of
// sister sites.
std::optional<Field> host_line(const Page& page, const Article& article) {
    std::optional<Field> found;
    for (const Zone& zone : article.zones) {
        const std::string_view line = page.source.view(zone.span);
        if (zone.kind != ZoneKind::boilerplate || !is_host(line)) continue;
        if (found && found->value != line) return std::nullopt;
        if (!found) found = Field{std::string(line), {}};
        found->evidence.push_back({zone.span, "host in the page's furniture"});
    }
    if (!found) return std::nullopt;
    const std::size_t first = page.source.text().find(found->value);
    const bool again = page.source.text().find(found->value, first + 1) != std::string::npos;
    const bool at_top = found->evidence.front().span == article.zones.front().span;
    return again || at_top ? found : std::nullopt;
}

}  // namespace

void read_outlet(const Page& page, const LineReader& reader, Article& article) {
    if (!page.stored.outlet.empty()) {
        article.outlet = Field{page.stored.outlet, {{{}, "meta file"}}};
        return;
    }
    article.outlet = masthead(page, reader, article);
    if (!article.outlet) article.outlet = host_line(page, article);
    if (article.outlet) return;
    const std::string_view host = host_of(page.stored.url);
    if (!host.empty()) article.outlet = Field{std::string(host), {{{}, "host of the address"}}};
}

}  // namespace depesche
