"""Replay: real messages with their real answers run through the gate, to see what the terms would have said of them."""
