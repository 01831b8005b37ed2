#include "page/read_article.h"

#include "base/utf8.h"

namespace depesche {

struct ArticleReader::Parts {
    const Languages& languages;
};

ArticleReader::ArticleReader(const Languages& languages) : parts_(std::make_unique<Parts>(Parts{languages})) {}
ArticleReader::~ArticleReader() = default;

// First version: the first line is the headline, long lines that end like a sentence are body.
Article ArticleReader::read(const Page& page) const {
    Article article;
    const std::string_view text = page.source.text();
    bool headed = false;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = trim(text.substr(begin, end - begin));
        if (!line.empty()) {
            const auto at = static_cast<std::uint32_t>(line.data() - text.data());
            const Span span{at, at + static_cast<std::uint32_t>(line.size())};
            const bool body = line.size() > 80;
            article.zones.push_back({!headed ? ZoneKind::headline : body ? ZoneKind::body : ZoneKind::boilerplate, span, 0.5F});
            if (!headed) article.title = Field{std::string(line), {{span, "first line"}}};
            headed = true;
        }
        begin = end + 1;
    }
    article.language = detect_language(text);
    return article;
}

std::string article_text(const Article& article, const SourceText& source) {
    std::string out;
    for (const Zone& zone : article.zones) {
        if (!is_article_text(zone.kind)) continue;
        if (!out.empty()) out += '\n';
        out += source.view(zone.span);
    }
    return out;
}

}  // namespace depesche
