// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/windowplace.h"

#include "app/settings/settings.h"

#include <QMainWindow>
#include <QSplitter>

namespace countersign {

void restorePlace(QMainWindow &window, QSplitter &splitter, const Settings &settings)
{
    const QByteArray place = settings.windowGeometry();
    if (!place.isEmpty())
        window.restoreGeometry(place);
    const QByteArray parts = settings.splitterState();
    if (!parts.isEmpty())
        splitter.restoreState(parts);
}

void savePlace(const QMainWindow &window, const QSplitter &splitter, Settings &settings)
{
    settings.setWindowGeometry(window.saveGeometry());
    settings.setSplitterState(splitter.saveState());
}

} // namespace countersign
