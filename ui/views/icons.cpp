// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

static void initialiseIcons()
{
    Q_INIT_RESOURCE(icons);
}

namespace countersign {

namespace {

class TintedIcon final : public QIconEngine
{
public:
    TintedIcon(QString name, std::optional<QColor> color)
        : m_name(std::move(name))
        , m_color(std::move(color))
    {
    }

    QIconEngine *clone() const override { return new TintedIcon(*this); }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const double ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, ratio));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        if (size.isEmpty())
            return {};
        const QColor tint = color(mode);
        const QString key = QStringLiteral("countersign/%1/%2x%3/%4")
                                .arg(m_name)
                                .arg(size.width())
                                .arg(size.height())
                                .arg(tint.rgba(), 0, 16);
        QPixmap picture;
        if (QPixmapCache::find(key, &picture))
            return picture;
        picture = drawn(size, tint);
        QPixmapCache::insert(key, picture);
        return picture;
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal) override
    {
        return pixmap(size, mode, state);
    }

private:
    QColor color(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::WindowText);
        if (mode == QIcon::Selected)
            return palette.color(QPalette::Active, QPalette::HighlightedText);
        return m_color.value_or(palette.color(QPalette::Active, QPalette::WindowText));
    }

    QPixmap drawn(const QSize &size, const QColor &tint) const
    {
        QPixmap picture(size);
        picture.fill(Qt::transparent);
        QSvgRenderer renderer(QStringLiteral(":/icons/%1.svg").arg(m_name));
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        QPainter painter(&picture);
        renderer.render(&painter);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(picture.rect(), tint);
        return picture;
    }

    QString m_name;
    std::optional<QColor> m_color;
};

//! The desktop's icon while the desktop's colours are used, ours with colours of ours: a desktop
//! draws its icons for its own.
class ThemedIcon final : public QIconEngine
{
public:
    ThemedIcon(const QString &themeName, const QString &ownName)
        : m_theme(QIcon::fromTheme(themeName))
        , m_own(ownIcon(ownName))
    {
    }

    QIconEngine *clone() const override { return new ThemedIcon(*this); }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        icon().paint(painter, rect, Qt::AlignCenter, mode, state);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return icon().pixmap(size, mode, state);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state,
                         qreal scale) override
    {
        return icon().pixmap(size / scale, scale, mode, state);
    }

private:
    const QIcon &icon() const
    {
        const bool isDesktop = !QCoreApplication::testAttribute(Qt::AA_SetPalette);
        return isDesktop && !m_theme.isNull() ? m_theme : m_own;
    }

    QIcon m_theme;
    QIcon m_own;
};

} // namespace

QIcon ownIcon(const QString &name, const std::optional<QColor> &color)
{
    initialiseIcons();
    return QIcon(new TintedIcon(name, color));
}

QIcon themedIcon(const QString &themeName, const QString &ownName)
{
    return QIcon(new ThemedIcon(themeName, ownName));
}

QString iconName(WaitKind kind)
{
    switch (kind) {
    case WaitKind::Approval:
        return QStringLiteral("kind-approval");
    case WaitKind::HighRisk:
        return QStringLiteral("kind-highrisk");
    case WaitKind::DebugStep:
        return QStringLiteral("kind-debugstep");
    case WaitKind::FailurePause:
        return QStringLiteral("kind-failurepause");
    case WaitKind::BatchPause:
        return QStringLiteral("kind-batchpause");
    case WaitKind::ManualPause:
        return QStringLiteral("kind-manualpause");
    case WaitKind::InsideChild:
        return QStringLiteral("kind-insidechild");
    case WaitKind::Unknown:
        break;
    }
    return QStringLiteral("kind-unknown");
}

QString iconName(Act act)
{
    switch (act) {
    case Act::Approve:
        return QStringLiteral("act-approve");
    case Act::Reject:
        return QStringLiteral("act-reject");
    case Act::RetryTask:
        return QStringLiteral("view-refresh");
    case Act::SkipTask:
        return QStringLiteral("state-skipped");
    case Act::ExecuteTask:
        return QStringLiteral("state-running");
    case Act::CancelTask:
    case Act::CompleteExecution:
    case Act::CancelExecution:
        break;
    }
    return QStringLiteral("act-cancel");
}

QString iconName(RunStatus status)
{
    switch (status) {
    case RunStatus::Success:
        return QStringLiteral("state-success");
    case RunStatus::Failed:
        return QStringLiteral("state-failed");
    case RunStatus::Waiting:
        return QStringLiteral("state-waiting");
    case RunStatus::Running:
    case RunStatus::Started:
        return QStringLiteral("state-running");
    case RunStatus::Skipped:
        return QStringLiteral("state-skipped");
    case RunStatus::Cancelled:
        return QStringLiteral("state-cancelled");
    case RunStatus::Queued:
    case RunStatus::Pending:
        return QStringLiteral("state-pending");
    case RunStatus::Unknown:
        break;
    }
    return QStringLiteral("kind-unknown");
}

QIcon programIcon()
{
    initialiseIcons();
    return QIcon(QStringLiteral(":/icons/countersign.svg"));
}

} // namespace countersign
