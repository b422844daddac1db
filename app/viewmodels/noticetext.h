// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notify/notice.h"

#include <QString>

namespace countersign {

//! The words of a notice: plain text, not escaped for anyone. The title is ours alone, so that it
//! says nothing of a run; the body has one fact a line.
struct NoticeText
{
    QString title;
    QString body;
};

NoticeText noticeText(const Notice &notice);

} // namespace countersign
