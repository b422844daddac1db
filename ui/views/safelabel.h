// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace countersign {

//! The one label for text that may come from elsewhere: plain text always, whatever it looks like.
//! What is set is expected to have gone through displaytext already.
class SafeLabel : public QLabel
{
    Q_OBJECT

public:
    //! Text in the window's own voice, or an id that people select and copy.
    enum class Use { Words, Copyable };

    explicit SafeLabel(QWidget *parent = nullptr);
    SafeLabel(Use use, QWidget *parent);

    //! Bold and a little larger or smaller than the application's font; 1.0 keeps the size.
    void setWeight(bool isBold, double scale = 1.0);
    //! A fixed-width font, for ids.
    void setFixedWidthFont();
    //! The palette's quieter text colour; follows palette changes.
    void setQuiet(bool isQuiet);

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyQuiet();

    bool m_isQuiet = false;
    bool m_isApplying = false;
};

} // namespace countersign
