// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/aboutdialog.h"

#include "generated/version.h"
#include "ui/views/icons.h"
#include "ui/views/safelabel.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QPushButton>

namespace countersign {

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("About Countersign"));
    setWindowModality(Qt::WindowModal);
    auto *picture = new QLabel(this);
    picture->setTextFormat(Qt::PlainText);
    picture->setPixmap(programIcon().pixmap(QSize(64, 64), devicePixelRatioF()));
    picture->setAccessibleName(tr("Icon of the program"));
    auto *name = new SafeLabel(this);
    name->setWeight(true, 1.3);
    //: %1 is a version number
    name->setText(tr("Countersign %1").arg(QString::fromLatin1(programVersion)));
    auto *words = new SafeLabel(SafeLabel::Use::Copyable, this);
    words->setText(
        tr("A desktop console in which people decide what a paused automation of "
           "CloudOps Orchestration Service does next.\n\n"
           "Licence: GNU General Public License, version 3 or later. There is no "
           "warranty.\n\n"
           "It has been tried with its own sandbox and the vendor's client libraries, not "
           "with the live service."));
    words->setMinimumWidth(fontMetrics().averageCharWidth() * 60);
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(20, 18, 20, 14);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(10);
    grid->addWidget(picture, 0, 0, 2, 1, Qt::AlignTop);
    grid->addWidget(name, 0, 1);
    grid->addWidget(words, 1, 1);
    grid->addWidget(buttons, 2, 0, 1, 2);
    grid->setColumnStretch(1, 1);
}

} // namespace countersign
