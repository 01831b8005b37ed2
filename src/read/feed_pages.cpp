// RSS, RDF, Atom and news sitemaps: a list of pieces, each an element of its own.
//
// The feed is not parsed as a whole: it is looked through for the elements that hold pieces (item, entry, url), and each is given as
// the bytes it stands in, which read/feed_piece.h reads. Comments and CDATA are known, so an end tag inside them ends nothing.
// Why: a feed may be of any size, and a piece that is no XML costs only itself. A feed that declares entities is refused, so nothing
// expands. Handles: feeds cut off in the middle. Does not handle: UTF-16. Test: tests/read/feed_test.cpp.
#include <fmt/format.h>

#include "read/feed_piece.h"
#include "read/file_pages.h"
#include "read/limits.h"

namespace depesche {
namespace {

// Bytes of the markup that `text` begins with: a comment, CDATA, declaration or tag. npos when its end is not there.
std::size_t markup_size(std::string_view text) {
    const auto through = [&](std::string_view end, std::size_t from) {
        const std::size_t at = text.find(end, from);
        return at == std::string_view::npos ? at : at + end.size();
    };
    if (text.starts_with("<!--")) return through("-->", 4);
    if (text.starts_with("<![CDATA[")) return through("]]>", 9);
    if (text.starts_with("<?")) return through("?>", 2);
    char quote = 0;
    bool subset = false;
    for (std::size_t i = 1; i < text.size(); ++i) {
        const char c = text[i];
        if (quote != 0) quote = c == quote ? '\0' : quote;
        else if (c == '"' || c == '\'') quote = c;
        else if (c == '[' && text.starts_with("<!")) subset = true;
        else if (c == ']') subset = false;
        else if (c == '>' && !subset) return i + 1;
    }
    return std::string_view::npos;
}

class FeedPages final : public FilePages {
public:
    FeedPages(ByteReader bytes, std::string name, std::string charset)
        : bytes_(std::move(bytes)), name_(std::move(name)), charset_(std::move(charset)) {}

    [[nodiscard]] NextPage next() override {
        while (!ended_) {
            const std::string_view seen = bytes_.peek(window_);
            const std::size_t begin = seen.find('<');
            if (begin == std::string_view::npos) {
                if (auto end = step(seen.size())) return end;
                continue;
            }
            if (begin > 0) bytes_.skip(begin);
            if (auto page = markup()) return page;
        }
        return std::nullopt;
    }

    [[nodiscard]] std::uint64_t passed_over() const override { return passed_over_; }

private:
    [[nodiscard]] Error error(Problem problem, std::string reason, ArchivePlace place) const {
        return {problem, std::move(reason), fmt::format("{}#{}", name_, to_string(place)), {}};
    }

    // Goes over `count` bytes; at the end says what is wrong with it, once.
    NextPage step(std::size_t count) {
        bytes_.skip(count);
        if (!bytes_.peek(1).empty()) return std::nullopt;
        ended_ = true;
        if (bytes_.damage()) return *bytes_.damage();
        return std::nullopt;
    }

    // The markup that the window begins with: a piece when it is the start of one; else it is passed over.
    NextPage markup() {
        const std::string_view seen = bytes_.peek(window_).substr(0, window_);
        const std::size_t size = markup_size(seen);
        if (size == std::string_view::npos) return too_short(seen, "an element");
        if (seen.starts_with("<!DOCTYPE") && seen.substr(0, size).find("<!ENTITY") != std::string_view::npos) {
            ended_ = true;
            return error(Problem::bad_format, "the feed declares entities; that is refused", bytes_.place());
        }
        const std::string_view name = piece_element(seen);
        if (name.empty()) {
            window_ = usual_window;
            return step(size);
        }
        return piece(seen, size, std::string(name));
    }

    // Bytes are missing: more are looked at, or the feed ends here.
    NextPage too_short(std::string_view seen, std::string_view what) {
        if (seen.size() >= window_ && window_ < limits::feed_piece_bytes) {
            window_ *= 2;
            return std::nullopt;
        }
        const ArchivePlace place = bytes_.place();
        if (seen.size() < window_) {
            ended_ = true;
            if (bytes_.damage()) return *bytes_.damage();
            return error(Problem::truncated, fmt::format("the feed ends inside {}", what), place);
        }
        window_ = usual_window;
        bytes_.skip(1);
        return error(Problem::too_large, fmt::format("{} has more than {} bytes, the limit", what, limits::feed_piece_bytes), place);
    }

    NextPage piece(std::string_view seen, std::size_t at, const std::string& name) {
        const std::string end_tag = "</" + name;
        while (true) {
            at = seen.find('<', at);
            const std::size_t size = at == std::string_view::npos ? at : markup_size(seen.substr(at));
            if (size == std::string_view::npos) return too_short(seen, "a piece");
            const bool ends = seen.substr(at).starts_with(end_tag) && seen.substr(at + end_tag.size()).find_first_of("> \t\r\n") == 0;
            at += size;
            if (ends) return take_piece(at);
        }
    }

    NextPage take_piece(std::size_t size) {
        window_ = usual_window;
        StreamedPage out;
        const ArchivePlace place = bytes_.place();
        out.page.path = fmt::format("{}#{}", name_, to_string(place));
        out.page.bytes = bytes_.take(size);
        out.page.charset = charset_;
        out.archive = name_;
        out.next = to_string(bytes_.place());
        auto piece = read_feed_piece(out.page.bytes, charset_);
        if (!piece) return error(piece.error().problem, piece.error().reason, place);
        if (piece->title.empty()) {  // a sitemap's address that is no news
            ++passed_over_;
            return std::nullopt;
        }
        out.page.url = piece->url;
        return out;
    }

    static constexpr std::size_t usual_window = 64UL * 1024;

    ByteReader bytes_;
    std::string name_;
    std::string charset_;
    std::size_t window_ = usual_window;
    std::uint64_t passed_over_ = 0;
    bool ended_ = false;
};

}  // namespace

std::unique_ptr<FilePages> feed_pages(ByteReader bytes, std::string name, std::string charset) {
    return std::make_unique<FeedPages>(std::move(bytes), std::move(name), std::move(charset));
}

}  // namespace depesche
