"""What CI services take from the project: the GitHub Action, the example for GitLab, the image, the hooks."""

import copy
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from claimlint.reports import formats

ARTICLE = "OSLO, May 3 ({wire}) - The Kestrel missile has a range of {range} km."


@pytest.fixture(scope="module")
def action(root: Path) -> Any:
    """The Action as YAML has it."""
    return yaml.safe_load((root / "action.yml").read_text("utf-8"))


@pytest.fixture(scope="module")
def schema() -> Any:
    """What an action.yml of a composite Action may hold."""
    return json.loads((Path(__file__).parent / "schemas/github-action.json").read_text("utf-8"))


def test_the_action_is_one(action: Any, schema: Any) -> None:
    """It holds to its schema; without a shell, or with a key that is none, it does not."""
    jsonschema.Draft7Validator.check_schema(schema)
    jsonschema.Draft7Validator(schema).validate(action)
    for wrong in (lambda each: each["runs"]["steps"][0].pop("shell"), lambda each: each.update({"input": {}})):
        broken = copy.deepcopy(action)
        wrong(broken)
        assert not jsonschema.Draft7Validator(schema).is_valid(broken)


def test_no_input_stands_in_a_script(action: Any) -> None:
    """Inputs come by the environment: each is handed on once, and no script has ${{ }} in it."""
    steps = action["runs"]["steps"]
    assert not any("${{" in step["run"] for step in steps)
    handed = [value for step in steps for value in step.get("env", {}).values()]
    assert sorted(handed) == sorted(f"${{{{ inputs.{name} }}}}" for name in action["inputs"])


@pytest.mark.parametrize(("paths", "options", "status"), [
    ("articles", "", 1), ("", "", 1), ("articles/a.txt\narticles/b c.txt\n", "--notes\n--exit-zero", 0),
    ("$(touch ran)", "", 2), ("--version", "", 2),
])  # fmt: skip
def test_the_action_checks(action: Any, root: Path, tmp_path: Path, paths: str, options: str, status: int) -> None:
    """Its script reports on the paths with the options, a line each, fails with the findings, and runs nothing of what it is told."""
    (tmp_path / "articles").mkdir()
    for name, reach in (("a", 480), ("b c", 620)):
        (tmp_path / f"articles/{name}.txt").write_text(ARTICLE.format(wire=name, range=reach), encoding="utf-8")
    (tmp_path / "claimlint.toml").write_text('paths = ["articles"]\n', encoding="utf-8")
    program = tmp_path / "claimlint/bin/claimlint"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m claimlint "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    step = action["runs"]["steps"][-1]
    told = {"paths": paths, "options": options, "sarif": "out.sarif", "html": ""}
    given = {key: told[re.sub(r"\W|inputs", "", value)] for key, value in step["env"].items()}
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]], cwd=tmp_path, capture_output=True, text=True,
        check=False, env={**os.environ, **given, "RUNNER_TEMP": str(tmp_path), "PYTHONPATH": str(root)},
    )  # fmt: skip
    assert done.returncode == status, done.stderr
    assert ("::error " in done.stdout and "ranges-differ" in done.stdout) == (status < 2)
    assert (tmp_path / "out.sarif").exists()
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize("page", ["README.md", "docs/ci.md"])
def test_the_examples_for_gitlab_report_what_they_name(root: Path, page: str) -> None:
    """The job's artifacts are the files that its command writes, in formats that there are."""
    (block,) = re.findall(r"```yaml\n(claimlint:\n.*?)```", (root / page).read_text("utf-8"), re.DOTALL)
    job = yaml.safe_load(block)["claimlint"]
    written = dict(re.findall(r"--report (\w+)=(\S+)", " ".join(job["script"])))
    assert set(written) <= set(formats.FORMATS)
    assert sorted(job["artifacts"]["reports"].values()) == sorted(written.values())


@pytest.mark.parametrize("page", ["README.md", "docs/ci.md"])
def test_the_examples_for_github_tell_the_action_what_it_takes(root: Path, action: Any, page: str) -> None:
    """They set inputs that there are, and upload the file that they have written."""
    (block,) = re.findall(r"```yaml\n((?:on|- uses): .*?)```", (root / page).read_text("utf-8"), re.DOTALL)
    data = yaml.safe_load(block)
    steps = data if isinstance(data, list) else data["jobs"]["claimlint"]["steps"]
    (ours,) = [step["with"] for step in steps if "CLAIMLINT" in step["uses"]]
    assert ours.keys() <= action["inputs"].keys()
    uploads = [step["with"]["sarif_file"] for step in steps if "upload-sarif" in step["uses"]]
    assert uploads in ([], [ours["sarif"]])


@pytest.mark.parametrize("page", ["README.md", "docs/pre-commit.md"])
def test_the_examples_for_pre_commit_name_a_hook(root: Path, page: str) -> None:
    """They ask for a hook that there is."""
    (block,) = re.findall(r"```yaml\n(repos:.*?)```", (root / page).read_text("utf-8"), re.DOTALL)
    hooks = {hook["id"] for hook in yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    assert {hook["id"] for repo in yaml.safe_load(block)["repos"] for hook in repo["hooks"]} <= hooks


def test_the_image_holds_what_it_is_built_from(root: Path) -> None:
    """It installs the checkout, runs as nobody special, and leaves history and environments behind."""
    text = (root / "Dockerfile").read_text("utf-8")
    assert re.search(r"^COPY \. /source$", text, re.MULTILINE)
    assert text.index("USER claimlint") < text.index('ENTRYPOINT ["claimlint"]')
    assert {".git", ".venv"} <= set((root / ".dockerignore").read_text("utf-8").split())


def test_both_hooks_are_there(root: Path) -> None:
    """One reads all articles, one is told which have changed; neither is run in several processes at once."""
    hooks = {hook["id"]: hook for hook in yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    assert {name: hook["pass_filenames"] for name, hook in hooks.items()} == {"claimlint": False, "claimlint-focus": True}
    assert all(hook["require_serial"] and hook["entry"].endswith(" --") for hook in hooks.values())
