#include "cli/progress.h"

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdio>

#include <fmt/format.h>

namespace depesche::cli {
namespace {

constexpr std::chrono::milliseconds between_drawings{200};

class CountedSource final : public ByteSource {
public:
    CountedSource(std::unique_ptr<ByteSource> source, std::atomic<std::uint64_t>& count) : source_(std::move(source)), count_(count) {}

    [[nodiscard]] Result<std::size_t> read(std::span<char> into) override {
        auto got = source_->read(into);
        if (got) count_ += *got;
        return got;
    }
    [[nodiscard]] ArchivePlace place_of(std::uint64_t position) override { return source_->place_of(position); }

private:
    std::unique_ptr<ByteSource> source_;
    std::atomic<std::uint64_t>& count_;
};

std::string grouped(std::size_t number) {
    std::string digits = fmt::format("{}", number);
    for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, 1, ',');
    return digits;
}

std::string time_left(double seconds) {
    if (seconds < 60) return fmt::format("{:.0f} s", seconds);
    if (seconds < 5400) return fmt::format("{:.0f} min", seconds / 60);
    return fmt::format("{:.0f} h", seconds / 3600);
}

}  // namespace

class CountedDisk final : public FileSystem {
public:
    [[nodiscard]] FileKind kind(const std::string& path) const override { return disk().kind(path); }
    [[nodiscard]] Result<std::vector<std::string>> list(const std::string& folder) const override { return disk().list(folder); }
    [[nodiscard]] Result<std::string> read(const std::string& path, std::size_t limit) const override { return disk().read(path, limit); }
    [[nodiscard]] Result<std::uint64_t> size(const std::string& path) const override { return disk().size(path); }
    [[nodiscard]] Result<std::unique_ptr<ByteSource>> open(const std::string& path, std::uint64_t offset) const override {
        auto source = disk().open(path, offset);
        if (!source) return source.error();
        return std::unique_ptr<ByteSource>(std::make_unique<CountedSource>(std::move(*source), count_));
    }
    [[nodiscard]] std::uint64_t count() const { return count_; }

private:
    mutable std::atomic<std::uint64_t> count_ = 0;
};

Progress::Progress(PrintedMeanwhile printed)
    : disk_(std::make_unique<CountedDisk>()),
      shown_(::isatty(STDERR_FILENO) != 0 && (printed == PrintedMeanwhile::nothing || ::isatty(STDOUT_FILENO) == 0)),
      began_(std::chrono::steady_clock::now()) {}

Progress::~Progress() { clear(); }

const FileSystem& Progress::files() const { return *disk_; }

void Progress::expect(std::span<const std::string> paths) {
    if (!shown_) return;
    for (const std::string& path : paths) {
        const auto size = path == "-" ? Result<std::uint64_t>(std::uint64_t{0}) : disk_->size(path);
        if (path == "-") {
            all_bytes_ = 0;
            return;
        }
        if (size) all_bytes_ += *size;
    }
}

void Progress::page(bool failed) {
    ++pages_;
    failed_ += failed ? 1U : 0U;
    if (!shown_) return;
    const auto now = std::chrono::steady_clock::now();
    if (pages_ > 1 && now - last_ < between_drawings) return;
    last_ = now;
    draw();
}

void Progress::stage(std::string_view what) {
    if (!shown_) return;
    fmt::print(stderr, "\r{} pages read; {} …\x1b[K", grouped(pages_), what);
    std::fflush(stderr);
    drawn_ = true;
}

void Progress::clear() {
    if (!drawn_) return;
    drawn_ = false;
    fmt::print(stderr, "\r\x1b[K");
    std::fflush(stderr);
}

void Progress::draw() {
    const double seconds = std::chrono::duration<double>(last_ - began_).count();
    const double share = all_bytes_ == 0 ? 0 : static_cast<double>(disk_->count()) / static_cast<double>(all_bytes_);
    fmt::print(stderr, "\r{}\x1b[K", progress_line(pages_, failed_, seconds, share));
    std::fflush(stderr);
    drawn_ = true;
}

std::string progress_line(std::size_t pages, std::size_t failed, double seconds, double share) {
    std::string line = fmt::format("{} pages, {:.0f}/s, {} failed", grouped(pages), static_cast<double>(pages) / std::max(seconds, 0.001),
                                   grouped(failed));
    if (share > 0.001 && seconds > 1) line += fmt::format(", about {} left", time_left(seconds / std::min(share, 1.0) - seconds));
    return line;
}

}  // namespace depesche::cli
