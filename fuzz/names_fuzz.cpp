// Any text: names lie within it, in order and apart, each with its entity.
#include "marks_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace depesche;
    const MarkKinds kinds{.quotes = false, .times = false, .names = true, .figures = false};
    for_each_language(data, size, kinds, [](const Marks& marks, std::size_t length) {
        std::uint32_t before = 0;
        for (const Name& name : marks.names) {
            check_span(name.span, length);
            if (name.span.begin < before || name.entity >= marks.entities.size()) std::abort();
            before = name.span.end;
        }
    });
    return 0;
}
