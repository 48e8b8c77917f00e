# Debian 12 packages; docs/architecture.md says what each is for.
find_package(Threads REQUIRED)
find_package(absl CONFIG REQUIRED)
find_package(Protobuf REQUIRED)  # module mode: Debian ships no config file
find_package(OpenSSL REQUIRED COMPONENTS Crypto SSL)
find_package(RocksDB CONFIG REQUIRED)
find_package(GTest CONFIG REQUIRED)
find_package(nlohmann_json CONFIG REQUIRED)
find_package(CURL REQUIRED)
find_package(SQLite3 REQUIRED)
if(NOT COMPENDIUM_SANITIZE)  # sanitizers bring an allocator of their own
  find_library(TCMALLOC_LIBRARY tcmalloc_minimal REQUIRED)
endif()
if(NOT COMPENDIUM_CORE_ONLY)
  find_package(gRPC CONFIG REQUIRED)
  find_package(CLI11 CONFIG REQUIRED)
  find_package(prometheus-cpp CONFIG REQUIRED)
  find_package(benchmark CONFIG REQUIRED)
endif()
