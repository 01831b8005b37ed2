#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <depesche/depesche.h>

#include "show/json_writer.h"
#include "show/sample.h"

namespace depesche {
namespace {

using Json = nlohmann::json;

Json sample_json() { return Json::parse(to_json(sample::brief())); }

TEST(BriefAsJson, NamesFormatProgramAndPages) {
    const Json json = sample_json();
    EXPECT_EQ(json["format"], "depesche-brief/1");
    EXPECT_EQ(json["program"], "depesche " + std::string(version()));
    ASSERT_EQ(json["pages"].size(), 5U);
    EXPECT_EQ(json["pages"][0]["page"], "pages/000_hafenblatt.txt");
    EXPECT_EQ(json["pages"][0]["path"], "pages/000_hafenblatt.txt");
    EXPECT_EQ(json["pages"][0]["sha256"], std::string(64, 'a'));
    EXPECT_EQ(json["pages"][0]["url"], "https://hafenblatt.example/brand-1");
    EXPECT_EQ(json["pages"][0]["crawled"], "2025-03-12T20:11:00Z");
    EXPECT_TRUE(json["pages"][2]["url"].is_null());
    EXPECT_TRUE(json["pages"][3]["outlet"].is_null());
}

TEST(BriefAsJson, HasEveryFieldOfAStoryThatScriptsRead) {
    const Json json = sample_json();
    ASSERT_EQ(json["stories"].size(), 2U);
    const Json& story = json["stories"][0];
    for (const char* name : {"id", "headline", "topic", "reports", "origins", "copies", "keypoints", "quotes", "differences", "unsure",
                             "timeline", "people", "places", "gaps", "when", "where"}) {
        EXPECT_TRUE(story.contains(name)) << name;
    }
    EXPECT_EQ(story["headline_at"]["text"], "Großbrand in Lagerhalle am Osthafen");
    EXPECT_TRUE(json["stories"][1]["topic"].is_null());
}

TEST(BriefAsJson, ReportsCarryTheirTimeWithEvidence) {
    const Json report = sample_json()["stories"][0]["reports"][3];
    EXPECT_EQ(report["page"], "pages/002_tagwerk.txt");
    EXPECT_EQ(report["outlet"], "Tagwerk");
    EXPECT_EQ(report["published"]["value"], "2025-03-12");
    EXPECT_EQ(report["published"]["inferred"], true);
    EXPECT_EQ(report["published"]["evidence"].size(), 2U);
    EXPECT_EQ(report["published"]["evidence"][1]["page"], "pages/001_kuestenkurier.txt");
    EXPECT_TRUE(report["updated"]["value"].is_null());
    EXPECT_EQ(report["agencies"], Json::array({"NPA"}));
}

TEST(BriefAsJson, OriginsNamePagesAndUnknownNamesAreNull) {
    const Json origins = sample_json()["stories"][0]["origins"];
    EXPECT_EQ(origins[0]["name"], "NPA");
    EXPECT_EQ(origins[0]["kind"], "agency");
    EXPECT_EQ(origins[0]["reports"], Json::array({"pages/001_kuestenkurier.txt", "pages/002_tagwerk.txt", "pages/000_hafenblatt.txt"}));
    EXPECT_EQ(origins[0]["evidence"][1]["text"], "(NPA)");
    EXPECT_TRUE(origins[2]["name"].is_null());
}

TEST(BriefAsJson, CopiesHaveBothSidesWhereThereAreTwo) {
    const Brief brief = sample::brief();
    const Json copies = sample_json()["stories"][0]["copies"];
    EXPECT_EQ(copies[0]["from"], "pages/001_kuestenkurier.txt");
    EXPECT_EQ(copies[0]["to"], "pages/000_hafenblatt.txt");
    EXPECT_EQ(copies[0]["begin"], brief.stories[0].copies[0].taken.bytes.begin);
    EXPECT_EQ(copies[0]["end"], brief.stories[0].copies[0].taken.bytes.end);
    EXPECT_EQ(copies[0]["from_begin"], brief.stories[0].copies[0].source->bytes.begin);
    EXPECT_EQ(copies[0]["from_end"], brief.stories[0].copies[0].source->bytes.end);
    EXPECT_TRUE(copies[2]["from"].is_null());
    EXPECT_FALSE(copies[2].contains("from_begin"));
}

TEST(BriefAsJson, KeyPointsQuotesDifferencesAndTimeline) {
    const Json story = sample_json()["stories"][0];
    EXPECT_EQ(story["keypoints"][0]["origins"], 2);
    EXPECT_EQ(story["keypoints"][0]["support"].size(), 4U);
    const Json& quote = story["quotes"][0];
    EXPECT_EQ(quote["speaker"], "Ylva Brandt");
    EXPECT_EQ(quote["drift"], true);
    EXPECT_EQ(quote["versions"][0]["text"], "Wir haben keine Hinweise auf Brandstiftung.");
    EXPECT_EQ(quote["versions"][0]["via"], "Hafenblatt");
    EXPECT_EQ(quote["versions"][0]["continues"], false);
    EXPECT_EQ(quote["versions"][1]["text"], "Die Halle war leer.");
    EXPECT_EQ(quote["versions"][1]["continues"], true);
    EXPECT_EQ(quote["versions"][0]["speaker_spans"][0]["text"], "Ylva Brandt");
    EXPECT_EQ(quote["versions"][0]["confidence_percent"], 93);
    EXPECT_TRUE(story["quotes"][1]["speaker"].is_null());
    EXPECT_TRUE(story["quotes"][1]["versions"][0]["via"].is_null());
    EXPECT_EQ(story["differences"][0]["kind"], "figure");
    EXPECT_EQ(story["differences"][0]["values"][1]["value"], "14");
    EXPECT_EQ(story["differences"][0]["values"][1]["mentions"][0]["text"], "14 Menschen");
    EXPECT_EQ(story["unsure"][0]["kind"], "place");
    EXPECT_EQ(story["timeline"][0]["when"], "2014");
    EXPECT_EQ(story["timeline"][0]["background"], true);
    EXPECT_EQ(story["people"][0]["spellings"].size(), 3U);
    EXPECT_EQ(story["gaps"][1]["page"], "pages/003_morgenbote.txt");
    EXPECT_TRUE(story["gaps"][2]["page"].is_null());
}

TEST(BriefAsJson, ShownStandsOnlyWhereItDiffersFromTheStoredText) {
    Brief brief = sample::brief();
    brief.stories[0].headline_at->text = "Gro&szlig;brand in Lagerhalle am Osthafen";
    const Json story = Json::parse(to_json(brief))["stories"][0];
    EXPECT_EQ(story["headline_at"]["shown"], "Großbrand in Lagerhalle am Osthafen");
    EXPECT_FALSE(story["reports"][0]["title_at"].contains("shown"));
}

TEST(BriefAsJson, AMentionIsOneLine) {
    const std::string json = to_json(sample::brief());
    EXPECT_NE(
        json.find("{\"page\": \"pages/001_kuestenkurier.txt\", \"begin\": 0, \"end\": 28, \"text\": \"Feuer im Hafen: 14 Verletzte\"}"),
        std::string::npos);
}

TEST(BriefAsJson, IsTheSameBytesEveryTime) { EXPECT_EQ(to_json(sample::brief()), to_json(sample::brief())); }

TEST(BriefAsJson, AnEmptyBriefIsWhole) {
    const Json json = Json::parse(to_json(Brief{}));
    EXPECT_EQ(json["stories"], Json::array());
    EXPECT_EQ(json["pages"], Json::array());
}

TEST(BriefAsJson, AnyBytesGiveValidJson) {
    Brief brief = sample::brief();
    std::string all;
    for (int c = 0; c < 256; ++c) all += static_cast<char>(c);
    brief.stories[0].headline = all;
    brief.problems[0].piece = all;
    const Json json = Json::parse(to_json(brief));
    const std::string headline = json["stories"][0]["headline"];
    EXPECT_EQ(headline.substr(0, 128), all.substr(0, 128));
    EXPECT_EQ(headline.substr(128, 3), "\uFFFD");
}

// The slow twin: nlohmann's writer on the same strings.
TEST(JsonWriter, EscapesAsAnotherWriterDoes) {
    for (const std::string text : {"", "a\"b\\c/d", "\x01\x1f\x7f", "\n\t\r\b\f", "äöü€😀", "\xC3", "\xE2\x82 x", "</script>"}) {
        JsonWriter writer;
        writer.value(std::string_view(text));
        const Json parsed = Json::parse(writer.take());
        EXPECT_EQ(parsed, Json::parse(Json(text).dump(-1, ' ', false, Json::error_handler_t::replace))) << text;
    }
}

TEST(JsonWriter, EmptyContainersTakeNoLine) {
    JsonWriter writer;
    writer.begin_object(JsonLayout::lines);
    writer.key("a");
    writer.begin_array(JsonLayout::lines);
    writer.end_array();
    writer.key("b");
    writer.begin_array(JsonLayout::one_line);
    writer.value(1U);
    writer.null();
    writer.end_array();
    writer.end_object();
    EXPECT_EQ(writer.take(), "{\n \"a\": [],\n \"b\": [1, null]\n}\n");
}

}  // namespace
}  // namespace depesche
