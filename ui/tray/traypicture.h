// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace countersign {

//! How the watching goes, as far as the tray tells it.
enum class TrayState {
    Watching,
    NothingWatched, //!< no place could be read for a while
    Locked          //!< no profile is unlocked
};

//! The program's picture with a badge that a shape tells, not a colour: a disc with the number of
//! waits (9+ from ten on, none at 0), an exclamation mark in a square, or a padlock. Legible from
//! 16 pixels on, on light and dark panels.
QIcon trayPicture(TrayState state, int needYou);

} // namespace countersign
