// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <functional>
#include <memory>

namespace countersign {

class MainWindow;

//! What a walk needs from whoever put the program together.
struct ScreenshotScene
{
    //! A window with nothing chosen, on view-models made for it, in the current language. Called
    //! once for each language and palette; the previous window is gone by then.
    std::function<std::unique_ptr<MainWindow>()> newWindow;
    //! Makes the service cut its answer to the next decision, then calls back. Empty: the picture
    //! of an unknown outcome is left out.
    std::function<void(std::function<void()>)> cutNextAnswer;
    //! A window on the same decisions as the last one, of which two have no known outcome, or whose
    //! journal is damaged; the previous window is gone by then. Empty: those pictures are left out.
    std::function<std::unique_ptr<MainWindow>(bool isDamaged)> restartedWindow;
    //! Puts the wait under review off until it changes.
    std::function<void()> putOffChosen;
};

//! Walks through windows and states in English and Chinese, light, dark and in high contrast, and
//! saves one picture of each, named such as main-approval.en.light.png. Where the interface is
//! enlarged, the windows keep to the screen, and names end in the scale:
//! main-approval.en.light.200.png. Changes the style, palette and language of the program, which
//! must have no Languages of its own then. It decides: only for the sandbox.
class ScreenshotWalk : public QObject
{
    Q_OBJECT

public:
    ScreenshotWalk(ScreenshotScene scene, const QString &directory, QObject *parent = nullptr);
    ~ScreenshotWalk() override;

    //! Begins; finished() is emitted once, from the event loop.
    void start();

Q_SIGNALS:
    //! Empty: every picture is there. Else a line for each picture that could not be made.
    void finished(const QString &problems);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace countersign
