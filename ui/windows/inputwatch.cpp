// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/inputwatch.h"

#include "app/viewmodels/lockviewmodel.h"
#include "ui/windows/actions.h"

#include <QApplication>
#include <QKeyEvent>

#include <algorithm>

namespace countersign {

namespace {

bool isInput(QEvent::Type type)
{
    switch (type) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TabletPress:
    case QEvent::TabletMove:
    case QEvent::InputMethod:
        return true;
    default:
        return false;
    }
}

} // namespace

InputWatch::InputWatch(LockViewModel &lock, QObject *parent)
    : QObject(parent)
    , m_lock(lock)
{
    for (const ActionSpec &line : actionTable()) {
        if (line.command == Command::Lock)
            m_keys = {line.shortcuts.begin(), line.shortcuts.end()};
    }
    qApp->installEventFilter(this);
}

bool InputWatch::eventFilter(QObject *watched, QEvent *event)
{
    if (m_lock.isLocked() || !isInput(event->type()))
        return QObject::eventFilter(watched, event);
    // Who comes back after too long begins with unlocking, and what was pressed does nothing else.
    if (m_lock.noteInput())
        return true;
    if (event->type() == QEvent::KeyPress && locks(*static_cast<QKeyEvent *>(event))) {
        m_lock.lock();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

bool InputWatch::locks(const QKeyEvent &key) const
{
    return !key.isAutoRepeat() && m_keys.contains(QKeySequence(key.keyCombination()));
}

} // namespace countersign
