// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/histories/serviceside.h"

#include "app/sandbox/gateway/replywords.h"

#include <QHash>
#include <QLocale>

#include <algorithm>

namespace countersign {

namespace {

using sandbox::Answer;
using sandbox::Call;
using sandbox::ExecutionRecord;
using Plan = ExchangePlan;

bool isChange(const Call &call)
{
    return call.action() == u"NotifyExecution" || call.action() == u"CancelExecution";
}

EmbeddedJson parsed(const char *text)
{
    return {Json::parse(QByteArray(text)).json, {}};
}

using Change = void (*)(ExecutionRecord &);

void changeRows(ExecutionRecord &record, const std::function<void(TaskExecution &)> &change)
{
    for (TaskExecution &row : record.tasks)
        change(row);
}

//! Facts of security.md 4.4 that a service might tell otherwise.
const QMap<QString, Change> &factTable()
{
    static const QMap<QString, Change> table{
        {QStringLiteral("Mode"),
         [](ExecutionRecord &record) { record.fields.modeText = QStringLiteral("SomethingElse"); }},
        {QStringLiteral("SafetyCheck"),
         [](ExecutionRecord &record) { record.fields.safetyCheck += QStringLiteral("Changed"); }},
        {QStringLiteral("RamRole"),
         [](ExecutionRecord &record) { record.fields.ramRole = QStringLiteral("OtherRole"); }},
        {QStringLiteral("ExecutedBy"),
         [](ExecutionRecord &record) { record.fields.executedBy = QStringLiteral("eve(1)"); }},
        {QStringLiteral("TemplateId"),
         [](ExecutionRecord &record) { record.fields.templateId = QStringLiteral("t-other"); }},
        {QStringLiteral("TemplateVersion"),
         [](ExecutionRecord &record) { record.fields.templateVersion = QStringLiteral("v77"); }},
        {QStringLiteral("Parameters"),
         [](ExecutionRecord &record) {
             record.fields.parameters = parsed(R"({"InstanceId":"i-other"})");
         }},
        {QStringLiteral("Targets"),
         [](ExecutionRecord &record) {
             record.fields.targets = parsed(R"({"Type":"ResourceIds"})");
         }},
        {QStringLiteral("TaskExecution.TaskName"),
         [](ExecutionRecord &record) {
             changeRows(record, [](auto &row) { row.taskName += QStringLiteral("-renamed"); });
         }},
        {QStringLiteral("TaskExecution.TaskAction"),
         [](ExecutionRecord &record) {
             changeRows(record, [](auto &row) { row.taskAction += QStringLiteral("V2"); });
         }},
        {QStringLiteral("TaskExecution.LoopItem"),
         [](ExecutionRecord &record) {
             changeRows(record, [](auto &row) { row.loopItem += QStringLiteral("-other"); });
         }},
        {QStringLiteral("TaskExecution.Properties"),
         [](ExecutionRecord &record) {
             changeRows(record, [](auto &row) { row.properties = parsed(R"({"Force":true})"); });
         }},
        {QStringLiteral("TaskExecution.ParentTaskExecutionId"),
         [](ExecutionRecord &record) {
             changeRows(record, [](auto &row) {
                 row.parentTaskExecutionId = TaskExecutionId(QStringLiteral("exec-other.t9"));
             });
         }},
        {QStringLiteral("TaskExecution.ChildExecutionId"),
         [](ExecutionRecord &record) {
             changeRows(record, [](auto &row) {
                 row.childExecutionId = ExecutionId(QStringLiteral("exec-other"));
             });
         }},
    };
    return table;
}

//! What only informs.
const QMap<QString, Change> &progressTable()
{
    static const QMap<QString, Change> table{
        {QStringLiteral("UpdateDate"),
         [](ExecutionRecord &record) {
             record.fields.updateDate = record.fields.updateDate.addSecs(7);
         }},
        {QStringLiteral("CurrentTasks"),
         [](ExecutionRecord &record) { record.fields.currentTasks.clear(); }},
        {QStringLiteral("Counters"),
         [](ExecutionRecord &record) { record.fields.counters = parsed(R"({"Total":40})"); }},
        {QStringLiteral("Outputs"),
         [](ExecutionRecord &record) { record.fields.outputs = parsed(R"({"Done":"yes"})"); }},
        {QStringLiteral("Description"),
         [](ExecutionRecord &record) { record.fields.description = QStringLiteral("other"); }},
    };
    return table;
}

} // namespace

//! Items whose name begins with bad fail at the first attempt.
class ServiceSide::FailingItems final : public sandbox::CallScript
{
public:
    std::optional<sandbox::ScriptedAnswer> answerTo(const sandbox::CallSite &site) override
    {
        sandbox::ScriptedAnswer answer;
        if (site.loopItem.startsWith(QLatin1String("bad")) && site.attempt == 1)
            answer.failure =
                sandbox::ScriptedFailure{QStringLiteral("Busy"), QStringLiteral("is in use")};
        else
            answer.reply = Json::parse(QByteArray(R"({"RequestId":"ok"})")).json;
        return answer;
    }
};

const QStringList &ServiceSide::facts()
{
    static const QStringList names = factTable().keys();
    return names;
}

const QStringList &ServiceSide::progress()
{
    static const QStringList names = progressTable().keys();
    return names;
}

ServiceSide::ServiceSide(VirtualDispatcher &time, const Options &options)
    : m_time(time)
    , m_clock(time)
    , m_users(options.userSeed)
    , m_script(std::make_unique<FailingItems>())
{
    sandbox::Engine::Options engineOptions;
    engineOptions.seed = options.seed;
    engineOptions.strictness = options.strictness;
    engineOptions.script = m_script.get();
    engineOptions.clock = &m_clock;
    m_engine = std::make_unique<sandbox::Engine>(engineOptions);
    m_service =
        std::make_unique<sandbox::Service>(*m_engine, m_users, options.strictness, options.seed);
    startRun(options);
    connect(m_engine.get(), &sandbox::Engine::executionChanged, this, [this] { noteChange(); });
    noteChange();
    m_time.run(Time(0));
}

ServiceSide::~ServiceSide() = default;

void ServiceSide::startRun(const Options &options)
{
    for (const auto &[name, text] : templates()) {
        if (name != options.templateName)
            continue;
        if (const auto refusal = m_engine->addTemplate(name, text, m_users.all()[2].nameAndId()))
            qFatal("%s: %s", qPrintable(name), qPrintable(refusal->message));
    }
    sandbox::StartRequest request;
    request.region = QStringLiteral("cn-hangzhou");
    request.accountId = sandbox::Users::accountId();
    request.executedBy = m_users.all()[2].nameAndId();
    request.templateName = options.templateName;
    request.mode = options.mode;
    if (options.confirmsHighRisk)
        request.safetyCheck = QStringLiteral("ConfirmEveryHighRiskAction");
    const auto outcome = m_engine->start(request);
    if (outcome.refusal)
        qFatal("%s", qPrintable(outcome.refusal->message));
    m_executionId = outcome.executionId;
    const bool waits = m_time.runUntil(
        [this] { return record().fields.status == RunStatus::Waiting; }, Time(60'000));
    if (!waits)
        qFatal("a run of %s does not wait: %s %s", qPrintable(options.templateName),
               qPrintable(record().fields.statusText), qPrintable(record().fields.statusMessage));
}

const ExecutionRecord &ServiceSide::record() const
{
    return *m_engine->execution(m_executionId);
}

void ServiceSide::noteChange()
{
    if (m_isNoted)
        return;
    m_isNoted = true;
    // What changes together is one state.
    m_time.after(Time(0), [this, alive = QPointer<ServiceSide>(this)] {
        if (!alive)
            return;
        m_isNoted = false;
        m_snapshots.push_back({m_time.elapsed(), record()});
    });
}

void ServiceSide::lag(Time by, bool flips)
{
    m_lag = by;
    m_lagFlips = flips;
    m_isLagging = by.count() > 0;
}

bool ServiceSide::changeReading(const QString &field)
{
    const bool isFact = factTable().contains(field);
    if (!isFact && !progressTable().contains(field))
        return false;
    if (m_changed.insert(field).second && isFact)
        m_factChanges.emplace_back(m_time.elapsed(), field);
    return true;
}

ExecutionRecord ServiceSide::toldRecord()
{
    ExecutionRecord told = record();
    if (m_isLagging) {
        const Time at = m_time.elapsed() - m_lag;
        for (const Snapshot &snapshot : m_snapshots) {
            if (snapshot.at <= at || &snapshot == &m_snapshots.front())
                told = snapshot.record;
        }
    }
    if (m_lagFlips)
        m_isLagging = !m_isLagging;
    for (const QString &field : m_changed)
        factTable().value(field, progressTable().value(field))(told);
    return told;
}

std::optional<QByteArray> ServiceSide::toldOtherwise(const Call &call, const QString &requestId)
{
    const bool isRuns = call.action() == u"ListExecutions";
    const bool isRows = call.action() == u"ListTaskExecutions";
    if ((!isRuns && !isRows) || (m_changed.empty() && m_lag.count() == 0) ||
        call.params.value(QStringLiteral("ExecutionId")) != m_executionId)
        return std::nullopt;
    const ExecutionRecord told = toldRecord();
    JsonWriter out;
    out.beginObject().member(u"RequestId", requestId).member(u"NextToken", QString());
    out.member(u"MaxResults", qint64(100)).member(u"TotalCount", qint64(1));
    out.name(isRuns ? u"Executions" : u"TaskExecutions").beginArray();
    if (isRuns)
        sandbox::writeExecution(out, told);
    const auto fits = [&call](const char *name, const QString &value) {
        const QString wanted = call.params.value(QString::fromLatin1(name));
        return wanted.isEmpty() || wanted == value;
    };
    for (const TaskExecution &row : told.tasks) {
        if (isRows && fits("Status", row.statusText) && fits("TaskExecutionId", row.id.text()))
            sandbox::writeTaskExecution(out, row);
    }
    return out.endArray().endObject().bytes();
}

WireAnswer ServiceSide::serve(const Call &call, const ExchangePlan &plan)
{
    const QString requestId =
        QStringLiteral("7B2D0000-%1").arg(++m_requests, 12, 10, QLatin1Char('0'));
    Answer answer;
    if (isChange(call)) {
        answer = decide(call, plan, requestId);
    } else {
        QString user;
        answer = m_service->answer(call, now(), requestId, user);
        if (const auto body = toldOtherwise(call, requestId); body && answer.code.isEmpty())
            answer.body = *body;
    }
    if (plan.answer == Plan::Answer::Status)
        answer = sandbox::refusalAnswer({plan.status, plan.code, QStringLiteral("not now")},
                                        requestId, QString::fromUtf8(call.header("host")));
    if (plan.answer == Plan::Answer::Bare)
        answer = {plan.status, {}, {}, false, false};
    return {
        answer.status, answer.body, requestId.toLatin1(),
        QLocale::c().toString(now(), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'")).toLatin1()};
}

Answer ServiceSide::decide(const Call &call, const ExchangePlan &plan, const QString &requestId)
{
    Arrival arrival;
    arrival.at = m_time.elapsed();
    arrival.nonce = call.nonce();
    arrival.keyId = call.accessKeyId();
    arrival.params = call.params;
    arrival.act = call.params.value(QStringLiteral("NotifyType"), call.action());
    if (onArrival)
        onArrival(arrival);
    Answer answer = m_service->check(call, now(), requestId, arrival.user);
    if (answer.code.isEmpty() && plan.effect == Plan::Effect::AtOnce) {
        answer = m_service->carryOut(call, now(), requestId);
        if (answer.code.isEmpty())
            arrival.effectAt = m_time.elapsed();
    }
    arrival.status = answer.status;
    arrival.code = answer.code;
    m_arrivals.push_back(arrival);
    if (answer.code.isEmpty() && plan.effect == Plan::Effect::Late)
        carryOutLater(call, requestId, m_arrivals.size() - 1, plan.lateBy);
    return answer;
}

void ServiceSide::carryOutLater(const Call &call, const QString &requestId, std::size_t index,
                                Time delay)
{
    m_time.after(delay, [this, alive = QPointer<ServiceSide>(this), call, requestId, index] {
        if (!alive)
            return;
        Arrival &arrival = m_arrivals[index];
        if (m_service->carryOut(call, now(), requestId).code.isEmpty())
            arrival.effectAt = m_time.elapsed();
    });
}

void ServiceSide::decideElsewhere(const QString &notifyType, const QString &taskExecutionId)
{
    sandbox::NotifyRequest request;
    request.executionId = m_executionId;
    request.notifyType = notifyType;
    request.taskExecutionId = taskExecutionId;
    request.userName = QStringLiteral("anna.k");
    request.note = QStringLiteral("seen by Anna");
    request.executionStatus = QStringLiteral("Failed");
    if (notifyType == u"ExecuteTask") {
        request.taskExecutionId.clear();
        request.taskName = QStringLiteral("first");
        request.parameters = QStringLiteral("{}");
    }
    const auto refusal = notifyType == u"CancelExecution" ? m_engine->cancel(m_executionId)
                                                          : m_engine->notify(request);
    m_otherActs.push_back({m_time.elapsed(), notifyType, taskExecutionId, !refusal});
}

} // namespace countersign
