// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/toneframe.h"

#include <QString>

#include <vector>

namespace countersign {

class SafeLabel;

//! What a person should hear before they decide, a line each: a warning in words, icon and tone.
//! Hidden while there is nothing to say.
class CautionsView : public ToneFrame
{
    Q_OBJECT

public:
    explicit CautionsView(QWidget *parent = nullptr);

    //! Safe texts.
    void setCautions(const std::vector<QString> &sentences);

private:
    SafeLabel *m_words;
};

} // namespace countersign
