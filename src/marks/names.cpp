#include "marks/names.h"

#include "marks/name_consistency.h"
#include "marks/name_entities.h"
#include "marks/name_recognizer.h"
#include "marks/name_towns.h"

namespace depesche {
namespace {

struct NameData {
    std::string_view code;
    NameRecognizer recognizer;
    NameWords words;
};

std::string table_name(const std::string& code, const char* ending) { return "names/" + code + ending; }

}  // namespace

struct NameFinder::Parts {
    std::vector<NameData> data;

    explicit Parts(const Languages& languages) {
        // A language without a model of its own takes the fallback's, whose table knows foreign names by clusters of English words.
        for (const Language& language : languages.all()) {
            const bool own = !data_bytes(table_name(language.code, ".model")).empty();
            const std::string& code = own ? language.code : languages.fallback().code;
            data.push_back(
                {language.code,
                 NameRecognizer(NameLexicon(data_bytes(table_name(code, ".words"))), NameModel(data_bytes(table_name(code, ".model")))),
                 name_words_of(language)});
        }
    }

    [[nodiscard]] const NameData* of(const Language& language) const {
        for (const NameData& d : data) {
            if (d.code == language.code) return &d;
        }
        return nullptr;
    }
};

NameFinder::NameFinder(const Languages& languages) : parts_(std::make_unique<Parts>(languages)) {}
NameFinder::~NameFinder() = default;

void NameFinder::find(const MarkText& text, const Language& language, Marks& marks) const {
    const NameData* data = parts_->of(language);
    if (data == nullptr) return;
    std::vector<FoundName> found = data->recognizer.find(text.text, text.tokens);
    make_consistent(text.text, text.tokens, data->words, data->recognizer.lexicon(), found);
    complete_towns(text.text, text.tokens, found);
    join_entities(text, found, data->words, data->recognizer.lexicon(), marks);
}

}  // namespace depesche
