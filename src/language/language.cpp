#include "language/language.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <cld2/public/compact_lang_det.h>
#include <libstemmer.h>

#include "base/utf8.h"

namespace depesche {
namespace {

int number_in(std::string_view cell) {
    int value = 0;
    std::from_chars(cell.data(), cell.data() + cell.size(), value);
    return value;
}

std::string table(std::string_view code, std::string_view name) {
    return "languages/" + std::string(code) + "/" + std::string(name) + ".tsv";
}

void read_calendar(Language& language) {
    for (const Row& row : data_rows(table(language.code, "calendar"))) {
        if (row.size() < 3) continue;
        if (row[0] == "month") language.months[row[1]] = number_in(row[2]);
        if (row[0] == "weekday") language.weekdays[row[1]] = number_in(row[2]);
    }
}

void read_settings(Language& language) {
    for (const Row& row : data_rows(table(language.code, "language"))) {
        if (row.size() < 2) continue;
        if (row[0] == "stemmer") language.stemmer = row[1];
        if (row[0] == "decimal-mark") language.decimal_mark = row[1];
        if (row[0] == "group-marks") language.group_marks = row[1];
        if (row[0] == "ordinal-mark") language.ordinal_mark = row[1];
    }
}

void read_words(WordSet& words, const std::string& name) {
    for (const Row& row : data_rows(name)) words.insert(row[0]);
}

Language load(std::string_view code) {
    Language language;
    language.code = code;
    read_settings(language);
    read_calendar(language);
    read_words(language.stop_words, table(code, "stop-words"));
    read_words(language.abbreviations, table(code, "abbreviations"));
    for (const Row& row : data_rows(table(code, "numbers"))) {
        if (row.size() >= 2) language.numbers[row[0]] = number_in(row[1]);
    }
    return language;
}

// CLD2's answer; empty where it is not sure, or where less than `least` percent of the text are in that language.
std::string language_of(std::string_view text, int least) {
    std::array<CLD2::Language, 3> languages{};
    std::array<int, 3> percents{};
    int bytes = 0;
    bool reliable = false;
    const CLD2::Language found =
        CLD2::DetectLanguageSummary(text.data(), static_cast<int>(text.size()), true, languages.data(), percents.data(), &bytes, &reliable);
    if (found == CLD2::UNKNOWN_LANGUAGE || !reliable || percents[0] < least) return {};
    std::string code = CLD2::LanguageCode(found);
    return code.substr(0, code.find('-'));
}

// Some `size` bytes of text from the first blank behind `at` on to a blank, so that no letter is cut in two.
std::string_view from_blank(std::string_view text, std::size_t at, std::size_t size) {
    const std::size_t begin = at == 0 ? 0 : std::min(text.find(' ', at), text.size());
    const std::string_view rest = text.substr(begin);
    return rest.substr(0, rest.find(' ', size));
}

}  // namespace

std::vector<Row> data_rows(std::string_view name) {
    std::vector<Row> rows;
    std::string_view rest = data_bytes(name);
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (line.empty() || line.front() == '#') continue;
        Row row;
        while (true) {
            const std::size_t tab = line.find('\t');
            row.push_back(line.substr(0, tab));
            if (tab == std::string_view::npos) break;
            line.remove_prefix(tab + 1);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

Languages::Languages() {
    for (const std::string_view code : data_languages()) languages_.push_back(load(code));
}

const Language* Languages::find(std::string_view code) const {
    const auto it = std::ranges::find(languages_, code, &Language::code);
    return it == languages_.end() ? nullptr : &*it;
}

const Language& Languages::fallback() const {
    const Language* german = find("de");
    return german != nullptr ? *german : languages_.front();
}

// Reading a whole text took CLD2 a tenth of all the time of marking. Where begin, middle and end are each in one language alone and in
// the same one, the rest is not read. Handled: an article, a page in one language. Not handled: a long text in two languages by turns;
// there a sample has words of both, and all is read.
std::string detect_language(std::string_view text) {
    constexpr std::size_t most = 65536;
    constexpr std::size_t sample = 400;  // bytes, some sixty words: enough for CLD2 to be sure of most texts
    constexpr int alone = 98;            // percent
    const std::string_view head = text.substr(0, most);
    if (head.size() > 4 * sample) {
        std::string begin = language_of(from_blank(head, 0, sample), alone);
        const auto is_same = [&](std::size_t at) { return begin == language_of(from_blank(head, at, sample), alone); };
        if (!begin.empty() && is_same(head.size() / 2) && is_same(head.size() - 2 * sample)) return begin;
    }
    return language_of(head, 0);
}

struct Stemmer::Engine {
    sb_stemmer* stemmer = nullptr;
};

Stemmer::Stemmer(const Language& language) : engine_(std::make_unique<Engine>()) {
    engine_->stemmer = sb_stemmer_new(language.stemmer.c_str(), nullptr);
}

Stemmer::~Stemmer() {
    if (engine_->stemmer != nullptr) sb_stemmer_delete(engine_->stemmer);
}

std::string Stemmer::operator()(std::string_view word) const {
    std::string lower = to_lower(word);
    if (engine_->stemmer == nullptr) return lower;
    const sb_symbol* stem =
        sb_stemmer_stem(engine_->stemmer, reinterpret_cast<const sb_symbol*>(lower.data()), static_cast<int>(lower.size()));
    if (stem == nullptr) return lower;
    return {reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(engine_->stemmer))};
}

}  // namespace depesche
