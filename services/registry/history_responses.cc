// SPDX-License-Identifier: Apache-2.0
#include "services/registry/history_responses.h"

#include <google/protobuf/util/time_util.h>

#include <utility>

#include "services/registry/limits.h"
#include "services/registry/record_wire.h"

namespace compendium::registry {
namespace {

void SetTime(absl::Time time, google::protobuf::Timestamp& timestamp) {
  timestamp = google::protobuf::util::TimeUtil::MicrosecondsToTimestamp(
      absl::ToUnixMicros(time));
}

void SetVersion(const ExplainedVersion& from, v1::RecordVersion& version) {
  version.set_name(from.name);
  version.set_etag(EtagOf(from.head.revision));
  version.set_revision(from.head.revision);
  SetTime(from.head.create_time, *version.mutable_create_time());
  SetTime(from.head.update_time, *version.mutable_update_time());
  if (from.head.deleted())
    SetTime(from.head.update_time, *version.mutable_delete_time());
}

}  // namespace

v1::ListRevisionsResponse RevisionsResponse(const VersionPage& page,
                                            std::string next_page_token) {
  v1::ListRevisionsResponse response;
  for (const ExplainedVersion& version : page.versions) {
    v1::RecordRevision& item = *response.add_revisions();
    SetVersion(version, *item.mutable_version());
    item.set_kind(static_cast<v1::ChangeKind>(version.head.kind));
    item.set_author(version.author);
    item.set_reason(version.reason);
  }
  response.set_revision(page.revision);
  response.set_next_page_token(std::move(next_page_token));
  return response;
}

v1::ListLogEntriesResponse LogEntriesResponse(LogPage page) {
  v1::ListLogEntriesResponse response;
  for (LoggedChange& change : page.changes) {
    v1::LogEntry& entry = *response.add_entries();
    entry.set_revision(change.entry.revision);
    entry.set_payload(std::move(change.entry.payload));
    entry.set_hash(std::move(change.entry.hash));
    for (const RecordVersion& version : change.versions)
      entry.add_record_values(version.value.data(), version.value.size());
  }
  response.set_revision(page.last_revision);
  return response;
}

v1::GetRegistryStatusResponse StatusResponse(const Store& store,
                                             const Feed& feed,
                                             absl::string_view release,
                                             absl::Time start_time) {
  v1::GetRegistryStatusResponse response;
  response.set_revision(store.LastRevision());
  response.set_store_id(store.store_id());
  response.set_engine(std::string(store.engine_name()));
  response.set_release(std::string(release));
  SetTime(start_time, *response.mutable_start_time());
  response.set_watcher_count(static_cast<int32_t>(feed.watcher_count()));
  for (WatcherPosition& position : feed.Positions(kStatusWatcherCountMax)) {
    v1::WatcherStatus& watcher = *response.add_watchers();
    watcher.set_consumer(std::move(position.consumer));
    watcher.set_delivered_revision(position.delivered_revision);
  }
  response.set_read_only(store.failed());
  return response;
}

}  // namespace compendium::registry
