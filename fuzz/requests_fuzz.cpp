// Any request to a server with a few pages: an answer that is no failure of the server, and JSON where it says so. The first line is method
// and target ("GET /api/v1/stories?limit=5"), what follows it the body.
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include <unistd.h>
#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "serve/router.h"
#include "store/ingest.h"
#include "store/store_file.h"

namespace {

using namespace depesche;

PageBytes page_of(std::string_view title) {
    const std::string words(title);
    return {words + ".txt",
            "Anzeiger für Seltstadt\n\n" + words + "\n\n14.03.2026, 10:15\n\n" + words +
                ". Das teilte die Stadtverwaltung von Seltstadt am Vormittag mit.\n\n„Wir haben sofort gehandelt“, sagte "
                "Bürgermeisterin Marlene Gröger vor dem Rathaus. Verletzt wurde niemand.\n",
            "", "Anzeiger für Seltstadt", ""};
}

// A store of three pages that goes with the program.
class SmallStore {
public:
    SmallStore() {
        std::filesystem::create_directories(folder_);
        const std::string path = (folder_ / "store.db").string();
        {
            const auto database = open_store(path, OpenMode::create);
            if (!database) std::abort();
            auto ingest = Ingest::make(*database, stages_, IngestOptions{true, false}, [](const auto&) { return true; });
            if (!ingest) std::abort();
            for (const char* title :
                 {"Kran stürzt auf Bahngleis in Seltstadt", "Kran stürzt auf Bahngleis bei Seltstadt", "Tierheim sucht Paten"}) {
                if (!ingest->add({take_page(page_of(title), stages_, true), {}, {}, 0})) std::abort();
            }
            if (!ingest->finish()) std::abort();
        }
        auto opened = ServedStore::open(path, stages_, 1);
        if (!opened) std::abort();
        served_ = std::move(*opened);
    }
    SmallStore(const SmallStore&) = delete;
    SmallStore& operator=(const SmallStore&) = delete;
    ~SmallStore() {
        served_.reset();
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }
    [[nodiscard]] ServedStore& served() const { return *served_; }

private:
    std::filesystem::path folder_ = std::filesystem::temp_directory_path() / ("depesche-requests-fuzz-" + std::to_string(::getpid()));
    Stages stages_;
    std::unique_ptr<ServedStore> served_;
};

bool is_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (!take_utf8(text, at)) return false;
    }
    return true;
}

void check_path(const ApiRequest& request) {
    for (const std::string& segment : request.path) {
        const bool plain = !segment.empty() && segment != "." && segment != ".." && segment.find('\0') == std::string::npos;
        if (!plain || !is_utf8(segment)) std::abort();
    }
}

void check_answer(const ApiAnswer& answer) {
    if (answer.status < 200 || answer.status >= 500) std::abort();
    std::string body = answer.body;
    if (answer.stream) {
        const bool whole = answer.stream([&](std::string_view bytes) {
            body += bytes;
            return true;
        });
        if (!whole) std::abort();
    }
    if (answer.type.starts_with("application/json") && !nlohmann::json::accept(body)) std::abort();
    for (const auto& [name, value] : answer.headers) {
        if (value.find_first_of("\r\n") != std::string::npos) std::abort();
    }
}

// A new one after some writes: a store that grew all the time would be all that takes time.
ServedStore& store_for(const ApiRequest& request) {
    constexpr int most_writes = 20;
    static std::unique_ptr<SmallStore> store;
    static int writes = 0;
    if (is_write(request)) ++writes;
    if (!store || writes > most_writes) {
        store.reset();  // first, since both lie at one place
        store = std::make_unique<SmallStore>();
        writes = 0;
    }
    return store->served();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    const std::string_view line = input.substr(0, input.find('\n'));
    const std::size_t blank = line.find(' ');
    if (blank == std::string_view::npos) return 0;
    auto request = parse_target(line.substr(blank + 1));
    if (!request) return 0;
    check_path(*request);
    request->method = line.substr(0, blank);
    request->host = "localhost:8787";
    if (line.size() < size) request->body = input.substr(line.size() + 1);
    check_answer(answer_request(*request, store_for(*request)));
    return 0;
}
