// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

#include <functional>

namespace countersign {

//! True for addresses of the web console alone: https, a host of the compiled list, no user, no
//! port.
bool isConsoleAddress(const QUrl &url);

//! The one opener: hands the address to the desktop (or to `open`) when isConsoleAddress(). False
//! when it was not opened.
bool openConsole(const QUrl &url, const std::function<bool(const QUrl &)> &open = {});

} // namespace countersign
