"""python -m claimlint."""

from claimlint.cli.main import run

if __name__ == "__main__":
    run()
