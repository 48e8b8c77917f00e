// SPDX-License-Identifier: Apache-2.0
// The names under which everything is stored and asked for:
//
//   mechanism     = "mechanisms/" id
//   round         = "rounds/" id
//   questionnaire = "mechanisms/" id "/questionnaires/" id
//   id            = alnum [ *61( alnum / "-" ) alnum ]
//   alnum         = "a" … "z" / "0" … "9"
//
// An id may begin with a digit: "5-5-dialogue" is a mechanism, "2016" a round.
// The last id of a questionnaire is that of its round. All classes here are
// immutable values, made only by Parse or from parts that were parsed; any
// thread may use them. Every Parse fails with kInvalidArgument.
#pragma once

#include <compare>
#include <string>
#include <utility>
#include <variant>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace compendium {

// `mechanisms/{m}`: the profile of one mechanism. The id is for ever: a
// mechanism that changes its name keeps it.
class MechanismName {
 public:
  static absl::StatusOr<MechanismName> Parse(absl::string_view text);
  static absl::StatusOr<MechanismName> FromId(absl::string_view id);

  // The whole name; id() is what follows the slash.
  std::string ToString() const;
  const std::string& id() const { return id_; }

  friend auto operator<=>(const MechanismName& a,
                          const MechanismName& b) = default;

  template <typename H>
  friend H AbslHashValue(H state, const MechanismName& name) {
    return H::combine(std::move(state), name.id_);
  }

 private:
  explicit MechanismName(absl::string_view id) : id_(id) {}

  std::string id_;
};

// `rounds/{r}`: one collection, mostly named after its year. Ids are compared
// as text, so that years are in order and other ids need not be.
class RoundName {
 public:
  static absl::StatusOr<RoundName> Parse(absl::string_view text);
  static absl::StatusOr<RoundName> FromId(absl::string_view id);

  // The whole name; id() is what follows the slash.
  std::string ToString() const;
  const std::string& id() const { return id_; }

  friend auto operator<=>(const RoundName& a, const RoundName& b) = default;

  template <typename H>
  friend H AbslHashValue(H state, const RoundName& name) {
    return H::combine(std::move(state), name.id_);
  }

 private:
  explicit RoundName(absl::string_view id) : id_(id) {}

  std::string id_;
};

// `mechanisms/{m}/questionnaires/{r}`: what one mechanism answered in one
// round.
class QuestionnaireName {
 public:
  static absl::StatusOr<QuestionnaireName> Parse(absl::string_view text);

  // Two valid names always make a third; whether the questionnaire exists is
  // another question.
  QuestionnaireName(MechanismName mechanism, RoundName round)
      : mechanism_(std::move(mechanism)), round_(std::move(round)) {}

  std::string ToString() const;

  // Who answered, and in which round.
  const MechanismName& mechanism() const { return mechanism_; }
  const RoundName& round() const { return round_; }

  // By mechanism, then by round.
  friend auto operator<=>(const QuestionnaireName& a,
                          const QuestionnaireName& b) = default;

  template <typename H>
  friend H AbslHashValue(H state, const QuestionnaireName& name) {
    return H::combine(std::move(state), name.mechanism_, name.round_);
  }

 private:
  MechanismName mechanism_;
  RoundName round_;
};

// Any one of the three, for what treats them alike: the log, the feed and the
// store.
class ResourceName {
 public:
  enum class Kind { kMechanism, kRound, kQuestionnaire };

  // Tells by the text which of the three it is; the message of a failure says
  // which one it took it for.
  static absl::StatusOr<ResourceName> Parse(absl::string_view text);

  // Every name is a resource name, hence the conversions.
  // NOLINTBEGIN(google-explicit-constructor)
  ResourceName(MechanismName name) : name_(std::move(name)) {}
  ResourceName(RoundName name) : name_(std::move(name)) {}
  ResourceName(QuestionnaireName name) : name_(std::move(name)) {}
  // NOLINTEND(google-explicit-constructor)

  Kind kind() const { return static_cast<Kind>(name_.index()); }
  std::string ToString() const;

  // The name of that kind, or null when this is of another kind; valid as
  // long as this object.
  const MechanismName* mechanism() const {
    return std::get_if<MechanismName>(&name_);
  }
  const RoundName* round() const { return std::get_if<RoundName>(&name_); }
  const QuestionnaireName* questionnaire() const {
    return std::get_if<QuestionnaireName>(&name_);
  }

  // By kind, then by name.
  friend auto operator<=>(const ResourceName& a,
                          const ResourceName& b) = default;

  template <typename H>
  friend H AbslHashValue(H state, const ResourceName& name) {
    return H::combine(std::move(state), name.ToString());
  }

 private:
  // In the order of Kind.
  std::variant<MechanismName, RoundName, QuestionnaireName> name_;
};

}  // namespace compendium
