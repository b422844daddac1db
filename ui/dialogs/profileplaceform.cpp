// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/profileplaceform.h"

#include "ui/dialogs/hints.h"
#include "ui_profileplaceform.h"

#include <QFileDialog>
#include <QFontDatabase>
#include <QSignalBlocker>

namespace countersign {

//! What belongs together, and the kinds that have it.
struct ProfilePlaceForm::Row
{
    QLabel *label;
    QWidget *field;
    SafeLabel *hint;
    SourceField part;
    std::vector<KeyKind> kinds;
    QWidget *button = nullptr;
};

ProfilePlaceForm::ProfilePlaceForm(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ProfilePlaceForm>())
{
    m_ui->setupUi(this);
    m_ui->commandEdit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_ui->commandEdit->setPlaceholderText(QStringLiteral("/usr/local/bin/my-keys --json"));
    m_ui->serviceEdit->setPlaceholderText(QStringLiteral("http://127.0.0.1:8080/keys"));
    connectParts();
    setKind(m_kind);
}

ProfilePlaceForm::~ProfilePlaceForm() = default;

std::vector<ProfilePlaceForm::Row> ProfilePlaceForm::rows() const
{
    const std::vector<KeyKind> cli{KeyKind::CloudSso, KeyKind::OAuth};
    return {
        {m_ui->otherLabel,
         m_ui->otherCombo,
         m_ui->otherHint,
         SourceField::OtherProfile,
         {KeyKind::OtherProfile}},
        {m_ui->providerLabel,
         m_ui->providerEdit,
         m_ui->providerHint,
         SourceField::OidcProvider,
         {KeyKind::Oidc}},
        {m_ui->tokenFileLabel,
         m_ui->tokenFileEdit,
         m_ui->tokenFileHint,
         SourceField::TokenFile,
         {KeyKind::Oidc},
         m_ui->tokenFileButton},
        {m_ui->ecsRoleLabel,
         m_ui->ecsRoleEdit,
         m_ui->ecsRoleHint,
         SourceField::None,
         {KeyKind::EcsRole}},
        {m_ui->serviceLabel,
         m_ui->serviceEdit,
         m_ui->serviceHint,
         SourceField::ServiceUrl,
         {KeyKind::LocalService}},
        {m_ui->commandLabel,
         m_ui->commandEdit,
         m_ui->commandHint,
         SourceField::Command,
         {KeyKind::Program}},
        {m_ui->cliFileLabel, m_ui->cliFileEdit, m_ui->cliFileHint, SourceField::CliFile, cli,
         m_ui->cliFileButton},
        {m_ui->cliProfileLabel, m_ui->cliProfileEdit, m_ui->cliProfileHint, SourceField::CliProfile,
         cli},
    };
}

void ProfilePlaceForm::connectParts()
{
    // textEdited would not tell what assistive technology has written.
    for (QLineEdit *edit :
         {m_ui->providerEdit, m_ui->tokenFileEdit, m_ui->ecsRoleEdit, m_ui->serviceEdit,
          m_ui->commandEdit, m_ui->cliFileEdit, m_ui->cliProfileEdit})
        connect(edit, &QLineEdit::textChanged, this, &ProfilePlaceForm::edited);
    connect(m_ui->otherCombo, &QComboBox::currentIndexChanged, this, &ProfilePlaceForm::edited);
    connect(m_ui->tokenFileButton, &QPushButton::clicked, this,
            [this] { browse(m_ui->tokenFileEdit); });
    connect(m_ui->cliFileButton, &QPushButton::clicked, this,
            [this] { browse(m_ui->cliFileEdit); });
}

void ProfilePlaceForm::browse(QLineEdit *edit)
{
    auto *dialog = new QFileDialog(this, tr("Choose a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    // The CLI's folder is a hidden one.
    dialog->setFilter(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden);
    const QFileInfo current(edit->text());
    if (current.isAbsolute())
        dialog->setDirectory(current.absolutePath());
    connect(dialog, &QFileDialog::fileSelected, edit, &QLineEdit::setText);
    dialog->open();
}

void ProfilePlaceForm::fillOthers(const ProfileId &chosen,
                                  const std::vector<ProfileChoice> &choices)
{
    m_ui->otherCombo->clear();
    m_ui->otherCombo->addItem(tr("Choose a profile"), QString());
    for (const ProfileChoice &choice : choices)
        m_ui->otherCombo->addItem(choice.words, choice.id.text());
    int index = m_ui->otherCombo->findData(chosen.text());
    if (index < 0) {
        m_ui->otherCombo->addItem(tr("A profile that is no longer there"), chosen.text());
        index = m_ui->otherCombo->count() - 1;
    }
    m_ui->otherCombo->setCurrentIndex(index);
}

void ProfilePlaceForm::setSource(const KeySource &source, const std::vector<ProfileChoice> &choices,
                                 const QString &cliFile)
{
    const QSignalBlocker quiet(this);
    fillOthers(source.otherProfile, choices);
    m_ui->providerEdit->setText(source.oidcProviderArn);
    m_ui->tokenFileEdit->setText(source.oidcTokenFile);
    m_ui->ecsRoleEdit->setText(source.ecsRoleName);
    m_shownUrl = source.serviceUrl;
    m_ui->serviceEdit->setText(source.serviceUrl.toString(QUrl::FullyEncoded));
    m_ui->commandEdit->setText(source.command);
    m_ui->cliFileEdit->setText(source.cliFile.isEmpty() ? cliFile : source.cliFile);
    m_ui->cliProfileEdit->setText(source.cliProfile);
    for (const Row &row : rows()) {
        if (auto *edit = qobject_cast<QLineEdit *>(row.field))
            edit->setCursorPosition(0);
    }
    setKind(source.kind);
}

void ProfilePlaceForm::setKind(KeyKind kind)
{
    m_kind = kind;
    bool hasAny = false;
    for (const Row &row : rows()) {
        const bool isShown = std::find(row.kinds.begin(), row.kinds.end(), kind) != row.kinds.end();
        hasAny = hasAny || isShown;
        row.label->setVisible(isShown);
        row.field->setVisible(isShown);
        if (row.button != nullptr)
            row.button->setVisible(isShown);
        row.hint->setVisible(isShown && !row.hint->text().isEmpty());
    }
    setVisible(hasAny);
}

void ProfilePlaceForm::writeTo(KeySource &source) const
{
    switch (m_kind) {
    case KeyKind::Entered:
    case KeyKind::Environment:
        break;
    case KeyKind::OtherProfile:
        source.otherProfile = ProfileId(m_ui->otherCombo->currentData().toString());
        break;
    case KeyKind::Oidc:
        source.oidcProviderArn = m_ui->providerEdit->text().trimmed();
        source.oidcTokenFile = m_ui->tokenFileEdit->text().trimmed();
        break;
    case KeyKind::EcsRole:
        source.ecsRoleName = m_ui->ecsRoleEdit->text().trimmed();
        break;
    case KeyKind::LocalService: {
        const QString typed = m_ui->serviceEdit->text().trimmed();
        source.serviceUrl = typed == m_shownUrl.toString(QUrl::FullyEncoded)
                                ? m_shownUrl
                                : QUrl(typed, QUrl::StrictMode);
        break;
    }
    case KeyKind::Program:
        source.command = m_ui->commandEdit->text();
        break;
    case KeyKind::CloudSso:
    case KeyKind::OAuth:
        source.cliFile = m_ui->cliFileEdit->text().trimmed();
        source.cliProfile = m_ui->cliProfileEdit->text();
        break;
    }
}

void ProfilePlaceForm::showFinding(const SourceFinding &finding)
{
    for (const Row &row : rows()) {
        const bool isHere = row.part != SourceField::None && row.part == finding.field;
        showHint(row.hint, row.field, isHere && !row.field->isHidden() ? finding.text : QString());
    }
}

} // namespace countersign
