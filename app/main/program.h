// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/main/commandline.h"

#include <QObject>

#include <memory>

namespace countersign {

class Languages;

//! Everything put together: clients, flows, view-models and the window, in the order in which they
//! need each other. One for each run; lives inside QApplication.
class Program : public QObject
{
    Q_OBJECT

public:
    //! `languages` outlives it; the language that the person has chosen is put in use at once.
    Program(const CommandLine &line, Languages &languages, QObject *parent = nullptr);
    ~Program() override;

    //! Begins; the event loop must be about to run. Ends the application with a code when what the
    //! command line asked for cannot be had.
    void start();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace countersign
