// What the pair model is learnt from, by the very code that uses it.
//
//   story_pairs counts PIECES.jsonl   word counts for data/stories/word-counts.tsv
//   story_pairs pairs PIECES.jsonl    the features of the candidate pairs worth judging: id, id, then one cell a feature; a header line
//   first story_pairs company PIECES.jsonl  reads a probability for each of those pairs, and prints the features of the second look
//   story_pairs articles PIECES.jsonl the numbers that pairs of whole articles are judged by
#include <fstream>
#include <iostream>
#include <map>
#include <set>

#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "stories/judge.h"

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

void print_names(std::span<const std::string_view> names) {
    std::cout << "a\tb";
    for (const std::string_view name : names) std::cout << '\t' << name;
    std::cout << '\n';
}

void print_row(const std::vector<Piece>& pieces, const Stream& stream, const PiecePair& pair, std::span<const float> values) {
    std::cout << pieces[stream.order()[pair.first]].id << '\t' << pieces[stream.order()[pair.second]].id;
    for (const float value : values) std::cout << '\t' << value;
    std::cout << '\n';
}

std::vector<PiecePair> all_pairs(Stream& stream) {
    std::vector<PiecePair> pairs;
    while (stream.next()) pairs.insert(pairs.end(), stream.pairs().begin(), stream.pairs().end());
    return pairs;
}

// The pairs that the model is asked about.
std::vector<PiecePair> judged_pairs(Stream& stream) {
    std::vector<PiecePair> judged = all_pairs(stream);
    std::erase_if(judged,
                  [&](const PiecePair& p) { return !worth_judging(stream.profile(p.first), stream.profile(p.second), p.likeness); });
    return judged;
}

void print_articles(const std::vector<Piece>& pieces, Stream& stream, const ArticleModel& model) {
    const std::array<std::string_view, 5> names = {"likeness", "contrasted", "phrases", "days_apart", "probability"};
    print_names(names);
    for (const PiecePair& pair : all_pairs(stream)) {
        const ArticleFeatures f = stream.article_features_of(pair);
        const std::array<float, 5> values = {f.likeness, f.contrasted, f.phrases, f.days_apart, probability(model, f)};
        print_row(pieces, stream, pair, values);
    }
}

void print_pairs(const std::vector<Piece>& pieces, Stream& stream) {
    print_names(feature_names());
    for (const PiecePair& pair : judged_pairs(stream)) print_row(pieces, stream, pair, stream.features_of(pair));
}

// Standard input has one probability a line, in the order of `pairs`.
void print_company(const std::vector<Piece>& pieces, Stream& stream) {
    const std::vector<PiecePair> judged = judged_pairs(stream);
    std::vector<Link> links;
    for (std::uint32_t i = 0; i < judged.size(); ++i) {
        float value = 0;
        std::cin >> value;
        if (value >= least_probability) links.push_back({judged[i].first, judged[i].second, value, i});
    }
    const Company company(0, static_cast<std::uint32_t>(pieces.size()), links);
    print_names(joint_feature_names());
    for (const Link& link : links)
        print_row(pieces, stream, judged[link.pair], join(stream.features_of(judged[link.pair]), company.features(link)));
}

}  // namespace

int main(int count, char** arguments) {
    const std::string mode = count == 3 ? arguments[1] : "";
    if (mode != "counts" && mode != "pairs" && mode != "company" && mode != "articles") {
        std::cerr << "usage: story_pairs counts|pairs|company|articles PIECES.jsonl\n";
        return 2;
    }
    const Languages languages;
    const std::vector<Piece> pieces = read_pieces(arguments[2]);
    if (mode == "counts") {
        print_counts(pieces, languages);
        return 0;
    }
    const StoryModels models;
    Stream stream(pieces, languages, models.articles, 2, true);
    std::cout.precision(9);
    if (mode == "articles") print_articles(pieces, stream, models.articles);
    else if (mode == "pairs") print_pairs(pieces, stream);
    else print_company(pieces, stream);
    return 0;
}
