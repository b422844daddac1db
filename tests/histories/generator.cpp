// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/histories/generator.h"

#include "tests/histories/serviceside.h"

#include <random>

namespace countersign {

namespace {

using Kind = Step::Kind;
using Time = Step::Time;
using namespace std::chrono_literals;

//! Numbers that do not depend on the library's distributions.
class Dice
{
public:
    explicit Dice(quint32 seed)
        : m_random(seed)
    {
    }
    int below(int count) { return static_cast<int>(m_random() % static_cast<quint64>(count)); }
    bool oneIn(int count) { return below(count) == 0; }
    template <class List>
    auto of(const List &list)
    {
        return list[static_cast<typename List::size_type>(below(static_cast<int>(list.size())))];
    }
    Time upTo(Time most) { return Time(m_random() % static_cast<quint64>(most.count() + 1)); }

private:
    std::mt19937_64 m_random;
};

//! A run, and the acts and other people's acts that it may meet.
struct Scene
{
    QString templateName;
    QString mode;
    bool confirmsHighRisk = false;
    std::vector<Act> acts;
    QStringList others;
};

const std::vector<Scene> &scenes()
{
    const QString approve = QStringLiteral("Approve");
    const QString reject = QStringLiteral("Reject");
    const QString cancel = QStringLiteral("CancelExecution");
    const std::vector<Act> votes{Act::Approve, Act::Approve, Act::Approve, Act::Reject,
                                 Act::CancelExecution};
    const QStringList otherVotes{approve, approve, reject, cancel};
    const std::vector<Act> repairs{Act::RetryTask, Act::RetryTask, Act::SkipTask,
                                   Act::CancelExecution};
    const std::vector<Act> steps{Act::ExecuteTask, Act::ExecuteTask, Act::CancelTask,
                                 Act::CompleteExecution, Act::CancelExecution};
    static const std::vector<Scene> all{
        {QStringLiteral("ask-one"), {}, false, votes, otherVotes},
        {QStringLiteral("ask-one"), {}, false, votes, otherVotes},
        {QStringLiteral("ask-two"), {}, false, votes, otherVotes},
        {QStringLiteral("ask-anna"), {}, false, votes, otherVotes},
        {QStringLiteral("two-gates"), {}, false, votes, otherVotes},
        {QStringLiteral("two-gates"), {}, false, votes, otherVotes},
        {QStringLiteral("side-by-side"), {}, false, votes, otherVotes},
        {QStringLiteral("risky"), {}, true, votes, otherVotes},
        {QStringLiteral("fleet"),
         QStringLiteral("FailurePause"),
         false,
         repairs,
         {QStringLiteral("RetryTask"), QStringLiteral("SkipTask"), cancel}},
        {QStringLiteral("steps"),
         QStringLiteral("Debug"),
         false,
         steps,
         {QStringLiteral("ExecuteTask"), QStringLiteral("CompleteExecution"), cancel}},
    };
    return all;
}

class Writer
{
public:
    explicit Writer(quint32 seed)
        : m_dice(seed)
        , m_scene(m_dice.of(scenes()))
    {
        Setting &setting = m_history.setting;
        setting.seed = seed;
        setting.templateName = m_scene.templateName;
        setting.mode = m_scene.mode;
        setting.confirmsHighRisk = m_scene.confirmsHighRisk;
        setting.isOldScheme = m_dice.oneIn(4);
        setting.hasUnlistedCodes = m_dice.oneIn(3);
        setting.keepsNoNotes = m_dice.oneIn(6);
        m_windows = 1 + m_dice.below(3);
        m_act = m_dice.of(m_scene.acts);
    }

    History write()
    {
        const int decisions = 1 + m_dice.below(3);
        for (int i = 0; i < decisions; ++i) {
            disturb(2);
            decide();
        }
        disturb(3);
        return std::move(m_history);
    }

private:
    Step &add(Kind kind, Time wait)
    {
        Step step;
        step.kind = kind;
        step.wait = wait;
        m_history.steps.push_back(step);
        return m_history.steps.back();
    }

    //! Long and short pauses alike matter: most are about as long as a request takes.
    Time pause()
    {
        switch (m_dice.below(6)) {
        case 0:
            return m_dice.upTo(30min);
        case 1:
            return m_dice.upTo(90s);
        case 2:
            return m_dice.upTo(5s);
        default:
            return m_dice.upTo(400ms);
        }
    }

    void decide()
    {
        const int window = m_dice.below(m_windows);
        if (m_dice.oneIn(3))
            m_act = m_dice.of(m_scene.acts);
        const int pick = m_dice.below(60);
        open(window, pick);
        // The same object in another window, so that two decisions meet.
        const bool isTwice = m_windows > 1 && m_dice.oneIn(3);
        if (isTwice)
            open((window + 1) % m_windows, pick);
        if (m_dice.oneIn(2))
            disturb(1);
        if (!m_dice.oneIn(4)) {
            Step &fault = add(Kind::FailSend, 0ms);
            fault.text = m_dice.of(sendFaults());
            // A service that refuses and carries out all the same cannot be told within the five
            // seconds of security.md 4.3 while its lists lag; the named cases have it without lag.
            if (fault.text == QLatin1String("unknown code after the effect"))
                fault.text = QStringLiteral("unknown code, no effect");
            fault.pick = m_dice.below(100'000);
        }
        confirm(window, 1s + m_dice.upTo(8s));
        if (m_dice.oneIn(6))
            confirm(window, m_dice.upTo(2s)); // pressed again
        if (isTwice)
            confirm((window + 1) % m_windows, m_dice.upTo(m_dice.oneIn(2) ? Time(500) : Time(20s)));
        if (m_dice.oneIn(3))
            disturb(2);
        if (m_dice.oneIn(8))
            add(Kind::Override, 60s + m_dice.upTo(90s)).window = window;
    }

    void open(int window, int pick)
    {
        Step &step = add(Kind::Open, pause());
        step.window = window;
        step.act = m_act;
        step.pick = pick;
    }

    void confirm(int window, Time wait) { add(Kind::Confirm, wait).window = window; }

    void disturb(int most)
    {
        const int count = m_dice.below(most + 1);
        for (int i = 0; i < count; ++i)
            disturbOnce();
    }

    void disturbOnce()
    {
        switch (m_dice.below(14)) {
        case 0:
        case 1:
        case 2:
            add(Kind::Kill, pause()).length = m_dice.oneIn(3) ? m_dice.upTo(2h) : m_dice.upTo(20s);
            break;
        case 3:
            add(Kind::Sleep, pause()).length = m_dice.oneIn(2) ? m_dice.upTo(4h) : m_dice.upTo(90s);
            break;
        case 4:
            add(Kind::Stall, pause()).length = m_dice.upTo(5min);
            break;
        case 5: {
            Step &step = add(Kind::SetClock, pause());
            const Time by = m_dice.oneIn(2) ? m_dice.upTo(5h) : m_dice.upTo(8min);
            step.length = m_dice.oneIn(2) ? by : -by;
            break;
        }
        case 6:
            add(Kind::NetworkDown, pause()).length =
                m_dice.upTo(m_dice.oneIn(3) ? Time(1h) : Time(40s));
            break;
        case 7:
        case 8:
        case 9: {
            Step &step = add(Kind::Other, pause());
            step.text = m_dice.of(m_scene.others);
            step.pick = m_dice.below(3);
            break;
        }
        case 10: {
            const bool isFact = m_dice.oneIn(2);
            Step &step = add(isFact ? Kind::ChangeFact : Kind::ChangeProgress, pause());
            step.text = m_dice.of(isFact ? ServiceSide::facts() : ServiceSide::progress());
            break;
        }
        case 11: {
            Step &step = add(Kind::FailReads, pause());
            step.text = m_dice.of(readFaults());
            step.pick = 1 + m_dice.below(30);
            break;
        }
        case 12: {
            Step &step = add(Kind::Lag, pause());
            step.length = m_dice.oneIn(4) ? Time(0) : m_dice.upTo(20s);
            step.pick = m_dice.below(2);
            break;
        }
        default:
            disturbRarely();
        }
    }

    void disturbRarely()
    {
        switch (m_dice.below(4)) {
        case 0:
            add(Kind::SwapKey, pause());
            break;
        case 1:
            add(Kind::Lock, pause()).length = m_dice.upTo(10min);
            break;
        case 2:
            add(Kind::CloseOpen, pause());
            break;
        default:
            add(Kind::Look, pause());
        }
    }

    Dice m_dice;
    const Scene m_scene;
    History m_history;
    int m_windows = 1;
    Act m_act = Act::Approve;
};

} // namespace

History historyFrom(quint32 seed)
{
    return Writer(seed).write();
}

} // namespace countersign
