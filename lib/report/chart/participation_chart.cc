// SPDX-License-Identifier: Apache-2.0
#include "lib/report/chart/participation_chart.h"

#include <map>
#include <set>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/report/chart/matrix_chart.h"
#include "lib/words/counted.h"

namespace compendium {
namespace {

namespace v1 = reporting::v1;

constexpr char kNoRegion[] = "None";

// The shades begin anew at each of these: one or more, ten, twenty-five.
int ShadeFor(int count) {
  return count >= 25 ? 3 : count >= 10 ? 2 : count > 0 ? 1 : 0;
}

}  // namespace

DocumentChart ParticipationChart(const ReportContext& context) {
  const v1::Participation& participation = context.content.participation();
  // By the region's code; what has none comes last.
  std::map<std::pair<bool, std::string>, std::string> regions;
  std::map<std::string, std::map<std::pair<bool, std::string>, int>> counts;
  for (const v1::ParticipantParticipation& participant :
       participation.participants()) {
    const std::pair<bool, std::string> region(!participant.has_region(),
                                              participant.region().code());
    regions[region] =
        participant.has_region() ? participant.region().name() : kNoRegion;
    std::set<std::string> mechanisms;
    for (const v1::ParticipationEntry& entry : participant.entries())
      mechanisms.insert(entry.mechanism());
    for (const std::string& mechanism : mechanisms) ++counts[mechanism][region];
  }

  Matrix matrix{.id = "participation-chart",
                .title = "Participants by mechanism and region"};
  for (const auto& [region, name] : regions) matrix.columns.push_back(name);
  std::set<std::string> drawn;  // a mechanism may have several rounds
  for (const v1::MechanismParticipation& mechanism :
       participation.mechanisms()) {
    if (!drawn.insert(mechanism.mechanism()).second) continue;
    MatrixRow row{.name = context.names.Of(mechanism.mechanism())};
    for (const auto& [region, name] : regions) {
      const int count = counts[mechanism.mechanism()][region];
      MatrixCell cell{.lines = {}, .count = ShadeFor(count)};
      if (count > 0) cell.lines.push_back(absl::StrCat(count));
      row.cells.push_back(std::move(cell));
    }
    matrix.rows.push_back(std::move(row));
  }
  matrix.description = absl::StrCat(
      Counted(static_cast<int64_t>(matrix.rows.size()), "mechanism"), " by ",
      Counted(static_cast<int64_t>(matrix.columns.size()), "region"),
      " of the United Nations (M49). A cell counts participants; an empty one: "
      "none. “None” are those without a country code. The table of "
      "participants has each with its region.");
  return DrawMatrix(matrix);
}

}  // namespace compendium
