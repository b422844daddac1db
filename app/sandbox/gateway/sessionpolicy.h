// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace countersign::sandbox {

//! A RAM policy that narrows the rights of one session. Conditions are not evaluated: what is
//! allowed under one is not allowed, what is denied under one is denied.
class SessionPolicy
{
public:
    //! Nothing when the text is no policy: JSON with Version "1" and statements of Effect, Action
    //! or NotAction, and Resource.
    static std::optional<SessionPolicy> parse(const QString &text);
    //! A denial wins; what no statement allows is not allowed.
    bool allows(const QString &action, const QString &resource) const;

private:
    struct Statement
    {
        bool isAllow = false;
        bool isInverted = false; //!< NotAction
        bool hasCondition = false;
        QStringList actions;
        QStringList resources;

        bool isAbout(const QString &action, const QString &resource) const;
    };

    std::vector<Statement> m_statements;
};

} // namespace countersign::sandbox
