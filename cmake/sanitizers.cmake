# Applies COMPENDIUM_SANITIZE to everything that is compiled here.
if(COMPENDIUM_SANITIZE)
  add_compile_options(-fsanitize=${COMPENDIUM_SANITIZE}
    -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${COMPENDIUM_SANITIZE})
endif()
if(COMPENDIUM_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
