#include "marks/name_roles.h"

#include <algorithm>

#include "base/utf8.h"

namespace depesche {
namespace {

constexpr std::uint32_t reach = 12;  // words

class Around {
public:
    Around(std::string_view text, const Tokens& tokens, const FoundName& name, const NameWords& words)
        : text_(text), tokens_(tokens), name_(name), words_(words) {
        const Sentence& sentence = tokens.sentences[tokens.words[name.first_word].sentence];
        begin_ = std::max(sentence.first_word, name.first_word - std::min(name.first_word, reach));
        end_ = std::min(sentence.last_word, name.last_word + reach);
    }

    // "Kremlchef Wladimir Putin", "Präsident Dr. Osterloh": only titles stand between.
    void directly_before(std::vector<Span>& out) const {
        for (std::uint32_t i = name_.first_word; i-- > begin_;) {
            if (is_capital_role(i)) return out.push_back(tokens_.words[i].span);
            if (!words_.titles.contains(piece(i)) && piece(i) != ".") return;
        }
    }

    // "der Sprecher des Nationalen Sicherheitsrates, John Kirby": back from the comma to the noun that the phrase begins with; a
    // mark on the way ends the search.
    void before_comma(std::vector<Span>& out) const {
        if (name_.first_word == begin_ || piece(name_.first_word - 1) != ",") return;
        for (std::uint32_t i = name_.first_word - 1; i-- > begin_;) {
            if (is_capital_role(i)) {
                if (i == begin_ || !is_name_before(i)) out.push_back(tokens_.words[i].span);
                return;
            }
            if (tokens_.words[i].kind == WordKind::mark) return;
        }
    }

    // "Jelto Harringa, (der) (langjährige) Vormann der Seenotretter". A role that a capital word follows is the next person's: "…,
    // Außenminister Lars Rasmussen"; and so is one behind a verb: "…, sagte der Außenminister".
    void behind_comma(std::vector<Span>& out) const {
        if (name_.last_word >= end_ || (piece(name_.last_word) != "," && piece(name_.last_word) != "(")) return;
        for (std::uint32_t i = name_.last_word + 1; i < std::min(end_, name_.last_word + 5); ++i) {
            const bool next_is_capital = i + 1 < end_ && tokens_.words[i + 1].capital;
            if (is_capital_role(i) && !next_is_capital) return out.push_back(tokens_.words[i].span);
            if (tokens_.words[i].capital || tokens_.words[i].kind != WordKind::word) return;
            if (i == name_.last_word + 1 && !is_article(i) && !(i + 1 < end_ && is_capital_role(i + 1))) return;
        }
    }

private:
    [[nodiscard]] std::string_view piece(std::uint32_t i) const {
        return text_.substr(tokens_.words[i].span.begin, tokens_.words[i].span.size());
    }
    [[nodiscard]] bool is_capital_role(std::uint32_t i) const {
        const Word& word = tokens_.words[i];
        return word.kind == WordKind::word && word.capital && is_role(piece(i), words_);
    }
    [[nodiscard]] bool is_article(std::uint32_t i) const { return words_.articles.contains(piece(i)); }
    // "Präsident Putin und sein Sprecher, ...": a role right before another name is that name's.
    [[nodiscard]] bool is_name_before(std::uint32_t i) const {
        return i + 1 < name_.first_word && tokens_.words[i + 1].capital && tokens_.words[i + 1].kind == WordKind::word;
    }

    std::string_view text_;
    const Tokens& tokens_;
    const FoundName& name_;
    const NameWords& words_;
    std::uint32_t begin_ = 0;
    std::uint32_t end_ = 0;
};

}  // namespace

std::vector<Span> roles_of(std::string_view text, const Tokens& tokens, const FoundName& name, const NameWords& words) {
    std::vector<Span> out;
    const Around around(text, tokens, name, words);
    around.directly_before(out);
    if (out.empty()) around.before_comma(out);
    around.behind_comma(out);
    return out;
}

}  // namespace depesche
