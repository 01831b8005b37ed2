# install: the library, its public headers, the program, and what find_package(depesche) needs.
include(CMakePackageConfigHelpers)
install(TARGETS depesche EXPORT depesche-targets)
install(TARGETS depesche_program)
install(DIRECTORY include/depesche DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(EXPORT depesche-targets NAMESPACE depesche:: DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/depesche)
