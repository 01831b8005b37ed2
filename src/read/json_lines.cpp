#include "read/json_lines.h"

#include <utility>

#include <fmt/format.h>
#include <simdjson.h>

#include "base/utf8.h"

namespace depesche {
namespace {

void add_value(Record& record, std::string_view name, simdjson::dom::element value) {
    if (value.is_string()) record.set(std::string(name), std::string(value.get_string().value()));
    else if (value.is_number() || value.is_bool()) record.set(std::string(name), simdjson::minify(value));
}

}  // namespace

std::string_view Record::get(std::string_view name) const {
    const auto it = values_.find(name);
    return it == values_.end() ? std::string_view() : std::string_view(it->second);
}

std::string Record::take(std::string_view name) {
    const auto it = values_.find(name);
    return it == values_.end() ? std::string() : std::exchange(it->second, {});
}

void for_each_record(std::string_view lines, const std::string& path, const std::function<void(Record, std::size_t)>& use,
                     const std::function<void(Error)>& bad) {
    simdjson::dom::parser parser;
    std::size_t number = 0;
    if (lines.starts_with("\xEF\xBB\xBF")) lines.remove_prefix(3);
    while (!lines.empty()) {
        const std::size_t end = std::min(lines.find('\n'), lines.size());
        const std::string_view line = trim(lines.substr(0, end));
        lines.remove_prefix(std::min(end + 1, lines.size()));
        ++number;
        if (line.empty()) continue;
        simdjson::dom::object object;
        const auto error = parser.parse(line.data(), line.size()).get(object);
        if (error != simdjson::SUCCESS) {
            bad({Problem::bad_format, fmt::format("the line is no JSON object: {}", simdjson::error_message(error)),
                 fmt::format("{}:{}", path, number), std::string(line.substr(0, 80))});
            continue;
        }
        Record record;
        for (const auto field : object) add_value(record, field.key, field.value);
        use(std::move(record), number);
    }
}

}  // namespace depesche
