#include "page/page_survey.h"

#include <algorithm>

#include <unicode/uchar.h>

#include "base/utf8.h"

namespace depesche {
namespace {

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
constexpr std::uint64_t hash_begin = 1469598103934665603ULL;  // FNV-1a
constexpr std::uint64_t hash_step = 1099511628211ULL;

std::uint64_t hashed(std::uint64_t hash, char32_t c) { return (hash ^ static_cast<std::uint64_t>(c)) * hash_step; }

// Hashes of the words that a line is about: six letters of each word that has five or more, each once.
std::vector<std::uint64_t> subject_words(std::string_view line) {
    std::vector<std::uint64_t> words;
    std::uint64_t hash = hash_begin;
    std::size_t letters = 0;
    const auto close = [&] {
        if (letters >= 5) words.push_back(hash);
        letters = 0;
        hash = hash_begin;
    };
    for (std::size_t at = 0; at < line.size() && words.size() < 4096;) {
        const char32_t c = next_code_point(line, at);
        if (!is_letter(c)) close();
        else if (letters++ < 6) hash = hashed(hash, c < 0x80 ? (c | 0x20U) : static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
    }
    close();
    std::ranges::sort(words);
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

// Hashes of each six words in a row.
std::vector<std::uint64_t> shingles_of(std::string_view line) {
    constexpr std::size_t shingle = 6;
    std::vector<std::uint64_t> words;
    std::uint64_t hash = hash_begin;
    bool in_word = false;
    for (std::size_t at = 0; at < line.size();) {
        const char32_t c = next_code_point(line, at);
        if (is_letter(c) || is_digit(c)) {
            hash = hashed(in_word ? hash : hash_begin, c);
            in_word = true;
        } else if (in_word) {
            words.push_back(hash);
            in_word = false;
        }
    }
    if (in_word) words.push_back(hash);
    std::vector<std::uint64_t> out;
    for (std::size_t i = 0; i + shingle <= words.size(); ++i) {
        std::uint64_t sum = 0;
        for (std::size_t k = 0; k < shingle; ++k) sum = sum * 0x9E3779B97F4A7C15ULL + words[i + k];
        out.push_back(sum);
    }
    return out;
}

}  // namespace

PageSurvey::PageSurvey(std::string_view text, const std::vector<PageLine>& lines, const std::vector<LineLook>& looks)
    : text_(text), lines_(lines), looks_(looks) {
    survey_layout();
    survey_runs();
    survey_subject();
    survey_citations();
    survey_teasers();
    survey_core();
}

void PageSurvey::survey_layout() {
    std::unordered_map<std::uint32_t, std::size_t> indents;
    std::size_t most = 0;
    times_.reserve(lines_.size());
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        ++times_[view(i)];
        blanks_ += lines_[i].blank_before ? 1U : 0U;
        const bool maker = looks_[i].name_line || looks_[i].led_byline;
        for (std::size_t k = 0; maker && k < looks_[i].byline.people.size() && authors_.size() < 6; ++k)
            authors_.push_back(looks_[i].byline.people[k].name);
        if (!looks_[i].prose()) continue;
        if (const std::size_t count = ++indents[lines_[i].indent]; count > most) {
            most = count;
            prose_indent_ = lines_[i].indent;
        }
    }
}

void PageSurvey::survey_runs() {
    prose_from_.assign(lines_.size() + 1, 0);
    run_.assign(lines_.size() + 1, 0);
    for (std::size_t i = lines_.size(); i-- > 0;) prose_from_[i] = prose_from_[i + 1] + (looks_[i].prose() ? 1U : 0U);
    std::vector<std::uint32_t> sizes;
    for (std::size_t i = 0; i < lines_.size();) {
        std::size_t end = i;
        for (; end < lines_.size() && looks_[end].prose(); ++end) sizes.push_back(looks_[end].letters);
        std::fill(run_.begin() + static_cast<std::ptrdiff_t>(i), run_.begin() + static_cast<std::ptrdiff_t>(end),
                  static_cast<std::uint32_t>(end - i));
        i = std::max(end, i + 1);
    }
    if (sizes.empty()) return;
    const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
    std::nth_element(sizes.begin(), middle, sizes.end());
    usual_paragraph_ = *middle;
}

void PageSurvey::survey_subject() {
    words_.resize(lines_.size());
    mentions_.reserve(text_.size() / 12);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        words_[i] = subject_words(view(i));
        if (!prose(i)) continue;
        for (const std::uint64_t word : words_[i]) ++mentions_[word];
    }
}

double PageSurvey::shared(std::size_t i) const {
    const auto& words = words_[i];
    const std::uint32_t self = prose(i) ? 1 : 0;
    if (words.size() < 2 || prose_from_[0] < 2 + self) return -1;
    const auto hits = std::ranges::count_if(words, [&](std::uint64_t word) {
        const auto found = mentions_.find(word);
        return found != mentions_.end() && found->second > self;
    });
    return static_cast<double>(hits) / static_cast<double>(words.size());
}

// Only lines as long as a quotation or a caption can be cited: their shingles are gathered first, then looked for in paragraphs.
void PageSurvey::survey_citations() {
    cited_.assign(lines_.size(), false);
    std::unordered_map<std::uint64_t, std::uint32_t> wanted;
    std::vector<std::vector<std::uint64_t>> own(lines_.size());
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        if (looks_[i].letters < 30 || looks_[i].letters >= 300 || looks_[i].name_line) continue;
        own[i] = shingles_of(view(i));
        for (const std::uint64_t s : own[i]) wanted.emplace(s, 0);
    }
    if (wanted.empty()) return;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        if (!prose(i)) continue;
        for (const std::uint64_t s : own[i].empty() ? shingles_of(view(i)) : own[i]) {
            if (const auto found = wanted.find(s); found != wanted.end()) ++found->second;
        }
    }
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        const std::uint32_t self = prose(i) ? 1 : 0;
        const auto hits = std::ranges::count_if(own[i], [&](std::uint64_t s) { return wanted.at(s) > self; });
        cited_[i] = static_cast<std::size_t>(hits) * 2 > own[i].size();
    }
}

void PageSurvey::survey_teasers() {
    teaser_row_.assign(lines_.size(), false);
    std::size_t first = nowhere;  // line above the first text of the row
    std::size_t last = 0;
    std::size_t texts = 0;
    const auto close = [&] {
        if (texts >= 3)
            std::fill(teaser_row_.begin() + static_cast<std::ptrdiff_t>(first), teaser_row_.begin() + static_cast<std::ptrdiff_t>(last + 1),
                      true);
        first = nowhere;
        texts = 0;
    };
    for (std::size_t i = 1; i < lines_.size(); ++i) {
        if (!prose(i)) continue;
        const bool lonely = run_[i] == 1 && looks_[i].letters < 250 && !looks_[i - 1].has_clock && looks_[i - 1].letters < 120;
        if (!lonely || (first != nowhere && i - last > 5)) close();
        if (!lonely) continue;
        if (first == nowhere) first = i - 1;
        last = i;
        ++texts;
    }
    close();
}

void PageSurvey::survey_core() {
    double sum = 0;
    double best = 0;
    std::size_t begin = 0;
    core_begin_ = core_end_ = lines_.size();
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        if (sum <= 0) {
            sum = 0;
            begin = i;
        }
        const LineLook& look = looks_[i];
        const bool comments_begin = i > 0 && looks_[i - 1].letters < 80 && has(looks_[i - 1].cues, Cue::comments);
        if (comments_begin) sum -= 6;  // readers write paragraphs, too
        if (look.prose() && !teaser_row_[i]) sum += std::min<double>(look.letters, 600) / 100;
        else if (look.letters <= 60 || !look.ends_stop) sum -= 0.8;
        if (sum > best) {
            best = sum;
            core_begin_ = begin;
            core_end_ = i + 1;
        }
    }
}

}  // namespace depesche
