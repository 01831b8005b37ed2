// What stands in for the optional part where it is not built.
#include "meaning/meaning.h"

namespace depesche {

bool has_meaning() { return false; }

std::string_view encoder_name() { return {}; }

Result<std::unique_ptr<Meaning>> load_meaning() {
    return Error{Problem::not_found, "this program was built without the part Meaning (-DDEPESCHE_MEANING=ON)", "", ""};
}

}  // namespace depesche
