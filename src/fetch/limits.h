// The limits of fetching: what a server sends, how long it may take, how often it is asked. Each is part of the promise.
#pragma once

#include <chrono>
#include <cstddef>

namespace depesche::limits {

// Bytes of an address; servers refuse longer ones.
inline constexpr std::size_t address_bytes = 2048;
// Bytes of a body once it is decoded. A sitemap may have 50 MB by its protocol; of robots.txt what is behind the limit is not read (RFC
// 9309 asks for 500 KiB at least).
inline constexpr std::size_t fetched_page_bytes = std::size_t{8} * 1024 * 1024;
inline constexpr std::size_t fetched_feed_bytes = std::size_t{50} * 1024 * 1024;
inline constexpr std::size_t robots_bytes = std::size_t{512} * 1024;
// Bytes of all header fields of an answer, and of one that is kept (ETag, Last-Modified).
inline constexpr std::size_t answer_header_bytes = std::size_t{64} * 1024;
inline constexpr std::size_t validator_bytes = 512;
// Redirects of one request (RFC 9309 asks for five).
inline constexpr int redirects = 5;
// Time to connect, of one answer as a whole, and how long less than a hundred bytes a second may come.
inline constexpr std::chrono::seconds connect_time{15};
inline constexpr std::chrono::seconds answer_time{60};
inline constexpr std::chrono::seconds stall_time{20};
// Entries of one feed that are looked at; sitemaps of one index; an index inside an index is the last.
inline constexpr std::size_t feed_entries = 100'000;
inline constexpr std::size_t sitemaps_of_index = 50;
inline constexpr int sitemap_depth = 2;
// What a run that is to end waits for a host whose robots.txt asks for a delay.
inline constexpr std::chrono::minutes crawl_patience{10};
// How long robots.txt is believed (RFC 9309), and how many sites are remembered.
inline constexpr std::chrono::hours robots_age{24};
inline constexpr std::size_t remembered_sites = 256;

}  // namespace depesche::limits
