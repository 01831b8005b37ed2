// Learns the weights of the name model: a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) by stochastic
// gradient with AdaGrad steps and a penalty on weights, over the very features that the program computes.
//
// usage: learn_names TRAIN.tsv [options] WORDS OUT.model     learn, prune, round to 8 bits, write
//        learn_names --label TEXTS.txt WORDS MODEL          label the paragraphs of texts (bench/names/plain_text.py) with a model learnt
//                                                            before, to learn from those whose names are all sure (self-training)
//        learn_names --check TEST.tsv WORDS MODEL            precision, recall, F1 over exact spans
// The .tsv files are made by bench/names/labelled_text.py: a text a line, then a tab and "begin end KIND" with commas between.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <map>
#include <random>
#include <sstream>
#include <string>
#include <unordered_map>
#include <vector>

#include "language/language.h"
#include "language/tokens.h"
#include "marks/name_consistency.h"
#include "marks/name_features.h"
#include "marks/name_model.h"
#include "marks/name_recognizer.h"
#include "marks/name_words.h"

using namespace depesche;

namespace {

struct Gold {
    std::uint32_t begin, end;
    std::size_t begin_label;
};

// A stretch of words that may have names, its features as numbers and its labels.
struct Stretch {
    std::vector<std::vector<std::uint32_t>> features;
    std::vector<std::vector<std::uint64_t>> hashes;
    std::vector<std::size_t> labels;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> spans;
    float weight = 1;
};

struct Text {
    std::vector<Stretch> stretches;
    std::vector<Gold> gold;
    std::size_t missed = 0;
};

struct Options {
    int epochs = 12;
    double rate = 0.02;
    double penalty = 2e-6;
    int least = 2;         // times that a feature must be seen
    double most = 200000;  // features kept
    double fill = 0.8;
    double drop = 0.0;  // share of features that a step does not see, so that none is relied on alone
    double lean = 0.0;  // taken off the score of a word without a name: more names are found, more of them wrong
    int seed = 1;
    int orders = 1;  // times that all is learnt anew in another order of the texts; the weights are the mean
};

std::size_t label_of(const std::string& kind) {
    if (kind == "PER") return 1;
    if (kind == "LOC") return 3;
    if (kind == "ORG") return 5;
    return 7;
}

std::string slurp(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) {
        std::fprintf(stderr, "learn_names: cannot read %s\n", path.c_str());
        std::exit(1);
    }
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

std::vector<Gold> read_gold(const std::string& cell) {
    std::vector<Gold> gold;
    std::istringstream in(cell);
    std::string piece;
    while (std::getline(in, piece, ',')) {
        std::istringstream fields(piece);
        std::uint32_t b = 0, e = 0;
        std::string kind;
        if (fields >> b >> e >> kind) gold.push_back({b, e, label_of(kind)});
    }
    return gold;
}

Text read_text(const std::string& line, const Language& language, const NameLexicon& lexicon) {
    Text out;
    std::istringstream cells(line);
    std::string text, marks, weight;
    std::getline(cells, text, '\t');
    std::getline(cells, marks, '\t');
    std::getline(cells, weight, '\t');
    out.gold = read_gold(marks);
    const Span all{0, static_cast<std::uint32_t>(text.size())};
    const Tokens tokens = tokenize(text, std::span(&all, 1), language);
    for (const Sentence& sentence : tokens.sentences) {
        const auto words = name_words(text, tokens.words_of(sentence), lexicon);
        Stretch stretch;
        stretch.weight = weight.empty() ? 1.0F : std::stof(weight);
        const auto finish = [&] {
            if (!stretch.labels.empty()) {
                out.stretches.push_back(stretch);
                stretch.hashes.clear();
                stretch.labels.clear();
                stretch.spans.clear();
            }
        };
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (!words[i].lead) {
                finish();
                continue;
            }
            std::vector<std::uint64_t> features;
            append_features(text, words, i, features);
            stretch.hashes.push_back(features);
            std::size_t label = 0;
            for (const Gold& g : out.gold) {
                if (words[i].begin < g.end && g.begin < words[i].end) label = words[i].begin <= g.begin ? g.begin_label : g.begin_label + 1;
            }
            if (label != 0 && label % 2 == 0 && (stretch.labels.empty() || !may_follow(stretch.labels.back(), label))) --label;
            stretch.labels.push_back(label);
            stretch.spans.emplace_back(words[i].begin, words[i].end);
        }
        finish();
    }
    return out;
}

std::vector<Text> read_texts(const std::string& path, const Language& language, const NameLexicon& lexicon) {
    std::ifstream in(path);
    std::vector<Text> texts;
    std::string line;
    while (std::getline(in, line)) texts.push_back(read_text(line, language, lexicon));
    if (texts.empty()) {
        std::fprintf(stderr, "learn_names: no texts in %s\n", path.c_str());
        std::exit(1);
    }
    return texts;
}

constexpr std::size_t L = label_count;

class Learner {
public:
    Learner(std::vector<Text>& texts, const Options& options) : options_(options) {
        std::unordered_map<std::uint64_t, int> seen;
        for (Text& t : texts)
            for (Stretch& s : t.stretches)
                for (auto& word : s.hashes)
                    for (const auto f : word) ++seen[f];
        std::unordered_map<std::uint64_t, std::uint32_t> number;
        for (Text& t : texts)
            for (Stretch& s : t.stretches) {
                s.features.resize(s.hashes.size());
                for (std::size_t i = 0; i < s.hashes.size(); ++i)
                    for (const auto f : s.hashes[i]) {
                        if (seen[f] < options.least) continue;
                        const auto [it, fresh] = number.try_emplace(f, static_cast<std::uint32_t>(number.size()));
                        if (fresh) names_.push_back(f);
                        s.features[i].push_back(it->second);
                    }
                s.hashes.clear();
                stretches_.push_back(&s);
            }
        weights_.assign(names_.size() * L, 0);
        squares_.assign(names_.size() * L, 1e-8F);
        transitions_.assign(L * L, 0);
        transition_squares_.assign(L * L, 1e-8F);
    }

    void learn() {
        std::vector<double> sums(weights_.size(), 0), transition_sums(transitions_.size(), 0);
        int summed = 0;
        for (int order = 0; order < options_.orders; ++order) {
            weights_.assign(weights_.size(), 0);
            squares_.assign(squares_.size(), 1e-8F);
            transitions_.assign(transitions_.size(), 0);
            transition_squares_.assign(transition_squares_.size(), 1e-8F);
            learn_once(sums, transition_sums, summed);
        }
        for (std::size_t i = 0; i < weights_.size(); ++i) weights_[i] = static_cast<float>(sums[i] / summed);
        for (std::size_t i = 0; i < transitions_.size(); ++i) transitions_[i] = static_cast<float>(transition_sums[i] / summed);
    }

    void learn_once(std::vector<double>& sums, std::vector<double>& transition_sums, int& summed) {
        std::mt19937& random = random_;
        for (int epoch = 0; epoch < options_.epochs; ++epoch) {
            std::shuffle(stretches_.begin(), stretches_.end(), random);
            double loss = 0;
            for (const Stretch* s : stretches_) loss += step(*s);
            std::fprintf(stderr, "epoch %d loss %.1f features %zu\n", epoch, loss, names_.size());
            if (epoch < options_.epochs / 2) continue;
            ++summed;  // the mean over the second half of the epochs steadies the weights
            for (std::size_t i = 0; i < weights_.size(); ++i) sums[i] += static_cast<double>(weights_[i]);
            for (std::size_t i = 0; i < transitions_.size(); ++i) transition_sums[i] += static_cast<double>(transitions_[i]);
        }
    }

    void write(const std::string& path) const;

private:
    double step(const Stretch& s);
    void move(float& weight, float& square, double gradient) const {
        gradient += options_.penalty * static_cast<double>(weight) * 1000;
        square += static_cast<float>(gradient * gradient);
        weight -= static_cast<float>(options_.rate * gradient / std::sqrt(static_cast<double>(square)));
    }

    Options options_;
    std::mt19937 random_{static_cast<unsigned>(options_.seed)};
    std::vector<Stretch*> stretches_;
    std::vector<std::uint64_t> names_;
    std::vector<float> weights_, squares_, transitions_, transition_squares_;
};

double log_sum(const double* values, std::size_t n) {
    const double most = *std::max_element(values, values + n);
    double sum = 0;
    for (std::size_t i = 0; i < n; ++i) sum += std::exp(values[i] - most);
    return most + std::log(sum);
}

double Learner::step(const Stretch& s) {
    const std::size_t n = s.labels.size();
    std::vector<std::vector<std::uint32_t>> seen = s.features;
    const double keep = 1 - options_.drop;
    if (options_.drop > 0) {
        std::bernoulli_distribution drops(options_.drop);
        for (auto& word : seen) std::erase_if(word, [&](std::uint32_t) { return drops(random_); });
    }
    const auto transition = [&](std::size_t b, std::size_t l) {
        return may_follow(b, l) ? static_cast<double>(transitions_[b * L + l]) : -1e4;
    };
    std::vector<double> emission(n * L, 0), forward(n * L), backward(n * L);
    for (std::size_t i = 0; i < n; ++i)
        for (const auto f : seen[i])
            for (std::size_t l = 0; l < L; ++l) emission[i * L + l] += static_cast<double>(weights_[f * L + l]) / keep;
    double cell[L];
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t l = 0; l < L; ++l) {
            if (i == 0) {
                forward[l] = transition(0, l) + emission[l];
                continue;
            }
            for (std::size_t b = 0; b < L; ++b) cell[b] = forward[(i - 1) * L + b] + transition(b, l);
            forward[i * L + l] = log_sum(cell, L) + emission[i * L + l];
        }
    for (std::size_t i = n; i-- > 0;)
        for (std::size_t l = 0; l < L; ++l) {
            if (i + 1 == n) {
                backward[i * L + l] = transition(l, 0);
                continue;
            }
            for (std::size_t x = 0; x < L; ++x) cell[x] = transition(l, x) + emission[(i + 1) * L + x] + backward[(i + 1) * L + x];
            backward[i * L + l] = log_sum(cell, L);
        }
    for (std::size_t l = 0; l < L; ++l) cell[l] = forward[(n - 1) * L + l] + backward[(n - 1) * L + l];
    const double total = log_sum(cell, L);
    double gold = 0;
    std::size_t before = 0;
    for (std::size_t i = 0; i < n; ++i) {
        gold += transition(before, s.labels[i]) + emission[i * L + s.labels[i]];
        before = s.labels[i];
    }
    gold += transition(before, 0);
    std::vector<double> edge(L * L, 0);
    for (std::size_t i = 0; i <= n; ++i)
        for (std::size_t b = 0; b < L; ++b)
            for (std::size_t l = 0; l < L; ++l) {
                if (!may_follow(b, l) || (i == 0 && b != 0) || (i == n && l != 0)) continue;
                const double left = i == 0 ? 0 : forward[(i - 1) * L + b];
                const double right = i == n ? 0 : emission[i * L + l] + backward[i * L + l];
                edge[b * L + l] += std::exp(left + transition(b, l) + right - total);
            }
    before = 0;
    for (std::size_t i = 0; i <= n; ++i) {
        const std::size_t l = i == n ? 0 : s.labels[i];
        edge[before * L + l] -= 1;
        before = l;
    }
    for (std::size_t i = 0; i < n; ++i) {
        double gradient[L];
        for (std::size_t l = 0; l < L; ++l)
            gradient[l] =
                static_cast<double>(s.weight) * (std::exp(forward[i * L + l] + backward[i * L + l] - total) - (l == s.labels[i] ? 1 : 0));
        for (const auto f : seen[i])
            for (std::size_t l = 0; l < L; ++l) {
                if (std::fabs(gradient[l]) > 1e-4) move(weights_[f * L + l], squares_[f * L + l], gradient[l]);
            }
    }
    for (std::size_t x = 0; x < L * L; ++x)
        if (std::fabs(edge[x]) > 1e-6) move(transitions_[x], transition_squares_[x], static_cast<double>(s.weight) * edge[x]);
    return total - gold;
}

// Keeps the features with the widest spread of weights, as many as fill the table to the share asked for.
void Learner::write(const std::string& path) const {
    std::vector<std::pair<float, std::uint32_t>> ranked;
    for (std::uint32_t f = 0; f < names_.size(); ++f) {
        float most = 0;
        for (std::size_t l = 0; l < L; ++l) most = std::max(most, std::fabs(weights_[f * L + l]));
        ranked.emplace_back(most, f);
    }
    std::sort(ranked.begin(), ranked.end(),
              [&](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : names_[a.second] < names_[b.second]; });
    ranked.resize(std::min(ranked.size(), static_cast<std::size_t>(options_.most)));
    const auto rows = static_cast<std::size_t>(static_cast<double>(ranked.size()) / options_.fill) + 1;
    const float most = std::min(ranked.empty() ? 1.0F : ranked.front().first, 3.0F);
    const float scale = most / 127;
    std::vector<std::uint16_t> checks(rows, 0);
    std::vector<char> table(rows * L, 0);
    for (const auto& [size, f] : ranked) {
        const std::uint64_t h = names_[f];
        std::size_t slot = ((h & 0xFFFFFFFFU) * rows) >> 32U;
        while (checks[slot] != 0) slot = (slot + 1) % rows;
        checks[slot] = static_cast<std::uint16_t>((h >> 48U) == 0 ? 1 : h >> 48U);
        for (std::size_t l = 0; l < L; ++l)
            table[slot * L + l] = static_cast<char>(std::lround(std::clamp(weights_[f * L + l] / scale, -127.0F, 127.0F)));
    }
    std::vector<float> transitions = transitions_;
    for (std::size_t before = 0; before < L; ++before) transitions[before * L] -= static_cast<float>(options_.lean);
    std::ofstream out(path, std::ios::binary);
    const auto row_count = static_cast<std::uint32_t>(rows);
    out.write("DNM3", 4);
    out.write(reinterpret_cast<const char*>(&row_count), 4);
    out.write(reinterpret_cast<const char*>(&scale), 4);
    out.write(reinterpret_cast<const char*>(transitions.data()), 4 * L * L);
    out.write(reinterpret_cast<const char*>(checks.data()), static_cast<std::streamsize>(2 * rows));
    out.write(table.data(), static_cast<std::streamsize>(table.size()));
    std::fprintf(stderr, "kept %zu of %zu features, smallest weight %.3f, largest %.2f\n", ranked.size(), names_.size(),
                 static_cast<double>(ranked.empty() ? 0 : ranked.back().first),
                 static_cast<double>(ranked.empty() ? 0 : ranked.front().first));
}

using Found = std::map<std::tuple<std::uint32_t, std::uint32_t>, std::size_t>;

void check(std::vector<Text>& texts, const NameModel& model) {
    double right[3] = {}, wanted[3] = {}, given[3] = {};
    for (const Text& t : texts) {
        Found found;
        for (const Stretch& s : t.stretches) {
            std::vector<LabelScores> emissions;
            for (const auto& features : s.hashes) emissions.push_back(model.scores(features));
            const auto labels = best_labels(model, emissions);
            for (std::size_t i = 0; i < labels.size(); ++i) {
                const auto l = static_cast<std::size_t>(labels[i].label);
                if (l % 2 == 0) continue;
                std::size_t j = i + 1;
                while (j < labels.size() && static_cast<std::size_t>(labels[j].label) == l + 1) ++j;
                found[{s.spans[i].first, s.spans[j - 1].second}] = l;
            }
        }
        for (const Gold& g : t.gold) {
            if (g.begin_label > 5) continue;
            ++wanted[g.begin_label / 2];
            const auto it = found.find({g.begin, g.end});
            if (it != found.end() && it->second == g.begin_label) ++right[g.begin_label / 2];
        }
        for (const auto& [span, l] : found)
            if (l <= 5) ++given[l / 2];
    }
    double r = 0, w = 0, g = 0;
    const char* names[] = {"PER", "LOC", "ORG"};
    for (int k = 0; k < 3; ++k) {
        std::printf("%s P %.4f R %.4f F %.4f  ", names[k], right[k] / given[k], right[k] / wanted[k],
                    2 * right[k] / (given[k] + wanted[k]));
        r += right[k];
        w += wanted[k];
        g += given[k];
    }
    std::printf("all P %.4f R %.4f F %.4f\n", r / g, r / w, 2 * r / (g + w));
}

// Names of a text as the program finds them; paragraphs where each is found with at least `least` go out with weight `weight`.
void label_text(const std::string& text, const Language& language, const NameRecognizer& recognizer, const NameWords& words, float least,
                const char* weight) {
    std::vector<Span> paragraphs;
    for (std::size_t b = 0; b < text.size();) {
        const std::size_t e = std::min(text.find('\n', b), text.size());
        if (e > b) paragraphs.push_back({static_cast<std::uint32_t>(b), static_cast<std::uint32_t>(e)});
        b = e + 1;
    }
    const Tokens tokens = tokenize(text, paragraphs, language);
    std::vector<FoundName> found = recognizer.find(text, tokens);
    make_consistent(text, tokens, words, recognizer.lexicon(), found);
    const char* kinds[] = {"PER", "LOC", "ORG"};
    for (const Span p : paragraphs) {
        std::string marks;
        bool all_sure = true;
        for (const FoundName& name : found) {
            if (name.span.begin < p.begin || name.span.end > p.end) continue;
            all_sure = all_sure && name.confidence >= least;
            marks += (marks.empty() ? "" : ",") + std::to_string(name.span.begin - p.begin) + " " +
                     std::to_string(name.span.end - p.begin) + " " + kinds[static_cast<std::size_t>(name.kind)];
        }
        if (all_sure && !marks.empty()) std::printf("%s\t%s\t%s\n", text.substr(p.begin, p.size()).c_str(), marks.c_str(), weight);
    }
}

void label(const std::string& path, const Language& language, const NameRecognizer& recognizer) {
    std::ifstream in(path);
    const NameWords words = name_words_of(language);
    std::string line, text;
    while (std::getline(in, line)) {
        if (!line.empty()) {
            text += line + "\n";
            continue;
        }
        label_text(text, language, recognizer, words, 0.5F, "0.3");
        text.clear();
    }
}

}  // namespace

int main(int count, char** arguments) {
    std::vector<std::string> rest;
    Options options;
    bool checking = false, labelling = false;
    for (int i = 1; i < count; ++i) {
        const std::string a = arguments[i];
        const auto value = [&] { return i + 1 < count ? std::atof(arguments[++i]) : 0.0; };
        if (a == "--check") checking = true;
        else if (a == "--label") labelling = true;
        else if (a == "--epochs") options.epochs = static_cast<int>(value());
        else if (a == "--rate") options.rate = value();
        else if (a == "--penalty") options.penalty = value();
        else if (a == "--least") options.least = static_cast<int>(value());
        else if (a == "--drop") options.drop = value();
        else if (a == "--lean") options.lean = value();
        else if (a == "--most") options.most = value();
        else if (a == "--orders") options.orders = static_cast<int>(value());
        else if (a == "--seed") options.seed = static_cast<int>(value());
        else rest.push_back(a);
    }
    if (rest.size() != 3) {
        std::fprintf(stderr,
                     "usage: learn_names [--check | --label] [--epochs N --rate R --penalty P --drop D --lean L --least N --most N] "
                     "TEXTS.tsv WORDS MODEL\n");
        return 2;
    }
    const Languages languages;
    const std::string words = slurp(rest[1]);
    const NameLexicon lexicon(words);
    if (labelling) {
        const std::string bytes = slurp(rest[2]);
        label(rest[0], languages.fallback(), NameRecognizer(lexicon, NameModel(bytes)));
        return 0;
    }
    std::vector<Text> texts = read_texts(rest[0], languages.fallback(), lexicon);
    if (checking) {
        const std::string bytes = slurp(rest[2]);
        check(texts, NameModel(bytes));
    } else {
        Learner learner(texts, options);
        learner.learn();
        learner.write(rest[2]);
    }
    return 0;
}
