# compendium_warnings: every warning that finds bugs, as an error, for our code
# only (generated code is included as SYSTEM).
add_library(compendium_warnings INTERFACE)
target_compile_options(compendium_warnings INTERFACE
  -Wall -Wextra -Wshadow -Wconversion -Wnon-virtual-dtor -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  target_compile_options(compendium_warnings INTERFACE -Wthread-safety)
else()
  # GCC 12 warns falsely about std::string copies inside libstdc++ (GCC 105651).
  target_compile_options(compendium_warnings INTERFACE -Wno-restrict)
endif()
