#include "meaning/weights.h"

#include <bit>
#include <cstring>
#include <string>

namespace depesche {
namespace {

static_assert(std::endian::native == std::endian::little, "encoder.weights is used where it lies, and is little-endian");

constexpr std::string_view magic = "DPMEAN01";
constexpr std::size_t head_size = 16;
constexpr std::size_t entry_size = 32;
constexpr std::size_t name_size = 16;
constexpr std::size_t deep_size = 320;

struct Section {
    const char* begin = nullptr;
    std::size_t rows = 0;
    std::size_t columns = 0;
};

template <class Number>
Number number_at(std::string_view bytes, std::size_t at) {
    Number number{};
    std::memcpy(&number, bytes.data() + at, sizeof(number));
    return number;
}

// Looks sections up by name. The first that is not as expected makes all that follow worthless; its name is kept.
class Sections {
public:
    explicit Sections(std::string_view bytes) : bytes_(bytes) {
        const bool good = bytes.size() >= head_size && bytes.starts_with(magic) && std::bit_cast<std::uintptr_t>(bytes.data()) % 64 == 0;
        if (good) count_ = number_at<std::uint32_t>(bytes, magic.size());
        if (!good || count_ > (bytes.size() - head_size) / entry_size) wrong_ = "head";
    }

    PanelMatrix matrix(std::string_view name, std::size_t rows, std::size_t columns) {
        return {numbers(find(name, rows, columns, sizeof(float))), rows, columns};
    }
    const float* vector(std::string_view name, std::size_t columns) { return numbers(find(name, 1, columns, sizeof(float))); }
    Section table(std::string_view name, std::size_t columns) { return find(name, 0, columns, 1); }
    [[nodiscard]] const std::string& wrong() const { return wrong_; }

private:
    static const float* numbers(const Section& section) { return reinterpret_cast<const float*>(section.begin); }

    // `rows` 0: as many as there are.
    Section find(std::string_view name, std::size_t rows, std::size_t columns, std::size_t number_size) {
        for (std::size_t i = 0; i < count_ && wrong_.empty(); ++i) {
            const std::size_t entry = head_size + i * entry_size;
            const std::string_view padded = bytes_.substr(entry, name_size);
            if (padded.substr(0, padded.find('\0')) != name) continue;
            const Section section{nullptr, number_at<std::uint32_t>(bytes_, entry + name_size),
                                  number_at<std::uint32_t>(bytes_, entry + 20)};
            const auto offset = number_at<std::uint64_t>(bytes_, entry + 24);
            const std::size_t size = section.rows * section.columns * number_size;
            const bool fits = offset % 64 == 0 && offset <= bytes_.size() && size <= bytes_.size() - offset;
            if (!fits || section.columns != columns || (rows != 0 && section.rows != rows)) break;
            return {bytes_.data() + offset, section.rows, section.columns};
        }
        if (wrong_.empty()) wrong_ = name;
        return {};
    }

    std::string_view bytes_;
    std::size_t count_ = 0;
    std::string wrong_;
};

void read_windows(Sections& sections, EncoderWeights& weights) {
    for (std::size_t w = 0; w < windows.size(); ++w) {
        for (std::size_t look = 0; look < 2; ++look) {
            const std::string name = "window" + std::to_string(windows[w].pieces) + "_" + std::to_string(look + 1);
            weights.layers[w][look] = {sections.matrix(name, windows[w].pieces * branch_size, branch_size),
                                       sections.vector(name + "_add", branch_size)};
        }
    }
}

}  // namespace

Result<EncoderWeights> read_weights(std::string_view bytes) {
    Sections sections(bytes);
    EncoderWeights weights;
    const Section table = sections.table("table", embedding_size);
    weights.table = reinterpret_cast<const std::uint8_t*>(table.begin);
    weights.pieces = table.rows;
    weights.table_scale = sections.vector("table_scale", table_blocks);
    weights.table_least = sections.vector("table_least", table_blocks);
    weights.first = sections.matrix("first", embedding_size, branches_size);
    weights.first_add = sections.vector("first_add", branches_size);
    weights.first_gain = sections.vector("first_gain", branches_size);
    weights.first_shift = sections.vector("first_shift", branches_size);
    read_windows(sections, weights);
    weights.all_gain = sections.vector("all_gain", feature_size);
    weights.all_shift = sections.vector("all_shift", feature_size);
    weights.text = sections.matrix("text", feature_size, embedding_size);
    weights.text_add = sections.vector("text_add", embedding_size);
    weights.deep0 = sections.matrix("deep0", embedding_size, deep_size);
    weights.deep1 = sections.matrix("deep1", deep_size, deep_size);
    weights.deep2 = sections.matrix("deep2", deep_size, embedding_size);
    weights.deep3 = sections.matrix("deep3", embedding_size, embedding_size);
    weights.past1 = sections.matrix("past1", embedding_size, deep_size);
    weights.past3 = sections.matrix("past3", deep_size, embedding_size);
    const float* epsilon = sections.vector("epsilon", 1);
    if (!sections.wrong().empty())
        return Error{Problem::bad_format, "the sentence encoder's weights are not as expected", "encoder.weights", sections.wrong()};
    weights.epsilon = *epsilon;
    return weights;
}

}  // namespace depesche
