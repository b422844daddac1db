// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/lockpage.h"

#include "app/viewmodels/lockviewmodel.h"
#include "ui/windows/actions.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

#include <utility>

namespace countersign {

LockPage::LockPage(LockViewModel &lock, QMainWindow &window)
    : StatePage(&window)
    , m_lock(lock)
{
    setObjectName(QStringLiteral("lockPage"));
    addMenu(window);
    connect(this, &StatePage::pressed, &lock, &LockViewModel::unlock);
    connect(&lock, &LockViewModel::changed, this, &LockPage::update);
    update();
}

LockPage::~LockPage()
{
    delete m_menu;
}

void LockPage::addMenu(QMainWindow &window)
{
    m_menu = window.menuBar()->addMenu(menuTitle(MenuId::File));
    connect(m_menu->addAction(tr("&Unlock")), &QAction::triggered, &m_lock, &LockViewModel::unlock);
    m_menu->addSeparator();
    const std::pair<Command, void (LockPage::*)()> ways[] = {
        {Command::CloseWindow, &LockPage::closeWanted}, {Command::Quit, &LockPage::quitWanted}};
    for (const auto &[command, signal] : ways) {
        QAction *action = newAction(command, this);
        connect(action, &QAction::triggered, this, signal);
        m_menu->addAction(action);
        window.addAction(action);
    }
}

void LockPage::update()
{
    if (!m_lock.isLocked())
        return; // it is about to go
    const QString words = QString(m_lock.sinceText() + QLatin1Char('\n') + m_lock.goingOnText());
    setState(QStringLiteral("locked"), tr("Countersign is locked"), words, tr("Unlock"));
}

} // namespace countersign
