"""From an assignments folder to tasks: where the folder is, what its task.toml files say."""
