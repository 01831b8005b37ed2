// Opening a store: the file is looked at before anything is written to it.
#pragma once

#include <string>

#include <depesche/result.h>

#include "store/database.h"

namespace depesche {

// A connection to the store at `path`, ready for use. `create` makes a new store where there is no file (or an empty one). An older store
// is brought to today's version, also by who only reads. Errors, each leaving the file as it is: not_found, no_rights, bad_format (no
// SQLite file; a database of another program; cut off or damaged; of a newer version; of an older version without the right to write).
[[nodiscard]] Result<Database> open_store(const std::string& path, OpenMode mode);

}  // namespace depesche
