// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/lockviewmodel.h"

#include "app/domain/format.h"
#include "app/flows/profilechain.h"
#include "app/flows/profilekeeper.h"
#include "app/flows/watchsummary.h"
#include "app/models/sentences.h"
#include "app/settings/settings.h"
#include "app/viewmodels/decisionsviewmodel.h"
#include "app/viewmodels/inboxviewmodel.h"

#include <QStringList>

#include <algorithm>

namespace countersign {

namespace {

bool isKeyless(const ProfileRegistry &registry, const Profile &profile)
{
    const std::vector<Profile> bases = basesOf(profile, registry);
    return std::any_of(bases.begin(), bases.end(),
                       [](const Profile &base) { return base.dropsKeysOnLock; });
}

} // namespace

LockViewModel::LockViewModel(LockFlow &flow, const ProfileKeeper &keeper, InboxViewModel &inbox,
                             DecisionsViewModel &decisions, Settings &settings, QObject *parent)
    : QObject(parent)
    , m_flow(flow)
    , m_keeper(keeper)
    , m_inbox(inbox)
    , m_decisions(decisions)
    , m_settings(settings)
{
    const auto takeIdle = [this](int minutes) {
        m_flow.setIdleLimit(std::chrono::minutes(minutes));
    };
    takeIdle(settings.idleLockMinutes());
    connect(&settings, &Settings::idleLockChanged, this, takeIdle);
    flow.setLocksWithSession(settings.isOn(Switch::LockWithSession));
    connect(&settings, &Settings::switchChanged, this, [this](Switch which, bool isOn) {
        if (which == Switch::LockWithSession)
            m_flow.setLocksWithSession(isOn);
    });
    connect(&flow, &LockFlow::lockedChanged, this, &LockViewModel::lockedChanged);
    connect(&flow, &LockFlow::lockedChanged, this, &LockViewModel::changed);
    connect(&inbox, &InboxViewModel::countsChanged, this, &LockViewModel::changed);
    connect(&inbox, &InboxViewModel::troublesChanged, this, &LockViewModel::changed);
    connect(&decisions, &DecisionsViewModel::changed, this, [this] {
        m_flow.dropKeys();
        Q_EMIT changed();
    });
}

bool LockViewModel::isNothingWatched() const
{
    const int profiles = static_cast<int>(m_keeper.registry().profiles().size());
    return isLocked() && profiles > 0 && keylessCount() == profiles;
}

//! Those whose keys were taken, and those that take a role with such keys.
int LockViewModel::keylessCount() const
{
    if (m_flow.droppingCount() == 0)
        return 0;
    const std::vector<Profile> profiles = m_keeper.registry().profiles();
    return static_cast<int>(
        std::count_if(profiles.begin(), profiles.end(), [this](const Profile &profile) {
            return isKeyless(m_keeper.registry(), profile);
        }));
}

QString LockViewModel::sinceText() const
{
    const QString time = localTimeText(m_flow.lockedAt());
    switch (m_flow.cause()) {
    case LockCause::Person:
        break;
    case LockCause::Session:
        //: %1 is a date and time
        return tr("Locked since %1, together with the desktop's session.").arg(time);
    case LockCause::Idle:
        //: %1 is a date and time
        return tr("Locked since %1, after %n minute(s) without input.", nullptr,
                  m_settings.idleLockMinutes())
            .arg(time);
    }
    //: %1 is a date and time
    return tr("Locked since %1.").arg(time);
}

QString LockViewModel::watchingText() const
{
    if (m_keeper.registry().profiles().empty())
        return {};
    if (isNothingWatched())
        return tr("Nothing is watched: the keys were taken out of memory.");
    const WatchSummary watching = m_inbox.watching();
    if (watching.state != WatchSummary::State::Watched) {
        if (!watching.lastGoodRead.isValid())
            return tr("Nothing is watched: no account can be read.");
        //: %1 is a date and time
        return tr("Nothing is watched: no account can be read. The last reading was at %1.")
            .arg(localTimeText(watching.lastGoodRead));
    }
    QStringList sentences;
    const int keyless = keylessCount();
    if (keyless > 0)
        sentences += tr("Watching goes on, except for %n account(s) whose keys were taken out of "
                        "memory.",
                        nullptr, keyless);
    else
        sentences += tr("Watching goes on.");
    const int count = m_inbox.groupCount(WaitGroup::NeedsYou);
    sentences += count > 0 ? tr("%n wait(s) need(s) you.", nullptr, count)
                           : tr("Nothing needs you at the moment.");
    return joinedSentences(sentences);
}

QString LockViewModel::decisionsText() const
{
    if (m_decisions.isSending())
        return tr("A decision is being sent. It is not interrupted, and its outcome is recorded.");
    const auto loud = static_cast<int>(m_decisions.loud().size());
    return loud > 0 ? tr("The outcome of %n decision(s) is not known.", nullptr, loud) : QString();
}

QString LockViewModel::goingOnText() const
{
    QStringList lines{watchingText(), decisionsText(),
                      tr("Notes that were typed and not sent are kept.")};
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

} // namespace countersign
