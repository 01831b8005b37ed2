#include "meaning/meaning.h"

namespace depesche {

MeaningSource own_meaning() { return {std::string(encoder_name()), load_meaning}; }

}  // namespace depesche
