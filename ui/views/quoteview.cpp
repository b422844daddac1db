// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/quoteview.h"

#include "ui/views/safelabel.h"
#include "ui/views/tones.h"

#include <QHBoxLayout>
#include <QPainter>

namespace countersign {

QuoteView::QuoteView(QWidget *parent)
    : QFrame(parent)
    , m_words(new SafeLabel(this))
{
    m_words->setObjectName(QStringLiteral("quoteLabel"));
    m_words->setQuiet(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 2, 0, 2);
    row->addWidget(m_words);
    hide();
}

void QuoteView::setQuote(const QString &starter, const QString &quote)
{
    setVisible(!quote.isEmpty());
    if (quote.isEmpty())
        m_words->clear();
    else if (starter.isEmpty())
        //: The words of whoever started the run.
        m_words->setText(tr("The starter wrote: “%1”").arg(quote));
    else
        //: %1 is the name of whoever started the run, %2 their words.
        m_words->setText(tr("%1 wrote: “%2”").arg(starter, quote));
}

void QuoteView::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    QColor edge = toneColors(palette(), Tone::Plain).border;
    edge.setAlpha(120);
    painter.fillRect(QRect(isMirrored ? width() - 3 : 0, 0, 3, height()), edge);
}

} // namespace countersign
