// What the trees of data/page/html-text.tsv are learnt from, and how they do.
//
// usage: html_features rows OUT PAGE.html...     one JSON line a page, {"page", "lines": [text..]}; the rows go to OUT as 32-bit floats, a
// row a
//                                                line of the page; the first line printed is {"features": [names]}
//        html_features read TREES.tsv PAGE.html...   one JSON line a page, {"page", "text"}: the article's text by these trees
#include <cstdio>
#include <fstream>
#include <iterator>
#include <span>
#include <string>

#include <nlohmann/json.hpp>

#include "page/html_features.h"
#include "page/line_look.h"
#include "page/page_lines.h"
#include "page/read_article.h"
#include "page/zone_judge.h"
#include "page/zone_parts.h"
#include "read/page.h"

namespace {

using namespace depesche;

std::string bytes_of(const char* path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

struct Looked {
    std::string language;
    std::vector<PageLine> lines;
    std::vector<LineLook> looks;
};

Looked look_at(const Page& page, const LineReader& reader) {
    Looked out;
    out.lines = lines_of(page.source.text());
    out.language = language_of(page.source.text(), out.lines);
    for (const PageLine& line : out.lines)
        out.looks.push_back(reader.look(page.source.view(line.span), reader.languages().find(out.language)));
    return out;
}

std::string text_of(const Page& page, const Looked& looked, const ZoneJudge& judge, const LineReader& reader) {
    Article article;
    const auto judged = judge.judge(page, looked.lines, looked.looks, looked.language);
    for (std::size_t i = 0; i < judged.size(); ++i) {
        const Zone whole{judged[i].state.zone, looked.lines[i].span, judged[i].confidence};
        for (const Zone& part : parts_of(whole, page.source.view(whole.span), looked.looks[i], reader)) article.zones.push_back(part);
    }
    return article_text(article, page.source);
}

std::string shown(const nlohmann::json& value) { return value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace); }

}  // namespace

int main(int count, char** arguments) {
    if (count < 3) return 2;
    const std::span given(arguments, static_cast<std::size_t>(count));
    const bool rows = std::string_view(given[1]) == "rows";
    const Languages languages;
    const LineReader reader(languages);
    const std::string trees = rows ? std::string() : bytes_of(given[2]);
    const ZoneJudge judge(reader, data_bytes("page/zone-weights.tsv"), trees);
    std::ofstream out;
    if (rows) out.open(given[2], std::ios::binary);
    if (rows) std::puts(shown({{"features", std::vector<std::string>(html_feature_names().begin(), html_feature_names().end())}}).c_str());
    for (const char* path : given.subspan(3)) {
        const auto page = make_page({path, bytes_of(path), {}, {}, {}});
        if (!page || !page->html) continue;
        const Looked looked = look_at(*page, reader);
        if (!rows) {
            std::puts(shown({{"page", path}, {"text", text_of(*page, looked, judge, reader)}}).c_str());
            continue;
        }
        const std::vector<float> values = judge.html_rows(*page, looked.lines, looked.looks, looked.language);
        out.write(reinterpret_cast<const char*>(values.data()), static_cast<std::streamsize>(values.size() * sizeof(float)));
        nlohmann::json texts = nlohmann::json::array();
        for (const PageLine& line : looked.lines) texts.push_back(page->source.view(line.span));
        std::puts(shown({{"page", path}, {"lines", std::move(texts)}}).c_str());
    }
}
