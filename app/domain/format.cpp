// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/format.h"

#include "app/domain/displaytext.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <array>

namespace countersign {

namespace {

QString absent()
{
    return QStringLiteral("—");
}

QString words(const char *source)
{
    return QCoreApplication::translate("Format", source);
}

QString offsetText(int seconds)
{
    const int minutes = std::abs(seconds) / 60;
    return QStringLiteral("%1%2:%3")
        .arg(QChar(seconds < 0 ? u'-' : u'+'))
        .arg(minutes / 60, 2, 10, QLatin1Char('0'))
        .arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

template <class Key>
struct Label
{
    Key key;
    const char *source;
};

template <class Labels, class Key>
QString labelOf(const Labels &labels, Key key)
{
    for (const auto &label : labels) {
        if (label.key == key)
            return words(label.source);
    }
    return {};
}

constexpr std::array statusLabels = {
    Label{RunStatus::Started, QT_TRANSLATE_NOOP("Format", "Started")},
    Label{RunStatus::Queued, QT_TRANSLATE_NOOP("Format", "Queued")},
    Label{RunStatus::Running, QT_TRANSLATE_NOOP("Format", "Running")},
    Label{RunStatus::Waiting, QT_TRANSLATE_NOOP("Format", "Waiting")},
    Label{RunStatus::Success, QT_TRANSLATE_NOOP("Format", "Success")},
    Label{RunStatus::Failed, QT_TRANSLATE_NOOP("Format", "Failed")},
    Label{RunStatus::Cancelled, QT_TRANSLATE_NOOP("Format", "Cancelled")},
    Label{RunStatus::Pending, QT_TRANSLATE_NOOP("Format", "Pending")},
    Label{RunStatus::Skipped, QT_TRANSLATE_NOOP("Format", "Skipped")},
};

constexpr std::array kindLabels = {
    Label{WaitKind::Approval, QT_TRANSLATE_NOOP("Format", "Approval")},
    Label{WaitKind::HighRisk, QT_TRANSLATE_NOOP("Format", "High risk")},
    Label{WaitKind::DebugStep, QT_TRANSLATE_NOOP("Format", "Debug step")},
    Label{WaitKind::FailurePause, QT_TRANSLATE_NOOP("Format", "Failure pause")},
    Label{WaitKind::BatchPause, QT_TRANSLATE_NOOP("Format", "Batch pause")},
    Label{WaitKind::ManualPause, QT_TRANSLATE_NOOP("Format", "Manual pause")},
    Label{WaitKind::InsideChild, QT_TRANSLATE_NOOP("Format", "Inside a child")},
    Label{WaitKind::Unknown, QT_TRANSLATE_NOOP("Format", "Unknown kind")},
};

constexpr std::array actLabels = {
    Label{Act::Approve, QT_TRANSLATE_NOOP("Format", "Approve")},
    Label{Act::Reject, QT_TRANSLATE_NOOP("Format", "Reject")},
    Label{Act::RetryTask, QT_TRANSLATE_NOOP("Format", "Retry task")},
    Label{Act::SkipTask, QT_TRANSLATE_NOOP("Format", "Skip task")},
    Label{Act::ExecuteTask, QT_TRANSLATE_NOOP("Format", "Run task")},
    Label{Act::CancelTask, QT_TRANSLATE_NOOP("Format", "Cancel task")},
    Label{Act::CompleteExecution, QT_TRANSLATE_NOOP("Format", "End execution")},
    Label{Act::CancelExecution, QT_TRANSLATE_NOOP("Format", "Cancel execution")},
};

} // namespace

QString ageText(std::chrono::seconds age)
{
    const qint64 minutes = std::max<qint64>(age.count(), 0) / 60;
    if (minutes < 1)
        return QCoreApplication::translate("Format", "< 1 min");
    if (minutes < 60)
        return QCoreApplication::translate("Format", "%1 min").arg(minutes);
    const qint64 hours = minutes / 60;
    if (hours >= 24)
        return QCoreApplication::translate("Format", "%1 d").arg(hours / 24);
    if (minutes % 60 == 0)
        return QCoreApplication::translate("Format", "%1 h").arg(hours);
    return QCoreApplication::translate("Format", "%1 h %2")
        .arg(hours)
        .arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

QString localTimeText(const QDateTime &utc)
{
    if (!utc.isValid())
        return absent();
    const QDateTime local = utc.toLocalTime();
    return QStringLiteral("%1 %2").arg(local.toString(u"yyyy-MM-dd HH:mm"),
                                       offsetText(local.offsetFromUtc()));
}

QString localSecondsText(const QDateTime &utc)
{
    if (!utc.isValid())
        return absent();
    const QDateTime local = utc.toLocalTime();
    return QStringLiteral("%1 %2").arg(local.toString(u"yyyy-MM-dd HH:mm:ss"),
                                       offsetText(local.offsetFromUtc()));
}

QString localAndUtcText(const QDateTime &utc)
{
    if (!utc.isValid())
        return absent();
    const QDateTime universal = utc.toUTC();
    const bool sameDay = universal.date() == utc.toLocalTime().date();
    return QStringLiteral("%1 (%2 UTC)")
        .arg(localTimeText(utc), universal.toString(sameDay ? u"HH:mm" : u"yyyy-MM-dd HH:mm"));
}

QString durationText(std::chrono::milliseconds duration)
{
    if (duration.count() < 0)
        return absent();
    if (duration < std::chrono::seconds(1))
        return QCoreApplication::translate("Format", "%1 ms").arg(duration.count());
    if (duration >= std::chrono::minutes(1))
        return ageText(std::chrono::floor<std::chrono::seconds>(duration));
    const qint64 tenths = duration.count() / 100;
    const QString number = QStringLiteral("%1.%2").arg(tenths / 10).arg(tenths % 10);
    return QCoreApplication::translate("Format", "%1 s").arg(number);
}

QString runStatusLabel(RunStatus status, const QString &raw)
{
    if (status != RunStatus::Unknown)
        return labelOf(statusLabels, status);
    return raw.isEmpty() ? absent() : safeLine(raw, 64);
}

QString waitKindLabel(WaitKind kind)
{
    return labelOf(kindLabels, kind);
}

QString actLabel(Act act)
{
    return labelOf(actLabels, act);
}

} // namespace countersign
