// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/campaign/killpoints.h"

#include <array>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace campaign {

namespace {

constexpr int intent = 0;
constexpr int sending = 1;
constexpr int outcome = 2;
constexpr std::size_t frameHeader = 24; // https://www.sqlite.org/fileformat2.html#walformat

std::string fromEnvironment(const char *name)
{
    const char *value = std::getenv(name);
    return value ? value : "";
}

bool isLog(const std::string &path)
{
    return path.ends_with("/decisions.db-wal");
}

//! A frame's header whose size of the database is not zero ends a transaction.
bool isCommitFrame(const void *data, std::size_t size)
{
    if (size != frameHeader)
        return false;
    std::array<unsigned char, 4> pages{};
    std::memcpy(pages.data(), static_cast<const char *>(data) + 4, pages.size());
    return pages[0] != 0 || pages[1] != 0 || pages[2] != 0 || pages[3] != 0;
}

//! A TLS client's last flight of the handshake begins with the change of the cipher; RFC 8446.
bool isHandshakeEnd(const void *data, std::size_t size)
{
    return size > 0 && *static_cast<const unsigned char *>(data) == 20;
}

} // namespace

std::unique_ptr<KillPoints> KillPoints::newFromEnvironment()
{
    Options options;
    options.folder = fromEnvironment("CAMPAIGN_JOURNAL");
    if (options.folder.empty())
        return nullptr;
    options.trace = fromEnvironment("CAMPAIGN_TRACE");
    options.armFile = fromEnvironment("CAMPAIGN_ARM");
    options.lossFolder = fromEnvironment("CAMPAIGN_LOSS_FOLDER");
    options.port = std::atoi(fromEnvironment("CAMPAIGN_PORT").c_str());
    options.point = fromEnvironment("CAMPAIGN_KILL");
    const std::size_t colon = options.point.find(':');
    if (colon != std::string::npos) {
        options.number = std::atoll(options.point.c_str() + colon + 1);
        options.point.resize(colon);
    }
    const std::string loss = fromEnvironment("CAMPAIGN_LOSS");
    if (loss == "all")
        options.loss = DurableFiles::Loss::All;
    else if (loss == "some")
        options.loss = DurableFiles::Loss::Some;
    options.seed = std::strtoull(fromEnvironment("CAMPAIGN_SEED").c_str(), nullptr, 10);
    return std::make_unique<KillPoints>(std::move(options));
}

KillPoints::KillPoints(Options options)
    : m_options(std::move(options))
    , m_files(m_options.folder)
{
}

void KillPoints::step(const std::string &what)
{
    if (m_options.trace.empty())
        return;
    const int file = static_cast<int>(::syscall(SYS_openat, AT_FDCWD, m_options.trace.c_str(),
                                                O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600));
    if (file < 0)
        return;
    const std::string line = what + " (call " + std::to_string(m_calls) + ")\n";
    [[maybe_unused]] const auto written = ::syscall(SYS_write, file, line.data(), line.size());
    ::syscall(SYS_close, file);
}

void KillPoints::end(const std::string &point)
{
    step("killed at " + point);
    if (m_options.loss != DurableFiles::Loss::None) {
        std::mt19937_64 random(m_options.seed);
        // What is written from here on is no part of the process's own doing.
        m_files.writeTo(m_options.lossFolder, m_options.loss, random);
        step("disk left");
    }
    ::kill(::getpid(), SIGKILL);
    for (;;)
        ::pause();
}

bool KillPoints::isArmed()
{
    if (!m_isArmed)
        m_isArmed = m_options.armFile.empty() ||
                    ::syscall(SYS_access, m_options.armFile.c_str(), F_OK) == 0;
    return m_isArmed;
}

void KillPoints::reach(const std::string &point, std::int64_t number)
{
    if (point != m_options.point || number != m_options.number)
        return;
    end(point + ':' + std::to_string(number));
}

const char *KillPoints::transactionName() const
{
    switch (m_transactions) {
    case intent:
        return "Intent";
    case sending:
        return "Sending";
    case outcome:
        return "Outcome";
    default:
        return "Later";
    }
}

void KillPoints::call()
{
    if (isArmed())
        reach("call", ++m_calls);
}

void KillPoints::journalWrite(const std::string &path, const void *data, std::size_t size)
{
    if (!isArmed())
        return;
    reach("journal", ++m_writes);
    if (!isLog(path))
        return;
    if (!m_hasFrames) {
        m_hasFrames = true;
        const char *name = transactionName();
        std::string point = name;
        point[0] = static_cast<char>(point[0] - 'A' + 'a');
        reach(point + "Write");
    }
    m_isCommitting = m_isCommitting || isCommitFrame(data, size);
}

void KillPoints::beforeSync(const std::string &path)
{
    if (!isArmed())
        return;
    reach("sync", ++m_syncs);
    if (isLog(path) && m_isCommitting)
        reach(std::string("before") + transactionName());
}

void KillPoints::afterSync(const std::string &path)
{
    if (!isArmed() || !isLog(path) || !m_isCommitting)
        return;
    const std::string name = transactionName();
    m_hasFrames = false;
    m_isCommitting = false;
    ++m_transactions;
    step("committed " + name);
    reach("after" + name);
}

void KillPoints::beforeConnect(int descriptor, int port)
{
    if (port != m_options.port)
        return;
    const bool isNew = m_service.insert(descriptor).second;
    if (!isArmed() || !isNew || m_transactions != intent + 1 || m_decision >= 0)
        return;
    m_decision = descriptor;
    step("connects");
    reach("serialised");
}

void KillPoints::connected(int descriptor)
{
    if (descriptor != m_decision || m_isConnected)
        return;
    m_isConnected = true;
    step("connected");
    reach("connected");
}

std::optional<std::size_t> KillPoints::beforeSend(int descriptor, const void *data,
                                                  std::size_t size)
{
    if (!m_service.contains(descriptor))
        return std::nullopt;
    if (descriptor != m_decision) {
        if (isArmed() && m_transactions > outcome)
            reach("read", ++m_reads);
        return std::nullopt;
    }
    connected(descriptor);
    if (m_transactions <= sending || m_options.point != "bytes" || isHandshakeEnd(data, size))
        return std::nullopt;
    const std::int64_t left = m_options.number - m_sent;
    if (left > static_cast<std::int64_t>(size))
        return std::nullopt;
    return static_cast<std::size_t>(left);
}

void KillPoints::sent(int descriptor, const void *data, std::size_t size)
{
    if (descriptor != m_decision || m_transactions <= sending || isHandshakeEnd(data, size))
        return;
    m_sent += static_cast<std::int64_t>(size);
    step("sent " + std::to_string(m_sent));
}

void KillPoints::received(int descriptor, std::int64_t size)
{
    if (descriptor != m_decision || size < 0)
        return;
    if (m_transactions <= sending) {
        reach("handshake");
        return;
    }
    if (size > 0 && m_sent > 0 && !m_hasReply) {
        m_hasReply = true;
        step("reply begins");
        reach("firstReply");
    } else if (size == 0 && m_hasReply) {
        step("reply ends");
        reach("reply");
    }
}

void KillPoints::closed(int descriptor)
{
    if (descriptor == m_decision && m_hasReply) {
        step("closes");
        reach("reply");
    }
    // The number is given to the next file or socket; the decision has no second one.
    m_service.erase(descriptor);
    if (descriptor == m_decision)
        m_decision = 1 << 30;
}

} // namespace campaign
