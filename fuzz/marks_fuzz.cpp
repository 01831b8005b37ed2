// Any text: every mark must lie within it.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "marks/find_marks.h"
#include "read/encoding.h"

namespace {

void check(depesche::Span span, std::size_t size) {
    if (span.begin > span.end || span.end > size) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace depesche;
    static const Languages languages;
    static const MarkFinder finder(languages);
    const SourceText source = decode({reinterpret_cast<const char*>(data), size}, Encoding::utf8).source;
    const std::string& text = source.text();
    if (text.empty()) return 0;
    const Span all{0, static_cast<std::uint32_t>(text.size())};
    for (const Language& language : languages.all()) {
        const MarkText marked = make_mark_text(text, {{all, PassageKind::body}}, parse_iso("2024-06-18"), language);
        const Marks marks = finder.find(marked, language);
        for (const Quote& quote : marks.quotes) {
            for (const Span part : quote.parts) check(part, text.size());
            for (const Span part : quote.speaker) check(part, text.size());
        }
        for (const Time& time : marks.times) check(time.span, text.size());
        for (const Name& name : marks.names) {
            check(name.span, text.size());
            if (name.entity >= marks.entities.size()) std::abort();
        }
        for (const Figure& figure : marks.figures) check(figure.span, text.size());
    }
    return 0;
}
