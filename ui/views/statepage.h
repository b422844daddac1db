// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace countersign {

class IconLabel;
class SafeLabel;

//! What stands where there is nothing to show: nothing there, still reading, or it failed and what
//! can be done.
class StatePage : public QWidget
{
    Q_OBJECT

public:
    explicit StatePage(QWidget *parent = nullptr);

    //! An empty button text: no button.
    void setState(const QString &iconName, const QString &heading, const QString &words,
                  const QString &button = {}, const QString &secondButton = {},
                  const QString &thirdButton = {});

    void focusButton();

Q_SIGNALS:
    void pressed();
    void secondPressed();
    void thirdPressed();

private:
    IconLabel *m_icon;
    SafeLabel *m_heading;
    SafeLabel *m_words;
    QPushButton *m_button;
    QPushButton *m_secondButton;
    QPushButton *m_thirdButton;
};

} // namespace countersign
