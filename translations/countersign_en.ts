<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BulkItems</name>
    <message numerus="yes">
        <source>%1 (%n of the waits)</source>
        <extracomment>%1 is a sentence that a person ticks, %n is of how many waits it is said</extracomment>
        <translation>
            <numerusform>%1 (%n of the waits)</numerusform>
            <numerusform>%1 (%n of the waits)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accounts and regions: %1</source>
        <extracomment>%n is at least 2; %1 lists accounts and regions</extracomment>
        <translation>
            <numerusform>%n accounts and regions: %1</numerusform>
            <numerusform>%n accounts and regions: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accounts and regions</source>
        <translation>
            <numerusform>%n accounts and regions</numerusform>
            <numerusform>%n accounts and regions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of these waits release a high-risk call.</source>
        <translation>
            <numerusform>%n of these waits release a high-risk call.</numerusform>
            <numerusform>%n of these waits release a high-risk call.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A burst: %n of them within %1 from %2.</source>
        <extracomment>%n waits, %1 is a time such as 5 minutes, %2 a user</extracomment>
        <translation>
            <numerusform>A burst: %n of them within %1 from %2.</numerusform>
            <numerusform>A burst: %n of them within %1 from %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accepted.</source>
        <translation>
            <numerusform>%n accepted.</numerusform>
            <numerusform>%n accepted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with an unknown outcome: do not repeat it.</source>
        <translation>
            <numerusform>%n with an unknown outcome: do not repeat it.</numerusform>
            <numerusform>%n with an unknown outcome: do not repeat it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not: %1, and others.</source>
        <extracomment>%1 lists some of them</extracomment>
        <translation>
            <numerusform>%n not: %1, and others.</numerusform>
            <numerusform>%n not: %1, and others.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not: %1.</source>
        <extracomment>%n waits were not accepted, %1 lists them</extracomment>
        <translation>
            <numerusform>%n not: %1.</numerusform>
            <numerusform>%n not: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkSelection</name>
    <message numerus="yes">
        <source>At most %n wait(s) are decided together: each of them is read, shown and sent by itself.</source>
        <translation>
            <numerusform>At most %n wait is decided at a time: it is read, shown and sent by itself.</numerusform>
            <numerusform>At most %n waits are decided together: each of them is read, shown and sent by itself.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) chosen</source>
        <translation>
            <numerusform>%n wait chosen</numerusform>
            <numerusform>%n waits chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more place(s)</source>
        <translation>
            <numerusform>and %n more place</numerusform>
            <numerusform>and %n more places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Cautions</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A burst: %n runs began to wait within %1 from %2.</source>
        <extracomment>%n runs, %1 is a time such as 5 minutes, %2 a user</extracomment>
        <translation>
            <numerusform>A burst: %n runs began to wait within %1 from %2.</numerusform>
            <numerusform>A burst: %n runs began to wait within %1 from %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more newer run(s) of it are on the same targets.</source>
        <translation>
            <numerusform>%n more newer run of it are on the same targets.</numerusform>
            <numerusform>%n more newer runs of it are on the same targets.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckWords</name>
    <message numerus="yes">
        <source>The clock of this computer is off by %n minute(s); over 10 nothing is sent.</source>
        <translation>
            <numerusform>The clock of this computer is off by %n minute; over 10 nothing is sent.</numerusform>
            <numerusform>The clock of this computer is off by %n minutes; over 10 nothing is sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The name is longer than %n character(s).</source>
        <translation>
            <numerusform>The name is longer than %n character.</numerusform>
            <numerusform>The name is longer than %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DecisionFriction</name>
    <message numerus="yes">
        <source>I have seen that this releases %1 on %n target(s).</source>
        <translation>
            <numerusform>I have seen that this releases %1 on %n target.</numerusform>
            <numerusform>I have seen that this releases %1 on %n targets.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>I know that the effect of %n task(s) will be missing.</source>
        <translation>
            <numerusform>I know that the effect of %n task will be missing.</numerusform>
            <numerusform>I know that the effect of %n tasks will be missing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DecisionLife</name>
    <message numerus="yes">
        <source>%n second(s) ahead of this computer&apos;s</source>
        <translation>
            <numerusform>%n second ahead of this computer&apos;s</numerusform>
            <numerusform>%n seconds ahead of this computer&apos;s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) behind this computer&apos;s</source>
        <translation>
            <numerusform>%n second behind this computer&apos;s</numerusform>
            <numerusform>%n seconds behind this computer&apos;s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s), only their SHA-256 is kept: %1</source>
        <translation>
            <numerusform>%n byte, only their SHA-256 is kept: %1</numerusform>
            <numerusform>%n bytes, only their SHA-256 is kept: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DecisionPace</name>
    <message numerus="yes">
        <source>The last %n review(s) were each decided in under five seconds.</source>
        <translation>
            <numerusform>The last %n review were each decided in under five seconds.</numerusform>
            <numerusform>The last %n reviews were each decided in under five seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more fact(s) differ.</source>
        <translation>
            <numerusform>%n more fact differ.</numerusform>
            <numerusform>%n more facts differ.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DecisionRowWords</name>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DecisionWords</name>
    <message numerus="yes">
        <source>Retry task runs %n failed task(s) again.</source>
        <translation>
            <numerusform>Retry task runs %n failed task again.</numerusform>
            <numerusform>Retry task runs %n failed tasks again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retry task runs %n failed task(s) again, which call %1.</source>
        <translation>
            <numerusform>Retry task runs %n failed task again, which calls %1.</numerusform>
            <numerusform>Retry task runs %n failed tasks again, which call %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Skip task lets the run go on without %n failed task(s): their effect will be missing.</source>
        <translation>
            <numerusform>Skip task lets the run go on without %n failed task: its effect will be missing.</numerusform>
            <numerusform>Skip task lets the run go on without %n failed tasks: their effect will be missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n task(s)</source>
        <extracomment>%1 is an act such as Retry task</extracomment>
        <translation>
            <numerusform>%1: %n task</numerusform>
            <numerusform>%1: %n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 for %n failed task(s) in %2</source>
        <extracomment>%1 is an act such as Retry task, %2 an account and a region</extracomment>
        <translation>
            <numerusform>%1 for %n failed task in %2</numerusform>
            <numerusform>%1 for %n failed tasks in %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DisplayText</name>
    <message numerus="yes">
        <source>… %n more characters</source>
        <translation>
            <numerusform>… %n more character</numerusform>
            <numerusform>… %n more characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message numerus="yes">
        <source>The service refused the time of this computer: its clock is %n second(s) behind the service&apos;s.</source>
        <translation>
            <numerusform>The service refused the time of this computer: its clock is %n second behind the service&apos;s.</numerusform>
            <numerusform>The service refused the time of this computer: its clock is %n seconds behind the service&apos;s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The service refused the time of this computer: its clock is %n second(s) ahead of the service&apos;s.</source>
        <translation>
            <numerusform>The service refused the time of this computer: its clock is %n second ahead of the service&apos;s.</numerusform>
            <numerusform>The service refused the time of this computer: its clock is %n seconds ahead of the service&apos;s.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FactChanges</name>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s), the last is %1</source>
        <extracomment>%1 is a task with its state</extracomment>
        <translation>
            <numerusform>%n task, the last is %1</numerusform>
            <numerusform>%n tasks, the last is %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) that are gone</source>
        <translation>
            <numerusform>%n line that are gone</numerusform>
            <numerusform>%n lines that are gone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) that are new</source>
        <translation>
            <numerusform>%n line that are new</numerusform>
            <numerusform>%n lines that are new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more difference(s)</source>
        <translation>
            <numerusform>%n more difference</numerusform>
            <numerusform>%n more differences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other task(s) of the run have moved since you read it; this decision does not rest on them.</source>
        <translation>
            <numerusform>%n other task of the run have moved since you read it; this decision does not rest on them.</numerusform>
            <numerusform>%n other tasks of the run have moved since you read it; this decision does not rest on them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Graph</name>
    <message numerus="yes">
        <source>%1 of %n item(s) done</source>
        <translation>
            <numerusform>%1 of %n item done</numerusform>
            <numerusform>%1 of %n items done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n failed</source>
        <extracomment>%1 says how many items of a loop are done</extracomment>
        <translation>
            <numerusform>%1, %n failed</numerusform>
            <numerusform>%1, %n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It has run %n time(s).</source>
        <translation>
            <numerusform>It has run %n time.</numerusform>
            <numerusform>It has run %n times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) wait.</source>
        <translation>
            <numerusform>%n item waits.</numerusform>
            <numerusform>%n items wait.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message numerus="yes">
        <source>It takes more than %n role(s) one after the other: %1.</source>
        <extracomment>%1 is a list of names of profiles with arrows between them</extracomment>
        <translation>
            <numerusform>It takes more than %n role one after the other: %1.</numerusform>
            <numerusform>It takes more than %n roles one after the other: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) of it are not known here and were left out.</source>
        <translation>
            <numerusform>%n field of it is not known here and was left out.</numerusform>
            <numerusform>%n fields of it are not known here and were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The name may have %n character(s) at most.</source>
        <translation>
            <numerusform>The name may have %n character at most.</numerusform>
            <numerusform>The name may have %n characters at most.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It holds more than %n profile(s). Copy those that you need into a file of their own, and choose that.</source>
        <translation>
            <numerusform>It holds more than %n profile. Copy those that you need into a file of their own, and choose that.</numerusform>
            <numerusform>It holds more than %n profiles. Copy those that you need into a file of their own, and choose that.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InboxWords</name>
    <message numerus="yes">
        <source>%n approval(s) needed</source>
        <translation>
            <numerusform>%n approval needed</numerusform>
            <numerusform>%n approvals needed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paused: %n task(s) failed</source>
        <translation>
            <numerusform>Paused: %n task failed</numerusform>
            <numerusform>Paused: %n tasks failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” failed %n time(s)</source>
        <extracomment>%n rows of a loop&apos;s task, at least 2; %1 is the task</extracomment>
        <translation>
            <numerusform>“%1” failed %n time</numerusform>
            <numerusform>“%1” failed %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NetworkWords</name>
    <message numerus="yes">
        <source>%n other certificate(s) in the file do not count.</source>
        <translation>
            <numerusform>%n other certificate in the file does not count.</numerusform>
            <numerusform>%n other certificates in the file do not count.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoticeText</name>
    <message numerus="yes">
        <source>%n run(s) you decided failed</source>
        <translation>
            <numerusform>%n run you decided failed</numerusform>
            <numerusform>%n runs you decided failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) you decided ended</source>
        <translation>
            <numerusform>%n run you decided ended</numerusform>
            <numerusform>%n runs you decided ended</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new wait(s) need you</source>
        <translation>
            <numerusform>%n new wait needs you</numerusform>
            <numerusform>%n new waits need you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) still need you</source>
        <translation>
            <numerusform>%n wait still needs you</numerusform>
            <numerusform>%n waits still need you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) need you</source>
        <translation>
            <numerusform>%n wait needs you</numerusform>
            <numerusform>%n waits need you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more account(s)</source>
        <extracomment>%1 is a list of accounts</extracomment>
        <translation>
            <numerusform>%1 and %n more account</numerusform>
            <numerusform>%1 and %n more accounts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutcomeWords</name>
    <message numerus="yes">
        <source>The clock of this computer is %n minute(s) behind the service&apos;s.</source>
        <translation>
            <numerusform>The clock of this computer is %n minute behind the service&apos;s.</numerusform>
            <numerusform>The clock of this computer is %n minutes behind the service&apos;s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The clock of this computer is %n minute(s) ahead of the service&apos;s.</source>
        <translation>
            <numerusform>The clock of this computer is %n minute ahead of the service&apos;s.</numerusform>
            <numerusform>The clock of this computer is %n minutes ahead of the service&apos;s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accepted by the service. Task “%1” needs %n approval(s) and still waits: others are needed.</source>
        <translation>
            <numerusform>Accepted by the service. Task “%1” needs %n approval and still waits: others are needed.</numerusform>
            <numerusform>Accepted by the service. Task “%1” needs %n approvals and still waits: others are needed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Checked %n time(s), next at %1.</source>
        <translation>
            <numerusform>Checked %n time, next at %1.</numerusform>
            <numerusform>Checked %n times, next at %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 failed task(s) have moved, the others stand as before; the run is %2</source>
        <extracomment>%n is less than %1; %2 is a state as the service writes it</extracomment>
        <translation>
            <numerusform>%n of %1 failed tasks has moved, the others stand as before; the run is %2</numerusform>
            <numerusform>%n of %1 failed tasks have moved, the others stand as before; the run is %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed task(s) are passed over; the run is %1</source>
        <extracomment>%1 is a state as the service writes it</extracomment>
        <translation>
            <numerusform>%n failed task is passed over; the run is %1</numerusform>
            <numerusform>%n failed tasks are passed over; the run is %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed task(s) run again or have run again; the run is %1</source>
        <extracomment>%1 is a state as the service writes it</extracomment>
        <translation>
            <numerusform>%n failed task runs again or has run again; the run is %1</numerusform>
            <numerusform>%n failed tasks run again or have run again; the run is %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the chosen task(s) are not as they were: somebody may have retried or skipped them.</source>
        <translation>
            <numerusform>%n of the chosen tasks is not as it was: somebody may have retried or skipped it.</numerusform>
            <numerusform>%n of the chosen tasks are not as they were: somebody may have retried or skipped them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ParameterComparison</name>
    <message numerus="yes">
        <source>%n parameter(s) differ.</source>
        <translation>
            <numerusform>%n parameter differs.</numerusform>
            <numerusform>%n parameters differ.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ParameterForm</name>
    <message numerus="yes">
        <source>Members that nothing declares; %n more in the text only</source>
        <translation>
            <numerusform>Members that nothing declares; %n more in the text only</numerusform>
            <numerusform>Members that nothing declares; %n more in the text only</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ParameterWords</name>
    <message numerus="yes">
        <source>%1 is shorter than %n character(s).</source>
        <extracomment>%1 is the name of a parameter</extracomment>
        <translation>
            <numerusform>%1 is shorter than %n character.</numerusform>
            <numerusform>%1 is shorter than %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is longer than %n character(s).</source>
        <extracomment>%1 is the name of a parameter</extracomment>
        <translation>
            <numerusform>%1 is longer than %n character.</numerusform>
            <numerusform>%1 is longer than %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PauseWords</name>
    <message numerus="yes">
        <source>%n task(s) failed and can be tried again or skipped.</source>
        <translation>
            <numerusform>%n task failed and can be tried again or skipped.</numerusform>
            <numerusform>%n tasks failed and can be tried again or skipped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more failed task(s) are in the list of tasks.</source>
        <translation>
            <numerusform>%n more failed task is in the list of tasks.</numerusform>
            <numerusform>%n more failed tasks are in the list of tasks.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n task(s) of the template have run.</source>
        <extracomment>%1 is how many tasks of a template have run, %n how many it has</extracomment>
        <translation>
            <numerusform>%1 of %n task of the template has run.</numerusform>
            <numerusform>%1 of %n tasks of the template have run.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreferenceWords</name>
    <message numerus="yes">
        <source>A note has at most %n character(s).</source>
        <translation>
            <numerusform>A note has at most %n character.</numerusform>
            <numerusform>A note has at most %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The list is full: an act has at most %n usual note(s).</source>
        <translation>
            <numerusform>The list is full: an act has at most %n usual note.</numerusform>
            <numerusform>The list is full: an act has at most %n usual notes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewWords</name>
    <message numerus="yes">
        <source>%n needed · %1</source>
        <extracomment>%n approvals are needed; %1 says who may give them</extracomment>
        <translation>
            <numerusform>%n needed · %1</numerusform>
            <numerusform>%n needed · %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more (by name)</source>
        <translation>
            <numerusform>%1 and %n more (by name)</numerusform>
            <numerusform>%1 and %n more (by name)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) behind the service&apos;s; over 10 nothing is sent</source>
        <translation>
            <numerusform>%n minute behind the service&apos;s; over 10 nothing is sent</numerusform>
            <numerusform>%n minutes behind the service&apos;s; over 10 nothing is sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ahead of the service&apos;s; over 10 nothing is sent</source>
        <translation>
            <numerusform>%n minute ahead of the service&apos;s; over 10 nothing is sent</numerusform>
            <numerusform>%n minutes ahead of the service&apos;s; over 10 nothing is sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) in this run; this is task “%1”.</source>
        <extracomment>%n is at least 2, %1 a task</extracomment>
        <translation>
            <numerusform>%n wait in this run; this is task “%1”.</numerusform>
            <numerusform>%n waits in this run; this is task “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more parameter(s) differ.</source>
        <translation>
            <numerusform>%n more parameter differs.</numerusform>
            <numerusform>%n more parameters differ.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n older line(s) were read and are not kept.</source>
        <translation>
            <numerusform>%n older line was read and is not kept.</numerusform>
            <numerusform>%n older lines were read and are not kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TaskChoice</name>
    <message numerus="yes">
        <source>%n more output(s) stand under Tasks.</source>
        <translation>
            <numerusform>%n more output stands under Tasks.</numerusform>
            <numerusform>%n more outputs stand under Tasks.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TroubleLines</name>
    <message numerus="yes">
        <source>%1 / %n region(s)</source>
        <extracomment>%1 is an account</extracomment>
        <translation>
            <numerusform>%1 / %n region</numerusform>
            <numerusform>%1 / %n regions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n further account(s)</source>
        <extracomment>%1 is an account</extracomment>
        <translation>
            <numerusform>%1 and %n further account</numerusform>
            <numerusform>%1 and %n further accounts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnknownWords</name>
    <message numerus="yes">
        <source>%n decision(s) have no known outcome. Each of them may have been carried out. Do not repeat them.</source>
        <translation>
            <numerusform>%n decision have no known outcome. Each of them may have been carried out. Do not repeat them.</numerusform>
            <numerusform>%n decisions have no known outcome. Each of them may have been carried out. Do not repeat them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more of them.</source>
        <translation>
            <numerusform>%n more of them.</numerusform>
            <numerusform>%n more of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Checked %n time(s), next at %1.</source>
        <translation>
            <numerusform>Checked %n time, next at %1.</numerusform>
            <numerusform>Checked %n times, next at %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s), not kept; SHA-256 %1</source>
        <extracomment>%1 is a checksum</extracomment>
        <translation>
            <numerusform>%n byte, not kept; SHA-256 %1</numerusform>
            <numerusform>%n bytes, not kept; SHA-256 %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaitWords</name>
    <message numerus="yes">
        <source>Approve counts as one of %n approval(s) that task %1 needs; how many are given already cannot be read.</source>
        <extracomment>%n is at least 2</extracomment>
        <translation>
            <numerusform>Approve counts as one of %n approval that task %1 needs; how many are given already cannot be read.</numerusform>
            <numerusform>Approve counts as one of %n approvals that task %1 needs; how many are given already cannot be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Approve probably lets task %1 call %2 on %n target(s) in %3.</source>
        <translation>
            <numerusform>Approve probably lets task %1 call %2 on %n target in %3.</numerusform>
            <numerusform>Approve probably lets task %1 call %2 on %n targets in %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Approve lets task %1 call %2 on %n target(s) in %3.</source>
        <extracomment>%1 is a task, %2 a product and its API, %3 a region</extracomment>
        <translation>
            <numerusform>Approve lets task %1 call %2 on %n target in %3.</numerusform>
            <numerusform>Approve lets task %1 call %2 on %n targets in %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 on %n target(s)</source>
        <extracomment>%1 is an act such as Approve, %2 a product and its API such as ECS DeleteInstance</extracomment>
        <translation>
            <numerusform>%1: %2 on %n target</numerusform>
            <numerusform>%1: %2 on %n targets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retry task runs failed tasks again: one, several or all %n of them.</source>
        <translation>
            <numerusform>Retry task runs failed tasks again: one, several or all %n of them.</numerusform>
            <numerusform>Retry task runs failed tasks again: one, several or all %n of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Skip task lets the run go on without failed tasks, one, several or all %n of them: their effect will be missing.</source>
        <translation>
            <numerusform>Skip task lets the run go on without failed tasks, one, several or all %n of them: their effect will be missing.</numerusform>
            <numerusform>Skip task lets the run go on without failed tasks, one, several or all %n of them: their effect will be missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Running another task next leaves %n approval(s) behind without a decision, the first of them “%1”.</source>
        <translation>
            <numerusform>Running another task next leaves %n approval behind without a decision, the first of them “%1”.</numerusform>
            <numerusform>Running another task next leaves %n approvals behind without a decision, the first of them “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Running “%1” next leaves %n approval(s) behind without a decision, the first of them “%2”.</source>
        <extracomment>%1 is a task that is to run, %2 an approval</extracomment>
        <translation>
            <numerusform>Running “%1” next leaves %n approval behind without a decision, the first of them “%2”.</numerusform>
            <numerusform>Running “%1” next leaves %n approvals behind without a decision, the first of them “%2”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This run paused because %n task(s) failed</source>
        <translation>
            <numerusform>This run paused because %n task failed</numerusform>
            <numerusform>This run paused because %n tasks failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::BulkDialog</name>
    <message numerus="yes">
        <source>Nothing was pasted: the text has %n character(s), far more than a note can hold.</source>
        <translation>
            <numerusform>Nothing was pasted: the text has %n character, far more than a note can hold.</numerusform>
            <numerusform>Nothing was pasted: the text has %n characters, far more than a note can hold.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::BulkViewModel</name>
    <message numerus="yes">
        <source>%1: %n wait(s)</source>
        <extracomment>%1 is an act such as Approve</extracomment>
        <translation>
            <numerusform>%1: %n wait</numerusform>
            <numerusform>%1: %n waits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n wait(s) read…</source>
        <translation>
            <numerusform>%1 of %n wait read…</numerusform>
            <numerusform>%1 of %n waits read…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them left out: why stands beside each. A tick there takes one in all the same.</source>
        <translation>
            <numerusform>%n of them left out: why stands beside each. A tick there takes one in all the same.</numerusform>
            <numerusform>%n of them left out: why stands beside each. A tick there takes one in all the same.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them left out: why stands beside each.</source>
        <translation>
            <numerusform>%n of them left out: why stands beside each.</numerusform>
            <numerusform>%n of them left out: why stands beside each.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 %n wait(s) in %2</source>
        <extracomment>%1 is an act such as Approve, %2 an account and a region, or how many of them</extracomment>
        <translation>
            <numerusform>%1 %n wait in %2</numerusform>
            <numerusform>%1 %n waits in %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Type %n, the number of waits, to confirm:</source>
        <translation>
            <numerusform>Type %n, the number of waits, to confirm:</numerusform>
            <numerusform>Type %n, the number of waits, to confirm:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>That is not the number of waits that would be sent: %n.</source>
        <translation>
            <numerusform>That is not the number of waits that would be sent: %n.</numerusform>
            <numerusform>That is not the number of waits that would be sent: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending one after the other: %1 of %n.</source>
        <translation>
            <numerusform>Sending one after the other: %1 of %n.</numerusform>
            <numerusform>Sending one after the other: %1 of %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped by you: %n wait(s) were not sent.</source>
        <translation>
            <numerusform>Stopped by you: %n wait was not sent.</numerusform>
            <numerusform>Stopped by you: %n waits were not sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %n wait(s) were not sent. The one before them: %1</source>
        <extracomment>%n waits were not sent; %1 says what happened to the one before them</extracomment>
        <translation>
            <numerusform>Stopped: %n wait was not sent. The one before it: %1</numerusform>
            <numerusform>Stopped: %n waits were not sent. The one before them: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Go on with the remaining %n</source>
        <translation>
            <numerusform>Go on with the remaining %n</numerusform>
            <numerusform>Go on with the remaining %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %n wait(s) were not sent. The next one: %1</source>
        <extracomment>%n waits were not sent; %1 says what stands in the way</extracomment>
        <translation>
            <numerusform>Stopped: %n wait was not sent. The next one: %1</numerusform>
            <numerusform>Stopped: %n waits were not sent. The next one: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::CheckView</name>
    <message numerus="yes">
        <source>The test has ended with %n problem(s).</source>
        <translation>
            <numerusform>The test has ended with %n problem.</numerusform>
            <numerusform>The test has ended with %n problems.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::DecisionDialog</name>
    <message numerus="yes">
        <source>Nothing was pasted: the text has %n character(s), far more than a note can hold.</source>
        <translation>
            <numerusform>Nothing was pasted: the text has %n character, far more than a note can hold.</numerusform>
            <numerusform>Nothing was pasted: the text has %n characters, far more than a note can hold.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>An answer is awaited for %n more second(s). %1</source>
        <extracomment>%1 is a sentence about closing the window.</extracomment>
        <translation>
            <numerusform>An answer is awaited for %n more second. %1</numerusform>
            <numerusform>An answer is awaited for %n more seconds. %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::DecisionFields</name>
    <message numerus="yes">
        <source>%n task(s) are chosen. One decision takes at most 50: leave some out and decide about them next.</source>
        <translation>
            <numerusform>%n task is chosen.</numerusform>
            <numerusform>%n tasks are chosen. One decision takes at most 50: leave some out and decide about them next.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) are under way.</source>
        <translation>
            <numerusform>%n task is under way.</numerusform>
            <numerusform>%n tasks are under way.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 failed task(s) chosen</source>
        <extracomment>%n of %1 failed tasks</extracomment>
        <translation>
            <numerusform>%n of %1 failed tasks chosen</numerusform>
            <numerusform>%n of %1 failed tasks chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::DecisionLog</name>
    <message numerus="yes">
        <source>%n decision(s)</source>
        <translation>
            <numerusform>%n decision</numerusform>
            <numerusform>%n decisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n decision(s)</source>
        <extracomment>%1 is how many of them fit the filter</extracomment>
        <translation>
            <numerusform>%1 of %n decision</numerusform>
            <numerusform>%1 of %n decisions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::DecisionViewModel</name>
    <message numerus="yes">
        <source>The note is too long by %n character(s).</source>
        <translation>
            <numerusform>The note is too long by %n character.</numerusform>
            <numerusform>The note is too long by %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::DecisionsExportBar</name>
    <message numerus="yes">
        <source>%n decision(s) were saved as %1.</source>
        <extracomment>%1 is the path of a file</extracomment>
        <translation>
            <numerusform>%n decision were saved as %1.</numerusform>
            <numerusform>%n decisions were saved as %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::FollowViewModel</name>
    <message numerus="yes">
        <source>%n run(s) going on</source>
        <translation>
            <numerusform>%n run going on</numerusform>
            <numerusform>%n runs going on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ended</source>
        <translation>
            <numerusform>%n ended</numerusform>
            <numerusform>%n ended</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ImportViewModel</name>
    <message numerus="yes">
        <source>%n profile(s) imported</source>
        <translation>
            <numerusform>%n profile imported</numerusform>
            <numerusform>%n profiles imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %n profile(s)</source>
        <translation>
            <numerusform>&amp;Import %n profile</numerusform>
            <numerusform>&amp;Import %n profiles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There is no room for %n of them: leave some out.</source>
        <translation>
            <numerusform>There is no room for %n of them: leave one out.</numerusform>
            <numerusform>There is no room for %n of them: leave some out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the profiles in the file are chosen.</source>
        <translation>
            <numerusform>%n of the profiles in the file is chosen.</numerusform>
            <numerusform>%n of the profiles in the file are chosen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Importing: %1 of %n profile(s) done…</source>
        <extracomment>%1 is a number of profiles</extracomment>
        <translation>
            <numerusform>Importing: %1 of %n profile done…</numerusform>
            <numerusform>Importing: %1 of %n profiles done…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them work only once you have done what was said of them: agree to it in the profile, or sign in again.</source>
        <translation>
            <numerusform>%n of them works only once you have done what was said of it: agree to it in the profile, or sign in again.</numerusform>
            <numerusform>%n of them work only once you have done what was said of them: agree to it in the profile, or sign in again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::InboxViewModel</name>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s)</source>
        <translation>
            <numerusform>%n wait</numerusform>
            <numerusform>%n waits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more not read</source>
        <translation>
            <numerusform>%n more not read</numerusform>
            <numerusform>%n more not read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n region(s))</source>
        <translation>
            <numerusform>%1 (%n region)</numerusform>
            <numerusform>%1 (%n regions)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A filter hides %n wait(s).</source>
        <translation>
            <numerusform>A filter hides %n wait.</numerusform>
            <numerusform>A filter hides %n waits.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation>
            <numerusform>%n account</numerusform>
            <numerusform>%n accounts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::LockViewModel</name>
    <message numerus="yes">
        <source>Locked since %1, after %n minute(s) without input.</source>
        <extracomment>%1 is a date and time</extracomment>
        <translation>
            <numerusform>Locked since %1, after %n minute without input.</numerusform>
            <numerusform>Locked since %1, after %n minutes without input.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Watching goes on, except for %n account(s) whose keys were taken out of memory.</source>
        <translation>
            <numerusform>Watching goes on, except for %n account whose keys were taken out of memory.</numerusform>
            <numerusform>Watching goes on, except for %n accounts whose keys were taken out of memory.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) need(s) you.</source>
        <translation>
            <numerusform>%n wait needs you.</numerusform>
            <numerusform>%n waits need you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The outcome of %n decision(s) is not known.</source>
        <translation>
            <numerusform>The outcome of %n decision is not known.</numerusform>
            <numerusform>The outcome of %n decisions is not known.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::LogView</name>
    <message numerus="yes">
        <source>%n new line(s)</source>
        <translation>
            <numerusform>%n new line</numerusform>
            <numerusform>%n new lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n match</numerusform>
            <numerusform>%n matches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::MainWindow</name>
    <message numerus="yes">
        <source>An answer is awaited for %n more second(s). The window closes as soon as its outcome is recorded.</source>
        <translation>
            <numerusform>An answer is awaited for %n more second. The window closes as soon as its outcome is recorded.</numerusform>
            <numerusform>An answer is awaited for %n more seconds. The window closes as soon as its outcome is recorded.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::OpenViewModel</name>
    <message numerus="yes">
        <source>Looking for %1: %2 of %n place(s) looked at.</source>
        <translation>
            <numerusform>Looking for %1: %2 of %n place looked at.</numerusform>
            <numerusform>Looking for %1: %2 of %n places looked at.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 does not exist in any of the %n place(s) that were looked at.</source>
        <translation>
            <numerusform>%1 does not exist in the %n place that was looked at.</numerusform>
            <numerusform>%1 does not exist in any of the %n places that were looked at.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 was not found in %n place(s). Others could not be looked at:</source>
        <translation>
            <numerusform>%1 was not found in %n place. Others could not be looked at:</numerusform>
            <numerusform>%1 was not found in %n places. Others could not be looked at:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more place(s).</source>
        <translation>
            <numerusform>%n more place.</numerusform>
            <numerusform>%n more places.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ParameterModel</name>
    <message numerus="yes">
        <source>%1… %n more character(s)</source>
        <extracomment>%1 is the beginning of a long value</extracomment>
        <translation>
            <numerusform>%1… %n more character</numerusform>
            <numerusform>%1… %n more characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ParametersPane</name>
    <message numerus="yes">
        <source>A paste of %n character(s) was refused: it is too long.</source>
        <translation>
            <numerusform>A paste of %n character was refused: it is too long.</numerusform>
            <numerusform>A paste of %n characters was refused: it is too long.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more finding(s).</source>
        <translation>
            <numerusform>%n more finding.</numerusform>
            <numerusform>%n more findings.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ParametersViewModel</name>
    <message numerus="yes">
        <source>%n value(s) are sent; the rest has its default.</source>
        <translation>
            <numerusform>%n value is sent; the rest has its default.</numerusform>
            <numerusform>%n values are sent; the rest has its default.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) are sent, and nothing else.</source>
        <translation>
            <numerusform>%n value is sent, and nothing else.</numerusform>
            <numerusform>%n values are sent, and nothing else.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::PreferencesViewModel</name>
    <message numerus="yes">
        <source>%n month(s)</source>
        <comment>how long decisions are kept</comment>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A decision is removed from this computer %n month(s) after it has ended. One whose outcome is not known stays.</source>
        <translation>
            <numerusform>A decision is removed from this computer %n month after it has ended. One whose outcome is not known stays.</numerusform>
            <numerusform>A decision is removed from this computer %n months after it has ended. One whose outcome is not known stays.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) would be removed now, and cannot be brought back. Save them first with View, All decisions.</source>
        <translation>
            <numerusform>%n decision would be removed now, and cannot be brought back. Save them first with View, All decisions.</numerusform>
            <numerusform>%n decisions would be removed now, and cannot be brought back. Save them first with View, All decisions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ProfilesViewModel</name>
    <message numerus="yes">
        <source>%n entry(s) of the file of profiles could not be used.</source>
        <translation>
            <numerusform>%n entry of the file of profiles could not be used.</numerusform>
            <numerusform>%n entries of the file of profiles could not be used.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::StartAgainViewModel</name>
    <message numerus="yes">
        <source>The description is too long by %n character(s).</source>
        <translation>
            <numerusform>The description is too long by %n character.</numerusform>
            <numerusform>The description is too long by %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::TaskTreeModel</name>
    <message numerus="yes">
        <source>%n item(s): %1</source>
        <extracomment>of a loop; %1 is how many of its items are in which state</extracomment>
        <translation>
            <numerusform>%n item: %1</numerusform>
            <numerusform>%n items: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n batch(es)</source>
        <translation>
            <numerusform>%n batch</numerusform>
            <numerusform>%n batches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::TasksPage</name>
    <message numerus="yes">
        <source>%n row(s) wait or went wrong.</source>
        <translation>
            <numerusform>%n row waits or went wrong.</numerusform>
            <numerusform>%n rows wait or went wrong.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::TrayIcon</name>
    <message numerus="yes">
        <source>Countersign: %n need(s) you</source>
        <extracomment>of waits</extracomment>
        <translation>
            <numerusform>Countersign: %n needs you</numerusform>
            <numerusform>Countersign: %n need you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Countersign is locked: %n need(s) you</source>
        <extracomment>of waits</extracomment>
        <translation>
            <numerusform>Countersign is locked: %n needs you</numerusform>
            <numerusform>Countersign is locked: %n need you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::TroubleLines</name>
    <message numerus="yes">
        <source>%n more place(s) are not well.</source>
        <translation>
            <numerusform>%n more place is not well.</numerusform>
            <numerusform>%n more places are not well.</numerusform>
        </translation>
    </message>
</context>
</TS>
