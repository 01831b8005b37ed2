// Header fields, "Name: value" a line, as WARC records, HTTP answers and MIME parts begin with (RFC 9112, RFC 5322).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace depesche {

class HeaderFields {
public:
    // Lines that are no field are passed over; a line that begins with a blank goes on with the field before it. Linear in `block`.
    explicit HeaderFields(std::string_view block);

    // The first field of that name, whatever its case, blanks at the ends left out; empty when there is none.
    [[nodiscard]] std::string_view get(std::string_view name) const;

private:
    std::vector<std::pair<std::string, std::string>> fields_;  // names in lower case
};

// Bytes of `text` up to and with the empty line that ends a header; nothing when there is none.
[[nodiscard]] std::optional<std::size_t> header_size(std::string_view text);

// "text/html; charset=utf-8" -> "text/html", in lower case.
[[nodiscard]] std::string media_type(std::string_view content_type);
// A parameter of a field's value, quotation marks taken off: charset -> "utf-8"; empty when there is none.
[[nodiscard]] std::string header_parameter(std::string_view value, std::string_view name);

}  // namespace depesche
