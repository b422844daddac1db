// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/decisionsfilterbar.h"

#include "app/domain/format.h"
#include "app/models/decisionrowwords.h"
#include "ui_decisionsfilterbar.h"

#include <QSignalBlocker>

namespace countersign {

namespace {

constexpr Act acts[] = {Act::Approve,           Act::Reject,         Act::RetryTask,
                        Act::SkipTask,          Act::ExecuteTask,    Act::CancelTask,
                        Act::CompleteExecution, Act::CancelExecution};
constexpr DecisionStanding standings[] = {
    DecisionStanding::Open,       DecisionStanding::Unknown,        DecisionStanding::Done,
    DecisionStanding::OtherActor, DecisionStanding::WaitsForOthers, DecisionStanding::Refused,
    DecisionStanding::NotSent,    DecisionStanding::NotCarriedOut,  DecisionStanding::Closed};

} // namespace

DecisionsFilterBar::DecisionsFilterBar(const QDate &today, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::DecisionsFilterBar>())
{
    m_ui->setupUi(this);
    fillChoices(today);
    fillPlaces(m_ui->accountCombo, tr("All accounts"), {});
    fillPlaces(m_ui->regionCombo, tr("All regions"), {});
    connect(m_ui->decisionsSearch, &QLineEdit::textChanged, this, &DecisionsFilterBar::onChosen);
    for (QComboBox *box :
         {static_cast<QComboBox *>(m_ui->spanCombo), static_cast<QComboBox *>(m_ui->actCombo),
          static_cast<QComboBox *>(m_ui->standingCombo),
          static_cast<QComboBox *>(m_ui->accountCombo),
          static_cast<QComboBox *>(m_ui->regionCombo)})
        connect(box, &QComboBox::currentIndexChanged, this, &DecisionsFilterBar::onChosen);
    for (QDateEdit *edit : {m_ui->fromEdit, m_ui->untilEdit})
        connect(edit, &QDateEdit::dateChanged, this, &DecisionsFilterBar::onChosen);
    connect(m_ui->clearButton, &QPushButton::clicked, this, &DecisionsFilterBar::clear);
    onChosen();
}

DecisionsFilterBar::~DecisionsFilterBar() = default;

void DecisionsFilterBar::fillChoices(const QDate &today)
{
    m_ui->actCombo->addItem(tr("All acts"));
    for (const Act act : acts)
        m_ui->actCombo->addItem(actLabel(act), static_cast<int>(act));
    m_ui->standingCombo->addItem(tr("All states"));
    for (const DecisionStanding standing : standings)
        m_ui->standingCombo->addItem(decisionStandingLabel(standing),
                                     QVariant::fromValue(standing));
    using Kind = DecisionSpan::Kind;
    const std::pair<Kind, QString> spans[] = {{Kind::Any, tr("At any time")},
                                              {Kind::Today, tr("Today")},
                                              {Kind::SevenDays, tr("Last 7 days")},
                                              {Kind::ThirtyDays, tr("Last 30 days")},
                                              {Kind::TwelveMonths, tr("Last 12 months")},
                                              {Kind::Between, tr("Between two days")}};
    for (const auto &[kind, label] : spans)
        m_ui->spanCombo->addItem(label, static_cast<int>(kind));
    m_ui->fromEdit->setDate(today.addMonths(-1));
    m_ui->untilEdit->setDate(today);
}

void DecisionsFilterBar::fillPlaces(QComboBox *box, const QString &all,
                                    const std::vector<DecisionLog::Choice> &choices)
{
    const QSignalBlocker still(box);
    const QVariant chosen = box->currentData();
    box->clear();
    box->addItem(all);
    for (const DecisionLog::Choice &choice : choices) {
        box->addItem(choice.label, choice.value);
        if (chosen == QVariant(choice.value))
            box->setCurrentIndex(box->count() - 1);
    }
}

void DecisionsFilterBar::setPlaces(const std::vector<DecisionLog::Choice> &accounts,
                                   const std::vector<DecisionLog::Choice> &regions)
{
    if (accounts == m_accounts && regions == m_regions)
        return;
    m_accounts = accounts;
    m_regions = regions;
    const DecisionsFilter before = filter();
    fillPlaces(m_ui->accountCombo, tr("All accounts"), accounts);
    fillPlaces(m_ui->regionCombo, tr("All regions"), regions);
    if (!(filter() == before))
        onChosen();
}

DecisionsFilter DecisionsFilterBar::filter() const
{
    DecisionsFilter filter;
    filter.text = m_ui->decisionsSearch->text();
    if (const QVariant act = m_ui->actCombo->currentData(); act.isValid())
        filter.acts = {static_cast<Act>(act.toInt())};
    if (const QVariant standing = m_ui->standingCombo->currentData(); standing.isValid())
        filter.standings = {standing.value<DecisionStanding>()};
    if (const QVariant account = m_ui->accountCombo->currentData(); account.isValid())
        filter.accounts = {account.toString()};
    if (const QVariant region = m_ui->regionCombo->currentData(); region.isValid())
        filter.regions = {RegionId(region.toString())};
    return filter;
}

DecisionSpan DecisionsFilterBar::span() const
{
    DecisionSpan span;
    span.kind = static_cast<DecisionSpan::Kind>(m_ui->spanCombo->currentData().toInt());
    if (span.kind == DecisionSpan::Kind::Between) {
        span.from = m_ui->fromEdit->date();
        span.until = m_ui->untilEdit->date();
    }
    return span;
}

void DecisionsFilterBar::onChosen()
{
    const bool isBetween = span().kind == DecisionSpan::Kind::Between;
    for (QWidget *part :
         {static_cast<QWidget *>(m_ui->fromEdit), static_cast<QWidget *>(m_ui->dash),
          static_cast<QWidget *>(m_ui->untilEdit)})
        part->setEnabled(isBetween);
    m_ui->clearButton->setEnabled(!filter().isEmpty() || span() != DecisionSpan());
    Q_EMIT changed();
}

void DecisionsFilterBar::clear()
{
    {
        const QSignalBlocker still(this);
        m_ui->decisionsSearch->clear();
        m_ui->spanCombo->setCurrentIndex(0);
        m_ui->actCombo->setCurrentIndex(0);
        m_ui->standingCombo->setCurrentIndex(0);
        m_ui->accountCombo->setCurrentIndex(0);
        m_ui->regionCombo->setCurrentIndex(0);
    }
    m_ui->decisionsSearch->setFocus(Qt::OtherFocusReason);
    onChosen();
}

QLineEdit *DecisionsFilterBar::searchEdit() const
{
    return m_ui->decisionsSearch;
}

} // namespace countersign
