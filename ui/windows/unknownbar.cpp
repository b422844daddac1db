// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/unknownbar.h"

#include "app/viewmodels/decisionsviewmodel.h"
#include "app/viewmodels/decisionviewmodel.h"
#include "app/viewmodels/unknownwords.h"
#include "ui/dialogs/unknowndialog.h"
#include "ui/windows/webconsole.h"

#include <algorithm>

namespace countersign {

namespace {

constexpr int detailLines = 4;

} // namespace

UnknownBar::UnknownBar(DecisionsViewModel &decisions, QWidget *parent)
    : OutcomeBar(parent)
    , m_decisions(decisions)
{
    setObjectName(QStringLiteral("loudBar"));
    setAccessibleName(tr("Decisions without a known outcome"));
    connect(&decisions, &DecisionsViewModel::changed, this, &UnknownBar::update);
    connect(this, &OutcomeBar::firstPressed, this, &UnknownBar::openDialog);
    connect(this, &OutcomeBar::secondPressed, this, [this] {
        for (DecisionViewModel *decision : m_decisions.loud())
            decision->checkNow();
    });
    update();
}

void UnknownBar::setLow(bool isLow)
{
    if (m_isLow == isLow)
        return;
    m_isLow = isLow;
    update();
}

void UnknownBar::update()
{
    const std::vector<DecisionViewModel *> loud = m_decisions.loud();
    setVisible(!loud.empty());
    if (loud.empty())
        return;
    for (const DecisionViewModel *decision : loud)
        connect(decision, &DecisionViewModel::progressChanged, this, &UnknownBar::update,
                Qt::UniqueConnection);
    const bool isChecked = std::any_of(loud.begin(), loud.end(), [](const auto *decision) {
        return decision->stage() == DecisionViewModel::Stage::Watching;
    });
    setOutcome(Tone::Warning, QStringLiteral("question"), unknownHeadline(loud),
               unknownDetail(loud, m_isLow ? 1 : detailLines));
    setButtons(tr("Show…"), isChecked ? tr("Check now") : QString());
}

UnknownDialog *UnknownBar::openDialog()
{
    if (m_decisions.loud().empty())
        return nullptr;
    if (m_dialog) {
        m_dialog->raise();
        m_dialog->activateWindow();
        return m_dialog;
    }
    m_dialog = new UnknownDialog(m_decisions, window());
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &UnknownDialog::reviewWanted, this, &UnknownBar::reviewWanted);
    connect(m_dialog, &UnknownDialog::overrideWanted, this, &UnknownBar::overrideWanted);
    connect(m_dialog, &UnknownDialog::consoleWanted, this,
            [](const QUrl &address) { openConsole(address); });
    m_dialog->show();
    return m_dialog;
}

void UnknownBar::answer(const QString &words)
{
    if (m_dialog && m_dialog->isVisible())
        m_dialog->answer(words);
}

} // namespace countersign
