#include "store/sql_functions.h"

#include <exception>
#include <string>

#include <sqlite3.h>

#include "base/utf8.h"
#include "brief/versions.h"

namespace depesche {
namespace {

std::string fold_text(std::string_view text) { return fold(text); }

// A text's value under Function; no exception may cross SQLite.
template <std::string (*Function)(std::string_view)>
void of_text(sqlite3_context* context, int /*count*/, sqlite3_value** values) {
    try {
        const unsigned char* begin = sqlite3_value_text(values[0]);
        if (begin == nullptr) return sqlite3_result_null(context);
        const std::string text = Function({reinterpret_cast<const char*>(begin), static_cast<std::size_t>(sqlite3_value_bytes(values[0]))});
        sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    } catch (const std::exception&) {
        sqlite3_result_error_nomem(context);
    }
}

using SqlFunction = void (*)(sqlite3_context*, int, sqlite3_value**);

}  // namespace

Result<bool> register_functions(const Database& database) {
    for (const auto& [name, function] : {std::pair<const char*, SqlFunction>("folded", &of_text<fold_text>),
                                         std::pair<const char*, SqlFunction>("address_key", &of_text<address_key>)}) {
        const int code = sqlite3_create_function_v2(database.handle(), name, 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nullptr, function,
                                                    nullptr, nullptr, nullptr);
        if (code != SQLITE_OK) return store_error(code, sqlite3_errmsg(database.handle()), database.path());
    }
    return true;
}

}  // namespace depesche
