"""What stays true while the programs are killed."""
