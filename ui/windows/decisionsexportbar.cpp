// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/decisionsexportbar.h"

#include "app/domain/displaytext.h"
#include "ui/views/announce.h"
#include "ui/views/tooltips.h"
#include "ui_decisionsexportbar.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>

namespace countersign {

DecisionsExportBar::DecisionsExportBar(DecisionLog &log, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::DecisionsExportBar>())
    , m_log(log)
{
    m_ui->setupUi(this);
    m_ui->chainLabel->setQuiet(true);
    m_ui->answerLabel->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setToolTipWords(m_ui->copyHeadButton,
                    tr("Kept elsewhere, this value lets you tell later whether a record was "
                       "changed, left out or put in."));
    connect(m_ui->copyHeadButton, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(QString::fromLatin1(m_log.head()));
        answer(tr("The end of the chain was copied."));
    });
    connect(m_ui->jsonButton, &QPushButton::clicked, this,
            [this] { chooseFile(DecisionFormat::JsonLines); });
    connect(m_ui->csvButton, &QPushButton::clicked, this,
            [this] { chooseFile(DecisionFormat::Csv); });
    connect(m_ui->allCheck, &QCheckBox::toggled, this, &DecisionsExportBar::update);
    update();
}

DecisionsExportBar::~DecisionsExportBar() = default;

bool DecisionsExportBar::isAllWanted() const
{
    return m_ui->allCheck->isEnabled() && m_ui->allCheck->isChecked();
}

void DecisionsExportBar::update()
{
    const QString head = QString::fromLatin1(m_log.head());
    m_ui->chainLabel->setText(
        head.isEmpty() ? tr("The journal is empty: its chain has not begun.")
                       //: %1 and %2 are the first and the last digits of a long number
                       : tr("The records are a chain, so that a change shows. Its end is %1…%2.")
                             .arg(head.left(8), head.right(8)));
    m_ui->copyHeadButton->setEnabled(!head.isEmpty());
    m_ui->allCheck->setEnabled(m_log.exportCount(false) < m_log.exportCount(true));
    const bool hasAny = !m_saving && !m_log.isReading() && m_log.exportCount(isAllWanted()) > 0;
    m_ui->jsonButton->setEnabled(hasAny);
    m_ui->csvButton->setEnabled(hasAny);
}

void DecisionsExportBar::answer(const QString &words)
{
    m_ui->answerLabel->setText(words);
    announce(m_ui->answerLabel, words);
}

void DecisionsExportBar::chooseFile(DecisionFormat format)
{
    const bool isCsv = format == DecisionFormat::Csv;
    const QString suffix = isCsv ? QStringLiteral("csv") : QStringLiteral("jsonl");
    auto *dialog =
        new QFileDialog(this, tr("Save the decisions"), QDir::homePath(),
                        isCsv ? tr("Comma-separated values (*.csv)") : tr("JSON lines (*.jsonl)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(QString(QStringLiteral("countersign-decisions.") + suffix));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, format](const QString &path) { saveAs(path, format); });
    dialog->QDialog::open();
}

void DecisionsExportBar::saveAs(const QString &path, DecisionFormat format)
{
    if (m_saving)
        return;
    m_saving = m_log.newExport(path, format, isAllWanted());
    connect(m_saving.get(), &DecisionExport::finished, this, [this, path] { endSaving(path); });
    answer(tr("Saving the decisions…"));
    update();
    m_saving->start();
}

void DecisionsExportBar::endSaving(const QString &path)
{
    // It is what calls.
    DecisionExport *ended = m_saving.release();
    ended->deleteLater();
    if (ended->problem().isEmpty())
        //: %1 is the path of a file
        answer(tr("%n decision(s) were saved as %1.", nullptr, ended->count()).arg(safeLine(path)));
    else
        //: %1 is the path of a file, %2 the system's words
        answer(tr("Nothing was saved as %1: %2.").arg(safeLine(path), safeLine(ended->problem())));
    update();
}

} // namespace countersign
