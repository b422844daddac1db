// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/openviewmodel.h"

#include "app/domain/displaytext.h"
#include "app/flows/executionsearch.h"
#include "app/viewmodels/errortext.h"

namespace countersign {

class OpenViewModel::Private
{
public:
    explicit Private(const FlowServices &flowServices)
        : services(flowServices)
    {
    }

    FlowServices services;
    std::unique_ptr<ExecutionSearch> search;
    State state = State::Idle;
};

namespace {

constexpr std::size_t failuresNamed = 8;

} // namespace

OpenViewModel::OpenViewModel(const FlowServices &services, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(services))
{
}

OpenViewModel::~OpenViewModel() = default;

OpenViewModel::State OpenViewModel::state() const
{
    return d->state;
}

std::optional<ExecutionLink> OpenViewModel::link() const
{
    return d->search ? std::optional(d->search->link()) : std::nullopt;
}

std::optional<WaitRow> OpenViewModel::found() const
{
    return d->search ? d->search->report().found : std::nullopt;
}

QString OpenViewModel::text() const
{
    switch (d->state) {
    case State::Idle:
        return {};
    case State::NotUnderstood:
        return tr("This names no execution. Paste an execution id, its web-console address, or a "
                  "countersign: link.");
    case State::Searching:
        return tr("Looking for %1: %2 of %n place(s) looked at.", nullptr,
                  d->search->report().places)
            .arg(safeLine(d->search->link().execution.text()))
            .arg(d->search->report().looked);
    case State::Found:
        //: %1 is an execution id, %2 an account, %3 a region
        return tr("Found %1 in %2, %3.")
            .arg(safeLine(d->search->link().execution.text()), safeLine(found()->profileAlias, 60),
                 safeLine(found()->id.place.region.text(), 60));
    case State::NotFound:
        break;
    }
    const SearchReport &report = d->search->report();
    const QString id = safeLine(d->search->link().execution.text());
    if (report.isForeignAccount)
        return tr("The link is for account %1, and none of your profiles is. Nothing was looked "
                  "up.")
            .arg(safeLine(d->search->link().accountId, 40));
    if (report.places == 0)
        return tr("No account is set up, so there is nowhere to look for %1.").arg(id);
    const auto readable = report.places - static_cast<int>(report.failed.size());
    if (report.failed.empty())
        return tr("%1 does not exist in any of the %n place(s) that were looked at.", nullptr,
                  readable)
            .arg(id);
    if (readable == 0)
        return tr("Nowhere could %1 be looked for:").arg(id);
    return tr("%1 was not found in %n place(s). Others could not be looked at:", nullptr, readable)
        .arg(id);
}

std::vector<QString> OpenViewModel::failures() const
{
    std::vector<QString> sentences;
    if (!d->search || d->state != State::NotFound)
        return sentences;
    const std::vector<SearchReport::Failure> &failed = d->search->report().failed;
    for (const SearchReport::Failure &failure : failed) {
        if (sentences.size() == failuresNamed) {
            sentences.push_back(
                tr("%n more place(s).", nullptr, static_cast<int>(failed.size() - failuresNamed)));
            break;
        }
        const QString reason =
            failure.error ? errorText(*failure.error) : tr("There is no key for this account.");
        //: %1 is an account, %2 a region, %3 a sentence
        sentences.push_back(tr("%1, %2: %3")
                                .arg(safeLine(failure.alias, 60),
                                     safeLine(failure.place.region.text(), 60), reason));
    }
    return sentences;
}

bool OpenViewModel::isMeantToOpen(const QString &text)
{
    const auto link = executionLinkFrom(text);
    return link && link->form != ExecutionLink::Form::Word;
}

void OpenViewModel::open(const QString &text)
{
    d->search.reset();
    const auto link = executionLinkFrom(text);
    d->state = link ? State::Searching : State::NotUnderstood;
    if (link) {
        d->search = std::make_unique<ExecutionSearch>(d->services, *link);
        connect(d->search.get(), &ExecutionSearch::changed, this, [this] {
            const bool wasSearching = d->state == State::Searching;
            if (d->search->report().hasEnded())
                d->state = found() ? State::Found : State::NotFound;
            Q_EMIT changed();
            // A copy: whoever opens it may begin another search at once.
            if (wasSearching && d->state == State::Found)
                Q_EMIT opened(WaitRow(*found()));
        });
        d->search->start();
    }
    Q_EMIT changed();
}

void OpenViewModel::cancel()
{
    d->search.reset();
    d->state = State::Idle;
    Q_EMIT changed();
}

} // namespace countersign
