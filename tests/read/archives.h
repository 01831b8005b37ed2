// Archives made for tests: packing, WARC records, and all pages of some bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <zlib.h>
#include <zstd.h>

#include "read/one_file.h"
#include "read/page_stream.h"

namespace depesche::tests {

inline std::string gzip_of(std::string_view bytes) {
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    std::string in(bytes);
    std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(out.size() - stream.avail_out);
    deflateEnd(&stream);
    return out;
}

inline std::string zstd_of(std::string_view bytes) {
    ZSTD_CCtx* context = ZSTD_createCCtx();
    ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
    std::string out(ZSTD_compressBound(bytes.size()), '\0');
    out.resize(ZSTD_compress2(context, out.data(), out.size(), bytes.data(), bytes.size()));
    ZSTD_freeCCtx(context);
    return out;
}

inline std::string warc_record(std::string_view type, std::string_view url, std::string_view content_type, std::string_view payload,
                               std::string_view length = {}) {
    std::string out = "WARC/1.1\r\nWARC-Type: " + std::string(type) + "\r\nWARC-Target-URI: " + std::string(url) +
                      "\r\nWARC-Date: 2031-03-04T05:06:07Z\r\nContent-Type: " + std::string(content_type) + "\r\nContent-Length: ";
    out += length.empty() ? std::to_string(payload.size()) : std::string(length);
    return out + "\r\n\r\n" + std::string(payload) + "\r\n\r\n";
}

inline std::string warc_response(std::string_view url, std::string_view http_fields, std::string_view body, std::string_view length = {}) {
    const std::string payload =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n" + std::string(http_fields) + "\r\n" + std::string(body);
    return warc_record("response", url, "application/http; msgtype=response", payload, length);
}

struct AllPages {
    std::vector<StreamedPage> pages;
    std::vector<Error> problems;
    std::uint64_t passed_over = 0;
};

inline AllPages pages_of(const std::string& bytes, StreamOptions options = {}) {
    const OneFile files(bytes);
    PageStream stream({"f"}, files, std::move(options));
    AllPages all;
    while (auto page = stream.next()) {
        if (*page) all.pages.push_back(std::move(**page));
        else all.problems.push_back(page->error());
    }
    all.passed_over = stream.passed_over();
    return all;
}

}  // namespace depesche::tests
