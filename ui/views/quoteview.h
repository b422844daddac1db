// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace countersign {

class SafeLabel;

//! The starter's own words: quoted, with their name, never looking like ours.
class QuoteView : public QFrame
{
    Q_OBJECT

public:
    explicit QuoteView(QWidget *parent = nullptr);

    //! Safe texts. An empty quote hides the view.
    void setQuote(const QString &starter, const QString &quote);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    SafeLabel *m_words;
};

} // namespace countersign
