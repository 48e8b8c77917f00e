// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "compendium/registry/v1/registry_service.grpc.pb.h"

namespace compendium::registry {

// RegistryService with methods that get and give bytes (grpc::ByteBuffer) and
// answer whenever they like. Bytes, because a response is made of stored
// records without parsing them, and a request's record is taken out of the
// request instead of copied. gRPC wants each method named; generated classes
// add one each, in steps to keep the types readable.
using RawRpc = v1::RegistryService;

template <class Service>
using WithRawMechanisms = RawRpc::WithRawCallbackMethod_CreateMechanism<
    RawRpc::WithRawCallbackMethod_GetMechanism<
        RawRpc::WithRawCallbackMethod_ListMechanisms<
            RawRpc::WithRawCallbackMethod_BatchGetMechanisms<
                RawRpc::WithRawCallbackMethod_UpdateMechanism<
                    RawRpc::WithRawCallbackMethod_DeleteMechanism<
                        RawRpc::WithRawCallbackMethod_UndeleteMechanism<
                            Service>>>>>>>;

template <class Service>
using WithRawRounds = RawRpc::WithRawCallbackMethod_CreateRound<
    RawRpc::WithRawCallbackMethod_GetRound<
        RawRpc::WithRawCallbackMethod_ListRounds<
            RawRpc::WithRawCallbackMethod_BatchGetRounds<
                RawRpc::WithRawCallbackMethod_UpdateRound<
                    RawRpc::WithRawCallbackMethod_DeleteRound<
                        RawRpc::WithRawCallbackMethod_UndeleteRound<
                            Service>>>>>>>;

template <class Service>
using WithRawQuestionnaires = RawRpc::WithRawCallbackMethod_CreateQuestionnaire<
    RawRpc::WithRawCallbackMethod_GetQuestionnaire<
        RawRpc::WithRawCallbackMethod_ListQuestionnaires<
            RawRpc::WithRawCallbackMethod_BatchGetQuestionnaires<
                RawRpc::WithRawCallbackMethod_UpdateQuestionnaire<
                    RawRpc::WithRawCallbackMethod_DeleteQuestionnaire<
                        RawRpc::WithRawCallbackMethod_UndeleteQuestionnaire<
                            Service>>>>>>>;

template <class Service>
using WithRawHistory = RawRpc::WithRawCallbackMethod_ListRevisions<
    RawRpc::WithRawCallbackMethod_ListLogEntries<
        RawRpc::WithRawCallbackMethod_GetRegistryStatus<
            RawRpc::WithRawCallbackMethod_Watch<Service>>>>;

template <class Service>
using WithRawCuration = RawRpc::WithRawCallbackMethod_CurateQuestionnaire<
    RawRpc::WithRawCallbackMethod_CurateRound<
        RawRpc::WithRawCallbackMethod_ListFindings<
            RawRpc::WithRawCallbackMethod_ListSuggestions<
                RawRpc::WithRawCallbackMethod_AnalyzeText<Service>>>>>;

using RawRegistryService = WithRawMechanisms<WithRawRounds<
    WithRawQuestionnaires<WithRawCuration<WithRawHistory<RawRpc::Service>>>>>;

}  // namespace compendium::registry
