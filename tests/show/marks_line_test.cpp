// The line of `depesche marks`: it is written by hand, so it must read as the JSON it stands for.
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "read/encoding.h"
#include "show/lines.h"

namespace depesche {
namespace {

TEST(MarksLine, StringsOfAnyKindReadAsTheyAre) {
    const SourceText text = decode("Der Rat \"tagt\".", Encoding::utf8).source;
    Marks marks;
    Figure figure;
    figure.value = 4.5e9;
    figure.upper = 5e9;
    figure.unit = "EUR\\\"\n";
    figure.of = "bürger";
    figure.update = true;
    marks.figures.push_back(figure);
    for (const std::string id : {"plain", "a\"b\\c", "Übersee\t", "\x01", ""}) {
        const auto line = nlohmann::json::parse(marks_line(id, text, marks, MarkKinds()));
        EXPECT_EQ(line.at("id"), id);
        const auto& read = line.at("figures").at(0);
        EXPECT_EQ(read.at("unit"), figure.unit);
        EXPECT_EQ(read.at("of"), figure.of);
        EXPECT_EQ(read.at("value"), figure.value);
        EXPECT_EQ(read.at("upper"), *figure.upper);
        EXPECT_EQ(read.at("update"), true);
    }
}

TEST(MarksLine, KindsThatAreNotAskedForAreLeftOut) {
    const SourceText text = decode("Am Montag.", Encoding::utf8).source;
    Marks marks;
    marks.times.push_back({});
    MarkKinds kinds{false, true, false, false};
    EXPECT_EQ(marks_line("a", text, marks, kinds), R"({"id":"a","times":[{"begin":0,"end":0,"type":"DATE","value":null}]})");
}

TEST(MarksLine, ADurationCountedFromThePublicationSaysWhereItLeads) {
    const SourceText text = decode("Vor zwei Wochen.", Encoding::utf8).source;
    Marks marks;
    Time time;
    time.span = {4, 15};
    time.type = TimeType::duration;
    time.value = "P2W";
    time.relative = true;
    time.moment = parse_iso("2024-06-04");
    marks.times.push_back(time);
    MarkKinds kinds{false, true, false, false};
    EXPECT_EQ(marks_line("a", text, marks, kinds),
              R"({"id":"a","times":[{"begin":4,"end":15,"type":"DURATION","value":"P2W","reaches":"2024-06-04"}]})");
}

}  // namespace
}  // namespace depesche
