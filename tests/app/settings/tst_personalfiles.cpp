// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/personalfiles.h"
#include "tests/support/manualclock.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;

class tst_PersonalFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noiseEverywhere_isNamedAndKept();
    void unwritableFolder_isNamed();
};

void tst_PersonalFiles::noiseEverywhere_isNamedAndKept()
{
    const QTemporaryDir folder;
    const QStringList names{QStringLiteral("settings.ini"), QStringLiteral("drafts.json"),
                            QStringLiteral("later.json"),   QStringLiteral("followed.json"),
                            QStringLiteral("told.json"),    QStringLiteral("notes.json"),
                            QStringLiteral("views.json")};
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("\x00\x01\xff\xfe noise", 10));
    }
    const ManualClock clock;
    PersonalFiles files(folder.path(), clock);
    QCOMPARE(files.problems().size(), std::size_t(7));
    QStringList named;
    for (const DocumentProblem &problem : files.problems()) {
        QCOMPARE(problem.kind, DocumentProblem::Kind::SetAside);
        QVERIFY(QFile::exists(folder.filePath(problem.keptAs)));
        named += problem.fileName;
    }
    named.sort();
    QStringList sorted = names;
    sorted.sort();
    QCOMPARE(named, sorted);
    files.settings.setColorScheme(ColorScheme::Dark);
    files.flush();
    QVERIFY(QFile::exists(folder.filePath(QStringLiteral("settings.ini"))));
}

void tst_PersonalFiles::unwritableFolder_isNamed()
{
    // A folder that is a file takes nothing, whoever asks.
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("f")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const ManualClock clock;
    PersonalFiles files(folder.filePath(QStringLiteral("f")), clock);
    files.drafts.keep({{ProfileId(QStringLiteral("p")), RegionId(QStringLiteral("r"))},
                       ExecutionId(QStringLiteral("exec-1")),
                       {}},
                      QStringLiteral("note"));
    files.settings.setColorScheme(ColorScheme::Dark);
    files.flush();
    QVERIFY(!files.problems().empty());
    // What was typed is still there as long as the program runs.
    QCOMPARE(files.drafts.count(), 1);
}

QTEST_GUILESS_MAIN(tst_PersonalFiles)
#include "tst_personalfiles.moc"
