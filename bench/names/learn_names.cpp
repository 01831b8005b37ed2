// Learns the weights of the name model: a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) by stochastic
// gradient with AdaGrad steps and a penalty on weights, over the very features that the program computes.
//
// usage: learn_names TRAIN.tsv [options] WORDS OUT.model     learn, prune, round to 8 bits, write
//        learn_names --label TEXTS.txt WORDS MODEL          label the paragraphs of texts (bench/names/plain_text.py) with a model learnt
//                                                            before, to learn from those whose names are all sure (self-training)
//        learn_names --check TEST.tsv WORDS MODEL            precision, recall, F1 over exact spans
// The .tsv files are made by bench/names/labelled_text.py: a text a line, then a tab and "begin end KIND" with commas between.
#include <algorithm>
#include <array>
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

// A stretch of words that may have names, its features and its labels.
struct Stretch {
    std::vector<std::vector<std::uint64_t>> hashes;
    std::vector<std::size_t> labels;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> spans;
    float weight = 1;
};

struct Text {
    std::vector<Stretch> stretches;
    std::vector<Gold> gold;
    float weight = 1;
};

struct Options {
    int epochs = 12;
    double rate = 0.02;
    double penalty = 1e-5;
    int least = 2;         // times that a feature must be seen
    double most = 240000;  // features kept
    double fill = 0.8;
    double support = 0.25;  // features are ranked by weight times this power of how often they are seen
    double lean = 0.0;      // taken off the score of a word without a name: more names are found, more of them wrong
    int seed = 1;
    double sure = 0.5;  // of labelled texts: least confidence of each name of a sentence, and the sentence's weight
    double weight = 0.3;
    int folds = 0;
    bool quiet = false;
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
    out.weight = weight.empty() ? 1.0F : std::stof(weight);
    const Span all{0, static_cast<std::uint32_t>(text.size())};
    const Tokens tokens = tokenize(text, std::span(&all, 1), language);
    for (const Sentence& sentence : tokens.sentences) {
        const auto words = name_words(text, tokens.words_of(sentence), lexicon);
        Stretch stretch;
        stretch.weight = out.weight;
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
constexpr std::size_t lanes = 12;       // labels and room to work on four at a time
constexpr std::size_t row = 2 * lanes;  // of a feature: weights, then sums of squared gradients

class Learner {
public:
    Learner(const std::vector<const Text*>& texts, const Options& options) : options_(options) {
        std::unordered_map<std::uint64_t, int> seen;
        for (const Text* t : texts)
            for (const Stretch& s : t->stretches)
                for (const auto& word : s.hashes)
                    for (const auto f : word) ++seen[f];
        std::unordered_map<std::uint64_t, std::uint32_t> number;
        for (const Text* t : texts)
            for (const Stretch& s : t->stretches) {
                Numbered& n = stretches_.emplace_back();
                n.labels = s.labels;
                n.weight = s.weight;
                n.begins.push_back(0);
                for (const auto& word : s.hashes) {
                    for (const auto f : word) {
                        if (seen[f] < options.least) continue;
                        const auto [it, fresh] = number.try_emplace(f, static_cast<std::uint32_t>(number.size()));
                        if (fresh) {
                            names_.push_back(f);
                            counts_.push_back(seen[f]);
                        }
                        n.features.push_back(it->second);
                    }
                    n.begins.push_back(static_cast<std::uint32_t>(n.features.size()));
                }
            }
        clear();
    }

    void learn() {
        std::vector<double> sums(weights_.size(), 0), transition_sums(transitions_.size(), 0);
        int summed = 0;
        for (int order = 0; order < options_.orders; ++order) {
            clear();
            learn_once(sums, transition_sums, summed);
        }
        for (std::size_t i = 0; i < weights_.size(); ++i) weights_[i] = static_cast<float>(sums[i] / summed);
        for (std::size_t i = 0; i < transitions_.size(); ++i) transitions_[i] = static_cast<float>(transition_sums[i] / summed);
    }

    [[nodiscard]] std::string bytes() const;

private:
    struct Numbered {
        std::vector<std::uint32_t> features, begins;
        std::vector<std::size_t> labels;
        float weight = 1;
    };

    void clear() {
        weights_.assign(names_.size() * row, 0);
        for (std::size_t i = 0; i < weights_.size(); i += row)
            std::fill_n(weights_.begin() + static_cast<std::ptrdiff_t>(i + lanes), lanes, 1e-8F);
        transitions_.assign(L * L, 0);
        transition_squares_.assign(L * L, 1e-8F);
    }

    void learn_once(std::vector<double>& sums, std::vector<double>& transition_sums, int& summed) {
        std::vector<const Numbered*> order;
        for (const Numbered& n : stretches_) order.push_back(&n);
        for (int epoch = 0; epoch < options_.epochs; ++epoch) {
            std::shuffle(order.begin(), order.end(), random_);
            double loss = 0;
            for (const Numbered* s : order) loss += step(*s);
            if (!options_.quiet) std::fprintf(stderr, "epoch %d loss %.1f features %zu\n", epoch, loss, names_.size());
            if (epoch < options_.epochs / 2) continue;
            ++summed;  // the mean over the second half of the epochs steadies the weights
            for (std::size_t i = 0; i < weights_.size(); ++i) sums[i] += static_cast<double>(weights_[i]);
            for (std::size_t i = 0; i < transitions_.size(); ++i) transition_sums[i] += static_cast<double>(transitions_[i]);
        }
    }

    double step(const Numbered& s);
    void move(std::uint32_t feature, const std::array<float, lanes>& gradient) {
        float* const weights = weights_.data() + feature * row;
        float* const squares = weights + lanes;
        const float penalty = static_cast<float>(options_.penalty) * 1000;
        const auto rate = static_cast<float>(options_.rate);
        for (std::size_t l = 0; l < lanes; ++l) {
            const float moved = std::fabs(gradient[l]) > 1e-4F ? gradient[l] + penalty * weights[l] : 0.0F;
            squares[l] += moved * moved;
            weights[l] -= rate * moved / std::sqrt(squares[l]);
        }
    }
    void move_transitions(const std::array<double, L * L>& edge);

    Options options_;
    std::mt19937 random_{static_cast<unsigned>(options_.seed)};
    std::vector<Numbered> stretches_;
    std::vector<std::uint64_t> names_;
    std::vector<int> counts_;
    std::vector<float> weights_, transitions_, transition_squares_;
    std::vector<std::array<double, L>> forward_, backward_, weight_;
    std::vector<double> norm_;
};

void Learner::move_transitions(const std::array<double, L * L>& edge) {
    for (std::size_t x = 0; x < L * L; ++x) {
        if (std::fabs(edge[x]) <= 1e-6) continue;
        const double gradient = edge[x] + options_.penalty * 1000 * static_cast<double>(transitions_[x]);
        transition_squares_[x] += static_cast<float>(gradient * gradient);
        transitions_[x] -= static_cast<float>(options_.rate * gradient / std::sqrt(static_cast<double>(transition_squares_[x])));
    }
}

// Forward-backward with each step normalised; gives the loss.
double Learner::step(const Numbered& s) {
    const std::size_t n = s.labels.size();
    std::array<std::array<double, L>, L> follow{};
    for (std::size_t b = 0; b < L; ++b)
        for (std::size_t l = 0; l < L; ++l) follow[b][l] = may_follow(b, l) ? std::exp(static_cast<double>(transitions_[b * L + l])) : 0;
    forward_.assign(n, {});
    backward_.assign(n, {});
    weight_.assign(n, {});
    norm_.assign(n + 1, 0);
    double total = 0, gold = 0;
    for (std::size_t i = 0; i < n; ++i) {
        std::array<float, lanes> emission{};
        for (std::size_t x = s.begins[i]; x < s.begins[i + 1]; ++x)
            for (std::size_t l = 0; l < lanes; ++l) emission[l] += weights_[s.features[x] * row + l];
        const auto most = static_cast<double>(*std::max_element(emission.begin(), emission.begin() + L));
        for (std::size_t l = 0; l < L; ++l) {
            weight_[i][l] = std::exp(static_cast<double>(emission[l]) - most);
            double reached = i == 0 ? follow[0][l] : 0;
            for (std::size_t b = 0; i > 0 && b < L; ++b) reached += forward_[i - 1][b] * follow[b][l];
            forward_[i][l] = reached * weight_[i][l];
            norm_[i] += forward_[i][l];
        }
        for (double& f : forward_[i]) f /= norm_[i];
        total += std::log(norm_[i]) + most;
        gold += static_cast<double>(transitions_[(i == 0 ? 0 : s.labels[i - 1]) * L + s.labels[i]] + emission[s.labels[i]]);
    }
    for (std::size_t l = 0; l < L; ++l) norm_[n] += forward_[n - 1][l] * follow[l][0];
    total += std::log(norm_[n]);
    gold += static_cast<double>(transitions_[s.labels[n - 1] * L]);
    for (std::size_t i = n; i-- > 0;)
        for (std::size_t l = 0; l < L; ++l) {
            double behind = i + 1 == n ? follow[l][0] : 0;
            for (std::size_t x = 0; i + 1 < n && x < L; ++x) behind += follow[l][x] * weight_[i + 1][x] * backward_[i + 1][x];
            backward_[i][l] = behind / norm_[i + 1];
        }
    std::array<double, L * L> edge{};
    const auto size = static_cast<double>(s.weight);
    for (std::size_t i = 0; i <= n; ++i)
        for (std::size_t b = 0; b < L; ++b)
            for (std::size_t l = 0; l < L; ++l) {
                const double left = i == 0 ? (b == 0 ? 1 : 0) : forward_[i - 1][b];
                const double right = i == n ? (l == 0 ? 1 : 0) : weight_[i][l] * backward_[i][l];
                edge[b * L + l] += size * left * follow[b][l] * right / norm_[i];
            }
    for (std::size_t i = 0; i <= n; ++i) edge[(i == 0 ? 0 : s.labels[i - 1]) * L + (i == n ? 0 : s.labels[i])] -= size;
    for (std::size_t i = 0; i < n; ++i) {
        std::array<float, lanes> gradient{};
        float most = 0;
        for (std::size_t l = 0; l < L; ++l) {
            gradient[l] = static_cast<float>(size * (forward_[i][l] * backward_[i][l] - (l == s.labels[i] ? 1 : 0)));
            most = std::max(most, std::fabs(gradient[l]));
        }
        if (most <= 1e-4F) continue;
        for (std::size_t x = s.begins[i]; x < s.begins[i + 1]; ++x) move(s.features[x], gradient);
    }
    move_transitions(edge);
    return total - gold;
}

// Keeps the features that weigh most and are seen often, as many as fill the table to the share asked for.
std::string Learner::bytes() const {
    std::vector<std::pair<float, std::uint32_t>> ranked;
    float widest = 0;
    for (std::uint32_t f = 0; f < names_.size(); ++f) {
        float most = 0;
        for (std::size_t l = 0; l < L; ++l) most = std::max(most, std::fabs(weights_[f * row + l]));
        widest = std::max(widest, most);
        ranked.emplace_back(most * std::pow(static_cast<float>(counts_[f]), static_cast<float>(options_.support)), f);
    }
    std::sort(ranked.begin(), ranked.end(),
              [&](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : names_[a.second] < names_[b.second]; });
    ranked.resize(std::min(ranked.size(), static_cast<std::size_t>(options_.most)));
    const auto rows = static_cast<std::size_t>(static_cast<double>(ranked.size()) / options_.fill) + 1;
    const float scale = std::clamp(widest, 1e-6F, 3.0F) / 127;
    std::vector<std::uint16_t> checks(rows, 0);
    std::vector<char> table(rows * L, 0);
    for (const auto& [size, f] : ranked) {
        const std::uint64_t h = names_[f];
        std::size_t slot = ((h & 0xFFFFFFFFU) * rows) >> 32U;
        while (checks[slot] != 0) slot = (slot + 1) % rows;
        checks[slot] = static_cast<std::uint16_t>((h >> 48U) == 0 ? 1 : h >> 48U);
        for (std::size_t l = 0; l < L; ++l)
            table[slot * L + l] = static_cast<char>(std::lround(std::clamp(weights_[f * row + l] / scale, -127.0F, 127.0F)));
    }
    const auto row_count = static_cast<std::uint32_t>(rows);
    std::string out = "DNM3";
    const auto put = [&](const void* from, std::size_t size) { out.append(static_cast<const char*>(from), size); };
    put(&row_count, 4);
    put(&scale, 4);
    put(transitions_.data(), 4 * L * L);
    put(checks.data(), 2 * rows);
    put(table.data(), table.size());
    if (!options_.quiet)
        std::fprintf(stderr, "kept %zu of %zu features, largest weight %.2f\n", ranked.size(), names_.size(), static_cast<double>(widest));
    return out;
}

// The model that leans against "no name": `lean` is taken off the weight of each step to it.
std::string leaning(std::string model, double lean) {
    for (std::size_t before = 0; before < L; ++before) {
        float weight = 0;
        char* const at = model.data() + 12 + 4 * before * L;
        std::memcpy(&weight, at, sizeof weight);
        weight -= static_cast<float>(lean);
        std::memcpy(at, &weight, sizeof weight);
    }
    return model;
}

struct Counts {
    std::array<double, 3> right{}, wanted{}, given{};
};

using Found = std::map<std::tuple<std::uint32_t, std::uint32_t>, std::size_t>;

void tally(const std::vector<const Text*>& texts, const NameModel& model, Counts& counts) {
    for (const Text* t : texts) {
        Found found;
        for (const Stretch& s : t->stretches) {
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
        for (const Gold& g : t->gold) {
            if (g.begin_label > 5) continue;
            ++counts.wanted[g.begin_label / 2];
            const auto it = found.find({g.begin, g.end});
            if (it != found.end() && it->second == g.begin_label) ++counts.right[g.begin_label / 2];
        }
        for (const auto& [span, l] : found)
            if (l <= 5) ++counts.given[l / 2];
    }
}

void print(const Counts& c) {
    double r = 0, w = 0, g = 0;
    const char* names[] = {"PER", "LOC", "ORG"};
    for (std::size_t k = 0; k < 3; ++k) {
        std::printf("%s P %.4f R %.4f F %.4f  ", names[k], c.right[k] / c.given[k], c.right[k] / c.wanted[k],
                    2 * c.right[k] / (c.given[k] + c.wanted[k]));
        r += c.right[k];
        w += c.wanted[k];
        g += c.given[k];
    }
    std::printf("all P %.4f R %.4f F %.4f\n", r / g, r / w, 2 * r / (g + w));
    std::fflush(stdout);
}

// Learns on all texts but one part of those with full weight, counts on that part, for each part in turn; prints the sums for several
// leans.
void cross_validate(const std::vector<Text>& texts, const Options& options) {
    const std::array<double, 6> leans{0, 0.3, 0.5, 0.7, 0.9, 1.2};
    std::array<Counts, 6> counts{};
    for (int fold = 0; fold < options.folds; ++fold) {
        std::vector<const Text*> learnt, held;
        int number = 0;
        for (const Text& t : texts) (t.weight == 1 && number++ % options.folds == fold ? held : learnt).push_back(&t);
        Learner learner(learnt, options);
        learner.learn();
        const std::string model = learner.bytes();
        for (std::size_t i = 0; i < leans.size(); ++i) {
            const std::string bytes = leaning(model, leans[i]);
            tally(held, NameModel(bytes), counts[i]);
        }
    }
    for (std::size_t i = 0; i < leans.size(); ++i) {
        std::printf("lean %.1f  ", leans[i]);
        print(counts[i]);
    }
}

// Names of other kinds, which the program does not give: they are told apart from those it gives in learning too.
void add_others(const std::string& text, std::span<const NameWord> words, const NameModel& model,
                std::vector<std::pair<Span, std::string>>& marks) {
    for (std::size_t i = 0; i < words.size();) {
        const std::size_t first = i;
        std::vector<LabelScores> emissions;
        for (; i < words.size() && words[i].lead; ++i) {
            std::vector<std::uint64_t> features;
            append_features(text, words, i, features);
            emissions.push_back(model.scores(features));
        }
        const auto labels = best_labels(model, emissions);
        for (std::size_t k = 0; k < labels.size(); ++k) {
            if (labels[k].label != NameLabel::begin_other) continue;
            std::size_t last = k;
            while (last + 1 < labels.size() && labels[last + 1].label == NameLabel::in_other) ++last;
            const Span span{words[first + k].begin, words[first + last].end};
            const bool free =
                std::ranges::none_of(marks, [&](const auto& m) { return m.first.begin < span.end && span.begin < m.first.end; });
            if (free) marks.emplace_back(span, "OTH");
        }
        i += i == first ? 1 : 0;
    }
}

// Names of a text as the program finds them; sentences where each is found with at least `least` go out with weight `weight`.
void label_text(const std::string& text, const Language& language, const NameRecognizer& recognizer, const NameModel& model,
                const NameWords& lists, float least, const char* weight) {
    std::vector<Span> paragraphs;
    for (std::size_t b = 0; b < text.size();) {
        const std::size_t e = std::min(text.find('\n', b), text.size());
        if (e > b) paragraphs.push_back({static_cast<std::uint32_t>(b), static_cast<std::uint32_t>(e)});
        b = e + 1;
    }
    const Tokens tokens = tokenize(text, paragraphs, language);
    std::vector<FoundName> found = recognizer.find(text, tokens);
    make_consistent(text, tokens, lists, recognizer.lexicon(), found);
    const char* kinds[] = {"PER", "LOC", "ORG"};
    for (const Sentence& sentence : tokens.sentences) {
        const auto words = name_words(text, tokens.words_of(sentence), recognizer.lexicon());
        if (words.empty()) continue;
        const Span whole{words.front().begin, words.back().end};
        std::vector<std::pair<Span, std::string>> marks;
        bool all_sure = true;
        for (const FoundName& name : found) {
            if (name.span.begin < whole.begin || name.span.end > whole.end) continue;
            all_sure = all_sure && name.confidence >= least;
            marks.emplace_back(name.span, kinds[static_cast<std::size_t>(name.kind)]);
        }
        if (!all_sure || marks.empty()) continue;
        add_others(text, words, model, marks);
        std::string out;
        for (const auto& [span, kind] : marks)
            out += (out.empty() ? "" : ",") + std::to_string(span.begin - whole.begin) + " " + std::to_string(span.end - whole.begin) +
                   " " + kind;
        std::printf("%s\t%s\t%s\n", text.substr(whole.begin, whole.size()).c_str(), out.c_str(), weight);
    }
}

void label(const std::string& path, const Language& language, const NameRecognizer& recognizer, const NameModel& model,
           const Options& options) {
    std::ifstream in(path);
    const NameWords words = name_words_of(language);
    const std::string weight = std::to_string(options.weight);
    std::string line, text;
    while (std::getline(in, line)) {
        if (!line.empty()) {
            text += line + "\n";
            continue;
        }
        label_text(text, language, recognizer, model, words, static_cast<float>(options.sure), weight.c_str());
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
        else if (a == "--support") options.support = value();
        else if (a == "--sure") options.sure = value();
        else if (a == "--weight") options.weight = value();
        else if (a == "--folds") options.folds = static_cast<int>(value());
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
        label(rest[0], languages.fallback(), NameRecognizer(lexicon, NameModel(bytes)), NameModel(bytes), options);
        return 0;
    }
    const std::vector<Text> texts = read_texts(rest[0], languages.fallback(), lexicon);
    std::vector<const Text*> all;
    for (const Text& t : texts) all.push_back(&t);
    if (checking) {
        const std::string bytes = slurp(rest[2]);
        Counts counts;
        tally(all, NameModel(bytes), counts);
        print(counts);
    } else if (options.folds > 1) {
        options.quiet = true;
        cross_validate(texts, options);
    } else {
        Learner learner(all, options);
        learner.learn();
        std::ofstream(rest[2], std::ios::binary) << leaning(learner.bytes(), options.lean);
    }
    return 0;
}
