// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/lentcallers.h"
#include "tests/fakes/fakeissuer.h"

#include <QTest>

using namespace countersign;
using namespace std::chrono_literals;

//! When what rests on a profile's keys must go, and when it lives on.
class tst_LentCallers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void sameCaller_isTheSame();
    void unknownCaller_changesNothing();
    void anotherCaller_isAnother();
    void whileItIsTold_isSettledAlready();
    void anotherSource_isAnother();

private:
    //! Keys of `session`, or of nobody knows whom.
    void renew(const QString &session);
    quint64 generation() { return m_callers->generation(m_id); }
    static CallerIdentity callerNamed(const QString &session);

    const ProfileId m_id{QStringLiteral("first")};
    std::unique_ptr<ProfileRegistry> m_profiles;
    std::unique_ptr<LentCallers> m_callers;
};

void tst_LentCallers::init()
{
    m_profiles = std::make_unique<ProfileRegistry>();
    m_callers = std::make_unique<LentCallers>(*m_profiles);
    Profile profile;
    profile.id = m_id;
    profile.source.kind = KeyKind::Program;
    m_profiles->setProfile(profile);
}

CallerIdentity tst_LentCallers::callerNamed(const QString &session)
{
    CallerIdentity caller;
    caller.accountId = QStringLiteral("1000000000000001");
    caller.principalId = QStringLiteral("300000000000000077:") + session;
    return caller;
}

void tst_LentCallers::renew(const QString &session)
{
    const QDateTime now(QDate(2026, 11, 27), QTime(10, 0), Qt::UTC);
    IssuedKeys keys = sessionKeys(QStringLiteral("x"), now, 900s);
    keys.caller = session.isEmpty() ? std::nullopt : std::optional(callerNamed(session));
    m_callers->beginRenewal(m_id, keys.caller);
    QVERIFY(m_profiles->renewCredentials(m_id, keys));
    m_callers->endRenewal(m_id);
}

void tst_LentCallers::sameCaller_isTheSame()
{
    renew(QStringLiteral("li.wei"));
    const quint64 before = generation();
    renew(QStringLiteral("li.wei"));
    QVERIFY(m_profiles->setIdentity(m_id, callerNamed(QStringLiteral("li.wei"))));
    QCOMPARE(generation(), before);
}

//! The registry, which must not rest a decision on it, counts it as another one.
void tst_LentCallers::unknownCaller_changesNothing()
{
    renew(QStringLiteral("li.wei"));
    const quint64 before = generation();
    const quint64 lending = m_profiles->lending(m_id);
    renew({});
    QVERIFY(m_profiles->lending(m_id) != lending);
    QCOMPARE(generation(), before);
    renew({});
    renew(QStringLiteral("li.wei"));
    QCOMPARE(generation(), before);
}

void tst_LentCallers::anotherCaller_isAnother()
{
    renew(QStringLiteral("li.wei"));
    const quint64 first = generation();
    renew({});
    renew(QStringLiteral("zhao.min"));
    const quint64 second = generation();
    QVERIFY(second != first);
    // Read only when the keys are lent already.
    renew({});
    QCOMPARE(generation(), second);
    QVERIFY(m_profiles->setIdentity(m_id, callerNamed(QStringLiteral("li.wei"))));
    QVERIFY(generation() != second);
}

//! Whoever hears of the change looks at once.
void tst_LentCallers::whileItIsTold_isSettledAlready()
{
    renew(QStringLiteral("li.wei"));
    const quint64 before = generation();
    std::vector<quint64> heard;
    connect(m_profiles.get(), &ProfileRegistry::changed, this,
            [this, &heard] { heard.push_back(generation()); });
    renew({});
    QCOMPARE(heard, std::vector{before});
    heard.clear();
    renew(QStringLiteral("zhao.min"));
    QCOMPARE(heard, std::vector{generation()});
    QVERIFY(heard.front() != before);
    m_profiles->disconnect(this);
}

void tst_LentCallers::anotherSource_isAnother()
{
    renew(QStringLiteral("li.wei"));
    const quint64 before = generation();
    Profile profile = *m_profiles->profile(m_id);
    profile.source.command = QStringLiteral("/usr/bin/print-other-keys");
    m_profiles->setProfile(profile);
    const quint64 after = generation();
    QVERIFY(after != before);
    renew(QStringLiteral("zhao.min")); // the first one of that source
    QCOMPARE(generation(), after);
}

QTEST_GUILESS_MAIN(tst_LentCallers)
#include "tst_lentcallers.moc"
