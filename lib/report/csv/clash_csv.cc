// SPDX-License-Identifier: Apache-2.0
#include "lib/report/csv/clash_csv.h"

#include "absl/strings/str_cat.h"
#include "lib/csv/csv_writer.h"
#include "lib/domain/country.h"
#include "lib/report/csv/list_cell.h"
#include "lib/words/enum_word.h"
#include "lib/words/record_id.h"

namespace compendium {
namespace {

namespace v1 = reporting::v1;

using Spans = google::protobuf::RepeatedPtrField<v1::DaySpan>;
using Expectations = google::protobuf::RepeatedPtrField<v1::Expectation>;

std::string DaysCell(const Spans& spans) {
  return ListCell(spans, [](const v1::DaySpan& span) {
    return span.first_day() == span.last_day()
               ? span.first_day()
               : absl::StrCat(span.first_day(), "/", span.last_day());
  });
}

template <class Names>
std::string IdsCell(const Names& resource_names) {
  return ListCell(resource_names, RecordId);
}

// The current name; empty for a code that this release does not know.
std::string CountryName(const std::string& code) {
  const auto country = CountryCode::Parse(code);
  return country.ok() ? std::string(country->name()) : "";
}

void AddMeeting(const v1::ClashingEvent& event,
                const Expectations& expectations, CsvWriter& table) {
  table.Text(event.key())
      .Text(event.title())
      .Text(event.date().edtf())
      .Text(event.city())
      .Text(event.country_code())
      .Text(EnumWord(event.level()))
      .Text(EnumWord(event.status()))
      .Text(IdsCell(event.mechanisms()))
      .Text(ListCell(
          expectations,
          [](const v1::Expectation& said) { return said.as_written(); }))
      .Text(ListCell(expectations, [](const v1::Expectation& said) {
        return EnumWord(said.role());
      }));
}

void AddRow(const v1::Clash& clash, const v1::ClashingState& state,
            int64_t computed_at_revision, CsvWriter& table) {
  const Spans& telling = clash.certain_days().empty() ? clash.possible_days()
                                                      : clash.certain_days();
  table.Text(EnumWord(clash.certainty()))
      .Text(telling.empty() ? "" : telling.begin()->first_day())
      .Text(telling.empty() ? "" : telling.rbegin()->last_day())
      .Text(DaysCell(clash.certain_days()))
      .Text(DaysCell(clash.possible_days()))
      .Text(state.country_code())
      .Text(CountryName(state.country_code()));
  AddMeeting(clash.first(), state.first(), table);
  AddMeeting(clash.second(), state.second(), table);
  table.Text(IdsCell(clash.shared_mechanisms())).Number(computed_at_revision);
}

}  // namespace

std::string ClashCsv(const v1::Clashes& clashes, int64_t computed_at_revision,
                     CsvText text) {
  CsvWriter table({"certainty",
                   "from_day",
                   "to_day",
                   "certain_days",
                   "possible_days",
                   "country_code",
                   "country",
                   "first_key",
                   "first_title",
                   "first_date",
                   "first_city",
                   "first_country_code",
                   "first_level",
                   "first_status",
                   "first_mechanisms",
                   "first_as_written",
                   "first_roles",
                   "second_key",
                   "second_title",
                   "second_date",
                   "second_city",
                   "second_country_code",
                   "second_level",
                   "second_status",
                   "second_mechanisms",
                   "second_as_written",
                   "second_roles",
                   "shared_mechanisms",
                   "computed_at_revision"},
                  text);
  for (const v1::Clash& clash : clashes.clashes())
    for (const v1::ClashingState& state : clash.states())
      AddRow(clash, state, computed_at_revision, table);
  return table.ToString();
}

}  // namespace compendium
