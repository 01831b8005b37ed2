# Warnings are errors; sanitizers as asked for.
function(depesche_warnings target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Wold-style-cast -Werror)
  if(DEPESCHE_SANITIZE)
    target_compile_options(${target} PRIVATE -fsanitize=${DEPESCHE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(${target} PUBLIC -fsanitize=${DEPESCHE_SANITIZE})
  endif()
endfunction()
