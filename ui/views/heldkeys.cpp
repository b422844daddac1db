// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/heldkeys.h"

#include <QCoreApplication>
#include <QKeyEvent>

namespace countersign {

namespace {

//! Nobody lets a key go and presses it again within these milliseconds.
constexpr quint64 sameMoment = 5;

void sendRepeat(QObject *to, QKeyEvent &event)
{
    QKeyEvent repeat(event.type(), event.key(), event.modifiers(), event.nativeScanCode(),
                     event.nativeVirtualKey(), event.nativeModifiers(), event.text(), true,
                     static_cast<quint16>(event.count()));
    repeat.setTimestamp(event.timestamp());
    QCoreApplication::sendEvent(to, &repeat);
    event.setAccepted(repeat.isAccepted());
}

} // namespace

HeldKeys::HeldKeys(QObject *parent)
    : QObject(parent)
{
    parent->installEventFilter(this);
}

bool HeldKeys::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    if (type != QEvent::KeyPress && type != QEvent::KeyRelease && type != QEvent::ShortcutOverride)
        return false;
    auto *key = static_cast<QKeyEvent *>(event);
    // Widgets are given what came to their window before.
    if (key->timestamp() == 0 || (type != QEvent::ShortcutOverride && !watched->isWindowType()))
        return false;
    if (type == QEvent::KeyRelease) {
        m_released.insert(key->key(), key->timestamp());
        return false;
    }
    const auto released = m_released.constFind(key->key());
    const bool isRepeat = released != m_released.constEnd() && key->timestamp() >= *released &&
                          key->timestamp() - *released <= sameMoment;
    if (!isRepeat || key->isAutoRepeat())
        return false;
    if (type == QEvent::ShortcutOverride) {
        key->accept(); // no shortcut then; the key itself comes next
        return true;
    }
    sendRepeat(watched, *key);
    return true;
}

} // namespace countersign
