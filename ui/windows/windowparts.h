// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

QT_BEGIN_NAMESPACE
class QDialog;
class QWidget;
QT_END_NAMESPACE

namespace countersign {

class DecisionLog;
class DecisionsViewModel;
class FollowViewModel;
class InboxViewModel;
class JournalViewModel;
class LockViewModel;
class OpenViewModel;
class ReviewViewModel;
class Settings;

//! What a window stands on; all of it outlives the window.
struct WindowParts
{
    InboxViewModel &inbox;
    ReviewViewModel &review;
    DecisionsViewModel &decisions;
    FollowViewModel &follow;
    OpenViewModel &open;
    Settings &settings;
    //! A review for a window of its own.
    std::function<std::unique_ptr<ReviewViewModel>()> newReview;
    //! Make a dialog over the window that is given; it is opened and owned there.
    std::function<QDialog *(QWidget *)> newProfilesDialog;
    std::function<QDialog *(QWidget *)> newSettingsDialog;
    std::function<QDialog *(QWidget *)> newShortcutsDialog;
    //! Whether decisions can be recorded; null: always.
    JournalViewModel *journal = nullptr;
    //! Every decision that was recorded; null: there is no window for them.
    DecisionLog *log = nullptr;
    //! Whether the window is locked; null: it never is.
    LockViewModel *lock = nullptr;
    //! Takes back imports of profiles that run, before the program ends; true while one does still.
    //! Null: there are none.
    std::function<bool()> stopImports{};
};

} // namespace countersign
