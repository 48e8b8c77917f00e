// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "lib/report/document.h"

namespace compendium {

// What becomes of a text's target.
struct DocumentLink {
  enum class Kind {
    kNone,     // the text leads nowhere
    kPlace,    // to a place in the document
    kAddress,  // to an http, https or mailto address
  };
  Kind kind = Kind::kNone;
  // The id of the place, without "#"; or the address, percent-encoded where RFC
  // 3986 wants it, in ASCII. Not escaped for any format.
  std::string target = {};
};

// The places of one document, and which targets of its texts are links at all.
// Any thread may ask.
class DocumentLinks {
 public:
  // Whoever makes documents keeps to document.h: a table with columns, whose
  // rows have a cell for each; levels 1 to 3; no id twice. CHECKs all that.
  explicit DocumentLinks(const Document& document);

  // A target that is no place of this document and no address of these kinds
  // ("javascript:…", "file:…", "//host") is none.
  DocumentLink Of(const DocumentText& text) const;

 private:
  void AddPlace(const std::string& id);
  void AddBlock(const DocumentBlock& block);

  absl::flat_hash_set<std::string> places_;
};

}  // namespace compendium
