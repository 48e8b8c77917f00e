// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "absl/status/statusor.h"
#include "lib/publish/docx_body.h"

namespace compendium {

// What a DOCX file says about itself.
struct DocxProperties {
  std::string title;
  std::string head;          // the running head
  std::string footer;        // at the foot of each page, before its number
  std::string written_time;  // YYYY-MM-DDThh:mm:ssZ; empty when not known
  // Styles (<w:style> elements) besides docx/styles.xml.
  std::string styles = {};
};

// The whole file: the body with the house's styles (docx/*.xml).
absl::StatusOr<std::string> PackDocument(const DocxBody& body,
                                         const DocxProperties& properties);

}  // namespace compendium
