#include "marks/figures.h"

namespace depesche {

struct FigureFinder::Parts {};

FigureFinder::FigureFinder(const Languages& /*languages*/) : parts_(std::make_unique<Parts>()) {}
FigureFinder::~FigureFinder() = default;

std::vector<Figure> FigureFinder::find(const MarkText&, const Language&, std::span<const Time>) const { return {}; }

}  // namespace depesche
