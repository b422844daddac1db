// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/execution.h"
#include "app/domain/waitkind.h"

#include <QIcon>
#include <QString>

#include <optional>

QT_BEGIN_NAMESPACE
class QColor;
QT_END_NAMESPACE

namespace countersign {

//! One of our own icons (resources/icons, without .svg), tinted with the application's palette when
//! it is drawn; with `color`, always with that. Sharp at every device pixel ratio.
QIcon ownIcon(const QString &name, const std::optional<QColor> &color = {});

//! The desktop theme's icon of that name; ours where the theme has none, and while the application
//! has colours that are not the desktop's.
QIcon themedIcon(const QString &themeName, const QString &ownName);

QString iconName(WaitKind kind);
QString iconName(Act act);
QString iconName(RunStatus status);

//! The program's own picture, in its own colours.
QIcon programIcon();

} // namespace countersign
