// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/decision.h"

#include <QString>

#include <optional>

// The fixed words by which the journal and its exports name states, acts and kinds. They are never
// translated and never change, because files of earlier versions hold them.

namespace countersign {

QString journalWord(DecisionState state);
QString journalWord(Act act);
QString journalWord(WaitKind kind);
QString journalWord(Confidence confidence);
QString journalWord(EnvironmentColor color);
QString journalWord(EnvironmentPattern pattern);
QString journalWord(ActorKind kind);

//! The value whose journalWord() is exactly `word`; nothing: there is none.
template <class Enum>
std::optional<Enum> fromJournalWord(QStringView word);

extern template std::optional<DecisionState> fromJournalWord(QStringView word);
extern template std::optional<Act> fromJournalWord(QStringView word);
extern template std::optional<WaitKind> fromJournalWord(QStringView word);
extern template std::optional<Confidence> fromJournalWord(QStringView word);
extern template std::optional<EnvironmentColor> fromJournalWord(QStringView word);
extern template std::optional<EnvironmentPattern> fromJournalWord(QStringView word);
extern template std::optional<ActorKind> fromJournalWord(QStringView word);

} // namespace countersign
