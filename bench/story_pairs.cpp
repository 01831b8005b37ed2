// What the pair model is learnt from, by the very code that uses it.
//
//   story_pairs counts PIECES.jsonl   word counts for data/stories/word-counts.tsv
//   story_pairs pairs PIECES.jsonl    the features of the candidate pairs worth judging: id, id, then one cell a feature; a header line
//   first story_pairs company PIECES.jsonl  reads a probability for each of those pairs, and prints the features of the second look
//   story_pairs pairs|company PIECES.jsonl meaning   the same with the cosine of the vectors (only where the part Meaning is built in)
//   story_pairs articles PIECES.jsonl the numbers that pairs of whole articles are judged by
//   story_pairs pile PIECES.jsonl     the same of a pile, looked at as a whole
//   story_pairs stems WORDS           the folded stem of each line of a file of words
//   story_pairs affairs PIECES.jsonl  reads id and story, separated by a tab, of each piece of a day; prints the words that may name an
//   affair:
//                                     term, headline, burst, then the pieces with it, with * behind those that have it in the headline
#include <array>
#include <fstream>
#include <iostream>
#include <map>
#include <set>

#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "stories/days.h"
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
        piece.language = cell(row, "language");
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

void print_stems(const char* path, const Languages& languages) {
    const Stemmer stem(languages.fallback());
    std::ifstream in(path);
    for (std::string word; std::getline(in, word);) std::cout << fold(stem(word)) << '\n';
}

// A stream with the indices of its pieces by number.
struct Walk {
    Stream stream;
    std::vector<std::uint32_t> order;
};

void print_row(const std::vector<Piece>& pieces, const Walk& walk, const PiecePair& pair, std::span<const float> values) {
    std::cout << pieces[walk.order[pair.first]].id << '\t' << pieces[walk.order[pair.second]].id;
    for (const float value : values) std::cout << '\t' << value;
    std::cout << '\n';
}

void print_articles(const std::vector<Piece>& pieces, const Walk& walk, const ArticleModel& model) {
    for (const PiecePair& pair : walk.stream.pairs()) {
        if (!pair.articles) continue;
        const ArticleFeatures& f = walk.stream.article_features_of(pair);
        const auto dated = [&](std::uint32_t piece) { return walk.stream.profile(piece).article.weekday ? 1.0F : 0.0F; };
        const std::array<float, 10> values = {f.names,      f.head,      f.topic,           f.figures,          f.phrases,
                                              f.days_apart, f.other_day, dated(pair.first), dated(pair.second), probability(model, f)};
        print_row(pieces, walk, pair, values);
    }
}

std::map<std::string, std::string> read_stories() {
    std::map<std::string, std::string> stories;
    for (std::string line; std::getline(std::cin, line);)
        stories.emplace(line.substr(0, line.find('\t')), line.substr(line.find('\t') + 1));
    return stories;
}

void print_affairs(const std::vector<Piece>& pieces, const Walk& walk, const std::map<std::string, std::string>& stories) {
    const HeldDay& day = walk.stream.days().back();
    std::map<std::string, std::uint32_t> first_of;
    std::vector<AffairPiece> seen;
    for (std::uint32_t i = 0; i < day.reads.size(); ++i) {
        const std::string& id = pieces[walk.order[day.begin + i]].id;
        seen.push_back({first_of.try_emplace(stories.at(id), i).first->second, day.reads[i].outlet, &day.profiles[i].keys});
    }
    for (const KeyCandidate& candidate : key_candidates(seen)) {
        std::cout << candidate.term << '\t' << candidate.headline << '\t' << candidate.burst;
        for (std::uint32_t i = 0; i < day.reads.size(); ++i) {
            for (const KeyWord& word : day.profiles[i].keys) {
                if (word.key.term == candidate.term) std::cout << '\t' << pieces[walk.order[day.begin + i]].id << (word.title ? "*" : "");
            }
        }
        std::cout << '\n';
    }
}

bool is_judged(const Stream& stream, const PiecePair& pair) {
    return !pair.articles && worth_judging(stream.profile(pair.first), stream.profile(pair.second), pair.likeness);
}

void print_pairs(const std::vector<Piece>& pieces, const Walk& walk) {
    for (const PiecePair& pair : walk.stream.pairs()) {
        if (is_judged(walk.stream, pair)) print_row(pieces, walk, pair, walk.stream.features_of(pair));
    }
}

// Standard input has one probability a line, in the order that `pairs` prints them.
void print_company(const std::vector<Piece>& pieces, Walk& walk) {
    std::vector<Link> links;
    const auto pairs = walk.stream.pairs();
    for (std::uint32_t i = 0; i < pairs.size(); ++i) {
        float value = 0;
        if (!is_judged(walk.stream, pairs[i])) continue;
        std::cin >> value;
        const bool apart =
            regular_apart(walk.stream.read(pairs[i].first), walk.stream.read(pairs[i].second), walk.stream.features_of(pairs[i]));
        if (value >= least_probability && !apart) links.push_back({pairs[i].first, pairs[i].second, value, i});
    }
    walk.stream.keep_links(links);
    const Company company = company_of(walk.stream);
    for (const Link& link : links)
        print_row(pieces, walk, pairs[link.pair], join(walk.stream.features_of(pairs[link.pair]), company.features(link)));
}

bool give_meaning(std::vector<Piece>& pieces) {
    const auto meaning = load_meaning();
    if (meaning) add_meaning(pieces, **meaning, 0);
    else std::cerr << meaning.error().reason << '\n';
    return static_cast<bool>(meaning);
}

void take_day(const std::vector<Piece>& pieces, const DayOfPieces& day, Walk& walk) {
    std::vector<const Piece*> pointers;
    for (const std::uint32_t i : day.pieces) pointers.push_back(&pieces[i]);
    walk.order.insert(walk.order.end(), day.pieces.begin(), day.pieces.end());
    walk.stream.take(day.day, pointers);
}

void take_pile(const std::vector<Piece>& pieces, Walk& walk) {
    std::vector<const Piece*> pointers;
    walk.order = as_one_day(pieces).pieces;
    for (const std::uint32_t i : walk.order) pointers.push_back(&pieces[i]);
    walk.stream.take_pile(pointers);
}

}  // namespace

int main(int count, char** arguments) {
    const bool meant = count == 4 && std::string(arguments[3]) == "meaning";
    const std::string mode = count == 3 || meant ? arguments[1] : "";
    static const std::set<std::string> modes = {"counts", "pairs", "company", "articles", "pile", "affairs", "stems"};
    if (!modes.contains(mode)) {
        std::cerr << "usage: story_pairs counts|pairs|company|articles|pile|affairs|stems PIECES.jsonl [meaning]\n";
        return 2;
    }
    const Languages languages;
    if (mode == "stems") {
        print_stems(arguments[2], languages);
        return 0;
    }
    std::vector<Piece> pieces = read_pieces(arguments[2]);
    if (mode == "counts") {
        print_counts(pieces, languages);
        return 0;
    }
    if (meant && !give_meaning(pieces)) return 1;
    const StoryModels models;
    Walk walk{{languages, models.articles, 2}, {}};
    std::cout.precision(9);
    const std::array<std::string_view, 10> article_names = {"names",      "head",      "topic",       "figures",      "phrases",
                                                            "days_apart", "other_day", "first_dated", "second_dated", "probability"};
    if (mode != "affairs")
        print_names(mode == "articles" || mode == "pile" ? std::span<const std::string_view>(article_names)
                                                         : (mode == "pairs" ? feature_names() : joint_feature_names()));
    if (mode == "pile") {
        take_pile(pieces, walk);
        print_articles(pieces, walk, models.articles);
        return 0;
    }
    const auto stories = mode == "affairs" ? read_stories() : std::map<std::string, std::string>();
    for (const DayOfPieces& day : split_by_day(pieces)) {
        take_day(pieces, day, walk);
        if (mode == "affairs") print_affairs(pieces, walk, stories);
        else if (mode == "articles") print_articles(pieces, walk, models.articles);
        else if (mode == "pairs") print_pairs(pieces, walk);
        else print_company(pieces, walk);
    }
    return 0;
}
