#include "show/problem_names.h"

namespace depesche {

std::string_view name_of(Problem problem) {
    switch (problem) {
        case Problem::not_found:
            return "not found";
        case Problem::no_rights:
            return "no rights";
        case Problem::cannot_read:
            return "cannot read";
        case Problem::empty:
            return "empty";
        case Problem::too_large:
            return "too large";
        case Problem::binary:
            return "binary";
        case Problem::bad_encoding:
            return "bad encoding";
        case Problem::bad_format:
            return "bad format";
        case Problem::truncated:
            return "truncated";
        case Problem::passed_over:
            return "passed over";
        case Problem::no_article:
            return "no article";
        case Problem::duplicate:
            return "duplicate";
        case Problem::mismatch:
            return "mismatch";
        case Problem::wrong_usage:
            return "wrong usage";
    }
    return "unknown";
}

}  // namespace depesche
