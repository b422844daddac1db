// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/journalviewmodel.h"

#include "app/flows/flowservices.h"
#include "app/viewmodels/journalwords.h"

#include <QTimer>

#include <algorithm>

namespace countersign {

namespace {

//! The records are there, and nobody else is deciding.
bool isRead(JournalProblem::Kind kind)
{
    return kind == JournalProblem::Kind::NotWritable || kind == JournalProblem::Kind::NoRoom;
}

} // namespace

class JournalViewModel::Private
{
public:
    explicit Private(DecisionJournal &decisionJournal)
        : journal(decisionJournal)
    {
    }

    bool isOnItsWay() const;
    void take();

    DecisionJournal &journal;
    std::optional<JournalProblem> problem;
    bool wasOnItsWay = false; //!< when it could be read for the last time
    bool wasRead = false;     //!< since the program began
    QTimer again;
};

bool JournalViewModel::Private::isOnItsWay() const
{
    const std::vector<JournalEntry> entries = journal.unsettledEntries();
    return std::any_of(entries.begin(), entries.end(), [](const JournalEntry &entry) {
        return entry.state() == DecisionState::Sending;
    });
}

void JournalViewModel::Private::take()
{
    problem = journal.problem();
    // At the beginning a full disk lets the records of an earlier run be read as well.
    const bool isReadAtFirst = problem && !wasRead && isRead(problem->kind);
    if (!problem || isReadAtFirst)
        wasOnItsWay = isOnItsWay();
    wasRead = wasRead || !problem || isReadAtFirst;
    const bool isAgain = problem && mayPass(problem->kind);
    if (isAgain && !again.isActive())
        again.start();
    else if (!isAgain)
        again.stop();
}

JournalViewModel::JournalViewModel(DecisionJournal &journal, std::chrono::milliseconds again,
                                   QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(journal))
{
    d->again.setInterval(again);
    connect(&d->again, &QTimer::timeout, this, &JournalViewModel::tryAgain);
    connect(&journal, &DecisionJournal::problemChanged, this, [this] {
        d->take();
        Q_EMIT changed();
    });
    connect(&journal, &DecisionJournal::changed, this, [this] {
        if (!d->problem)
            d->wasOnItsWay = d->isOnItsWay();
    });
    d->take();
}

JournalViewModel::~JournalViewModel() = default;

std::optional<JournalProblem> JournalViewModel::problem() const
{
    return d->problem;
}

QString JournalViewModel::text() const
{
    if (!d->problem)
        return {};
    const bool isHistoryUnknown = !d->wasRead && d->problem->kind != JournalProblem::Kind::InUse;
    return isHistoryUnknown ? unreadJournalText(*d->problem)
                            : journalProblemText(*d->problem, d->wasOnItsWay);
}

QString JournalViewModel::details() const
{
    return d->problem ? journalProblemDetails(*d->problem) : QString();
}

bool JournalViewModel::mayStartAnew() const
{
    return d->problem && d->problem->kind == JournalProblem::Kind::Damaged;
}

QString JournalViewModel::startAnewText() const
{
    return mayStartAnew() ? countersign::startAnewText(*d->problem) : QString();
}

void JournalViewModel::tryAgain()
{
    d->journal.tryAgain();
}

void JournalViewModel::startAnew()
{
    if (!mayStartAnew())
        return;
    // What went wrong is the journal's problem() from then on.
    static_cast<void>(d->journal.keepAndStartAnew());
}

} // namespace countersign
