#include "marks/times.h"

#include <algorithm>
#include <string>

#include "marks/time_items.h"
#include "marks/time_patterns.h"
#include "marks/time_resolver.h"
#include "marks/time_tense.h"

namespace depesche {
namespace {

constexpr std::uint32_t sentences_back = 2;  // how far a day that was named before still counts

// All that one language's tables say.
struct TimeRules {
    explicit TimeRules(const Language& language)
        : code(language.code),
          lexicon(language),
          counted(lexicon.class_of("not-after-year")),
          before_year(lexicon.class_of("year-before")),
          since(lexicon.class_of("since")),
          the(lexicon.class_of("the")),
          patterns(language, lexicon),
          tense(language) {}
    std::string_view code;
    TimeLexicon lexicon;
    ClassId counted;      // what stands behind a number that is no year
    ClassId before_year;  // "seit", "bis": what follows is a year, however round
    ClassId since, the;   // "seit", "dem": what follows is past
    TimePatterns patterns;
    TenseFinder tense;
};

// One text from its first item to its last; keeps the days that were named.
class Reading {
public:
    Reading(const MarkText& text, const Language& language, const TimeRules& rules)
        : text_(text),
          rules_(rules),
          items_(time_items(text, rules.lexicon, language)),
          published_(text.published ? day_of(*text.published) : std::nullopt) {}

    std::vector<Time> run() {
        PatternMatch match;
        for (std::uint32_t at = 0; at < items_.size();) {
            rules_.patterns.match(items_, at, match);
            prefer_longer(at, match);
            if (match.pattern == nullptr || is_inside_word(match)) {
                ++at;
                continue;
            }
            add(match);
            at = std::max(at + 1, match.end);
        }
        settle_today();
        return std::move(times_);
    }

private:
    // "Im [März]" begins before "[März 1992]", which says more: where the expression itself begins, a longer one may.
    void prefer_longer(std::uint32_t at, PatternMatch& match) const {
        if (match.pattern == nullptr) return;
        const auto first = std::ranges::find_if(match.taken, [](const Taken& taken) { return taken.group >= 0; });
        if (first == match.taken.end() || first->item == at) return;
        PatternMatch longer;
        rules_.patterns.match(items_, first->item, longer);
        if (longer.pattern != nullptr && longer.end > match.end) match = std::move(longer);
    }

    // "Ersatz-Dienstag", "Sonntags-Zeitung": part of a longer word, unless the pattern itself asks for the hyphen.
    bool is_inside_word(const PatternMatch& match) const {
        const std::uint32_t at = match.taken.front().item;
        auto is_hyphen = [&](std::uint32_t i) {
            return i < items_.size() && items_[i].touching && text_.text[items_[i].span.begin] == '-';
        };
        const bool before = at >= 2 && items_[at].touching && is_hyphen(at - 1) && items_[at - 2].is_word;
        const std::uint32_t end = match.taken.back().item + 1;
        const bool after =
            is_hyphen(end) && end + 1 < items_.size() && items_[end + 1].touching && items_[end + 1].is_word && match.end == end;
        return before || after;
    }

    void add(const PatternMatch& match) {
        const auto groups = static_cast<int>(match.pattern->actions.size());
        std::vector<TimeFields> fields;
        for (int group = 0; group < groups; ++group) fields.push_back(fields_of(items_, match, group));
        for (int group = groups - 2; group >= 0; --group)
            inherit(fields[static_cast<std::size_t>(group)], fields[static_cast<std::size_t>(group) + 1]);
        for (int group = 0; group < groups; ++group) add_group(match, group, fields[static_cast<std::size_t>(group)]);
    }

    void add_group(const PatternMatch& match, int group, const TimeFields& fields) {
        const std::string_view action = match.pattern->actions[static_cast<std::size_t>(group)];
        std::uint32_t first = 0, last = 0;
        bool any = false;
        for (const Taken& taken : match.taken) {
            if (taken.group != group) continue;
            if (!any) first = taken.item;
            last = taken.item;
            any = true;
        }
        if (!any || (action == "year" && !is_year(first))) return;
        auto found = resolve_time(action, fields, context(first));
        if (!found) return;
        if (is_behind_midnight(*found, first)) put_day_later(*found);
        if (night_ && found_day(*found) && last_.day == found_day(*found)) put_before_midnight(*found);
        Time time{{items_[first].span.begin, items_[last].span.end},
                  found->type,
                  found->value,
                  found->moment,
                  found->weekday,
                  found->days_from_publication,
                  found->relative,
                  found->background};
        redate_clock(*found, first);
        if (found_clock(*found) && action.starts_with("clock") && !context(first).same_sentence)
            free_clock_ = {static_cast<std::uint32_t>(times_.size()), items_[first].sentence, last};
        if (!is_since(first)) remember(*found, first, fields, action == "night-to");
        const bool of_day = action == "weekday" || (action == "offset" && fields.offset < 0) || action == "offset:-TNI";
        if (found->type == TimeType::time && !found_clock(*found))
            part_ = {action == "offset:-TNI" ? "TNI"
                     : fields.part.empty()   ? fields.text
                                             : fields.part,
                     items_[first].sentence, last, of_day};
        if (action == "today") todays_.push_back({static_cast<std::uint32_t>(times_.size()), first, last});
        times_.push_back(std::move(time));
    }

    // Four digits alone: a year, unless the word behind them is something counted.
    bool is_year(std::uint32_t at) const {
        const char before = at > 1 && items_[at].touching && items_[at - 2].digits > 0 ? text_.text[items_[at - 1].span.begin] : ' ';
        const bool slash = before == '/' || (before == '.' && items_[at - 1].touching);
        const bool number = at > 0 && items_[at - 1].digits > 0 && !items_[at].line_begin;
        if (slash || number) return false;  // "2023/2024", "32.13.2024", "0171 1950 33"
        if (at + 1 >= items_.size() || items_[at + 1].line_begin) return true;
        const TimeItem& next = items_[at + 1];
        if (next.touching && (text_.text[next.span.begin] == '-' || text_.text[next.span.begin] == '/')) return false;
        const bool round = static_cast<int>(items_[at].number) % 100 == 0;
        return !next.is(rules_.counted) && !(round && next.is_word && next.capital && !(at > 0 && items_[at - 1].is(rules_.before_year)));
    }

    TimeContext context(std::uint32_t at) const {
        TimeContext context;
        context.published = published_;
        const std::uint32_t sentence = items_[at].sentence;
        const Told& told = is_enclosed(at) ? before_last_ : last_;
        if (told.day && sentence - told.sentence <= sentences_back) context.last_day = told.day;
        if (told.day && sentence == told.sentence) context.same_sentence = told.day;
        if (last_year_ && sentence - last_year_sentence_ <= sentences_back) context.last_year = last_year_;
        if (dated_year_ && sentence - dated_year_sentence_ <= sentences_back) context.dated_year = dated_year_;
        constexpr std::uint32_t near_part = 4;  // words: "am Abend gegen kurz nach acht"
        if (part_.sentence == sentence && at > part_.item && at - part_.item <= near_part) context.part = part_.name;
        context.tense = is_since(at) ? Tense::past : rules_.tense.at(text_.text, items_, at);
        return context;
    }

    bool is_since(std::uint32_t at) const {
        return at > 0 && (items_[at - 1].is(rules_.since) || (at > 1 && items_[at - 1].is(rules_.the) && items_[at - 2].is(rules_.since)));
    }

    bool is_comma(std::uint32_t at) const { return !items_[at].is_word && text_.text[items_[at].span.begin] == ','; }

    // The last day was told in a clause between commas that is over by now: "Der Streik, der am 3. Mai begann, endete um vier Uhr."
    bool is_enclosed(std::uint32_t at) const {
        constexpr std::uint32_t least_behind = 2;  // words behind the comma: "am 3. Mai, um vier Uhr" goes on
        constexpr std::uint32_t farthest = 30;     // words that are looked at
        if (!last_.day || items_[last_.item].sentence != items_[at].sentence || last_.item >= at || at - last_.item > farthest)
            return false;
        bool opened = false;
        for (std::uint32_t i = last_.item; i > 0 && i + farthest > last_.item && !opened; --i)
            opened = items_[i - 1].sentence == items_[at].sentence && is_comma(i - 1);
        std::uint32_t behind = 0;
        for (std::uint32_t i = at; i > last_.item && !is_comma(i - 1); --i) ++behind;
        return opened && behind >= least_behind && behind + last_.item < at;
    }

    static std::optional<Day> found_day(const Resolved& found) {
        return found.moment && found.moment->has_clock() ? day_of(*found.moment) : std::nullopt;
    }

    // "At 2am on Sunday": the day behind a clock that had none before it in its sentence is the clock's.
    void redate_clock(const Resolved& found, std::uint32_t first) {
        constexpr std::uint32_t between = 1;  // words: "on", "am"
        if (found.type != TimeType::date || !found.moment || found.value.size() != 10 || !day_of(*found.moment)) return;
        if (!free_clock_ || free_clock_->sentence != items_[first].sentence || first - free_clock_->last > between + 1) return;
        Time& clock = times_[free_clock_->time];
        clock.moment->year = found.moment->year;
        clock.moment->month = found.moment->month;
        clock.moment->day = found.moment->day;
        clock.value.replace(0, found.value.size(), found.value);
        free_clock_.reset();
    }

    static bool found_clock(const Resolved& found) { return found.moment && found.moment->has_clock(); }

    // "Mittwochnacht, gegen vier Uhr": the night of a day goes on behind midnight.
    bool is_behind_midnight(const Resolved& found, std::uint32_t at) const {
        constexpr int first_of_day = 7;
        return part_.of_day && part_.name == "TNI" && part_.sentence == items_[at].sentence && found_clock(found) && !night_ &&
               found.moment->hour < first_of_day && last_.day == found_day(found) && found.value.size() >= 10;
    }

    static void put_day_later(Resolved& found) {
        const Moment day = from_day(*day_of(*found.moment) + std::chrono::days{1});
        if (!is_valid(day)) return;
        found.moment->year = day.year;
        found.moment->month = day.month;
        found.moment->day = day.day;
        found.value.replace(0, 10, to_iso(day));
    }

    // "In der Nacht zum Mittwoch, gegen 23 Uhr": still Tuesday.
    static void put_before_midnight(Resolved& found) {
        constexpr int noon = 12;
        if (found.moment->hour < noon || found.value.size() < 10) return;
        const Moment day = from_day(*day_of(*found.moment) - std::chrono::days{1});
        found.moment->year = day.year;
        found.moment->month = day.month;
        found.moment->day = day.day;
        found.value.replace(0, 10, to_iso(day));
    }

    // `night`: the words mean the night to a day; what is told next is of the day that it ends on.
    void remember(const Resolved& found, std::uint32_t item, const TimeFields& fields, bool night) {
        if (!found.moment || found.type == TimeType::duration) return;
        const std::uint32_t sentence = items_[item].sentence;
        if (auto day = day_of(*found.moment)) {
            if (night) *day += std::chrono::days{1};
            if (night || day != last_.day) night_ = night;
            before_last_ = last_;
            last_ = {day, sentence, item};
        }
        const bool year_ago = fields.shift && *fields.shift < 0 && found.moment->month == 0;  // "letztes Jahr"
        if (fields.year > 0 || year_ago || (found.relative && last_year_ && found.moment->year == *last_year_)) {
            last_year_ = found.moment->year;
            last_year_sentence_ = sentence;
            if (found.moment->month > 0 || fields.year == 0) {
                dated_year_ = last_year_;
                dated_year_sentence_ = sentence;
            }
        }
    }

    struct Today {
        std::uint32_t time = 0, first = 0, last = 0;
    };

    // "Heute" is the day in a report that counts in days, and "these days" where past and present are compared.
    void settle_today() {
        const bool days = std::ranges::any_of(times_, [](const Time& time) {
            return (time.days_from_publication && *time.days_from_publication != 0 && *time.days_from_publication >= -2) ||
                   (time.weekday && time.relative);
        });
        for (const Today& today : todays_) {
            if (days || has_clock_beside(today)) continue;
            Time& time = times_[today.time];
            time.value = "PRESENT_REF";
            time.moment.reset();
        }
    }

    std::uint32_t sentence_begin(std::uint32_t item) const { return text_.tokens.sentences[items_[item].sentence].span.begin; }

    // "Heute um 20 Uhr", "at 8pm (2000 GMT) today".
    bool has_clock_beside(const Today& today) const {
        constexpr std::uint32_t behind = 40;  // bytes
        const std::uint32_t from = items_[today.last].span.end;
        const auto next = std::ranges::lower_bound(times_, from, {}, [](const Time& time) { return time.span.begin; });
        if (next != times_.end() && next->type == TimeType::time && next->span.begin < from + behind) return true;
        constexpr std::uint32_t most_back = 8;  // expressions, so that a sentence of "heute heute" stays linear
        for (std::uint32_t t = today.time; t > 0 && t + most_back > today.time;
             --t) {  // in the same sentence, or right before: "Von 9 bis 17 Uhr ist heute zu"
            const Time& last = times_[t - 1];
            const bool same = last.span.begin >= sentence_begin(today.first);
            if (!same) break;
            if (last.type == TimeType::time && last.moment && last.moment->has_clock()) return true;
        }
        return false;
    }

    const MarkText& text_;
    const TimeRules& rules_;
    std::vector<TimeItem> items_;
    std::optional<Day> published_;
    std::vector<Time> times_;
    std::vector<Today> todays_;
    // A day that the text told of, and where.
    struct Told {
        std::optional<Day> day;
        std::uint32_t sentence = 0, item = 0;
    };
    Told last_, before_last_;
    // The last part of a day that was said, and where.
    struct Part {
        std::string_view name;
        std::uint32_t sentence = 0, item = 0;
        bool of_day = false;  // "Mittwochnacht", "gestern Abend"
    };
    Part part_;
    // A clock without a day before it in its sentence: the time, its sentence and its last word.
    struct FreeClock {
        std::uint32_t time = 0, sentence = 0, last = 0;
    };
    std::optional<FreeClock> free_clock_;
    bool night_ = false;  // the last day was named by the night that ends on it
    std::optional<int> last_year_, dated_year_;
    std::uint32_t last_year_sentence_ = 0, dated_year_sentence_ = 0;
};

}  // namespace

struct TimeFinder::Parts {
    std::vector<std::unique_ptr<TimeRules>> rules;
};

TimeFinder::TimeFinder(const Languages& languages) : parts_(std::make_unique<Parts>()) {
    for (const Language& language : languages.all()) parts_->rules.push_back(std::make_unique<TimeRules>(language));
}

TimeFinder::~TimeFinder() = default;

std::vector<Time> TimeFinder::find(const MarkText& text, const Language& language) const {
    const auto it = std::ranges::find_if(parts_->rules, [&](const auto& rules) { return rules->code == language.code; });
    if (it == parts_->rules.end()) return {};
    return Reading(text, language, **it).run();
}

}  // namespace depesche
