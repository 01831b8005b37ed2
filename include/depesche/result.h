// Result: a value, or the reason why there is none.
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace depesche {

// What went wrong, coarse enough to branch on. The sentence for a person is in Error::reason.
enum class Problem {
    not_found,     // no such file or folder
    no_rights,     // it is there, the user may not read it
    cannot_read,   // any other failure of the file system
    empty,         // no bytes, or nothing but white space
    too_large,     // over a documented limit
    binary,        // not text in any encoding that is known
    bad_encoding,  // text, but some bytes could not be decoded
    bad_format,    // JSON, CSV, archives and the like that do not parse
    truncated,     // a file or a record of an archive that ends in the middle
    passed_over,   // what an archive holds beside pages: told, and no failure
    no_article,    // a page on which nothing reads like a piece of news
    duplicate,     // the same bytes as a page read before
    mismatch,      // verify: the stored bytes are not what was recorded
    wrong_usage,   // the call makes no sense
};

struct Error {
    Problem problem = Problem::cannot_read;
    std::string reason;  // one sentence, no full stop
    std::string place;   // path, with #offset or :line where known
    std::string piece;   // the offending bytes or word, at most a line; may be empty
};

// Either a T or an Error. Reading the side that is not there is a bug of the caller and asserts.
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : held_(std::move(value)) {}      // NOLINT(google-explicit-constructor): return value;
    Result(Error error) : held_(std::move(error)) {}  // NOLINT(google-explicit-constructor): return error;

    [[nodiscard]] explicit operator bool() const { return held_.index() == 0; }
    [[nodiscard]] const T& operator*() const& { return get(); }
    [[nodiscard]] T& operator*() & { return const_cast<T&>(std::as_const(*this).get()); }
    [[nodiscard]] T&& operator*() && { return std::move(const_cast<T&>(std::as_const(*this).get())); }
    [[nodiscard]] const T* operator->() const { return &get(); }
    [[nodiscard]] T* operator->() { return &**this; }
    [[nodiscard]] const Error& error() const {
        assert(held_.index() == 1);
        return std::get<1>(held_);
    }

private:
    [[nodiscard]] const T& get() const {
        assert(held_.index() == 0);
        return std::get<0>(held_);
    }
    std::variant<T, Error> held_;
};

}  // namespace depesche
