// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/cautionsview.h"

#include "ui/views/announce.h"
#include "ui/views/iconlabel.h"
#include "ui/views/safelabel.h"

#include <QHBoxLayout>
#include <QStringList>

namespace countersign {

CautionsView::CautionsView(QWidget *parent)
    : ToneFrame(parent)
    , m_words(new SafeLabel(SafeLabel::Use::Copyable, this))
{
    setTone(Tone::Warning);
    auto *icon = new IconLabel(this);
    icon->setIcon(QStringLiteral("warning"), 18);
    m_words->setObjectName(QStringLiteral("cautionsLabel"));
    m_words->setWeight(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 7, 12, 7);
    row->setSpacing(8);
    row->addWidget(icon, 0, Qt::AlignTop);
    row->addWidget(m_words, 1);
    hide();
}

void CautionsView::setCautions(const std::vector<QString> &sentences)
{
    const QString words = QStringList(sentences.begin(), sentences.end()).join(QLatin1Char('\n'));
    const bool isNew = words != m_words->text();
    m_words->setText(words);
    setVisible(!sentences.empty());
    // A newer run may be found while the review is read.
    if (isNew && isVisible())
        announce(m_words, words);
}

} // namespace countersign
