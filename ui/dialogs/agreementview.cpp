// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/agreementview.h"

#include "ui/dialogs/hints.h"
#include "ui/dialogs/wrappedtext.h"
#include "ui_agreementview.h"

#include <QEvent>
#include <QFontDatabase>
#include <QSignalBlocker>
#include <QStyle>
#include <QTextBlock>
#include <QTextLayout>

#include <cmath>

namespace countersign {

namespace {

constexpr int mostLines = 10; // what is longer scrolls

//! As high as its text, wrapped at its width. Marks of hidden characters come from another font,
//! whose lines may be higher.
void fitHeight(QPlainTextEdit &edit)
{
    qreal height = 0;
    for (QTextBlock block = edit.document()->begin(); block.isValid(); block = block.next()) {
        edit.document()->documentLayout()->blockBoundingRect(block); // lays it out
        height += block.layout()->boundingRect().height();
    }
    const qreal line = edit.fontMetrics().lineSpacing();
    const int around =
        2 * edit.frameWidth() + int(std::ceil(2 * edit.document()->documentMargin())) + 2;
    edit.setFixedHeight(int(std::ceil(qBound(line, height, mostLines * line))) + around);
}

} // namespace

AgreementView::AgreementView(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::AgreementView>())
{
    m_ui->setupUi(this);
    m_ui->agreedHeading->setWeight(true);
    for (QPlainTextEdit *edit : {m_ui->agreedEdit, m_ui->partsEdit}) {
        edit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
        edit->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        edit->setMinimumWidth(0);
    }
    connect(m_ui->agreeTick, &QCheckBox::toggled, this, &AgreementView::agreedChanged);
    showAgreement(std::nullopt, false);
}

AgreementView::~AgreementView() = default;

void AgreementView::showAgreement(const std::optional<Agreement> &agreement, bool isAgreed)
{
    setVisible(agreement.has_value());
    if (!agreement)
        return;
    m_ui->agreedHeading->setText(agreement->heading);
    m_ui->agreedEdit->setAccessibleName(agreement->heading);
    if (m_ui->agreedEdit->toPlainText() != agreement->shown)
        m_ui->agreedEdit->setPlainText(agreement->shown);
    if (m_ui->partsEdit->toPlainText() != agreement->parts)
        m_ui->partsEdit->setPlainText(agreement->parts);
    m_ui->partsEdit->setVisible(!agreement->parts.isEmpty());
    m_ui->consequenceLabel->setText(agreement->consequence);
    m_tick = agreement->tick;
    m_ui->agreeTick->setAccessibleName(agreement->tick);
    m_ui->agreeTick->setEnabled(agreement->isWhole);
    showHint(m_ui->agreeHint, m_ui->agreeTick,
             agreement->isWhole ? QString()
                                : tr("This is too long to be shown in full, so that nobody can "
                                     "agree to it. Put it into a script of a short name."));
    {
        const QSignalBlocker quiet(m_ui->agreeTick);
        m_ui->agreeTick->setChecked(isAgreed && agreement->isWhole);
    }
    wrapTick();
    fitHeights();
}

void AgreementView::wrapTick()
{
    const int room = qMax(160, width() - style()->pixelMetric(QStyle::PM_IndicatorWidth) - 24);
    m_ui->agreeTick->setText(wrappedText(m_tick, m_ui->agreeTick->fontMetrics(), room));
}

void AgreementView::fitHeights()
{
    fitHeight(*m_ui->agreedEdit);
    fitHeight(*m_ui->partsEdit);
}

void AgreementView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    wrapTick();
    fitHeights();
}

void AgreementView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitHeights();
}

} // namespace countersign
