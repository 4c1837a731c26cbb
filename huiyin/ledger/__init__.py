"""The sealed record: who did what when, committed to, chained and verifiable; and the keys that seal it."""
