// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/parameterfield.h"
#include "ui/views/toneframe.h"

#include <vector>

QT_BEGIN_NAMESPACE
class QCompleter;
class QPushButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace countersign {

class IconLabel;
class ParameterEntry;
class SafeLabel;

//! One row of the form for parameters: name with type and range, the control, what is used without
//! an entry, and what is wrong with it.
class ParameterFieldView : public ToneFrame
{
    Q_OBJECT

public:
    //! `field` decides once which control it is.
    explicit ParameterFieldView(const ParameterField &field, QWidget *parent = nullptr);

    //! For a field of one line that is not secret; nothing for others. `completer` stays the
    //! caller's.
    void setCompleter(QCompleter *completer);
    void setField(const ParameterField &field);
    //! False while the text cannot be read.
    void setUsable(bool isUsable);
    QString name() const { return m_name; }
    //! What Tab reaches, in order.
    std::vector<QWidget *> stops() const;

Q_SIGNALS:
    void typed(const QString &name, const QString &text);
    void chosen(const QString &name, int choice);
    void takeBackWanted(const QString &name);
    void startWanted(const QString &name);

private:
    QWidget *nameCell();
    QWidget *valueCell();
    QPushButton *smallButton(const QString &text);

    QString m_name;
    SafeLabel *m_label;
    SafeLabel *m_editedLabel;
    SafeLabel *m_hintLabel;
    ParameterEntry *m_entry;
    QPushButton *m_takeBackButton;
    QPushButton *m_startButton;
    SafeLabel *m_usualLabel;
    SafeLabel *m_descriptionLabel;
    IconLabel *m_problemIcon;
    SafeLabel *m_problemLabel;
    bool m_isUsable = true;
    bool m_isTooLong = false;
};

} // namespace countersign
