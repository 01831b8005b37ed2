# The front end (web/): built by npm into the build folder and embedded, so that `depesche serve` needs no file beside it.

# Node.js with npm, new enough. Ends the configuration with what to do where there is none.
function(depesche_find_node)
  find_program(DEPESCHE_NODE NAMES node nodejs)
  find_program(DEPESCHE_NPM npm)
  set(version "")
  if(DEPESCHE_NODE AND DEPESCHE_NPM)
    execute_process(COMMAND ${DEPESCHE_NODE} --version OUTPUT_VARIABLE version OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    string(REGEX REPLACE "^v" "" version "${version}")
  endif()
  if(NOT version OR version VERSION_LESS 18)
    message(FATAL_ERROR "The pages of `depesche serve` need Node.js 18 or newer with npm (found: ${DEPESCHE_NODE} ${version}, ${DEPESCHE_NPM}). "
                        "scripts/install-packages build installs them; -DDEPESCHE_WEB=OFF builds without the pages.")
  endif()
endfunction()

# depesche_use_web(<target>): adds web_assets() with the built front end to the target, which must not have src/serve/no_web_assets.cpp.
function(depesche_use_web target)
  depesche_find_node()
  set(source ${PROJECT_SOURCE_DIR}/web)
  set(packages ${CMAKE_CURRENT_BINARY_DIR}/web-packages.stamp)
  add_custom_command(
    OUTPUT ${packages}
    COMMAND ${DEPESCHE_NPM} ci --no-progress --loglevel=error
    COMMAND ${CMAKE_COMMAND} -E touch ${packages}
    DEPENDS ${source}/package.json ${source}/package-lock.json ${source}/.npmrc
    WORKING_DIRECTORY ${source}
    COMMENT "Packages of the front end" VERBATIM)

  file(GLOB_RECURSE inputs CONFIGURE_DEPENDS ${source}/src/*)
  set(pages ${CMAKE_CURRENT_BINARY_DIR}/web)
  set(output ${CMAKE_CURRENT_BINARY_DIR}/web_assets.cpp)
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${DEPESCHE_NPM} run --silent types
    COMMAND ${DEPESCHE_NODE} build.mjs ${pages}
    COMMAND ${CMAKE_COMMAND} -DFOLDER=${pages} -DOUTPUT=${output} -P ${PROJECT_SOURCE_DIR}/cmake/embed_web.cmake
    DEPENDS ${packages} ${inputs} ${source}/build.mjs ${source}/outlines.mjs ${source}/tsconfig.json ${PROJECT_SOURCE_DIR}/cmake/embed_web.cmake
    WORKING_DIRECTORY ${source}
    COMMENT "Front end" VERBATIM)
  target_sources(${target} PRIVATE ${output})
endfunction()
