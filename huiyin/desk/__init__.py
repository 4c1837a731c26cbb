"""Pages for officers: inbox, matter, one file per act's page, the counter."""
