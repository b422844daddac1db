// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rows 2, 3 and 4 of the table: a snapshot of 20,000 rows, one key in the filter, event-loop
// blocks.
#include "app/models/inboxfilter.h"
#include "tests/benchmarks/measuring.h"
#include "ui/views/inboxdelegate.h"
#include "ui/windows/inboxlist.h"

#include <QSortFilterProxyModel>

using namespace countersign;

namespace {

constexpr int rowCount = 20'000;

std::vector<WaitRow> waits()
{
    std::vector<WaitRow> rows;
    for (int number = 0; number < rowCount; ++number)
        rows.push_back(waitRow(number));
    return rows;
}

//! 1 % of the rows differ: half of those have another version, a quarter is gone, as many are new.
std::vector<WaitRow> changed(const std::vector<WaitRow> &rows, int round)
{
    std::vector<WaitRow> next;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::size_t phase = (i + static_cast<std::size_t>(round)) % 400;
        if (phase == 0)
            continue;
        next.push_back(asReadAnew(rows[i]));
        if (phase == 100 || phase == 200)
            next.back().templateVersion = QStringLiteral("v1%1").arg(round);
        if (phase == 300)
            next.push_back(waitRow(rowCount * (round + 1) + static_cast<int>(i)));
    }
    return next;
}

//! The usual way: a filtering proxy over the same flat list; it may use the same folded texts.
class UsualFilter : public QSortFilterProxyModel
{
public:
    explicit UsualFilter(InboxModel &model)
    {
        for (int row = 0; row < model.waitCount(); ++row) {
            QString text;
            for (const int role :
                 {InboxModel::HeadingRole, InboxModel::DetailRole, InboxModel::AccountRole,
                  InboxModel::RegionRole, InboxModel::StarterRole})
                text += QString(model.index(row, 0).data(role).toString() + QLatin1Char('\n'));
            m_texts.push_back(foldedText(text));
        }
        setSourceModel(&model);
    }
    void setText(const QString &text)
    {
        m_words = searchWords(text);
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &) const override
    {
        const QString &text = m_texts[static_cast<std::size_t>(row)];
        return std::all_of(m_words.begin(), m_words.end(),
                           [&text](const QString &word) { return text.contains(word); });
    }

private:
    std::vector<QString> m_texts;
    QStringList m_words;
};

void paint()
{
    for (int turn = 0; turn < 4; ++turn)
        QCoreApplication::processEvents();
}

void prepare(QListView &list, InboxDelegate &delegate, QAbstractItemModel &model)
{
    list.setUniformItemSizes(true);
    list.setItemDelegate(&delegate);
    list.setModel(&model);
    list.resize(500, 700);
    list.show();
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 1'500)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
}

void benchmarkApply(bool isShown)
{
    std::vector<double> ours;
    std::vector<double> partner;
    const std::vector<WaitRow> rows = waits();
    for (int round = 0; round < 7; ++round) {
        const WaitSnapshot next{changed(rows, round)};
        for (const bool isOurs : {true, false}) {
            InboxModel model;
            model.setNow(QDateTime::currentDateTimeUtc());
            model.apply({rows});
            InboxFilter filter(model);
            filter.setText(QStringLiteral("restart"));
            InboxDelegate delegate;
            InboxList list;
            if (isShown)
                prepare(list, delegate, filter);
            const double time = millisecondsOf([&] {
                if (!isOurs)
                    model.apply({});
                model.apply(next);
                if (isShown)
                    paint();
            });
            (isOurs ? ours : partner).push_back(time);
        }
    }
    std::printf("2 apply 20,000 rows, 1 %% changed, %s | %.2f ms | clear and refill %.2f ms | %.1f "
                "times less\n",
                isShown ? "filter and list, painted" : "filter, no list", median(ours),
                median(partner), median(partner) / median(ours));
}

template <class Filter>
std::vector<double> keys(QListView &list, Filter &filter)
{
    std::vector<double> times;
    for (const char *word : {"zhang.wei3", "approve1 hang", "web-fleet-1 v4"}) {
        const QString typed = QString::fromLatin1(word);
        for (qsizetype length = 1; length <= typed.size(); ++length)
            times.push_back(millisecondsOf([&] {
                filter.setText(typed.left(length));
                list.viewport()->repaint();
                paint();
            }));
        times.push_back(millisecondsOf([&] {
            filter.setText({});
            paint();
        }));
    }
    return times;
}

void benchmarkKeys()
{
    InboxModel model;
    model.setNow(QDateTime::currentDateTimeUtc());
    model.apply({waits()});
    std::vector<double> ours;
    std::vector<double> partner;
    {
        InboxFilter filter(model);
        InboxDelegate delegate;
        InboxList list;
        prepare(list, delegate, filter);
        ours = keys(list, filter);
    }
    {
        UsualFilter filter(model);
        InboxDelegate delegate;
        InboxList list;
        prepare(list, delegate, filter);
        partner = keys(list, filter);
    }
    std::printf("3 one key over 20,000 rows, painted | %.2f ms (longest %.2f) | "
                "QSortFilterProxyModel %.2f ms (longest %.2f) | %.1f times less\n",
                median(ours), *std::max_element(ours.begin(), ours.end()), median(partner),
                *std::max_element(partner.begin(), partner.end()), median(partner) / median(ours));
}

} // namespace

int main(int argc, char **argv)
{
    TimedApplication application(argc, argv);
    benchmarkApply(false);
    benchmarkApply(true);
    application.forget();
    benchmarkKeys();
    std::printf("4 longest event-loop block while keys are typed | %.1f ms\n",
                application.longestMilliseconds());
    return 0;
}
