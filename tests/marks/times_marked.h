// Judged time expressions: sentences with the expressions marked as [words|TYPE|value].
#pragma once

#include <fstream>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include <nlohmann/json.hpp>

#include "marks/find_marks.h"
#include "marks/times.h"

namespace depesche::testing {

using Expression = std::tuple<std::size_t, std::size_t, std::string, std::string>;  // begin, end, type, value

struct MarkedSentence {
    std::string language, published, text;
    std::set<Expression> expressions;
};

// Takes the marks out of "Am [Dienstag|DATE|2024-06-18] …".
inline MarkedSentence read_marked(const std::string& marked) {
    MarkedSentence sentence;
    for (std::size_t at = 0; at < marked.size(); ++at) {
        const std::size_t first = marked[at] == '[' ? marked.find('|', at) : std::string::npos;
        if (first == std::string::npos) {
            sentence.text += marked[at];
            continue;
        }
        const std::size_t second = marked.find('|', first + 1), end = marked.find(']', second);
        const std::size_t begin = sentence.text.size();
        sentence.text += marked.substr(at + 1, first - at - 1);
        sentence.expressions.insert(
            {begin, sentence.text.size(), marked.substr(first + 1, second - first - 1), marked.substr(second + 1, end - second - 1)});
        at = end;
    }
    return sentence;
}

inline std::vector<MarkedSentence> read_marked_file(const std::string& path) {
    std::vector<MarkedSentence> sentences;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        const auto json = nlohmann::json::parse(line);
        MarkedSentence sentence = read_marked(json.at("marked").get<std::string>());
        sentence.language = json.at("language").get<std::string>();
        sentence.published = json.value("published", "");
        sentences.push_back(std::move(sentence));
    }
    return sentences;
}

// Every line of the text is a passage.
inline std::vector<Time> find_times(const TimeFinder& finder, const Languages& languages, const std::string& text,
                                    const std::string& language, const std::string& published) {
    std::vector<Passage> passages;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        if (end > begin) passages.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, PassageKind::body});
        begin = end + 1;
    }
    const Language& spoken = *languages.find(language);
    return finder.find(make_mark_text(text, std::move(passages), parse_iso(published), spoken), spoken);
}

}  // namespace depesche::testing
