// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/toneframe.h"

#include <vector>

namespace countersign {

class IconLabel;
class SafeLabel;

//! What an act will do, in our sentences, and the ids it will do it to, in full. Danger is said by
//! a word and an icon before it is said by colour.
class ConsequenceView : public ToneFrame
{
    Q_OBJECT

public:
    explicit ConsequenceView(QWidget *parent = nullptr);

    void setConsequence(const std::vector<QString> &sentences, const std::vector<QString> &targets,
                        bool isDanger);
    //! The label with the sentences; it can take the keyboard focus.
    QWidget *summary() const;

private:
    IconLabel *m_icon;
    SafeLabel *m_danger;
    SafeLabel *m_sentences;
    SafeLabel *m_targets;
};

} // namespace countersign
