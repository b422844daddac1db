// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/gateway/front.h"
#include "app/sandbox/gateway/ownidentity.h"
#include "tests/app/sandbox/gateway/servicedesk.h"

#include <QElapsedTimer>
#include <QLocale>
#include <QScopeGuard>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <cerrno>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace countersign;
using namespace countersign::sandbox;

namespace {

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

} // namespace

//! Every fault, as a client's bare socket meets it, beside what the receipts say.
class TestFront : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void plainAnswer_isReceived();
    void unsignedCall_hasAReceiptWithoutUser();
    void onlyTheRootIsServed();
    void faultsBeforeReading_data();
    void faultsBeforeReading();
    void faultsAfterReading_data();
    void faultsAfterReading();
    void delayedAnswer_comesLater();
    void lateEffect_hasASecondReceipt();
    void refusedPort_opensAgain();
    void gatewayClock_isInTheDateHeader();

private:
    void open(const QByteArray &rules = "[]", qint64 clockOffset = 0, bool isTls = false);
    //! Sends one approval of m_execution and reads until the connection ends or `wait` ms are over.
    QByteArray approve(int wait = 3000);
    QByteArray send(const QByteArray &wire, int wait = 3000);
    QByteArray sendBare(const QByteArray &wire, int wait);
    QByteArray sendOverTls(const QByteArray &wire, int wait);
    QByteArray wireOf(const Call &call) const;
    std::vector<Json> receipts() const;
    QString state() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ServiceDesk> m_desk;
    std::unique_ptr<Receipts> m_receipts;
    std::unique_ptr<FaultRules> m_faults;
    std::unique_ptr<Front> m_front;
    std::optional<OwnIdentity> m_identity; //!< while TLS is spoken
    QString m_execution;
    quint16 m_port = 0;
    enum class Ending { Open, Closed, Reset, Refused };
    Ending m_ending = Ending::Open; //!< of the connection of the last send()
};

void TestFront::init()
{
    m_front.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_desk = std::make_unique<ServiceDesk>();
    m_desk->now = QDateTime::currentDateTimeUtc();
    m_execution = m_desk->startWaiting();
}

void TestFront::open(const QByteArray &rules, qint64 clockOffset, bool isTls)
{
    const QString path = m_folder->filePath(text("faults.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(rules);
    file.close();
    m_receipts = std::make_unique<Receipts>();
    QVERIFY(m_receipts->open(m_folder->filePath(text("receipts.jsonl"))));
    m_faults = std::make_unique<FaultRules>();
    QCOMPARE(m_faults->load(path), QString());
    m_front = std::make_unique<Front>(m_desk->service, *m_receipts, *m_faults, clockOffset);
    m_identity.reset();
    if (isTls) {
        m_identity = newOwnIdentity();
        QVERIFY(m_identity.has_value());
    }
    m_port = m_front->open(0, m_identity ? std::optional(m_identity->tls) : std::nullopt);
    QVERIFY(m_port != 0);
}

QByteArray TestFront::wireOf(const Call &call) const
{
    QByteArray wire = call.method + " /?" + canonicalQuery(call.query) + " HTTP/1.1\r\n";
    for (const auto &[name, value] : call.headers)
        wire += name + ": " + value + "\r\n";
    return wire + "Content-Length: " + QByteArray::number(call.body.size()) +
           "\r\nConnection: close\r\n\r\n" + call.body;
}

// Qt tells a reset from a close no better than by the same error, so both are Closed here.
QByteArray TestFront::sendOverTls(const QByteArray &wire, int wait)
{
    QSslSocket socket;
    QSslConfiguration trust = QSslConfiguration::defaultConfiguration();
    trust.setCaCertificates(QSslCertificate::fromData(m_identity->certificate, QSsl::Pem));
    socket.setSslConfiguration(trust);
    connect(&socket, &QSslSocket::encrypted, &socket, [&] { socket.write(wire); });
    connect(&socket, &QAbstractSocket::errorOccurred, &socket,
            [this](QAbstractSocket::SocketError error) {
                m_ending = error == QAbstractSocket::ConnectionRefusedError ? Ending::Refused
                                                                            : Ending::Closed;
            });
    connect(&socket, &QAbstractSocket::disconnected, &socket,
            [this] { m_ending = Ending::Closed; });
    socket.connectToHostEncrypted(text("127.0.0.1"), m_port);
    (void)QTest::qWaitFor([this] { return m_ending != Ending::Open; }, wait);
    socket.disconnect();
    return socket.readAll();
}

QByteArray TestFront::send(const QByteArray &wire, int wait)
{
    m_ending = Ending::Open;
    return m_identity ? sendOverTls(wire, wait) : sendBare(wire, wait);
}

QByteArray TestFront::sendBare(const QByteArray &wire, int wait)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    const auto release = qScopeGuard([socket] { ::close(socket); });
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(m_port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        m_ending = Ending::Refused;
        return {};
    }
    ::send(socket, wire.constData(), static_cast<std::size_t>(wire.size()), MSG_NOSIGNAL);
    QByteArray received;
    (void)QTest::qWaitFor(
        [&] {
            std::array<char, 4096> piece{};
            const auto size = ::recv(socket, piece.data(), piece.size(), MSG_DONTWAIT);
            if (size > 0)
                received.append(piece.data(), size);
            else if (size == 0)
                m_ending = Ending::Closed;
            else if (errno != EAGAIN)
                m_ending = Ending::Reset;
            return m_ending != Ending::Open;
        },
        wait);
    return received;
}

QByteArray TestFront::approve(int wait)
{
    return send(wireOf(m_desk->call(text("NotifyExecution"),
                                    {{text("ExecutionId"), m_execution},
                                     {text("NotifyType"), text("Approve")},
                                     {text("NotifyNote"), text("同意 \U0001F44D")}})),
                wait);
}

std::vector<Json> TestFront::receipts() const
{
    QFile file(m_folder->filePath(text("receipts.jsonl")));
    std::vector<Json> lines;
    if (!file.open(QIODevice::ReadOnly))
        return lines;
    while (!file.atEnd())
        lines.push_back(Json::parse(file.readLine()).json.value_or(Json()));
    return lines;
}

QString TestFront::state() const
{
    return m_desk->engine.execution(m_execution)->fields.statusText;
}

void TestFront::plainAnswer_isReceived()
{
    open();
    const QByteArray answer = approve();
    QVERIFY(answer.startsWith("HTTP/1.1 200 OK\r\n"));
    const Json body = Json::parse(answer.mid(answer.indexOf("\r\n\r\n") + 4)).json.value_or(Json());
    const std::vector<Json> lines = receipts();
    QCOMPARE(lines.size(), std::size_t(1));
    QCOMPARE(lines[0][u"n"].toInteger().value_or(0), qint64(1));
    QCOMPARE(lines[0][u"action"].toString(), text("NotifyExecution"));
    QCOMPARE(lines[0][u"params"][u"NotifyNote"].toString(), text("同意 \U0001F44D"));
    QCOMPARE(lines[0][u"scheme"].toString(), text("ACS3-HMAC-SHA256"));
    QCOMPARE(lines[0][u"user"].toString(), text("li.wei"));
    QCOMPARE(lines[0][u"status"].toInteger().value_or(0), qint64(200));
    QCOMPARE(lines[0][u"requestId"].toString(), body[u"RequestId"].toString());
    QVERIFY(!lines[0][u"nonce"].toString().isEmpty());
    QVERIFY(lines[0][u"effect"].toBool());
}

void TestFront::unsignedCall_hasAReceiptWithoutUser()
{
    open();
    const QByteArray answer =
        send("GET /?Action=ListExecutions&Version=2019-06-01 HTTP/1.1\r\nHost: x\r\n"
             "Connection: close\r\n\r\n");
    QVERIFY(answer.startsWith("HTTP/1.1 400 "));
    const std::vector<Json> lines = receipts();
    QCOMPARE(lines.size(), std::size_t(1));
    QCOMPARE(lines[0][u"user"].toString(), QString());
    QCOMPARE(lines[0][u"code"].toString(), text("MissingParameter"));
    QVERIFY(!lines[0][u"effect"].toBool(true));
}

void TestFront::onlyTheRootIsServed()
{
    open();
    for (const char *line : {"GET /other", "PUT /", "DELETE /"})
        QVERIFY(send(QByteArray(line) + " HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n"
                                        "Connection: close\r\n\r\n")
                    .startsWith("HTTP/1.1 403 "));
    QCOMPARE(state(), text("Waiting"));
}

void TestFront::faultsBeforeReading_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<bool>("isTls");
    QTest::addColumn<QString>("ending");
    for (const bool isTls : {false, true}) {
        const QByteArray over = isTls ? " over TLS" : "";
        const auto row = [&](const char *fault, const char *ending) {
            QTest::newRow(QByteArray(fault + over).constData())
                << QByteArray(fault) << isTls << text(ending);
        };
        // What a close leaves unread makes the system reset the connection.
        row("closeUnread", "closed or reset");
        row("resetUnread", "reset");
        row("holdUnread", "open");
    }
}

void TestFront::faultsBeforeReading()
{
    QFETCH(QByteArray, fault);
    QFETCH(bool, isTls);
    QFETCH(QString, ending);
    open(R"([{"times":1,"fault":")" + fault + R"("}])", 0, isTls);
    // Nothing of it is read, so it need not be a handshake; Qt's own socket would connect again.
    m_ending = Ending::Open;
    QVERIFY(sendBare("anything\r\n\r\n", ending == u"open" ? 300 : 3000).isEmpty());
    QCOMPARE(m_ending == Ending::Open, ending == u"open");
    QVERIFY(m_ending != Ending::Closed || ending.contains(u"closed"));
    QVERIFY(receipts().empty());
    QCOMPARE(state(), text("Waiting"));
    QVERIFY(approve().startsWith("HTTP/1.1 200 "));
}

void TestFront::faultsAfterReading_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<bool>("isTls");
    QTest::addColumn<QByteArray>("begin"); // of what arrives; empty: nothing does
    QTest::addColumn<bool>("isWhole");
    QTest::addColumn<bool>("hasEffect");
    const auto row = [](const char *fault, const char *begin, bool isWhole, bool hasEffect) {
        QTest::newRow(fault) << QByteArray(fault) << false << QByteArray(begin) << isWhole
                             << hasEffect;
        QTest::newRow(qPrintable(text(fault) + text(" over TLS")))
            << QByteArray(fault) << true << QByteArray(begin) << isWhole << hasEffect;
    };
    row("closeBeforeEffect", "", false, false);
    row("dropAfterEffect", "", false, true);
    row("resetBeforeEffect", "", false, false);
    row("resetAfterEffect", "", false, true);
    row("hang", "", false, false);
    row("halfStatus", "HTTP/1.1 2", false, true);
    row("halfHeaders", "HTTP/1.1 200 OK\r\n", false, true);
    row("halfBody", "HTTP/1.1 200 OK\r\n", false, true);
    row("garbage", "\x16\x03\x01", false, true);
    row("continueOnly", "HTTP/1.1 100 ", false, true);
    row("http408", "HTTP/1.1 408 ", true, false);
    row("redirect302", "HTTP/1.1 302 ", true, false);
    row("redirect307", "HTTP/1.1 307 ", true, false);
    row("http503BeforeEffect", "HTTP/1.1 503 ", true, false);
    row("http503AfterEffect", "HTTP/1.1 503 ", true, true);
    row("throttle", "HTTP/1.1 400 ", true, false);
    row("nonceUsedAfterEffect", "HTTP/1.1 400 ", true, true);
    row("unreadableSuccess", "HTTP/1.1 200 ", true, true);
}

void TestFront::faultsAfterReading()
{
    QFETCH(QByteArray, fault);
    QFETCH(bool, isTls);
    QFETCH(QByteArray, begin);
    QFETCH(bool, isWhole);
    QFETCH(bool, hasEffect);
    open(R"([{"action":"NotifyExecution","times":1,"fault":")" + fault + R"("}])", 0, isTls);
    const QByteArray arrived = approve(fault == "hang" ? 300 : 3000);
    QVERIFY2(begin.isEmpty() ? arrived.isEmpty() : arrived.startsWith(begin), arrived.constData());
    QCOMPARE(m_ending == Ending::Open, fault == "hang");
    QCOMPARE(m_ending == Ending::Reset, !isTls && fault.startsWith("reset"));
    const qsizetype bodyAt = arrived.indexOf("\r\n\r\n") + 4;
    const bool hasHeaders = bodyAt >= 4 && fault != "continueOnly" && fault != "garbage";
    bool bodyIsWhole = false;
    if (hasHeaders) {
        const QByteArray lengthName = "Content-Length: ";
        const qsizetype at = arrived.indexOf(lengthName) + lengthName.size();
        const qsizetype length = arrived.mid(at, arrived.indexOf("\r\n", at) - at).toLongLong();
        bodyIsWhole = arrived.size() - bodyAt == length;
    }
    QCOMPARE(bodyIsWhole, isWhole);
    QCOMPARE(arrived.contains("Location: "), fault.startsWith("redirect"));
    QCOMPARE(arrived.contains("Location: https"), isTls && fault.startsWith("redirect"));
    const std::vector<Json> lines = receipts();
    QCOMPARE(lines.size(), std::size_t(1));
    QCOMPARE(lines[0][u"effect"].toBool(!hasEffect), hasEffect);
    QTRY_COMPARE(state(), hasEffect ? text("Success") : text("Waiting"));
    // The rule is used up: the next decision of a waiting run is taken.
    if (!hasEffect)
        QVERIFY(approve().startsWith("HTTP/1.1 200 "));
}

void TestFront::delayedAnswer_comesLater()
{
    open(R"([{"action":"NotifyExecution","fault":"delay","ms":400}])");
    QElapsedTimer timer;
    timer.start();
    QVERIFY(approve().startsWith("HTTP/1.1 200 "));
    QVERIFY(timer.elapsed() >= 400);
    QTRY_COMPARE(state(), text("Success"));
}

void TestFront::lateEffect_hasASecondReceipt()
{
    open(R"([{"action":"NotifyExecution","fault":"effectLate","ms":300}])");
    QVERIFY(approve().startsWith("HTTP/1.1 200 "));
    QCOMPARE(state(), text("Waiting"));
    QCOMPARE(receipts().size(), std::size_t(1));
    QCOMPARE(receipts()[0][u"effect"].toString(), text("late"));
    QTRY_COMPARE(receipts().size(), std::size_t(2));
    const std::vector<Json> lines = receipts();
    QVERIFY(lines[1][u"effect"].toBool());
    QCOMPARE(lines[1][u"n"], lines[0][u"n"]);
    QTRY_COMPARE(state(), text("Success"));
}

void TestFront::refusedPort_opensAgain()
{
    open(R"([{"fault":"refuse","times":1}])");
    QVERIFY(approve(2000).isEmpty());
    QCOMPARE(m_ending, Ending::Refused);
    QVERIFY(receipts().empty());
    QVERIFY(QTest::qWaitFor([this] { return approve().startsWith("HTTP/1.1 200 "); }, 15000));
}

void TestFront::gatewayClock_isInTheDateHeader()
{
    open("[]", 7200);
    const QByteArray answer = approve();
    QVERIFY(answer.startsWith("HTTP/1.1 400 "));
    QVERIFY(answer.contains("InvalidTimeStamp.Expired"));
    const qsizetype at = answer.indexOf("Date: ") + 6;
    QDateTime date = QLocale::c().toDateTime(
        QString::fromLatin1(answer.mid(at, answer.indexOf("\r\n", at) - at)),
        QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    date.setTimeSpec(Qt::UTC);
    QVERIFY(date.isValid());
    QVERIFY(qAbs(QDateTime::currentDateTimeUtc().secsTo(date) - 7200) < 10);
}

QTEST_GUILESS_MAIN(TestFront)
#include "tst_front.moc"
