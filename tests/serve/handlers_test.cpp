#include "serve/handlers.h"

#include <map>
#include <set>

#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "serve/router.h"
#include "store/made_store.h"

namespace depesche {
namespace {

using Json = nlohmann::json;

class Handlers : public StoreTest {
protected:
    void serve(const std::vector<PageBytes>& pages, bool marks = true) {
        fill(open(), pages, marks);
        auto opened = ServedStore::open(path(), stages(), 1);
        ASSERT_TRUE(opened) << opened.error().reason;
        store_ = std::move(*opened);
    }

    ApiAnswer ask(const std::string& target, const std::string& method = "GET", const std::string& body = "") {
        auto request = parse_target(target);
        EXPECT_TRUE(request) << target;
        request->method = method;
        request->body = body;
        request->host = "localhost:8787";
        return answer_request(*request, *store_);
    }
    Json json(const std::string& target, int status = 200, const std::string& method = "GET", const std::string& body = "") {
        const ApiAnswer answer = ask(target, method, body);
        EXPECT_EQ(answer.status, status) << target << ": " << answer.body;
        return Json::parse(answer.body, nullptr, false);
    }
    static std::string streamed(const ApiAnswer& answer) {
        std::string all;
        EXPECT_TRUE(answer.stream([&](std::string_view bytes) {
            all += bytes;
            return true;
        }));
        return all;
    }

    std::unique_ptr<ServedStore> store_;
};

std::vector<PageBytes> two_stories() {
    return {made_page("a.txt", "Kran stürzt auf Bahngleis in Seltstadt"), made_page("b.txt", "Kran stürzt auf Bahngleis bei Seltstadt"),
            made_page("c.txt", "Tierheim sucht Paten für alte Hunde", 20)};
}

TEST_F(Handlers, EveryRouteIsDescribedAndEveryDescriptionIsARoute) {
    serve({});
    const Json description = json("/api/v1/openapi.json");
    std::set<std::string> described;
    for (const auto& [path, methods] : description["paths"].items()) {
        for (const auto& [method, what] : methods.items()) described.insert(method + " " + path);
    }
    std::set<std::string> there;
    for (const Route& route : routes()) there.insert(to_lower(route.method) + " " + std::string(route.pattern));
    EXPECT_EQ(described, there);
}

TEST_F(Handlers, AnUnknownAddressIsNotFoundAndAnotherMethodIsNotAllowed) {
    serve({});
    json("/api/v1/nothing", 404);
    json("/api/v1/stories/1/2", 404);
    json("/etc/passwd", 404);
    json("/assets/..%2f..%2fetc%2fpasswd", 404);
    const ApiAnswer answer = ask("/api/v1/corrections", "PUT");
    EXPECT_EQ(answer.status, 405);
    EXPECT_EQ(answer.headers.at(0).second, "GET, POST");
    EXPECT_EQ(ask("/", "POST").status, 405);
}

TEST_F(Handlers, TheFirstPageIsHtmlThatNamesNoOutsideAddress) {
    serve({});
    const ApiAnswer answer = ask("/");
    EXPECT_EQ(answer.type, "text/html; charset=utf-8");
    EXPECT_EQ(answer.body.find("https://"), std::string::npos);
}

TEST_F(Handlers, StoriesComeNewestFirstPageByPage) {
    serve(two_stories());
    const Json first = json("/api/v1/stories?limit=1");
    ASSERT_EQ(first["stories"].size(), 1U);
    EXPECT_EQ(first["stories"][0]["headline"], "Tierheim sucht Paten für alte Hunde");
    const Json second = json("/api/v1/stories?limit=1&after=" + first["next"].get<std::string>());
    EXPECT_EQ(second["stories"][0]["reports"], 2);
    EXPECT_TRUE(second["next"].is_null());
    EXPECT_EQ(json("/api/v1/stories?sort=reports")["stories"][0]["reports"], 2);
    EXPECT_EQ(json("/api/v1/stories?since=2026-03-20&until=2026-03-20")["stories"].size(), 1U);
    EXPECT_EQ(json("/api/v1/stories?person=gr%C3%B6ger")["stories"].size(), 2U);
    EXPECT_EQ(json("/api/v1/stories?person=Brandt")["stories"].size(), 0U);
    EXPECT_EQ(json("/api/v1/stories?outlet=anzeiger%20f%C3%BCr%20SELTSTADT")["stories"].size(), 2U);
}

TEST_F(Handlers, ValuesThatAreNoneAreRefusedWithAReason) {
    serve(two_stories());
    for (const char* target : {"stories?limit=0",
                               "stories?limit=501",
                               "stories?limit=-1",
                               "stories?limit=x",
                               "stories?since=yesterday",
                               "stories?since=2026-02-31",
                               "stories?sort=best",
                               "stories?after=nothing",
                               "stories?after=_",
                               "stories?unknown=1",
                               "search",
                               "search?q=",
                               "search?q=from:never",
                               "trace",
                               "trace?text=",
                               "people?limit=x",
                               "outlets/x?since=x",
                               "stories/zz",
                               "stories/abc",
                               "pages/%22",
                               "corrections?x=1"}) {
        const Json answer = json(std::string("/api/v1/") + target, 400);
        EXPECT_FALSE(answer["error"]["reason"].get<std::string>().empty()) << target;
    }
}

TEST_F(Handlers, OriginsAreCountedInTheBackgroundAndAnewWhenTheStoryChanged) {
    serve(two_stories());
    EXPECT_TRUE(json("/api/v1/stories?sort=reports")["stories"][0]["origins"].is_null());
    EXPECT_EQ(*store_->count_some(10, [](const Error&) {}), 1U);
    ASSERT_TRUE(*store_->refresh());
    EXPECT_TRUE(json("/api/v1/stories?sort=origins")["stories"][0]["origins"].is_number());
    EXPECT_EQ(*store_->count_some(10, [](const Error&) {}), 0U) << "nothing is counted twice";
    fill(open(OpenMode::write), {made_page("d.txt", "Kran stürzt auf Bahngleis vor Seltstadt")}, true);
    ASSERT_TRUE(*store_->refresh());
    EXPECT_EQ(json("/api/v1/stories?sort=reports")["stories"][0]["reports"], 3);
    EXPECT_TRUE(json("/api/v1/stories?sort=reports")["stories"][0]["origins"].is_null());
    EXPECT_EQ(*store_->count_some(10, [](const Error&) {}), 1U);
}

TEST_F(Handlers, AStoryWithADamagedPageIsToldOnceAndHoldsUpNoOther) {
    serve({made_page("a.txt", "Kran stürzt auf Bahngleis in Seltstadt"), made_page("b.txt", "Kran stürzt auf Bahngleis bei Seltstadt"),
           made_page("c.txt", "Tierheim sucht Paten für alte Hunde", 2),
           made_page("d.txt", "Tierheim sucht Paten für sehr alte Hunde", 2)});
    ASSERT_TRUE(open(OpenMode::write).run("UPDATE pages SET packed = x'00' WHERE id = 1"));
    int told = 0;
    const auto count = [&] { return *store_->count_some(10, [&](const Error&) { ++told; }); };
    EXPECT_EQ(count(), 1U);
    EXPECT_EQ(count(), 1U) << "the list was not made anew";
    EXPECT_EQ(told, 1);
    json("/api/v1/stories/" + sha256_hex(made_page("a.txt", "Kran stürzt auf Bahngleis in Seltstadt").bytes), 500);
    json("/api/v1/stories");
}

TEST_F(Handlers, PagesThatAnotherProgramBringsAreNoticed) {
    serve(two_stories());
    const auto before = json("/api/v1/status");
    EXPECT_FALSE(*store_->refresh());
    fill(open(OpenMode::write), {made_page("d.txt", "Bibliothek öffnet am Sonntag", 28)}, true);
    EXPECT_TRUE(*store_->refresh());
    const auto after = json("/api/v1/status");
    EXPECT_GT(after["change"], before["change"]);
    EXPECT_EQ(after["pages"], 4);
    EXPECT_EQ(json("/api/v1/stories?limit=1")["stories"][0]["headline"], "Bibliothek öffnet am Sonntag");
}

TEST_F(Handlers, AStoryIsItsBriefWithPlacesInTheTextOfItsPages) {
    serve(two_stories());
    const std::string id = json("/api/v1/stories?sort=reports")["stories"][0]["id"];
    const Json brief = json("/api/v1/stories/" + id);
    const Json mention = brief["stories"][0]["quotes"][0]["versions"][0];
    ASSERT_TRUE(mention["at"].is_array());
    std::string sha256;
    for (const Json& page : brief["pages"]) {
        if (page["page"] == mention["page"]) sha256 = page["sha256"];
    }
    const Json page = json("/api/v1/pages/" + sha256);
    const std::string text = page["text"];  // umlauts stand in it: units and bytes differ
    std::size_t byte = 0;
    const auto skip = [&](int units) {
        for (int i = 0; i < units; ++i) static_cast<void>(next_code_point(text, byte));
        return byte;
    };
    const std::size_t begin = skip(mention["at"][0].get<int>());
    const std::size_t end = skip(mention["at"][1].get<int>() - mention["at"][0].get<int>());
    EXPECT_EQ(text.substr(begin, end - begin), mention["text"].get<std::string>());
}

TEST_F(Handlers, ACorrectionIsMadeListedAndTakenBack) {
    serve(two_stories());
    const std::string id = json("/api/v1/stories?sort=reports")["stories"][0]["id"];
    const Json brief = json("/api/v1/stories/" + id);
    const Json quote = brief["stories"][0]["quotes"][0]["versions"][0];
    const std::string page = brief["pages"][0]["sha256"];
    const std::string other = brief["pages"][1]["sha256"];
    json("/api/v1/corrections", 400, "POST", "no json");
    json("/api/v1/corrections", 400, "POST", R"({"kind": "guess", "page": ")" + page + "\"}");
    json("/api/v1/corrections", 400, "POST", R"({"kind": "join", "page": ")" + page + "\"}");
    json("/api/v1/corrections", 404, "POST", R"({"kind": "move", "page": "0000aaaa"})");
    json("/api/v1/corrections", 404, "POST", R"({"kind": "no-quote", "page": ")" + page + R"(", "begin": 0, "end": 1})");
    const Json made =
        json("/api/v1/corrections", 201, "POST", "{\"kind\": \"move\",\n \"page\": \"" + other.substr(0, 12) + "\", \"other\": null}");
    EXPECT_EQ(made["page"], other);
    EXPECT_EQ(json("/api/v1/stories?sort=reports")["stories"][0]["reports"], 1);
    EXPECT_TRUE(json("/api/v1/stories/" + other)["stories"][0]["gaps"].dump().find("corrected") != std::string::npos);
    EXPECT_EQ(json("/api/v1/corrections")["corrections"].size(), 1U);
    EXPECT_EQ(ask("/api/v1/corrections/1", "DELETE").status, 204);
    EXPECT_EQ(json("/api/v1/stories?sort=reports")["stories"][0]["reports"], 2);
    json("/api/v1/corrections/1", 404, "DELETE");
    json("/api/v1/corrections/x", 400, "DELETE");
    Json speaker = {{"kind", "speaker"}, {"page", ""}, {"begin", quote["begin"]}, {"end", quote["end"]}, {"value", "Jörg Wäßle"}};
    for (const Json& one : brief["pages"]) {
        if (one["page"] == quote["page"]) speaker["page"] = one["sha256"];
    }
    json("/api/v1/corrections", 201, "POST", speaker.dump());
    EXPECT_NE(json("/api/v1/stories/" + id).dump().find("Jörg Wäßle"), std::string::npos) << "no brief of before is kept";
}

TEST_F(Handlers, PagesAreAddedOnceAndTheirNameIsOnlyALabel) {
    serve(two_stories());
    const std::string bytes = made_page("x", "Feuerwehr rettet Katze vom Dach", 28).bytes;
    EXPECT_EQ(json("/api/v1/pages?name=../../etc/passwd", 200, "POST", bytes)["stored"], 1);
    EXPECT_EQ(json("/api/v1/pages?name=../../etc/passwd", 200, "POST", bytes)["known"], 1);
    const Json story = json("/api/v1/stories?limit=1")["stories"][0];
    EXPECT_EQ(story["headline"], "Feuerwehr rettet Katze vom Dach");
    const std::string label = json("/api/v1/pages/" + story["id"].get<std::string>())["path"];
    EXPECT_TRUE(label.starts_with("added/") && label.ends_with("/_.._etc_passwd")) << label;
    json("/api/v1/pages", 400, "POST", "");
    const Json refused = json("/api/v1/pages?name=x.bin", 200, "POST", std::string("\0\1\2\0\0\0", 6));
    EXPECT_EQ(refused["stored"], 0);
    EXPECT_FALSE(refused["problems"].empty());
}

TEST_F(Handlers, DownloadsHaveARowForEachPiece) {
    serve(two_stories());
    const ApiAnswer csv = ask("/api/v1/export/pieces.csv");
    EXPECT_TRUE(csv.type.starts_with("text/csv"));
    const std::string lines = streamed(csv);
    EXPECT_TRUE(lines.starts_with("id,path,"));
    EXPECT_NE(lines.find("Tierheim"), std::string::npos);
    const std::string rows = streamed(ask("/api/v1/export/quotes.jsonl?outlet=anzeiger+f%C3%BCr+seltstadt"));
    EXPECT_TRUE(Json::parse(rows.substr(0, rows.find('\n'))).contains("speaker"));
    json("/api/v1/export/pages.csv", 404);
    json("/api/v1/export/pieces.html", 404);
    json("/api/v1/export/..%2fstore.db", 404);
}

TEST_F(Handlers, FewDownloadsGoOnAtATime) {
    serve(two_stories());
    std::vector<ApiAnswer> going;
    for (int i = 0; i < 3; ++i) going.push_back(ask("/api/v1/export/pieces.csv"));
    EXPECT_EQ(ask("/api/v1/export/pieces.csv").status, 503);
    going.clear();
    EXPECT_EQ(ask("/api/v1/export/pieces.csv").status, 200);
}

// What a page says reaches no browser as anything but text.
TEST_F(Handlers, NothingFromAHostilePageBreaksOutOfAnAnswer) {
    const std::vector<std::string> texts = {"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>",
                                            "<svg onload=alert(1)>",     "</description><script>",
                                            "\xff\xfe\x80 kaputt",       "\xE2\x80\xAE umgedreht \x1b[31m"};
    std::vector<PageBytes> pages;
    for (const std::string& text : texts) {
        PageBytes page = made_page("p" + std::to_string(pages.size()) + text, "Warnung " + text + " vor dem Rathaus in Seltstadt",
                                   10 + static_cast<int>(pages.size()));
        page.url = "javascript:alert(1)//" + text;
        page.outlet = "Blatt " + text;
        page.title = text;
        pages.push_back(page);
    }
    serve(pages);
    std::vector<std::string> targets = {
        "/api/v1/stories",          "/api/v1/outlets", "/api/v1/people",
        "/api/v1/search?q=warnung", "/api/v1/status",  "/api/v1/trace?text=Das+teilte+die+Stadtverwaltung+von+Seltstadt+am+Vormittag+mit",
        "/api/v1/corrections"};
    const Json stories = json("/api/v1/stories");
    for (const Json& story : stories["stories"]) {
        targets.push_back("/api/v1/stories/" + story["id"].get<std::string>());
        targets.push_back("/api/v1/pages/" + story["id"].get<std::string>());
    }
    ASSERT_GT(targets.size(), 8U);
    for (const std::string& target : targets) {
        const ApiAnswer answer = ask(target);
        EXPECT_EQ(answer.status, 200) << target;
        EXPECT_EQ(answer.type, "application/json; charset=utf-8") << target;
        EXPECT_FALSE(Json::parse(answer.body, nullptr, false).is_discarded()) << target << ": JSON of valid UTF-8";
    }
    const std::string feed = ask("/api/v1/search.rss?q=warnung").body;
    EXPECT_EQ(feed.find("<script"), std::string::npos);
    EXPECT_EQ(feed.find("<img"), std::string::npos);
    EXPECT_EQ(feed.find("<svg"), std::string::npos);
    EXPECT_EQ(feed.find("<link>javascript:"), std::string::npos);
    EXPECT_EQ(feed.find('\x1b'), std::string::npos);
    const std::string id = stories["stories"][0]["id"];
    const ApiAnswer bytes = ask("/api/v1/pages/" + id + "/bytes");
    EXPECT_TRUE(bytes.type.starts_with("text/plain"));
    EXPECT_TRUE(bytes.headers.at(0).second.starts_with("attachment"));
}

}  // namespace
}  // namespace depesche
