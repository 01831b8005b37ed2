#include "serve/answer_json.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "base/moment.h"
#include "store/row_lists.h"

namespace depesche {

void AnswerJson::text(std::string_view name, std::string_view value) {
    out_.key(name);
    out_.value(value);
}

void AnswerJson::known(std::string_view name, std::string_view value) {
    out_.key(name);
    value.empty() ? out_.null() : out_.value(value);
}

void AnswerJson::number(std::string_view name, std::uint64_t value) {
    out_.key(name);
    out_.value(value);
}

void AnswerJson::flag(std::string_view name, bool value) {
    out_.key(name);
    out_.value(value);
}

void AnswerJson::null(std::string_view name) {
    out_.key(name);
    out_.null();
}

void AnswerJson::fraction(std::string_view name, unsigned hundredths) {
    out_.key(name);
    out_.hundredths(hundredths);
}

void AnswerJson::place(std::string_view name, const Utf16Places& places, Span span) {
    begin_list(name);
    out_.value(places.at(span.begin));
    out_.value(places.at(span.end));
    end_list();
}

void AnswerJson::begin_object(std::string_view name) {
    out_.key(name);
    begin_object();
}

void AnswerJson::begin_list(std::string_view name) {
    out_.key(name);
    out_.begin_array(JsonLayout::one_line);
}

void AnswerJson::texts(std::string_view name, const std::vector<std::string>& values) {
    begin_list(name);
    for (const std::string& value : values) out_.value(std::string_view(value));
    end_list();
}

void AnswerJson::lines(std::string_view name, std::string_view list) {
    begin_list(name);
    for_each_entry(list, [&](std::string_view entry) { out_.value(entry); });
    end_list();
}

ApiAnswer AnswerJson::answer(int status) {
    out_.end_object();
    ApiAnswer answer;
    answer.status = status;
    answer.body = out_.take();
    return answer;
}

Result<std::uint64_t> number_value(const ApiRequest& request, std::string_view name, std::uint64_t least, std::uint64_t most,
                                   std::uint64_t otherwise) {
    const std::string_view text = request.value(name);
    if (text.empty()) return otherwise;
    std::uint64_t value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (code != std::errc() || end != text.data() + text.size() || value < least || value > most)
        return Error{Problem::wrong_usage, fmt::format("{} is a number from {} to {}", name, least, most), {}, {}};
    return value;
}

Result<std::string> day_value(const ApiRequest& request, std::string_view name) {
    const std::string_view text = request.value(name);
    const auto day = parse_iso(text);
    if (!text.empty() && (text.size() != 10 || !day || !day->has_day()))
        return Error{Problem::wrong_usage, fmt::format("{} is a day, written 2024-06-18", name), {}, {}};
    return std::string(text);
}

Result<bool> check_names(const ApiRequest& request, std::initializer_list<std::string_view> known) {
    for (const auto& [name, value] : request.query) {
        if (std::ranges::find(known, name) == known.end())
            return Error{Problem::wrong_usage, fmt::format("this address takes no value of the name {}", name), {}, {}};
    }
    return true;
}

}  // namespace depesche
