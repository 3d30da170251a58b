"""Makes the currencies and countries that a fresh installation has, from CLDR (Babel) and ISO 3166 (pycountry).

`wire_names.json` names the currencies that exist for clients, and where clients know another name or symbol than
today's CLDR has. Run it after an update of the two libraries and read the difference.
"""

import json
from pathlib import Path
from typing import Any

import pycountry
from babel import Locale, UnknownLocaleError
from babel.languages import get_official_languages
from babel.numbers import get_currency_precision, get_currency_symbol

DATA = Path(__file__).parent.parent / "src/mercato/seed/data"
ENGLISH = Locale("en")


def main() -> None:
    """Writes both files."""
    wire = json.loads((Path(__file__).parent / "wire_names.json").read_text(encoding="utf-8"))
    write("currencies.json", [currency(code, known) for code, known in sorted(wire["currencies"].items())])
    codes = sorted({country.alpha_2 for country in pycountry.countries} | wire["countries"].keys())
    write("countries.json", [country(code, wire["countries"].get(code, {})) for code in codes])


def currency(code: str, known: dict[str, Any]) -> dict[str, Any]:
    """One currency; the minor units are CLDR's, whatever clients were told before."""
    row = {
        "code": code.lower(),
        "name": ENGLISH.currencies[code],
        "symbol": ENGLISH.currency_symbols.get(code, code),
        "symbol_native": native_symbol(code),
        "decimal_digits": get_currency_precision(code),
        "rounding": 0,
    }
    return row | known


def native_symbol(code: str) -> str:
    """The symbol as it is written where the currency comes from: its first two letters are the country's."""
    for language in get_official_languages(code[:2], de_facto=True):
        try:
            return get_currency_symbol(code, Locale.parse(f"{language}_{code[:2]}"))
        except UnknownLocaleError:
            continue
    return ENGLISH.currency_symbols.get(code, code)


def country(code: str, known: dict[str, str]) -> dict[str, Any]:
    """One country."""
    iso: Any = pycountry.countries.get(alpha_2=code)  # None for Kosovo, which `known` describes in full
    display_name = known.get("display_name") or iso.name
    return {
        "iso_2": code.lower(),
        "iso_3": (known.get("iso_3") or iso.alpha_3).lower(),
        "num_code": known.get("num_code") or iso.numeric,
        "name": display_name.upper(),
        "display_name": display_name,
    }


def write(name: str, rows: list[dict[str, Any]]) -> None:
    """One row a line, so that a difference is readable."""
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    (DATA / name).write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    print(f"{name}: {len(rows)} rows")


if __name__ == "__main__":
    main()
