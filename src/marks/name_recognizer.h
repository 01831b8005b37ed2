// Where names stand in a text and of what kind they are.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include <depesche/span.h>

#include "language/tokens.h"
#include "marks/marks.h"
#include "marks/name_lexicon.h"
#include "marks/name_model.h"
#include "marks/name_scorer.h"

namespace depesche {

struct FoundName {
    Span span;  // text bytes, whole words
    NameKind kind = NameKind::person;
    float confidence = 0;          // the least of its words' marginal probabilities
    std::uint32_t first_word = 0;  // index into Tokens::words
    std::uint32_t last_word = 0;   // behind its last
    bool operator==(const FoundName&) const = default;
};

// Recognizes names with the model of one language. Thread-safe; holds views into the embedded data only.
class NameRecognizer {
public:
    NameRecognizer(NameLexicon lexicon, NameModel model) : lexicon_(lexicon), model_(model), memories_(std::make_unique<NameMemories>()) {}

    // By span, not overlapping, never across sentences. Empty when the model is.
    [[nodiscard]] std::vector<FoundName> find(std::string_view text, const Tokens& tokens) const;

    [[nodiscard]] const NameLexicon& lexicon() const { return lexicon_; }
    [[nodiscard]] bool empty() const { return model_.empty(); }

private:
    NameLexicon lexicon_;
    NameModel model_;
    std::unique_ptr<NameMemories> memories_;
};

}  // namespace depesche
