// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>

QT_BEGIN_NAMESPACE
class QKeyEvent;
QT_END_NAMESPACE

namespace countersign {

class LockViewModel;

//! Tells the lock of every input into the program's windows, and takes the keys that lock in each
//! of them: also where a dialog keeps the keys of the window behind it away.
class InputWatch : public QObject
{
    Q_OBJECT

public:
    //! `lock` outlives it.
    explicit InputWatch(LockViewModel &lock, QObject *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool locks(const QKeyEvent &key) const;

    LockViewModel &m_lock;
    QList<QKeySequence> m_keys;
};

} // namespace countersign
