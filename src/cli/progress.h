// The line that says how far reading is: on standard error, and only when a person looks at it.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "read/files.h"

namespace depesche::cli {

// The disk, with the bytes counted that are read through it. Thread-safe as FileSystem asks.
class CountedDisk;

// What a command writes to standard output while it reads.
enum class PrintedMeanwhile : unsigned char { nothing, lines };

class Progress {
public:
    // Shown when standard error is a terminal. Not when lines go to a terminal as well, since they would run into it.
    explicit Progress(PrintedMeanwhile printed);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    // What is to be read through, so that the time left can be told.
    [[nodiscard]] const FileSystem& files() const;
    // All that will be read, once it is known. Without effect for standard input, whose end nobody knows.
    void expect(std::span<const std::string> paths);

    void page(bool failed);
    // What is done with the pages now that all are read, "finding stories"; until the next clear().
    void stage(std::string_view what);
    // Takes the line away, for something else to be printed.
    void clear();

private:
    void draw();

    std::unique_ptr<CountedDisk> disk_;
    bool shown_ = false;
    bool drawn_ = false;
    std::uint64_t all_bytes_ = 0;  // 0: not known
    std::size_t pages_ = 0;
    std::size_t failed_ = 0;
    std::chrono::steady_clock::time_point began_;
    std::chrono::steady_clock::time_point last_;
};

// "1,234 pages, 56/s, 7 failed, about 3 min left"; without the last part when `share` (of all bytes) is not known or too small to tell.
[[nodiscard]] std::string progress_line(std::size_t pages, std::size_t failed, double seconds, double share);

}  // namespace depesche::cli
