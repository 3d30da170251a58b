"""What SQLite is taught."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from mercato.kernel.columns import plain_decimal
from mercato.kernel.reader.functions import decimal_key
from mercato.kernel.reader.patterns import contains, glob, like

numbers = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20)


@given(numbers, numbers)
def test_decimal_keys_sort_as_the_numbers_do(a: Decimal, b: Decimal):
    first, second = decimal_key(plain_decimal(a)), decimal_key(plain_decimal(b))
    assert first is not None
    assert second is not None
    assert (first < second) == (a < b)
    assert (first == second) == (a == b)


def test_decimal_keys_of_what_a_statement_computed():
    assert decimal_key("5.0") == decimal_key("5") == decimal_key(5)
    assert decimal_key("1e-05") == decimal_key("0.00001")
    assert decimal_key("-0") == decimal_key("0")
    assert decimal_key(None) is None


def test_patterns():
    assert contains("50%_\\") == "%50\\%\\_\\\\%"
    assert like("a%b_\\%\\") == "a%b_\\%\\\\"
    assert glob("a*[%_\\%?") == "a[*][[]*?%[?]"
