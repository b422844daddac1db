// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/json.h"
#include "app/sandbox/engine.h"
#include "app/sandbox/gateway/call.h"

namespace countersign::sandbox {

//! A time as the service writes it; empty for none.
QString timeText(const QDateTime &time);
//! JSON as text inside a string, or the text itself; `otherwise` when there is nothing.
QString embeddedText(const EmbeddedJson &value, const QString &otherwise = {});
//! The service's whole error body.
Answer refusalAnswer(const Refusal &refusal, const QString &requestId, const QString &host,
                     const QByteArray &accessDeniedDetail = {});
void writeExecution(JsonWriter &out, const ExecutionRecord &record);        //!< ListExecutions
void writeStartedExecution(JsonWriter &out, const ExecutionRecord &record); //!< StartExecution
void writeTaskExecution(JsonWriter &out, const TaskExecution &row);
//! The template object without its content; `runs` is how often it was started.
void writeTemplate(JsonWriter &out, const StoredTemplate &stored, qint64 runs);

} // namespace countersign::sandbox
