// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/keychainsecretstore.h"
#include "tests/fakes/heartbeat.h"

#include <qt6keychain/keychain.h>

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMetaEnum>
#include <QSocketNotifier>

#include <functional>
#include <iostream>
#include <string>

// The library and its bus are bound once per process, so each state of the keychain is tried in a
// process of its own: this one does what it reads from standard input, a command a line, and writes
// what happens to standard output, a JSON object a line.
// usage: keychainprobe PROFILE SLOW GIVE-UP QUESTION   (milliseconds)

using namespace countersign;

namespace {

void say(QJsonObject object, const char *event)
{
    object.insert(QStringLiteral("event"), QString::fromLatin1(event));
    std::cout << QJsonDocument(object).toJson(QJsonDocument::Compact).constData() << std::endl;
}

QString nameOf(KeychainState state)
{
    switch (state) {
    case KeychainState::NotAsked:
        return QStringLiteral("NotAsked");
    case KeychainState::Asking:
        return QStringLiteral("Asking");
    case KeychainState::Slow:
        return QStringLiteral("Slow");
    case KeychainState::Blocked:
        return QStringLiteral("Blocked");
    case KeychainState::Ready:
        return QStringLiteral("Ready");
    case KeychainState::Unusable:
        return QStringLiteral("Unusable");
    }
    return {};
}

QString codeOf(const Error &error)
{
    return error.kind == Error::Kind::Cancelled ? QStringLiteral("Cancelled") : error.code;
}

class Probe : public QObject
{
public:
    Probe(ProfileId profile, const KeychainLimits &limits)
        : m_profile(std::move(profile))
        , m_store(limits)
        , m_input(0, QSocketNotifier::Read)
    {
        connect(&m_input, &QSocketNotifier::activated, this, &Probe::onInput);
        connect(&m_store, &KeychainSecretStore::stateChanged, this, &Probe::onState);
        connect(&m_store, &KeychainSecretStore::lateAnswer, this, [] { say({}, "late"); });
    }

private:
    void onInput()
    {
        std::string line;
        if (!std::getline(std::cin, line))
            return QCoreApplication::exit(3);
        // getline may have taken more than a line from the descriptor.
        do
            obey(QString::fromStdString(line).split(QLatin1Char(' ')));
        while (std::cin.rdbuf()->in_avail() > 0 && std::getline(std::cin, line));
    }

    void onState(KeychainState state)
    {
        QJsonObject object{{QStringLiteral("state"), nameOf(state)}};
        if (const auto trouble = m_store.trouble())
            object.insert(QStringLiteral("trouble"), keychainError(*trouble).code);
        say(object, "state");
    }

    void obey(const QStringList &words)
    {
        const QString command = words.value(0);
        if (command == QLatin1String("expect"))
            expect(words);
        else if (command == QLatin1String("read"))
            read();
        else if (command == QLatin1String("write"))
            write(words.value(1), words.value(2));
        else if (command == QLatin1String("write-long"))
            write(QString(words.value(1).toInt(), QLatin1Char('x')), {});
        else if (command == QLatin1String("erase"))
            m_call = m_store.erase(m_profile, this, done("erase"));
        else if (command == QLatin1String("cancel"))
            m_call.cancel();
        else if (command == QLatin1String("plant"))
            plant(words.value(1).toUtf8(), words.value(2) == QLatin1String("text"));
        else if (command == QLatin1String("record"))
            tellRecord();
        else if (command == QLatin1String("quit"))
            quit();
        else
            QCoreApplication::exit(4);
    }

    void expect(const QStringList &words)
    {
        KeychainRecord record;
        record.isSaved = words.value(1) == QLatin1String("saved");
        record.accountId = words.value(2);
        record.backend = words.mid(3).join(QLatin1Char(' '));
        m_store.expect(m_profile, record);
    }

    void read()
    {
        m_call = m_store.read(
            m_profile, this, [](const Result<std::shared_ptr<const Credentials>> &answer) {
                QJsonObject object;
                if (!answer) {
                    object.insert(QStringLiteral("outcome"), codeOf(answer.error()));
                } else if (!answer.value()) {
                    object.insert(QStringLiteral("outcome"), QStringLiteral("none"));
                } else {
                    const Credentials &found = *answer.value();
                    object.insert(QStringLiteral("outcome"), QStringLiteral("found"));
                    object.insert(QStringLiteral("id"), found.accessKeyId);
                    object.insert(QStringLiteral("secret"), QString::fromUtf8(found.secret.view()));
                    object.insert(QStringLiteral("token"),
                                  QString::fromUtf8(found.securityToken.view()));
                }
                say(object, "read");
            });
    }

    void write(const QString &secret, const QString &token)
    {
        Credentials credentials;
        credentials.accessKeyId = QStringLiteral("LTAIprobe");
        credentials.secret = SecretBytes(QByteArrayView(secret.toUtf8()));
        credentials.securityToken = SecretBytes(QByteArrayView(token.toUtf8()));
        m_call = m_store.write(m_profile, credentials, this, done("write"));
    }

    static SecretStore::DoneCallback done(const char *event)
    {
        return [event](const std::optional<Error> &error) {
            say({{QStringLiteral("outcome"), error ? codeOf(*error) : QStringLiteral("ok")}},
                event);
        };
    }

    //! Puts something else under the name of the profile's entry, as another program might.
    void plant(const QByteArray &bytes, bool isText)
    {
        using Job = QKeychain::WritePasswordJob;
        auto *job = new Job(QStringLiteral("io.github.countersign.Countersign"));
        job->setKey(QStringLiteral("io.github.countersign.Countersign/1/%1").arg(m_profile.text()));
        if (isText)
            job->setTextData(QString::fromUtf8(bytes));
        else
            job->setBinaryData(QByteArray::fromHex(bytes));
        connect(job, &Job::finished, this, [job] {
            say({{QStringLiteral("outcome"), job->errorString()}}, "plant");
        });
        job->start();
    }

    void tellRecord()
    {
        const KeychainRecord record = m_store.record(m_profile).value_or(KeychainRecord());
        say({{QStringLiteral("saved"), record.isSaved},
             {QStringLiteral("backend"), record.backend},
             {QStringLiteral("account"), record.accountId},
             {QStringLiteral("dated"), record.savedAt.isValid()}},
            "record");
    }

    void quit()
    {
        m_store.finishAll();
        say({{QStringLiteral("ms"), m_heartbeat.longestMilliseconds()}}, "gap");
        QCoreApplication::quit();
    }

    Heartbeat m_heartbeat;
    ProfileId m_profile;
    KeychainSecretStore m_store;
    QSocketNotifier m_input;
    CallHandle m_call;
};

} // namespace

int main(int argc, char *argv[])
{
    std::ios::sync_with_stdio(false);
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 5)
        return 2;
    const auto limit = [&arguments](int at) {
        return std::chrono::milliseconds(arguments.at(at).toInt());
    };
    Probe probe(ProfileId(arguments.at(1)), {limit(2), limit(3), limit(4)});
    return QCoreApplication::exec();
}
