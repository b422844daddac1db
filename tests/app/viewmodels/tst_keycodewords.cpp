// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/errortext.h"
#include "app/viewmodels/keycodewords.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace countersign;

namespace {

//! Every code that a source or renewing can come to, as the headers declare them.
QStringList declaredCodes(const char *header)
{
    QFile file(QStringLiteral(SOURCE_FOLDER "/") + QString::fromLatin1(header));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    static const QRegularExpression code(
        QStringLiteral("QStringLiteral\\(\"(Countersign\\.[A-Za-z]+)\"\\)"));
    QStringList codes;
    auto found = code.globalMatch(QString::fromUtf8(file.readAll()));
    while (found.hasNext())
        codes += found.next().captured(1);
    return codes;
}

Error errorOf(Error::Kind kind, const QString &code)
{
    Error error;
    error.kind = kind;
    error.code = code;
    error.detail = QStringLiteral("canary <b>words</b> of a program");
    return error;
}

} // namespace

//! Words of errors of sources where the source is not known.
class tst_KeyCodeWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCode_saysCauseAndStep();
    void anotherCode_hasNone();
};

void tst_KeyCodeWords::everyCode_saysCauseAndStep()
{
    const QStringList ofSources = declaredCodes("app/credentials/keyissuer.h");
    const QStringList ofRenewal = declaredCodes("app/flows/renewalrule.h");
    QVERIFY(ofSources.size() >= 12);
    QVERIFY(ofRenewal.size() >= 4);
    const QString general = errorText(errorOf(Error::Kind::LocalFault, {}));
    QSet<QString> texts;
    for (const QString &code : ofSources + ofRenewal) {
        for (const auto kind : {Error::Kind::LocalFault, Error::Kind::BadCredentials,
                                Error::Kind::BadReply, Error::Kind::NotFound}) {
            const QString text = errorText(errorOf(kind, code));
            QVERIFY2(!text.contains(general), qPrintable(code));
            // What happened, and what to do: two sentences, none of them the code.
            QVERIFY2(text.count(QStringLiteral(". ")) >= 1, qPrintable(code + u": " + text));
            QVERIFY2(!text.contains(QStringLiteral("Countersign.")), qPrintable(text));
            QVERIFY2(!text.contains(QStringLiteral("canary")), qPrintable(text));
            QCOMPARE(text, keyCodeText(code));
        }
        texts.insert(keyCodeText(code));
    }
    QCOMPARE(texts.size(), ofSources.size() + ofRenewal.size());
}

void tst_KeyCodeWords::anotherCode_hasNone()
{
    QVERIFY(keyCodeText({}).isEmpty());
    QVERIFY(keyCodeText(QStringLiteral("InvalidAccessKeyId.NotFound")).isEmpty());
    QVERIFY(errorText(errorOf(Error::Kind::BadCredentials, QStringLiteral("MissingAccessKeyId")))
                .contains(QStringLiteral("MissingAccessKeyId")));
}

QTEST_GUILESS_MAIN(tst_KeyCodeWords)
#include "tst_keycodewords.moc"
