"""Does a script work only where processes are started by fork? Asked by running it once more so.

From Python 3.14 on a new process is a fresh interpreter unless the script asks for fork. A script
that counts on what its children inherit then fails in many ways: by a lambda that cannot be pickled,
a queue that each process has made for itself, a process started while its parent's script is being
imported. None of these says what is wrong, so it is tried: the same script, with fork as the default.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from grader.model.base import Text, text

FIRST_WITHOUT_FORK = (3, 14)
FEW_SCHEDULES = 8
_STARTS = re.compile(r"\bmultiprocessing\b|\bProcessPoolExecutor\b")
_CHOOSES = re.compile(r"\bset_start_method\b|\bget_context\b|\bmp_context\b")


def may_rely_on_fork(python: str, sources: Mapping[str, str]) -> bool:
    """Is it worth a try? `python` is the version that graded."""
    version = tuple(int(part) for part in re.findall(r"\d+", python)[:2])
    code = "\n".join(sources.values())
    return version >= FIRST_WITHOUT_FORK and bool(_STARTS.search(code)) and not _CHOOSES.search(code)


def fork_words(python: str) -> Text:
    """What the student is told."""
    short = ".".join(python.split(".")[:2])
    return text(
        f"这个脚本只有用 fork 启动进程才能工作，而从 Python 3.14 起默认不再是 fork（评分用的是 {short}）："
        '请写明 multiprocessing.set_start_method("fork")，或者把进程需要的东西作为参数传给它，'
        '并把启动进程的代码放到 if __name__ == "__main__": 下面。',
        "This script works only where processes are started by fork, which is not the default any"
        f" more from Python 3.14 on (it was graded with {short}): say"
        ' multiprocessing.set_start_method("fork"), or hand over what a process needs as arguments'
        ' and start processes under if __name__ == "__main__":.',
    )
