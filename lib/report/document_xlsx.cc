// SPDX-License-Identifier: Apache-2.0
#include "lib/report/document_xlsx.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include <xlsxwriter.h>
#include <zlib.h>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/time/time.h"
#include "lib/base/descriptor.h"
#include "lib/base/status_macros.h"
#include "lib/publish/writing_direction.h"
#include "lib/report/clean_text.h"
#include "lib/report/document_layout.h"
#include "lib/report/document_links.h"
#include "lib/report/sheet_format.h"
#include "lib/report/sheet_text.h"

namespace compendium {
namespace {

// What Excel takes ("Excel specifications and limits").
constexpr size_t kCellUnitsMax = 32767;
constexpr size_t kRowsMax = 1048575;  // below the head
constexpr size_t kColumnsMax = 16384;
constexpr size_t kLinksMax = 65530;
constexpr size_t kAddressBytesMax = 2079;

// A cell leads somewhere as a whole: one with more text than a name or a title
// could not be read or marked without following it.
constexpr size_t kLinkTextBytesMax = 200;

// Numbers that a double tells apart.
constexpr int64_t kNumberMax = int64_t{1} << 53;

// What libxlsxwriter takes for a property, and for a head of pages where each
// letter may take three and a sheet's name stands beside it: 255 characters.
constexpr size_t kPropertyUnitsMax = 255;
constexpr size_t kHeadUnitsMax = 50;
static_assert(3 * (kHeadUnitsMax + kSheetNameUnitsMax) + 4 <= 255);

constexpr absl::string_view kCutWords = " ... (cut here: a cell holds no more)";

// The width of a page in letters, and what a column has at least and most.
constexpr int kUprightLetters = 95;
constexpr int kTurnedLetters = 140;
constexpr int kColumnLettersMin = 8;
constexpr int kColumnLettersMax = 90;

// A line of letters in points, and the lines of the highest row that there is.
constexpr double kLineHeight = 15;
constexpr size_t kRowLinesMax = 27;

constexpr char kAboutName[] = "About";
constexpr int kAboutNameLetters = 26;
constexpr int kAboutValueLetters = 70;
constexpr uint8_t kPaperA4 = 9;

absl::Status ToStatus(lxw_error error) {
  if (error == LXW_NO_ERROR) return absl::OkStatus();
  return absl::InternalError(
      absl::StrCat("libxlsxwriter: ", lxw_strerror(error)));
}

// A file in memory that has a path: libxlsxwriter writes to a path.
class MemoryFile {
 public:
  MemoryFile() : file_(memfd_create("workbook", MFD_CLOEXEC)) {}

  bool is_open() const { return file_.get() >= 0; }
  std::string path() const {
    return absl::StrCat("/proc/self/fd/", file_.get());
  }

  absl::StatusOr<std::string> Read() const {
    const off_t size = lseek(file_.get(), 0, SEEK_END);
    if (size < 0) return absl::ErrnoToStatus(errno, "lseek");
    std::string bytes(static_cast<size_t>(size), '\0');
    for (size_t at = 0; at < bytes.size();) {
      const ssize_t count = pread(file_.get(), bytes.data() + at,
                                  bytes.size() - at, static_cast<off_t>(at));
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0) return absl::ErrnoToStatus(errno, "read from memory");
      at += static_cast<size_t>(count);
    }
    return bytes;
  }

 private:
  const base::Descriptor file_;
};

// Writes one document.
class Writer {
 public:
  // `workbook` is borrowed.
  Writer(const Document& document, lxw_workbook* workbook)
      : document_(document),
        links_(document),
        workbook_(workbook),
        formats_(workbook) {
    std::vector<std::string> captions;
    for (const DocumentSection& section : document.sections) {
      for (const DocumentBlock& block : section.blocks) {
        const auto* const table = std::get_if<DocumentTable>(&block);
        if (table == nullptr) continue;
        tables_.push_back({table, &section});
        captions.push_back(table->caption);
      }
    }
    names_ = SheetNames(captions);
  }

  absl::Status Write() {
    SetProperties();
    SetPlaces();
    RETURN_IF_ERROR(WriteAbout());
    for (size_t i = 0; i < tables_.size(); ++i) {
      RETURN_IF_ERROR(WriteTable(*tables_[i].table, names_[i]));
    }
    return absl::OkStatus();
  }

 private:
  struct Table {
    const DocumentTable* table;
    const DocumentSection* section;
  };

  // A text and the letters for which its column has room.
  struct CellSize {
    std::string text;
    int letters = 1;
  };

  void SetProperties() {
    std::string title = Property(document_.title);
    std::string subject = Property(document_.subtitle);
    lxw_doc_properties properties = {};
    properties.title = title.data();
    properties.subject = subject.data();
    properties.created = absl::ToTimeT(document_.time);
    workbook_set_properties(workbook_, &properties);  // copies
  }

  static std::string Property(absl::string_view text) {
    return CutText(CleanLine(text), kPropertyUnitsMax, "...");
  }

  // "&" begins a command there, and "&&" is that letter; libxlsxwriter takes it
  // for a picture's place nevertheless when "G" or "[Picture]" follows.
  static std::string HeadText(absl::string_view text) {
    return absl::StrReplaceAll(text, {{"& ", "&& "}, {"&", "&& "}});
  }

  // Where links lead: tables, rows, and sections by their first table.
  void SetPlaces() {
    for (size_t i = 0; i < tables_.size(); ++i) {
      const std::string sheet = absl::StrCat(
          "internal:'", absl::StrReplaceAll(names_[i], {{"'", "''"}}), "'!A");
      const DocumentTable& table = *tables_[i].table;
      places_.emplace(table.id, absl::StrCat(sheet, 1));
      places_.emplace(tables_[i].section->id, absl::StrCat(sheet, 1));
      for (size_t row = 0; row < table.rows.size(); ++row) {
        places_.emplace(table.rows[row].id, absl::StrCat(sheet, row + 2));
      }
    }
  }

  absl::StatusOr<lxw_worksheet*> AddSheet(const std::string& name,
                                          bool is_turned) {
    lxw_worksheet* const sheet =
        workbook_add_worksheet(workbook_, name.c_str());
    if (sheet == nullptr) {
      return absl::InternalError(
          absl::StrCat("libxlsxwriter refuses the sheet ", name));
    }
    link_count_ = 0;
    worksheet_set_paper(sheet, kPaperA4);
    if (is_turned) worksheet_set_landscape(sheet);
    worksheet_fit_to_pages(sheet, 1, 0);
    const std::string head =
        absl::StrCat("&L",
                     HeadText(CutText(CleanLine(document_.running_title),
                                      kHeadUnitsMax, "...")),
                     "&R", HeadText(name));
    RETURN_IF_ERROR(ToStatus(worksheet_set_header(sheet, head.c_str())));
    RETURN_IF_ERROR(ToStatus(worksheet_set_footer(sheet, "&RPage &P of &N")));
    return sheet;
  }

  absl::Status WriteAbout() {
    ASSIGN_OR_RETURN(lxw_worksheet* const sheet, AddSheet(kAboutName, false));
    RETURN_IF_ERROR(ToStatus(
        worksheet_set_column(sheet, 0, 0, kAboutNameLetters, nullptr)));
    RETURN_IF_ERROR(ToStatus(
        worksheet_set_column(sheet, 1, 1, kAboutValueLetters, nullptr)));
    worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
    lxw_row_t row = 0;
    RETURN_IF_ERROR(WriteText(sheet, row++, 0, document_.title,
                              {.role = SheetLooks::Role::kTitle}));
    if (!document_.subtitle.empty()) {
      RETURN_IF_ERROR(WriteText(sheet, row++, 0, document_.subtitle,
                                {.role = SheetLooks::Role::kSubtitle}));
    }
    ++row;
    for (const DocumentFact& fact : document_.facts) {
      RETURN_IF_ERROR(WriteText(sheet, row, 0, fact.name,
                                {.role = SheetLooks::Role::kName}));
      RETURN_IF_ERROR(WriteText(sheet, row, 1, fact.value, {}));
      RETURN_IF_ERROR(
          SetHeight(sheet, row++, {{fact.value, kAboutValueLetters}}));
    }
    ++row;
    for (size_t i = 0; i < tables_.size(); ++i) {
      if (i == 0) {
        RETURN_IF_ERROR(WriteText(sheet, row, 0, "Tables",
                                  {.role = SheetLooks::Role::kName}));
      }
      RETURN_IF_ERROR(WriteLink(sheet, row++, 1, tables_[i].table->caption,
                                places_.at(tables_[i].table->id),
                                {.is_link = true}));
    }
    return absl::OkStatus();
  }

  absl::Status WriteTable(const DocumentTable& table, const std::string& name) {
    if (table.rows.size() > kRowsMax || table.columns.size() > kColumnsMax) {
      return absl::ResourceExhaustedError(
          absl::StrCat("got a table of ", table.rows.size(), " rows and ",
                       table.columns.size(), " columns, want at most ",
                       kRowsMax, " and ", kColumnsMax));
    }
    ASSIGN_OR_RETURN(lxw_worksheet* const sheet, AddSheet(name, table.is_wide));
    const int letters = table.is_wide ? kTurnedLetters : kUprightLetters;
    const int width = WidthOf(table);
    const auto last = static_cast<lxw_col_t>(table.columns.size() - 1);
    std::vector<int> widths;
    for (lxw_col_t i = 0; i <= last; ++i) {
      const DocumentColumn& column = table.columns[i];
      widths.push_back(std::clamp(letters * column.width / width,
                                  kColumnLettersMin, kColumnLettersMax));
      RETURN_IF_ERROR(
          ToStatus(worksheet_set_column(sheet, i, i, widths[i], nullptr)));
      RETURN_IF_ERROR(WriteText(
          sheet, 0, i, column.title,
          {.role = SheetLooks::Role::kHead, .is_number = column.is_number}));
    }
    worksheet_freeze_panes(sheet, 1, 1);
    RETURN_IF_ERROR(ToStatus(worksheet_repeat_rows(sheet, 0, 0)));
    const auto rows = static_cast<lxw_row_t>(table.rows.size());
    RETURN_IF_ERROR(ToStatus(worksheet_autofilter(sheet, 0, 0, rows, last)));
    for (lxw_row_t row = 0; row < rows; ++row) {
      std::vector<CellSize> texts;
      for (lxw_col_t i = 0; i <= last; ++i) {
        RETURN_IF_ERROR(WriteCell(sheet, row + 1, i, table.rows[row].cells[i],
                                  table.columns[i].is_number));
        texts.push_back({TextOf(table.rows[row].cells[i].parts), widths[i]});
      }
      RETURN_IF_ERROR(SetHeight(sheet, row + 1, texts));
    }
    return absl::OkStatus();
  }

  // Gives a row the height of its texts where one takes several lines: not
  // every program finds it when it opens the workbook.
  static absl::Status SetHeight(lxw_worksheet* sheet, lxw_row_t row,
                                const std::vector<CellSize>& cells) {
    size_t lines = 1;
    for (const CellSize& cell : cells)
      // A column is as wide as that many digits; letters are narrower.
      lines =
          std::max(lines, LinesOf(CleanText(cell.text),
                                  static_cast<size_t>(cell.letters) * 11 / 10));
    if (lines == 1) return absl::OkStatus();
    return ToStatus(worksheet_set_row(
        sheet, row,
        kLineHeight * static_cast<double>(std::min(lines, kRowLinesMax)),
        nullptr));
  }

  absl::Status WriteCell(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column,
                         const DocumentCell& cell, bool is_number) {
    const SheetLooks looks = {.role = column == 0 ? SheetLooks::Role::kRowHead
                                                  : SheetLooks::Role::kCell,
                              .tone = cell.tone,
                              .is_number = is_number};
    if (cell.number.has_value() && *cell.number <= kNumberMax &&
        *cell.number >= -kNumberMax) {
      ASSIGN_OR_RETURN(lxw_format* const format, formats_.Of(looks));
      return ToStatus(worksheet_write_number(
          sheet, row, column, static_cast<double>(*cell.number), format));
    }
    const std::string text = TextOf(cell.parts);
    const bool is_short =
        text.size() <= kLinkTextBytesMax && !absl::StrContains(text, '\n');
    for (const DocumentText& part : cell.parts) {
      const std::string target = is_short ? TargetOf(part) : "";
      if (target.empty()) continue;
      SheetLooks link_looks = looks;
      link_looks.is_link = true;
      return WriteLink(sheet, row, column, text, target, link_looks);
    }
    return WriteText(sheet, row, column, text, looks);
  }

  // What libxlsxwriter takes as a link; empty when the text leads nowhere that
  // a workbook has.
  std::string TargetOf(const DocumentText& part) const {
    const DocumentLink link = links_.Of(part);
    if (link.kind == DocumentLink::Kind::kPlace) {
      const auto place = places_.find(link.target);
      return place == places_.end() ? "" : place->second;
    }
    if (link.kind == DocumentLink::Kind::kNone || link_count_ >= kLinksMax ||
        link.target.size() > kAddressBytesMax) {
      return "";
    }
    return link.target;
  }

  absl::Status WriteLink(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column,
                         absl::string_view text, const std::string& target,
                         SheetLooks looks) {
    const std::string clean = CellText(text);
    // A link without words cannot be seen.
    if (clean.empty() || link_count_ >= kLinksMax) {
      looks.is_link = false;
      return WriteText(sheet, row, column, text, looks);
    }
    ++link_count_;
    looks.is_right_to_left = IsRightToLeft(clean);
    ASSIGN_OR_RETURN(lxw_format* const format, formats_.Of(looks));
    return ToStatus(worksheet_write_url_opt(sheet, row, column, target.c_str(),
                                            format, clean.c_str(), nullptr));
  }

  absl::Status WriteText(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column,
                         absl::string_view text, SheetLooks looks) {
    const std::string clean = CellText(text);
    looks.is_right_to_left = IsRightToLeft(clean);
    ASSIGN_OR_RETURN(lxw_format* const format, formats_.Of(looks));
    return ToStatus(
        worksheet_write_string(sheet, row, column, clean.c_str(), format));
  }

  static std::string CellText(absl::string_view text) {
    return CutText(EscapeCellText(CleanText(text)), kCellUnitsMax, kCutWords);
  }

  const Document& document_;
  const DocumentLinks links_;
  lxw_workbook* const workbook_;
  std::vector<Table> tables_;
  std::vector<std::string> names_;  // of the sheets of tables_
  absl::flat_hash_map<std::string, std::string> places_;
  SheetFormats formats_;
  size_t link_count_ = 0;  // in the sheet that is being written
};

absl::StatusOr<std::string> WriteWorkbook(const Document& document) {
  const MemoryFile file;
  if (!file.is_open()) return absl::ErrnoToStatus(errno, "memfd_create");
  lxw_workbook* const workbook = workbook_new(file.path().c_str());
  if (workbook == nullptr) {
    return absl::InternalError("libxlsxwriter has no memory");
  }
  const absl::Status written = Writer(document, workbook).Write();
  // Frees it as well, whatever happened before.
  const absl::Status closed = ToStatus(workbook_close(workbook));
  RETURN_IF_ERROR(written);
  RETURN_IF_ERROR(closed);
  return file.Read();
}

}  // namespace

absl::StatusOr<std::string> WriteDocumentXlsx(const Document& document) {
  absl::StatusOr<std::string> written = WriteWorkbook(document);
  if (written.ok()) return written;
  return absl::Status(written.status().code(),
                      absl::StrCat("xlsx: ", written.status().message()));
}

std::vector<std::string> XlsxToolVersions() {
  return {absl::StrCat("libxlsxwriter ", lxw_version()),
          absl::StrCat("zlib ", zlibVersion())};
}

}  // namespace compendium
