// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace countersign {

//! What a second console may ask of the first: to raise its window, or to open a review. There is
//! no third.
struct InstanceMessage
{
    //! What to review, as a person gave it; empty: raise the window. It is not looked at here.
    QString review;
    //! The desktop's permission to take the focus (XDG_ACTIVATION_TOKEN, DESKTOP_STARTUP_ID); empty
    //! when there is none.
    QString activationToken;

    bool operator==(const InstanceMessage &) const = default;
};

//! Longest line that is taken, with its line feed.
inline constexpr qsizetype instanceMessageBytes = 4'096;

//! One line of JSON with its line feed. A token that is not short printable ASCII is left out.
QByteArray instanceMessageLine(const InstanceMessage &message);

//! The message in such a line; nothing for anything else: another member, a review that is longer
//! than 2,048 UTF-16 units or holds control characters, a line that is too long or not ended.
std::optional<InstanceMessage> readInstanceMessage(const QByteArray &line);

} // namespace countersign
