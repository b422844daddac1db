// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/tones.h"

#include <QFrame>

namespace countersign {

//! A frame filled and edged in a tone, with a thick edge where reading starts. Its children inherit
//! the tone's text colour.
class ToneFrame : public QFrame
{
    Q_OBJECT

public:
    explicit ToneFrame(QWidget *parent = nullptr);

    void setTone(Tone tone);
    Tone tone() const { return m_tone; }
    //! Whether the thick edge is there; the default is yes.
    void setEdged(bool isEdged);
    //! Diagonal stripes over the background.
    void setStriped(bool isStriped);
    //! Whether text is in the tone's colour, not the palette's.
    void setTintedText(bool isTinted);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyPalette();

    Tone m_tone = Tone::Plain;
    bool m_isEdged = true;
    bool m_isStriped = false;
    bool m_isTinted = false;
    bool m_isApplying = false;
};

} // namespace countersign
