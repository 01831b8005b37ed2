// Any text: times lie within it, in order and apart, and name a day only where they have a value.
#include "marks_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace depesche;
    const MarkKinds kinds{.quotes = false, .times = true, .names = false, .figures = false};
    for_each_language(data, size, kinds, [](const Marks& marks, std::size_t length) {
        std::uint32_t before = 0;
        for (const Time& time : marks.times) {
            check_span(time.span, length);
            if (time.span.begin < before) std::abort();
            before = time.span.end;
        }
    });
    return 0;
}
