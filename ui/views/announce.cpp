// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/announce.h"

#include <QAccessible>
#include <QLabel>

namespace countersign {

void announce(QLabel *label, const QString &words)
{
    label->setAccessibleName(words);
    QAccessibleEvent alert(label, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace countersign
