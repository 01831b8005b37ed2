#include <cstdio>

#include <depesche/depesche.h>

int main() {
    std::printf("depesche %.*s\n", static_cast<int>(depesche::version().size()), depesche::version().data());
    return 0;
}
