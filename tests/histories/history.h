// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/waitkind.h"
#include "tests/histories/exchangeplan.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <vector>

namespace countersign {

//! One thing that happens. What a field means depends on the kind.
struct Step
{
    using Time = std::chrono::milliseconds;
    enum class Kind {
        Open,        //!< `window` opens the dialog of `act`; `pick` chooses row, task or end state
        Confirm,     //!< `window`; pressed again: nothing more may come of it
        Override,    //!< `window` decides again although its outcome is unknown
        Look,        //!< all windows look for the effect at once
        CloseOpen,   //!< the person reads and closes what could not be determined
        Kill,        //!< the program dies and is started again after `length`
        Sleep,       //!< the computer sleeps for `length`
        Stall,       //!< the program is held up for `length`
        SetClock,    //!< the wall clock is set by `length`, which may be negative
        NetworkDown, //!< for `length`
        Other,       //!< another person sends `text` about the `pick`th row that waits or failed
        ChangeFact,  //!< reads tell another `text`
        ChangeProgress,
        FailSend,  //!< the next decision meets the fault `text`; `pick` is where or how much
        FailReads, //!< the next `pick` reads meet the fault `text`
        Lag,       //!< reads are `length` old; `pick` 1: every other one
        SwapKey,   //!< the profile is given the key of another account
        Lock,      //!< the profile is locked for `length`
    };
    Time wait{0}; //!< after the step before
    Kind kind = Kind::Look;
    int window = 0;
    Act act = Act::Approve;
    int pick = 0;
    Time length{0};
    QString text;

    //! For people, one line.
    QString toText() const;
    friend bool operator==(const Step &, const Step &) = default;
};

//! What a history begins with.
struct Setting
{
    quint32 seed = 1;
    QString templateName = QStringLiteral("ask-one");
    QString mode; //!< empty: Automatic
    bool confirmsHighRisk = false;
    bool isOldScheme = false;
    int user = 0; //!< of the sandbox's users
    bool hasUnlistedCodes = false;
    bool keepsNoNotes = false;

    QString toText() const;
};

struct History
{
    Setting setting;
    std::vector<Step> steps;
};

//! A fault under its name, made sharper by a number: bytes, seconds, whatever its name says.
std::optional<ExchangePlan> sendFault(const QString &name, int number);
const QStringList &sendFaults();
std::optional<ExchangePlan> readFault(const QString &name);
const QStringList &readFaults();

} // namespace countersign
