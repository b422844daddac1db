// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/profileform.h"

#include "ui/dialogs/profilelist.h"
#include "ui/views/announce.h"
#include "ui_profileform.h"

#include <QSignalBlocker>

namespace countersign {

ProfileForm::ProfileForm(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ProfileForm>())
{
    m_ui->setupUi(this);
    m_ui->keyHeading->setWeight(true);
    m_ui->regionsHeading->setWeight(true);
    m_ui->keychainLabel->setQuiet(true);
    connectParts();
}

ProfileForm::~ProfileForm() = default;

void ProfileForm::connectParts()
{
    // textEdited would not tell what assistive technology has written.
    connect(m_ui->nameEdit, &QLineEdit::textChanged, this, &ProfileForm::edited);
    connect(m_ui->keepTick, &QCheckBox::toggled, this, &ProfileForm::edited);
    connect(m_ui->dropTick, &QCheckBox::toggled, this, &ProfileForm::edited);
    connect(m_ui->lookForm, &LookForm::edited, this, &ProfileForm::edited);
    connect(m_ui->keyIdEdit, &QLineEdit::textChanged, this, &ProfileForm::onTestedPartEdited);
    connect(m_ui->secretEdit, &SecretEdit::edited, this, &ProfileForm::onTestedPartEdited);
    connect(m_ui->tokenEdit, &SecretEdit::edited, this, &ProfileForm::onTestedPartEdited);
    connect(m_ui->regionPicker, &RegionPicker::edited, this, &ProfileForm::onTestedPartEdited);
    connect(m_ui->connectionForm, &ConnectionForm::edited, this, &ProfileForm::onTestedPartEdited);
    connect(m_ui->retryButton, &QPushButton::clicked, this, &ProfileForm::retryPressed);
    connect(m_ui->sessionButton, &QPushButton::clicked, this, &ProfileForm::sessionPressed);
    connect(this, &ProfileForm::edited, this, &ProfileForm::updateParts);
}

void ProfileForm::onTestedPartEdited()
{
    Q_EMIT testedPartEdited();
    Q_EMIT edited();
}

void ProfileForm::updateParts()
{
    m_ui->lookForm->showPreview(profileOn(m_shown));
    m_ui->sessionButton->setEnabled(hasKey() && keyProblem().isEmpty());
}

void ProfileForm::setProfile(const Profile &profile, bool isKept, bool isSandboxWorld)
{
    const QSignalBlocker quiet(this);
    m_shown = profile;
    m_ui->nameEdit->setText(profile.alias);
    m_ui->nameEdit->setCursorPosition(0);
    m_ui->keepTick->setChecked(isKept);
    m_ui->regionPicker->setRegions(profile.regions, ProfilesViewModel::offeredRegions());
    m_ui->dropTick->setChecked(profile.dropsKeysOnLock);
    m_ui->lookForm->setProfile(profile);
    m_ui->connectionForm->setProfile(profile, isSandboxWorld);
    forgetKey();
    updateParts();
}

void ProfileForm::setBase(const Profile &profile)
{
    m_shown = profile;
    updateParts();
}

Profile ProfileForm::profileOn(const Profile &base) const
{
    Profile profile = base;
    const QString name = m_ui->nameEdit->text();
    profile.alias = name == m_shown.alias ? name : name.trimmed();
    profile.regions = m_ui->regionPicker->chosen();
    profile.dropsKeysOnLock = m_ui->dropTick->isChecked();
    m_ui->lookForm->writeTo(profile);
    m_ui->connectionForm->writeTo(profile);
    return profile;
}

bool ProfileForm::isKept() const
{
    return m_ui->keepTick->isChecked();
}

void ProfileForm::setScheme(SignatureScheme scheme)
{
    {
        // The test that found it is not to be ended by it.
        const QSignalBlocker quiet(this);
        m_ui->connectionForm->setScheme(scheme);
    }
    Q_EMIT edited();
}

SignatureScheme ProfileForm::scheme() const
{
    return m_ui->connectionForm->scheme();
}

bool ProfileForm::hasKey() const
{
    return !m_ui->keyIdEdit->text().trimmed().isEmpty() || !m_ui->secretEdit->isEmpty() ||
           !m_ui->tokenEdit->isEmpty();
}

QString ProfileForm::keyProblem() const
{
    const bool isWhole =
        !m_ui->keyIdEdit->text().trimmed().isEmpty() && !m_ui->secretEdit->isEmpty();
    if (!hasKey() || isWhole)
        return {};
    return tr("A key needs both its id and its secret.");
}

std::shared_ptr<const Credentials> ProfileForm::key()
{
    m_ui->secretEdit->hold();
    m_ui->tokenEdit->hold();
    auto key = std::make_shared<Credentials>();
    key->accessKeyId = m_ui->keyIdEdit->text().trimmed();
    key->secret = m_ui->secretEdit->held();
    key->securityToken = m_ui->tokenEdit->held();
    if (key->accessKeyId.isEmpty() || key->secret.isEmpty())
        return nullptr;
    return key;
}

void ProfileForm::forgetKey()
{
    // Emptied by the program, not by the person.
    const QSignalBlocker quiet(this);
    m_ui->keyIdEdit->clear();
    m_ui->secretEdit->forget();
    m_ui->tokenEdit->forget();
    m_ui->sessionButton->setEnabled(false);
}

void ProfileForm::setKeychain(bool isUsable, const QString &words)
{
    m_ui->keepTick->setEnabled(isUsable);
    QString shown = words;
    if (!isUsable)
        //: %1 is a sentence about the keychain
        shown = tr("%1 A key that is entered is used for this session only, in memory.").arg(words);
    m_ui->keychainLabel->setText(shown);
    m_ui->keychainLabel->setVisible(!shown.isEmpty());
}

void ProfileForm::setStanding(const KeyStanding &standing, const QString &words, bool canRetry,
                              bool isSaved)
{
    m_ui->standingIcon->setIcon(keyIcon(standing.state));
    if (m_ui->standingLabel->text() != words) {
        m_ui->standingLabel->setText(words);
        announce(m_ui->standingLabel, words);
    }
    m_ui->retryButton->setVisible(canRetry);
    m_ui->sessionButton->setVisible(isSaved);
    const bool hasStored =
        isSaved && (m_shown.key.isSaved || standing.state == KeyStanding::State::Here);
    const QString placeholder = hasStored ? tr("unchanged; enter to replace") : QString();
    m_ui->keyIdEdit->setPlaceholderText(placeholder);
    m_ui->secretEdit->setPlaceholder(placeholder);
}

CheckView *ProfileForm::checkView() const
{
    return m_ui->checkView;
}

void ProfileForm::showAccount()
{
    m_ui->tabs->setCurrentWidget(m_ui->accountPage);
    m_ui->nameEdit->setFocus(Qt::OtherFocusReason);
}

void ProfileForm::showTest()
{
    m_ui->tabs->setCurrentWidget(m_ui->testPage);
}

} // namespace countersign
