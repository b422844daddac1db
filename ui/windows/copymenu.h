// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

namespace countersign {

class ReviewViewModel;

//! What else can be copied of the run under review: the task's id, the address of its page in the
//! web console, and the commands that do the same as the acts that need nothing more to be chosen.
class CopyMenu : public QMenu
{
    Q_OBJECT

public:
    //! `review` outlives this.
    CopyMenu(ReviewViewModel &review, QWidget *parent);

Q_SIGNALS:
    //! What was copied or why nothing was, in whole sentences.
    void told(const QString &words);

private:
    void fill();
    void addCommands();
    void copy(const QString &text, const QString &words);

    ReviewViewModel &m_review;
};

} // namespace countersign
