#include "meaning/encoder.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace depesche {
namespace {

// Numbers in rows of one length.
class Rows {
public:
    Rows(std::size_t count, std::size_t width) : width_(width), numbers_(count * width, 0.0F) {}
    [[nodiscard]] float* operator[](std::size_t row) { return numbers_.data() + row * width_; }
    [[nodiscard]] const float* operator[](std::size_t row) const { return numbers_.data() + row * width_; }
    [[nodiscard]] std::vector<float> take() { return std::move(numbers_); }

private:
    std::size_t width_;
    std::vector<float> numbers_;
};

// Sums in sixteen parts, in an order that does not depend on the machine.
template <class Term>
float sum_of(std::size_t size, Term term) {
    std::array<float, 16> parts{};
    for (std::size_t i = 0; i < size; i += parts.size()) {
        for (std::size_t lane = 0; lane < parts.size(); ++lane) parts[lane] += term(i + lane);
    }
    for (std::size_t half = parts.size() / 2; half > 0; half /= 2) {
        for (std::size_t lane = 0; lane < half; ++lane) parts[lane] += parts[lane + half];
    }
    return parts[0];
}

// Brings a row to mean 0 and spread 1, then stretches and shifts each number.
void even_out(float* row, std::size_t size, const float* gain, const float* shift, float epsilon) {
    const auto length = static_cast<float>(size);
    const float mean = sum_of(size, [row](std::size_t i) { return row[i]; }) / length;
    for (std::size_t i = 0; i < size; ++i) row[i] -= mean;
    const float factor = 1 / std::sqrt(sum_of(size, [row](std::size_t i) { return row[i] * row[i]; }) / length + epsilon);
    for (std::size_t i = 0; i < size; ++i) row[i] = row[i] * factor * gain[i] + shift[i];
}

void cut_below_zero(float* row, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i) row[i] = std::max(row[i], 0.0F);
}

void add_to(float* row, const float* other, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i) row[i] += other[i];
}

// One pass over a few texts.
class Pass {
public:
    Pass(const EncoderWeights& weights, ProductFunction product, std::span<const std::vector<std::uint32_t>> texts)
        : weights_(weights), product_(product), texts_(texts) {
        std::size_t row = window_padding;
        for (const auto& text : texts) {
            for (std::size_t i = 0; i < text.size(); ++i) padded_row_.push_back(row++);
            row += window_padding;
        }
        padded_rows_ = row;
        from_.resize(padded_row_.size());
        to_.resize(padded_row_.size());
    }

    std::vector<float> run() {
        Rows features(padded_row_.size(), feature_size);
        look_up(features);
        Rows first(padded_row_.size(), branches_size);
        reduce(features, first);
        for (std::size_t branch = 0; branch < windows.size(); ++branch) look_at_windows(branch, first, features);
        return go_deep(add_up(features));
    }

private:
    [[nodiscard]] std::size_t pieces() const { return padded_row_.size(); }

    void multiply(const PanelMatrix& matrix, std::size_t count) { product_(from_.data(), to_.data(), count, matrix); }

    void look_up(Rows& features) const {
        std::size_t at = 0;
        for (const auto& text : texts_) {
            for (const std::uint32_t piece : text) {
                const std::uint8_t* numbers = weights_.table + std::size_t{piece} * embedding_size;
                const float scale = weights_.table_scale[piece % table_blocks];
                const float least = weights_.table_least[piece % table_blocks];
                float* row = features[at++];
                for (std::size_t i = 0; i < embedding_size; ++i) row[i] = static_cast<float>(numbers[i]) * scale + least;
            }
        }
    }

    void reduce(Rows& features, Rows& first) {
        for (std::size_t i = 0; i < pieces(); ++i) {
            from_[i] = features[i];
            to_[i] = first[i];
        }
        multiply(weights_.first, pieces());
        for (std::size_t i = 0; i < pieces(); ++i) {
            add_to(first[i], weights_.first_add, branches_size);
            even_out(first[i], branches_size, weights_.first_gain, weights_.first_shift, weights_.epsilon);
        }
    }

    // Both layers of a branch; the second writes its place in `features`.
    void look_at_windows(std::size_t branch, const Rows& first, Rows& features) {
        Rows before(padded_rows_, branch_size);
        Rows between(padded_rows_, branch_size);
        const std::size_t column = embedding_size + branch * branch_size;
        for (std::size_t i = 0; i < pieces(); ++i) std::copy_n(first[i] + branch * branch_size, branch_size, before[padded_row_[i]]);
        for (std::size_t i = 0; i < pieces(); ++i) to_[i] = between[padded_row_[i]];
        window_layer(weights_.layers[branch][0], windows[branch], before);
        for (std::size_t i = 0; i < pieces(); ++i) to_[i] = features[i] + column;
        window_layer(weights_.layers[branch][1], windows[branch], between);
    }

    // The windows over `in`, each added to what its own piece had.
    void window_layer(const WindowLayer& layer, WindowShape shape, const Rows& in) {
        for (std::size_t i = 0; i < pieces(); ++i) from_[i] = in[padded_row_[i] - shape.before];
        multiply(layer.matrix, pieces());
        for (std::size_t i = 0; i < pieces(); ++i) {
            add_to(to_[i], layer.add, branch_size);
            cut_below_zero(to_[i], branch_size);
            add_to(to_[i], in[padded_row_[i]], branch_size);
        }
    }

    [[nodiscard]] Rows add_up(Rows& features) const {
        Rows sums(texts_.size(), feature_size);
        std::size_t at = 0;
        for (std::size_t t = 0; t < texts_.size(); ++t) {
            for (std::size_t i = 0; i < texts_[t].size(); ++i, ++at) {
                even_out(features[at], feature_size, weights_.all_gain, weights_.all_shift, weights_.epsilon);
                add_to(sums[t], features[at], feature_size);
            }
        }
        return sums;
    }

    // A layer over all texts' rows.
    Rows layer(Rows& in, const PanelMatrix& matrix) {
        Rows out(texts_.size(), matrix.columns);
        from_.resize(std::max(from_.size(), texts_.size()));
        to_.resize(std::max(to_.size(), texts_.size()));
        for (std::size_t t = 0; t < texts_.size(); ++t) {
            from_[t] = in[t];
            to_[t] = out[t];
        }
        multiply(matrix, texts_.size());
        return out;
    }

    template <class Change>
    void for_each_row(Change change) const {
        for (std::size_t t = 0; t < texts_.size(); ++t) change(t);
    }

    std::vector<float> go_deep(Rows sums) {
        Rows mean = layer(sums, weights_.text);
        for_each_row([&](std::size_t t) {
            const auto length = static_cast<float>(texts_[t].size());
            const float factor = 1 / std::sqrt(length);
            for (std::size_t i = 0; i < embedding_size; ++i) mean[t][i] = (mean[t][i] + length * weights_.text_add[i]) * factor;
        });
        Rows zeroth = layer(mean, weights_.deep0);
        for_each_row([&](std::size_t t) { cut_below_zero(zeroth[t], weights_.deep0.columns); });
        Rows one = layer(mean, weights_.past1);
        Rows deeper = layer(zeroth, weights_.deep1);
        for_each_row([&](std::size_t t) {
            add_to(one[t], deeper[t], weights_.deep1.columns);
            cut_below_zero(one[t], weights_.deep1.columns);
        });
        Rows two = layer(one, weights_.deep2);
        for_each_row([&](std::size_t t) { cut_below_zero(two[t], weights_.deep2.columns); });
        Rows last = layer(one, weights_.past3);
        Rows deepest = layer(two, weights_.deep3);
        for_each_row([&](std::size_t t) { finish(last[t], deepest[t]); });
        return last.take();
    }

    void finish(float* row, const float* other) const {
        for (std::size_t i = 0; i < embedding_size; ++i) row[i] = std::tanh(row[i] + other[i]);
        const float squares = sum_of(embedding_size, [row](std::size_t i) { return row[i] * row[i]; });
        const float factor = 1 / std::sqrt(std::max(squares, weights_.epsilon));
        for (std::size_t i = 0; i < embedding_size; ++i) row[i] *= factor;
    }

    const EncoderWeights& weights_;
    ProductFunction product_;
    std::span<const std::vector<std::uint32_t>> texts_;
    std::vector<std::size_t> padded_row_;  // of each piece, among rows with padding around each text
    std::size_t padded_rows_ = 0;
    std::vector<const float*> from_;  // what the product reads and writes
    std::vector<float*> to_;
};

}  // namespace

std::vector<float> Encoder::encode(std::span<const std::vector<std::uint32_t>> texts) const {
    if (texts.empty()) return {};
    return Pass(weights_, product_, texts).run();
}

}  // namespace depesche
