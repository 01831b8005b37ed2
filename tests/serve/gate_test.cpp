#include "serve/gate.h"

#include <gtest/gtest.h>

namespace depesche {
namespace {

const GateRules rules = {"127.0.0.1", 8787, "0123456789abcdef0123456789abcdef"};

ApiRequest asked(std::string host, std::string origin = "") {
    ApiRequest request;
    request.method = "GET";
    request.path = {"api", "v1", "status"};
    request.host = std::move(host);
    request.origin = std::move(origin);
    request.local_address = request.remote_address = "127.0.0.1";
    return request;
}

int status_of(const ApiRequest& request, bool writes = false, const GateRules& by = rules) {
    const auto refusal = refuse(request, by, writes);
    return refusal ? refusal->status : 200;
}

TEST(Gate, LetsInWhoAsksThisMachineByItsOwnNames) {
    for (const char* host : {"localhost:8787", "LOCALHOST:8787", "127.0.0.1:8787", "[::1]:8787"})
        EXPECT_EQ(status_of(asked(host)), 200) << host;
}

TEST(Gate, RefusesEveryOtherHost) {
    for (const char* host :
         {"", "news.example", "news.example:8787", "localhost", "localhost:80", "localhost:87870", "127.0.0.1.news.example:8787",
          "localhost.:8787", "localhost:8787@news.example", "localhost:8787:8787", " localhost:8787", "0.0.0.0:8787", "[::]:8787"})
        EXPECT_EQ(status_of(asked(host)), 403) << host;
}

TEST(Gate, WithoutAPortInTheNameItIsPort80) {
    const GateRules web = {"127.0.0.1", 80, rules.token};
    EXPECT_EQ(status_of(asked("localhost"), false, web), 200);
    EXPECT_EQ(status_of(asked("localhost:80"), false, web), 200);
    EXPECT_EQ(status_of(asked("news.example"), false, web), 403);
}

TEST(Gate, LetsInPagesOfItsOwnAndRefusesThoseOfOthers) {
    EXPECT_EQ(status_of(asked("localhost:8787", "http://localhost:8787")), 200);
    EXPECT_EQ(status_of(asked("localhost:8787", "http://127.0.0.1:8787")), 200);
    for (const char* origin : {"null", "http://news.example", "https://localhost:8787", "http://localhost:3000",
                               "http://localhost:8787.news.example", "file://"})
        EXPECT_EQ(status_of(asked("localhost:8787", origin)), 403) << origin;
}

TEST(Gate, RefusesWhatABrowserSaysAnotherSiteAsks) {
    ApiRequest request = asked("localhost:8787");
    request.site = "cross-site";
    EXPECT_EQ(status_of(request), 403);
    request.site = "same-site";
    EXPECT_EQ(status_of(request), 403);
    request.site = "same-origin";
    EXPECT_EQ(status_of(request), 200);
    request.site = "cross-site";
    request.path = {};
    EXPECT_EQ(status_of(request), 200) << "a link to the first page may stand anywhere";
}

TEST(Gate, WritingNeedsTheToken) {
    ApiRequest request = asked("localhost:8787");
    EXPECT_EQ(status_of(request, true), 401);
    for (const char* wrong : {"Bearer", "Bearer ", "Bearer 0123456789abcdef0123456789abcdee", "Bearer 0123456789abcdef0123456789abcdef0",
                              "0123456789abcdef0123456789abcdef", "Basic 0123456789abcdef0123456789abcdef"}) {
        request.authorization = wrong;
        EXPECT_EQ(status_of(request, true), 401) << wrong;
    }
    request.authorization = "Bearer " + rules.token;
    EXPECT_EQ(status_of(request, true), 200);
    request.origin = "http://news.example";
    EXPECT_EQ(status_of(request, true), 403);
}

TEST(Gate, WithoutATokenNobodyWrites) {
    ApiRequest request = asked("localhost:8787");
    request.authorization = "Bearer ";
    EXPECT_EQ(status_of(request, true, {"127.0.0.1", 8787, ""}), 401);
}

TEST(Gate, ReadingFromAnotherMachineNeedsTheTokenToo) {
    const GateRules open = {"0.0.0.0", 8787, rules.token};
    ApiRequest request = asked("192.0.2.7:8787");
    request.local_address = "192.0.2.7";
    request.remote_address = "192.0.2.99";
    EXPECT_EQ(status_of(request, false, open), 401);
    request.authorization = "Bearer " + rules.token;
    EXPECT_EQ(status_of(request, false, open), 200);
    request.path = {};
    request.authorization.clear();
    EXPECT_EQ(status_of(request, false, open), 200) << "the front end's own files are no secret";
}

}  // namespace
}  // namespace depesche
