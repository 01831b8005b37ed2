// The limits of reading. Input is hostile: each limit is part of the promise, and what is over it is refused with a reason.
#pragma once

#include <cstddef>
#include <cstdint>

namespace depesche::limits {

// Bytes of one stored page. News pages are below 5 MB; what is larger is an archive or no page.
inline constexpr std::size_t page_bytes = std::size_t{32} * 1024 * 1024;
// What a packed file may unpack to: anything up to the free bytes, above them this many times the packed bytes read so far (text packs
// to a third up to a thirtieth; gzip reaches 1,032 and zstd far more, with nothing but repetition).
inline constexpr std::uint64_t unpacked_free_bytes = std::uint64_t{64} * 1024 * 1024;
inline constexpr std::uint64_t unpacked_ratio = 250;
// Packed files inside each other: page.html.gz is one, a WARC with gzip members inside a WACZ two.
inline constexpr int packed_depth = 3;
// WARC: bytes of one record's header fields; bytes of the HTTP header in front of a page. Records above page_bytes are passed over.
inline constexpr std::size_t warc_header_bytes = std::size_t{64} * 1024;
inline constexpr std::size_t http_header_bytes = std::size_t{256} * 1024;
// Bytes of one line of JSON, of the begin of an MHTML file in which its page is looked for, of one piece of a feed.
inline constexpr std::size_t json_line_bytes = std::size_t{64} * 1024 * 1024;
inline constexpr std::size_t mhtml_bytes = std::size_t{64} * 1024 * 1024;
inline constexpr std::size_t feed_piece_bytes = std::size_t{1024} * 1024;
// Bytes of one line of text. The longest paragraph of a news page is some 10 KB.
inline constexpr std::size_t line_bytes = std::size_t{4} * 1024 * 1024;
// Non-empty lines of one page that are read for zones; what follows is boilerplate.
inline constexpr std::size_t page_lines = 20'000;
// Bytes of a brief as JSON that `verify` reads back.
inline constexpr std::size_t brief_bytes = std::size_t{1024} * 1024 * 1024;
// HTML: elements of one page, open ones around a text, attributes kept of one element. Real pages stay below 30,000, 100 and 30.
inline constexpr std::size_t html_elements = 1'000'000;
inline constexpr std::size_t html_depth = 512;
inline constexpr std::size_t html_attributes = 64;
// Blanks inside one tag; the page ends before a tag that has more.
inline constexpr std::size_t html_tag_blanks = 100'000;

}  // namespace depesche::limits
