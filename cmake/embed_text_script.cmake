# Writes INPUT as a C++ array of bytes named SYMBOL to OUTPUT; see embed_text().
file(READ ${INPUT} hex HEX)
string(REGEX REPLACE "(..)" "'\\\\x\\1'," bytes "${hex}")
file(WRITE ${OUTPUT}
  "namespace compendium {\n"
  "extern const char ${SYMBOL}[];\n"
  "const char ${SYMBOL}[] = {${bytes}'\\0'};\n"
  "}  // namespace compendium\n")
