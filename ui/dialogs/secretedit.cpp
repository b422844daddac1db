// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/secretedit.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMouseEvent>

namespace countersign {

namespace {

class SecretLine final : public QLineEdit
{
public:
    using QLineEdit::QLineEdit;

    // Input methods learn from what stands around the cursor.
    QVariant inputMethodQuery(Qt::InputMethodQuery query) const override
    {
        switch (query) {
        case Qt::ImSurroundingText:
        case Qt::ImCurrentSelection:
        case Qt::ImTextBeforeCursor:
        case Qt::ImTextAfterCursor:
            return QString();
        default:
            return QLineEdit::inputMethodQuery(query);
        }
    }

protected:
    // What was taken back must not come again, and nothing leaves for the clipboard.
    void keyPressEvent(QKeyEvent *event) override
    {
        for (const QKeySequence::StandardKey key :
             {QKeySequence::Undo, QKeySequence::Redo, QKeySequence::Copy, QKeySequence::Cut}) {
            if (event->matches(key))
                return;
        }
        QLineEdit::keyPressEvent(event);
    }
    void contextMenuEvent(QContextMenuEvent *event) override
    {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        QAction *paste = menu->addAction(SecretEdit::tr("&Paste"), this, &QLineEdit::paste);
        paste->setEnabled(!isReadOnly());
        QAction *empty =
            menu->addAction(SecretEdit::tr("&Empty the field"), this, &QLineEdit::clear);
        empty->setEnabled(!isReadOnly() && !text().isEmpty());
        menu->popup(event->globalPos());
    }
    // The middle button would paste what happens to be selected elsewhere.
    void mousePressEvent(QMouseEvent *event) override
    {
        if (event->button() != Qt::MiddleButton)
            QLineEdit::mousePressEvent(event);
    }
    void mouseReleaseEvent(QMouseEvent *event) override
    {
        if (event->button() != Qt::MiddleButton)
            QLineEdit::mouseReleaseEvent(event);
    }
};

//! In place, also where others share the bytes: that is how the line edit's own copy is reached.
void wipe(const void *bytes, qsizetype size)
{
    volatile char *raw = static_cast<char *>(const_cast<void *>(bytes));
    for (qsizetype i = 0; i < size; ++i)
        raw[i] = 0;
}

SecretBytes taken(const QLineEdit &line)
{
    const QString typed = line.text();
    const QByteArray bytes = QStringView(typed).trimmed().toUtf8();
    SecretBytes secret(bytes);
    wipe(bytes.constData(), bytes.size());
    if (!typed.isEmpty())
        wipe(typed.constData(), typed.size() * qsizetype(sizeof(QChar)));
    return secret;
}

} // namespace

SecretEdit::SecretEdit(QWidget *parent)
    : QWidget(parent)
    , m_line(newLine())
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_line);
    setFocusProxy(m_line);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QLineEdit *SecretEdit::newLine()
{
    auto *line = new SecretLine(this);
    line->setObjectName(QStringLiteral("secretLine"));
    line->setEchoMode(QLineEdit::Password);
    line->setInputMethodHints(line->inputMethodHints() | Qt::ImhSensitiveData |
                              Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase | Qt::ImhHiddenText);
    // Keys go to the field alone, not through a program that learns words.
    line->setAttribute(Qt::WA_InputMethodEnabled, false);
    line->setAcceptDrops(false);
    line->setDragEnabled(false);
    line->setAccessibleName(m_name);
    connect(line, &QLineEdit::returnPressed, this, &SecretEdit::returnPressed);
    connect(line, &QLineEdit::textChanged, this, [this] {
        m_held = SecretBytes();
        updatePlaceholder();
        Q_EMIT edited();
    });
    return line;
}

void SecretEdit::setName(const QString &name)
{
    m_name = name;
    m_line->setAccessibleName(name);
}

void SecretEdit::setPlaceholder(const QString &words)
{
    m_placeholder = words;
    updatePlaceholder();
}

void SecretEdit::updatePlaceholder()
{
    m_line->setPlaceholderText(m_held.isEmpty() ? m_placeholder
                                                : tr("entered, not saved yet; enter to replace"));
}

bool SecretEdit::isEmpty() const
{
    return m_held.isEmpty() && m_line->text().isEmpty();
}

void SecretEdit::hold()
{
    if (m_line->text().isEmpty())
        return;
    m_held = taken(*m_line);
    replaceLine();
}

void SecretEdit::forget()
{
    m_held = SecretBytes();
    if (!m_line->text().isEmpty())
        taken(*m_line);
    replaceLine();
}

void SecretEdit::replaceLine()
{
    QLineEdit *old = m_line;
    m_line = newLine();
    layout()->replaceWidget(old, m_line);
    setTabOrder(old, m_line);
    setFocusProxy(m_line);
    if (old->hasFocus())
        m_line->setFocus(Qt::OtherFocusReason);
    old->disconnect(this);
    // A key press in it may be what led here.
    old->hide();
    old->deleteLater();
    m_line->show();
    updatePlaceholder();
}

} // namespace countersign
