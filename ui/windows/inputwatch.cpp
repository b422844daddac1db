// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/inputwatch.h"

#include "app/viewmodels/lockviewmodel.h"
#include "ui/windows/actions.h"

#include <QApplication>
#include <QKeyEvent>

#include <algorithm>
#include <utility>

namespace countersign {

namespace {

bool isInput(QEvent::Type type)
{
    switch (type) {
    case QEvent::KeyPress:
    // A key that is a shortcut comes as this alone.
    case QEvent::ShortcutOverride:
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

//! Nothing gets it, as a shortcut neither.
bool swallow(QEvent &event)
{
    event.accept();
    return true;
}

} // namespace

InputWatch::InputWatch(LockViewModel &lock, std::function<bool()> isCovered, QObject *parent)
    : QObject(parent)
    , m_lock(lock)
    , m_isCovered(std::move(isCovered))
{
    for (const ActionSpec &line : actionTable()) {
        if (line.command == Command::Lock)
            m_keys = {line.shortcuts.begin(), line.shortcuts.end()};
    }
    qApp->installEventFilter(this);
}

bool InputWatch::eventFilter(QObject *watched, QEvent *event)
{
    if (!isInput(event->type()))
        return QObject::eventFilter(watched, event);
    if (m_lock.isLocked())
        return m_isCovered() ? QObject::eventFilter(watched, event) : swallow(*event);
    // Who comes back after too long begins with unlocking, and what was pressed does nothing else.
    if (m_lock.noteInput())
        return swallow(*event);
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
