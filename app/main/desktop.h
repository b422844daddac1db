// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

namespace countersign {

class Clock;
class MainWindow;
class Session;

//! What the window has around it on a desktop: the tray icon, notices, and how much attention the
//! watching gets. The window is never hidden where it could not be reached again.
class Desktop : public QObject
{
    Q_OBJECT

public:
    //! All of them outlive it.
    Desktop(Session &session, MainWindow &window, const Clock &clock, QObject *parent = nullptr);
    ~Desktop() override;

    //! True while the tray shows the program.
    bool isTrayReachable() const;
    //! False where nothing could tell that the desktop's session is locked.
    bool hearsSessionLock() const;

Q_SIGNALS:
    void trayReachableChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace countersign
