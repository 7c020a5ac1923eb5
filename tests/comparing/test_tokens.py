from itertools import pairwise

from hypothesis import given

from editor.comparing.shadow import fold, shadow
from editor.comparing.tokens import tokenize
from tests.comparing.made_up import texts


@given(texts)
def test_tokens_cover_the_original_text(text: str) -> None:
    tokens = tokenize(text)
    assert "".join(tokens.keys) == tokens.text
    assert [tokens.text[start:end] for start, end in pairwise(tokens.bounds)] == tokens.keys
    assert tokens.places[0] == 0
    assert tokens.places[-1] == len(text) or not tokens.text


@given(texts)
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(text)
    compared = shadow(text)
    assert len(compared.places) == len(compared.text) + 1
    assert list(compared.places) == sorted(compared.places)


def test_shadow_ignores_widths_line_breaks_and_blanks_beside_digits() -> None:
    assert shadow("在 ２０２５ 年,建设\n(一期)").text == shadow("在2025年，建设（一期）").text
    assert shadow("双随机 一公开").text == "双随机 一公开"


def test_atoms_stay_whole() -> None:
    text = "按照《示范省服务条例》（示政办发〔2024〕3号），2025年年底前新增1,000个“一件事”窗口，APP办理率达90%，压缩至3—5个工作日。"
    keys = tokenize(text).keys
    for atom in (
        "《示范省服务条例》",
        "〔2024〕3号",
        "2025年年底前",
        "1,000个",
        "“一件事”",
        "APP",
        "90%",
        "3—5个工作日",
    ):
        assert fold(atom) in keys
    assert "，" in keys
    assert "。" in keys


def test_names_are_words_outside_atoms_only() -> None:
    names = ("示范县民政局", "示范通")
    keys = tokenize("由示范县民政局依托示范通办理，打造“示范通”品牌", names).keys
    assert "示范县民政局" in keys
    assert "示范通" in keys
    assert "“示范通”" in keys


def test_lone_surrogates_are_taken() -> None:
    assert len(tokenize("甲\ud800乙").places) > 1
