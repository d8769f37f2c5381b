"""The command line: one file per command, each parses, calls and prints. `grader.cli.main:main`."""

import gc

# Evidence is a great many small objects that live until the command ends, and modules are as many
# more: to look for cycles in them again and again takes an eighth of a check.
gc.disable()
