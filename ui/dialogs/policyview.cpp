// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/policyview.h"

#include "ui/views/announce.h"
#include "ui/views/icons.h"
#include "ui_policyview.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>

namespace countersign {

PolicyView::PolicyView(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::PolicyView>())
{
    m_ui->setupUi(this);
    m_ui->policyEdit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_ui->copyButton->setIcon(themedIcon(QStringLiteral("edit-copy"), QStringLiteral("edit-copy")));
    m_ui->copiedLabel->setQuiet(true);
    connect(m_ui->copyButton, &QPushButton::clicked, this, &PolicyView::copy);
}

PolicyView::~PolicyView() = default;

void PolicyView::setPolicy(const QString &words, const QString &policy)
{
    setVisible(!policy.isEmpty());
    m_ui->wordsLabel->setText(words);
    if (policy != this->policy()) {
        m_ui->policyEdit->setPlainText(policy);
        m_ui->copiedLabel->clear();
    }
}

QString PolicyView::policy() const
{
    return m_ui->policyEdit->toPlainText();
}

void PolicyView::copy()
{
    QGuiApplication::clipboard()->setText(policy());
    m_ui->copiedLabel->setText(tr("Copied."));
    announce(m_ui->copiedLabel, m_ui->copiedLabel->text());
}

} // namespace countersign
