// Labels: what the program itself says to a person, in German or English. Words from pages are never translated.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <depesche/depesche.h>

namespace depesche {

// The rows of data/show/labels.tsv in one language. Cheap to make; views into data that lives as long as the program.
class Labels {
public:
    explicit Labels(OutputLanguage language);

    // The label, or the key itself where the table has none.
    [[nodiscard]] std::string_view operator[](std::string_view key) const;
    [[nodiscard]] bool has(std::string_view key) const;

    // The label with {0}, {1} … replaced. A placeholder without a value stays.
    [[nodiscard]] std::string with(std::string_view key, std::vector<std::string_view> values) const;

    // "1 Bericht", "4 Berichte": the label <key>.1 or <key>.n.
    [[nodiscard]] std::string count(std::string_view key, std::size_t number) const;

    [[nodiscard]] OutputLanguage language() const { return language_; }
    [[nodiscard]] std::string_view code() const { return language_ == OutputLanguage::german ? "de" : "en"; }

private:
    std::vector<std::pair<std::string_view, std::string_view>> rows_;  // by key
    OutputLanguage language_;
};

}  // namespace depesche
