// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/profileroleform.h"

#include "ui/dialogs/hints.h"
#include "ui_profileroleform.h"

#include <QFontDatabase>
#include <QSignalBlocker>

#include <array>

namespace countersign {

namespace {

using std::chrono::seconds;

constexpr std::array<seconds, 3> units{seconds(3'600), seconds(60), seconds(1)};

} // namespace

ProfileRoleForm::ProfileRoleForm(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ProfileRoleForm>())
{
    m_ui->setupUi(this);
    m_ui->rolePolicyEdit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_ui->arnEdit->setPlaceholderText(
        QStringLiteral("acs:ram::1234567890123456:role/oos-operator"));
    m_ui->unitCombo->addItem(tr("hours", "unit of a session's length"), 3'600);
    m_ui->unitCombo->addItem(tr("minutes", "unit of a session's length"), 60);
    m_ui->unitCombo->addItem(tr("seconds", "unit of a session's length"), 1);
    // textEdited would not tell what assistive technology has written.
    for (QLineEdit *edit : {m_ui->arnEdit, m_ui->sessionEdit, m_ui->externalIdEdit})
        connect(edit, &QLineEdit::textChanged, this, &ProfileRoleForm::edited);
    connect(m_ui->rolePolicyEdit, &QPlainTextEdit::textChanged, this, &ProfileRoleForm::edited);
    connect(m_ui->durationSpin, &QSpinBox::valueChanged, this, &ProfileRoleForm::edited);
    connect(m_ui->unitCombo, &QComboBox::currentIndexChanged, this,
            &ProfileRoleForm::onUnitChanged);
    setRole(std::nullopt, {});
    showFinding({});
}

ProfileRoleForm::~ProfileRoleForm() = default;

seconds ProfileRoleForm::unit() const
{
    return seconds(m_ui->unitCombo->currentData().toInt());
}

//! In the largest unit in which it is a whole number.
void ProfileRoleForm::showDuration(seconds duration)
{
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (duration.count() % units[i].count() != 0)
            continue;
        m_unit = units[i];
        m_ui->unitCombo->setCurrentIndex(static_cast<int>(i));
        m_ui->durationSpin->setValue(static_cast<int>(duration / units[i]));
        return;
    }
}

//! The length stays what it was, as far as the new unit can say it.
void ProfileRoleForm::onUnitChanged()
{
    const seconds length = m_ui->durationSpin->value() * m_unit;
    m_unit = unit();
    m_ui->durationSpin->setValue(static_cast<int>((length + m_unit - seconds(1)) / m_unit));
    Q_EMIT edited();
}

void ProfileRoleForm::setRole(const std::optional<RoleToAssume> &role, const QString &sessionName)
{
    const QSignalBlocker quiet(this);
    const RoleToAssume shown = role.value_or(RoleToAssume());
    m_ui->arnEdit->setText(shown.arn);
    m_ui->arnEdit->setCursorPosition(0);
    m_ui->sessionEdit->setText(role ? shown.sessionName : sessionName);
    showDuration(shown.duration);
    m_ui->externalIdEdit->setText(shown.externalId);
    m_ui->rolePolicyEdit->setPlainText(shown.policy);
}

void ProfileRoleForm::setHasExternalId(bool hasIt)
{
    m_hasExternalId = hasIt;
    m_ui->externalIdLabel->setVisible(hasIt);
    m_ui->externalIdEdit->setVisible(hasIt);
    m_ui->externalIdHint->setVisible(hasIt && !m_ui->externalIdHint->text().isEmpty());
}

RoleToAssume ProfileRoleForm::role() const
{
    RoleToAssume role;
    role.arn = m_ui->arnEdit->text().trimmed();
    role.sessionName = m_ui->sessionEdit->text().trimmed();
    role.duration = m_ui->durationSpin->value() * m_unit;
    if (m_hasExternalId)
        role.externalId = m_ui->externalIdEdit->text().trimmed();
    role.policy = m_ui->rolePolicyEdit->toPlainText();
    return role;
}

void ProfileRoleForm::showFinding(const SourceFinding &finding)
{
    const auto show = [&finding](SafeLabel *hint, QWidget *field, SourceField part) {
        showHint(hint, field, finding.field == part ? finding.text : QString());
    };
    show(m_ui->arnHint, m_ui->arnEdit, SourceField::RoleArn);
    show(m_ui->sessionHint, m_ui->sessionEdit, SourceField::SessionName);
    show(m_ui->durationHint, m_ui->durationSpin, SourceField::Duration);
    show(m_ui->externalIdHint, m_ui->externalIdEdit, SourceField::ExternalId);
    show(m_ui->rolePolicyHint, m_ui->rolePolicyEdit, SourceField::Policy);
}

} // namespace countersign
