// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/screenshotwalk.h"

#include "ui/dialogs/decisiondialog.h"
#include "ui/views/colorschemes.h"
#include "ui/windows/languages.h"
#include "ui/windows/mainwindow.h"
#include "ui/windows/screenshotplan.h"
#include "ui/windows/screenshotstage.h"

#include <QApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QPainter>
#include <QScreen>
#include <QTimer>

namespace countersign {

namespace {

using namespace std::chrono_literals;

constexpr QSize usualSize(1366, 768);

QString schemeWord(ColorScheme scheme)
{
    switch (scheme) {
    case ColorScheme::Dark:
        return QStringLiteral("dark");
    case ColorScheme::HighContrast:
        return QStringLiteral("contrast");
    case ColorScheme::Desktop:
    case ColorScheme::Light:
        break;
    }
    return QStringLiteral("light");
}

//! What lies on top of a window, such as its menus, is not part of its own picture.
QPixmap pictureOf(QWidget &window)
{
    QPixmap picture = window.grab();
    QPainter painter(&picture);
    for (QWidget *above : QApplication::topLevelWidgets()) {
        if (above->windowType() == Qt::Popup && above->isVisible())
            painter.drawPixmap(window.mapFromGlobal(above->mapToGlobal(QPoint(0, 0))),
                               above->grab());
    }
    return picture;
}

} // namespace

class ScreenshotWalk::Private : public QObject
{
public:
    explicit Private(ScreenshotWalk &walk)
        : q(walk)
    {
    }

    void nextPart();
    void nextVariant();
    void show(std::unique_ptr<MainWindow> made);
    void step();
    void poll();
    void take();
    void finish();
    QString fileName(const QString &picture) const;

    ScreenshotWalk &q;
    ScreenshotScene scene;
    QDir folder;
    Languages languages;
    ColorSchemes schemes;
    std::unique_ptr<MainWindow> window;
    std::unique_ptr<ScreenshotStage> stage;
    QDeadlineTimer limit;
    QTimer timer;
    QString language;
    ColorScheme scheme = ColorScheme::Light;
    int variant = -1;
    int restarts = 0; //!< of the present variant
    QStringList problems;
};

void ScreenshotWalk::Private::nextVariant()
{
    ++variant;
    restarts = 0;
    constexpr ColorScheme schemesShown[] = {ColorScheme::Light, ColorScheme::Dark,
                                            ColorScheme::HighContrast};
    if (variant == 6) {
        finish();
        return;
    }
    const bool isEnglish = variant < 3;
    language = isEnglish ? QStringLiteral("en") : QStringLiteral("zh_CN");
    scheme = schemesShown[variant % 3];
    languages.use(QLocale(isEnglish ? QStringLiteral("en_US") : language));
    schemes.use(scheme);
    show(scene.newWindow());
    planPages(*stage);
    planNoRecords(*stage);
    planDialogs(*stage);
    planResults(*stage, scene);
    planRecords(*stage);
    planRest(*stage, scene);
    step();
}

void ScreenshotWalk::Private::show(std::unique_ptr<MainWindow> made)
{
    window = std::move(made);
    // Enlarged, a window is no larger than the screen leaves it.
    const QScreen &screen = *window->screen();
    window->resize(screen.devicePixelRatio() > 1 ? usualSize.boundedTo(screen.availableSize())
                                                 : usualSize);
    window->show();
    stage = std::make_unique<ScreenshotStage>(*window, variant < 3);
}

//! After the long walk two short ones: what is there after a restart.
void ScreenshotWalk::Private::nextPart()
{
    stage.reset();
    window.reset();
    if (!scene.restartedWindow || restarts == 2) {
        nextVariant();
        return;
    }
    const bool isDamaged = restarts++ == 1;
    show(scene.restartedWindow(isDamaged));
    if (isDamaged)
        planDamaged(*stage);
    else
        planRestarted(*stage);
    step();
}

void ScreenshotWalk::Private::step()
{
    if (stage->steps().empty()) {
        nextPart();
        return;
    }
    limit.setRemainingTime(20s);
    if (stage->steps().front().act)
        stage->steps().front().act();
    timer.start(50ms);
}

void ScreenshotWalk::Private::poll()
{
    if (!stage->steps().front().isReady() && !limit.hasExpired())
        return;
    timer.stop();
    if (!stage->steps().front().picture.isEmpty())
        take();
    stage->steps().pop_front();
    step();
}

//! Such as main-approval.en.light.png, and main-approval.en.light.200.png at 200 per cent.
QString ScreenshotWalk::Private::fileName(const QString &picture) const
{
    QStringList parts{picture, language, schemeWord(scheme)};
    const int percent = qRound(window->devicePixelRatioF() * 100);
    if (percent != 100)
        parts += QString::number(percent);
    parts += QStringLiteral("png");
    return parts.join(QLatin1Char('.'));
}

void ScreenshotWalk::Private::take()
{
    const ScreenshotStep &now = stage->steps().front();
    const QString name = fileName(now.picture);
    QWidget *what = now.what();
    if (what == nullptr)
        problems += QStringLiteral("%1: there is nothing to show").arg(name);
    else if (!pictureOf(*what).save(folder.filePath(name)))
        problems += QStringLiteral("%1: could not be written").arg(name);
    else if (limit.hasExpired())
        problems += QStringLiteral("%1: did not come to rest").arg(name);
}

void ScreenshotWalk::Private::finish()
{
    Q_EMIT q.finished(problems.join(QLatin1Char('\n')));
}

ScreenshotWalk::ScreenshotWalk(ScreenshotScene scene, const QString &directory, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this))
{
    d->scene = std::move(scene);
    d->folder = QDir(directory);
    connect(&d->timer, &QTimer::timeout, d.get(), [this] { d->poll(); });
}

ScreenshotWalk::~ScreenshotWalk() = default;

void ScreenshotWalk::start()
{
    QTimer::singleShot(0, d.get(), [this] {
        if (!d->folder.mkpath(QStringLiteral(".")))
            Q_EMIT finished(QStringLiteral("%1 cannot be made").arg(d->folder.path()));
        else
            d->nextVariant();
    });
}

} // namespace countersign
