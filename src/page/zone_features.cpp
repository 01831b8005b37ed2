#include "page/zone_features.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/utf8.h"
#include "page/page_survey.h"
#include "page/zone_feature_list.h"
#include "page/zone_parts.h"

namespace depesche {
namespace {

#define DEPESCHE_FEATURE_ID(name) name,
enum Feature : FeatureId { DEPESCHE_ZONE_FEATURES(DEPESCHE_FEATURE_ID) feature_end };
#undef DEPESCHE_FEATURE_ID

#define DEPESCHE_FEATURE_NAME(name) #name,
constexpr std::array<std::string_view, feature_end> names = {DEPESCHE_ZONE_FEATURES(DEPESCHE_FEATURE_NAME)};
#undef DEPESCHE_FEATURE_NAME

// Cues come as features of the line (short or long), of the line before and of the line behind it.
enum class CueOf : unsigned char { line, long_line, before, behind };
constexpr std::array<std::string_view, 4> cue_places = {"is", "long", "before", "behind"};

FeatureId cue_feature(CueOf place, std::size_t cue) {
    return static_cast<FeatureId>(feature_end + static_cast<std::size_t>(place) * cue_count + cue);
}

// The features of one page as they are gathered, line by line.
class Gatherer {
public:
    Gatherer(const PageSurvey& page, const std::vector<PageLine>& lines, const std::vector<LineLook>& looks, const BylineReader& bylines,
             bool english)
        : lines_(lines), looks_(looks), bylines_(bylines), page_(page), out_(lines.size()), strange_dates_(!english) {}

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
    [[nodiscard]] bool is(std::size_t i, Cue cue) const { return has(looks_[i].cues, cue); }

    void shape(std::size_t i) {
        const LineLook& look = looks_[i];
        set(i, always);
        const std::uint32_t n = look.letters;
        set(i, n <= 15    ? chars_to_15
               : n <= 30  ? chars_to_30
               : n <= 60  ? chars_to_60
               : n <= 100 ? chars_to_100
               : n <= 160 ? chars_to_160
               : n <= 260 ? chars_to_260
                          : chars_more);
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
        set(i, quote_whole, look.begins_quote && look.letters < 140 && ends_quote(page_.view(i)));
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
        if (look.date_line || look.name_line || look.led_byline || look.credit_line || look.ends_credit || look.wire_credit || look.html)
            return false;
        Cues furniture = look.cues;
        for (const Cue harmless :
             {Cue::captionmark, Cue::translated, Cue::note, Cue::byline, Cue::updated, Cue::published, Cue::authorabout, Cue::source})
            furniture.reset(static_cast<std::size_t>(harmless));
        return furniture.none();
    }

    void content(std::size_t i) {
        const LineLook& look = looks_[i];
        set(i, date_line, look.date_line && look.has_date);
        set(i, has_date, look.has_date && !look.date_line);
        set(i, clock_alone, look.date_line && !look.has_date);
        const bool day_above = i > 0 && looks_[i - 1].date_line && looks_[i - 1].has_date && !looks_[i - 1].has_clock;
        set(i, clock_below_date, look.date_line && !look.has_date && day_above);
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
        const bool any_prose = page_.prose_from(0) > 0;
        set(i, indent_more, any_prose && line.indent > page_.prose_indent());
        set(i, indent_less, any_prose && line.indent < page_.prose_indent());
        set(i, blank_before, line.blank_before);
        set(i, blank_after, line.blank_after);
        set(i, blanks_both, line.blank_before && line.blank_after);
        set(i, tight_page, page_.blanks() * 8 < lines_.size());
        set(i, page_first, i == 0);
        set(i, page_top, i > 0 && i < 4);
        set(i, page_last, i + 1 == lines_.size());
    }

    void repeats(std::size_t i) {
        const std::string_view line = page_.view(i);
        const std::string_view above = i > 0 ? page_.view(i - 1) : std::string_view{};
        const std::size_t common = std::min({line.size(), above.size(), std::size_t{60}});
        set(i, begins_like_before, common >= 30 && line.substr(0, common) == above.substr(0, common));
        const std::size_t times = page_.times(i);
        const std::size_t before = seen_[line]++;
        set(i, repeated, times == 2 && before == 0);
        set(i, repeats_earlier, before == 1);
        const bool title_like = is_headline_like(i) && page_.shared(i) > 0.5;
        set(i, repeats_often, times > 2 && !title_like);
        set(i, repeats_title, times > 1 && title_like);
        set(i, repeated_next, i + 1 < lines_.size() && page_.times(i + 1) == 2);
    }

    void subject(std::size_t i) {
        const bool prose_line = looks_[i].prose();
        const double share = page_.shared(i);
        if (share < 0) return;
        const FeatureId none = prose_line ? prose_shares_nothing : shares_nothing;
        const FeatureId some = prose_line ? prose_shares_some : shares_some;
        const FeatureId much = prose_line ? prose_shares_much : shares_much;
        const double low = prose_line ? 0.1 : 0.15;
        const double high = prose_line ? 0.3 : 0.55;
        set(i, share < low ? none : share < high ? some : much);
    }

    void core(std::size_t i) {
        if (page_.core_begin() >= lines_.size()) return;
        set(i, before_core, i < page_.core_begin());
        set(i, close_before_core, i < page_.core_begin() && page_.core_begin() - i <= 10);
        set(i, far_before_core, i + 30 < page_.core_begin());
        set(i, in_core, i >= page_.core_begin() && i < page_.core_end());
        set(i, core_begin, i == page_.core_begin());
        set(i, after_core, i >= page_.core_end());
        set(i, paragraph, looks_[i].prose() && looks_[i].letters >= 260);
    }

    // A crosshead has several paragraphs below it, a teaser has one short text.
    void runs(std::size_t i) {
        const LineLook& look = looks_[i];
        const std::uint32_t run = page_.run(i);
        set(i, run_of_one, run == 1);
        set(i, run_of_two, run == 2);
        set(i, run_of_many, run > 2);
        set(i, run_next_one, run == 0 && page_.run(i + 1) == 1);
        set(i, run_next_many, run == 0 && page_.run(i + 1) > 1);
        set(i, short_prose, run > 0 && look.letters < 260);
        set(i, much_shorter_prose, run > 0 && look.letters * 2 < page_.usual_paragraph());
        set(i, teaser_row, page_.teaser_row(i));
        set(i, ended, ended_);
        const bool credit_behind = look.prose() && page_.view(i).ends_with(")") && look.letters > 40 && has_end_credit(i);
        const bool long_run = run > 1 && look.letters * 3 > page_.usual_paragraph() * 2;
        if (long_run) ended_ = false;
        const bool text_above = page_.prose_from(0) > page_.prose_from(i);
        const bool mark = look.wire_credit || credit_behind || is(i, Cue::authorabout) || is(i, Cue::copyright) || is(i, Cue::topics) ||
                          is(i, Cue::comments) || is(i, Cue::source);
        if (text_above && mark) ended_ = true;
    }
    [[nodiscard]] bool has_end_credit(std::size_t i) const { return !end_credit_in(page_.view(i), bylines_).empty(); }

    void people(std::size_t i) {
        const LineLook& look = looks_[i];
        if (look.letters > 400 || look.name_line || look.led_byline) return;
        const std::string_view line = page_.view(i);
        const bool named =
            std::ranges::any_of(page_.authors(), [&](const std::string& name) { return line.find(name) != std::string_view::npos; });
        set(i, names_author, named);
        set(i, names_author_late, named && page_.prose_from(i + 1) == 0);
        set(i, cited, page_.cited(i));
        const bool to_reader = is(i, Cue::address) && !look.begins_quote;
        set(i, address_line, to_reader);
        set(i, after_address, i > 0 && is(i - 1, Cue::address) && !looks_[i - 1].begins_quote);
    }

    void neighbours(std::size_t i) {
        const bool before = i > 0;
        const bool behind = i + 1 < lines_.size();
        const std::uint32_t rest = page_.prose_from(i + 1);
        set(i, prose_before, before && page_.prose(i - 1));
        set(i, prose_two_before, (before && page_.prose(i - 1)) || (i > 1 && page_.prose(i - 2)));
        set(i, prose_next, page_.prose(i + 1));
        set(i, prose_next_two, page_.prose(i + 1) || page_.prose(i + 2));
        set(i, prose_all_around, before && page_.prose(i - 1) && page_.prose(i + 1));
        const bool any = page_.prose_from(0) > 0;
        set(i, no_prose_before, any && page_.prose_from(0) == rest + (page_.prose(i) ? 1U : 0U));
        set(i, no_prose_after, any && rest == 0);
        set(i, little_prose_after, rest > 0 && rest * 5 < page_.prose_from(0));
        set(i, much_prose_after, rest * 2 >= page_.prose_from(0) && rest >= 2);
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
        const bool text_again = looks_[i].prose() && !looks_[i].html && (page_.run(i) > 1 || looks_[i].letters >= 300);
        if (text_again) since_related_ = since_topics_ = since_gallery_ = nowhere;
        if (!heading) return;
        if (is(i, Cue::related)) since_related_ = i;
        if (is(i, Cue::comments) && page_.prose_from(0) >= page_.prose_from(i) + 2) since_comments_ = i;
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
    const std::vector<PageLine>& lines_;
    const std::vector<LineLook>& looks_;
    const BylineReader& bylines_;
    const PageSurvey& page_;
    std::vector<std::vector<FeatureId>> out_;
    bool strange_dates_;  // a date with the month first is strange on a page that is not English
    std::unordered_map<std::string_view, std::size_t> seen_;
    bool ended_ = false;  // the text above had an end mark
    bool keypoints_listed_ = false;
    std::size_t since_related_ = nowhere;
    std::size_t since_comments_ = nowhere;
    std::size_t since_topics_ = nowhere;
    std::size_t since_keypoints_ = nowhere;
    std::size_t since_authorbox_ = nowhere;
    std::size_t since_gallery_ = nowhere;
};

}  // namespace

std::vector<std::vector<FeatureId>> markup_features_of(const HtmlSurvey& survey) {
    std::vector<std::vector<FeatureId>> features(survey.size());
    constexpr int own = 6;  // the line's own element and the two above it
    for (std::size_t i = 0; i < features.size(); ++i) {
        const MarkupPlace& place = survey.place(i);
        const auto& nearness = survey.nearness(i);
        const auto near = [&](MarkupCue cue, int least) { return nearness[static_cast<std::size_t>(cue)] >= least; };
        const auto set = [&](FeatureId feature, bool on) {
            if (on) features[i].push_back(feature);
        };
        const bool within = survey.main() != no_element && survey.way_from_main(i).up == 0;
        set(html_page, true);
        set(html_heading, place.tag >= MarkupTag::heading_2 && place.tag <= MarkupTag::heading_4);
        set(html_title, place.tag == MarkupTag::heading_1);
        set(html_paragraph, place.tag == MarkupTag::paragraph && place.linked < 0.5F);
        set(html_item, place.tag == MarkupTag::list_item);
        const bool credit = near(MarkupCue::credit, 8);
        set(html_credit, credit);
        set(html_caption, !credit && (place.tag == MarkupTag::caption || near(MarkupCue::caption, own)));
        set(html_picture, near(MarkupCue::picture, own));
        set(html_kicker, near(MarkupCue::kicker, 7));
        set(html_standfirst, near(MarkupCue::standfirst, 7));
        set(html_author, near(MarkupCue::author, own));
        set(html_date, near(MarkupCue::date, 7));
        set(html_comment, place.comment);
        set(html_teaser, near(MarkupCue::teaser, own) || (near(MarkupCue::teaser, 2) && !within));
        set(html_furniture, near(MarkupCue::navigation, 3) || near(MarkupCue::footer, 3) || near(MarkupCue::share, own) ||
                                near(MarkupCue::newsletter, 4) || near(MarkupCue::cookie, 3) || place.hidden);
        set(html_keypoints, near(MarkupCue::keypoints, 4));
        set(html_text, within && near(MarkupCue::text, 5) && !near(MarkupCue::standfirst, 5));
        set(html_main, within);
        set(html_outside, survey.main() != no_element && !within);
    }
    return features;
}

std::size_t feature_count() { return feature_end + cue_places.size() * cue_count; }

std::string feature_name(FeatureId feature) {
    if (feature < feature_end) return std::string(names[feature]);
    const std::size_t rest = feature - feature_end;
    return std::string(cue_places[rest / cue_count]) + ":" + std::string(name_of(static_cast<Cue>(rest % cue_count)));
}

std::vector<std::vector<FeatureId>> features_of(const PageSurvey& page, const std::vector<PageLine>& lines,
                                                const std::vector<LineLook>& looks, const BylineReader& bylines,
                                                std::string_view language) {
    return Gatherer(page, lines, looks, bylines, language == "en").gather();
}

}  // namespace depesche
