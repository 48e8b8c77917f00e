// SPDX-License-Identifier: Apache-2.0
#include "lib/document/participant_list.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "lib/document/characters.h"
#include "lib/domain/participant.h"

namespace compendium {
namespace {

constexpr absl::string_view kAnd = " and ";

// Longer pieces are prose, not names (Participant.as_written holds 512).
constexpr size_t kNameBytesMax = 512;

// How many places of "and" are looked at in a piece, and at how many of them it
// is split: names hold one at most, and the work must stay linear.
constexpr int kAndsMax = 6;
constexpr int kSplitsMax = 3;

// A name may hold commas: "Congo, Democratic Republic of the".
constexpr size_t kNamePiecesMax = 3;

bool IsKnown(absl::string_view name) {
  return name.size() <= kNameBytesMax &&
         LookUpLossyParticipant(name).kind != ParticipantKind::kUnknown;
}

// Other scripts than Latin are letters, too.
bool HoldsLetter(absl::string_view name) {
  return std::any_of(name.begin(), name.end(), [](unsigned char c) {
    return absl::ascii_isalpha(c) || c >= 0x80;
  });
}

// Splits at `separator` outside of parentheses; anywhere if those do not match.
std::vector<absl::string_view> SplitOutside(absl::string_view list,
                                            char separator, bool anywhere) {
  std::vector<absl::string_view> pieces;
  int depth = 0;
  size_t begin = 0;
  for (size_t at = 0; at < list.size(); ++at) {
    if (list[at] == '(' || list[at] == '[') ++depth;
    if ((list[at] == ')' || list[at] == ']') && depth > 0) --depth;
    if (list[at] != separator || (depth > 0 && !anywhere)) continue;
    pieces.push_back(TrimBlanks(list.substr(begin, at - begin)));
    begin = at + 1;
  }
  if (depth > 0 && !anywhere) return SplitOutside(list, separator, true);
  pieces.push_back(TrimBlanks(list.substr(begin)));
  return pieces;
}

std::vector<absl::string_view> SplitPieces(absl::string_view list) {
  std::vector<absl::string_view> pieces = SplitOutside(list, ';', false);
  if (pieces.size() == 1) pieces = SplitOutside(list, ',', false);
  return pieces;
}

// Where the "and" stands that separates two names of `piece`: best between two
// known names, else as far to the right as one side is known; npos when there
// is none.
size_t FindAnd(absl::string_view piece) {
  size_t best = piece.npos;
  int count = 0;
  for (size_t at = piece.rfind(kAnd); at != piece.npos && count < kAndsMax;
       at = at == 0 ? piece.npos : piece.rfind(kAnd, at - 1)) {
    ++count;
    const bool left = IsKnown(TrimBlanks(piece.substr(0, at)));
    const bool right = IsKnown(TrimBlanks(piece.substr(at + kAnd.size())));
    if (left && right) return at;
    if ((left || right) && best == piece.npos) best = at;
  }
  return best;
}

// Appends the names in a piece without separators, which "and" may join at up
// to `splits_max` places.
void AppendNames(absl::string_view piece, int splits_max,
                 std::vector<std::string>& names) {
  if (!IsKnown(piece)) absl::ConsumePrefix(&piece, "and ");
  piece = TrimBlanks(piece);
  if (splits_max > 0 && piece.size() <= kNameBytesMax && !IsKnown(piece)) {
    if (const size_t at = FindAnd(piece); at != piece.npos) {
      AppendNames(piece.substr(0, at), splits_max - 1, names);
      AppendNames(piece.substr(at + kAnd.size()), splits_max - 1, names);
      return;
    }
  }
  if (!IsKnown(piece)) absl::ConsumeSuffix(&piece, ".");
  if (HoldsLetter(piece)) names.emplace_back(piece);
}

// How many of the pieces from `first` on are one known name with commas in it,
// where at least one of them alone is no known name; 1 when there is none.
size_t CountPiecesOfName(const std::vector<absl::string_view>& pieces,
                         size_t first) {
  std::string joined(pieces[first]);
  bool all_known = IsKnown(pieces[first]);
  size_t count = 1;
  const size_t end = std::min(pieces.size(), first + kNamePiecesMax);
  for (size_t i = first + 1; i < end; ++i) {
    absl::StrAppend(&joined, ", ", pieces[i]);
    all_known = all_known && IsKnown(pieces[i]);
    // A remark in parentheses is passed over by the look-up: no proof.
    const bool remark = joined.find('(') != joined.npos;
    if (!all_known && !remark && IsKnown(joined)) count = i - first + 1;
  }
  return count;
}

}  // namespace

std::vector<std::string> SplitParticipants(absl::string_view list) {
  std::vector<std::string> names;
  const std::vector<absl::string_view> pieces = SplitPieces(TrimBlanks(list));
  for (size_t i = 0; i < pieces.size();) {
    const size_t count = CountPiecesOfName(pieces, i);
    if (count > 1) {
      const char* const end =
          pieces[i + count - 1].data() + pieces[i + count - 1].size();
      names.emplace_back(pieces[i].data(), end);
    } else {
      AppendNames(pieces[i], kSplitsMax, names);
    }
    i += count;
  }
  return names;
}

}  // namespace compendium
