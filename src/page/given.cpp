#include "page/given.h"

#include "read/written_dates.h"

namespace depesche {
namespace {

constexpr const char* how = "given with the page";

// Lines taken for a headline that is not the title are the text's first sentences.
void headlines_to_body(const Page& page, const std::string& title, Article& article) {
    for (Zone& zone : article.zones) {
        if (zone.kind == ZoneKind::headline && page.source.view(zone.span) != title) zone.kind = ZoneKind::body;
    }
}

}  // namespace

void apply_given(const Page& page, Article& article) {
    const PageBytes& stored = page.stored;
    const bool text_alone = !page.html.has_value();
    if (!stored.title.empty() && (!article.title || (text_alone && article.title->value != stored.title))) {
        article.title = Field{stored.title, {{{}, how}}};
        if (text_alone) headlines_to_body(page, stored.title, article);
    }
    if (stored.published.empty() || (article.published && !text_alone)) return;
    if (const auto moment = parse_iso(iso_of_written_date(stored.published))) article.published = DateField{*moment, {{{}, how}}};
}

}  // namespace depesche
