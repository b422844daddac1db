// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/confirmbutton.h"

#include "ui/dialogs/wrappedtext.h"
#include "ui/views/icons.h"
#include "ui/views/tones.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPointer>

#include <utility>

namespace countersign {

ConfirmButton::ConfirmButton(QWidget *parent)
    : QPushButton(parent)
{
    setAutoDefault(false);
    setAutoRepeat(false);
    // Assistive technology presses, and lets go a moment later.
    connect(this, &QPushButton::pressed, this, [this] {
        m_isAssisted = !m_isHeld;
        m_isHeld = true;
        m_isOvertaken = false;
        m_isTooEarly = answerIfResting();
    });
    connect(this, &QPushButton::clicked, this, &ConfirmButton::onClicked);
}

void ConfirmButton::setFullText(const QString &text)
{
    if (text != m_text)
        m_isOvertaken = m_isHeld;
    m_text = text;
    QFont bold = QGuiApplication::font();
    bold.setBold(true);
    setFont(bold);
    QString shown = wrappedText(text, fontMetrics(), m_wrapWidth);
    setText(shown.replace(QLatin1Char('&'), QStringLiteral("&&")));
    setAccessibleName(text);
}

void ConfirmButton::setWrapWidth(int width)
{
    m_wrapWidth = qMax(width, 120);
    setFullText(m_text);
}

void ConfirmButton::setLook(const QString &iconName, bool isDanger)
{
    m_iconName = iconName;
    m_isDanger = isDanger;
    applyLook();
}

void ConfirmButton::applyLook()
{
    m_isApplying = true;
    QPalette own;
    if (m_isDanger) {
        const QColor color = toneColors(QGuiApplication::palette(), Tone::Danger).text;
        own.setColor(QPalette::Active, QPalette::ButtonText, color);
        own.setColor(QPalette::Inactive, QPalette::ButtonText, color);
        setIcon(ownIcon(QStringLiteral("warning"), color));
    } else {
        setIcon(ownIcon(m_iconName));
    }
    setPalette(own);
    m_isApplying = false;
}

void ConfirmButton::rest(std::chrono::milliseconds length)
{
    m_rest.begin(length);
    m_isOvertaken = m_isHeld;
}

void ConfirmButton::press()
{
    if (isEnabled() && isVisible() && !answerIfResting() && !answerIfOvertaken())
        Q_EMIT decided();
}

bool ConfirmButton::takeEnter(QKeyEvent &event)
{
    if (event.key() != Qt::Key_Return && event.key() != Qt::Key_Enter)
        return false;
    if (event.modifiers().testFlag(Qt::ControlModifier) && !event.isAutoRepeat())
        press();
    event.accept();
    return true;
}

bool ConfirmButton::answerIfResting()
{
    if (m_rest.isOver())
        return false;
    Q_EMIT tooEarly(m_rest.remainingText());
    return true;
}

//! Who held it down saw what was shown before, however long ago the change is.
bool ConfirmButton::answerIfOvertaken()
{
    if (!m_isOvertaken)
        return false;
    Q_EMIT tooEarly(tr("Something changed while the button was held down: press it again."));
    return true;
}

//! A press that began while resting decides nothing, however late it is let go.
void ConfirmButton::onClicked()
{
    const QPointer<ConfirmButton> guard(this);
    if (!std::exchange(m_isTooEarly, false))
        press();
    if (guard)
        endPress();
}

void ConfirmButton::endPress()
{
    m_isHeld = false;
    m_isAssisted = false;
    m_isOvertaken = false;
}

//! Without the focus, or disabled, a button is let go and not clicked: nobody holds it any more.
void ConfirmButton::endLostPress()
{
    if (!isDown() && !m_isAssisted)
        endPress();
}

void ConfirmButton::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && answerIfResting()) {
        event->accept();
        return;
    }
    if (event->button() == Qt::LeftButton)
        m_isHeld = true;
    QPushButton::mousePressEvent(event);
}

void ConfirmButton::mouseReleaseEvent(QMouseEvent *event)
{
    const QPointer<ConfirmButton> guard(this);
    QPushButton::mouseReleaseEvent(event);
    if (guard)
        endPress();
}

void ConfirmButton::mouseDoubleClickEvent(QMouseEvent *event)
{
    event->accept();
}

void ConfirmButton::keyPressEvent(QKeyEvent *event)
{
    const bool isPress = event->key() == Qt::Key_Space || event->key() == Qt::Key_Select;
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter) {
        // A stray Enter decides nothing; Ctrl+Enter is the dialog's.
        event->ignore();
        return;
    }
    if (isPress && (event->isAutoRepeat() || answerIfResting())) {
        event->accept();
        return;
    }
    if (isPress)
        m_isHeld = true;
    QPushButton::keyPressEvent(event);
}

void ConfirmButton::keyReleaseEvent(QKeyEvent *event)
{
    if (event->isAutoRepeat()) {
        event->accept();
        return;
    }
    const QPointer<ConfirmButton> guard(this);
    QPushButton::keyReleaseEvent(event);
    if (guard)
        endPress();
}

void ConfirmButton::focusOutEvent(QFocusEvent *event)
{
    QPushButton::focusOutEvent(event);
    endLostPress();
}

void ConfirmButton::paintEvent(QPaintEvent *event)
{
    QPushButton::paintEvent(event);
    if (!m_isDanger || !isEnabled())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(toneColors(QGuiApplication::palette(), Tone::Danger).border, 2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 3, 3);
}

void ConfirmButton::changeEvent(QEvent *event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_isApplying)
        applyLook();
    if (event->type() == QEvent::EnabledChange && !isEnabled())
        endLostPress();
}

} // namespace countersign
