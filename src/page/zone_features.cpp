#include "page/zone_features.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include <unicode/uchar.h>

#include "base/utf8.h"
#include "page/zone_parts.h"

namespace depesche {
namespace {

enum Feature : FeatureId {
    always, chars_to_15, chars_to_30, chars_to_60, chars_to_100, chars_to_160, chars_to_260, chars_more,
    one_word, two_or_three_words, ends_stop, ends_colon, ends_open, two_sentences, no_stop_words, few_stop_words, many_stop_words,
    all_caps, begins_small, begins_quote, list_mark, separators, html, no_letters, mostly_capitals, question,
    date_line, has_date, clock_alone, name_line, led_byline, wire_credit, credit_line, ends_credit, foreign, long_foreign, prose,
    indent_more, indent_less, blank_before, blank_after, blanks_both, tight_page,
    repeated, repeats_earlier, repeats_often, shares_nothing, shares_some, shares_much, prose_shares_nothing, prose_shares_some, prose_shares_much,
    prose_before, prose_next, prose_next_two, prose_two_before, no_prose_before, no_prose_after, little_prose_after, much_prose_after,
    prose_all_around, date_before, date_next, name_before, name_next, short_before, short_next, list_before, list_next, credit_before, credit_next, page_first, page_top, page_last,
    related_1, related_3, related_9, comments_1, comments_4, comments_more, topics_1, topics_5, keypoints_1, keypoints_6, authorbox_2, advert_1, gallery_3, note_before,
    byline_date_near, headline_shape, next_is_headline_like, repeated_next, marks_next, ago_next, shorter_than_next,
    ended, run_of_one, run_of_two, run_of_many, run_next_one, run_next_many, short_prose, much_shorter_prose, names_author, names_author_late, cited, date_and_name_next, readtime_before, address_line, after_address, credit_next_loose, begins_like_before, quote_whole, english_date, initials, before_core, close_before_core, far_before_core, in_core, after_core, core_begin, paragraph, repeats_title, teaser_row, feature_end
};

constexpr std::array<std::string_view, feature_end> names = {
    "always", "chars_to_15", "chars_to_30", "chars_to_60", "chars_to_100", "chars_to_160", "chars_to_260", "chars_more",
    "one_word", "two_or_three_words", "ends_stop", "ends_colon", "ends_open", "two_sentences", "no_stop_words", "few_stop_words", "many_stop_words",
    "all_caps", "begins_small", "begins_quote", "list_mark", "separators", "html", "no_letters", "mostly_capitals", "question",
    "date_line", "has_date", "clock_alone", "name_line", "led_byline", "wire_credit", "credit_line", "ends_credit", "foreign", "long_foreign", "prose",
    "indent_more", "indent_less", "blank_before", "blank_after", "blanks_both", "tight_page",
    "repeated", "repeats_earlier", "repeats_often", "shares_nothing", "shares_some", "shares_much", "prose_shares_nothing", "prose_shares_some", "prose_shares_much",
    "prose_before", "prose_next", "prose_next_two", "prose_two_before", "no_prose_before", "no_prose_after", "little_prose_after", "much_prose_after",
    "prose_all_around", "date_before", "date_next", "name_before", "name_next", "short_before", "short_next", "list_before", "list_next", "credit_before", "credit_next", "page_first", "page_top", "page_last",
    "related_1", "related_3", "related_9", "comments_1", "comments_4", "comments_more", "topics_1", "topics_5", "keypoints_1", "keypoints_6", "authorbox_2", "advert_1", "gallery_3", "note_before",
    "byline_date_near", "headline_shape", "next_is_headline_like", "repeated_next", "marks_next", "ago_next", "shorter_than_next",
    "ended", "run_of_one", "run_of_two", "run_of_many", "run_next_one", "run_next_many", "short_prose", "much_shorter_prose", "names_author", "names_author_late", "cited", "date_and_name_next", "readtime_before", "address_line", "after_address", "credit_next_loose", "begins_like_before", "quote_whole", "english_date", "initials", "before_core", "close_before_core", "far_before_core", "in_core", "after_core", "core_begin", "paragraph", "repeats_title", "teaser_row"};

// Cues come as features of the line (short or long), of the line before and of the line behind it.
enum class CueOf : unsigned char { line, long_line, before, behind };
constexpr std::array<std::string_view, 4> cue_places = {"is", "long", "before", "behind"};

FeatureId cue_feature(CueOf place, std::size_t cue) { return static_cast<FeatureId>(feature_end + static_cast<std::size_t>(place) * cue_count + cue); }

// Hashes of the words that a line is about: six letters of each word that has five or more.
std::vector<std::uint64_t> subject_words(std::string_view line) {
    std::vector<std::uint64_t> words;
    std::uint64_t hash = 0;
    std::size_t letters = 0;
    const auto close = [&] {
        if (letters >= 5) words.push_back(hash);
        letters = 0;
        hash = 1469598103934665603ULL;
    };
    close();
    for (std::size_t at = 0; at < line.size() && words.size() < 4096;) {
        const char32_t c = next_code_point(line, at);
        if (!is_letter(c)) {
            close();
        } else if (letters++ < 6) {
            const auto lower = static_cast<std::uint64_t>(static_cast<std::uint32_t>(u_tolower(static_cast<UChar32>(c))));
            hash = (hash ^ lower) * 1099511628211ULL;
        }
    }
    close();
    std::ranges::sort(words);
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

// Hashes of each run of `shingle` words of a line; empty when it has fewer.
constexpr std::size_t shingle = 6;
std::vector<std::uint64_t> shingles_of(std::string_view line) {
    std::vector<std::uint64_t> words;
    std::uint64_t hash = 0;
    bool in_word = false;
    for (std::size_t at = 0; at < line.size();) {
        const char32_t c = next_code_point(line, at);
        if (is_letter(c) || is_digit(c)) {
            hash = ((in_word ? hash : 1469598103934665603ULL) ^ static_cast<std::uint64_t>(c)) * 1099511628211ULL;
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

// What a page's running text is about: in how many of its paragraphs each word stands.
class Subject {
public:
    Subject(std::string_view text, const std::vector<PageLine>& lines, const std::vector<LineLook>& looks) : words_(lines.size()) {
        for (std::size_t i = 0; i < lines.size(); ++i) {
            words_[i] = subject_words(text.substr(lines[i].span.begin, lines[i].span.size()));
            if (!looks[i].prose()) continue;
            ++paragraphs_;
            for (const std::uint64_t word : words_[i]) ++counts_[word];
        }
    }
    // The share of a line's words that stand in other paragraphs; -1 when it has too few words to say.
    [[nodiscard]] double shared(std::size_t line, bool prose) const {
        const auto& words = words_[line];
        if (words.size() < 2 || paragraphs_ < (prose ? 3U : 2U)) return -1;
        std::size_t hits = 0;
        for (const std::uint64_t word : words) {
            const auto found = counts_.find(word);
            if (found != counts_.end() && found->second > (prose ? 1U : 0U)) ++hits;
        }
        return static_cast<double>(hits) / static_cast<double>(words.size());
    }

private:
    std::vector<std::vector<std::uint64_t>> words_;
    std::unordered_map<std::uint64_t, std::uint32_t> counts_;
    std::uint32_t paragraphs_ = 0;
};

// The features of one page as they are gathered.
class Gatherer {
public:
    Gatherer(std::string_view text, const std::vector<PageLine>& lines, const std::vector<LineLook>& looks, const BylineReader& bylines, bool english)
        : text_(text), lines_(lines), looks_(looks), bylines_(bylines), subject_(text, lines, looks), out_(lines.size()), strange_dates_(!english) {
        survey();
        survey_runs();
        survey_teasers();
        survey_core();
    }

    std::vector<std::vector<FeatureId>> gather() {
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            shape(i);
            content(i);
            layout(i);
            repeats(i);
            subject(i);
            core(i);
            runs(i);
            people(i);
            neighbours(i);
            boxes(i);
            cues(i);
            auto& active = out_[i];
            std::ranges::sort(active);
            active.erase(std::unique(active.begin(), active.end()), active.end());
        }
        return std::move(out_);
    }

private:
    void set(std::size_t line, FeatureId feature, bool on = true) {
        if (on) out_[line].push_back(feature);
    }
    [[nodiscard]] std::string_view view(std::size_t i) const { return text_.substr(lines_[i].span.begin, lines_[i].span.size()); }
    [[nodiscard]] bool is(std::size_t i, Cue cue) const { return has(looks_[i].cues, cue); }

    // Whole-page facts: where running text stands, how it is indented, what repeats.
    void survey() {
        prose_behind_.assign(lines_.size() + 1, 0);
        std::unordered_map<std::uint32_t, std::size_t> indents;
        std::size_t most = 0;
        for (std::size_t i = lines_.size(); i-- > 0;) prose_behind_[i] = prose_behind_[i + 1] + (looks_[i].prose() ? 1U : 0U);
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            ++times_[view(i)];
            blanks_ += lines_[i].blank_before ? 1U : 0U;
            if (!looks_[i].prose()) continue;
            if (const std::size_t count = ++indents[lines_[i].indent]; count > most) {
                most = count;
                prose_indent_ = lines_[i].indent;
            }
        }
    }
    // Rows of teasers: three or more short texts, each alone below a heading. An entry of a ticker has its clock in the heading.
    void survey_teasers() {
        teaser_row_.assign(lines_.size(), false);
        std::size_t first = nowhere;  // line above the first text of the row
        std::size_t last = 0;
        std::size_t texts = 0;
        const auto close = [&] {
            if (texts >= 3) std::fill(teaser_row_.begin() + static_cast<std::ptrdiff_t>(first), teaser_row_.begin() + static_cast<std::ptrdiff_t>(last + 1), true);
            first = nowhere;
            texts = 0;
        };
        for (std::size_t i = 1; i < lines_.size(); ++i) {
            if (run_[i] == 0) continue;
            const bool lonely = run_[i] == 1 && looks_[i].letters < 250 && !looks_[i - 1].has_clock && looks_[i - 1].letters < 120;
            if (!lonely || (first != nowhere && i - last > 5)) close();
            if (!lonely) continue;
            if (first == nowhere) first = i - 1;
            last = i;
            ++texts;
        }
        close();
    }

    // The core: the stretch of lines with the most running text and the fewest other lines, as the subsequence with the largest
    // sum (Pasternack and Roth: Extracting article text from the web with maximum subsequence segmentation, 2009).
    void survey_core() {
        double sum = 0;
        double best = 0;
        std::size_t begin = 0;
        core_begin_ = core_end_ = lines_.size();
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (sum <= 0) {
                sum = 0;
                begin = i;
            }
            if (i > 0 && looks_[i - 1].letters < 80 && is(i - 1, Cue::comments)) sum -= 6;  // readers write paragraphs, too
            sum += looks_[i].prose() && !teaser_row_[i] ? std::min<double>(looks_[i].letters, 600) / 100 : looks_[i].letters > 60 && looks_[i].ends_stop ? 0.0 : -0.8;
            if (sum > best) {
                best = sum;
                core_begin_ = begin;
                core_end_ = i + 1;
            }
        }
    }

    // Runs of paragraphs that follow each other, what was cited from them, who the bylines name.
    void survey_runs() {
        run_.assign(lines_.size() + 1, 0);
        for (std::size_t i = 0; i < lines_.size();) {
            std::size_t end = i;
            while (prose_at(end)) ++end;
            for (std::size_t k = i; k < end; ++k) run_[k] = static_cast<std::uint32_t>(end - i);
            i = std::max(end, i + 1);
        }
        std::vector<std::uint32_t> sizes;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const LineLook& look = looks_[i];
            if (look.prose()) {
                sizes.push_back(look.letters);
                for (const std::uint64_t s : shingles_of(view(i))) ++shingles_[s];
            }
            if ((look.name_line || look.led_byline) && authors_.size() < 6) {
                for (const LineName& person : look.byline.people) authors_.push_back(person.name);
            }
        }
        if (sizes.empty()) return;
        const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
        std::nth_element(sizes.begin(), middle, sizes.end());
        usual_paragraph_ = *middle;
    }
    [[nodiscard]] bool prose_at(std::size_t i) const { return i < lines_.size() && looks_[i].prose(); }

    void shape(std::size_t i) {
        const LineLook& look = looks_[i];
        set(i, always);
        const std::uint32_t n = look.letters;
        set(i, n <= 15 ? chars_to_15 : n <= 30 ? chars_to_30 : n <= 60 ? chars_to_60 : n <= 100 ? chars_to_100 : n <= 160 ? chars_to_160 : n <= 260 ? chars_to_260 : chars_more);
        set(i, one_word, look.words == 1);
        set(i, two_or_three_words, look.words == 2 || look.words == 3);
        set(i, ends_stop, look.ends_stop);
        set(i, ends_colon, look.ends_colon);
        set(i, ends_open, look.ends_open);
        set(i, two_sentences, look.two_sentences);
        set(i, no_stop_words, look.stop_words == 0);
        set(i, few_stop_words, look.stop_words > 0 && look.stop_words < 4);
        set(i, many_stop_words, look.stop_words >= 7);
        set(i, all_caps, look.all_caps);
        set(i, begins_small, look.begins_small);
        set(i, begins_quote, look.begins_quote);
        set(i, list_mark, look.list_mark);
        set(i, separators, look.separators >= 2 && n < 200);
        set(i, html, look.html);
        set(i, no_letters, look.no_letters);
        set(i, mostly_capitals, look.words >= 2 && look.capital_words * 5 >= std::min(look.words, 24U) * 4);
        set(i, question, look.question);
        set(i, headline_shape, is_headline_like(i));
        set(i, quote_whole, look.begins_quote && look.letters < 140 && ends_quote(view(i)));
    }

    static bool ends_quote(std::string_view line) {
        std::size_t at = line.size();
        const char32_t last = at > 0 ? previous_code_point(line, at) : U' ';
        return last == U'"' || last == U'“' || last == U'”' || last == U'«' || last == U'»';
    }

    // As long as headlines are, not a paragraph, not a date, a name or a button.
    [[nodiscard]] bool is_headline_like(std::size_t i) const {
        const LineLook& look = looks_[i];
        if (look.letters < 20 || look.letters > 140 || look.words < 3 || look.prose() || look.two_sentences || look.list_mark) return false;
        if (look.date_line || look.name_line || look.led_byline || look.credit_line || look.ends_credit || look.wire_credit || look.html) return false;
        Cues furniture = look.cues;
        for (const Cue harmless : {Cue::captionmark, Cue::translated, Cue::note, Cue::byline, Cue::updated, Cue::published, Cue::authorabout, Cue::source}) furniture.reset(static_cast<std::size_t>(harmless));
        return furniture.none();
    }

    void content(std::size_t i) {
        const LineLook& look = looks_[i];
        set(i, date_line, look.date_line && look.has_date);
        set(i, has_date, look.has_date && !look.date_line);
        set(i, clock_alone, look.date_line && !look.has_date);
        set(i, name_line, look.name_line);
        set(i, led_byline, look.led_byline);
        set(i, wire_credit, look.wire_credit);
        set(i, credit_line, look.credit_line);
        set(i, ends_credit, look.ends_credit);
        const bool strange = look.foreign_words >= 3 && look.foreign_words > 2 * look.stop_words;
        set(i, foreign, strange);
        set(i, long_foreign, strange && look.letters > 60);
        set(i, prose, look.prose());
        set(i, english_date, look.month_first && strange_dates_);
        set(i, initials, look.initials && look.cues.none());
    }

    void layout(std::size_t i) {
        const PageLine& line = lines_[i];
        const bool any_prose = prose_behind_[0] > 0;
        set(i, indent_more, any_prose && line.indent > prose_indent_);
        set(i, indent_less, any_prose && line.indent < prose_indent_);
        set(i, blank_before, line.blank_before);
        set(i, blank_after, line.blank_after);
        set(i, blanks_both, line.blank_before && line.blank_after);
        set(i, tight_page, blanks_ * 8 < lines_.size());
        set(i, page_first, i == 0);
        set(i, page_top, i > 0 && i < 4);
        set(i, page_last, i + 1 == lines_.size());
    }

    void repeats(std::size_t i) {
        const std::string_view line = view(i);
        const std::string_view above = i > 0 ? view(i - 1) : std::string_view{};
        const std::size_t common = std::min({line.size(), above.size(), std::size_t{60}});
        set(i, begins_like_before, common >= 30 && line.substr(0, common) == above.substr(0, common));
        const std::size_t times = times_[line];
        const std::size_t before = seen_[line]++;
        set(i, repeated, times == 2 && before == 0);
        set(i, repeats_earlier, before == 1);
        const bool title_like = is_headline_like(i) && subject_.shared(i, false) > 0.5;
        set(i, repeats_often, times > 2 && !title_like);
        set(i, repeats_title, times > 1 && title_like);
        set(i, repeated_next, i + 1 < lines_.size() && times_[view(i + 1)] == 2);
    }

    void subject(std::size_t i) {
        const bool prose_line = looks_[i].prose();
        const double share = subject_.shared(i, prose_line);
        if (share < 0) return;
        const FeatureId none = prose_line ? prose_shares_nothing : shares_nothing;
        const FeatureId some = prose_line ? prose_shares_some : shares_some;
        const FeatureId much = prose_line ? prose_shares_much : shares_much;
        const double low = prose_line ? 0.1 : 0.15;
        const double high = prose_line ? 0.3 : 0.55;
        set(i, share < low ? none : share < high ? some : much);
    }

    void core(std::size_t i) {
        if (core_begin_ >= lines_.size()) return;
        set(i, before_core, i < core_begin_);
        set(i, close_before_core, i < core_begin_ && core_begin_ - i <= 10);
        set(i, far_before_core, i + 30 < core_begin_);
        set(i, in_core, i >= core_begin_ && i < core_end_);
        set(i, core_begin, i == core_begin_);
        set(i, after_core, i >= core_end_);
        set(i, paragraph, looks_[i].prose() && looks_[i].letters >= 260);
    }

    // A crosshead has several paragraphs below it, a teaser has one short text.
    void runs(std::size_t i) {
        const LineLook& look = looks_[i];
        const std::uint32_t run = run_[i];
        set(i, run_of_one, run == 1);
        set(i, run_of_two, run == 2);
        set(i, run_of_many, run > 2);
        set(i, run_next_one, run == 0 && run_[i + 1] == 1);
        set(i, run_next_many, run == 0 && run_[i + 1] > 1);
        set(i, short_prose, run > 0 && look.letters < 260);
        set(i, much_shorter_prose, run > 0 && look.letters * 2 < usual_paragraph_);
        set(i, teaser_row, teaser_row_[i]);
        set(i, ended, ended_);
        const bool credit_behind = look.prose() && view(i).ends_with(")") && look.letters > 40 && has_end_credit(i);
        const bool long_run = run > 1 && look.letters * 3 > usual_paragraph_ * 2;
        if (long_run) ended_ = false;
        const bool text_above = prose_behind_[0] > prose_behind_[i];
        const bool mark = look.wire_credit || credit_behind || is(i, Cue::authorabout) || is(i, Cue::copyright) || is(i, Cue::topics) || is(i, Cue::comments) || is(i, Cue::source);
        if (text_above && mark) ended_ = true;
    }
    [[nodiscard]] bool has_end_credit(std::size_t i) const { return !end_credit_in(view(i), bylines_).empty(); }

    void people(std::size_t i) {
        const LineLook& look = looks_[i];
        if (look.letters > 400 || look.name_line || look.led_byline) return;
        const std::string_view line = view(i);
        const bool named = std::ranges::any_of(authors_, [&](const std::string& name) { return line.find(name) != std::string_view::npos; });
        set(i, names_author, named);
        set(i, names_author_late, named && prose_behind_[i + 1] == 0);
        if (look.letters >= 30 && look.letters < 300) {
            const std::vector<std::uint64_t> own = shingles_of(line);
            const std::uint32_t self = look.prose() ? 1 : 0;
            const auto hits = std::ranges::count_if(own, [&](std::uint64_t s) { const auto found = shingles_.find(s); return found != shingles_.end() && found->second > self; });
            set(i, cited, !own.empty() && static_cast<std::size_t>(hits) * 2 > own.size());
        }
        const bool to_reader = is(i, Cue::address) && !look.begins_quote;
        set(i, address_line, to_reader);
        set(i, after_address, i > 0 && is(i - 1, Cue::address) && !looks_[i - 1].begins_quote);
    }

    void neighbours(std::size_t i) {
        const bool before = i > 0;
        const bool behind = i + 1 < lines_.size();
        const std::uint32_t rest = prose_behind_[i + 1];
        set(i, prose_before, before && prose_at(i - 1));
        set(i, prose_two_before, (before && prose_at(i - 1)) || (i > 1 && prose_at(i - 2)));
        set(i, prose_next, prose_at(i + 1));
        set(i, prose_next_two, prose_at(i + 1) || prose_at(i + 2));
        set(i, prose_all_around, before && prose_at(i - 1) && prose_at(i + 1));
        const bool any = prose_behind_[0] > 0;
        set(i, no_prose_before, any && prose_behind_[0] == rest + (prose_at(i) ? 1U : 0U));
        set(i, no_prose_after, any && rest == 0);
        set(i, little_prose_after, rest > 0 && rest * 5 < prose_behind_[0]);
        set(i, much_prose_after, rest * 2 >= prose_behind_[0] && rest >= 2);
        if (before) {
            const LineLook& look = looks_[i - 1];
            set(i, date_before, look.date_line && look.has_date);
            set(i, name_before, look.name_line || look.led_byline);
            set(i, short_before, look.letters < 40);
            set(i, list_before, look.list_mark);
            set(i, credit_before, look.credit_line || look.ends_credit);
            set(i, note_before, has(look.cues, Cue::note));
        }
        if (behind) {
            const LineLook& look = looks_[i + 1];
            set(i, date_next, look.date_line && look.has_date);
            set(i, name_next, look.name_line || look.led_byline);
            set(i, short_next, look.letters < 40);
            set(i, list_next, look.list_mark);
            set(i, shorter_than_next, look.prose() && looks_[i].ends_stop && looks_[i].letters * 3 < look.letters * 2);
            const bool credit = look.credit_line || look.ends_credit;
            set(i, lines_[i].blank_after ? credit_next_loose : credit_next, credit);
            set(i, next_is_headline_like, is_headline_like(i + 1));
        }
        if (behind) {
            const LineLook& look = looks_[i + 1];
            const bool meta = look.has_date && (!look.byline.people.empty() || has(look.cues, Cue::readtime));
            set(i, date_and_name_next, meta);
            set(i, readtime_before, before && has(looks_[i - 1].cues, Cue::readtime) && looks_[i - 1].letters < 20);
        }
        for (std::size_t k = 1; k <= 4; ++k) {
            if (i + k >= lines_.size()) break;
            const LineLook& look = looks_[i + k];
            if (look.led_byline || (look.date_line && look.has_date)) {
                set(i, byline_date_near);
                break;
            }
        }
        for (std::size_t k = 1; k <= 2 && i + k < lines_.size(); ++k) {
            set(i, marks_next, is(i + k, Cue::commentmark) || looks_[i + k].no_letters);
            set(i, ago_next, is(i + k, Cue::ago));
        }
    }

    // How far above a heading stands that opens a box; running text closes all but the readers' comments.
    void boxes(std::size_t i) {
        const auto distance = [&](std::size_t since) { return since == nowhere ? nowhere : i - since; };
        const std::size_t related = distance(since_related_);
        const bool teaser_size = looks_[i].letters < 300;
        set(i, related_1, teaser_size && related == 1);
        set(i, related_3, teaser_size && related <= 3);
        set(i, related_9, teaser_size && related <= 9);
        const std::size_t comments = distance(since_comments_);
        set(i, comments_1, comments == 1);
        set(i, comments_4, comments <= 4);
        set(i, comments_more, comments > 4 && comments != nowhere);
        const std::size_t topics = distance(since_topics_);
        set(i, topics_1, topics == 1);
        set(i, topics_5, topics <= 5);
        const std::size_t keypoints = distance(since_keypoints_);
        set(i, keypoints_1, keypoints == 1);
        set(i, keypoints_6, keypoints <= 6);
        set(i, authorbox_2, distance(since_authorbox_) <= 2);
        set(i, advert_1, i > 0 && is(i - 1, Cue::advert));
        set(i, gallery_3, distance(since_gallery_) <= 3);
        if (keypoints_listed_ && !looks_[i].list_mark) since_keypoints_ = nowhere;
        keypoints_listed_ = since_keypoints_ != nowhere && looks_[i].list_mark;
        const bool heading = looks_[i].letters < 80 && !looks_[i].ends_stop;
        const bool text_again = looks_[i].prose() && !looks_[i].html && (run_[i] > 1 || looks_[i].letters >= 300);
        if (text_again) since_related_ = since_topics_ = since_gallery_ = nowhere;
        if (!heading) return;
        if (is(i, Cue::related)) since_related_ = i;
        if (is(i, Cue::comments) && prose_behind_[0] >= prose_behind_[i] + 2) since_comments_ = i;
        if (is(i, Cue::topics)) since_topics_ = i;
        if (is(i, Cue::keypoints)) since_keypoints_ = i;
        if (is(i, Cue::authorbox)) since_authorbox_ = i;
        if (is(i, Cue::gallery)) since_gallery_ = i;
    }

    void cues(std::size_t i) {
        const CueOf own = looks_[i].letters <= 120 ? CueOf::line : CueOf::long_line;
        for (std::size_t cue = 0; cue < cue_count; ++cue) {
            if (looks_[i].cues[cue]) set(i, cue_feature(own, cue));
            if (i > 0 && looks_[i - 1].cues[cue] && looks_[i - 1].letters <= 120) set(i, cue_feature(CueOf::before, cue));
            if (i + 1 < lines_.size() && looks_[i + 1].cues[cue] && looks_[i + 1].letters <= 120) set(i, cue_feature(CueOf::behind, cue));
        }
    }

    static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
    std::string_view text_;
    const std::vector<PageLine>& lines_;
    const std::vector<LineLook>& looks_;
    const BylineReader& bylines_;
    Subject subject_;
    std::vector<std::vector<FeatureId>> out_;
    bool strange_dates_;
    std::vector<std::uint32_t> prose_behind_;  // paragraphs from line i on
    std::unordered_map<std::string_view, std::size_t> times_;
    std::unordered_map<std::string_view, std::size_t> seen_;
    std::vector<std::uint32_t> run_;  // how many paragraphs follow each other where line i stands; 0: not one
    std::vector<bool> teaser_row_;
    std::unordered_map<std::uint64_t, std::uint32_t> shingles_;
    std::vector<std::string> authors_;
    std::uint32_t usual_paragraph_ = 0;
    std::size_t core_begin_ = 0;
    std::size_t core_end_ = 0;
    bool ended_ = false;  // the text above had an end mark
    std::size_t blanks_ = 0;
    std::uint32_t prose_indent_ = 0;
    std::size_t since_related_ = nowhere;
    std::size_t since_comments_ = nowhere;
    std::size_t since_topics_ = nowhere;
    std::size_t since_keypoints_ = nowhere;
    bool keypoints_listed_ = false;
    std::size_t since_authorbox_ = nowhere;
    std::size_t since_gallery_ = nowhere;
};

}  // namespace

std::size_t feature_count() { return feature_end + cue_places.size() * cue_count; }

std::string feature_name(FeatureId feature) {
    if (feature < feature_end) return std::string(names[feature]);
    const std::size_t rest = feature - feature_end;
    return std::string(cue_places[rest / cue_count]) + ":" + std::string(name_of(static_cast<Cue>(rest % cue_count)));
}

std::vector<std::vector<FeatureId>> features_of(std::string_view text, const std::vector<PageLine>& lines, const std::vector<LineLook>& looks, const BylineReader& bylines, std::string_view language) {
    return Gatherer(text, lines, looks, bylines, language == "en").gather();
}

}  // namespace depesche
