// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/campaign/durablefiles.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using campaign::DurableFiles;

//! What a power loss leaves, by hand-made cases.
class tst_DurableFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void all_keepsWhatWasSynced();
    void all_keepsOldEntries();
    void none_keepsEverything();
    void some_tearsAtSectors();
    void sharedMemory_isNeverThere();

private:
    std::string path(const char *name) const
    {
        return QFile::encodeName(m_folder->filePath(QString::fromLatin1(name))).toStdString();
    }
    void write(DurableFiles &files, const char *name, qint64 offset, const QByteArray &data) const
    {
        files.written(path(name), offset, data.constData(), static_cast<std::size_t>(data.size()));
    }
    //! Names and contents of what is left.
    QMap<QString, QByteArray> left(const DurableFiles &files, DurableFiles::Loss loss,
                                   quint64 seed = 1) const
    {
        const QTemporaryDir target;
        std::mt19937_64 random(seed);
        files.writeTo(QFile::encodeName(target.path()).toStdString(), loss, random);
        QMap<QString, QByteArray> found;
        for (const QString &name : QDir(target.path()).entryList(QDir::Files)) {
            QFile file(target.filePath(name));
            if (file.open(QIODevice::ReadOnly))
                found.insert(name, file.readAll());
        }
        return found;
    }
    std::unique_ptr<DurableFiles> newFiles() const
    {
        return std::make_unique<DurableFiles>(QFile::encodeName(m_folder->path()).toStdString());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    const QString m_old = QStringLiteral("old");
    const QString m_new = QStringLiteral("new");
};

void tst_DurableFiles::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QFile old(m_folder->filePath(m_old));
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("0123456789");
}

void tst_DurableFiles::all_keepsWhatWasSynced()
{
    const auto files = newFiles();
    write(*files, "old", 2, "ab");
    files->synced(path("old"));
    write(*files, "old", 4, "cd");
    files->truncated(path("old"), 5);
    QCOMPARE(left(*files, DurableFiles::Loss::All).value(m_old), QByteArray("01ab456789"));
    files->synced(path("old"));
    QCOMPARE(left(*files, DurableFiles::Loss::All).value(m_old), QByteArray("01abc"));
}

void tst_DurableFiles::all_keepsOldEntries()
{
    const auto files = newFiles();
    files->opened(path("new"), false);
    write(*files, "new", 0, "x");
    files->synced(path("new"));
    files->removed(path("old"));
    QCOMPARE(left(*files, DurableFiles::Loss::All).keys(), QStringList{m_old});
    files->folderSynced();
    QCOMPARE(left(*files, DurableFiles::Loss::All).keys(), QStringList{m_new});
    files->renamed(path("new"), path("old"));
    QCOMPARE(left(*files, DurableFiles::Loss::All).keys(), QStringList{m_new});
    QCOMPARE(left(*files, DurableFiles::Loss::None).value(m_old), QByteArray("x"));
}

void tst_DurableFiles::none_keepsEverything()
{
    const auto files = newFiles();
    files->opened(path("new"), false);
    write(*files, "new", 3, "x");
    files->truncated(path("old"), 1);
    const auto found = left(*files, DurableFiles::Loss::None);
    QCOMPARE(found.value(m_new), QByteArray("\0\0\0x", 4));
    QCOMPARE(found.value(m_old), QByteArray("0"));
}

void tst_DurableFiles::some_tearsAtSectors()
{
    const auto files = newFiles();
    files->truncated(path("old"), 4096);
    files->synced(path("old"));
    write(*files, "old", 256, QByteArray(2048, 'x'));
    bool isTorn = false;
    for (quint64 seed = 0; seed < 20; ++seed) {
        const QByteArray content = left(*files, DurableFiles::Loss::Some, seed).value(m_old);
        QCOMPARE(content.size(), qsizetype(4096));
        for (qsizetype sector = 0; sector < 4096; sector += 512) {
            // Of what was written in one sector all is there or nothing.
            const qsizetype from = qMax(sector, qsizetype(256));
            const qsizetype to = qMin(sector + 512, qsizetype(256 + 2048));
            const QByteArray piece = content.mid(from, qMax(qsizetype(0), to - from));
            QVERIFY(piece.count('x') == 0 || piece.count('x') == piece.size());
        }
        isTorn = isTorn || (content.contains('x') && content.count('x') < 2048);
    }
    QVERIFY(isTorn);
}

void tst_DurableFiles::sharedMemory_isNeverThere()
{
    const auto files = newFiles();
    QVERIFY(!files->isInside(path("decisions.db-shm")));
    QVERIFY(files->isInside(path("decisions.db-wal")));
    QVERIFY(!files->isInside(path("")));
    QVERIFY(files->isFolder(QFile::encodeName(m_folder->path()).toStdString()));
}

QTEST_GUILESS_MAIN(tst_DurableFiles)
#include "tst_durablefiles.moc"
