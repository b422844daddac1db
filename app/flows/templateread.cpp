// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/templateread.h"

#include <QTimer>
#include <QtConcurrentRun>

namespace countersign {

namespace {

//! What is read well within a frame.
constexpr qsizetype smallText = 32 * 1024;

TemplateRead readText(const QString &text)
{
    TemplateReading reading = readTemplateTree(text);
    if (!reading.tree)
        return {{}, reading.problem, false};
    return {outlineOf(*reading.tree), {}, reading.tree->isBrokenJson};
}

} // namespace

TemplateReader::TemplateReader(Callback callback, QObject *parent)
    : QObject(parent)
    , m_callback(std::move(callback))
{
    connect(&m_watcher, &QFutureWatcher<TemplateRead>::finished, this, [this] {
        if (!m_watcher.isCanceled())
            m_callback(m_watcher.result());
    });
}

TemplateReader::~TemplateReader()
{
    m_watcher.waitForFinished(); // bounded by the reader's own time limit
}

void TemplateReader::read(const QString &text)
{
    forget();
    if (text.size() > smallText) {
        m_watcher.setFuture(QtConcurrent::run(readText, text));
        return;
    }
    QTimer::singleShot(0, this, [this, text, asked = m_asked] {
        if (asked == m_asked)
            m_callback(readText(text));
    });
}

void TemplateReader::forget()
{
    ++m_asked;
    m_watcher.setFuture({});
}

} // namespace countersign
