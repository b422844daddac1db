// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handover/shellquoting.h"
#include "windowsrules.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTest>

using namespace countersign;

namespace {

using Problem = QuotedCommand::Problem;

//! Values that some shell or program would change.
QStringList hostileValues()
{
    return {
        QStringLiteral("plain"),
        QString(),
        QStringLiteral(" "),
        QStringLiteral("two words"),
        QStringLiteral("  blanks around  "),
        QStringLiteral("it's"),
        QStringLiteral("''"),
        QStringLiteral("say \"yes\""),
        QStringLiteral("\""),
        QStringLiteral("\\"),
        QStringLiteral("\\\\\\"),
        QStringLiteral("C:\\a b\\"),
        QStringLiteral("\\\""),
        QStringLiteral("a\\\\\"b\\"),
        QStringLiteral("$HOME ${HOME} $(id) $((1+1))"),
        QStringLiteral("`id`"),
        QStringLiteral("%PATH%"),
        QStringLiteral("%PATH"),
        QStringLiteral("100%"),
        QStringLiteral("%%PATH%%"),
        QStringLiteral("%PATH:a=b%"),
        QStringLiteral("%PATH:~1,3%"),
        QStringLiteral("x%a%y%PATH%"),
        QStringLiteral("%"),
        QStringLiteral("!PATH! !!"),
        QStringLiteral("^ ^^ ^%PATH^%"),
        QStringLiteral("a & b | c > d < e ; f (g) {h} [i] * ? ~ #"),
        QStringLiteral("&calc"),
        QStringLiteral("\" & calc & \""),
        QStringLiteral("' ; id ; '"),
        QStringLiteral("'; calc; '"),
        QStringLiteral("-rf"),
        QStringLiteral("--Other=value"),
        QStringLiteral("--%"),
        QStringLiteral("@file"),
        QStringLiteral("=ls"),
        QStringLiteral("~"),
        QStringLiteral("a=b:c"),
        QStringLiteral("{\"a\": \"b's $c\", \"d\": [1, 2]}"),
        QStringLiteral("同意，请执行"),
        QStringLiteral("\U0001F600 e\u0301 \u202eabc \u2028 \u3000"),
        QStringLiteral("\u2018smart\u2019 \u201alow\u201b \u201cdouble\u201d"),
        QStringLiteral("\u2019; calc; \u2019"),
    };
}

//! What only some shells carry.
QStringList valuesWithControls()
{
    return {QStringLiteral("one\ntwo"),       QStringLiteral("\n"),
            QStringLiteral("ends\n\n"),       QStringLiteral("\r\n"),
            QStringLiteral("tab\there"),      QStringLiteral("\u001b[2J\u0003\u0004\u007f"),
            QStringLiteral("\u009b1m\u0085"), QStringLiteral("it's\n'\"$(id)\"'\t%PATH%")};
}

QStringList randomValues(const QString &alphabet, int count)
{
    QRandomGenerator random(20261127);
    QStringList values;
    for (int i = 0; i < count; ++i) {
        QString value;
        for (int length = random.bounded(1, 24); length > 0; --length)
            value += alphabet.at(random.bounded(static_cast<int>(alphabet.size())));
        values += value;
    }
    return values;
}

std::vector<QString> asArguments(const QStringList &values)
{
    std::vector<QString> arguments{QStringLiteral("printargs")};
    for (const QString &value : values)
        arguments.push_back(value);
    return arguments;
}

//! The arguments that a real shell hands to a function of this name.
QStringList throughShell(const QString &shell, const QString &command)
{
    QProcess process;
    process.start(shell, {QStringLiteral("-c"),
                          QStringLiteral("printargs() { for a in \"$@\"; do printf '%s\\0' \"$a\"; "
                                         "done; }\n") +
                              command});
    if (!process.waitForFinished(20'000) || process.exitCode() != 0)
        return {QStringLiteral("failed: ") +
                QString::fromUtf8(process.readAllStandardError().left(300))};
    QStringList values;
    QByteArray output = process.readAllStandardOutput();
    if (output.endsWith('\0'))
        output.chop(1);
    for (const QByteArray &value : output.split('\0'))
        values += QString::fromUtf8(value);
    return values;
}

const QString metaLetters =
    QStringLiteral("ab \\\"'$`%!^&|<>(){}[];,=~#*?@-\u2018\u2019\u201c\u00e9\u4e2d/:.");

} // namespace

class tst_ShellQuoting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rules_readKnownLines();
    void posix_realShellsHandOverEveryByte_data();
    void posix_realShellsHandOverEveryByte();
    void powerShell_handsOverEveryCharacter_data();
    void powerShell_handsOverEveryCharacter();
    void cmd_handsOverEveryCharacter();
    void simple_staysReadable();
    void pasted_holdsNoKeys();
    void problems_data();
    void problems();
};

// The rules that the others are tested by, at the examples of their documents.
void tst_ShellQuoting::rules_readKnownLines()
{
    QCOMPARE(argvOf(QStringLiteral("p \"abc\" d e")),
             (QStringList{QStringLiteral("p"), QStringLiteral("abc"), QStringLiteral("d"),
                          QStringLiteral("e")}));
    QCOMPARE(argvOf(QStringLiteral("p a\\\\b d\"e f\"g h")),
             (QStringList{QStringLiteral("p"), QStringLiteral("a\\\\b"), QStringLiteral("de fg"),
                          QStringLiteral("h")}));
    QCOMPARE(argvOf(QStringLiteral("p a\\\\\\\"b c d")),
             (QStringList{QStringLiteral("p"), QStringLiteral("a\\\"b"), QStringLiteral("c"),
                          QStringLiteral("d")}));
    QCOMPARE(argvOf(QStringLiteral("p a\\\\\\\\\"b c\" d e")),
             (QStringList{QStringLiteral("p"), QStringLiteral("a\\\\b c"), QStringLiteral("d"),
                          QStringLiteral("e")}));
    const QMap<QString, QString> path{{QStringLiteral("PATH"), QStringLiteral("C:\\x")}};
    QCOMPARE(throughCmd(QStringLiteral("echo \"%PATH%\""), path).value_or(QString()),
             QStringLiteral("echo \"C:\\x\""));
    QCOMPARE(throughCmd(QStringLiteral("echo %NONE% ^& ^%PATH^%"), path).value_or(QString()),
             QStringLiteral("echo %NONE% & %PATH%"));
    QVERIFY(!throughCmd(QStringLiteral("echo a & b"), path));
    QVERIFY(throughCmd(QStringLiteral("echo \"a & b\""), path));
    // Without care a quote is lost by the old rules and kept by the new ones.
    const QString quote = QStringLiteral("p 'a\"b'");
    QCOMPARE(argvOf(throughPowerShell(quote, PowerShellVersion::Windows51).value_or(QString())),
             (QStringList{QStringLiteral("p"), QStringLiteral("ab")}));
    QCOMPARE(argvOf(throughPowerShell(quote, PowerShellVersion::New7).value_or(QString())),
             (QStringList{QStringLiteral("p"), QStringLiteral("a\"b")}));
}

void tst_ShellQuoting::posix_realShellsHandOverEveryByte_data()
{
    QTest::addColumn<QString>("shell");
    for (const QString &shell :
         {QStringLiteral("sh"), QStringLiteral("bash"), QStringLiteral("dash"),
          QStringLiteral("zsh"), QStringLiteral("ksh")}) {
        const QString program = QStandardPaths::findExecutable(shell);
        if (!program.isEmpty())
            QTest::newRow(qPrintable(shell)) << program;
    }
}

void tst_ShellQuoting::posix_realShellsHandOverEveryByte()
{
    QFETCH(QString, shell);
    const QStringList values = hostileValues() + valuesWithControls() +
                               randomValues(metaLetters + QStringLiteral("\n\t\r\u0001"), 400);
    const QuotedCommand command = quotedFor(Shell::Posix, asArguments(values));
    QCOMPARE(command.problem, Problem::None);
    const QStringList handedOver = throughShell(shell, command.text);
    QCOMPARE(handedOver.size(), values.size());
    for (qsizetype i = 0; i < values.size(); ++i)
        QCOMPARE(handedOver[i], values[i]);
    // One at a time, too: nothing hides behind its neighbours.
    for (const QString &value : hostileValues() + valuesWithControls()) {
        const QuotedCommand one = quotedFor(Shell::Posix, asArguments({value}));
        QCOMPARE(throughShell(shell, one.text), QStringList{value});
    }
}

void tst_ShellQuoting::powerShell_handsOverEveryCharacter_data()
{
    QTest::addColumn<PowerShellVersion>("version");
    QTest::newRow("Windows PowerShell 5.1") << PowerShellVersion::Windows51;
    QTest::newRow("PowerShell up to 7.2") << PowerShellVersion::Old7;
    QTest::newRow("PowerShell since 7.3") << PowerShellVersion::New7;
}

void tst_ShellQuoting::powerShell_handsOverEveryCharacter()
{
    QFETCH(PowerShellVersion, version);
    const QStringList values = hostileValues() + valuesWithControls() +
                               randomValues(metaLetters + QStringLiteral("\n\t\u2028"), 2'000);
    for (const QString &value : values) {
        const QuotedCommand command = quotedFor(Shell::PowerShell, asArguments({value}));
        QCOMPARE(command.problem, Problem::None);
        const auto line = throughPowerShell(command.text, version);
        QVERIFY2(line, qPrintable(command.text));
        const QStringList expected{QStringLiteral("printargs"), value};
        QCOMPARE(argvOf(*line), expected);
    }
    const QuotedCommand all = quotedFor(Shell::PowerShell, asArguments(values.mid(0, 60)));
    QCOMPARE(argvOf(throughPowerShell(all.text, version).value_or(QString())).mid(1),
             values.mid(0, 60));
}

void tst_ShellQuoting::cmd_handsOverEveryCharacter()
{
    const QMap<QString, QString> variables{
        {QStringLiteral("PATH"), QStringLiteral("C:\\Windows & more")},
        {QStringLiteral("A"), QStringLiteral("surprise")},
        {QString(), QStringLiteral("empty")}};
    const QStringList values = hostileValues() + randomValues(metaLetters, 4'000) +
                               randomValues(QStringLiteral("%a^\"\\ :~=PATH!"), 4'000);
    for (const QString &value : values) {
        const QuotedCommand command = quotedFor(Shell::Cmd, asArguments({value}));
        QCOMPARE(command.problem, Problem::None);
        const auto line = throughCmd(command.text, variables);
        QVERIFY2(line, qPrintable(command.text));
        const QStringList expected{QStringLiteral("printargs"), value};
        QCOMPARE(argvOf(*line), expected);
    }
}

void tst_ShellQuoting::simple_staysReadable()
{
    const std::vector<QString> arguments{QStringLiteral("aliyun"), QStringLiteral("oos"),
                                         QStringLiteral("--NotifyType=Approve")};
    QCOMPARE(quotedFor(Shell::Posix, arguments).text,
             QStringLiteral("aliyun oos --NotifyType=Approve"));
    QCOMPARE(quotedFor(Shell::Cmd, arguments).text,
             QStringLiteral("aliyun oos --NotifyType=Approve"));
    QCOMPARE(quotedFor(Shell::PowerShell, arguments).text,
             QStringLiteral("aliyun oos '--NotifyType=Approve'"));
}

// Pasted at a prompt, a control character would be a key.
void tst_ShellQuoting::pasted_holdsNoKeys()
{
    for (const QString &value : valuesWithControls()) {
        const QString posix = quotedFor(Shell::Posix, asArguments({value})).text;
        const QString powerShell = quotedFor(Shell::PowerShell, asArguments({value})).text;
        const auto countKeys = [](const QString &text) {
            return std::count_if(text.begin(), text.end(),
                                 [](QChar c) { return c.category() == QChar::Other_Control; });
        };
        QCOMPARE(countKeys(posix), value.count(u'\n'));
        QCOMPARE(countKeys(powerShell), 0);
    }
}

void tst_ShellQuoting::problems_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<Problem>("posix");
    QTest::addColumn<Problem>("powerShell");
    QTest::addColumn<Problem>("cmd");
    const auto row = [](const char *name, const QString &value, Problem posix, Problem powerShell,
                        Problem cmd) {
        QTest::newRow(name) << value << posix << powerShell << cmd;
    };
    row("nul", QStringLiteral("a") + QChar(u'\0') + QStringLiteral("b"), Problem::Nul, Problem::Nul,
        Problem::Nul);
    row("lone surrogate", QString(QChar(0xd800)), Problem::BrokenText, Problem::BrokenText,
        Problem::BrokenText);
    row("line feed", QStringLiteral("a\nb"), Problem::None, Problem::None, Problem::LineBreak);
    row("carriage return", QStringLiteral("a\rb"), Problem::None, Problem::None,
        Problem::LineBreak);
    row("tab", QStringLiteral("a\tb"), Problem::None, Problem::None, Problem::ControlCharacter);
    row("escape", QStringLiteral("\u001b"), Problem::None, Problem::None,
        Problem::ControlCharacter);
    row("9,000 characters", QString(9'000, u'a'), Problem::None, Problem::None, Problem::TooLong);
    row("40,000 characters", QString(40'000, u'a'), Problem::None, Problem::TooLong,
        Problem::TooLong);
    row("200,000 characters", QString(200'000, u'a'), Problem::TooLong, Problem::TooLong,
        Problem::TooLong);
}

void tst_ShellQuoting::problems()
{
    QFETCH(QString, value);
    QFETCH(Problem, posix);
    QFETCH(Problem, powerShell);
    QFETCH(Problem, cmd);
    const std::vector<QString> arguments = asArguments({QStringLiteral("first"), value});
    for (const auto &[shell, expected] :
         {std::pair(Shell::Posix, posix), std::pair(Shell::PowerShell, powerShell),
          std::pair(Shell::Cmd, cmd)}) {
        const QuotedCommand command = quotedFor(shell, arguments);
        QCOMPARE(command.problem, expected);
        QCOMPARE(command.text.isEmpty(), expected != Problem::None);
        if (expected != Problem::None && expected != Problem::TooLong)
            QCOMPARE(command.argument, 2u);
    }
}

QTEST_GUILESS_MAIN(tst_ShellQuoting)
#include "tst_shellquoting.moc"
