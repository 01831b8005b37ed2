// Doing one thing to many values on several threads.
#pragma once

#include <cstddef>
#include <functional>

namespace depesche {

// Calls work(0) … work(count-1), each once, on at most `threads` threads (0: as many as the machine has cores). Returns when
// all are done. `work` must not throw and must write only to its own index, so that the result does not depend on threads.
void for_each_index(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& work);

}  // namespace depesche
