// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/waitrow.h"

#include <QMainWindow>

#include <memory>

namespace countersign {

class DecisionLog;
class Settings;

//! All decisions that this computer has recorded, in a window of its own: searched, filtered,
//! sorted, read one by one and exported. There is one of them for each main window.
class DecisionsWindow : public QMainWindow
{
    Q_OBJECT

public:
    //! `log` and `settings` outlive it.
    DecisionsWindow(DecisionLog &log, Settings &settings, QWidget *parent = nullptr);
    ~DecisionsWindow() override;

    //! Shows the window in front of others; the list begins to be read when it was not yet.
    void raiseToFront();

Q_SIGNALS:
    //! The person wants to see this run.
    void runWanted(const countersign::WaitRow &run);

protected:
    void closeEvent(QCloseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace countersign
