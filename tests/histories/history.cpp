// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/histories/history.h"

namespace countersign {

namespace {

QString secondsText(std::chrono::milliseconds time)
{
    return QString::number(double(time.count()) / 1000.0, 'f', 3) + QStringLiteral(" s");
}

} // namespace

QString Step::toText() const
{
    const QString who = QStringLiteral("window %1 ").arg(window);
    const QString length1 = secondsText(length);
    QString what;
    switch (kind) {
    case Kind::Open:
        what = who + QStringLiteral("opens %1 (pick %2)")
                         .arg(act == Act::CancelExecution ? QStringLiteral("CancelExecution")
                                                          : notifyTypeText(act))
                         .arg(pick);
        break;
    case Kind::Confirm:
        what = who + QStringLiteral("confirms");
        break;
    case Kind::Override:
        what = who + QStringLiteral("decides again in spite of the unknown outcome");
        break;
    case Kind::Look:
        what = QStringLiteral("all look for the effect");
        break;
    case Kind::CloseOpen:
        what = QStringLiteral("the person closes what could not be determined");
        break;
    case Kind::Kill:
        what = QStringLiteral("the program dies, started again after ") + length1;
        break;
    case Kind::Sleep:
        what = QStringLiteral("the computer sleeps for ") + length1;
        break;
    case Kind::Stall:
        what = QStringLiteral("the program is held up for ") + length1;
        break;
    case Kind::SetClock:
        what = QStringLiteral("the clock is set by ") + length1;
        break;
    case Kind::NetworkDown:
        what = QStringLiteral("the network is gone for ") + length1;
        break;
    case Kind::Other:
        what = QStringLiteral("another person sends %1 (pick %2)").arg(text).arg(pick);
        break;
    case Kind::ChangeFact:
        what = QStringLiteral("the fact %1 changes").arg(text);
        break;
    case Kind::ChangeProgress:
        what = QStringLiteral("the progress %1 changes").arg(text);
        break;
    case Kind::FailSend:
        what = QStringLiteral("the next send meets: %1 (%2)").arg(text).arg(pick);
        break;
    case Kind::FailReads:
        what = QStringLiteral("the next %1 reads meet: %2").arg(pick).arg(text);
        break;
    case Kind::Lag:
        what =
            QStringLiteral("%1 read is old by %2")
                .arg(pick == 1 ? QStringLiteral("every other") : QStringLiteral("every"), length1);
        break;
    case Kind::SwapKey:
        what = QStringLiteral("the profile is given the key of another account");
        break;
    case Kind::Lock:
        what = QStringLiteral("the profile is locked for ") + length1;
        break;
    }
    return QStringLiteral("after %1: %2").arg(secondsText(wait), what);
}

QString Setting::toText() const
{
    return QStringLiteral("a run of %1%2%3, user %4, %5%6%7")
        .arg(templateName, mode.isEmpty() ? QString() : QStringLiteral(" in mode ") + mode,
             confirmsHighRisk ? QStringLiteral(" that asks for high-risk calls") : QString())
        .arg(user)
        .arg(isOldScheme ? QStringLiteral("HMAC-SHA1") : QStringLiteral("ACS3-HMAC-SHA256"),
             hasUnlistedCodes ? QStringLiteral(", unlisted codes") : QString(),
             keepsNoNotes ? QStringLiteral(", notes are not kept") : QString());
}

} // namespace countersign
