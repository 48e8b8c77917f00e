// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/schedule/http_sender.h"

#include <curl/curl.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "lib/base/status_macros.h"
#include "services/reporting/schedule/limits.h"
#include "services/reporting/schedule/webhook_signature.h"

namespace compendium::reporting {
namespace {

struct UrlFree {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
struct EasyFree {
  void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};
struct TextFree {
  void operator()(char* text) const { curl_free(text); }
};

// A part of the address; empty when it has none.
std::string PartOf(CURLU* url, CURLUPart part) {
  char* text = nullptr;
  if (curl_url_get(url, part, &text, 0) != CURLUE_OK) return "";
  const std::unique_ptr<char, TextFree> owner(text);
  return text;
}

// The headers of one request.
class Headers {
 public:
  ~Headers() { curl_slist_free_all(list_); }
  Headers() = default;
  Headers(const Headers&) = delete;
  Headers& operator=(const Headers&) = delete;

  void Add(absl::string_view name, absl::string_view value) {
    curl_slist* longer =
        curl_slist_append(list_, absl::StrCat(name, ": ", value).c_str());
    CHECK(longer != nullptr);
    list_ = longer;
  }
  curl_slist* get() const { return list_; }

 private:
  curl_slist* list_ = nullptr;
};

// What the receiver says is not read.
size_t Discard(char* /*bytes*/, size_t size, size_t count, void* /*user*/) {
  return size * count;
}

}  // namespace

absl::StatusOr<std::string> HostOf(absl::string_view url) {
  const std::unique_ptr<CURLU, UrlFree> parsed(curl_url());
  CHECK(parsed != nullptr);
  const auto wrong = [&] {
    return absl::InvalidArgumentError(absl::StrCat(
        "got \"", url,
        "\", want an http: or https: address without name and password"));
  };
  if (curl_url_set(parsed.get(), CURLUPART_URL, std::string(url).c_str(), 0) !=
      CURLUE_OK)
    return wrong();
  const std::string scheme = PartOf(parsed.get(), CURLUPART_SCHEME);
  if ((scheme != "http" && scheme != "https") ||
      !PartOf(parsed.get(), CURLUPART_USER).empty() ||
      !PartOf(parsed.get(), CURLUPART_PASSWORD).empty())
    return wrong();
  const std::string port = PartOf(parsed.get(), CURLUPART_PORT);
  return absl::StrCat(PartOf(parsed.get(), CURLUPART_HOST),
                      port.empty() ? "" : ":", port);
}

HttpSender::HttpSender(Options options, const base::Clock& clock)
    : options_(std::move(options)), clock_(clock) {
  // Must come before any other thread uses it; the counts of its calls match at
  // the process's end or not at all, which does no harm.
  CHECK(curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK);
}

absl::Status HttpSender::Send(const v1::Delivery& delivery,
                              const DeliveredReport& report) {
  const std::string& url = delivery.target().http().url();
  ASSIGN_OR_RETURN(const std::string host, HostOf(url));
  if (std::find(options_.hosts.begin(), options_.hosts.end(), host) ==
      options_.hosts.end())
    return absl::PermissionDeniedError(
        absl::StrCat(host, " is not among the --delivery_hosts"));
  if (options_.key.empty())
    return absl::PermissionDeniedError(
        "the worker has no --delivery_key_file to sign with");
  const absl::string_view name = report.report.name();
  const absl::string_view report_id = name.substr(name.rfind('/') + 1);
  for (size_t i = 0; i < report.files.size(); ++i)
    RETURN_IF_ERROR(
        Post(url, absl::StrCat(report_id, "-", delivery.target_index(), "-", i),
             report.report.files(static_cast<int>(i)), report.files[i]));
  return absl::OkStatus();
}

absl::Status HttpSender::Post(const std::string& url, absl::string_view id,
                              const v1::ReportFile& file,
                              absl::string_view body) const {
  const std::unique_ptr<CURL, EasyFree> easy(curl_easy_init());
  CHECK(easy != nullptr);
  const absl::Time now = clock_.Now();
  Headers headers;
  headers.Add("Content-Type", file.media_type());
  headers.Add("Content-Disposition",
              absl::StrCat("attachment; filename=\"", file.file_name(), "\""));
  headers.Add("webhook-id", id);
  headers.Add("webhook-timestamp", absl::StrCat(absl::ToUnixSeconds(now)));
  headers.Add("webhook-signature",
              WebhookSignature(options_.key, id, now, body));
  // Else curl waits a second for "100 Continue" before each file.
  headers.Add("Expect", "");

  curl_easy_setopt(easy.get(), CURLOPT_URL, url.c_str());
  curl_easy_setopt(easy.get(), CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(easy.get(), CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(easy.get(), CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(easy.get(), CURLOPT_NOPROXY, "*");
  curl_easy_setopt(easy.get(), CURLOPT_USERAGENT, "compendium-reporting");
  curl_easy_setopt(easy.get(), CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(easy.get(), CURLOPT_POST, 1L);
  curl_easy_setopt(easy.get(), CURLOPT_POSTFIELDS, body.data());
  curl_easy_setopt(easy.get(), CURLOPT_POSTFIELDSIZE_LARGE,
                   static_cast<curl_off_t>(body.size()));
  curl_easy_setopt(easy.get(), CURLOPT_TIMEOUT_MS,
                   static_cast<long>(absl::ToInt64Milliseconds(kDeliveryTime)));
  curl_easy_setopt(easy.get(), CURLOPT_WRITEFUNCTION, &Discard);
  const CURLcode result = curl_easy_perform(easy.get());
  if (result != CURLE_OK)
    return absl::UnavailableError(
        absl::StrCat(url, ": ", curl_easy_strerror(result)));
  long code = 0;  // NOLINT(google-runtime-int): what curl writes
  curl_easy_getinfo(easy.get(), CURLINFO_RESPONSE_CODE, &code);
  if (code < 200 || code > 299)
    return absl::UnavailableError(
        absl::StrCat(url, ": got HTTP status ", code, ", want 200 to 299"));
  return absl::OkStatus();
}

}  // namespace compendium::reporting
