#include "read/json_lines.h"

#include <gtest/gtest.h>

#include <vector>

namespace depesche {
namespace {

struct Lines {
    std::vector<Record> records;
    std::vector<std::size_t> numbers;
    std::vector<Error> errors;
};

Lines read(std::string_view text) {
    Lines lines;
    for_each_record(
        text, "f.jsonl",
        [&](Record record, std::size_t number) {
            lines.records.push_back(std::move(record));
            lines.numbers.push_back(number);
        },
        [&](Error error) { lines.errors.push_back(std::move(error)); });
    return lines;
}

TEST(JsonLines, GivesStringsDecodedAndNumbersAsWritten) {
    const Lines lines = read("{\"a\": \"\\u00fc\\n\", \"n\": 12, \"t\": true, \"z\": null, \"l\": [1]}\r\n\n{\"a\": \"b\"}");
    ASSERT_EQ(lines.records.size(), 2U);
    EXPECT_EQ(lines.records[0].get("a"), "ü\n");
    EXPECT_EQ(lines.records[0].get("n"), "12");
    EXPECT_EQ(lines.records[0].get("t"), "true");
    EXPECT_EQ(lines.records[0].get("z"), "");
    EXPECT_EQ(lines.records[0].get("l"), "");
    EXPECT_EQ(lines.numbers, (std::vector<std::size_t>{1, 3}));
}

TEST(JsonLines, ABadLineCostsOnlyItself) {
    const Lines lines = read("{\"a\": 1}\n{\"a\": \n[1]\n\"text\"\n{\"a\": 2}\n{\"a\": \"\xFF\"}\n");
    EXPECT_EQ(lines.records.size(), 2U);
    ASSERT_EQ(lines.errors.size(), 4U);
    EXPECT_EQ(lines.errors[0].place, "f.jsonl:2");
    EXPECT_EQ(lines.errors[3].place, "f.jsonl:6");
}

TEST(JsonLines, DeepNestingIsRefusedNotFollowed) {
    EXPECT_EQ(read("{\"a\": " + std::string(100'000, '[') + "\n{\"b\": 1}\n").errors.size(), 1U);
}

}  // namespace
}  // namespace depesche
