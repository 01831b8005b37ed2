# install: the library, its public headers, the program, and what find_package(depesche) needs. Data is embedded: the tree can be moved.
include(CMakePackageConfigHelpers)
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/depesche)
install(TARGETS depesche EXPORT depesche-targets)
install(TARGETS depesche_program)
install(DIRECTORY include/depesche DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(EXPORT depesche-targets NAMESPACE depesche:: DESTINATION ${package_dir})
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/depesche-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES cmake/depesche-config.cmake ${CMAKE_CURRENT_BINARY_DIR}/depesche-config-version.cmake DESTINATION ${package_dir})
