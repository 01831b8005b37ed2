# Warnings are errors; sanitizers as asked for.
function(depesche_warnings target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Wold-style-cast -Werror)
  if(DEPESCHE_FUZZ)
    target_compile_options(${target} PRIVATE -fsanitize=fuzzer-no-link)
  endif()
  if(DEPESCHE_SANITIZE)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")  # false alarms within the standard library's own code
      target_compile_options(${target} PRIVATE -Wno-maybe-uninitialized)
    endif()
    target_compile_options(${target} PRIVATE -fsanitize=${DEPESCHE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(${target} PUBLIC -fsanitize=${DEPESCHE_SANITIZE})
  endif()
endfunction()
