// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/consequenceview.h"

#include "ui/views/iconlabel.h"
#include "ui/views/safelabel.h"

#include <QGridLayout>
#include <QStringList>

namespace countersign {

ConsequenceView::ConsequenceView(QWidget *parent)
    : ToneFrame(parent)
    , m_icon(new IconLabel(this))
    , m_danger(new SafeLabel(this))
    , m_sentences(new SafeLabel(SafeLabel::Use::Copyable, this))
    , m_targets(new SafeLabel(SafeLabel::Use::Copyable, this))
{
    m_icon->setIcon(QStringLiteral("warning"), 18);
    m_danger->setWeight(true);
    m_danger->setText(tr("High risk: this releases a dangerous call."));
    m_sentences->setObjectName(QStringLiteral("consequenceLabel"));
    m_targets->setObjectName(QStringLiteral("targetsLabel"));
    m_targets->setFixedWidthFont();
    m_targets->setAccessibleDescription(tr("Targets"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(16, 9, 12, 9);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_icon, 0, 0);
    grid->addWidget(m_danger, 0, 1);
    grid->addWidget(m_sentences, 1, 0, 1, 2);
    grid->addWidget(m_targets, 2, 0, 1, 2);
}

void ConsequenceView::setConsequence(const std::vector<QString> &sentences,
                                     const std::vector<QString> &targets, bool isDanger)
{
    setTone(isDanger ? Tone::Danger : Tone::Info);
    QPalette tinted = m_danger->palette();
    tinted.setColor(QPalette::WindowText, toneColors(palette(), Tone::Danger).text);
    m_danger->setPalette(tinted);
    m_icon->setPalette(tinted);
    m_icon->setVisible(isDanger);
    m_danger->setVisible(isDanger);
    const QStringList lines(sentences.begin(), sentences.end());
    m_sentences->setText(lines.join(QLatin1Char('\n')));
    m_sentences->setVisible(!lines.isEmpty());
    const QStringList ids(targets.begin(), targets.end());
    m_targets->setText(ids.join(QStringLiteral("   ")));
    m_targets->setVisible(!ids.isEmpty());
    setVisible(!lines.isEmpty() || !ids.isEmpty());
}

QWidget *ConsequenceView::summary() const
{
    return m_sentences;
}

} // namespace countersign
