// What the pair model is learnt from, by the very code that uses it.
//
//   story_pairs counts PIECES.jsonl   word counts for data/stories/word-counts.tsv
//   story_pairs pairs PIECES.jsonl    the features of all candidate pairs: id, id, then one cell a feature; a header line first
//   story_pairs articles PIECES.jsonl the same for whole articles
#include <fstream>
#include <iostream>
#include <map>
#include <set>

#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "stories/stream.h"

namespace {

using namespace depesche;

std::string cell(const nlohmann::json& row, const char* name) {
    const auto at = row.find(name);
    return at != row.end() && at->is_string() ? at->get<std::string>() : std::string();
}

std::vector<Piece> read_pieces(const char* path) {
    std::vector<Piece> pieces;
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);) {
        const nlohmann::json row = nlohmann::json::parse(line);
        Piece piece;
        piece.id = cell(row, "id");
        piece.url = cell(row, "url");
        piece.outlet = cell(row, "outlet");
        piece.section = cell(row, "section");
        piece.first_seen = parse_iso(cell(row, "first_seen"));
        piece.title = cell(row, "title");
        piece.teaser = cell(row, "teaser");
        piece.text = cell(row, "text");
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

void print_counts(const std::vector<Piece>& pieces, const Languages& languages) {
    const Stemmer stem(languages.fallback());
    std::map<std::string, std::size_t> counts;
    for (const Piece& piece : pieces) {
        std::set<std::string> words;
        for (const std::string* text : {&piece.title, &piece.teaser}) {
            for (const PlainWord& word : plain_words(*text, 200)) words.insert(fold(stem(word.text)));
        }
        for (const std::string& word : words) ++counts[word];
    }
    std::cout << "# pieces\t" << pieces.size() << '\n';
    for (const auto& [word, count] : counts) {
        if (count > 1 && !word.empty()) std::cout << word << '\t' << count << '\n';
    }
}

void print_articles(const std::vector<Piece>& pieces, const Languages& languages) {
    const ArticleModel model("stories/article-model.tsv");
    const Stream stream = make_stream(pieces, languages, model, 2);
    std::cout << "a\tb\tlikeness\tcontrasted\tphrases\tdays_apart\tprobability\n";
    for (const PiecePair& pair : stream.pairs) {
        const ArticleFeatures f = article_features_of(stream, pair);
        std::cout << pieces[stream.order[pair.first]].id << '\t' << pieces[stream.order[pair.second]].id << '\t' << f.likeness << '\t' << f.contrasted << '\t'
                  << f.phrases << '\t' << f.days_apart << '\t' << probability(model, f) << '\n';
    }
}

void print_pairs(const std::vector<Piece>& pieces, const Languages& languages) {
    const Stream stream = make_stream(pieces, languages, ArticleModel("stories/article-model.tsv"), 2);
    std::cout.precision(9);
    std::cout << "a\tb";
    for (std::size_t f = 0; f < feature_count; ++f) std::cout << '\t' << name_of(static_cast<Feature>(f));
    std::cout << '\n';
    for (const PiecePair& pair : stream.pairs) {
        std::cout << pieces[stream.order[pair.first]].id << '\t' << pieces[stream.order[pair.second]].id;
        for (const float value : features_of(stream, pair)) std::cout << '\t' << value;
        std::cout << '\n';
    }
}

}  // namespace

int main(int count, char** arguments) {
    const std::string mode = count == 3 ? arguments[1] : "";
    if (mode != "counts" && mode != "pairs" && mode != "articles") {
        std::cerr << "usage: story_pairs counts|pairs|articles PIECES.jsonl\n";
        return 2;
    }
    const Languages languages;
    const std::vector<Piece> pieces = read_pieces(arguments[2]);
    if (mode == "counts") print_counts(pieces, languages);
    else if (mode == "articles") print_articles(pieces, languages);
    else print_pairs(pieces, languages);
    return 0;
}
