// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace countersign {

class ScreenshotStage;
struct ScreenshotScene;

//! Adds the steps that show the window with each kind of wait, its tabs and its menus.
void planPages(ScreenshotStage &stage);
//! Adds those that show the dialogs in which a person decides; nothing is sent.
void planDialogs(ScreenshotStage &stage);
//! Adds those that send decisions and show their results, one by one and several at once;
//! `scene` outlives them.
void planResults(ScreenshotStage &stage, const ScreenshotScene &scene);
//! Adds those of the history and of the list of all decisions while nothing was decided.
void planNoRecords(ScreenshotStage &stage);
//! Adds those of both after planResults().
void planRecords(ScreenshotStage &stage);
//! Adds those of the list's states, the narrow window and every other window.
void planRest(ScreenshotStage &stage, const ScreenshotScene &scene);
//! Adds those of the import of profiles; nothing is imported.
void planImports(ScreenshotStage &stage);

//! Adds those of a window that was opened after decisions were left without a known outcome.
void planRestarted(ScreenshotStage &stage);
//! Adds those of a window whose journal is damaged.
void planDamaged(ScreenshotStage &stage);

} // namespace countersign
