// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>
#include <utility>

namespace countersign {

//! Read-only text of a template with line numbers and colours for YAML or JSON. The waiting task's
//! lines are marked in the text and in the margin.
class TemplateView : public QWidget
{
    Q_OBJECT

public:
    explicit TemplateView(QWidget *parent = nullptr);
    ~TemplateView() override;

    //! `text` as received; it is made safe here. Lines are 1-based, inclusive; 0, 0: none. The same
    //! content again changes neither scroll position nor selection.
    void setContent(const QString &text, std::pair<int, int> lines);
    //! As shown.
    QString shownText() const;
    //! 1-based numbers of the first and last marked line as shown; 0, 0: none.
    std::pair<int, int> markedLines() const;
    void scrollToMarked();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace countersign
