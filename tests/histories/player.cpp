// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/histories/player.h"

#include "app/journal/sqlitejournal.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace countersign {

namespace {

using namespace std::chrono_literals;

//! When everything must have come to its end: the time in which a request can still arrive, and
//! some.
constexpr std::chrono::milliseconds longest = 60min;
constexpr char otherAccount[] = "2000000000000002";

std::unique_ptr<DecisionJournal> openSqlite(const QString &folder, const Clock &clock)
{
    return std::make_unique<SqliteJournal>(folder, clock);
}

//! Where files are quick: nothing is played here that would lose what was not synced.
QString quickPlace()
{
    const QString memory = QStringLiteral("/dev/shm");
    const QString place = QFileInfo(memory).isWritable() ? memory : QDir::tempPath();
    return place + QStringLiteral("/countersign-histories-XXXXXX");
}

//! As the files stand at this moment: what a killed process leaves.
void copyFiles(const QString &from, const QString &to)
{
    if (!QDir().mkpath(to))
        qFatal("no folder for the journal");
    QFile::setPermissions(to, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    for (const QString &name : QDir(from).entryList(QDir::Files)) {
        const QString copy = to + u'/' + name;
        if (!name.endsWith(QLatin1String(".lock")) && !QFile::copy(from + u'/' + name, copy))
            qFatal("%s cannot be copied", qPrintable(name));
    }
}

} // namespace

Player::Player(VirtualDispatcher &time, const History &history, PlayOptions options)
    : m_time(time)
    , m_history(history)
    , m_options(std::move(options))
    , m_random(history.setting.seed)
    , m_clock(time)
    , m_folder(quickPlace())
{
    if (!m_options.openJournal)
        m_options.openJournal = openSqlite;
}

Player::~Player()
{
    m_console.reset();
    m_time.clear();
}

std::shared_ptr<const Credentials> Player::credentialsOf(const ServiceSide &service) const
{
    const sandbox::User &user =
        service.users().all()[static_cast<std::size_t>(m_history.setting.user)];
    auto credentials = std::make_shared<Credentials>();
    credentials->accessKeyId = user.accessKeyId;
    credentials->secret = user.secret.clone();
    return credentials;
}

void Player::begin()
{
    const Setting &setting = m_history.setting;
    ServiceSide::Options options;
    options.seed = setting.seed;
    options.userSeed = 1;
    options.templateName = setting.templateName;
    options.mode = setting.mode;
    options.confirmsHighRisk = setting.confirmsHighRisk;
    if (setting.hasUnlistedCodes)
        options.strictness.insert(sandbox::Strictness::UnlistedCodes);
    if (setting.keepsNoNotes)
        options.strictness.insert(sandbox::Strictness::NotesUnreadable);
    m_service = std::make_unique<ServiceSide>(m_time, options);
    m_service->onArrival = [this](const Arrival &arrival) { onArrival(arrival); };
    for (const sandbox::User &user : m_service->users().all())
        m_transcript.ownKeys.append(user.accessKeyId);
    for (const Step &step : m_history.steps) {
        if (step.kind != Step::Kind::SwapKey || m_otherService)
            continue;
        options.userSeed = 2;
        m_otherService = std::make_unique<ServiceSide>(m_time, options);
        m_otherService->onArrival = [this](const Arrival &arrival) { onArrival(arrival); };
    }
    m_network = std::make_unique<VirtualNetwork>(
        m_time, [this](bool isDecision) { return planFor(isDecision); },
        [this](const auto &call, const auto &plan) { return serve(call, plan); });
    if (m_options.repeatsBodies)
        m_network->repeatBodies();
    m_profile.id = ProfileId(QStringLiteral("sandbox"));
    m_profile.alias = QStringLiteral("acme");
    m_profile.accountId = sandbox::Users::accountId();
    m_profile.regions = {RegionId(QStringLiteral("cn-hangzhou"))};
    m_profile.endpoint = QUrl(QStringLiteral("http://127.0.0.1:8080"));
    m_profile.stsEndpoint = m_profile.endpoint;
    m_profile.scheme = setting.isOldScheme ? SignatureScheme::V1 : SignatureScheme::V3;
    m_parts = std::make_unique<ConsoleParts>(ConsoleParts{
        m_time, m_clock, *m_network, m_random, m_transcript, [this] { return m_service->now(); },
        m_options.openJournal, m_options.times, m_options.mistell});
    startConsole();
}

QString Player::journalFolder() const
{
    return m_folder.filePath(QStringLiteral("life-%1").arg(m_lives));
}

void Player::startConsole()
{
    m_console =
        std::make_unique<Console>(*m_parts, journalFolder(), m_profile, credentialsOf(*m_service));
    m_console->recover();
}

void Player::kill(Time down)
{
    const QString before = journalFolder();
    ++m_lives;
    copyFiles(before, journalFolder());
    m_console.reset();
    m_time.run(down);
    startConsole();
}

// Beside the latencies nothing happens to a request for which no fault was ordered.
ExchangePlan Player::planFor(bool isDecision)
{
    ExchangePlan plan;
    if (isDecision && !m_sendPlans.empty()) {
        plan = m_sendPlans.front();
        m_sendPlans.pop_front();
        return plan;
    }
    if (!isDecision && m_readsToFail > 0) {
        --m_readsToFail;
        return m_readPlan;
    }
    const auto latency = [this](int most) { return Time(5 + int(m_random() % quint64(most))); };
    plan.connectTakes = latency(40);
    plan.thereTakes = latency(80);
    plan.backTakes = latency(80);
    plan.pieces = isDecision ? 1 + int(m_random() % 4) : 1;
    return plan;
}

WireAnswer Player::serve(const sandbox::Call &call, const ExchangePlan &plan)
{
    const QString keyId = call.accessKeyId();
    const bool isForOther = m_otherService && m_otherService->knowsKey(keyId);
    if (!isForOther)
        return m_service->serve(call, plan);
    WireAnswer answer = m_otherService->serve(call, plan);
    answer.body.replace(sandbox::Users::accountId().toLatin1(), otherAccount);
    return answer;
}

// I2: the intent is written down when the request arrives. In every fourth history it is read from
// a copy of the files, as another program would find it; that takes as long as the rest.
void Player::onArrival(const Arrival &arrival)
{
    const QByteArray id = m_transcript.decisionOfNonce.value(arrival.nonce);
    const auto tell = [&](const char *what) {
        m_transcript.violations.push_back({QStringLiteral("I2"), QString::fromLatin1(what)});
    };
    if (id.isEmpty()) {
        tell("a request arrived that no decision has sent");
        return;
    }
    const bool isRead = m_history.setting.seed % 4 == 0 || !m_console;
    for (const JournalEntry &entry : isRead ? readJournal() : m_console->journal().entries()) {
        if (entry.record.id.hex != id)
            continue;
        if (!entry.stepTo(DecisionState::Sending))
            tell("a request arrived before its sending was recorded");
        return;
    }
    tell("a request arrived without an intent on the disk");
}

// From a copy of its files, as another program would find them now.
std::vector<JournalEntry> Player::readJournal()
{
    const QString copy = m_folder.filePath(QStringLiteral("look"));
    QDir(copy).removeRecursively();
    copyFiles(journalFolder(), copy);
    const auto journal = m_options.openJournal(copy, m_clock);
    if (const auto problem = journal->problem())
        m_transcript.journalProblem = problem->finding + u' ' + problem->reason;
    return journal->entries();
}

void Player::decideElsewhere(const Step &step)
{
    const bool isForFailure = step.text == u"RetryTask" || step.text == u"SkipTask";
    std::vector<QString> rows;
    for (const TaskExecution &row : m_service->record().tasks) {
        const bool isMeant = isForFailure
                                 ? row.status == RunStatus::Failed && !row.loopItem.isEmpty()
                                 : row.status == RunStatus::Waiting;
        if (isMeant)
            rows.push_back(row.id.text());
    }
    const QString row =
        rows.empty() ? QString() : rows[static_cast<std::size_t>(step.pick) % rows.size()];
    m_service->decideElsewhere(step.text, row);
}

// The person enters the key of another account by mistake; whose it is, is read a moment later.
void Player::swapKey()
{
    m_console->setCredentials(credentialsOf(*m_otherService));
    m_time.insideAfter(300ms, [this, alive = QPointer<Console>(m_console.get())] {
        if (alive)
            alive->setIdentity(QString::fromLatin1(otherAccount));
    });
}

void Player::lock(Time length)
{
    m_console->setCredentials(nullptr);
    m_time.insideAfter(length, [this, alive = QPointer<Console>(m_console.get())] {
        if (!alive)
            return;
        alive->setCredentials(credentialsOf(*m_service));
        alive->setIdentity(m_profile.accountId);
    });
}

void Player::play(const Step &step)
{
    m_time.run(step.wait);
    switch (step.kind) {
    case Step::Kind::Open:
        m_console->open(step.window, ExecutionId(m_service->executionId()), step);
        break;
    case Step::Kind::Confirm:
        m_console->confirm(step.window);
        break;
    case Step::Kind::Override:
        m_console->override(step.window);
        break;
    case Step::Kind::Look:
        m_console->lookForEffects();
        break;
    case Step::Kind::CloseOpen:
        m_console->closeUnresolved();
        break;
    case Step::Kind::Kill:
        kill(step.length);
        break;
    case Step::Kind::Sleep:
        m_time.sleep(step.length);
        break;
    case Step::Kind::Stall:
        m_time.stall(step.length);
        break;
    case Step::Kind::SetClock:
        m_clock.jump(step.length);
        break;
    case Step::Kind::NetworkDown:
        m_network->setDown(true);
        m_time.after(step.length, [this] {
            m_network->setDown(false);
            if (m_console)
                m_console->onNetworkChanged();
        });
        break;
    case Step::Kind::Other:
        decideElsewhere(step);
        break;
    case Step::Kind::ChangeFact:
    case Step::Kind::ChangeProgress:
        m_service->changeReading(step.text);
        break;
    case Step::Kind::FailSend:
        if (const auto plan = sendFault(step.text, step.pick))
            m_sendPlans.push_back(*plan);
        break;
    case Step::Kind::FailReads:
        if (const auto plan = readFault(step.text)) {
            m_readPlan = *plan;
            m_readsToFail = step.pick;
        }
        break;
    case Step::Kind::Lag:
        m_service->lag(step.length, step.pick == 1);
        m_transcript.everLagged = true;
        break;
    case Step::Kind::SwapKey:
        swapKey();
        break;
    case Step::Kind::Lock:
        lock(step.length);
        break;
    }
}

// The world calms down, the person closes what can be closed, and the journal is read again.
void Player::finish()
{
    m_time.run(1s);
    m_network->setDown(false);
    m_service->lag(0ms, false);
    m_readsToFail = 0;
    m_console->setCredentials(credentialsOf(*m_service));
    m_console->setIdentity(m_profile.accountId);
    m_console->onNetworkChanged();
    if (!m_time.runUntil([this] { return m_console->isQuiet(); }, longest))
        m_transcript.violations.push_back(
            {QStringLiteral("I9"), QStringLiteral("something has not come to its end in time")});
    m_time.run(2min);
    m_transcript.lookedAfter = m_console->lookedAfter();
    m_console->closeUnresolved();
    for (const JournalEntry &entry : m_console->journal().unsettledEntries()) {
        if (entry.isOpen())
            m_transcript.stillOpen.push_back(entry.record.id.hex);
    }
    m_transcript.journal = readJournal();
    m_console.reset();
    m_time.run(longest); // for requests that are still under way
    m_transcript.arrivals = m_service->arrivals();
    if (m_otherService) {
        for (const Arrival &arrival : m_otherService->arrivals())
            m_transcript.arrivals.push_back(arrival);
    }
    m_transcript.otherActs = m_service->otherActs();
    m_transcript.factChanges = m_service->factChanges();
}

Transcript Player::play()
{
    begin();
    // Sleep is noticed a moment after waking up, wherever it came from.
    m_time.onWokenUp = [this] {
        m_time.insideAfter(Time(m_random() % 500), [this] {
            if (m_console)
                m_console->onWokenUp();
        });
    };
    for (const Step &step : m_history.steps)
        play(step);
    finish();
    m_time.onWokenUp = nullptr;
    return std::move(m_transcript);
}

} // namespace countersign
