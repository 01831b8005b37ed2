// What the handlers share: fields of an answer, and what a request's values mean.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "serve/router.h"
#include "show/html_writer.h"
#include "show/json_writer.h"

namespace depesche {

// Writes fields of one object. Texts may be any bytes; what is empty is unknown and null where `known` is used.
class AnswerJson {
public:
    AnswerJson() { out_.begin_object(JsonLayout::one_line); }
    void text(std::string_view name, std::string_view value);
    void known(std::string_view name, std::string_view value);
    void number(std::string_view name, std::uint64_t value);
    void flag(std::string_view name, bool value);
    void texts(std::string_view name, const std::vector<std::string>& values);
    void lines(std::string_view name, std::string_view list);  // a list kept one entry a line
    void null(std::string_view name);
    void fraction(std::string_view name, unsigned hundredths);                // 87: 0.87
    void place(std::string_view name, const Utf16Places& places, Span span);  // [begin, end] in UTF-16 units of the text of `places`

    void begin_list(std::string_view name);
    void end_list() { out_.end_array(); }
    void begin_object() { out_.begin_object(JsonLayout::one_line); }
    void begin_object(std::string_view name);
    void end_object() { out_.end_object(); }
    [[nodiscard]] JsonWriter& writer() { return out_; }

    // The finished answer.
    [[nodiscard]] ApiAnswer answer(int status = 200);

private:
    JsonWriter out_;
};

// The value as a whole number from `least` to `most`; `otherwise` when there is none. Error (wrong_usage): anything else.
[[nodiscard]] Result<std::uint64_t> number_value(const ApiRequest& request, std::string_view name, std::uint64_t least, std::uint64_t most,
                                                 std::uint64_t otherwise);

// The value as an ISO day, or "". Error (wrong_usage): no day.
[[nodiscard]] Result<std::string> day_value(const ApiRequest& request, std::string_view name);

// Names of values that a route does not know are refused, so that a slip of the hand is not taken for an answer to what was meant.
[[nodiscard]] Result<bool> check_names(const ApiRequest& request, std::initializer_list<std::string_view> known);

}  // namespace depesche
