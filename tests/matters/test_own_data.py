"""What is kept of a petitioner can be put right, by whom it is about and of them alone."""

from tests.matters import stages


def test_where_nobody_left_a_name_there_is_nobody_to_put_right(village, refused):
    matter = stages.registered_matter(village, people=())
    with refused("不在这件事里"):
        matter.correct_contact(by=stages.PETITIONER, party=matter.parties.first(), phone="13800000008")


def test_somebody_of_another_matter_is_not_put_right_here(village, refused):
    matter, other = (
        stages.registered_matter(village),
        stages.registered_matter(village, people=(stages.FARMER,)),
    )
    with refused("不在这件事里"):
        matter.correct_contact(by=stages.PETITIONER, party=other.parties.get(), phone="13800000008")
