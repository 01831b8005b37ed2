# find_package(depesche) gives the target depesche::depesche. The library is static: what it links to is looked for here.
include(CMakeFindDependencyMacro)
find_dependency(ICU COMPONENTS uc i18n data)
find_dependency(TBB)
find_dependency(fmt)
find_dependency(Threads)
find_dependency(PkgConfig)
find_dependency(nlohmann_json)
find_dependency(simdjson)
pkg_check_modules(SENTENCEPIECE QUIET IMPORTED_TARGET sentencepiece)  # only linked where Depesche was built with Meaning
pkg_check_modules(NETTLE REQUIRED IMPORTED_TARGET nettle)
pkg_check_modules(ARCHIVES REQUIRED IMPORTED_TARGET zlib libzstd libbrotlidec libzip expat)
pkg_check_modules(STORE REQUIRED IMPORTED_TARGET sqlite3 libzstd)
include(${CMAKE_CURRENT_LIST_DIR}/depesche-targets.cmake)
