#include "page/page_facts.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace depesche {
namespace {

struct TypeKind {
    std::string_view type;  // of schema.org or og:type, lower case
    std::string_view kind;
    bool strong;  // says more than that it is an article
};
constexpr std::array<TypeKind, 19> type_kinds = {{
    {"liveblogposting", "live blog", true},
    {"opinionnewsarticle", "comment", true},
    {"imagegallery", "gallery", true},
    {"mediagallery", "gallery", true},
    {"article", "report", false},
    {"newsarticle", "report", false},
    {"reportagenewsarticle", "report", false},
    {"analysisnewsarticle", "report", false},
    {"backgroundnewsarticle", "report", false},
    {"askpublicnewsarticle", "report", false},
    {"report", "report", false},
    {"reviewnewsarticle", "report", false},
    {"blogposting", "report", false},
    {"socialmediaposting", "report", false},
    {"news", "report", false},
    {"video", "video", false},
    {"video.other", "video", false},
    {"video.episode", "video", false},
    {"videoobject", "video", false},
}};

const TypeKind* kind_of_type(std::string_view declared) {
    const std::string type = to_lower(declared.substr(declared.find_last_of('/') + 1));
    const auto found = std::ranges::find(type_kinds, std::string_view(type), &TypeKind::type);
    return found == type_kinds.end() ? nullptr : &*found;
}

std::optional<Field> declared_kind(const Declared& declared, bool strong) {
    for (const Field& type : declared.kinds) {
        const TypeKind* kind = kind_of_type(type.value);
        if (kind != nullptr && kind->strong == strong) return Field{std::string(kind->kind), type.evidence};
    }
    return std::nullopt;
}

// The kicker, the section line, the title's first part.
std::optional<Field> said_kind(const Page& page, const PieceWords& words, const Article& article) {
    const auto body = std::ranges::find(article.zones, ZoneKind::body, &Zone::kind);
    for (auto zone = article.zones.begin(); zone != body; ++zone) {
        if (zone->kind != ZoneKind::kicker && zone->kind != ZoneKind::section) continue;
        const std::string_view kind = words.kind_of(page.source.view(zone->span));
        if (!kind.empty()) return Field{std::string(kind), {{zone->span, "kicker that names a kind"}}};
    }
    // A lone "Kommentar" right above the headline may have been held for furniture.
    const auto headline = std::ranges::find(article.zones, ZoneKind::headline, &Zone::kind);
    if (headline != article.zones.begin() && headline != article.zones.end()) {
        const Zone& above = *(headline - 1);
        const std::string_view kind = words.kind_of(page.source.view(above.span));
        if (kind == "comment" || kind == "interview" || kind == "live blog")
            return Field{std::string(kind), {{above.span, "line above the headline that names a kind"}}};
    }
    if (!article.title) return std::nullopt;
    const std::string& title = article.title->value;
    std::size_t end = title.size();
    for (const std::string_view mark : {": ", " | ", " – ", " - ", " +++ "}) end = std::min(end, title.find(mark));
    if (end == title.size()) return std::nullopt;
    const std::string_view kind = words.kind_of(std::string_view(title).substr(0, end));
    if (kind.empty()) return std::nullopt;
    Evidence evidence = article.title->evidence.front();
    evidence.how = "title that begins with a kind";
    return Field{std::string(kind), {evidence}};
}

std::optional<Field> kind_of(const Page& page, const Declared& declared, const PieceWords& words, const Article& article) {
    if (article.release) return Field{"press release", article.release->evidence};
    if (auto strong = declared_kind(declared, true)) return strong;
    if (auto said = said_kind(page, words, article)) return said;
    return declared_kind(declared, false);
}

std::optional<Field> access_of(const Page& page, const Declared& declared, const PieceWords& words, const Article& article) {
    for (const Field& field : declared.free) {
        const std::string said = to_lower(field.value);
        const bool paid = said == "false" || said == "no" || said == "0" || said == "locked" || said == "metered";
        const bool free = said == "true" || said == "yes" || said == "1" || said == "free";
        if (paid || free) return Field{paid ? "paywall" : "free", field.evidence};
    }
    bool behind = false;
    const auto last = std::find_if(article.zones.rbegin(), article.zones.rend(), [](const Zone& z) { return z.kind == ZoneKind::body; });
    for (const Zone& zone : article.zones) {
        behind = behind || zone.kind == ZoneKind::headline || zone.kind == ZoneKind::body;
        const bool text =
            zone.kind == ZoneKind::body && (&zone != &*last || zone.span.size() > 160);  // a short last line may be the stub's
        const bool line = !text && zone.kind != ZoneKind::comment && zone.kind != ZoneKind::other;
        if (!behind || !line || zone.span.size() > 300 || !words.asks_to_pay(page.source.view(zone.span))) continue;
        return Field{"paywall", {{zone.span, "line that asks to pay for the rest"}}};
    }
    return std::nullopt;
}

}  // namespace

void read_facts(const Page& page, const Declared& declared, const PieceWords& words, Article& article) {
    article.kind = kind_of(page, declared, words, article);
    article.access = access_of(page, declared, words, article);
    article.keywords = declared.keywords;
    if (!declared.addresses.empty()) article.canonical = declared.addresses.front();
    if (!declared.amp.empty()) article.amp = declared.amp.front();
    if (!declared.languages.empty()) article.declared_language = declared.languages.front();
}

}  // namespace depesche
