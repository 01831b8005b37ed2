// Versions: which stored pages are one piece, which is the newest, what was changed. Invented outlets and texts.
#include <random>

#include <gtest/gtest.h>

#include "brief/versions.h"

namespace depesche {
namespace {

const std::string piece =
    "Lastkahn rammt Hafenbrücke\n"
    "Die alte Hafenbrücke in Nordstadt ist am Montag nach einem Sturm gesperrt worden, wie die Stadtverwaltung am Nachmittag mitteilte. "
    "Drei Menschen wurden leicht verletzt.\n"
    "Ein losgerissener Lastkahn hatte die Brücke in der Nacht getroffen. Die Feuerwehr sicherte das Schiff mit Seilen am Ufer, die Polizei "
    "sperrte die Zufahrten. Wann die Brücke wieder geöffnet wird, ist offen.\n";

std::vector<Span> lines(std::string_view text) {
    std::vector<Span> found;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        if (end > begin) found.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
        begin = end + 1;
    }
    return found;
}

VersionInput input(const std::string& text, std::string_view id, std::string_view outlet = "Hafenblick", std::string_view address = {}) {
    VersionInput in;
    in.page_id = id;
    in.outlet = outlet;
    in.address = address;
    in.text = text;
    in.passages = lines(text);
    return in;
}

std::string replaced(std::string text, std::string_view words, std::string_view by) {
    return text.replace(text.find(words), words.size(), by);
}

std::string said(const VersionInput& older, const VersionInput& newer) {
    std::string all;
    for (const VersionChange& change : changes_between(older, newer)) {
        all.append("[").append(older.text.substr(change.before.begin, change.before.size())).append("|");
        all.append(newer.text.substr(change.after.begin, change.after.size())).append("]");
    }
    return all;
}

using Groups = std::vector<std::vector<std::uint32_t>>;

TEST(Versions, TheSameAddressIsOnePieceWhateverTheTextSays) {
    const std::string other = "Ganz andere Worte stehen hier.";
    const std::vector<VersionInput> inputs = {input(piece, "a", "Hafenblick", "https://www.hafenblick.example/kahn?utm_source=x"),
                                              input(other, "b", "Hafenblick", "http://hafenblick.example/kahn/#oben"),
                                              input(other, "c", "Hafenblick", "https://hafenblick.example/kahn?seite=2")};
    EXPECT_EQ(find_versions(inputs), (Groups{{1, 0}, {2}}));
}

TEST(Versions, TheAddressOfASiteIsNoPiecesAddress) {
    const std::string other = "Ganz andere Worte stehen hier.";
    const std::vector<VersionInput> inputs = {input(piece, "a", "", "https://hafenblick.example/"),
                                              input(other, "b", "", "https://hafenblick.example")};
    EXPECT_EQ(find_versions(inputs).size(), 2U);
}

TEST(Versions, NearlyTheSameTextOfOneOutletIsOnePiece) {
    const std::string longer = piece + "Am Abend teilte die Reederei mit, dass sie den Schaden an der Brücke bezahlen werde.\n";
    EXPECT_EQ(find_versions(std::vector{input(piece, "a"), input(longer, "b")}).size(), 1U);
    EXPECT_EQ(find_versions(std::vector{input(piece, "a"), input(replaced(piece, "Drei", "Vier"), "b")}).size(), 1U);
}

TEST(Versions, TheSameTextOfTwoOutletsIsTwoReports) {
    EXPECT_EQ(find_versions(std::vector{input(piece, "a"), input(piece, "b", "Nordkurier")}).size(), 2U);
    EXPECT_EQ(find_versions(std::vector{input(piece, "a", ""), input(piece, "b", "")}).size(), 2U)
        << "an unknown outlet is not the same as another";
}

TEST(Versions, AnotherPieceOfTheOutletIsNoVersion) {
    const std::string other =
        "Fähre fährt wieder\nDie Fähre zwischen Nordstadt und Südufer fährt seit Dienstag wieder nach Plan, wie die Reederei mitteilte. "
        "Sie war nach "
        "dem Sturm zwei Tage lang ausgefallen, weil der Anleger beschädigt war. Fahrgäste müssen weiter mit Wartezeiten rechnen, sagte ein "
        "Sprecher.\n";
    EXPECT_EQ(find_versions(std::vector{input(piece, "a"), input(other, "b")}).size(), 2U);
}

TEST(Versions, TheNewestIsToldByUpdateThenByCrawlThenById) {
    std::vector<VersionInput> inputs = {input(piece, "a"), input(piece, "b"), input(piece, "c")};
    EXPECT_EQ(find_versions(inputs), (Groups{{2, 1, 0}}));
    inputs[1].crawled = "2025-05-12T18:00:00Z";
    inputs[2].crawled = "2025-05-12T17:00:00Z";
    EXPECT_EQ(find_versions(inputs), (Groups{{1, 2, 0}}));
    inputs[0].published = parse_iso("2025-05-12T10:00:00+02:00");
    inputs[2].published = parse_iso("2025-05-12T10:00:00+02:00");
    inputs[0].updated = parse_iso("2025-05-12T15:00:00+02:00");
    EXPECT_EQ(find_versions(inputs), (Groups{{0, 2, 1}}));
}

TEST(Versions, ChangesAreListedWordByWord) {
    const std::string newer = replaced(replaced(piece, "Drei Menschen wurden leicht", "Vier Menschen wurden schwer"), "mit Seilen ", "");
    EXPECT_EQ(said(input(piece, "a"), input(newer, "b")), "[Drei|Vier][leicht|schwer][mit Seilen|]");
    EXPECT_EQ(said(input(piece, "a"), input(piece + "Der Schaden ist hoch.", "b")), "[|Der Schaden ist hoch.]");
    EXPECT_EQ(said(input(piece, "a"), input(piece, "b")), "");
    EXPECT_EQ(said(input("Eins zwei drei", "a"), input("eins, zwei: drei!", "b")), "") << "marks and case are no change";
}

TEST(Versions, AChangeOverSeveralParagraphsIsOneForEach) {
    EXPECT_EQ(said(input("a b", "a"), input("a b\nc d\ne f", "b")), "[|c d][|e f]");
}

// The slow twin: the least number of words to take out and put in, by the table of all pairs.
std::size_t least_edits(const std::string& a, const std::string& b) {
    std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) cost[i][j] = i + j;
            else if (a[i - 1] == b[j - 1]) cost[i][j] = cost[i - 1][j - 1];
            else cost[i][j] = 1 + std::min(cost[i - 1][j], cost[i][j - 1]);
        }
    }
    return cost[a.size()][b.size()];
}

TEST(Versions, ChangesAreTheShortestEditOnSmallRandomTexts) {
    std::mt19937 random(7);
    for (int round = 0; round < 300; ++round) {
        std::string letters[2];
        std::string text[2];
        for (int side = 0; side < 2; ++side) {
            const auto size = random() % 12;
            for (std::size_t i = 0; i < size; ++i) {
                letters[side] += static_cast<char>('a' + random() % 3);
                text[side].append(1, letters[side].back()).append(" ");
            }
        }
        const VersionInput older = input(text[0], "a");
        const VersionInput newer = input(text[1], "b");
        const std::vector<VersionChange> changes = changes_between(older, newer);
        std::size_t edits = 0;  // letters and blanks alternate, so that a span of n bytes holds half as many words
        for (const VersionChange& change : changes) edits += (change.before.size() + 1) / 2 + (change.after.size() + 1) / 2;
        EXPECT_GE(edits, least_edits(letters[0], letters[1])) << text[0] << "| " << text[1];
        EXPECT_EQ(edits == 0, letters[0] == letters[1]);
        EXPECT_LE(edits, least_edits(letters[0], letters[1]) * 3)
            << "one equal word on both sides between two changes joins them: " << text[0] << "| " << text[1];
    }
}

TEST(Versions, TextsThatDifferEverywhereEndSoon) {
    std::string a;
    std::string b;
    for (int i = 0; i < 30'000; ++i) {
        a.append("wort").append(std::to_string(i)).append(" ");
        b.append("satz").append(std::to_string(i)).append(" ");
    }
    const auto changes = changes_between(input(a, "a"), input(b, "b"));
    ASSERT_EQ(changes.size(), 1U);
    EXPECT_EQ(find_versions(std::vector<VersionInput>(2000, input(piece, "a"))).size(), 1U);
}

}  // namespace
}  // namespace depesche
