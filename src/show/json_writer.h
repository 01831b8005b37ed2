// JsonWriter: writes JSON in the order it is told, at the speed of appending to a string, broken into lines that can be diffed.
#pragma once

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace depesche {

// How a list or object is laid out: one item a line, or all of it on the line it begins on. What stands inside a container on
// one line is on that line too.
enum class JsonLayout { lines, one_line };

// The caller calls key() before each value inside an object, and closes what it opened; nothing else can go wrong, and no
// state but the text written so far and the open containers is kept.
class JsonWriter {
public:
    void begin_object(JsonLayout layout) { open('{', layout); }
    void end_object() { close('}'); }
    void begin_array(JsonLayout layout) { open('[', layout); }
    void end_array() { close(']'); }

    // `name` is one of our own: plain ASCII without quotes.
    void key(std::string_view name);

    // Any bytes: what is not valid UTF-8 is written as U+FFFD, one for each broken sequence.
    void value(std::string_view text);
    void value(const char* text) { value(std::string_view(text)); }
    void value(bool yes);
    template <std::unsigned_integral Number>
    void value(Number number) {
        count(number);
    }
    void hundredths(unsigned number);  // 87 is written 0.87
    void null();

    // The finished text, with a line end. The writer is empty afterwards.
    [[nodiscard]] std::string take();

private:
    struct Open {
        bool lines = false;
        bool empty = true;
    };
    void open(char bracket, JsonLayout layout);
    void close(char bracket);
    void before_value();  // the comma and the line break that part it from what stands before
    void break_line();
    void count(unsigned long long number);

    std::string out_;
    std::vector<Open> open_;
    bool after_key_ = false;
};

}  // namespace depesche
