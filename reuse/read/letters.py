"""Which single-byte encoding bytes are in, decided by how well the accented letters fit a language.

Enters: bytes that are neither UTF-8 nor East Asian. Leaves: a codec, or None where no language fits.
Stands after `evidence` and before the general detector in `decode`.

Every byte means something in every single-byte encoding, so only the letters can tell. Each hypothesis is a codec
and the non-ASCII letters of one language, most frequent first; the r-th of them gets a probability in proportion
to 1/r (Zipf), every other character a small one. The hypothesis with the best mean log-likelihood wins.
Windows code pages stand for the ISO ones they contain. "Western" makes any accented letter of cp1252
equally likely, so that texts in languages not listed are read as cp1252 unless another language fits clearly better.
"""

from __future__ import annotations

import math
import re
from collections import Counter

__all__ = ["single_byte"]

SAMPLE_BYTES = 65_536
# Mean log-likelihood below which nothing fits. Right readings lie between -2 and -4.2 (335 declarations, each in its
# own encoding), wrong readings of DOS code pages and font encodings below -4.45.
LEAST_FIT = math.log(1 / 85)
_FLOOR = math.log(1 / 3000)
_MARK = math.log(1 / 5)  # typographic marks and blanks stand in any text
LONG_ENOUGH = 60  # high bytes: a language's four most frequent letters then nearly always occur
_CAPITAL = math.log(1 / 8)  # a capital is so much rarer than its small letter

_WESTERN = "éáíóúàèìòùâêîôûäëïöüãõñçåæøßœýþðÿšž¿¡ºª"
_RUSSIAN = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"
# Latin script: capitals and small letters of other scripts never stand inside its words.
_LATIN: tuple[tuple[str, str], ...] = (
    ("cp1252", "éèêàçùâîôûëïüœ"),  # French
    ("cp1252", "áóíéñúü¿¡ºª"),  # Spanish
    ("cp1252", "üäöß"),  # German
    ("cp1252", "ãçáéóíõêúâôàº"),  # Portuguese
    ("cp1252", "èàùòéìç"),  # Italian, Catalan
    ("cp1252", "åäöéæø"),  # Nordic
    ("cp1252", "íáðéóúþöæý"),  # Icelandic
    ("cp1250", "íáéěýžčřšůúňťóďľ"),  # Czech
    ("cp1250", "áíéčýžúšľťôňäóďŕĺ"),  # Slovak
    ("cp1250", "łęąóżśćźń"),  # Polish
    ("cp1250", "áéöóőüíúű"),  # Hungarian
    ("cp1250", "čšž"),  # Slovene
    ("cp1250", "čšžćđ"),  # Croatian, Bosnian, Serbian
    ("cp1250", "ăţîşâ"),  # Romanian
    ("cp1254", "ıüşğöçİâ"),  # Turkish
    ("cp1257", "ėųįšžąčęū"),  # Lithuanian
    ("cp1257", "āīēšūņļžķģčō"),  # Latvian
    ("cp1257", "äõüöšž"),  # Estonian
    ("iso8859-2", "íáéěýžčřšůúňťóďľ"),
    ("iso8859-2", "łęąóżśćźń"),
    ("iso8859-2", "čšž"),
    ("iso8859-2", "čšžćđ"),
    ("iso8859-4", "ėųįšžąčęū"),
)
_OTHER: tuple[tuple[str, str], ...] = (
    ("cp1251", _RUSSIAN),
    ("cp1251", "оаиевнтрсдлікпуьямзыгбйчжєїхцюшщфґёў"),  # Ukrainian, Belarusian
    ("cp1251", "аоиенрјтсудвкпмљбњгзћшчжхцђџфѓќѕ"),  # Serbian, Macedonian
    ("koi8_u", _RUSSIAN + "іїєґ"),
    ("iso8859-5", _RUSSIAN),
    ("cp866", _RUSSIAN),
    ("cp1253", "αοιετσνηρυπκλμςίόάήωέγδχύθβφώξζψ"),
    ("iso8859-7", "αοιετσνηρυπκλμςίόάήωέγδχύθβφώξζψ"),
    ("cp1255", "יוהלאמתרבשנדעםקחפןטגצסזךףץ"),
    ("cp1256", "اليمنرتوبعةدسفهكقحجشطصخأذىئءضإغثزظآپچگک،"),
    ("cp874", "านรอกเงมยลวดทส่ตะปบค้หแจพชขใไโิีุู็์ัำ"),
)
_HIGH = re.compile(rb"[\x80-\xff]")
_INSIDE = re.compile(rb"[A-Za-z][\x80-\xff]|[\x80-\xff](?=[A-Za-z])")
_ASCII_LETTER = re.compile(rb"[A-Za-z]")
_MARKS = frozenset("´«»“”„‘’‚‹›–—…°§·•€®©™\xa0\xad")


def single_byte(data: bytes) -> str | None:
    """The codec whose reading of the non-ASCII bytes best fits a language; None where nothing fits.

    64 kB from the first such byte are judged.
    """
    first = _HIGH.search(data)
    if first is None:
        return None
    sample = data[max(first.start() - 1, 0) : first.start() + SAMPLE_BYTES]
    counts = Counter(byte for byte in sample if byte >= 0x80)
    uniform = dict.fromkeys(_WESTERN, math.log(1 / 60))
    fits = [(_mean(counts, "cp1252", uniform), "cp1252")]
    for codec, letters in _OTHER if _is_another_script(sample) else _LATIN:
        if codec == "cp1252" or _is_complete(counts, codec, letters):
            fits.append((_mean(counts, codec, _zipf(letters)), codec))
    best, codec = max(fits, key=lambda fit: fit[0])
    return codec if best >= LEAST_FIT else None


def _is_another_script(sample: bytes) -> bool:
    """Whether the non-ASCII bytes are whole words rather than letters within ASCII words."""
    high = len(_HIGH.findall(sample)) - sample.count(b"\xa0")
    inside = len(_INSIDE.findall(sample))
    letters = len(_ASCII_LETTER.findall(sample))
    return high > 0 and (inside < high / 5 or high > letters / 2)


def _is_complete(counts: Counter[int], codec: str, letters: str) -> bool:
    """Whether a text has the letters that the language never does without.

    Without this, a rare language of Western Europe or America with two or three accented letters is taken for one
    of Eastern Europe in whose code page the same bytes are frequent letters. A short text has to show three letters
    of the language, a longer one in Latin script its four most frequent.
    """
    present = [bool(counts[letter.encode(codec)[0]]) for letter in letters]
    if counts.total() < LONG_ENOUGH or (codec, letters) in _OTHER:
        return sum(present) >= 3
    return all(present[:4])


def _zipf(letters: str) -> dict[str, float]:
    """Log-probabilities of letters given most frequent first."""
    total = sum(1 / rank for rank in range(1, len(letters) + 1))
    return {letter: math.log(1 / rank / total) for rank, letter in enumerate(letters, start=1)}


def _mean(counts: Counter[int], codec: str, chances: dict[str, float]) -> float:
    """Mean log-likelihood of the high bytes read as `codec`."""
    total = sum(
        count * _chance(bytes([byte]).decode(codec, "replace"), chances) for byte, count in sorted(counts.items())
    )
    return total / counts.total()


def _chance(character: str, chances: dict[str, float]) -> float:
    """Log-probability of a character: itself, as a capital, as a typographic mark, or the floor."""
    if character in chances:
        return chances[character]
    if character.lower() in chances:
        return chances[character.lower()] + _CAPITAL
    return _MARK if character in _MARKS else _FLOOR
