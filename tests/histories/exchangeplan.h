// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace countersign {

//! What becomes of one request on its way there and back.
struct ExchangePlan
{
    using Time = std::chrono::milliseconds;
    enum class Connect { Made, Refused, Hangs };
    //! What the service makes of a request that arrived whole and that it would carry out.
    enum class Effect { AtOnce, Late, Never };
    enum class Answer {
        Own,        //!< what the service says
        Nothing,    //!< none, and the connection stays
        Closed,     //!< none, and the connection ends
        HalfStatus, //!< a piece of the first line, and the connection ends
        HalfHeaders,
        HalfBody,
        Garbage, //!< not HTTP
        Status,  //!< `status` with `code`, and an error body as the service writes it
        Bare,    //!< `status` without a body
        Broken,  //!< 200 with a body that is no JSON
        Huge,    //!< 200 with a body over every limit
    };

    Connect connect = Connect::Made;
    //! So many bytes of the body are taken, then the connection breaks; below 0: all.
    qint64 bodyBytes = -1;
    int pieces = 1; //!< in which the body is taken, a moment apart
    Effect effect = Effect::AtOnce;
    Answer answer = Answer::Own;
    int status = 0;
    QString code;
    Time connectTakes{20};
    Time pieceTakes{5};
    Time thereTakes{30};
    Time lateBy{0}; //!< Effect::Late: after the answer
    Time backTakes{30};
    //! The request arrives although the console gave up or died meanwhile.
    bool outlivesSender = true;
    //! The computer falls asleep, or the program is held up, when so many bytes of the body were
    //! taken.
    std::optional<qint64> holdUpAt;
    Time holdUpFor{0};
    bool isSleep = false;
};

} // namespace countersign
