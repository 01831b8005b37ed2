// Schema: the tables of a store and how an older store becomes one of today.
#pragma once

#include <depesche/result.h>

#include "store/database.h"

namespace depesche {

inline constexpr std::int64_t store_application_id = 0x44457073;  // "DEps", in the file's header: file(1) can tell it
inline constexpr std::int64_t store_version = 4;                  // user_version in the header

// Brings the database from the version it has (0: an empty file) to `version`, one version after the other, within one transaction: all or
// nothing. Versions before today's are for tests of upgrading. Safe when two programs do it at the same time.
[[nodiscard]] Result<bool> bring_to_version(const Database& database, std::int64_t version = store_version);

}  // namespace depesche
