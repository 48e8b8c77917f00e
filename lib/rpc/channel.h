// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <grpcpp/channel.h>

#include <memory>
#include <string>

namespace compendium {

// A channel to the server at `address` ("host:port" or what else gRPC can
// resolve), without encryption, with the limits of limits.h. It connects at the
// first call and again after each loss. HTTP proxies of the environment are
// not used. Never null; an address that leads nowhere shows in the calls. Any
// thread may use it.
//
// Channels to one address share a connection; with `own_connection` this one
// has its own.
std::shared_ptr<grpc::Channel> MakeChannel(const std::string& address,
                                           bool own_connection = false);

}  // namespace compendium
