// Prints what zones are learnt from: the states of the zone model on the first line, then one JSON line a page:
// {"page", "lines": [{"begin", "end", "features": [names]}]} with byte offsets into the page's clean text.
//
// usage: zone_features PAGE.txt...
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include <nlohmann/json.hpp>

#include "page/line_look.h"
#include "page/page_lines.h"
#include "page/zone_features.h"
#include "page/zone_model.h"
#include "read/page.h"

namespace {

std::string bytes_of(const char* path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

nlohmann::json features_as_json(const depesche::Page& page, const depesche::LineReader& reader, const depesche::Languages& languages) {
    const std::string& text = page.source.text();
    const auto lines = depesche::lines_of(text);
    const std::string code = depesche::language_of(text, lines);
    const depesche::Language* language = languages.find(code);
    std::vector<depesche::LineLook> looks;
    for (const auto& line : lines) looks.push_back(reader.look(page.source.view(line.span), language));
    const auto features = depesche::features_of(depesche::PageSurvey(text, lines, looks), lines, looks, reader.bylines(), code);
    nlohmann::json out = {{"page", page.stored.path}, {"lines", nlohmann::json::array()}};
    for (std::size_t i = 0; i < lines.size(); ++i) {
        nlohmann::json named = nlohmann::json::array();
        for (const depesche::FeatureId feature : features[i]) named.push_back(depesche::feature_name(feature));
        out["lines"].push_back({{"begin", lines[i].span.begin},
                                {"end", lines[i].span.end},
                                {"text", page.source.view(lines[i].span)},
                                {"features", std::move(named)}});
    }
    return out;
}

}  // namespace

int main(int count, char** arguments) {
    const depesche::Languages languages;
    const depesche::LineReader reader(languages);
    nlohmann::json states = nlohmann::json::array();
    for (std::size_t s = 0; s < depesche::zone_states().size(); ++s) states.push_back(depesche::state_name(s));
    nlohmann::json names = nlohmann::json::array();
    for (std::size_t f = 0; f < depesche::feature_count(); ++f)
        names.push_back(depesche::feature_name(static_cast<depesche::FeatureId>(f)));
    std::puts(nlohmann::json{{"states", states}, {"features", names}}.dump().c_str());
    for (int i = 1; i < count; ++i) {
        auto page = depesche::make_page({arguments[i], bytes_of(arguments[i]), {}, {}, {}});
        if (page) std::puts(features_as_json(*page, reader, languages).dump().c_str());
    }
}
