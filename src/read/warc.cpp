// WARC 1.0 and 1.1 (ISO 28500:2017): the pages among the records of an archive.
//
// A record is a header, as many bytes as its Content-Length says, and two line ends. Lengths are not believed blindly: behind each record
// either the archive ends or line ends or "WARC/" follow. Where they do not, the length is wrong; if another record begins inside the
// bytes taken, reading goes on there, else at the next line that begins a record.
// Why it is right: for records with right lengths nothing but the lengths is used, so what a page contains does not matter.
// Handles: wrong lengths, broken gzip members between good ones, a record that claims more than there is. Does not handle: a wrong length
// that happens to end where a record inside a page begins. Test: tests/read/warc_test.cpp.
#include <charconv>
#include <optional>

#include <fmt/format.h>

#include "read/file_pages.h"
#include "read/header_fields.h"
#include "read/http_message.h"
#include "read/limits.h"

namespace depesche {
namespace {

constexpr std::size_t block = 64UL * 1024;
constexpr std::string_view begin_of_next = "\r\n\r\nWARC/1.";

// Where a record begins inside `bytes`, if one does; what stands before it is the end of the one before.
std::optional<std::size_t> record_inside(std::string_view bytes) {
    const std::size_t at = bytes.find(begin_of_next);
    if (at == std::string_view::npos) return std::nullopt;
    return at + 4;
}

struct WarcRecord {
    ArchivePlace place;
    std::string type;
    std::string url;
    std::string date;
    std::string content_type;
    std::uint64_t length = 0;
};

class WarcPages final : public FilePages {
public:
    WarcPages(ByteReader bytes, std::string name) : bytes_(std::move(bytes)), name_(std::move(name)) {}

    [[nodiscard]] NextPage next() override {
        while (true) {
            bool ended = false;
            if (auto problem = find_record(ended)) return *problem;
            if (ended) return summary();
            auto header = read_header();
            if (!header) {
                lost_ = true;
                return header.error();
            }
            if (header->type == "revisit") ++revisits_;
            const bool may_be_page = header->type == "response" || header->type == "resource" || header->type == "conversion";
            if (auto page = header->length > limits::page_bytes ? pass_large(*header, may_be_page) : read_record(*header, may_be_page))
                return page;
        }
    }

    [[nodiscard]] std::uint64_t passed_over() const override { return passed_over_; }

private:
    [[nodiscard]] Error error(Problem problem, std::string reason, ArchivePlace place) const {
        return {problem, std::move(reason), fmt::format("{}#{}", name_, to_string(place)), {}};
    }

    // At the end of the archive, once: what is told about all of it.
    [[nodiscard]] NextPage summary() {
        if (revisits_ == 0) return std::nullopt;
        const std::uint64_t count = std::exchange(revisits_, 0);
        return Error{Problem::passed_over,
                     fmt::format("{} revisit records passed over: they say that a page was the same as one stored before", count),
                     name_,
                     {}};
    }

    // Goes behind the damage that reading met, and says what it was.
    [[nodiscard]] Error take_damage() {
        Error damage = *bytes_.damage();
        bytes_.pass_damage();
        lost_ = true;
        return damage;
    }

    void skip_line_ends() {
        while (true) {
            const std::string_view seen = bytes_.peek(1);
            const std::size_t count = std::min(seen.find_first_not_of("\r\n"), seen.size());
            if (count == 0) return;
            bytes_.skip(count);
        }
    }

    // Goes to where a record begins. An error when something else stands there; then reading is behind it.
    std::optional<Error> find_record(bool& ended) {
        while (true) {
            skip_line_ends();
            const std::string_view seen = bytes_.peek(5);
            if (seen.starts_with("WARC/")) {
                lost_ = false;
                return std::nullopt;
            }
            if (seen.size() < 5 && bytes_.damage()) {
                return take_damage();
            }
            ended = seen.empty();
            if (ended) return std::nullopt;
            if (!std::exchange(lost_, true)) {
                const ArchivePlace place = bytes_.place();
                find_line();
                return error(Problem::bad_format, "no record begins here; the length of the one before it may be wrong", place);
            }
            find_line();
        }
    }

    // To the next line that begins with "WARC/", or to the end or damage.
    void find_line() {
        constexpr std::string_view line = "\nWARC/";
        while (true) {
            const std::string_view seen = bytes_.peek(block);
            const std::size_t at = seen.find(line);
            if (at != std::string_view::npos) {
                bytes_.skip(at + 1);
                return;
            }
            bytes_.skip(seen.size() < block ? seen.size() : seen.size() - line.size() + 1);
            if (seen.size() < block) return;
        }
    }

    [[nodiscard]] Result<WarcRecord> read_header() {
        WarcRecord record;
        record.place = bytes_.place();
        std::optional<std::size_t> size;
        std::size_t wanted = 2048;
        std::string_view seen;
        do {
            seen = bytes_.peek(wanted).substr(0, wanted);
            size = header_size(seen);
            wanted *= 2;
        } while (!size && wanted <= limits::warc_header_bytes && seen.size() * 2 == wanted);
        if (!size) {
            if (seen.size() * 2 < wanted && bytes_.damage()) return take_damage();
            const bool cut = seen.size() * 2 < wanted;
            bytes_.skip(5);
            if (cut) return error(Problem::truncated, "the archive ends inside a record's header", record.place);
            return error(Problem::too_large, fmt::format("a record's header has more than {} bytes, the limit", limits::warc_header_bytes),
                         record.place);
        }
        const HeaderFields fields(seen.substr(0, *size));
        bytes_.skip(*size);
        record.type = media_type(fields.get("warc-type"));
        record.date = fields.get("warc-date");
        record.content_type = fields.get("content-type");
        std::string_view url = fields.get("warc-target-uri");
        if (url.starts_with('<') && url.ends_with('>')) url = url.substr(1, url.size() - 2);
        record.url = url;
        const std::string_view length = fields.get("content-length");
        const auto [end, code] = std::from_chars(length.data(), length.data() + length.size(), record.length);
        if (length.empty() || code != std::errc() || end != length.data() + length.size())
            return error(Problem::bad_format, "the record has no length that is a number", record.place);
        return record;
    }

    // A record that is too large to be a page. It is passed over as it comes, unless another record begins inside what it claims.
    NextPage pass_large(const WarcRecord& record, bool may_be_page) {
        ++passed_over_;
        if (may_be_page && record.type == "response") {
            const auto answer = read_http_header(bytes_.peek(limits::http_header_bytes));
            may_be_page = answer && is_page_type(answer->media_type);
        } else {
            may_be_page = may_be_page && is_page_type(media_type(record.content_type));
        }
        std::uint64_t left = record.length;
        while (left > 0) {
            std::string_view seen = bytes_.peek(block);
            seen = seen.substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(seen.size(), left)));
            if (seen.empty()) {
                if (bytes_.damage()) return take_damage();
                return error(Problem::truncated, fmt::format("the record claims {} bytes, the archive ends before", record.length),
                             record.place);
            }
            if (const auto inside = record_inside(seen)) {
                bytes_.skip(*inside);
                return error(Problem::bad_format, fmt::format("the record claims {} bytes, but another one begins before", record.length),
                             record.place);
            }
            const std::size_t step = seen.size() < block ? seen.size() : seen.size() - begin_of_next.size() + 1;
            bytes_.skip(step);
            left -= step;
        }
        if (!may_be_page) return std::nullopt;
        return error(Problem::too_large,
                     fmt::format("the record has {} bytes, more than the limit of {}", record.length, limits::page_bytes), record.place);
    }

    NextPage read_record(const WarcRecord& record, bool may_be_page) {
        std::string payload = bytes_.take(static_cast<std::size_t>(record.length));
        const bool whole = payload.size() == record.length;
        if (!whole && bytes_.damage()) return take_damage();
        const std::string_view behind = bytes_.peek(5);
        const bool ends = behind.empty() || behind.starts_with('\r') || behind.starts_with('\n') || behind.starts_with("WARC/");
        if (!whole || !ends) {
            (void)bytes_.peek(block);
            if (bytes_.damage()) return take_damage();  // the wrong length came from there
            const auto inside = record_inside(payload);
            if (inside) bytes_.put_back(std::string_view(payload).substr(*inside));
            lost_ = true;
            if (!whole) {
                return error(inside ? Problem::bad_format : Problem::truncated,
                             fmt::format("the record claims {} bytes, {} are there", record.length, inside ? *inside - 4 : payload.size()),
                             record.place);
            }
            return error(Problem::bad_format, fmt::format("the record's length of {} bytes is wrong", record.length), record.place);
        }
        skip_line_ends();
        if (bytes_.peek(1).empty() && bytes_.damage() && bytes_.place().member == record.place.member)
            return take_damage();  // it is the checksum over these bytes, not what comes behind them
        if (may_be_page) {
            if (auto page = page_of(record, std::move(payload))) return page;
        }
        ++passed_over_;
        return std::nullopt;
    }

    NextPage page_of(const WarcRecord& record, std::string payload) {
        StreamedPage out;
        if (record.type == "response") {
            const auto header = read_http_header(payload);
            if (!header || header->status < 200 || header->status > 299) return std::nullopt;
            if (!header->media_type.empty() && !is_page_type(header->media_type)) return std::nullopt;
            auto answer = read_http(payload, limits::page_bytes);
            if (!answer) return error(answer.error().problem, answer.error().reason, record.place);
            if (answer->media_type.empty() && !answer->body.starts_with('<')) return std::nullopt;
            out.page.bytes = std::move(answer->body);
            out.page.charset = std::move(answer->charset);
        } else {
            if (!is_page_type(media_type(record.content_type))) return std::nullopt;
            out.page.bytes = std::move(payload);
            out.page.charset = header_parameter(record.content_type, "charset");
        }
        out.page.path = fmt::format("{}#{}", name_, to_string(record.place));
        out.page.url = record.url;
        out.page.crawled = record.date;
        out.archive = name_;
        out.next = to_string(bytes_.place());
        return out;
    }

    ByteReader bytes_;
    std::string name_;
    bool lost_ = false;  // damage was told; what follows it is looked through without another word
    std::uint64_t revisits_ = 0;
    std::uint64_t passed_over_ = 0;
};

}  // namespace

std::unique_ptr<FilePages> warc_pages(ByteReader bytes, std::string name) {
    return std::make_unique<WarcPages>(std::move(bytes), std::move(name));
}

}  // namespace depesche
