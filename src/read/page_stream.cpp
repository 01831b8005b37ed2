#include "read/page_stream.h"

#include <fmt/format.h>

#include "read/feed_piece.h"
#include "read/limits.h"
#include "read/saved_page.h"
#include "read/stored_kind.h"
#include "read/unpack.h"
#include "read/zip_pages.h"

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

std::unique_ptr<FilePages> pages_of_kind(StoredKind kind, ByteReader reader, const std::string& name, const PageFields& fields,
                                         std::string charset) {
    switch (kind) {
        case StoredKind::warc:
            return warc_pages(std::move(reader), name);
        case StoredKind::json_lines:
            return json_line_pages(std::move(reader), name, fields);
        case StoredKind::feed:
            return feed_pages(std::move(reader), name, std::move(charset));
        case StoredKind::mhtml:
            return mhtml_page(std::move(reader), name);
        default:
            return single_page(std::move(reader), name);
    }
}

// The file opened anew at a place, the same packings taken off.
Result<ByteReader> reopen(const std::string& path, const FileSystem& files, ArchivePlace place, const std::vector<StoredKind>& packings) {
    auto source = files.open(path, place.member);
    if (!source) return source.error();
    ByteReader reader(std::move(*source));
    for (const StoredKind packing : packings) reader = unpacked(std::move(reader), packing, path);
    while (reader.pass(place.skip - std::min(place.skip, reader.position())) > 0 || reader.damage()) {
        if (reader.damage()) reader.pass_damage();
    }
    return reader;
}

// What a page saved by hand or by a web archive says of its origin, where nothing else told.
void tell_how_saved(PageBytes& page) {
    SavedPage saved = page.url.empty() ? how_saved(page.bytes) : original_address(page.url);
    if (!saved.url.empty()) page.url = std::move(saved.url);
    if (page.crawled.empty()) page.crawled = std::move(saved.crawled);
}

}  // namespace

Result<std::unique_ptr<FilePages>> open_file_pages(const std::string& path, const FileSystem& files, const OpenOptions& options) {
    auto source = files.open(path, 0);
    if (!source) return source.error();
    ByteReader reader(std::move(*source));
    std::vector<StoredKind> packings;
    StoredKind kind = StoredKind::page;
    if (auto error = unpack_all(reader, packings, kind, path)) return *error;
    if (kind == StoredKind::zip) {
        if (path == "-" || !packings.empty()) return Error{Problem::bad_format, "a zip is only read from a file of its own", path, {}};
        return zip_pages(path, files, options);
    }
    std::string charset = kind == StoredKind::feed ? xml_charset(reader.peek(kind_bytes)) : std::string();
    const std::string begin = options.begin_at ? options.begin_at(path) : std::string();
    if (!begin.empty()) {
        const auto place = parse_place(begin);
        if (!place || path == "-") return Error{Problem::wrong_usage, "reading cannot begin at this place", path, begin};
        auto again = reopen(path, files, *place, packings);
        if (!again) return again.error();
        reader = std::move(*again);
    }
    return pages_of_kind(kind, std::move(reader), path, options.fields, std::move(charset));
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
            auto pages = open_file_pages(path, files_, options_);
            if (!pages) {
                ++next_file_;
                return pages.error();
            }
            open_ = std::move(*pages);
        }
        auto page = open_->next();
        if (page) {
            if (*page) {
                tell_how_saved((*page)->page);
                apply_meta((*page)->page, options_.meta);
            }
            return page;
        }
        passed_over_ += open_->passed_over();
        open_.reset();
        ++next_file_;
    }
}

}  // namespace depesche
