// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

#include <functional>

namespace countersign {

//! A request body that can be read once. Qt repeats a POST by itself when the connection breaks
//! before an answer; a device that cannot be rewound makes that impossible.
class OnceBody final : public QIODevice
{
    Q_OBJECT

public:
    //! `beforeFirstByte` is asked once, before anything is handed out; false: nothing is.
    OnceBody(QByteArray bytes, std::function<bool()> beforeFirstByte, QObject *parent = nullptr);

    bool isSequential() const override { return true; }
    bool reset() override { return false; }
    qint64 bytesAvailable() const override;
    qint64 bytesHandedOut() const { return m_position; }
    bool isRefused() const { return m_isRefused; }

Q_SIGNALS:
    //! Some bytes were handed out, from inside a read.
    void progressed();
    //! The last byte was handed out. Emitted once, from inside a read.
    void handedOut();
    //! `beforeFirstByte` said no. Emitted once, from inside a read.
    void refused();

protected:
    qint64 readData(char *data, qint64 size) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    const QByteArray m_bytes;
    std::function<bool()> m_beforeFirstByte;
    qint64 m_position = 0;
    bool m_isRefused = false;
};

} // namespace countersign
