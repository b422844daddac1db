// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/templates/templateoutline.h"
#include "app/viewmodels/parameterfieldmodel.h"
#include "dialogchecks.h"
#include "hostiletexts.h"
#include "ui/dialogs/parameterspane.h"
#include "ui/editor/jsoneditor.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QCompleter>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabWidget>
#include <QTest>
#include <QVBoxLayout>
#include <QWheelEvent>

using namespace countersign;

namespace {

const QString canary = QStringLiteral("canary-of-the-run");

const QString paneTemplate = QStringLiteral(R"(FormatVersion: OOS-2019-06-01
Parameters:
  instanceId:
    Type: String
    Label: {en: Machine & disk, zh-cn: 实例}
    Description: {en: Which machine}
    AssociationProperty: ALIYUN::ECS::Instance::InstanceId
  timeout: {Type: Number, Default: 600, MinValue: 60, MaxValue: 3600}
  dryRun: {Type: Boolean, Default: false}
  size: {Type: String, AllowedValues: [small, large, 10], Default: small}
  tags: {Type: Json, Default: {a: 1}}
  password: {Type: String, NoEcho: true}
Tasks:
  - Name: waitReady
    Action: ACS::WaitFor
    Properties:
      Service: ECS
)");

TemplateOutline outlineOfText(const QString &text)
{
    return outlineOf(readTemplateTree(text).tree.value_or(TemplateTree()));
}

ParameterBasis paneBasis()
{
    Execution run;
    run.parameters = {
        *Json::parse("{\"instanceId\":\"i-bp1\",\"password\":\"" + canary.toUtf8() + "\"}").json,
        {}};
    TaskExecution first;
    first.taskName = QStringLiteral("runInstance");
    first.outputs = {*Json::parse("{\"instanceId\":\"i-bp9\"}").json, {}};
    return basisForTask(outlineOfText(paneTemplate), run, {first}, QStringLiteral("waitReady"),
                        QStringLiteral("en_GB"));
}

//! A pane in an active window.
class Bench
{
public:
    explicit Bench(ParameterBasis basis = paneBasis())
        : model(std::move(basis))
        , pane(model)
    {
        pane.resize(560, 480);
        pane.show();
        pane.activateWindow();
        if (!QTest::qWaitForWindowActive(&pane))
            qFatal("the window does not become active");
    }

    template <class Widget>
    Widget *find(const QString &name)
    {
        auto *widget = pane.findChild<Widget *>(name);
        if (!widget)
            qFatal("no %s", qPrintable(name));
        return widget;
    }
    QString words(const QString &name) { return find<QLabel>(name)->text(); }
    void type(const QString &name, const QString &text)
    {
        auto *line = find<QLineEdit>(name);
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
    }
    QPushButton *takeBackButton(const QString &name)
    {
        for (auto *button : pane.findChildren<QPushButton *>()) {
            if (button->isVisible() && button->accessibleName().startsWith(u"Take back") &&
                button->accessibleName().endsWith(name))
                return button;
        }
        return nullptr;
    }
    JsonEditor *editor() { return find<JsonEditor>(QStringLiteral("editor")); }
    QWidget *area() { return find<QWidget>(QStringLiteral("parametersEditor")); }
    void showText() { find<QTabWidget>(QStringLiteral("tabs"))->setCurrentIndex(1); }

    ParametersViewModel model;
    ParametersPane pane;
};

//! All that assistive technology can read of a widget and what is in it.
QString heard(QWidget *root)
{
    QStringList texts;
    QList<QWidget *> widgets = root->findChildren<QWidget *>();
    widgets += root;
    for (QWidget *widget : widgets) {
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        if (!interface)
            continue;
        for (const QAccessible::Text text :
             {QAccessible::Name, QAccessible::Description, QAccessible::Value})
            texts += interface->text(text);
        if (QAccessibleTextInterface *content = interface->textInterface())
            texts += content->text(0, content->characterCount());
        texts += widget->toolTip();
    }
    return texts.join(QLatin1Char('\n'));
}

} // namespace

class TestParametersPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formAndText_areOneDocument();
    void typing_isNotDisturbed();
    void longValues_areNotCut();
    void usualValues_standInGrey();
    void editedFields_areMarkedAndTakenBack();
    void choicesAndTruth();
    void blocks_startFromTheUsualValue();
    void problems_standBesideTheField();
    void brokenText_closesTheForm();
    void placeButton_goesThere();
    void insertMenu_offersOutputs();
    void lines_completeOutputs();
    void secrets_areNotShown();
    void secretsTypedIntoTheText_areHiddenOnLeaving();
    void writtenByAssistiveTechnology_countsAsTyped();
    void everythingHasANameAndIsReached();
    void embedded_isReachedAsAWhole();
    void labelsAreBuddies();
    void manyFields_scrollAndFollowTheFocus();
    void wheelOverTheForm_changesNothing();
    void membersThatNothingDeclares_comeAndGo();
    void hostileTemplate_isPlainText();
    void longTexts_keepTheirPlace();
};

void TestParametersPane::formAndText_areOneDocument()
{
    Bench bench;
    bench.type(QStringLiteral("instanceId"), QStringLiteral("i-2"));
    QCOMPARE(bench.editor()->text(), QStringLiteral("{\n  \"instanceId\": \"i-2\"\n}"));
    bench.showText();
    bench.area()->setFocus();
    bench.editor()->goTo(2, 18);
    QTest::keyClicks(bench.area(), QStringLiteral("x"));
    QCOMPARE(bench.find<QLineEdit>(QStringLiteral("instanceId"))->text(), QStringLiteral("xi-2"));
    QCOMPARE(bench.model.text(), QStringLiteral("{\n  \"instanceId\": \"xi-2\"\n}"));
    // One undo of the editor takes back what the form has done, too.
    QTest::keyClick(bench.area(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(bench.find<QLineEdit>(QStringLiteral("instanceId"))->text(), QStringLiteral("i-2"));
}

void TestParametersPane::typing_isNotDisturbed()
{
    Bench bench;
    auto *line = bench.find<QLineEdit>(QStringLiteral("timeout"));
    bench.type(QStringLiteral("timeout"), QStringLiteral(" 0600 "));
    QCOMPARE(line->text(), QStringLiteral(" 0600 "));
    QCOMPARE(line->cursorPosition(), 6);
    line->setCursorPosition(1);
    QTest::keyClick(line, Qt::Key_Delete);
    QCOMPARE(line->text(), QStringLiteral(" 600 "));
    QCOMPARE(line->cursorPosition(), 1);
    QCOMPARE(bench.model.text(), QStringLiteral("{\n  \"timeout\": 600\n}"));
    line->selectAll();
    QTest::keyClick(line, Qt::Key_Delete);
    QCOMPARE(bench.model.text(), QStringLiteral("{}"));
}

void TestParametersPane::longValues_areNotCut()
{
    Bench bench;
    const QString value(7'000, QLatin1Char('x'));
    bench.model.enter(QStringLiteral("instanceId"), value);
    auto *line = bench.find<QLineEdit>(QStringLiteral("instanceId"));
    line->setFocus();
    QTest::keyClick(line, Qt::Key_End);
    QTest::keyClicks(line, QStringLiteral("y"));
    QCOMPARE(bench.model.text(),
             QString(QStringLiteral("{\n  \"instanceId\": \"") + value + QStringLiteral("y\"\n}")));
    // What is longer than a field is good for is left to the text, whole.
    const QString pasted(50'000, QLatin1Char('z'));
    line->selectAll();
    line->insert(pasted);
    QCOMPARE(bench.model.text(),
             QString(QStringLiteral("{\n  \"instanceId\": \"") + pasted + QStringLiteral("\"\n}")));
    QVERIFY(!line->isEnabled());
    QVERIFY(line->placeholderText().contains(QStringLiteral("JSON")));
    QTest::mouseClick(bench.takeBackButton(QStringLiteral("Machine & disk")), Qt::LeftButton);
    QVERIFY(line->isEnabled());
    QCOMPARE(bench.model.text(), QStringLiteral("{}"));
}

void TestParametersPane::usualValues_standInGrey()
{
    Bench bench;
    QCOMPARE(bench.find<QLineEdit>(QStringLiteral("instanceId"))->placeholderText(),
             QStringLiteral("i-bp1 (from the run)"));
    QCOMPARE(bench.find<QLineEdit>(QStringLiteral("timeout"))->placeholderText(),
             QStringLiteral("600 (default)"));
    QCOMPARE(bench.find<QComboBox>(QStringLiteral("size"))->currentText(),
             QStringLiteral("small (default)"));
    QCOMPARE(bench.find<QLineEdit>(QStringLiteral("password"))->placeholderText(),
             QStringLiteral("•••••••• (kept, not shown)"));
    QCOMPARE(bench.model.text(), QStringLiteral("{}"));
}

void TestParametersPane::editedFields_areMarkedAndTakenBack()
{
    Bench bench;
    QVERIFY(!bench.takeBackButton(QStringLiteral("Machine & disk")));
    bench.type(QStringLiteral("instanceId"), QStringLiteral("i-2"));
    QPushButton *button = bench.takeBackButton(QStringLiteral("Machine & disk"));
    QVERIFY(button);
    auto *line = bench.find<QLineEdit>(QStringLiteral("instanceId"));
    QVERIFY(line->accessibleDescription().contains(QStringLiteral("edited")));
    QVERIFY(line->accessibleDescription().contains(QStringLiteral("i-bp1 (from the run)")));
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(bench.model.text(), QStringLiteral("{}"));
    QVERIFY(line->text().isEmpty());
    QVERIFY(line->hasFocus());
    QVERIFY(!button->isVisible());
}

void TestParametersPane::choicesAndTruth()
{
    Bench bench;
    auto *size = bench.find<QComboBox>(QStringLiteral("size"));
    size->setCurrentIndex(3);
    QCOMPARE(bench.model.text(), QStringLiteral("{\n  \"size\": 10\n}"));
    auto *dryRun = bench.find<QComboBox>(QStringLiteral("dryRun"));
    dryRun->setCurrentIndex(1);
    QCOMPARE(bench.model.text(), QStringLiteral("{\n  \"size\": 10,\n  \"dryRun\": true\n}"));
    dryRun->setCurrentIndex(0);
    size->setCurrentIndex(0);
    QCOMPARE(bench.model.text(), QStringLiteral("{}"));
    // A value of the text that is not among the choices is shown, and not lost by being shown.
    const QString other = QStringLiteral("{\"size\": \"huge\", \"dryRun\": \"TRUE\"}");
    bench.model.setShownText(other);
    QCOMPARE(size->currentText(), QStringLiteral("huge"));
    QCOMPARE(dryRun->currentText(), QStringLiteral("TRUE"));
    QCOMPARE(bench.model.text(), other);
    bench.model.setShownText(QStringLiteral("{\"size\": \"large\"}"));
    QCOMPARE(size->currentText(), QStringLiteral("large"));
    QCOMPARE(size->count(), 4);
}

void TestParametersPane::blocks_startFromTheUsualValue()
{
    Bench bench;
    for (auto *button : bench.pane.findChildren<QPushButton *>()) {
        if (button->accessibleName() == QStringLiteral("Change the value of tags"))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    auto *block = bench.find<QPlainTextEdit>(QStringLiteral("tags"));
    QCOMPARE(block->toPlainText(), QStringLiteral("{\"a\":1}"));
    QVERIFY(block->hasFocus());
    block->setPlainText(QStringLiteral("{\"a\" :\n 2}"));
    QCOMPARE(bench.model.text(), QStringLiteral("{\n  \"tags\": {\"a\" :\n 2}\n}"));
}

void TestParametersPane::problems_standBesideTheField()
{
    Bench bench;
    bench.type(QStringLiteral("timeout"), QStringLiteral("30"));
    auto *line = bench.find<QLineEdit>(QStringLiteral("timeout"));
    QVERIFY(line->accessibleDescription().startsWith(QStringLiteral("timeout is less than 60.")));
    bool isBeside = false;
    for (const auto *label : line->parentWidget()->findChildren<QLabel *>())
        isBeside = isBeside || (label->isVisible() &&
                                label->text() == QStringLiteral("timeout is less than 60."));
    QVERIFY(isBeside);
    QCOMPARE(bench.words(QStringLiteral("statusLabel")),
             QStringLiteral("Line 2, column 14: timeout is less than 60."));
    QTest::keyClicks(line, QStringLiteral("0"));
    QVERIFY(bench.model.isSendable());
    QCOMPARE(bench.editor()->markedLine(), 0);
}

void TestParametersPane::brokenText_closesTheForm()
{
    Bench bench;
    bench.type(QStringLiteral("timeout"), QStringLiteral("70"));
    bench.model.setShownText(QStringLiteral("{\n  \"timeout\": 70,\n}"));
    QVERIFY(bench.find<QLabel>(QStringLiteral("closedLabel"))->isVisible());
    QVERIFY(!bench.find<QLineEdit>(QStringLiteral("timeout"))->isEnabled());
    QCOMPARE(bench.find<QLineEdit>(QStringLiteral("timeout"))->text(), QStringLiteral("70"));
    QCOMPARE(bench.editor()->markedLine(), 3);
    QVERIFY(bench.words(QStringLiteral("statusLabel")).startsWith(QStringLiteral("Line 3")));
    bench.model.setShownText(QStringLiteral("{}"));
    QVERIFY(bench.find<QLineEdit>(QStringLiteral("timeout"))->isEnabled());
    QVERIFY(!bench.find<QLabel>(QStringLiteral("closedLabel"))->isVisible());
}

void TestParametersPane::placeButton_goesThere()
{
    Bench bench;
    auto *button = bench.find<QPushButton>(QStringLiteral("placeButton"));
    QVERIFY(!button->isVisible());
    bench.type(QStringLiteral("timeout"), QStringLiteral("30"));
    QVERIFY(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(bench.find<QTabWidget>(QStringLiteral("tabs"))->currentIndex(), 1);
    QTRY_VERIFY(bench.area()->hasFocus());
}

void TestParametersPane::insertMenu_offersOutputs()
{
    Bench bench;
    bench.showText();
    bench.model.setShownText(QStringLiteral("{\"instanceId\": }"));
    bench.editor()->goTo(1, 16);
    QMenu *menu = bench.find<QPushButton>(QStringLiteral("insertButton"))->menu();
    Q_EMIT menu->aboutToShow();
    QStringList labels;
    for (QAction *action : menu->actions()) {
        labels += action->text();
        if (action->text() == QStringLiteral("runInstance.instanceId"))
            action->trigger();
    }
    QVERIFY(labels.contains(QStringLiteral("runInstance.instanceId")));
    QVERIFY(labels.contains(QStringLiteral("timeout")));
    QCOMPARE(bench.model.text(), QStringLiteral("{\"instanceId\": \"i-bp9\"}"));
}

void TestParametersPane::lines_completeOutputs()
{
    Bench bench;
    bench.type(QStringLiteral("instanceId"), QStringLiteral("runi"));
    auto *line = bench.find<QLineEdit>(QStringLiteral("instanceId"));
    QVERIFY(line->completer());
    QAbstractItemView *list = line->completer()->popup();
    QTRY_VERIFY(list->isVisible());
    QCOMPARE(list->model()->index(0, 0).data().toString(),
             QStringLiteral("runInstance.instanceId"));
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_COMPARE(bench.model.text(), QStringLiteral("{\n  \"instanceId\": \"i-bp9\"\n}"));
    QCOMPARE(line->text(), QStringLiteral("i-bp9"));
    QVERIFY(!bench.find<QLineEdit>(QStringLiteral("password"))->completer());
}

void TestParametersPane::secrets_areNotShown()
{
    Bench bench;
    bench.type(QStringLiteral("password"), QStringLiteral("typed-canary"));
    QVERIFY(bench.model.text().contains(QStringLiteral("typed-canary")));
    QVERIFY(bench.editor()->text().contains(QStringLiteral("\"password\": \"••••••••\"")));
    bench.showText();
    const QString all = heard(&bench.pane);
    QVERIFY(!all.contains(QStringLiteral("canary")));
    QCOMPARE(bench.find<QLineEdit>(QStringLiteral("password"))->echoMode(), QLineEdit::Password);
    // A new pane of the same document does not have the text to show.
    ParametersPane second(bench.model);
    QVERIFY(second.findChild<QLineEdit *>(QStringLiteral("password"))->text().isEmpty());
    QCOMPARE(second.findChild<QLineEdit *>(QStringLiteral("password"))->placeholderText(),
             QStringLiteral("entered, not shown"));
}

void TestParametersPane::secretsTypedIntoTheText_areHiddenOnLeaving()
{
    Bench bench;
    bench.showText();
    bench.area()->setFocus();
    QTRY_VERIFY(bench.area()->hasFocus());
    bench.editor()->goTo(1, 2);
    QTest::keyClicks(bench.area(), QStringLiteral("\"password\":\"typed-canary\""));
    QVERIFY(bench.editor()->text().contains(QStringLiteral("typed-canary")));
    QTest::keyClick(bench.area(), Qt::Key_Tab);
    QVERIFY(!bench.area()->hasFocus());
    QVERIFY(!bench.editor()->text().contains(QStringLiteral("canary")));
    bench.area()->setFocus();
    QTest::keyClick(bench.area(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!bench.editor()->text().contains(QStringLiteral("canary")));
    QVERIFY(bench.model.text().contains(QStringLiteral("typed-canary")));
    QVERIFY(bench.model.isSendable());
}

void TestParametersPane::writtenByAssistiveTechnology_countsAsTyped()
{
    Bench bench;
    const auto write = [&bench](const QString &name, const QString &text) {
        QAccessible::queryAccessibleInterface(bench.find<QWidget>(name))
            ->setText(QAccessible::Value, text);
    };
    write(QStringLiteral("instanceId"), QStringLiteral("i-2"));
    write(QStringLiteral("timeout"), QStringLiteral("61"));
    QAccessibleInterface *block =
        QAccessible::queryAccessibleInterface(bench.find<QWidget>(QStringLiteral("tags")));
    block->editableTextInterface()->insertText(0, QStringLiteral("[1]"));
    QCOMPARE(bench.model.text(), QStringLiteral("{\n  \"instanceId\": \"i-2\",\n  \"timeout\": "
                                                "61,\n  \"tags\": [1]\n}"));
}

void TestParametersPane::everythingHasANameAndIsReached()
{
    Bench bench;
    bench.type(QStringLiteral("instanceId"), QStringLiteral("i-2"));
    QCOMPARE(namelessStops(bench.pane), QStringList());
    auto *bar = bench.find<QTabWidget>(QStringLiteral("tabs"))
                    ->findChild<QWidget *>(QStringLiteral("qt_tabwidget_tabbar"));
    bar->setFocus();
    QStringList stops = tabStops(bench.pane);
    stops.removeAll(QString());
    QCOMPARE(stops,
             QStringList({QStringLiteral("qt_tabwidget_tabbar"), QStringLiteral("instanceId"),
                          QStringLiteral("timeout"), QStringLiteral("dryRun"),
                          QStringLiteral("size"), QStringLiteral("tags"),
                          QStringLiteral("password"), QStringLiteral("Service")}));
    bench.showText();
    QCOMPARE(namelessStops(bench.pane), QStringList());
    QCOMPARE(QAccessible::queryAccessibleInterface(bench.area())->text(QAccessible::Name),
             QStringLiteral("Parameters"));
}

void TestParametersPane::embedded_isReachedAsAWhole()
{
    ParametersViewModel model(paneBasis());
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *before = new QLineEdit(&window);
    before->setObjectName(QStringLiteral("before"));
    auto *after = new QPushButton(&window);
    after->setObjectName(QStringLiteral("after"));
    auto *pane = new ParametersPane(model, &window);
    for (QWidget *widget : {static_cast<QWidget *>(before), static_cast<QWidget *>(pane),
                            static_cast<QWidget *>(after)})
        column->addWidget(widget);
    // As a dialog does that is given its pane late.
    pane->placeInTabOrder(before, after);
    window.resize(560, 480);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    model.setShownText(QStringLiteral("{\"mine\": 1}"));
    QTest::qWait(20);
    before->setFocus();
    QStringList stops = tabStops(window);
    stops.removeAll(QString());
    QCOMPARE(stops, QStringList({QStringLiteral("before"), QStringLiteral("qt_tabwidget_tabbar"),
                                 QStringLiteral("instanceId"), QStringLiteral("timeout"),
                                 QStringLiteral("dryRun"), QStringLiteral("size"),
                                 QStringLiteral("tags"), QStringLiteral("password"),
                                 QStringLiteral("Service"), QStringLiteral("mine"),
                                 QStringLiteral("placeButton"), QStringLiteral("after")}));
}

void TestParametersPane::labelsAreBuddies()
{
    Bench bench;
    QHash<QString, QString> labels;
    for (const auto *label : bench.pane.findChildren<QLabel *>()) {
        if (label->buddy())
            labels.insert(label->buddy()->objectName(), label->text());
    }
    QCOMPARE(labels.size(), 7);
    // One & is the mark of a letter; the name itself has one.
    QCOMPARE(labels.value(QStringLiteral("instanceId")), QStringLiteral("Machine && disk"));
    QCOMPARE(bench.find<QLineEdit>(QStringLiteral("instanceId"))->accessibleName(),
             QStringLiteral("Machine & disk"));
}

void TestParametersPane::manyFields_scrollAndFollowTheFocus()
{
    QString text = QStringLiteral("FormatVersion: OOS-2019-06-01\nParameters:\n");
    for (int i = 0; i < 40; ++i)
        text += QStringLiteral("  p%1: {Type: String, Default: d}\n").arg(i);
    text += QStringLiteral("Tasks: []\n");
    QElapsedTimer clock;
    clock.start();
    Bench bench(basisForTask(outlineOfText(text), {}, {}, QStringLiteral("t"), {}));
    QVERIFY(clock.elapsed() < 2'000);
    auto *area = bench.find<QScrollArea>(QStringLiteral("formArea"));
    QVERIFY(area->verticalScrollBar()->maximum() > 0);
    auto *first = bench.find<QLineEdit>(QStringLiteral("p0"));
    first->setFocus();
    QTRY_VERIFY(first->hasFocus());
    for (int i = 0; i < 39; ++i)
        QTest::keyClick(bench.pane.focusWidget(), Qt::Key_Tab);
    auto *last = bench.find<QLineEdit>(QStringLiteral("p39"));
    QVERIFY(last->hasFocus());
    QTRY_VERIFY(!last->visibleRegion().isEmpty());
    clock.restart();
    bench.type(QStringLiteral("p39"), QStringLiteral("0123456789"));
    QVERIFY(clock.elapsed() < 2'000);
}

void TestParametersPane::wheelOverTheForm_changesNothing()
{
    Bench bench;
    auto *size = bench.find<QComboBox>(QStringLiteral("size"));
    QWheelEvent wheel(QPointF(5, 5), size->mapToGlobal(QPointF(5, 5)), {}, QPoint(0, -120),
                      Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(size, &wheel);
    QCOMPARE(bench.model.text(), QStringLiteral("{}"));
}

void TestParametersPane::membersThatNothingDeclares_comeAndGo()
{
    Bench bench;
    bench.model.setShownText(QStringLiteral("{\"mine\": [1 ,2], \"timeout\": 61}"));
    auto *mine = bench.find<QPlainTextEdit>(QStringLiteral("mine"));
    QCOMPARE(mine->toPlainText(), QStringLiteral("[1 ,2]"));
    QTRY_VERIFY(bench.takeBackButton(QStringLiteral("mine")));
    QTest::mouseClick(bench.takeBackButton(QStringLiteral("mine")), Qt::LeftButton);
    QCOMPARE(bench.model.text(), QStringLiteral("{\"timeout\": 61}"));
    QTRY_VERIFY(!bench.pane.findChild<QPlainTextEdit *>(QStringLiteral("mine")));
    QCOMPARE(bench.find<QLineEdit>(QStringLiteral("timeout"))->text(), QStringLiteral("61"));
}

void TestParametersPane::hostileTemplate_isPlainText()
{
    ParameterBasis basis;
    for (const QString &text : hostileTexts()) {
        ParameterDeclaration declaration;
        declaration.name = text.left(200);
        declaration.type = text;
        declaration.label.byLanguage = {{QString(), text}};
        declaration.description.byLanguage = {{QString(), text}};
        declaration.constraint.byLanguage = {{QString(), text}};
        declaration.allowedPattern = text;
        declaration.associationProperty = text;
        declaration.defaultValue = Json::fromString(text);
        basis.declarations.push_back(declaration);
        basis.outputs.push_back({text.left(50), text.left(50), Json::fromString(text)});
    }
    Bench bench(basis);
    for (const QString &text : hostileTexts())
        bench.model.enter(text.left(200), text);
    QCOMPARE(unsafePlaces(bench.pane), QStringList());
    for (const auto *label : bench.pane.findChildren<QLabel *>()) {
        QVERIFY2(label->text().size() < 5'000, qPrintable(label->text().left(80)));
        QVERIFY(!label->text().contains(QChar(0x202E)));
    }
}

void TestParametersPane::longTexts_keepTheirPlace()
{
    LongTexts translator;
    QCoreApplication::installTranslator(&translator);
    Bench bench;
    bench.type(QStringLiteral("timeout"), QStringLiteral("30"));
    bench.pane.resize(420, 400);
    QTest::qWait(10);
    for (const char *name : {"statusLabel", "placeButton", "tabs"}) {
        const auto *widget = bench.find<QWidget>(QString::fromLatin1(name));
        QVERIFY2(
            bench.pane.rect().contains(QRect(widget->mapTo(&bench.pane, QPoint()), widget->size())),
            name);
    }
    QCoreApplication::removeTranslator(&translator);
}

QTEST_MAIN(TestParametersPane)
#include "tst_parameterspane.moc"
