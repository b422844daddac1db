// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settings.h"
#include "app/viewmodels/decisionretention.h"
#include "journalbook.h"

#include <QSettings>

using namespace countersign;
using namespace countersign::journaltest;

namespace {

//! Often enough for a test.
constexpr RetentionTimes soon{std::chrono::milliseconds(1), std::chrono::milliseconds(1)};

void passDays(Book &book, int days)
{
    book.clock.advance(std::chrono::hours(24) * days);
}

} // namespace

class tst_DecisionRetention : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void forEver_nothingGoes();
    void atTheStart_whatIsOverItsTimeGoes();
    void everyDay_onceADay();
    void wishChanges_appliesAtOnce();
    void unsettled_alwaysStays();
    void leaving_isWhatGoes();
    void clockFarAhead_takesNothingOff();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_store;
    std::unique_ptr<Settings> m_settings;
};

void tst_DecisionRetention::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("settings.ini")),
                                          QSettings::IniFormat);
    m_settings = std::make_unique<Settings>(*m_store);
}

void tst_DecisionRetention::forEver_nothingGoes()
{
    Book book;
    QVERIFY(book.add(record(1), toDone));
    passDays(book, 3'000);
    DecisionRetention retention(book.journal, *m_settings, book.clock, soon);
    retention.start();
    QTest::qWait(50);
    QCOMPARE(book.journal.entries().size(), std::size_t(1));
    QCOMPARE(retention.leaving(0), qint64(0));
    QCOMPARE(retention.leaving(24), qint64(1));
}

void tst_DecisionRetention::atTheStart_whatIsOverItsTimeGoes()
{
    Book book;
    QVERIFY(book.add(record(1), toDone)); // on 2026-11-27
    passDays(book, 31);
    QVERIFY(book.add(record(2), toDone));
    m_settings->setKeepMonths(1);
    DecisionRetention retention(book.journal, *m_settings, book.clock, soon);
    QCOMPARE(book.journal.entries().size(), std::size_t(2));
    retention.start();
    QTRY_COMPARE(book.journal.entries().size(), std::size_t(1));
    QCOMPARE(book.journal.entries().front().record.id, record(2).id);
}

void tst_DecisionRetention::everyDay_onceADay()
{
    Book book;
    QVERIFY(book.add(record(1), toDone));
    m_settings->setKeepMonths(1);
    DecisionRetention retention(book.journal, *m_settings, book.clock, soon);
    retention.start();
    QTest::qWait(30);
    QCOMPARE(book.journal.entries().size(), std::size_t(1));
    passDays(book, 31);
    QTRY_VERIFY(book.journal.entries().empty());
}

void tst_DecisionRetention::wishChanges_appliesAtOnce()
{
    Book book;
    QVERIFY(book.add(record(1), toDone));
    passDays(book, 100);
    QVERIFY(book.add(record(2), toDone));
    DecisionRetention retention(book.journal, *m_settings, book.clock);
    m_settings->setKeepMonths(12);
    QCOMPARE(book.journal.entries().size(), std::size_t(2));
    m_settings->setKeepMonths(3);
    QCOMPARE(book.journal.entries().size(), std::size_t(1));
}

void tst_DecisionRetention::unsettled_alwaysStays()
{
    Book book;
    QVERIFY(book.add(record(1), toUnknown));
    QVERIFY(book.add(
        record(2), {DecisionState::Sending, DecisionState::Ambiguous, DecisionState::Unresolved}));
    QVERIFY(book.add(record(3), {DecisionState::Sending, DecisionState::Accepted}));
    passDays(book, 1'000);
    DecisionRetention retention(book.journal, *m_settings, book.clock);
    QCOMPARE(retention.leaving(1), qint64(0));
    m_settings->setKeepMonths(1);
    QCOMPARE(book.journal.entries().size(), std::size_t(3));
    // Closed, it has ended on this day.
    QVERIFY(!book.journal.close(record(2).id, QStringLiteral("looked at it")));
    QCOMPARE(retention.leaving(1), qint64(0));
    passDays(book, 40);
    QCOMPARE(retention.leaving(1), qint64(1));
}

void tst_DecisionRetention::leaving_isWhatGoes()
{
    Book book;
    for (int number = 1; number <= 5; ++number) {
        QVERIFY(book.add(record(number), toDone));
        passDays(book, 40);
    }
    DecisionRetention retention(book.journal, *m_settings, book.clock);
    for (const int months : {24, 12, 3, 1}) {
        const auto before = static_cast<qint64>(book.journal.entries().size());
        const qint64 leaving = retention.leaving(months);
        m_settings->setKeepMonths(months);
        QCOMPARE(static_cast<qint64>(book.journal.entries().size()), before - leaving);
    }
    QVERIFY(book.journal.entries().empty());
}

void tst_DecisionRetention::clockFarAhead_takesNothingOff()
{
    Book book;
    QVERIFY(book.add(record(1), toDone));
    DecisionRetention retention(book.journal, *m_settings, book.clock);
    book.clock.jump(std::chrono::hours(24) * 365 * 10);
    m_settings->setKeepMonths(12);
    m_settings->setKeepMonths(1);
    QCOMPARE(book.journal.entries().size(), std::size_t(1));
    // A decision is recorded at the service's time only.
    QVERIFY(book.add(record(2), toDone));
    m_settings->setKeepMonths(12);
    QCOMPARE(book.journal.entries().size(), std::size_t(1));
    QCOMPARE(book.journal.entries().front().record.id, record(2).id);
}

QTEST_GUILESS_MAIN(tst_DecisionRetention)
#include "tst_decisionretention.moc"
