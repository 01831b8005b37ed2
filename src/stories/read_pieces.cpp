#include "stories/read_pieces.h"

#include <algorithm>
#include <utility>

#include "base/parallel.h"

namespace depesche {
namespace {

constexpr std::size_t title_limit = 60;  // words
constexpr std::size_t lead_limit = 60;
constexpr std::size_t text_limit = 4000;
constexpr std::size_t address_limit = 30;

std::uint32_t short_hash(std::string_view text) { return text.empty() ? 0 : term_of(text); }

// What names the piece in its address: the last two parts of the path, without endings, digits and keys.
std::vector<PlainWord> address_words(std::string_view url) {
    const std::size_t scheme = url.find("://");
    if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
    const std::size_t path = url.find('/');
    if (path == std::string_view::npos) return {};
    url.remove_prefix(path);
    url = url.substr(0, url.find_first_of("?#"));
    std::size_t cut = url.rfind('/');
    if (cut != std::string_view::npos && cut > 0) {
        const std::size_t before = url.rfind('/', cut - 1);
        // The last part alone when it is long enough to be words.
        if (before != std::string_view::npos && url.size() - cut < 20) cut = before;
    }
    std::vector<PlainWord> words = plain_words(cut == std::string_view::npos ? url : url.substr(cut), address_limit);
    std::erase_if(words, [](const PlainWord& w) { return w.number || w.text.size() < 3; });
    return words;
}

// The words of a piece as they stand, field by field.
struct PieceWords {
    std::vector<PlainWord> words;
    std::vector<PieceField> fields;  // of each word

    void add(std::span<const PlainWord> found, PieceField field) {
        words.insert(words.end(), found.begin(), found.end());
        fields.resize(words.size(), field);
    }
};

PieceWords words_of(const Piece& piece) {
    PieceWords words;
    words.add(plain_words(piece.title, title_limit), PieceField::title);
    if (!piece.teaser.empty()) words.add(plain_words(piece.teaser, lead_limit), PieceField::lead);
    if (!piece.text.empty()) {
        const auto text = plain_words(piece.text, text_limit);
        const std::size_t lead = piece.teaser.empty() ? std::min(text.size(), lead_limit) : 0;
        words.add(std::span(text).first(lead), PieceField::lead);
        words.add(std::span(text).subspan(lead), PieceField::text);
    }
    words.add(address_words(piece.url), PieceField::address);
    return words;
}

// What headline and lead have, with the parts of compounds; ascending, each once.
std::vector<std::uint32_t> terms_of(std::span<const Token> tokens, const WordTable& words) {
    std::vector<std::uint32_t> terms;
    for (const Token& token : tokens) {
        const WordFacts& facts = words[token.word];
        if (token.field == PieceField::address || token.field == PieceField::text || facts.stop) continue;
        terms.push_back(facts.term);
        for (const std::uint32_t part : facts.parts) {
            if (part != 0) terms.push_back(part);
        }
    }
    std::ranges::sort(terms);
    const auto rest = std::unique(terms.begin(), terms.end());
    terms.erase(rest, terms.end());
    return terms;
}

void meet_words(const PieceWords& found, const Language& language, WordTable& words, ReadPiece& read) {
    read.tokens.reserve(found.words.size());
    for (std::size_t i = 0; i < found.words.size(); ++i) {
        const PlainWord& word = found.words[i];
        read.tokens.push_back({words.meet(word.text, language), found.fields[i], word.capital, word.number, word.quoted, word.opens,
                               word.sentence, word.touches});
    }
}

bool is_regular(std::span<const Token> tokens, const WordTable& words, const Language& language) {
    for (std::size_t i = 0; i < tokens.size() && tokens[i].field == PieceField::title; ++i) {
        if (words[tokens[i].word].regular) return true;
        if (i > 0 && tokens[i].touches && words.is_regular_pair(tokens[i - 1].word, tokens[i].word, language)) return true;
    }
    return false;
}

const Language& language_of(const Piece& piece, const Languages& languages) {
    const Language* known = languages.find(piece.language);
    return known != nullptr ? *known : languages.fallback();
}

}  // namespace

// Words are split and their facts found on all threads; only giving them their numbers is done one after the other.
std::vector<ReadPiece> read_pieces(std::span<const Piece* const> pieces, WordTable& words, const Languages& languages, unsigned threads) {
    constexpr std::size_t block = 4096;  // pieces whose words are held as text
    std::vector<ReadPiece> reads(pieces.size());
    for (std::size_t begin = 0; begin < pieces.size(); begin += block) {
        std::vector<PieceWords> found(std::min(block, pieces.size() - begin));
        for_each_index(found.size(), threads, [&](std::size_t i) { found[i] = words_of(*pieces[begin + i]); });
        for (std::size_t i = 0; i < found.size(); ++i)
            meet_words(found[i], language_of(*pieces[begin + i], languages), words, reads[begin + i]);
    }
    words.learn(threads);
    for_each_index(pieces.size(), threads, [&](std::size_t i) {
        ReadPiece& read = reads[i];
        const Piece& piece = *pieces[i];
        read.terms = terms_of(read.tokens, words);
        read.minute = piece_minute(piece);
        read.day = piece_day(piece);
        read.outlet = short_hash(piece.outlet);
        read.section = short_hash(piece.section);
        read.full_text = !piece.text.empty();
        read.regular = is_regular(read.tokens, words, language_of(piece, languages));
    });
    return reads;
}

}  // namespace depesche
