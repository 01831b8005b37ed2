#include "page/read_article.h"

#include <algorithm>

#include "page/closings.h"
#include "page/feed_article.h"
#include "page/given.h"
#include "page/metadata.h"
#include "page/page_facts.h"
#include "page/page_lines.h"
#include "page/zone_judge.h"
#include "page/zone_parts.h"

namespace depesche {

struct ArticleReader::Parts {
    explicit Parts(const Languages& all)
        : languages(all), lines(all), judge(lines, data_bytes("page/zone-weights.tsv"), data_bytes("page/html-text.tsv")) {}

    const Languages& languages;
    LineReader lines;
    ZoneJudge judge;
    FieldMarkup markup;
    PieceWords words;
};

ArticleReader::ArticleReader(const Languages& languages) : parts_(std::make_unique<Parts>(languages)) {}
ArticleReader::~ArticleReader() = default;

Article ArticleReader::read(const Page& page) const {
    if (page.piece) return read_feed_article(page);
    Article article;
    const std::string& text = page.source.text();
    const std::vector<PageLine> lines = lines_of(text);
    article.language = language_of(text, lines);
    const Language* language = parts_->languages.find(article.language);
    std::vector<LineLook> looks;
    looks.reserve(lines.size());
    for (const PageLine& line : lines) looks.push_back(parts_->lines.look(page.source.view(line.span), language));
    std::vector<JudgedLine> judged = parts_->judge.judge(page, lines, looks, article.language);
    judge_closings(page, parts_->lines, lines, looks, judged);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Zone whole{judged[i].state.zone, lines[i].span, judged[i].confidence};
        const std::vector<Zone> parts = parts_of(whole, page.source.view(lines[i].span), looks[i], parts_->lines);
        article.zones.insert(article.zones.end(), parts.begin(), parts.end());
    }
    read_metadata(page, parts_->lines, article);
    read_outlet(page, parts_->lines, article);
    const Declared declared = apply_declared(page, parts_->lines, parts_->markup, article);
    apply_given(page, article);
    read_facts(page, declared, parts_->words, article);
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
