"""A revision of the repository -> the files that differ from it, as git tells. The only place that runs another program."""

import os
import subprocess

from claimlint.errors import UsageError

_GIT = ("git", "--no-pager", "-c", "core.fsmonitor=false", "-c", "core.quotePath=false")


def changed(revision: str) -> frozenset[str]:
    """Gives the absolute paths of what differs from a revision: what is committed since, changed, or new. Raises UsageError."""
    if revision.startswith("-") or not revision:
        raise UsageError(f"{revision!r} is no revision; --since takes a branch, a tag or a commit")
    top = _run(["rev-parse", "--show-toplevel"]).rstrip("\n")
    commit = _run(["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"], revision).strip()
    told = _run(["-C", top, "diff", "--name-only", "-z", "--no-ext-diff", "--no-textconv", "--no-renames", commit, "--"])
    new = _run(["-C", top, "ls-files", "--others", "--exclude-standard", "-z"])
    return frozenset(os.path.abspath(os.path.join(top, name)) for name in (told + new).split("\0") if name)


def _run(arguments: list[str], revision: str = "") -> str:
    try:
        done = subprocess.run(  # noqa: S603  fixed arguments, and a revision that git has to know
            [*_GIT, *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            env={**os.environ, "GIT_OPTIONAL_LOCKS": "0"},
        )
    except OSError:
        raise UsageError("--since asks git, which is not to be found; install it or leave --since out") from None
    if done.returncode and revision:
        raise UsageError(f"git knows no revision {revision!r}; name a branch, a tag or a commit")
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise UsageError(f"--since asks git, which says: {said[-1][:100] if said else 'nothing'}")
    return os.fsdecode(done.stdout)
