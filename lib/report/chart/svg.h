// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "absl/strings/string_view.h"

namespace compendium {

// A colour of the charts, as #rrggbb.
struct ChartColor {
  absl::string_view fill;
  // In which text on it is written: their contrast is 4.5 : 1 at least
  // (WCAG 2.1, 1.4.3), which svg_test measures.
  absl::string_view text;
};

inline constexpr ChartColor kPaper = {"#ffffff", "#1a1a1a"};
inline constexpr absl::string_view kGridColor = "#8c8c8c";

// Darker for more, also in print without colour: 0, 1, 2, 3 or more.
ChartColor ShadeOf(int count);

// What stands for something that is certain.
inline constexpr ChartColor kCertainColor = {"#1f4e79", "#ffffff"};

// Size of all text, in units of the picture.
inline constexpr int kTextSize = 11;

// The width that `text` may take at that size. An upper bound for the letters
// of usual sans-serif fonts: three quarters of its height each, twice that for
// the wide letters of East Asia.
int TextWidth(absl::string_view text);

// `text` on one line, cut with "…" where it would be wider than `width`.
std::string FittingText(absl::string_view text, int width);

// Where a text stands beside its point.
enum class TextAnchor { kStart, kMiddle, kEnd };

struct SvgBox {
  int x = 0;
  int y = 0;
  int width = 0;
  int height = 0;
};

// Writes one <svg> element: SVG 1.1, whole numbers only, nothing from outside.
// Texts are escaped. Not thread-safe.
class SvgWriter {
 public:
  // `id` begins all ids within it.
  SvgWriter(std::string id, int width, int height);

  // `is_dashed` for what is not certain.
  void Box(const SvgBox& box, absl::string_view fill,
           absl::string_view line = "none", bool is_dashed = false);

  // One line of text; `y` is its base line.
  void Text(int x, int y, absl::string_view text, absl::string_view color,
            TextAnchor anchor = TextAnchor::kStart);

  // Text in the middle of a box.
  void TextIn(const SvgBox& box, absl::string_view text,
              absl::string_view color);

  // The element, with role "img", the title and the description.
  std::string ToString(absl::string_view title,
                       absl::string_view description) const;

 private:
  const std::string id_;
  const int width_;
  const int height_;
  std::string body_;
};

}  // namespace compendium
