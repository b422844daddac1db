// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/environment.h"
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
    //! A pattern over the background.
    void setPattern(EnvironmentPattern pattern);
    //! Whether text is in the tone's colour, not the palette's.
    void setTintedText(bool isTinted);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyPalette();
    void paintPattern(QPainter &painter, const QColor &color) const;

    Tone m_tone = Tone::Plain;
    bool m_isEdged = true;
    EnvironmentPattern m_pattern = EnvironmentPattern::Plain;
    bool m_isTinted = false;
    bool m_isApplying = false;
};

} // namespace countersign
