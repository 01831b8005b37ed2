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

// A name at the very top: one to four capitalised words that are no menu entry.
std::optional<Field> masthead(const Page& page, const LineReader& reader, const Article& article) {
    for (const Zone& zone : article.zones) {
        if (zone.kind != ZoneKind::boilerplate) return std::nullopt;
        const std::string_view line = page.source.view(zone.span);
        std::string_view name = line;
        if (const std::size_t dash = line.find(" – "); dash != std::string_view::npos) name = line.substr(0, dash);
        const LineLook look = reader.look(name, nullptr);
        const bool named = look.words >= 1 && look.words <= 4 && look.letters <= 40 && look.capital_words >= 1 && look.separators == 0;
        const bool plain = look.cues.none() && !look.ends_stop && !look.has_date && !look.no_letters && !look.ends_colon && name.find("  ") == std::string_view::npos;
        if (named && plain) return Field{as_name(name, look.all_caps && look.words > 1), {{{zone.span.begin, zone.span.begin + static_cast<std::uint32_t>(name.size())}, "name at the page's top"}}};
        if (look.cues.none()) return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace

void read_outlet(const Page& page, const LineReader& reader, Article& article) {
    if (!page.stored.outlet.empty()) {
        article.outlet = Field{page.stored.outlet, {{{}, "meta file"}}};
        return;
    }
    article.outlet = masthead(page, reader, article);
    if (article.outlet) return;
    const std::string_view host = host_of(page.stored.url);
    if (!host.empty()) article.outlet = Field{std::string(host), {{{}, "host of the address"}}};
}

}  // namespace depesche
