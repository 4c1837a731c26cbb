"""The words of each paper, one file per audience; importing this makes them known to composing."""

from huiyin.matters.letters import between_organs, hearings, notices, opinions, reviews

__all__ = ["between_organs", "hearings", "notices", "opinions", "reviews"]
