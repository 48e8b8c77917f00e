// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "services/reporting/projection/told_event.h"

namespace compendium::reporting {

// Told events that are one event, by questionnaire name and position. Borrows
// them.
using EventGroup = std::vector<const ToldEvent*>;

// How surely two comparable told events of one country are one event, up to
// kSame; 0 when they are not. They are when two questionnaires tell them, some
// day is possible for both, the cities are equal, people did not split them and
// a title of one is like a title of the other; strongly alike where one city is
// not known or one date is a whole month, in which one city sees many meetings.
int SameEventScore(const ToldEvent& a, const ToldEvent& b);

// Puts told events into groups. What people joined is together, what they split
// is apart. Of the rest only comparable ones of one country are grouped, and
// all members of a group fit each other pairwise, so that no group has two
// events of one questionnaire or two days that exclude each other; of what
// people joined, one that fits is enough. Where an event fits several others
// that do not fit each other, the surest pairs are joined first; among equals
// the first by name. The result depends on the set alone, never on the order of
// `told`. More than kComparedEventsMax of them are only grouped by people.
std::vector<EventGroup> GroupEvents(std::vector<const ToldEvent*> told);

}  // namespace compendium::reporting
