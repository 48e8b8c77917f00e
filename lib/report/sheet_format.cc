// SPDX-License-Identifier: Apache-2.0
#include "lib/report/sheet_format.h"

#include <tuple>

namespace compendium {
namespace {

constexpr lxw_color_t kBlue = 0x0B4F8A;
constexpr lxw_color_t kDarkBlue = 0x0B3A66;
constexpr lxw_color_t kGrey = 0x44505F;
constexpr lxw_color_t kLine = 0xC6D0DB;
constexpr lxw_color_t kHeadFill = 0xEEF3F8;

void SetRole(SheetLooks::Role role, lxw_format* format) {
  using Role = SheetLooks::Role;
  const bool has_lines =
      role == Role::kHead || role == Role::kRowHead || role == Role::kCell;
  if (has_lines || role == Role::kName) format_set_text_wrap(format);
  if (has_lines) {
    format_set_border(format, LXW_BORDER_THIN);
    format_set_border_color(format, kLine);
  }
  switch (role) {
    case Role::kTitle:
      format_set_bold(format);
      format_set_font_size(format, 18);
      format_set_font_color(format, kDarkBlue);
      break;
    case Role::kSubtitle:
      format_set_font_color(format, kGrey);
      break;
    case Role::kName:
      format_set_bold(format);
      format_set_font_color(format, kDarkBlue);
      break;
    case Role::kHead:
      format_set_bold(format);
      format_set_font_color(format, LXW_COLOR_WHITE);
      format_set_bg_color(format, kBlue);
      break;
    case Role::kRowHead:
      format_set_bold(format);
      format_set_bg_color(format, kHeadFill);
      break;
    case Role::kCell:
      break;
  }
}

void SetTone(CellTone tone, lxw_format* format) {
  switch (tone) {
    case CellTone::kGood:
      format_set_bg_color(format, 0xE2F2E5);
      break;
    case CellTone::kWeak:
      format_set_bg_color(format, 0xFDF0D3);
      format_set_italic(format);
      break;
    case CellTone::kBad:
      format_set_bg_color(format, 0xFBE2DF);
      format_set_bold(format);
      break;
    case CellTone::kMuted:
      format_set_font_color(format, kGrey);
      format_set_italic(format);
      break;
    case CellTone::kPlain:
      break;
  }
}

}  // namespace

bool SheetLooks::operator<(const SheetLooks& other) const {
  return std::tie(role, tone, is_number, is_link, is_right_to_left) <
         std::tie(other.role, other.tone, other.is_number, other.is_link,
                  other.is_right_to_left);
}

absl::StatusOr<lxw_format*> SheetFormats::Of(const SheetLooks& looks) {
  lxw_format*& format = formats_[looks];
  if (format != nullptr) return format;
  format = workbook_add_format(workbook_);
  if (format == nullptr) {
    return absl::InternalError("libxlsxwriter has no memory");
  }
  SetRole(looks.role, format);
  SetTone(looks.tone, format);
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  if (looks.is_number) format_set_align(format, LXW_ALIGN_RIGHT);
  if (looks.is_right_to_left) format_set_reading_order(format, 2);
  if (looks.is_link) {
    format_set_underline(format, LXW_UNDERLINE_SINGLE);
    format_set_font_color(format, kBlue);
  }
  return format;
}

}  // namespace compendium
