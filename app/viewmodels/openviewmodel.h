// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/executionlink.h"
#include "app/domain/waitrow.h"
#include "app/flows/flowservices.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace countersign {

//! Opens what a person was handed: an execution id, a web-console address or a link of ours. It
//! looks everywhere and only ever navigates.
class OpenViewModel : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Idle,
        NotUnderstood, //!< the text names no execution
        Searching,
        Found,
        NotFound,
    };

    explicit OpenViewModel(const FlowServices &services, QObject *parent = nullptr);
    ~OpenViewModel() override;

    State state() const;
    //! What is looked for; nothing while Idle or NotUnderstood.
    std::optional<ExecutionLink> link() const;
    //! What was found; its task is empty.
    std::optional<WaitRow> found() const;
    //! Whole sentences: what is looked for and where, what was found, what could not be looked at.
    QString text() const;
    std::vector<QString> failures() const;

    //! True for a text that is certainly meant to be opened, and not to filter by.
    static bool isMeantToOpen(const QString &text);

public Q_SLOTS:
    //! Looks for what `text` names; an earlier search is given up.
    void open(const QString &text);
    void cancel();

Q_SIGNALS:
    void changed();
    //! State Found was reached.
    void opened(const countersign::WaitRow &row);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace countersign
