// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/engine/jqrunner.h"
#include "app/sandbox/engine/reference.h"
#include "app/sandbox/engine/scope.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace countersign::sandbox {

using JqMemo = QHash<JqJob, Selection>;

//! One evaluation of template values: references, functions, conditions, selectors. Synchronous and
//! without effect: where it would need the jq program and the answer is not in `memo`, it stops and
//! names the job; run the job, put its answer into the memo, and evaluate again.
//!
//! After the first failure or missing answer everything returns null; ask stopped() once at the
//! end.
class Evaluation
{
public:
    Evaluation(const Scope &scope, const JqMemo &memo)
        : m_scope(scope)
        , m_memo(memo)
    {
    }

    //! References and function calls replaced at any depth.
    Json value(const Json &node);
    //! A condition: a function, a reference to a truth value, or the name of a Condition.
    bool condition(const Json &node);
    //! Results of a selector or script over `input`; plain paths without jq.
    std::vector<Json> select(const QString &normalised, const Json &input);
    //! As select(), but an error of the selector is not a failure: it gives nothing.
    std::optional<std::vector<Json>> trySelect(const QString &normalised, const Json &input);
    //! A declared output (Type, ValueSelector) over the raw result of its task.
    Json output(const Json &declaration, const Json &raw);

    bool stopped() const { return hasFailed() || m_missing.has_value(); }
    bool hasFailed() const { return !m_failure.isEmpty(); }
    const QString &failure() const { return m_failure; }
    const std::optional<JqJob> &missing() const { return m_missing; }
    //! Something was used that differs from one execution or moment to the next.
    bool isVolatile() const { return m_isVolatile; }
    //! Words for the execution's log, such as a guessed shape of a function.
    const QStringList &remarks() const { return m_remarks; }

    Json fail(const QString &message);
    void remark(const QString &text);
    const Scope &scope() const { return m_scope; }

private:
    Json text(const QString &text);
    Json call(const QString &name, const Json &arguments);
    Json choose(const Json &arguments);
    bool allOrAny(const Json &arguments, bool isAll);
    std::vector<Json> argumentNodes(const Json &arguments);
    Json resolve(const Reference &reference, const QString &source);
    Json parameter(const QString &name);
    Json pseudo(const QString &name);
    Json taskOutput(const QString &task, const QString &path);
    const Selection *selection(const QString &normalised, const Json &input);

    const Scope &m_scope;
    const JqMemo &m_memo;
    QString m_failure;
    std::optional<JqJob> m_missing;
    QStringList m_remarks;
    QSet<QString> m_resolving; //!< parameters and conditions under way, against circles
    Selection m_walked;
    bool m_isVolatile = false;
};

} // namespace countersign::sandbox
