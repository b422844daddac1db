// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/noteedit.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QTextDocument>

namespace countersign {

NoteEdit::NoteEdit(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::WidgetWidth);
    connect(this, &QPlainTextEdit::textChanged, this, &NoteEdit::report);
}

QString NoteEdit::note() const
{
    // toPlainText() would turn no-break spaces into spaces.
    QString text = document()->toRawText();
    for (QChar &character : text) {
        if (character == QChar::ParagraphSeparator || character == QChar::LineSeparator)
            character = QLatin1Char('\n');
    }
    return text;
}

void NoteEdit::report()
{
    const QString text = note();
    if (text == m_reported)
        return;
    m_reported = text;
    Q_EMIT noteEdited(text);
}

void NoteEdit::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers().testFlag(Qt::ControlModifier)) {
        // Confirming is the dialog's; while composing, the keys belong to the input method.
        event->setAccepted(m_isComposing);
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void NoteEdit::inputMethodEvent(QInputMethodEvent *event)
{
    m_isComposing = !event->preeditString().isEmpty();
    QPlainTextEdit::inputMethodEvent(event);
}

bool NoteEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText();
}

void NoteEdit::insertFromMimeData(const QMimeData *source)
{
    const QString text = source->text();
    if (text.size() > pasteLimit) {
        Q_EMIT pasteRefused(text.size());
        return;
    }
    insertPlainText(text);
    ensureCursorVisible();
}

} // namespace countersign
