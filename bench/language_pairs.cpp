// Pairs of pieces in different languages, as joining over language borders sees them.
//
//   language_pairs FILE.tsv   FILE as tests/stories/data/languages.tsv. A header, then a line for each pair within the window of days: 1
//   for one
//                             happening, 2 for look-alikes, 0 for others; and the numbers that the model is learnt from.
//   language_pairs FILE.tsv PIECES.jsonl LABELS.tsv…   besides, pairs of pieces of one language (id, story, topic in LABELS) with a cosine
//   that
//                             joining looks at: 11, 12 and 10. Names count as none there: within a language they mean another thing.
#include <fstream>
#include <iostream>
#include <map>

#include <nlohmann/json.hpp>

#include "meaning/meaning.h"
#include "stories/days.h"
#include "stories/language_pairs.h"

namespace {

using namespace depesche;

struct Labelled {
    std::string happening;
    std::string alike;
    Piece piece;
};

std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells(1);
    for (const char c : line) {
        if (c == '\t') cells.emplace_back();
        else cells.back() += c;
    }
    return cells;
}

std::vector<Labelled> read_labelled(const char* path) {
    std::vector<Labelled> rows;
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);) {
        const std::vector<std::string> cells = cells_of(line);
        if (line.starts_with('#') || cells.size() != 6) continue;
        Piece piece;
        piece.language = cells[2];
        piece.first_seen = parse_iso(cells[3]);
        piece.title = cells[4];
        piece.teaser = cells[5];
        rows.push_back({cells[0], cells[1], std::move(piece)});
    }
    return rows;
}

std::vector<Labelled> read_day(const char* pieces, const char* labels) {
    std::map<std::string, std::vector<std::string>> labelled;
    std::ifstream names(labels);
    for (std::string line; std::getline(names, line);) {
        std::vector<std::string> cells = cells_of(line);
        labelled[cells[0]] = std::move(cells);
    }
    const auto cell = [](const nlohmann::json& row, const char* name) {
        return row[name].is_string() ? row[name].get<std::string>() : std::string();
    };
    std::vector<Labelled> rows;
    std::ifstream in(pieces);
    for (std::string line; std::getline(in, line);) {
        const nlohmann::json row = nlohmann::json::parse(line);
        const std::vector<std::string>& label = labelled.at(cell(row, "id"));
        Piece piece;
        piece.language = "de";
        piece.first_seen = parse_iso(cell(row, "first_seen"));
        piece.title = cell(row, "title");
        piece.teaser = cell(row, "teaser");
        rows.push_back({label.at(1), label.at(2), std::move(piece)});
    }
    return rows;
}

void print_pair(const Labelled& a, const Labelled& b, int base, const LanguageFeatures& features) {
    std::cout << base + (a.happening == b.happening ? 1 : a.alike == b.alike ? 2 : 0);
    for (const float value : features) std::cout << '\t' << value;
    std::cout << '\n';
}

void print_pairs(const std::vector<Labelled>& rows, const Meaning& meaning, bool one_language) {
    const Languages languages;
    std::vector<std::string> texts;
    for (const Labelled& row : rows) texts.push_back(meant_text(row.piece));
    const std::vector<MeaningVector> vectors = meaning.of(texts, 0);
    std::vector<LanguageSide> sides;
    for (std::size_t i = 0; i < rows.size(); ++i) sides.push_back(language_side(rows[i].piece, languages.find(rows[i].piece.language)));
    for (std::size_t a = 0; a < rows.size(); ++a) {
        for (std::size_t b = a + 1; b < rows.size(); ++b) {
            const float value = cosine(vectors[a], vectors[b]);
            const bool wanted = one_language ? value >= least_language_cosine : rows[a].piece.language != rows[b].piece.language;
            if (!wanted || !days_near(sides[a].day, sides[b].day)) continue;
            LanguageFeatures features = language_features(sides[a], sides[b], value);
            if (one_language) features[static_cast<std::size_t>(LanguageFeature::common_names)] = 0;
            print_pair(rows[a], rows[b], one_language ? 10 : 0, features);
        }
    }
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 2 || count % 2 != 0) {
        std::cerr << "usage: language_pairs FILE.tsv [PIECES.jsonl LABELS.tsv]...\n";
        return 2;
    }
    const auto meaning = load_meaning();
    if (!meaning) {
        std::cerr << meaning.error().reason << '\n';
        return 1;
    }
    std::cout << "label";
    for (const std::string_view name : language_feature_names()) std::cout << '\t' << name;
    std::cout << '\n';
    print_pairs(read_labelled(arguments[1]), **meaning, false);
    for (int i = 2; i + 1 < count; i += 2) print_pairs(read_day(arguments[i], arguments[i + 1]), **meaning, true);
    return 0;
}
