// SPDX-License-Identifier: Apache-2.0
// What records must be beyond what their protos' annotations say, and the
// fields that follow from others. Pure: no store is asked.
//
// All functions expect a record that passed the annotations' rules, set its
// derived fields (earliest_day and latest_day of dates) and return OK, or
// INVALID_ARGUMENT with every problem found, up to kProblemCountMax. Paths
// begin with `path`. After an error the record may be partly completed.
#pragma once

#include <google/protobuf/message.h>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "compendium/registry/v1/mechanism.pb.h"
#include "compendium/registry/v1/questionnaire.pb.h"
#include "compendium/registry/v1/round.pb.h"
#include "services/registry/record_kind.h"

namespace compendium::registry {

// Participants: a State's code is that of a State, a territory's that of a
// territory, nothing else has one; each has a name or a code. Participants and
// focus areas say who put them there (origin).
absl::Status CompleteMechanism(v1::Mechanism& mechanism,
                               absl::string_view path);

// No question id twice; spans of documents do not end before they begin; event
// links have two mentions or more.
absl::Status CompleteRound(v1::Round& round, absl::string_view path);

// As for a mechanism, and: no question answered twice; evidence names an answer
// and quotes its bytes, between characters; a claim's code is a node of its
// framework in its normal form; meetings, claims, projects and publications
// have an origin, and no two of them one id.
absl::Status CompleteQuestionnaire(v1::Questionnaire& questionnaire,
                                   absl::string_view path);

// One of the above; `record` is a message of that kind.
absl::Status CompleteRecord(RecordKind kind, google::protobuf::Message& record,
                            absl::string_view path);

// RESOURCE_EXHAUSTED with reason RECORD_TOO_LARGE when a serialized record of
// `size` bytes passes kRecordBytesMax.
absl::Status CheckRecordSize(size_t size);

// The name inside of an update's record: that of a record of its kind. The
// annotations cannot say so, because the registry sets it everywhere else.
absl::Status CheckUpdateName(RecordKind kind, absl::string_view name);

// A ListQuestionnaires parent: a mechanism's name, or mechanisms/- for all.
absl::Status CheckListParent(absl::string_view parent);

}  // namespace compendium::registry
