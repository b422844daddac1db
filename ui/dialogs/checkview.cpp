// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/checkview.h"

#include "ui/views/announce.h"
#include "ui/views/iconlabel.h"
#include "ui/views/safelabel.h"
#include "ui_checkview.h"

#include <algorithm>

namespace countersign {

namespace {

QString iconOf(CheckLine::Mark mark)
{
    switch (mark) {
    case CheckLine::Mark::Good:
        return QStringLiteral("state-success");
    case CheckLine::Mark::Bad:
        return QStringLiteral("state-failed");
    case CheckLine::Mark::Open:
        break;
    }
    return QStringLiteral("information");
}

} // namespace

CheckView::CheckView(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::CheckView>())
{
    m_ui->setupUi(this);
    m_ui->summaryLabel->setWeight(true);
    clear({});
}

CheckView::~CheckView() = default;

void CheckView::clear(const QString &words)
{
    m_isTesting = false;
    setRowCount(0);
    m_ui->progressBar->hide();
    m_ui->policyView->setPolicy({}, {});
    m_ui->summaryLabel->setText(words);
    m_ui->summaryLabel->setAccessibleName(words);
}

void CheckView::showLines(const std::vector<CheckLine> &lines, bool isTesting,
                          const QString &policy)
{
    setRowCount(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Row &line = m_rows[i];
        const bool isGood = lines[i].mark == CheckLine::Mark::Good;
        const bool isBad = lines[i].mark == CheckLine::Mark::Bad;
        line.icon->setIcon(iconOf(lines[i].mark));
        line.mark->setText(isGood  ? tr("Good", "finding of a test")
                           : isBad ? tr("Problem", "finding of a test")
                                   : tr("Open", "finding of a test"));
        line.text->setText(lines[i].text);
    }
    m_ui->progressBar->setVisible(isTesting);
    m_ui->policyView->setPolicy(
        tr("This policy grants what is missing and what was not tried. An administrator of the "
           "account adds it in the RAM console."),
        policy);
    const QString words =
        isTesting ? tr("Testing. Nothing is changed at the service.") : summaryOf(lines);
    m_ui->summaryLabel->setText(words);
    if (std::exchange(m_isTesting, isTesting) != isTesting)
        announce(m_ui->summaryLabel, words);
}

QString CheckView::summaryOf(const std::vector<CheckLine> &lines)
{
    const auto bad = std::count_if(lines.begin(), lines.end(), [](const CheckLine &line) {
        return line.mark == CheckLine::Mark::Bad;
    });
    if (bad == 0)
        return tr("The test has ended: everything that was tried works.");
    return tr("The test has ended with %n problem(s).", nullptr, static_cast<int>(bad));
}

void CheckView::setRowCount(std::size_t count)
{
    for (; m_rows.size() > count; m_rows.pop_back()) {
        const Row &last = m_rows.back();
        for (QWidget *part : {static_cast<QWidget *>(last.icon), static_cast<QWidget *>(last.mark),
                              static_cast<QWidget *>(last.text)})
            delete part;
    }
    while (m_rows.size() < count) {
        const Row next{new IconLabel(this), new SafeLabel(this), new SafeLabel(this)};
        next.mark->setWordWrap(false);
        next.mark->setWeight(true);
        const int place = static_cast<int>(m_rows.size());
        m_ui->linesGrid->addWidget(next.icon, place, 0, Qt::AlignTop);
        m_ui->linesGrid->addWidget(next.mark, place, 1, Qt::AlignTop);
        m_ui->linesGrid->addWidget(next.text, place, 2);
        m_rows.push_back(next);
    }
}

} // namespace countersign
