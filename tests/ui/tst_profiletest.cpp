// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "profilesbench.h"
#include "tests/support/faultserver.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QTest>

using namespace countersign;

namespace {

const QString canary = QStringLiteral("canary-secret-of-a-key");

} // namespace

//! Testing a profile in the dialog, on the real sandbox.
class TestProfileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<ProfilesBench>(); }
    void cleanup() { m_bench.reset(); }
    void tested_accountIsSavedWithIt();
    void wrongSecret_isSaidInASentence();
    void fourRights_showWhatIsMissing();
    void olderSignature_isTakenOver();
    void editedAfterTheTest_resultIsDropped();

private:
    std::unique_ptr<ProfilesBench> m_bench;
};

void TestProfileTest::tested_accountIsSavedWithIt()
{
    m_bench->startSandbox();
    m_bench->open();
    m_bench->m_dialog->addProfile();
    m_bench->fillNew(QStringLiteral("mine"), *m_bench->user("li.wei").credentials);
    m_bench->press("testButton");
    QVERIFY(m_bench->find<QWidget>("testPage")->isVisible());
    QVERIFY(m_bench->find<QWidget>("progressBar")->isVisible());
    // While it runs the secret is already out of the field, and still there to be saved.
    QVERIFY(m_bench->secretLine()->text().isEmpty());
    QVERIFY(m_bench->secretLine()->placeholderText().startsWith(
        QStringLiteral("entered, not saved yet")));
    QTRY_VERIFY_WITH_TIMEOUT(
        m_bench->words("summaryLabel").contains(QStringLiteral("everything that was")), 20'000);
    QVERIFY(!m_bench->find<QWidget>("progressBar")->isVisible());
    const QString texts = allTexts(*m_bench->find<QWidget>("checkView"));
    QVERIFY2(texts.contains(QStringLiteral("You act as the user li.wei in account ")),
             qPrintable(texts));
    QVERIFY(texts.contains(QStringLiteral("A call in the shape of a decision arrives whole.")));
    QVERIFY(texts.contains(QStringLiteral("Good")));
    QVERIFY(!m_bench->find<QWidget>("checkView")->findChild<QPlainTextEdit *>()->isVisible());
    m_bench->save();
    QCOMPARE(m_bench->onDisk().size(), std::size_t(1));
    QCOMPARE(m_bench->onDisk().front().accountId,
             m_bench->m_sandbox->announcement().profile.accountId);
    QVERIFY(m_bench->registry().isUnlocked(m_bench->onDisk().front().id));
}

void TestProfileTest::wrongSecret_isSaidInASentence()
{
    m_bench->startSandbox();
    m_bench->open();
    m_bench->m_dialog->addProfile();
    m_bench->fillNew(QStringLiteral("mine"),
                     *key(m_bench->user("li.wei").credentials->accessKeyId, canary));
    m_bench->press("testButton");
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->words("summaryLabel").contains(QStringLiteral("ended with")),
                             20'000);
    const QString texts = allTexts(*m_bench->find<QWidget>("checkView"));
    QVERIFY2(texts.contains(QStringLiteral("The service does not accept these credentials: the "
                                           "secret is not that of this key (")),
             qPrintable(texts));
    QVERIFY(texts.contains(QStringLiteral("Problem")));
    QVERIFY(!allTexts(*m_bench->m_dialog).contains(canary));
    // What was found is no reason not to save.
    QVERIFY(m_bench->find<QPushButton>("saveButton")->isEnabled());
}

void TestProfileTest::fourRights_showWhatIsMissing()
{
    m_bench->startSandbox();
    m_bench->open();
    m_bench->m_dialog->addProfile();
    m_bench->fillNew(QStringLiteral("few"),
                     *m_bench->m_sandbox->announcement().users.back().credentials);
    m_bench->press("testButton");
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->words("summaryLabel").contains(QStringLiteral("ended with")),
                             20'000);
    const QString texts = allTexts(*m_bench->find<QWidget>("checkView"));
    QVERIFY2(texts.contains(QStringLiteral("The right oos:ListExecutionLogs is missing.")),
             qPrintable(texts));
    auto *policy = m_bench->find<QWidget>("checkView")->findChild<QPlainTextEdit *>();
    QVERIFY(policy->isVisible());
    QVERIFY(policy->isReadOnly());
    QVERIFY(policy->toPlainText().contains(QStringLiteral("\"oos:ListExecutionLogs\"")));
    QVERIFY(!policy->toPlainText().contains(QStringLiteral("\"oos:ListExecutions\"")));
    QTest::mouseClick(m_bench->find<QWidget>("checkView")->findChild<QPushButton *>(),
                      Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), policy->toPlainText());
}

void TestProfileTest::olderSignature_isTakenOver()
{
    m_bench->startSandbox();
    FaultServer server;
    const QByteArray identity =
        R"({"IdentityType":"RAMUser","AccountId":"1000000000000001","UserId":"2",)"
        R"("PrincipalId":"2","Arn":"acs:ram::1000000000000001:user/li.wei","RequestId":"r-1"})";
    const QByteArray refused =
        R"({"RequestId":"r-2","Code":"SignatureDoesNotMatch","Message":"no","HostId":"h"})";
    const auto page = [](const char *size) -> QByteArray {
        return R"({"RequestId":"r-3","Executions":[],"NextToken":"","MaxResults":)" +
               QByteArray(size) + "}";
    };
    server.setScripts({faults::answer(200, identity), faults::answer(200, page("20")),
                       faults::answer(400, refused), faults::answer(200, page("20")),
                       faults::answer(200, page("17")), faults::answer(200, page("20")),
                       faults::answer(200, page("20")), faults::answer(200, page("20")),
                       faults::answer(200, page("20")), faults::answer(200, page("20"))});
    m_bench->open();
    m_bench->m_dialog->addProfile();
    m_bench->fillNew(QStringLiteral("old"), *m_bench->user("li.wei").credentials);
    m_bench->showTab(2);
    m_bench->type("addressEdit", server.address().toString());
    m_bench->type("stsEdit", server.address().toString());
    auto *scheme = m_bench->find<QComboBox>("schemeCombo");
    QCOMPARE(scheme->currentText(), QStringLiteral("ACS3-HMAC-SHA256"));
    m_bench->press("testButton");
    QTRY_COMPARE_WITH_TIMEOUT(scheme->currentText(), QStringLiteral("HMAC-SHA1"), 20'000);
    QVERIFY(
        m_bench->words("statusLabel").contains(QStringLiteral("switched to the one that works")));
    // The switch is a result of the test, not an end of it.
    QVERIFY(!m_bench->m_profiles->checkLines().empty());
    m_bench->save();
    QCOMPARE(m_bench->onDisk().size(), std::size_t(1));
    QCOMPARE(m_bench->onDisk().front().scheme, SignatureScheme::V1);
}

void TestProfileTest::editedAfterTheTest_resultIsDropped()
{
    m_bench->startSandbox();
    m_bench->open();
    m_bench->m_dialog->addProfile();
    m_bench->fillNew(QStringLiteral("mine"), *m_bench->user("li.wei").credentials);
    m_bench->press("testButton");
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->words("summaryLabel").contains(QStringLiteral("has ended")),
                             20'000);
    m_bench->showTab(0);
    m_bench->type("nameEdit", QStringLiteral("renamed"));
    QVERIFY(!m_bench->m_profiles->testedAccount().isEmpty());
    m_bench->typeSecret(canary);
    QVERIFY(m_bench->m_profiles->testedAccount().isEmpty());
    QVERIFY(
        m_bench->words("summaryLabel").contains(QStringLiteral("has changed since it was tested")));
    m_bench->save();
    QCOMPARE(m_bench->onDisk().size(), std::size_t(1));
    QVERIFY(m_bench->onDisk().front().accountId.isEmpty());
}

QTEST_MAIN(TestProfileTest)
#include "tst_profiletest.moc"
