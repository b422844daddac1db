// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/errortext.h"

#include <QSet>
#include <QTest>

using namespace countersign;

//! Refused keys: the cause in words, and what is needed.
class tst_ErrorText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusedKeys_haveCauseAndStep_data();
    void refusedKeys_haveCauseAndStep();
    void causes_areToldApart();
};

namespace {

QString textOf(const QString &code)
{
    Error error;
    error.kind = Error::Kind::BadCredentials;
    error.code = code;
    error.detail = QStringLiteral("canary <b>words</b> of a service");
    return errorText(error);
}

} // namespace

void tst_ErrorText::refusedKeys_haveCauseAndStep_data()
{
    QTest::addColumn<QString>("cause");
    QTest::addColumn<QString>("step");
    const auto row = [](const char *code, const char *cause, const char *step) {
        QTest::newRow(code) << QString::fromLatin1(cause) << QString::fromLatin1(step);
    };
    row("InvalidAccessKeyId.Inactive", "the key is disabled", "administrator");
    row("Forbidden.AccessKeyDisabled", "the key is disabled", "administrator");
    row("InvalidAccessKeyId.NotFound", "no key with this id", "Check it");
    row("InvalidAccessKeyId", "no key with this id", "Check it");
    row("SignatureDoesNotMatch", "the secret is not that of this key", "are needed again");
    row("InvalidSecurityToken.Expired", "the security token has ended", "A new one is needed");
    row("ExpiredStsToken", "the security token has ended", "A new one is needed");
    row("InvalidSecurityToken.Malformed", "does not belong to this key", "issued together");
    row("InvalidSecurityToken.MismatchWithAccessKey", "does not belong to this key",
        "issued together");
    row("InvalidStsToken", "does not belong to this key", "issued together");
    row("MissingSecurityToken", "a security token is missing", "is needed too");
    row("IncompleteSignature", "does not accept these credentials", "IncompleteSignature");
}

void tst_ErrorText::refusedKeys_haveCauseAndStep()
{
    QFETCH(const QString, cause);
    QFETCH(const QString, step);
    const QString code = QString::fromLatin1(QTest::currentDataTag());
    const QString text = textOf(code);
    QVERIFY2(text.contains(cause), qPrintable(text));
    QVERIFY2(text.contains(step), qPrintable(text));
    QVERIFY2(text.contains(QString(QStringLiteral("(%1)").arg(code))), qPrintable(text));
    QVERIFY(!text.contains(QStringLiteral("canary")));
    QVERIFY(text.endsWith(QLatin1Char('.')));
}

void tst_ErrorText::causes_areToldApart()
{
    QSet<QString> causes;
    for (const char *code :
         {"InvalidAccessKeyId.Inactive", "InvalidAccessKeyId.NotFound", "SignatureDoesNotMatch",
          "InvalidSecurityToken.Expired", "InvalidSecurityToken.Malformed", "MissingSecurityToken"})
        causes.insert(textOf(QString::fromLatin1(code)).section(QLatin1Char('('), 0, 0));
    QCOMPARE(causes.size(), 6);
}

QTEST_GUILESS_MAIN(tst_ErrorText)
#include "tst_errortext.moc"
