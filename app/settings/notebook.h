// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/waitkind.h"
#include "app/storage/documentkeeper.h"

#include <QMap>
#include <QStringList>

namespace countersign {

//! Notes that are offered for a decision: usual reasons, which the person writes down for each act,
//! and the notes that were sent last. Kept in a file of this computer.
class NoteBook : public QObject
{
    Q_OBJECT

public:
    static constexpr int mostRecent = 10;
    static constexpr int mostUsual = 30;

    //! Reads `path`; `clock` must outlive this.
    NoteBook(const QString &path, const Clock &clock, QObject *parent = nullptr);
    ~NoteBook() override;

    //! In the person's order.
    QStringList usual(Act act) const { return m_usual.value(act); }
    //! Empty and repeated ones are left out; more than `mostUsual` are cut off.
    void setUsual(Act act, const QStringList &reasons);
    //! Newest first, without repeats.
    QStringList recent(Act act) const { return m_recent.value(act); }
    //! A note that was sent, without its tag; an empty one is not kept.
    void addRecent(Act act, const QString &note);
    void forgetRecent();
    std::optional<DocumentProblem> problem() const { return m_keeper.problem(); }

Q_SIGNALS:
    void changed();
    void problemChanged();

private:
    QByteArray content() const;

    QMap<Act, QStringList> m_usual;
    QMap<Act, QStringList> m_recent;
    DocumentKeeper m_keeper;
};

} // namespace countersign
