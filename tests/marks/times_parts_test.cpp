// The parts that time expressions and figures are made of.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "base/utf8.h"
#include "marks/number_lower.h"
#include "marks/number_words.h"
#include "marks/time_calendar.h"
#include "marks/time_items.h"
#include "marks/time_patterns.h"
#include "marks/time_resolver.h"
#include "marks/time_tense.h"

namespace depesche {
namespace {

const Languages& languages() {
    static const Languages all;
    return all;
}

Day day(int year, int month, int number) { return *make_day(year, month, number); }

TEST(LowerWord, AgreesWithTheSlowTwinOnSeededRandomText) {
    std::mt19937 random(7);
    const std::string_view pieces[] = {"A", "z", "Ä", "ö", "ß", "×", "É", "Ç", "Ž", "Ω", "-", "9", "’", "ẞ", "İ", "Þ", "÷"};
    for (int round = 0; round < 3000; ++round) {
        std::string word;
        for (unsigned i = random() % 8; i > 0; --i) word += pieces[random() % std::size(pieces)];
        EXPECT_EQ(lower_word(word), to_lower(word)) << word;
    }
}

// The slow twin: say every number in German by the rule of the language, and read it back.
std::string say(int n) {
    const char* ones[] = {"",     "ein", "zwei",  "drei",     "vier",     "fünf",     "sechs",    "sieben",   "acht",     "neun",
                          "zehn", "elf", "zwölf", "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"};
    const char* tens[] = {"", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"};
    if (n >= 1000) return say(n / 1000).append("tausend").append(say(n % 1000));
    if (n >= 100) return std::string(ones[n / 100]).append("hundert").append(say(n % 100));
    if (n < 20) return ones[n];
    return std::string(ones[n % 10]).append(n % 10 > 0 ? "und" : "").append(tens[n / 10]);
}

TEST(NumberWords, ReadsEveryGermanNumberItIsTold) {
    const NumberWords words(languages().fallback());
    for (int n = 1; n < 20000; ++n) {
        ASSERT_TRUE(words.parse(say(n))) << say(n);
        EXPECT_EQ(*words.parse(say(n)), n) << say(n);
    }
}

TEST(NumberWords, HalvesAreReadAndOtherWordsAreNone) {
    const NumberWords words(languages().fallback());
    EXPECT_EQ(words.parse("eineinhalb"), 1.5);
    EXPECT_EQ(words.parse("zweieinhalb"), 2.5);
    EXPECT_EQ(words.parse("zwanzigdrei"), 23);  // the order is not checked
    for (const char* word : {"", "achtung", "einheit", "und", "dreist", "zweifel", "hundertein-", "elfe"})
        EXPECT_FALSE(words.parse(word)) << word;
    EXPECT_FALSE(words.parse(std::string(10000, 'e')));
}

TEST(Calendar, EasterIsWhereTheChurchesPutIt) {
    EXPECT_EQ(*easter(2024), day(2024, 3, 31));
    EXPECT_EQ(*easter(2025), day(2025, 4, 20));
    EXPECT_EQ(*easter(1961), day(1961, 4, 2));
    EXPECT_EQ(*easter(2038), day(2038, 4, 25));
    EXPECT_FALSE(easter(1500));
    EXPECT_EQ(*feast_day("easter+49", 2024), day(2024, 5, 19));
    EXPECT_EQ(*feast_day("12-25", 2024), day(2024, 12, 25));
    EXPECT_FALSE(feast_day("02-30", 2024));
}

TEST(Calendar, WeeksAreThoseOfIso8601) {
    EXPECT_EQ(value_of(day(2024, 6, 18), TimeUnit::week), "2024-W25");
    EXPECT_EQ(value_of(day(2021, 1, 3), TimeUnit::week), "2020-W53");
    EXPECT_EQ(value_of(day(2024, 12, 30), TimeUnit::week), "2025-W01");
    EXPECT_EQ(value_of(day(2024, 6, 18), TimeUnit::weekend), "2024-W25-WE");
    EXPECT_EQ(value_of(day(1995, 4, 7), TimeUnit::century), "19");
    EXPECT_EQ(value_of(day(1995, 4, 7), TimeUnit::decade), "199");
}

TEST(Calendar, MonthsAreCutToTheirLastDayAndYearsStayInRange) {
    EXPECT_EQ(*add_units(day(2024, 1, 31), 1, TimeUnit::month), day(2024, 2, 29));
    EXPECT_EQ(*add_units(day(2024, 2, 29), -1, TimeUnit::year), day(2023, 2, 28));
    EXPECT_FALSE(add_units(day(2024, 1, 31), -90000, TimeUnit::year));
    EXPECT_FALSE(add_units(day(9999, 12, 31), 1, TimeUnit::day));
    EXPECT_FALSE(make_day(2024, 2, 31));
}

TEST(Durations, AreWrittenAsTimeMlWritesThem) {
    EXPECT_EQ(duration_value(3, TimeUnit::day), "P3D");
    EXPECT_EQ(duration_value(1.5, TimeUnit::year), "P1.5Y");
    EXPECT_EQ(duration_value(48, TimeUnit::hour), "PT48H");
    EXPECT_EQ(duration_value(-1, TimeUnit::week), "PXW");
    EXPECT_EQ(duration_value(2, TimeUnit::decade), "P2DE");
}

struct Prepared {
    explicit Prepared(std::string_view words)
        : text(words),
          marked(make_mark_text(text, {{{0, static_cast<std::uint32_t>(text.size())}, PassageKind::body}}, std::nullopt,
                                languages().fallback())),
          lexicon(languages().fallback()),
          patterns(languages().fallback(), lexicon),
          items(time_items(marked, lexicon, languages().fallback())) {}
    std::string text;
    MarkText marked;
    TimeLexicon lexicon;
    TimePatterns patterns;
    std::vector<TimeItem> items;
};

TEST(TimeItems, NumbersAreCutAtTheirMarksUnlessTheyAreGrouped) {
    EXPECT_EQ(Prepared("18.06.2024").items.size(), 5U);
    EXPECT_EQ(Prepared("14-tägige").items.size(), 3U);
    EXPECT_EQ(Prepared("1980er-Jahren").items.size(), 4U);
    const Prepared grouped("11.000 Jahre");
    ASSERT_EQ(grouped.items.size(), 2U);
    EXPECT_EQ(grouped.items[0].number, 11000);
}

TEST(TimeItems, CoverTheWordsInOrder) {
    const Prepared all("Am 18.06.2024 um 20.30 Uhr, die 14-tägige Frist (1980er-Jahre) – ab 3’500 m.");
    for (std::size_t i = 1; i < all.items.size(); ++i) EXPECT_GE(all.items[i].span.begin, all.items[i - 1].span.end);
}

TEST(TimePatterns, ALineEndIsNeverCrossed) {
    const Prepared split("19.\nJuni");
    PatternMatch match;
    split.patterns.match(split.items, 0, match);
    EXPECT_EQ(match.pattern, nullptr);
}

// Every row of every language's table makes as many groups as it names actions, and every action is one that gives values.
TEST(TimePatterns, EveryRowIsAPatternWithAsManyGroupsAsActions) {
    for (const Language& language : languages().all()) {
        for (const Row& row : data_rows("languages/" + language.code + "/time-patterns.tsv")) {
            ASSERT_EQ(row.size(), 2U) << row[0];
            const auto groups = std::ranges::count(row[1], '['), closed = std::ranges::count(row[1], ']');
            EXPECT_EQ(groups, closed) << row[1];
            EXPECT_EQ(std::ranges::count(row[0], ' ') + 1, groups) << row[1];
        }
    }
}

Tense tense_of(std::string_view sentence, std::string_view word) {
    const Prepared prepared(sentence);
    const TenseFinder finder(languages().fallback());
    const std::size_t begin = sentence.find(word);
    for (std::uint32_t i = 0; i < prepared.items.size(); ++i) {
        if (prepared.items[i].span.begin == begin) return finder.at(prepared.text, prepared.items, i);
    }
    return Tense::unknown;
}

TEST(Tense, TheNearestVerbDecides) {
    EXPECT_EQ(tense_of("Am Freitag wird der Rat abstimmen.", "Freitag"), Tense::future);
    EXPECT_EQ(tense_of("Am Freitag stimmte der Rat ab.", "Freitag"), Tense::past);
    EXPECT_EQ(tense_of("Am Freitag hat der Rat abgestimmt.", "Freitag"), Tense::past);
    EXPECT_EQ(tense_of("Am Freitag ist Ruhe.", "Freitag"), Tense::unknown);
    // A clause is not seen: the verb of the other clause is nearer here.
    EXPECT_EQ(tense_of("Der Plan, den der Rat am Freitag soll prüfen, wie er sagte.", "Freitag"), Tense::future);
}

TEST(Resolver, WithoutAPublicationWeekdaysStayOpen) {
    TimeFields fields;
    fields.weekday = 1;
    const auto found = resolve_time("weekday", fields, {});
    ASSERT_TRUE(found);
    EXPECT_TRUE(found->value.empty());
    EXPECT_EQ(found->weekday, 1);
    EXPECT_FALSE(found->moment);
}

TEST(Resolver, UnknownActionsGiveNothing) { EXPECT_FALSE(resolve_time("none", {}, {})); }

TEST(Resolver, CountsFarOutOfRangeGiveNoMoment) {
    TimeFields fields;
    fields.count = 99999;
    fields.unit = TimeUnit::year;
    TimeContext context;
    context.published = day(2024, 6, 18);
    const auto found = resolve_time("duration:-", fields, context);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->value, "P99999Y");
    EXPECT_FALSE(found->moment);
}

}  // namespace
}  // namespace depesche
