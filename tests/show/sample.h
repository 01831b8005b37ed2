// A brief as the rooms above would make it, by hand: an invented harbour fire in four reports of invented outlets, and a second
// story of one report. Everything that can be in a brief is in it once.
#pragma once

#include <string>
#include <string_view>

#include <depesche/brief.h>

namespace depesche::sample {

// The mention of the n-th place where `words` stand on page `page`; a page here is stored as it is read.
inline Mention at(const Brief& brief, std::uint32_t page, std::string_view words, int n = 0) {
    const std::string& text = brief.pages[page].text;
    std::size_t found = text.find(words);
    while (n-- > 0 && found != std::string::npos) found = text.find(words, found + 1);
    if (found == std::string::npos) throw std::string("not on the page: ") + std::string(words);
    const Span span{static_cast<std::uint32_t>(found), static_cast<std::uint32_t>(found + words.size())};
    return {page, span, span, std::string(words), std::string(words)};
}

inline std::vector<BriefPage> pages() {
    std::vector<BriefPage> pages(5);
    pages[0] = {
        "pages/000_hafenblatt.txt",
        std::string(64, 'a'),
        "https://hafenblatt.example/brand-1",
        "2025-03-12T20:11:00Z",
        "Hafenblatt",
        "utf-8",
        "Großbrand in Lagerhalle am Osthafen\n\nVon Meike Tarnow\n\n12.03.2025, 18:40 Uhr\n\n"
        "In einer Lagerhalle am Osthafen von Brunsiel ist am Mittwochmorgen ein Feuer ausgebrochen. Zwölf Menschen wurden verletzt, "
        "drei von ihnen schwer.\n\nHafenmeisterin Ylva Brandt sagte dem Hafenblatt: „Wir haben keine Hinweise auf Brandstiftung. "
        "Die Halle war leer.“\n\nDie Löscharbeiten dauerten bis zum Abend. Rund 140 Feuerwehrleute waren im Einsatz, teilte die Stadt "
        "mit.\n\n"
        "Bereits vor elf Jahren hatte es am Osthafen gebrannt, damals in einem Getreidesilo.\n"};
    pages[1] = {
        "pages/001_kuestenkurier.txt",
        std::string(64, 'b'),
        "https://kuestenkurier.example/osthafen",
        "2025-03-12T21:00:00Z",
        "Küstenkurier",
        "utf-8",
        "Feuer im Hafen: 14 Verletzte\n\nNPA/Küstenkurier – Mittwoch, 12. März 2025, 16.05 Uhr\n\n"
        "In einer Lagerhalle am Osthafen von Brunsiel ist am Mittwochmorgen ein Feuer ausgebrochen. 14 Menschen wurden verletzt.\n\n"
        "„Wir haben Hinweise auf Brandstiftung“, sagte Ylva Brandt dem Hafenblatt. Die Löscharbeiten dauerten bis zum Abend.\n"};
    pages[2] = {
        "pages/002_tagwerk.txt",
        std::string(64, 'c'),
        "",
        "",
        "Tagwerk",
        "utf-8",
        "Brunsiel: Brand im Osthafen gelöscht\n\n(NPA) In einer Halle am Osthafen von Brunsiel ist am Mittwoch ein Feuer ausgebrochen. "
        "Zwölf Menschen wurden verletzt. Die Löscharbeiten dauerten bis zum Abend.\n\nDie Ursache war zunächst unklar, so Brandt.\n"};
    pages[3] = {
        "pages/003_morgenbote.txt",
        std::string(64, 'd'),
        "https://morgenbote.example/hafen",
        "2025-03-13T06:00:00Z",
        "",
        "windows-1252",
        "Harbour fire injures twelve\n\nMarch 13, 2025\n\nA fire broke out in a warehouse in the eastern harbour of Brunsiel on Wednesday. "
        "\"We have no sign of arson,\" harbour master Ilva Brandt told Hafenblatt.\n\nThe port stays closed until Friday.\n"};
    pages[4] = {
        "pages/004_hafenblatt_alt.txt",
        std::string(64, 'e'),
        "",
        "",
        "Hafenblatt",
        "utf-8",
        "Hafenmeisterin Brandt stellt Ausbauplan vor\n\n3. Februar 2025\n\nYlva Brandt hat am Montag den Plan für den Westkai vorgestellt. "
        "Er kostet 31,5 Millionen Euro.\n"};
    return pages;
}

inline void add_reports(Brief& brief, Story& story) {
    story.reports = {
        {1,
         "Küstenkurier",
         "Feuer im Hafen: 14 Verletzte",
         at(brief, 1, "Feuer im Hafen: 14 Verletzte"),
         {},
         {"NPA"},
         {"2025-03-12T16:05", false, {at(brief, 1, "12. März 2025, 16.05 Uhr")}, "date line below the headline"},
         {}},
        {0,
         "Hafenblatt",
         "Großbrand in Lagerhalle am Osthafen",
         at(brief, 0, "Großbrand in Lagerhalle am Osthafen"),
         {"Meike Tarnow"},
         {},
         {"2025-03-12T18:40", false, {at(brief, 0, "12.03.2025, 18:40 Uhr")}, "date line"},
         {"2025-03-12T19:02", false, {at(brief, 0, "18:40 Uhr")}, "updated line"}},
        {3,
         "",
         "Harbour fire injures twelve",
         at(brief, 3, "Harbour fire injures twelve"),
         {},
         {},
         {"2025-03-13", false, {at(brief, 3, "March 13, 2025")}, "date line"},
         {}},
        {2,
         "Tagwerk",
         "Brunsiel: Brand im Osthafen gelöscht",
         at(brief, 2, "Brunsiel: Brand im Osthafen gelöscht"),
         {},
         {"NPA"},
         {"2025-03-12",
          true,
          {at(brief, 2, "am Mittwoch"), at(brief, 1, "Mittwoch, 12. März 2025")},
          "weekday on the page, dated report of the same story"},
         {}},
    };
}

inline void add_origins(Brief& brief, Story& story) {
    story.origins = {{"NPA", "agency", {1, 2, 0}, {at(brief, 1, "NPA"), at(brief, 2, "(NPA)")}},
                     {"Hafenblatt", "outlet", {0}, {at(brief, 0, "Die Halle war leer.")}},
                     {"", "translation", {3}, {}}};
    const std::string opening = "In einer Lagerhalle am Osthafen von Brunsiel ist am Mittwochmorgen ein Feuer ausgebrochen.";
    story.copies = {
        {1, 0, at(brief, 0, opening), at(brief, 1, opening), "NPA"},
        {1, 2, at(brief, 2, "Die Löscharbeiten dauerten bis zum Abend."), at(brief, 1, "Die Löscharbeiten dauerten bis zum Abend."), "NPA"},
        {std::nullopt, 3, at(brief, 3, "The port stays closed until Friday."), std::nullopt, ""}};
}

inline void add_claims(Brief& brief, Story& story) {
    story.keypoints = {{"In einer Lagerhalle am Osthafen von Brunsiel ist am Mittwochmorgen ein Feuer ausgebrochen.",
                        {at(brief, 1, "In einer Lagerhalle am Osthafen von Brunsiel ist am Mittwochmorgen ein Feuer ausgebrochen."),
                         at(brief, 0, "In einer Lagerhalle am Osthafen von Brunsiel ist am Mittwochmorgen ein Feuer ausgebrochen."),
                         at(brief, 2, "In einer Halle am Osthafen von Brunsiel ist am Mittwoch ein Feuer ausgebrochen."),
                         at(brief, 3, "A fire broke out in a warehouse in the eastern harbour of Brunsiel on Wednesday.")},
                        2,
                        {"NPA", ""}},
                       {"Rund 140 Feuerwehrleute waren im Einsatz, teilte die Stadt mit.",
                        {at(brief, 0, "Rund 140 Feuerwehrleute waren im Einsatz, teilte die Stadt mit.")},
                        1,
                        {"Hafenblatt"}}};
    BriefQuote arson{"Ylva Brandt", "Hafenmeisterin", "direct", true, {"keine → –"}, {}};
    arson.versions = {{at(brief, 0, "Wir haben keine Hinweise auf Brandstiftung."),
                       {at(brief, 0, "Die Halle war leer.")},
                       "Hafenblatt",
                       "Hafenblatt",
                       {at(brief, 0, "Ylva Brandt")},
                       0.93F},
                      {at(brief, 1, "Wir haben Hinweise auf Brandstiftung"), {}, "Hafenblatt", "", {at(brief, 1, "Ylva Brandt")}, 0.9F},
                      {at(brief, 3, "We have no sign of arson,"), {}, "Hafenblatt", "", {at(brief, 3, "Ilva Brandt")}, 0.8F}};
    BriefQuote cause{"", "", "indirect", false, {}, {{at(brief, 2, "Die Ursache war zunächst unklar"), {}, "", "", {}, 0.55F}}};
    story.quotes = {arson, cause};
    story.differences = {
        {"figure",
         "Verletzte",
         {{"12", {at(brief, 0, "Zwölf Menschen"), at(brief, 2, "Zwölf Menschen")}}, {"14", {at(brief, 1, "14 Menschen")}}}}};
    story.unsure = {
        {"place", "Ort", {{"Lagerhalle", {at(brief, 0, "Lagerhalle am Osthafen", 1)}}, {"Halle", {at(brief, 2, "Halle am Osthafen")}}}}};
}

inline void add_times_and_names(Brief& brief, Story& story) {
    story.when = {{"2025-03-12", {at(brief, 0, "am Mittwochmorgen"), at(brief, 1, "am Mittwochmorgen"), at(brief, 3, "on Wednesday")}}};
    story.where = {{"Brunsiel", {at(brief, 0, "Brunsiel"), at(brief, 1, "Brunsiel")}}, {"Osthafen", {at(brief, 2, "Osthafen")}}};
    story.timeline = {{"2014",
                       true,
                       "Bereits vor elf Jahren hatte es am Osthafen gebrannt, damals in einem Getreidesilo.",
                       {at(brief, 0, "Bereits vor elf Jahren hatte es am Osthafen gebrannt, damals in einem Getreidesilo.")},
                       {at(brief, 0, "vor elf Jahren")}},
                      {"2025-03-12",
                       false,
                       "In einer Lagerhalle am Osthafen von Brunsiel ist am Mittwochmorgen ein Feuer ausgebrochen.",
                       {at(brief, 1, "In einer Lagerhalle am Osthafen von Brunsiel ist am Mittwochmorgen ein Feuer ausgebrochen."),
                        at(brief, 0, "am Mittwochmorgen")},
                       {at(brief, 1, "am Mittwochmorgen")}}};
    story.people = {{"Ylva Brandt",
                     "Hafenmeisterin",
                     {"Ylva Brandt", "Brandt", "Ilva Brandt"},
                     {at(brief, 0, "Ylva Brandt"), at(brief, 1, "Ylva Brandt"), at(brief, 3, "Ilva Brandt")}}};
    story.places = {{"Brunsiel", "", {"Brunsiel"}, {at(brief, 0, "Brunsiel")}}, {"Osthafen", "", {"Osthafen"}, {at(brief, 0, "Osthafen")}}};
    story.gaps = {
        {"inferred date", "The date of this report is inferred", {at(brief, 2, "am Mittwoch")}, 2},
        {"no outlet", "The page does not say which outlet it is from", {}, 3},
        {"only copied", "Only the copied text says so", {at(brief, 1, "Die Löscharbeiten dauerten bis zum Abend.")}, std::nullopt}};
}

inline Brief brief() {
    Brief brief;
    brief.pages = pages();
    Story fire;
    fire.id = "s-000000000001";
    fire.headline = "Großbrand in Lagerhalle am Osthafen";
    fire.headline_at = at(brief, 0, "Großbrand in Lagerhalle am Osthafen");
    fire.topic = "t-1";
    add_reports(brief, fire);
    add_origins(brief, fire);
    add_claims(brief, fire);
    add_times_and_names(brief, fire);
    Story plan;
    plan.id = "s-000000000002";
    plan.headline = "Hafenmeisterin Brandt stellt Ausbauplan vor";
    plan.headline_at = at(brief, 4, "Hafenmeisterin Brandt stellt Ausbauplan vor");
    plan.reports = {{4,
                     "Hafenblatt",
                     plan.headline,
                     plan.headline_at,
                     {},
                     {},
                     {"2025-02-03", false, {at(brief, 4, "3. Februar 2025")}, "date line"},
                     {}}};
    plan.origins = {{"Hafenblatt", "outlet", {4}, {}}};
    plan.keypoints = {{"Er kostet 31,5 Millionen Euro.", {at(brief, 4, "Er kostet 31,5 Millionen Euro.")}, 1, {"Hafenblatt"}}};
    brief.stories = {fire, plan};
    brief.problems = {{Problem::bad_encoding, "3 bytes could not be decoded", "pages/003_morgenbote.txt", "\xEF\xBF\xBD"}};
    return brief;
}

}  // namespace depesche::sample
