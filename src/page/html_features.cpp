#include "page/html_features.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "base/utf8.h"
#include "page/html_feature_list.h"

namespace depesche {
namespace {

#define DEPESCHE_FEATURE_ID(name) name,
enum HtmlFeature : std::size_t { DEPESCHE_HTML_FEATURES(DEPESCHE_FEATURE_ID) html_feature_end };
#undef DEPESCHE_FEATURE_ID

constexpr std::size_t row_size = html_feature_end + markup_cue_count;

std::vector<std::string_view> make_names() {
#define DEPESCHE_FEATURE_NAME(name) #name,
    std::vector<std::string_view> names = {DEPESCHE_HTML_FEATURES(DEPESCHE_FEATURE_NAME)};
#undef DEPESCHE_FEATURE_NAME
    static constexpr std::array<std::string_view, markup_cue_count> near = {
        "near_article", "near_text",   "near_main",       "near_navigation", "near_header",     "near_footer",    "near_side",
        "near_teaser",  "near_share",  "near_newsletter", "near_pay",        "near_cookie",     "near_advert",    "near_comment",
        "near_author",  "near_date",   "near_tags",       "near_meta",       "near_caption",    "near_credit",    "near_picture",
        "near_gallery", "near_player", "near_headline",   "near_kicker",     "near_standfirst", "near_keypoints", "near_button",
        "near_form",    "near_hidden", "near_box",        "near_quote",      "near_list",       "near_item"};
    names.insert(names.end(), near.begin(), near.end());
    return names;
}

float share(std::uint32_t part, std::uint32_t whole) { return whole == 0 ? 0 : static_cast<float>(part) / static_cast<float>(whole); }
float number(std::size_t value) { return static_cast<float>(value); }
float number(bool value) { return value ? 1.0F : 0.0F; }

struct Group {
    std::uint32_t lines = 0;
    std::uint32_t letters = 0;
    std::uint32_t running = 0;
    float linked = 0;
};

class HtmlGatherer {
public:
    HtmlGatherer(const HtmlSurvey& survey, const PageSurvey& page, const std::vector<LineLook>& looks, const DeclaredBody& declared,
                 std::string_view title)
        : survey_(survey), page_(page), looks_(looks), declared_(declared), title_(title) {
        sum_.resize(looks.size() + 1);
        linked_sum_.resize(looks.size() + 1);
        running_sum_.resize(looks.size() + 1);
        for (std::size_t i = 0; i < looks.size(); ++i) {
            const MarkupPlace& place = survey.place(i);
            Group& group = groups_[place.signature];
            ++group.lines;
            group.letters += looks[i].letters;
            group.running += place.running ? looks[i].letters : 0;
            group.linked += place.linked * static_cast<float>(looks[i].letters);
            sum_[i + 1] = sum_[i] + looks[i].letters;
            linked_sum_[i + 1] = linked_sum_[i] + static_cast<std::uint32_t>(place.linked * static_cast<float>(looks[i].letters));
            running_sum_[i + 1] = running_sum_[i] + (place.running ? 1U : 0U);
        }
    }

    std::vector<float> gather(const std::vector<float>& odds) {
        std::vector<float> rows(looks_.size() * row_size, 0);
        for (std::size_t i = 0; i < looks_.size(); ++i) {
            row_ = &rows[i * row_size];
            row_[text_odds] = odds[i];
            row_[text_odds_before] = i > 0 ? odds[i - 1] : -9;
            row_[text_odds_behind] = i + 1 < looks_.size() ? odds[i + 1] : -9;
            line(i);
            subject(i);
            markup(i);
            containers(i);
            main_container(i);
            around(i);
            headings(i);
            words_and_names(i);
            const auto& near = survey_.nearness(i);
            std::ranges::copy(near, row_ + html_feature_end);
        }
        return rows;
    }

private:
    void line(std::size_t i) {
        const LineLook& look = looks_[i];
        const std::uint32_t first_words = std::max(1U, std::min(look.words, 24U));
        row_[letters] = number(std::size_t{look.letters});
        row_[words] = number(std::size_t{look.words});
        row_[capital_share] = share(look.capital_words, first_words);
        row_[stop_share] = share(look.stop_words, first_words);
        row_[foreign_words] = number(std::size_t{look.foreign_words});
        row_[separators] = number(std::size_t{look.separators});
        row_[ends_stop] = number(look.ends_stop);
        row_[ends_colon] = number(look.ends_colon);
        row_[ends_open] = number(look.ends_open);
        row_[two_sentences] = number(look.two_sentences);
        row_[begins_small] = number(look.begins_small);
        row_[begins_quote] = number(look.begins_quote);
        row_[no_letters] = number(look.no_letters);
        row_[question] = number(look.question);
        row_[has_date] = number(look.has_date || look.has_clock);
        row_[date_line] = number(look.date_line);
        row_[name_line] = number(look.name_line || look.led_byline);
        row_[credit_line] = number(look.credit_line);
        row_[ends_credit] = number(look.ends_credit);
        row_[furniture] = number(look.furniture());
    }

    void subject(std::size_t i) {
        row_[times] = number(page_.times(i));
        row_[shared] = static_cast<float>(page_.shared(i));
        row_[cited] = number(page_.cited(i));
        const std::string_view view = page_.view(i);
        row_[body_given] = number(declared_.given());
        row_[body_share] = declared_.given() ? declared_.body_share(view) : -1.0F;
        row_[description_share] = declared_.description_share(view);
        const bool titled = view.size() >= 8 && view.size() <= title_.size() && title_.find(view) != std::string_view::npos;
        row_[in_title] = number(titled);
        row_[is_title] = number(titled && view.size() * 2 > title_.size());
    }

    void markup(std::size_t i) {
        const MarkupPlace& place = survey_.place(i);
        row_[running] = number(place.running);
        row_[linked] = place.linked;
        row_[strong] = place.strong;
        row_[hidden] = number(place.hidden);
        row_[comment] = number(place.comment);
        row_[tag] = static_cast<float>(place.tag);
        row_[heading] = is_heading(place.tag) ? static_cast<float>(place.tag) : 0;
        row_[list_item] = number(place.tag == MarkupTag::list_item);
        row_[cell] = number(place.tag == MarkupTag::cell || place.tag == MarkupTag::definition);
        const Group& group = groups_[place.signature];
        row_[same_signature] = number(std::size_t{group.lines});
        row_[signature_letters] = share(group.letters, sum_.back());
        row_[signature_mean] = share(group.letters, group.lines);
        row_[signature_running] = share(group.running, group.letters);
        row_[signature_linked] = group.letters == 0 ? 0 : group.linked / static_cast<float>(group.letters);
    }

    // The next element above that holds more lines than `element`.
    [[nodiscard]] std::uint32_t wider(std::uint32_t element) const {
        std::uint32_t up = element == no_element ? no_element : survey_.parent(element);
        for (int steps = 0; up != no_element && steps < 12 && survey_.holding(up).lines <= survey_.holding(element).lines; ++steps)
            up = survey_.parent(up);
        return up;
    }

    void containers(std::size_t i) {
        const MarkupPlace& place = survey_.place(i);
        if (place.block == no_element) return;
        const Holding& block = survey_.holding(place.block);
        row_[block_letters] = number(std::size_t{block.letters});
        row_[block_linked] = share(block.linked, block.letters);
        row_[block_lines] = number(std::size_t{block.lines});
        const std::uint32_t up = wider(place.block);
        if (up == no_element) return;
        const Holding& above = survey_.holding(up);
        row_[up_letters] = number(std::size_t{above.letters});
        row_[up_linked] = share(above.linked, above.letters);
        row_[up_lines] = number(std::size_t{above.lines});
        row_[up_running] = share(above.running, above.letters);
        row_[up_first] = number(i - std::min<std::size_t>(above.first, i));
        const std::size_t end = std::clamp<std::size_t>(above.end, i + 1, looks_.size());
        row_[siblings_above] = number(std::size_t{running_sum_[i] - running_sum_[std::min<std::size_t>(above.first, i)]});
        row_[siblings_below] = number(std::size_t{running_sum_[end] - running_sum_[i + 1]});
        const std::uint32_t upper = wider(up);
        if (upper == no_element) return;
        const Holding& top = survey_.holding(upper);
        row_[upper_letters] = number(std::size_t{top.letters});
        row_[upper_linked] = share(top.linked, top.letters);
        row_[upper_lines] = number(std::size_t{top.lines});
        row_[upper_running] = share(top.running, top.letters);
        row_[upper_first] = number(i - std::min<std::size_t>(top.first, i));
    }

    void main_container(std::size_t i) {
        if (survey_.main() == no_element) {
            row_[main_up] = -1;
            return;
        }
        const HtmlSurvey::Way way = survey_.way_from_main(i);
        const Holding& main = survey_.holding(survey_.main());
        row_[main_up] = static_cast<float>(way.up);
        row_[main_down] = static_cast<float>(way.down);
        row_[main_letters] = share(main.letters, sum_.back());
        row_[main_linked] = share(main.linked, main.letters);
        row_[main_first] = static_cast<float>(i) - static_cast<float>(main.first);
        row_[main_left] = static_cast<float>(main.end) - static_cast<float>(i);
    }

    void around(std::size_t i) {
        const std::size_t n = looks_.size();
        row_[running_above] = share(running_sum_[i], running_sum_[n]);
        row_[running_below] = number(std::size_t{running_sum_[n] - running_sum_[i + 1]});
        row_[running_before] = i > 0 && survey_.place(i - 1).running ? 1.0F : (i > 1 && survey_.place(i - 2).running ? 0.5F : 0.0F);
        row_[running_behind] = i + 1 < n && survey_.place(i + 1).running ? 1.0F : (i + 2 < n && survey_.place(i + 2).running ? 0.5F : 0.0F);
        const std::size_t from = i < 3 ? 0 : i - 3;
        const std::size_t to = std::min(n, i + 4);
        row_[window_letters] = share(sum_[to] - sum_[from], static_cast<std::uint32_t>(to - from));
        row_[window_linked] = share(linked_sum_[to] - linked_sum_[from], sum_[to] - sum_[from]);
        if (i > 0) {
            row_[letters_before] = number(std::size_t{looks_[i - 1].letters});
            row_[linked_before] = survey_.place(i - 1).linked;
            row_[tag_before] = static_cast<float>(survey_.place(i - 1).tag);
            row_[same_block_before] = number(survey_.place(i - 1).signature == survey_.place(i).signature);
        }
        if (i + 1 < n) {
            row_[letters_behind] = number(std::size_t{looks_[i + 1].letters});
            row_[linked_behind] = survey_.place(i + 1).linked;
            row_[tag_behind] = static_cast<float>(survey_.place(i + 1).tag);
            row_[same_block_behind] = number(survey_.place(i + 1).signature == survey_.place(i).signature);
        }
        row_[line_share] = share(static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(n));
        row_[page_lines] = number(n);
        row_[page_running] = number(std::size_t{running_sum_[n]});
        row_[page_linked] = share(linked_sum_[n], sum_[n]);
    }

    // Sums of cues that are rare each by itself.
    void words_and_names(std::size_t i) {
        const auto& near = survey_.nearness(i);
        const auto nearest = [&](std::initializer_list<MarkupCue> cues) {
            std::uint8_t most = 0;
            for (const MarkupCue cue : cues) most = std::max(most, near[static_cast<std::size_t>(cue)]);
            return static_cast<float>(most);
        };
        row_[near_good] = nearest({MarkupCue::article, MarkupCue::text, MarkupCue::main});
        row_[near_bad] = nearest({MarkupCue::navigation, MarkupCue::footer, MarkupCue::side, MarkupCue::share, MarkupCue::newsletter,
                                  MarkupCue::pay, MarkupCue::cookie, MarkupCue::advert, MarkupCue::comment, MarkupCue::author,
                                  MarkupCue::player, MarkupCue::button, MarkupCue::form, MarkupCue::gallery});
        const auto count = [&](std::initializer_list<Cue> cues) {
            const auto& own = looks_[i].cues;
            return static_cast<float>(std::ranges::count_if(cues, [&](Cue cue) { return has(own, cue); }));
        };
        row_[cues_furniture] = count({Cue::navigation, Cue::button, Cue::player, Cue::gallery, Cue::cookie, Cue::advert, Cue::consent,
                                      Cue::copyright, Cue::address});
        row_[cues_other] = count({Cue::related, Cue::more});
        row_[cues_pay] = count({Cue::pay, Cue::newsletter});
        row_[cues_author] = count({Cue::authorabout, Cue::authorbox, Cue::byline, Cue::note});
        row_[cues_topics] = count({Cue::topics, Cue::source, Cue::published, Cue::updated, Cue::readtime});
        row_[cues_credit] = count({Cue::credit, Cue::captionmark});
        row_[cues_comments] = count({Cue::comments, Cue::commentmark, Cue::ago});
    }

    // The line behind the last one in the element that holds line i and others; headings say nothing of what is behind.
    [[nodiscard]] std::size_t reach_of(std::size_t i) const {
        const std::uint32_t up = wider(survey_.place(i).block);
        return up == no_element ? looks_.size() : std::size_t{survey_.holding(up).end};
    }

    void headings(std::size_t i) {
        constexpr float far = 99;
        const auto distance = [&](std::size_t since) { return since == nowhere ? far : std::min(far, static_cast<float>(i - since)); };
        for (std::size_t* since : {&last_heading_, &last_related_, &last_comments_}) {
            if (*since != nowhere && i >= reach_of(*since)) *since = nowhere;
        }
        row_[heading_above] = last_heading_ == nowhere ? 0 : static_cast<float>(survey_.place(last_heading_).tag);
        row_[heading_distance] = distance(last_heading_);
        row_[heading_related] = number(last_heading_ != nowhere && has(looks_[last_heading_].cues, Cue::related));
        row_[heading_comments] = number(last_heading_ != nowhere && has(looks_[last_heading_].cues, Cue::comments));
        row_[related_above] = distance(last_related_);
        row_[comments_above] = distance(last_comments_);
        if (is_heading(survey_.place(i).tag)) last_heading_ = i;
        if (looks_[i].letters >= 80 || looks_[i].ends_stop) return;
        if (has(looks_[i].cues, Cue::related)) last_related_ = i;
        if (has(looks_[i].cues, Cue::comments) && running_sum_[i] > 0) last_comments_ = i;
    }

    static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
    const HtmlSurvey& survey_;
    const PageSurvey& page_;
    const std::vector<LineLook>& looks_;
    const DeclaredBody& declared_;
    std::string_view title_;
    std::unordered_map<std::uint64_t, Group> groups_;
    std::vector<std::uint32_t> sum_;
    std::vector<std::uint32_t> linked_sum_;
    std::vector<std::uint32_t> running_sum_;
    float* row_ = nullptr;
    std::size_t last_heading_ = nowhere;
    std::size_t last_related_ = nowhere;
    std::size_t last_comments_ = nowhere;
};

}  // namespace

std::span<const std::string_view> html_feature_names() {
    static const std::vector<std::string_view> names = make_names();
    return names;
}

float declared_share_of(std::span<const float> row) { return row[body_share]; }

std::vector<float> html_features_of(const HtmlSurvey& survey, const PageSurvey& page, const std::vector<LineLook>& looks,
                                    const DeclaredBody& declared, std::string_view title, const std::vector<float>& text_odds) {
    return HtmlGatherer(survey, page, looks, declared, title).gather(text_odds);
}

}  // namespace depesche
