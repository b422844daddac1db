// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/bulkpage.h"

#include "app/domain/format.h"
#include "app/viewmodels/bulkselection.h"
#include "ui/views/icons.h"
#include "ui/views/safelabel.h"
#include "ui/views/tooltips.h"
#include "ui/windows/actions.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace countersign {

namespace {

constexpr int readableWidth = 620;

//! The keys of the same act about one wait; its action is off while this page is shown.
QKeySequence keyOf(Act act)
{
    for (const ActionSpec &line : actionTable()) {
        if (line.act == act && !line.shortcuts.empty())
            return line.shortcuts.front();
    }
    return {};
}

} // namespace

BulkPage::BulkPage(QWidget *parent)
    : QWidget(parent)
    , m_heading(new SafeLabel(this))
    , m_kinds(new SafeLabel(this))
    , m_places(new SafeLabel(this))
    , m_words(new SafeLabel(this))
{
    for (const Act act : {Act::Reject, Act::SkipTask, Act::Approve, Act::RetryTask})
        m_buttons.emplace_back(act, newButton(act));
    m_heading->setObjectName(QStringLiteral("bulkHeading"));
    m_heading->setWeight(true, 1.35);
    m_heading->setFocusPolicy(Qt::StrongFocus);
    m_kinds->setObjectName(QStringLiteral("bulkKinds"));
    m_words->setObjectName(QStringLiteral("bulkWords"));
    for (SafeLabel *label : {m_heading, m_kinds, m_places, m_words})
        label->setMaximumWidth(readableWidth);
    auto *back = new QPushButton(tr("Choose &one row"), this);
    back->setObjectName(QStringLiteral("bulkOne"));
    back->setAutoDefault(false);
    connect(back, &QPushButton::clicked, this, &BulkPage::oneWanted);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(back);
    buttons->addStretch(1);
    for (const auto &[act, button] : m_buttons) {
        buttons->addWidget(button);
        // What refuses and what lets go on are no neighbours.
        if (act == Act::SkipTask)
            buttons->addSpacing(36);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(18, 16, 18, 12);
    column->setSpacing(10);
    for (SafeLabel *label : {m_heading, m_kinds, m_places, m_words})
        column->addWidget(label);
    column->addStretch(1);
    column->addLayout(buttons);
}

QPushButton *BulkPage::newButton(Act act)
{
    //: %1 is an act such as Approve; a dialog follows
    auto *button = new QPushButton(tr("%1…").arg(actLabel(act)), this);
    button->setObjectName(QString(QStringLiteral("bulk") + notifyTypeText(act)));
    button->setIcon(ownIcon(iconName(act)));
    button->setAutoDefault(false);
    button->setShortcut(keyOf(act));
    connect(button, &QPushButton::clicked, this, [this, act] { Q_EMIT actWanted(act); });
    return button;
}

void BulkPage::setSelection(const BulkSelection &selection)
{
    QStringList places;
    for (const QString &place : selection.places)
        places += place;
    m_heading->setText(selection.heading);
    m_kinds->setText(selection.kinds);
    m_kinds->setVisible(!selection.kinds.isEmpty());
    m_places->setText(places.join(QLatin1Char('\n')));
    m_places->setVisible(!places.isEmpty());
    m_words->setText(selection.reason.isEmpty()
                         ? tr("A dialog shows each of them and what differs between them. One "
                              "decision is sent for each, one after the other.")
                         : selection.reason);
    const bool isFailure = std::find(selection.acts.begin(), selection.acts.end(),
                                     Act::RetryTask) != selection.acts.end();
    for (const auto &[act, button] : m_buttons) {
        const bool isOffered =
            std::find(selection.acts.begin(), selection.acts.end(), act) != selection.acts.end();
        const bool isOfFailure = act == Act::RetryTask || act == Act::SkipTask;
        button->setVisible(isOffered || isOfFailure == isFailure);
        button->setEnabled(isOffered);
        setToolTipWords(button, selection.reason);
    }
}

void BulkPage::focusSummary()
{
    m_heading->setFocus(Qt::OtherFocusReason);
}

} // namespace countersign
