// SPDX-License-Identifier: Apache-2.0
#include "lib/document/ast_text.h"

#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "lib/document/ast_plain.h"
#include "lib/document/ast_writer.h"
#include "lib/document/exported_ast.h"
#include "lib/document/json_depth.h"
#include "lib/document/limits.h"

namespace compendium {
namespace {

// What a word processor's title page or a page's <title> holds. The rest of the
// metadata, such as the program's name, is no text of the document.
constexpr const char* kTitleFields[] = {"title", "subtitle", "author", "date",
                                        "abstract"};

void AddMeta(const Ast& value, AstWriter& writer) {
  const absl::string_view kind = KindOf(value);
  const Ast& content = ContentOf(value);
  if (kind == "MetaInlines") {
    writer.AddTitle(content);
  } else if (kind == "MetaBlocks") {
    writer.AddBlocks(content);
  } else if (kind == "MetaList" && content.is_array()) {
    for (const Ast& item : content) AddMeta(item, writer);
  } else if (kind == "MetaString") {
    writer.AddTitle(Ast::array({{{"t", "Str"}, {"c", TextOf(content)}}}));
  }
}

// The lines of such a field, of an exported document.
std::vector<std::string> MetaLines(const Ast& value) {
  const absl::string_view kind = KindOf(value);
  const Ast& content = ContentOf(value);
  PlainAside aside;
  std::vector<std::string> lines;
  if (kind == "MetaInlines") {
    lines.push_back(PlainInlines(content, aside));
  } else if (kind == "MetaBlocks") {
    lines = PlainLines(content, aside);
  } else if (kind == "MetaString") {
    lines.push_back(TextOf(content));
  } else if (kind == "MetaList" && content.is_array()) {
    for (const Ast& item : content) {
      for (std::string& line : MetaLines(item))
        lines.push_back(std::move(line));
    }
  }
  // A title page has nothing to hang notes on; they stand below it.
  for (std::vector<std::string>* const more : {&aside.notes, &aside.changes}) {
    for (std::string& line : *more) lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace

absl::StatusOr<std::string> TextFromAst(absl::string_view json) {
  if (json.size() > kAstBytesMax) {
    return absl::ResourceExhaustedError(
        absl::StrCat("document: got ", json.size(),
                     " bytes when taken apart, want at most ", kAstBytesMax));
  }
  if (IsDeeperThan(json, kAstDepthMax)) {
    return absl::ResourceExhaustedError(absl::StrCat(
        "document: got elements nested deeper than ", kAstDepthMax));
  }
  const Ast tree = Ast::parse(json.begin(), json.end(), nullptr,
                              /*allow_exceptions=*/false);
  if (!tree.is_object() || !tree.contains("blocks")) {
    return absl::InvalidArgumentError(
        "document: got no tree of blocks, want one of pandoc-types 1.22");
  }
  if (IsExportedAst(tree["blocks"])) {
    std::vector<std::string> title_lines;
    for (const char* field : kTitleFields) {
      const auto meta = tree.find("meta");
      if (meta == tree.end() || !meta->is_object() || !meta->contains(field))
        continue;
      for (std::string& line : MetaLines((*meta)[field]))
        title_lines.push_back(std::move(line));
    }
    return ExportedTextFromAst(title_lines, tree["blocks"]);
  }
  AstWriter writer;
  if (const auto meta = tree.find("meta"); meta != tree.end()) {
    for (const char* field : kTitleFields) {
      if (meta->is_object() && meta->contains(field))
        AddMeta((*meta)[field], writer);
    }
  }
  writer.AddBlocks(tree["blocks"]);
  return writer.Finish();
}

}  // namespace compendium
