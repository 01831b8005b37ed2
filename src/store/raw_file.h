// RawFile: a look at the bytes of a database file beside SQLite, by SQLite's own hands.
//
// Why not a stream of the standard library: POSIX takes all locks that a process has on a file when it closes any descriptor of it, also
// those of a connection that is still open. Another program would then take itself for the last one at the store, and delete the log that
// is written to (https://www.sqlite.org/howtocorrupt.html, section 2.2). SQLite's files know of each other and put off closing. Test:
// StoreFileTest.LookingAtAStoreThatIsInUseLeavesItsLocks.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include <depesche/result.h>

struct sqlite3_file;

namespace depesche {

class RawFile {
public:
    // Opens for reading alone. Error: no_rights.
    [[nodiscard]] static Result<RawFile> open(const std::string& path);

    [[nodiscard]] std::uint64_t size() const;
    // At most `count` bytes from the file's begin.
    [[nodiscard]] std::string head(std::size_t count) const;

private:
    struct Close {
        void operator()(sqlite3_file* file) const;
    };
    struct FreeName {
        void operator()(char* name) const;
    };
    RawFile() = default;
    std::unique_ptr<char, FreeName> name_;  // outlives the file, which refers to it
    std::unique_ptr<sqlite3_file, Close> file_;
};

}  // namespace depesche
