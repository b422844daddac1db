// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/histories/history.h"

namespace countersign {

//! A history written by hand, one line a step.
class Story
{
public:
    using Time = Step::Time;

    explicit Story(const QString &templateName = QStringLiteral("ask-one"),
                   const QString &mode = {})
    {
        m_history.setting.templateName = templateName;
        m_history.setting.mode = mode;
    }

    Setting &setting() { return m_history.setting; }
    const History &history() const { return m_history; }

    Story &with(Step::Kind kind, Time wait = Time(0), Time length = Time(0),
                const QString &text = {}, int pick = 0)
    {
        Step step;
        step.kind = kind;
        step.wait = wait;
        step.length = length;
        step.text = text;
        step.pick = pick;
        m_history.steps.push_back(step);
        return *this;
    }
    //! The dialog of `act` is opened; `pick` as in Step.
    Story &open(int window = 0, Act act = Act::Approve, int pick = 0, Time wait = Time(0))
    {
        with(Step::Kind::Open, wait, Time(0), {}, pick);
        m_history.steps.back().window = window;
        m_history.steps.back().act = act;
        return *this;
    }
    //! Two seconds after the step before, unless `wait` says something else.
    Story &confirm(int window = 0, Time wait = Time(2'000))
    {
        with(Step::Kind::Confirm, wait);
        m_history.steps.back().window = window;
        return *this;
    }
    Story &failSend(const QString &fault, int number = 0)
    {
        return with(Step::Kind::FailSend, Time(0), Time(0), fault, number);
    }
    Story &other(const QString &notifyType, Time wait, int pick = 0)
    {
        return with(Step::Kind::Other, wait, Time(0), notifyType, pick);
    }
    Story &wait(Time time) { return with(Step::Kind::Look, time); }

private:
    History m_history;
};

} // namespace countersign
