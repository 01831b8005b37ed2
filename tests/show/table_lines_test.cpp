#include "show/table_lines.h"

#include <array>
#include <vector>

#include <gtest/gtest.h>

namespace depesche {
namespace {

std::string csv(const std::vector<std::string_view>& cells) { return csv_line(cells); }

TEST(CsvLine, QuotesWhatRfc4180AsksFor) { EXPECT_EQ(csv({"a", "b,c", "d\"e", "f\ng", ""}), "a,\"b,c\",\"d\"\"e\",\"f\ng\",\r\n"); }

TEST(CsvLine, NoCellIsRunByASpreadsheet) {
    EXPECT_EQ(csv({"=1+1", "+++ Eilmeldung +++", "- weiter", "@SUMME(A1)", "\tx"}),
              "'=1+1,'+++ Eilmeldung +++,'- weiter,'@SUMME(A1),'\tx\r\n");
    EXPECT_EQ(csv({"=CMD(\"x\")"}), "\"'=CMD(\"\"x\"\")\"\r\n");
    EXPECT_EQ(csv({"a=b", "12", "„=“", "'="}), "a=b,12,„=“,'=\r\n");
}

TEST(JsonTableLine, NumbersFlagsAndListsAreWhatTheyAre) {
    const std::array<std::string_view, 6> columns = {"begin", "corrected", "authors", "agencies", "text", "via"};
    const std::array<std::string, 6> cells = {"17", "false", "Eva Groß\nJörg Wäßle", "", "=1", ""};
    EXPECT_EQ(json_table_line(columns, cells),
              "{\"begin\": 17, \"corrected\": false, \"authors\": [\"Eva Groß\", \"Jörg Wäßle\"], \"agencies\": [], \"text\": \"=1\", "
              "\"via\": null}\n");
}

}  // namespace
}  // namespace depesche
