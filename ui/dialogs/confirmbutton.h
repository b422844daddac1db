// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/rest.h"

#include <QPushButton>

namespace countersign {

//! The button that decides. It rests after opening and changes, ignores auto-repeat, keys held from
//! before and the second click of a double click, drops a press that a change overtakes before it
//! is let go, and shows its whole text, on several lines where one is too long.
class ConfirmButton : public QPushButton
{
    Q_OBJECT

public:
    explicit ConfirmButton(QWidget *parent = nullptr);

    //! Plain text; also the accessible name.
    void setFullText(const QString &text);
    //! Danger wears a thick edge, a warning icon and its colour.
    void setLook(const QString &iconName, bool isDanger);
    void setWrapWidth(int width);

    void rest(std::chrono::milliseconds length);
    bool isResting() const { return !m_rest.isOver(); }
    //! What a press does: decided(), or an answer when it is too early or cannot be.
    void press();
    //! For the dialog's keys: Enter is taken and decides nothing, with Ctrl it presses once, held
    //! down or not. False for every other key.
    bool takeEnter(QKeyEvent &event);

Q_SIGNALS:
    void decided();
    //! A press came too early or was overtaken by a change; `answer` is for the person.
    void tooEarly(const QString &answer);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    bool answerIfResting();
    bool answerIfOvertaken();
    void onClicked();
    void endPress();
    void endLostPress();
    void applyLook();

    Rest m_rest;
    QString m_text;
    QString m_iconName;
    int m_wrapWidth = 440;
    bool m_isDanger = false;
    bool m_isApplying = false;
    bool m_isHeld = false;      //!< pressed by pointer or key, and not let go
    bool m_isAssisted = false;  //!< pressed by assistive technology: a click follows in any case
    bool m_isTooEarly = false;  //!< the press that is under way began while resting
    bool m_isOvertaken = false; //!< something changed while it was held
};

} // namespace countersign
