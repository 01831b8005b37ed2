#include "read/content_coding.h"

#include <brotli/decode.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "read/header_fields.h"
#include "read/limits.h"
#include "read/unpack.h"

namespace depesche {
namespace {

constexpr std::size_t block = 64UL * 1024;

Error over(std::size_t limit) {
    return {Problem::too_large, fmt::format("the body unpacks to more than the limit of {} bytes", limit), {}, {}};
}
Error cut_off() { return {Problem::truncated, "the packed body ends in the middle", {}, {}}; }
Error broken() { return {Problem::bad_format, "the packed body is broken", {}, {}}; }

Result<std::string> read_whole(ByteSource& source, std::size_t limit) {
    std::string out;
    std::string piece(block, '\0');
    while (true) {
        const auto got = source.read(piece);
        if (!got) return got.error();
        if (*got == 0) return out;
        out.append(piece, 0, *got);
        if (out.size() > limit) return over(limit);
    }
}

// zlib's form (RFC 1950), or raw deflate, which some servers send under the same name. `window` is zlib's windowBits.
Result<std::string> inflate_body(std::string_view body, int window, std::size_t limit) {
    z_stream stream{};
    if (::inflateInit2(&stream, window) != Z_OK) return broken();
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));
    stream.avail_in = static_cast<uInt>(body.size());
    std::string out;
    std::string piece(block, '\0');
    int code = Z_OK;
    while (code == Z_OK && out.size() <= limit) {
        stream.next_out = reinterpret_cast<Bytef*>(piece.data());
        stream.avail_out = static_cast<uInt>(piece.size());
        code = ::inflate(&stream, Z_NO_FLUSH);
        out.append(piece, 0, piece.size() - stream.avail_out);
    }
    ::inflateEnd(&stream);
    if (out.size() > limit) return over(limit);
    if (code == Z_STREAM_END) return out;
    return code == Z_BUF_ERROR ? cut_off() : broken();
}

Result<std::string> decode_deflate(std::string body, std::size_t limit) {
    const bool has_header = body.size() >= 2 && (static_cast<unsigned char>(body[0]) & 0x0FU) == 8 &&
                            (static_cast<unsigned char>(body[0]) * 256U + static_cast<unsigned char>(body[1])) % 31 == 0;
    if (has_header) return inflate_body(body, 15, limit);
    auto raw = inflate_body(body, -15, limit);
    if (!raw && raw.error().problem == Problem::bad_format) return body;
    return raw;
}

Result<std::string> decode_brotli(std::string body, std::size_t limit) {
    BrotliDecoderState* state = ::BrotliDecoderCreateInstance(nullptr, nullptr, nullptr);
    if (state == nullptr) return broken();
    std::size_t in_left = body.size();
    const auto* in = reinterpret_cast<const std::uint8_t*>(body.data());
    std::string out;
    std::string piece(block, '\0');
    BrotliDecoderResult code = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
    while (code == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT && out.size() <= limit) {
        std::size_t out_left = piece.size();
        auto* to = reinterpret_cast<std::uint8_t*>(piece.data());
        code = ::BrotliDecoderDecompressStream(state, &in_left, &in, &out_left, &to, nullptr);
        out.append(piece, 0, piece.size() - out_left);
    }
    ::BrotliDecoderDestroyInstance(state);
    if (out.size() > limit) return over(limit);
    if (code == BROTLI_DECODER_RESULT_SUCCESS) return out;
    if (out.empty() && code == BROTLI_DECODER_RESULT_ERROR) return body;  // brotli has no magic: text that is none fails at once
    return code == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT ? cut_off() : broken();
}

Result<std::string> decode_one(std::string body, std::string_view coding, std::size_t limit) {
    if (body.empty() || coding.empty() || coding == "identity" || coding == "none" || coding == "utf-8") return body;
    if (coding == "gzip" || coding == "x-gzip") {
        if (!looks_like_gzip(body)) return body;
        return read_whole(*unpack_gzip(source_of(std::move(body)), {}), limit);
    }
    if (coding == "zstd") {
        if (!looks_like_zstd(body)) return body;
        return read_whole(*unpack_zstd(source_of(std::move(body)), {}), limit);
    }
    if (coding == "deflate") return decode_deflate(std::move(body), limit);
    if (coding == "br") return decode_brotli(std::move(body), limit);
    return Error{Problem::bad_format, fmt::format("the content coding {} is not supported", coding), {}, {}};
}

// A chunk's size, its extensions left out, and bytes up to behind its line end; nothing for anything else.
struct ChunkHead {
    std::size_t size = 0;
    std::size_t length = 0;
};
std::optional<ChunkHead> chunk_head(std::string_view rest) {
    ChunkHead head;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + std::min<std::size_t>(rest.size(), 16), head.size, 16);
    if (error != std::errc()) return std::nullopt;
    const std::size_t line = rest.find('\n');
    const auto digits = static_cast<std::size_t>(end - rest.data());
    if (line == std::string_view::npos || line > 4096 || digits > line) return std::nullopt;
    const std::size_t other = rest.find_first_not_of(" \t\r", digits);
    if (other != line && rest[other] != ';') return std::nullopt;
    head.length = line + 1;
    return head;
}

}  // namespace

Result<std::string> decode_content(std::string body, std::string_view codings, std::size_t limit) {
    std::vector<std::string> list;
    while (!codings.empty()) {
        const std::size_t comma = std::min(codings.find(','), codings.size());
        list.push_back(media_type(codings.substr(0, comma)));
        codings.remove_prefix(std::min(comma + 1, codings.size()));
        if (list.size() > limits::packed_depth)
            return Error{Problem::too_large, fmt::format("more than {} content codings over each other", limits::packed_depth), {}, {}};
    }
    for (auto coding = list.rbegin(); coding != list.rend(); ++coding) {
        auto decoded = decode_one(std::move(body), *coding, limit);
        if (!decoded) return Error{decoded.error().problem, decoded.error().reason, {}, {}};
        body = std::move(*decoded);
    }
    return body;
}

Result<std::string> join_chunks(std::string body) {
    if (!chunk_head(body)) return body;
    std::string out;
    out.reserve(body.size());
    std::string_view rest = body;
    while (true) {
        const auto head = chunk_head(rest);
        if (!head || head->size > rest.size() - head->length)
            return Error{Problem::truncated, "the chunks of the body are broken or end in the middle", {}, {}};
        if (head->size == 0) return out;
        out += rest.substr(head->length, head->size);
        rest.remove_prefix(head->length + head->size);
        if (rest.starts_with("\r\n")) rest.remove_prefix(2);
        else if (rest.starts_with('\n')) rest.remove_prefix(1);
    }
}

}  // namespace depesche
