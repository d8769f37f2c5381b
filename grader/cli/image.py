"""`grader image build`: make the image of the Docker sandbox, in one of three ways."""

from __future__ import annotations

import sys

import click

from grader.cli import words
from grader.cli.endings import ALL_PASSED, COULD_NOT_JUDGE
from grader.cli.session import Session, pass_session, shared_options
from grader.cli.terminal import output_console, print_error, styled
from grader.model.problem import BadInput

_SUITE_WITH_NEW_PYTHONS = "forky"


@click.group()
def image() -> None:
    """The image of the Docker sandbox. Docker 沙箱的镜像。"""


@image.command()
@click.option("--from-host", is_flag=True, help="From a Python of this machine; needs no network.")
@click.option(
    "--from-debian",
    metavar="[SUITE]",
    is_flag=False,
    flag_value=_SUITE_WITH_NEW_PYTHONS,
    help="From Debian's packages (default suite: forky).",
)
@click.option(
    "--python",
    "pythons",
    metavar="X.Y",
    multiple=True,
    help="Which Python; repeatable (default: the one that runs grader; with --from-debian: all "
    "tested ones that the suite has).",
)
@shared_options
@pass_session
def build(
    session: Session, from_host: bool, from_debian: str | None, pythons: tuple[str, ...]
) -> int:
    """Build it: from the Dockerfile where a registry answers, else from here. 构建镜像。"""
    from grader.sandbox import image as images
    from grader.sandbox.channel import SandboxError

    if from_host and from_debian:
        raise BadInput(words.ONE_WAY_TO_BUILD)
    try:
        if from_host:
            executables = [f"python{python}" for python in pythons] or [sys.executable]
            built = [images.build_from_host(executable) for executable in executables]
        elif from_debian:
            built = images.build_from_debian(from_debian, pythons)
        else:
            wanted = pythons or [images.THIS_PYTHON]
            built = [images.build_from_dockerfile(python) for python in wanted]
    except SandboxError as error:
        print_error(session.say(words.IMAGE_NOT_BUILT))
        for line in str(error).splitlines():
            print_error(f"  {line}")
        return COULD_NOT_JUDGE
    for one in built:
        output_console().print(styled(session.say(words.image_built(one.name))))
    return ALL_PASSED
