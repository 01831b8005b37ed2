// Printing: the only place that writes to standard output and standard error.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include <depesche/result.h>

namespace depesche::cli {

// To standard output, all of it. False when the reader has gone away (`| head`) or the disk is full.
bool print(std::string_view text);
// 1, with a word, when something could not be written to standard output for another reason than that its reader has gone away.
[[nodiscard]] int output_status();

// One line to standard error: "depesche: <place>: <reason>". Control characters are shown as "?".
void warn(const Error& problem);
void warn(std::string_view sentence);

// Names problems as they come, so that nothing is held, and at the end how many there were.
class ProblemTeller {
public:
    void tell(std::span<const Error> problems);
    // The sum, when there was more than one. Returns the exit status that house rules ask for.
    [[nodiscard]] int end() const;

private:
    std::size_t all_ = 0;
    std::size_t failed_ = 0;
};

// Names each problem, and at the end how many pages were lost. Returns the exit status that house rules ask for.
int report(std::span<const Error> problems);

// True for problems that exit status 1 stands for; an empty page, a page without article and a second copy are none.
[[nodiscard]] bool is_failure(Problem problem);

// Writes a whole file, or says why not.
[[nodiscard]] Result<bool> write_file(const std::string& path, std::string_view bytes);

// Columns of the terminal; 100 when standard output is none.
[[nodiscard]] unsigned terminal_width();
[[nodiscard]] bool terminal_has_color();

}  // namespace depesche::cli
