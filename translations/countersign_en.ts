<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
