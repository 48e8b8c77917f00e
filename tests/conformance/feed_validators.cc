// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/feed_validators.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "lib/base/sha256.h"
#include "lib/base/status_macros.h"

namespace compendium::tests {
namespace {

using Kind = DeliveredMessage::Kind;

template <class... Parts>
absl::Status Broken(absl::string_view promise, const Parts&... parts) {
  return absl::FailedPreconditionError(
      absl::StrCat("not ", promise, ": ", parts...));
}

// What a stream delivered after `after`, which is known once the start or the
// snapshot's end is.
struct Followed {
  int64_t after = 0;
  std::vector<DeliveredMessage> messages;  // changes and progress
};

std::optional<Followed> Follow(const DeliveredStream& stream) {
  Followed followed;
  followed.after = stream.after_revision.value_or(-1);
  for (const DeliveredMessage& message : stream.messages) {
    if (message.kind == Kind::kSnapshotEnd) followed.after = message.revision;
    if (message.kind == Kind::kChange || message.kind == Kind::kProgress)
      followed.messages.push_back(message);
  }
  if (followed.after < 0) return std::nullopt;
  return followed;
}

bool Fits(const std::vector<std::string>& prefixes, absl::string_view name) {
  return prefixes.empty() ||
         std::any_of(prefixes.begin(), prefixes.end(),
                     [name](const std::string& prefix) {
                       return absl::StartsWith(name, prefix);
                     });
}

bool Fits(const std::vector<std::string>& prefixes,
          const TrueRevision& revision) {
  return std::any_of(
      revision.names.begin(), revision.names.end(),
      [&](const std::string& name) { return Fits(prefixes, name); });
}

// The records that fit, with the revisions of their latest versions, at
// `revision`.
std::map<std::string, int64_t> StateAt(int64_t revision,
                                       const std::vector<std::string>& prefixes,
                                       const TrueLog& log) {
  std::map<std::string, int64_t> state;
  for (const TrueRevision& entry : log) {
    if (entry.revision > revision) break;
    for (const std::string& name : entry.names)
      if (Fits(prefixes, name)) state[name] = entry.revision;
  }
  return state;
}

}  // namespace

absl::Status CheckOrdered(const DeliveredStream& stream) {
  const auto followed = Follow(stream);
  if (!followed.has_value()) return absl::OkStatus();
  int64_t last = followed->after;
  for (const DeliveredMessage& message : followed->messages) {
    if (message.kind != Kind::kChange) continue;
    if (message.revision < last || message.revision == followed->after)
      return Broken("ordered", "revision ", message.revision, " after ", last);
    last = message.revision;
  }
  return absl::OkStatus();
}

absl::Status CheckUnique(const DeliveredStream& stream) {
  std::set<int64_t> seen;
  for (const DeliveredMessage& message : stream.messages)
    if (message.kind == Kind::kChange && !seen.insert(message.revision).second)
      return Broken("unique", "revision ", message.revision, " came twice");
  return absl::OkStatus();
}

absl::Status CheckAtomic(const DeliveredStream& stream, const TrueLog& log) {
  for (const DeliveredMessage& message : stream.messages) {
    if (message.kind != Kind::kChange) continue;
    if (message.revision < 1 ||
        message.revision > static_cast<int64_t>(log.size()))
      return Broken("atomic", "revision ", message.revision,
                    " is not in the log");
    const TrueRevision& truth = log[static_cast<size_t>(message.revision - 1)];
    std::vector<DeliveredRecord> expected;
    for (const std::string& name : truth.names)
      expected.push_back({name, message.revision});
    if (message.records != expected)
      return Broken("atomic", "revision ", message.revision,
                    " came with other records than the log's ",
                    truth.names.size());
  }
  return absl::OkStatus();
}

absl::Status CheckReliable(const DeliveredStream& stream, const TrueLog& log) {
  const auto followed = Follow(stream);
  if (!followed.has_value()) return absl::OkStatus();
  std::set<int64_t> delivered;
  int64_t last = followed->after;
  for (const DeliveredMessage& message : followed->messages) {
    if (message.kind == Kind::kChange) delivered.insert(message.revision);
    last = std::max(last, message.revision);
  }
  for (const TrueRevision& truth : log) {
    if (truth.revision <= followed->after || truth.revision > last) continue;
    const bool fits = Fits(stream.name_prefixes, truth);
    const bool came = delivered.count(truth.revision) > 0;
    if (fits && !came)
      return Broken("reliable", "revision ", truth.revision, " is missing");
    if (came && !fits)
      return Broken("reliable", "revision ", truth.revision,
                    " does not fit the filter");
  }
  return absl::OkStatus();
}

absl::Status CheckBookmarkable(const DeliveredStream& stream,
                               const TrueLog& log) {
  const auto followed = Follow(stream);
  if (!followed.has_value()) return absl::OkStatus();
  int64_t bookmark = followed->after;
  for (size_t i = 0; i < followed->messages.size(); ++i) {
    const DeliveredMessage& message = followed->messages[i];
    if (message.kind == Kind::kChange) {
      if (message.revision <= bookmark)
        return Broken("bookmarkable", "revision ", message.revision,
                      " after progress ", bookmark);
      continue;
    }
    if (message.revision < bookmark ||
        message.revision > static_cast<int64_t>(log.size()))
      return Broken("bookmarkable", "progress ", message.revision, " after ",
                    bookmark, " with ", log.size(), " revisions in the log");
    bookmark = message.revision;
    // Everything up to the bookmark must have come before it.
    DeliveredStream before = stream;
    before.after_revision = followed->after;
    before.messages.assign(
        followed->messages.begin(),
        followed->messages.begin() + static_cast<ptrdiff_t>(i + 1));
    RETURN_IF_ERROR(CheckReliable(before, log));
  }
  return absl::OkStatus();
}

std::optional<int64_t> ResumePoint(const DeliveredStream& stream) {
  const auto followed = Follow(stream);
  if (!followed.has_value()) return std::nullopt;
  return followed->messages.empty() ? followed->after
                                    : followed->messages.back().revision;
}

absl::Status CheckResumable(absl::Span<const DeliveredStream> streams,
                            const TrueLog& log) {
  DeliveredStream whole;
  std::optional<int64_t> position;
  for (const DeliveredStream& stream : streams) {
    const auto followed = Follow(stream);
    if (!followed.has_value()) continue;  // begins with a snapshot again
    if (position.has_value() && stream.after_revision.has_value()) {
      if (*stream.after_revision != *position)
        return Broken("resumable", "began after ", *stream.after_revision,
                      ", the one before ended at ", *position);
    } else {
      whole = DeliveredStream{};
      whole.after_revision = followed->after;
    }
    whole.name_prefixes = stream.name_prefixes;
    whole.messages.insert(whole.messages.end(), followed->messages.begin(),
                          followed->messages.end());
    position = ResumePoint(stream);
    RETURN_IF_ERROR(CheckOrdered(whole));
    RETURN_IF_ERROR(CheckUnique(whole));
    RETURN_IF_ERROR(CheckReliable(whole, log));
  }
  return absl::OkStatus();
}

absl::Status CheckSnapshot(const DeliveredStream& stream, const TrueLog& log) {
  std::vector<DeliveredRecord> records;
  std::string digested;
  bool ended = false;
  for (const DeliveredMessage& message : stream.messages) {
    if (message.kind == Kind::kSnapshotPart) {
      if (ended || stream.after_revision.has_value())
        return Broken("seamless", "a part where no snapshot is");
      for (const DeliveredRecord& record : message.records) {
        records.push_back(record);
        absl::StrAppend(&digested, record.name, " ", record.revision, "\n");
      }
    } else if (message.kind == Kind::kSnapshotEnd) {
      if (ended || stream.after_revision.has_value())
        return Broken("seamless", "an end where no snapshot is");
      ended = true;
      std::vector<DeliveredRecord> expected;
      for (const auto& [name, revision] :
           StateAt(message.revision, stream.name_prefixes, log))
        expected.push_back({name, revision});
      if (records != expected)
        return Broken("seamless", "got ", records.size(), " records, want the ",
                      expected.size(), " of revision ", message.revision);
      if (message.record_count != static_cast<int64_t>(records.size()) ||
          message.sha256 != base::Sha256({digested}))
        return Broken("seamless", "count or checksum of ", records.size(),
                      " records is wrong");
    } else if (!ended && !stream.after_revision.has_value()) {
      return Broken("seamless", "a change or progress inside of the snapshot");
    }
  }
  return absl::OkStatus();
}

absl::Status CheckFeed(absl::Span<const DeliveredStream> streams,
                       const TrueLog& log) {
  for (const DeliveredStream& stream : streams) {
    RETURN_IF_ERROR(CheckSnapshot(stream, log));
    RETURN_IF_ERROR(CheckOrdered(stream));
    RETURN_IF_ERROR(CheckUnique(stream));
    RETURN_IF_ERROR(CheckAtomic(stream, log));
    RETURN_IF_ERROR(CheckReliable(stream, log));
    RETURN_IF_ERROR(CheckBookmarkable(stream, log));
  }
  return CheckResumable(streams, log);
}

}  // namespace compendium::tests
