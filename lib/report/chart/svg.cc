// SPDX-License-Identifier: Apache-2.0
#include "lib/report/chart/svg.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/publish/xml_text.h"
#include "lib/words/display_width.h"

namespace compendium {
namespace {

constexpr ChartColor kShades[] = {kPaper,
                                  {"#d6e6f4", "#1a1a1a"},
                                  {"#a6cbe8", "#1a1a1a"},
                                  {"#5fa3d4", "#1a1a1a"}};

// How far below the middle of a line its base line is.
constexpr int kBaseLine = 4;

absl::string_view AnchorWord(TextAnchor anchor) {
  switch (anchor) {
    case TextAnchor::kMiddle:
      return "middle";
    case TextAnchor::kEnd:
      return "end";
    case TextAnchor::kStart:
      break;
  }
  return "start";
}

}  // namespace

ChartColor ShadeOf(int count) {
  const int last = static_cast<int>(std::size(kShades)) - 1;
  return kShades[std::clamp(count, 0, last)];
}

int TextWidth(absl::string_view text) {
  return static_cast<int>((DisplayWidth(text) * kTextSize * 3 + 3) / 4);
}

std::string FittingText(absl::string_view text, int width) {
  const int columns = width * 4 / (kTextSize * 3);
  return Excerpt(text, static_cast<size_t>(std::max(columns, 1)));
}

SvgWriter::SvgWriter(std::string id, int width, int height)
    : id_(std::move(id)), width_(width), height_(height) {
  Box({0, 0, width, height}, kPaper.fill);
}

void SvgWriter::Box(const SvgBox& box, absl::string_view fill,
                    absl::string_view line, bool is_dashed) {
  absl::StrAppend(&body_, "<rect x=\"", box.x, "\" y=\"", box.y, "\" width=\"",
                  box.width, "\" height=\"", box.height, "\" fill=\"", fill,
                  "\" stroke=\"", line, "\"",
                  is_dashed ? " stroke-dasharray=\"3 2\"" : "", "/>\n");
}

void SvgWriter::Text(int x, int y, absl::string_view text,
                     absl::string_view color, TextAnchor anchor) {
  absl::StrAppend(&body_, "<text x=\"", x, "\" y=\"", y, "\" fill=\"", color,
                  "\" text-anchor=\"", AnchorWord(anchor), "\">", XmlText(text),
                  "</text>\n");
}

void SvgWriter::TextIn(const SvgBox& box, absl::string_view text,
                       absl::string_view color) {
  Text(box.x + box.width / 2, box.y + box.height / 2 + kBaseLine, text, color,
       TextAnchor::kMiddle);
}

std::string SvgWriter::ToString(absl::string_view title,
                                absl::string_view description) const {
  return absl::StrCat(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" role=\"img\" "
      "aria-labelledby=\"",
      id_, "-title ", id_, "-desc\" width=\"", width_, "\" height=\"", height_,
      "\" viewBox=\"0 0 ", width_, " ", height_,
      "\" font-family=\"sans-serif\" font-size=\"", kTextSize, "\">\n",
      "<title id=\"", id_, "-title\">", XmlText(title), "</title>\n",
      "<desc id=\"", id_, "-desc\">", XmlText(description), "</desc>\n", body_,
      "</svg>\n");
}

}  // namespace compendium
