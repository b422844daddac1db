// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QByteArray>
#include <QFile>
#include <QTest>

#include <array>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <malloc.h>
#include <memory>
#include <unistd.h>

namespace {

constexpr std::size_t largest = 4'000'000;

//! The bytes at an address that nobody owns any more, as far as there are any: read past the
//! language, which has no word for them.
QByteArray bytesAt(std::uintptr_t address, std::size_t size)
{
    QByteArray bytes(static_cast<qsizetype>(size), '\0');
    const int memory = ::open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
    const ssize_t count = ::pread(memory, bytes.data(), size, static_cast<off_t>(address));
    ::close(memory);
    bytes.truncate(count > 0 ? count : 0);
    return bytes;
}

//! Where the heap keeps its own notes in a block that was given back.
constexpr std::size_t notes = 32;

} // namespace

class tst_WipingFree : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void freed_isOverwritten_data();
    void freed_isOverwritten();
    void deleted_isOverwritten();
    void grown_keepsItsBytes_andLeavesNone();
    void shortened_leavesNoEnd();
    void reallocated_asTheStandardSays();
    void stringOfALibrary_isOverwritten();
};

void tst_WipingFree::freed_isOverwritten_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {48, 100, 1'000, 5'000, 60'000, 100'000})
        QTest::addRow("%d", size) << size;
}

void tst_WipingFree::freed_isOverwritten()
{
    QFETCH(const int, size);
    const auto count = static_cast<std::size_t>(size);
    void *block = std::malloc(count);
    std::memset(block, 'k', count);
    const auto address = reinterpret_cast<std::uintptr_t>(block);
    QVERIFY(bytesAt(address, count).contains("kkkk"));
    std::free(block);
    QVERIFY(!bytesAt(address + notes, count - notes).contains('k'));
}

void tst_WipingFree::deleted_isOverwritten()
{
    auto bytes = std::make_unique<std::array<char, 500>>();
    bytes->fill('k');
    const auto address = reinterpret_cast<std::uintptr_t>(bytes.get());
    bytes.reset();
    QVERIFY(!bytesAt(address + notes, 500 - notes).contains('k'));
}

void tst_WipingFree::grown_keepsItsBytes_andLeavesNone()
{
    std::size_t size = 40;
    char *block = static_cast<char *>(std::malloc(size));
    std::memset(block, 'k', size);
    while (size < largest) {
        const auto old = reinterpret_cast<std::uintptr_t>(block);
        const std::size_t grown = size * 3;
        block = static_cast<char *>(std::realloc(block, grown));
        QVERIFY(block);
        QCOMPARE(QByteArray(block, static_cast<qsizetype>(size)).count('k'),
                 static_cast<qsizetype>(size));
        if (reinterpret_cast<std::uintptr_t>(block) != old)
            QVERIFY(!bytesAt(old + notes, size - notes).contains("kkkkkkkk"));
        std::memset(block, 'k', grown);
        size = grown;
    }
    std::free(block);
}

void tst_WipingFree::shortened_leavesNoEnd()
{
    for (const std::size_t size : {600UL, 150UL}) {
        char *block = static_cast<char *>(std::malloc(1'000));
        std::memset(block, 'k', 1'000);
        const auto address = reinterpret_cast<std::uintptr_t>(block);
        block = static_cast<char *>(std::realloc(block, size));
        QCOMPARE(QByteArray(block, static_cast<qsizetype>(size)).count('k'),
                 static_cast<qsizetype>(size));
        QVERIFY(!bytesAt(address + size, 1'000 - size).contains("kkkk"));
        std::free(block);
    }
}

void tst_WipingFree::reallocated_asTheStandardSays()
{
    void *block = std::realloc(nullptr, 10);
    QVERIFY(block);
    QCOMPARE(std::realloc(block, 0), nullptr);
    std::free(nullptr);
    block = std::malloc(10);
    std::memset(block, 'x', 10);
    // Too large: nothing, and what there was stays. The compiler takes that for lost.
    void *(*volatile grow)(void *, std::size_t) = std::realloc;
    QVERIFY(!grow(block, SIZE_MAX / 2));
    QCOMPARE(QByteArray(static_cast<char *>(block), 10), QByteArray(10, 'x'));
    std::free(block);
    void *aligned = std::aligned_alloc(4'096, 8'192);
    QCOMPARE(reinterpret_cast<std::uintptr_t>(aligned) % 4'096, 0U);
    std::free(aligned);
    const std::unique_ptr<void, void (*)(void *)> zeroed(std::calloc(100, 10), std::free);
    QCOMPARE(QByteArray(static_cast<char *>(zeroed.get()), 1'000), QByteArray(1'000, '\0'));
}

void tst_WipingFree::stringOfALibrary_isOverwritten()
{
    std::uintptr_t address = 0;
    {
        const QString secret(200, u'k');
        address = reinterpret_cast<std::uintptr_t>(secret.constData());
        QVERIFY(bytesAt(address, 400).contains('k'));
    }
    QVERIFY(!bytesAt(address + notes, 400 - notes).contains('k'));
}

QTEST_APPLESS_MAIN(tst_WipingFree)
#include "tst_wipingfree.moc"
