# cmake -DFOLDER=<built front end> -DOUTPUT=<file.cpp> -P embed_web.cmake: the definition of web_assets() (src/serve/web_assets.h).
# The names of the files are only known once they are built; as in embed.cmake each is taken in by the assembler and used where it lies.
set(type_html "text/html; charset=utf-8")
set(type_js "text/javascript; charset=utf-8")
set(type_css "text/css; charset=utf-8")
set(type_svg "image/svg+xml")

file(GLOB_RECURSE files RELATIVE ${FOLDER} ${FOLDER}/*)
list(SORT files)
set(assembly "")
set(externs "")
set(table "")
set(number 0)
foreach(file IN LISTS files)
  get_filename_component(ending ${file} LAST_EXT)
  string(SUBSTRING "${ending}" 1 -1 ending)
  if(NOT DEFINED type_${ending})
    message(FATAL_ERROR "${file}: no content type is known for .${ending}")
  endif()
  file(SHA256 ${FOLDER}/${file} hash)
  set(path "/${file}")
  if(file STREQUAL "index.html")
    set(path "/")
  endif()
  set(name depesche_web_${number})
  string(APPEND assembly "    \".globl ${name}\\n.hidden ${name}\\n${name}:\\n.incbin \\\"${FOLDER}/${file}\\\"\\n\"  // ${hash}\n")
  string(APPEND assembly "    \".globl ${name}_end\\n.hidden ${name}_end\\n${name}_end:\\n.byte 0\\n\"\n")
  string(APPEND externs "extern const char ${name}[];\nextern const char ${name}_end[];\n")
  string(APPEND table "        {\"${path}\", \"${type_${ending}}\", {${name}, static_cast<std::size_t>(${name}_end - ${name})}},\n")
  math(EXPR number "${number} + 1")
endforeach()
file(WRITE ${OUTPUT} "// Made by cmake/embed_web.cmake.
#include <array>
#include <cstddef>

#include \"serve/web_assets.h\"

__asm__(
    \".section .rodata\\n\"
${assembly}    \".previous\\n\");

extern \"C\" {
${externs}}

namespace depesche {
std::span<const Asset> web_assets() {
    static const std::array<Asset, ${number}> table = {{
${table}    }};
    return table;
}
}  // namespace depesche
")
