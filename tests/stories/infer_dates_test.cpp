// Publication dates that a page does not show: inferred from two supports, never guessed from one.
#include <deque>

#include <gtest/gtest.h>

#include "stories/infer_dates.h"

namespace depesche {
namespace {

struct Word {
    std::string text;
    std::optional<int> weekday;
    std::optional<int> days;
    std::string date;  // a full date that stands there
    bool background = false;
};

// Reports of one story with the times of their texts as marks/ gives them.
class StoryOfReports {
public:
    void add(std::string text, const std::string& published, const std::vector<Word>& words) {
        texts_.push_back(std::move(text));
        const std::string& stored = texts_.back();
        Article article;
        article.language = "de";
        if (!published.empty()) article.published = DateField{*parse_iso(published), {{Span{0, 3}, "date line"}}};
        articles_.push_back(std::move(article));
        const auto line = static_cast<std::uint32_t>(stored.find('\n'));
        std::vector<Passage> passages = {{{0, line}, PassageKind::headline},
                                         {{line + 1, static_cast<std::uint32_t>(stored.size())}, PassageKind::body}};
        marks_.push_back(make_mark_text(stored, passages, std::nullopt, *languages_.find("de")));
        std::vector<Time> times;
        std::size_t from = 0;
        for (const Word& word : words) {
            const std::size_t at = stored.find(word.text, from);
            EXPECT_NE(at, std::string::npos) << word.text;
            from = at + word.text.size();
            Time time;
            time.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(from)};
            time.weekday = word.weekday;
            time.days_from_publication = word.days;
            time.background = word.background;
            time.relative = word.date.empty();
            if (!word.date.empty()) time.moment = parse_iso(word.date);
            times.push_back(time);
        }
        times_.push_back(std::move(times));
    }

    std::vector<InferredDate> infer() const {
        std::vector<ReportDates> reports;
        for (std::size_t i = 0; i < articles_.size(); ++i) reports.push_back({&articles_[i], &marks_[i], times_[i]});
        return infer_dates(reports);
    }

    std::string cited(const std::pair<std::uint32_t, Span>& evidence) const {
        return texts_[evidence.first].substr(evidence.second.begin, evidence.second.size());
    }

private:
    Languages languages_;
    std::deque<std::string> texts_;
    std::deque<Article> articles_;
    std::deque<MarkText> marks_;
    std::deque<std::vector<Time>> times_;
};

constexpr int tuesday = 1;
constexpr int wednesday = 2;
constexpr int saturday = 5;

TEST(InferDates, YesterdayWithItsWeekdayAndADatedReportGiveTheDay) {
    StoryOfReports story;
    story.add("Brücke in Talheim stürzt ein\nDie Brücke stürzte am Samstag ein.", "2026-03-07T18:00",
              {{"Samstag", saturday, {}, "2026-03-07"}});
    story.add("Der Morgen danach\nGestern, am Samstag, stürzte die Brücke ein.", "",
              {{"Gestern", {}, -1, ""}, {"Samstag", saturday, {}, ""}});
    const auto dates = story.infer();
    ASSERT_EQ(dates.size(), 1U);
    EXPECT_EQ(dates[0].report, 1U);
    EXPECT_EQ(to_iso(dates[0].day), "2026-03-08");
    ASSERT_GE(dates[0].evidence.size(), 2U);
    EXPECT_EQ(story.cited(dates[0].evidence[0]), "Gestern, am Samstag");
    EXPECT_EQ(dates[0].evidence[1].first, 0U);
}

TEST(InferDates, ThisTuesdayIsTheDayOfPublication) {
    StoryOfReports story;
    story.add("Gipfel beginnt\nDer Gipfel begann.", "2026-03-10", {});
    story.add("Auf dem Gipfel\nAn diesem Dienstag tritt er vor die Tür.", "", {{"Dienstag", tuesday, {}, ""}});
    const auto dates = story.infer();
    ASSERT_EQ(dates.size(), 1U);
    EXPECT_EQ(to_iso(dates[0].day), "2026-03-10");
}

TEST(InferDates, AWeekdayStillToComeAndAReportOfThatDayGiveIt) {
    StoryOfReports story;
    story.add("Königin kommt\nSie wird am Dienstag erwartet.", "2026-03-10T09:00", {{"Dienstag", tuesday, {}, "2026-03-10"}});
    story.add("Königin in der Stadt\nAm Dienstag trifft sich die Königin mit dem Rat.", "", {{"Dienstag", tuesday, {}, ""}});
    const auto dates = story.infer();
    ASSERT_EQ(dates.size(), 1U);
    EXPECT_EQ(to_iso(dates[0].day), "2026-03-10");
    EXPECT_EQ(dates[0].evidence.size(), 2U);
}

TEST(InferDates, WhatIsToldAsOverGivesNoDay) {
    StoryOfReports story;
    story.add("Brand in Talheim\nEs brannte.", "2026-03-10", {});
    story.add("Nach dem Brand\nAm Dienstag wurde das Haus zerstört.", "", {{"Dienstag", tuesday, {}, ""}});
    EXPECT_TRUE(story.infer().empty());
}

TEST(InferDates, AWeekdayAloneGivesNoDay) {
    StoryOfReports story;
    story.add("Königin in der Stadt\nAm Dienstag trifft sich die Königin mit dem Rat.", "", {{"Dienstag", tuesday, {}, ""}});
    EXPECT_TRUE(story.infer().empty());
}

TEST(InferDates, YesterdayWithoutAWeekdayGivesNoDay) {
    StoryOfReports story;
    story.add("Brand in Talheim\nEs brannte.", "2026-03-10", {});
    story.add("Nach dem Brand\nGestern wurde das Haus zerstört.", "", {{"Gestern", {}, -1, ""}});
    EXPECT_TRUE(story.infer().empty());
}

TEST(InferDates, SupportsThatDisagreeGiveNoDay) {
    StoryOfReports story;
    story.add("Brand in Talheim\nEs brannte.", "2026-03-10", {});
    story.add("Nach dem Brand\nGestern, am Dienstag, brannte es. Der heutige Dienstag wird lang.", "",
              {{"Gestern", {}, -1, ""}, {"Dienstag", tuesday, {}, ""}, {"heutige Dienstag", tuesday, 0, ""}});
    EXPECT_TRUE(story.infer().empty());
}

TEST(InferDates, AWeekdayFarFromAllDatedReportsIsTakenFromTheNearest) {
    StoryOfReports story;
    story.add("Brand in Talheim\nEs brannte.", "2026-03-11", {});
    story.add("Brand in Talheim, eine Bilanz\nEs brannte.", "2026-03-19", {});
    story.add("Nach dem Brand\nGestern, am Dienstag, brannte es.", "", {{"Gestern", {}, -1, ""}, {"Dienstag", tuesday, {}, ""}});
    const auto dates = story.infer();
    ASSERT_EQ(dates.size(), 1U);
    EXPECT_EQ(to_iso(dates[0].day), "2026-03-11");
}

TEST(InferDates, TheDateOfTheNamedDayOnThePageIsASecondSupport) {
    StoryOfReports story;
    story.add("Nach dem Brand\nGestern, am Dienstag, brannte es. Schon am Dienstag, 10. März 2026, gab es Rauch.", "",
              {{"Gestern", {}, -1, ""}, {"Dienstag", tuesday, {}, ""}, {"Dienstag, 10. März 2026", tuesday, {}, "2026-03-10"}});
    const auto dates = story.infer();
    ASSERT_EQ(dates.size(), 1U);
    EXPECT_EQ(to_iso(dates[0].day), "2026-03-11");
}

TEST(InferDates, WhatASpeakerCallsYesterdayIsNotThePages) {
    StoryOfReports story;
    story.add("Brand in Talheim\nEs brannte.", "2026-03-10", {});
    story.add("Nach dem Brand\n„Gestern, am Dienstag, sah ich Rauch“, sagt sie.", "",
              {{"Gestern", {}, -1, ""}, {"Dienstag", tuesday, {}, ""}});
    EXPECT_TRUE(story.infer().empty());
}

TEST(InferDates, ALaterDayToldAsOverContradicts) {
    StoryOfReports story;
    story.add("Königin kommt\nSie kommt.", "2026-03-10T09:00", {});
    story.add("Königin in der Stadt\nAm Dienstag trifft sich die Königin mit dem Rat. Es regnet. Am Mittwoch reiste sie ab.", "",
              {{"Dienstag", tuesday, {}, ""}, {"Mittwoch", wednesday, {}, ""}});
    EXPECT_TRUE(story.infer().empty());
}

TEST(InferDates, BackgroundDaysAreNoSupport) {
    StoryOfReports story;
    story.add("Königin kommt\nSie kommt.", "2026-03-10T09:00", {});
    story.add("Königin in der Stadt\nAm Dienstag trifft sie den Rat.", "", {{"Dienstag", tuesday, {}, "", true}});
    EXPECT_TRUE(story.infer().empty());
}

TEST(InferDates, ADatedReportIsLeftAlone) {
    StoryOfReports story;
    story.add("Königin kommt\nAn diesem Dienstag kommt sie.", "2026-03-09", {{"Dienstag", tuesday, {}, ""}});
    story.add("Königin kommt\nSie kommt.", "2026-03-10T09:00", {});
    EXPECT_TRUE(story.infer().empty());
}

TEST(InferDates, ManyWeekdaysInOneLineEndSoon) {
    StoryOfReports story;
    story.add("Königin kommt\nSie kommt.", "2026-03-10T09:00", {});
    std::string text = "Alle Tage\n";
    std::vector<Word> words;
    for (int i = 0; i < 20000; ++i) {
        text += "am Dienstag „und ";
        words.push_back({"Dienstag", tuesday, {}, ""});
    }
    story.add(text, "", words);
    EXPECT_LE(story.infer().size(), 1U);
}

}  // namespace
}  // namespace depesche
