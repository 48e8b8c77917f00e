// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/kept_record.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>

#include "lib/base/status_macros.h"

namespace compendium::reporting {

std::string CanonicalBytes(const google::protobuf::MessageLite& message) {
  std::string bytes;
  {
    google::protobuf::io::StringOutputStream stream(&bytes);
    google::protobuf::io::CodedOutputStream coded(&stream);
    coded.SetSerializationDeterministic(true);
    CHECK(message.SerializeToCodedStream(&coded));
  }  // the streams give their last bytes when they end
  return bytes;
}

}  // namespace compendium::reporting
