"""Leftovers: labels that say whose a container is, and the sweep of those whose owner died.

Normally nothing is left: stdin is attached with StdinOnce, so a grader that is SIGKILLed closes
it and the supervisor inside ends by itself. The sweep is for containers that could not notice
(created but never started, or stopped while the daemon was away).
"""

from __future__ import annotations

import contextlib
import os
import socket
import time
from collections.abc import Mapping

import psutil
from docker import APIClient
from docker.errors import APIError

LABEL = "grader.sandbox"
_HOST, _PID, _CREATED = "grader.host", "grader.pid", "grader.created"
_FOREIGN_SECONDS = 3600.0  # an ended container of another host is removed after this long


def owner_labels() -> dict[str, str]:
    """Labels that name this process as the owner."""
    return {
        LABEL: "1",
        _HOST: socket.gethostname(),
        _PID: str(os.getpid()),
        _CREATED: f"{time.time():.0f}",
    }


def owner_is_dead(labels: Mapping[str, str], is_running: bool) -> bool:
    """Whether nobody will ever close the container that carries `labels`.

    A process id alone proves nothing, since ids are used again: a process that is younger than
    the container cannot have made it.
    """
    try:
        pid, created = int(labels[_PID]), float(labels[_CREATED])
    except (KeyError, ValueError):
        return True
    if labels.get(_HOST) != socket.gethostname():
        # Another machine or container on the same daemon: its processes cannot be looked up.
        return not is_running and time.time() - created > _FOREIGN_SECONDS
    try:
        return psutil.Process(pid).create_time() > created + 5
    except psutil.NoSuchProcess:
        return True
    except psutil.AccessDenied:
        return False


def sweep(api: APIClient) -> list[str]:
    """Remove containers of dead owners; the ids of those that were removed."""
    removed = []
    for container in api.containers(all=True, filters={"label": LABEL}):
        if owner_is_dead(container["Labels"], container["State"] == "running"):
            with contextlib.suppress(APIError):  # another sweep may have been faster
                api.remove_container(container["Id"], v=True, force=True)
                removed.append(container["Id"])
    return removed
