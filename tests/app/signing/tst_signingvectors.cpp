// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/json.h"
#include "app/signing/schemes.h"

#include <QCryptographicHash>
#include <QFile>
#include <QObject>
#include <QTest>

using namespace countersign;

namespace {

Json vectors()
{
    QFile file(QStringLiteral(TEST_DATA "/signing/signing-vectors.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the recorded vectors are missing");
    const Json::ParseResult parsed = Json::parse(file.readAll());
    if (!parsed)
        qFatal("the recorded vectors are not JSON");
    return (*parsed.json)[u"vectors"];
}

// The flat map that operation parameters become (null and empty lists vanish, elements are counted
// from 1, members joined by dots).
void flatten(const QString &name, const Json &value, QMap<QString, QString> &flat)
{
    switch (value.type()) {
    case Json::Type::Null:
        return;
    case Json::Type::Bool:
        flat.insert(name, value.toBool() ? QStringLiteral("true") : QStringLiteral("false"));
        return;
    case Json::Type::Number:
        flat.insert(name, QString::fromLatin1(value.numberText()));
        return;
    case Json::Type::String:
        flat.insert(name, value.toString());
        return;
    case Json::Type::Array: {
        int position = 0;
        value.forEachItem([&](const Json &item) {
            flatten(name + u'.' + QString::number(++position), item, flat);
        });
        return;
    }
    case Json::Type::Object:
        value.forEachMember([&](const QString &member, const Json &item) {
            flatten(name.isEmpty() ? member : QString(name + u'.' + member), item, flat);
        });
        return;
    }
}

QMap<QString, QString> flatMap(const Json &object)
{
    QMap<QString, QString> flat;
    if (object.isObject())
        flatten({}, object, flat);
    return flat;
}

// What a server makes of a query or a form.
QMap<QString, QString> decoded(const QByteArray &text)
{
    QMap<QString, QString> map;
    for (const QByteArray &pair : text.split('&')) {
        if (pair.isEmpty())
            continue;
        const qsizetype equals = pair.indexOf('=');
        QByteArray value = equals < 0 ? QByteArray() : pair.mid(equals + 1);
        value.replace('+', ' ');
        map.insert(QString::fromUtf8(QByteArray::fromPercentEncoding(pair.left(equals))),
                   QString::fromUtf8(QByteArray::fromPercentEncoding(value)));
    }
    return map;
}

SecretBytes secretOf(const Json &vector)
{
    return SecretBytes(vector[u"accessKeySecret"].toString().toUtf8());
}

Credentials credentialsOf(const Json &vector)
{
    return Credentials{vector[u"accessKeyId"].toString(), secretOf(vector),
                       SecretBytes(vector[u"securityToken"].toString().toUtf8())};
}

} // namespace

class TestSigningVectors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsAllVectors();
    void olderScheme_data() { addRows(QStringLiteral("RPC-HMAC-SHA1")); }
    void olderScheme();
    void newerScheme_data() { addRows(QStringLiteral("ACS3-HMAC-SHA256")); }
    void newerScheme();
    void ownRequest_data() { addRows({}); }
    void ownRequest();
    void loneSurrogateIsRefused();
    void encodingTable_data();
    void encodingTable();

private:
    static void addRows(const QString &scheme);
};

Q_DECLARE_METATYPE(countersign::Json)

void TestSigningVectors::addRows(const QString &scheme)
{
    QTest::addColumn<Json>("vector");
    vectors().forEachItem([&](const Json &vector) {
        if (scheme.isEmpty() || vector[u"scheme"].toString() == scheme)
            QTest::newRow(qPrintable(vector[u"name"].toString())) << vector;
    });
}

void TestSigningVectors::holdsAllVectors()
{
    QCOMPARE(vectors().size(), 176);
}

void TestSigningVectors::olderScheme()
{
    QFETCH(Json, vector);
    const Json expected = vector[u"expected"];
    const QMap<QString, QString> signedMap = flatMap(expected[u"signedParams"]);
    QMap<QString, QString> own = flatMap(vector[u"params"]);
    own.insert(flatMap(vector[u"formParams"]));
    for (auto it = own.cbegin(); it != own.cend(); ++it)
        QCOMPARE(signedMap.value(it.key()), it.value());
    const QByteArray method = vector[u"method"].toString().toLatin1();
    const SignedText text = signedTextV1(method, signedMap, secretOf(vector));
    QCOMPARE(QString::fromUtf8(text.canonicalText), expected[u"canonicalizedQuery"].toString());
    QCOMPARE(QString::fromUtf8(text.stringToSign), expected[u"stringToSign"].toString());
    QCOMPARE(QString::fromUtf8(text.signature), expected[u"signature"].toString());
    const SecretBytes other(QByteArray(vector[u"accessKeySecret"].toString().toUtf8() + "x"));
    QVERIFY(signedTextV1(method, signedMap, other).signature != text.signature);
}

void TestSigningVectors::newerScheme()
{
    QFETCH(Json, vector);
    const Json expected = vector[u"expected"];
    const QByteArray method = vector[u"method"].toString().toLatin1();
    // The query goes by our own encoder, the signed headers by the vector's own fields. Bodies are
    // hashed as the bytes they were; where only the signing function was called, its hash is given.
    const QByteArray query = canonicalQuery(flatMap(vector[u"params"]));
    QByteArray bodyHash = expected[u"hashedPayload"].toString().toLatin1();
    if (const auto body = expected.find(u"body")) {
        QCOMPARE(
            QCryptographicHash::hash(body->toString().toUtf8(), QCryptographicHash::Sha256).toHex(),
            bodyHash);
    }
    QList<std::pair<QByteArray, QByteArray>> headers;
    const QString canonical = expected[u"canonicalRequest"].toString();
    for (const QString &line : canonical.split(u'\n').mid(3)) {
        if (line.isEmpty())
            break;
        const qsizetype colon = line.indexOf(u':');
        headers.emplaceFront(line.left(colon).toUpper().toUtf8(),
                             "  " + line.mid(colon + 1).toUtf8());
    }
    headers.emplaceBack("Accept", "application/json");
    const SignedText text = signedTextV3(method, query, headers, bodyHash, secretOf(vector));
    QCOMPARE(QString::fromUtf8(text.canonicalText), canonical);
    QCOMPARE(QString::fromUtf8(text.signedHeaders), expected[u"signedHeaders"].toString());
    QCOMPARE(QString::fromUtf8(text.stringToSign), expected[u"stringToSign"].toString());
    QCOMPARE(QString::fromUtf8(text.signature), expected[u"signature"].toString());
    QCOMPARE(QString::fromUtf8(authorizationV3(vector[u"accessKeyId"].toString(), text)),
             expected[u"authorization"].toString());
    const SecretBytes other(QByteArray(vector[u"accessKeySecret"].toString().toUtf8() + "x"));
    QVERIFY(signedTextV3(method, query, headers, bodyHash, other).signature != text.signature);
}

// The whole request as the senders make it: what a server decodes from it is what the package's
// request decodes to, and the signature belongs to exactly that.
void TestSigningVectors::ownRequest()
{
    QFETCH(Json, vector);
    const Json expected = vector[u"expected"];
    const bool isOlder = vector[u"scheme"].toString() == u"RPC-HMAC-SHA1";
    UnsignedRequest request;
    request.method = vector[u"method"].toString().toLatin1();
    request.host = vector[u"host"].toString();
    request.action = vector[u"action"].toString();
    request.version = vector[u"version"].toString();
    const bool isAllForm = vector[u"commonParamsIn"].toString() == u"body";
    (isAllForm ? request.form : request.query) = flatMap(vector[u"params"]);
    request.form.insert(flatMap(vector[u"formParams"]));
    const QDateTime time = QDateTime::fromString(vector[u"date"].toString(), Qt::ISODate);
    const QByteArray nonce = vector[u"nonce"].toString().toLatin1();
    const Credentials credentials = credentialsOf(vector);
    const Result<SignedRequest> result = sign(
        request, credentials, isOlder ? SignatureScheme::V1 : SignatureScheme::V3, time, nonce);
    QVERIFY(result.hasValue());
    QMap<QString, QString> sent = decoded(result->query);
    sent.insert(decoded(result->body));
    if (isOlder) {
        const QString signature = sent.take(QStringLiteral("Signature"));
        QCOMPARE(signature.toLatin1(),
                 signedTextV1(request.method, sent, credentials.secret).signature);
        QMap<QString, QString> theirs = flatMap(expected[u"signedParams"]);
        // The answer's format is the client's own choice; ours is JSON.
        QCOMPARE(sent.take(QStringLiteral("Format")), QStringLiteral("JSON"));
        theirs.remove(QStringLiteral("Format"));
        QCOMPARE(sent, theirs);
        return;
    }
    if (expected.find(u"query") && !vector.find(u"jsonBody")) {
        QMap<QString, QString> theirs = decoded(expected[u"query"].toString().toUtf8());
        theirs.insert(decoded(expected[u"body"].toString().toUtf8()));
        QCOMPARE(sent, theirs);
    }
    QList<std::pair<QByteArray, QByteArray>> headers = result->headers;
    headers.emplaceBack("host", request.host.toLatin1());
    const QByteArray bodyHash =
        QCryptographicHash::hash(result->body, QCryptographicHash::Sha256).toHex();
    QCOMPARE(signedTextV3(request.method, result->query, headers, bodyHash, credentials.secret)
                 .signature,
             result->signature);
}

void TestSigningVectors::loneSurrogateIsRefused()
{
    const QString lone(QChar(0xD83D));
    UnsignedRequest inValue;
    inValue.query.insert(QStringLiteral("NotifyNote"), lone);
    UnsignedRequest inName;
    inName.query.insert(lone, QStringLiteral("value"));
    UnsignedRequest inForm;
    inForm.form.insert(QStringLiteral("NotifyNote"), lone);
    for (const UnsignedRequest &request : {inValue, inName, inForm}) {
        const Result<SignedRequest> result =
            sign(request, Credentials{QStringLiteral("id"), SecretBytes("secret"), {}},
                 SignatureScheme::V3, QDateTime::currentDateTimeUtc(), newNonce());
        QVERIFY(!result.hasValue());
        QCOMPARE(result.error().kind, Error::Kind::LocalFault);
    }
}

void TestSigningVectors::encodingTable_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("encoded");
    QTest::newRow("unreserved") << QStringLiteral("AZaz09-_.~") << QByteArray("AZaz09-_.~");
    QTest::newRow("space") << QStringLiteral(" ") << QByteArray("%20");
    QTest::newRow("plus star") << QStringLiteral("+*") << QByteArray("%2B%2A");
    QTest::newRow("slash percent") << QStringLiteral("/%") << QByteArray("%2F%25");
    QTest::newRow("marks") << QStringLiteral("!'()") << QByteArray("%21%27%28%29");
    QTest::newRow("controls") << QStringLiteral("\n\t") << QByteArray("%0A%09");
    QTest::newRow("Han") << QStringLiteral("批") << QByteArray("%E6%89%B9");
    QTest::newRow("emoji") << QStringLiteral("🚀") << QByteArray("%F0%9F%9A%80");
    QTest::newRow("combining") << QStringLiteral("\u0301") << QByteArray("%CC%81");
}

void TestSigningVectors::encodingTable()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, encoded);
    QCOMPARE(percentEncoded(text), encoded);
}

QTEST_GUILESS_MAIN(TestSigningVectors)
#include "tst_signingvectors.moc"
