"""Words of earlier drafts, found by what the superior measure says."""

from editor.comparing.earlier_words import MOST, Earlier, suggest_words

SUPERIOR = "为符合条件的初婚夫妻提供免费婚前医学检查。推动婚姻登记场所进公园。"


def earlier(text: str, heading: str = "", superior: str = "", day: str = "2025-01-01") -> Earlier:
    return Earlier(heading=heading, text=text, superior=superior, source=f"{day}.chengqi", date=day)


PARKS = earlier("在人民公园设立户外婚姻登记点，推动婚姻登记场所进公园。", heading="登记进公园")
CHECKS = earlier(
    "县妇幼保健院为初婚夫妻提供免费检查，每年不少于1000对。",
    superior="为符合条件的初婚夫妻提供免费婚前医学检查。",
)
OTHER = earlier("新建停车位200个，缓解停车难。", heading="建停车位")


def test_measures_that_carried_out_the_same_are_found() -> None:
    found = suggest_words(SUPERIOR, "", (OTHER, PARKS, CHECKS))
    assert {words.text for words in found[:2]} == {PARKS.text, CHECKS.text}
    assert all(OTHER.text != words.text for words in found)
    park = next(words for words in found if words.text == PARKS.text)
    assert (park.heading, park.source, park.date) == ("登记进公园", "2025-01-01.chengqi", "2025-01-01")


def test_what_is_there_already_is_not_offered() -> None:
    assert suggest_words(SUPERIOR, PARKS.text, (PARKS,)) == ()


def test_single_sentences_are_offered_after_whole_measures() -> None:
    long = earlier("另外安排专人值守。推动婚姻登记场所进公园、进景区。")
    found = suggest_words(SUPERIOR, "", (long,))
    assert [words.text for words in found] == [long.text, "推动婚姻登记场所进公园、进景区。"]
    assert found[1].heading == ""


def test_of_equals_the_latest_comes_first_and_only_once() -> None:
    same = [earlier(PARKS.text, day=f"202{n}-01-01") for n in (3, 5, 4)]
    found = suggest_words(SUPERIOR, "", same)
    assert [words.date for words in found if words.text == PARKS.text] == ["2025-01-01"]


def test_there_are_never_more_than_keys() -> None:
    many = [earlier(f"推动婚姻登记场所进公园，设点{n}处。提供免费婚前医学检查{n}次。") for n in range(30)]
    assert len(suggest_words(SUPERIOR, "", many)) <= MOST


def test_nothing_is_made_of_nothing() -> None:
    assert suggest_words("", "", (PARKS,)) == ()
    assert suggest_words(SUPERIOR, "", ()) == ()
