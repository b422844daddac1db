// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/profilekeyform.h"

#include "app/domain/format.h"
#include "ui/dialogs/hints.h"
#include "ui_profilekeyform.h"

#include <QSignalBlocker>

namespace countersign {

ProfileKeyForm::ProfileKeyForm(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ProfileKeyForm>())
{
    m_ui->setupUi(this);
    m_ui->keychainLabel->setQuiet(true);
    m_ui->endEdit->setPlaceholderText(QStringLiteral("2026-02-03T05:05:06Z"));
    connectParts();
}

ProfileKeyForm::~ProfileKeyForm() = default;

void ProfileKeyForm::connectParts()
{
    // textEdited would not tell what assistive technology has written.
    connect(m_ui->keyIdEdit, &QLineEdit::textChanged, this, &ProfileKeyForm::onKeyEdited);
    connect(m_ui->secretEdit, &SecretEdit::edited, this, &ProfileKeyForm::onKeyEdited);
    connect(m_ui->tokenEdit, &SecretEdit::edited, this, &ProfileKeyForm::onKeyEdited);
    connect(m_ui->endEdit, &QLineEdit::textChanged, this, &ProfileKeyForm::edited);
    connect(m_ui->keepTick, &QCheckBox::toggled, this, [this] {
        m_finding = {}; // it may have been about the keychain
        Q_EMIT edited();
    });
    connect(m_ui->retryButton, &QPushButton::clicked, this, &ProfileKeyForm::retryPressed);
    connect(m_ui->sessionButton, &QPushButton::clicked, this, &ProfileKeyForm::sessionPressed);
    connect(this, &ProfileKeyForm::edited, this, &ProfileKeyForm::updateParts);
}

void ProfileKeyForm::onKeyEdited()
{
    m_finding = {};
    // What stands there is what counts.
    if (hasKey() && !m_shownEnd.isEmpty() && m_ui->endEdit->text() == m_shownEnd)
        m_ui->endEdit->clear();
    else if (!hasKey() && m_ui->endEdit->text().isEmpty())
        m_ui->endEdit->setText(m_shownEnd);
    Q_EMIT testedPartEdited();
    Q_EMIT edited();
}

void ProfileKeyForm::setProfile(const Profile &profile, bool isKept)
{
    {
        const QSignalBlocker quiet(this);
        m_ui->keepTick->setChecked(isKept);
        m_shownEnd = profile.key.expiresAt.isValid() ? profile.key.expiresAt.toString(Qt::ISODate)
                                                     : QString();
        m_ui->endEdit->setText(m_shownEnd);
    }
    forgetKey();
}

bool ProfileKeyForm::isKept() const
{
    return m_ui->keepTick->isChecked();
}

QDateTime ProfileKeyForm::endsAt(const Profile &base) const
{
    const bool hasNewKey = hasKey();
    if (hasNewKey && m_ui->tokenEdit->isEmpty())
        return {};
    const QString text = m_ui->endEdit->text();
    // The end of the key before is not that of a new one.
    if (text == m_shownEnd)
        return hasNewKey ? QDateTime() : base.key.expiresAt;
    return readEnd(text).value_or(QDateTime());
}

bool ProfileKeyForm::hasKey() const
{
    return !m_ui->keyIdEdit->text().trimmed().isEmpty() || !m_ui->secretEdit->isEmpty() ||
           !m_ui->tokenEdit->isEmpty();
}

QString ProfileKeyForm::endProblem() const
{
    const QString text = m_ui->endEdit->text().trimmed();
    if (m_ui->endEdit->isHidden() || text.isEmpty() || readEnd(text))
        return {};
    return tr("This is no time, such as 2026-02-03T05:05:06Z or 2026-02-03 13:05.");
}

QString ProfileKeyForm::endHint() const
{
    const auto end = readEnd(m_ui->endEdit->text());
    return end ? localAndUtcText(*end) : QString();
}

QString ProfileKeyForm::problem() const
{
    if (!m_finding.text.isEmpty())
        return m_finding.text;
    const QString id = m_ui->keyIdEdit->text().trimmed();
    const QString idText = findingOfKeyId(id).text;
    if (!idText.isEmpty())
        return idText;
    const bool isWhole = !id.isEmpty() && !m_ui->secretEdit->isEmpty();
    if (hasKey() && !isWhole)
        return tr("A key needs both its id and its secret.");
    return endProblem();
}

bool ProfileKeyForm::check()
{
    const auto whole = key();
    m_finding = whole ? findingOf(*whole, isKept() && m_isKeychainUsable) : KeyFinding();
    updateParts();
    return m_finding.text.isEmpty();
}

std::shared_ptr<const Credentials> ProfileKeyForm::key()
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

void ProfileKeyForm::forgetKey()
{
    {
        // Emptied by the program, not by the person.
        const QSignalBlocker quiet(this);
        m_ui->keyIdEdit->clear();
        m_ui->secretEdit->forget();
        m_ui->tokenEdit->forget();
        m_finding = {};
    }
    updateParts();
}

void ProfileKeyForm::setKeychain(bool isUsable, const QString &words)
{
    m_isKeychainUsable = isUsable;
    m_ui->keepTick->setEnabled(isUsable);
    QString shown = words;
    if (!isUsable)
        //: %1 is a sentence about the keychain
        shown = tr("%1 A key that is entered is used for this session only, in memory.").arg(words);
    m_ui->keychainLabel->setText(shown);
    m_ui->keychainLabel->setVisible(!shown.isEmpty());
}

void ProfileKeyForm::setStanding(bool canRetry, bool isSaved, bool hasStored)
{
    m_isSaved = isSaved;
    m_ui->retryButton->setVisible(canRetry);
    const QString placeholder = hasStored ? tr("unchanged; enter to replace") : QString();
    m_ui->keyIdEdit->setPlaceholderText(placeholder);
    m_ui->secretEdit->setPlaceholder(placeholder);
    updateParts();
}

void ProfileKeyForm::updateParts()
{
    m_ui->sessionButton->setVisible(m_isSaved);
    m_ui->sessionButton->setEnabled(hasKey() && problem().isEmpty());
    // Only a token ends.
    const bool hasEnd = !m_ui->tokenEdit->isEmpty() || !m_ui->endEdit->text().isEmpty();
    m_ui->endLabel->setVisible(hasEnd);
    m_ui->endEdit->setVisible(hasEnd);
    const KeyFinding finding =
        m_finding.text.isEmpty() ? findingOfKeyId(m_ui->keyIdEdit->text().trimmed()) : m_finding;
    const auto hintAt = [&finding](KeyField field) {
        return finding.field == field ? finding.text : QString();
    };
    showHint(m_ui->keyIdHint, m_ui->keyIdEdit, hintAt(KeyField::Id));
    showHint(m_ui->secretHint, m_ui->secretEdit->focusProxy(), hintAt(KeyField::Secret));
    showHint(m_ui->tokenHint, m_ui->tokenEdit->focusProxy(), hintAt(KeyField::Token));
    const QString wrongEnd = endProblem();
    showHint(m_ui->endHint, m_ui->endEdit, wrongEnd.isEmpty() ? endHint() : wrongEnd);
    m_ui->endHint->setVisible(hasEnd && !m_ui->endHint->text().isEmpty());
}

} // namespace countersign
