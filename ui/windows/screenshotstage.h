// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/waitkind.h"

#include <QDeadlineTimer>
#include <QPointer>
#include <QString>

#include <chrono>
#include <deque>
#include <functional>

QT_BEGIN_NAMESPACE
class QDialog;
class QMenu;
class QWidget;
QT_END_NAMESPACE

namespace countersign {

class DecisionDialog;
class InboxList;
class MainWindow;
enum class Command;

//! One picture: do something, wait until it is there, and take it.
struct ScreenshotStep
{
    QString picture;           //!< empty: nothing is saved
    std::function<void()> act; //!< may be empty
    std::function<bool()> isReady;
    std::function<QWidget *()> what; //!< nullptr: there is nothing to show
};

//! A window on show for a walk: the steps that lead through it, and what they do to it. The window
//! outlives it.
class ScreenshotStage
{
public:
    using Act = std::function<void()>;
    using Ready = std::function<bool()>;
    using What = std::function<QWidget *()>;

    ScreenshotStage(MainWindow &window, bool isEnglish);

    MainWindow &window() const { return m_window; }
    InboxList *list() const;
    //! What a person would write, in the language that is shown.
    QString note() const;
    //! The window is too narrow for list and review beside each other.
    bool isOnePane() const;

    //! Adds a step without a picture. It is over when rest() is and the review was read.
    void step(Act act, Ready isReady = {});
    //! Adds a picture of the window, or of `what`. Menus that are open are drawn on top.
    void picture(const QString &name, Act act, What what = {}, Ready isReady = {});
    //! Adds a step that closes menus and the dialog that is open.
    void closing();
    std::deque<ScreenshotStep> &steps() { return m_steps; }

    //! Nothing is taken before so much time has passed.
    void rest(std::chrono::milliseconds time);
    bool isAtRest() const { return m_rest.hasExpired(); }
    bool isReviewRead() const;

    //! -1 when no row is of this kind.
    int rowOf(WaitKind kind) const;
    //! The row whose task or template has `text` in its description; -1 when there is none.
    int rowOf(const QString &text) const;
    //! Shows the review of a row; -1: there is nothing to show until another one is chosen.
    void choose(int row);
    void trigger(Command command);
    //! Where both do not fit, shows the list.
    void showList();
    //! Opens the dialog of an act and writes a note.
    void open(countersign::Act act);
    //! The dialog of an act; nullptr when it could not be opened.
    DecisionDialog *decision() const { return m_decision; }
    //! The dialog that trigger() opened; nullptr when it opened none.
    QDialog *dialog() const { return m_dialog; }
    //! Shows a menu at a button's lower edge, or above where the screen ends.
    void popUp(QMenu *menu, const QWidget *button);
    template <class Widget>
    Widget *part(const char *name) const
    {
        return find(name) ? qobject_cast<Widget *>(find(name)) : nullptr;
    }

private:
    QWidget *find(const char *name) const;

    MainWindow &m_window;
    bool m_isEnglish;
    bool m_isMissing = false; //!< what was to be chosen is not there
    std::deque<ScreenshotStep> m_steps;
    QDeadlineTimer m_rest;
    QPointer<DecisionDialog> m_decision;
    QPointer<QDialog> m_dialog; //!< any other one
};

} // namespace countersign
