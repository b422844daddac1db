// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/outcomebar.h"

#include "app/viewmodels/decisionviewmodel.h"
#include "ui/views/announce.h"
#include "ui/views/iconlabel.h"
#include "ui/views/safelabel.h"

#include <QGridLayout>
#include <QPushButton>

namespace countersign {

namespace {

struct Look
{
    Tone tone;
    QString icon;
};

Look lookOf(DecisionState state)
{
    switch (state) {
    case DecisionState::ReconciledApplied:
        return {Tone::Good, QStringLiteral("state-success")};
    case DecisionState::Accepted:
        return {Tone::Info, QStringLiteral("act-approve")};
    case DecisionState::Ambiguous:
    case DecisionState::Unresolved:
        return {Tone::Warning, QStringLiteral("question")};
    case DecisionState::Refused:
    case DecisionState::RefusedCodeUnknown:
    case DecisionState::NotSent:
    case DecisionState::Changed:
    case DecisionState::ReconciledOtherActor:
    case DecisionState::ReconciledNotApplied:
        return {Tone::Warning, QStringLiteral("warning")};
    case DecisionState::Drafted:
    case DecisionState::Verified:
    case DecisionState::IntentRecorded:
    case DecisionState::Sending:
    case DecisionState::Sent:
        break;
    }
    return {Tone::Info, QStringLiteral("act-next")};
}

} // namespace

OutcomeBar::OutcomeBar(QWidget *parent)
    : ToneFrame(parent)
    , m_icon(new IconLabel(this))
    , m_words(new SafeLabel(SafeLabel::Use::Copyable, this))
    , m_detail(new SafeLabel(SafeLabel::Use::Copyable, this))
    , m_first(new QPushButton(this))
    , m_second(new QPushButton(this))
{
    m_words->setObjectName(QStringLiteral("outcomeLabel"));
    m_words->setWeight(true);
    m_detail->setObjectName(QStringLiteral("outcomeDetailLabel"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(16, 8, 12, 8);
    grid->setHorizontalSpacing(9);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_icon, 0, 0);
    grid->addWidget(m_words, 0, 1);
    grid->addWidget(m_detail, 1, 1);
    grid->addWidget(m_second, 0, 2, 2, 1, Qt::AlignVCenter);
    grid->addWidget(m_first, 0, 3, 2, 1, Qt::AlignVCenter);
    for (QPushButton *button : {m_first, m_second})
        button->setAutoDefault(false);
    connect(m_first, &QPushButton::clicked, this, &OutcomeBar::firstPressed);
    connect(m_second, &QPushButton::clicked, this, &OutcomeBar::secondPressed);
    setButtons({});
}

void OutcomeBar::setOutcome(Tone tone, const QString &iconName, const QString &words,
                            const QString &detail)
{
    setTone(tone);
    m_icon->setIcon(iconName, 18);
    const bool isNews = m_words->text() != words;
    m_words->setText(words);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    if (isNews && !words.isEmpty())
        announce(m_words, words);
}

void OutcomeBar::setDecision(const DecisionViewModel &decision)
{
    const Look look = lookOf(decision.decisionState());
    setOutcome(look.tone, look.icon, decision.outcomeText(), decision.outcomeDetail());
}

void OutcomeBar::setButtons(const QString &first, const QString &second)
{
    m_first->setText(first);
    m_first->setVisible(!first.isEmpty());
    m_second->setText(second);
    m_second->setVisible(!second.isEmpty());
}

QString OutcomeBar::words() const
{
    return m_words->text();
}

} // namespace countersign
