#include "read/header_fields.h"

#include <algorithm>

namespace depesche {
namespace {

std::string ascii_lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

std::string_view without_blanks(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
}

}  // namespace

HeaderFields::HeaderFields(std::string_view block) {
    while (!block.empty()) {
        const std::size_t end = std::min(block.find('\n'), block.size());
        const std::string_view line = block.substr(0, end);
        block.remove_prefix(std::min(end + 1, block.size()));
        if ((line.starts_with(' ') || line.starts_with('\t')) && !fields_.empty()) {
            fields_.back().second += ' ';
            fields_.back().second += without_blanks(line);
            continue;
        }
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos) continue;
        fields_.emplace_back(ascii_lower(without_blanks(line.substr(0, colon))), without_blanks(line.substr(colon + 1)));
    }
}

std::string_view HeaderFields::get(std::string_view name) const {
    const std::string lower = ascii_lower(name);
    const auto it = std::ranges::find_if(fields_, [&](const auto& field) { return field.first == lower; });
    return it == fields_.end() ? std::string_view() : std::string_view(it->second);
}

std::optional<std::size_t> header_size(std::string_view text) {
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
        const std::string_view rest = text.substr(at + 1, 2);
        if (rest.starts_with('\n')) return at + 2;
        if (rest == "\r\n") return at + 3;
    }
    return std::nullopt;
}

std::string media_type(std::string_view content_type) {
    return ascii_lower(without_blanks(content_type.substr(0, content_type.find(';'))));
}

std::string header_parameter(std::string_view value, std::string_view name) {
    std::size_t at = value.find(';');
    while (at != std::string_view::npos) {
        std::string_view rest = value.substr(at + 1);
        const std::size_t equals = rest.find_first_of("=;");
        if (equals == std::string_view::npos) return {};
        if (rest[equals] == ';') {
            at += 1 + equals;
            continue;
        }
        const bool wanted = ascii_lower(without_blanks(rest.substr(0, equals))) == name;
        const std::size_t begin = std::min(rest.find_first_not_of(" \t", equals + 1), rest.size());
        const bool quoted = rest.substr(begin).starts_with('"');
        const std::size_t close = quoted ? rest.find('"', begin + 1) : rest.find(';', begin);
        const std::size_t end = std::min(close, rest.size());
        if (wanted) return std::string(quoted ? rest.substr(begin + 1, end - begin - 1) : without_blanks(rest.substr(begin, end - begin)));
        const std::size_t next = rest.find(';', end);
        if (next == std::string_view::npos) return {};
        at += 1 + next;
    }
    return {};
}

}  // namespace depesche
