#include "marks/names.h"

namespace depesche {

struct NameFinder::Parts {};

NameFinder::NameFinder(const Languages& /*languages*/) : parts_(std::make_unique<Parts>()) {}
NameFinder::~NameFinder() = default;

void NameFinder::find(const MarkText&, const Language&, Marks&) const {}

}  // namespace depesche
