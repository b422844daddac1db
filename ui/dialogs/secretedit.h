// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/secretbytes.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLineEdit;
QT_END_NAMESPACE

namespace countersign {

//! A field for a secret. It shows bullets, is never filled by the program, and gives nothing to
//! clipboard, selection or drag. What was typed is moved into SecretBytes, and the line edit is
//! replaced by a new one, since the old one keeps a history of what was typed.
class SecretEdit : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(QString name READ name WRITE setName)

public:
    explicit SecretEdit(QWidget *parent = nullptr);

    //! What the field's label says, for assistive technology.
    QString name() const { return m_name; }
    void setName(const QString &name);
    //! Shown while the field is empty.
    void setPlaceholder(const QString &words);

    //! True when nothing is typed and nothing is held.
    bool isEmpty() const;
    //! Moves what was typed out of the line edit, without blanks around it, and holds it.
    void hold();
    //! A copy of what is held; hold() first.
    SecretBytes held() const { return m_held.clone(); }
    //! Forgets what is typed and held.
    void forget();

Q_SIGNALS:
    //! A person has typed; what was held is forgotten.
    void edited();
    void returnPressed();

private:
    QLineEdit *newLine();
    void replaceLine();
    void updatePlaceholder();

    QString m_name;
    QString m_placeholder;
    SecretBytes m_held;
    QLineEdit *m_line;
};

} // namespace countersign
