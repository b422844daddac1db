// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/followedmodel.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace countersign;

namespace {

FollowedRun followed(int number)
{
    FollowedRun run;
    run.place = {ProfileId(QStringLiteral("p")), RegionId(QStringLiteral("cn-hangzhou"))};
    run.executionId = ExecutionId(QStringLiteral("exec-%1").arg(number));
    run.profileAlias = QStringLiteral("acme-prod");
    run.templateName = QStringLiteral("restart-web-fleet");
    run.taskName = QStringLiteral("approveRestart");
    run.decidedAt = QDateTime({2026, 11, 27}, {10, 0}, Qt::UTC).addSecs(-number);
    return run;
}

FollowedRun asRead(FollowedRun run, RunStatus status, const QString &text)
{
    run.status = status;
    run.statusText = text;
    run.readAt = run.decidedAt.addSecs(60);
    return run;
}

QStringList printed(const FollowedModel &model, int row)
{
    QStringList cells;
    for (int column = 0; column < model.columnCount(); ++column)
        cells += model.index(row, column).data().toString();
    return cells;
}

} // namespace

class tst_FollowedModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }
    void columns_giveTheFacts();
    void state_hasItsOwnWords();
    void progress_isOneChangedRow();
    void randomLists_neverReset();
    void sameRunTwice_isShownOnce();
    void accessibleText_saysAll();
    void texts_ofHostileRun_haveNoControlOrMarkup();
};

void tst_FollowedModel::columns_giveTheFacts()
{
    FollowedModel model;
    FollowedRun unnamed = followed(2);
    unnamed.templateName.clear();
    unnamed.act = Act::Reject;
    model.apply({asRead(followed(1), RunStatus::Running, QStringLiteral("Running")), unnamed});
    QCOMPARE(model.columnCount(), 4);
    QCOMPARE(model.columnCount(model.index(0, 0)), 0);
    QCOMPARE(model.rowCount(model.index(0, 0)), 0);
    const QStringList first = printed(model, 0);
    QCOMPARE(first.at(0), QStringLiteral("restart-web-fleet"));
    QCOMPARE(first.at(1), QStringLiteral("Running"));
    QCOMPARE(first.at(2), QStringLiteral("acme-prod / cn-hangzhou"));
    QVERIFY(first.at(3).startsWith(QStringLiteral("Approve, ")));
    const QStringList second = printed(model, 1);
    QCOMPARE(second.at(0), QStringLiteral("exec-2"));
    QCOMPARE(second.at(1), QStringLiteral("Not read yet"));
    QVERIFY(second.at(3).startsWith(QStringLiteral("Reject, ")));
    QVERIFY(model.index(0, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("exec-1")));
    QSet<QString> headers;
    for (int column = 0; column < model.columnCount(); ++column)
        headers.insert(model.headerData(column, Qt::Horizontal).toString());
    QCOMPARE(headers.size(), 4);
    QVERIFY(!headers.contains(QString()));
}

void tst_FollowedModel::state_hasItsOwnWords()
{
    FollowedRun failed = asRead(followed(1), RunStatus::Failed, QStringLiteral("Failed"));
    QCOMPARE(followedStateText(failed), QStringLiteral("Failed"));
    failed.failedTask = QStringLiteral("install");
    QCOMPARE(followedStateText(failed), QStringLiteral("Failed: task install"));
    FollowedRun missing = followed(2);
    missing.isMissing = true;
    QCOMPARE(followedStateText(missing),
             QStringLiteral("The service does not know this run any more."));
    const FollowedRun strange =
        asRead(followed(3), RunStatus::Unknown, QStringLiteral("Hibernating"));
    QVERIFY(followedStateText(strange).contains(QStringLiteral("Hibernating")));
    FollowedModel model;
    model.apply({failed, missing, strange});
    QCOMPARE(model.index(0, 0).data(FollowedModel::StatusRole).value<RunStatus>(),
             RunStatus::Failed);
    QVERIFY(model.index(0, 0).data(FollowedModel::IsEndedRole).toBool());
    QVERIFY(model.index(1, 0).data(FollowedModel::IsEndedRole).toBool());
    QVERIFY(!model.index(2, 0).data(FollowedModel::IsEndedRole).toBool());
}

void tst_FollowedModel::progress_isOneChangedRow()
{
    FollowedModel model;
    std::vector<FollowedRun> runs{followed(1), followed(2), followed(3)};
    model.apply(runs);
    const QSignalSpy changed(&model, &FollowedModel::dataChanged);
    model.apply(runs);
    QCOMPARE(changed.count(), 0);
    runs[1] = asRead(runs[1], RunStatus::Success, QStringLiteral("Success"));
    model.apply(runs);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed[0][0].toModelIndex(), model.index(1, 0));
    QCOMPARE(changed[0][1].toModelIndex(), model.index(1, model.columnCount() - 1));
}

void tst_FollowedModel::randomLists_neverReset()
{
    FollowedModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QSignalSpy aboutToReset(&model, &FollowedModel::modelAboutToBeReset);
    const QSignalSpy reset(&model, &FollowedModel::modelReset);
    QRandomGenerator random(17);
    for (int round = 0; round < 300; ++round) {
        std::vector<FollowedRun> runs;
        for (int number = 0; number < 30; ++number) {
            if (random.bounded(3) > 0)
                runs.push_back(random.bounded(4) ? followed(number)
                                                 : asRead(followed(number), RunStatus::Running,
                                                          QStringLiteral("Running")));
        }
        if (runs.size() > 1)
            std::swap(runs.front(), runs[random.bounded(quint32(runs.size()))]);
        std::vector<std::pair<QPersistentModelIndex, ExecutionId>> held;
        for (int row = 0; row < model.rowCount(); ++row)
            held.emplace_back(model.index(row, row % 4), model.runAt(row).executionId);
        model.apply(runs);
        QCOMPARE(model.rowCount(), static_cast<int>(runs.size()));
        for (int row = 0; row < model.rowCount(); ++row)
            QVERIFY(model.runAt(row) == runs[static_cast<std::size_t>(row)]);
        for (const auto &[index, id] : held)
            QVERIFY(!index.isValid() || model.runAt(index.row()).executionId == id);
    }
    QCOMPARE(aboutToReset.count() + reset.count(), 0);
}

void tst_FollowedModel::sameRunTwice_isShownOnce()
{
    FollowedModel model;
    FollowedRun again = followed(1);
    again.place.profile = ProfileId(QStringLiteral("other"));
    again.profileAlias = QStringLiteral("acme-other");
    model.apply({followed(1), followed(2), again});
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(model.runAt(0) == followed(1));
    QVERIFY(model.runAt(1) == followed(2));
}

void tst_FollowedModel::accessibleText_saysAll()
{
    FollowedModel model;
    model.apply({asRead(followed(1), RunStatus::Running, QStringLiteral("Running"))});
    const QString text = model.index(0, 0).data(Qt::AccessibleTextRole).toString();
    for (const QString &cell : printed(model, 0))
        QVERIFY2(text.contains(cell), qPrintable(text));
}

void tst_FollowedModel::texts_ofHostileRun_haveNoControlOrMarkup()
{
    const QString hostile = QStringLiteral("<img src='file:///etc/passwd'>%1%2\u202E\u200B") +
                            QChar(0) + QChar(0xD800) + QStringLiteral("\n\t") +
                            QString(100'000, u'x');
    FollowedRun run = asRead(followed(1), RunStatus::Failed, hostile);
    run.executionId = ExecutionId(hostile);
    run.place.region = RegionId(hostile);
    for (QString *text : {&run.profileAlias, &run.templateName, &run.taskName, &run.failedTask})
        *text = hostile;
    FollowedModel model;
    for (const bool hasTemplate : {true, false}) {
        if (!hasTemplate)
            run.templateName.clear();
        model.apply({run});
        for (int column = 0; column < model.columnCount(); ++column) {
            for (const int role :
                 {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole)}) {
                const QString text = model.index(0, column).data(role).toString();
                QVERIFY(text.size() < 5'000);
                for (const QChar character : text)
                    QVERIFY((character == u'\n' || character.isPrint()) &&
                            !character.isSurrogate());
                if (role == Qt::ToolTipRole)
                    QVERIFY(!text.contains(QStringLiteral("<img")));
            }
        }
    }
}

QTEST_GUILESS_MAIN(tst_FollowedModel)
#include "tst_followedmodel.moc"
