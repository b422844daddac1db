// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/aboutdialog.h"

#include "generated/version.h"
#include "ui/views/announce.h"
#include "ui/views/icons.h"
#include "ui/views/safelabel.h"
#include "ui/windows/tables.h"
#include "ui/windows/versiondetails.h"

#include <QClipboard>
#include <QFile>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QStandardItemModel>
#include <QTabWidget>
#include <QTreeView>
#include <QVBoxLayout>

static void initialiseLicence()
{
    Q_INIT_RESOURCE(icons);
}

namespace countersign {

namespace {

//! The longest line of the licence with what stands around it, in characters.
constexpr int licenceColumns = 90;

QPlainTextEdit *newText(const QString &text, const QString &accessibleName)
{
    auto *edit = new QPlainTextEdit(text);
    edit->setReadOnly(true);
    edit->setTabChangesFocus(true);
    edit->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    edit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    edit->setAccessibleName(accessibleName);
    return edit;
}

} // namespace

AboutDialog::AboutDialog(QWidget *parent, const QString &keychain)
    : QDialog(parent)
{
    setWindowTitle(tr("About Countersign"));
    setWindowModality(Qt::WindowModal);
    auto *tabs = new QTabWidget(this);
    tabs->setObjectName(QStringLiteral("aboutTabs"));
    tabs->addTab(newWords(), tr("&About"));
    tabs->addTab(newLibraries(), tr("Li&braries"));
    tabs->addTab(newLicence(), tr("&Licence"));
    tabs->addTab(newDetails(versionDetails(keychain)), tr("&Version details"));
    auto *close = new QPushButton(tr("Close"), this);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(10);
    column->addWidget(newHead());
    column->addWidget(tabs, 1);
    column->addWidget(close, 0, Qt::AlignTrailing);
    const QFontMetrics fixed(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    const QSize wanted(fixed.horizontalAdvance(QLatin1Char('x')) * licenceColumns,
                       fontMetrics().height() * 26);
    resize(wanted.boundedTo(screen()->availableSize() - QSize(40, 60)));
    close->setFocus(Qt::OtherFocusReason);
}

QWidget *AboutDialog::newHead()
{
    auto *head = new QWidget(this);
    auto *picture = new QLabel(head);
    picture->setTextFormat(Qt::PlainText);
    picture->setPixmap(programIcon().pixmap(QSize(48, 48), devicePixelRatioF()));
    picture->setAccessibleName(tr("Icon of the program"));
    auto *name = new SafeLabel(head);
    name->setWeight(true, 1.3);
    //: %1 is a version number
    name->setText(tr("Countersign %1").arg(QString::fromLatin1(programVersion)));
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(picture);
    row->addWidget(name, 1);
    return head;
}

QWidget *AboutDialog::newWords()
{
    auto *words = new SafeLabel(SafeLabel::Use::Copyable, this);
    words->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    words->setMargin(12);
    words->setText(
        tr("A desktop console in which people decide what a paused automation of "
           "CloudOps Orchestration Service does next.\n\n"
           "Licence: GNU General Public License, version 3 or later. There is no "
           "warranty.\n\n"
           "It has been tried with its own sandbox and the vendor's client libraries, not "
           "with the live service."));
    return words;
}

QWidget *AboutDialog::newLibraries()
{
    const std::vector<QStringList> libraries = {
        {QStringLiteral("Qt %1").arg(QLatin1String(qVersion())), QStringLiteral("LGPL-3.0"),
         tr("Windows, network, D-Bus, pictures, printing")},
        {QStringLiteral("Qt HTTP Server"), QStringLiteral("GPL-3.0"), tr("The sandbox's service")},
        {QStringLiteral("QScintilla"), QStringLiteral("GPL-3.0"), tr("Text of templates")},
        {QStringLiteral("QtKeychain"), QStringLiteral("BSD-2-Clause"), tr("Access to keychains")},
        {QStringLiteral("libsecret"), QStringLiteral("LGPL-2.1-or-later"),
         tr("The Secret Service, for QtKeychain")},
        {QStringLiteral("libyaml"), QStringLiteral("MIT"), tr("Reading templates")},
        {QStringLiteral("OpenSSL"), QStringLiteral("Apache-2.0"), tr("Encryption, for Qt")},
        {QStringLiteral("jq"), QStringLiteral("MIT"), tr("Selectors in the sandbox")},
    };
    auto *model = new QStandardItemModel(0, 3, this);
    model->setHorizontalHeaderLabels({tr("Library"), tr("Licence"), tr("What it is used for")});
    for (const QStringList &library : libraries) {
        QList<QStandardItem *> row;
        for (const QString &text : library) {
            row += new QStandardItem(text);
            row.constLast()->setEditable(false);
        }
        model->appendRow(row);
    }
    QTreeView *list = newTree(model, tr("Libraries"), this);
    list->setObjectName(QStringLiteral("libraryList"));
    list->setCurrentIndex(model->index(0, 0));
    return list;
}

QWidget *AboutDialog::newLicence()
{
    initialiseLicence();
    QFile file(QStringLiteral(":/licence/LICENSE"));
    const QString text =
        file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    QPlainTextEdit *edit = newText(text, tr("Text of the licence"));
    edit->setObjectName(QStringLiteral("licenceText"));
    return edit;
}

QWidget *AboutDialog::newDetails(const QString &details)
{
    auto *page = new QWidget(this);
    QPlainTextEdit *text = newText(details, tr("Version details"));
    text->setObjectName(QStringLiteral("detailsText"));
    auto *copy = new QPushButton(tr("&Copy version details"), page);
    copy->setObjectName(QStringLiteral("copyButton"));
    copy->setAutoDefault(false);
    auto *copied = new SafeLabel(page);
    copied->setQuiet(true);
    connect(copy, &QPushButton::clicked, this, [text, copied] {
        QGuiApplication::clipboard()->setText(text->toPlainText());
        copied->setText(tr("Copied, just as it stands here."));
        announce(copied, copied->text());
    });
    auto *column = new QVBoxLayout(page);
    column->addWidget(text, 1);
    auto *row = new QHBoxLayout;
    row->addWidget(copy);
    row->addWidget(copied, 1);
    column->addLayout(row);
    return page;
}

} // namespace countersign
