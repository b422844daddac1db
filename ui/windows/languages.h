// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QObject>
#include <QStringList>

#include <memory>

namespace countersign {

//! The words of the program and of Qt in one language. Windows made before a change are made anew
//! by their owner. Taken away again when it is destroyed.
class Languages : public QObject
{
    Q_OBJECT

public:
    explicit Languages(QObject *parent = nullptr);
    ~Languages() override;

    //! Installs the best translation for the locale; English where there is none. Sets the default
    //! QLocale to `locale`, so that dates and numbers agree with the words.
    void use(const QLocale &locale);
    //! Names such as "en" and "zh_CN", of the translations that are built in.
    static QStringList available();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace countersign
