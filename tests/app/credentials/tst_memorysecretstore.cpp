// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/secretstore.h"

#include <QCoreApplication>
#include <QTest>

#include <memory>
#include <optional>
#include <vector>

using namespace countersign;

namespace {

Credentials credentials(const char *secret)
{
    Credentials made;
    made.accessKeyId = QStringLiteral("id");
    made.secret = SecretBytes(QByteArrayView(secret));
    return made;
}

using Kept = Result<std::shared_ptr<const Credentials>>;

} // namespace

class tst_MemorySecretStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void read_whatWasWritten();
    void read_absent_isAnAnswer();
    void write_empty_isRefused();
    void callback_neverFromInsideTheCall();
    void cancel_answersOnce();
    void deadContext_hearsNothing();
};

void tst_MemorySecretStore::read_whatWasWritten()
{
    MemorySecretStore store;
    const ProfileId id(QStringLiteral("p"));
    std::optional<Kept> kept;
    store.write(id, credentials("s1"), this, [](const auto &error) { QVERIFY(!error); });
    store.write(id, credentials("s2"), this, [](const auto &error) { QVERIFY(!error); });
    store.read(id, this, [&kept](const Kept &answer) { kept = answer; });
    QTRY_VERIFY(kept.has_value());
    QVERIFY(kept->value()->secret.equals(SecretBytes(QByteArrayView("s2"))));
}

void tst_MemorySecretStore::read_absent_isAnAnswer()
{
    MemorySecretStore store;
    const ProfileId id(QStringLiteral("p"));
    std::optional<Kept> kept;
    store.write(id, credentials("s1"), this, [](const auto &) {});
    store.erase(id, this, [](const auto &error) { QVERIFY(!error); });
    store.erase(id, this, [](const auto &error) { QVERIFY(!error); });
    store.read(id, this, [&kept](const Kept &answer) { kept = answer; });
    QTRY_VERIFY(kept.has_value());
    QVERIFY(kept->hasValue());
    QVERIFY(!kept->value());
}

void tst_MemorySecretStore::write_empty_isRefused()
{
    MemorySecretStore store;
    std::optional<Error> error;
    store.write(ProfileId(QStringLiteral("p")), credentials(""), this,
                [&error](const auto &answer) { error = answer; });
    QTRY_VERIFY(error.has_value());
    QCOMPARE(error->kind, Error::Kind::LocalFault);
}

void tst_MemorySecretStore::callback_neverFromInsideTheCall()
{
    MemorySecretStore store;
    int calls = 0;
    store.read(ProfileId(QStringLiteral("p")), this, [&calls](const Kept &) { ++calls; });
    QCOMPARE(calls, 0);
    QTRY_COMPARE(calls, 1);
}

void tst_MemorySecretStore::cancel_answersOnce()
{
    MemorySecretStore store;
    std::vector<Error::Kind> kinds;
    const CallHandle call =
        store.read(ProfileId(QStringLiteral("p")), this, [&kinds](const Kept &answer) {
            kinds.push_back(answer ? Error::Kind::BadReply : answer.error().kind);
        });
    call.cancel();
    call.cancel();
    QTRY_COMPARE(kinds.size(), std::size_t(1));
    QCOMPARE(kinds[0], Error::Kind::Cancelled);
    call.cancel();
    QCoreApplication::processEvents();
    QCOMPARE(kinds.size(), std::size_t(1));
}

void tst_MemorySecretStore::deadContext_hearsNothing()
{
    MemorySecretStore store;
    int calls = 0;
    auto context = std::make_unique<QObject>();
    store.read(ProfileId(QStringLiteral("p")), context.get(), [&calls](const Kept &) { ++calls; });
    context.reset();
    bool isLater = false;
    store.read(ProfileId(QStringLiteral("p")), this, [&isLater](const Kept &) { isLater = true; });
    QTRY_VERIFY(isLater);
    QCOMPARE(calls, 0);
}

QTEST_GUILESS_MAIN(tst_MemorySecretStore)
#include "tst_memorysecretstore.moc"
