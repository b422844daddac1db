// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/profilesourceform.h"

#include "ui_profilesourceform.h"

#include <QSignalBlocker>

namespace countersign {

ProfileSourceForm::ProfileSourceForm(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ProfileSourceForm>())
{
    m_ui->setupUi(this);
    m_ui->kindHint->setQuiet(true);
    for (const KeyKind kind : keyKinds())
        m_ui->kindCombo->addItem(keyKindText(kind), static_cast<int>(kind));
    connectParts();
    updateParts();
}

ProfileSourceForm::~ProfileSourceForm() = default;

void ProfileSourceForm::connectParts()
{
    connect(m_ui->kindCombo, &QComboBox::currentIndexChanged, this, &ProfileSourceForm::edited);
    connect(m_ui->roleTick, &QCheckBox::toggled, this, &ProfileSourceForm::edited);
    connect(m_ui->roleForm, &ProfileRoleForm::edited, this, &ProfileSourceForm::edited);
    connect(m_ui->placeForm, &ProfilePlaceForm::edited, this, &ProfileSourceForm::onPlaceEdited);
    connect(m_ui->agreementView, &AgreementView::agreedChanged, this, &ProfileSourceForm::onAgreed);
    connect(this, &ProfileSourceForm::edited, this, &ProfileSourceForm::updateParts);
}

void ProfileSourceForm::setProfile(const Profile &profile, const SourceProposals &proposals)
{
    const QSignalBlocker quiet(this);
    m_shown = profile.source;
    m_agreed.clear();
    if (isConfirmed(m_shown) && !confirmableText(m_shown).isEmpty())
        m_agreed.insert(m_shown.kind, confirmableText(m_shown));
    m_ui->kindCombo->setCurrentIndex(m_ui->kindCombo->findData(static_cast<int>(m_shown.kind)));
    m_ui->placeForm->setSource(m_shown, proposals.others, proposals.cliFile);
    m_ui->roleTick->setChecked(m_shown.role.has_value());
    m_ui->roleForm->setRole(m_shown.role, proposals.sessionName);
    updateParts();
}

KeyKind ProfileSourceForm::kind() const
{
    return static_cast<KeyKind>(m_ui->kindCombo->currentData().toInt());
}

//! Without a word about the agreement to it.
KeySource ProfileSourceForm::bare(const KeySource &base) const
{
    KeySource source = base.kind == kind() ? base : KeySource();
    source.kind = kind();
    m_ui->placeForm->writeTo(source);
    const bool hasRole = needsRole(kind()) || m_ui->roleTick->isChecked();
    const bool isUntouched = !source.role && m_ui->roleForm->role().arn.isEmpty();
    if (!hasRole)
        source.role.reset();
    else if (!isUntouched || !needsRole(kind()))
        source.role = m_ui->roleForm->role();
    return source;
}

KeySource ProfileSourceForm::source(const KeySource &base) const
{
    KeySource source = bare(base);
    const QString text = confirmableText(source);
    const bool isAgreed = !text.isEmpty() && m_agreed.value(kind()) == text;
    if (isAgreed)
        return confirmed(std::move(source));
    // An agreement to something else stays what it is: none to this.
    if (base.kind != kind() || (!text.isEmpty() && isConfirmed(source)))
        source.confirmedSha256.clear();
    return source;
}

void ProfileSourceForm::onAgreed(bool isAgreed)
{
    if (isAgreed)
        m_agreed.insert(kind(), confirmableText(bare(m_shown)));
    else
        m_agreed.remove(kind());
    Q_EMIT edited();
}

void ProfileSourceForm::onPlaceEdited()
{
    if (m_agreed.value(kind()) != confirmableText(bare(m_shown)))
        m_agreed.remove(kind());
    Q_EMIT edited();
}

void ProfileSourceForm::updateParts()
{
    const KeyKind chosen = kind();
    const QString hint = keyKindHint(chosen);
    m_ui->kindHint->setText(hint);
    m_ui->kindHint->setVisible(!hint.isEmpty());
    m_ui->kindCombo->setAccessibleDescription(hint);
    m_ui->keyForm->setVisible(chosen == KeyKind::Entered);
    m_ui->placeForm->setKind(chosen);
    m_ui->roleTick->setVisible(!needsRole(chosen));
    m_ui->roleForm->setVisible(needsRole(chosen) || m_ui->roleTick->isChecked());
    m_ui->roleForm->setHasExternalId(hasExternalId(chosen));
    const KeySource shown = source(m_shown);
    m_ui->agreementView->showAgreement(agreementTo(shown), isConfirmed(shown));
}

void ProfileSourceForm::showFinding(const SourceFinding &finding)
{
    m_ui->placeForm->showFinding(finding);
    m_ui->roleForm->showFinding(finding);
    m_ui->roleForm->setHasExternalId(hasExternalId(kind()));
}

ProfileKeyForm *ProfileSourceForm::keyForm() const
{
    return m_ui->keyForm;
}

StandingView *ProfileSourceForm::standingView() const
{
    return m_ui->standingView;
}

} // namespace countersign
