// Any query: the index takes what parse_search makes of it. Any text: its words are in order and lie within it.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "store/schema.h"
#include "store/search_query.h"
#include "store/search_words.h"
#include "store/sql_functions.h"

namespace {

using namespace depesche;

// An empty store in memory.
const Database& store() {
    static const Database database = [] {
        auto opened = Database::open(":memory:", OpenMode::create);
        if (!opened || !register_search_words(*opened) || !register_functions(*opened) || !bring_to_version(*opened)) std::abort();
        return std::move(*opened);
    }();
    return database;
}

// Words are in order and apart, and lie within the text.
void check_words(std::string_view text) {
    std::uint32_t before = 0;
    for_each_search_word(text, [&](const SearchWord& word) {
        if (word.span.begin < before || word.span.end > text.size() || word.span.empty() || word.folded.empty()) std::abort();
        before = word.span.end;
    });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view typed(reinterpret_cast<const char*>(data), size);
    check_words(typed);
    const auto query = parse_search(typed);
    if (!query) return 0;
    auto found = store().prepare("SELECT count(*) FROM words WHERE words MATCH ?");
    if (!found || !found->with(query->match).step()) std::abort();
    return 0;
}
