<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
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
        <source>You act as the role %1 in account %2. Whether an approval is addressed to you cannot be told for a role.</source>
        <translation>您当前的身份是账号 %2 中的角色 %1。对于角色，无法判断审批是否指定由您处理。</translation>
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
        <source>The service could not be reached.</source>
        <translation>无法连接到服务。</translation>
    </message>
    <message>
        <source>The service did not answer in time.</source>
        <translation>服务未在规定时间内回应。</translation>
    </message>
    <message>
        <source>The service could not prove who it is: its certificate was refused.</source>
        <translation>服务无法证明其身份：证书未通过验证。</translation>
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
        <source>Failed tasks</source>
        <translation>失败暂停</translation>
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
        <extracomment>For screen readers. %1 what waits, %2 its kind, %3 template, %4 account, %5 region, %6 who started it, %7 how long it waits, %8 whose turn it is; — stands for what was not read</extracomment>
        <translation>%1；%2，模板 %3，账号 %4，地域 %5，发起人 %6，已等待 %7。%8</translation>
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
        <source>Nothing is sent yet. The run is as you saw it.</source>
        <translation>尚未发送任何内容。执行与您所见一致。</translation>
    </message>
    <message>
        <source>Nothing was sent. It changed while you were reading.</source>
        <translation>未发送任何内容。在您查看期间情况发生了变化。</translation>
    </message>
    <message>
        <source>Nothing is sent yet. Your decision is noted, connecting…</source>
        <translation>尚未发送任何内容。您的决定已记录，正在连接……</translation>
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
        <source>The last check failed: %1</source>
        <translation>上次核对失败：%1</translation>
    </message>
    <message>
        <source>Answered with request id %1.</source>
        <translation>回应的请求 ID 为 %1。</translation>
    </message>
    <message>
        <source>The connection broke before the whole answer was there.</source>
        <translation>在收到完整应答之前连接就中断了。</translation>
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
        <source>Access key</source>
        <translation>访问密钥</translation>
    </message>
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
        <translation>移除(&amp;R)</translation>
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
</context>
<context>
    <name>ReviewWords</name>
    <message>
        <source>not told</source>
        <translation>未给出</translation>
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
        <extracomment>%1 is a template and its version, %2 a time of day</extracomment>
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
        <source>In Debug mode the run waits before each task until someone runs it, cancels it or ends the run. The web console offers these acts.</source>
        <translation>在单步执行模式下，执行会在每个任务之前等待，直到有人执行任务、取消任务或终止执行。可在网页控制台进行这些操作。</translation>
    </message>
    <message>
        <source>The run waits until someone retries or skips what failed. The web console offers these acts.</source>
        <translation>执行会一直等待，直到有人重试或跳过失败的任务。可在网页控制台进行这些操作。</translation>
    </message>
    <message>
        <source>The wait belongs to a child run and is decided there: it has a row of its own, or open the run in the web console.</source>
        <translation>此等待属于子执行，须在那里决定：它在列表中另有一行，也可在网页控制台中打开。</translation>
    </message>
    <message>
        <source>Nothing that was read tells what the run waits for. Look at its tasks and its log below, or open it in the web console.</source>
        <translation>从读取到的内容无法得知执行在等待什么。请查看下方的任务和日志，或在网页控制台中打开。</translation>
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
        <source>Cancel the execution in %1</source>
        <translation>取消 %1 中的执行</translation>
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
        <source>Sent behind it:%1</source>
        <extracomment>%1 is a short fixed text that is added to the note; it begins with a space.</extracomment>
        <translation>随后附加：%1</translation>
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
        <source>%1 It was: %2.</source>
        <extracomment>%1 says what happened to a decision, %2 is the text of the button that was pressed.</extracomment>
        <translation>%1 该决定为：%2。</translation>
    </message>
    <message numerus="yes">
        <source>%n more decision(s) without a known outcome.</source>
        <translation>
            <numerusform>另有 %n 个决定结果未知。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>立即核对</translation>
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
        <source>Try it on the sandbox</source>
        <translation>在沙箱中试用</translation>
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
        <source>Countersign shows what waits for a person in CloudOps Orchestration Service. Set up an account with an access key, or try it on the sandbox: a service of its own on this computer, where nothing real is touched.</source>
        <translation>Countersign 显示系统运维管理（OOS）中等待人工处理的内容。请使用访问密钥配置账号，或在沙箱中试用：沙箱是本机上的独立服务，不会触及任何真实资源。</translation>
    </message>
    <message>
        <source>Set up an account…</source>
        <translation>配置账号…</translation>
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
    <name>countersign::PaneLayout</name>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
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
</context>
<context>
    <name>countersign::ProfileForm</name>
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
    <message>
        <source>The key id ends in %1.</source>
        <extracomment>last characters of an access key id</extracomment>
        <translation>访问密钥 ID 的末尾为 %1。</translation>
    </message>
    <message>
        <source>The key is kept in memory only and ends with the program. %1</source>
        <translation>访问密钥仅保存在内存中，程序结束时即清除。%1</translation>
    </message>
    <message>
        <source>The key is kept in the keychain. %1</source>
        <translation>访问密钥保存在密钥环中。%1</translation>
    </message>
    <message>
        <source>The key is kept in the keychain since %1. %2</source>
        <extracomment>%1 is a date and time, %2 a sentence</extracomment>
        <translation>访问密钥自 %1 起保存在密钥环中。%2</translation>
    </message>
    <message>
        <source>reading key…</source>
        <comment>how a profile&apos;s key stands, in a list</comment>
        <translation>正在读取访问密钥……</translation>
    </message>
    <message>
        <source>in memory only</source>
        <comment>how a profile&apos;s key stands, in a list</comment>
        <translation>仅在内存中</translation>
    </message>
    <message>
        <source>in keychain</source>
        <comment>how a profile&apos;s key stands, in a list</comment>
        <translation>在密钥环中</translation>
    </message>
    <message>
        <source>key unavailable</source>
        <comment>how a profile&apos;s key stands, in a list</comment>
        <translation>访问密钥不可用</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <comment>a new profile, in a list</comment>
        <translation>尚未保存</translation>
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
        <source>Not saved yet.</source>
        <translation>尚未保存。</translation>
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
        <source>Reading the key from the keychain…</source>
        <translation>正在从密钥环读取访问密钥……</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) of the file of profiles could not be used.</source>
        <translation>
            <numerusform>账号配置的文件中有 %n 个条目无法使用。</numerusform>
        </translation>
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
</context>
<context>
    <name>countersign::ReviewTabs</name>
    <message>
        <source>Tasks of the run</source>
        <translation>该执行的任务</translation>
    </message>
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
</context>
<context>
    <name>countersign::ReviewViewModel</name>
    <message>
        <source>you act as %1</source>
        <translation>当前身份 %1</translation>
    </message>
    <message>
        <source>I have approved this wait before, and want to send a second approval.</source>
        <translation>我之前已同意过此项等待，现要再次发送同意。</translation>
    </message>
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
</context>
<context>
    <name>countersign::SecretEdit</name>
    <message>
        <source>entered, not saved yet; enter to replace</source>
        <translation>已输入，尚未保存；再次输入可替换</translation>
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
</context>
</TS>
