#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <fmt/format.h>

#include "base/begin_of.h"
#include "cli/commands.h"

namespace depesche::cli {
namespace {

std::string without_control(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = '?';
    }
    return out;
}

// Why standard output could not be written, an errno; 0: it could. The first reason stays.
int& output_failure() {
    static int failure = 0;
    return failure;
}

}  // namespace

bool print(std::string_view text) {
    if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0) return true;
    if (output_failure() == 0) output_failure() = errno;
    return false;
}

int output_status() {
    if (output_failure() == 0 || output_failure() == EPIPE) return status_good;
    warn(fmt::format("standard output could not be written whole: {}", std::strerror(output_failure())));
    return status_failed;
}

void warn(std::string_view sentence) { fmt::print(stderr, "depesche: {}\n", without_control(sentence)); }

void warn(const Error& problem) {
    std::string line = problem.place.empty() ? problem.reason : fmt::format("{}: {}", problem.place, problem.reason);
    if (!problem.piece.empty()) line += fmt::format(": {}", begin_of(problem.piece, 120));
    warn(line);
}

bool is_failure(Problem problem) {
    return problem != Problem::empty && problem != Problem::no_article && problem != Problem::duplicate && problem != Problem::passed_over;
}

void ProblemTeller::tell(std::span<const Error> problems) {
    for (const Error& problem : problems) {
        warn(problem);
        ++all_;
        failed_ += is_failure(problem.problem) ? 1U : 0U;
    }
}

int ProblemTeller::end() const {
    if (all_ > 1) warn(fmt::format("{} problems, {} of them with pages that could not be read whole", all_, failed_));
    return failed_ > 0 ? status_failed : status_good;
}

int report(std::span<const Error> problems) {
    ProblemTeller teller;
    teller.tell(problems);
    return teller.end();
}

Result<bool> write_file(const std::string& path, std::string_view bytes) {
    std::FILE* file = std::fopen(path.c_str(), "wb");
    if (file == nullptr) return Error{Problem::cannot_read, fmt::format("it cannot be written: {}", std::strerror(errno)), path, {}};
    const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
    if (std::fclose(file) != 0 || !written)
        return Error{Problem::cannot_read, fmt::format("it could not be written whole: {}", std::strerror(errno)), path, {}};
    return true;
}

unsigned terminal_width() {
    winsize size{};
    if (::isatty(STDOUT_FILENO) == 0 || ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col < 40) return 100;
    return std::min<unsigned>(size.ws_col, 160);
}

bool terminal_has_color() {
    const char* plain = std::getenv("NO_COLOR");
    return ::isatty(STDOUT_FILENO) != 0 && (plain == nullptr || *plain == '\0');
}

}  // namespace depesche::cli
