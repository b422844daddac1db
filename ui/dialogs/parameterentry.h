// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/parameterfield.h"

#include <QObject>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace countersign {

//! The control in which a person enters one parameter: a line, several lines, a choice, or a line
//! that shows bullets. Owned by the widget it is made in, which owns the control as well.
class ParameterEntry : public QObject
{
    Q_OBJECT

public:
    //! The control that fits `field`; its entry never changes.
    static ParameterEntry *make(const ParameterField &field, QWidget *parent);

    QWidget *control() const { return m_control; }
    //! Brings the control up to date, without a signal. While a person's own entry is passed on,
    //! the text stays as they have typed it.
    void show(const ParameterField &field);

Q_SIGNALS:
    //! What was typed; for true or false: "true", "false" or empty.
    void typed(const QString &text);
    //! The index among the choices; -1: none.
    void chosen(int choice);

protected:
    ParameterEntry(QWidget *control, QWidget *parent);

    virtual void showField(const ParameterField &field) = 0;
    void passOn(const QString &text);
    void passOn(int choice);
    bool isShowing() const { return m_isShowing; }
    bool isPassingOn() const { return m_isPassingOn; }

private:
    QWidget *m_control;
    bool m_isShowing = false;
    bool m_isPassingOn = false;
};

} // namespace countersign
