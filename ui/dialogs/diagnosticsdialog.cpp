// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/diagnosticsdialog.h"

#include "ui/views/announce.h"
#include "ui/views/icons.h"
#include "ui_diagnosticsdialog.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QScreen>

namespace countersign {

DiagnosticsDialog::DiagnosticsDialog(const QString &text, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::DiagnosticsDialog>())
{
    m_ui->setupUi(this);
    setWindowModality(Qt::WindowModal);
    m_ui->wordsLabel->setText(
        tr("This helps whoever looks into a problem. It names no account, key, path or text of a "
           "run. Exactly what stands here is copied."));
    m_ui->textEdit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_ui->textEdit->setPlainText(text);
    m_ui->copyButton->setIcon(themedIcon(QStringLiteral("edit-copy"), QStringLiteral("edit-copy")));
    m_ui->copiedLabel->setQuiet(true);
    connect(m_ui->copyButton, &QPushButton::clicked, this, &DiagnosticsDialog::copy);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::reject);
    const QSize room = screen()->availableSize() - QSize(40, 60);
    resize(
        QSize(fontMetrics().averageCharWidth() * 120, fontMetrics().height() * 28).boundedTo(room));
    m_ui->textEdit->setFocus();
}

DiagnosticsDialog::~DiagnosticsDialog() = default;

void DiagnosticsDialog::copy()
{
    QGuiApplication::clipboard()->setText(m_ui->textEdit->toPlainText());
    m_ui->copiedLabel->setText(tr("Copied, just as it stands here."));
    announce(m_ui->copiedLabel, m_ui->copiedLabel->text());
}

} // namespace countersign
