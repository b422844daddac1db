// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/waitrow.h"

#include <QMainWindow>

#include <memory>
#include <optional>

namespace countersign {

class DecisionsViewModel;
class InboxViewModel;
class ReviewViewModel;
class Settings;
class StartAgainViewModel;

//! A review in a window of its own: it stays with its wait, whatever the list does.
class ReviewWindow : public QMainWindow
{
    Q_OBJECT

public:
    //! The other view-models outlive it.
    ReviewWindow(std::unique_ptr<ReviewViewModel> review, DecisionsViewModel &decisions,
                 InboxViewModel &inbox, Settings &settings, QWidget *parent = nullptr);
    ~ReviewWindow() override;

    void showRow(const WaitRow &row);
    //! The one that was shown last; nothing before the first.
    std::optional<WaitRow> row() const;
    //! As ReviewCommands has them.
    std::unique_ptr<StartAgainViewModel> takeStartAgain();
    void showStartAgain(std::unique_ptr<StartAgainViewModel> again);

Q_SIGNALS:
    void profileWanted(const countersign::ProfileId &profile);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace countersign
