// What the fuzz targets of marks share: any bytes as a text of one passage, in each language, and spans that must lie within it.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <span>
#include <string>

#include "marks/find_marks.h"
#include "read/encoding.h"

namespace depesche {

inline void check_span(Span span, std::size_t size) {
    if (span.begin > span.end || span.end > size) std::abort();
}

inline void check_spans(std::span<const Span> spans, std::size_t size) {
    for (const Span span : spans) check_span(span, size);
}

// Calls check(marks, size of the text) with the marks of the kinds, for the bytes read in each language there is.
void for_each_language(const std::uint8_t* data, std::size_t size, MarkKinds kinds, auto&& check) {
    static const Languages languages;
    static const MarkFinder finder(languages);
    const SourceText source = decode({reinterpret_cast<const char*>(data), size}, Encoding::utf8).source;
    const std::string& text = source.text();
    if (text.empty()) return;
    const Span all{0, static_cast<std::uint32_t>(text.size())};
    for (const Language& language : languages.all()) {
        const MarkText marked = make_mark_text(text, {{all, PassageKind::body}}, parse_iso("2024-06-18"), language);
        check(finder.find(marked, language, kinds), text.size());
    }
}

}  // namespace depesche
