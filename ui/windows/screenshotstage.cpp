// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/screenshotstage.h"

#include "app/models/inboxmodel.h"
#include "ui/dialogs/decisiondialog.h"
#include "ui/dialogs/noteedit.h"
#include "ui/windows/actions.h"
#include "ui/windows/inboxlist.h"
#include "ui/windows/lockpage.h"
#include "ui/windows/mainwindow.h"
#include "ui/windows/reviewpage.h"

#include <QAction>
#include <QApplication>
#include <QMenu>

namespace countersign {

namespace {

using namespace std::chrono_literals;

//! The window shows list or review below it.
constexpr int leastForTwo = 900;

} // namespace

ScreenshotStage::ScreenshotStage(MainWindow &window, bool isEnglish)
    : m_window(window)
    , m_isEnglish(isEnglish)
    , m_rest(500ms)
{
}

InboxList *ScreenshotStage::list() const
{
    return m_window.findChild<InboxList *>();
}

QString ScreenshotStage::note() const
{
    return m_isEnglish ? QStringLiteral("Checked with the team on duty, go ahead.")
                       : QStringLiteral("已与值班同事确认，可以执行。");
}

bool ScreenshotStage::isOnePane() const
{
    return m_window.width() < leastForTwo;
}

void ScreenshotStage::step(Act act, Ready isReady)
{
    picture({}, std::move(act), {}, std::move(isReady));
}

void ScreenshotStage::picture(const QString &name, Act act, What what, Ready isReady)
{
    ScreenshotStep made;
    made.picture = name;
    made.act = std::move(act);
    made.isReady = [this, isReady = std::move(isReady)] {
        return isAtRest() && isReviewRead() && (!isReady || isReady());
    };
    made.what = [this, what = std::move(what)]() -> QWidget * {
        if (m_isMissing)
            return nullptr;
        return what ? what() : &m_window;
    };
    m_steps.push_back(std::move(made));
}

void ScreenshotStage::closing()
{
    step([this] {
        while (QWidget *menu = QApplication::activePopupWidget())
            menu->close();
        if (m_decision)
            m_decision->reject();
        if (m_dialog)
            m_dialog->close();
        rest(50ms);
    });
}

void ScreenshotStage::rest(std::chrono::milliseconds time)
{
    m_rest.setRemainingTime(time);
}

bool ScreenshotStage::isReviewRead() const
{
    // A locked window has no review.
    if (m_window.findChild<LockPage *>() != nullptr)
        return true;
    const auto *page = m_window.findChild<ReviewPage *>();
    return page != nullptr && !page->isLoading();
}

int ScreenshotStage::rowOf(WaitKind kind) const
{
    const QAbstractItemModel *rows = list()->model();
    for (int row = 0; row < rows->rowCount(); ++row) {
        if (rows->index(row, 0).data(InboxModel::KindRole).value<WaitKind>() == kind)
            return row;
    }
    return -1;
}

int ScreenshotStage::rowOf(const QString &text) const
{
    const QAbstractItemModel *rows = list()->model();
    for (int row = 0; row < rows->rowCount(); ++row) {
        const QModelIndex index = rows->index(row, 0);
        if (index.data(InboxModel::DetailRole).toString().contains(text))
            return row;
    }
    return -1;
}

void ScreenshotStage::choose(int row)
{
    m_isMissing = row < 0;
    rest(50ms);
    if (m_isMissing)
        return;
    const QModelIndex index = list()->model()->index(row, 0);
    if (list()->currentIndex() != index || !list()->selectionModel()->isSelected(index)) {
        rest(300ms);
        list()->setCurrentIndex(index);
    }
    if (isOnePane())
        Q_EMIT list()->rowEntered();
}

void ScreenshotStage::trigger(Command command)
{
    m_window.action(command)->trigger();
    m_dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
    rest(250ms);
}

void ScreenshotStage::showList()
{
    m_window.action(Command::Back)->trigger();
    rest(250ms);
}

void ScreenshotStage::open(countersign::Act act)
{
    m_decision = m_window.openDecision(act);
    rest(250ms);
    if (m_decision)
        m_decision->noteEdit()->setPlainText(note());
}

void ScreenshotStage::popUp(QMenu *menu, const QWidget *button)
{
    rest(250ms);
    if (menu != nullptr && button != nullptr)
        menu->popup(button->mapToGlobal(QPoint(0, button->height())));
}

//! In the dialog that is open, else in the window.
QWidget *ScreenshotStage::find(const char *name) const
{
    const QWidget *place = &m_window;
    if (m_decision)
        place = m_decision;
    else if (m_dialog)
        place = m_dialog;
    return place->findChild<QWidget *>(QLatin1String(name));
}

} // namespace countersign
