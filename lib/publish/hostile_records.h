// SPDX-License-Identifier: Apache-2.0
// Records for tests that no writer of documents likes: their texts hold what
// means something to text, Markdown, HTML, XML or the readers. Equal seeds give
// equal records.
#pragma once

#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "compendium/registry/v1/mechanism.pb.h"
#include "compendium/registry/v1/questionnaire.pb.h"
#include "compendium/registry/v1/round.pb.h"

namespace compendium {

struct HostileRecords {
  registry::v1::Round round;
  std::vector<registry::v1::Mechanism> mechanisms;
  std::vector<registry::v1::Questionnaire> questionnaires;
};

// Makes them; one object for one test.
class HostileRecordMaker {
 public:
  explicit HostileRecordMaker(uint32_t seed) : random_(seed) {}

  HostileRecords Make(int count) {
    HostileRecords records;
    records.round.set_name("rounds/2016");
    records.round.set_title("Round & <2016>");
    for (const char* const id : {"1", "2", "2A", "2B", "2C", "3", "3A", "4"}) {
      registry::v1::Question& question =
          *records.round.mutable_form()->add_questions();
      question.set_id(id);
      question.set_title(absl::StrCat("Question ", id, " | about <it>"));
    }
    for (int i = 0; i < count; ++i) AddMechanism(i, records);
    return records;
  }

  // A text of `words_max` words at most, which may be empty.
  std::string Text(int words_max) {
    static constexpr std::array<absl::string_view, 60> kWords = {
        "migration",
        "held in Lima,",
        "10.7",
        "17.18",
        "\t",
        "a\tb",
        "|",
        "<td>",
        "</h1>",
        "<b id=\"question-1\">",
        "<pre>",
        "</pre>",
        "<p>",
        "&",
        "&amp;",
        "&#10;",
        "&lt;b&gt;",
        "\\",
        "\\\\n",
        "**bold**",
        "*",
        "_it_",
        "`code`",
        "[link](x)",
        "![i](y)",
        "# head",
        "---",
        "--",
        "2A",
        "2A.",
        "3 New projects:",
        "4. New publications:",
        "1.",
        "b)",
        "(iv)",
        "•",
        "⇒",
        "- ",
        "– ",
        "\n",
        "\n\n",
        "\n• ",
        "\n- ",
        "\n1. ",
        "\n2A Senior officials:\t",
        "\r\n",
        "  ",
        "\u00a0",
        "\u200b",
        "\u200fשלום",
        "\u202bمرحبا\u202c",
        "¹",
        "*)",
        "Kosovo*",
        "http://a.example/x?y=1&z=<q>",
        "https://b.example/(c).",
        "“quoted”",
        "Member States:",
        "Focus:",
        "N/A"};
    std::string text;
    for (size_t words = Below(words_max + 1); words > 0; --words) {
      const absl::string_view word = kWords[Below(kWords.size())];
      absl::StrAppend(&text, Below(6) == 0 ? "" : " ", word);
    }
    if (Below(40) == 0) text += std::string(5000, 'x');
    return text;
  }

 private:
  template <class Number>
  size_t Below(Number count) {
    return random_() % static_cast<size_t>(count);
  }

  void AddMechanism(int i, HostileRecords& records) {
    const std::string id = absl::StrCat("mechanism-", i);
    registry::v1::Mechanism& mechanism = records.mechanisms.emplace_back();
    mechanism.set_name(absl::StrCat("mechanisms/", id));
    mechanism.set_display_name(absl::StrCat("Dialogue ", i, Text(2), "."));
    if (Below(2) == 0) mechanism.set_acronym("D");
    registry::v1::Questionnaire& made = records.questionnaires.emplace_back();
    made.set_name(absl::StrCat(mechanism.name(), "/questionnaires/2016"));
    if (Below(4) != 0) made.set_title(absl::StrCat(i, Text(3), ":"));
    AddProfile(made);
    AddAnswers(made);
    AddItems(made);
    if (Below(3) == 0) {
      registry::v1::Remainder& remainder = *made.add_remainders();
      remainder.set_text("¹ <http://note.example/a>\n\n* a *remark*\n17\n");
    }
    made.mutable_source()->set_file_name("first.txt");
    made.mutable_source()->set_sha256(std::string(64, 'a'));
    *mechanism.mutable_participants() = made.participants();
    *mechanism.mutable_focus_areas() = made.focus_areas();
  }

  void AddProfile(registry::v1::Questionnaire& made) {
    using registry::v1::Participant;
    for (size_t count = Below(6); count > 0; --count) {
      Participant& participant = *made.add_participants();
      participant.set_kind(
          static_cast<registry::v1::ParticipantKind>(Below(5)));
      participant.set_role(
          static_cast<registry::v1::ParticipantRole>(Below(4)));
      participant.set_origin(AnyOrigin());
      participant.set_as_written(
          absl::StrCat("Bosnia and Herzegovina, the; ", Text(3)));
      if (Below(5) == 0) {
        participant.clear_as_written();
        participant.set_country_code("FRA");
        participant.set_kind(registry::v1::PARTICIPANT_KIND_STATE);
      }
    }
    for (size_t count = Below(4); count > 0; --count) {
      registry::v1::FocusArea& area = *made.add_focus_areas();
      area.set_as_written(absl::StrCat("and labour;", Text(3)));
      area.set_origin(AnyOrigin());
    }
  }

  void AddAnswers(registry::v1::Questionnaire& made) {
    for (const char* const id :
         {"1", "2", "2A", "2B", "2C", "3", "3A", "4", "5", "7B", "99Z"}) {
      if (Below(5) == 0) continue;  // not all of them
      registry::v1::Answer& answer = *made.add_answers();
      answer.set_question_id(id);
      answer.set_state(static_cast<registry::v1::AnswerState>(1 + Below(6)));
      answer.set_state_origin(AnyOrigin());
      answer.set_question_as_written(absl::StrCat(id, ". New projects:"));
      answer.set_text(Text(30));
      answer.set_verbatim(absl::StrCat("<p>", answer.text()));
      answer.add_source_spans()->set_end_byte(7);
    }
  }

  void AddItems(registry::v1::Questionnaire& made) {
    if (Below(2) == 0) return;
    registry::v1::Claim& claim = *made.add_claims();
    claim.set_framework("sdg");
    claim.set_code("10.7");
    claim.set_strength(registry::v1::CLAIM_STRENGTH_EXPLICIT);
    claim.set_origin(AnyOrigin());
    registry::v1::Meeting& meeting = *made.add_meetings();
    meeting.set_title("Without any evidence");
    meeting.set_origin(registry::v1::ORIGIN_CURATED);
  }

  registry::v1::Origin AnyOrigin() {
    return static_cast<registry::v1::Origin>(1 + Below(3));
  }

  std::mt19937 random_;
};

}  // namespace compendium
