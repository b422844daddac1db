// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/decisionlog.h"

#include <QWidget>

#include <memory>

namespace Ui {
class DecisionsExportBar;
}

namespace countersign {

//! The end of the journal's chain, and saving decisions as a file that only its owner reads.
class DecisionsExportBar : public QWidget
{
    Q_OBJECT

public:
    //! `log` outlives this.
    explicit DecisionsExportBar(DecisionLog &log, QWidget *parent = nullptr);
    ~DecisionsExportBar() override;

    void update();

private:
    void chooseFile(DecisionFormat format);
    void saveAs(const QString &path, DecisionFormat format);
    void endSaving(const QString &path);
    void answer(const QString &words);
    bool isAllWanted() const;

    std::unique_ptr<Ui::DecisionsExportBar> m_ui;
    DecisionLog &m_log;
    std::unique_ptr<DecisionExport> m_saving; //!< nothing: none is under way
};

} // namespace countersign
