#include "marks/times.h"

namespace depesche {

struct TimeFinder::Parts {};

TimeFinder::TimeFinder(const Languages& /*languages*/) : parts_(std::make_unique<Parts>()) {}
TimeFinder::~TimeFinder() = default;

std::vector<Time> TimeFinder::find(const MarkText&, const Language&) const { return {}; }

}  // namespace depesche
