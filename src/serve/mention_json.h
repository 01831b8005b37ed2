// Mentions in answers that are about several stories: pages are named by their hash.
#pragma once

#include <depesche/brief.h>

#include "serve/answer_json.h"

namespace depesche {

// page, begin, end, text, shown, at: into an object that the caller opened.
void write_mention(AnswerJson& json, const Brief& brief, const Mention& mention);

}  // namespace depesche
