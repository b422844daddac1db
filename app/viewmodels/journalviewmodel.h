// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/journalentry.h"

#include <QObject>

#include <chrono>
#include <memory>
#include <optional>

namespace countersign {

class DecisionJournal;

//! Whether decisions can be recorded, and if not, why not and what the person may do about it. A
//! problem that may pass by itself is looked at again every few seconds.
class JournalViewModel : public QObject
{
    Q_OBJECT

public:
    //! `journal` outlives this.
    explicit JournalViewModel(DecisionJournal &journal,
                              std::chrono::milliseconds again = std::chrono::seconds(5),
                              QObject *parent = nullptr);
    ~JournalViewModel() override;

    std::optional<JournalProblem> problem() const;
    //! Whole sentences, the first says what happened to the service; empty: there is no problem.
    QString text() const;
    QString details() const;
    //! Only a damaged file is put aside; the person is asked before.
    bool mayStartAnew() const;
    QString startAnewText() const;

public Q_SLOTS:
    void tryAgain();
    //! Keeps the damaged file and begins a new journal.
    void startAnew();

Q_SIGNALS:
    void changed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace countersign
