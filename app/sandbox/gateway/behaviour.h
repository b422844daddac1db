// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/engine/callscript.h"

#include <QSet>

#include <set>
#include <vector>

namespace countersign::sandbox {

//! One rule of the behaviour file: which calls it is about, and what they give.
struct BehaviourRule
{
    QString service; //!< empty: any; without regard to letter case, as api and task
    QString api;
    QString task;
    QString templateName;         //!< empty: any; exact
    std::optional<Json> loopItem; //!< a text is compared with the row's text, another value as JSON
    std::set<int> attempts;       //!< empty: every one; counted from 1 at each place of a call
    int timesLeft = -1;           //!< below 0: unlimited
    ScriptedAnswer answer;

    bool isAbout(const CallSite &site) const;
};

//! What rules say that are not about calls.
struct BehaviourSettings
{
    std::chrono::milliseconds listLag{0};
    std::chrono::seconds sessionLifetime{0};
    QSet<QString> disabledUsers;
};

//! The rules of a behaviour file in force; the first that matches wins, and its count goes down.
class Behaviour : public CallScript
{
public:
    //! Reads a JSON list of rules and restarts all counts. One line with file, line and reason when
    //! it cannot be read; the rules in force stay then.
    QString load(const QString &path);
    std::optional<ScriptedAnswer> answerTo(const CallSite &site) override;
    //! How far lists of executions are behind: what the only member of a rule, "listLag", says in
    //! milliseconds; 0 without such a rule.
    std::chrono::milliseconds listLag() const { return m_settings.listLag; }
    //! How long every session of a role lasts, as the only member of a rule, "sessionSeconds",
    //! says; 0 without such a rule.
    std::chrono::seconds sessionLifetime() const { return m_settings.sessionLifetime; }
    //! Names of users whose keys are disabled: each the only member of a rule, "disabledUser".
    const QSet<QString> &disabledUsers() const { return m_settings.disabledUsers; }

private:
    std::vector<BehaviourRule> m_rules;
    BehaviourSettings m_settings;
};

} // namespace countersign::sandbox
