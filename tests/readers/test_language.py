from __future__ import annotations

import pytest

from annotator.readers.language import guess_language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The minister said that the fees of the harbour would rise, and he was not alone."),
        ("de", "Die Ministerin sagte, dass die Gebühren im Hafen steigen, und das ist nicht alles."),
        ("fr", "La ministre a dit que les droits du port vont augmenter et que ce n'est pas tout."),
        ("es", "La ministra dijo que las tasas del puerto van a subir y que no es lo único."),
        ("ru", "Министр заявила, что сборы вырастут."),
        ("uk", "Міністерка заявила, що збори зростуть і її підтримали."),
        ("ar", "قالت الوزيرة إن الرسوم سترتفع"),
        ("he", "השרה אמרה שהאגרות יעלו"),
        ("zh", "部长表示，费用将上涨。"),
        ("ja", "大臣は料金が上がると述べた。"),
        ("ko", "장관은 요금이 오를 것이라고 말했다."),
        ("th", "รัฐมนตรีกล่าวว่าค่าธรรมเนียมจะเพิ่มขึ้น"),
        (None, "Orvand 2025"),
        (None, ""),
    ],
)
def test_languages(language: str | None, text: str) -> None:
    assert guess_language(text) == language


def test_foreign_names_do_not_make_a_foreign_text() -> None:
    text = "The poet Юрий and the sculptor 林海 were at the fair, and they said that it was not for them. " * 3
    assert guess_language(text) == "en"
