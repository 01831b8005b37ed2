// Any text: figures lie within it, in order and apart.
#include "marks_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace depesche;
    const MarkKinds kinds{.quotes = false, .times = false, .names = false, .figures = true};
    for_each_language(data, size, kinds, [](const Marks& marks, std::size_t length) {
        std::uint32_t before = 0;
        for (const Figure& figure : marks.figures) {
            check_span(figure.span, length);
            if (figure.span.begin < before) std::abort();
            before = figure.span.end;
        }
    });
    return 0;
}
