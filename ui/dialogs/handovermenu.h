// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/decision.h"

#include <QMenu>

#include <functional>
#include <optional>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace countersign {

class DecisionViewModel;

//! Copies the command that does the same as a decision, for the shell that is chosen.
class HandOverMenu : public QMenu
{
    Q_OBJECT

public:
    //! The record as it would be sent now; nothing: it could not be sent.
    using Record = std::function<std::optional<DecisionRecord>()>;

    //! `record` is asked when a shell is chosen.
    HandOverMenu(const QString &title, Record record, QWidget *parent);

Q_SIGNALS:
    //! What was copied or why nothing was, in whole sentences.
    void told(const QString &words);

private:
    Record m_record;
};

//! The record of a decision that is being made, with its note as typed; nothing while it could not
//! be confirmed: what a dialog asks for first is asked for here, too.
std::optional<DecisionRecord> recordToHandOver(const DecisionViewModel &decision);

//! A button for a decision's dialog; `tell` is given HandOverMenu's words.
QPushButton *newHandOverButton(const DecisionViewModel &decision,
                               const std::function<void(const QString &)> &tell, QWidget *parent);

} // namespace countersign
