#include "language/embedded.h"

#include <algorithm>

#include "language/language.h"

namespace depesche {

std::string_view data_bytes(std::string_view name) {
    const auto files = embedded_files();
    const auto it = std::ranges::lower_bound(files, name, {}, &EmbeddedFile::name);
    if (it == files.end() || it->name != name) return {};
    return {it->begin, static_cast<std::size_t>(it->end - it->begin)};
}

std::vector<std::string_view> data_languages() {
    constexpr std::string_view root = "languages/";
    std::vector<std::string_view> codes;
    for (const EmbeddedFile& file : embedded_files()) {
        if (!file.name.starts_with(root)) continue;
        std::string_view code = file.name.substr(root.size());
        code = code.substr(0, code.find('/'));
        if (codes.empty() || codes.back() != code) codes.push_back(code);
    }
    return codes;
}

}  // namespace depesche
