// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/templates/templateoutline.h"

#include <QFutureWatcher>
#include <QObject>

#include <functional>
#include <optional>

namespace countersign {

//! A template text read into its outline, or why it does not parse.
struct TemplateRead
{
    std::optional<TemplateOutline> outline;
    TemplateProblem problem; //!< meaningful only without outline
    bool isBrokenJson = false;
};

//! Reads template texts one after another: small ones from the event loop, large ones on a worker.
//! A newer text makes the answer for an older one fall away.
class TemplateReader : public QObject
{
    Q_OBJECT

public:
    using Callback = std::function<void(const TemplateRead &)>;

    explicit TemplateReader(Callback callback, QObject *parent = nullptr);
    ~TemplateReader() override;

    void read(const QString &text);
    //! No answer comes for what was asked before.
    void forget();

private:
    Callback m_callback;
    QFutureWatcher<TemplateRead> m_watcher;
    int m_asked = 0;
};

} // namespace countersign
