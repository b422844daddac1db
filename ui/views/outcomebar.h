// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/toneframe.h"

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace countersign {

class DecisionViewModel;
class IconLabel;
class SafeLabel;

//! How a decision went: one bold line, more about it below, and at most two buttons. Speaks through
//! assistive technology when its first line changes.
class OutcomeBar : public ToneFrame
{
    Q_OBJECT

public:
    explicit OutcomeBar(QWidget *parent = nullptr);

    void setOutcome(Tone tone, const QString &iconName, const QString &words,
                    const QString &detail);
    //! Words, tone and icon of a decision that left Composing.
    void setDecision(const DecisionViewModel &decision);
    //! Empty texts hide the buttons.
    void setButtons(const QString &first, const QString &second = {});
    QString words() const;

Q_SIGNALS:
    void firstPressed();
    void secondPressed();

private:
    IconLabel *m_icon;
    SafeLabel *m_words;
    SafeLabel *m_detail;
    QPushButton *m_first;
    QPushButton *m_second;
};

} // namespace countersign
