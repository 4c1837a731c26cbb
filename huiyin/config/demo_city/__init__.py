"""The demo city: invented people write to invented organs, and every step of it goes through the gate."""
