// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/connectionform.h"

#include "ui/dialogs/hints.h"
#include "ui_connectionform.h"

namespace countersign {

namespace {

//! Something that no profile takes for an address, nor for the absence of one.
QUrl noAddress()
{
    QUrl url;
    url.setScheme(QStringLiteral("invalid"));
    return url;
}

QUrl addressOf(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return text.isEmpty() || url.isValid() ? url : noAddress();
}

} // namespace

ConnectionForm::ConnectionForm(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ConnectionForm>())
{
    m_ui->setupUi(this);
    m_ui->vpcLabel->setQuiet(true);
    m_ui->schemeCombo->addItem(QStringLiteral("ACS3-HMAC-SHA256"),
                               static_cast<int>(SignatureScheme::V3));
    m_ui->schemeCombo->addItem(QStringLiteral("HMAC-SHA1"), static_cast<int>(SignatureScheme::V1));
    connect(m_ui->endpointCombo, &QComboBox::currentIndexChanged, this,
            &ConnectionForm::updateAddress);
    for (QComboBox *combo : {m_ui->endpointCombo, m_ui->schemeCombo})
        connect(combo, &QComboBox::currentIndexChanged, this, &ConnectionForm::edited);
    for (QLineEdit *edit : {m_ui->addressEdit, m_ui->stsEdit})
        connect(edit, &QLineEdit::textChanged, this, &ConnectionForm::onEndpointEdited);
    connect(m_ui->endpointCombo, &QComboBox::currentIndexChanged, this,
            &ConnectionForm::updateAgreement);
    connect(m_ui->privateCheck, &QCheckBox::toggled, this, &ConnectionForm::edited);
}

ConnectionForm::~ConnectionForm() = default;

void ConnectionForm::setProfile(const Profile &profile, bool isSandboxWorld)
{
    const bool isOwn = isSandboxWorld || !profile.endpoint.isEmpty();
    m_isOwnInVpc = isOwn && profile.usesVpc;
    m_ui->endpointCombo->clear();
    if (!isSandboxWorld) {
        m_ui->endpointCombo->addItem(tr("Public endpoint of the region"),
                                     static_cast<int>(Road::Public));
        m_ui->endpointCombo->addItem(tr("VPC endpoint of the region"), static_cast<int>(Road::Vpc));
    }
    m_ui->endpointCombo->addItem(tr("Own address"), static_cast<int>(Road::Own));
    m_ui->endpointCombo->setEnabled(!isSandboxWorld);
    const Road chosen = isOwn ? Road::Own : profile.usesVpc ? Road::Vpc : Road::Public;
    m_ui->endpointCombo->setCurrentIndex(m_ui->endpointCombo->findData(static_cast<int>(chosen)));
    m_ui->addressEdit->setText(profile.endpoint.toString(QUrl::FullyEncoded));
    m_ui->stsEdit->setText(profile.stsEndpoint.toString(QUrl::FullyEncoded));
    m_ui->privateCheck->setChecked(profile.allowsPrivateEndpoint);
    m_isSandboxWorld = isSandboxWorld;
    setScheme(profile.scheme);
    updateAddress();
    updateAgreement();
}

void ConnectionForm::writeTo(Profile &profile) const
{
    const QString own = m_ui->addressEdit->text().trimmed();
    profile.endpoint = QUrl();
    if (road() == Road::Own)
        profile.endpoint = own.isEmpty() ? noAddress() : addressOf(own);
    profile.usesVpc = road() == Road::Vpc || (road() == Road::Own && m_isOwnInVpc);
    profile.stsEndpoint = addressOf(m_ui->stsEdit->text().trimmed());
    // An agreement is to a host that is there; without one there is nothing to agree to.
    profile.allowsPrivateEndpoint =
        m_ui->privateCheck->isChecked() && !ProfilesViewModel::privateHosts(profile).isEmpty();
    profile.scheme = scheme();
}

ConnectionForm::Road ConnectionForm::road() const
{
    return static_cast<Road>(m_ui->endpointCombo->currentData().toInt());
}

void ConnectionForm::setScheme(SignatureScheme scheme)
{
    m_ui->schemeCombo->setCurrentIndex(m_ui->schemeCombo->findData(static_cast<int>(scheme)));
}

SignatureScheme ConnectionForm::scheme() const
{
    return static_cast<SignatureScheme>(m_ui->schemeCombo->currentData().toInt());
}

// What was agreed to was another host.
void ConnectionForm::onEndpointEdited()
{
    m_ui->privateCheck->setChecked(false);
    updateAgreement();
    Q_EMIT edited();
}

void ConnectionForm::updateAgreement()
{
    Profile profile;
    profile.environment.isSandbox = m_isSandboxWorld;
    writeTo(profile);
    const QString words = ProfilesViewModel::privateEndpointText(profile);
    showHint(m_ui->privateLabel, m_ui->privateCheck, words);
    m_ui->privateCheck->setVisible(!words.isEmpty());
}

void ConnectionForm::updateAddress()
{
    m_ui->addressEdit->setEnabled(road() == Road::Own);
    m_ui->vpcLabel->setVisible(road() == Road::Vpc);
    m_ui->stsEdit->setPlaceholderText(road() == Road::Vpc ? tr("the region's VPC endpoint")
                                                          : tr("the public endpoint"));
}

} // namespace countersign
