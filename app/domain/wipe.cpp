// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/wipe.h"

namespace countersign {

void wipeShared(QByteArray &bytes)
{
    // data() would detach and wipe a fresh copy.
    volatile char *raw = const_cast<char *>(bytes.constData());
    for (qsizetype i = 0; i < bytes.size(); ++i)
        raw[i] = 0;
    bytes.clear();
}

} // namespace countersign
