// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace countersign {

//! The list of waits. When the chosen row goes away nothing else is chosen by itself. A person adds
//! rows with Shift, Ctrl and Ctrl+A; assistive technology, which can only add, chooses one row at a
//! time, until several are to be chosen.
class InboxList : public QListView
{
    Q_OBJECT

public:
    explicit InboxList(QWidget *parent = nullptr);

    //! On: each click, Space and choice by assistive technology adds a row or takes it out.
    void setChoosingSeveral(bool isOn);
    bool isChoosingSeveral() const;
    //! True while the selection changes in a way that may leave several rows chosen.
    bool maySelectSeveral() const { return m_isOwnInput || isChoosingSeveral(); }

    void selectAll() override;

Q_SIGNALS:
    //! Enter on a row: the person wants to read it.
    void rowEntered();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    bool m_isOwnInput = false;
};

} // namespace countersign
