#include <gtest/gtest.h>

#include <algorithm>
#include <deque>

#include "origins/articles.h"

namespace depesche {
namespace {

using test::part;

// A report whose passages, headings and credits are found by marks in the text: a line that begins with # is a heading, one with @
// holds a credit and is no passage.
struct Written {
    std::string text;
    std::vector<std::string> agencies;  // as they stand in the text, the first place counts
    bool author = false;
};

OriginText report(const std::string& outlet, const std::string& published, const Written& written) {
    static std::deque<std::string> kept;  // texts are views
    kept.push_back(written.text);
    OriginText out;
    out.id = outlet;
    out.outlet = outlet;
    out.published = parse_iso(published);
    out.text = kept.back();
    out.language = "de";
    out.has_author = written.author;
    for (std::size_t at = 0; at < written.text.size();) {
        const std::size_t end = std::min(written.text.find('\n', at), written.text.size());
        const Span line{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
        if (!line.empty() && written.text[at] != '@') out.passages.push_back(line);
        if (!line.empty() && written.text[at] == '#') out.headings.push_back(line);
        at = end + 1;
    }
    for (const std::string& agency : written.agencies) {
        const auto at = static_cast<std::uint32_t>(written.text.find(agency));
        out.agencies.push_back(agency);
        out.agency_spans.push_back({at, at + static_cast<std::uint32_t>(agency.size())});
    }
    return out;
}

std::vector<std::string> named(const Lineage& lineage) {
    std::vector<std::string> out;
    for (const Origin& origin : lineage.origins)
        out.push_back(std::string(name_of(origin.kind)) + " " + origin.name + " " + std::to_string(origin.carriers.size()));
    return out;
}

const std::string fire =
    "In einer Lagerhalle am Hafen von Nordersiel ist in der Nacht ein Großfeuer ausgebrochen.\n"
    "Nach Angaben der Feuerwehr waren 140 Einsatzkräfte mit drei Löschbooten vor Ort.\n"
    "Der Schaden wird auf vier Millionen Euro geschätzt, verletzt wurde niemand.\n";
const std::string own =
    "Hafenwirtin Greta Lohse hat die Flammen aus dem Fenster ihrer Kneipe gesehen und als Erste angerufen.\n"
    "Sie habe den Männern bis zum Morgen Suppe gekocht, erzählt sie unserer Redaktion, und zwei Hunde aufgenommen.\n"
    "Für den Nachmittag hat die Pächterin der Halle zu einem Gespräch eingeladen, das wir begleiten werden.\n";

TEST(Lineage, AgencyTextIsOneOriginThoughOnlyOneReportCreditsIt) {
    const Written first{fire + "@(dpa)", {"dpa"}, false};
    const Written second{fire, {}, false};
    const std::vector<OriginText> reports{report("Siel-Bote", "2026-02-01T06:00Z", second),
                                          report("Küstenkurier", "2026-02-01T07:00Z", first)};
    const Lineage lineage = trace_lineage(reports, Languages());
    EXPECT_EQ(named(lineage), std::vector<std::string>{"agency dpa 2"});
    for (std::uint32_t r = 0; r < 2; ++r) EXPECT_EQ(origin_at(lineage, r, {10, 60}), 0U);
}

TEST(Lineage, AnOutletWithReportingOfItsOwnIsAnOriginBesideTheAgency) {
    const Written first{fire + "@(dpa)", {"dpa"}, false};
    const Written second{own + fire, {}, true};
    const std::vector<OriginText> reports{report("Küstenkurier", "2026-02-01T06:00Z", first),
                                          report("Siel-Bote", "2026-02-01T09:00Z", second)};
    const Lineage lineage = trace_lineage(reports, Languages());
    EXPECT_EQ(named(lineage), (std::vector<std::string>{"agency dpa 2", "outlet Siel-Bote 1"}));
    EXPECT_EQ(origin_at(lineage, 1, {0, 60}), 1U);
}

TEST(Lineage, OneCreditWithTwoAgenciesIsOneOriginAndSoAreCreditsThatShareAName) {
    const Written both{fire + "@(APA/sda)", {"APA", "sda"}, false};
    EXPECT_EQ(named(trace_lineage(std::vector{report("Alpenpost", "2026-02-01T06:00Z", both)}, Languages())),
              std::vector<std::string>{"agency APA/sda 1"});
    const Written one{fire + "@(sda)", {"sda"}, false};
    const std::vector<OriginText> reports{report("Alpenpost", "2026-02-01T06:00Z", both), report("Seeblatt", "2026-02-01T07:00Z", one)};
    EXPECT_EQ(named(trace_lineage(reports, Languages())), std::vector<std::string>{"agency sda 2"});
}

TEST(Lineage, ACreditThatClosesAnEntryCoversThatEntryAlone) {
    const std::string text = "#10 Uhr Neues vom Abend\n" + own + "#9 Uhr Was bekannt ist\n" + fire +
                             "@(dpa)\n#8 Uhr Anfang\nWir berichten den ganzen Tag aus dem Hafen.\n";
    const std::vector<OriginText> reports{report("Siel-Bote", "2026-02-01T06:00Z", {text, {"dpa"}, false})};
    const Lineage lineage = trace_lineage(reports, Languages());
    EXPECT_EQ(named(lineage), (std::vector<std::string>{"outlet Siel-Bote 1", "agency dpa 1"}));
    ASSERT_FALSE(lineage.copies.empty());
    for (const Copy& copy : lineage.copies) {
        EXPECT_FALSE(copy.from.has_value());
        EXPECT_NE(fire.find(part(text, copy.span)), std::string::npos);
    }
}

TEST(Lineage, ADeskThatSignedBesideTheAgencyHasReportingOfItsOwn) {
    const std::vector<OriginText> reports{report("Siel-Bote", "2026-02-01T06:00Z", {own + fire + "@(gl/dpa)", {"dpa"}, false})};
    EXPECT_EQ(named(trace_lineage(reports, Languages())), (std::vector<std::string>{"outlet Siel-Bote 1", "agency dpa 1"}));
}

TEST(Lineage, TranslationsAndReleasesAreOriginsOfTheirOwnKind) {
    OriginText translated = report("Fernblick", "", {fire, {}, true});
    translated.translated_from = "Sundposten";
    OriginText release = report("Hafenblatt", "2026-02-01T06:00Z", {own, {}, false});
    release.release_of = "Hafen AG";
    EXPECT_EQ(named(trace_lineage(std::vector{translated, release}, Languages())),
              (std::vector<std::string>{"release Hafen AG 1", "translation Sundposten 1"}));
}

TEST(Lineage, ASharedTextThatNobodyCreditsBelongsToTheEarlierOutlet) {
    const std::vector<OriginText> reports{report("Tagblatt Nord", "2026-02-01T06:00Z", {fire, {}, false}),
                                          report("Tagblatt Süd", "2026-02-01T06:30Z", {fire, {}, false})};
    const Lineage lineage = trace_lineage(reports, Languages());
    EXPECT_EQ(named(lineage), std::vector<std::string>{"outlet Tagblatt Nord 2"});
    ASSERT_EQ(lineage.copies.size(), 1U);
    EXPECT_EQ(lineage.copies[0].from, 0U);
}

TEST(Lineage, APaperThatIsNamedAsTheSourceIsTheOriginThoughTheOtherCreditsAnAgencyToo) {
    const std::string second = "Wie der Küstenkurier berichtet, brannte es am Hafen.\n" + fire + "@(gl/dpa)";
    const std::vector<OriginText> reports{report("Küstenkurier", "2026-02-01T06:00Z", {fire, {}, true}),
                                          report("Siel-Bote", "2026-02-01T06:30Z", {second, {"dpa"}, false})};
    const Lineage lineage = trace_lineage(reports, Languages());
    const auto origin = origin_at(lineage, 0, {10, 60});
    ASSERT_TRUE(origin.has_value());
    EXPECT_EQ(lineage.origins[*origin].name, "Küstenkurier");
}

TEST(Lineage, NothingComesOfNothing) {
    EXPECT_TRUE(trace_lineage({}, Languages()).origins.empty());
    const Lineage one = trace_lineage(std::vector{report("Leerblatt", "", {"", {}, false})}, Languages());
    EXPECT_EQ(one.origins.size(), 1U);
    EXPECT_TRUE(one.copies.empty());
}

}  // namespace
}  // namespace depesche
