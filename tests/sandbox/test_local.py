"""The local sandbox: clean at the start, and nothing left at the end."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from grader.sandbox.channel import SandboxError
from grader.sandbox.local import LocalChannel, LocalSandbox
from tests.sandbox.conftest import ECHO, SMALL, read_line

Opener = Callable[..., LocalChannel]

DAEMON = """
import os, signal, sys, time
if os.fork() == 0:
    os.setsid()
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    if os.fork() == 0:
        print(os.getpid(), flush=True)
        time.sleep(1000)
    os._exit(0)
os.wait()
sys.stdin.read()
"""


def is_alive(pid: int) -> bool:
    """Whether the process runs (a zombie does not)."""
    try:
        return bool(psutil.Process(pid).status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


def test_the_environment_is_clean(run_locally: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the user's environment gets in, no descriptor but three, and a session apart."""
    monkeypatch.setenv("SECRET", "x")
    with open(os.devnull) as inherited:
        os.set_inheritable(inherited.fileno(), True)
        channel = run_locally(
            "import json, os; print(json.dumps([sorted(os.environ), os.getcwd(), "
            "len(os.listdir('/proc/self/fd')), os.getsid(0) == os.getpid()]), flush=True); input()"
        )
        names, folder, descriptors, has_session = json.loads(read_line(channel))
    kept = {"PATH", "HOME", "USERPROFILE", "TMPDIR", "TEMP", "TMP", "LANG", "GRADER_JOB"}
    assert set(names) - {"LC_CTYPE"} <= kept
    assert Path(folder) == channel.folder.resolve()
    assert descriptors == 4  # three, and the listing itself
    assert has_session


def test_the_folder_is_removed(run_locally: Opener) -> None:
    """Whatever the program left in its folder is gone, also below a folder without rights."""
    channel = run_locally(
        "import os; os.makedirs('a/b'); open('a/b/c', 'w').close(); os.symlink('/', 'root');"
        "os.chmod('a/b', 0); os.chmod('a', 0); print(flush=True); input()"
    )
    read_line(channel)
    assert channel.folder.exists()
    channel.close()
    assert not channel.folder.exists()


def test_a_link_out_of_the_folder_is_not_followed(run_locally: Opener, tmp_path: Path) -> None:
    """Removing the folder neither removes nor changes what its links point to."""
    (tmp_path / "kept").mkdir(mode=0o750)
    target = tmp_path / "kept"
    channel = run_locally(f"import os; os.symlink({str(target)!r}, 'link'); print(flush=True)")
    read_line(channel)
    channel.close()
    assert target.stat().st_mode & 0o777 == 0o750


def test_a_daemon_is_ended(run_locally: Opener) -> None:
    """A double fork with its own session that ignores SIGTERM is found by its mark."""
    channel = run_locally(DAEMON)
    daemon = int(read_line(channel))
    assert is_alive(daemon)
    assert channel.close().trouble == ""
    assert not is_alive(daemon)


def test_the_whole_tree_is_ended(run_locally: Opener) -> None:
    """Children and grandchildren end with the supervisor, also those with a new environment."""
    channel = run_locally(
        "import os, sys, subprocess as s; s.Popen(['sleep', '1000'], env={}); "
        "p = s.Popen(['sleep', '1000'], env={}, start_new_session=True); "
        "print(p.pid, flush=True)\nwhile True: pass"
    )
    pid = int(read_line(channel))
    assert channel.close().killed
    assert not is_alive(pid)


def test_a_command_that_does_not_exist_is_a_sandbox_error() -> None:
    """The sandbox failed, not the student; and its folder is gone."""
    with pytest.raises(SandboxError, match="cannot be started"):
        LocalSandbox(command=["/no/such/python"]).open(SMALL, None)


def test_it_says_that_it_does_not_isolate() -> None:
    """The description is honest, and nothing is promised to the supervisor."""
    sandbox = LocalSandbox(command=["true"])
    assert "not isolated" in sandbox.describe()
    assert sandbox.promises(SMALL) == {}


def test_a_signal_that_killed_the_supervisor_is_its_exit_code(run_locally: Opener) -> None:
    """A supervisor that dies from a signal is reported with it, as not killed by us."""
    channel = run_locally("import os; os.kill(os.getpid(), 11)")
    channel._process.wait(20)
    ending = channel.close()
    assert (ending.exit_code, ending.killed) == (-11, False)


def test_many_in_a_row_leave_no_descriptor(run_locally: Opener) -> None:
    """Opening and closing does not use up descriptors or threads of the host."""
    process = psutil.Process()
    run_locally(ECHO).close()
    before = process.num_fds(), process.num_threads()
    for _ in range(5):
        run_locally(ECHO).close()
    assert (process.num_fds(), process.num_threads()) == before
