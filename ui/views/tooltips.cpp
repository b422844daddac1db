// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/tooltips.h"

#include "app/domain/displaytext.h"

#include <QAction>
#include <QWidget>

namespace countersign {

void setToolTipWords(QWidget *widget, const QString &words)
{
    widget->setToolTip(words.isEmpty() ? QString() : safeToolTip(words));
    widget->setAccessibleDescription(safeBlock(words));
}

void describeAs(QWidget *button, QAction *action)
{
    const auto describe = [button, action] {
        button->setAccessibleDescription(action->statusTip());
    };
    QObject::connect(action, &QAction::changed, button, describe);
    describe();
}

} // namespace countersign
