// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/waitrow.h"
#include "app/storage/documentkeeper.h"

#include <QHash>

namespace countersign {

//! Notes that were typed and not sent, one for each execution and task: they outlive refreshes,
//! dialogs, crashes and restarts. Kept for 30 days and at most 500 of them; the oldest go first.
class Drafts : public QObject
{
    Q_OBJECT

public:
    static constexpr int mostDrafts = 500;
    static constexpr int daysKept = 30;

    //! Reads `path`; `clock` must outlive this.
    Drafts(const QString &path, const Clock &clock, QObject *parent = nullptr);
    ~Drafts() override;

    //! Exactly as typed; empty: none.
    QString note(const WaitRowId &id) const { return m_drafts.value(id).note; }
    //! An empty note forgets the draft.
    void keep(const WaitRowId &id, const QString &note);
    int count() const { return static_cast<int>(m_drafts.size()); }
    //! Writes what waits to be written. False: see problem().
    bool flush() { return m_keeper.flush(); }
    std::optional<DocumentProblem> problem() const { return m_keeper.problem(); }

Q_SIGNALS:
    void problemChanged();

private:
    struct Draft
    {
        QString note;
        QDateTime at; //!< UTC
    };

    void load();
    void dropOld();
    QByteArray content() const;

    const Clock &m_clock;
    QHash<WaitRowId, Draft> m_drafts;
    DocumentKeeper m_keeper;
};

} // namespace countersign
