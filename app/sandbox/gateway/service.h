// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/engine.h"
#include "app/sandbox/gateway/call.h"
#include "app/sandbox/gateway/listlag.h"
#include "app/sandbox/gateway/replywords.h"
#include "app/sandbox/gateway/tokendesk.h"
#include "app/sandbox/gateway/unlistedcodes.h"
#include "app/sandbox/gateway/verifier.h"

namespace countersign::sandbox {

//! Carries out the operations of OOS on an engine, and those of STS and its neighbours.
class Service
{
public:
    //! `strictness` is what is turned the other way; `seed` decides codes that no document lists.
    Service(Engine &engine, const Users &users, const std::set<Strictness> &strictness = {},
            quint32 seed = 1)
        : m_engine(engine)
        , m_strictness(strictness)
        , m_sessions(seed)
        , m_tokens(m_sessions, seed)
        , m_verifier(users, m_sessions)
        , m_listLag(engine)
        , m_unlistedCodes(seed)
    {
    }
    //! Lists of executions are so far behind; what is asked for by its id is not.
    void setListLag(std::chrono::milliseconds lag) { m_listLag.setLag(lag); }
    //! Every session of a role lasts so long, whatever is asked for; 0: what is asked for.
    void setSessionLifetime(std::chrono::seconds lifetime) { m_sessions.setLifetime(lifetime); }
    //! The access keys of these users are refused as disabled from now on, those of all others not.
    void setDisabledUsers(const QSet<QString> &names) { m_verifier.setDisabledUsers(names); }
    const TokenDesk &tokens() const { return m_tokens; }
    //! Verifies and carries out. `now` is the gateway's clock; `user` receives the sender's name.
    Answer answer(const Call &call, const QDateTime &now, const QString &requestId, QString &user);
    //! As answer(), without carrying anything out: what a verified call would be told.
    Answer check(const Call &call, const QDateTime &now, const QString &requestId, QString &user);
    //! Carries out a call that check() has passed.
    Answer carryOut(const Call &call, const QDateTime &now, const QString &requestId);
    static QStringList regions();

private:
    using Operation = std::optional<Refusal> (Service::*)(const Call &, const User &, JsonWriter &);
    struct Entry
    {
        Operation carryOut;
        QStringList required;
        bool changes = false;
    };
    static const QHash<QString, Entry> &entries();

    std::optional<Answer> refuseEarly(const Call &call, const QDateTime &now,
                                      const QString &requestId, QString &user);
    std::optional<Answer> refuseByRules(const Call &call, const User &user,
                                        const QString &requestId);
    //! A refusal of the operation itself, not of the request's form or sender.
    Answer refused(const Call &call, const Refusal &refusal, const QString &requestId);
    bool isStrict(Strictness rule) const { return m_strictness.contains(rule); }

    std::optional<Refusal> listExecutions(const Call &, const User &, JsonWriter &);
    std::optional<Refusal> listTaskExecutions(const Call &, const User &, JsonWriter &);
    std::optional<Refusal> listExecutionLogs(const Call &, const User &, JsonWriter &);
    std::optional<Refusal> getExecutionTemplate(const Call &, const User &, JsonWriter &);
    std::optional<Refusal> listRiskyTasks(const Call &, const User &, JsonWriter &);
    std::optional<Refusal> startExecution(const Call &, const User &, JsonWriter &);
    std::optional<Refusal> startDebugExecution(const Call &, const User &, JsonWriter &);
    std::optional<Refusal> triggerExecution(const Call &, const User &, JsonWriter &);
    std::optional<Refusal> cancelExecution(const Call &, const User &, JsonWriter &);
    std::optional<Refusal> notifyExecution(const Call &, const User &, JsonWriter &);
    std::optional<Refusal> listTemplates(const Call &, const User &, JsonWriter &);
    std::optional<Refusal> getTemplate(const Call &, const User &, JsonWriter &);
    std::optional<Refusal> listTemplateVersions(const Call &, const User &, JsonWriter &);
    std::optional<Refusal> validateTemplateContent(const Call &, const User &, JsonWriter &);
    std::optional<Refusal> describeRegions(const Call &, const User &, JsonWriter &);

    //! The execution of this region and of the caller's account, or a refusal.
    const ExecutionRecord *find(const Call &call, const User &user,
                                std::optional<Refusal> &refusal) const;

    //! Where the template of a new execution comes from, and whose child it is.
    std::optional<Refusal> checkOrigin(const Call &call) const;
    static Refusal urlRefusal();
    static StartRequest requestFrom(const Call &call, const User &user);
    //! Names one act of one user by its ClientToken; empty without one.
    static QString tokenKey(const Call &call, const User &user);
    //! Starts; the same ClientToken gives the execution that was started with it before.
    std::optional<Refusal> startOnce(const Call &call, const User &user,
                                     const StartRequest &request, QString &id);

    //! Executions of a stored template since the start.
    qint64 runsOf(const QString &templateName) const;

    struct Page
    {
        qsizetype first = 0;
        qsizetype size = 50;
        QString view; //!< which frozen list the token goes on with; empty on the first page
    };
    static std::optional<Refusal> readPage(const Call &call, int least, Page &page);
    static void writePage(JsonWriter &out, const Page &page, qsizetype total);
    //! One execution of a frozen list: as it is when its page is read, or as the list lags.
    struct Listed
    {
        QString id;
        ListLag::Record lagging;
    };
    std::vector<Listed> listed(const Call &call, const User &user);

    Engine &m_engine;
    const std::set<Strictness> m_strictness;
    Sessions m_sessions;
    TokenDesk m_tokens;
    Verifier m_verifier;
    QHash<QString, QString> m_doneByToken;       //!< tokenKey(), execution id
    QHash<QString, std::vector<Listed>> m_views; //!< frozen lists, by token name
    QList<QString> m_viewOrder;
    quint64 m_viewCount = 0;
    ListLag m_listLag;
    UnlistedCodes m_unlistedCodes;
};

} // namespace countersign::sandbox
