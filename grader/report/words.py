"""Every word that the report itself says, in both languages, in one table."""

from __future__ import annotations

from grader.model.base import Text, text

WORDS: dict[str, Text] = {
    # verdicts
    "passed": text("通过", "passed"),
    "failed": text("未通过", "failed"),
    "skipped": text("已跳过", "skipped"),
    "could_not_judge": text("无法判定", "could not judge"),
    # top of the page
    "report": text("作业评分报告", "Homework report"),
    "grade": text("得分", "Grade"),
    "grade_of": text("/ {most} 分", "of {most} points"),
    "tasks_passed": text("{passed} / {total} 题通过", "{passed} of {total} tasks passed"),
    "checks_failed": text("{count} 项检查未通过", "checks failed: {count}"),
    "unjudged": text("{count} 项无法判定", "could not be judged: {count}"),
    "look_first": text("先看这些", "Look at these first"),
    "all_passed": text("全部检查都通过了。", "Every check passed."),
    "all_tasks": text("各题", "Tasks"),
    "open_all": text("全部展开", "Open all"),
    "close_all": text("全部收起", "Close all"),
    "task": text("第 {number} 题", "Task {number}"),
    "checks_passed": text("{count} 项检查都通过", "checks, all passed: {count}"),
    "points": text("{points} / {most} 分", "{points} / {most} points"),
    "required": text("必须", "required"),
    "plus": text("加分", "plus"),
    "no_checks": text("没有可显示的检查。", "There is no check to show."),
    # inside a check
    "requirement": text("要求", "Required"),
    "happened": text("实际情况", "What happened"),
    "why": text("原因", "Why"),
    "often": text("出现多少次", "How often"),
    "hint": text("提示", "Hint"),
    "certainty": text("有多确定", "How sure"),
    "replay": text("重现命令", "Replay it"),
    "copy": text("复制", "Copy"),
    "copied": text("已复制", "Copied"),
    "copy_failed": text("无法复制，请手动选择", "Cannot copy: select it by hand"),
    "not_your_fault": text(
        "这不是你的程序的错：评分器没能作出判断。请把这一页给老师看。",
        "This is no fault of your program: the grader could not decide. Show this page to your"
        " teacher.",
    ),
    # how often
    "broken_all": text(
        "在 {looked_at} 种调度中，有 {broken_in} 种违反了要求",
        "in {broken_in} of {looked_at} schedules",
    ),
    "broken_always": text(
        "在试过的 {looked_at} 种调度中，每一种都违反了要求",
        "in every one of {looked_at} schedules",
    ),
    "broken_one": text("在所看的那一种调度中违反了要求", "in the one schedule that was looked at"),
    "broken_some": text(
        "应当可能出现的情况，在 {looked_at} 种调度中一次也没有出现",
        "what must be possible happened in none of {looked_at} schedules",
    ),
    "held_all": text(
        "在看过的 {looked_at} 种调度中都符合要求", "held in all {looked_at} schedules looked at"
    ),
    "held_one": text("在所看的那一种调度中符合要求", "held in the one schedule looked at"),
    "held_some": text(
        "在 {looked_at} 种调度中至少出现了一次",
        "happened in at least one of {looked_at} schedules",
    ),
    "respected": text("（只看按时间先后执行的调度）", " (of those that keep deadlines in order)"),
    "sure_all": text("所有可能的执行顺序都检查过了", "every possible order was checked"),
    "sure_bounded": text(
        "切换不超过 {switches} 次的执行顺序都检查过了",
        "every order with at most {switches} switches was checked",
    ),
    "sure_sampled": text(
        "抽查：{schedules} 种调度，{behaviours} 种不同行为，最近 {last} 种中没有新的行为",
        "a sample: {schedules} schedules, {behaviours} behaviours, none new in the last {last}",
    ),
    # the table
    "table_failed": text("出错的调度，一步一步看", "The schedule that broke it, step by step"),
    "table_plain": text("一次普通的运行，一步一步看", "One ordinary run, step by step"),
    "built": text("这就是你写的程序", "This is what you built"),
    "step": text("步骤", "Step"),
    "what": text("做了什么", "What happened"),
    "shared": text("共享数据", "Shared data"),
    "line": text("第 {line} 行", "line {line}"),
    "time_is": text("时刻 {time}", "at {time}"),
    "clock": text("虚拟时钟", "virtual clock"),
    "switch": text("在这里切换：{before} → {after}", "switch here: {before} → {after}"),
    "switch_to": text("在这里切换到 {after}", "switch here to {after}"),
    "broken_here": text("在这里违反了要求", "broken here"),
    "others_step": text("其他线程执行 {count} 步", "other threads: {count} steps"),
    "others": text(
        "另有 {count} 个线程与此无关，没有画出：{names}",
        "Not drawn, as they play no part: {count} other threads ({names})",
    ),
    "rows_cut": text("省略了 {count} 行", "rows left out: {count}"),
    "rows_all_cut": text(
        "为了让页面不至于过大，这里没有画出；全部内容在 result.json 中。",
        "Not drawn, to keep this page small; all of it is in result.json.",
    ),
    "holds": text("持有 `{resource}`", "holds `{resource}`"),
    "waits": text("等待中", "waiting"),
    "sleeps": text("休眠中", "sleeping"),
    "held_by": text("{holder} 从第 {step} 步起持有", "held by {holder} since step {step}"),
    "held_by_line": text(
        "{holder} 从第 {step} 步（第 {line} 行）起持有",
        "held by {holder} since step {step}, line {line}",
    ),
    "stuck_for": text("一直等待 `{resource}`", "waits for `{resource}`, for ever"),
    "stuck_held": text(
        "一直等待 `{resource}`，它由 {holder} 持有",
        "waits for `{resource}`, held by {holder}, for ever",
    ),
    "stuck": text("到此为止，谁也无法继续", "Here everything stops"),
    "expected": text("要求", "Expected"),
    "seen": text("看到", "Seen"),
    "as_list": text("同样的内容，按顺序列出", "The same as a list"),
    # the wait-for cycle
    "cycle": text("死锁：它们互相等待", "Deadlock: they wait for one another"),
    "no_cycle": text("程序停住时，谁在等什么", "Who waits for what when it stopped"),
    "cycle_held": text(
        "{thread} 等待 `{resource}`，它由 {holder} 持有",
        "{thread} waits for `{resource}`, which {holder} holds",
    ),
    "cycle_free": text("{thread} 等待 `{resource}`", "{thread} waits for `{resource}`"),
    "cycle_end": text(
        "绕了一圈又回到 {thread}，谁也不能继续。",
        "That leads back to {thread}: nobody can go on.",
    ),
    "waits_for": text("等待", "waits for"),
    # the time line
    "time": text("虚拟时间", "Virtual time"),
    "in_words": text("用文字说明", "The same in words"),
    "deadline": text("期限 {time}", "deadline {time}"),
    "bar_holds": text("占有", "holds"),
    "bar_sleeps": text("休眠", "sleeps"),
    "bar_waits": text("等待", "waits"),
    "bar_alive": text("运行", "runs"),
    "mark_prints": text("输出", "prints"),
    "span": text("{what} {start} 至 {end}", "{what} {start} to {end}"),
    "moment": text("{what}，时刻 {start}", "{what} at {start}"),
    "visits": text("客户端什么时候等，什么时候得到回答", "When clients waited, when they were answered"),
    "bar_there": text("连着", "connected"),
    "bar_connecting": text("等待连接", "waits to be connected"),
    "bar_waiting": text("等待回答", "waits for an answer"),
    "mark_answers": text("得到回答", "is answered"),
    "mark_given_up": text("没有等到", "waited in vain"),
    "most_workers": text(
        "除主线程外的线程和子进程：最多 {count} 个。",
        "Threads (but the first) and child processes: {count} at most.",
    ),
    "visitors_cut": text("还有 {count} 个客户端没有画出。", "Clients not drawn: {count}."),
    "nothing_timed": text("没有经过时间", "takes no time"),
    # who handed what to whom
    "flow": text("谁把什么交给了谁", "Who handed what to whom"),
    "flow_process": text("进程", "process"),
    "flow_thread": text("线程", "thread"),
    "flow_thread_of": text("{process} 的线程", "thread of {process}"),
    "flow_coroutine": text("协程", "coroutine"),
    "flow_generator": text("生成器", "generator"),
    "flow_async_generator": text("异步生成器", "async generator"),
    "flow_plain": text("普通代码", "plain code"),
    "flow_runs": text("运行", "runs"),
    "flow_waits": text("等待", "waits"),
    "flow_gives": text("交出", "hands over"),
    "flow_takes": text("得到", "gets"),
    "flow_lost": text("没有被取走", "taken by nobody"),
    "flow_lost_words": text("，没有被取走", ", and nobody takes it"),
    "flow_to": text(" → {taker}（第 {step} 步）", " → {taker} (step {step})"),
    "flow_starts": text("开始", "starts"),
    "flow_ends": text("结束", "ends"),
    "flow_raises": text("异常", "exception"),
    "flow_cut": text("还有 {count} 步没有画出。", "Steps not drawn: {count}."),
    # the rest
    "findings": text("请注意", "Please note"),
    "problem": text("问题", "problem"),
    "contradiction": text("证据矛盾", "contradiction"),
    "warning": text("警告", "warning"),
    "note": text("说明", "note"),
    "more_findings": text(
        "还有 {count} 条，见 result.json。", "More in result.json: {count}."
    ),
    "how_graded": text("这一题是怎样评分的", "How this task was graded"),
    "file": text("文件", "File"),
    "python": text("评分所用的 Python", "Python that graded it"),
    "sandbox": text("运行环境", "Ran in"),
    "docker": text("Docker 沙箱", "a Docker sandbox"),
    "local": text("本机（不隔离）", "this machine (not isolated)"),
    "none": text("没有运行", "nothing: it did not run"),
    "schedules": text("调度", "Schedules"),
    "schedules_of": text(
        "{schedules} 种调度，{behaviours} 种不同行为",
        "{schedules} schedules, {behaviours} different behaviours",
    ),
    "duration": text("用时", "Took"),
    "duration_of": text(
        "{seconds} 秒，每秒 {rate} 种调度", "{seconds} s, {rate} schedules a second"
    ),
    "steps": text("步骤", "Steps"),
    "intake": text("读取文件", "read the files"),
    "observe": text("观察运行", "observe it run"),
    "judge": text("评判", "judge"),
    "shrink": text("简化出错的调度", "shrink the failing schedule"),
    "made": text("{grader}，{started}，{host}，用时 {seconds} 秒",
                 "{grader}, {started}, on {host}, {seconds} s"),
    "promise": text(
        "相同的作业总是得到相同的分数：时间是虚拟的，机器快慢不影响结果。",
        "The same submission always gets the same grade: time is virtual, and the speed of the"
        " machine does not matter.",
    ),
}  # fmt: skip


def say(key: str, **values: object) -> Text:
    """Return the sentence under `key`, its places filled in."""
    sentence = WORDS[key]
    if not values:
        return sentence
    return Text(zh=sentence.zh.format(**values), en=sentence.en.format(**values))
