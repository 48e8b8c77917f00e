// SPDX-License-Identifier: Apache-2.0
#include "lib/http/trace_context.h"

#include <gtest/gtest.h>

#include <string>

namespace compendium::http {
namespace {

const char kSample[] =
    "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

TEST(TraceContext, HasItsIds) {
  const auto trace = TraceContext::Parse(kSample);

  ASSERT_TRUE(trace.has_value());
  EXPECT_EQ(trace->trace_id(), "4bf92f3577b34da6a3ce929d0e0e4736");
  EXPECT_EQ(trace->parent_id(), "00f067aa0ba902b7");
  EXPECT_EQ(trace->ToString(), kSample);
  EXPECT_EQ(TraceContext::Parse(trace->ToString()), trace);
}

TEST(TraceContext, LaterVersionsMayHaveMore) {
  std::string later = kSample;
  later[1] = '1';

  EXPECT_TRUE(TraceContext::Parse(later).has_value());
  EXPECT_EQ(TraceContext::Parse(later + "-more")->ToString(), kSample);
  EXPECT_FALSE(TraceContext::Parse(later + "more").has_value());
}

TEST(TraceContext, UnknownFlagsAreNotPassedOn) {
  std::string flags = kSample;
  flags.replace(53, 2, "fe");

  EXPECT_EQ(TraceContext::Parse(flags)->ToString().substr(53), "00");
}

TEST(TraceContext, WhatIsNoneIsIgnored) {
  const std::string sample = kSample;
  std::string upper = sample, zero_trace = sample, zero_parent = sample,
              version = sample, blank = sample;
  upper[3] = 'A';
  zero_trace.replace(3, 32, 32, '0');
  zero_parent.replace(36, 16, 16, '0');
  version.replace(0, 2, "ff");
  blank[35] = ' ';

  for (const std::string& text :
       {std::string(), sample.substr(1), sample + "-", sample + "x", upper,
        zero_trace, zero_parent, version, blank})
    EXPECT_FALSE(TraceContext::Parse(text).has_value()) << text;
}

}  // namespace
}  // namespace compendium::http
