// SQL functions: what queries of a store ask of the rooms above, by name.
#pragma once

#include <depesche/result.h>

#include "store/database.h"

namespace depesche {

// Makes known to this connection: folded(text), without case and accents (base/utf8.h); address_key(url), the same for all addresses of one
// piece and "" for that of a whole site (brief/versions.h).
[[nodiscard]] Result<bool> register_functions(const Database& database);

}  // namespace depesche
