# embed_text(TARGET FILE SYMBOL): compiles the text file FILE into TARGET as
# `extern const char SYMBOL[]` (namespace compendium, zero-terminated), so that
# reference tables need no path at run time.
function(embed_text target file symbol)
  set(source ${CMAKE_CURRENT_SOURCE_DIR}/${file})
  set(output ${CMAKE_CURRENT_BINARY_DIR}/${symbol}.cc)
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DINPUT=${source} -DOUTPUT=${output} -DSYMBOL=${symbol}
      -P ${PROJECT_SOURCE_DIR}/cmake/embed_text_script.cmake
    DEPENDS ${source} ${PROJECT_SOURCE_DIR}/cmake/embed_text_script.cmake
    COMMENT "embed ${file}" VERBATIM)
  target_sources(${target} PRIVATE ${output})
endfunction()
