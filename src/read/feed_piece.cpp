#include "read/feed_piece.h"

#include <expat.h>

#include <algorithm>
#include <array>
#include <memory>

#include <fmt/format.h>

#include "base/utf8.h"
#include "read/encoding.h"
#include "read/html.h"
#include "read/limits.h"
#include "read/written_dates.h"

namespace depesche {
namespace {

constexpr std::array<std::string_view, 3> piece_names = {"item", "entry", "url"};
constexpr std::array<std::string_view, 4> feed_names = {"rss", "RDF", "feed", "urlset"};

// The name in a start tag, prefix included; empty when `bytes` begin with none.
std::string_view tag_name(std::string_view bytes) {
    if (!bytes.starts_with('<')) return {};
    const std::size_t end = bytes.find_first_of(" \t\r\n/>", 1);
    return end == std::string_view::npos ? std::string_view{} : bytes.substr(1, end - 1);
}

std::string_view local_name(std::string_view name) { return name.substr(name.rfind(':') + 1); }
std::string_view prefix_of(std::string_view name) {
    const std::size_t colon = name.rfind(':');
    return colon == std::string_view::npos ? std::string_view{} : name.substr(0, colon);
}

struct FreeParser {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

// What the handlers of one piece put together. Elements are told by their local names; those of media and podcast extensions are not ours.
class PieceReader {
public:
    PieceReader(const SourceText& decoded, FeedPiece& piece) : decoded_(decoded), piece_(piece) {}

    void start(std::string_view name, const XML_Char** attributes) {
        ++depth_;
        if (field_depth_ != 0) {  // markup inside a field, as Atom's XHTML has it
            if (local_name(name) != "name") raw_.append(" ", raw_.page_end(), 0);
            return;
        }
        const std::string_view prefix = prefix_of(name);
        if (prefix == "media" || prefix == "itunes" || prefix == "image" || prefix == "video") return;
        field_ = local_name(name);
        if (field_ == "link") take_link(attributes);
        if (depth_ < 2 || field_ == "news" || field_ == "publication") return;
        field_depth_ = depth_;
        raw_ = SourceText();
    }

    void text(std::string_view text, Span span) {
        if (field_depth_ == 0) return;
        if (decoded_.view(span) == text) {
            raw_.append_from(decoded_, span);
        } else {
            const Span bytes = decoded_.to_page(span);
            raw_.append(text, bytes.begin, bytes.size());
        }
    }

    void end() {
        if (depth_ == field_depth_) {
            take_field();
            field_depth_ = 0;
        }
        --depth_;
    }

private:
    void take_link(const XML_Char** attributes) {
        std::string_view href;
        std::string_view rel = "alternate";
        for (; attributes[0] != nullptr; attributes += 2) {
            const std::string_view name = attributes[0];
            if (name == "href") href = attributes[1];
            else if (name == "rel") rel = attributes[1];
        }
        if (rel == "alternate" && !href.empty() && piece_.url.empty()) piece_.url = href;
    }

    // The field's characters as HTML, since titles and teasers hold it escaped; its visible text goes to the piece.
    void take_visible(Span& place) {
        if (!place.empty()) return;
        const SourceText visible = read_html(std::exchange(raw_, SourceText())).source;
        const auto length = static_cast<std::uint32_t>(visible.text().size());
        if (length == 0) return;
        if (!piece_.source.text().empty()) piece_.source.append("\n", piece_.source.page_end(), 0);
        place.begin = static_cast<std::uint32_t>(piece_.source.text().size());
        piece_.source.append_from(visible, {0, length});
        place.end = static_cast<std::uint32_t>(piece_.source.text().size());
    }

    [[nodiscard]] FeedValue value() const {
        const std::string& text = raw_.text();
        const Span span = trimmed(text, {0, static_cast<std::uint32_t>(text.size())});
        if (span.empty()) return {};
        return {std::string(raw_.view(span)), raw_.to_page(span)};
    }

    void take_date(FeedValue& date) const {
        FeedValue written = value();
        written.value = iso_of_written_date(written.value);
        if (!written.value.empty() && date.value.empty()) date = std::move(written);
    }

    void take_field() {
        if (field_ == "title") take_visible(piece_.title);
        else if (field_ == "description" || field_ == "summary") take_visible(piece_.teaser);
        else if (field_ == "pubDate" || field_ == "date" || field_ == "published" || field_ == "publication_date")
            take_date(piece_.published);
        else if (field_ == "updated" || field_ == "modified") take_date(piece_.updated);
        else if (field_ == "lastmod") piece_.last_modified = value().value;
        else if (field_ == "link" || field_ == "loc") {
            if (piece_.url.empty()) piece_.url = value().value;
        } else if (field_ == "name") {
            if (piece_.outlet.value.empty()) piece_.outlet = value();
        } else if (field_ == "creator" || field_ == "author") {
            FeedValue author = value();
            if (!author.value.empty() && author.value.find('@') == std::string::npos) piece_.authors.push_back(std::move(author));
        }
    }

    const SourceText& decoded_;
    FeedPiece& piece_;
    SourceText raw_;  // characters of the field that is open
    std::string field_;
    int depth_ = 0;
    int field_depth_ = 0;  // of the field that is open; 0 for none
};

struct Handlers {
    XML_Parser parser;
    PieceReader reader;

    [[nodiscard]] Span here() const {
        const auto begin = static_cast<std::uint32_t>(XML_GetCurrentByteIndex(parser));
        return {begin, begin + static_cast<std::uint32_t>(XML_GetCurrentByteCount(parser))};
    }
    static Handlers& of(void* data) { return *static_cast<Handlers*>(data); }
    static void start(void* data, const XML_Char* name, const XML_Char** attributes) { of(data).reader.start(name, attributes); }
    static void end(void* data, const XML_Char*) { of(data).reader.end(); }
    static void text(void* data, const XML_Char* text, int size) {
        of(data).reader.text({text, static_cast<std::size_t>(size)}, of(data).here());
    }
};

}  // namespace

std::string_view piece_element(std::string_view bytes) {
    const std::string_view name = tag_name(bytes);
    return std::ranges::find(piece_names, local_name(name)) != piece_names.end() ? name : std::string_view{};
}

bool is_feed_piece(std::string_view bytes) {
    const std::string_view name = piece_element(bytes);
    if (name.empty() || !bytes.ends_with('>')) return false;
    const std::size_t last = bytes.rfind("</");
    return last != std::string_view::npos && bytes.substr(last + 2).starts_with(name);
}

Result<FeedPiece> read_feed_piece(std::string_view bytes, std::string_view charset) {
    const auto encoding = choose_encoding(bytes, charset.empty() ? "utf-8" : charset);
    if (!encoding) return Error{Problem::binary, "the piece is no text", {}, {}};
    const SourceText decoded = decode(bytes, *encoding).source;
    FeedPiece piece;
    const std::unique_ptr<XML_ParserStruct, FreeParser> parser(XML_ParserCreate("UTF-8"));
    Handlers handlers{parser.get(), PieceReader(decoded, piece)};
    XML_SetUserData(parser.get(), &handlers);
    XML_SetElementHandler(parser.get(), Handlers::start, Handlers::end);
    XML_SetCharacterDataHandler(parser.get(), Handlers::text);
    const std::string& text = decoded.text();
    if (XML_Parse(parser.get(), text.data(), static_cast<int>(text.size()), XML_TRUE) != XML_STATUS_OK) {
        const auto at = static_cast<std::uint32_t>(std::max<XML_Index>(0, XML_GetCurrentByteIndex(parser.get())));
        return Error{Problem::bad_format,
                     fmt::format("the piece is no XML at its byte {}: {}", decoded.to_page({at, at}).begin,
                                 XML_ErrorString(XML_GetErrorCode(parser.get()))),
                     {},
                     {}};
    }
    return piece;
}

std::string xml_charset(std::string_view head) {
    if (head.starts_with("\xEF\xBB\xBF")) return "utf-8";
    if (!head.starts_with("<?xml")) return {};
    head = head.substr(0, head.find("?>"));
    std::size_t at = head.find("encoding");
    at = at == std::string_view::npos ? at : head.find_first_of("\"'", at);
    if (at == std::string_view::npos) return {};
    const std::size_t end = head.find(head[at], at + 1);
    return end == std::string_view::npos ? std::string() : std::string(head.substr(at + 1, end - at - 1));
}

bool looks_like_feed(std::string_view head) {
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    while (true) {
        head = trim(head);
        std::string_view end;
        if (head.starts_with("<?")) end = "?>";
        else if (head.starts_with("<!--")) end = "-->";
        else if (head.starts_with("<!DOCTYPE")) end = head.substr(0, head.find('>')).find('[') == std::string_view::npos ? ">" : "]>";
        if (end.empty()) break;
        const std::size_t at = head.find(end);
        if (at == std::string_view::npos) return false;
        head.remove_prefix(at + end.size());
    }
    return std::ranges::find(feed_names, local_name(tag_name(head))) != feed_names.end();
}

}  // namespace depesche
