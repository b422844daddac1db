// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/shortcutsdialog.h"

#include "app/domain/displaytext.h"
#include "ui/views/announce.h"
#include "ui/views/safelabel.h"
#include "ui/windows/tables.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QSaveFile>
#include <QScreen>
#include <QStandardItemModel>
#include <QTextDocument>
#include <QTreeView>
#include <QVBoxLayout>

namespace countersign {

ShortcutsDialog::ShortcutsDialog(std::vector<ShortcutLine> lines, QWidget *parent)
    : QDialog(parent)
    , m_lines(std::move(lines))
    , m_outcome(new SafeLabel(this))
{
    setWindowTitle(tr("Commands and keys"));
    setWindowModality(Qt::WindowModal);
    QTreeView *list = newList();
    m_outcome->setObjectName(QStringLiteral("outcomeLabel"));
    m_outcome->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(10, 10, 10, 10);
    column->addWidget(list, 1);
    column->addWidget(m_outcome);
    column->addWidget(newButtons());
    const QSize room = screen()->availableSize() - QSize(40, 60);
    resize(
        QSize(fontMetrics().averageCharWidth() * 110, fontMetrics().height() * 30).boundedTo(room));
}

ShortcutsDialog::~ShortcutsDialog() = default;

QTreeView *ShortcutsDialog::newList()
{
    auto *model = new QStandardItemModel(0, 3, this);
    model->setHorizontalHeaderLabels({tr("Command"), tr("Keys"), tr("What it does")});
    for (const ShortcutLine &line : m_lines) {
        QList<QStandardItem *> row;
        for (const QString &text : {line.command, line.keys, line.purpose}) {
            row += new QStandardItem(text);
            row.constLast()->setEditable(false);
        }
        model->appendRow(row);
    }
    QTreeView *list = newTree(model, tr("Commands and their keys"), this);
    list->setObjectName(QStringLiteral("shortcutList"));
    list->setCurrentIndex(model->index(0, 0));
    return list;
}

QWidget *ShortcutsDialog::newButtons()
{
    auto *foot = new QWidget(this);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const QString &text, const QString &name, const auto &verb) {
        auto *button = new QPushButton(text, foot);
        button->setObjectName(name);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, verb);
        row->addWidget(button);
    };
    add(tr("&Print…"), QStringLiteral("printButton"), [this] { choosePrinter(); });
    add(tr("&Save as text…"), QStringLiteral("saveButton"), [this] { chooseFile(); });
    row->addStretch(1);
    add(tr("Close"), QStringLiteral("closeButton"), [this] { reject(); });
    return foot;
}

void ShortcutsDialog::choosePrinter()
{
    m_printer = std::make_unique<QPrinter>(QPrinter::HighResolution);
    auto *dialog = new QPrintDialog(m_printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), this,
            [this](QPrinter *printer) { shortcutDocument(m_lines)->print(printer); });
    dialog->QDialog::open();
}

void ShortcutsDialog::chooseFile()
{
    auto *dialog =
        new QFileDialog(this, tr("Save commands and keys"), QDir::homePath(), tr("Text (*.txt)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("txt"));
    dialog->selectFile(QStringLiteral("countersign-keys.txt"));
    connect(dialog, &QFileDialog::fileSelected, this, &ShortcutsDialog::saveAs);
    dialog->QDialog::open();
}

void ShortcutsDialog::saveAs(const QString &path)
{
    const QByteArray text = shortcutText(m_lines).toUtf8();
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
        //: %1 is the path of a file
        say(tr("Saved as %1.").arg(safeLine(path)));
    else
        //: %1 is the path of a file, %2 the system's words
        say(tr("Nothing was saved as %1: %2.").arg(safeLine(path), safeLine(file.errorString())));
}

void ShortcutsDialog::say(const QString &words)
{
    m_outcome->setText(words);
    m_outcome->show();
    announce(m_outcome, words);
}

} // namespace countersign
