#include "brief/cite.h"

#include "read/raw_text.h"

namespace depesche {

Mention cite(const Prepared& report, Span span) {
    const SourceText& source = report.page.source;
    Mention mention;
    mention.page = report.page_index;
    mention.in_text = span;
    mention.bytes = source.to_page(span);
    mention.text = raw_text(std::string_view(report.page.stored.bytes).substr(mention.bytes.begin, mention.bytes.size()), report.page.encoding);
    mention.shown = source.view(span);
    return mention;
}

}  // namespace depesche
