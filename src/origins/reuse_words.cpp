#include "origins/reuse_words.h"

#include <algorithm>

#include "base/utf8.h"

namespace depesche {
namespace {

constexpr std::size_t known_slots = std::size_t{1} << 14U;  // words remembered a thread; direct-mapped

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

enum class Sort : unsigned char { letter, digit, space, line_end, stop, opening, closing, quote, symbol, ignored, other };

// What the code point is to the reader. Latin letters with accents are told without a look at Unicode's tables.
Sort sort_of(char32_t c) {
    if (c < 0x80) {
        const char a = static_cast<char>(c);
        if (is_ascii_letter(a)) return Sort::letter;
        if (is_ascii_digit(a)) return Sort::digit;
        if (a == '\n' || a == '\r') return Sort::line_end;
        if (a == ' ' || a == '\t') return Sort::space;
        if (a == '.' || a == '!' || a == '?') return Sort::stop;
        if (a == '"') return Sort::quote;
        if (a == ')' || a == ']') return Sort::closing;
        if (a == '(' || a == '[') return Sort::opening;
        if (a == '%' || a == '$') return Sort::symbol;
        return Sort::other;
    }
    if (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) return Sort::letter;
    switch (c) {
        case 0xAD:
            return Sort::ignored;  // soft hyphen
        case 0x2026:
            return Sort::stop;  // …
        case 0x201E:
        case 0x201C:
        case 0x201D:
        case 0xAB:
        case 0xBB:
            return Sort::quote;  // „ “ ” « »
        case 0x2019:
        case 0x2018:
        case 0x201A:
        case 0x2039:
        case 0x203A:
            return Sort::other;
        case 0x20AC:
        case 0xA3:
            return Sort::symbol;  // € £
        case 0x2028:
        case 0x2029:
            return Sort::line_end;
        default:
            break;
    }
    if (is_letter(c)) return Sort::letter;
    if (is_digit(c)) return Sort::digit;
    return is_space(c) ? Sort::space : Sort::other;
}

struct Glyph {
    char32_t point = 0;
    Sort sort = Sort::other;
    std::size_t end = 0;
};

Glyph glyph_at(std::string_view text, std::size_t at) {
    Glyph glyph;
    glyph.end = at;
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
        glyph.point = byte;
        ++glyph.end;
    } else {
        glyph.point = next_code_point(text, glyph.end);
    }
    glyph.sort = sort_of(glyph.point);
    return glyph;
}

// Behind the word that begins at `at`: letters, or digits with separators between them ("2.600", "16:30").
std::size_t word_end(std::string_view text, std::size_t at, std::size_t limit, bool digits) {
    while (at < limit) {
        const Glyph glyph = glyph_at(text, at);
        const bool inside = digits ? glyph.sort == Sort::digit : glyph.sort == Sort::letter || glyph.sort == Sort::ignored;
        if (!inside) {
            const bool separator = digits && (glyph.point == '.' || glyph.point == ',' || glyph.point == ':');
            if (!separator || glyph.end >= limit || glyph_at(text, glyph.end).sort != Sort::digit) return at;
        }
        at = glyph.end;
    }
    return limit;
}

// "#2600" for "2.600".
std::string number_form(std::string_view word) {
    std::string digits(1, '#');
    for (const char c : word) {
        if (is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80) digits += c;
    }
    return digits;
}

std::uint32_t kin_of(std::string_view form) { return static_cast<std::uint32_t>(hash64(form)); }

}  // namespace

ReuseLexicon::ReuseLexicon(const Languages& languages) {
    for (const Language& language : languages.all()) {
        if (&language == &languages.fallback()) fallback_ = entries_.size();
        Entry entry{&language, {}, {}, {}};
        const Stemmer stem(language);
        for (const Row& row : data_rows("languages/" + language.code + "/reuse-words.tsv")) {
            if (row.size() < 2) continue;
            if (row[0] == "part") {
                entry.part.insert(entry.part.end(), row.begin() + 1, row.end());
                continue;
            }
            const std::string first = fold(stem(row[1]));
            for (std::size_t i = 1; i < row.size(); ++i) {
                const std::string form = fold(stem(row[i]));
                entry.swaps.emplace(form.empty() ? std::string(row[i]) : form, first);
                if (row[0] == "speech") entry.speech.emplace(form, true);
            }
        }
        entries_.push_back(std::move(entry));
    }
    for (const Row& row : data_rows("page/agencies.tsv")) {
        if (row.size() >= 3 && row[1] == "news" && row[2].find(' ') == std::string_view::npos) agencies_.push_back(row[2]);
    }
    std::ranges::sort(agencies_);
}

bool ReuseLexicon::names_agency(std::string_view words) const {
    const std::string lower = to_lower(words);
    std::string_view rest = lower;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find_first_of(" /,-+"), rest.size());
        if (end > 0 && std::ranges::binary_search(agencies_, rest.substr(0, end))) return true;
        rest.remove_prefix(std::min(rest.size(), end + 1));
    }
    return false;
}

const ReuseLexicon::Entry& ReuseLexicon::entry(std::string_view code) const {
    const auto it = std::ranges::find_if(entries_, [&](const Entry& e) { return e.language->code == code; });
    return it == entries_.end() ? entries_[fallback_] : *it;
}

ReuseReader::ReuseReader(const ReuseLexicon& lexicon) : lexicon_(&lexicon), known_(known_slots) {}

ReuseText ReuseReader::read(std::string_view text, std::span<const Span> passages, std::string_view language) {
    const ReuseLexicon::Entry& entry = lexicon_->entry(language);
    if (entry_ != &entry) {
        entry_ = &entry;
        auto known = std::ranges::find(stemmer_of_, &entry, &std::pair<const ReuseLexicon::Entry*, std::size_t>::first);
        if (known == stemmer_of_.end()) {
            stemmers_.push_back(std::make_unique<Stemmer>(*entry.language));
            stemmer_of_.emplace_back(&entry, stemmers_.size() - 1);
            known = stemmer_of_.end() - 1;
        }
        stemmer_ = stemmers_[known->second].get();
        salt_ = hash64(entry.language->code);
    }
    ReuseText out{text, {}, {}};
    out.words.reserve(text.size() / 6);
    if (passages.empty()) read_passage(out, {0, static_cast<std::uint32_t>(text.size())});
    for (const Span passage : passages) read_passage(out, passage);
    return out;
}

void ReuseReader::read_passage(ReuseText& out, Span passage) {
    const std::string_view text = out.text;
    const std::size_t limit = passage.end;
    std::size_t at = passage.begin;
    first_word_ = static_cast<std::uint32_t>(out.words.size());
    sentence_begin_ = limit;
    quoted_ = false;
    while (at < limit) {
        const Glyph glyph = glyph_at(text, at);
        if (glyph.sort != Sort::space && glyph.sort != Sort::line_end) sentence_begin_ = std::min(sentence_begin_, at);
        if (glyph.sort == Sort::letter || glyph.sort == Sort::digit) {
            const std::size_t end = word_end(text, at, limit, glyph.sort == Sort::digit);
            add_word(out, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}, glyph.sort == Sort::digit);
            at = end;
            continue;
        }
        if (glyph.sort == Sort::symbol) {
            add_word(out, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(glyph.end)}, false);
        } else if (glyph.sort == Sort::quote) {
            quoted_ = glyph.point == 0x201E || !quoted_;
        } else if (glyph.sort == Sort::line_end) {
            end_sentence(out, at);
            quoted_ = false;
        } else if (glyph.sort == Sort::stop) {
            std::size_t end = glyph.end;
            while (end < limit) {
                const Glyph after = glyph_at(text, end);
                const bool closes = after.sort == Sort::stop || after.sort == Sort::closing || (after.sort == Sort::quote && quoted_);
                if (!closes) break;
                if (after.sort == Sort::quote) quoted_ = false;
                end = after.end;
            }
            if (ends_sentence(out, at, end, limit)) {
                end_sentence(out, end);
                sentence_begin_ = limit;
            }
            at = end;
            continue;
        }
        at = glyph.end;
    }
    end_sentence(out, limit);
}

// True when the stop at `stop` with its closing marks up to `next` ends a sentence: white space and no small letter follow, and
// the word before is neither an abbreviation, an initial nor an ordinal.
bool ReuseReader::ends_sentence(const ReuseText& out, std::size_t stop, std::size_t next, std::size_t end) const {
    if (next >= end) return true;
    const std::string_view text = out.text;
    std::size_t at = next;
    if (glyph_at(text, at).sort != Sort::space && glyph_at(text, at).sort != Sort::line_end) return false;
    while (at < end && glyph_at(text, at).sort == Sort::space) at = glyph_at(text, at).end;
    if (at >= end) return true;
    const Glyph follows = glyph_at(text, at);
    const bool capital = follows.sort != Sort::letter || is_upper(follows.point);
    if (!capital) return false;
    if (text[stop] != '.' || next != stop + 1 || out.words.size() <= first_word_) return true;
    const ReuseWord& before = out.words.back();
    if (before.span.end != stop) return true;
    const std::string_view word = text.substr(before.span.begin, before.span.size());
    if (before.number) return word.size() > 2;
    std::size_t letter = 0;
    (void)next_code_point(word, letter);
    return letter != word.size() && !entry_->language->abbreviations.contains(word);
}

void ReuseReader::end_sentence(ReuseText& out, std::size_t end) {
    const auto count = static_cast<std::uint32_t>(out.words.size());
    if (count > first_word_) {
        const std::string_view whole = out.text.substr(sentence_begin_, end - sentence_begin_);
        const auto size = static_cast<std::uint32_t>(trim(whole).size());
        const auto begin = static_cast<std::uint32_t>(sentence_begin_);
        out.sentences.push_back({{begin, begin + size}, first_word_, count});
    }
    first_word_ = count;
    sentence_begin_ = out.text.size();
}

void ReuseReader::add_word(ReuseText& out, Span span, bool digits) {
    const Known known = look_up(out.text.substr(span.begin, span.size()), digits);
    out.words.push_back({span, known.kin, static_cast<std::uint32_t>(out.sentences.size()), quoted_, known.light, known.speech, digits});
}

ReuseReader::Known ReuseReader::look_up(std::string_view word, bool digits) {
    const std::uint64_t key = hash64(word, salt_) | 1U;
    Known& slot = known_[(key >> 7U) % known_slots];
    if (slot.key == key) return slot;
    slot = {key, 0, false, false};
    if (digits) {
        slot.kin = kin_of(number_form(word));
        return slot;
    }
    const std::string lower = to_lower(word);
    const Language& language = *entry_->language;
    slot.light = language.stop_words.contains(lower);
    if (const auto number = language.numbers.find(lower); number != language.numbers.end() && !slot.light) {
        slot.kin = kin_of(number_form(std::to_string(number->second)));
        return slot;
    }
    if (language.weekdays.contains(lower)) {
        slot.kin = kin_of("@day");
        return slot;
    }
    std::string stem = fold((*stemmer_)(word.size() > 64 ? word.substr(0, 64) : word));
    if (stem.empty()) stem = word;
    slot.speech = entry_->speech.contains(stem);
    const auto swap = entry_->swaps.find(stem);
    slot.kin = kin_of(swap == entry_->swaps.end() ? stem : swap->second);
    return slot;
}

}  // namespace depesche
