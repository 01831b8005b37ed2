#include "serve/mention_json.h"

#include "show/html_writer.h"

namespace depesche {

void write_mention(AnswerJson& json, const Brief& brief, const Mention& mention) {
    const BriefPage& page = brief.pages[mention.page];
    json.text("page", page.sha256);
    json.number("begin", mention.bytes.begin);
    json.number("end", mention.bytes.end);
    json.text("text", mention.text);
    if (mention.shown != mention.text) json.text("shown", mention.shown);
    if (mention.in_text.empty()) return json.null("at");
    const Utf16Places places(page.text);
    json.place("at", places, mention.in_text);
}

}  // namespace depesche
