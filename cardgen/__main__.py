"""The program: `cardgen`, and `python -m cardgen`."""

import sys


def main() -> None:
    """Run the command line. One who stops it before it has loaded is told that it has stopped."""
    try:
        from cardgen.cli import main as run  # noqa: PLC0415 - most of its time to start
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)  # noqa: T201 - nothing else is loaded
        sys.exit(130)  # ExitCode.STOPPED
    run(prog_name="cardgen")


if __name__ == "__main__":
    main()
