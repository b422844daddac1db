// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/decisionrowwords.h"

#include "app/domain/displaytext.h"
#include "app/domain/format.h"
#include "app/models/actorwords.h"

#include <QCoreApplication>

namespace countersign {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(DecisionRowWords)
};

QString doneText(const DecisionRow &row)
{
    // The same evidence stands for all of several tasks and for some of them.
    if (row.evidence.contains(QStringLiteral("E2")))
        return row.rowCount > 1 ? Words::tr("Done, wholly or in part: tasks moved as asked.")
                                : Words::tr("Done: it moved as asked.");
    if (!row.evidence.contains(QStringLiteral("E1")))
        return Words::tr("Done: the effect was seen.");
    return row.taskName.isEmpty()
               ? Words::tr("Done: the run carries your note.")
               : Words::tr("Done: task “%1” carries your note.").arg(safeLine(row.taskName, 80));
}

QString otherActorText(const DecisionRow &row)
{
    if (row.evidence.contains(QStringLiteral("E3")))
        return Words::tr("Someone else decided: it moved in another direction.");
    return Words::tr("Decided, but not certainly by you: it moved as asked.");
}

QString unresolvedText(const DecisionRow &row)
{
    return row.isClosed ? Words::tr("Could not be determined. You have closed it.")
                        : Words::tr("Could not be determined. The request may have been carried "
                                    "out.");
}

QString stateText(const DecisionRow &row)
{
    const QString code = safeLine(row.code, 120);
    switch (row.state) {
    case DecisionState::NotSent:
        return Words::tr("Not sent. Nothing happened.");
    case DecisionState::Changed:
        return Words::tr("Nothing was sent. It changed while you were reading.");
    case DecisionState::Refused:
        return Words::tr("Refused by the service: %1. Nothing was changed by this.").arg(code);
    case DecisionState::RefusedCodeUnknown:
        return Words::tr("Refused: %1, a code this program does not know. Checking that nothing "
                         "changed.")
            .arg(code);
    case DecisionState::Accepted:
        return row.waitsForOthers ? Words::tr("Accepted by the service, waits for others.")
                                  : Words::tr("Accepted by the service. Watching for the effect.");
    case DecisionState::Ambiguous:
        return Words::tr("Outcome unknown. The request may have been carried out. Do not repeat "
                         "it.");
    case DecisionState::ReconciledApplied:
        return doneText(row);
    case DecisionState::ReconciledOtherActor:
        return otherActorText(row);
    case DecisionState::ReconciledNotApplied:
        return Words::tr("Not carried out. You may decide again.");
    case DecisionState::Unresolved:
        return unresolvedText(row);
    case DecisionState::Sending:
    case DecisionState::Sent:
        return Words::tr("Sending… do not close.");
    case DecisionState::Drafted:
    case DecisionState::Verified:
    case DecisionState::IntentRecorded:
        break;
    }
    return Words::tr("Recorded, nothing is sent yet.");
}

} // namespace

QString decisionStateText(const DecisionRow &row)
{
    if (row.origin == DecisionRow::Origin::FoundNote)
        return Words::tr("Found at the service, written by somebody");
    const QString text = stateText(row);
    //: %1 is a sentence that says what a decision has come to
    return row.isOverridden ? Words::tr("%1 You have decided again.").arg(text) : text;
}

QString decisionStandingLabel(DecisionStanding standing)
{
    switch (standing) {
    case DecisionStanding::Open:
        return Words::tr("Going on", "decisions");
    case DecisionStanding::Unknown:
        return Words::tr("Outcome unknown", "decisions");
    case DecisionStanding::Done:
        return Words::tr("Done", "decisions");
    case DecisionStanding::WaitsForOthers:
        return Words::tr("Waits for others", "decisions");
    case DecisionStanding::OtherActor:
        return Words::tr("Not, or not certainly, by you", "decisions");
    case DecisionStanding::Refused:
        return Words::tr("Refused", "decisions");
    case DecisionStanding::NotSent:
        return Words::tr("Not sent", "decisions");
    case DecisionStanding::NotCarriedOut:
        return Words::tr("Not carried out", "decisions");
    case DecisionStanding::Closed:
        return Words::tr("Could not be determined, closed", "decisions");
    case DecisionStanding::FoundNote:
        break;
    }
    return Words::tr("Note found at the service", "decisions");
}

QString decisionActText(const DecisionRow &row)
{
    return row.origin == DecisionRow::Origin::FoundNote ? Words::tr("Note found")
                                                        : actLabel(row.act);
}

QString decisionTaskText(const DecisionRow &row)
{
    if (row.rowCount > 0)
        return Words::tr("%n task(s)", nullptr, static_cast<int>(row.rowCount));
    return row.taskName.isEmpty() ? Words::tr("The whole run") : safeLine(row.taskName, 120);
}

QString decisionAccountText(const DecisionRow &row)
{
    if (row.accountId.isEmpty())
        return safeLine(row.profileAlias, 80);
    return QStringLiteral("%1 · %2").arg(safeLine(row.profileAlias, 80),
                                         safeLine(row.accountId, 80));
}

QString decisionActorText(const DecisionRow &row)
{
    if (row.origin == DecisionRow::Origin::FoundNote)
        return Words::tr("Somebody", "who wrote a note");
    return row.actor.isEmpty() ? QStringLiteral("—") : actorText(row.actor, row.actorKind);
}

} // namespace countersign
