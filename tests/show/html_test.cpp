#include <algorithm>
#include <map>
#include <regex>
#include <set>
#include <stack>

#include <gtest/gtest.h>

#include <depesche/depesche.h>

#include "base/hash.h"
#include "show/clean_text.h"
#include "show/hostile.h"
#include "show/html_writer.h"
#include "show/sample.h"

namespace depesche {
namespace {

constexpr auto german = OutputLanguage::german;
constexpr auto english = OutputLanguage::english;

bool has(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }

std::string between(const std::string& text, std::string_view begin, std::string_view end) {
    const std::size_t from = text.find(begin);
    if (from == std::string::npos) return {};
    const std::size_t inside = from + begin.size();
    return text.substr(inside, text.find(end, inside) - inside);
}

// One tag of the page: its name and attributes, read the way a browser reads what we write (all values quoted).
struct Tag {
    std::string name;
    bool closes = false;
    bool closes_itself = false;
    std::map<std::string, std::string> attributes;
};

// A strict reader: anything a lenient browser would have to guess at is a failure.
class Reader {
public:
    explicit Reader(const std::string& html) : html_(html) { read(); }
    std::vector<Tag> tags;
    std::string text;  // all text outside style and script, entities as they are
    std::vector<std::string> mistakes;

private:
    void read() {
        for (std::size_t at = 0; at < html_.size();) {
            if (html_[at] != '<') {
                text += html_[at++];
                continue;
            }
            at = html_.compare(at, 9, "<!DOCTYPE") == 0 ? html_.find('>', at) + 1 : read_tag(at);
        }
        if (!open_.empty()) mistakes.push_back("not closed: " + open_.top());
    }

    std::size_t read_tag(std::size_t at) {
        static const std::regex shape(R"re(<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s+[a-zA-Z-]+(?:="[^"<]*")?)*)\s*(/?)>)re");
        static const std::regex attribute(R"re(([a-zA-Z-]+)(?:="([^"]*)")?)re");
        std::smatch found;
        const std::string head = html_.substr(at, 6000);
        if (!std::regex_search(head, found, shape, std::regex_constants::match_continuous)) {
            mistakes.push_back("no tag: " + head.substr(0, 60));
            return at + 1;
        }
        Tag tag{found[2], found[1].length() > 0, found[4].length() > 0, {}};
        const std::string attributes = found[3];
        for (auto it = std::sregex_iterator(attributes.begin(), attributes.end(), attribute); it != std::sregex_iterator(); ++it) {
            if (!tag.attributes.emplace((*it)[1], (*it)[2]).second) mistakes.push_back("attribute twice: " + it->str());
        }
        tags.push_back(tag);
        nest(tag);
        std::size_t end = at + static_cast<std::size_t>(found.length());
        if (!tag.closes && (tag.name == "style" || tag.name == "script")) end = html_.find("</" + tag.name, end);
        return end;
    }

    void nest(const Tag& tag) {
        static const std::set<std::string> alone = {"meta", "br"};
        if (alone.contains(tag.name) || tag.closes_itself) return;
        if (!tag.closes) {
            open_.push(tag.name);
        } else if (open_.empty() || open_.top() != tag.name) {
            mistakes.push_back("closes " + tag.name + " inside " + (open_.empty() ? "nothing" : open_.top()));
        } else {
            open_.pop();
        }
    }

    const std::string& html_;
    std::stack<std::string> open_;
};

void expect_well_formed(const std::string& html) {
    const Reader reader(html);
    EXPECT_TRUE(reader.mistakes.empty()) << reader.mistakes.size() << ": " << reader.mistakes.front();
    std::set<std::string> ids;
    for (const Tag& tag : reader.tags) {
        const auto id = tag.attributes.find("id");
        if (id != tag.attributes.end()) {
            EXPECT_TRUE(ids.insert(id->second).second) << "id twice: " << id->second;
        }
    }
    for (const Tag& tag : reader.tags) {
        const auto link = tag.attributes.find("href");
        if (link != tag.attributes.end() && link->second.starts_with("#")) {
            EXPECT_TRUE(ids.contains(link->second.substr(1))) << link->second << " leads nowhere";
        }
    }
}

// Nothing that a browser would fetch, run or style but our own inline style and script.
void expect_harmless(const std::string& html) {
    static const std::set<std::string> allowed = {"html",    "head",    "meta",   "title", "style", "script", "body", "a",       "main",
                                                  "header",  "p",       "nav",    "ol",    "ul",    "li",     "b",    "article", "section",
                                                  "h2",      "h3",      "h4",     "div",   "span",  "dl",     "dt",   "dd",      "time",
                                                  "em",      "figure",  "svg",    "desc",  "g",     "path",   "text", "tspan",   "circle",
                                                  "details", "summary", "footer", "aside", "pre",   "button", "i"};
    const Reader reader(html);
    int scripts = 0;
    for (const Tag& tag : reader.tags) {
        EXPECT_TRUE(allowed.contains(tag.name)) << tag.name;
        scripts += tag.name == "script" && !tag.closes ? 1 : 0;
        for (const auto& [name, value] : tag.attributes) {
            EXPECT_FALSE(name.starts_with("on")) << name;
            EXPECT_TRUE(name != "src" && name != "style" && name != "srcset" && name != "formaction") << name;
            if (name == "href") {
                EXPECT_TRUE(tag.name == "a" && (value.starts_with("#") || value.starts_with("https://") || value.starts_with("http://")))
                    << value;
            }
        }
    }
    EXPECT_EQ(scripts, 1);
}

TEST(Html, IsWellFormedAndEveryReferenceLeadsToItsPage) {
    expect_well_formed(to_html(sample::brief(), german));
    expect_well_formed(to_html(sample::brief(), english));
    expect_well_formed(to_html(Brief{}, english));
}

TEST(Html, LoadsNothingAndRunsNothingButItsOwn) { expect_harmless(to_html(sample::brief(), german)); }

TEST(Html, ItsPolicyNamesStyleAndScriptByTheirHash) {
    const std::string html = to_html(sample::brief(), german);
    const std::string policy = between(html, "http-equiv=\"Content-Security-Policy\" content=\"", "\"");
    EXPECT_TRUE(has(policy, "default-src 'none'"));
    EXPECT_TRUE(has(policy, "style-src 'sha256-" + sha256_base64(between(html, "<style>", "</style>")) + "'"));
    EXPECT_TRUE(has(policy, "script-src 'sha256-" + sha256_base64(between(html, "<script>", "</script>")) + "'"));
    EXPECT_FALSE(has(policy, "unsafe"));
}

TEST(Html, ItsStyleAndScriptNameNoAddress) {
    const std::string html = to_html(sample::brief(), german);
    for (const std::string& own : {between(html, "<style>", "</style>"), between(html, "<script>", "</script>")}) {
        EXPECT_GT(own.size(), 1000U);
        for (const char* word : {"http", "url(", "@import", "innerHTML", "eval(", "fetch("}) EXPECT_FALSE(has(own, word)) << word;
    }
}

const std::vector<std::string> attacks = {
    "</pre></script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\" onmouseover=\"alert(1)",
    "' onfocus='alert(1)' autofocus='",
    "javascript:alert(1)",
    "<svg/onload=alert(1)>",
    "--><!--<script>",
    "]]><script>",
    "</title></style><style>*{background:url(//evil.example)}",
    "\xff\xfe<\xc0\xbcscript>\xe2\x82",
    "&lt;script&gt; &#60;script",
    "\x1b[31m\x07\u202E\u2028<b>",
};

TEST(Html, NothingFromAPageBreaksOut) {
    for (const std::string& attack : attacks) {
        Brief brief = sample::hostile(attack);
        for (BriefPage& page : brief.pages) page.text = attack + page.text;
        brief.problems = {{Problem::bad_encoding, attack, attack, attack}};
        for (const OutputLanguage language : {german, english}) {
            const std::string html = to_html(brief, language);
            expect_well_formed(html);
            expect_harmless(html);
        }
    }
}

TEST(Html, AJavascriptAddressIsTextAndNoLink) {
    Brief brief = sample::brief();
    brief.pages[0].url = "javascript:alert(1)";
    brief.pages[1].url = "JaVaScript:alert(1)";
    brief.pages[2].url = "https://ok.example/?a=1&b=\"x\"";
    const std::string html = to_html(brief, german);
    EXPECT_FALSE(has(html, "href=\"javascript"));
    EXPECT_FALSE(has(html, "href=\"JaVa"));
    EXPECT_TRUE(has(html, "<dd>javascript:alert(1)</dd>"));
    EXPECT_TRUE(has(html, "href=\"https://ok.example/?a=1&amp;b=&quot;x&quot;\""));
}

TEST(Html, HasNoControlCharacterAndOnlyValidUtf8) {
    Brief brief = sample::hostile("\x01\x7f\xc2\x85\xff\xed\xa0\x80\x1b");
    brief.pages[0].text += std::string("\x00\x0b\x1b\xc2\x9b", 5);
    const std::string html = to_html(brief, german);
    for (const char c : html) EXPECT_TRUE(static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') << static_cast<int>(c);
    const std::string report = between(html, "<body>", "<script>");
    EXPECT_EQ(clean_page(report), report);
}

TEST(Html, AReferenceTellsWhereItsWordsAreInUtf16Units) {
    Brief brief = sample::brief();
    brief.pages[4].text = "😀 äö 3. Februar 2025";
    brief.stories.erase(brief.stories.begin());
    Story& story = brief.stories[0];
    const Mention date = sample::at(brief, 4, "3. Februar 2025");
    story.headline_at = story.reports[0].title_at = date;
    story.reports[0].published.evidence = {date};
    story.keypoints[0].support = {date};
    const std::string html = to_html(brief, german);
    EXPECT_TRUE(has(html, "href=\"#p5-10-25\" data-s=\"6\" data-e=\"21\" title=\"5\u00A0Hafenblatt, Bytes 10 bis 25\"><b>5</b>:10–25</a>"));
    EXPECT_TRUE(has(html, "😀 äö <a id=\"p5-10-25\"></a>3. Februar 2025"));
}

TEST(Html, PageTextIsWholeWhateverIsMarkedInIt) {
    const Brief brief = sample::brief();
    const std::string html = to_html(brief, german);
    static const std::regex tags("<[^>]*>");
    std::size_t at = 0;
    for (const BriefPage& page : brief.pages) {
        at = html.find("<pre class=\"text\"", at);
        const std::size_t begin = html.find(">\n", at) + 2;
        const std::size_t end = html.find("</pre>", begin);
        EXPECT_EQ(std::regex_replace(html.substr(begin, end - begin), tags, ""), escape_html(page.text));
        at = end;
    }
}

TEST(Html, SharedTextIsMarkedOnBothPagesInTheColorOfItsOrigin) {
    const std::string html = to_html(sample::brief(), german);
    EXPECT_TRUE(has(html, "<span class=\"sh c1\" title=\"steht auch in 2 Küstenkurier\">In einer "));
    EXPECT_TRUE(has(html, "<span class=\"sh c1\" title=\"steht auch in 1 Hafenblatt\">In einer Lagerhalle"));
}

TEST(Html, ShowsWhatADeskChangedAndLeftOutInTheTextItTook) {
    Brief brief = sample::brief();
    std::string& agency = brief.pages[1].text;
    agency.insert(agency.find("Feuer ausgebrochen"), "großes ");
    const std::string opening = "ist am Mittwochmorgen ein Feuer ausgebrochen. Zwölf Menschen wurden verletzt, drei von ihnen schwer.";
    brief.stories[0].copies = {{1, 0, sample::at(brief, 0, opening),
                                sample::at(brief, 1, "ist am Mittwochmorgen ein großes Feuer ausgebrochen. 14 Menschen wurden verletzt."),
                                "NPA"}};
    const std::string html = to_html(brief, german);
    expect_well_formed(html);
    EXPECT_TRUE(has(html, "<span class=\"sh c1 rw\" title=\"steht mit anderen Worten in 2 Küstenkurier\">Zwölf</span>"));
    EXPECT_TRUE(has(html, "<span class=\"lo\" data-words=\"großes\" title=\"ausgelassen: großes\"></span>"));
}

TEST(Html, OverlappingSharedTextStaysWellFormed) {
    Brief brief = sample::brief();
    Story& story = brief.stories[0];
    for (std::uint32_t i = 0; i < 40; ++i) {
        BriefCopy copy = story.copies[0];
        copy.from = i % 2 == 0 ? 1U : 2U;
        copy.taken.in_text = copy.taken.bytes = {80 + i, 80 + i + i % 7 * 10};
        copy.source->page = *copy.from;
        copy.source->in_text = {100 - i, 130};
        story.copies.push_back(copy);
    }
    expect_well_formed(to_html(brief, german));
}

TEST(Html, MarksTheWordsThatDiffer) {
    const std::string html = to_html(sample::brief(), german);
    EXPECT_TRUE(has(html, "Wir haben <em class=\"ch\">keine</em> Hinweise auf Brandstiftung."));
    EXPECT_TRUE(has(html, "aria-label=\"fehlt: keine\">‸</span> Hinweise"));
}

TEST(Html, DrawsThePictureOfOriginsForTwoReportsOrMore) {
    const std::string html = to_html(sample::brief(), german);
    std::size_t pictures = 0;
    for (std::size_t at = html.find("<svg"); at != std::string::npos; at = html.find("<svg", at + 1)) ++pictures;
    EXPECT_EQ(pictures, 1U);
    EXPECT_TRUE(has(html, "class=\"curve\""));
    EXPECT_TRUE(has(html, "role=\"img\" aria-labelledby=\"s1pt s1pd\""));
}

TEST(Html, SpeaksTheReadersLanguage) {
    const std::string de = to_html(sample::brief(), german);
    const std::string en = to_html(sample::brief(), english);
    EXPECT_TRUE(has(de, "<html lang=\"de\">") && has(de, "Wer was sagte") && has(de, "Zum Bericht springen"));
    EXPECT_TRUE(has(en, "<html lang=\"en\">") && has(en, "Who said what") && has(en, "Skip to the report"));
    EXPECT_FALSE(has(en, "Berichte aus"));
}

TEST(Html, EachPageCanBeCited) {
    const std::string html = to_html(sample::brief(), german);
    for (const BriefPage& page : sample::pages()) {
        EXPECT_TRUE(has(html, "data-path=\"" + page.page + "\" data-sha=\"" + page.sha256 + "\" data-url=\"" + page.url +
                                  "\" data-crawled=\"" + page.crawled + "\""));
        EXPECT_TRUE(has(html, "<dd>" + page.sha256 + "</dd>"));
    }
}

TEST(Html, IsTheSameBytesEveryTime) { EXPECT_EQ(to_html(sample::brief(), german), to_html(sample::brief(), german)); }

// The slow twin: counting from the start each time.
TEST(Utf16Places, CountAsASlowTwinDoes) {
    std::string text;
    for (int i = 0; i < 700; ++i) text += i % 5 == 0 ? "😀" : i % 3 == 0 ? "ä" : i % 7 == 0 ? "漢" : "x";
    const Utf16Places places(text);
    std::uint32_t units = 0;
    for (std::uint32_t byte = 0; byte <= text.size(); ++byte) {
        ASSERT_EQ(places.at(byte), units) << byte;
        if (byte < text.size() && (static_cast<unsigned char>(text[byte]) & 0xC0U) != 0x80)
            units += static_cast<unsigned char>(text[byte]) >= 0xF0 ? 2U : 1U;
    }
    EXPECT_EQ(places.at(1000000), units);
    EXPECT_EQ(Utf16Places("").at(0), 0U);
    EXPECT_EQ(Utf16Places(std::string(256, 'a')).at(256), 256U);
}

}  // namespace
}  // namespace depesche
