// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/waitrow.h"
#include "app/storage/documentkeeper.h"

#include <QHash>
#include <QMap>

namespace countersign {

//! Notes and parameters that were typed and not sent, for each execution and task: they outlive
//! refreshes, dialogs, crashes and restarts. Kept for 30 days and at most 500 of them, and no more
//! than the file may hold; the oldest go first.
class Drafts : public QObject
{
    Q_OBJECT

public:
    static constexpr int mostDrafts = 500;
    static constexpr int daysKept = 30;
    //! In UTF-16 code units; twice what may be sent, so that a text that has to be shortened is
    //! kept.
    static constexpr qsizetype longestParameters = 128 * 1024;

    //! Reads `path`; `clock` must outlive this.
    Drafts(const QString &path, const Clock &clock, QObject *parent = nullptr);
    ~Drafts() override;

    //! Exactly as typed; empty: none.
    QString note(const WaitRowId &id) const { return m_drafts.value(id).note; }
    //! An empty note forgets the draft.
    void keep(const WaitRowId &id, const QString &note);
    //! Exactly as kept; empty: none. `task` is the name of the task that was to run, which a Debug
    //! run's wait can have many of.
    QString parameters(const WaitRowId &id, const QString &task) const;
    //! An empty text forgets the draft; one that is too long leaves the one before it. Secrets are
    //! the caller's to take out first.
    void keepParameters(const WaitRowId &id, const QString &task, const QString &text);
    //! Number of waits with a draft.
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
        QMap<QString, QString> parameters; //!< by task
        QDateTime at;                      //!< UTC
        bool isEmpty() const { return note.isEmpty() && parameters.isEmpty(); }
        //! At least as many bytes as it takes in the file.
        qsizetype writtenSize() const;
    };

    void load();
    void change(const WaitRowId &id, Draft draft);
    void dropOld();
    QByteArray content() const;

    const Clock &m_clock;
    QHash<WaitRowId, Draft> m_drafts;
    QHash<WaitRowId, qsizetype> m_sizes;
    qsizetype m_writtenSize = 0;
    DocumentKeeper m_keeper;
};

} // namespace countersign
