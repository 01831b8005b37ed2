#include "brief/brief_words.h"

#include <algorithm>

#include "base/utf8.h"

namespace depesche {
namespace {

Phrases* list_named(BriefWords& words, std::string_view name) {
    const std::map<std::string_view, Phrases*> lists = {
        {"opening", &words.opening},   {"formal", &words.formal},   {"pronoun", &words.pronoun},   {"address", &words.address},
        {"pointer", &words.pointer},   {"limit", &words.limit},     {"filler", &words.filler},     {"turn", &words.turn},
        {"hearsay", &words.hearsay},   {"earlier", &words.earlier}, {"update", &words.update},     {"broad", &words.broad},
        {"toll", &words.toll},         {"article", &words.article}, {"locative", &words.locative}, {"since", &words.since},
        {"negation", &words.negation}, {"part", &words.part},       {"rest", &words.rest},         {"whole", &words.whole}};
    const auto at = lists.find(name);
    return at == lists.end() ? nullptr : at->second;
}

BriefWords load(const std::string& code) {
    BriefWords words;
    std::string_view last;
    Phrases* list = nullptr;
    for (const Row& row : data_rows("languages/" + code + "/brief.tsv")) {
        if (row.size() < 2) continue;
        if (row[0] == "stand-in") words.stand_in.push_back(row[1]);
        if (row[0] != last) list = list_named(words, last = row[0]);
        if (list != nullptr) list->add(row[1]);
    }
    return words;
}

}  // namespace

void Phrases::add(std::string_view words) {
    whole_.insert(words);
    longest_ = std::max(longest_, static_cast<std::size_t>(std::ranges::count(words, ' ')) + 1);
}

std::size_t Phrases::match(std::span<const std::string> words) const {
    std::size_t found = 0;
    std::string so_far;
    for (std::size_t count = 1; count <= std::min(longest_, words.size()); ++count) {
        if (count > 1) so_far += ' ';
        so_far += words[count - 1];
        if (whole_.contains(so_far)) found = count;
    }
    return found;
}

bool Phrases::within(std::span<const std::string> words) const {
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (match(words.subspan(at)) > 0) return true;
    }
    return false;
}

BriefLexicon::BriefLexicon(const Languages& languages) : concepts_(languages), fallback_(languages.fallback().code) {
    for (const Language& language : languages.all()) by_code_.emplace(language.code, load(language.code));
}

const BriefWords& BriefLexicon::of(const Language& language) const {
    const auto at = by_code_.find(language.code);
    return at == by_code_.end() ? by_code_.at(fallback_) : at->second;
}

std::vector<std::string> lower_words(std::string_view text, std::span<const Word> words) {
    std::vector<std::string> out;
    out.reserve(words.size());
    for (const Word& word : words) {
        if (word.kind != WordKind::mark) out.push_back(to_lower(text.substr(word.span.begin, word.span.size())));
    }
    return out;
}

}  // namespace depesche
