// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/actorwords.h"

#include "app/domain/displaytext.h"
#include "app/domain/format.h"

#include <QCoreApplication>

namespace countersign {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ActorWords)
};

constexpr int nameLimit = 80;

} // namespace

QString actorText(const QString &actor, ActorKind kind)
{
    if (actor.isEmpty())
        return {};
    switch (kind) {
    case ActorKind::User:
        //: %1 is the name of a RAM user
        return Words::tr("user %1", "who acts").arg(safeLine(actor, nameLimit));
    case ActorKind::Role:
        //: %1 is a RAM role, %2 the session in which somebody has taken it
        return Words::tr("role %1, session %2", "who acts")
            .arg(safeLine(actor.section(QLatin1Char('/'), 0, 0), nameLimit),
                 safeLine(actor.section(QLatin1Char('/'), 1), nameLimit));
    case ActorKind::Account:
        return Words::tr("the account itself (root)", "who acts");
    case ActorKind::Unknown:
        break;
    }
    return safeLine(actor, 120);
}

QString notVerifiedText(const QDateTime &lastVerifiedAt, const QDateTime &now)
{
    if (!lastVerifiedAt.isValid())
        return {};
    const QString time = localTimeText(lastVerifiedAt);
    if (lastVerifiedAt.toLocalTime().date() != now.toLocalTime().date())
        //: Whose the key is; %1 is a date and time
        return Words::tr("not verified today, last on %1").arg(time);
    //: Whose the key is; %1 is a time of day with its offset
    return Words::tr("not verified today after %1").arg(time.section(QLatin1Char(' '), 1));
}

QString actorText(const DecisionRecord &record)
{
    const DecisionPlace &where = record.where;
    const QString who = actorText(where.actor, where.actorKind);
    const QString mark = notVerifiedText(where.actorVerifiedAt, record.frozenAt);
    if (who.isEmpty() || mark.isEmpty())
        return who;
    //: %1 is who acts, %2 that whose the key is was not verified today
    return Words::tr("%1 (%2)", "who acts").arg(who, mark);
}

} // namespace countersign
