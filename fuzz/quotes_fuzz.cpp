// Any text: every part of a quote, its speaker, cue, via and addressee must lie within it, by first part.
#include "marks_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace depesche;
    const MarkKinds kinds{.quotes = true, .times = false, .names = true, .figures = false};
    for_each_language(data, size, kinds, [](const Marks& marks, std::size_t length) {
        std::uint32_t before = 0;
        for (const Quote& quote : marks.quotes) {
            if (quote.parts.empty() || quote.parts.front().begin < before) std::abort();
            before = quote.parts.front().begin;
            for (const auto* spans : {&quote.parts, &quote.speaker, &quote.cue, &quote.via, &quote.addressee}) check_spans(*spans, length);
            if (quote.speaker_entity && *quote.speaker_entity >= marks.entities.size()) std::abort();
        }
    });
    return 0;
}
