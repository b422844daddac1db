// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/credentials/keychainprobe.h"
#include "tests/fakes/keychainworld.h"

#include <QTest>

#include <memory>
#include <signal.h>

using namespace countersign;

// The states of a keychain that a person can meet, each with a real bus and, where there is one, a
// real gnome-keyring. In each the event loop goes on, and the program ends without a crash.

namespace {

constexpr int longestStandstill = 100;
const char canary[] = "CanarySecretThatMustNotBeOnDisk";

KeychainProbe::Limits impatient()
{
    return {200, 1'000, 2'000};
}

//! Variables of a session of Plasma 5.
QStringList plasma()
{
    return {QStringLiteral("XDG_CURRENT_DESKTOP=KDE"), QStringLiteral("KDE_SESSION_VERSION=5")};
}

QString code(const char *name)
{
    return QStringLiteral("Keychain%1").arg(QLatin1String(name));
}

QStringList asked(const char *trouble)
{
    return {QStringLiteral("Asking"), QStringLiteral("Unusable %1").arg(code(trouble))};
}

} // namespace

#define QUIT_WELL(probe)                                                                           \
    do {                                                                                           \
        const int standstill = (probe).quit();                                                     \
        QCOMPARE_GE(standstill, 0);                                                                \
        QCOMPARE_LT(standstill, longestStandstill);                                                \
    } while (false)

class tst_KeychainSecretStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_world.reset(); }

    void noBus_saysSo();
    void busWithoutService_saysSo();
    void serviceStopped_isHung();
    void serviceStartsLate_isToldAndWorks();
    void locked_withoutPrompter_saysLocked();
    void locked_promptAccepted_reads();
    void locked_promptDismissed_saysDismissed();
    void locked_promptIgnored_givesUpAndOffersTheLateAnswer();
    void locked_quitWhilePromptIsOpen_endsWell();
    void unlocked_keepsTheEntryOverARestart();
    void unlocked_leavesNoSecretOnDisk();
    void entryAbsent_isAnAnswerOrMissing();
    void entryDamaged_saysSo();
    void entryOfAnotherAccount_saysSo();
    void entryPlantedAsText_isNoticedWhenWriting();
    void backendChanged_saysSo();
    void serviceDiesMidJob_saysSo();
    void walletDiesMidJob_saysSo();
    void serviceHangsMidJob_blocksAndEndsWell();
    void noCollection_saysSo();
    void noGlibLoop_saysSo();
    void wallet_keepsTheEntry();
    void wallet_thatForgets_isNoticed();
    void wallet_thatIsNotOpened_isDismissed();
    void wallet_stopped_isHung();
    void write_refusesWhatDoesNotFit();
    void largeToken_isKeptWhole_orRefused();
    void cancel_endsTheWaitingAlone();

private:
    //! Leaves an entry for account 1000 in a keyring that is then locked.
    void saveAndLock();

    std::unique_ptr<KeychainWorld> m_world;
};

void tst_KeychainSecretStore::init()
{
    m_world = std::make_unique<KeychainWorld>(QStringLiteral(SOURCE_ROOT));
}

void tst_KeychainSecretStore::saveAndLock()
{
    QVERIFY(m_world->startBus());
    QVERIFY(m_world->startKeyring(true));
    KeychainProbe probe(*m_world);
    probe.tell(QStringLiteral("expect new 1000"));
    QCOMPARE(probe.ask(QStringLiteral("write %1").arg(QLatin1String(canary))),
             QStringLiteral("ok"));
    QUIT_WELL(probe);
    QVERIFY(m_world->stopKeyring());
    QVERIFY(m_world->startKeyring(false));
}

void tst_KeychainSecretStore::noBus_saysSo()
{
    KeychainProbe probe(*m_world);
    probe.tell(QStringLiteral("expect saved"));
    QCOMPARE(probe.ask(QStringLiteral("read")), code("NoBus"));
    QCOMPARE(probe.takeStates(), asked("NoBus"));
    QCOMPARE(probe.ask(QStringLiteral("write secret")), code("NoBus"));
    QUIT_WELL(probe);
}

void tst_KeychainSecretStore::busWithoutService_saysSo()
{
    QVERIFY(m_world->startBus());
    KeychainProbe probe(*m_world);
    QCOMPARE(probe.ask(QStringLiteral("read")), code("NoService"));
    QCOMPARE(probe.takeStates(), asked("NoService"));
    QCOMPARE(probe.ask(QStringLiteral("erase")), code("NoService"));
    QUIT_WELL(probe);
}

void tst_KeychainSecretStore::serviceStopped_isHung()
{
    saveAndLock();
    m_world->signalKeyring(SIGSTOP);
    KeychainProbe probe(*m_world, {500, 60'000, 1'000});
    probe.tell(QStringLiteral("expect saved"));
    QCOMPARE(probe.ask(QStringLiteral("read")), code("Hung"));
    QCOMPARE(probe.takeStates(), (QStringList{QStringLiteral("Asking"), QStringLiteral("Slow"),
                                              QStringLiteral("Unusable KeychainHung")}));
    m_world->signalKeyring(SIGCONT);
    QCOMPARE(probe.ask(QStringLiteral("read")), code("Locked"));
    QUIT_WELL(probe);
}

void tst_KeychainSecretStore::serviceStartsLate_isToldAndWorks()
{
    QVERIFY(m_world->startBus());
    KeychainProbe probe(*m_world);
    QCOMPARE(probe.ask(QStringLiteral("read")), code("NoService"));
    probe.takeStates();
    QVERIFY(m_world->startKeyring(true));
    QCOMPARE(probe.next(QStringLiteral("state")).value(QLatin1String("state")).toString(),
             QStringLiteral("NotAsked"));
    QCOMPARE(probe.ask(QStringLiteral("write secret")), QStringLiteral("ok"));
    QCOMPARE(probe.ask(QStringLiteral("read")), QStringLiteral("found"));
    QUIT_WELL(probe);
}

void tst_KeychainSecretStore::locked_withoutPrompter_saysLocked()
{
    saveAndLock();
    KeychainProbe probe(*m_world);
    probe.tell(QStringLiteral("expect saved 1000 Secret Service"));
    QCOMPARE(probe.ask(QStringLiteral("read")), code("Locked"));
    QCOMPARE(probe.takeStates(), asked("Locked"));
    QCOMPARE(probe.ask(QStringLiteral("write other")), code("Locked"));
    // The library calls it done; the entry is still there.
    QCOMPARE(probe.ask(QStringLiteral("erase")), code("Locked"));
    QUIT_WELL(probe);
}

void tst_KeychainSecretStore::locked_promptAccepted_reads()
{
    saveAndLock();
    QVERIFY(m_world->startPrompter(QStringLiteral("accept")));
    KeychainProbe probe(*m_world);
    probe.tell(QStringLiteral("expect saved 1000 Secret Service"));
    QCOMPARE(probe.ask(QStringLiteral("read")), QStringLiteral("found"));
    QCOMPARE(probe.last().value(QLatin1String("secret")).toString(), QLatin1String(canary));
    QVERIFY(m_world->waitUntilAsked());
    QUIT_WELL(probe);
}

void tst_KeychainSecretStore::locked_promptDismissed_saysDismissed()
{
    saveAndLock();
    QVERIFY(m_world->startPrompter(QStringLiteral("dismiss")));
    KeychainProbe probe(*m_world);
    probe.tell(QStringLiteral("expect saved 1000 Secret Service"));
    QCOMPARE(probe.ask(QStringLiteral("read")), code("Dismissed"));
    QCOMPARE(probe.takeStates(), asked("Dismissed"));
    QCOMPARE(probe.ask(QStringLiteral("write other")), code("Dismissed"));
    QUIT_WELL(probe);
}

void tst_KeychainSecretStore::locked_promptIgnored_givesUpAndOffersTheLateAnswer()
{
    saveAndLock();
    QVERIFY(m_world->startPrompter(QStringLiteral("ignore")));
    KeychainProbe probe(*m_world, impatient());
    probe.tell(QStringLiteral("expect saved 1000 Secret Service"));
    QCOMPARE(probe.ask(QStringLiteral("read")), code("GaveUp"));
    QCOMPARE(probe.takeStates(), (QStringList{QStringLiteral("Asking"), QStringLiteral("Slow"),
                                              QStringLiteral("Blocked")}));
    QCOMPARE(probe.ask(QStringLiteral("read")), code("Blocked"));
    QCOMPARE(probe.ask(QStringLiteral("write other")), code("Blocked"));
    QVERIFY(m_world->waitUntilAsked());
    m_world->acceptLate();
    QVERIFY(!probe.next(QStringLiteral("late")).isEmpty());
    QCOMPARE(probe.takeStates(), QStringList{QStringLiteral("Ready")});
    QCOMPARE(probe.ask(QStringLiteral("read")), QStringLiteral("found"));
    QCOMPARE(probe.last().value(QLatin1String("secret")).toString(), QLatin1String(canary));
    QUIT_WELL(probe);
}

void tst_KeychainSecretStore::locked_quitWhilePromptIsOpen_endsWell()
{
    saveAndLock();
    QVERIFY(m_world->startPrompter(QStringLiteral("ignore")));
    KeychainProbe probe(*m_world);
    probe.tell(QStringLiteral("expect saved"));
    probe.tell(QStringLiteral("read"));
    QVERIFY(m_world->waitUntilAsked());
    QUIT_WELL(probe);
}

void tst_KeychainSecretStore::unlocked_keepsTheEntryOverARestart()
{
    QVERIFY(m_world->startBus());
    QVERIFY(m_world->startKeyring(true));
    {
        KeychainProbe probe(*m_world);
        probe.tell(QStringLiteral("expect new 1000"));
        QCOMPARE(probe.ask(QStringLiteral("write first token")), QStringLiteral("ok"));
        QCOMPARE(probe.takeStates(),
                 (QStringList{QStringLiteral("Asking"), QStringLiteral("Ready")}));
        QCOMPARE(probe.ask(QStringLiteral("write second token")), QStringLiteral("ok"));
        probe.ask(QStringLiteral("record"));
        QVERIFY(probe.last().value(QLatin1String("saved")).toBool());
        QVERIFY(probe.last().value(QLatin1String("dated")).toBool());
        QCOMPARE(probe.last().value(QLatin1String("backend")).toString(),
                 QStringLiteral("Secret Service"));
        QUIT_WELL(probe);
    }
    KeychainProbe probe(*m_world);
    QCOMPARE(probe.ask(QStringLiteral("read")), QStringLiteral("found"));
    QCOMPARE(probe.last().value(QLatin1String("id")).toString(), QStringLiteral("LTAIprobe"));
    QCOMPARE(probe.last().value(QLatin1String("secret")).toString(), QStringLiteral("second"));
    QCOMPARE(probe.last().value(QLatin1String("token")).toString(), QStringLiteral("token"));
    probe.ask(QStringLiteral("record"));
    QCOMPARE(probe.last().value(QLatin1String("account")).toString(), QStringLiteral("1000"));
    QCOMPARE(probe.ask(QStringLiteral("erase")), QStringLiteral("ok"));
    QCOMPARE(probe.ask(QStringLiteral("read")), QStringLiteral("none"));
    QCOMPARE(probe.ask(QStringLiteral("erase")), QStringLiteral("ok"));
    QUIT_WELL(probe);
}

void tst_KeychainSecretStore::unlocked_leavesNoSecretOnDisk()
{
    saveAndLock();
    const QByteArray secret(canary);
    // The library keeps Base64; the secret may begin at any of three places in it.
    QList<QByteArray> texts{secret, secret.toHex()};
    for (int before = 0; before < 3; ++before) {
        const QByteArray shifted = QByteArray(before, '\0') + secret;
        const QByteArray text = shifted.toBase64();
        texts += text.mid(4, text.size() - 12);
    }
    QVERIFY(!m_world->filesWith({"GnomeKeyring"}).isEmpty()); // the keyring is among the files
    QCOMPARE(m_world->filesWith(texts), QStringList());
}

void tst_KeychainSecretStore::entryAbsent_isAnAnswerOrMissing()
{
    QVERIFY(m_world->startBus());
    QVERIFY(m_world->startKeyring(true));
    KeychainProbe probe(*m_world);
    QCOMPARE(probe.ask(QStringLiteral("read")), QStringLiteral("none"));
    probe.tell(QStringLiteral("expect saved 1000 Secret Service"));
    QCOMPARE(probe.ask(QStringLiteral("read")), code("EntryMissing"));
    QCOMPARE(probe.takeStates().constLast(), QStringLiteral("Ready"));
    QCOMPARE(probe.ask(QStringLiteral("erase")), QStringLiteral("ok"));
    QCOMPARE(probe.ask(QStringLiteral("read")), QStringLiteral("none"));
    QUIT_WELL(probe);
}

void tst_KeychainSecretStore::entryDamaged_saysSo()
{
    QVERIFY(m_world->startBus());
    QVERIFY(m_world->startKeyring(true));
    KeychainProbe probe(*m_world);
    QCOMPARE(probe.ask(QStringLiteral("plant 0102030405")), QString());
    QCOMPARE(probe.ask(QStringLiteral("read")), code("EntryDamaged"));
    QCOMPARE(probe.takeStates().constLast(), QStringLiteral("Ready"));
    QCOMPARE(probe.ask(QStringLiteral("write whole")), QStringLiteral("ok"));
    QCOMPARE(probe.ask(QStringLiteral("read")), QStringLiteral("found"));
    QUIT_WELL(probe);
}

void tst_KeychainSecretStore::entryOfAnotherAccount_saysSo()
{
    QVERIFY(m_world->startBus());
    QVERIFY(m_world->startKeyring(true));
    KeychainProbe probe(*m_world);
    probe.tell(QStringLiteral("expect new 1000"));
    QCOMPARE(probe.ask(QStringLiteral("write secret")), QStringLiteral("ok"));
    probe.tell(QStringLiteral("expect saved 2000 Secret Service"));
    QCOMPARE(probe.ask(QStringLiteral("read")), code("EntryOfAnotherAccount"));
    QVERIFY(!probe.last().contains(QLatin1String("secret")));
    probe.tell(QStringLiteral("expect saved 1000 Secret Service"));
    QCOMPARE(probe.ask(QStringLiteral("read")), QStringLiteral("found"));
    QUIT_WELL(probe);
}

void tst_KeychainSecretStore::entryPlantedAsText_isNoticedWhenWriting()
{
    QVERIFY(m_world->startBus());
    QVERIFY(m_world->startKeyring(true));
    KeychainProbe probe(*m_world);
    QCOMPARE(probe.ask(QStringLiteral("plant old text")), QString());
    // The library prefers an item of text to the binary one of the same name.
    QCOMPARE(probe.ask(QStringLiteral("write new")), code("ReadBackDiffers"));
    QCOMPARE(probe.ask(QStringLiteral("erase")), QStringLiteral("ok"));
    QCOMPARE(probe.ask(QStringLiteral("write new")), QStringLiteral("ok"));
    QUIT_WELL(probe);
}

void tst_KeychainSecretStore::backendChanged_saysSo()
{
    QVERIFY(m_world->startBus());
    QVERIFY(m_world->startKeyring(true));
    QVERIFY(m_world->startWallet(QStringLiteral("keep")));
    KeychainProbe gnome(*m_world);
    gnome.tell(QStringLiteral("expect saved 1000 KWallet"));
    QCOMPARE(gnome.ask(QStringLiteral("read")), code("BackendChanged"));
    QCOMPARE(gnome.ask(QStringLiteral("write secret")), QStringLiteral("ok"));
    QUIT_WELL(gnome);
    KeychainProbe kde(*m_world, plasma());
    kde.tell(QStringLiteral("expect saved 1000 Secret Service"));
    QCOMPARE(kde.ask(QStringLiteral("read")), code("BackendChanged"));
    QUIT_WELL(kde);
}

void tst_KeychainSecretStore::serviceDiesMidJob_saysSo()
{
    saveAndLock();
    QVERIFY(m_world->startPrompter(QStringLiteral("ignore")));
    KeychainProbe probe(*m_world, {2'000, 60'000, 500});
    probe.tell(QStringLiteral("expect saved 1000 Secret Service"));
    probe.tell(QStringLiteral("read"));
    QVERIFY(m_world->waitUntilAsked());
    QVERIFY(m_world->stopKeyring());
    QCOMPARE(probe.next(QStringLiteral("read")).value(QLatin1String("outcome")).toString(),
             code("ServiceDied"));
    // Whether the job ever ends is the library's matter; either way the program does.
    const QString state = probe.takeStates().constLast();
    QVERIFY2(state == QLatin1String("Blocked") ||
                 state == QLatin1String("Unusable KeychainServiceDied"),
             qPrintable(state));
    QUIT_WELL(probe);
}

void tst_KeychainSecretStore::walletDiesMidJob_saysSo()
{
    QVERIFY(m_world->startBus());
    QVERIFY(m_world->startWallet(QStringLiteral("stall")));
    KeychainProbe probe(*m_world, plasma());
    probe.tell(QStringLiteral("read"));
    QVERIFY(m_world->waitUntilWalletAsks());
    m_world->stopWallet();
    QCOMPARE(probe.next(QStringLiteral("read")).value(QLatin1String("outcome")).toString(),
             code("ServiceDied"));
    QCOMPARE(probe.takeStates().constLast(), QStringLiteral("Unusable KeychainServiceDied"));
    QVERIFY(m_world->startWallet(QStringLiteral("keep")));
    QCOMPARE(probe.ask(QStringLiteral("read")), QStringLiteral("none"));
    QUIT_WELL(probe);
}

void tst_KeychainSecretStore::serviceHangsMidJob_blocksAndEndsWell()
{
    saveAndLock();
    QVERIFY(m_world->startPrompter(QStringLiteral("ignore")));
    KeychainProbe probe(*m_world, impatient());
    probe.tell(QStringLiteral("expect saved 1000 Secret Service"));
    probe.tell(QStringLiteral("read"));
    QVERIFY(m_world->waitUntilAsked());
    m_world->signalKeyring(SIGSTOP);
    QCOMPARE(probe.next(QStringLiteral("read")).value(QLatin1String("outcome")).toString(),
             code("GaveUp"));
    QCOMPARE(probe.ask(QStringLiteral("erase")), code("Blocked"));
    QUIT_WELL(probe);
}

void tst_KeychainSecretStore::noCollection_saysSo()
{
    QVERIFY(m_world->startBus());
    QVERIFY(m_world->startKeyring(false));
    KeychainProbe probe(*m_world);
    QCOMPARE(probe.ask(QStringLiteral("read")), QStringLiteral("none"));
    probe.tell(QStringLiteral("expect saved 1000 Secret Service"));
    QCOMPARE(probe.ask(QStringLiteral("read")), code("NoCollection"));
    QCOMPARE(probe.takeStates().constLast(), QStringLiteral("Unusable KeychainNoCollection"));
    QCOMPARE(probe.ask(QStringLiteral("write secret")), code("NoCollection"));
    QUIT_WELL(probe);
}

void tst_KeychainSecretStore::noGlibLoop_saysSo()
{
    QVERIFY(m_world->startBus());
    QVERIFY(m_world->startKeyring(true));
    KeychainProbe probe(*m_world, {QStringLiteral("QT_NO_GLIB=1")});
    QCOMPARE(probe.ask(QStringLiteral("read")), code("NoEventLoop"));
    QCOMPARE(probe.takeStates(), asked("NoEventLoop"));
    QUIT_WELL(probe);
}

void tst_KeychainSecretStore::wallet_keepsTheEntry()
{
    QVERIFY(m_world->startBus());
    QVERIFY(m_world->startWallet(QStringLiteral("keep")));
    KeychainProbe probe(*m_world, plasma());
    QCOMPARE(probe.ask(QStringLiteral("read")), QStringLiteral("none"));
    QCOMPARE(probe.ask(QStringLiteral("write secret")), QStringLiteral("ok"));
    QCOMPARE(probe.ask(QStringLiteral("read")), QStringLiteral("found"));
    probe.ask(QStringLiteral("record"));
    QCOMPARE(probe.last().value(QLatin1String("backend")).toString(), QStringLiteral("KWallet"));
    QCOMPARE(probe.ask(QStringLiteral("erase")), QStringLiteral("ok"));
    QUIT_WELL(probe);
}

void tst_KeychainSecretStore::wallet_thatForgets_isNoticed()
{
    QVERIFY(m_world->startBus());
    QVERIFY(m_world->startWallet(QStringLiteral("forget")));
    KeychainProbe probe(*m_world, plasma());
    QCOMPARE(probe.ask(QStringLiteral("write secret")), code("ReadBackDiffers"));
    QUIT_WELL(probe);
}

void tst_KeychainSecretStore::wallet_thatIsNotOpened_isDismissed()
{
    QVERIFY(m_world->startBus());
    QVERIFY(m_world->startWallet(QStringLiteral("deny")));
    KeychainProbe probe(*m_world, plasma());
    probe.tell(QStringLiteral("expect saved 1000 KWallet"));
    QCOMPARE(probe.ask(QStringLiteral("read")), code("Dismissed"));
    QUIT_WELL(probe);
}

void tst_KeychainSecretStore::wallet_stopped_isHung()
{
    QVERIFY(m_world->startBus());
    QVERIFY(m_world->startWallet(QStringLiteral("keep")));
    m_world->signalWallet(SIGSTOP);
    // The library itself would ask it with a call that holds the event loop for half a second.
    KeychainProbe probe(*m_world, {500, 60'000, 1'000}, plasma());
    QCOMPARE(probe.ask(QStringLiteral("read")), code("Hung"));
    QUIT_WELL(probe);
}

void tst_KeychainSecretStore::write_refusesWhatDoesNotFit()
{
    QVERIFY(m_world->startBus());
    QVERIFY(m_world->startKeyring(true));
    KeychainProbe probe(*m_world);
    QCOMPARE(probe.ask(QStringLiteral("write ")), code("Incomplete"));
    // Version, lengths, checksum and the key id "LTAIprobe" take 34 bytes of the 16 KiB.
    probe.tell(QStringLiteral("write-long %1").arg(16 * 1024 - 33));
    QCOMPARE(probe.next(QStringLiteral("write")).value(QLatin1String("outcome")).toString(),
             code("TooLarge"));
    QCOMPARE(probe.ask(QStringLiteral("read")), QStringLiteral("none"));
    probe.tell(QStringLiteral("write-long %1").arg(16 * 1024 - 34));
    QCOMPARE(probe.next(QStringLiteral("write")).value(QLatin1String("outcome")).toString(),
             QStringLiteral("ok"));
    QUIT_WELL(probe);
}

void tst_KeychainSecretStore::largeToken_isKeptWhole_orRefused()
{
    QVERIFY(m_world->startBus());
    QVERIFY(m_world->startKeyring(true));
    // Version, lengths, checksum, the key id "LTAIprobe" and a secret of one byte take 35 bytes.
    const int most = 16 * 1024 - 35;
    QString kept;
    for (const int size : {1'024, 4'096, 8'192, 12'001, most, most + 1}) {
        // Not the same everywhere, so that a part that is missing or moved is seen.
        QString token;
        while (token.size() < size)
            token += QString::number(token.size()) + QLatin1Char('+');
        token.truncate(size);
        const bool fits = size <= most;
        KeychainProbe writer(*m_world);
        QCOMPARE(writer.ask(QStringLiteral("write s ") + token),
                 fits ? QStringLiteral("ok") : code("TooLarge"));
        QUIT_WELL(writer);
        if (fits)
            kept = token;
        KeychainProbe reader(*m_world);
        reader.tell(QStringLiteral("read"));
        const QJsonObject answer = reader.next(QStringLiteral("read"));
        QCOMPARE(answer.value(QLatin1String("secret")).toString(), QStringLiteral("s"));
        // What was refused has not touched the one that was there.
        QVERIFY2(answer.value(QLatin1String("token")).toString() == kept,
                 qPrintable(QString::number(size)));
        QUIT_WELL(reader);
    }
}

void tst_KeychainSecretStore::cancel_endsTheWaitingAlone()
{
    saveAndLock();
    QVERIFY(m_world->startPrompter(QStringLiteral("ignore")));
    KeychainProbe probe(*m_world);
    probe.tell(QStringLiteral("expect saved 1000 Secret Service"));
    probe.tell(QStringLiteral("read"));
    QVERIFY(m_world->waitUntilAsked());
    probe.tell(QStringLiteral("cancel"));
    QCOMPARE(probe.next(QStringLiteral("read")).value(QLatin1String("outcome")).toString(),
             QStringLiteral("Cancelled"));
    // The next one waits behind the one that still runs.
    probe.tell(QStringLiteral("read"));
    m_world->acceptLate();
    QVERIFY(!probe.next(QStringLiteral("late")).isEmpty());
    QCOMPARE(probe.next(QStringLiteral("read")).value(QLatin1String("outcome")).toString(),
             QStringLiteral("found"));
    QUIT_WELL(probe);
}

QTEST_GUILESS_MAIN(tst_KeychainSecretStore)
#include "tst_keychainsecretstore.moc"
