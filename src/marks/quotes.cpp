#include "marks/quotes.h"

namespace depesche {

struct QuoteFinder::Parts {};

QuoteFinder::QuoteFinder(const Languages& /*languages*/) : parts_(std::make_unique<Parts>()) {}
QuoteFinder::~QuoteFinder() = default;

std::vector<Quote> QuoteFinder::find(const MarkText&, const Language&, const Marks&) const { return {}; }

}  // namespace depesche
