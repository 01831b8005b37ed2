// JSON lines: one object a line, as exports of crawlers and other programs give them.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include <depesche/result.h>

namespace depesche {

// One line's top-level values: strings decoded, numbers and booleans as they are written; null, arrays and objects left out.
class Record {
public:
    // Empty when the line has no such value.
    [[nodiscard]] std::string_view get(std::string_view name) const;
    // The value, moved out; empty when the line has no such value, and afterwards.
    [[nodiscard]] std::string take(std::string_view name);
    void set(std::string name, std::string value) { values_[std::move(name)] = std::move(value); }

private:
    std::map<std::string, std::string, std::less<>> values_;
};

// Calls `use` with each line's record and its number (from 1) in order; blank lines are passed over. A line that is no JSON object
// goes to `bad` (bad_format, the place is path:line) and costs only itself.
void for_each_record(std::string_view lines, const std::string& path, const std::function<void(Record, std::size_t)>& use,
                     const std::function<void(Error)>& bad);

}  // namespace depesche
