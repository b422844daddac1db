// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/secretbytes.h"

#include <QDataStream>
#include <QDebug>
#include <QFile>
#include <QTest>
#include <QTextStream>
#include <QVariant>

#include <concepts>
#include <linux/capability.h>
#include <ostream>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <type_traits>
#include <unistd.h>
#include <vector>

using namespace countersign;

namespace {

template <class Stream>
concept TakesSecrets = requires(Stream &stream, const SecretBytes &secret)
{
    stream << secret;
};

template <class Text>
concept MadeOfSecrets = std::constructible_from<Text, SecretBytes> ||
    std::constructible_from<Text, const SecretBytes &> || std::is_convertible_v<SecretBytes, Text>;

//! Flags that the kernel shows for the pages at an address, such as "rd wr mr lo dd"; empty: there
//! are none.
QByteArray pageFlags(const void *address)
{
    const auto wanted = reinterpret_cast<quintptr>(address);
    QFile file(QStringLiteral("/proc/self/smaps"));
    if (!file.open(QIODevice::ReadOnly))
        return "?";
    bool isHere = false;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const QByteArray range = line.left(line.indexOf(' '));
        const qsizetype dash = range.indexOf('-');
        if (dash > 0 && !range.endsWith(':'))
            isHere = range.left(dash).toULongLong(nullptr, 16) <= wanted &&
                     wanted < range.mid(dash + 1).toULongLong(nullptr, 16);
        if (isHere && line.startsWith("VmFlags:"))
            return line.mid(8).trimmed();
    }
    return {};
}

//! The right to lock any number of pages is given up, for this thread and for good.
bool dropLockRight()
{
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    __user_cap_data_struct sets[2]{};
    if (::syscall(SYS_capget, &header, sets) != 0)
        return false;
    const std::uint32_t right = 1U << CAP_IPC_LOCK;
    sets[0].effective &= ~right;
    sets[0].permitted &= ~right;
    return ::syscall(SYS_capset, &header, sets) == 0;
}

} // namespace

class TestSecretBytes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void copiesAndMoves();
    void compares();
    void cannotLeak();
    void pages_areLockedAndLeftOutOfDumps();
    void replaced_isGone();
    void movedFrom_keepsNothing();
    void child_seesNothing();
    void manySecrets_beyondTheLimit();
};

void TestSecretBytes::copiesAndMoves()
{
    SecretBytes first(QByteArrayView("secret"));
    QCOMPARE(first.view(), QByteArrayView("secret"));
    SecretBytes second = std::move(first);
    QVERIFY(first.isEmpty()); // NOLINT(bugprone-use-after-move): what moving leaves is promised
    QCOMPARE(second.size(), std::size_t{6});
    const SecretBytes copy = second.clone();
    second = SecretBytes(QByteArrayView("x"));
    QCOMPARE(copy.view(), QByteArrayView("secret"));
    QCOMPARE(second.view(), QByteArrayView("x"));
    const QByteArray large(100'000, 'k');
    QCOMPARE(SecretBytes(large).view(), QByteArrayView(large));
    QVERIFY(SecretBytes().view().isEmpty());
}

void TestSecretBytes::compares()
{
    const SecretBytes secret(QByteArrayView("abc"));
    QVERIFY(secret.equals(SecretBytes(QByteArrayView("abc"))));
    QVERIFY(!secret.equals(SecretBytes(QByteArrayView("abd"))));
    QVERIFY(!secret.equals(SecretBytes(QByteArrayView("ab"))));
    QVERIFY(SecretBytes().equals(SecretBytes(QByteArrayView())));
}

void TestSecretBytes::cannotLeak()
{
    static_assert(!std::is_copy_constructible_v<SecretBytes>);
    static_assert(!std::is_copy_assignable_v<SecretBytes>);
    static_assert(std::is_nothrow_move_constructible_v<SecretBytes>);
    static_assert(std::is_nothrow_move_assignable_v<SecretBytes>);
    static_assert(!MadeOfSecrets<QByteArray>);
    static_assert(!MadeOfSecrets<QByteArrayView>);
    static_assert(!MadeOfSecrets<QString>);
    static_assert(!MadeOfSecrets<QStringView>);
    static_assert(!MadeOfSecrets<QVariant>);
    static_assert(!MadeOfSecrets<std::string>);
    static_assert(!MadeOfSecrets<std::string_view>);
    static_assert(!MadeOfSecrets<const char *>);
    static_assert(!MadeOfSecrets<bool>);
    static_assert(!std::is_convertible_v<QByteArrayView, SecretBytes>);
    static_assert(!TakesSecrets<QDebug>);
    static_assert(!TakesSecrets<QDataStream>);
    static_assert(!TakesSecrets<QTextStream>);
    static_assert(!TakesSecrets<std::ostream>);
    // The questions above can be answered with yes.
    static_assert(TakesSecrets<std::vector<int>> == false &&
                  requires(QDebug debug, int number) { debug << number; });
    QVERIFY(!(std::is_convertible_v<SecretBytes, QByteArrayView>));
}

void TestSecretBytes::pages_areLockedAndLeftOutOfDumps()
{
    const SecretBytes small(QByteArrayView("secret"));
    const SecretBytes large(QByteArray(10'000, 'k'));
    for (const SecretBytes *secret : {&small, &large}) {
        const QByteArrayList flags = pageFlags(secret->view().data()).split(' ');
        QVERIFY2(flags.contains("lo"), flags.join(' ').constData());
        QVERIFY2(flags.contains("dd"), flags.join(' ').constData());
        QVERIFY2(flags.contains("wf"), flags.join(' ').constData());
    }
    const char ordinary = 'x';
    QVERIFY(!pageFlags(&ordinary).contains("dd"));
}

void TestSecretBytes::replaced_isGone()
{
    SecretBytes secret(QByteArrayView("secret"));
    const char *before = secret.view().data();
    SecretBytes kept(QByteArrayView("other"));
    secret = std::move(kept);
    // The page went back to the system, which gives pages out empty.
    QVERIFY(!pageFlags(before).contains("dd") || secret.view().data() == before);
    QCOMPARE(secret.view(), QByteArrayView("other"));
    const char *last = secret.view().data();
    secret = SecretBytes();
    QVERIFY(!pageFlags(last).contains("dd"));
}

void TestSecretBytes::movedFrom_keepsNothing()
{
    SecretBytes first(QByteArrayView("secret"));
    const char *place = first.view().data();
    SecretBytes second(std::move(first));
    QCOMPARE(second.view().data(), place);   // moved, not copied
    QVERIFY(first.view().data() == nullptr); // NOLINT(bugprone-use-after-move): as promised
    SecretBytes &same = second;
    second = std::move(same);
    QCOMPARE(second.view(), QByteArrayView("secret"));
}

void TestSecretBytes::child_seesNothing()
{
    const SecretBytes secret(QByteArrayView("secret"));
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(secret.view() == QByteArrayView("\0\0\0\0\0\0", 6) ? 7 : 1);
    int status = 0;
    ::waitpid(child, &status, 0);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 7);
    QCOMPARE(secret.view(), QByteArrayView("secret"));
}

void TestSecretBytes::manySecrets_beyondTheLimit()
{
    const pid_t child = ::fork();
    if (child == 0) {
        // Room for two pages; whoever comes later may be swapped, and is wiped all the same.
        const struct rlimit two = {8'192, 8'192};
        if (::setrlimit(RLIMIT_MEMLOCK, &two) != 0 || !dropLockRight())
            ::_exit(1);
        std::vector<SecretBytes> secrets;
        for (int i = 0; i < 500; ++i)
            secrets.emplace_back(QByteArray::number(i));
        bool areWhole = !pageFlags(secrets.back().view().data()).contains("lo") &&
                        pageFlags(secrets.back().view().data()).contains("dd");
        for (int i = 0; i < 500; ++i)
            areWhole = areWhole && secrets[static_cast<std::size_t>(i)].view() ==
                                       QByteArrayView(QByteArray::number(i));
        secrets.clear();
        ::_exit(areWhole ? 7 : 2);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 7);
}

QTEST_APPLESS_MAIN(TestSecretBytes)
#include "tst_secretbytes.moc"
