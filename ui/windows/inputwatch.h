// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>

#include <functional>

QT_BEGIN_NAMESPACE
class QKeyEvent;
QT_END_NAMESPACE

namespace countersign {

class LockViewModel;

//! Tells the lock of every input into the program's windows, and takes the keys that lock in each
//! of them: also where a dialog keeps the keys of the window behind it away. From when it is locked
//! until what was shown is covered, keys and presses reach nothing.
class InputWatch : public QObject
{
    Q_OBJECT

public:
    //! `lock` outlives it. `isCovered`: nothing can be entered but into what the lock shows.
    InputWatch(LockViewModel &lock, std::function<bool()> isCovered, QObject *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool locks(const QKeyEvent &key) const;

    LockViewModel &m_lock;
    std::function<bool()> m_isCovered;
    QList<QKeySequence> m_keys;
};

} // namespace countersign
