// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/outputmodel.h"
#include "ui/windows/outputspage.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QTreeView>

using namespace countersign;

namespace {

OutputRow row(const QString &name, const QByteArray &value)
{
    return {{TaskExecutionId(QStringLiteral("t1")), name, 0},
            QStringLiteral("find"),
            *Json::parse(value).json,
            false};
}

} // namespace

class tst_OutputsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothing_saysWhy();
    void chosenOutput_isReadWhole();
    void indented_keepsDigits_copyKeepsTheText();
    void maskedOutput_cannotBeCopied();
};

void tst_OutputsPage::nothing_saysWhy()
{
    OutputModel model;
    OutputsPage page(&model);
    page.show();
    const QString why = QStringLiteral("No task of this run has put anything out so far.");
    page.update(why);
    const auto labels = page.currentWidget()->findChildren<QLabel *>();
    const bool isSaid = std::any_of(labels.begin(), labels.end(),
                                    [&why](const QLabel *label) { return label->text() == why; });
    QVERIFY(isSaid);
    model.apply({row(QStringLiteral("a"), "1")});
    page.update({});
    QVERIFY(page.findChild<QTreeView *>()->isVisible());
    model.apply({});
    page.update(why);
    QVERIFY(!page.findChild<QTreeView *>()->isVisible());
}

void tst_OutputsPage::chosenOutput_isReadWhole()
{
    OutputModel model;
    OutputsPage page(&model);
    page.show();
    model.apply(
        {row(QStringLiteral("a"), R"("<b>first\nsecond</b>")"), row(QStringLiteral("b"), "2")});
    page.update({});
    auto *rows = page.findChild<QTreeView *>();
    auto *value = page.findChild<QPlainTextEdit *>(QStringLiteral("outputValue"));
    QVERIFY(!value->isVisible());
    rows->setCurrentIndex(model.index(0, 0));
    QVERIFY(value->isVisible());
    QCOMPARE(value->toPlainText(), QStringLiteral("<b>first\nsecond</b>"));
    QVERIFY(value->isReadOnly() && !value->accessibleName().isEmpty());
    model.apply({row(QStringLiteral("a"), R"("third")"), row(QStringLiteral("b"), "2")});
    QCOMPARE(value->toPlainText(), QStringLiteral("third"));
    page.start();
    QVERIFY(!value->isVisible());
}

void tst_OutputsPage::indented_keepsDigits_copyKeepsTheText()
{
    OutputModel model;
    OutputsPage page(&model);
    page.show();
    model.apply({row(QStringLiteral("a"), R"({"n":12345678901234567890})")});
    page.update({});
    page.findChild<QTreeView *>()->setCurrentIndex(model.index(0, 0));
    page.findChild<QCheckBox *>(QStringLiteral("indentBox"))->click();
    QCOMPARE(page.findChild<QPlainTextEdit *>(QStringLiteral("outputValue"))->toPlainText(),
             QStringLiteral("{\n  \"n\": 12345678901234567890\n}"));
    page.findChild<QPushButton *>(QStringLiteral("copyValueButton"))->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral(R"({"n":12345678901234567890})"));
}

void tst_OutputsPage::maskedOutput_cannotBeCopied()
{
    OutputModel model;
    OutputsPage page(&model);
    page.show();
    OutputRow secret = row(QStringLiteral("password"), "null");
    secret.isMasked = true;
    model.apply({secret});
    page.update({});
    page.findChild<QTreeView *>()->setCurrentIndex(model.index(0, 0));
    QVERIFY(!page.findChild<QPushButton *>(QStringLiteral("copyValueButton"))->isEnabled());
}

QTEST_MAIN(tst_OutputsPage)
#include "tst_outputspage.moc"
