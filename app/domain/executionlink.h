// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/ids.h"

#include <QString>

#include <optional>

namespace countersign {

//! An execution that something outside names: an id, a web-console address, or a link of ours. It
//! only ever navigates: nothing in it chooses an act, fills in a note or makes a profile.
struct ExecutionLink
{
    enum class Form {
        Word,       //!< text that could be an id, and could be a word as well
        Id,         //!< an id in the service's own form (exec-…)
        WebConsole, //!< https://oos.console.aliyun.com/REGION/execution/detail/ID
        Link,       //!< countersign:///execution/ID?account=…&region=…, countersign:ID
    };
    Form form = Form::Word;
    ExecutionId execution;
    RegionId region;   //!< empty: not said
    QString accountId; //!< empty: not said
    friend bool operator==(const ExecutionLink &, const ExecutionLink &) = default;
};

//! Nothing when `text` names no execution: foreign schemes and hosts, user names, ports, ids with
//! unusual characters, more than 2,048 characters. Parameters that are not ours are not looked at.
std::optional<ExecutionLink> executionLinkFrom(const QString &text);

//! "countersign:///execution/exec-…?account=…&region=…", which executionLinkFrom() takes back.
QString executionLinkText(const ExecutionId &execution, const RegionId &region,
                          const QString &accountId);

} // namespace countersign
