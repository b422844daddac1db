// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/networkpage.h"

#include "app/viewmodels/networkviewmodel.h"
#include "ui/dialogs/hints.h"
#include "ui_networkpage.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

namespace countersign {

NetworkPage::NetworkPage(NetworkViewModel &network, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::NetworkPage>())
    , m_network(network)
{
    m_ui->setupUi(this);
    m_ui->fileEdit->setPlaceholderText(tr("the system's list alone"));
    connectProxy();
    connectPassword();
    connectAuthorities();
    connectTest();
    connect(&network, &NetworkViewModel::changed, this, &NetworkPage::update);
    update();
}

NetworkPage::~NetworkPage() = default;

void NetworkPage::connectProxy()
{
    // The entries stand in the order of modes and kinds.
    connect(m_ui->proxyCombo, &QComboBox::activated, this, [this](int index) {
        NetworkChoice choice = m_network.choice();
        choice.mode = static_cast<ProxyMode>(index);
        m_network.setChoice(choice);
    });
    connect(m_ui->kindCombo, &QComboBox::activated, this, [this](int index) {
        NetworkChoice choice = m_network.choice();
        choice.kind = static_cast<ProxyKind>(index);
        m_network.setChoice(choice);
    });
    connect(m_ui->hostEdit, &QLineEdit::editingFinished, this, [this] {
        NetworkChoice choice = m_network.choice();
        choice.host = m_ui->hostEdit->text().trimmed();
        m_network.setChoice(choice);
    });
    connect(m_ui->portSpin, &QSpinBox::valueChanged, this, [this](int port) {
        NetworkChoice choice = m_network.choice();
        choice.port = static_cast<quint16>(port);
        m_network.setChoice(choice);
    });
    connect(m_ui->userEdit, &QLineEdit::editingFinished, this, [this] {
        NetworkChoice choice = m_network.choice();
        choice.user = m_ui->userEdit->text().trimmed();
        m_network.setChoice(choice);
    });
}

void NetworkPage::connectPassword()
{
    connect(m_ui->passwordEdit, &SecretEdit::edited, this, &NetworkPage::updatePassword);
    connect(m_ui->passwordEdit, &SecretEdit::returnPressed, m_ui->usePasswordButton,
            &QPushButton::click);
    connect(m_ui->usePasswordButton, &QPushButton::clicked, this, [this] {
        m_ui->passwordEdit->hold();
        m_network.enterPassword(m_ui->passwordEdit->held(), m_ui->keepCheck->isChecked());
        m_ui->passwordEdit->forget();
        m_ui->passwordEdit->setFocus(Qt::OtherFocusReason);
        updatePassword();
    });
    connect(m_ui->forgetPasswordButton, &QPushButton::clicked, this, [this] {
        m_ui->passwordEdit->forget();
        m_ui->passwordEdit->setFocus(Qt::OtherFocusReason);
        m_network.forgetPassword();
    });
}

void NetworkPage::connectAuthorities()
{
    connect(m_ui->fileEdit, &QLineEdit::editingFinished, this, [this] {
        NetworkChoice choice = m_network.choice();
        const QString path = m_ui->fileEdit->text().trimmed();
        // A name without a folder would mean another file with every start.
        choice.companyCaFile = path.isEmpty() ? path : QDir::home().absoluteFilePath(path);
        m_network.setChoice(choice);
    });
    connect(m_ui->chooseButton, &QPushButton::clicked, this, &NetworkPage::chooseFile);
}

void NetworkPage::chooseFile()
{
    const QString before = m_network.choice().companyCaFile;
    auto *dialog =
        new QFileDialog(this, tr("Choose the company's CA file"),
                        before.isEmpty() ? QDir::homePath() : QFileInfo(before).absolutePath(),
                        tr("Certificates (*.pem *.crt *.cer);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        NetworkChoice choice = m_network.choice();
        choice.companyCaFile = path;
        m_network.setChoice(choice);
    });
    dialog->open();
}

void NetworkPage::connectTest()
{
    connect(m_ui->testButton, &QPushButton::clicked, this, [this] {
        const auto profiles = m_network.profiles();
        const auto row = static_cast<std::size_t>(m_ui->profileCombo->currentIndex());
        if (row < profiles.size())
            m_network.test(profiles[row].id);
    });
}

void NetworkPage::update()
{
    updateProxy();
    updatePassword();
    updateAuthorities();
    updateTest();
}

void NetworkPage::updateProxy()
{
    const NetworkChoice choice = m_network.choice();
    const bool isManual = choice.mode == ProxyMode::Manual;
    m_ui->proxyCombo->setCurrentIndex(static_cast<int>(choice.mode));
    m_ui->kindCombo->setCurrentIndex(static_cast<int>(choice.kind));
    // What is being typed is not taken away by news from elsewhere.
    if (!m_ui->hostEdit->hasFocus() || !m_ui->hostEdit->isModified())
        m_ui->hostEdit->setText(choice.host);
    m_ui->portSpin->setValue(choice.port);
    if (!m_ui->userEdit->hasFocus() || !m_ui->userEdit->isModified())
        m_ui->userEdit->setText(choice.user);
    for (QWidget *control : std::initializer_list<QWidget *>{
             m_ui->kindLabel, m_ui->kindCombo, m_ui->hostLabel, m_ui->hostEdit, m_ui->portLabel,
             m_ui->portSpin, m_ui->userLabel, m_ui->userEdit})
        control->setEnabled(isManual);
    showHint(m_ui->proxyHint, m_ui->proxyCombo, m_network.problemText());
}

void NetworkPage::updatePassword()
{
    const bool takesPassword = m_network.takesPassword();
    for (QWidget *control : std::initializer_list<QWidget *>{
             m_ui->passwordLabel, m_ui->passwordEdit, m_ui->keepCheck, m_ui->passwordHint})
        control->setEnabled(takesPassword);
    m_ui->usePasswordButton->setEnabled(takesPassword && !m_ui->passwordEdit->isEmpty());
    m_ui->forgetPasswordButton->setEnabled(m_network.canForgetPassword());
    const QString problem = m_network.passwordProblemText();
    QString words = problem.isEmpty() ? m_network.passwordText() : problem;
    // All else on this page takes effect by itself.
    if (!m_ui->passwordEdit->isEmpty())
        words = tr("The password that is typed is not used yet: Enter takes it.");
    showHint(m_ui->passwordHint, m_ui->passwordEdit, words);
}

void NetworkPage::updateAuthorities()
{
    if (!m_ui->fileEdit->hasFocus() || !m_ui->fileEdit->isModified())
        m_ui->fileEdit->setText(m_network.choice().companyCaFile);
    const QString problem = m_network.authorityProblemText();
    QStringList lines = m_network.authorityLines();
    if (!problem.isEmpty())
        lines.prepend(problem);
    showHint(m_ui->fileHint, m_ui->fileEdit, lines.join(u'\n'));
}

void NetworkPage::updateTest()
{
    const auto profiles = m_network.profiles();
    const QString chosen = m_ui->profileCombo->currentText();
    m_ui->profileCombo->clear();
    for (const NetworkViewModel::Tried &profile : profiles)
        m_ui->profileCombo->addItem(profile.alias);
    m_ui->profileCombo->setCurrentIndex(
        std::max(0, m_ui->profileCombo->findText(chosen, Qt::MatchExactly)));
    const bool hasProfiles = !profiles.empty();
    m_ui->profileCombo->setEnabled(hasProfiles);
    m_ui->testButton->setEnabled(hasProfiles && !m_network.isTesting());
    const auto lines = m_network.testLines();
    if (lines.empty())
        m_ui->checkView->clear(hasProfiles ? tr("Nothing was tried yet.")
                                           : tr("There is no profile whose way could be tried."));
    else
        m_ui->checkView->showLines(lines, m_network.isTesting(), {});
}

} // namespace countersign
