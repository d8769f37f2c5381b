"""The only code that enters a sandbox: standard library only, and it imports nothing of the rest.

`supervisor` talks to the host; `world/` decides (trusted, another uid than the student's);
`guest/` is what the student's interpreter meets instead of `threading`, `time` and the like;
`kernel/` is Linux; `wire` is what passes between world and guest.
"""
