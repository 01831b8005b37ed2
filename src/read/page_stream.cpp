#include "read/page_stream.h"

#include <fmt/format.h>

#include "read/limits.h"
#include "read/stored_kind.h"
#include "read/unpack.h"

namespace depesche {
namespace {

// A reader whose begin was looked at, as a source for the next layer.
class ReaderSource final : public ByteSource {
public:
    explicit ReaderSource(ByteReader reader) : reader_(std::move(reader)) {}

    [[nodiscard]] Result<std::size_t> read(std::span<char> into) override {
        const std::string_view seen = reader_.peek(1).substr(0, into.size());
        if (seen.empty() && reader_.damage()) {
            const Error damage = *reader_.damage();
            reader_.pass_damage();
            return damage;
        }
        std::ranges::copy(seen, into.begin());
        const std::size_t count = seen.size();
        reader_.skip(count);
        return count;
    }

    [[nodiscard]] ArchivePlace place_of(std::uint64_t position) override { return reader_.place_at(position); }

private:
    ByteReader reader_;
};

ByteReader unpacked(ByteReader packed, StoredKind kind, const std::string& name) {
    auto source = std::make_unique<ReaderSource>(std::move(packed));
    return ByteReader(kind == StoredKind::gzip ? unpack_gzip(std::move(source), name) : unpack_zstd(std::move(source), name));
}

// Takes packings off until something else is there. `packings` says which.
std::optional<Error> unpack_all(ByteReader& reader, std::vector<StoredKind>& packings, StoredKind& kind, const std::string& name) {
    while (true) {
        kind = stored_kind(reader.peek(kind_bytes));
        if (kind != StoredKind::gzip && kind != StoredKind::zstd) return std::nullopt;
        if (packings.size() == limits::packed_depth)
            return Error{Problem::too_large, fmt::format("packed more than {} times over", limits::packed_depth), name, {}};
        packings.push_back(kind);
        reader = unpacked(std::move(reader), kind, name);
    }
}

std::unique_ptr<FilePages> pages_of_kind(StoredKind kind, ByteReader reader, const std::string& name) {
    switch (kind) {
        case StoredKind::warc:
            return warc_pages(std::move(reader), name);
        case StoredKind::gzip:
        case StoredKind::zstd:
        case StoredKind::page:
            break;
    }
    return single_page(std::move(reader), name);
}

Error no_page_there(const std::string& path) { return {Problem::not_found, "there is no page at this place of the archive", path, {}}; }

}  // namespace

Result<std::unique_ptr<FilePages>> open_file_pages(const std::string& path, const FileSystem& files, ArchivePlace begin) {
    auto source = files.open(path, 0);
    if (!source) return source.error();
    ByteReader reader(std::move(*source));
    std::vector<StoredKind> packings;
    StoredKind kind = StoredKind::page;
    if (auto error = unpack_all(reader, packings, kind, path)) return *error;
    if (begin != ArchivePlace{}) {
        auto again = files.open(path, begin.member);
        if (!again) return again.error();
        reader = ByteReader(std::move(*again));
        for (const StoredKind packing : packings) reader = unpacked(std::move(reader), packing, path);
        while (reader.pass(begin.skip - std::min(begin.skip, reader.position())) > 0 || reader.damage()) {
            if (reader.damage()) reader.pass_damage();
        }
    }
    return pages_of_kind(kind, std::move(reader), path);
}

Result<PageBytes> read_page_at(const std::string& path, const FileSystem& files) {
    std::string archive = path;
    ArchivePlace place;
    if (const std::size_t sign = path.rfind('#'); sign != std::string::npos && files.kind(path) == FileKind::none) {
        const auto parsed = parse_place(std::string_view(path).substr(sign + 1));
        if (!parsed) return no_page_there(path);
        place = *parsed;
        archive.resize(sign);
    }
    auto pages = open_file_pages(archive, files, place);
    if (!pages) return pages.error();
    auto page = (*pages)->next();
    if (!page) return no_page_there(path);
    if (!*page) return page->error();
    if ((*page)->page.path != path) return no_page_there(path);
    return std::move((*page)->page);
}

PageStream::PageStream(const std::vector<std::string>& arguments, const FileSystem& files, StreamOptions options)
    : files_(files), options_(std::move(options)), found_(find_files(arguments, files, options_.include)) {}

PageStream::~PageStream() = default;

std::uint64_t PageStream::passed_over() const { return passed_over_ + (open_ ? open_->passed_over() : 0); }

NextPage PageStream::next() {
    if (next_problem_ < found_.problems.size()) return std::move(found_.problems[next_problem_++]);
    while (true) {
        if (!open_) {
            if (next_file_ == found_.paths.size()) return std::nullopt;
            const std::string& path = found_.paths[next_file_];
            const std::string begin = options_.begin_at ? options_.begin_at(path) : std::string();
            const auto place = begin.empty() ? std::optional(ArchivePlace{}) : parse_place(begin);
            auto pages =
                place ? open_file_pages(path, files_, *place)
                      : Result<std::unique_ptr<FilePages>>(Error{Problem::wrong_usage, "this is no place of an archive", path, begin});
            if (!pages) {
                ++next_file_;
                return pages.error();
            }
            open_ = std::move(*pages);
        }
        auto page = open_->next();
        if (page) {
            if (*page) apply_meta((*page)->page, options_.meta);
            return page;
        }
        passed_over_ += open_->passed_over();
        open_.reset();
        ++next_file_;
    }
}

}  // namespace depesche
