# compendium_library(NAME SOURCES ... PUBLIC libs PRIVATE libs): one folder, one
# library, our warnings; headers are included from the project's root.
function(compendium_library name)
  cmake_parse_arguments(arg "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  add_library(${name} STATIC ${arg_SOURCES})
  target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR})
  target_link_libraries(${name} PUBLIC ${arg_PUBLIC} PRIVATE ${arg_PRIVATE} compendium_warnings)
endfunction()

# compendium_test(NAME LIBS libs [SOURCES files] [TIMEOUT seconds]): NAME.cc (or
# SOURCES) as one GoogleTest program, known to CTest under NAME.
function(compendium_test name)
  cmake_parse_arguments(arg "" "TIMEOUT" "LIBS;SOURCES" ${ARGN})
  if(NOT arg_SOURCES)
    set(arg_SOURCES ${name}.cc)
  endif()
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 120)
  endif()
  add_executable(${name} ${arg_SOURCES})
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR})
  target_link_libraries(${name} PRIVATE ${arg_LIBS} GTest::gtest_main GTest::gmock compendium_warnings)
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT}
    ENVIRONMENT "COMPENDIUM_SOURCE_DIR=${PROJECT_SOURCE_DIR};COMPENDIUM_BINARY_DIR=${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
endfunction()

# unit_test(…): a compendium_test that starts no process; left out where
# COMPENDIUM_UNIT_TESTS is off, because other builds run it.
function(unit_test)
  if(COMPENDIUM_UNIT_TESTS)
    compendium_test(${ARGN})
  endif()
endfunction()

# fuzz_target(NAME LIBS libs): NAME.cc as a libFuzzer program, in fuzz builds.
function(fuzz_target name)
  if(NOT COMPENDIUM_FUZZ)
    return()
  endif()
  cmake_parse_arguments(arg "" "" "LIBS" ${ARGN})
  add_executable(${name} ${name}.cc)
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR})
  target_link_libraries(${name} PRIVATE ${arg_LIBS} compendium_warnings -fsanitize=fuzzer)
endfunction()
