#include "store/search_words.h"

#include <sqlite3.h>

#include <exception>

#include "base/utf8.h"

namespace depesche {
namespace {

constexpr char32_t diaeresis = 0x308;  // the two dots as a letter of their own behind the vowel

bool is_combining(char32_t c) { return c >= 0x300 && c <= 0x36F; }

bool is_word(char32_t c) {
    if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return is_letter(c) || is_digit(c) || is_combining(c);
}

// The vowel without its dots, when the code point has them.
char umlaut_vowel(char32_t c) {
    switch (c) {
        case U'ä':
        case U'Ä':
            return 'a';
        case U'ö':
        case U'Ö':
            return 'o';
        case U'ü':
        case U'Ü':
            return 'u';
        default:
            return 0;
    }
}

void fold_other(std::string_view letters, SearchWord& word, bool& dotted) {
    for (std::size_t at = 0; at < letters.size();) {
        const std::size_t begin = at;
        const char32_t c = next_code_point(letters, at);
        if (const char vowel = umlaut_vowel(c)) {
            word.folded.append({vowel, 'e'});
            word.plain += vowel;
            dotted = true;
        } else if (c == diaeresis && !word.folded.empty() && std::string_view("aou").find(word.folded.back()) != std::string_view::npos) {
            word.folded += 'e';
            dotted = true;
        } else if (!is_combining(c)) {
            const std::string folded = fold(letters.substr(begin, at - begin));
            word.folded += folded;
            word.plain += folded;
        }
    }
}

SearchWord fold_word(std::string_view letters, Span span, bool ascii) {
    SearchWord word;
    word.span = span;
    bool dotted = false;
    if (ascii) {
        word.folded.reserve(letters.size());
        for (const char c : letters) word.folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    } else {
        fold_other(letters, word, dotted);
    }
    if (!dotted) word.plain.clear();
    return word;
}

using TokenSink = int (*)(void*, int, const char*, int, int, int);

int give(void* context, TokenSink sink, const SearchWord& word) {
    const int begin = static_cast<int>(word.span.begin);
    const int end = static_cast<int>(word.span.end);
    const int code = sink(context, 0, word.folded.data(), static_cast<int>(word.folded.size()), begin, end);
    if (code != SQLITE_OK || word.plain.empty()) return code;
    return sink(context, FTS5_TOKEN_COLOCATED, word.plain.data(), static_cast<int>(word.plain.size()), begin, end);
}

int make_tokenizer(void* /*context*/, const char** /*arguments*/, int /*count*/, Fts5Tokenizer** out) {
    static char stateless;
    *out = reinterpret_cast<Fts5Tokenizer*>(&stateless);
    return SQLITE_OK;
}

void drop_tokenizer(Fts5Tokenizer* /*tokenizer*/) {}

int tokenize(Fts5Tokenizer* /*tokenizer*/, void* context, int /*why*/, const char* text, int size, TokenSink sink) {
    int code = SQLITE_OK;
    try {
        for_each_search_word({text, static_cast<std::size_t>(size)}, [&](const SearchWord& word) {
            if (code == SQLITE_OK) code = give(context, sink, word);
        });
    } catch (const std::exception&) {  // no exception may cross SQLite
        return SQLITE_NOMEM;
    }
    return code;
}

}  // namespace

void for_each_search_word(std::string_view text, const std::function<void(const SearchWord&)>& use) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        std::size_t end = at;
        bool ascii = true;
        while (at < text.size()) {
            const char32_t c = next_code_point(text, at);
            if (!is_word(c)) break;
            ascii = ascii && c < 0x80;
            end = at;
        }
        if (end == begin) continue;
        const Span span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
        const SearchWord word = fold_word(text.substr(begin, end - begin), span, ascii);
        if (!word.folded.empty()) use(word);
    }
}

Result<bool> register_search_words(const Database& database) {
    fts5_api* api = nullptr;
    sqlite3_stmt* statement = nullptr;
    int code = sqlite3_prepare_v2(database.handle(), "SELECT fts5(?1)", -1, &statement, nullptr);
    if (code == SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
        sqlite3_step(statement);
        sqlite3_finalize(statement);
    }
    fts5_tokenizer tokenizer{&make_tokenizer, &drop_tokenizer, &tokenize};
    if (api != nullptr) code = api->xCreateTokenizer(api, "depesche", nullptr, &tokenizer, nullptr);
    if (api == nullptr || code != SQLITE_OK)
        return Error{Problem::cannot_read, "this SQLite has no full-text search (FTS5)", database.path(), {}};
    return true;
}

}  // namespace depesche
