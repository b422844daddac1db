// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/hints.h"

#include "ui/views/safelabel.h"

namespace countersign {

void showHint(SafeLabel *hint, QWidget *control, const QString &words)
{
    hint->setQuiet(true);
    hint->setText(words);
    hint->setVisible(!words.isEmpty());
    control->setAccessibleDescription(words);
}

} // namespace countersign
