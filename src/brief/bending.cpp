#include "brief/bending.h"

#include <algorithm>

#include "base/begin_of.h"
#include "base/utf8.h"

namespace depesche {
namespace {

constexpr std::size_t least_stem = 3;  // bytes that an ending must leave

std::vector<std::string> split(std::string_view words) {
    std::vector<std::string> out;
    for (std::size_t begin = 0; begin <= words.size();) {
        const std::size_t end = std::min(words.find(' ', begin), words.size());
        if (end > begin) out.emplace_back(words.substr(begin, end - begin));
        begin = end + 1;
    }
    return out;
}

}  // namespace

Bending::Bending(const Language& language) {
    for (const Row& row : data_rows("languages/" + language.code + "/bending.tsv")) {
        if (row.size() >= 2) rows_[row[0]].emplace_back(row[1], row.size() > 2 ? row[2] : std::string_view());
    }
    for (auto& [what, endings] : rows_) {
        std::ranges::stable_sort(endings, [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
    }
}

bool Bending::has(std::string_view what, std::string_view word) const {
    const auto at = rows_.find(what);
    return at != rows_.end() && std::ranges::any_of(at->second, [&](const auto& row) { return row.first == word; });
}

bool Bending::bend_end(std::string_view what, std::string& word, std::size_t least) const {
    const auto at = rows_.find(what);
    if (at == rows_.end()) return false;
    const std::string lower = to_lower(word);
    if (lower.size() != word.size()) return false;
    for (const auto& [written, shown] : at->second) {
        if (lower.size() < written.size() + least || !lower.ends_with(written)) continue;
        word.replace(word.size() - written.size(), written.size(), shown);
        return true;
    }
    return false;
}

bool Bending::bend_word(std::string& word) const {
    const auto at = rows_.find("word");
    if (at == rows_.end()) return false;
    const auto row = std::ranges::find(at->second, std::string_view(word), [](const auto& r) { return r.first; });
    if (row == at->second.end()) return false;
    word = row->second;
    return true;
}

bool Bending::is_attribute(std::string_view word) const {
    const auto at = rows_.find("attribute");
    return at != rows_.end() && std::ranges::any_of(at->second, [&](const auto& row) {
               return word.size() > row.first.size() + least_stem && word.ends_with(row.first);
           });
}

std::string Bending::alone(std::string words, const BentWords& at) const {
    if (rows_.empty()) return words;
    std::vector<std::string> parts = split(words);
    const bool left_alone = has("oblique", at.before);
    const bool begins_as_adjective = parts.size() > 1 && begins_upper(parts.front()) && !left_alone;
    const bool bent = begins_as_adjective && bend_end("capital-adjective", parts.front(), least_stem);
    const auto noun = bent ? parts.begin() + 1 : std::ranges::find_if(parts, begins_upper);
    for (auto part = parts.begin() + (bent ? 1 : 0); part != noun; ++part) {
        if (bend_word(*part)) continue;
        if (!left_alone && !bend_end("adjective", *part, least_stem) && at.named_a_source) bend_end("source-adjective", *part, least_stem);
    }
    if (noun != parts.end()) {
        if (noun == parts.begin() || !left_alone) bend_end("source-noun", *noun, least_stem);
        if (noun == parts.begin() && has("genitive-article", at.before)) bend_end("genitive", *noun, least_stem);
    }
    std::string out;
    for (const std::string& part : parts) out += (out.empty() ? "" : " ") + part;
    return out;
}

}  // namespace depesche
