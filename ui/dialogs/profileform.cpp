// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/profileform.h"

#include "ui/dialogs/profilekeyform.h"
#include "ui/dialogs/profilelist.h"
#include "ui/dialogs/standingview.h"
#include "ui_profileform.h"

#include <QSignalBlocker>

namespace countersign {

namespace {

//! Fields of several forms, one above the other, begin at the same place.
void alignFields(const QWidget &page)
{
    std::vector<QWidget *> labels;
    int widest = 0;
    for (const QFormLayout *rows : page.findChildren<QFormLayout *>()) {
        for (int row = 0; row < rows->rowCount(); ++row) {
            const QLayoutItem *label = rows->itemAt(row, QFormLayout::LabelRole);
            if (label == nullptr || label->widget() == nullptr)
                continue;
            labels.push_back(label->widget());
            widest = qMax(widest, label->widget()->sizeHint().width());
        }
    }
    for (QWidget *label : labels)
        label->setMinimumWidth(widest);
}

} // namespace

ProfileForm::ProfileForm(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ProfileForm>())
{
    m_ui->setupUi(this);
    m_ui->regionsHeading->setWeight(true);
    alignFields(*m_ui->accountContents);
    connectParts();
}

ProfileForm::~ProfileForm() = default;

ProfileKeyForm &ProfileForm::keyForm() const
{
    return *m_ui->sourceForm->keyForm();
}

void ProfileForm::connectParts()
{
    // textEdited would not tell what assistive technology has written.
    connect(m_ui->nameEdit, &QLineEdit::textChanged, this, &ProfileForm::edited);
    connect(&keyForm(), &ProfileKeyForm::edited, this, &ProfileForm::edited);
    connect(m_ui->dropTick, &QCheckBox::toggled, this, &ProfileForm::edited);
    connect(m_ui->lookForm, &LookForm::edited, this, &ProfileForm::edited);
    connect(&keyForm(), &ProfileKeyForm::testedPartEdited, this, &ProfileForm::testedPartEdited);
    connect(m_ui->sourceForm, &ProfileSourceForm::edited, this, &ProfileForm::onTestedPartEdited);
    connect(m_ui->regionPicker, &RegionPicker::edited, this, &ProfileForm::onTestedPartEdited);
    connect(m_ui->connectionForm, &ConnectionForm::edited, this, &ProfileForm::onTestedPartEdited);
    connect(&keyForm(), &ProfileKeyForm::retryPressed, this, &ProfileForm::retryPressed);
    connect(&keyForm(), &ProfileKeyForm::sessionPressed, this, &ProfileForm::sessionPressed);
    connect(m_ui->sourceForm->standingView(), &StandingView::renewPressed, this,
            &ProfileForm::renewPressed);
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
}

void ProfileForm::setProfile(const Profile &profile, bool isKept, bool isSandboxWorld,
                             const SourceProposals &proposals)
{
    const QSignalBlocker quiet(this);
    m_shown = profile;
    m_ui->nameEdit->setText(profile.alias);
    m_ui->nameEdit->setCursorPosition(0);
    m_ui->sourceForm->setProfile(profile, proposals);
    keyForm().setProfile(profile, isKept);
    m_ui->regionPicker->setRegions(profile.regions, ProfilesViewModel::offeredRegions());
    m_ui->dropTick->setChecked(profile.dropsKeysOnLock);
    m_ui->lookForm->setProfile(profile);
    m_ui->connectionForm->setProfile(profile, isSandboxWorld);
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
    profile.source = m_ui->sourceForm->source(base.source);
    if (takesKey())
        profile.key.expiresAt = keyForm().endsAt(base);
    profile.regions = m_ui->regionPicker->chosen();
    profile.dropsKeysOnLock = m_ui->dropTick->isChecked();
    m_ui->lookForm->writeTo(profile);
    m_ui->connectionForm->writeTo(profile);
    return profile;
}

bool ProfileForm::takesKey() const
{
    return m_ui->sourceForm->kind() == KeyKind::Entered;
}

bool ProfileForm::isKept() const
{
    return takesKey() && keyForm().isKept();
}

bool ProfileForm::isKeepTicked() const
{
    return keyForm().isKept();
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
    return takesKey() && keyForm().hasKey();
}

QString ProfileForm::keyProblem() const
{
    return takesKey() ? keyForm().problem() : QString();
}

bool ProfileForm::checkKey()
{
    return !takesKey() || keyForm().check();
}

std::shared_ptr<const Credentials> ProfileForm::key()
{
    return takesKey() ? keyForm().key() : nullptr;
}

void ProfileForm::forgetKey()
{
    // Emptied by the program, not by the person.
    const QSignalBlocker quiet(this);
    keyForm().forgetKey();
}

void ProfileForm::showFinding(const SourceFinding &finding)
{
    m_ui->sourceForm->showFinding(finding);
}

void ProfileForm::setKeychain(bool isUsable, const QString &words)
{
    keyForm().setKeychain(isUsable, words);
}

void ProfileForm::setStanding(const ShownStanding &standing, bool canRetry, bool isSaved)
{
    m_ui->sourceForm->standingView()->showStanding(standingIcon(standing.mark), standing.text,
                                                   standing.canRenew, standing.command);
    const bool hasStored = isSaved && (m_shown.key.isSaved || standing.hasEnteredKey);
    keyForm().setStanding(canRetry, isSaved, hasStored);
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
