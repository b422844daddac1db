// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notify/notificationsink.h"

#include <vector>

namespace countersign {

//! A sink that shows nothing and remembers everything.
class RecordingSink final : public NotificationSink
{
public:
    void show(const Notice &notice) override { shown.push_back(notice); }
    void withdraw(const NoticeId &id) override { withdrawn.push_back(id); }

    std::vector<Notice> shown;
    std::vector<NoticeId> withdrawn;
};

} // namespace countersign
