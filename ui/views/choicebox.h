// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace countersign {

//! A combo box that assistive technology can use whole: it keeps its accessible name whatever is
//! chosen (Qt's own calls itself what its current entry says), says the chosen entry as its value,
//! and takes an entry that is chosen in its list from outside as the choice.
class ChoiceBox : public QComboBox
{
    Q_OBJECT

public:
    explicit ChoiceBox(QWidget *parent = nullptr);

private:
    void takeFromOutside();
};

} // namespace countersign
