// Transcriptions are compared by sound. A name from Cyrillic, Arabic, Korean or Chinese is written by different rules in German,
// English, French and scholarly texts; the rules differ in how they write the hissing sounds, v, the glides and the vowels, and
// agree in the other consonants. So digraphs and single letters of one sound become one letter ("sch", "sh", "zh" -> "$"), and two
// words are one when their consonants are equal and their vowels differ little.
//   Handled: Manturow/Manturov, Tschuikow/Chuykov, Khalid/Chalid, Wolodymyr/Wladimir, Yıldırım/Yildirim.
//   Not handled: names of two systems that disagree in consonants (Peking/Beijing), and nicknames (Bill/William).
// Tests: NameSpelling.
#include "marks/name_spelling.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <vector>

#include "base/utf8.h"

namespace depesche {
namespace {

struct Sound {
    std::string_view written;
    std::string_view sound;
};

// Longest first. "c" is tsch, "$" sch, "x" the ch of "ach" and k with a breath, "i" all glides.
constexpr std::array<Sound, 37> sounds = {{
    {"dzsch", "i"}, {"dsch", "i"}, {"tsch", "c"}, {"schtsch", "c"}, {"shch", "c"}, {"tch", "c"}, {"sch", "$"}, {"zh", "$"},
    {"sh", "$"},    {"ch", "c"},   {"kh", "c"},   {"dj", "i"},      {"dz", "ds"},  {"ts", "s"},  {"tz", "s"},  {"ph", "f"},
    {"th", "t"},    {"dt", "t"},   {"ck", "k"},   {"ks", "ks"},     {"x", "ks"},   {"qu", "kv"}, {"q", "k"},   {"w", "v"},
    {"ou", "u"},    {"oe", "o"},   {"ue", "u"},   {"ae", "a"},      {"ie", "i"},   {"ij", "i"},  {"iy", "i"},  {"yi", "i"},
    {"ji", "i"},    {"y", "i"},    {"j", "i"},    {"z", "s"},       {"c", "k"},
}};

// The letters that some of the sounds above begin with, a bit each: the others stand for themselves.
constexpr std::uint32_t sound_begins = [] {
    std::uint32_t letters = 0;
    for (const Sound& s : sounds) letters |= 1U << static_cast<unsigned>(s.written.front() - 'a');
    return letters;
}();

bool begins_sound(char c) { return c >= 'a' && c <= 'z' && (sound_begins >> static_cast<unsigned>(c - 'a') & 1U) != 0; }

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

std::string sound_of(std::string_view folded) {
    std::string out;
    if (folded.starts_with("ye") || folded.starts_with("je")) folded.remove_prefix(1);
    while (!folded.empty()) {
        std::string_view next = folded.substr(0, 1);
        std::size_t taken = 1;
        for (const Sound& s : begins_sound(next.front()) ? std::span<const Sound>(sounds) : std::span<const Sound>()) {
            if (s.written.front() != folded.front() || !folded.starts_with(s.written)) continue;
            next = s.sound;
            taken = s.written.size();
            break;
        }
        for (const char c : next) {
            if (out.empty() || out.back() != c) out += c;
        }
        folded.remove_prefix(taken);
    }
    if (out.ends_with("of")) out.back() = 'v';
    return out;
}

std::string consonants_of(std::string_view sound) {
    std::string out;
    for (const char c : sound) {
        if (!is_vowel(c) && c != 'h' && (out.empty() || out.back() != c)) out += c;
    }
    return out;
}

// Endings that tell people apart: "Jan" and "Jana", "Mario" and "Maria", "Simon" and "Simone".
bool endings_fit(std::string_view a, std::string_view b) {
    const char x = a.back();
    const char y = b.back();
    if (x == y) return true;
    const bool open = is_vowel(x) || is_vowel(y);
    return !open;
}

bool vowels_fit(std::string_view a, std::string_view b) {
    const auto longest = std::max(a.size(), b.size());
    const auto most = static_cast<unsigned>(longest / 3);
    return edit_distance(a, b, most) <= most;
}

bool same_sound(const NamePart& a, const NamePart& b) {
    if (a.sound == b.sound) return a.sound.size() > 1;
    if (a.consonants != b.consonants || a.consonants.size() < 2 || std::min(a.sound.size(), b.sound.size()) < 4) return false;
    return endings_fit(a.sound, b.sound) && vowels_fit(a.sound, b.sound);
}

bool one_has_s(std::string_view longer, std::string_view shorter) {
    return longer.size() == shorter.size() + 1 && longer.back() == 's' && longer.starts_with(shorter) && shorter.size() >= 2;
}

// The dotless i of Turkish, d with a stroke: fold() leaves letters that have no accent to take off.
std::string plain(std::string_view folded) {
    std::string out;
    for (std::size_t at = 0; at < folded.size();) {
        const char32_t c = next_code_point(folded, at);
        if (c == U'ı') out += 'i';
        else if (c == U'đ') out += "dj";
        else if (c == U'ð') out += 'd';
        else if (c == U'þ') out += "th";
        else append_utf8(out, c);
    }
    return out;
}

// "al-Scharaa", "asch-Scharaa": the Arabic article, which takes the sound of the letter behind it, and is as often left out.
std::string_view without_article(std::string_view word) {
    constexpr std::size_t least = 3;  // bytes of what it stands before
    for (const std::string_view article : {"al-", "as-", "ash-", "asch-", "ad-", "an-", "ar-", "at-", "az-", "el-", "es-", "esch-"}) {
        if (word.size() < article.size() + least || word[0] != article[0] + (word[0] < 'a' ? 'A' - 'a' : 0)) continue;
        if (word.substr(1, article.size() - 1) != article.substr(1)) continue;
        const char next = word[article.size()];
        if (next >= 'A' && next <= 'Z') return word.substr(article.size());
    }
    return word;
}

}  // namespace

NamePart name_part(std::string_view word) {
    NamePart part;
    part.initial = word.ends_with('.') && word.size() <= 3;
    for (const std::string_view mark : {"’s", "'s", "’", "'", "."}) {
        if (word.size() > mark.size() && word.ends_with(mark)) {
            word.remove_suffix(mark.size());
            break;
        }
    }
    word = without_article(word);
    part.folded = fold(word);
    std::erase(part.folded, '.');
    if (std::ranges::any_of(part.folded, [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) part.folded = plain(part.folded);
    constexpr std::size_t longest = 60;  // of longer words only the bytes are compared
    if (part.folded.size() <= longest) {
        part.sound = sound_of(part.folded);
        part.consonants = consonants_of(part.sound);
    }
    return part;
}

SpellingLikeness compare(const NamePart& a, const NamePart& b) {
    if (a.folded.empty() || b.folded.empty()) return SpellingLikeness::different;
    if (a.folded == b.folded) return SpellingLikeness::equal;
    if (a.initial || b.initial) return a.folded.front() == b.folded.front() ? SpellingLikeness::transcription : SpellingLikeness::different;
    if (one_has_s(a.folded, b.folded) || one_has_s(b.folded, a.folded)) return SpellingLikeness::inflected;
    if (same_sound(a, b)) return SpellingLikeness::transcription;
    if (std::min(a.folded.size(), b.folded.size()) >= 6 && endings_fit(a.folded, b.folded) && edit_distance(a.folded, b.folded, 1) <= 1)
        return SpellingLikeness::slip;
    return SpellingLikeness::different;
}

unsigned edit_distance(std::string_view a, std::string_view b, unsigned most) {
    const auto gap = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
    if (gap > most) return most + 1;
    std::vector<unsigned> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = static_cast<unsigned>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        unsigned corner = row[0];
        row[0] = static_cast<unsigned>(i);
        unsigned least = row[0];
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const unsigned replaced = corner + (a[i - 1] == b[j - 1] ? 0U : 1U);
            corner = row[j];
            row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
            least = std::min(least, row[j]);
        }
        if (least > most) return most + 1;
    }
    return std::min(row[b.size()], most + 1);
}

}  // namespace depesche
