// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/toneframe.h"

#include <QPointer>

#include <functional>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace countersign {

class SafeLabel;

//! A question in the window itself, with an act and the way back. Hidden while nothing is asked.
class QuestionBar : public ToneFrame
{
    Q_OBJECT

public:
    explicit QuestionBar(QWidget *parent = nullptr);

    //! Shows the question with the focus on the way back; `then` runs when the act is pressed.
    //! A later question takes the place of an earlier one. `question` is safe text.
    void ask(const QString &question, const QString &act, const QString &back,
             std::function<void()> then);
    //! Leaves the question without the act; the focus goes back to where it was.
    void leave();
    bool isAsking() const { return bool(m_then); }

private:
    SafeLabel *m_words;
    QPushButton *m_act;
    QPushButton *m_back;
    std::function<void()> m_then;
    QPointer<QWidget> m_focusBefore;
};

} // namespace countersign
