<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
    <name>InboxWords</name>
    <message numerus="yes">
        <source>%n approval(s) needed</source>
        <translation>
            <numerusform>%n approval needed</numerusform>
            <numerusform>%n approvals needed</numerusform>
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
</context>
<context>
    <name>countersign::MainWindow</name>
    <message numerus="yes">
        <source>%n more decision(s) without a known outcome.</source>
        <translation>
            <numerusform>%n more decision without a known outcome.</numerusform>
            <numerusform>%n more decisions without a known outcome.</numerusform>
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
    <name>countersign::TrayIcon</name>
    <message numerus="yes">
        <source>Countersign: %n need(s) you</source>
        <extracomment>of waits</extracomment>
        <translation>
            <numerusform>Countersign: %n needs you</numerusform>
            <numerusform>Countersign: %n need you</numerusform>
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
