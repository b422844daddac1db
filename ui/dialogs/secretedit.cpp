// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/secretedit.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QMouseEvent>

namespace countersign {

namespace {

class SecretLine final : public QLineEdit
{
public:
    using QLineEdit::QLineEdit;

protected:
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
    line->setAcceptDrops(false);
    line->setDragEnabled(false);
    line->setAccessibleName(m_name);
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
