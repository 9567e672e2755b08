"""Fill the measured site: `python -m benchmarks.fill`, in the site's environment.

The demo world comes first, then every seed of the house. Prints what they made, as JSON.
"""

import json
import sys

import django


def main() -> None:
    """Run every seed and print what was made."""
    django.setup()
    from django.core.management import call_command, get_commands

    import benchmarks.house  # noqa: F401 - registers the seeds
    from benchmarks.seeds import SEEDS, Made
    from opentwinning.core.permits import free_writing

    if "build_demo_world" in get_commands():
        call_command("build_demo_world", stdout=sys.stderr)
    made = Made()
    with free_writing():
        for seed in SEEDS:
            seed(made)
    print(json.dumps({"targets": made.targets, "sessions": made.sessions}))


if __name__ == "__main__":
    main()
