"""Kernel: facts and limits that come from the operating system, not from the student's program.

Nothing here imports anything of ours outside this folder, and nothing needs a privilege beyond
what the sandbox's supervisor has (CAP_SETUID, CAP_SETGID, CAP_KILL).
"""
