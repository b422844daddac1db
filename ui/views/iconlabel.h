// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace countersign {

//! One of our icons beside a word that says the same; tinted with the text colour it stands in.
//! Nothing for assistive technology: the word speaks.
class IconLabel : public QLabel
{
    Q_OBJECT

public:
    explicit IconLabel(QWidget *parent = nullptr);

    //! `size` in logical pixels at the default font; it grows with the font.
    void setIcon(const QString &name, int size = 16);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    int m_size = 16;
};

} // namespace countersign
