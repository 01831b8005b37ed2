// Short names of problems for JSON and for people.
#pragma once

#include <string_view>

#include <depesche/result.h>

namespace depesche {

// "not found", "bad encoding" and so on: English, lower case, fixed since scripts read it. show/ translates by this name.
[[nodiscard]] std::string_view name_of(Problem problem);

}  // namespace depesche
