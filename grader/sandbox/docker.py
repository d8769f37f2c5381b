"""The Docker sandbox: a fresh, hardened container per job, reached through stdin and stdout only.

No volume is mounted and no archive endpoint is called, ever: several engine bugs of 2025 and
2026 need one of the two on a container that ran hostile code. Files go in through the channel.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import docker
import requests
from docker.errors import DockerException
from docker.types import LogConfig, Ulimit

from grader.sandbox import leftovers
from grader.sandbox.channel import SandboxError
from grader.sandbox.docker_channel import DAEMON_SECONDS, DockerChannel
from grader.sandbox.entry import supervisor_command
from grader.sandbox.limits import Limits
from grader.sandbox.pool import StartedPool

CAPABILITIES = ("KILL", "SETGID", "SETUID")


@contextlib.contextmanager
def daemon_errors(doing: str) -> Iterator[None]:
    """Turn what docker-py raises into SandboxError, with what was being done."""
    try:
        yield
    except (DockerException, requests.RequestException, OSError) as error:
        raise SandboxError(f"Docker: {doing}: {error}") from error


def connect() -> docker.APIClient:
    """A client for the daemon of DOCKER_HOST or the current context, at the version both speak.

    Raises SandboxError when no daemon answers.
    """
    with daemon_errors("the daemon does not answer"):
        return docker.from_env(timeout=DAEMON_SECONDS, max_pool_size=32).api


class DockerSandbox:
    """Opens containers of one image; ready ones wait in a pool per (limits, cpu)."""

    name = "docker"

    def __init__(
        self,
        image: str,
        *,
        command: Sequence[str] | None = None,
        spare: int = 0,
        api: docker.APIClient | None = None,
    ) -> None:
        """Run `command` (by default the supervisor) in `image`; keep `spare` started ones ready.

        Raises SandboxError when no daemon answers. Also sweeps what dead graders left behind.
        """
        self._image = image
        self._command = list(command or supervisor_command())
        self._spare = spare
        self._api = api or connect()
        self._pools: dict[tuple[Limits, int | None], StartedPool] = {}
        self._lock = threading.Lock()
        with daemon_errors("removing old containers"):
            leftovers.sweep(self._api)

    def describe(self) -> str:
        return (
            f"Docker, image {self._image}: a fresh container per job, no network, read-only, "
            "no privileges, limited memory, processes and CPU"
        )

    def promises(self, limits: Limits) -> Mapping[str, object]:
        return {
            "memory_bytes": limits.memory_bytes,
            "swap_bytes": 0,
            "pids": limits.pids,
            "cpus": limits.cpus,
            "seccomp": 2,
            "no_new_privs": True,
            "capabilities": list(CAPABILITIES),
            "uid": 0,
            "root_is_read_only": True,
            "interfaces": ["lo"],
        }

    def open(self, limits: Limits, cpu: int | None) -> DockerChannel:
        if not self._spare:
            channel = self._start(limits, cpu)
        else:
            with self._lock:
                pool = self._pools.get((limits, cpu))
                if pool is None:
                    pool = StartedPool(self._spare, lambda: self._start(limits, cpu))
                    self._pools[limits, cpu] = pool
            channel = pool.take()
        channel.start_clock()
        return channel

    def close(self) -> None:
        with self._lock:
            pools, self._pools = list(self._pools.values()), {}
        for pool in pools:
            pool.close()

    def _start(self, limits: Limits, cpu: int | None) -> DockerChannel:
        with daemon_errors(f"starting a container of {self._image}"):
            container_id = self._create(limits, cpu)
            try:
                # Attached before it is started: bytes that come together with the answer to
                # `attach` would end in a buffer of the HTTP library, where nobody reads them.
                stream = self._api.attach_socket(
                    container_id, params={"stdin": 1, "stdout": 1, "stderr": 1, "stream": 1}
                )
                self._api.start(container_id)
            except BaseException:
                self._api.remove_container(container_id, v=True, force=True)
                raise
        return DockerChannel(self._api, container_id, stream, limits)

    def _create(self, limits: Limits, cpu: int | None) -> str:
        created = self._api.create_container(
            self._image,
            self._command,
            user="0:0",
            working_dir="/tmp",
            hostname="sandbox",
            stdin_open=True,  # with an attached client this sets StdinOnce: it goes, stdin ends
            tty=False,
            environment={"LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"},
            labels=leftovers.owner_labels(),
            use_config_proxy=False,
            host_config=self._host_config(limits, cpu),
        )
        return str(created["Id"])

    def _host_config(self, limits: Limits, cpu: int | None) -> dict[str, Any]:
        config: dict[str, Any] = self._api.create_host_config(
            network_mode="none",
            ipc_mode="private",
            read_only=True,
            tmpfs={"/tmp": f"rw,noexec,nosuid,nodev,size={limits.tmp_bytes},mode=1777"},
            shm_size=limits.tmp_bytes,
            cap_drop=["ALL"],
            cap_add=list(CAPABILITIES),
            security_opt=["no-new-privileges:true"],
            pids_limit=limits.pids,
            mem_limit=limits.memory_bytes,
            memswap_limit=limits.memory_bytes,  # the same: no swap
            nano_cpus=int(limits.cpus * 1e9),
            cpuset_cpus=None if cpu is None else str(cpu),
            init=True,  # as pid 1 our supervisor would collect zombies, which count as pids
            log_config=LogConfig(type="none"),  # a flood would fill the host's disk
            ulimits=[
                Ulimit(name="nofile", soft=limits.open_files, hard=limits.open_files),
                Ulimit(name="fsize", soft=limits.file_bytes, hard=limits.file_bytes),
                Ulimit(name="core", soft=0, hard=0),
            ],
        )
        return config
