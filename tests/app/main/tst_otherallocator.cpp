// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QProcess>
#include <QTest>

//! The program also runs where another allocator was loaded before the C library.
class tst_OtherAllocator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void program_answers_data();
    void program_answers();
};

void tst_OtherAllocator::program_answers_data()
{
    QTest::addColumn<QString>("argument");
    QTest::addColumn<int>("code");
    QTest::newRow("version") << QStringLiteral("--version") << 0;
    QTest::newRow("help") << QStringLiteral("--help") << 0;
    QTest::newRow("refused") << QStringLiteral("--no-such-option") << 2;
}

void tst_OtherAllocator::program_answers()
{
    QFETCH(const QString, argument);
    QFETCH(const int, code);
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QString allocator = environment.value(QStringLiteral("ALLOCATOR"));
    QVERIFY(QFile::exists(allocator));
    environment.insert(QStringLiteral("LD_PRELOAD"), allocator);
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(PROGRAMS "/countersign"), {argument});
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.exitCode(), code);
    program.setReadChannel(code == 0 ? QProcess::StandardOutput : QProcess::StandardError);
    QVERIFY(!program.readLine().isEmpty());
}

QTEST_GUILESS_MAIN(tst_OtherAllocator)
#include "tst_otherallocator.moc"
