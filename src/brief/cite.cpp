#include "brief/cite.h"

#include "read/raw_text.h"

namespace depesche {

Mention cite(const Prepared& report, Span span) {
    Mention mention = cite_bytes(report, report.page.source.to_page(span));
    mention.in_text = span;
    mention.shown = report.page.source.view(span);
    return mention;
}

Mention cite_bytes(const Prepared& report, Span bytes) {
    Mention mention;
    mention.page = report.page_index;
    mention.bytes = bytes;
    mention.text = raw_text(std::string_view(report.page.stored.bytes).substr(bytes.begin, bytes.size()), report.page.encoding);
    return mention;
}

}  // namespace depesche
