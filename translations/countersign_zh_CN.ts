<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ActOffers</name>
    <message>
        <source>There is nothing to decide: this wait is over.</source>
        <translation>没有需要决定的内容：此项等待已结束。</translation>
    </message>
    <message>
        <source>Only a run in Debug mode takes this; this run was read to be in another.</source>
        <translation>只有单步执行模式的执行才能接受此操作；读到的此执行为其他模式。</translation>
    </message>
    <message>
        <source>Only a run that pauses on failure takes this; this run was read to be in another mode.</source>
        <translation>只有失败暂停模式的执行才能接受此操作；读到的此执行为其他模式。</translation>
    </message>
    <message>
        <source>The task has ended: there is nothing to approve or reject.</source>
        <translation>任务已结束：没有需要同意或拒绝的内容。</translation>
    </message>
    <message>
        <source>The task has not failed: there is nothing to retry or skip.</source>
        <translation>任务没有失败：没有需要重试或跳过的内容。</translation>
    </message>
    <message>
        <source>An approval is answered by Approve or Reject, never retried or skipped.</source>
        <translation>审批只能以“同意”或“拒绝”答复，不能重试或跳过。</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Refresh</source>
        <translation>刷新(&amp;R)</translation>
    </message>
    <message>
        <source>Read every account and region again</source>
        <translation>重新读取所有账号和地域</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>筛选(&amp;F)</translation>
    </message>
    <message>
        <source>Go to the filter line</source>
        <translation>转到筛选框</translation>
    </message>
    <message>
        <source>Next &amp;pane</source>
        <translation>下一个窗格(&amp;P)</translation>
    </message>
    <message>
        <source>Go from the list to the review and on</source>
        <translation>从列表转到详情，依次向后</translation>
    </message>
    <message>
        <source>Pre&amp;vious pane</source>
        <translation>上一个窗格(&amp;V)</translation>
    </message>
    <message>
        <source>Go from the review to the list and on</source>
        <translation>从详情转到列表，依次向前</translation>
    </message>
    <message>
        <source>&amp;Tasks</source>
        <translation>任务(&amp;T)</translation>
    </message>
    <message>
        <source>Show the tasks of the run</source>
        <translation>显示该执行的任务</translation>
    </message>
    <message>
        <source>Te&amp;mplate</source>
        <translation>模板(&amp;M)</translation>
    </message>
    <message>
        <source>Show the template with the waiting task&apos;s lines marked</source>
        <translation>显示模板，并标出等待中的任务所在的行</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>日志(&amp;L)</translation>
    </message>
    <message>
        <source>Show the log of the run</source>
        <translation>显示该执行的日志</translation>
    </message>
    <message>
        <source>&amp;Approve…</source>
        <translation>同意(&amp;A)…</translation>
    </message>
    <message>
        <source>Open the dialog in which this wait is approved</source>
        <translation>打开对话框，在其中同意此项等待</translation>
    </message>
    <message>
        <source>&amp;Reject…</source>
        <translation>拒绝(&amp;R)…</translation>
    </message>
    <message>
        <source>Open the dialog in which this wait is rejected</source>
        <translation>打开对话框，在其中拒绝此项等待</translation>
    </message>
    <message>
        <source>Cancel &amp;execution…</source>
        <translation>取消执行(&amp;E)…</translation>
    </message>
    <message>
        <source>Open the dialog in which the whole run is cancelled</source>
        <translation>打开对话框，在其中取消整个执行</translation>
    </message>
    <message>
        <source>&amp;Next wait</source>
        <translation>下一项等待(&amp;N)</translation>
    </message>
    <message>
        <source>Choose the next row of the list</source>
        <translation>选择列表中的下一行</translation>
    </message>
    <message>
        <source>&amp;Copy id</source>
        <translation>复制 ID(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the execution id</source>
        <translation>复制执行 ID</translation>
    </message>
    <message>
        <source>&amp;Web console</source>
        <translation>网页控制台(&amp;W)</translation>
    </message>
    <message>
        <source>Open this execution in the web console</source>
        <translation>在网页控制台中打开此执行</translation>
    </message>
    <message>
        <source>&amp;About Countersign</source>
        <translation>关于 Countersign(&amp;A)</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>版本与许可证</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Decide</source>
        <translation>决定(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Open execution…</source>
        <translation>打开执行(&amp;O)…</translation>
    </message>
    <message>
        <source>Open an execution by its id, web-console address or link</source>
        <translation>通过执行 ID、网页控制台地址或链接打开执行</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>设置(&amp;S)…</translation>
    </message>
    <message>
        <source>Language, colours, notices and notes</source>
        <translation>语言、颜色、通知和备注</translation>
    </message>
    <message>
        <source>&amp;Close window</source>
        <translation>关闭窗口(&amp;C)</translation>
    </message>
    <message>
        <source>Close this window; the program stays in the tray where there is one</source>
        <translation>关闭此窗口；如有托盘，程序会留在托盘中</translation>
    </message>
    <message>
        <source>End the program; nothing is watched any more</source>
        <translation>退出程序；不再监视任何内容</translation>
    </message>
    <message>
        <source>&amp;Back to the list</source>
        <translation>返回列表(&amp;B)</translation>
    </message>
    <message>
        <source>Show the list instead of the review</source>
        <translation>显示列表，不再显示详情</translation>
    </message>
    <message>
        <source>&amp;Decided by me</source>
        <translation>我的决定(&amp;D)</translation>
    </message>
    <message>
        <source>Show or hide the runs you have decided about</source>
        <translation>显示或隐藏您已作出决定的执行</translation>
    </message>
    <message>
        <source>&amp;Later…</source>
        <translation>稍后处理(&amp;L)…</translation>
    </message>
    <message>
        <source>Put this wait off on this computer; nothing is sent</source>
        <translation>在本机上将此等待项设为稍后处理；不发送任何内容</translation>
    </message>
    <message>
        <source>&amp;Take back from Later</source>
        <translation>从稍后处理中取回(&amp;T)</translation>
    </message>
    <message>
        <source>List this wait in its own group again</source>
        <translation>将此等待项重新列入其原来的分组</translation>
    </message>
    <message>
        <source>&amp;Open in a window of its own</source>
        <translation>在单独的窗口中打开(&amp;O)</translation>
    </message>
    <message>
        <source>Show this review in a window of its own</source>
        <translation>在单独的窗口中显示此详情</translation>
    </message>
    <message>
        <source>Copy for c&amp;hat</source>
        <translation>复制用于聊天的内容(&amp;H)</translation>
    </message>
    <message>
        <source>Copy account, region, template, task, starter and a link</source>
        <translation>复制账号、地域、模板、任务、发起人和链接</translation>
    </message>
    <message>
        <source>&amp;Accounts and keys…</source>
        <translation>账号与访问密钥(&amp;A)…</translation>
    </message>
    <message>
        <source>Add, test, change and remove profiles</source>
        <translation>添加、测试、修改和移除配置</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>All commands and their keys</source>
        <translation>所有命令及其快捷键</translation>
    </message>
    <message>
        <source>&amp;Profiles</source>
        <translation>配置(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Graph</source>
        <translation>任务图(&amp;G)</translation>
    </message>
    <message>
        <source>Show how the tasks of the run follow one another</source>
        <translation>显示该执行的各任务如何前后相接</translation>
    </message>
    <message>
        <source>&amp;Outputs</source>
        <translation>输出(&amp;O)</translation>
    </message>
    <message>
        <source>Show what the run and its tasks have put out</source>
        <translation>显示该执行及其任务的输出</translation>
    </message>
    <message>
        <source>Retr&amp;y task…</source>
        <translation>重试任务(&amp;Y)…</translation>
    </message>
    <message>
        <source>Open the dialog in which failed tasks are chosen and retried</source>
        <translation>打开对话框，在其中选择失败的任务并重试</translation>
    </message>
    <message>
        <source>&amp;Skip task…</source>
        <translation>跳过任务(&amp;S)…</translation>
    </message>
    <message>
        <source>Open the dialog in which failed tasks are chosen and skipped</source>
        <translation>打开对话框，在其中选择失败的任务并跳过</translation>
    </message>
    <message>
        <source>Run ne&amp;xt task</source>
        <translation>执行下一任务(&amp;X)</translation>
    </message>
    <message>
        <source>Run the next task of one&apos;s own Debug run; where it is high-risk, has run before or is not known, the dialog opens</source>
        <translation>在自己的单步执行中执行下一任务；如果该任务为高风险、以前运行过或尚不明确，则打开对话框</translation>
    </message>
    <message>
        <source>R&amp;un task…</source>
        <translation>执行任务(&amp;U)…</translation>
    </message>
    <message>
        <source>Open the dialog in which a task of a Debug run is chosen, given parameters and run</source>
        <translation>打开对话框，在其中选择单步执行中的任务，填写参数并执行</translation>
    </message>
    <message>
        <source>Cancel tas&amp;k…</source>
        <translation>取消任务(&amp;K)…</translation>
    </message>
    <message>
        <source>Open the dialog in which a task of a Debug run is cancelled</source>
        <translation>打开对话框，在其中取消单步执行中的任务</translation>
    </message>
    <message>
        <source>En&amp;d execution…</source>
        <translation>终止执行(&amp;D)…</translation>
    </message>
    <message>
        <source>Open the dialog in which a Debug run is ended with a state</source>
        <translation>打开对话框，在其中选择状态并终止单步执行</translation>
    </message>
    <message>
        <source>Start a&amp;gain (Debug)…</source>
        <translation>再次启动（单步执行）(&amp;G)…</translation>
    </message>
    <message>
        <source>Start another run of the same template, stepped task by task</source>
        <translation>用同一模板再启动一个执行，逐个任务单步执行</translation>
    </message>
    <message>
        <source>Copy &amp;more</source>
        <translation>复制更多(&amp;M)</translation>
    </message>
    <message>
        <source>Copy the task&apos;s id, the address of the run, or a decision as a command</source>
        <translation>复制任务 ID、执行的地址，或以命令形式复制决定</translation>
    </message>
    <message>
        <source>&amp;All decisions</source>
        <translation>所有决定(&amp;A)</translation>
    </message>
    <message>
        <source>Search and export the decisions that this computer has recorded</source>
        <translation>搜索并导出本机已记录的决定</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>历史(&amp;H)</translation>
    </message>
    <message>
        <source>Show what was decided here about the run, and notes of others</source>
        <translation>显示在此处针对该执行作出的决定，以及他人的备注</translation>
    </message>
    <message>
        <source>Decide w&amp;ithout seeing…</source>
        <translation>在未看到内容的情况下决定(&amp;I)…</translation>
    </message>
    <message>
        <source>Open the dialog of an act although something it rests on could not be read</source>
        <translation>操作所依据的某些内容未能读取时，仍打开该操作的对话框</translation>
    </message>
    <message>
        <source>&amp;Lock now</source>
        <translation>立即锁定(&amp;L)</translation>
    </message>
    <message>
        <source>Hide everything that is shown until you unlock it; what waits is watched all the same</source>
        <translation>在您解锁之前隐藏所有显示的内容；对等待项的监视照常进行</translation>
    </message>
    <message>
        <source>Copy &amp;diagnostics…</source>
        <translation>复制诊断信息(&amp;D)…</translation>
    </message>
    <message>
        <source>Show what helps to look into a problem, and copy it</source>
        <translation>显示有助于排查问题的信息，并可复制</translation>
    </message>
</context>
<context>
    <name>ActorWords</name>
    <message>
        <source>user %1</source>
        <comment>who acts</comment>
        <extracomment>%1 is the name of a RAM user</extracomment>
        <translation>用户 %1</translation>
    </message>
    <message>
        <source>role %1, session %2</source>
        <comment>who acts</comment>
        <extracomment>%1 is a RAM role, %2 the session in which somebody has taken it</extracomment>
        <translation>角色 %1，会话 %2</translation>
    </message>
    <message>
        <source>the account itself (root)</source>
        <comment>who acts</comment>
        <translation>账号本身（主账号）</translation>
    </message>
    <message>
        <source>not verified today, last on %1</source>
        <extracomment>Whose the key is; %1 is a date and time</extracomment>
        <translation>今天未验证，上次验证于 %1</translation>
    </message>
    <message>
        <source>not verified today after %1</source>
        <extracomment>Whose the key is; %1 is a time of day with its offset</extracomment>
        <translation>今天自 %1 起未再验证</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>who acts</comment>
        <extracomment>%1 is who acts, %2 that whose the key is was not verified today</extracomment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>AgreementView</name>
    <message>
        <source>Taken apart</source>
        <translation>拆分后的内容</translation>
    </message>
</context>
<context>
    <name>BulkDialog</name>
    <message>
        <source>Waits that are decided together</source>
        <translation>一起决定的等待项</translation>
    </message>
    <message>
        <source>&amp;Note for all of them (optional; kept with each run, others can read it)</source>
        <translation>用于所有等待项的备注(&amp;N)（可选；随每个执行保存，他人可见）</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Number of waits</source>
        <translation>等待项数量</translation>
    </message>
    <message>
        <source>Waits that were sent</source>
        <translation>已发送的等待项</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>&amp;Stop after this one</source>
        <translation>处理完此项后停止(&amp;S)</translation>
    </message>
    <message>
        <source>Save as &amp;CSV…</source>
        <translation>另存为 CSV(&amp;C)…</translation>
    </message>
    <message>
        <source>Save as &amp;JSON…</source>
        <translation>另存为 JSON(&amp;J)…</translation>
    </message>
</context>
<context>
    <name>BulkFacts</name>
    <message>
        <source>not there</source>
        <comment>a fact that one of several items lacks</comment>
        <translation>无此项</translation>
    </message>
    <message>
        <source>variant %1</source>
        <extracomment>%1 is a number; items with the same number have the same text behind it</extracomment>
        <translation>第 %1 种</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Safety check</source>
        <translation>安全检查</translation>
    </message>
    <message>
        <source>Runs as role</source>
        <translation>执行角色</translation>
    </message>
    <message>
        <source>Loop item</source>
        <translation>循环项</translation>
    </message>
    <message>
        <source>Targets of the run</source>
        <translation>执行的目标</translation>
    </message>
    <message>
        <source>Properties of the task</source>
        <translation>任务属性</translation>
    </message>
    <message>
        <source>Text of the template</source>
        <translation>模板文本</translation>
    </message>
    <message>
        <source>Parameter %1</source>
        <extracomment>%1 is the name of a parameter</extracomment>
        <translation>参数 %1</translation>
    </message>
    <message>
        <source>hidden, not compared</source>
        <translation>已隐藏，未比较</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地域</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Started by</source>
        <translation>发起人</translation>
    </message>
    <message>
        <source>Waiting since</source>
        <translation>等待开始于</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Failed tasks</source>
        <translation>失败的任务</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>将会发生什么</translation>
    </message>
    <message>
        <source>Description by the starter</source>
        <extracomment>%1 is free text of the person who started a run</extracomment>
        <translation>发起人的描述</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>You act as</source>
        <translation>当前身份</translation>
    </message>
</context>
<context>
    <name>BulkItems</name>
    <message>
        <source>This act does not fit what the run waits for.</source>
        <translation>此操作不适用于该执行所等待的内容。</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n of the waits)</source>
        <extracomment>%1 is a sentence that a person ticks, %n is of how many waits it is said</extracomment>
        <translation>
            <numerusform>%1（涉及 %n 个等待项）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accounts and regions: %1</source>
        <extracomment>%n is at least 2; %1 lists accounts and regions</extracomment>
        <translation>
            <numerusform>%n 处账号和地域：%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accounts and regions</source>
        <translation>
            <numerusform>%n 处账号和地域</numerusform>
        </translation>
    </message>
    <message>
        <source>One decision is sent for each wait, one after the other. Each run is read once more before; one that has changed is not sent.</source>
        <translation>对每个等待项依次各发送一个决定。发送前会再次读取每个执行；已有变化的不会发送。</translation>
    </message>
    <message>
        <source>What happens differs and stands beside each wait.</source>
        <translation>将会发生的情况各不相同，见各等待项旁的说明。</translation>
    </message>
    <message numerus="yes">
        <source>%n of these waits release a high-risk call.</source>
        <translation>
            <numerusform>其中 %n 个等待项会放行高风险调用。</numerusform>
        </translation>
    </message>
    <message>
        <source>Apart from their ids nothing that was read differs between them.</source>
        <translation>除 ID 外，所读到的内容在它们之间没有任何差异。</translation>
    </message>
    <message>
        <source>They differ in: %1.</source>
        <extracomment>%1 lists facts such as Template, Region, Parameter size</extracomment>
        <translation>它们在以下方面不同：%1。</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A burst: %n of them within %1 from %2.</source>
        <extracomment>%n waits, %1 is a time such as 5 minutes, %2 a user</extracomment>
        <translation>
            <numerusform>短时间内集中出现：其中 %n 个由 %2 发起，在 %1 内开始等待。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accepted.</source>
        <translation>
            <numerusform>已接受 %n 个。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with an unknown outcome: do not repeat it.</source>
        <translation>
            <numerusform>%n 个结果未知：请勿重复。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 is an execution id, %2 a few words about what became of it</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message numerus="yes">
        <source>%n not: %1, and others.</source>
        <extracomment>%1 lists some of them</extracomment>
        <translation>
            <numerusform>%n 个未接受：%1 等。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not: %1.</source>
        <extracomment>%n waits were not accepted, %1 lists them</extracomment>
        <translation>
            <numerusform>%n 个未接受：%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>being read…</source>
        <translation>正在读取……</translation>
    </message>
    <message>
        <source>left out: %1</source>
        <extracomment>%1 is a whole sentence</extracomment>
        <translation>已排除：%1</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>尚未发送</translation>
    </message>
    <message>
        <source>taken in all the same: %1</source>
        <extracomment>%1 is a whole sentence</extracomment>
        <translation>仍然纳入：%1</translation>
    </message>
    <message>
        <source>read</source>
        <translation>已读取</translation>
    </message>
</context>
<context>
    <name>BulkSelection</name>
    <message numerus="yes">
        <source>At most %n wait(s) are decided together: each of them is read, shown and sent by itself.</source>
        <translation>
            <numerusform>一次最多同时决定 %n 个等待项：每一项都单独读取、显示和发送。</numerusform>
        </translation>
    </message>
    <message>
        <source>Waits of different kinds are not decided together: choose rows of one kind. The Show menu beside the filter lists one kind alone.</source>
        <translation>不同类型的等待项不能一起决定：请选择同一类型的行。筛选框旁的“显示”菜单可以只列出一种类型。</translation>
    </message>
    <message>
        <source>Debug runs are stepped one by one: choose one row.</source>
        <translation>单步执行须逐个进行：请只选择一行。</translation>
    </message>
    <message>
        <source>These waits belong to child runs and are decided there: choose the rows of the children.</source>
        <translation>这些等待项属于子执行，须在子执行中决定：请选择子执行所在的行。</translation>
    </message>
    <message>
        <source>What these runs wait for cannot be told: choose one row and look at it.</source>
        <translation>无法判断这些执行在等待什么：请选择一行查看。</translation>
    </message>
    <message>
        <source>No act fits all of these waits: choose one row.</source>
        <translation>没有适用于所有这些等待项的操作：请只选择一行。</translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) chosen</source>
        <translation>
            <numerusform>已选择 %n 个等待项</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <extracomment>%1 is a number, %2 a kind of wait such as Approval</extracomment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is an account and a region, %2 how many waits are there</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more place(s)</source>
        <translation>
            <numerusform>及另外 %n 处</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkWords</name>
    <message>
        <source>changed while you were reading, not sent</source>
        <translation>在您查看期间已变化，未发送</translation>
    </message>
    <message>
        <source>already decided, not sent</source>
        <translation>已有决定，未发送</translation>
    </message>
    <message>
        <source>already decided, not sent: now %1</source>
        <extracomment>%1 is a state such as Success, as the service writes it</extracomment>
        <translation>已有决定，未发送：现为 %1</translation>
    </message>
    <message>
        <source>refused, you may not decide this: %1</source>
        <extracomment>%1 is a code of the service</extracomment>
        <translation>被拒绝，您无权决定此项：%1</translation>
    </message>
    <message>
        <source>refused, too many calls: %1</source>
        <translation>被拒绝，调用过多：%1</translation>
    </message>
    <message>
        <source>refused, the key is not accepted: %1</source>
        <translation>被拒绝，访问密钥未被接受：%1</translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation>被拒绝：%1</translation>
    </message>
    <message>
        <source>checking once more…</source>
        <translation>正在再次核对……</translation>
    </message>
    <message>
        <source>sending…</source>
        <translation>正在发送……</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>refused, being checked: %1</source>
        <translation>被拒绝，正在核对：%1</translation>
    </message>
    <message>
        <source>accepted, waits for others</source>
        <translation>已接受，等待他人</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>outcome unknown</source>
        <translation>结果未知</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>decided, not certainly by you</source>
        <translation>已有决定，但不能确定是您的决定</translation>
    </message>
    <message>
        <source>not carried out</source>
        <translation>未被执行</translation>
    </message>
    <message>
        <source>could not be determined</source>
        <translation>无法确定结果</translation>
    </message>
    <message>
        <source>not sent: the keys have ended</source>
        <translation>未发送：访问密钥已到期</translation>
    </message>
    <message>
        <source>not sent: the key is not in memory</source>
        <translation>未发送：访问密钥不在内存中</translation>
    </message>
</context>
<context>
    <name>Cautions</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A burst: %n runs began to wait within %1 from %2.</source>
        <extracomment>%n runs, %1 is a time such as 5 minutes, %2 a user</extracomment>
        <translation>
            <numerusform>短时间内集中出现：%2 发起的 %n 个执行在 %1 内开始等待。</numerusform>
        </translation>
    </message>
    <message>
        <source>A newer run of this template on the same targets was started: %1, at %2, now %3.</source>
        <extracomment>%1 is an execution id, %2 a time, %3 the state of a run such as Waiting</extracomment>
        <translation>同一模板已针对相同目标启动了较新的执行：%1，启动于 %2，现为 %3。</translation>
    </message>
    <message>
        <source>Whether a newer run of this template was started could not be read.</source>
        <translation>未能读到此模板是否有较新的执行启动。</translation>
    </message>
    <message numerus="yes">
        <source>%n more newer run(s) of it are on the same targets.</source>
        <translation>
            <numerusform>该模板另有 %n 个较新的执行针对相同目标。</numerusform>
        </translation>
    </message>
    <message>
        <source>You started this run.</source>
        <translation>此执行由您发起。</translation>
    </message>
</context>
<context>
    <name>CheckView</name>
    <message>
        <source>The test is under way</source>
        <translation>正在测试</translation>
    </message>
</context>
<context>
    <name>CheckWords</name>
    <message>
        <source>You act as the user %1 in account %2.</source>
        <translation>您当前的身份是账号 %2 中的用户 %1。</translation>
    </message>
    <message>
        <source>You act as the root of account %1. A user with few rights is safer.</source>
        <translation>您当前的身份是主账号 %1。使用权限较少的用户更安全。</translation>
    </message>
    <message>
        <source>Asking whose key this is…</source>
        <translation>正在查询此访问密钥属于谁……</translation>
    </message>
    <message>
        <source>The key belongs to account %1, and this profile is for account %2. Nothing was read with it.</source>
        <translation>此访问密钥属于账号 %1，而此配置用于账号 %2。未使用它读取任何内容。</translation>
    </message>
    <message>
        <source>Waiting executions can be listed.</source>
        <translation>可以列出等待中的执行。</translation>
    </message>
    <message>
        <source>Waiting executions cannot be listed. %1</source>
        <translation>无法列出等待中的执行。%1</translation>
    </message>
    <message>
        <source>Listing waiting executions…</source>
        <translation>正在列出等待中的执行……</translation>
    </message>
    <message>
        <source>A call in the shape of a decision arrives whole.</source>
        <translation>与决定形式相同的调用可以完整送达。</translation>
    </message>
    <message>
        <source>A call in the shape of a decision did not come through. %1</source>
        <translation>与决定形式相同的调用未能送达。%1</translation>
    </message>
    <message>
        <source>Trying a call in the shape of a decision…</source>
        <translation>正在尝试与决定形式相同的调用……</translation>
    </message>
    <message>
        <source>The right %1 is there.</source>
        <translation>具有权限 %1。</translation>
    </message>
    <message>
        <source>The right %1 is missing.</source>
        <translation>缺少权限 %1。</translation>
    </message>
    <message>
        <source>The right %1 was not tried, because trying it would change something.</source>
        <translation>未尝试权限 %1，因为尝试会产生更改。</translation>
    </message>
    <message>
        <source>Whether the right %1 is there is not clear.</source>
        <translation>无法确定是否具有权限 %1。</translation>
    </message>
    <message>
        <source>Whether the right %1 is there is not clear. %2</source>
        <extracomment>%2 is a sentence that says why</extracomment>
        <translation>无法确定是否具有权限 %1。%2</translation>
    </message>
    <message numerus="yes">
        <source>The clock of this computer is off by %n minute(s); over 10 nothing is sent.</source>
        <translation>
            <numerusform>本机时钟偏差 %n 分钟；超过 10 分钟则不发送任何内容。</numerusform>
        </translation>
    </message>
    <message>
        <source>The newer signature was refused on the way of a decision; the older one (HMAC-SHA1) is used for this profile.</source>
        <translation>以发送决定的方式调用时，新版签名被拒绝；此配置将使用旧版签名（HMAC-SHA1）。</translation>
    </message>
    <message>
        <source>Give the account a name.</source>
        <translation>请为账号指定名称。</translation>
    </message>
    <message numerus="yes">
        <source>The name is longer than %n character(s).</source>
        <translation>
            <numerusform>名称超过 %n 个字符。</numerusform>
        </translation>
    </message>
    <message>
        <source>Another profile has this name.</source>
        <translation>已有其他配置使用此名称。</translation>
    </message>
    <message>
        <source>Choose at least one region.</source>
        <translation>请至少选择一个地域。</translation>
    </message>
    <message>
        <source>One of the regions is not named as regions are, such as cn-hangzhou.</source>
        <translation>有地域不符合地域的命名格式，正确格式如 cn-hangzhou。</translation>
    </message>
    <message>
        <source>With the sandbox only addresses of this computer are used, such as http://127.0.0.1:4010.</source>
        <translation>使用沙箱时只能使用本机地址，例如 http://127.0.0.1:4010。</translation>
    </message>
    <message>
        <source>The endpoint is not an https address without a path, such as https://oos.example.com.</source>
        <translation>接入地址不是不带路径的 https 地址，正确格式如 https://oos.example.com。</translation>
    </message>
    <message>
        <source>The STS endpoint is not an https address without a path, such as https://sts.example.com.</source>
        <translation>STS 接入地址不是不带路径的 https 地址，正确格式如 https://sts.example.com。</translation>
    </message>
    <message>
        <source>The pattern for notes is not a regular expression.</source>
        <translation>备注的匹配模式不是正则表达式。</translation>
    </message>
    <message>
        <source>Another profile has the same word, colour and pattern. Two accounts must not look alike.</source>
        <translation>已有其他配置使用相同的文字、颜色和图案。两个账号的外观不能相同。</translation>
    </message>
    <message>
        <source>The service does not list the region %1.</source>
        <translation>服务列出的地域中没有 %1。</translation>
    </message>
    <message>
        <source>You act as the role %1, session %2, in account %3. Whether an approval is addressed to you cannot be told for a role.</source>
        <extracomment>%1 is a RAM role, %2 the session in which somebody has taken it, %3 an account</extracomment>
        <translation>您当前的身份是账号 %3 中的角色 %1（会话 %2）。对于角色，无法判断审批是否指定由您处理。</translation>
    </message>
    <message>
        <source>You act as %1 in account %2.</source>
        <extracomment>%1 is how the service calls whoever a key belongs to</extracomment>
        <translation>您当前的身份是账号 %2 中的 %1。</translation>
    </message>
    <message>
        <source>Keys were given for this test.</source>
        <translation>已取得用于此次测试的访问密钥。</translation>
    </message>
    <message>
        <source>Getting keys…</source>
        <translation>正在获取访问密钥……</translation>
    </message>
    <message>
        <source>One of the endpoints is not Alibaba Cloud&apos;s. Tick that you agree to it.</source>
        <translation>有接入地址不属于阿里云。请勾选表示允许使用。</translation>
    </message>
    <message>
        <source>The endpoint is one of Alibaba Cloud&apos;s for another region or service. Each region of a profile is called at its own endpoint.</source>
        <translation>该接入地址属于阿里云的其他地域或服务。配置中的每个地域都通过其自己的接入地址调用。</translation>
    </message>
    <message>
        <source>The STS endpoint is one of Alibaba Cloud&apos;s for another service.</source>
        <translation>该 STS 接入地址属于阿里云的其他服务。</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Decide what waiting executions of CloudOps Orchestration Service do next.</source>
        <translation>决定系统运维管理（OOS）中等待中的执行接下来做什么。</translation>
    </message>
    <message>
        <source>Use the embedded service, which touches nothing real. FILE is the announcement of one that is running; without it one is started.</source>
        <translation>使用内置服务，不会触及任何真实资源。FILE 是已在运行的服务的公告文件；不指定时会自行启动一个。</translation>
    </message>
    <message>
        <source>Keep everything under DIR.</source>
        <translation>把所有数据保存在 DIR 下。</translation>
    </message>
    <message>
        <source>Open the review of an execution: its id, a link or its web-console address.</source>
        <translation>打开某个执行的详情：可给出执行 ID、链接或网页控制台地址。</translation>
    </message>
    <message>
        <source>With --sandbox: save a picture of every window in DIR, then end.</source>
        <translation>与 --sandbox 一起使用：把每个窗口的截图保存到 DIR，然后结束。</translation>
    </message>
    <message>
        <source>Not understood: %1</source>
        <translation>无法识别：%1</translation>
    </message>
    <message>
        <source>--screenshot works with --sandbox only.</source>
        <translation>--screenshot 只能与 --sandbox 一起使用。</translation>
    </message>
    <message>
        <source>--review needs an execution id, a countersign: link or a web-console address.</source>
        <translation>--review 需要执行 ID、countersign: 链接或网页控制台地址。</translation>
    </message>
    <message>
        <source>Start without showing the window where there is a tray.</source>
        <translation>如有托盘，启动时不显示窗口。</translation>
    </message>
    <message>
        <source>Print the version.</source>
        <translation>显示版本。</translation>
    </message>
    <message>
        <source>Print this help.</source>
        <translation>显示此帮助。</translation>
    </message>
</context>
<context>
    <name>ConnectionForm</name>
    <message>
        <source>&amp;Endpoint</source>
        <translation>接入地址(&amp;E)</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>接入地址</translation>
    </message>
    <message>
        <source>Own a&amp;ddress</source>
        <translation>自定义地址(&amp;D)</translation>
    </message>
    <message>
        <source>Own address</source>
        <translation>自定义地址</translation>
    </message>
    <message>
        <source>VPC endpoints are reached from inside of a VPC only.</source>
        <translation>VPC 接入地址只能从 VPC 内部访问。</translation>
    </message>
    <message>
        <source>STS endp&amp;oint</source>
        <translation>STS 接入地址(&amp;O)</translation>
    </message>
    <message>
        <source>STS endpoint</source>
        <translation>STS 接入地址</translation>
    </message>
    <message>
        <source>Si&amp;gnature</source>
        <translation>签名(&amp;G)</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>&amp;I agree to this private endpoint</source>
        <translation>我允许使用此私有接入地址(&amp;I)</translation>
    </message>
</context>
<context>
    <name>DebugLane</name>
    <message>
        <source>The template ends after “%1”: end the execution, or run another task.</source>
        <translation>模板在“%1”之后结束：请终止执行，或执行其他任务。</translation>
    </message>
    <message>
        <source>Task “%1” has failed: choose what is to run, or end the execution.</source>
        <translation>任务“%1”已失败：请选择要执行的任务，或终止执行。</translation>
    </message>
    <message>
        <source>Which task comes next cannot be told: choose it.</source>
        <translation>无法判断下一任务是哪个：请选择。</translation>
    </message>
    <message>
        <source>Task “%1” has run before: what it gave out is shown first.</source>
        <translation>任务“%1”以前运行过：会先显示其输出。</translation>
    </message>
    <message>
        <source>Which way “%1” went could not be read: choose the task.</source>
        <translation>未能读到“%1”走了哪条分支：请选择任务。</translation>
    </message>
    <message>
        <source>Task “%1” makes a high-risk call: it is run by a dialog only.</source>
        <translation>任务“%1”会发起高风险调用：只能通过对话框执行。</translation>
    </message>
    <message>
        <source>What task “%1” calls cannot be told: it is run by a dialog only.</source>
        <translation>无法判断任务“%1”会调用什么：只能通过对话框执行。</translation>
    </message>
    <message>
        <source>Task “%1” would leave an approval behind: it is run by a dialog only.</source>
        <translation>执行任务“%1”会越过一个审批：只能通过对话框执行。</translation>
    </message>
    <message>
        <source>The template does not parse: which task comes next cannot be told.</source>
        <translation>模板无法解析：无法判断下一任务是哪个。</translation>
    </message>
    <message>
        <source>Task “%1” is being run.</source>
        <translation>正在执行任务“%1”。</translation>
    </message>
    <message>
        <source>Running “%1”…</source>
        <translation>正在执行“%1”……</translation>
    </message>
    <message>
        <source>Run task…</source>
        <translation>执行任务…</translation>
    </message>
    <message>
        <source>Run task “%1” (F10)</source>
        <extracomment>%1 is a task, F10 is the key</extracomment>
        <translation>执行任务“%1”（F10）</translation>
    </message>
</context>
<context>
    <name>DecisionDialog</name>
    <message>
        <source>&amp;Note (optional; kept with the run, others can read it)</source>
        <translation>备注(&amp;N)（可选；随执行保存，他人可见）</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Time until the answer is given up</source>
        <translation>放弃等待回应之前的时间</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Usual and recent notes</source>
        <translation>常用和最近使用的备注</translation>
    </message>
    <message>
        <source>Copy note</source>
        <translation>复制备注</translation>
    </message>
</context>
<context>
    <name>DecisionFriction</name>
    <message>
        <source>I have seen that this releases a high-risk call.</source>
        <translation>我已看到，这会放行一个高风险调用。</translation>
    </message>
    <message>
        <source>I have seen that this releases %1.</source>
        <extracomment>%1 is a product and its API</extracomment>
        <translation>我已看到，这会放行 %1。</translation>
    </message>
    <message numerus="yes">
        <source>I have seen that this releases %1 on %n target(s).</source>
        <translation>
            <numerusform>我已看到，这会放行对 %n 个目标的 %1 调用。</numerusform>
        </translation>
    </message>
    <message>
        <source>How many targets are named above? Type the number to release the call.</source>
        <translation>上面列出了多少个目标？请键入该数字以放行调用。</translation>
    </message>
    <message>
        <source>On what the call acts could not be read. Type the account&apos;s name, %1, to release it.</source>
        <extracomment>%1 is the alias of a profile</extracomment>
        <translation>未能读到调用的作用对象。请键入账号名称 %1 以放行调用。</translation>
    </message>
    <message>
        <source>I know that the effect of task “%1” will be missing.</source>
        <extracomment>%1 is a task</extracomment>
        <translation>我知道将缺少任务“%1”的效果。</translation>
    </message>
    <message numerus="yes">
        <source>I know that the effect of %n task(s) will be missing.</source>
        <translation>
            <numerusform>我知道将缺少 %n 个任务的效果。</numerusform>
        </translation>
    </message>
    <message>
        <source>I name the kind of this wait (%1): it was not recognised by the program.</source>
        <extracomment>%1 is a kind of wait such as Approval</extracomment>
        <translation>我指定此项等待的类型（%1）：程序未能识别该类型。</translation>
    </message>
    <message>
        <source>I decide for the whole run: which task waits could not be read.</source>
        <translation>我针对整个执行作出决定：未能读到是哪个任务在等待。</translation>
    </message>
    <message>
        <source>I have approved this wait before, and want to send a second approval.</source>
        <translation>我之前已同意过此项等待，现要再次发送同意。</translation>
    </message>
    <message>
        <source>I know that the whole run ends as %1 and cannot go on.</source>
        <extracomment>%1 is a state such as Failed</extracomment>
        <translation>我知道整个执行将以“%1”结束，无法继续。</translation>
    </message>
    <message>
        <source>I decide without having seen the template: its text could not be read.</source>
        <translation>我在未看到模板的情况下作出决定：未能读取其文本。</translation>
    </message>
    <message>
        <source>I decide without knowing which call this releases: it could not be read.</source>
        <translation>我在不知道会放行哪个调用的情况下作出决定：未能读取该调用。</translation>
    </message>
    <message>
        <source>Not everything could be read that this decision rests on. Type the account&apos;s name, %1, to decide all the same.</source>
        <extracomment>%1 is the alias of a profile</extracomment>
        <translation>此决定所依据的内容未能全部读取。如仍要决定，请键入账号名称 %1。</translation>
    </message>
    <message>
        <source>I started this run myself, and approve it myself.</source>
        <translation>此执行由我本人发起，并由我本人同意。</translation>
    </message>
    <message>
        <source>You started this run. Type the account&apos;s name, %1, to approve it yourself.</source>
        <extracomment>%1 is the alias of a profile</extracomment>
        <translation>此执行由您发起。如要由您本人同意，请键入账号名称 %1。</translation>
    </message>
    <message>
        <source>I decide again although the outcome of the earlier decision is not known: both requests may count.</source>
        <translation>先前决定的结果尚不清楚，我仍重新决定：两个请求可能都会生效。</translation>
    </message>
    <message>
        <source>Both requests may count. Type the account&apos;s name, %1, to decide again all the same.</source>
        <extracomment>%1 is the alias of a profile</extracomment>
        <translation>两个请求可能都会生效。如仍要重新决定，请键入账号名称 %1。</translation>
    </message>
</context>
<context>
    <name>DecisionLife</name>
    <message>
        <source>%1: %2</source>
        <extracomment>A fact on a line of its own: %1 its name, %2 its value
----------
%1 an act such as Approve, %2 a task, a number of tasks or the whole run</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 (%2 UTC)</source>
        <extracomment>%1 is a local time with its offset, %2 the same time</extracomment>
        <translation>%1（%2 UTC）</translation>
    </message>
    <message>
        <source>E1: the service shows the decision&apos;s note.</source>
        <translation>E1：服务显示了此决定的备注。</translation>
    </message>
    <message>
        <source>E2: it moved in the direction that was asked.</source>
        <translation>E2：状态已按所要求的方向变化。</translation>
    </message>
    <message>
        <source>E3: it moved in another direction.</source>
        <translation>E3：状态已朝其他方向变化。</translation>
    </message>
    <message>
        <source>E4: the request can no longer arrive, and nothing was touched.</source>
        <translation>E4：请求已不可能再送达，且未触及任何内容。</translation>
    </message>
    <message>
        <source>E5: the run or its task cannot be read any more.</source>
        <translation>E5：已无法再读取该执行或其任务。</translation>
    </message>
    <message>
        <source>No effect was seen.</source>
        <translation>未观察到效果。</translation>
    </message>
    <message>
        <source>The program ended before the outcome was known.</source>
        <translation>在得知结果之前，程序已结束。</translation>
    </message>
    <message>
        <source>The computer slept before the outcome was known.</source>
        <translation>在得知结果之前，计算机曾进入睡眠。</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>已记录</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>正在发送……</translation>
    </message>
    <message>
        <source>the same as this computer&apos;s, to the second</source>
        <translation>与本机时钟一致，精确到秒</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) ahead of this computer&apos;s</source>
        <translation>
            <numerusform>比本机时钟快 %n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) behind this computer&apos;s</source>
        <translation>
            <numerusform>比本机时钟慢 %n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>HTTP 状态</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>错误码</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>请求 ID</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节数</translation>
    </message>
    <message>
        <source>%1 sent, %2 received</source>
        <extracomment>numbers of bytes of a request and its answer</extracomment>
        <translation>已发送 %1，已接收 %2</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>访问密钥</translation>
    </message>
    <message>
        <source>ends in %1</source>
        <translation>末尾为 %1</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Signed for</source>
        <translation>签名时间戳</translation>
    </message>
    <message>
        <source>Nonce</source>
        <translation>随机数（Nonce）</translation>
    </message>
    <message>
        <source>The service&apos;s clock</source>
        <translation>服务的时钟</translation>
    </message>
    <message>
        <source>SHA-256 of the request</source>
        <translation>请求的 SHA-256</translation>
    </message>
    <message>
        <source>More approvals than this one are needed.</source>
        <translation>仅有此同意还不够，还需要更多同意。</translation>
    </message>
    <message>
        <source>Decided again in spite of this one</source>
        <translation>不顾此决定而重新作出的决定</translation>
    </message>
    <message>
        <source>Closed by you</source>
        <translation>已由您关闭</translation>
    </message>
    <message>
        <source>Execution</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Task id</source>
        <translation>任务 ID</translation>
    </message>
    <message>
        <source>Task that was to run</source>
        <translation>当时要执行的任务</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>循环项</translation>
    </message>
    <message>
        <source>End state</source>
        <translation>结束状态</translation>
    </message>
    <message>
        <source>Kind of wait</source>
        <translation>等待类型</translation>
    </message>
    <message>
        <source>probably %1</source>
        <translation>可能是%1</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地域</translation>
    </message>
    <message>
        <source>By</source>
        <translation>决定人</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>What it rested on</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Dialog opened</source>
        <translation>对话框打开时间</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>已读取</translation>
    </message>
    <message>
        <source>%1 at %2, request id %3</source>
        <extracomment>%1 an operation of the service, %2 a time, %3 a request id</extracomment>
        <translation>%1，于 %2，请求 ID 为 %3</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>未能读取</translation>
    </message>
    <message>
        <source>Approvals needed</source>
        <translation>所需同意数</translation>
    </message>
    <message>
        <source>SHA-256 of the text that was confirmed</source>
        <translation>所确认文本的 SHA-256</translation>
    </message>
    <message>
        <source>Decided in spite of</source>
        <translation>不顾以下先前决定而作出</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Hash in the chain</source>
        <translation>链中的散列值</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>None was sent.</source>
        <translation>未发送备注。</translation>
    </message>
    <message>
        <source>What was decided</source>
        <translation>所决定的内容</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s), only their SHA-256 is kept: %1</source>
        <translation>
            <numerusform>%n 字节，仅保留其 SHA-256：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Where it was found</source>
        <translation>读到的位置</translation>
    </message>
    <message>
        <source>Task last touched</source>
        <translation>任务最后变动时间</translation>
    </message>
    <message>
        <source>This computer has no record of a decision with this note. Another person, another computer or another program may have written it, or its record was removed or cannot be read.</source>
        <translation>此计算机上没有带此备注的决定记录。可能是其他人、其他计算机或其他程序写下的，也可能是其记录已被移除或无法读取。</translation>
    </message>
</context>
<context>
    <name>DecisionPace</name>
    <message>
        <source>Account and region</source>
        <translation>账号和地域</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>将会发生什么</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Started by</source>
        <translation>发起人</translation>
    </message>
    <message numerus="yes">
        <source>The last %n review(s) were each decided in under five seconds.</source>
        <translation>
            <numerusform>最近 %n 次查看详情，每次都在不到五秒内作出了决定。</numerusform>
        </translation>
    </message>
    <message>
        <source>Apart from its ids, nothing differs from the last one.</source>
        <translation>除 ID 外，与上一次没有任何差异。</translation>
    </message>
    <message>
        <source>%1: %2 (in the last one: %3)</source>
        <extracomment>%1 is a fact such as Region, %2 its value, %3 what it was in the review before</extracomment>
        <translation>%1：%2（上一次为：%3）</translation>
    </message>
    <message numerus="yes">
        <source>%n more fact(s) differ.</source>
        <translation>
            <numerusform>另有 %n 项不同。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DecisionRowWords</name>
    <message>
        <source>Done, wholly or in part: tasks moved as asked.</source>
        <translation>已全部或部分完成：任务已按所要求的方向变化。</translation>
    </message>
    <message>
        <source>Done: it moved as asked.</source>
        <translation>已完成：状态已按所要求的方向变化。</translation>
    </message>
    <message>
        <source>Done: the effect was seen.</source>
        <translation>已完成：已观察到效果。</translation>
    </message>
    <message>
        <source>Done: the run carries your note.</source>
        <translation>已完成：执行带有您的备注。</translation>
    </message>
    <message>
        <source>Done: task “%1” carries your note.</source>
        <translation>已完成：任务“%1”带有您的备注。</translation>
    </message>
    <message>
        <source>Someone else decided: it moved in another direction.</source>
        <translation>他人已作出决定：状态已朝其他方向变化。</translation>
    </message>
    <message>
        <source>Decided, but not certainly by you: it moved as asked.</source>
        <translation>已有决定，但不能确定是您的决定：状态已按所要求的方向变化。</translation>
    </message>
    <message>
        <source>Could not be determined. You have closed it.</source>
        <translation>无法确定结果。您已将其关闭。</translation>
    </message>
    <message>
        <source>Could not be determined. The request may have been carried out.</source>
        <translation>无法确定结果。请求可能已被执行。</translation>
    </message>
    <message>
        <source>Found at the service, written by somebody</source>
        <translation>在服务中读到，由某人写入</translation>
    </message>
    <message>
        <source>Not sent. Nothing happened.</source>
        <translation>未发送。什么都没有发生。</translation>
    </message>
    <message>
        <source>Nothing was sent. It changed while you were reading.</source>
        <translation>未发送任何内容。在您查看期间情况发生了变化。</translation>
    </message>
    <message>
        <source>Refused by the service: %1. Nothing was changed by this.</source>
        <translation>被服务拒绝：%1。没有因此发生任何改变。</translation>
    </message>
    <message>
        <source>Refused: %1, a code this program does not know. Checking that nothing changed.</source>
        <translation>被拒绝：%1，本程序不认识此错误码。正在核对是否毫无变化。</translation>
    </message>
    <message>
        <source>Accepted by the service, waits for others.</source>
        <translation>服务已接受您的决定，正在等待他人。</translation>
    </message>
    <message>
        <source>Accepted by the service. Watching for the effect.</source>
        <translation>服务已接受您的决定。正在观察效果。</translation>
    </message>
    <message>
        <source>Outcome unknown. The request may have been carried out. Do not repeat it.</source>
        <translation>结果未知。请求可能已被执行。请勿重复。</translation>
    </message>
    <message>
        <source>Not carried out. You may decide again.</source>
        <translation>未被执行。您可以重新决定。</translation>
    </message>
    <message>
        <source>Sending… do not close.</source>
        <translation>正在发送……请勿关闭。</translation>
    </message>
    <message>
        <source>Recorded, nothing is sent yet.</source>
        <translation>已记录，尚未发送任何内容。</translation>
    </message>
    <message>
        <source>Going on</source>
        <comment>decisions</comment>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <comment>decisions</comment>
        <translation>结果未知</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>decisions</comment>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Waits for others</source>
        <comment>decisions</comment>
        <translation>等待他人</translation>
    </message>
    <message>
        <source>Refused</source>
        <comment>decisions</comment>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Not sent</source>
        <comment>decisions</comment>
        <translation>未发送</translation>
    </message>
    <message>
        <source>Not carried out</source>
        <comment>decisions</comment>
        <translation>未被执行</translation>
    </message>
    <message>
        <source>Could not be determined, closed</source>
        <comment>decisions</comment>
        <translation>无法确定结果，已关闭</translation>
    </message>
    <message>
        <source>Note found at the service</source>
        <comment>decisions</comment>
        <translation>在服务中读到的备注</translation>
    </message>
    <message>
        <source>Note found</source>
        <translation>读到的备注</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>The whole run</source>
        <translation>整个执行</translation>
    </message>
    <message>
        <source>Somebody</source>
        <comment>who wrote a note</comment>
        <translation>某人</translation>
    </message>
    <message>
        <source>%1 You have decided again.</source>
        <extracomment>%1 is a sentence that says what a decision has come to</extracomment>
        <translation>%1 您已重新决定。</translation>
    </message>
    <message>
        <source>Not, or not certainly, by you</source>
        <comment>decisions</comment>
        <translation>并非由您决定，或不能确定由您决定</translation>
    </message>
</context>
<context>
    <name>DecisionSummary</name>
    <message>
        <source>Execution</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>Task execution</source>
        <translation>任务执行</translation>
    </message>
    <message>
        <source>none could be read: the decision is for the whole run</source>
        <translation>未能读到：此决定针对整个执行</translation>
    </message>
    <message>
        <source>You act as</source>
        <translation>当前身份</translation>
    </message>
    <message>
        <source>%1 · account not known · %2</source>
        <translation>%1 · 账号未知 · %2</translation>
    </message>
    <message>
        <source>%1 · account %2 · %3</source>
        <extracomment>%1 is a profile&apos;s alias, %2 an account id, %3 a region</extracomment>
        <translation>%1 · 账号 %2 · %3</translation>
    </message>
    <message>
        <source>Task executions</source>
        <translation>任务执行</translation>
    </message>
    <message>
        <source>Next task</source>
        <translation>下一任务</translation>
    </message>
    <message>
        <source>Loop item</source>
        <translation>循环项</translation>
    </message>
    <message>
        <source>%1 (not named in the request: it is for the only task that waits)</source>
        <extracomment>%1 is the id of a task execution</extracomment>
        <translation>%1（请求中未指明：针对唯一等待中的任务）</translation>
    </message>
</context>
<context>
    <name>DecisionWords</name>
    <message>
        <source>“%1”</source>
        <comment>name of a task</comment>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>“%1” (item “%2”)</source>
        <extracomment>%1 is a task, %2 one item of its loop</extracomment>
        <translation>“%1”（循环项“%2”）</translation>
    </message>
    <message>
        <source>Choose the failed tasks that are to run again.</source>
        <translation>请选择要重新运行的失败任务。</translation>
    </message>
    <message>
        <source>Retry task runs task %1 again.</source>
        <translation>重试任务会重新运行任务 %1。</translation>
    </message>
    <message numerus="yes">
        <source>Retry task runs %n failed task(s) again.</source>
        <translation>
            <numerusform>重试任务会重新运行 %n 个失败的任务。</numerusform>
        </translation>
    </message>
    <message>
        <source>Retry task runs task %1 again, which calls %2.</source>
        <extracomment>%1 is a task, %2 a product and its API</extracomment>
        <translation>重试任务会重新运行任务 %1，该任务会调用 %2。</translation>
    </message>
    <message numerus="yes">
        <source>Retry task runs %n failed task(s) again, which call %1.</source>
        <translation>
            <numerusform>重试任务会重新运行 %n 个失败的任务，这些任务会调用 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the failed tasks that the run is to go on without.</source>
        <translation>请选择失败的任务，执行将略过它们继续。</translation>
    </message>
    <message>
        <source>Skip task lets the run go on without task %1: the task&apos;s effect will be missing.</source>
        <translation>跳过任务会让执行略过任务 %1 继续：将缺少该任务的效果。</translation>
    </message>
    <message numerus="yes">
        <source>Skip task lets the run go on without %n failed task(s): their effect will be missing.</source>
        <translation>
            <numerusform>跳过任务会让执行略过 %n 个失败的任务继续：将缺少它们的效果。</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the task that is to run next.</source>
        <translation>请选择接下来要执行的任务。</translation>
    </message>
    <message>
        <source>Run task runs task %1, which calls %2 in %3; then the run waits again.</source>
        <extracomment>%1 is a task, %2 a product and its API, %3 a region</extracomment>
        <translation>执行任务会运行任务 %1，该任务会在 %3 调用 %2；随后执行再次等待。</translation>
    </message>
    <message>
        <source>Run task runs task %1 (%2); then the run waits again.</source>
        <extracomment>%1 is a task, %2 its action such as ACS::Sleep</extracomment>
        <translation>执行任务会运行任务 %1（%2）；随后执行再次等待。</translation>
    </message>
    <message>
        <source>Run task runs task %1; then the run waits again.</source>
        <translation>执行任务会运行任务 %1；随后执行再次等待。</translation>
    </message>
    <message>
        <source>Cancel task probably ends whatever task is under way: no task was read that is, and the service may refuse.</source>
        <translation>取消任务可能会结束正在运行的任务：未读到有任务正在运行，服务可能会拒绝。</translation>
    </message>
    <message>
        <source>Cancel task probably ends task %1 as Cancelled; the run then waits for its next step.</source>
        <translation>取消任务可能会使任务 %1 以“已取消”结束；随后执行等待下一步。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>act and task</comment>
        <extracomment>%1 is an act such as Retry task, %2 the name of a task in quotes</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n task(s)</source>
        <extracomment>%1 is an act such as Retry task</extracomment>
        <translation>
            <numerusform>%1：%n 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <extracomment>%1 is an act such as Retry task, %2 an account and a region</extracomment>
        <translation>%1（在 %2 中）</translation>
    </message>
    <message>
        <source>%1 %2 in %3</source>
        <comment>act, task, place</comment>
        <extracomment>%1 is an act such as Retry task, %2 the name of a task in quotes, %3 account and region</extracomment>
        <translation>%1 %3 中的%2</translation>
    </message>
    <message>
        <source>%1 as %2</source>
        <extracomment>%1 is the act End execution, %2 a state such as Failed</extracomment>
        <translation>%1，状态为 %2</translation>
    </message>
    <message>
        <source>Choose the state in which the run ends.</source>
        <translation>请选择执行以何种状态结束。</translation>
    </message>
    <message>
        <source>End execution ends the whole run as %1: tasks that have not run are not run.</source>
        <translation>终止执行会使整个执行以“%1”结束：尚未运行的任务不会运行。</translation>
    </message>
    <message>
        <source>%1 as %2 in %3</source>
        <extracomment>%1 is the act End execution, %2 a state such as Failed, %3 an account and a region</extracomment>
        <translation>%1，状态为 %2（在 %3 中）</translation>
    </message>
    <message numerus="yes">
        <source>%1 for %n failed task(s) in %2</source>
        <extracomment>%1 is an act such as Retry task, %2 an account and a region</extracomment>
        <translation>
            <numerusform>%1：%2 中的 %n 个失败任务</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DecisionsExportBar</name>
    <message>
        <source>Copy the &amp;whole value</source>
        <translation>复制完整的值(&amp;W)</translation>
    </message>
    <message>
        <source>Export &amp;all, not only those that are listed</source>
        <translation>导出全部，而不仅是列出的决定(&amp;A)</translation>
    </message>
    <message>
        <source>Export as &amp;JSON lines…</source>
        <translation>导出为 JSON Lines(&amp;J)…</translation>
    </message>
    <message>
        <source>Export as &amp;CSV…</source>
        <translation>导出为 CSV(&amp;C)…</translation>
    </message>
</context>
<context>
    <name>DecisionsFilterBar</name>
    <message>
        <source>Search the decisions</source>
        <translation>搜索决定</translation>
    </message>
    <message>
        <source>Id, task, note or code</source>
        <translation>ID、任务、备注或错误码</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>起始日期</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地域</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Clear search and filters</source>
        <translation>清除搜索和筛选</translation>
    </message>
</context>
<context>
    <name>DecisionsPage</name>
    <message>
        <source>&amp;Tag in the note:</source>
        <translation>备注中的标记(&amp;T)：</translation>
    </message>
    <message>
        <source>When needed</source>
        <translation>需要时</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>始终</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>&amp;Wait for an answer for:</source>
        <translation>等待回应的时长(&amp;W)：</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>O&amp;ffer notes that were sent before</source>
        <translation>提供以前发送过的备注(&amp;F)</translation>
    </message>
    <message>
        <source>Forget r&amp;ecent notes</source>
        <translation>清除最近使用的备注(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Keep decisions:</source>
        <translation>保留决定(&amp;K)：</translation>
    </message>
    <message>
        <source>Remo&amp;ve them now</source>
        <translation>立即删除这些决定(&amp;V)</translation>
    </message>
    <message>
        <source>Leave it as it &amp;is</source>
        <translation>保持不变(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Approving runs that I started:</source>
        <translation>同意由我发起的执行(&amp;A)：</translation>
    </message>
    <message>
        <source>Say so</source>
        <translation>予以提示</translation>
    </message>
    <message>
        <source>Ask for one more step</source>
        <translation>要求多一步确认</translation>
    </message>
    <message>
        <source>Not possible</source>
        <translation>不允许</translation>
    </message>
    <message>
        <source>Say when I decide very &amp;quickly</source>
        <translation>在我很快作出决定时予以提示(&amp;Q)</translation>
    </message>
</context>
<context>
    <name>DiagnosticsDialog</name>
    <message>
        <source>Copy diagnostics</source>
        <translation>复制诊断信息</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>诊断信息</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>DisplayText</name>
    <message numerus="yes">
        <source>… %n more characters</source>
        <translation>
            <numerusform>……另有 %n 个字符</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentWords</name>
    <message>
        <source>%1 was damaged. It was set aside as %2, and an empty one is used.</source>
        <extracomment>%1 and %2 are names of files</extracomment>
        <translation>%1 已损坏。已将其另存为 %2，并改用空文件。</translation>
    </message>
    <message>
        <source>%1 could not be read. It is left alone, and changes last until the program ends.</source>
        <translation>无法读取 %1。程序不会改动该文件，所做更改仅在程序退出前有效。</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of Countersign. It is left alone, and changes last until the program ends.</source>
        <translation>%1 由更新版本的 Countersign 写入。程序不会改动该文件，所做更改仅在程序退出前有效。</translation>
    </message>
    <message>
        <source>%1 could not be written. Changes last until the program ends, or until it can be written again.</source>
        <translation>无法写入 %1。所做更改仅在程序退出前有效，除非该文件恢复可写。</translation>
    </message>
</context>
<context>
    <name>EndStateField</name>
    <message>
        <source>&amp;End state</source>
        <translation>结束状态(&amp;E)</translation>
    </message>
    <message>
        <source>End state</source>
        <translation>结束状态</translation>
    </message>
    <message>
        <source>Choose a state</source>
        <translation>请选择状态</translation>
    </message>
</context>
<context>
    <name>EnteredKey</name>
    <message>
        <source>There is white space inside of this secret: it was not copied whole, or with more than it.</source>
        <translation>此 Secret 中间有空白字符：复制时有遗漏，或复制了多余的内容。</translation>
    </message>
    <message>
        <source>This is the id of a key, not its secret.</source>
        <translation>这是访问密钥的 ID，不是其 Secret。</translation>
    </message>
    <message>
        <source>This is the ARN of a role or user, not a secret.</source>
        <translation>这是角色或用户的 ARN，不是 Secret。</translation>
    </message>
    <message>
        <source>This is a security token, not the secret of a key.</source>
        <translation>这是安全令牌，不是访问密钥的 Secret。</translation>
    </message>
    <message>
        <source>An id that begins with STS. is a temporary one: it needs the security token that came with it.</source>
        <translation>以 STS. 开头的 ID 是临时 ID：需要与它一同发放的安全令牌。</translation>
    </message>
    <message>
        <source>There is white space or a line break inside of this token. It is not joined, because a part may be missing: copy it again, as one line.</source>
        <translation>此令牌中间有空白字符或换行。由于可能缺少一部分，程序不会将其拼接：请重新复制为一行。</translation>
    </message>
    <message>
        <source>This is the id of a key, not a security token.</source>
        <translation>这是访问密钥的 ID，不是安全令牌。</translation>
    </message>
    <message>
        <source>This is the ARN of a role or user, not a security token.</source>
        <translation>这是角色或用户的 ARN，不是安全令牌。</translation>
    </message>
    <message>
        <source>This is the secret once more, not a security token.</source>
        <translation>这里又填了一次 Secret，不是安全令牌。</translation>
    </message>
    <message>
        <source>This key has %1 bytes, and the keychain takes at most %2 for a key. Without the tick for the keychain it can be used until the program ends.</source>
        <translation>此访问密钥有 %1 字节，而密钥环对一个访问密钥最多接受 %2 字节。如不勾选保存到密钥环，则可使用到程序结束。</translation>
    </message>
    <message>
        <source>This is the ARN of a role or user, not the id of a key. To take a role, enter a key first and the role below.</source>
        <translation>这是角色或用户的 ARN，不是访问密钥的 ID。要扮演角色，请先输入访问密钥，再在下方输入角色。</translation>
    </message>
    <message>
        <source>There is white space inside of this id.</source>
        <translation>此 ID 中间有空白字符。</translation>
    </message>
    <message>
        <source>This is too long for the id of a key. Did a security token get here?</source>
        <translation>作为访问密钥的 ID，此内容过长。是否误填了安全令牌？</translation>
    </message>
    <message>
        <source>This has the form of a secret, not of an id. Take it out of here, where it can be read, and enter it below.</source>
        <translation>此内容具有 Secret 的形式，而不是 ID。此处的内容会被看到：请从此处删去，并在下方输入。</translation>
    </message>
    <message>
        <source>The id of a key has only letters, digits and . _ -; copy it again.</source>
        <translation>访问密钥的 ID 只含字母、数字和 . _ -；请重新复制。</translation>
    </message>
</context>
<context>
    <name>EnvironmentWords</name>
    <message>
        <source>China (Qingdao)</source>
        <translation>华北 1（青岛）</translation>
    </message>
    <message>
        <source>China (Beijing)</source>
        <translation>华北 2（北京）</translation>
    </message>
    <message>
        <source>China (Zhangjiakou)</source>
        <translation>华北 3（张家口）</translation>
    </message>
    <message>
        <source>China (Hohhot)</source>
        <translation>华北 5（呼和浩特）</translation>
    </message>
    <message>
        <source>China (Ulanqab)</source>
        <translation>华北 6（乌兰察布）</translation>
    </message>
    <message>
        <source>China (Hangzhou)</source>
        <translation>华东 1（杭州）</translation>
    </message>
    <message>
        <source>China (Shanghai)</source>
        <translation>华东 2（上海）</translation>
    </message>
    <message>
        <source>China (Nanjing, local region)</source>
        <translation>华东 5（南京，本地地域）</translation>
    </message>
    <message>
        <source>China (Fuzhou, local region)</source>
        <translation>华东 6（福州，本地地域）</translation>
    </message>
    <message>
        <source>China (Shenzhen)</source>
        <translation>华南 1（深圳）</translation>
    </message>
    <message>
        <source>China (Heyuan)</source>
        <translation>华南 2（河源）</translation>
    </message>
    <message>
        <source>China (Guangzhou)</source>
        <translation>华南 3（广州）</translation>
    </message>
    <message>
        <source>China (Chengdu)</source>
        <translation>西南 1（成都）</translation>
    </message>
    <message>
        <source>China (Hong Kong)</source>
        <translation>中国香港</translation>
    </message>
    <message>
        <source>China (Wuhan, local region)</source>
        <translation>华中 1（武汉，本地地域）</translation>
    </message>
    <message>
        <source>China (Zhengzhou, joint venture)</source>
        <translation>郑州（联通合营）</translation>
    </message>
    <message>
        <source>China (Heyuan, ACDR)</source>
        <translation>河源（ACDR 汽车合规）</translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation>新加坡</translation>
    </message>
    <message>
        <source>Australia (Sydney)</source>
        <translation>澳大利亚（悉尼）</translation>
    </message>
    <message>
        <source>Malaysia (Kuala Lumpur)</source>
        <translation>马来西亚（吉隆坡）</translation>
    </message>
    <message>
        <source>Indonesia (Jakarta)</source>
        <translation>印度尼西亚（雅加达）</translation>
    </message>
    <message>
        <source>Philippines (Manila)</source>
        <translation>菲律宾（马尼拉）</translation>
    </message>
    <message>
        <source>Thailand (Bangkok)</source>
        <translation>泰国（曼谷）</translation>
    </message>
    <message>
        <source>Japan (Tokyo)</source>
        <translation>日本（东京）</translation>
    </message>
    <message>
        <source>South Korea (Seoul)</source>
        <translation>韩国（首尔）</translation>
    </message>
    <message>
        <source>India (Mumbai)</source>
        <translation>印度（孟买）</translation>
    </message>
    <message>
        <source>US (Virginia)</source>
        <translation>美国（弗吉尼亚）</translation>
    </message>
    <message>
        <source>US (Silicon Valley)</source>
        <translation>美国（硅谷）</translation>
    </message>
    <message>
        <source>Germany (Frankfurt)</source>
        <translation>德国（法兰克福）</translation>
    </message>
    <message>
        <source>UK (London)</source>
        <translation>英国（伦敦）</translation>
    </message>
    <message>
        <source>UAE (Dubai)</source>
        <translation>阿联酋（迪拜）</translation>
    </message>
    <message>
        <source>Saudi Arabia (Riyadh)</source>
        <translation>沙特（利雅得）</translation>
    </message>
    <message>
        <source>China East 1 Finance</source>
        <translation>华东 1 金融云</translation>
    </message>
    <message>
        <source>China East 2 Finance</source>
        <translation>华东 2 金融云</translation>
    </message>
    <message>
        <source>China South 1 Finance</source>
        <translation>华南 1 金融云</translation>
    </message>
    <message>
        <source>China North 2 Finance</source>
        <translation>华北 2 金融云</translation>
    </message>
    <message>
        <source>Grey</source>
        <comment>colour of a banner</comment>
        <translation>灰色</translation>
    </message>
    <message>
        <source>Red</source>
        <comment>colour of a banner</comment>
        <translation>红色</translation>
    </message>
    <message>
        <source>Orange</source>
        <comment>colour of a banner</comment>
        <translation>橙色</translation>
    </message>
    <message>
        <source>Green</source>
        <comment>colour of a banner</comment>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Blue</source>
        <comment>colour of a banner</comment>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Violet</source>
        <comment>colour of a banner</comment>
        <translation>紫色</translation>
    </message>
    <message>
        <source>Plain</source>
        <comment>pattern of a banner</comment>
        <translation>纯色</translation>
    </message>
    <message>
        <source>Stripes</source>
        <comment>pattern of a banner</comment>
        <translation>条纹</translation>
    </message>
    <message>
        <source>Dots</source>
        <comment>pattern of a banner</comment>
        <translation>圆点</translation>
    </message>
    <message>
        <source>Bars</source>
        <comment>pattern of a banner</comment>
        <translation>竖条</translation>
    </message>
    <message>
        <source>Checks</source>
        <comment>pattern of a banner</comment>
        <translation>方格</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>The service refused the call: this user lacks a right (%1).</source>
        <translation>服务拒绝了调用：此用户缺少权限（%1）。</translation>
    </message>
    <message>
        <source>The service refused the call: this user lacks the right %1.</source>
        <translation>服务拒绝了调用：此用户缺少权限 %1。</translation>
    </message>
    <message>
        <source>The service refused the time of this computer. Check its clock.</source>
        <translation>服务不接受本机的时间，请检查本机时钟。</translation>
    </message>
    <message numerus="yes">
        <source>The service refused the time of this computer: its clock is %n second(s) behind the service&apos;s.</source>
        <translation>
            <numerusform>服务不接受本机的时间：本机时钟比服务慢 %n 秒。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The service refused the time of this computer: its clock is %n second(s) ahead of the service&apos;s.</source>
        <translation>
            <numerusform>服务不接受本机的时间：本机时钟比服务快 %n 秒。</numerusform>
        </translation>
    </message>
    <message>
        <source>The service failed to answer properly.</source>
        <translation>服务未能正确回应。</translation>
    </message>
    <message>
        <source>The service failed with HTTP status %1.</source>
        <translation>服务出错，HTTP 状态 %1。</translation>
    </message>
    <message>
        <source>The reply could not be read: it is not what this call promises.</source>
        <translation>无法读取回复：内容不符合此调用的约定。</translation>
    </message>
    <message>
        <source>The reply could not be read: %1 is not what this call promises.</source>
        <translation>无法读取回复：%1 不符合此调用的约定。</translation>
    </message>
    <message>
        <source>The call was given up.</source>
        <translation>已放弃此次调用。</translation>
    </message>
    <message>
        <source>The reply pointed to another address, which is never followed.</source>
        <translation>回复指向了另一个地址；本程序从不跟随跳转。</translation>
    </message>
    <message>
        <source>The service asks to slow down.</source>
        <translation>服务要求放慢请求。</translation>
    </message>
    <message>
        <source>The service does not accept these credentials (%1).</source>
        <translation>服务不接受此凭证（%1）。</translation>
    </message>
    <message>
        <source>The service has seen this request before.</source>
        <translation>服务此前已收到过此请求。</translation>
    </message>
    <message>
        <source>The service does not know this object (%1).</source>
        <translation>服务中没有此对象（%1）。</translation>
    </message>
    <message>
        <source>The service refused the call (%1).</source>
        <translation>服务拒绝了调用（%1）。</translation>
    </message>
    <message>
        <source>The reply is larger or deeper than this program reads.</source>
        <translation>回复过大或嵌套过深，本程序不予读取。</translation>
    </message>
    <message>
        <source>The list ended early: not everything in it could be read.</source>
        <translation>列表提前结束：未能全部读取。</translation>
    </message>
    <message>
        <source>Something on this computer failed.</source>
        <translation>本机发生故障。</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>错误码：%1</translation>
    </message>
    <message>
        <source>HTTP status: %1</source>
        <translation>HTTP 状态：%1</translation>
    </message>
    <message>
        <source>Request id: %1</source>
        <translation>请求 ID：%1</translation>
    </message>
    <message>
        <source>Place in the reply: %1</source>
        <translation>回复中的位置：%1</translation>
    </message>
    <message>
        <source>Message: %1</source>
        <translation>消息：%1</translation>
    </message>
    <message>
        <source>These credentials belong to another account than the profile.</source>
        <translation>这些凭证属于另一个账号，与此配置的账号不同。</translation>
    </message>
    <message>
        <source>Proxy: %1</source>
        <translation>代理：%1</translation>
    </message>
    <message>
        <source>The service does not accept these credentials: the key is disabled (%1). An administrator of the account can enable it; otherwise another key is needed.</source>
        <translation>服务不接受此凭证：访问密钥已被禁用（%1）。账号管理员可以重新启用它；否则需要使用另一个访问密钥。</translation>
    </message>
    <message>
        <source>The service does not accept these credentials: there is no key with this id (%1). Check it where the key comes from, or use another key.</source>
        <translation>服务不接受此凭证：没有此 ID 的访问密钥（%1）。请在访问密钥的来源处核对，或使用另一个访问密钥。</translation>
    </message>
    <message>
        <source>The service does not accept these credentials: the secret is not that of this key (%1). The id and the secret are needed again, as they were issued together.</source>
        <translation>服务不接受此凭证：Secret 与此访问密钥不匹配（%1）。需要重新提供一同签发的 ID 和 Secret。</translation>
    </message>
    <message>
        <source>The service does not accept these credentials: the security token has ended (%1). A new one is needed, with the key that comes with it.</source>
        <translation>服务不接受此凭证：安全令牌已到期（%1）。需要新的令牌，以及与其一同签发的访问密钥。</translation>
    </message>
    <message>
        <source>The service does not accept these credentials: the security token does not belong to this key (%1). The id, the secret and the token are needed as they were issued together.</source>
        <translation>服务不接受此凭证：安全令牌不属于此访问密钥（%1）。需要提供一同签发的 ID、Secret 和令牌。</translation>
    </message>
    <message>
        <source>The service does not accept these credentials: a security token is missing (%1). The one that was issued with the key is needed too.</source>
        <translation>服务不接受此凭证：缺少安全令牌（%1）。还需要与访问密钥一同签发的令牌。</translation>
    </message>
</context>
<context>
    <name>FactChanges</name>
    <message>
        <source>“%1”</source>
        <comment>a task</comment>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>“%1” (%2)</source>
        <extracomment>%1 is a task, %2 the item of its loop</extracomment>
        <translation>“%1”（%2）</translation>
    </message>
    <message>
        <source>(empty)</source>
        <comment>a text without a character</comment>
        <translation>（空）</translation>
    </message>
    <message>
        <source>(hidden)</source>
        <comment>a secret value</comment>
        <translation>（已隐藏）</translation>
    </message>
    <message>
        <source>(hidden, another value)</source>
        <translation>（已隐藏，为另一个值）</translation>
    </message>
    <message>
        <source>(another value)</source>
        <translation>（另一个值）</translation>
    </message>
    <message>
        <source>(none)</source>
        <comment>there is no such task</comment>
        <translation>（无）</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>others: %1</source>
        <translation>其他：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s), the last is %1</source>
        <extracomment>%1 is a task with its state</extracomment>
        <translation>
            <numerusform>%n 个任务，最后一个是 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Tasks that have ended</source>
        <translation>已结束的任务</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) that are gone</source>
        <translation>
            <numerusform>%n 行已不存在</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) that are new</source>
        <translation>
            <numerusform>%n 行为新增</numerusform>
        </translation>
    </message>
    <message>
        <source>Text of the template</source>
        <translation>模板文本</translation>
    </message>
    <message>
        <source>Task %1: %2</source>
        <extracomment>%1 is a task, %2 what of it has changed</extracomment>
        <translation>任务 %1：%2</translation>
    </message>
    <message>
        <source>State of task %1</source>
        <extracomment>%1 is a task</extracomment>
        <translation>任务 %1 的状态</translation>
    </message>
    <message>
        <source>Name of the task</source>
        <translation>任务名称</translation>
    </message>
    <message>
        <source>Action of the task</source>
        <translation>任务的动作</translation>
    </message>
    <message>
        <source>Item of the loop</source>
        <translation>循环项</translation>
    </message>
    <message>
        <source>Parent task</source>
        <translation>父任务</translation>
    </message>
    <message>
        <source>Child run</source>
        <translation>子执行</translation>
    </message>
    <message>
        <source>Property “%1”</source>
        <extracomment>%1 is the name of a property of a task</extracomment>
        <translation>属性“%1”</translation>
    </message>
    <message>
        <source>Properties of the task</source>
        <translation>任务属性</translation>
    </message>
    <message>
        <source>(not there)</source>
        <comment>of a task</comment>
        <translation>（不存在）</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Safety check</source>
        <translation>安全检查</translation>
    </message>
    <message>
        <source>RAM role</source>
        <translation>RAM 角色</translation>
    </message>
    <message>
        <source>Started by</source>
        <translation>发起人</translation>
    </message>
    <message>
        <source>Template id</source>
        <translation>模板 ID</translation>
    </message>
    <message>
        <source>Template version</source>
        <translation>模板版本</translation>
    </message>
    <message>
        <source>Parameter “%1”</source>
        <extracomment>%1 is the name of a parameter</extracomment>
        <translation>参数“%1”</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Targets: “%1”</source>
        <extracomment>%1 is the name of a member of the run&apos;s Targets</extracomment>
        <translation>目标：“%1”</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>State of the run</source>
        <translation>执行状态</translation>
    </message>
    <message>
        <source>Tasks that wait</source>
        <translation>等待中的任务</translation>
    </message>
    <message>
        <source>Tasks that have failed</source>
        <translation>失败的任务</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>not known to the service any more</source>
        <translation>服务中已无此执行</translation>
    </message>
    <message numerus="yes">
        <source>%n more difference(s)</source>
        <translation>
            <numerusform>另有 %n 处差异</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other task(s) of the run have moved since you read it; this decision does not rest on them.</source>
        <translation>
            <numerusform>自您查看以来，该执行的另外 %n 个任务已有变化；此决定不以它们为依据。</numerusform>
        </translation>
    </message>
    <message>
        <source>Something was noted at the task since you read it; this decision does not rest on it.</source>
        <translation>自您查看以来，任务上新记下了一些内容；此决定不以其为依据。</translation>
    </message>
    <message>
        <source>The run has gone on since you read it; nothing that this decision rests on has changed.</source>
        <translation>自您查看以来，该执行已有进展；此决定所依据的内容没有任何变化。</translation>
    </message>
    <message>
        <source>(none)</source>
        <comment>there is no such value</comment>
        <translation>（无）</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>Started</source>
        <translation>已启动</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>审批</translation>
    </message>
    <message>
        <source>High risk</source>
        <translation>高风险</translation>
    </message>
    <message>
        <source>Debug step</source>
        <translation>单步执行</translation>
    </message>
    <message>
        <source>Batch pause</source>
        <translation>每批暂停</translation>
    </message>
    <message>
        <source>Manual pause</source>
        <translation>手动暂停</translation>
    </message>
    <message>
        <source>Inside a child</source>
        <translation>子执行中</translation>
    </message>
    <message>
        <source>Unknown kind</source>
        <translation>类型未知</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Retry task</source>
        <translation>重试任务</translation>
    </message>
    <message>
        <source>Skip task</source>
        <translation>跳过任务</translation>
    </message>
    <message>
        <source>Run task</source>
        <translation>执行任务</translation>
    </message>
    <message>
        <source>Cancel task</source>
        <translation>取消任务</translation>
    </message>
    <message>
        <source>End execution</source>
        <translation>终止执行</translation>
    </message>
    <message>
        <source>Cancel execution</source>
        <translation>取消执行</translation>
    </message>
    <message>
        <source>&lt; 1 min</source>
        <translation>&lt; 1 分钟</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 h %2</source>
        <translation>%1 小时 %2</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Failure pause</source>
        <translation>失败暂停</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>&amp;Language:</source>
        <translation>语言(&amp;L)：</translation>
    </message>
    <message>
        <source>&amp;Colours:</source>
        <translation>颜色(&amp;C)：</translation>
    </message>
    <message>
        <source>The desktop&apos;s</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>&amp;Keep running in the tray when the window is closed</source>
        <translation>关闭窗口后继续在托盘中运行(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Start with the session</source>
        <translation>登录桌面时自动启动(&amp;S)</translation>
    </message>
</context>
<context>
    <name>Graph</name>
    <message>
        <source>“%1”</source>
        <extracomment>the name of a task, in quotes</extracomment>
        <translation>“%1”</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n item(s) done</source>
        <translation>
            <numerusform>%n 项中已完成 %1 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n failed</source>
        <extracomment>%1 says how many items of a loop are done</extracomment>
        <translation>
            <numerusform>%1，%n 项失败</numerusform>
        </translation>
    </message>
    <message>
        <source>The end of the execution.</source>
        <translation>执行的结束。</translation>
    </message>
    <message>
        <source>%1 is named as a target, but the template has no such task.</source>
        <extracomment>%1 is a name in quotes</extracomment>
        <translation>%1 被指定为后续任务，但模板中没有此任务。</translation>
    </message>
    <message>
        <source>Inside the loop of task %1: %2, %3.</source>
        <extracomment>%1 is a number, %2 a name in quotes, %3 an action</extracomment>
        <translation>在任务 %1 的循环中：%2，%3。</translation>
    </message>
    <message>
        <source>Task %1: %2, %3.</source>
        <extracomment>%1 is a number, %2 a name in quotes, %3 an action</extracomment>
        <translation>任务 %1：%2，%3。</translation>
    </message>
    <message>
        <source>State: %1.</source>
        <extracomment>%1 is a state such as Waiting</extracomment>
        <translation>状态：%1。</translation>
    </message>
    <message>
        <source>It has not run.</source>
        <translation>它尚未运行。</translation>
    </message>
    <message numerus="yes">
        <source>It has run %n time(s).</source>
        <translation>
            <numerusform>它已运行 %n 次。</numerusform>
        </translation>
    </message>
    <message>
        <source>A decision would be about this task.</source>
        <translation>决定将针对此任务。</translation>
    </message>
    <message>
        <source>It is the next in order.</source>
        <translation>按顺序下一个是它。</translation>
    </message>
    <message>
        <source>It runs for each item of a list.</source>
        <translation>它对列表中的每一项各运行一次。</translation>
    </message>
    <message>
        <source>It runs for each item of a list: %1.</source>
        <translation>它对列表中的每一项各运行一次：%1。</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) wait.</source>
        <translation>
            <numerusform>%n 项在等待。</numerusform>
        </translation>
    </message>
    <message>
        <source>It started the execution %1.</source>
        <extracomment>%1 is an execution id</extracomment>
        <translation>它启动了执行 %1。</translation>
    </message>
    <message>
        <source>It runs only when its condition is true.</source>
        <translation>仅当其条件为真时才运行。</translation>
    </message>
    <message>
        <source>No way of the template leads to it.</source>
        <translation>模板中没有任何路径通向它。</translation>
    </message>
    <message>
        <source>Then: %1.</source>
        <extracomment>%1 is a name in quotes or the end</extracomment>
        <translation>然后：%1。</translation>
    </message>
    <message>
        <source>On success: %1.</source>
        <translation>成功时：%1。</translation>
    </message>
    <message>
        <source>On error: %1.</source>
        <translation>出错时：%1。</translation>
    </message>
    <message>
        <source>When it is cancelled: %1.</source>
        <translation>被取消时：%1。</translation>
    </message>
    <message>
        <source>Choice: %1.</source>
        <translation>分支：%1。</translation>
    </message>
    <message>
        <source>Choice when no other fits: %1.</source>
        <translation>其他分支都不符合时：%1。</translation>
    </message>
    <message>
        <source>For each item: %1.</source>
        <translation>对每一项：%1。</translation>
    </message>
    <message>
        <source>End</source>
        <comment>of an execution, in the picture of its tasks</comment>
        <translation>结束</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>（无名称）</translation>
    </message>
    <message>
        <source>no such task</source>
        <translation>无此任务</translation>
    </message>
    <message>
        <source>(no action)</source>
        <translation>（无动作）</translation>
    </message>
    <message>
        <source>next</source>
        <comment>of a task: it is the next in order</comment>
        <translation>下一个</translation>
    </message>
    <message>
        <source>%1 of %2 done, %3 failed</source>
        <extracomment>of the items of a loop; %1, %2 and %3 are numbers</extracomment>
        <translation>已完成 %1/%2，失败 %3</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <extracomment>of the items of a loop; %1 and %2 are numbers</extracomment>
        <translation>已完成 %1/%2</translation>
    </message>
    <message>
        <source>loop</source>
        <comment>of a task: it runs for each item of a list</comment>
        <translation>循环</translation>
    </message>
    <message>
        <source>child run</source>
        <comment>of a task: it started another execution</comment>
        <translation>子执行</translation>
    </message>
    <message>
        <source>has a condition</source>
        <comment>of a task</comment>
        <translation>有条件</translation>
    </message>
    <message>
        <source>no way leads here</source>
        <comment>of a task</comment>
        <translation>没有路径通向此处</translation>
    </message>
    <message>
        <source>on success</source>
        <comment>on a way between two tasks</comment>
        <translation>成功时</translation>
    </message>
    <message>
        <source>on error</source>
        <comment>on a way between two tasks</comment>
        <translation>出错时</translation>
    </message>
    <message>
        <source>when cancelled</source>
        <comment>on a way between two tasks</comment>
        <translation>被取消时</translation>
    </message>
    <message>
        <source>choice</source>
        <comment>on a way between two tasks</comment>
        <translation>分支</translation>
    </message>
    <message>
        <source>otherwise</source>
        <comment>on a way between two tasks</comment>
        <translation>否则</translation>
    </message>
    <message>
        <source>each item</source>
        <comment>on a way between two tasks</comment>
        <translation>每一项</translation>
    </message>
    <message>
        <source>the end of the execution</source>
        <translation>执行的结束</translation>
    </message>
    <message>
        <source>The template is too large for a finer picture: its tasks stand in the order of the text.</source>
        <translation>模板过大，无法绘制更精细的图：任务按文本中的顺序排列。</translation>
    </message>
    <message>
        <source>The program dot of graphviz is not installed: the tasks stand in the order of the text.</source>
        <translation>未安装 graphviz 的 dot 程序：任务按文本中的顺序排列。</translation>
    </message>
    <message>
        <source>The program dot of graphviz gave no picture: the tasks stand in the order of the text.</source>
        <translation>graphviz 的 dot 程序未给出图形：任务按文本中的顺序排列。</translation>
    </message>
    <message>
        <source>The program dot of graphviz took too long: the tasks stand in the order of the text.</source>
        <translation>graphviz 的 dot 程序用时过长：任务按文本中的顺序排列。</translation>
    </message>
</context>
<context>
    <name>HandOver</name>
    <message>
        <source>Nothing was copied: the value of %1 holds a NUL character, which no command can carry.</source>
        <extracomment>%1 is the name of a parameter of the request</extracomment>
        <translation>未复制任何内容：%1 的值含有 NUL 字符，任何命令都无法传递该字符。</translation>
    </message>
    <message>
        <source>Nothing was copied: the value of %1 is not valid Unicode text.</source>
        <extracomment>%1 is the name of a parameter of the request</extracomment>
        <translation>未复制任何内容：%1 的值不是有效的 Unicode 文本。</translation>
    </message>
    <message>
        <source>Nothing was copied: the value of %1 has a line break, which %2 cannot carry. PowerShell can.</source>
        <extracomment>%1 is the name of a parameter of the request, %2 a kind of shell</extracomment>
        <translation>未复制任何内容：%1 的值含有换行，%2 无法传递。PowerShell 可以。</translation>
    </message>
    <message>
        <source>Nothing was copied: the value of %1 has a control character, which %2 takes for a key. PowerShell does not.</source>
        <extracomment>%1 is the name of a parameter of the request, %2 a kind of shell</extracomment>
        <translation>未复制任何内容：%1 的值含有控制字符，%2 会把它当作按键。PowerShell 不会。</translation>
    </message>
    <message>
        <source>Nothing was copied: the command is longer than %1 allows.</source>
        <extracomment>%1 is a kind of shell</extracomment>
        <translation>未复制任何内容：命令超出了 %1 允许的长度。</translation>
    </message>
    <message>
        <source>The command was copied. It does the same as this decision, with the keys of the aliyun tool&apos;s own profile; Countersign will not know of it.</source>
        <translation>已复制命令。它与此决定的作用相同，但使用 aliyun 工具自身配置的访问密钥；Countersign 不会知道它是否执行过。</translation>
    </message>
    <message>
        <source>%1 The tool asks the real service, not the sandbox.</source>
        <extracomment>%1 is a sentence about a command</extracomment>
        <translation>%1该工具访问的是真实服务，而不是沙箱。</translation>
    </message>
    <message>
        <source>%1 It is for the prompt, not for a batch file.</source>
        <extracomment>%1 is a sentence about a command</extracomment>
        <translation>%1该命令用于命令提示符，不能用于批处理文件。</translation>
    </message>
    <message>
        <source>POSIX shell</source>
        <comment>kind of command line</comment>
        <translation>POSIX shell</translation>
    </message>
    <message>
        <source>PowerShell</source>
        <comment>kind of command line</comment>
        <translation>PowerShell</translation>
    </message>
    <message>
        <source>Command Prompt (cmd)</source>
        <comment>kind of command line</comment>
        <translation>命令提示符 (cmd)</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import profiles</source>
        <translation>导入配置</translation>
    </message>
    <message>
        <source>F&amp;rom</source>
        <translation>来源(&amp;R)</translation>
    </message>
    <message>
        <source>Where profiles are imported from</source>
        <translation>导入配置的来源</translation>
    </message>
    <message>
        <source>Other &amp;file…</source>
        <translation>其他文件(&amp;F)…</translation>
    </message>
    <message>
        <source>Profiles in the file</source>
        <translation>文件中的配置</translation>
    </message>
    <message>
        <source>Choose &amp;all new ones</source>
        <translation>选择所有新配置(&amp;A)</translation>
    </message>
    <message>
        <source>Choose n&amp;one</source>
        <translation>全不选(&amp;O)</translation>
    </message>
    <message>
        <source>Re&amp;gion where none is named</source>
        <translation>未指定地域时使用的地域(&amp;G)</translation>
    </message>
    <message>
        <source>Region where none is named</source>
        <translation>未指定地域时使用的地域</translation>
    </message>
    <message>
        <source>Na&amp;me here</source>
        <translation>此处的名称(&amp;M)</translation>
    </message>
    <message>
        <source>Name here</source>
        <translation>此处的名称</translation>
    </message>
    <message>
        <source>Keep the &amp;keys in the keychain</source>
        <translation>将访问密钥保存在密钥环中(&amp;K)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>S&amp;top and take back</source>
        <translation>停止并撤回(&amp;T)</translation>
    </message>
    <message>
        <source>Nothing is chosen</source>
        <translation>未选择任何内容</translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message>
        <source>It names no role.</source>
        <translation>未指定角色。</translation>
    </message>
    <message>
        <source>Its role is not written as acs:ram::&lt;account&gt;:role/&lt;name&gt;.</source>
        <translation>其角色的写法不是 acs:ram::&lt;account&gt;:role/&lt;name&gt;。</translation>
    </message>
    <message>
        <source>Its session name is not 2 to 64 letters, digits and . @ - _.</source>
        <translation>其会话名称不是 2 至 64 个字母、数字和 . @ - _。</translation>
    </message>
    <message>
        <source>Its sessions are not between 900 and 43,200 seconds long.</source>
        <translation>其会话时长不在 900 至 43,200 秒之间。</translation>
    </message>
    <message>
        <source>Its external id is not 2 to 1,224 characters long.</source>
        <translation>其外部 ID 的长度不是 2 至 1,224 个字符。</translation>
    </message>
    <message>
        <source>Its policy is not a JSON object of at most 2,048 characters.</source>
        <translation>其权限策略不是不超过 2,048 个字符的 JSON 对象。</translation>
    </message>
    <message>
        <source>It names no profile to take the keys of.</source>
        <translation>未指定从哪个配置获取访问密钥。</translation>
    </message>
    <message>
        <source>It names no identity provider.</source>
        <translation>未指定身份提供商。</translation>
    </message>
    <message>
        <source>The path of its token file does not begin with a slash.</source>
        <translation>其令牌文件的路径不是以斜杠开头。</translation>
    </message>
    <message>
        <source>Its address is neither https nor http to 127.0.0.1 or [::1], or it holds a user name.</source>
        <translation>其地址既不是 https，也不是指向 127.0.0.1 或 [::1] 的 http，或者其中含有用户名。</translation>
    </message>
    <message>
        <source>Its command line has a quotation mark without its end.</source>
        <translation>其命令行中有未闭合的引号。</translation>
    </message>
    <message>
        <source>It has no name by which it could be found in the file.</source>
        <translation>没有可用于在文件中找到它的名称。</translation>
    </message>
    <message>
        <source>Missing in the file: %1.</source>
        <extracomment>%1 is a list of names of fields in a file</extracomment>
        <translation>文件中缺少：%1。</translation>
    </message>
    <message>
        <source>It builds on “%1”, which is not in the file.</source>
        <extracomment>%1 is the name of a profile</extracomment>
        <translation>它依赖“%1”，而文件中没有该配置。</translation>
    </message>
    <message>
        <source>It builds on “%1”, which cannot be used.</source>
        <extracomment>%1 is the name of a profile</extracomment>
        <translation>它依赖“%1”，而该配置无法使用。</translation>
    </message>
    <message>
        <source>Its profiles lead in a circle: %1.</source>
        <extracomment>%1 is a list of names of profiles with arrows between them</extracomment>
        <translation>其所用的配置形成循环：%1。</translation>
    </message>
    <message numerus="yes">
        <source>It takes more than %n role(s) one after the other: %1.</source>
        <extracomment>%1 is a list of names of profiles with arrows between them</extracomment>
        <translation>
            <numerusform>先后扮演的角色超过 %n 个：%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Its kind “%1” is not supported here.</source>
        <extracomment>%1 is what a file calls the kind of a profile</extracomment>
        <translation>此处不支持其类型“%1”。</translation>
    </message>
    <message>
        <source>The file does not say what kind of keys it has, and its fields do not tell.</source>
        <translation>文件未说明其访问密钥的类型，从其字段也无法判断。</translation>
    </message>
    <message>
        <source>RSA key pairs are deprecated by Alibaba Cloud; use an access key of a RAM user or a role.</source>
        <translation>阿里云已弃用 RSA 密钥对；请使用 RAM 用户的访问密钥或角色。</translation>
    </message>
    <message>
        <source>A bearer token cannot sign the calls of this service; use an access key or a role.</source>
        <translation>Bearer 令牌无法为此服务的调用签名；请使用访问密钥或角色。</translation>
    </message>
    <message>
        <source>It has no key: this service takes no anonymous calls.</source>
        <translation>没有访问密钥：此服务不接受匿名调用。</translation>
    </message>
    <message>
        <source>It is not configured yet: its fields are empty.</source>
        <translation>尚未配置：其字段为空。</translation>
    </message>
    <message>
        <source>Something that looks like a secret or a key id stands where it does not belong: %1. It is not shown; correct the file.</source>
        <extracomment>%1 is a list of names of fields in a file</extracomment>
        <translation>在不该出现的位置有看似 Secret 或访问密钥 ID 的内容：%1。程序不会显示该内容；请更正文件。</translation>
    </message>
    <message>
        <source>Its site is neither CN nor INTL.</source>
        <translation>其站点既不是 CN 也不是 INTL。</translation>
    </message>
    <message>
        <source>These fields cannot be read as what they are: %1.</source>
        <extracomment>%1 is a list of names of fields in a file</extracomment>
        <translation>以下字段的内容与其应有的类型不符，无法读取：%1。</translation>
    </message>
    <message>
        <source>The file does not name its kind; its fields tell it, as the CLI reads them.</source>
        <translation>文件未指明其类型；按 CLI 的读取方式，可由其字段判断。</translation>
    </message>
    <message>
        <source>The file names an endpoint that is not the region&apos;s own. It is left out; you can enter it in the profile.</source>
        <translation>文件指定的接入地址不是该地域自己的接入地址，已略去；您可以在配置中输入。</translation>
    </message>
    <message>
        <source>The file names a host for tokens that is not the service&apos;s. It is left out.</source>
        <translation>文件为令牌指定的主机不属于该服务，已略去。</translation>
    </message>
    <message>
        <source>What the file calls its region cannot be one. The region below is taken.</source>
        <translation>文件中作为地域的内容不可能是地域。将采用下方的地域。</translation>
    </message>
    <message>
        <source>The file names no session. “countersign” is taken, and the audit log will show it as who acted; you can change it in the profile.</source>
        <translation>文件未指定会话名称。将采用“countersign”，审计日志会将其显示为操作者；您可以在配置中更改。</translation>
    </message>
    <message>
        <source>It is switched off in the file (enable).</source>
        <translation>已在文件中停用（enable）。</translation>
    </message>
    <message>
        <source>Its key holds a #. Countersign takes it whole; the SDK for Python takes only what stands before.</source>
        <translation>其访问密钥中含有“#”。Countersign 会完整采用；Python SDK 只取“#”之前的部分。</translation>
    </message>
    <message>
        <source>The CLI has given this kind up; it works here.</source>
        <translation>CLI 已不再支持此类型；在此处仍可使用。</translation>
    </message>
    <message>
        <source>The login that the CLI holds has ended. Renew it with: %1</source>
        <extracomment>%1 is a command</extracomment>
        <translation>CLI 所保存的登录已到期。请用以下命令续期：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) of it are not known here and were left out.</source>
        <translation>
            <numerusform>有 %n 个字段此处无法识别，已略去。</numerusform>
        </translation>
    </message>
    <message>
        <source>Its keys come from the metadata service of the ECS instance that this computer must be. It is not asked before you have agreed to it in the profile.</source>
        <translation>其访问密钥来自 ECS 实例的元数据服务，本机必须是该实例。须先由您在配置中允许，才会向它发出请求。</translation>
    </message>
    <message>
        <source>Its keys stay in the CLI&apos;s file and are read from there. The CLI renews them; Countersign never changes its file.</source>
        <translation>其访问密钥保留在 CLI 的文件中，并从中读取。由 CLI 续期；Countersign 从不更改该文件。</translation>
    </message>
    <message>
        <source>Its keys are taken from the variables of this program when it starts.</source>
        <translation>其访问密钥取自本程序启动时的环境变量。</translation>
    </message>
    <message>
        <source>Works after you agree to run its program</source>
        <translation>允许运行其程序后可用</translation>
    </message>
    <message>
        <source>Works after you agree to ask its service</source>
        <translation>允许向其服务请求后可用</translation>
    </message>
    <message>
        <source>Works after you agree to ask the metadata service</source>
        <translation>允许向元数据服务请求后可用</translation>
    </message>
    <message>
        <source>Works after you sign in with the CLI again</source>
        <translation>用 CLI 重新登录后可用</translation>
    </message>
    <message>
        <source>Role, with another profile&apos;s keys</source>
        <comment>where keys come from</comment>
        <translation>角色（使用其他配置的访问密钥）</translation>
    </message>
    <message>
        <source>Role, with a workload&apos;s token</source>
        <comment>where keys come from</comment>
        <translation>角色（使用工作负载的令牌）</translation>
    </message>
    <message>
        <source>Role, with the ECS instance&apos;s role</source>
        <comment>where keys come from</comment>
        <translation>角色（使用 ECS 实例的角色）</translation>
    </message>
    <message>
        <source>Role of the ECS instance</source>
        <comment>where keys come from</comment>
        <translation>ECS 实例的角色</translation>
    </message>
    <message>
        <source>Service that gives keys</source>
        <comment>where keys come from</comment>
        <translation>提供访问密钥的服务</translation>
    </message>
    <message>
        <source>Program that prints keys</source>
        <comment>where keys come from</comment>
        <translation>输出访问密钥的程序</translation>
    </message>
    <message>
        <source>CloudSSO login of the CLI</source>
        <comment>where keys come from</comment>
        <translation>CLI 的 CloudSSO 登录</translation>
    </message>
    <message>
        <source>Browser login of the CLI</source>
        <comment>where keys come from</comment>
        <translation>CLI 的浏览器登录</translation>
    </message>
    <message>
        <source>Role, with keys of the environment</source>
        <comment>where keys come from</comment>
        <translation>角色（使用环境变量中的访问密钥）</translation>
    </message>
    <message>
        <source>Keys of the environment</source>
        <comment>where keys come from</comment>
        <translation>环境变量中的访问密钥</translation>
    </message>
    <message>
        <source>Access key</source>
        <comment>where keys come from</comment>
        <translation>访问密钥</translation>
    </message>
    <message>
        <source>Temporary key</source>
        <comment>where keys come from</comment>
        <translation>临时访问密钥</translation>
    </message>
    <message>
        <source>Role, with an access key</source>
        <comment>where keys come from</comment>
        <translation>角色（使用访问密钥）</translation>
    </message>
    <message>
        <source>RSA key pair</source>
        <comment>where keys come from</comment>
        <translation>RSA 密钥对</translation>
    </message>
    <message>
        <source>Bearer token</source>
        <comment>where keys come from</comment>
        <translation>Bearer 令牌</translation>
    </message>
    <message>
        <source>None (anonymous)</source>
        <comment>where keys come from</comment>
        <translation>无（匿名）</translation>
    </message>
    <message>
        <source>Not named</source>
        <comment>the kind of a profile</comment>
        <translation>未指明</translation>
    </message>
    <message>
        <source>(name not shown)</source>
        <comment>a profile whose name looks like a secret</comment>
        <translation>（不显示名称）</translation>
    </message>
    <message>
        <source>(no name)</source>
        <comment>a profile</comment>
        <translation>（无名称）</translation>
    </message>
    <message>
        <source>%1 (the current one)</source>
        <extracomment>%1 is the name of a profile</extracomment>
        <translation>%1（当前使用的配置）</translation>
    </message>
    <message>
        <source>An earlier profile of the file has the same name, and the CLI only finds that one.</source>
        <translation>文件中较前的一个配置与它同名，CLI 只能找到那一个。</translation>
    </message>
    <message>
        <source>ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS forbids programs and services that give keys.</source>
        <translation>ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS 禁止使用提供访问密钥的程序和服务。</translation>
    </message>
    <message>
        <source>ALIBABA_CLOUD_ECS_METADATA_DISABLED forbids the metadata service.</source>
        <translation>ALIBABA_CLOUD_ECS_METADATA_DISABLED 禁止使用元数据服务。</translation>
    </message>
    <message>
        <source>Its key and token are too large for an entry of the keychain.</source>
        <translation>其访问密钥与令牌超出了密钥环条目的长度上限。</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>请为其指定名称。</translation>
    </message>
    <message numerus="yes">
        <source>The name may have %n character(s) at most.</source>
        <translation>
            <numerusform>名称最多为 %n 个字符。</numerusform>
        </translation>
    </message>
    <message>
        <source>Another profile here has this name. Give it another one.</source>
        <translation>此处已有其他配置使用此名称。请另取一个。</translation>
    </message>
    <message>
        <source>An earlier profile of the file has this name. Give it another one.</source>
        <translation>文件中较前的一个配置已使用此名称。请另取一个。</translation>
    </message>
    <message>
        <source>Will work</source>
        <translation>可以使用</translation>
    </message>
    <message>
        <source>Replaces the key of “%1”</source>
        <extracomment>%1 is the name of a profile</extracomment>
        <translation>将替换“%1”的访问密钥</translation>
    </message>
    <message>
        <source>Is here already as “%1”</source>
        <extracomment>%1 is the name of a profile</extracomment>
        <translation>此处已有，名为“%1”</translation>
    </message>
    <message>
        <source>Needs another name</source>
        <translation>需要另取名称</translation>
    </message>
    <message>
        <source>Cannot be used: %1</source>
        <extracomment>%1 is a whole sentence</extracomment>
        <translation>不能使用：%1</translation>
    </message>
    <message>
        <source>The profile it builds on needs another name first.</source>
        <translation>它所依赖的配置需要先另取名称。</translation>
    </message>
    <message>
        <source>The key that the profile here has is not in memory, so it could not be put back if something fails. Enter the new key in the profile.</source>
        <translation>此处配置的访问密钥不在内存中，一旦出错便无法恢复。请在该配置中输入新的访问密钥。</translation>
    </message>
    <message>
        <source>The profile here gets this key; nothing else of it is changed.</source>
        <translation>此处的配置将改用该访问密钥；该配置的其他内容不变。</translation>
    </message>
    <message>
        <source>A profile here takes its keys in the same way. There is nothing to import.</source>
        <translation>此处已有配置以同样的方式获取访问密钥。没有需要导入的内容。</translation>
    </message>
    <message>
        <source>It takes the role %1.</source>
        <extracomment>%1 is the name of a role</extracomment>
        <translation>它扮演角色 %1。</translation>
    </message>
    <message>
        <source>It is a link to another link. Choose the file itself.</source>
        <translation>这是指向另一个链接的链接。请选择文件本身。</translation>
    </message>
    <message>
        <source>The file ends without the end of a line. Look whether its last line is whole.</source>
        <translation>文件末尾没有换行。请查看最后一行是否完整。</translation>
    </message>
    <message>
        <source>It is larger than 256 KiB, which no file of keys is. Nothing was read. Choose another file.</source>
        <translation>该文件大于 256 KiB，保存访问密钥的文件不会这么大。未读取任何内容。请选择其他文件。</translation>
    </message>
    <message>
        <source>There is no such file. Choose another one, or look again once it is there.</source>
        <translation>没有此文件。请选择其他文件，或在它出现后重新查找。</translation>
    </message>
    <message>
        <source>It is a link to %1, and there is no such file. Choose another one, or look again once it is there.</source>
        <translation>这是指向 %1 的链接，而该文件不存在。请选择其他文件，或在它出现后重新查找。</translation>
    </message>
    <message>
        <source>It cannot be read: %1. Give yourself the right to read it, then look again.</source>
        <extracomment>%1 are the system&apos;s words</extracomment>
        <translation>无法读取：%1。请授予自己读取的权限，然后重新查找。</translation>
    </message>
    <message>
        <source>It is a folder, a pipe or a device, not a plain file. Choose the file itself.</source>
        <translation>这是文件夹、管道或设备，不是普通文件。请选择文件本身。</translation>
    </message>
    <message>
        <source>It belongs to another user of this computer, who could change what is read from it. Nothing was read. Choose a copy that belongs to you.</source>
        <translation>该文件属于本机的另一个用户，此人可以更改从中读到的内容。未读取任何内容。请选择一份属于您自己的副本。</translation>
    </message>
    <message>
        <source>Another program was writing into it while it was read. Look again once that is done.</source>
        <translation>读取时有其他程序正在写入该文件。请在写入完成后重新查找。</translation>
    </message>
    <message>
        <source>It is empty. Set a profile up with “aliyun configure”, or choose another file.</source>
        <translation>文件为空。请用“aliyun configure”设置配置，或选择其他文件。</translation>
    </message>
    <message>
        <source>It is not UTF-8 text: line %1. Save it as UTF-8, then look again.</source>
        <translation>这不是 UTF-8 文本：第 %1 行。请另存为 UTF-8，然后重新查找。</translation>
    </message>
    <message>
        <source>It is damaged or cut off: line %1, column %2. Nothing was imported. Correct it there or write it anew with the CLI, then look again.</source>
        <translation>文件已损坏或不完整：第 %1 行，第 %2 列。未导入任何内容。请在该处更正，或用 CLI 重新写入，然后重新查找。</translation>
    </message>
    <message>
        <source>It is nested or filled more than any file of keys: line %1, column %2. Nothing was imported. Choose another file.</source>
        <translation>文件的嵌套或内容之多超过任何保存访问密钥的文件：第 %1 行，第 %2 列。未导入任何内容。请选择其他文件。</translation>
    </message>
    <message>
        <source>One name stands twice in the same profile: line %1, column %2. Nothing was imported. Take one of the two out, then look again.</source>
        <translation>同一配置中有名称出现了两次：第 %1 行，第 %2 列。未导入任何内容。请去掉其中一个，然后重新查找。</translation>
    </message>
    <message>
        <source>It is neither the aliyun CLI&apos;s config.json nor the SDKs&apos; credentials file. Choose another file.</source>
        <translation>这既不是 aliyun CLI 的 config.json，也不是各 SDK 的 credentials 文件。请选择其他文件。</translation>
    </message>
    <message numerus="yes">
        <source>It holds more than %n profile(s). Copy those that you need into a file of their own, and choose that.</source>
        <translation>
            <numerusform>文件中的配置超过 %n 个。请将所需的配置复制到单独的文件中，然后选择该文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Its keys are printed by a program. Nothing is run by importing it, and nothing later before you have agreed to it in the profile: %1</source>
        <extracomment>%1 is a command line</extracomment>
        <translation>其访问密钥由程序输出。导入不会运行任何程序；之后也须先由您在配置中允许，才会运行：%1</translation>
    </message>
    <message>
        <source>Its keys come from a service, which is not asked before you have agreed to it in the profile: %1</source>
        <extracomment>%1 is an address</extracomment>
        <translation>其访问密钥来自一个服务，须先由您在配置中允许，才会向它发出请求：%1</translation>
    </message>
    <message>
        <source>The address at which people sign in is none of CloudSSO&apos;s, so that its login is not sent there. Correct it with the CLI.</source>
        <translation>其登录地址不属于 CloudSSO，因此不会把登录令牌发送到那里。请用 CLI 更正。</translation>
    </message>
    <message>
        <source>It takes a role with the keys of another profile: %1.</source>
        <extracomment>%1 is a list of names of profiles with arrows between them</extracomment>
        <translation>它使用另一个配置的访问密钥扮演角色：%1。</translation>
    </message>
</context>
<context>
    <name>InboxWords</name>
    <message>
        <source>Approve before %1</source>
        <extracomment>%1 is a product and its API, such as ECS DeleteInstance</extracomment>
        <translation>%1 执行前需同意</translation>
    </message>
    <message>
        <source>Approve, probably before %1</source>
        <extracomment>%1 is a product and its API, such as ECS DeleteInstance</extracomment>
        <translation>可能在 %1 执行前需同意</translation>
    </message>
    <message>
        <source>Probably before a high-risk call</source>
        <translation>可能在高风险调用之前</translation>
    </message>
    <message>
        <source>Before a high-risk call</source>
        <translation>高风险调用之前</translation>
    </message>
    <message>
        <source>Probably before a high-risk call of “%1”</source>
        <translation>可能在“%1”的高风险调用之前</translation>
    </message>
    <message>
        <source>Before a high-risk call of “%1”</source>
        <translation>“%1”的高风险调用之前</translation>
    </message>
    <message>
        <source>Probably approval “%1”</source>
        <translation>可能是审批“%1”</translation>
    </message>
    <message>
        <source>Approval “%1”</source>
        <translation>审批“%1”</translation>
    </message>
    <message>
        <source>Probably next task “%1”</source>
        <translation>下一任务可能是“%1”</translation>
    </message>
    <message>
        <source>Next task “%1”</source>
        <translation>下一任务“%1”</translation>
    </message>
    <message>
        <source>Probably paused: “%1” failed</source>
        <translation>可能已暂停：“%1”失败</translation>
    </message>
    <message>
        <source>Paused: “%1” failed</source>
        <translation>已暂停：“%1”失败</translation>
    </message>
    <message>
        <source>Probably after a batch of “%1”</source>
        <translation>可能在“%1”的一批之后</translation>
    </message>
    <message>
        <source>After a batch of “%1”</source>
        <translation>“%1”的一批之后</translation>
    </message>
    <message>
        <source>Probably pause “%1”</source>
        <translation>可能是暂停“%1”</translation>
    </message>
    <message>
        <source>Pause “%1”</source>
        <translation>暂停“%1”</translation>
    </message>
    <message>
        <source>Probably inside the child of “%1”</source>
        <translation>可能在“%1”的子执行中</translation>
    </message>
    <message>
        <source>Inside the child of “%1”</source>
        <translation>“%1”的子执行中</translation>
    </message>
    <message>
        <source>“%1” waits, what for is not known</source>
        <translation>“%1”在等待，原因未知</translation>
    </message>
    <message>
        <source>Probably an approval</source>
        <translation>可能是审批</translation>
    </message>
    <message>
        <source>An approval</source>
        <translation>审批</translation>
    </message>
    <message>
        <source>Probably a debug step</source>
        <translation>可能是单步执行</translation>
    </message>
    <message>
        <source>A debug step</source>
        <translation>单步执行</translation>
    </message>
    <message>
        <source>Probably paused after a failure</source>
        <translation>可能因失败而暂停</translation>
    </message>
    <message>
        <source>Paused after a failure</source>
        <translation>因失败而暂停</translation>
    </message>
    <message>
        <source>Probably between two batches</source>
        <translation>可能在两批之间</translation>
    </message>
    <message>
        <source>Between two batches</source>
        <translation>两批之间</translation>
    </message>
    <message>
        <source>Probably a pause</source>
        <translation>可能是暂停</translation>
    </message>
    <message>
        <source>A pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Probably inside a child run</source>
        <translation>可能在子执行中</translation>
    </message>
    <message>
        <source>Inside a child run</source>
        <translation>在子执行中</translation>
    </message>
    <message>
        <source>The run waits, what for is not known</source>
        <translation>执行在等待，原因未知</translation>
    </message>
    <message numerus="yes">
        <source>%n approval(s) needed</source>
        <translation>
            <numerusform>需 %n 人同意</numerusform>
        </translation>
    </message>
    <message>
        <source>probable</source>
        <extracomment>of a wait whose kind is inferred</extracomment>
        <translation>推测</translation>
    </message>
    <message>
        <source>Execution: %1</source>
        <translation>执行：%1</translation>
    </message>
    <message>
        <source>Task: %1</source>
        <translation>任务：%1</translation>
    </message>
    <message>
        <source>Template: %1</source>
        <translation>模板：%1</translation>
    </message>
    <message>
        <source>Account: %1, %2</source>
        <translation>账号：%1，%2</translation>
    </message>
    <message>
        <source>Region: %1</source>
        <translation>地域：%1</translation>
    </message>
    <message>
        <source>Started by: %1</source>
        <translation>发起人：%1</translation>
    </message>
    <message>
        <source>Waiting since: %1</source>
        <translation>等待开始于：%1</translation>
    </message>
    <message>
        <source>cannot tell whether for you</source>
        <extracomment>whether an approval is addressed to the person who looks at the list</extracomment>
        <translation>无法判断是否指定由您处理</translation>
    </message>
    <message>
        <source>Needs you</source>
        <comment>group of waits</comment>
        <translation>需要您处理</translation>
    </message>
    <message>
        <source>You approved, waits for others</source>
        <comment>group of waits</comment>
        <translation>您已同意，等待他人</translation>
    </message>
    <message>
        <source>Not addressed to you</source>
        <comment>group of waits</comment>
        <translation>未指定由您处理</translation>
    </message>
    <message>
        <source>Later</source>
        <comment>group of waits</comment>
        <translation>稍后处理</translation>
    </message>
    <message>
        <source>It names no approvers: whoever has the right may decide.</source>
        <translation>未指定审批人：有权限的人均可决定。</translation>
    </message>
    <message>
        <source>Whoever has the right may decide.</source>
        <translation>有权限的人均可决定。</translation>
    </message>
    <message>
        <source>Whether it is addressed to you cannot be told: its approvers were not read.</source>
        <translation>无法判断是否指定由您处理：未读取其审批人。</translation>
    </message>
    <message>
        <source>Whether it is addressed to you cannot be told: it names approvers, and your user name is not known.</source>
        <translation>无法判断是否指定由您处理：已指定审批人，但尚不知道您的用户名。</translation>
    </message>
    <message>
        <source>You are one of its approvers.</source>
        <translation>您是审批人之一。</translation>
    </message>
    <message>
        <source>It names approvers, and you are not one of them.</source>
        <translation>已指定审批人，但不包括您。</translation>
    </message>
    <message>
        <source>You have approved it from this computer; it waits for others.</source>
        <translation>您已在本机同意；正在等待他人。</translation>
    </message>
    <message>
        <source>You have put it off. Nothing was sent for it.</source>
        <translation>您已将其设为稍后处理。没有为此发送任何内容。</translation>
    </message>
    <message>
        <source>%1; %2, template %3, account %4, region %5, started by %6, waiting for %7. %8</source>
        <translation>%1；%2，模板 %3，账号 %4，地域 %5，发起人 %6，已等待 %7。%8</translation>
    </message>
    <message numerus="yes">
        <source>Paused: %n task(s) failed</source>
        <translation>
            <numerusform>已暂停：%n 个任务失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” failed %n time(s)</source>
        <extracomment>%n rows of a loop&apos;s task, at least 2; %1 is the task</extracomment>
        <translation>
            <numerusform>“%1”失败 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>in another run</source>
        <comment>where a child run waits</comment>
        <translation>在另一个执行中</translation>
    </message>
    <message>
        <source>deep in “%1”</source>
        <extracomment>where a child run waits; %1 is the template of a run above it, which is not the top one</extracomment>
        <translation>在“%1”的深层</translation>
    </message>
    <message>
        <source>in “%1”</source>
        <extracomment>where a child run waits; %1 is the template of its top-level run</extracomment>
        <translation>在“%1”中</translation>
    </message>
    <message>
        <source>in run %1 (template %2)</source>
        <extracomment>the begin of a way down; %1 is an execution&apos;s id, %2 a template</extracomment>
        <translation>在执行 %1（模板 %2）中</translation>
    </message>
    <message>
        <source>in run %1</source>
        <translation>在执行 %1 中</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>执行 %1</translation>
    </message>
    <message>
        <source>run %1 (template %2)</source>
        <translation>执行 %1（模板 %2）</translation>
    </message>
    <message>
        <source>task “%1”</source>
        <translation>任务“%1”</translation>
    </message>
    <message>
        <source>item %1</source>
        <extracomment>%1 is the item of a loop that a wait is about</extracomment>
        <translation>循环项 %1</translation>
    </message>
    <message>
        <source>run …%1</source>
        <extracomment>of a run that looks like another one in the list; %1 is the end of its id</extracomment>
        <translation>执行 …%1</translation>
    </message>
    <message>
        <source>in a run that could not be read</source>
        <extracomment>the begin of a way down whose upper part was not read</extracomment>
        <translation>在一个未能读取的执行中</translation>
    </message>
    <message>
        <source>%1, item %2</source>
        <extracomment>For screen readers. %1 what waits, %2 its kind, %3 template, %4 account, %5 region, %6 who started it, %7 how long it waits, %8 whose turn it is; — stands for what was not read %1 what waits, %2 the item of a loop</extracomment>
        <translation>%1，循环项 %2</translation>
    </message>
    <message>
        <source>Its run ends in %1.</source>
        <extracomment>a sentence about a row of the list; %1 is the end of the run&apos;s id</extracomment>
        <translation>其执行 ID 的末尾为 %1。</translation>
    </message>
    <message>
        <source>Item: %1</source>
        <translation>循环项：%1</translation>
    </message>
    <message>
        <source>Way: %1</source>
        <extracomment>%1 is the way from a top-level run down to the waiting one</extracomment>
        <translation>路径：%1</translation>
    </message>
</context>
<context>
    <name>JournalWords</name>
    <message>
        <source>The folder of the journal, %1, belongs to another user, or others may write to it. Deciding is closed until it is yours alone.</source>
        <extracomment>%1 is a folder</extracomment>
        <translation>决定记录所在的文件夹 %1 属于其他用户，或其他用户可以写入。在它仅归您一人使用之前，不能作出决定。</translation>
    </message>
    <message>
        <source>Another Countersign writes to the journal %1. Deciding opens here when the other one has ended.</source>
        <extracomment>%1 is a file</extracomment>
        <translation>另一个 Countersign 正在写入决定记录 %1。待它退出后，此处才能作出决定。</translation>
    </message>
    <message>
        <source>The journal %1 could not be opened, and nothing is sent without a record. Deciding is closed until it can be opened.</source>
        <extracomment>%1 is a file</extracomment>
        <translation>未能打开决定记录 %1；没有记录就不会发送任何内容。在能够打开之前，不能作出决定。</translation>
    </message>
    <message>
        <source>Nothing can be written to the journal %1, and nothing is sent without a record. Deciding is closed until it can be written.</source>
        <extracomment>%1 is a file</extracomment>
        <translation>无法写入决定记录 %1；没有记录就不会发送任何内容。在能够写入之前，不能作出决定。</translation>
    </message>
    <message>
        <source>There is no room left for the journal %1, and nothing is sent without a record. Deciding is closed until there is room.</source>
        <extracomment>%1 is a file</extracomment>
        <translation>决定记录 %1 已没有可用空间；没有记录就不会发送任何内容。在有可用空间之前，不能作出决定。</translation>
    </message>
    <message>
        <source>The journal %1 is damaged. It is left as it is, and deciding is closed.</source>
        <extracomment>%1 is a file</extracomment>
        <translation>决定记录 %1 已损坏。程序会让它保持原样，且不能作出决定。</translation>
    </message>
    <message>
        <source>The journal %1 is damaged (%2). It is left as it is, and deciding is closed.</source>
        <extracomment>%1 is a file, %2 what was found in it, in English</extracomment>
        <translation>决定记录 %1 已损坏（%2）。程序会让它保持原样，且不能作出决定。</translation>
    </message>
    <message>
        <source>The journal %1 was written by a newer version of this program. Deciding is closed until Countersign is updated.</source>
        <extracomment>%1 is a file</extracomment>
        <translation>决定记录 %1 由本程序的更新版本写入。在更新 Countersign 之前，不能作出决定。</translation>
    </message>
    <message>
        <source>It may have been carried out: a decision was on its way. %1</source>
        <extracomment>%1 is sentences</extracomment>
        <translation>可能已被执行：当时有一个决定正在发送途中。%1</translation>
    </message>
    <message>
        <source>Nothing was sent. %1</source>
        <extracomment>%1 is sentences</extracomment>
        <translation>未发送任何内容。%1</translation>
    </message>
    <message>
        <source>Found: %1</source>
        <extracomment>%1 is what was found in a file, in English</extracomment>
        <translation>发现：%1</translation>
    </message>
    <message>
        <source>Message: %1</source>
        <extracomment>%1 is what the system said, in its words</extracomment>
        <translation>消息：%1</translation>
    </message>
    <message>
        <source>The damaged file %1 is kept beside the new journal. What it says is not known to the new one: decisions that were under way are not looked after any more and block nothing, so that one whose outcome is unknown could be sent a second time. Look at the waiting runs before you decide.</source>
        <extracomment>%1 is a file</extracomment>
        <translation>已损坏的文件 %1 保留在新的决定记录旁。新的决定记录不知道其中的内容：当时正在进行的决定不再被跟踪，也不再阻止任何操作，因此结果未知的决定可能会被再次发送。请在作出决定之前查看等待中的执行。</translation>
    </message>
    <message>
        <source>Nothing was sent. But what was under way when the program ended before may have been carried out. %1</source>
        <extracomment>%1 is sentences</extracomment>
        <translation>未发送任何内容。但程序上次结束时正在进行的操作可能已执行。%1</translation>
    </message>
</context>
<context>
    <name>JsonReasons</name>
    <message>
        <source>a control character in a string</source>
        <translation>字符串中有控制字符</translation>
    </message>
    <message>
        <source>a member name is too long</source>
        <translation>成员名过长</translation>
    </message>
    <message>
        <source>a member name stands twice</source>
        <translation>成员名重复出现</translation>
    </message>
    <message>
        <source>a string is too long</source>
        <translation>字符串过长</translation>
    </message>
    <message>
        <source>a string without its end</source>
        <translation>字符串没有结束</translation>
    </message>
    <message>
        <source>an escape that JSON does not have</source>
        <translation>JSON 没有这种转义</translation>
    </message>
    <message>
        <source>bytes that are not UTF-8</source>
        <translation>有不是 UTF-8 的字节</translation>
    </message>
    <message>
        <source>expected &apos;,&apos; or the end of the container</source>
        <translation>此处应为“,”或者容器的结尾</translation>
    </message>
    <message>
        <source>expected &apos;:&apos;</source>
        <translation>此处应为“:”</translation>
    </message>
    <message>
        <source>expected a digit</source>
        <translation>此处应为数字</translation>
    </message>
    <message>
        <source>expected a member name in quotes</source>
        <translation>此处应为带引号的成员名</translation>
    </message>
    <message>
        <source>expected a value</source>
        <translation>此处应为一个值</translation>
    </message>
    <message>
        <source>text behind the value</source>
        <translation>值的后面还有文字</translation>
    </message>
    <message>
        <source>the text ends too early</source>
        <translation>文本过早结束</translation>
    </message>
    <message>
        <source>the text has too many members</source>
        <translation>文本的成员过多</translation>
    </message>
    <message>
        <source>the text is nested too deeply</source>
        <translation>文本嵌套过深</translation>
    </message>
    <message>
        <source>the text is too large</source>
        <translation>文本过大</translation>
    </message>
    <message>
        <source>the wrong closing bracket</source>
        <translation>右括号不匹配</translation>
    </message>
</context>
<context>
    <name>KeyIssueWords</name>
    <message>
        <source>The program %1 that gives the keys was not found, or cannot be run. Install it, or correct the command line of this profile.</source>
        <translation>未找到提供访问密钥的程序 %1，或无法运行。请安装该程序，或更正此配置的命令行。</translation>
    </message>
    <message>
        <source>The program %1 that gives the keys did not end in time and was stopped. Run it in a terminal: it may be waiting for an answer.</source>
        <translation>提供访问密钥的程序 %1 未在规定时间内结束，已被停止。请在终端中运行它：它可能在等待回答。</translation>
    </message>
    <message>
        <source>The program %1 failed and gave no keys. Run it in a terminal to see why.</source>
        <translation>程序 %1 失败，未提供访问密钥。请在终端中运行它以查明原因。</translation>
    </message>
    <message>
        <source>What the program printed is no answer with keys. It must print one JSON object with access_key_id and access_key_secret, and nothing else.</source>
        <translation>程序输出的内容不是含有访问密钥的应答。它必须输出一个含有 access_key_id 和 access_key_secret 的 JSON 对象，且不输出其他内容。</translation>
    </message>
    <message>
        <source>What the service answered holds no keys. Check the address, and whether the service is the right one.</source>
        <translation>服务的应答中没有访问密钥。请检查地址，以及服务是否正确。</translation>
    </message>
    <message>
        <source>The metadata service answered without keys. Check that a role is attached to this instance, and its name.</source>
        <translation>元数据服务的应答中没有访问密钥。请检查此实例是否已授予角色，以及角色的名称。</translation>
    </message>
    <message>
        <source>What was answered holds no keys.</source>
        <translation>应答中没有访问密钥。</translation>
    </message>
    <message>
        <source>The CLI&apos;s file has no profile “%1” with such a login, or the file cannot be read. Check both in this profile.</source>
        <translation>CLI 的文件中没有带有此类登录的配置“%1”，或该文件无法读取。请在此配置中检查这两项。</translation>
    </message>
    <message>
        <source>The CLI&apos;s login for “%1” has ended. Sign in with the CLI again.</source>
        <translation>CLI 中“%1”的登录已到期。请用 CLI 重新登录。</translation>
    </message>
    <message>
        <source>The CLI&apos;s login for “%1” has ended. Run this in a terminal, then renew: %2</source>
        <translation>CLI 中“%1”的登录已到期。请在终端中运行以下命令，然后续期：%2</translation>
    </message>
    <message>
        <source>Where the keys come from is not filled in whole. Complete it in the profile.</source>
        <translation>访问密钥的来源未填写完整。请在配置中补全。</translation>
    </message>
    <message>
        <source>The key that is needed first is not here. Enter it, in this profile or in the one that it builds on.</source>
        <translation>缺少首先需要的访问密钥。请在此配置或其所依赖的配置中输入。</translation>
    </message>
    <message>
        <source>The profile whose keys take the role is no longer there. Choose another one in the profile.</source>
        <translation>为扮演角色提供访问密钥的配置已不存在。请在配置中另选一个。</translation>
    </message>
    <message>
        <source>Profiles take their keys from each other in a circle, or too many in a row. Choose one that begins with a key.</source>
        <translation>配置之间循环获取访问密钥，或逐级获取的层数过多。请选择一个以访问密钥为起点的配置。</translation>
    </message>
    <message>
        <source>The keys that were given had ended already. Check the clock of whoever gives them, and this computer&apos;s.</source>
        <translation>所提供的访问密钥在提供时已到期。请检查提供方的时钟和本机的时钟。</translation>
    </message>
    <message>
        <source>Where the keys come from has not been agreed to yet. Read it in the profile, and agree to it there.</source>
        <translation>访问密钥的来源尚未得到允许。请在配置中查看其内容，并在那里允许。</translation>
    </message>
    <message>
        <source>ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS forbids programs and services that give keys. Start Countersign without it, or take the keys from elsewhere.</source>
        <translation>ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS 禁止使用提供访问密钥的程序和服务。请在不设置该变量的情况下启动 Countersign，或从其他来源获取访问密钥。</translation>
    </message>
    <message>
        <source>ALIBABA_CLOUD_ECS_METADATA_DISABLED forbids asking the metadata service. Start Countersign without it, or take the keys from elsewhere.</source>
        <translation>ALIBABA_CLOUD_ECS_METADATA_DISABLED 禁止向元数据服务请求。请在不设置该变量的情况下启动 Countersign，或从其他来源获取访问密钥。</translation>
    </message>
    <message>
        <source>The token file %1 cannot be read, or holds no token. Whoever runs the workload has to put one there.</source>
        <translation>令牌文件 %1 无法读取，或其中没有令牌。须由运行该工作负载的人将令牌放入其中。</translation>
    </message>
    <message>
        <source>What came as the id of a key is none: a secret, a role&apos;s ARN or white space stands where the id belongs. Nothing was sent with it. Correct it where the keys come from.</source>
        <translation>作为访问密钥 ID 得到的内容不是 ID：在 ID 的位置上是 Secret、角色的 ARN 或空白字符。未用它发送任何内容。请在访问密钥的来源处更正。</translation>
    </message>
    <message>
        <source>The token service does not accept the session&apos;s name (%1). Correct it in the profile.</source>
        <translation>令牌服务不接受会话名称（%1）。请在配置中更正。</translation>
    </message>
    <message>
        <source>The token service does not accept the duration (%1): the role allows less. Choose a shorter one in the profile.</source>
        <translation>令牌服务不接受该时长（%1）：角色所允许的时长更短。请在配置中选择更短的时长。</translation>
    </message>
    <message>
        <source>The token service does not accept the policy that narrows the rights (%1). Correct it in the profile.</source>
        <translation>令牌服务不接受用于缩小权限的权限策略（%1）。请在配置中更正。</translation>
    </message>
    <message>
        <source>The token service does not accept what it was asked (%1). Check the role&apos;s fields in the profile.</source>
        <translation>令牌服务不接受所提出的请求（%1）。请检查配置中角色的各个字段。</translation>
    </message>
    <message>
        <source>The token service does not accept the keys of the profile that takes the role (%1). Look at that profile.</source>
        <translation>令牌服务不接受扮演角色所用配置的访问密钥（%1）。请查看该配置。</translation>
    </message>
    <message>
        <source>The token service does not accept the workload token (%1): it has ended, or is for somebody else. Look at the token file and the provider.</source>
        <translation>令牌服务不接受工作负载的令牌（%1）：令牌已到期，或不是发给此服务的。请检查令牌文件和身份提供商。</translation>
    </message>
    <message>
        <source>The key that takes the role is not accepted (%1). Enter another one, or look where it comes from.</source>
        <translation>用于扮演角色的访问密钥未被接受（%1）。请输入其他访问密钥，或检查其来源。</translation>
    </message>
    <message>
        <source>The role %1 may not be taken (%2): it does not trust this identity provider, or not this workload. An administrator of the account can tell which.</source>
        <translation>不允许扮演角色 %1（%2）：该角色不信任此身份提供商，或不信任此工作负载。账号的管理员可以判断是哪一种。</translation>
    </message>
    <message>
        <source>The role %1 may not be taken (%2): the key lacks the right sts:AssumeRole, or the role does not trust it, or the external id is another one; the key of an account itself may take none. An administrator of the account can tell which.</source>
        <translation>不允许扮演角色 %1（%2）：访问密钥缺少权限 sts:AssumeRole，或该角色不信任它，或外部 ID 不符；主账号的访问密钥不能扮演任何角色。账号的管理员可以判断是哪一种。</translation>
    </message>
    <message>
        <source>There is no role %1. Correct its ARN in the profile.</source>
        <translation>没有角色 %1。请在配置中更正其 ARN。</translation>
    </message>
    <message>
        <source>The account has no such identity provider (%1). Correct its ARN in the profile.</source>
        <translation>账号中没有此身份提供商（%1）。请在配置中更正其 ARN。</translation>
    </message>
    <message>
        <source>the ECS metadata service</source>
        <comment>who gives keys</comment>
        <translation>ECS 元数据服务</translation>
    </message>
    <message>
        <source>CloudSSO</source>
        <comment>who gives keys</comment>
        <translation>CloudSSO</translation>
    </message>
    <message>
        <source>the token service (STS)</source>
        <comment>who gives keys</comment>
        <translation>STS 令牌服务</translation>
    </message>
    <message>
        <source>%1 Keys are given again when it is right.</source>
        <extracomment>%1 is a sentence about this computer&apos;s clock</extracomment>
        <translation>%1时钟校准后会重新提供访问密钥。</translation>
    </message>
    <message>
        <source>No new keys: %1 could not be reached. Check the network and the proxy; it is tried again.</source>
        <extracomment>%1 is who gives keys</extracomment>
        <translation>未能获取新的访问密钥：无法连接到 %1。请检查网络和代理；程序会再次尝试。</translation>
    </message>
    <message>
        <source>No new keys from %1. %2</source>
        <extracomment>%1 is who gives keys, %2 a sentence</extracomment>
        <translation>未能获取新的访问密钥，来源为 %1。%2</translation>
    </message>
    <message>
        <source>The CLI&apos;s file says that people sign in for “%1” at %2, which is none of CloudSSO&apos;s addresses. The login was not sent there. Correct the profile with the CLI.</source>
        <translation>CLI 的文件中，“%1”的登录地址为 %2，不属于 CloudSSO。登录信息未发送到那里。请用 CLI 更正该配置。</translation>
    </message>
    <message>
        <source>The program that gives the keys was not found, or cannot be run. Install it, or correct the command line in the profile.</source>
        <translation>未找到提供访问密钥的程序，或无法运行。请安装该程序，或在配置中更正命令行。</translation>
    </message>
    <message>
        <source>The program that gives the keys failed and gave none. Run it in a terminal to see why.</source>
        <translation>提供访问密钥的程序失败，未提供访问密钥。请在终端中运行它以查明原因。</translation>
    </message>
    <message>
        <source>The program that gives the keys did not end in time and was stopped. Run it in a terminal: it may be waiting for an answer.</source>
        <translation>提供访问密钥的程序未在规定时间内结束，已被停止。请在终端中运行它：它可能在等待回答。</translation>
    </message>
    <message>
        <source>What was answered holds no keys. Check in the profile where the keys come from.</source>
        <translation>应答中没有访问密钥。请在配置中检查访问密钥的来源。</translation>
    </message>
    <message>
        <source>The workload&apos;s token file cannot be read, or holds no token. Whoever runs the workload has to put one there.</source>
        <translation>工作负载的令牌文件无法读取，或其中没有令牌。须由运行该工作负载的人将令牌放入其中。</translation>
    </message>
    <message>
        <source>The CLI&apos;s file has no such profile with a login, or the file cannot be read. Check both in the profile.</source>
        <translation>CLI 的文件中没有这样一个带有登录的配置，或该文件无法读取。请在配置中检查这两项。</translation>
    </message>
    <message>
        <source>The CLI&apos;s file says that people sign in at an address which is none of CloudSSO&apos;s. The login was not sent there. Correct the profile with the CLI.</source>
        <translation>CLI 的文件所写的登录地址不属于 CloudSSO。登录信息未发送到那里。请用 CLI 更正该配置。</translation>
    </message>
    <message>
        <source>The CLI&apos;s login has ended. Sign in with the CLI again.</source>
        <translation>CLI 的登录已到期。请用 CLI 重新登录。</translation>
    </message>
    <message>
        <source>The role %1 belongs to another account than this profile, so that nothing is read or sent with it. Correct the role&apos;s ARN, or make a profile for that account.</source>
        <translation>角色 %1 属于另一个账号，与此配置的账号不同，因此不会用它读取或发送任何内容。请更正角色的 ARN，或为那个账号新建配置。</translation>
    </message>
    <message>
        <source>The keys that are given belong to another account than this profile, so that nothing is read or sent with them. Correct where they come from, or make a profile for that account.</source>
        <translation>得到的访问密钥属于另一个账号，与此配置的账号不同，因此不会用它们读取或发送任何内容。请更正访问密钥的来源，或为那个账号新建配置。</translation>
    </message>
    <message>
        <source>CloudSSO does not accept the CLI&apos;s login any more. Sign in with the CLI again.</source>
        <translation>CloudSSO 不再接受 CLI 的登录。请用 CLI 重新登录。</translation>
    </message>
    <message>
        <source>CloudSSO does not accept the CLI&apos;s login for “%1” any more. Run this in a terminal, then renew: %2</source>
        <translation>CloudSSO 不再接受 CLI 中“%1”的登录。请在终端中运行以下命令，然后续期：%2</translation>
    </message>
    <message>
        <source>ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET, or the same of ALIBABACLOUD_ or ALICLOUD_, were not both set when Countersign started, or were given up: while it was locked, or after a test that was not saved. Start it from a terminal that has them.</source>
        <translation>Countersign 启动时没有同时设置 ALIBABA_CLOUD_ACCESS_KEY_ID 和 ALIBABA_CLOUD_ACCESS_KEY_SECRET（或以 ALIBABACLOUD_、ALICLOUD_ 开头的同名变量），或者它们已被清除：在锁定期间，或在一次未保存的测试之后。请从设置了这些变量的终端启动它。</translation>
    </message>
    <message>
        <source>Where the keys come from was asked and refuses to give any. Check the source in the profile, or ask whoever runs it.</source>
        <translation>已向访问密钥的来源请求，但它拒绝提供。请在配置中检查该来源，或询问其维护者。</translation>
    </message>
    <message>
        <source>The metadata service refuses to give keys (HTTP status %1): access to it is limited on this instance. Whoever administers the instance can allow it.</source>
        <translation>元数据服务拒绝提供访问密钥（HTTP 状态 %1）：此实例限制了对它的访问。请让实例的管理员允许访问。</translation>
    </message>
    <message>
        <source>The metadata service has no keys (HTTP status %1): no role is attached to this instance. Attach one, or take the keys from elsewhere.</source>
        <translation>元数据服务没有访问密钥（HTTP 状态 %1）：此实例未授予角色。请授予一个角色，或从其他来源获取访问密钥。</translation>
    </message>
    <message>
        <source>The metadata service has no keys of the role %1 (HTTP status %2): it is not attached to this instance. Attach it, or correct its name in the profile.</source>
        <translation>元数据服务没有角色 %1 的访问密钥（HTTP 状态 %2）：此实例未授予该角色。请授予该角色，或在配置中更正其名称。</translation>
    </message>
    <message>
        <source>The service at %1 has nothing at the address that it was asked (HTTP status %2). Correct the address in the profile.</source>
        <translation>位于 %1 的服务在所请求的地址没有任何内容（HTTP 状态 %2）。请在配置中更正该地址。</translation>
    </message>
    <message>
        <source>The service at %1 refuses to give keys to this program (HTTP status %2). Whoever runs the service can allow it; check the address as well.</source>
        <translation>位于 %1 的服务拒绝向本程序提供访问密钥（HTTP 状态 %2）。请让该服务的维护者允许，并检查地址是否正确。</translation>
    </message>
    <message>
        <source>The service at %1 does not give keys when it is asked for them (HTTP status %2). Check in the profile whether it is the right one.</source>
        <translation>向位于 %1 的服务请求访问密钥时，它没有提供（HTTP 状态 %2）。请在配置中检查是否为正确的服务。</translation>
    </message>
    <message>
        <source>CloudSSO does not accept what the CLI&apos;s profile “%1” asks for (HTTP status %2). Configure that profile with the CLI again.</source>
        <translation>CloudSSO 不接受 CLI 配置“%1”的请求（HTTP 状态 %2）。请用 CLI 重新设置该配置。</translation>
    </message>
    <message>
        <source>CloudSSO gives no keys for “%1” (HTTP status %2): its account or its access configuration is not assigned to you, or not any more. Whoever administers CloudSSO can assign it, or choose another one with the CLI.</source>
        <translation>CloudSSO 不为“%1”提供访问密钥（HTTP 状态 %2）：其账号或访问配置未分配给您，或已不再分配给您。请让 CloudSSO 的管理员分配，或用 CLI 选择其他账号或访问配置。</translation>
    </message>
    <message>
        <source>The token that stood in the environment variables has ended (%1). They are read once: start Countersign anew from a terminal that has new ones.</source>
        <translation>环境变量中的令牌已失效（%1）。环境变量只读取一次：请从设置了新变量的终端重新启动 Countersign。</translation>
    </message>
</context>
<context>
    <name>KeySourceWords</name>
    <message>
        <source>A role is written like acs:ram::1234567890123456:role/oos-operator.</source>
        <translation>角色的写法如 acs:ram::1234567890123456:role/oos-operator。</translation>
    </message>
    <message>
        <source>A session is named with 2 to 64 letters, digits and . @ - _ only.</source>
        <translation>会话名称只能由 2 至 64 个字母、数字和 . @ - _ 组成。</translation>
    </message>
    <message>
        <source>A session lasts from 15 minutes to 12 hours.</source>
        <translation>会话时长为 15 分钟至 12 小时。</translation>
    </message>
    <message>
        <source>An external id has from 2 to 1,224 characters.</source>
        <translation>外部 ID 为 2 至 1,224 个字符。</translation>
    </message>
    <message>
        <source>A policy is a JSON object of at most 2,048 characters.</source>
        <translation>权限策略是不超过 2,048 个字符的 JSON 对象。</translation>
    </message>
    <message>
        <source>Choose the profile whose keys take the role.</source>
        <translation>请选择为扮演角色提供访问密钥的配置。</translation>
    </message>
    <message>
        <source>Give the provider&apos;s ARN, which is written like acs:ram::1234567890123456:oidc-provider/my-cluster.</source>
        <translation>请输入身份提供商的 ARN，其写法如 acs:ram::1234567890123456:oidc-provider/my-cluster。</translation>
    </message>
    <message>
        <source>Give the file with its whole path, beginning with /.</source>
        <translation>请输入文件的完整路径，以 / 开头。</translation>
    </message>
    <message>
        <source>Give an https address, or an http one of this computer such as http://127.0.0.1:8080/keys, without user name and fragment.</source>
        <translation>请输入 https 地址，或本机的 http 地址（例如 http://127.0.0.1:8080/keys），不带用户名和片段。</translation>
    </message>
    <message>
        <source>Give a command line in which every quote ends.</source>
        <translation>请输入所有引号均已闭合的命令行。</translation>
    </message>
    <message>
        <source>Give the CLI&apos;s file with its whole path, beginning with /.</source>
        <translation>请输入 CLI 文件的完整路径，以 / 开头。</translation>
    </message>
    <message>
        <source>Name the profile as it stands in the CLI&apos;s file.</source>
        <translation>请输入配置在 CLI 文件中的名称。</translation>
    </message>
    <message>
        <source>Program: %1</source>
        <translation>程序：%1</translation>
    </message>
    <message>
        <source>Argument %1: %2</source>
        <extracomment>%1 is a number, %2 a word of a command line</extracomment>
        <translation>参数 %1：%2</translation>
    </message>
    <message>
        <source>This is run:</source>
        <translation>将运行：</translation>
    </message>
    <message>
        <source>Whenever keys are needed – for a test, at the start, before they end – this program runs as you and may do all that you may. No shell reads the line: variables, pipes and patterns stay as they are. What it prints is read as keys and shown nowhere.</source>
        <translation>每当需要访问密钥时（测试时、启动时、到期之前），此程序都会以您的身份运行，您能做的一切它都能做。没有 shell 读取此命令行：变量、管道和通配符均保持原样。其输出作为访问密钥读取，不会在任何地方显示。</translation>
    </message>
    <message>
        <source>I want Countersign to run this program as me</source>
        <translation>我要让 Countersign 以我的身份运行此程序</translation>
    </message>
    <message>
        <source>This address is asked for keys:</source>
        <translation>将向此地址请求访问密钥：</translation>
    </message>
    <message>
        <source>Host: %1, port %2</source>
        <extracomment>a host of the network and a port</extracomment>
        <translation>主机：%1，端口 %2</translation>
    </message>
    <message>
        <source>Whenever keys are needed – for a test, at the start, before they end – this address is asked, and what answers there decides as whom you act.</source>
        <translation>每当需要访问密钥时（测试时、启动时、到期之前），都会向此地址请求；那里的应答决定您以谁的身份操作。</translation>
    </message>
    <message>
        <source>I want Countersign to take keys from this address</source>
        <translation>我要让 Countersign 从此地址获取访问密钥</translation>
    </message>
    <message>
        <source>This is off before you agree to it. On an ECS instance this address is the instance itself; on any other computer it may be somebody else&apos;s, who would then decide as whom you act.</source>
        <translation>在您允许之前，此项处于关闭状态。在 ECS 实例上，此地址就是实例自身；在其他任何计算机上，它可能属于他人，而您以谁的身份操作将由此人决定。</translation>
    </message>
    <message>
        <source>This computer is an ECS instance, and I want its role&apos;s keys</source>
        <translation>本机是 ECS 实例，我要使用其角色的访问密钥</translation>
    </message>
    <message>
        <source>An access key that I enter</source>
        <translation>由我输入的访问密钥</translation>
    </message>
    <message>
        <source>Another profile, taking a role</source>
        <translation>其他配置，用于扮演角色</translation>
    </message>
    <message>
        <source>A workload token file (OIDC)</source>
        <translation>工作负载令牌文件（OIDC）</translation>
    </message>
    <message>
        <source>The role of this ECS instance</source>
        <translation>此 ECS 实例的角色</translation>
    </message>
    <message>
        <source>A service on this computer</source>
        <translation>本机上的服务</translation>
    </message>
    <message>
        <source>A program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>The aliyun CLI&apos;s CloudSSO login</source>
        <translation>aliyun CLI 的 CloudSSO 登录</translation>
    </message>
    <message>
        <source>The aliyun CLI&apos;s browser login</source>
        <translation>aliyun CLI 的浏览器登录</translation>
    </message>
    <message>
        <source>Environment variables of this program</source>
        <translation>本程序的环境变量</translation>
    </message>
    <message>
        <source>The keys of the other profile take the role. No key of its own is kept for this profile.</source>
        <translation>用另一个配置的访问密钥扮演角色。此配置不保存自己的访问密钥。</translation>
    </message>
    <message>
        <source>The token is read from its file anew each time and exchanged for keys of the role.</source>
        <translation>每次都从文件中重新读取令牌，并用它换取角色的访问密钥。</translation>
    </message>
    <message>
        <source>The metadata service gives the keys of the instance&apos;s role.</source>
        <translation>由元数据服务提供实例角色的访问密钥。</translation>
    </message>
    <message>
        <source>A service answers with keys: at an http address of this computer, or at an https address.</source>
        <translation>由一个服务给出访问密钥：其地址为本机的 http 地址，或 https 地址。</translation>
    </message>
    <message>
        <source>A program is run and prints keys.</source>
        <translation>运行一个程序，由它输出访问密钥。</translation>
    </message>
    <message>
        <source>The login that the CLI holds is exchanged for keys. When it has ended, the CLI renews it; Countersign does not sign in for you.</source>
        <translation>用 CLI 所保存的登录换取访问密钥。登录到期后由 CLI 续期；Countersign 不会替您登录。</translation>
    </message>
    <message>
        <source>The keys that the CLI has stored are used until they end. The CLI renews them; Countersign does not sign in for you.</source>
        <translation>使用 CLI 所保存的访问密钥，直到其到期。由 CLI 续期；Countersign 不会替您登录。</translation>
    </message>
    <message>
        <source>ALIBABA_CLOUD_ACCESS_KEY_ID, ALIBABA_CLOUD_ACCESS_KEY_SECRET and, if set, ALIBABA_CLOUD_SECURITY_TOKEN, as they were when the program started; without that pair the same of ALIBABACLOUD_, then of ALICLOUD_. What is started from a menu often has none of them.</source>
        <translation>ALIBABA_CLOUD_ACCESS_KEY_ID、ALIBABA_CLOUD_ACCESS_KEY_SECRET，以及（如已设置）ALIBABA_CLOUD_SECURITY_TOKEN，均取程序启动时的值；没有这一对时，依次取以 ALIBABACLOUD_、ALICLOUD_ 开头的同名变量。从菜单启动的程序往往没有这些变量。</translation>
    </message>
</context>
<context>
    <name>KeyTroubles</name>
    <message>
        <source>%1: %2</source>
        <comment>profiles and what is wrong with their keys</comment>
        <extracomment>%1 is a profile or several, %2 whole sentences</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2 These keys are also needed for: %3.</source>
        <extracomment>%1 is a profile or several, %2 whole sentences, %3 names of profiles</extracomment>
        <translation>%1：%2以下配置也需要这些访问密钥：%3。</translation>
    </message>
</context>
<context>
    <name>Keychain</name>
    <message>
        <source>The key is not in the keychain of this session: it was saved in the keychain of another desktop.</source>
        <translation>此会话的密钥环中没有该访问密钥：它保存在另一个桌面的密钥环中。</translation>
    </message>
    <message>
        <source>The key is not in %1, the keychain of this session: it was saved in %2.</source>
        <extracomment>%1 and %2 are names of keychains, such as KWallet</extracomment>
        <translation>此会话的密钥环 %1 中没有该访问密钥：它保存在 %2 中。</translation>
    </message>
    <message>
        <source>The keychain cannot work in this program: its event loop runs without GLib.</source>
        <translation>密钥环无法在本程序中使用：其事件循环未使用 GLib。</translation>
    </message>
    <message>
        <source>There is no session bus, and the system keychain is reached through it.</source>
        <translation>没有会话总线，而系统密钥环需要通过它访问。</translation>
    </message>
    <message>
        <source>No system keychain is running, and none can be started.</source>
        <translation>没有正在运行的系统密钥环，也无法启动。</translation>
    </message>
    <message>
        <source>The system keychain is there and does not answer.</source>
        <translation>系统密钥环存在，但没有回应。</translation>
    </message>
    <message>
        <source>The system keychain is locked, and nothing could ask you to unlock it.</source>
        <translation>系统密钥环已锁定，且无法弹出窗口请您解锁。</translation>
    </message>
    <message>
        <source>The system keychain is locked: it was not unlocked when it asked.</source>
        <translation>系统密钥环已锁定：在其请求解锁时未被解锁。</translation>
    </message>
    <message>
        <source>The system keychain has not been set up: there is nothing in it yet to keep keys in.</source>
        <translation>系统密钥环尚未设置：其中还没有可以保存访问密钥的位置。</translation>
    </message>
    <message>
        <source>The system keychain ended or was restarted while it was being asked.</source>
        <translation>系统密钥环在查询期间退出或重新启动了。</translation>
    </message>
    <message>
        <source>The system keychain has not answered, and this program waits no longer; an unlock window may still be open.</source>
        <translation>系统密钥环没有回应，本程序不再等待；解锁窗口可能仍处于打开状态。</translation>
    </message>
    <message>
        <source>The system keychain is still busy with an earlier request that this program no longer waits for.</source>
        <translation>系统密钥环仍在处理较早的请求，本程序已不再等待该请求。</translation>
    </message>
    <message>
        <source>The system keychain answers, but the key that was saved there is gone: the keychain was reset, or it is another one.</source>
        <translation>系统密钥环有回应，但保存在其中的访问密钥已不存在：密钥环已被重置，或者这是另一个密钥环。</translation>
    </message>
    <message>
        <source>The entry in the system keychain is damaged: it is not what this program wrote.</source>
        <translation>系统密钥环中的条目已损坏：不是本程序写入的内容。</translation>
    </message>
    <message>
        <source>The entry in the system keychain was made for another account than this profile&apos;s.</source>
        <translation>系统密钥环中的条目属于另一个账号，与此配置的账号不同。</translation>
    </message>
    <message>
        <source>Nothing was saved: the key has no id or no secret.</source>
        <translation>未保存任何内容：访问密钥缺少 ID 或 Secret。</translation>
    </message>
    <message>
        <source>Nothing was saved: the key with its token is longer than an entry of the keychain may be.</source>
        <translation>未保存任何内容：访问密钥连同其令牌超出了密钥环条目的长度上限。</translation>
    </message>
    <message>
        <source>The system keychain is open, but the key could not be read from it.</source>
        <translation>系统密钥环已打开，但未能从中读取访问密钥。</translation>
    </message>
    <message>
        <source>The system keychain is open, but it did not take the key.</source>
        <translation>系统密钥环已打开，但未能保存访问密钥。</translation>
    </message>
    <message>
        <source>The system keychain is open, but it did not remove the key.</source>
        <translation>系统密钥环已打开，但未能移除访问密钥。</translation>
    </message>
    <message>
        <source>The key was handed to the system keychain, but something else came back when it was read again.</source>
        <translation>访问密钥已交给系统密钥环，但再次读取时得到的内容不一致。</translation>
    </message>
    <message>
        <source>Enter the key for this session. Starting the program without the variable QT_NO_GLIB may help.</source>
        <translation>请输入仅用于此会话的访问密钥。不设置变量 QT_NO_GLIB 启动本程序可能有帮助。</translation>
    </message>
    <message>
        <source>Enter the key for this session, or start the program from a desktop session.</source>
        <translation>请输入仅用于此会话的访问密钥，或从桌面会话中启动本程序。</translation>
    </message>
    <message>
        <source>Enter the key for this session, or install and start a keychain such as gnome-keyring and try again.</source>
        <translation>请输入仅用于此会话的访问密钥，或安装并启动 gnome-keyring 等密钥环后重试。</translation>
    </message>
    <message>
        <source>Try again in a moment, or enter the key for this session. Signing in to the desktop anew restarts the keychain.</source>
        <translation>请稍后重试，或输入仅用于此会话的访问密钥。重新登录桌面会重新启动密钥环。</translation>
    </message>
    <message>
        <source>Unlock it with the desktop&apos;s password program and try again, or enter the key for this session.</source>
        <translation>请使用桌面的密码管理程序解锁后重试，或输入仅用于此会话的访问密钥。</translation>
    </message>
    <message>
        <source>Try again and unlock it, or enter the key for this session.</source>
        <translation>请重试并解锁，或输入仅用于此会话的访问密钥。</translation>
    </message>
    <message>
        <source>Create a default keyring with the desktop&apos;s password program, or enter the key for this session.</source>
        <translation>请使用桌面的密码管理程序创建默认密钥环，或输入仅用于此会话的访问密钥。</translation>
    </message>
    <message>
        <source>Try again, or enter the key for this session.</source>
        <translation>请重试，或输入仅用于此会话的访问密钥。</translation>
    </message>
    <message>
        <source>Look for an unlock window, also behind other windows. Until then the key can be entered for this session.</source>
        <translation>请查找解锁窗口，它可能被其他窗口遮挡。在此之前，可以输入仅用于此会话的访问密钥。</translation>
    </message>
    <message>
        <source>Answer or close the unlock window; if there is none, start this program again. Until then the key can be entered for this session.</source>
        <translation>请处理或关闭解锁窗口；如果没有解锁窗口，请重新启动本程序。在此之前，可以输入仅用于此会话的访问密钥。</translation>
    </message>
    <message>
        <source>Sign in to the earlier desktop to find it again, or enter the key for this session. Saving it here is a second copy.</source>
        <translation>请登录之前的桌面以重新找到它，或输入仅用于此会话的访问密钥。在此处保存将产生第二份副本。</translation>
    </message>
    <message>
        <source>Enter the key for this session, or save it anew. If you did not reset the keychain, find out who did.</source>
        <translation>请输入访问密钥供本次会话使用，或重新保存。如果密钥环不是您重置的，请查明是谁重置的。</translation>
    </message>
    <message>
        <source>Forget the entry and save the key anew, or enter it for this session.</source>
        <translation>清除已保存的条目并重新保存访问密钥，或输入访问密钥供本次会话使用。</translation>
    </message>
    <message>
        <source>Check the account of this profile. Enter the right key for this session, or forget the entry and save the key anew.</source>
        <translation>请核对此配置的账号。输入正确的访问密钥供本次会话使用，或清除已保存的条目并重新保存访问密钥。</translation>
    </message>
    <message>
        <source>Enter both the key id and the secret.</source>
        <translation>请同时输入访问密钥 ID 和访问密钥 Secret。</translation>
    </message>
    <message>
        <source>Enter it for this session only, or use a key without a token.</source>
        <translation>请仅为本次会话输入，或使用不带令牌的访问密钥。</translation>
    </message>
    <message>
        <source>Try again. If it happens again, enter the key for this session.</source>
        <translation>请重试。如果再次发生，请输入访问密钥供本次会话使用。</translation>
    </message>
    <message>
        <source>Try again. The key is used for this session in any case.</source>
        <translation>请重试。无论如何，本次会话都会使用此访问密钥。</translation>
    </message>
    <message>
        <source>Remove the entry with the desktop&apos;s password program; its name begins with io.github.countersign.</source>
        <translation>请用桌面的密码管理程序移除该条目；其名称以 io.github.countersign 开头。</translation>
    </message>
    <message>
        <source>Forget the entry, which also removes what another program put there, and save the key again.</source>
        <translation>清除该条目（其他程序放在那里的内容也会一并移除），然后重新保存访问密钥。</translation>
    </message>
    <message>
        <source>The system keychain has not been asked yet.</source>
        <translation>尚未询问系统密钥环。</translation>
    </message>
    <message>
        <source>Asking the system keychain…</source>
        <translation>正在询问系统密钥环…</translation>
    </message>
    <message>
        <source>Waiting for the system keychain. Is an unlock window open?</source>
        <translation>正在等待系统密钥环。是否有解锁窗口正打开着？</translation>
    </message>
    <message>
        <source>The system keychain is busy with a request that was given up.</source>
        <translation>系统密钥环正忙于处理一个已放弃的请求。</translation>
    </message>
    <message>
        <source>The system keychain answers.</source>
        <translation>系统密钥环有响应。</translation>
    </message>
    <message>
        <source>The system keychain cannot be used.</source>
        <translation>系统密钥环不可用。</translation>
    </message>
</context>
<context>
    <name>LockingPage</name>
    <message>
        <source>Lock when the desktop&apos;s &amp;session is locked</source>
        <translation>桌面会话锁定时一并锁定(&amp;S)</translation>
    </message>
    <message>
        <source>Lock &amp;without input after:</source>
        <translation>无输入多久后锁定(&amp;W)：</translation>
    </message>
</context>
<context>
    <name>LookForm</name>
    <message>
        <source>Banner in every review and decision</source>
        <translation>每次查看和决定时显示的横幅</translation>
    </message>
    <message>
        <source>Environment &amp;word</source>
        <translation>环境名称(&amp;W)</translation>
    </message>
    <message>
        <source>Environment word</source>
        <translation>环境名称</translation>
    </message>
    <message>
        <source>such as STAGING</source>
        <translation>例如“预发环境”</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>颜色(&amp;C)</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Patt&amp;ern</source>
        <translation>图案(&amp;E)</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>图案</translation>
    </message>
    <message>
        <source>Pro&amp;duction</source>
        <translation>生产环境(&amp;D)</translation>
    </message>
    <message>
        <source>In production a high-risk call asks for a typed confirmation, and nothing is stepped without a dialog.</source>
        <translation>在生产环境中，高风险调用需要键入内容进行确认，且单步执行都必须经过对话框。</translation>
    </message>
    <message>
        <source>Notes of decisions</source>
        <translation>决定的备注</translation>
    </message>
    <message>
        <source>A note is re&amp;quired</source>
        <translation>必须填写备注(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Note pattern</source>
        <translation>备注格式(&amp;N)</translation>
    </message>
    <message>
        <source>Note pattern</source>
        <translation>备注格式</translation>
    </message>
    <message>
        <source>Note e&amp;xample</source>
        <translation>备注示例(&amp;X)</translation>
    </message>
    <message>
        <source>Note example</source>
        <translation>备注示例</translation>
    </message>
    <message>
        <source>The pattern is a regular expression that a part of the note must fit, such as CHG-\d+ for a ticket number; the example is shown to people.</source>
        <translation>备注格式是一个正则表达式，备注中须有一部分与之匹配，例如用 CHG-\d+ 匹配工单号；示例会显示给用户。</translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>&amp;Proxy:</source>
        <translation>代理(&amp;P)：</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>The system&apos;s</source>
        <translation>系统的代理</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不使用代理</translation>
    </message>
    <message>
        <source>The one that is named here</source>
        <translation>此处指定的代理</translation>
    </message>
    <message>
        <source>&amp;Kind:</source>
        <translation>类型(&amp;K)：</translation>
    </message>
    <message>
        <source>Kind of proxy</source>
        <translation>代理的类型</translation>
    </message>
    <message>
        <source>HTTP (CONNECT)</source>
        <translation>HTTP (CONNECT)</translation>
    </message>
    <message>
        <source>SOCKS 5</source>
        <translation>SOCKS 5</translation>
    </message>
    <message>
        <source>&amp;Host:</source>
        <translation>主机(&amp;H)：</translation>
    </message>
    <message>
        <source>Host of the proxy</source>
        <translation>代理的主机</translation>
    </message>
    <message>
        <source>Por&amp;t:</source>
        <translation>端口(&amp;T)：</translation>
    </message>
    <message>
        <source>Port of the proxy</source>
        <translation>代理的端口</translation>
    </message>
    <message>
        <source>Us&amp;er:</source>
        <translation>用户(&amp;E)：</translation>
    </message>
    <message>
        <source>User of the proxy</source>
        <translation>代理的用户</translation>
    </message>
    <message>
        <source>P&amp;assword:</source>
        <translation>密码(&amp;A)：</translation>
    </message>
    <message>
        <source>Password of the proxy</source>
        <translation>代理的密码</translation>
    </message>
    <message>
        <source>Keep it in &amp;my keychain</source>
        <translation>保存在我的密钥环中(&amp;M)</translation>
    </message>
    <message>
        <source>U&amp;se this password</source>
        <translation>使用此密码(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Forget the password</source>
        <translation>清除密码(&amp;F)</translation>
    </message>
    <message>
        <source>Company &amp;CA file, in addition to the system&apos;s list:</source>
        <translation>公司 CA 文件（与系统列表一并使用）(&amp;C)：</translation>
    </message>
    <message>
        <source>Company CA file</source>
        <translation>公司 CA 文件</translation>
    </message>
    <message>
        <source>Choose a fi&amp;le…</source>
        <translation>选择文件(&amp;L)…</translation>
    </message>
    <message>
        <source>Tr&amp;y the endpoints of:</source>
        <translation>测试此配置的接入地址(&amp;Y)：</translation>
    </message>
    <message>
        <source>Profile whose endpoints are tried</source>
        <translation>要测试其接入地址的配置</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>测试连接</translation>
    </message>
</context>
<context>
    <name>NetworkWords</name>
    <message>
        <source>STS</source>
        <comment>a service of Alibaba Cloud</comment>
        <translation>STS</translation>
    </message>
    <message>
        <source>OOS</source>
        <comment>a service of Alibaba Cloud</comment>
        <translation>OOS</translation>
    </message>
    <message>
        <source>through the proxy %1 that is named here</source>
        <translation>经由此处指定的代理 %1</translation>
    </message>
    <message>
        <source>through the proxy %1 as given by the system</source>
        <translation>经由系统给出的代理 %1</translation>
    </message>
    <message>
        <source>directly</source>
        <translation>直接连接</translation>
    </message>
    <message>
        <source>directly at %1</source>
        <translation>直接连接到 %1</translation>
    </message>
    <message>
        <source>Name the host of the proxy. Until then nothing is sent.</source>
        <translation>请指定代理的主机。在此之前不会发送任何内容。</translation>
    </message>
    <message>
        <source>The host of the proxy is a name or an address alone, such as proxy.example.com. Until then nothing is sent.</source>
        <translation>代理的主机只能是名称或地址，例如 proxy.example.com。在此之前不会发送任何内容。</translation>
    </message>
    <message>
        <source>Name the port of the proxy. Until then nothing is sent.</source>
        <translation>请指定代理的端口。在此之前不会发送任何内容。</translation>
    </message>
    <message>
        <source>No password is known.</source>
        <translation>没有已知的密码。</translation>
    </message>
    <message>
        <source>The keychain is asked for the password.</source>
        <translation>正在向密钥环询问密码。</translation>
    </message>
    <message>
        <source>The password is known until the program ends.</source>
        <translation>密码会保留到程序结束。</translation>
    </message>
    <message>
        <source>The password is in the keychain.</source>
        <translation>密码在密钥环中。</translation>
    </message>
    <message>
        <source>The keychain did not give the password. Unlock it, or enter the password again.</source>
        <translation>密钥环未给出密码。请将其解锁，或重新输入密码。</translation>
    </message>
    <message>
        <source>The file is not there. The system&apos;s list alone counts.</source>
        <translation>文件不存在。只使用系统列表。</translation>
    </message>
    <message>
        <source>This is not a file. The system&apos;s list alone counts.</source>
        <translation>这不是文件。只使用系统列表。</translation>
    </message>
    <message>
        <source>The file cannot be read. The system&apos;s list alone counts.</source>
        <translation>文件无法读取。只使用系统列表。</translation>
    </message>
    <message>
        <source>The file is larger than 1 MiB. The system&apos;s list alone counts.</source>
        <translation>文件大于 1 MiB。只使用系统列表。</translation>
    </message>
    <message>
        <source>There is no certificate in PEM form in the file. The system&apos;s list alone counts.</source>
        <translation>文件中没有 PEM 格式的证书。只使用系统列表。</translation>
    </message>
    <message>
        <source>No certificate in the file is one of an authority. The system&apos;s list alone counts.</source>
        <translation>文件中没有颁发机构的证书。只使用系统列表。</translation>
    </message>
    <message>
        <source>The authorities in the file have expired, or are not valid yet. The system&apos;s list alone counts.</source>
        <translation>文件中的颁发机构均已到期或尚未生效。只使用系统列表。</translation>
    </message>
    <message>
        <source>%1, until %2, SHA-256 %3</source>
        <extracomment>%1 is the name of a certificate authority, %2 a time, %3 a fingerprint</extracomment>
        <translation>%1，有效期至 %2，SHA-256 %3</translation>
    </message>
    <message numerus="yes">
        <source>%n other certificate(s) in the file do not count.</source>
        <translation>
            <numerusform>文件中另有 %n 个证书不起作用。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 at %2 was not reached. %3</source>
        <extracomment>%1 is OOS or STS, %2 a host, %3 whole sentences</extracomment>
        <translation>未能连接到 %1（%2）。%3</translation>
    </message>
    <message>
        <source>%1 at %2 was reached %3 in %4 ms.</source>
        <extracomment>%1 is OOS or STS, %2 a host, %3 the way, %4 a number of milliseconds</extracomment>
        <translation>已连接到 %1（%2）：%3，用时 %4 毫秒。</translation>
    </message>
    <message>
        <source>It speaks %1; its certificate is issued by %2 and valid until %3.</source>
        <extracomment>%1 is such as TLSv1.3, %2 the issuer of a certificate, %3 a time</extracomment>
        <translation>它使用 %1；其证书由 %2 颁发，有效期至 %3。</translation>
    </message>
    <message>
        <source>%1 at %2 was not reached %3. %4</source>
        <extracomment>%1 is OOS or STS, %2 a host, %3 the way, %4 whole sentences</extracomment>
        <translation>未能连接到 %1（%2）：%3。%4</translation>
    </message>
</context>
<context>
    <name>NoticeText</name>
    <message numerus="yes">
        <source>%n run(s) you decided failed</source>
        <translation>
            <numerusform>您决定过的 %n 个执行已失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) you decided ended</source>
        <translation>
            <numerusform>您决定过的 %n 个执行已结束</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new wait(s) need you</source>
        <translation>
            <numerusform>%n 个新等待项需要您处理</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) still need you</source>
        <translation>
            <numerusform>%n 个等待项仍需要您处理</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) need you</source>
        <translation>
            <numerusform>%n 个等待项需要您处理</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more account(s)</source>
        <extracomment>%1 is a list of accounts</extracomment>
        <translation>
            <numerusform>%1 及另外 %n 个账号</numerusform>
        </translation>
    </message>
    <message>
        <source>several kinds</source>
        <extracomment>of waits, beside an account</extracomment>
        <translation>多种类型</translation>
    </message>
    <message>
        <source>Task “%1” failed</source>
        <translation>任务“%1”失败</translation>
    </message>
</context>
<context>
    <name>NoticesPage</name>
    <message>
        <source>&amp;Show a notice when something begins to need you</source>
        <translation>有事项开始需要您处理时显示通知(&amp;S)</translation>
    </message>
    <message>
        <source>Write n&amp;ames of tasks and templates into notices</source>
        <translation>在通知中写出任务和模板的名称(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Play a sound</source>
        <translation>播放声音(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Tell of followed runs that succeed, too</source>
        <translation>关注的执行成功时也通知(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Quiet hours</source>
        <translation>免打扰时段(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;From:</source>
        <translation>从(&amp;F)：</translation>
    </message>
    <message>
        <source>Quiet hours from</source>
        <translation>免打扰时段开始时间</translation>
    </message>
    <message>
        <source>unti&amp;l:</source>
        <translation>至(&amp;L)：</translation>
    </message>
    <message>
        <source>Quiet hours until</source>
        <translation>免打扰时段结束时间</translation>
    </message>
    <message>
        <source>Re&amp;mind once more after:</source>
        <translation>再次提醒一次，间隔(&amp;M)：</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
</context>
<context>
    <name>OutcomeWords</name>
    <message>
        <source>There are no credentials for this account.</source>
        <translation>没有此账号的凭证。</translation>
    </message>
    <message>
        <source>The credentials belong to another account than the one shown.</source>
        <translation>凭证属于另一个账号，与所示账号不同。</translation>
    </message>
    <message>
        <source>An earlier decision about the same wait is not settled yet.</source>
        <translation>对同一项等待的上一个决定尚无定论。</translation>
    </message>
    <message>
        <source>The decision could not be recorded, and nothing is sent without a record.</source>
        <translation>决定未能记录下来；没有记录就不会发出任何请求。</translation>
    </message>
    <message>
        <source>The request did not match what was shown, so it was stopped.</source>
        <translation>请求与所示内容不一致，已中止。</translation>
    </message>
    <message>
        <source>The run could not be read once more: %1</source>
        <translation>未能再次读取执行：%1</translation>
    </message>
    <message>
        <source>The run could not be read once more.</source>
        <translation>未能再次读取执行。</translation>
    </message>
    <message numerus="yes">
        <source>The clock of this computer is %n minute(s) behind the service&apos;s.</source>
        <translation>
            <numerusform>本机时钟比服务慢 %n 分钟。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The clock of this computer is %n minute(s) ahead of the service&apos;s.</source>
        <translation>
            <numerusform>本机时钟比服务快 %n 分钟。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not sent. Nothing happened.</source>
        <translation>未发送。什么都没有发生。</translation>
    </message>
    <message>
        <source>Not sent. Nothing happened. %1</source>
        <extracomment>%1 is a whole sentence</extracomment>
        <translation>未发送。什么都没有发生。%1</translation>
    </message>
    <message>
        <source>task “%1” is now %2, the run is %3</source>
        <extracomment>%1 is a task, %2 and %3 are states such as Success, as the service writes them</extracomment>
        <translation>任务“%1”现为 %2，执行为 %3</translation>
    </message>
    <message>
        <source>the run is now %1</source>
        <translation>执行现为 %1</translation>
    </message>
    <message numerus="yes">
        <source>Accepted by the service. Task “%1” needs %n approval(s) and still waits: others are needed.</source>
        <translation>
            <numerusform>服务已接受。任务“%1”需要 %n 人同意，仍在等待：还需其他人同意。</numerusform>
        </translation>
    </message>
    <message>
        <source>Accepted by the service. Watching for the effect.</source>
        <translation>服务已接受您的决定。正在观察效果。</translation>
    </message>
    <message>
        <source>Done: task “%1” carries your note.</source>
        <translation>已完成：任务“%1”带有您的备注。</translation>
    </message>
    <message>
        <source>Done: %1.</source>
        <translation>已完成：%1。</translation>
    </message>
    <message>
        <source>Decided, but not certainly by you: %1.</source>
        <translation>已有决定，但不能确定是您的决定：%1。</translation>
    </message>
    <message>
        <source>Someone else decided: %1.</source>
        <translation>他人已作出决定：%1。</translation>
    </message>
    <message numerus="yes">
        <source>Checked %n time(s), next at %1.</source>
        <translation>
            <numerusform>已核对 %n 次，下次 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is sent yet. Checking once more…</source>
        <translation>尚未发送任何内容。正在再次核对……</translation>
    </message>
    <message>
        <source>Nothing was sent. It changed while you were reading.</source>
        <translation>未发送任何内容。在您查看期间情况发生了变化。</translation>
    </message>
    <message>
        <source>Sending… do not close.</source>
        <translation>正在发送……请勿关闭。</translation>
    </message>
    <message>
        <source>Refused by the service: %1. Nothing was changed by this.</source>
        <translation>被服务拒绝：%1。没有因此发生任何改变。</translation>
    </message>
    <message>
        <source>Refused: %1, a code this program does not know. Checking that nothing changed.</source>
        <translation>被拒绝：%1，本程序不认识此错误码。正在核对是否毫无变化。</translation>
    </message>
    <message>
        <source>Outcome unknown. The request may have been carried out. Do not repeat it.</source>
        <translation>结果未知。请求可能已被执行。请勿重复。</translation>
    </message>
    <message>
        <source>Not carried out. You may decide again.</source>
        <translation>未被执行。您可以重新决定。</translation>
    </message>
    <message>
        <source>Could not be determined. The request may have been carried out.</source>
        <translation>无法确定结果。请求可能已被执行。</translation>
    </message>
    <message>
        <source>Changed: %1.</source>
        <translation>变化：%1。</translation>
    </message>
    <message>
        <source>How many are given already cannot be read.</source>
        <translation>无法读取已有多少人同意。</translation>
    </message>
    <message>
        <source>Task “%1” carries your note.</source>
        <translation>任务“%1”带有您的备注。</translation>
    </message>
    <message>
        <source>Another task waits now: “%1”. This decision was not about it.</source>
        <translation>现在另有任务在等待：“%1”。此决定与它无关。</translation>
    </message>
    <message>
        <source>The run and its tasks are read until the answer is certain, at the latest until %1.</source>
        <translation>将持续读取执行及其任务直到结果确定，最晚到 %1。</translation>
    </message>
    <message>
        <source>The task&apos;s note and the run&apos;s log in the web console would settle it.</source>
        <translation>网页控制台中任务的备注和执行的日志可以作出判断。</translation>
    </message>
    <message>
        <source>Answered with request id %1.</source>
        <translation>回应的请求 ID 为 %1。</translation>
    </message>
    <message>
        <source>The connection broke before the whole answer was there.</source>
        <translation>在收到完整应答之前连接就中断了。</translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 failed task(s) have moved, the others stand as before; the run is %2</source>
        <extracomment>%n is less than %1; %2 is a state as the service writes it</extracomment>
        <translation>
            <numerusform>%1 个失败的任务中有 %n 个已变化，其余保持原样；执行为 %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed task(s) are passed over; the run is %1</source>
        <extracomment>%1 is a state as the service writes it</extracomment>
        <translation>
            <numerusform>已跳过 %n 个失败的任务；执行为 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed task(s) run again or have run again; the run is %1</source>
        <extracomment>%1 is a state as the service writes it</extracomment>
        <translation>
            <numerusform>%n 个失败的任务正在重新运行或已重新运行；执行为 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>task “%1” was started, the run is %2</source>
        <extracomment>%1 is a task, %2 a state as the service writes it</extracomment>
        <translation>任务“%1”已启动，执行为 %2</translation>
    </message>
    <message>
        <source>Done: the run carries your note.</source>
        <translation>已完成：执行带有您的备注。</translation>
    </message>
    <message>
        <source>Done in part: %1.</source>
        <extracomment>%1 says how many of the tasks have moved</extracomment>
        <translation>部分完成：%1。</translation>
    </message>
    <message numerus="yes">
        <source>%n of the chosen task(s) are not as they were: somebody may have retried or skipped them.</source>
        <translation>
            <numerusform>所选任务中有 %n 个已与之前不同：可能已有人重试或跳过了它们。</numerusform>
        </translation>
    </message>
    <message>
        <source>Another step was taken meanwhile; the task that ended last is “%1”.</source>
        <translation>其间已执行了另一步；最后结束的任务是“%1”。</translation>
    </message>
    <message>
        <source>The service may not take the task&apos;s id. No other task of this run waits, so that %1 can be sent without it, as a new decision.</source>
        <extracomment>%1 is an act such as Approve</extracomment>
        <translation>服务可能不接受任务 ID。该执行没有其他任务在等待，因此可以不带任务 ID 发送“%1”，作为一个新的决定。</translation>
    </message>
    <message>
        <source>The service may want to be told which task is meant. Read the run again and decide on its waiting task; where no task can be read, decide in the web console.</source>
        <translation>服务可能要求指明是哪个任务。请重新读取该执行，并对其等待中的任务作出决定；如果读不到任何任务，请在网页控制台中决定。</translation>
    </message>
    <message>
        <source>The service may not take several tasks in one decision: decide about one task at a time.</source>
        <translation>服务可能不接受在一个决定中包含多个任务：请一次只对一个任务作出决定。</translation>
    </message>
    <message>
        <source>Your note is kept.</source>
        <translation>您的备注已保留。</translation>
    </message>
    <message>
        <source>The run carries your note.</source>
        <translation>该执行带有您的备注。</translation>
    </message>
    <message>
        <source>The computer was asleep before anything had left.</source>
        <translation>在发出任何内容之前，计算机曾处于睡眠状态。</translation>
    </message>
    <message>
        <source>It took so long to connect that the run may have changed meanwhile.</source>
        <translation>建立连接耗时过长，其间执行可能已有变化。</translation>
    </message>
    <message>
        <source>The program had ended before anything of it had left.</source>
        <translation>在发出其任何内容之前，程序已结束。</translation>
    </message>
    <message>
        <source>The state of the run shows it, as the service gives it.</source>
        <translation>服务给出的执行状态表明了这一点。</translation>
    </message>
    <message>
        <source>The state of the task shows it, as the service gives it.</source>
        <translation>服务给出的任务状态表明了这一点。</translation>
    </message>
    <message>
        <source>Last seen: the run is %1.</source>
        <extracomment>%1 is a state as the service writes it</extracomment>
        <translation>最近一次读到：执行为 %1。</translation>
    </message>
    <message>
        <source>Last seen: task “%1” is %2, the run is %3.</source>
        <extracomment>%1 is a task, %2 and %3 are states as the service writes them</extracomment>
        <translation>最近一次读到：任务“%1”为 %2，执行为 %3。</translation>
    </message>
    <message>
        <source>No answer came in time.</source>
        <translation>未及时收到应答。</translation>
    </message>
    <message>
        <source>An answer came that cannot be read, so it counts as none.</source>
        <translation>收到的应答无法读取，因此视为没有应答。</translation>
    </message>
    <message>
        <source>The service answered with an error of its own (HTTP status %1), which does not say what became of the request.</source>
        <translation>服务回应了它自身的错误（HTTP 状态 %1），未说明该请求的结果如何。</translation>
    </message>
    <message>
        <source>The service answered with an error of its own, which does not say what became of the request.</source>
        <translation>服务回应了它自身的错误，未说明该请求的结果如何。</translation>
    </message>
    <message>
        <source>The service says that this request had arrived before: what became of it then is not known.</source>
        <translation>服务表示此前已收到过此请求：当时该请求的结果如何，不得而知。</translation>
    </message>
    <message>
        <source>The answer pointed to another address, which is never followed.</source>
        <translation>应答指向了另一个地址；本程序从不跟随跳转。</translation>
    </message>
    <message>
        <source>Something went wrong on this computer while it was on its way.</source>
        <translation>请求在途中时本机发生故障。</translation>
    </message>
    <message>
        <source>Something went wrong on this computer.</source>
        <translation>本机发生故障。</translation>
    </message>
    <message>
        <source>The service answered it with an error of its own (HTTP status %1).</source>
        <translation>服务对核对请求回应了它自身的错误（HTTP 状态 %1）。</translation>
    </message>
    <message>
        <source>The program had ended while it was being sent.</source>
        <translation>程序在发送期间结束了运行。</translation>
    </message>
    <message>
        <source>The computer was asleep while it was being sent.</source>
        <translation>发送期间本机处于睡眠状态。</translation>
    </message>
    <message>
        <source>There are no credentials for this account: nothing is checked until there are.</source>
        <translation>没有此账号的凭证：在有凭证之前不会进行核对。</translation>
    </message>
    <message>
        <source>The profile it was sent with was removed: nothing can be checked without it.</source>
        <translation>发送时所用的配置已被删除：没有它就无法核对。</translation>
    </message>
    <message>
        <source>The profile it was sent with stands for another account by now: nothing can be checked with it.</source>
        <translation>发送时所用的配置现已对应另一个账号：无法用它核对。</translation>
    </message>
    <message>
        <source>What came of it could not be written down yet; that is tried again, and deciding stays closed meanwhile.</source>
        <translation>其结果尚未能写入决定记录；程序会再次尝试写入，在此期间不能作出决定。</translation>
    </message>
    <message>
        <source>Nothing is sent yet. Recorded, connecting…</source>
        <translation>尚未发送任何内容。已记录，正在连接……</translation>
    </message>
    <message>
        <source>It was sent before this start of the program, at %1.</source>
        <extracomment>%1 is a date and time</extracomment>
        <translation>它是在程序本次启动之前发送的，时间为 %1。</translation>
    </message>
    <message>
        <source>The last check brought no answer. %1</source>
        <extracomment>%1 is a whole sentence</extracomment>
        <translation>上次核对没有得到答案。%1</translation>
    </message>
    <message>
        <source>Whose the credentials are could not be read: %1</source>
        <translation>无法读取凭证属于谁：%1</translation>
    </message>
    <message>
        <source>Whose the credentials are could not be read.</source>
        <translation>无法读取凭证属于谁。</translation>
    </message>
    <message>
        <source>Its record is in the journal that was put aside: what comes of it is told here until the program ends, and not recorded.</source>
        <translation>其记录在已另存的决定记录文件中：后续结果会在此显示，直到程序结束，但不再记录。</translation>
    </message>
    <message>
        <source>The credentials of this account have ended, or would have before the request had arrived.</source>
        <translation>此账号的凭证已到期，或会在请求送达之前到期。</translation>
    </message>
    <message>
        <source>The credentials of this account have ended, or would have before the request had arrived, and others could not be had: %1</source>
        <extracomment>%1 is a whole sentence</extracomment>
        <translation>此账号的凭证已到期，或会在请求送达之前到期，且未能获取其他凭证：%1</translation>
    </message>
    <message>
        <source>Nothing is sent yet. The credentials are about to end: others are being had…</source>
        <translation>尚未发送任何内容。凭证即将到期：正在获取其他凭证……</translation>
    </message>
    <message>
        <source>The run belongs to account %1, which is not the one shown.</source>
        <extracomment>%1 is an account id</extracomment>
        <translation>该执行属于账号 %1，与所示账号不同。</translation>
    </message>
    <message>
        <source>The review said that you act as %1, and whose the credentials are by now cannot be told.</source>
        <extracomment>%1 is a user, or a role with its session</extracomment>
        <translation>详情显示您当前的身份为 %1，而现在无法判断凭证属于谁。</translation>
    </message>
    <message>
        <source>The review said that you act as %1, but the credentials are those of %2 by now.</source>
        <extracomment>%1 and %2 are users, or roles with their sessions</extracomment>
        <translation>详情显示您当前的身份为 %1，但现在的凭证属于 %2。</translation>
    </message>
    <message>
        <source>The review was about the service at %1, but the profile calls %2 by now.</source>
        <extracomment>%1 and %2 are names of hosts</extracomment>
        <translation>详情针对的是位于 %1 的服务，但此配置现在调用的是 %2。</translation>
    </message>
    <message>
        <source>Look at it again before you decide: the service would record it under the other name.</source>
        <translation>请重新查看后再决定：服务会以另一个身份记录此决定。</translation>
    </message>
    <message>
        <source>Look at it again before you decide.</source>
        <translation>请重新查看后再决定。</translation>
    </message>
    <message>
        <source>When this was opened it was not known yet whose the credentials are. They are those of %1.</source>
        <extracomment>%1 is a user, or a role with its session</extracomment>
        <translation>打开时还不知道凭证属于谁。这些凭证属于%1。</translation>
    </message>
</context>
<context>
    <name>OutputRows</name>
    <message>
        <source>No task of this run has put anything out so far.</source>
        <translation>该执行的任务至今没有任何输出。</translation>
    </message>
    <message>
        <source>The outputs could not be read. %1</source>
        <translation>未能读取输出。%1</translation>
    </message>
    <message>
        <source>The outputs are being read.</source>
        <translation>正在读取输出。</translation>
    </message>
</context>
<context>
    <name>ParameterComparison</name>
    <message>
        <source>(hidden)</source>
        <comment>a secret value</comment>
        <translation>（已隐藏）</translation>
    </message>
    <message>
        <source>(without a name)</source>
        <translation>（无名称）</translation>
    </message>
    <message>
        <source>New since the last run: %1 %2</source>
        <extracomment>%1 is a parameter that the run before this one did not have, %2 its value</extracomment>
        <translation>相比上次执行新增：%1 %2</translation>
    </message>
    <message>
        <source>Gone since the last run: %1 %2</source>
        <extracomment>%1 is a parameter that the run before this one had, %2 its value there</extracomment>
        <translation>相比上次执行已去除：%1 %2</translation>
    </message>
    <message>
        <source>Changed since the last run: %1 (hidden)</source>
        <extracomment>%1 is a parameter whose value is a secret</extracomment>
        <translation>相比上次执行有更改：%1（已隐藏）</translation>
    </message>
    <message>
        <source>Changed since the last run: %1 %2 → %3</source>
        <extracomment>%1 is a parameter, %2 its value in the run before this one, %3 its value now</extracomment>
        <translation>相比上次执行有更改：%1 %2 → %3</translation>
    </message>
    <message>
        <source>Compared with the run before it: %1, started %2, %3.</source>
        <extracomment>%1 is the id and template version of a run, %2 when it started, %3 how it ended</extracomment>
        <translation>已与上一个执行比较：%1，启动于 %2，%3。</translation>
    </message>
    <message>
        <source>Compared with a run that started in the same second, so that it may be the later one: %1, started %2, %3.</source>
        <extracomment>%1 is the id and template version of a run, %2 when it started, %3 how it ended</extracomment>
        <translation>已与同一秒启动的执行比较，它也可能是较晚的那个：%1，启动于 %2，%3。</translation>
    </message>
    <message>
        <source>No parameter differs.</source>
        <translation>参数没有差异。</translation>
    </message>
    <message numerus="yes">
        <source>%n parameter(s) differ.</source>
        <translation>
            <numerusform>有 %n 个参数不同。</numerusform>
        </translation>
    </message>
    <message>
        <source>The run has no stored template, so there is no earlier run to compare its parameters with.</source>
        <translation>该执行没有已保存的模板，因此没有可与之比较参数的先前执行。</translation>
    </message>
    <message>
        <source>No earlier run of this template was found among the newest runs; older ones were not read.</source>
        <translation>在最新的执行中未找到此模板的先前执行；未读取更早的执行。</translation>
    </message>
    <message>
        <source>This is the first run of this template: there is nothing to compare the parameters with.</source>
        <translation>这是此模板的首次执行：没有可与之比较参数的执行。</translation>
    </message>
    <message>
        <source>The run before this one could not be read, so the parameters are not compared. %1</source>
        <translation>未能读取上一个执行，因此未比较参数。%1</translation>
    </message>
</context>
<context>
    <name>ParameterEntry</name>
    <message>
        <source>too long for a field; it stands in the tab JSON</source>
        <translation>内容过长，无法放入输入框；请在“JSON”选项卡中查看</translation>
    </message>
    <message>
        <source>an empty text</source>
        <translation>空文本</translation>
    </message>
    <message>
        <source>entered, not shown</source>
        <translation>已输入，不显示</translation>
    </message>
</context>
<context>
    <name>ParameterForm</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 is the value of a parameter, %2 where it comes from, such as &quot;from the run&quot;</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Parameters of the template</source>
        <translation>模板的参数</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is the name of a parameter, %2 its type and range</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>the run&apos;s value is not shown and not sent again</source>
        <translation>该执行中的值不显示，也不会再次发送</translation>
    </message>
    <message>
        <source>kept, not shown</source>
        <translation>保留，不显示</translation>
    </message>
    <message>
        <source>from the run</source>
        <translation>来自该执行</translation>
    </message>
    <message>
        <source>default, not shown</source>
        <comment>origin of a value</comment>
        <translation>默认值，不显示</translation>
    </message>
    <message>
        <source>default</source>
        <comment>origin of a value</comment>
        <translation>默认值</translation>
    </message>
    <message>
        <source>required, no value</source>
        <translation>必填，无值</translation>
    </message>
    <message>
        <source>no value known</source>
        <translation>没有已知的值</translation>
    </message>
    <message>
        <source>when the task ran last</source>
        <translation>任务上次运行时</translation>
    </message>
    <message>
        <source>from the template, with the run&apos;s parameters</source>
        <translation>来自模板，使用该执行的参数</translation>
    </message>
    <message>
        <source>from the template</source>
        <translation>来自模板</translation>
    </message>
    <message>
        <source>Properties of the task %1</source>
        <extracomment>%1 is the name of a task</extracomment>
        <translation>任务 %1 的属性</translation>
    </message>
    <message>
        <source>Property of the task: text or JSON</source>
        <translation>任务属性：文本或 JSON</translation>
    </message>
    <message>
        <source>Property of the task</source>
        <translation>任务属性</translation>
    </message>
    <message>
        <source>Members that nothing declares</source>
        <translation>未声明的成员</translation>
    </message>
    <message>
        <source>(without a name)</source>
        <translation>（无名称）</translation>
    </message>
    <message>
        <source>Text or JSON</source>
        <translation>文本或 JSON</translation>
    </message>
    <message numerus="yes">
        <source>Members that nothing declares; %n more in the text only</source>
        <translation>
            <numerusform>未声明的成员；另有 %n 个仅见于文本</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ParameterWords</name>
    <message>
        <source>at least %1</source>
        <comment>range of a number</comment>
        <translation>至少 %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <comment>range of a number</comment>
        <translation>至多 %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>range of a number</comment>
        <translation>%1 到 %2</translation>
    </message>
    <message>
        <source>length %1</source>
        <extracomment>How long a text may be; %1 is a range such as &quot;2 to 64&quot;</extracomment>
        <translation>长度 %1</translation>
    </message>
    <message>
        <source>The parameters are larger than 64 KiB, the most that is sent.</source>
        <translation>参数超过 64 KiB，这是可发送的上限。</translation>
    </message>
    <message>
        <source>The name %1 stands twice; the first one is in line %2.</source>
        <extracomment>%1 is the name of a member of a JSON object, %2 a line number</extracomment>
        <translation>名称 %1 出现了两次；第一次在第 %2 行。</translation>
    </message>
    <message>
        <source>This is no JSON object: parameters stand in braces.</source>
        <translation>这不是 JSON 对象：参数须写在花括号中。</translation>
    </message>
    <message>
        <source>This is no JSON: %1.</source>
        <extracomment>%1 is a reason such as &quot;expected &apos;:&apos;&quot;</extracomment>
        <translation>这不是 JSON：%1。</translation>
    </message>
    <message>
        <source>This is no JSON: %1, at %2.</source>
        <extracomment>%1 is a reason such as &quot;expected &apos;:&apos;&quot;, %2 the path of a member</extracomment>
        <translation>这不是 JSON：%1，位于 %2。</translation>
    </message>
    <message numerus="yes">
        <source>%1 is shorter than %n character(s).</source>
        <extracomment>%1 is the name of a parameter</extracomment>
        <translation>
            <numerusform>%1 短于 %n 个字符。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is longer than %n character(s).</source>
        <extracomment>%1 is the name of a parameter</extracomment>
        <translation>
            <numerusform>%1 长于 %n 个字符。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is less than %2.</source>
        <extracomment>%1 is the name of a parameter, %2 a number</extracomment>
        <translation>%1 小于 %2。</translation>
    </message>
    <message>
        <source>%1 is greater than %2.</source>
        <extracomment>%1 is the name of a parameter, %2 a number</extracomment>
        <translation>%1 大于 %2。</translation>
    </message>
    <message>
        <source>%1 is not of the type %2.</source>
        <extracomment>%1 is the name of a parameter, %2 a type such as Number</extracomment>
        <translation>%1 不是 %2 类型。</translation>
    </message>
    <message>
        <source>%1 is not among the values that the template allows.</source>
        <translation>%1 不在模板允许的值之中。</translation>
    </message>
    <message>
        <source>%1 does not have the form %2.</source>
        <extracomment>%1 is the name of a parameter, %2 a regular expression</extracomment>
        <translation>%1 不符合格式 %2。</translation>
    </message>
    <message>
        <source>%1 is required.</source>
        <translation>%1 为必填项。</translation>
    </message>
    <message>
        <source>The template does not declare %1.</source>
        <translation>模板未声明 %1。</translation>
    </message>
    <message>
        <source>The template does not declare %1, but %2.</source>
        <extracomment>%1 and %2 are names that differ in upper and lower case</extracomment>
        <translation>模板未声明 %1，但声明了 %2。</translation>
    </message>
    <message>
        <source>%1 is a reference; its value cannot be checked here.</source>
        <translation>%1 是引用，无法在此检查其值。</translation>
    </message>
    <message>
        <source>The form that the template asks of %1 cannot be checked here.</source>
        <translation>无法在此检查 %1 是否符合模板要求的格式。</translation>
    </message>
    <message>
        <source>%1 The template says: %2</source>
        <extracomment>%1 is a sentence of ours, %2 the template&apos;s own words about the same</extracomment>
        <translation>%1模板中的说明：%2</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <extracomment>%1 and %2 are numbers, %3 a sentence about that place</extracomment>
        <translation>第 %1 行，第 %2 列：%3</translation>
    </message>
    <message>
        <source>each one of %1</source>
        <extracomment>Which values the items of a list may have; %1 is a list of values</extracomment>
        <translation>每一项均为 %1 之一</translation>
    </message>
    <message>
        <source>of the form %1</source>
        <extracomment>%1 is a regular expression</extracomment>
        <translation>格式为 %1</translation>
    </message>
    <message>
        <source>secret</source>
        <comment>kind of a parameter</comment>
        <translation>保密</translation>
    </message>
    <message>
        <source>required</source>
        <comment>kind of a parameter</comment>
        <translation>必填</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a list</comment>
        <extracomment>What stands between the parts of a list such as &quot;Number, 60 to 3600&quot;</extracomment>
        <translation>，</translation>
    </message>
    <message>
        <source>%1 stands for a secret that is not here: one that was typed is not kept when the dialog closes or the program is locked. Type it again, or take the change back.</source>
        <translation>%1 代表一个不在此处的机密：对话框关闭或程序锁定时，已键入的机密不会保留。请重新键入，或撤销更改。</translation>
    </message>
</context>
<context>
    <name>ParametersPane</name>
    <message>
        <source>Ways to enter the parameters</source>
        <translation>输入参数的方式</translation>
    </message>
    <message>
        <source>Form</source>
        <comment>tab: parameters as a form</comment>
        <translation>表单</translation>
    </message>
    <message>
        <source>The text of the tab JSON cannot be read, so the fields are closed. They show the last text that could be read.</source>
        <translation>无法读取“JSON”选项卡中的文本，因此各字段已锁定，显示的是最近一次能够读取的文本。</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>插入</translation>
    </message>
    <message>
        <source>Insert an output or a name</source>
        <translation>插入输出或名称</translation>
    </message>
    <message>
        <source>Ctrl+Space offers outputs of tasks that have run, and names.</source>
        <translation>按 Ctrl+Space 可从已运行任务的输出和各种名称中选择。</translation>
    </message>
    <message>
        <source>Show the place</source>
        <translation>显示所在位置</translation>
    </message>
</context>
<context>
    <name>PauseWords</name>
    <message numerus="yes">
        <source>%n task(s) failed and can be tried again or skipped.</source>
        <translation>
            <numerusform>有 %n 个任务失败，可以重试或跳过。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: the service gives no reason.</source>
        <extracomment>%1 is a task that failed</extracomment>
        <translation>%1：服务未给出原因。</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <extracomment>%1 is a task that failed, %2 the reason in the service&apos;s words</extracomment>
        <translation>%1：“%2”</translation>
    </message>
    <message numerus="yes">
        <source>%n more failed task(s) are in the list of tasks.</source>
        <translation>
            <numerusform>任务列表中还有 %n 个失败的任务。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 succeeded, %2 failed, %3 in another state</source>
        <extracomment>items of a batch: %1 succeeded, %2 failed, %3 are in another state</extracomment>
        <translation>%1 个成功，%2 个失败，%3 个处于其他状态</translation>
    </message>
    <message>
        <source>%1 succeeded, %2 failed</source>
        <extracomment>items of a batch: %1 succeeded, %2 failed</extracomment>
        <translation>%1 个成功，%2 个失败</translation>
    </message>
    <message>
        <source>%1: batch %2 of %3 is done: %4.</source>
        <extracomment>%1 is a task that is a loop, %2 and %3 are numbers, %4 is how the items of the batch stand</extracomment>
        <translation>%1：第 %2 批（共 %3 批）已完成：%4。</translation>
    </message>
    <message>
        <source>%1: batch %2 is done: %3.</source>
        <extracomment>%1 is a task that is a loop, %2 a number, %3 is how the items of the batch stand</extracomment>
        <translation>%1：第 %2 批已完成：%3。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n task(s) of the template have run.</source>
        <extracomment>%1 is how many tasks of a template have run, %n how many it has</extracomment>
        <translation>
            <numerusform>模板的 %n 个任务中已运行 %1 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, item %2</source>
        <extracomment>%1 is a task, %2 the item of its loop</extracomment>
        <translation>%1，循环项 %2</translation>
    </message>
</context>
<context>
    <name>PolicyView</name>
    <message>
        <source>RAM policy</source>
        <translation>RAM 权限策略</translation>
    </message>
    <message>
        <source>Cop&amp;y policy</source>
        <translation>复制权限策略(&amp;Y)</translation>
    </message>
</context>
<context>
    <name>PreferenceWords</name>
    <message numerus="yes">
        <source>A note has at most %n character(s).</source>
        <translation>
            <numerusform>备注最多 %n 个字符。</numerusform>
        </translation>
    </message>
    <message>
        <source>A character that cannot be seen stands in it. Type the note anew.</source>
        <translation>其中含有不可见的字符。请重新输入备注。</translation>
    </message>
    <message>
        <source>Both times are the same, so there are no quiet hours.</source>
        <translation>两个时间相同，因此没有免打扰时段。</translation>
    </message>
    <message>
        <source>No notice is shown from %1 to %2.</source>
        <extracomment>%1 and %2 are times of the day</extracomment>
        <translation>从 %1 到 %2 不显示通知。</translation>
    </message>
    <message>
        <source>No notice is shown from %1 to %2 of the next day.</source>
        <extracomment>%1 and %2 are times of the day</extracomment>
        <translation>从 %1 到次日 %2 不显示通知。</translation>
    </message>
    <message>
        <source>Write the note first.</source>
        <translation>请先填写备注。</translation>
    </message>
    <message>
        <source>“%1” looks like a key. Keys are not kept in notes.</source>
        <extracomment>%1 is the beginning of what looks like a key</extracomment>
        <translation>“%1”看起来像密钥。密钥不会保存在备注中。</translation>
    </message>
    <message>
        <source>This note is in the list already.</source>
        <translation>此备注已在列表中。</translation>
    </message>
    <message numerus="yes">
        <source>The list is full: an act has at most %n usual note(s).</source>
        <translation>
            <numerusform>列表已满：每种操作最多 %n 条常用备注。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProfileForm</name>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>地域</translation>
    </message>
    <message>
        <source>Banner and notes</source>
        <translation>横幅与备注</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Test result</source>
        <translation>测试结果</translation>
    </message>
    <message>
        <source>Give up the key while the program is locked</source>
        <translation>程序锁定期间放弃访问密钥</translation>
    </message>
    <message>
        <source>Locking takes the key out of memory, and nothing is watched with it meanwhile. A key in the keychain is read again afterwards; one of this session has to be entered again.</source>
        <translation>锁定会将访问密钥从内存中移除，在此期间不会用它监视任何内容。密钥环中的访问密钥之后会重新读取；仅用于本次会话的访问密钥则须重新输入。</translation>
    </message>
</context>
<context>
    <name>ProfileKeyForm</name>
    <message>
        <source>Access key &amp;id</source>
        <translation>访问密钥 ID(&amp;I)</translation>
    </message>
    <message>
        <source>Access key id</source>
        <translation>访问密钥 ID</translation>
    </message>
    <message>
        <source>Access key s&amp;ecret</source>
        <translation>访问密钥 Secret(&amp;E)</translation>
    </message>
    <message>
        <source>Access key secret</source>
        <translation>访问密钥 Secret</translation>
    </message>
    <message>
        <source>Security to&amp;ken (optional)</source>
        <translation>安全令牌(&amp;K)（可选）</translation>
    </message>
    <message>
        <source>Security token (optional)</source>
        <translation>安全令牌（可选）</translation>
    </message>
    <message>
        <source>It ends at (optional)</source>
        <translation>到期时间（可选）</translation>
    </message>
    <message>
        <source>Keep the key in the syste&amp;m&apos;s keychain</source>
        <translation>将访问密钥保存在系统密钥环中(&amp;M)</translation>
    </message>
    <message>
        <source>Ask the ke&amp;ychain again</source>
        <translation>再次询问密钥环(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Use for this session</source>
        <translation>用于本次会话(&amp;U)</translation>
    </message>
    <message>
        <source>Uses the key that was entered until the program ends, and saves nothing.</source>
        <translation>使用输入的访问密钥直到程序结束，不保存任何内容。</translation>
    </message>
</context>
<context>
    <name>ProfilePlaceForm</name>
    <message>
        <source>Other profil&amp;e</source>
        <translation>其他配置(&amp;E)</translation>
    </message>
    <message>
        <source>Other profile</source>
        <translation>其他配置</translation>
    </message>
    <message>
        <source>Prov&amp;ider ARN</source>
        <translation>身份提供商 ARN(&amp;I)</translation>
    </message>
    <message>
        <source>Provider ARN</source>
        <translation>身份提供商 ARN</translation>
    </message>
    <message>
        <source>To&amp;ken file</source>
        <translation>令牌文件(&amp;K)</translation>
    </message>
    <message>
        <source>Token file</source>
        <translation>令牌文件</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Instance role (optional)</source>
        <translation>实例角色(&amp;I)（可选）</translation>
    </message>
    <message>
        <source>Instance role (optional)</source>
        <translation>实例角色（可选）</translation>
    </message>
    <message>
        <source>Addr&amp;ess</source>
        <translation>地址(&amp;E)</translation>
    </message>
    <message>
        <source>Address of the service</source>
        <translation>服务的地址</translation>
    </message>
    <message>
        <source>Co&amp;mmand line</source>
        <translation>命令行(&amp;M)</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>命令行</translation>
    </message>
    <message>
        <source>CLI&apos;s f&amp;ile</source>
        <translation>CLI 的文件(&amp;I)</translation>
    </message>
    <message>
        <source>CLI&apos;s file</source>
        <translation>CLI 的文件</translation>
    </message>
    <message>
        <source>Profile in th&amp;e file</source>
        <translation>文件中的配置(&amp;E)</translation>
    </message>
    <message>
        <source>Profile in the file</source>
        <translation>文件中的配置</translation>
    </message>
</context>
<context>
    <name>ProfileRoleForm</name>
    <message>
        <source>Role ARN</source>
        <translation>角色 ARN</translation>
    </message>
    <message>
        <source>Session name</source>
        <translation>会话名称</translation>
    </message>
    <message>
        <source>Session lengt&amp;h</source>
        <translation>会话时长(&amp;H)</translation>
    </message>
    <message>
        <source>Session length</source>
        <translation>会话时长</translation>
    </message>
    <message>
        <source>Unit of the session length</source>
        <translation>会话时长的单位</translation>
    </message>
    <message>
        <source>E&amp;xternal id (optional)</source>
        <translation>外部 ID(&amp;X)（可选）</translation>
    </message>
    <message>
        <source>External id (optional)</source>
        <translation>外部 ID（可选）</translation>
    </message>
    <message>
        <source>Policy, &amp;JSON (optional)</source>
        <translation>权限策略，JSON(&amp;J)（可选）</translation>
    </message>
    <message>
        <source>Policy, JSON (optional)</source>
        <translation>权限策略，JSON（可选）</translation>
    </message>
</context>
<context>
    <name>ProfileSourceForm</name>
    <message>
        <source>Keys &amp;come from</source>
        <translation>访问密钥来源(&amp;C)</translation>
    </message>
    <message>
        <source>Keys come from</source>
        <translation>访问密钥来源</translation>
    </message>
    <message>
        <source>Take a ro&amp;le with these keys</source>
        <translation>用这些访问密钥扮演角色(&amp;L)</translation>
    </message>
</context>
<context>
    <name>ProfilesDialog</name>
    <message>
        <source>Profiles</source>
        <translation>账号配置</translation>
    </message>
    <message>
        <source>No profile yet</source>
        <translation>尚无账号配置</translation>
    </message>
    <message>
        <source>A profile is one way of acting in one account. It needs a name, the regions to watch, and an access key. Take the key of a RAM user that was made for this and has few rights, not the key of the account itself: every program of your desktop session can read an open keychain.</source>
        <translation>一个配置表示在一个账号中的一种操作身份。它需要名称、要关注的地域和访问密钥。请使用专为此创建、权限较少的 RAM 用户的访问密钥，不要使用账号本身的访问密钥：您桌面会话中的每个程序都能读取已解锁的密钥环。</translation>
    </message>
    <message>
        <source>&amp;Add a profile…</source>
        <translation>添加配置(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Profiles</source>
        <translation>账号配置(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>删除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>测试(&amp;T)</translation>
    </message>
    <message>
        <source>Re&amp;vert</source>
        <translation>还原(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>From the files of the aliyun CLI and the SDKs, or from the environment</source>
        <translation>从 aliyun CLI 和各 SDK 的文件，或从环境变量导入</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
</context>
<context>
    <name>RegionPicker</name>
    <message>
        <source>&amp;Filter regions</source>
        <translation>筛选地域(&amp;F)</translation>
    </message>
    <message>
        <source>Filter regions</source>
        <translation>筛选地域</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>地域</translation>
    </message>
    <message>
        <source>Another region i&amp;d</source>
        <translation>其他地域 ID(&amp;D)</translation>
    </message>
    <message>
        <source>Another region id</source>
        <translation>其他地域 ID</translation>
    </message>
    <message>
        <source>Add regi&amp;on</source>
        <translation>添加地域(&amp;O)</translation>
    </message>
</context>
<context>
    <name>Rest</name>
    <message>
        <source>ready in %1 s</source>
        <extracomment>Answer to a press that came too early; %1 is a number such as 0.4.</extracomment>
        <translation>%1 秒后可用</translation>
    </message>
</context>
<context>
    <name>ReviewStanding</name>
    <message>
        <source>you act as %1</source>
        <extracomment>%1 is a user, or a role with its session</extracomment>
        <translation>当前身份 %1</translation>
    </message>
    <message>
        <source>you act as %1 (%2)</source>
        <extracomment>%1 is a user, or a role with its session, %2 that this was not verified today</extracomment>
        <translation>当前身份 %1（%2）</translation>
    </message>
</context>
<context>
    <name>ReviewSubject</name>
    <message>
        <source>The tasks of the run are still being read.</source>
        <translation>仍在读取该执行的任务。</translation>
    </message>
    <message>
        <source>The tasks of the run could not be read. %1</source>
        <translation>未能读取该执行的任务。%1</translation>
    </message>
    <message>
        <source>Several tasks of this run wait: choose one of them in the list.</source>
        <translation>该执行有多个任务在等待：请在列表中选择其一。</translation>
    </message>
    <message>
        <source>The run is still being read.</source>
        <translation>仍在读取该执行。</translation>
    </message>
    <message>
        <source>The run could not be read. %1</source>
        <translation>未能读取该执行。%1</translation>
    </message>
    <message>
        <source>The template is still being read.</source>
        <translation>仍在读取模板。</translation>
    </message>
    <message>
        <source>The template could not be read. %1</source>
        <translation>未能读取模板。%1</translation>
    </message>
    <message>
        <source>Which call would be made could not be read, neither from the task nor from the template.</source>
        <translation>从任务和模板中都未能读到将发起哪个调用。</translation>
    </message>
    <message>
        <source>There is nothing to decide: this wait is over.</source>
        <translation>没有需要决定的内容：此项等待已结束。</translation>
    </message>
    <message>
        <source>An earlier decision about this wait is not settled yet.</source>
        <translation>对此项等待的上一个决定尚无定论。</translation>
    </message>
    <message>
        <source>The account of these credentials is not known yet.</source>
        <translation>尚不知道这些凭证属于哪个账号。</translation>
    </message>
    <message>
        <source>There are no credentials for this account.</source>
        <translation>没有此账号的凭证。</translation>
    </message>
    <message>
        <source>You started this run, and by your settings you do not approve runs of your own.</source>
        <translation>此执行由您启动；按照您的设置，您不能同意自己启动的执行。</translation>
    </message>
    <message>
        <source>What became of an earlier decision about this wait could not be determined. Show it in the bar above, read it and close it first.</source>
        <translation>未能确定对此项等待的上一个决定的结果。请先通过上方的横条显示它，阅读后将其关闭。</translation>
    </message>
</context>
<context>
    <name>ReviewWords</name>
    <message>
        <source>not told</source>
        <translation>未给出</translation>
    </message>
    <message>
        <source>no approver list</source>
        <translation>无审批人列表</translation>
    </message>
    <message>
        <source>approvers: %1</source>
        <translation>审批人：%1</translation>
    </message>
    <message>
        <source>approvers: %1 (you are one of them)</source>
        <translation>审批人：%1（包括您）</translation>
    </message>
    <message>
        <source>approvers: %1 (you are not one of them)</source>
        <translation>审批人：%1（不包括您）</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>未读取</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>未能读取</translation>
    </message>
    <message numerus="yes">
        <source>%n needed · %1</source>
        <extracomment>%n approvals are needed; %1 says who may give them</extracomment>
        <translation>
            <numerusform>需 %n 人 · %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>%1 is a time, %2 how long ago that is</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>cannot be told: the template does not parse</source>
        <translation>无法判断：模板无法解析</translation>
    </message>
    <message>
        <source>cannot be told: the waiting task is not in the template&apos;s text</source>
        <translation>无法判断：模板文本中没有等待中的任务</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <extracomment>%1 is a product and its API, %2 a task</extracomment>
        <translation>%2 中的 %1</translation>
    </message>
    <message>
        <source>no risky call (by name)</source>
        <translation>无高风险调用（按名称判断）</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more (by name)</source>
        <translation>
            <numerusform>%1 及另外 %n 个（按名称判断）</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (by name)</source>
        <translation>%1（按名称判断）</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) behind the service&apos;s; over 10 nothing is sent</source>
        <translation>
            <numerusform>比服务慢 %n 分钟；超过 10 分钟则不发送任何内容</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ahead of the service&apos;s; over 10 nothing is sent</source>
        <translation>
            <numerusform>比服务快 %n 分钟；超过 10 分钟则不发送任何内容</numerusform>
        </translation>
    </message>
    <message>
        <source>Started by</source>
        <extracomment>%1 is a user, %2 a time</extracomment>
        <translation>发起人</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>启动于</translation>
    </message>
    <message>
        <source>Runs as role</source>
        <translation>执行角色</translation>
    </message>
    <message>
        <source>no role named</source>
        <translation>未指定角色</translation>
    </message>
    <message>
        <source>Waiting since</source>
        <translation>等待开始于</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>需要的同意</translation>
    </message>
    <message>
        <source>State of the run</source>
        <translation>执行状态</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Inside run</source>
        <translation>所属执行</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Later in the template</source>
        <translation>模板后续</translation>
    </message>
    <message>
        <source>Clock of this computer</source>
        <translation>本机时钟</translation>
    </message>
    <message>
        <source>The run could not be read. %1</source>
        <translation>未能读取该执行。%1</translation>
    </message>
    <message>
        <source>The tasks could not be read. %1</source>
        <translation>未能读取任务。%1</translation>
    </message>
    <message>
        <source>The template could not be read. %1</source>
        <translation>未能读取模板。%1</translation>
    </message>
    <message>
        <source>The service&apos;s list of risky calls could not be read. %1</source>
        <translation>未能读取服务给出的高风险调用列表。%1</translation>
    </message>
    <message>
        <source>The run has no stored template, so the service has no list of risky calls for it.</source>
        <translation>该执行没有已保存的模板，因此服务没有其高风险调用列表。</translation>
    </message>
    <message>
        <source>The log could not be read. %1</source>
        <translation>未能读取日志。%1</translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) in this run; this is task “%1”.</source>
        <extracomment>%n is at least 2, %1 a task</extracomment>
        <translation>
            <numerusform>该执行有 %n 处等待；此处为任务“%1”。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Template</source>
        <extracomment>%1 is a template and its version
----------
%1 is a template and its version, %2 a time of day</extracomment>
        <translation>模板</translation>
    </message>
    <message>
        <source>%1, read %2</source>
        <translation>%1，读取于 %2</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>未能读取</translation>
    </message>
    <message>
        <source>The text begins like JSON but is not valid JSON.</source>
        <translation>文本开头像 JSON，但不是有效的 JSON。</translation>
    </message>
    <message>
        <source>The template does not parse: %1</source>
        <translation>模板无法解析：%1</translation>
    </message>
    <message>
        <source>The template does not parse. Line %1: %2 (first in line %3)</source>
        <translation>模板无法解析。第 %1 行：%2（首次出现在第 %3 行）</translation>
    </message>
    <message>
        <source>The template does not parse. Line %1: %2</source>
        <translation>模板无法解析。第 %1 行：%2</translation>
    </message>
    <message>
        <source>no stored template</source>
        <translation>没有已保存的模板</translation>
    </message>
    <message>
        <source>Message of the task</source>
        <translation>任务消息</translation>
    </message>
    <message>
        <source>Message of the run</source>
        <translation>执行消息</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <extracomment>%1 is a task, %2 the note somebody left with a decision about it</extracomment>
        <translation>%1：“%2”</translation>
    </message>
    <message>
        <source>no note was left; the service does not say by whom</source>
        <translation>没有留下备注；服务未说明是谁决定的</translation>
    </message>
    <message>
        <source>%1 (the service does not say by whom)</source>
        <translation>%1（服务未说明是谁决定的）</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>For you</source>
        <translation>与您的关系</translation>
    </message>
    <message numerus="yes">
        <source>%n more parameter(s) differ.</source>
        <translation>
            <numerusform>另有 %n 个参数不同。</numerusform>
        </translation>
    </message>
    <message>
        <source>Way down</source>
        <translation>层级路径</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>不同之处</translation>
    </message>
    <message>
        <source>The rest of the log could not be read. %1</source>
        <translation>未能读取其余日志。%1</translation>
    </message>
    <message>
        <source>The log is being read.</source>
        <translation>正在读取日志。</translation>
    </message>
    <message>
        <source>Further lines are being read.</source>
        <translation>正在读取更多日志行。</translation>
    </message>
    <message numerus="yes">
        <source>%n older line(s) were read and are not kept.</source>
        <translation>
            <numerusform>较早的 %n 行已读取过，但未保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>The log has no lines.</source>
        <translation>日志中没有内容。</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <comment>who started a run</comment>
        <translation>%1（您）</translation>
    </message>
    <message>
        <source>%1 (not you)</source>
        <comment>who started a run</comment>
        <translation>%1（不是您）</translation>
    </message>
    <message>
        <source>Loop item</source>
        <translation>循环项</translation>
    </message>
    <message>
        <source>%1 (cannot tell whether it was you)</source>
        <extracomment>%1 is a user; the caller&apos;s role is shared by several people</extracomment>
        <translation>%1（无法判断是否为您）</translation>
    </message>
    <message>
        <source>%1, its text could not be read</source>
        <translation>%1，未能读取其文本</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>调用</translation>
    </message>
    <message>
        <source>could not be read, neither from the task nor from the template</source>
        <translation>从任务和模板中都未能读到</translation>
    </message>
</context>
<context>
    <name>RiskyCalls</name>
    <message>
        <source>%1 – %2</source>
        <extracomment>%1 is a high-risk call, %2 who says that it is one</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 – %2, rated Risk: Normal</source>
        <extracomment>%1 is a high-risk call, %2 who says that it is one</extracomment>
        <translation>%1 – %2，标为 Risk: Normal</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>%1 %2</source>
        <extracomment>two sentences, one after the other</extracomment>
        <translation>%1%2</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Und&amp;o</source>
        <translation>撤销(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Restore defaults</source>
        <translation>恢复默认值(&amp;R)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ShortcutList</name>
    <message>
        <source>Commands and keys of Countersign</source>
        <translation>Countersign 的命令与快捷键</translation>
    </message>
    <message>
        <source>Confirm a decision</source>
        <translation>确认决定</translation>
    </message>
    <message>
        <source>In the dialog of a decision, once its button is live</source>
        <translation>在决定对话框中，按钮可用之后</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Leave a dialog; no decision is sent</source>
        <translation>离开对话框；不发送任何决定</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is the name of a command, %2 what it does</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>Search the decisions</source>
        <translation>搜索决定</translation>
    </message>
    <message>
        <source>In the window of all decisions</source>
        <translation>在“所有决定”窗口中</translation>
    </message>
    <message>
        <source>Open the run of a decision</source>
        <translation>打开决定所属的执行</translation>
    </message>
    <message>
        <source>Clear search and filters</source>
        <translation>清除搜索和筛选</translation>
    </message>
</context>
<context>
    <name>StandingView</name>
    <message>
        <source>Rene&amp;w now</source>
        <translation>立即续期(&amp;W)</translation>
    </message>
    <message>
        <source>Command that renews the login</source>
        <translation>用于续期登录的命令</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>复制命令</translation>
    </message>
</context>
<context>
    <name>StandingWords</name>
    <message>
        <source>The key id ends in %1.</source>
        <extracomment>last characters of an access key id</extracomment>
        <translation>访问密钥 ID 的末尾为 %1。</translation>
    </message>
    <message>
        <source>in memory only</source>
        <comment>how a profile&apos;s key stands, in a list</comment>
        <translation>仅在内存中</translation>
    </message>
    <message>
        <source>The key is kept in memory only and ends with the program.</source>
        <translation>访问密钥仅保存在内存中，程序结束时清除。</translation>
    </message>
    <message>
        <source>in keychain</source>
        <comment>how a profile&apos;s key stands, in a list</comment>
        <translation>在密钥环中</translation>
    </message>
    <message>
        <source>The key is kept in the keychain since %1.</source>
        <translation>访问密钥自 %1 起保存在密钥环中。</translation>
    </message>
    <message>
        <source>The key is kept in the keychain.</source>
        <translation>访问密钥保存在密钥环中。</translation>
    </message>
    <message>
        <source>token ended %1</source>
        <translation>令牌已于 %1 到期</translation>
    </message>
    <message>
        <source>The token ended at %1, and nothing is read with it any more. Enter a new key with its token.</source>
        <translation>令牌已于 %1 到期，不再用它读取任何内容。请输入新的访问密钥及其令牌。</translation>
    </message>
    <message>
        <source>keys until %1</source>
        <extracomment>%1 is a time with a zone, and how long it is until then</extracomment>
        <translation>访问密钥有效至 %1</translation>
    </message>
    <message>
        <source>Its token ends at %1; it does not renew itself.</source>
        <translation>其令牌于 %1 到期；不会自动续期。</translation>
    </message>
    <message>
        <source>enter key again</source>
        <comment>how a profile&apos;s key stands, in a list</comment>
        <translation>须重新输入访问密钥</translation>
    </message>
    <message>
        <source>The key was entered for this session, and was taken out of memory when the program was locked. Enter it again.</source>
        <translation>此访问密钥是为本次会话输入的，程序锁定时已从内存中移除。请重新输入。</translation>
    </message>
    <message>
        <source>key not read</source>
        <comment>how a profile&apos;s key stands, in a list</comment>
        <translation>访问密钥未读取</translation>
    </message>
    <message>
        <source>no key</source>
        <comment>how a profile&apos;s key stands, in a list</comment>
        <translation>无访问密钥</translation>
    </message>
    <message>
        <source>The key is kept in the keychain and has not been read yet.</source>
        <translation>访问密钥保存在密钥环中，尚未读取。</translation>
    </message>
    <message>
        <source>No key was entered in this session, so nothing is read.</source>
        <translation>本次会话中未输入访问密钥，因此不会读取任何内容。</translation>
    </message>
    <message>
        <source>reading key…</source>
        <comment>how a profile&apos;s key stands, in a list</comment>
        <translation>正在读取访问密钥……</translation>
    </message>
    <message>
        <source>Reading the key from the keychain…</source>
        <translation>正在从密钥环读取访问密钥……</translation>
    </message>
    <message>
        <source>key unavailable</source>
        <comment>how a profile&apos;s key stands, in a list</comment>
        <translation>访问密钥不可用</translation>
    </message>
    <message>
        <source>too many roles in a row</source>
        <translation>先后扮演的角色过多</translation>
    </message>
    <message>
        <source>Too many profiles take their keys from each other: %1. Let this one begin nearer to a key.</source>
        <translation>逐级获取访问密钥的配置过多：%1。请让此配置改用更靠近访问密钥的配置。</translation>
    </message>
    <message>
        <source>leads in a circle</source>
        <translation>形成循环</translation>
    </message>
    <message>
        <source>Profiles take their keys from each other in a circle: %1. One of them needs another source.</source>
        <translation>配置之间循环获取访问密钥：%1。其中一个须改用其他来源。</translation>
    </message>
    <message>
        <source>waits for keys</source>
        <translation>等待访问密钥</translation>
    </message>
    <message>
        <source>The profile whose keys take the role has none at present. When it has, this one gets its keys by itself.</source>
        <translation>为扮演角色提供访问密钥的配置目前没有访问密钥。待其有了之后，此配置会自动获取访问密钥。</translation>
    </message>
    <message>
        <source>There are no keys. Renew to ask for them.</source>
        <translation>没有访问密钥。请续期以请求访问密钥。</translation>
    </message>
    <message>
        <source>keys here</source>
        <comment>how a profile&apos;s key stands, in a list</comment>
        <translation>已有访问密钥</translation>
    </message>
    <message>
        <source>The keys are here; when they end is not known.</source>
        <translation>已有访问密钥；何时到期未知。</translation>
    </message>
    <message>
        <source>The keys last until %1; others come before that.</source>
        <translation>访问密钥有效至 %1；在此之前会换用新的访问密钥。</translation>
    </message>
    <message>
        <source>renewing… · %1</source>
        <extracomment>%1 is how long keys last</extracomment>
        <translation>正在续期…… · %1</translation>
    </message>
    <message>
        <source>New keys are being fetched.</source>
        <translation>正在获取新的访问密钥。</translation>
    </message>
    <message>
        <source>The keys have ended.</source>
        <translation>访问密钥已到期。</translation>
    </message>
    <message>
        <source>not renewed</source>
        <translation>未能续期</translation>
    </message>
    <message>
        <source>The keys that are here are used on.</source>
        <translation>现有的访问密钥会继续使用。</translation>
    </message>
    <message>
        <source>not renewed · keys until %1</source>
        <translation>未能续期 · 访问密钥有效至 %1</translation>
    </message>
    <message>
        <source>The keys that are here are used on until they end at %1.</source>
        <translation>现有的访问密钥会继续使用，直到 %1 到期。</translation>
    </message>
    <message>
        <source>no keys</source>
        <comment>how a profile&apos;s key stands, in a list</comment>
        <translation>无访问密钥</translation>
    </message>
    <message>
        <source>Nothing is read or sent with this profile.</source>
        <translation>不会用此配置读取或发送任何内容。</translation>
    </message>
    <message>
        <source>Next try at %1.</source>
        <translation>下次尝试 %1。</translation>
    </message>
    <message>
        <source>waits for your agreement</source>
        <translation>等待您允许</translation>
    </message>
    <message>
        <source>Where the keys come from has not been agreed to yet, so nothing was run or asked. Read it in the profile, and agree to it or not.</source>
        <translation>访问密钥的来源尚未得到允许，因此未运行任何程序，也未发出任何请求。请在配置中查看其内容，并决定是否允许。</translation>
    </message>
    <message>
        <source>getting keys…</source>
        <translation>正在获取访问密钥……</translation>
    </message>
    <message>
        <source>The keys are being fetched…</source>
        <translation>正在获取访问密钥……</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <comment>a new profile, in a list</comment>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>Not saved yet.</source>
        <translation>尚未保存。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 is a time with a zone, %2 how long it is until then</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Acts as %1.</source>
        <extracomment>Of a profile; %1 is a user, or a role with its session</extracomment>
        <translation>操作身份为 %1。</translation>
    </message>
    <message>
        <source>Acts as %1 (%2).</source>
        <extracomment>Of a profile; %1 is a user, or a role with its session, %2 that this was not verified today</extracomment>
        <translation>操作身份为 %1（%2）。</translation>
    </message>
</context>
<context>
    <name>StartAgainDialog</name>
    <message>
        <source>&amp;Description (optional; shown with the run)</source>
        <translation>说明(&amp;D)（可选；随执行显示）</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>&amp;Open its review</source>
        <translation>打开其详情(&amp;O)</translation>
    </message>
</context>
<context>
    <name>TakenWords</name>
    <message>
        <source>task “%1” is now %2</source>
        <extracomment>%1 is a task, %2 a state such as Success</extracomment>
        <translation>任务“%1”现为“%2”</translation>
    </message>
    <message>
        <source>task “%1” is now %2, the run is %3</source>
        <extracomment>%1 is a task, %2 and %3 are states such as Success</extracomment>
        <translation>任务“%1”现为“%2”，执行为“%3”</translation>
    </message>
    <message>
        <source>The note at the task: “%1”</source>
        <extracomment>%1 is the note of a person</extracomment>
        <translation>任务中的备注：“%1”</translation>
    </message>
    <message>
        <source>Decided with others; your %1 at %2 was one of several: %3.</source>
        <extracomment>%1 is an act such as Approve, %2 a time, %3 what became of a task</extracomment>
        <translation>已与他人共同决定；您于 %2 的“%1”是其中之一：%3。</translation>
    </message>
    <message>
        <source>Decided from this computer, by %1 at %2: %3.</source>
        <extracomment>%1 is an act such as Approve, %2 a time, %3 what became of a task</extracomment>
        <translation>已从本机作出决定（%2，%1）：%3。</translation>
    </message>
    <message>
        <source>Decided, but not certainly by you: %1.</source>
        <extracomment>%1 is what became of a task</extracomment>
        <translation>已有决定，但不能确定是您的决定：%1。</translation>
    </message>
    <message>
        <source>Decided by someone else: %1.</source>
        <extracomment>%1 is what became of a task</extracomment>
        <translation>他人已作出决定：%1。</translation>
    </message>
    <message>
        <source>Decided: %1.</source>
        <extracomment>by whom is not known; %1 is what became of a task</extracomment>
        <translation>已有决定：%1。</translation>
    </message>
</context>
<context>
    <name>TaskChoice</name>
    <message>
        <source>Nothing has run: the template begins with this task. The order is our proposal.</source>
        <translation>尚未运行任何任务：模板从此任务开始。此顺序由本程序建议。</translation>
    </message>
    <message>
        <source>The template goes on with this task after “%1”. The order is our proposal.</source>
        <extracomment>%1 is a task</extracomment>
        <translation>按照模板，“%1”之后是此任务。此顺序由本程序建议。</translation>
    </message>
    <message>
        <source>The loop “%1” has not ended: it is proposed again.</source>
        <translation>循环“%1”尚未结束：再次建议该任务。</translation>
    </message>
    <message>
        <source>Which way “%1” went could not be read: this is its usual one, and a guess.</source>
        <translation>未能读到“%1”之后的走向：此处为通常的走向，仅是推测。</translation>
    </message>
    <message>
        <source>The template ends after “%1”: no task is proposed.</source>
        <translation>模板在“%1”之后结束：不建议任何任务。</translation>
    </message>
    <message>
        <source>Task “%1” has failed and the template names no way on: no task is proposed.</source>
        <translation>任务“%1”已失败，而模板未指定后续走向：不建议任何任务。</translation>
    </message>
    <message>
        <source>Which task comes next cannot be told: none is proposed.</source>
        <translation>无法判断下一个任务是哪个：不建议任何任务。</translation>
    </message>
    <message>
        <source>Task “%1” has run already: %2, %3. It would run again.</source>
        <extracomment>%1 is a task, %2 a state such as Success, %3 a time</extracomment>
        <translation>任务“%1”已经运行过：%2，%3。它将再次运行。</translation>
    </message>
    <message>
        <source>It gave no outputs.</source>
        <translation>它没有产生输出。</translation>
    </message>
    <message>
        <source>Its last outputs: %1</source>
        <extracomment>%1 is a list of names and values</extracomment>
        <translation>其最近一次的输出：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n more output(s) stand under Tasks.</source>
        <translation>
            <numerusform>“任务”中还有 %n 个输出。</numerusform>
        </translation>
    </message>
    <message>
        <source>This task has a condition: the service may skip it.</source>
        <translation>此任务设有条件：服务可能会跳过它。</translation>
    </message>
    <message>
        <source>%1 · %2 · next in order (proposed)</source>
        <extracomment>%1 is a task, %2 its action</extracomment>
        <translation>%1 · %2 · 顺序上的下一个（建议）</translation>
    </message>
    <message>
        <source>%1 · %2 · has run</source>
        <translation>%1 · %2 · 已运行过</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>a task and its action</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>TaskField</name>
    <message>
        <source>&amp;Task</source>
        <translation>任务(&amp;T)</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Choose a task</source>
        <translation>选择任务</translation>
    </message>
    <message>
        <source>Loop &amp;item</source>
        <translation>循环项(&amp;I)</translation>
    </message>
    <message>
        <source>Loop item</source>
        <translation>循环项</translation>
    </message>
</context>
<context>
    <name>TasksField</name>
    <message>
        <source>&amp;Failed tasks</source>
        <translation>失败的任务(&amp;F)</translation>
    </message>
    <message>
        <source>Filter the failed tasks</source>
        <translation>筛选失败的任务</translation>
    </message>
    <message>
        <source>Filter by task, item, reason or id</source>
        <translation>按任务、循环项、原因或 ID 筛选</translation>
    </message>
    <message>
        <source>Choose &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>Choose n&amp;one</source>
        <translation>全不选(&amp;O)</translation>
    </message>
    <message>
        <source>Failed tasks</source>
        <translation>失败的任务</translation>
    </message>
</context>
<context>
    <name>TransportWords</name>
    <message>
        <source>The service could not prove who it is: nobody this computer trusts has issued its certificate. If your company opens encrypted connections, name its CA file under Settings, Network.</source>
        <translation>服务无法证明其身份：其证书不是由本机信任的机构颁发的。如果您的公司会解密加密连接，请在“设置”的“网络”中指定公司的 CA 文件。</translation>
    </message>
    <message>
        <source>The service could not prove who it is: its certificate has expired, or the clock of this computer is wrong. The clock says %1.</source>
        <translation>服务无法证明其身份：其证书已过期，或本机时钟有误。本机时钟显示 %1。</translation>
    </message>
    <message>
        <source>The service could not prove who it is: its certificate is not valid yet, or the clock of this computer is wrong. The clock says %1.</source>
        <translation>服务无法证明其身份：其证书尚未生效，或本机时钟有误。本机时钟显示 %1。</translation>
    </message>
    <message>
        <source>The service could not prove who it is: its certificate is for another host. Check the endpoint of the profile, and whether this network asks you to sign in first.</source>
        <translation>服务无法证明其身份：其证书属于另一台主机。请检查此配置的接入地址，以及此网络是否要求您先登录。</translation>
    </message>
    <message>
        <source>The service could not prove who it is: its certificate is too weak or not meant for a server. Tell whoever runs the endpoint.</source>
        <translation>服务无法证明其身份：其证书强度过低，或不是用于服务器的证书。请告知该接入地址的运营者。</translation>
    </message>
    <message>
        <source>No encrypted connection came about: what answered does not speak TLS 1.2 or newer. Check the endpoint, and whether this network asks you to sign in first.</source>
        <translation>未能建立加密连接：应答的一方不支持 TLS 1.2 或更新版本。请检查接入地址，以及此网络是否要求您先登录。</translation>
    </message>
    <message>
        <source>The service could not prove who it is: its certificate was refused.</source>
        <translation>服务无法证明其身份：证书未通过验证。</translation>
    </message>
    <message>
        <source>The proxy %1 wants a user name and password, or does not accept those it got. It is not asked again until you enter others or test the connection under Settings, Network.</source>
        <translation>代理 %1 要求用户名和密码，或不接受已提供的用户名和密码。在您输入其他用户名和密码，或在“设置”的“网络”中测试连接之前，不会再次向它请求。</translation>
    </message>
    <message>
        <source>The password of the proxy %1 has not been read. Unlock the keychain, or enter it under Settings, Network.</source>
        <translation>尚未读取代理 %1 的密码。请解锁密钥环，或在“设置”的“网络”中输入密码。</translation>
    </message>
    <message>
        <source>No usable proxy is named. Choose another one under Settings, Network.</source>
        <translation>未指定可用的代理。请在“设置”的“网络”中另选一个。</translation>
    </message>
    <message>
        <source>The proxy %1 does not connect to the service. If it wants a user name and password, enter them under Settings, Network.</source>
        <translation>代理 %1 拒绝连接到服务。如果它要求用户名和密码，请在“设置”的“网络”中输入。</translation>
    </message>
    <message>
        <source>The service could not be reached.</source>
        <translation>无法连接到服务。</translation>
    </message>
    <message>
        <source>The proxy %1 could not be reached. Check it under Settings, Network.</source>
        <translation>无法连接到代理 %1。请在“设置”的“网络”中检查。</translation>
    </message>
    <message>
        <source>The service could not be reached through the proxy %1.</source>
        <translation>无法经由代理 %1 连接到服务。</translation>
    </message>
    <message>
        <source>This computer did not say in time which proxy to take. Choose one under Settings, Network.</source>
        <translation>本机未在规定时间内告知应使用哪个代理。请在“设置”的“网络”中选择一个。</translation>
    </message>
    <message>
        <source>The service did not answer in time.</source>
        <translation>服务未在规定时间内回应。</translation>
    </message>
    <message>
        <source>No answer came in time through the proxy %1.</source>
        <translation>经由代理 %1 未在规定时间内得到回应。</translation>
    </message>
    <message>
        <source>Nothing was sent: %1 is not an endpoint of Alibaba Cloud, and nobody has agreed to it. Agree to it in the profile, or choose another endpoint.</source>
        <translation>未发送任何内容：%1 不是阿里云的接入地址，也未得到任何人的允许。请在配置中允许，或选择其他接入地址。</translation>
    </message>
    <message>
        <source>Nothing was sent: %1 is the endpoint of another region or service of Alibaba Cloud. Choose the region&apos;s own endpoint in the profile.</source>
        <translation>未发送任何内容：%1 是阿里云其他地域或服务的接入地址。请在配置中选择该地域自己的接入地址。</translation>
    </message>
</context>
<context>
    <name>TroubleLines</name>
    <message>
        <source>The service asks to slow down. Decisions still go first.</source>
        <translation>服务要求放慢请求；决定仍优先发送。</translation>
    </message>
    <message>
        <source>What is listed is old.</source>
        <translation>所列内容已陈旧。</translation>
    </message>
    <message>
        <source>The list ended early: not everything that waits is listed.</source>
        <translation>列表提前结束：等待中的内容未全部列出。</translation>
    </message>
    <message>
        <source>It could not be read.</source>
        <translation>未能读取。</translation>
    </message>
    <message>
        <source>Last read at %1.</source>
        <translation>上次读取于 %1。</translation>
    </message>
    <message>
        <source>Never read so far.</source>
        <translation>至今从未读取。</translation>
    </message>
    <message>
        <source>%1: %2 %3 Next try at %4.</source>
        <extracomment>%1 is an account and a region, %2 and %3 are sentences, %4 a time</extracomment>
        <translation>%1：%2%3下次尝试 %4。</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <extracomment>%1 is an account and a region, %2 and %3 are sentences</extracomment>
        <translation>%1：%2%3</translation>
    </message>
    <message>
        <source>The service refuses to list child executions: what waits inside of other runs is not listed.</source>
        <translation>服务拒绝列出子执行：其他执行内部的等待项不会列出。</translation>
    </message>
    <message>
        <source>The profile is locked. It is read when its credentials are there.</source>
        <translation>此配置已锁定。有了凭证后才会读取。</translation>
    </message>
    <message numerus="yes">
        <source>%1 / %n region(s)</source>
        <extracomment>%1 is an account</extracomment>
        <translation>
            <numerusform>%1 / %n 个地域</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is an account and a region, %2 a sentence</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2 Nothing more is read with this profile before you read again or change it.</source>
        <extracomment>%1 is an account and a region, %2 a sentence</extracomment>
        <translation>%1：%2在您重新读取或更改此配置之前，不会再用它读取任何内容。</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n further account(s)</source>
        <extracomment>%1 is an account</extracomment>
        <translation>
            <numerusform>%1 及另外 %n 个账号</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnknownDialog</name>
    <message>
        <source>What happened to this decision</source>
        <translation>此决定的情况</translation>
    </message>
    <message>
        <source>&amp;Decision</source>
        <translation>决定(&amp;D)</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>&amp;Note for the journal (optional; it stays on this computer)</source>
        <translation>写入决定记录的备注(&amp;N)（可选；只保存在本机）</translation>
    </message>
    <message>
        <source>Note for the journal</source>
        <translation>写入决定记录的备注</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Open its &amp;review</source>
        <translation>打开其详情(&amp;R)</translation>
    </message>
    <message>
        <source>Open in the &amp;web console</source>
        <translation>在网页控制台中打开(&amp;W)</translation>
    </message>
    <message>
        <source>Co&amp;py the address</source>
        <translation>复制地址(&amp;P)</translation>
    </message>
    <message>
        <source>Read &amp;on</source>
        <translation>继续阅读(&amp;O)</translation>
    </message>
    <message>
        <source>Chec&amp;k now</source>
        <translation>立即核对(&amp;K)</translation>
    </message>
    <message>
        <source>Decide &amp;again…</source>
        <translation>重新决定(&amp;A)…</translation>
    </message>
</context>
<context>
    <name>UnknownWords</name>
    <message>
        <source>%1 It was: %2.</source>
        <extracomment>%1 says what may have happened to a decision, %2 is the text of the button pressed for it</extracomment>
        <translation>%1该决定为：%2。</translation>
    </message>
    <message>
        <source>%1 It was: %2, sent at %3.</source>
        <extracomment>%1 says what may have happened to a decision, %2 is the text of the button pressed for it, %3 a time</extracomment>
        <translation>%1该决定为：%2，发送于 %3。</translation>
    </message>
    <message>
        <source>%1 It was: %2; no answer since %3.</source>
        <extracomment>%1 says what may have happened to a decision, %2 is the text of the button pressed for it, %3 a time</extracomment>
        <translation>%1该决定为：%2；自 %3 起没有回应。</translation>
    </message>
    <message>
        <source>Recorded</source>
        <comment>state of a decision</comment>
        <translation>已记录</translation>
    </message>
    <message>
        <source>Sending began</source>
        <comment>state of a decision</comment>
        <translation>已开始发送</translation>
    </message>
    <message>
        <source>The last byte was handed over</source>
        <comment>state of a decision</comment>
        <translation>最后一个字节已交出</translation>
    </message>
    <message>
        <source>Not sent</source>
        <comment>state of a decision</comment>
        <translation>未发送</translation>
    </message>
    <message>
        <source>Refused by the service</source>
        <comment>state of a decision</comment>
        <translation>被服务拒绝</translation>
    </message>
    <message>
        <source>Refused with a code that this program does not know</source>
        <comment>state of a decision</comment>
        <translation>被拒绝，本程序不认识其错误码</translation>
    </message>
    <message>
        <source>Accepted by the service</source>
        <comment>state of a decision</comment>
        <translation>服务已接受</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <comment>state of a decision</comment>
        <translation>结果未知</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>state of a decision</comment>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Decided, but not certainly by you</source>
        <comment>state of a decision</comment>
        <translation>已有决定，但不能确定是您的决定</translation>
    </message>
    <message>
        <source>Not carried out</source>
        <comment>state of a decision</comment>
        <translation>未被执行</translation>
    </message>
    <message>
        <source>Could not be determined</source>
        <comment>state of a decision</comment>
        <translation>无法确定结果</translation>
    </message>
    <message>
        <source>the task carries your note</source>
        <translation>任务带有您的备注</translation>
    </message>
    <message>
        <source>the task went on as was asked</source>
        <translation>任务已按要求继续进行</translation>
    </message>
    <message>
        <source>the task went on in another direction</source>
        <translation>任务朝另一方向进行了</translation>
    </message>
    <message>
        <source>nothing moved until no request could arrive any more</source>
        <translation>直到请求已不可能再到达时，仍没有任何变化</translation>
    </message>
    <message>
        <source>the run or the task could not be read any more</source>
        <translation>已无法再读取执行或任务</translation>
    </message>
    <message>
        <source>no effect was seen</source>
        <translation>未观察到效果</translation>
    </message>
    <message>
        <source>the program ended while it was sending</source>
        <translation>程序在发送期间结束了运行</translation>
    </message>
    <message>
        <source>the computer slept while it was being sent</source>
        <translation>发送期间本机处于睡眠状态</translation>
    </message>
    <message>
        <source>code %1</source>
        <translation>错误码 %1</translation>
    </message>
    <message>
        <source>HTTP status %1</source>
        <translation>HTTP 状态 %1</translation>
    </message>
    <message>
        <source>request id %1</source>
        <translation>请求 ID %1</translation>
    </message>
    <message>
        <source>Nothing can be checked: there are no credentials for this account. It goes on by itself when there are.</source>
        <translation>无法核对：没有此账号的凭证。有了凭证后会自动继续。</translation>
    </message>
    <message>
        <source>Nothing can be checked: the account&apos;s profile was removed. Set it up again, or look in the web console.</source>
        <translation>无法核对：此账号的配置已被删除。请重新配置，或在网页控制台中查看。</translation>
    </message>
    <message>
        <source>Nothing can be checked: the profile stands for another account now. Look in the web console.</source>
        <translation>无法核对：该配置现已对应另一个账号。请在网页控制台中查看。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>none</source>
        <comment>a note</comment>
        <translation>无</translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) have no known outcome. Each of them may have been carried out. Do not repeat them.</source>
        <translation>
            <numerusform>有 %n 个决定结果未知。其中每一个都可能已被执行。请勿重复。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them to see which.</source>
        <translation>请显示这些决定，查看是哪些。</translation>
    </message>
    <message numerus="yes">
        <source>%n more of them.</source>
        <translation>
            <numerusform>另有 %n 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: could not be determined, sent at %2</source>
        <extracomment>%1 is the text of the button pressed for a decision, %2 a time</extracomment>
        <translation>%1：无法确定结果，发送于 %2</translation>
    </message>
    <message>
        <source>%1: no answer since %2, next check at %3</source>
        <extracomment>%1 is the text of the button pressed for a decision, %2 and %3 are times</extracomment>
        <translation>%1：自 %2 起没有回应，下次核对 %3</translation>
    </message>
    <message>
        <source>%1: no answer since %2</source>
        <extracomment>%1 is the text of the button pressed for a decision, %2 a time</extracomment>
        <translation>%1：自 %2 起没有回应</translation>
    </message>
    <message>
        <source>Nothing more is checked by itself. It stays here until you have read what is known and closed it.</source>
        <translation>不再自动核对。在您阅读已知情况并将其关闭之前，它会一直留在此处。</translation>
    </message>
    <message>
        <source>The run and its log are being checked.</source>
        <translation>正在核对执行及其日志。</translation>
    </message>
    <message>
        <source>The run, its tasks and the notes in them are being checked.</source>
        <translation>正在核对执行、其任务以及任务中的备注。</translation>
    </message>
    <message numerus="yes">
        <source>Checked %n time(s), next at %1.</source>
        <translation>
            <numerusform>已核对 %n 次，下次 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>The last check failed: %1</source>
        <extracomment>%1 is a sentence</extracomment>
        <translation>上次核对失败：%1</translation>
    </message>
    <message>
        <source>It is settled as soon as the run goes on, or ends.</source>
        <translation>一旦执行继续进行或结束，结果即可查明。</translation>
    </message>
    <message>
        <source>It is settled as soon as task “%1” carries your note, goes on, or ends.</source>
        <extracomment>%1 is a task</extracomment>
        <translation>一旦任务“%1”带有您的备注、继续进行或结束，结果即可查明。</translation>
    </message>
    <message>
        <source>Until %1 the request can still arrive. Only then can the program say that it was not carried out.</source>
        <translation>在 %1 之前，请求仍可能到达服务。只有过了该时间，程序才可能断定它未被执行。</translation>
    </message>
    <message>
        <source>You may decide again in spite of it. Both requests may count then.</source>
        <translation>尽管如此，您可以重新决定。这样一来，两个请求可能都会生效。</translation>
    </message>
    <message>
        <source>From %1 on you may decide again in spite of it, when nothing has moved. Both requests may count then.</source>
        <translation>尽管如此，如果没有任何变化，从 %1 起您可以重新决定。这样一来，两个请求可能都会生效。</translation>
    </message>
    <message>
        <source>In the web console the run&apos;s log, and who has decided about the task, would settle it.</source>
        <translation>在网页控制台中，执行的日志以及该任务由谁作出决定，可用于查明结果。</translation>
    </message>
    <message>
        <source>In the web console the task&apos;s note and the run&apos;s log would settle it: look for “%1”.</source>
        <extracomment>%1 is a note</extracomment>
        <translation>在网页控制台中，任务的备注和执行的日志可用于查明结果：请查找“%1”。</translation>
    </message>
    <message>
        <source>End state</source>
        <translation>结束状态</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s), not kept; SHA-256 %1</source>
        <extracomment>%1 is a checksum</extracomment>
        <translation>
            <numerusform>%n 字节，未保留；SHA-256 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>发送时间</translation>
    </message>
    <message>
        <source>not yet, as far as was recorded</source>
        <translation>据记录，尚未发送</translation>
    </message>
    <message>
        <source>Access key</source>
        <translation>访问密钥</translation>
    </message>
    <message>
        <source>…%1</source>
        <extracomment>%1 is the end of an access key&apos;s id</extracomment>
        <translation>…%1</translation>
    </message>
    <message>
        <source>Request, SHA-256</source>
        <translation>请求的 SHA-256</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Follows decision</source>
        <translation>接续的决定</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <extracomment>%1 is a time, %2 a state</extracomment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>%1  %2: %3</source>
        <extracomment>%1 is a time, %2 a state, %3 what came with it</extracomment>
        <translation>%1  %2：%3</translation>
    </message>
    <message>
        <source>Decided by someone else</source>
        <comment>state of a decision</comment>
        <translation>由他人决定</translation>
    </message>
    <message>
        <source>Until %1 the request can still arrive.</source>
        <translation>在 %1 之前，请求仍可能到达。</translation>
    </message>
    <message>
        <source>%1: outcome unknown, sent at %2</source>
        <extracomment>%1 is the text of the button pressed for a decision, %2 a time</extracomment>
        <translation>%1：结果未知，发送于 %2</translation>
    </message>
    <message>
        <source>It is settled as soon as task “%1” goes on, or ends.</source>
        <extracomment>%1 is a task</extracomment>
        <translation>任务“%1”继续或结束时即可查明。</translation>
    </message>
</context>
<context>
    <name>UsualNotesPage</name>
    <message>
        <source>A&amp;ct:</source>
        <translation>操作(&amp;C)：</translation>
    </message>
    <message>
        <source>Note&amp;s, in the order in which they are offered:</source>
        <translation>备注，按提供的顺序排列(&amp;S)：</translation>
    </message>
    <message>
        <source>Notes, in the order in which they are offered</source>
        <translation>备注，按提供的顺序排列</translation>
    </message>
    <message>
        <source>Move u&amp;p</source>
        <translation>上移(&amp;P)</translation>
    </message>
    <message>
        <source>Move do&amp;wn</source>
        <translation>下移(&amp;W)</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>移除(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Text:</source>
        <translation>文本(&amp;T)：</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>C&amp;hange</source>
        <translation>更改(&amp;H)</translation>
    </message>
</context>
<context>
    <name>WaitWords</name>
    <message>
        <source>This run waits for approval</source>
        <translation>此执行等待同意</translation>
    </message>
    <message>
        <source>Task “%1” probably waits for approval</source>
        <translation>任务“%1”可能在等待同意</translation>
    </message>
    <message>
        <source>Task “%1” waits for approval</source>
        <translation>任务“%1”等待同意</translation>
    </message>
    <message>
        <source>%1 probably waits for approval</source>
        <translation>%1 可能在等待同意</translation>
    </message>
    <message>
        <source>%1 waits for approval</source>
        <extracomment>%1 is a product and its API, such as ECS DeleteInstance</extracomment>
        <translation>%1 等待同意</translation>
    </message>
    <message>
        <source>This run probably waits for approval of a high-risk call</source>
        <translation>此执行可能在等待同意一个高风险调用</translation>
    </message>
    <message>
        <source>Task “%1” probably waits for approval of a high-risk call</source>
        <translation>任务“%1”可能在等待同意一个高风险调用</translation>
    </message>
    <message>
        <source>This run probably waits between two batches</source>
        <translation>此执行可能在两批之间等待</translation>
    </message>
    <message>
        <source>Task “%1” probably waits between two batches</source>
        <translation>任务“%1”可能在两批之间等待</translation>
    </message>
    <message>
        <source>Task “%1” waits between two batches</source>
        <translation>任务“%1”在两批之间等待</translation>
    </message>
    <message>
        <source>Approve answers whatever this run waits for: which task it is could not be read.</source>
        <translation>同意会答复此执行所等待的内容：未能读到是哪个任务。</translation>
    </message>
    <message>
        <source>Approve lets the run go on after task %1, or counts as one of several approvals: how many it needs could not be read.</source>
        <translation>同意会让执行在任务 %1 之后继续，或计为多个同意之一：未能读到需要多少人同意。</translation>
    </message>
    <message numerus="yes">
        <source>Approve counts as one of %n approval(s) that task %1 needs; how many are given already cannot be read.</source>
        <extracomment>%n is at least 2</extracomment>
        <translation>
            <numerusform>同意计为任务 %1 所需 %n 个同意之一；无法读取已有多少人同意。</numerusform>
        </translation>
    </message>
    <message>
        <source>Approve lets the run go on after task %1.</source>
        <translation>同意会让执行在任务 %1 之后继续。</translation>
    </message>
    <message numerus="yes">
        <source>Approve probably lets task %1 call %2 on %n target(s) in %3.</source>
        <translation>
            <numerusform>同意可能会让任务 %1 在 %3 对 %n 个目标调用 %2。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Approve lets task %1 call %2 on %n target(s) in %3.</source>
        <extracomment>%1 is a task, %2 a product and its API, %3 a region</extracomment>
        <translation>
            <numerusform>同意会让任务 %1 在 %3 对 %n 个目标调用 %2。</numerusform>
        </translation>
    </message>
    <message>
        <source>Approve probably lets the run make a high-risk call: which one could not be read.</source>
        <translation>同意可能会让执行发起一个高风险调用：未能读到是哪一个。</translation>
    </message>
    <message>
        <source>Approve probably lets task %1 call %2 in %3: on what could not be read.</source>
        <translation>同意可能会让任务 %1 在 %3 调用 %2：未能读到作用对象。</translation>
    </message>
    <message>
        <source>Approve lets task %1 call %2 in %3: on what could not be read.</source>
        <translation>同意会让任务 %1 在 %3 调用 %2：未能读到作用对象。</translation>
    </message>
    <message>
        <source>Approve probably lets the run go on with its next batch.</source>
        <translation>同意可能会让执行继续下一批。</translation>
    </message>
    <message>
        <source>Approve probably lets task %1 go on with its next batch.</source>
        <translation>同意可能会让任务 %1 继续下一批。</translation>
    </message>
    <message>
        <source>Approve probably lets the run go on.</source>
        <translation>同意可能会让执行继续。</translation>
    </message>
    <message>
        <source>Approve probably lets the run go on after task %1.</source>
        <translation>同意可能会让执行在任务 %1 之后继续。</translation>
    </message>
    <message>
        <source>Reject ends the run as Cancelled.</source>
        <translation>拒绝会使执行以“已取消”结束。</translation>
    </message>
    <message>
        <source>Reject probably ends the run as Cancelled.</source>
        <translation>拒绝可能会使执行以“已取消”结束。</translation>
    </message>
    <message>
        <source>A Debug run waits for its next step</source>
        <translation>单步执行等待下一步</translation>
    </message>
    <message>
        <source>This run paused because a task failed</source>
        <translation>此执行因任务失败而暂停</translation>
    </message>
    <message>
        <source>This run paused because task “%1” failed</source>
        <translation>此执行因任务“%1”失败而暂停</translation>
    </message>
    <message>
        <source>A task pauses this run</source>
        <translation>有任务暂停了此执行</translation>
    </message>
    <message>
        <source>Task “%1” pauses this run</source>
        <translation>任务“%1”暂停了此执行</translation>
    </message>
    <message>
        <source>A run inside this one probably waits</source>
        <translation>其子执行可能在等待</translation>
    </message>
    <message>
        <source>The run inside task “%1” waits</source>
        <translation>任务“%1”的子执行在等待</translation>
    </message>
    <message>
        <source>This run waits: what for cannot be told</source>
        <translation>此执行在等待：无法判断原因</translation>
    </message>
    <message>
        <source>Cancel execution ends the whole run as Cancelled: tasks that have not begun are not run.</source>
        <translation>取消执行会使整个执行以“已取消”结束：尚未开始的任务不会运行。</translation>
    </message>
    <message>
        <source>The wait belongs to a child run and is decided there: it has a row of its own, or open the run in the web console.</source>
        <translation>此等待属于子执行，须在那里决定：它在列表中另有一行，也可在网页控制台中打开。</translation>
    </message>
    <message>
        <source>%1: the whole run</source>
        <translation>%1：整个执行</translation>
    </message>
    <message>
        <source>%1: task “%2”</source>
        <translation>%1：任务“%2”</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 on %n target(s)</source>
        <extracomment>%1 is an act such as Approve, %2 a product and its API such as ECS DeleteInstance</extracomment>
        <translation>
            <numerusform>%1：对 %n 个目标执行 %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 the whole run in %2</source>
        <extracomment>%1 is an act such as Approve, %2 an account and a region</extracomment>
        <translation>%1 %2 中的整个执行</translation>
    </message>
    <message>
        <source>%1 task “%2” in %3</source>
        <extracomment>%1 is an act such as Approve, %2 a task, %3 an account and a region</extracomment>
        <translation>%1 %3 中的任务“%2”</translation>
    </message>
    <message>
        <source>Approve probably lets task %1 go on, if it is a high-risk call that the run asks about.</source>
        <translation>同意可能会让任务 %1 继续，前提是它正是执行所询问的高风险调用。</translation>
    </message>
    <message>
        <source>Approve probably lets task %1 call %2, if that is what the run asks about.</source>
        <extracomment>%1 is a task, %2 a product and its API</extracomment>
        <translation>同意可能会让任务 %1 调用 %2，前提是执行所询问的正是此调用。</translation>
    </message>
    <message numerus="yes">
        <source>Retry task runs failed tasks again: one, several or all %n of them.</source>
        <translation>
            <numerusform>重试任务会再次运行失败的任务：可以是一个、几个或全部 %n 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>Retry task runs failed tasks again.</source>
        <translation>重试任务会再次运行失败的任务。</translation>
    </message>
    <message>
        <source>Retry task runs task %1 again for its item %2.</source>
        <extracomment>%1 is a task, %2 an item of its loop</extracomment>
        <translation>重试任务会针对循环项 %2 再次运行任务 %1。</translation>
    </message>
    <message>
        <source>Retry task runs task %1 again.</source>
        <translation>重试任务会再次运行任务 %1。</translation>
    </message>
    <message numerus="yes">
        <source>Skip task lets the run go on without failed tasks, one, several or all %n of them: their effect will be missing.</source>
        <translation>
            <numerusform>跳过任务会让执行略过失败的任务继续进行，可以略过一个、几个或全部 %n 个：这些任务的效果将缺失。</numerusform>
        </translation>
    </message>
    <message>
        <source>Skip task lets the run go on without failed tasks: their effect will be missing.</source>
        <translation>跳过任务会让执行略过失败的任务继续进行：这些任务的效果将缺失。</translation>
    </message>
    <message>
        <source>Skip task lets the run go on without task %1 for its item %2: the task&apos;s effect will be missing.</source>
        <extracomment>%1 is a task, %2 an item of its loop</extracomment>
        <translation>跳过任务会让执行略过任务 %1 的循环项 %2 继续进行：该任务的效果将缺失。</translation>
    </message>
    <message>
        <source>Skip task lets the run go on without task %1: the task&apos;s effect will be missing.</source>
        <translation>跳过任务会让执行略过任务 %1 继续进行：该任务的效果将缺失。</translation>
    </message>
    <message>
        <source>Run task runs the task of the template that you choose, and nothing else.</source>
        <translation>执行任务只运行您选择的模板任务，不运行其他任何任务。</translation>
    </message>
    <message>
        <source>Cancel task probably ends the task that is under way as Cancelled; the run stays open.</source>
        <translation>取消任务可能会使正在进行的任务以“已取消”结束；执行本身不会结束。</translation>
    </message>
    <message>
        <source>End execution ends the whole run as Success or Failed, as you choose: tasks that have not run are not run.</source>
        <translation>终止执行会使整个执行以您选择的“成功”或“失败”结束：尚未运行的任务不会运行。</translation>
    </message>
    <message>
        <source>This is a Debug run: another task can be run instead, which leaves the approval behind without a decision.</source>
        <translation>这是 Debug 模式的执行：可以改为运行另一个任务，但这会使该审批未经决定就被搁置。</translation>
    </message>
    <message>
        <source>Running another task next leaves the approval “%1” behind without a decision.</source>
        <translation>接下来运行另一个任务，会使审批“%1”未经决定就被搁置。</translation>
    </message>
    <message numerus="yes">
        <source>Running another task next leaves %n approval(s) behind without a decision, the first of them “%1”.</source>
        <translation>
            <numerusform>接下来运行另一个任务，会使 %n 项审批未经决定就被搁置，其中第一项是“%1”。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Running “%1” next leaves %n approval(s) behind without a decision, the first of them “%2”.</source>
        <extracomment>%1 is a task that is to run, %2 an approval</extracomment>
        <translation>
            <numerusform>接下来运行“%1”，会使 %n 项审批未经决定就被搁置，其中第一项是“%2”。</numerusform>
        </translation>
    </message>
    <message>
        <source>Running “%1” next leaves the approval “%2” behind without a decision.</source>
        <extracomment>%1 is a task that is to run, %2 an approval</extracomment>
        <translation>接下来运行“%1”，会使审批“%2”未经决定就被搁置。</translation>
    </message>
    <message numerus="yes">
        <source>This run paused because %n task(s) failed</source>
        <translation>
            <numerusform>此执行因 %n 个任务失败而暂停</numerusform>
        </translation>
    </message>
    <message>
        <source>The run inside task “%1” probably waits</source>
        <translation>任务“%1”的子执行可能在等待</translation>
    </message>
    <message>
        <source>In Debug mode the run waits before each task. As it asks about high-risk calls too, this may be such a question: the acts of both are offered.</source>
        <translation>在 Debug 模式下，执行会在每个任务之前等待。由于它也会就高风险调用进行询问，此次等待可能正是这种询问：因此两种情况的操作都会提供。</translation>
    </message>
    <message>
        <source>In Debug mode the run waits before each task until someone runs it or another one, or ends the run.</source>
        <translation>在 Debug 模式下，执行会在每个任务之前等待，直到有人运行该任务或另一个任务，或者终止该执行。</translation>
    </message>
    <message>
        <source>The run waits until someone retries or skips what failed.</source>
        <translation>执行会一直等待，直到有人重试或跳过失败的任务。</translation>
    </message>
    <message>
        <source>Which decision ends such a pause is not documented: Approve and Reject are the probable ones.</source>
        <translation>文档中没有说明哪种决定会结束这种暂停：可能是同意和拒绝。</translation>
    </message>
    <message>
        <source>Nothing that was read tells what the run waits for. Look at its tasks and its log below, or open it in the web console. “Decide as…” lets you say what it is.</source>
        <translation>已读取的内容都未说明执行在等待什么。请查看下方的任务和日志，或在网页控制台中打开。您可以用“按类型决定…”指明它的类型。</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <extracomment>%1 is the act Cancel execution, %2 an account and a region</extracomment>
        <translation>在 %2 中%1</translation>
    </message>
</context>
<context>
    <name>countersign::AboutDialog</name>
    <message>
        <source>About Countersign</source>
        <translation>关于 Countersign</translation>
    </message>
    <message>
        <source>Icon of the program</source>
        <translation>程序图标</translation>
    </message>
    <message>
        <source>Countersign %1</source>
        <extracomment>%1 is a version number</extracomment>
        <translation>Countersign %1</translation>
    </message>
    <message>
        <source>A desktop console in which people decide what a paused automation of CloudOps Orchestration Service does next.

Licence: GNU General Public License, version 3 or later. There is no warranty.

It has been tried with its own sandbox and the vendor&apos;s client libraries, not with the live service.</source>
        <translation>桌面控制台：由人决定系统运维管理（OOS）中暂停的自动化接下来做什么。

许可证：GNU 通用公共许可证第 3 版或更新版本。不提供任何担保。

已用自带的沙箱和厂商的客户端库验证，未在真实服务上验证。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>关于(&amp;A)</translation>
    </message>
    <message>
        <source>Li&amp;braries</source>
        <translation>库(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Licence</source>
        <translation>许可证(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Version details</source>
        <translation>版本详情(&amp;V)</translation>
    </message>
    <message>
        <source>Windows, network, D-Bus, pictures, printing</source>
        <translation>窗口、网络、D-Bus、图片、打印</translation>
    </message>
    <message>
        <source>The sandbox&apos;s service</source>
        <translation>沙箱的服务</translation>
    </message>
    <message>
        <source>Text of templates</source>
        <translation>模板文本</translation>
    </message>
    <message>
        <source>Access to keychains</source>
        <translation>访问密钥环</translation>
    </message>
    <message>
        <source>The Secret Service, for QtKeychain</source>
        <translation>Secret Service，供 QtKeychain 使用</translation>
    </message>
    <message>
        <source>Reading templates</source>
        <translation>读取模板</translation>
    </message>
    <message>
        <source>Encryption, for Qt</source>
        <translation>加密，供 Qt 使用</translation>
    </message>
    <message>
        <source>Selectors in the sandbox</source>
        <translation>沙箱中的选择器</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>库</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>What it is used for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>库</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>许可证文本</translation>
    </message>
    <message>
        <source>Version details</source>
        <translation>版本详情</translation>
    </message>
    <message>
        <source>&amp;Copy version details</source>
        <translation>复制版本详情(&amp;C)</translation>
    </message>
    <message>
        <source>Copied, just as it stands here.</source>
        <translation>已按此处所示原样复制。</translation>
    </message>
</context>
<context>
    <name>countersign::AgainDesk</name>
    <message>
        <source>Nothing was sent. Another decision is open: finish or leave it first.</source>
        <translation>未发送任何内容。另一个决定正打开着：请先完成或离开它。</translation>
    </message>
    <message>
        <source>Nothing was sent. It cannot be decided again now: something has moved, it was decided again already, or its state could not be read for long enough.</source>
        <translation>未发送任何内容。现在不能重新决定：状态已有变动，或已重新决定过，或未能在足够长的时间内读取其状态。</translation>
    </message>
    <message>
        <source>Nothing was sent. Another run or task is shown by now.</source>
        <translation>未发送任何内容。现在显示的已是另一个执行或任务。</translation>
    </message>
    <message>
        <source>Nothing was sent. The run could not be read: %1</source>
        <extracomment>%1 is a sentence</extracomment>
        <translation>未发送任何内容。无法读取该执行：%1</translation>
    </message>
    <message>
        <source>Nothing was sent. The task that was decided about does not wait any more.</source>
        <translation>未发送任何内容。所决定的任务已不再等待。</translation>
    </message>
    <message>
        <source>Nothing was sent. The wait does not take this act any more.</source>
        <translation>未发送任何内容。该等待已不接受此操作。</translation>
    </message>
    <message>
        <source>Nothing was sent. %1</source>
        <extracomment>%1 is a sentence</extracomment>
        <translation>未发送任何内容。%1</translation>
    </message>
</context>
<context>
    <name>countersign::AgreementView</name>
    <message>
        <source>This is too long to be shown in full, so that nobody can agree to it. Put it into a script of a short name.</source>
        <translation>内容过长，无法完整显示，因此不能予以允许。请将其写入一个名称简短的脚本。</translation>
    </message>
</context>
<context>
    <name>countersign::BannerView</name>
    <message>
        <source>Sandbox on this computer: nothing real is touched — %1</source>
        <extracomment>Banner of the sandbox; %1 is alias, account and region.</extracomment>
        <translation>本机沙箱：不触及任何真实资源 — %1</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <extracomment>Banner; %1 is the word for the environment, %2 is alias, account and region.</extracomment>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>PRODUCTION</source>
        <translation>生产环境</translation>
    </message>
    <message>
        <source>Private endpoint %1</source>
        <extracomment>%1 is a host, or several with commas</extracomment>
        <translation>私有接入地址 %1</translation>
    </message>
</context>
<context>
    <name>countersign::BulkDialog</name>
    <message>
        <source>The same for all of them:</source>
        <translation>各项相同的内容：</translation>
    </message>
    <message>
        <source>&amp;Note for all of them (asked for by an account; kept with each run, others can read it)</source>
        <translation>用于全部各项的备注(&amp;N)（有账号要求填写；随每个执行保存，他人可见）</translation>
    </message>
    <message numerus="yes">
        <source>Nothing was pasted: the text has %n character(s), far more than a note can hold.</source>
        <translation>
            <numerusform>未粘贴任何内容：文本有 %n 个字符，远超备注的长度上限。</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the results</source>
        <translation>保存结果</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>逗号分隔值 (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Finish or leave the input method first.</source>
        <translation>请先完成或退出输入法的输入。</translation>
    </message>
    <message>
        <source>Nothing more is sent until you say so.</source>
        <translation>在您确认之前，不再发送任何内容。</translation>
    </message>
    <message>
        <source>What was not accepted stays chosen in the list.</source>
        <translation>未被接受的项在列表中仍保持选中。</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <extracomment>%1 is the path of a file</extracomment>
        <translation>已保存为 %1。</translation>
    </message>
    <message>
        <source>Nothing was saved as %1: %2.</source>
        <extracomment>%1 is the path of a file, %2 the system&apos;s words</extracomment>
        <translation>未能保存为 %1：%2。</translation>
    </message>
    <message>
        <source>Nothing more is sent after the decision on its way.</source>
        <translation>正在发送的决定之后，不再发送任何内容。</translation>
    </message>
    <message>
        <source>%1 Nothing more is sent until you say so.</source>
        <extracomment>%1 is a whole sentence about credentials</extracomment>
        <translation>%1在您确认之前，不再发送任何内容。</translation>
    </message>
</context>
<context>
    <name>countersign::BulkModel</name>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is the title of a column, %2 what stands in it</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>State</source>
        <comment>column of a table</comment>
        <translation>状态</translation>
    </message>
    <message>
        <source>Wait</source>
        <comment>column of a table: what waits</comment>
        <translation>等待</translation>
    </message>
    <message>
        <source>Execution</source>
        <comment>column of a table</comment>
        <translation>执行</translation>
    </message>
</context>
<context>
    <name>countersign::BulkPage</name>
    <message>
        <source>Choose &amp;one row</source>
        <translation>只选择一行(&amp;O)</translation>
    </message>
    <message>
        <source>%1…</source>
        <extracomment>%1 is an act such as Approve; a dialog follows</extracomment>
        <translation>%1…</translation>
    </message>
    <message>
        <source>A dialog shows each of them and what differs between them. One decision is sent for each, one after the other.</source>
        <translation>对话框会显示每一项以及各项之间的差异。每项各发送一个决定，依次进行。</translation>
    </message>
</context>
<context>
    <name>countersign::BulkViewModel</name>
    <message>
        <source>not sent: it cannot be confirmed any more</source>
        <translation>未发送：已无法再确认</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n wait(s)</source>
        <extracomment>%1 is an act such as Approve</extracomment>
        <translation>
            <numerusform>%1：%n 项等待</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n wait(s) read…</source>
        <translation>
            <numerusform>%n 项等待中已读取 %1 项……</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them left out: why stands beside each. A tick there takes one in all the same.</source>
        <translation>
            <numerusform>其中 %n 项未包括在内：原因见各项旁边。在那里勾选，仍可将其包括在内。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them left out: why stands beside each.</source>
        <translation>
            <numerusform>其中 %n 项未包括在内：原因见各项旁边。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 %n wait(s) in %2</source>
        <extracomment>%1 is an act such as Approve, %2 an account and a region, or how many of them</extracomment>
        <translation>
            <numerusform>%1 %2 中的 %n 项等待</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Type %n, the number of waits, to confirm:</source>
        <translation>
            <numerusform>请输入等待项的数量 %n 以确认：</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>That is not the number of waits that would be sent: %n.</source>
        <translation>
            <numerusform>输入的数字与将要发送的等待项数量 %n 不符。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending one after the other: %1 of %n.</source>
        <translation>
            <numerusform>正在依次发送：%1 / %n。</numerusform>
        </translation>
    </message>
    <message>
        <source>The decision on its way comes to its outcome; nothing more is sent.</source>
        <translation>正在发送的决定会等到结果；不再发送其他内容。</translation>
    </message>
    <message numerus="yes">
        <source>Stopped by you: %n wait(s) were not sent.</source>
        <translation>
            <numerusform>您已停止发送：有 %n 项等待未发送。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %n wait(s) were not sent. The one before them: %1</source>
        <extracomment>%n waits were not sent; %1 says what happened to the one before them</extracomment>
        <translation>
            <numerusform>已停止：有 %n 项等待未发送。它们之前的一项：%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Go on with the remaining %n</source>
        <translation>
            <numerusform>继续处理其余 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Sent behind it, for each wait its own, such as %1</source>
        <extracomment>%1 is a short fixed text that is added to a note</extracomment>
        <translation>附在其后发送，每处等待各有自己的标记，例如 %1</translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %n wait(s) were not sent. The next one: %1</source>
        <extracomment>%n waits were not sent; %1 says what stands in the way</extracomment>
        <translation>
            <numerusform>已停止：有 %n 项等待未发送。下一项：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Get new credentials</source>
        <translation>获取新凭证</translation>
    </message>
    <message>
        <source>Enter other credentials…</source>
        <translation>输入其他凭证…</translation>
    </message>
    <message>
        <source>Other credentials are being had…</source>
        <translation>正在获取其他凭证……</translation>
    </message>
    <message>
        <source>Other credentials are here.</source>
        <translation>已取得其他凭证。</translation>
    </message>
    <message>
        <source>Other credentials could not be had: %1</source>
        <extracomment>%1 is a whole sentence</extracomment>
        <translation>未能获取其他凭证：%1</translation>
    </message>
</context>
<context>
    <name>countersign::CellCopy</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy &amp;row</source>
        <translation>复制行(&amp;R)</translation>
    </message>
    <message>
        <source>Copy “%1”</source>
        <extracomment>%1 is the heading of a column</extracomment>
        <translation>复制“%1”</translation>
    </message>
</context>
<context>
    <name>countersign::ChangesView</name>
    <message>
        <source>As you read it</source>
        <translation>您查看时</translation>
    </message>
    <message>
        <source>As it is now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>%1, as you read it: %2</source>
        <extracomment>As assistive technology reads it: %1 is a fact, %2 its value as it was read.</extracomment>
        <translation>%1，您查看时：%2</translation>
    </message>
    <message>
        <source>%1, as it is now: %2</source>
        <extracomment>As assistive technology reads it: %1 is a fact, %2 its value by now.</extracomment>
        <translation>%1，现在：%2</translation>
    </message>
</context>
<context>
    <name>countersign::CheckView</name>
    <message>
        <source>Good</source>
        <comment>finding of a test</comment>
        <translation>正常</translation>
    </message>
    <message>
        <source>Problem</source>
        <comment>finding of a test</comment>
        <translation>问题</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>finding of a test</comment>
        <translation>未确定</translation>
    </message>
    <message>
        <source>This policy grants what is missing and what was not tried. An administrator of the account adds it in the RAM console.</source>
        <translation>此权限策略授予缺少的和未尝试的权限。由账号管理员在 RAM 控制台中添加。</translation>
    </message>
    <message>
        <source>Testing. Nothing is changed at the service.</source>
        <translation>正在测试。不会更改服务中的任何内容。</translation>
    </message>
    <message>
        <source>The test has ended: everything that was tried works.</source>
        <translation>测试已结束：尝试的各项均正常。</translation>
    </message>
    <message numerus="yes">
        <source>The test has ended with %n problem(s).</source>
        <translation>
            <numerusform>测试已结束，发现 %n 个问题。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ChoosableTasksModel</name>
    <message>
        <source>%1 · item %2</source>
        <extracomment>%1 is a task, %2 one item of its loop</extracomment>
        <translation>%1 · 循环项 %2</translation>
    </message>
    <message>
        <source>no loop item</source>
        <translation>无循环项</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>未给出原因</translation>
    </message>
    <message>
        <source>Task %1, %2
Loop item: %3
Reason: %4
Task execution: %5</source>
        <extracomment>%1 task, %2 state, %3 loop item, %4 reason, %5 id</extracomment>
        <translation>任务 %1，%2
循环项：%3
原因：%4
任务执行：%5</translation>
    </message>
</context>
<context>
    <name>countersign::ConfirmButton</name>
    <message>
        <source>Something changed while the button was held down: press it again.</source>
        <translation>按住按钮期间情况发生了变化：请重新按下。</translation>
    </message>
</context>
<context>
    <name>countersign::ConnectionForm</name>
    <message>
        <source>Public endpoint of the region</source>
        <translation>地域的公网接入地址</translation>
    </message>
    <message>
        <source>VPC endpoint of the region</source>
        <translation>地域的 VPC 接入地址</translation>
    </message>
    <message>
        <source>Own address</source>
        <translation>自定义地址</translation>
    </message>
    <message>
        <source>the region&apos;s VPC endpoint</source>
        <translation>地域的 VPC 接入地址</translation>
    </message>
    <message>
        <source>the public endpoint</source>
        <translation>公网接入地址</translation>
    </message>
</context>
<context>
    <name>countersign::ConsequenceView</name>
    <message>
        <source>High risk: this releases a dangerous call.</source>
        <translation>高风险：此操作会放行一个危险调用。</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>目标</translation>
    </message>
</context>
<context>
    <name>countersign::CopyMenu</name>
    <message>
        <source>&amp;Task execution id</source>
        <translation>任务执行 ID(&amp;T)</translation>
    </message>
    <message>
        <source>The task execution id was copied.</source>
        <translation>已复制任务执行 ID。</translation>
    </message>
    <message>
        <source>Address in the &amp;web console</source>
        <translation>网页控制台中的地址(&amp;W)</translation>
    </message>
    <message>
        <source>The address in the web console was copied.</source>
        <translation>已复制网页控制台中的地址。</translation>
    </message>
    <message>
        <source>%1 as a command</source>
        <extracomment>entry of a menu; %1 is the name of an act such as Approve</extracomment>
        <translation>“%1”的命令</translation>
    </message>
</context>
<context>
    <name>countersign::DecisionBar</name>
    <message>
        <source>More</source>
        <comment>menu of further acts</comment>
        <translation>更多</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>拒绝…</translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation>同意…</translation>
    </message>
    <message>
        <source>Later…</source>
        <translation>稍后处理…</translation>
    </message>
    <message>
        <source>Decide as…</source>
        <translation>按类型决定…</translation>
    </message>
    <message>
        <source>Name the kind of this wait yourself, because it was not recognised for certain</source>
        <translation>由您自己指明此项等待的类型，因为未能确切识别</translation>
    </message>
    <message>
        <source>End execution…</source>
        <translation>终止执行…</translation>
    </message>
    <message>
        <source>Cancel task…</source>
        <translation>取消任务…</translation>
    </message>
    <message>
        <source>Skip task…</source>
        <translation>跳过任务…</translation>
    </message>
    <message>
        <source>Retry task…</source>
        <translation>重试任务…</translation>
    </message>
    <message>
        <source>Run task…</source>
        <translation>执行任务…</translation>
    </message>
    <message>
        <source>Decided as: %1</source>
        <extracomment>%1 is a kind of wait such as Approval</extracomment>
        <translation>按类型决定：%1</translation>
    </message>
    <message>
        <source>As it was recognised</source>
        <translation>按识别的结果</translation>
    </message>
    <message>
        <source>Other task…</source>
        <translation>其他任务…</translation>
    </message>
    <message>
        <source>Choose another task, or give the next one parameters of its own</source>
        <translation>选择另一个任务，或为下一个任务指定参数</translation>
    </message>
</context>
<context>
    <name>countersign::DecisionDialog</name>
    <message numerus="yes">
        <source>Nothing was pasted: the text has %n character(s), far more than a note can hold.</source>
        <translation>
            <numerusform>未粘贴任何内容：文本有 %n 个字符，远超备注的上限。</numerusform>
        </translation>
    </message>
    <message>
        <source>Finish or leave the input method first.</source>
        <translation>请先完成或退出输入法的输入。</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>立即核对</translation>
    </message>
    <message>
        <source>Leave it running</source>
        <translation>让它继续</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Closing this window does not take the decision back.</source>
        <translation>关闭此窗口不会撤回决定。</translation>
    </message>
    <message numerus="yes">
        <source>An answer is awaited for %n more second(s). %1</source>
        <extracomment>%1 is a sentence about closing the window.</extracomment>
        <translation>
            <numerusform>还将等待回应 %n 秒。%1</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Note (asked for by this account; kept with the run, others can read it)</source>
        <translation>备注(&amp;N)（此账号要求填写；随执行保存，他人可见）</translation>
    </message>
    <message>
        <source>Typed before and not sent.</source>
        <translation>之前输入但未发送的内容。</translation>
    </message>
    <message>
        <source>Usual notes</source>
        <translation>常用备注</translation>
    </message>
    <message>
        <source>Sent before</source>
        <translation>以前发送过的备注</translation>
    </message>
    <message>
        <source>Sent behind it: %1</source>
        <extracomment>%1 is a short fixed text that is added to the note</extracomment>
        <translation>附在其后发送：%1</translation>
    </message>
    <message>
        <source>Look at it again</source>
        <translation>重新查看</translation>
    </message>
    <message>
        <source>What has changed since you read it</source>
        <translation>您查看之后的变化</translation>
    </message>
    <message>
        <source>The note was copied.</source>
        <translation>已复制备注。</translation>
    </message>
    <message>
        <source>Nothing is sent yet. Confirm again with the new credentials.</source>
        <translation>尚未发送任何内容。请用新凭证再次确认。</translation>
    </message>
</context>
<context>
    <name>countersign::DecisionFields</name>
    <message>
        <source>No task is chosen.</source>
        <translation>未选择任务。</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) are chosen. One decision takes at most 50: leave some out and decide about them next.</source>
        <translation>
            <numerusform>已选择 %n 个任务。一次决定最多包含 50 个任务：请先去掉一些，留待下一次决定。</numerusform>
        </translation>
    </message>
    <message>
        <source>No task can be chosen: the template could not be read.</source>
        <translation>无法选择任务：未能读取模板。</translation>
    </message>
    <message>
        <source>No end state is chosen.</source>
        <translation>未选择结束状态。</translation>
    </message>
    <message>
        <source>No task was read that is under way.</source>
        <translation>未读到正在进行的任务。</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) are under way.</source>
        <translation>
            <numerusform>有 %n 个任务正在进行。</numerusform>
        </translation>
    </message>
    <message>
        <source>No failed task was read.</source>
        <translation>未读到失败的任务。</translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 failed task(s) chosen</source>
        <extracomment>%n of %1 failed tasks</extracomment>
        <translation>
            <numerusform>已选择 %n 个失败的任务，共 %1 个</numerusform>
        </translation>
    </message>
    <message>
        <source>One decision takes at most 50 tasks. The rest can follow in the next one.</source>
        <translation>一次决定最多包含 50 个任务。其余的可以留待下一次决定。</translation>
    </message>
    <message>
        <source>The run counts as done, although not every task may have run.</source>
        <translation>执行将视为成功完成，尽管可能并非所有任务都已运行。</translation>
    </message>
    <message>
        <source>The run counts as failed. What has run is not undone.</source>
        <translation>执行将视为失败。已经运行的内容不会撤销。</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
</context>
<context>
    <name>countersign::DecisionHistory</name>
    <message>
        <source>Decisions are not recorded at the moment. What was decided here before may be missing from this list.</source>
        <translation>目前不会记录决定。以前在本机作出的决定可能未列在此列表中。</translation>
    </message>
    <message>
        <source>No run is shown.</source>
        <translation>未显示任何执行。</translation>
    </message>
    <message>
        <source>Nothing was decided about this run on this computer. Its tasks have not been read, so that notes of others are not known.</source>
        <translation>本机上未对此执行作出过任何决定。尚未读取其任务，因此不知道是否有他人的备注。</translation>
    </message>
    <message>
        <source>Nothing was decided about this run on this computer, and none of its tasks carries a note.</source>
        <translation>本机上未对此执行作出过任何决定，其任务也都没有备注。</translation>
    </message>
</context>
<context>
    <name>countersign::DecisionLog</name>
    <message>
        <source>Reading the decisions…</source>
        <translation>正在读取决定……</translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s)</source>
        <translation>
            <numerusform>%n 个决定</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n decision(s)</source>
        <extracomment>%1 is how many of them fit the filter</extracomment>
        <translation>
            <numerusform>%n 个决定中的 %1 个</numerusform>
        </translation>
    </message>
    <message>
        <source>No decision fits</source>
        <translation>没有符合条件的决定</translation>
    </message>
    <message>
        <source>The decisions cannot be shown</source>
        <translation>无法显示决定</translation>
    </message>
    <message>
        <source>Nothing was decided here yet</source>
        <translation>本机上尚未作出过决定</translation>
    </message>
    <message>
        <source>Search for something else, or clear the filters.</source>
        <translation>请搜索其他内容，或清除筛选。</translation>
    </message>
    <message>
        <source>Every decision that is made on this computer is recorded before it is sent, and listed here with what became of it.</source>
        <translation>在本机作出的每个决定都会在发送前先行记录，并连同其结果列在此处。</translation>
    </message>
    <message>
        <source>Nothing more can be recorded at the moment, so that nothing is sent. What was recorded before is listed.</source>
        <translation>目前无法再记录任何内容，因此不会发送任何内容。此处列出以前的记录。</translation>
    </message>
    <message>
        <source>The journal is damaged: decisions may be missing here, or be others than were recorded.</source>
        <translation>决定记录已损坏：此处可能缺少某些决定，或所列决定与当初记录的不符。</translation>
    </message>
    <message>
        <source>A newer version of this program has written the journal, and this one cannot read it.</source>
        <translation>决定记录由本程序的更新版本写入，当前版本无法读取。</translation>
    </message>
    <message>
        <source>The journal cannot be read at the moment: decisions that were made here may be missing.</source>
        <translation>目前无法读取决定记录：可能缺少在本机作出的决定。</translation>
    </message>
</context>
<context>
    <name>countersign::DecisionViewModel</name>
    <message>
        <source>%1 of %2</source>
        <comment>characters of a note</comment>
        <translation>%1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>The note is too long by %n character(s).</source>
        <translation>
            <numerusform>备注超出 %n 个字符。</numerusform>
        </translation>
    </message>
    <message>
        <source>The note holds a control character (%1) at position %2.</source>
        <translation>备注第 %2 个位置有控制字符（%1）。</translation>
    </message>
    <message>
        <source>The note holds an invisible character (%1) at position %2.</source>
        <translation>备注第 %2 个位置有不可见字符（%1）。</translation>
    </message>
    <message>
        <source>The note holds half a character (%1) at position %2.</source>
        <translation>备注第 %2 个位置有不完整的字符（%1）。</translation>
    </message>
    <message>
        <source>“%1” looks like a key. The note is kept with the run and can be read by others.</source>
        <translation>“%1”看起来像密钥。备注会随执行保存，他人可见。</translation>
    </message>
    <message>
        <source>This account asks for a note.</source>
        <translation>此账号要求填写备注。</translation>
    </message>
    <message>
        <source>This account asks for something like “%1” in the note.</source>
        <extracomment>%1 is an example, such as a ticket number</extracomment>
        <translation>此账号要求在备注中填写类似“%1”的内容。</translation>
    </message>
    <message>
        <source>Nothing was sent, and nothing can be any more. %1</source>
        <extracomment>%1 says what became of a wait</extracomment>
        <translation>未发送任何内容，也无法再发送。%1</translation>
    </message>
    <message>
        <source>%1 without naming the task…</source>
        <extracomment>%1 is an act such as Approve</extracomment>
        <translation>%1（不指明任务）…</translation>
    </message>
    <message>
        <source>%1 and name the task…</source>
        <extracomment>%1 is an act such as Approve</extracomment>
        <translation>%1（指明任务）…</translation>
    </message>
    <message>
        <source>%1 one at a time…</source>
        <extracomment>%1 is an act such as Retry task</extracomment>
        <translation>逐个%1…</translation>
    </message>
    <message>
        <source>Nothing was sent, and nothing can be: what is shown here is not what would be sent. Go back and open the decision again.</source>
        <translation>未发送任何内容，也无法发送：此处所示与将要发送的内容不一致。请返回并重新打开此决定。</translation>
    </message>
    <message>
        <source>Other credentials are being had…</source>
        <translation>正在获取其他凭证……</translation>
    </message>
    <message>
        <source>Other credentials could not be had: %1</source>
        <extracomment>%1 is a whole sentence</extracomment>
        <translation>未能获取其他凭证：%1</translation>
    </message>
    <message>
        <source>%1 with the new credentials…</source>
        <extracomment>after credentials had ended; %1 is an act such as Approve</extracomment>
        <translation>使用新凭证%1…</translation>
    </message>
    <message>
        <source>Get new credentials</source>
        <translation>获取新凭证</translation>
    </message>
    <message>
        <source>Enter other credentials…</source>
        <translation>输入其他凭证…</translation>
    </message>
</context>
<context>
    <name>countersign::DecisionsExportBar</name>
    <message>
        <source>Kept elsewhere, this value lets you tell later whether a record was changed, left out or put in.</source>
        <translation>将此值另存他处，日后即可判断是否有记录被更改、删去或插入。</translation>
    </message>
    <message>
        <source>The end of the chain was copied.</source>
        <translation>已复制链尾散列值。</translation>
    </message>
    <message>
        <source>The journal is empty: its chain has not begun.</source>
        <translation>决定记录为空：记录链尚未开始。</translation>
    </message>
    <message>
        <source>The records are a chain, so that a change shows. Its end is %1…%2.</source>
        <translation>各条记录前后相链，任何更改都会显现。链尾散列值为 %1…%2。</translation>
    </message>
    <message>
        <source>Save the decisions</source>
        <translation>保存决定</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>逗号分隔值 (*.csv)</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON Lines (*.jsonl)</translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) were saved as %1.</source>
        <extracomment>%1 is the path of a file</extracomment>
        <translation>
            <numerusform>已将 %n 个决定保存为 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was saved as %1: %2.</source>
        <extracomment>%1 is the path of a file, %2 the system&apos;s words</extracomment>
        <translation>未能保存为 %1：%2。</translation>
    </message>
    <message>
        <source>Saving the decisions…</source>
        <translation>正在保存决定……</translation>
    </message>
</context>
<context>
    <name>countersign::DecisionsFilterBar</name>
    <message>
        <source>All accounts</source>
        <translation>所有账号</translation>
    </message>
    <message>
        <source>All regions</source>
        <translation>所有地域</translation>
    </message>
    <message>
        <source>All acts</source>
        <translation>所有操作</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>所有状态</translation>
    </message>
    <message>
        <source>At any time</source>
        <translation>任何时间</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>最近 12 个月</translation>
    </message>
    <message>
        <source>Between two days</source>
        <translation>两个日期之间</translation>
    </message>
</context>
<context>
    <name>countersign::DecisionsPage</name>
    <message>
        <source>After that time without an answer the outcome counts as unknown, and the program reads what happened. Nothing is sent twice.</source>
        <translation>超过此时间仍无应答，结果即视为未知，程序会读取实际情况。任何内容都不会重复发送。</translation>
    </message>
    <message>
        <source>They are kept on this computer. While this is off, none are added.</source>
        <translation>它们保存在此计算机上。关闭此项期间不会新增。</translation>
    </message>
    <message>
        <source>A few characters such as [cs k3f9q2x7aa] are added where a note is empty, short or used before: they tell this decision from others when its answer is lost.</source>
        <translation>当备注为空、过短或曾经用过时，会添加几个字符，例如 [cs k3f9q2x7aa]：在决定的应答丢失时，可借此将此决定与其他决定区分开。</translation>
    </message>
    <message>
        <source>A few characters such as [cs k3f9q2x7aa] are added to every note: they tell this decision from others when its answer is lost.</source>
        <translation>每条备注都会添加几个字符，例如 [cs k3f9q2x7aa]：在决定的应答丢失时，可借此将此决定与其他决定区分开。</translation>
    </message>
    <message>
        <source>Nothing is added. When the answer to a decision is lost, it may stay unknown whether it was yours that took effect.</source>
        <translation>不添加任何内容。决定的应答丢失时，可能始终无法得知生效的是否为您的决定。</translation>
    </message>
    <message>
        <source>After three reviews that were each decided in under five seconds, the next one says so and begins with what differs from the last.</source>
        <translation>如果连续三个详情都在五秒内作出了决定，下一个详情会加以提示，并首先列出与上一个的不同之处。</translation>
    </message>
    <message>
        <source>The review and the dialog say that you started the run.</source>
        <translation>详情和对话框会说明该执行由您启动。</translation>
    </message>
    <message>
        <source>You confirm that you started the run: by a tick, and in production by typing the account&apos;s name.</source>
        <translation>您须确认该执行由您启动：勾选确认，在生产环境中还须键入账号名称。</translation>
    </message>
    <message>
        <source>Approve is closed where it is certain that you started the run. All other acts stay open.</source>
        <translation>在能够确定该执行由您启动时，“同意”不可用。所有其他操作仍然可用。</translation>
    </message>
</context>
<context>
    <name>countersign::DecisionsTable</name>
    <message>
        <source>%1: %2, %3, by %5. %4</source>
        <extracomment>A decision in a list: %1 act, %2 task, %3 time, %4 state, a sentence, %5 who decided</extracomment>
        <translation>%1：%2，%3，操作人 %5。%4</translation>
    </message>
    <message>
        <source>When</source>
        <comment>column of decisions</comment>
        <translation>时间</translation>
    </message>
    <message>
        <source>Act</source>
        <comment>column of decisions</comment>
        <translation>操作</translation>
    </message>
    <message>
        <source>Task</source>
        <comment>column of decisions</comment>
        <translation>任务</translation>
    </message>
    <message>
        <source>Item</source>
        <comment>column of decisions</comment>
        <translation>循环项</translation>
    </message>
    <message>
        <source>Run</source>
        <comment>column of decisions</comment>
        <translation>执行</translation>
    </message>
    <message>
        <source>Account</source>
        <comment>column of decisions</comment>
        <translation>账号</translation>
    </message>
    <message>
        <source>Region</source>
        <comment>column of decisions</comment>
        <translation>地域</translation>
    </message>
    <message>
        <source>By</source>
        <comment>column of decisions</comment>
        <translation>决定人</translation>
    </message>
    <message>
        <source>State</source>
        <comment>column of decisions</comment>
        <translation>状态</translation>
    </message>
    <message>
        <source>Code</source>
        <comment>column of decisions</comment>
        <translation>错误码</translation>
    </message>
    <message>
        <source>Note</source>
        <comment>column of decisions</comment>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>countersign::DecisionsView</name>
    <message>
        <source>Copy execution id</source>
        <translation>复制执行 ID</translation>
    </message>
    <message>
        <source>Copy decision id</source>
        <translation>复制决定 ID</translation>
    </message>
    <message>
        <source>Copy request id</source>
        <translation>复制请求 ID</translation>
    </message>
    <message>
        <source>Copy note</source>
        <translation>复制备注</translation>
    </message>
    <message>
        <source>The chosen decision from its beginning</source>
        <translation>所选决定从头至今的经过</translation>
    </message>
</context>
<context>
    <name>countersign::DecisionsWindow</name>
    <message>
        <source>Decisions</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>&amp;Decisions</source>
        <translation>决定(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Open the run</source>
        <translation>打开执行(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Close window</source>
        <translation>关闭窗口(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>搜索(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Clear search and filters</source>
        <translation>清除搜索和筛选(&amp;C)</translation>
    </message>
    <message>
        <source>S&amp;ort by</source>
        <translation>排序方式(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Ascending</source>
        <translation>升序(&amp;A)</translation>
    </message>
    <message>
        <source>Clear search and filters</source>
        <translation>清除搜索和筛选</translation>
    </message>
    <message>
        <source>Decisions – Countersign</source>
        <translation>决定 – Countersign</translation>
    </message>
</context>
<context>
    <name>countersign::Desktop</name>
    <message>
        <source>Show Countersign</source>
        <translation>显示 Countersign</translation>
    </message>
    <message>
        <source>Countersign goes on watching</source>
        <translation>Countersign 仍在监视</translation>
    </message>
    <message>
        <source>Its icon in the tray opens the window again. Quit ends it.</source>
        <translation>点击托盘图标可再次打开窗口；“退出”会结束程序。</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>立即锁定</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>countersign::DesktopNotifications</name>
    <message>
        <source>Open</source>
        <comment>a notice</comment>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>countersign::DiagnosticsDialog</name>
    <message>
        <source>This helps whoever looks into a problem. It names no account, key, path or text of a run. Exactly what stands here is copied.</source>
        <translation>供排查问题的人参考。其中不含账号、访问密钥、路径或执行的文本。复制的内容与此处所示完全一致。</translation>
    </message>
    <message>
        <source>Copied, just as it stands here.</source>
        <translation>已按此处所示原样复制。</translation>
    </message>
</context>
<context>
    <name>countersign::FactsGrid</name>
    <message>
        <source>%1: %2</source>
        <extracomment>A fact as assistive technology reads it: %1 is its label, %2 its value.</extracomment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>countersign::FilterMenu</name>
    <message>
        <source>Show everything</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 is a group of waits, %2 how many stand in it</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>地域</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Longest waiting first</source>
        <translation>等待最久的在前</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新的在前</translation>
    </message>
    <message>
        <source>By account and region</source>
        <translation>按账号和地域</translation>
    </message>
    <message>
        <source>By template</source>
        <translation>按模板</translation>
    </message>
    <message>
        <source>By starter</source>
        <translation>按发起人</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>按类型</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Keep this view…</source>
        <translation>保存此视图…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Choose several rows</source>
        <translation>选择多行</translation>
    </message>
</context>
<context>
    <name>countersign::FollowPane</name>
    <message>
        <source>Decided by me</source>
        <translation>我的决定</translation>
    </message>
    <message>
        <source>Remove ended runs from this list</source>
        <translation>从此列表中移除已结束的执行</translation>
    </message>
    <message>
        <source>Decided by me: %1</source>
        <extracomment>Heading of a list; %1 is &quot;2 runs going on, 1 ended&quot;</extracomment>
        <translation>我的决定：%1</translation>
    </message>
</context>
<context>
    <name>countersign::FollowViewModel</name>
    <message numerus="yes">
        <source>%n run(s) going on</source>
        <translation>
            <numerusform>%n 个执行进行中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ended</source>
        <translation>
            <numerusform>%n 个已结束</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 is &quot;2 runs going on&quot;, %2 is &quot;1 ended&quot;</extracomment>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>countersign::FollowedModel</name>
    <message>
        <source>%1, %2</source>
        <comment>name of an act, and when it was decided</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>The service does not know this run any more.</source>
        <translation>服务中已没有此执行。</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>尚未读取</translation>
    </message>
    <message>
        <source>%1: task %2</source>
        <extracomment>%1 is the state of a run, %2 the name of the task that failed</extracomment>
        <translation>%1：任务 %2</translation>
    </message>
    <message>
        <source>%1, %2, %3, decided: %4</source>
        <extracomment>%1 is a template, %2 the state of its run, %3 account and region, %4 what was decided</extracomment>
        <translation>%1，%2，%3，决定：%4</translation>
    </message>
    <message>
        <source>Run</source>
        <comment>column of a table</comment>
        <translation>执行</translation>
    </message>
    <message>
        <source>State</source>
        <comment>column of a table</comment>
        <translation>状态</translation>
    </message>
    <message>
        <source>Account and region</source>
        <comment>column of a table</comment>
        <translation>账号和地域</translation>
    </message>
    <message>
        <source>Decided</source>
        <comment>column of a table</comment>
        <translation>决定</translation>
    </message>
</context>
<context>
    <name>countersign::GraphPage</name>
    <message>
        <source>Tasks and their ways, as text</source>
        <translation>任务及其走向（文本形式）</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>tool tip; %1 says what a button does, %2 is a key</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Original size</source>
        <translation>原始大小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Fit</source>
        <comment>zoom until the whole picture is seen</comment>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>显示整个图</translation>
    </message>
    <message>
        <source>Waiting task</source>
        <translation>等待中的任务</translation>
    </message>
    <message>
        <source>Go to the task that waits or is next</source>
        <translation>转到等待中的任务或下一个任务</translation>
    </message>
    <message>
        <source>As text</source>
        <translation>文本形式</translation>
    </message>
    <message>
        <source>Show the tasks and their ways as text</source>
        <translation>以文本形式显示任务及其走向</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>how large the picture is drawn; %1 is a number</extracomment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Show in &amp;Tasks</source>
        <translation>在“任务”中显示(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Open the child run</source>
        <translation>打开子执行(&amp;O)</translation>
    </message>
    <message>
        <source>Copy task &amp;name</source>
        <translation>复制任务名称(&amp;N)</translation>
    </message>
    <message>
        <source>Copy task e&amp;xecution id</source>
        <translation>复制任务执行 ID(&amp;X)</translation>
    </message>
</context>
<context>
    <name>countersign::GraphView</name>
    <message>
        <source>Graph of the tasks</source>
        <translation>任务图</translation>
    </message>
</context>
<context>
    <name>countersign::GraphViewModel</name>
    <message>
        <source>Nothing is chosen</source>
        <translation>未选择任何内容</translation>
    </message>
    <message>
        <source>Reading the template…</source>
        <translation>正在读取模板……</translation>
    </message>
    <message>
        <source>The template could not be read</source>
        <translation>未能读取模板</translation>
    </message>
    <message>
        <source>The template has no tasks</source>
        <translation>模板中没有任务</translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation>正在绘制……</translation>
    </message>
    <message>
        <source>Choose a row to see how its tasks follow one another.</source>
        <translation>选择一行，查看其任务的先后关系。</translation>
    </message>
    <message>
        <source>The picture is made from the template&apos;s text.</source>
        <translation>此图根据模板文本绘制。</translation>
    </message>
    <message>
        <source>There is nothing to draw.</source>
        <translation>没有可绘制的内容。</translation>
    </message>
    <message>
        <source>“As text” shows the tasks meanwhile.</source>
        <translation>在此期间，可以用“文本形式”查看任务。</translation>
    </message>
</context>
<context>
    <name>countersign::HandOverMenu</name>
    <message>
        <source>Nothing was copied: this decision cannot be taken as it stands.</source>
        <translation>未复制任何内容：按目前的情况无法作出此决定。</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>复制为命令</translation>
    </message>
    <message>
        <source>Copy the command of the aliyun tool that does the same as this decision; nothing is sent from here</source>
        <translation>复制与此决定效果相同的 aliyun 工具命令；此处不会发送任何内容</translation>
    </message>
</context>
<context>
    <name>countersign::HistoryPage</name>
    <message>
        <source>Decisions about this run</source>
        <translation>对此执行的决定</translation>
    </message>
    <message>
        <source>No decisions</source>
        <translation>没有决定</translation>
    </message>
    <message>
        <source>The decisions cannot be shown</source>
        <translation>无法显示决定</translation>
    </message>
</context>
<context>
    <name>countersign::ImportDialog</name>
    <message>
        <source>%1 — %2</source>
        <extracomment>An id of a region, and its name in the person&apos;s language.</extracomment>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>Choose a file of keys</source>
        <translation>选择保存访问密钥的文件</translation>
    </message>
    <message>
        <source>Rea&amp;d again</source>
        <translation>重新读取(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Choose a file…</source>
        <translation>选择文件(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>重新查找(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Show the first one</source>
        <translation>显示第一个(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Back to the list</source>
        <translation>返回列表(&amp;B)</translation>
    </message>
    <message>
        <source>Choose a profile to read more about it.</source>
        <translation>选择一个配置以查看其详细信息。</translation>
    </message>
    <message>
        <source>The import is under way: it goes on to its end, and a failure would not be shown.</source>
        <translation>正在导入：导入会继续进行到结束，即使失败也不会显示。</translation>
    </message>
    <message>
        <source>Close all the same</source>
        <translation>仍然关闭</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>等待</translation>
    </message>
</context>
<context>
    <name>countersign::ImportModel</name>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is the title of a column, %2 what stands in it</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>In the file</source>
        <comment>column of a table: name of a profile</comment>
        <translation>文件中的名称</translation>
    </message>
    <message>
        <source>What comes of it</source>
        <comment>column of a table: whether a profile can be imported</comment>
        <translation>导入结果</translation>
    </message>
    <message>
        <source>Name here</source>
        <comment>column of a table: name of a profile</comment>
        <translation>此处的名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <comment>column of a table: where keys come from</comment>
        <translation>类型</translation>
    </message>
    <message>
        <source>Account</source>
        <comment>column of a table</comment>
        <translation>账号</translation>
    </message>
    <message>
        <source>Region</source>
        <comment>column of a table</comment>
        <translation>地域</translation>
    </message>
    <message>
        <source>Key id</source>
        <comment>column of a table: its last characters</comment>
        <translation>访问密钥 ID</translation>
    </message>
    <message>
        <source>Its secret</source>
        <comment>column of a table: where a secret is kept</comment>
        <translation>Secret 的位置</translation>
    </message>
</context>
<context>
    <name>countersign::ImportReading</name>
    <message>
        <source>Environment variables of this program</source>
        <translation>本程序的环境变量</translation>
    </message>
    <message>
        <source>The aliyun CLI and the SDKs keep their keys in files. These were looked for:</source>
        <translation>aliyun CLI 和各 SDK 将其访问密钥保存在文件中。已查找以下文件：</translation>
    </message>
    <message>
        <source>%1 (named by %2)</source>
        <extracomment>%1 is the path of a file, %2 the name of a variable</extracomment>
        <translation>%1（由 %2 指定）</translation>
    </message>
    <message>
        <source>The environment offers no keys</source>
        <translation>环境变量未提供访问密钥</translation>
    </message>
    <message>
        <source>The file holds no profile</source>
        <translation>文件中没有配置</translation>
    </message>
    <message>
        <source>The file cannot be used</source>
        <translation>无法使用此文件</translation>
    </message>
    <message>
        <source>None of them is set.</source>
        <translation>均未设置。</translation>
    </message>
    <message>
        <source>Set are: %1.</source>
        <translation>已设置：%1。</translation>
    </message>
    <message>
        <source>Set one up with “aliyun configure”, or enter a key here yourself.</source>
        <translation>请用“aliyun configure”设置一个，或在此处自行输入访问密钥。</translation>
    </message>
    <message>
        <source>Set are: %1. Their values are not shown.</source>
        <translation>已设置：%1。不显示其值。</translation>
    </message>
    <message>
        <source>This is the SDKs&apos; credentials file.</source>
        <translation>这是各 SDK 的 credentials 文件。</translation>
    </message>
    <message>
        <source>This is the aliyun CLI&apos;s file.</source>
        <translation>这是 aliyun CLI 的文件。</translation>
    </message>
    <message>
        <source>%1 names it.</source>
        <extracomment>%1 is the name of a variable</extracomment>
        <translation>由 %1 指定。</translation>
    </message>
    <message>
        <source>It is a link to %1.</source>
        <extracomment>%1 is the path of a file</extracomment>
        <translation>这是指向 %1 的链接。</translation>
    </message>
    <message>
        <source>It is only read: it keeps its keys, and nothing in it is run.</source>
        <translation>只读取该文件：其中的访问密钥仍然保留，也不会运行其中的任何内容。</translation>
    </message>
    <message>
        <source>The file has changed since it was read.</source>
        <translation>文件在读取之后已更改。</translation>
    </message>
    <message>
        <source>Other users of this computer may read or change this file. Take the rights away from them: chmod 600.</source>
        <translation>本机的其他用户可能可以读取或更改此文件。请收回他们的权限：chmod 600。</translation>
    </message>
    <message>
        <source>%1 names “%2” as the profile to use.</source>
        <extracomment>%1 is the name of a variable, %2 that of a profile</extracomment>
        <translation>%1 指定使用配置“%2”。</translation>
    </message>
    <message>
        <source>%1 tells other programs to ignore this file.</source>
        <extracomment>%1 is the name of a variable</extracomment>
        <translation>%1 要求其他程序忽略此文件。</translation>
    </message>
    <message>
        <source>Needed are ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET, or the same of ALIBABACLOUD_ or ALICLOUD_, or what a workload or an instance is given. A program that was started from a menu often lacks the variables of your shell.</source>
        <translation>需要 ALIBABA_CLOUD_ACCESS_KEY_ID 和 ALIBABA_CLOUD_ACCESS_KEY_SECRET（或以 ALIBABACLOUD_、ALICLOUD_ 开头的同名变量），或提供给工作负载或实例的变量。从菜单启动的程序往往没有您 shell 中的变量。</translation>
    </message>
</context>
<context>
    <name>countersign::ImportViewModel</name>
    <message>
        <source>%1, chosen below</source>
        <extracomment>what stands in a table where a profile names no region</extracomment>
        <translation>%1（在下方选择）</translation>
    </message>
    <message>
        <source>stays in the CLI&apos;s file</source>
        <comment>where a secret is kept</comment>
        <translation>保留在 CLI 的文件中</translation>
    </message>
    <message>
        <source>in the environment</source>
        <comment>where a secret is kept</comment>
        <translation>在环境变量中</translation>
    </message>
    <message>
        <source>none</source>
        <comment>where a secret is kept</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>keychain</source>
        <comment>where a secret is kept</comment>
        <translation>密钥环</translation>
    </message>
    <message>
        <source>memory, this session</source>
        <comment>where a secret is kept</comment>
        <translation>内存（本次会话）</translation>
    </message>
    <message>
        <source>What was saved of these could not be taken out of the keychain or the file of profiles again: %1.</source>
        <extracomment>%1 is a list of names of profiles</extracomment>
        <translation>以下配置已保存的内容未能从密钥环或账号配置的文件中再移除：%1。</translation>
    </message>
    <message>
        <source>These could not be put back as they were: %1.</source>
        <extracomment>%1 is a list of names of profiles</extracomment>
        <translation>以下配置未能恢复原状：%1。</translation>
    </message>
    <message>
        <source>“%1” could not be saved. %2</source>
        <translation>未能保存“%1”。%2</translation>
    </message>
    <message>
        <source>Everything is as it was before.</source>
        <translation>一切与之前相同。</translation>
    </message>
    <message>
        <source>No file of keys was found</source>
        <translation>未找到保存访问密钥的文件</translation>
    </message>
    <message numerus="yes">
        <source>%n profile(s) imported</source>
        <translation>
            <numerusform>已导入 %n 个配置</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was imported</source>
        <translation>未导入任何内容</translation>
    </message>
    <message>
        <source>The import failed and left something behind</source>
        <translation>导入失败，并有内容残留</translation>
    </message>
    <message>
        <source>Test each profile before you rely on it, and mark those of production.</source>
        <translation>请在使用每个配置之前先进行测试，并标出生产环境的配置。</translation>
    </message>
    <message>
        <source>The file still holds its keys; Countersign has not changed it.</source>
        <translation>文件中仍有其访问密钥；Countersign 未更改该文件。</translation>
    </message>
    <message>
        <source>No secret is taken out of the file.</source>
        <translation>不会从文件中取出任何 Secret。</translation>
    </message>
    <message>
        <source>Keys are kept in memory and end with the program. %1</source>
        <extracomment>%1 are whole sentences</extracomment>
        <translation>访问密钥保存在内存中，程序结束时清除。%1</translation>
    </message>
    <message>
        <source>Keys go to the keychain of this desktop.</source>
        <translation>访问密钥会存入此桌面的密钥环。</translation>
    </message>
    <message>
        <source>Keys are kept in memory and end with the program.</source>
        <translation>访问密钥保存在内存中，程序结束时清除。</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %n profile(s)</source>
        <translation>
            <numerusform>导入 %n 个配置(&amp;I)</numerusform>
        </translation>
    </message>
    <message>
        <source>Read the file again before you import.</source>
        <translation>导入之前请重新读取文件。</translation>
    </message>
    <message numerus="yes">
        <source>There is no room for %n of them: leave some out.</source>
        <translation>
            <numerusform>其中 %n 个配置超出数量上限：请去掉一些。</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the profiles to import.</source>
        <translation>请选择要导入的配置。</translation>
    </message>
    <message numerus="yes">
        <source>%n of the profiles in the file are chosen.</source>
        <translation>
            <numerusform>已选择文件中的 %n 个配置。</numerusform>
        </translation>
    </message>
    <message>
        <source>The import was stopped and left something behind</source>
        <translation>导入已停止，并有内容残留</translation>
    </message>
    <message>
        <source>Stopping: what was imported is taken back…</source>
        <translation>正在停止：正在撤回已导入的内容……</translation>
    </message>
    <message numerus="yes">
        <source>Importing: %1 of %n profile(s) done…</source>
        <extracomment>%1 is a number of profiles</extracomment>
        <translation>
            <numerusform>正在导入：共 %n 个配置，已完成 %1 个……</numerusform>
        </translation>
    </message>
    <message>
        <source>You have stopped the import.</source>
        <translation>您已停止导入。</translation>
    </message>
    <message numerus="yes">
        <source>%n of them work only once you have done what was said of them: agree to it in the profile, or sign in again.</source>
        <translation>
            <numerusform>其中 %n 个须在您完成对其所述的操作后才能使用：在配置中予以允许，或重新登录。</numerusform>
        </translation>
    </message>
    <message>
        <source>Without the tick for the keychain, the keys are taken until the program ends.</source>
        <translation>如不勾选“将访问密钥保存在密钥环中”，访问密钥会导入并使用到程序结束。</translation>
    </message>
    <message>
        <source>It can be used until the program ends: enter it in a profile of its own, without the tick for the keychain.</source>
        <translation>可以一直使用到程序结束：请在单独的配置中输入它，不要勾选保存到密钥环。</translation>
    </message>
</context>
<context>
    <name>countersign::InboxDelegate</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>Heading of a group of waits, and how many stand in it.</extracomment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>countersign::InboxPane</name>
    <message>
        <source>Waiting for a person</source>
        <translation>等待人工处理</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter by any word, or paste an execution id</source>
        <translation>输入任意词筛选，或粘贴执行 ID</translation>
    </message>
    <message>
        <source>Waiting executions</source>
        <translation>等待中的执行</translation>
    </message>
    <message>
        <source>Reading what waits…</source>
        <translation>正在读取等待中的执行……</translation>
    </message>
    <message>
        <source>Nothing could be read</source>
        <translation>未能读取任何内容</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>No row fits the filter</source>
        <translation>没有符合筛选条件的行</translation>
    </message>
    <message>
        <source>What waits is still there.</source>
        <translation>等待中的执行仍在。</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>没有等待中的执行</translation>
    </message>
    <message>
        <source>No execution waits for a person in the accounts and regions that are read.</source>
        <translation>在所读取的账号和地域中，没有执行在等待人工处理。</translation>
    </message>
    <message>
        <source>Show</source>
        <comment>what the list shows and in which order</comment>
        <translation>显示</translation>
    </message>
    <message>
        <source>Groups, kinds, accounts, order and views</source>
        <translation>分组、类型、账号、排序和视图</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>视图名称</translation>
    </message>
    <message>
        <source>Looking for an execution</source>
        <translation>正在查找执行</translation>
    </message>
    <message>
        <source>A view needs a name of 1 to 60 characters.</source>
        <translation>视图需要 1 到 60 个字符的名称。</translation>
    </message>
</context>
<context>
    <name>countersign::InboxViewModel</name>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n 个执行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s)</source>
        <translation>
            <numerusform>%n 处等待</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 is &quot;6 runs&quot;, %2 is &quot;7 waits&quot;</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 not read yet</source>
        <translation>%1 尚未读取</translation>
    </message>
    <message>
        <source>%1 not read since %2</source>
        <extracomment>%1 is an account and a region, %2 a time of day</extracomment>
        <translation>%1 自 %2 起未读取</translation>
    </message>
    <message numerus="yes">
        <source>%n more not read</source>
        <translation>
            <numerusform>另有 %n 个未读取</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n region(s))</source>
        <translation>
            <numerusform>%1（%n 个地域）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A filter hides %n wait(s).</source>
        <translation>
            <numerusform>筛选隐藏了 %n 个等待项。</numerusform>
        </translation>
    </message>
    <message>
        <source>Put off until %1. Nothing was sent.</source>
        <extracomment>%1 is a time, with its date when that is not today</extracomment>
        <translation>已设为稍后处理，至 %1。未发送任何内容。</translation>
    </message>
    <message>
        <source>Put off until it changes. Nothing was sent.</source>
        <translation>已设为稍后处理，直到有变化。未发送任何内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation>
            <numerusform>%n 个账号</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::LaterMenu</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 is a span such as &quot;In an hour&quot;, %2 the time at which it ends</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>In half an hour</source>
        <translation>半小时后</translation>
    </message>
    <message>
        <source>In an hour</source>
        <translation>1 小时后</translation>
    </message>
    <message>
        <source>In four hours</source>
        <translation>4 小时后</translation>
    </message>
    <message>
        <source>Tomorrow morning</source>
        <translation>明天早上</translation>
    </message>
    <message>
        <source>Monday morning</source>
        <translation>周一早上</translation>
    </message>
    <message>
        <source>Until it changes</source>
        <translation>直到有变化</translation>
    </message>
</context>
<context>
    <name>countersign::LockPage</name>
    <message>
        <source>&amp;Unlock</source>
        <translation>解锁(&amp;U)</translation>
    </message>
    <message>
        <source>Countersign is locked</source>
        <translation>Countersign 已锁定</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
</context>
<context>
    <name>countersign::LockViewModel</name>
    <message>
        <source>Locked since %1, together with the desktop&apos;s session.</source>
        <extracomment>%1 is a date and time</extracomment>
        <translation>自 %1 起已随桌面会话一并锁定。</translation>
    </message>
    <message numerus="yes">
        <source>Locked since %1, after %n minute(s) without input.</source>
        <extracomment>%1 is a date and time</extracomment>
        <translation>
            <numerusform>自 %1 起已锁定，因为 %n 分钟无输入。</numerusform>
        </translation>
    </message>
    <message>
        <source>Locked since %1.</source>
        <extracomment>%1 is a date and time</extracomment>
        <translation>自 %1 起已锁定。</translation>
    </message>
    <message>
        <source>Nothing is watched: the keys were taken out of memory.</source>
        <translation>未监视任何内容：访问密钥已从内存中移除。</translation>
    </message>
    <message numerus="yes">
        <source>Watching goes on, except for %n account(s) whose keys were taken out of memory.</source>
        <translation>
            <numerusform>监视仍在继续，但 %n 个账号除外，其访问密钥已从内存中移除。</numerusform>
        </translation>
    </message>
    <message>
        <source>Watching goes on.</source>
        <translation>监视仍在继续。</translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) need(s) you.</source>
        <translation>
            <numerusform>%n 个等待项需要您处理。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing needs you at the moment.</source>
        <translation>目前没有需要您处理的等待项。</translation>
    </message>
    <message>
        <source>A decision is being sent. It is not interrupted, and its outcome is recorded.</source>
        <translation>正在发送一个决定。发送不会中断，其结果会被记录。</translation>
    </message>
    <message numerus="yes">
        <source>The outcome of %n decision(s) is not known.</source>
        <translation>
            <numerusform>%n 个决定的结果未知。</numerusform>
        </translation>
    </message>
    <message>
        <source>Notes that were typed and not sent are kept.</source>
        <translation>已键入而未发送的备注会保留。</translation>
    </message>
    <message>
        <source>Nothing is watched: no account can be read.</source>
        <translation>未监视任何内容：无法读取任何账号。</translation>
    </message>
    <message>
        <source>Nothing is watched: no account can be read. The last reading was at %1.</source>
        <extracomment>%1 is a date and time</extracomment>
        <translation>未监视任何内容：无法读取任何账号。上次读取时间：%1。</translation>
    </message>
</context>
<context>
    <name>countersign::LockingPage</name>
    <message>
        <source>An account can be set to give up its key as well while the program is locked: under Profiles, Accounts and keys. It is not watched then.</source>
        <translation>还可以设置账号在程序锁定期间一并放弃其访问密钥：位于“配置”菜单的“账号与访问密钥”中。放弃后不再监视该账号。</translation>
    </message>
    <message>
        <source>Keys and pointer over the program&apos;s own windows count as input. Time in which the computer is asleep counts as time without it.</source>
        <translation>在本程序自己的窗口上按键和移动指针算作输入。计算机睡眠的时间算作无输入的时间。</translation>
    </message>
    <message>
        <source>Locking hides everything that is shown and closes every dialog; what was typed is kept, apart from keys and the choices of an import. Watching goes on, and a decision that is being sent is not interrupted. Unlock shows it all again: the program has no password of its own. It protects from other people&apos;s eyes and from slips; from other people&apos;s hands the desktop&apos;s own lock protects.</source>
        <translation>锁定会隐藏显示的所有内容，并关闭每个对话框；已键入的内容会保留，但访问密钥和导入中的选择除外。监视继续进行，正在发送的决定不会中断。解锁会重新显示全部内容：本程序没有自己的密码。锁定可以防止他人看到和误操作；要防止他人动手操作，须依靠桌面自身的锁定。</translation>
    </message>
</context>
<context>
    <name>countersign::LogModel</name>
    <message>
        <source>%1, %2: %3</source>
        <extracomment>A line of a log: %1 time, %2 type, %3 message</extracomment>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>Time</source>
        <comment>column of a log</comment>
        <translation>时间</translation>
    </message>
    <message>
        <source>Type</source>
        <comment>column of a log</comment>
        <translation>类型</translation>
    </message>
    <message>
        <source>Message</source>
        <comment>column of a log</comment>
        <translation>消息</translation>
    </message>
    <message>
        <source>Task</source>
        <comment>column of a log</comment>
        <translation>任务</translation>
    </message>
</context>
<context>
    <name>countersign::LogView</name>
    <message>
        <source>Log of the run</source>
        <translation>该执行的日志</translation>
    </message>
    <message>
        <source>Message of the chosen line</source>
        <translation>所选行的消息</translation>
    </message>
    <message>
        <source>Lines of which task</source>
        <translation>显示哪个任务的日志行</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <translation>在日志中查找</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>上一处匹配</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>下一处匹配</translation>
    </message>
    <message numerus="yes">
        <source>%n new line(s)</source>
        <translation>
            <numerusform>%n 行新日志</numerusform>
        </translation>
    </message>
    <message>
        <source>Follow the end</source>
        <translation>跟随末尾</translation>
    </message>
    <message>
        <source>Go to the end of the log and stay there while lines come</source>
        <translation>转到日志末尾，有新的日志行时保持在末尾</translation>
    </message>
    <message>
        <source>All tasks</source>
        <translation>所有任务</translation>
    </message>
    <message>
        <source>The run itself</source>
        <comment>whose lines of a log</comment>
        <translation>执行本身</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在查找……</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>无匹配</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>%1 is which of the matches is shown, %2 how many there are</extracomment>
        <translation>%1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n 处匹配</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::MainWindow</name>
    <message>
        <source>Reading…</source>
        <translation>正在读取……</translation>
    </message>
    <message>
        <source>Not up to date: the oldest rows were read at %1</source>
        <extracomment>%1 is a time</extracomment>
        <translation>内容已陈旧：最早的行读取于 %1</translation>
    </message>
    <message>
        <source>Up to date: read at %1</source>
        <extracomment>%1 is a time</extracomment>
        <translation>已更新 %1</translation>
    </message>
    <message>
        <source>Countersign</source>
        <translation>Countersign</translation>
    </message>
    <message>
        <source>No account is set up</source>
        <translation>尚未配置账号</translation>
    </message>
    <message>
        <source>A decision is being sent.</source>
        <translation>正在发送一个决定。</translation>
    </message>
    <message>
        <source>The window closes as soon as its outcome is recorded.</source>
        <translation>结果记录后，窗口会立即关闭。</translation>
    </message>
    <message>
        <source>Countersign (%1)</source>
        <extracomment>Title of the window; %1 is how many waits need the person.</extracomment>
        <translation>Countersign（%1）</translation>
    </message>
    <message>
        <source>Start a new journal</source>
        <translation>新建决定记录</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message numerus="yes">
        <source>An answer is awaited for %n more second(s). The window closes as soon as its outcome is recorded.</source>
        <translation>
            <numerusform>还将等待回应 %n 秒。结果记录后，窗口会立即关闭。</numerusform>
        </translation>
    </message>
    <message>
        <source>Countersign – locked</source>
        <translation>Countersign – 已锁定</translation>
    </message>
    <message>
        <source>Countersign shows what waits for a person in CloudOps Orchestration Service. Set up an account, import those that the aliyun CLI or an SDK uses on this computer, or try it on the sandbox: a service of its own on this computer, where nothing real is touched.</source>
        <translation>Countersign 显示系统运维管理（OOS）中等待人工处理的内容。请配置账号，或导入 aliyun CLI 或 SDK 在本机上所用的账号，或在沙箱中试用：沙箱是本机上的独立服务，不会触及任何真实资源。</translation>
    </message>
    <message>
        <source>&amp;Set up an account…</source>
        <translation>配置账号(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Import profiles of the aliyun CLI…</source>
        <translation>导入 aliyun CLI 的配置(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Try it on the sandbox</source>
        <translation>在沙箱中试用(&amp;T)</translation>
    </message>
    <message>
        <source>An import of profiles is being taken back.</source>
        <translation>正在撤销账号配置的导入。</translation>
    </message>
    <message>
        <source>The window closes as soon as the keychain has answered.</source>
        <translation>密钥环作出答复后，窗口会立即关闭。</translation>
    </message>
</context>
<context>
    <name>countersign::NetworkPage</name>
    <message>
        <source>the system&apos;s list alone</source>
        <translation>只使用系统列表</translation>
    </message>
    <message>
        <source>Choose the company&apos;s CA file</source>
        <translation>选择公司的 CA 文件</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>证书 (*.pem *.crt *.cer);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Nothing was tried yet.</source>
        <translation>尚未进行任何测试。</translation>
    </message>
    <message>
        <source>There is no profile whose way could be tried.</source>
        <translation>没有可以测试其连接的配置。</translation>
    </message>
    <message>
        <source>The password that is typed is not used yet: Enter takes it.</source>
        <translation>已键入的密码尚未使用：按回车键即可使用。</translation>
    </message>
</context>
<context>
    <name>countersign::NetworkViewModel</name>
    <message>
        <source>The keychain did not take the password; it is not used. Enter it again without keeping it.</source>
        <translation>密钥环未保存密码；不会使用此密码。请重新输入，且不保存到密钥环。</translation>
    </message>
    <message>
        <source>The keychain did not delete the password. It is not used any more in this session.</source>
        <translation>密钥环未移除密码。本次会话中不再使用此密码。</translation>
    </message>
    <message>
        <source>No request is made: a connection is opened, proves who it leads to, and is closed.</source>
        <translation>不发出任何请求：只打开连接、验证所连接的对象，然后关闭。</translation>
    </message>
    <message>
        <source>The network settings are as they were at first.</source>
        <translation>网络设置已恢复为最初的状态。</translation>
    </message>
    <message>
        <source>The file of the company&apos;s certificate authorities (%1): %2</source>
        <extracomment>%1 is the path of a file, %2 whole sentences about it</extracomment>
        <translation>公司证书颁发机构的文件（%1）：%2</translation>
    </message>
</context>
<context>
    <name>countersign::NoticesPage</name>
    <message>
        <source>Whoever sees the screen can read them, on a locked screen, too.</source>
        <translation>能看到屏幕的人都能读到，锁屏时也是如此。</translation>
    </message>
</context>
<context>
    <name>countersign::OpenDialog</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Open execution</source>
        <translation>打开执行</translation>
    </message>
    <message>
        <source>Progress of the search</source>
        <translation>查找进度</translation>
    </message>
    <message>
        <source>Execution id, web-console address or link</source>
        <translation>执行 ID、网页控制台地址或链接</translation>
    </message>
    <message>
        <source>Every account and region is looked at, for finished and running executions too. Opening decides nothing.</source>
        <translation>会在每个账号和地域中查找，包括已结束和运行中的执行。打开执行不会作出任何决定。</translation>
    </message>
</context>
<context>
    <name>countersign::OpenViewModel</name>
    <message>
        <source>This names no execution. Paste an execution id, its web-console address, or a countersign: link.</source>
        <translation>这不是执行的标识。请粘贴执行 ID、其网页控制台地址或 countersign: 链接。</translation>
    </message>
    <message numerus="yes">
        <source>Looking for %1: %2 of %n place(s) looked at.</source>
        <translation>
            <numerusform>正在查找 %1：共 %n 个位置，已查找 %2 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>Found %1 in %2, %3.</source>
        <extracomment>%1 is an execution id, %2 an account, %3 a region</extracomment>
        <translation>已在 %2，%3 找到 %1。</translation>
    </message>
    <message>
        <source>The link is for account %1, and none of your profiles is. Nothing was looked up.</source>
        <translation>该链接属于账号 %1，而您的配置中没有此账号。未进行任何查找。</translation>
    </message>
    <message>
        <source>No account is set up, so there is nowhere to look for %1.</source>
        <translation>尚未配置账号，因此无处查找 %1。</translation>
    </message>
    <message numerus="yes">
        <source>%1 does not exist in any of the %n place(s) that were looked at.</source>
        <translation>
            <numerusform>在已查找的 %n 个位置中都不存在 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nowhere could %1 be looked for:</source>
        <translation>所有位置都无法查找 %1：</translation>
    </message>
    <message numerus="yes">
        <source>%1 was not found in %n place(s). Others could not be looked at:</source>
        <translation>
            <numerusform>在 %n 个位置中未找到 %1。其他位置无法查找：</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more place(s).</source>
        <translation>
            <numerusform>另有 %n 个位置。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no key for this account.</source>
        <translation>没有此账号的访问密钥。</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <extracomment>%1 is an account, %2 a region, %3 a sentence</extracomment>
        <translation>%1，%2：%3</translation>
    </message>
</context>
<context>
    <name>countersign::OutputModel</name>
    <message>
        <source>the whole run</source>
        <comment>whose output</comment>
        <translation>整个执行</translation>
    </message>
    <message>
        <source>(without a name)</source>
        <translation>（无名称）</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <extracomment>For screen readers: %1 is a task, %2 the name of one of its outputs, %3 the value</extracomment>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>Task</source>
        <comment>column of a table</comment>
        <translation>任务</translation>
    </message>
    <message>
        <source>Output</source>
        <comment>column of a table</comment>
        <translation>输出</translation>
    </message>
    <message>
        <source>Value</source>
        <comment>column of a table</comment>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>countersign::OutputsPage</name>
    <message>
        <source>Outputs of the run</source>
        <translation>该执行的输出</translation>
    </message>
    <message>
        <source>Value of the chosen output</source>
        <translation>所选输出的值</translation>
    </message>
    <message>
        <source>&amp;Indent JSON</source>
        <translation>缩进 JSON(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Copy value</source>
        <translation>复制值(&amp;C)</translation>
    </message>
    <message>
        <source>No outputs</source>
        <translation>无输出</translation>
    </message>
</context>
<context>
    <name>countersign::PaneLayout</name>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
</context>
<context>
    <name>countersign::ParameterFieldModel</name>
    <message>
        <source>entered, not shown</source>
        <translation>已输入，不显示</translation>
    </message>
    <message>
        <source>edited</source>
        <comment>state of a parameter</comment>
        <translation>已编辑</translation>
    </message>
    <message>
        <source>%1: %2, edited</source>
        <extracomment>%1 is the name of a parameter, %2 its value</extracomment>
        <translation>%1：%2，已编辑</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is the name of a parameter, %2 its value with where it comes from</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>column of a table</comment>
        <translation>名称</translation>
    </message>
    <message>
        <source>Value</source>
        <comment>column of a table</comment>
        <translation>值</translation>
    </message>
    <message>
        <source>Origin</source>
        <comment>column of a table</comment>
        <translation>来源</translation>
    </message>
</context>
<context>
    <name>countersign::ParameterFieldView</name>
    <message>
        <source>Take back</source>
        <translation>撤销更改</translation>
    </message>
    <message>
        <source>Change it…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>edited</source>
        <comment>state of a parameter</comment>
        <translation>已编辑</translation>
    </message>
    <message>
        <source>was %1</source>
        <extracomment>%1 is what was used before a change, with where it came from</extracomment>
        <translation>原为 %1</translation>
    </message>
    <message>
        <source>Take back the change of %1</source>
        <extracomment>%1 is the name of a parameter</extracomment>
        <translation>撤销对 %1 的更改</translation>
    </message>
    <message>
        <source>Change the value of %1</source>
        <extracomment>%1 is the name of a parameter</extracomment>
        <translation>更改 %1 的值</translation>
    </message>
</context>
<context>
    <name>countersign::ParameterModel</name>
    <message numerus="yes">
        <source>%1… %n more character(s)</source>
        <extracomment>%1 is the beginning of a long value</extracomment>
        <translation>
            <numerusform>%1……另有 %n 个字符</numerusform>
        </translation>
    </message>
    <message>
        <source>(without a name)</source>
        <translation>（无名称）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is the name of a parameter, %2 its value</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Parameter</source>
        <comment>column of a table</comment>
        <translation>参数</translation>
    </message>
    <message>
        <source>Value</source>
        <comment>column of a table</comment>
        <translation>值</translation>
    </message>
    <message>
        <source>%1 · new</source>
        <extracomment>%1 is a parameter that the run before this one did not have</extracomment>
        <translation>%1 · 新增</translation>
    </message>
    <message>
        <source>%1 · gone</source>
        <extracomment>%1 is a parameter that the run before this one had</extracomment>
        <translation>%1 · 已不存在</translation>
    </message>
    <message>
        <source>%1 · changed</source>
        <extracomment>%1 is a parameter that had another value in the run before this one</extracomment>
        <translation>%1 · 已更改</translation>
    </message>
    <message>
        <source>the same</source>
        <comment>value of a parameter in the run before this one</comment>
        <translation>相同</translation>
    </message>
    <message>
        <source>%1: %2, in the last run %3</source>
        <extracomment>%1 is the name of a parameter, %2 its value, %3 its value in the run before this one</extracomment>
        <translation>%1：%2，上次执行中为 %3</translation>
    </message>
    <message>
        <source>In the last run</source>
        <comment>column of a table</comment>
        <translation>上次执行中</translation>
    </message>
</context>
<context>
    <name>countersign::ParametersPane</name>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message numerus="yes">
        <source>A paste of %n character(s) was refused: it is too long.</source>
        <translation>
            <numerusform>已拒绝粘贴 %n 个字符：内容过长。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to insert: no task with outputs has run.</source>
        <translation>没有可插入的内容：还没有带输出的任务运行过。</translation>
    </message>
    <message numerus="yes">
        <source>%n more finding(s).</source>
        <translation>
            <numerusform>还有 %n 个问题。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ParametersViewModel</name>
    <message>
        <source>Nothing is added: {} is sent.</source>
        <translation>不添加任何内容：将发送 {}。</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) are sent; the rest has its default.</source>
        <translation>
            <numerusform>将发送 %n 个值；其余使用默认值。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) are sent, and nothing else.</source>
        <translation>
            <numerusform>将只发送 %n 个值，不发送其他内容。</numerusform>
        </translation>
    </message>
    <message>
        <source>Parameters of the new run</source>
        <translation>新执行的参数</translation>
    </message>
    <message>
        <source>Parameters for %1</source>
        <extracomment>%1 is the name of a task</extracomment>
        <translation>%1 的参数</translation>
    </message>
</context>
<context>
    <name>countersign::PolicyView</name>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
</context>
<context>
    <name>countersign::PreferencesViewModel</name>
    <message>
        <source>The desktop&apos;s</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>A change takes effect when Countersign is started again.</source>
        <translation>更改将在重新启动 Countersign 后生效。</translation>
    </message>
    <message>
        <source>Start Countersign again: the language changes then.</source>
        <translation>请重新启动 Countersign：届时语言会切换。</translation>
    </message>
    <message>
        <source>There is no tray at the moment: closing the window ends the program.</source>
        <translation>目前没有托盘：关闭窗口会结束程序。</translation>
    </message>
    <message>
        <source>The recent notes were forgotten.</source>
        <translation>已清除最近的备注。</translation>
    </message>
    <message>
        <source>A usual note was removed.</source>
        <translation>已删除一条常用备注。</translation>
    </message>
    <message>
        <source>All usual notes were removed.</source>
        <translation>已删除所有常用备注。</translation>
    </message>
    <message>
        <source>This page has its defaults again.</source>
        <translation>此页已恢复默认设置。</translation>
    </message>
    <message>
        <source>For ever</source>
        <comment>how long decisions are kept</comment>
        <translation>永久</translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <comment>how long decisions are kept</comment>
        <translation>
            <numerusform>%n 个月</numerusform>
        </translation>
    </message>
    <message>
        <source>What was decided on this computer stays recorded.</source>
        <translation>在本机作出的决定会一直保留在记录中。</translation>
    </message>
    <message numerus="yes">
        <source>A decision is removed from this computer %n month(s) after it has ended. One whose outcome is not known stays.</source>
        <translation>
            <numerusform>决定结束 %n 个月后会从本机移除。结果未知的决定会保留。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) would be removed now, and cannot be brought back. Save them first with View, All decisions.</source>
        <translation>
            <numerusform>这样会立即移除 %n 个决定，且无法恢复。请先通过“视图”菜单中的“所有决定”将其保存。</numerusform>
        </translation>
    </message>
    <message>
        <source>Never</source>
        <comment>locking</comment>
        <extracomment>when the program locks by itself</extracomment>
        <translation>从不</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>This desktop cannot be heard when it locks its session, so that this has no effect here.</source>
        <translation>无法得知此桌面何时锁定其会话，因此该项在此不起作用。</translation>
    </message>
    <message>
        <source>What the session has locked is unlocked with it.</source>
        <translation>随会话锁定的，也会随会话解锁。</translation>
    </message>
</context>
<context>
    <name>countersign::ProfileKeyForm</name>
    <message>
        <source>This is no time, such as 2026-02-03T05:05:06Z or 2026-02-03 13:05.</source>
        <translation>这不是时间，正确格式如 2026-02-03T05:05:06Z 或 2026-02-03 13:05。</translation>
    </message>
    <message>
        <source>A key needs both its id and its secret.</source>
        <translation>访问密钥需要同时填写 ID 和 Secret。</translation>
    </message>
    <message>
        <source>%1 A key that is entered is used for this session only, in memory.</source>
        <extracomment>%1 is a sentence about the keychain</extracomment>
        <translation>%1输入的访问密钥仅用于本次会话，只保存在内存中。</translation>
    </message>
    <message>
        <source>unchanged; enter to replace</source>
        <translation>未更改；输入可替换</translation>
    </message>
</context>
<context>
    <name>countersign::ProfileList</name>
    <message>
        <source>%1 · %2</source>
        <extracomment>%1 is the word for an environment, %2 how a key stands, in a few words</extracomment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>countersign::ProfilePlaceForm</name>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Choose a profile</source>
        <translation>选择配置</translation>
    </message>
    <message>
        <source>A profile that is no longer there</source>
        <translation>已不存在的配置</translation>
    </message>
</context>
<context>
    <name>countersign::ProfileRoleForm</name>
    <message>
        <source>hours</source>
        <comment>unit of a session&apos;s length</comment>
        <translation>小时</translation>
    </message>
    <message>
        <source>minutes</source>
        <comment>unit of a session&apos;s length</comment>
        <translation>分钟</translation>
    </message>
    <message>
        <source>seconds</source>
        <comment>unit of a session&apos;s length</comment>
        <translation>秒</translation>
    </message>
</context>
<context>
    <name>countersign::ProfilesDialog</name>
    <message>
        <source>This policy grants the rights that Countersign uses; the first four are enough to decide.</source>
        <translation>此权限策略授予 Countersign 所用的权限；前四项已足以作出决定。</translation>
    </message>
    <message>
        <source>There is no room for another profile.</source>
        <translation>无法再添加配置，数量已达上限。</translation>
    </message>
    <message>
        <source>Not tested yet. A test asks whose key this is, tries the way of a decision, and looks which rights are there. It changes nothing at the service.</source>
        <translation>尚未测试。测试会查询访问密钥属于谁，试走决定所经的通路，并查看具备哪些权限。测试不会更改服务中的任何内容。</translation>
    </message>
    <message>
        <source>The keychain has not answered yet. What was asked of it goes on, and a failure would not be shown.</source>
        <translation>密钥环尚未回应。已向它提出的请求会继续进行，即使失败也不会显示。</translation>
    </message>
    <message>
        <source>Close all the same</source>
        <translation>仍然关闭</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>The new profile is not saved.</source>
        <translation>新配置尚未保存。</translation>
    </message>
    <message>
        <source>“%1” has changes that are not saved.</source>
        <translation>“%1”有未保存的更改。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃更改</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>继续编辑</translation>
    </message>
    <message>
        <source>The key that was saved earlier could not be read and may still be in the keychain. Saving replaces it for good.</source>
        <translation>先前保存的访问密钥未能读取，可能仍在密钥环中。保存会将其永久替换。</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存……</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>The key is used until the program ends; nothing was saved.</source>
        <translation>访问密钥将使用到程序结束；未保存任何内容。</translation>
    </message>
    <message>
        <source>Remove “%1”?</source>
        <translation>要删除“%1”吗？</translation>
    </message>
    <message>
        <source>Remove “%1”? Its key is taken out of the keychain first.</source>
        <translation>要删除“%1”吗？会先从密钥环中移除其访问密钥。</translation>
    </message>
    <message>
        <source>Remove “%1”? Its key, which is in memory only, is forgotten.</source>
        <translation>要删除“%1”吗？其访问密钥仅在内存中，将被清除。</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>正在删除……</translation>
    </message>
    <message>
        <source>Remove all the same</source>
        <translation>仍然删除</translation>
    </message>
    <message>
        <source>Removed.</source>
        <translation>已删除。</translation>
    </message>
    <message>
        <source>The test was ended before it was done.</source>
        <translation>测试尚未完成即被结束。</translation>
    </message>
    <message>
        <source>There is no key to test with: enter one first.</source>
        <translation>没有可用于测试的访问密钥：请先输入。</translation>
    </message>
    <message>
        <source>The signature was switched to the one that works; save the profile to keep it.</source>
        <translation>已切换到可用的签名方式；请保存配置以保留此更改。</translation>
    </message>
    <message>
        <source>The profile has changed since it was tested.</source>
        <translation>测试之后配置已更改。</translation>
    </message>
    <message>
        <source>PRODUCTION</source>
        <comment>word for an environment</comment>
        <translation>生产环境</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>新配置</translation>
    </message>
    <message>
        <source>End &amp;test</source>
        <translation>结束测试(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>测试(&amp;T)</translation>
    </message>
    <message>
        <source>There are changes that are not saved.</source>
        <translation>有未保存的更改。</translation>
    </message>
    <message>
        <source>Nothing has changed since it was saved.</source>
        <translation>保存后没有任何更改。</translation>
    </message>
    <message>
        <source>%1 These take their keys from it and would have none: %2.</source>
        <extracomment>%1 is a question, %2 names of profiles</extracomment>
        <translation>%1以下配置从它获取访问密钥，删除后将没有访问密钥：%2。</translation>
    </message>
    <message>
        <source>Read what is run or asked for keys, and agree to it, before it is used.</source>
        <translation>使用之前，请查看为获取访问密钥会运行或请求什么，并予以允许。</translation>
    </message>
    <message>
        <source>This was entered before and is not saved. A key that was entered with it is to be entered again.</source>
        <translation>这是之前输入但未保存的内容。一同输入的访问密钥需要重新输入。</translation>
    </message>
</context>
<context>
    <name>countersign::ProfilesViewModel</name>
    <message>
        <source>The profile is used until the program ends, but it was not saved. %1</source>
        <translation>配置将使用到程序结束，但未能保存。%1</translation>
    </message>
    <message>
        <source>The profile was not saved. %1</source>
        <translation>配置未保存。%1</translation>
    </message>
    <message>
        <source>The profile is gone until the program ends, but it is still in its file. %1</source>
        <translation>在程序结束前配置不再出现，但仍保留在其文件中。%1</translation>
    </message>
    <message>
        <source>The profile was not removed: its key could not be taken out of the keychain. %1</source>
        <translation>配置未删除：未能从密钥环中移除其访问密钥。%1</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) of the file of profiles could not be used.</source>
        <translation>
            <numerusform>账号配置的文件中有 %n 个条目无法使用。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 – account %2</source>
        <extracomment>%1 is the name of a profile, %2 an account id</extracomment>
        <translation>%1 – 账号 %2</translation>
    </message>
    <message>
        <source>The profile whose keys take the role is no longer there. Choose another one.</source>
        <translation>为扮演角色提供访问密钥的配置已不存在。请另选一个。</translation>
    </message>
    <message>
        <source>Profiles would take their keys from each other in a circle: %1. Choose one that begins with a key.</source>
        <translation>配置之间会循环获取访问密钥：%1。请选择一个以访问密钥为起点的配置。</translation>
    </message>
    <message>
        <source>%1 is not an endpoint of Alibaba Cloud. Whoever runs it learns every call of this profile with its parameters and notes, the id of its key, and its session tokens, and can answer in the service&apos;s place. The secret of the key does not leave this computer.</source>
        <extracomment>%1 is one host, or two with a comma</extracomment>
        <translation>%1 不是阿里云的接入地址。其运营者会得知此配置的每次调用及其参数和备注、访问密钥的 ID 以及会话令牌，并能冒充服务应答。访问密钥的 Secret 不会离开本机。</translation>
    </message>
</context>
<context>
    <name>countersign::Program</name>
    <message>
        <source>The sandbox could not be used. %1</source>
        <translation>无法使用沙箱。%1</translation>
    </message>
    <message>
        <source>Whether another Countersign runs cannot be told. %1</source>
        <translation>无法判断是否有另一个 Countersign 正在运行。%1</translation>
    </message>
    <message>
        <source>Another Countersign uses this configuration and does not answer.</source>
        <translation>另一个 Countersign 正在使用此配置目录，且没有回应。</translation>
    </message>
    <message>
        <source>Countersign runs already with this configuration; its window was brought to the front. Give another --config-root for a second one.</source>
        <translation>Countersign 已在使用此配置目录运行，其窗口已置于最前。如需再启动一个，请指定另一个 --config-root。</translation>
    </message>
</context>
<context>
    <name>countersign::QuoteView</name>
    <message>
        <source>The starter wrote: “%1”</source>
        <extracomment>The words of whoever started the run.</extracomment>
        <translation>发起人写道：“%1”</translation>
    </message>
    <message>
        <source>%1 wrote: “%2”</source>
        <extracomment>%1 is the name of whoever started the run, %2 their words.</extracomment>
        <translation>%1 写道：“%2”</translation>
    </message>
</context>
<context>
    <name>countersign::RegionPicker</name>
    <message>
        <source>%1 — %2</source>
        <extracomment>An id of a region, and its name in the person&apos;s language.</extracomment>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>%1, chosen</source>
        <translation>%1，已选择</translation>
    </message>
    <message>
        <source>No region is chosen.</source>
        <extracomment>%1 is a list of region ids</extracomment>
        <translation>未选择地域。</translation>
    </message>
    <message>
        <source>Chosen: %1</source>
        <translation>已选择：%1</translation>
    </message>
</context>
<context>
    <name>countersign::ReviewCommands</name>
    <message>
        <source>The execution id was copied.</source>
        <translation>已复制执行 ID。</translation>
    </message>
    <message>
        <source>Account, template, task, starter and a link were copied.</source>
        <translation>已复制账号、模板、任务、发起人和链接。</translation>
    </message>
    <message>
        <source>Nothing was opened: there is no program for it, or the address is not one of the web console.</source>
        <translation>未打开任何内容：没有可用的程序，或该地址不属于网页控制台。</translation>
    </message>
    <message>
        <source>%1 without seeing…</source>
        <extracomment>%1 is an act such as Approve</extracomment>
        <translation>在未看到内容的情况下%1…</translation>
    </message>
    <message>
        <source>The note was copied.</source>
        <translation>已复制备注。</translation>
    </message>
</context>
<context>
    <name>countersign::ReviewPage</name>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Parameters of the run</source>
        <translation>该执行的参数</translation>
    </message>
    <message>
        <source>High-risk calls in the template</source>
        <translation>模板中的高风险调用</translation>
    </message>
    <message>
        <source>High-risk calls</source>
        <translation>高风险调用</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>未能读取</translation>
    </message>
    <message>
        <source>Nothing is chosen</source>
        <translation>未选择任何内容</translation>
    </message>
    <message>
        <source>Choose a row on the left to see what waits and what a decision would do.</source>
        <translation>在左侧选择一行，查看在等待什么、决定会产生什么效果。</translation>
    </message>
    <message>
        <source>task %1</source>
        <translation>任务 %1</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取……</translation>
    </message>
    <message>
        <source>What the list knows is shown already.</source>
        <translation>已显示列表中已知的内容。</translation>
    </message>
    <message>
        <source>The run could not be read.</source>
        <translation>未能读取该执行。</translation>
    </message>
    <message>
        <source>What is shown was read at %1.</source>
        <extracomment>%1 is a date and time</extracomment>
        <translation>所示内容读取于 %1。</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Next</source>
        <comment>go to the next wait</comment>
        <translation>下一个</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>立即核对</translation>
    </message>
    <message>
        <source>Look at it again: this has changed since you read it</source>
        <translation>请重新查看：自您查看以来，以下内容已变化</translation>
    </message>
    <message>
        <source>Copy note</source>
        <translation>复制备注</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Decide again…</source>
        <translation>重新决定…</translation>
    </message>
</context>
<context>
    <name>countersign::ReviewTabs</name>
    <message>
        <source>Tasks</source>
        <comment>tab of a review</comment>
        <translation>任务</translation>
    </message>
    <message>
        <source>Template</source>
        <comment>tab of a review</comment>
        <translation>模板</translation>
    </message>
    <message>
        <source>Log</source>
        <comment>tab of a review</comment>
        <translation>日志</translation>
    </message>
    <message>
        <source>Log (%1)</source>
        <translation>日志（%1）</translation>
    </message>
    <message>
        <source>Graph</source>
        <comment>tab of a review</comment>
        <translation>任务图</translation>
    </message>
    <message>
        <source>Outputs</source>
        <comment>tab of a review</comment>
        <translation>输出</translation>
    </message>
    <message>
        <source>History</source>
        <comment>tab of a review</comment>
        <translation>历史</translation>
    </message>
    <message>
        <source>History (%1)</source>
        <translation>历史（%1）</translation>
    </message>
</context>
<context>
    <name>countersign::ReviewViewModel</name>
    <message>
        <source>Run: %1</source>
        <extracomment>of a run that does not wait; %1 is a template with its version</extracomment>
        <translation>执行：%1</translation>
    </message>
    <message>
        <source>The service does not know this run.</source>
        <translation>服务中没有此执行。</translation>
    </message>
    <message>
        <source>This wait is over.</source>
        <translation>此项等待已结束。</translation>
    </message>
    <message>
        <source>This run has ended: %1. It is shown for reading only.</source>
        <extracomment>%1 is the state of a run, such as Success</extracomment>
        <translation>此执行已结束：%1。仅供查看。</translation>
    </message>
    <message>
        <source>This run does not wait for a person now: %1.</source>
        <extracomment>%1 is the state of a run, such as Running</extracomment>
        <translation>此执行目前不在等待人工处理：%1。</translation>
    </message>
    <message>
        <source>This wait is over; the run waits for something else.</source>
        <translation>此项等待已结束；该执行正在等待其他内容。</translation>
    </message>
    <message>
        <source>Template: %1</source>
        <extracomment>%1 is a template with its version</extracomment>
        <translation>模板：%1</translation>
    </message>
    <message>
        <source>Task: %1</source>
        <translation>任务：%1</translation>
    </message>
    <message>
        <source>Started by: %1</source>
        <translation>发起人：%1</translation>
    </message>
    <message>
        <source>Parameters were typed for task “%1” and not sent: the dialog shows them.</source>
        <translation>为任务“%1”输入的参数尚未发送：可在对话框中查看。</translation>
    </message>
    <message>
        <source>No run is shown.</source>
        <translation>未显示任何执行。</translation>
    </message>
    <message>
        <source>What became of an earlier decision about this wait is not known. Both requests may count: the first may still be carried out.</source>
        <translation>对此项等待的上一个决定结果未知。两个请求可能都会生效：第一个请求仍可能被执行。</translation>
    </message>
</context>
<context>
    <name>countersign::ReviewWindow</name>
    <message>
        <source>Review – Countersign</source>
        <translation>详情 – Countersign</translation>
    </message>
</context>
<context>
    <name>countersign::RiskyCallModel</name>
    <message>
        <source>by OOS, newest version</source>
        <comment>who says that a call is high-risk</comment>
        <translation>由 OOS 给出，最新版本</translation>
    </message>
    <message>
        <source>by name</source>
        <comment>who says that a call is high-risk</comment>
        <translation>按名称判断</translation>
    </message>
    <message>
        <source>%1, tasks: %2, %3</source>
        <extracomment>%1 is a product and its API, %2 are tasks, %3 is who says that the call is high-risk</extracomment>
        <translation>%1，任务：%2，%3</translation>
    </message>
    <message>
        <source>Call</source>
        <comment>column of a table</comment>
        <translation>调用</translation>
    </message>
    <message>
        <source>Tasks</source>
        <comment>column of a table</comment>
        <translation>任务</translation>
    </message>
    <message>
        <source>Known</source>
        <comment>column of a table: who says that a call is high-risk</comment>
        <translation>依据</translation>
    </message>
    <message>
        <source>by OOS, newest version, and by name</source>
        <comment>who says that a call is high-risk</comment>
        <translation>由 OOS 给出（最新版本），且按名称判断</translation>
    </message>
    <message>
        <source>%1; in the nested template %2</source>
        <extracomment>%1 is who says that a call is high-risk, %2 the nested templates that make it</extracomment>
        <translation>%1；位于嵌套模板 %2 中</translation>
    </message>
    <message>
        <source>Call that is not named</source>
        <extracomment>%1 is the name of a template that is run inside another one</extracomment>
        <translation>未指明名称的调用</translation>
    </message>
    <message>
        <source>Calls of the template %1</source>
        <translation>模板 %1 的调用</translation>
    </message>
    <message>
        <source>cannot be told from the text</source>
        <comment>who says that a call is high-risk</comment>
        <translation>无法从文本判断</translation>
    </message>
    <message>
        <source>%1 (before the waiting task)</source>
        <extracomment>%1 is a task that comes before the waiting one</extracomment>
        <translation>%1（在等待中的任务之前）</translation>
    </message>
    <message>
        <source>%1 (the waiting task)</source>
        <extracomment>%1 is a task</extracomment>
        <translation>%1（等待中的任务）</translation>
    </message>
    <message>
        <source>%1 (after the waiting task)</source>
        <extracomment>%1 is a task that comes after the waiting one</extracomment>
        <translation>%1（在等待中的任务之后）</translation>
    </message>
    <message>
        <source>%1 (after the waiting task, on an error)</source>
        <extracomment>%1 is a task that comes after the waiting one when something fails</extracomment>
        <translation>%1（在等待中的任务之后，出错时）</translation>
    </message>
    <message>
        <source>%1 – rated Risk: Normal</source>
        <extracomment>%1 is a task, with how it lies to the waiting one; Risk: Normal is what its text says</extracomment>
        <translation>%1 – 标为 Risk: Normal</translation>
    </message>
</context>
<context>
    <name>countersign::SecretEdit</name>
    <message>
        <source>entered, not saved yet; enter to replace</source>
        <translation>已输入，尚未保存；再次输入可替换</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Empty the field</source>
        <translation>清空此框(&amp;E)</translation>
    </message>
</context>
<context>
    <name>countersign::SettingsDialog</name>
    <message>
        <source>&amp;General</source>
        <translation>常规(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Notices</source>
        <translation>通知(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Decisions</source>
        <translation>决定(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Usual notes</source>
        <translation>常用备注(&amp;U)</translation>
    </message>
    <message>
        <source>Lock&amp;ing</source>
        <translation>锁定(&amp;I)</translation>
    </message>
    <message>
        <source>Net&amp;work</source>
        <translation>网络(&amp;W)</translation>
    </message>
</context>
<context>
    <name>countersign::ShortcutsDialog</name>
    <message>
        <source>Commands and keys</source>
        <translation>命令与按键</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>命令及其按键</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>打印(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Save as text…</source>
        <translation>另存为文本(&amp;S)…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Save commands and keys</source>
        <translation>保存命令与按键</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>文本 (*.txt)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <extracomment>%1 is the path of a file</extracomment>
        <translation>已保存为 %1。</translation>
    </message>
    <message>
        <source>Nothing was saved as %1: %2.</source>
        <extracomment>%1 is the path of a file, %2 the system&apos;s words</extracomment>
        <translation>未能保存为 %1：%2。</translation>
    </message>
</context>
<context>
    <name>countersign::StandingView</name>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
</context>
<context>
    <name>countersign::StartAgainDialog</name>
    <message>
        <source>Start again (Debug)</source>
        <translation>再次启动（Debug）</translation>
    </message>
    <message>
        <source>Leave it running</source>
        <translation>让它继续</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>countersign::StartAgainViewModel</name>
    <message>
        <source>a text that is not stored</source>
        <comment>a template</comment>
        <translation>未保存为模板的文本</translation>
    </message>
    <message>
        <source>the text of this run</source>
        <comment>instead of a template&apos;s name</comment>
        <translation>此执行的模板文本</translation>
    </message>
    <message>
        <source>There are no credentials for this account.</source>
        <translation>没有此账号的凭证。</translation>
    </message>
    <message>
        <source>The credentials belong to another account than the one shown.</source>
        <translation>凭证属于另一个账号，与所示账号不同。</translation>
    </message>
    <message>
        <source>The request did not match what was shown, so it was stopped.</source>
        <translation>请求与所示内容不一致，已中止。</translation>
    </message>
    <message>
        <source>The run could not be read. %1</source>
        <translation>未能读取该执行。%1</translation>
    </message>
    <message>
        <source>The run is still being read.</source>
        <translation>仍在读取该执行。</translation>
    </message>
    <message>
        <source>The template is still being read.</source>
        <translation>仍在读取模板。</translation>
    </message>
    <message>
        <source>The template could not be read. %1</source>
        <translation>未能读取模板。%1</translation>
    </message>
    <message>
        <source>The account of these credentials is not known yet.</source>
        <translation>尚不知道这些凭证属于哪个账号。</translation>
    </message>
    <message>
        <source>Start again in Debug mode: %1</source>
        <extracomment>%1 is a template with its version</extracomment>
        <translation>以 Debug 模式再次启动：%1</translation>
    </message>
    <message>
        <source>A new run begins and waits before each of its tasks until someone runs it, cancels it or ends the run. The run it is taken from is not changed.</source>
        <translation>将启动一个新的执行，它会在每个任务之前等待，直到有人运行或取消该任务，或者终止该执行。作为来源的执行不会改变。</translation>
    </message>
    <message>
        <source>High-risk calls ask for a confirmation of their own.</source>
        <translation>高风险调用会另行请求确认。</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Taken from run</source>
        <translation>来源执行</translation>
    </message>
    <message>
        <source>State of that run</source>
        <translation>来源执行的状态</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Safety check</source>
        <translation>安全检查</translation>
    </message>
    <message>
        <source>That run used the role</source>
        <translation>来源执行使用的角色</translation>
    </message>
    <message>
        <source>Secrets are not copied from the earlier run. Type them again: %1.</source>
        <extracomment>%1 lists names of parameters</extracomment>
        <translation>保密内容不会从先前的执行中复制。请重新输入：%1。</translation>
    </message>
    <message numerus="yes">
        <source>The description is too long by %n character(s).</source>
        <translation>
            <numerusform>说明超出长度上限 %n 个字符。</numerusform>
        </translation>
    </message>
    <message>
        <source>The description holds an invisible character.</source>
        <translation>说明中含有不可见的字符。</translation>
    </message>
    <message>
        <source>I start a run in production: %1.</source>
        <extracomment>%1 is the alias of a profile</extracomment>
        <translation>我要在生产环境中启动执行：%1。</translation>
    </message>
    <message>
        <source>Try again with the same token in %1</source>
        <translation>在 %1 中以同一令牌重试</translation>
    </message>
    <message>
        <source>Start “%1” again in Debug mode in %2</source>
        <extracomment>%1 is a template, %2 an account and a region</extracomment>
        <translation>在 %2 中以 Debug 模式再次启动“%1”</translation>
    </message>
    <message>
        <source>Starting… an answer is awaited.</source>
        <translation>正在启动……等待应答。</translation>
    </message>
    <message>
        <source>Started: %1.</source>
        <extracomment>%1 is an execution id</extracomment>
        <translation>已启动：%1。</translation>
    </message>
    <message>
        <source>Not sent this time. An earlier request may have started a run. %1</source>
        <translation>本次未发送。先前的请求可能已启动一个执行。%1</translation>
    </message>
    <message>
        <source>Not sent. Nothing was started. %1</source>
        <extracomment>%1 is a whole sentence</extracomment>
        <translation>未发送。未启动任何执行。%1</translation>
    </message>
    <message>
        <source>Refused by the service this time: %1. An earlier request may have started a run.</source>
        <extracomment>%1 is a code of the service</extracomment>
        <translation>本次被服务拒绝：%1。先前的请求可能已启动一个执行。</translation>
    </message>
    <message>
        <source>Refused by the service: %1. Nothing was started.</source>
        <translation>被服务拒绝：%1。未启动任何执行。</translation>
    </message>
    <message>
        <source>Outcome unknown. A run may have been started.</source>
        <translation>结果未知。可能已启动一个执行。</translation>
    </message>
    <message>
        <source>It waits before its first task.</source>
        <translation>它会在第一个任务之前等待。</translation>
    </message>
    <message>
        <source>Closing this window does not take the start back.</source>
        <translation>关闭此窗口不会撤回启动。</translation>
    </message>
    <message>
        <source>Trying again is safe: the same request with the same token is sent, and the service gives the run that it has started instead of starting another one. Nothing can be changed before that.</source>
        <translation>重试是安全的：会以同一令牌发送同一请求，服务会返回已启动的执行，而不会再启动一个。在此之前无法更改任何内容。</translation>
    </message>
    <message>
        <source>The connection broke before the whole answer was there.</source>
        <translation>在收到完整应答之前连接就中断了。</translation>
    </message>
    <message>
        <source>Whoever starts a run also needs ram:PassRole for the role that its template names.</source>
        <translation>启动执行的人还需要对模板所指定的角色具有 ram:PassRole 权限。</translation>
    </message>
    <message>
        <source>The credentials belong to another user or role than the one shown. Open this dialog anew to start as that one.</source>
        <translation>凭据属于另一个用户或角色，与所显示的不同。请重新打开此对话框，以该用户或角色启动。</translation>
    </message>
    <message>
        <source>The service would be called at another address than the one shown. Open this dialog anew.</source>
        <translation>将要调用的服务地址与所显示的不同。请重新打开此对话框。</translation>
    </message>
    <message>
        <source>Whose the credentials are could not be read: %1</source>
        <translation>无法读取凭证属于谁：%1</translation>
    </message>
    <message>
        <source>Whose the credentials are could not be read.</source>
        <translation>无法读取凭证属于谁。</translation>
    </message>
    <message>
        <source>Whose credentials these are is not known yet.</source>
        <translation>还不知道这些凭证属于谁。</translation>
    </message>
</context>
<context>
    <name>countersign::TaskTreeModel</name>
    <message>
        <source>%1, %2, %3, %4</source>
        <extracomment>For screen readers: %1 is a task, %2 its action, %3 its state, %4 how long it took</extracomment>
        <translation>%1，%2，%3，%4</translation>
    </message>
    <message>
        <source>%1, the task to decide, %2, %3, %4</source>
        <extracomment>For screen readers, the task to be decided: %1 is a task, %2 its action, %3 its state, %4 how long it took</extracomment>
        <translation>%1，待决定的任务，%2，%3，%4</translation>
    </message>
    <message>
        <source>Task</source>
        <comment>column of a table</comment>
        <translation>任务</translation>
    </message>
    <message>
        <source>Action</source>
        <comment>column of a table</comment>
        <translation>动作</translation>
    </message>
    <message>
        <source>State</source>
        <comment>column of a table</comment>
        <translation>状态</translation>
    </message>
    <message>
        <source>Took</source>
        <comment>column of a table</comment>
        <translation>用时</translation>
    </message>
    <message>
        <source>batch %1</source>
        <translation>批次 %1</translation>
    </message>
    <message>
        <source>note: %1</source>
        <translation>备注：%1</translation>
    </message>
    <message>
        <source>Batch</source>
        <comment>column of a table</comment>
        <translation>批次</translation>
    </message>
    <message>
        <source>High-risk calls</source>
        <comment>column of a table</comment>
        <translation>高风险调用</translation>
    </message>
    <message>
        <source>Reason</source>
        <comment>column of a table</comment>
        <translation>原因</translation>
    </message>
    <message>
        <source>Note found</source>
        <comment>column of a table</comment>
        <translation>读到的备注</translation>
    </message>
    <message>
        <source>in another state</source>
        <comment>after a count of items</comment>
        <translation>其他状态</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>%1 is how many items of a loop are in a state, %2 that state</extracomment>
        <translation>%1 个%2</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s): %1</source>
        <extracomment>of a loop; %1 is how many of its items are in which state</extracomment>
        <translation>
            <numerusform>%n 个循环项：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Not run</source>
        <comment>state of a task</comment>
        <translation>未运行</translation>
    </message>
    <message numerus="yes">
        <source>%n batch(es)</source>
        <translation>
            <numerusform>%n 批</numerusform>
        </translation>
    </message>
    <message>
        <source>The tasks of the child run are being read.</source>
        <translation>正在读取子执行的任务。</translation>
    </message>
    <message>
        <source>The tasks of the child run could not be read.</source>
        <translation>未能读取子执行的任务。</translation>
    </message>
    <message>
        <source>The child run has no tasks yet.</source>
        <translation>子执行还没有任务。</translation>
    </message>
</context>
<context>
    <name>countersign::TasksField</name>
    <message>
        <source>&amp;Tasks under way</source>
        <translation>正在进行的任务(&amp;T)</translation>
    </message>
    <message>
        <source>Tasks under way</source>
        <translation>正在进行的任务</translation>
    </message>
    <message>
        <source>Choose &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>Choose &amp;all shown</source>
        <translation>全选所显示的(&amp;A)</translation>
    </message>
</context>
<context>
    <name>countersign::TasksPage</name>
    <message>
        <source>Tasks of the run</source>
        <translation>该执行的任务</translation>
    </message>
    <message>
        <source>Copy the task execution &amp;id</source>
        <translation>复制任务执行 ID(&amp;I)</translation>
    </message>
    <message>
        <source>Copy the &amp;loop item</source>
        <translation>复制循环项(&amp;L)</translation>
    </message>
    <message>
        <source>Copy the id of the &amp;child run</source>
        <translation>复制子执行 ID(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Open the child run</source>
        <translation>打开子执行(&amp;O)</translation>
    </message>
    <message>
        <source>Only what &amp;waits or went wrong</source>
        <translation>只显示等待中和出错的任务(&amp;W)</translation>
    </message>
    <message>
        <source>Nothing waits or went wrong.</source>
        <translation>没有等待中或出错的任务。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) wait or went wrong.</source>
        <translation>
            <numerusform>%n 行在等待或出错。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::TemplateView</name>
    <message>
        <source>Template text</source>
        <translation>模板文本</translation>
    </message>
</context>
<context>
    <name>countersign::TrayIcon</name>
    <message>
        <source>Countersign: locked</source>
        <translation>Countersign：已锁定</translation>
    </message>
    <message>
        <source>Countersign: nothing is watched</source>
        <translation>Countersign：未监视任何内容</translation>
    </message>
    <message>
        <source>Countersign: nothing watched since %1</source>
        <extracomment>%1 is a local time</extracomment>
        <translation>Countersign：自 %1 起未监视任何内容</translation>
    </message>
    <message>
        <source>Countersign: nothing needs you</source>
        <translation>Countersign：没有需要您处理的等待项</translation>
    </message>
    <message numerus="yes">
        <source>Countersign: %n need(s) you</source>
        <extracomment>of waits</extracomment>
        <translation>
            <numerusform>Countersign：%n 个等待项需要您处理</numerusform>
        </translation>
    </message>
    <message>
        <source>Countersign: locked, nothing watched since %1</source>
        <extracomment>no profile has its key; %1 is a local time</extracomment>
        <translation>Countersign：已锁定，自 %1 起未监视任何内容</translation>
    </message>
    <message>
        <source>Countersign is locked: nothing needs you</source>
        <translation>Countersign 已锁定：没有需要您处理的等待项</translation>
    </message>
    <message numerus="yes">
        <source>Countersign is locked: %n need(s) you</source>
        <extracomment>of waits</extracomment>
        <translation>
            <numerusform>Countersign 已锁定：%n 个等待项需要您处理</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::TroubleLines</name>
    <message numerus="yes">
        <source>%n more place(s) are not well.</source>
        <translation>
            <numerusform>另有 %n 处异常。</numerusform>
        </translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Account…</source>
        <translation>账号…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Keep the damaged file and start a new journal…</source>
        <translation>保留损坏的文件并新建决定记录…</translation>
    </message>
    <message>
        <source>Enter key…</source>
        <translation>输入访问密钥…</translation>
    </message>
    <message>
        <source>Renew now</source>
        <translation>立即续期</translation>
    </message>
    <message>
        <source>Show profile…</source>
        <translation>显示配置…</translation>
    </message>
</context>
<context>
    <name>countersign::UnknownBar</name>
    <message>
        <source>Decisions without a known outcome</source>
        <translation>结果未知的决定</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>显示…</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>立即核对</translation>
    </message>
</context>
<context>
    <name>countersign::UnknownDialog</name>
    <message>
        <source>What would settle it</source>
        <translation>如何查明结果</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>已发送的内容</translation>
    </message>
    <message>
        <source>What the journal knows</source>
        <translation>决定记录中的情况</translation>
    </message>
    <message>
        <source>Close it as undetermined</source>
        <translation>以“无法确定”关闭</translation>
    </message>
    <message>
        <source>The address was copied.</source>
        <translation>已复制地址。</translation>
    </message>
    <message>
        <source>The journal does not say anything about it.</source>
        <translation>决定记录中没有关于它的任何内容。</translation>
    </message>
    <message>
        <source>Closing it ends the search for its outcome and allows a new decision about the same wait.</source>
        <translation>关闭后将不再查找其结果，并允许对同一项等待作出新的决定。</translation>
    </message>
    <message>
        <source>It can be closed when you have read to the end.</source>
        <translation>阅读到末尾后才能关闭。</translation>
    </message>
    <message>
        <source>It is still open: that it was closed could not be recorded. %1</source>
        <translation>它仍未关闭：未能记录关闭操作。%1</translation>
    </message>
</context>
</TS>
