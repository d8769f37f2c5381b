"""Pages and exports of one finished result: pure reporters that never re-run, never re-judge."""
