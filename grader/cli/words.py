"""What the command line itself says, in both languages. Sentences about students come from below."""

from __future__ import annotations

from grader.model.base import Text, Verdict, text

INTERRUPTED = text("已中断。", "Interrupted.")
TASK = text("题目", "Task")
TITLE = text("标题", "Title")
VERDICT = text("结果", "Verdict")
POINTS = text("得分", "Points")
FIRST_PROBLEM = text("第一个问题", "First thing that went wrong")
BUDGET = text("调度数", "Schedules")
TOTAL = text("合计", "Total")
NOTE = text("提示", "Note")
TOPIC = text("项目", "Topic")
STATE = text("状态", "State")
FOUND = text("情况", "What was found")
REMEDY = text("怎么办", "What to do")
STEP = text("步", "Step")
TIME = text("虚拟时间", "Virtual time")
THREAD = text("线程", "Thread")
PLACE = text("代码", "Code")
ACTION = text("动作", "What it did")
OTHERS = text("其他线程在等", "Others wait for")
CLOCK = text("时钟", "clock")
STOPPED = text("停在这里时：", "When it stopped:")
CYCLE = text("互相等待，形成死锁：", "They wait for one another, a deadlock:")

VERDICTS: dict[Verdict, tuple[str, str, Text]] = {
    "passed": ("✓", "green", text("通过", "passed")),
    "failed": ("✗", "red", text("未通过", "failed")),
    "skipped": ("–", "dim", text("跳过", "skipped")),
    "could_not_judge": ("?", "yellow", text("无法判定", "could not judge")),
}
PHASES = {
    "observe": text("观察各种线程调度", "observing schedules"),
    "judge": text("判定", "judging"),
    "shrink": text("缩短出错的调度", "shrinking the failing schedule"),
}
FACT_STATES = {
    "ok": ("✓", "green", text("可用", "ok")),
    "warn": ("!", "yellow", text("注意", "limited")),
    "missing": ("✗", "red", text("没有", "missing")),
}
SANDBOXES = {
    "docker": text("沙箱：Docker，与本机隔离。", "Sandbox: Docker, isolated from this machine."),
    "local": text(
        "沙箱：本机，不隔离：只检查你信任的程序。",
        "Sandbox: local, which does not isolate: check only programs that you trust.",
    ),
}
IMAGE_NOT_BUILT = text(
    "镜像没有构建成功。没有镜像仓库可用时，请改用 grader image build --from-host：",
    "The image was not built. Where no registry answers, say grader image build --from-host:",
)
ONE_WAY_TO_BUILD = text(
    "--from-host 与 --from-debian 只能选一个。", "Give --from-host or --from-debian, not both."
)


def unexpected(reason: str) -> Text:
    """The grader itself failed."""
    return text(
        f"评分程序自身出错，没有评出结果（{reason}）。加 --debug 可看到详情。",
        f"The grader itself failed, nothing was judged ({reason}): --debug shows where.",
    )


def report_written(file: str) -> Text:
    """Where the report is."""
    return text(f"报告：{file}", f"Report: {file}")


def report_not_written(folder: str, reason: str) -> Text:
    """The report's folder cannot be written."""
    return text(
        f"无法把报告写到 {folder}（{reason}）：请用 -o 指定另一个文件夹。",
        f"The report cannot be written to {folder} ({reason}): name another folder with -o.",
    )


def image_built(name: str) -> Text:
    """An image is ready."""
    return text(f"镜像已就绪：{name}", f"Image ready: {name}")


def waits_for(thread: str, resource: str, holder: str | None, place: str) -> Text:
    """One edge of the wait-for graph."""
    held_zh = f"，它由 {holder} 占有" if holder else ""
    held_en = f", held by {holder}" if holder else ""
    place_zh, place_en = (f"（{place}）", f" ({place})") if place else ("", "")
    return text(
        f"{thread} 在等 {resource}{held_zh}{place_zh}",
        f"{thread} waits for {resource}{held_en}{place_en}",
    )
