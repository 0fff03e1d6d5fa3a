"""What a user has who has nothing of ours."""

import os


def clean() -> dict[str, str]:
    """The environment variables of a user who has nothing of ours."""
    return {
        key: value
        for key, value in os.environ.items()
        if not key.startswith(("PYTHON", "CLAIMLINT", "VIRTUAL_ENV", "PYTEST", "GIT_"))
    }
