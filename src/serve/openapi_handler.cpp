// The description of all this, as data/serve/openapi.json has it.
#include <algorithm>

#include "language/embedded.h"
#include "serve/answer_json.h"
#include "serve/handlers.h"

namespace depesche {

ApiAnswer get_openapi(const RoutedRequest& routed, ServedStore& /*store*/) {
    if (auto good = check_names(routed.request, {}); !good) return error_answer(good.error());
    const auto files = embedded_files();
    const auto file = std::ranges::find(files, "serve/openapi.json", &EmbeddedFile::name);
    if (file == files.end()) return error_answer(404, "this program was built without its description");
    ApiAnswer answer;
    answer.body.assign(file->begin, file->end);
    return answer;
}

}  // namespace depesche
