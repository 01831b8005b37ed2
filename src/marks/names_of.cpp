// The words that marks are printed with.
#include "marks/marks.h"

namespace depesche {

std::string_view name_of(QuoteType type) {
    switch (type) {
        case QuoteType::direct:
            return "Direct";
        case QuoteType::indirect:
            return "Indirect";
        case QuoteType::free_indirect:
            return "FreeIndirect";
        case QuoteType::indirect_free_indirect:
            return "IndirectFreeIndirect";
        case QuoteType::reported:
            return "Reported";
    }
    return "Direct";
}

std::string_view name_of(TimeType type) {
    switch (type) {
        case TimeType::date:
            return "DATE";
        case TimeType::time:
            return "TIME";
        case TimeType::duration:
            return "DURATION";
        case TimeType::set:
            return "SET";
    }
    return "DATE";
}

std::string_view name_of(NameKind kind) {
    switch (kind) {
        case NameKind::person:
            return "PER";
        case NameKind::place:
            return "LOC";
        case NameKind::organisation:
            return "ORG";
    }
    return "PER";
}

std::string_view name_of(FigureKind kind) {
    switch (kind) {
        case FigureKind::exact:
            return "exact";
        case FigureKind::about:
            return "about";
        case FigureKind::at_least:
            return "atleast";
        case FigureKind::at_most:
            return "atmost";
        case FigureKind::range:
            return "range";
    }
    return "exact";
}

}  // namespace depesche
