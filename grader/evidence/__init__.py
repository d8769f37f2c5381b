"""Reading what came out of a sandbox: hostile bytes become schedules, and questions about them."""
