"""Totals: the worked examples, and what must hold whatever is bought."""

from copy import deepcopy
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mercato.domains.totals.rows import Discount, Row, RowTotals, discount_shares, row_totals, tax_shares
from mercato.domains.totals.rules import fill_cart_totals, fill_order_totals, fill_preview_totals, order_summary
from mercato.kernel.money import allocate, minor_unit, round_money

Wire = dict[str, Any]
D = Decimal


def row(price: str, pieces: int = 1, **options: Any) -> Wire:
    """A line or, with one piece, a method."""
    rates, off = options.get("rates", []), options.get("off", [])
    return {
        "unit_price": D(price),
        "amount": D(price),
        "quantity": pieces,
        "is_tax_inclusive": options.get("inclusive", False),
        "tax_lines": [{"rate": D(str(rate))} for rate in rates],
        "adjustments": [
            {"amount": D(str(amount)), "is_tax_inclusive": options.get("off_inclusive", False)} for amount in off
        ],
    }


def cart(currency: str, items: list[Wire], methods: list[Wire] | None = None, credit: str = "0") -> Wire:
    filled = {
        "currency_code": currency,
        "items": items,
        "shipping_methods": methods or [],
        "credit_lines": [{"amount": D(credit)}],
    }
    fill_cart_totals(filled)
    return filled


def totals(filled: Wire, names: str) -> list[str]:
    return [str(filled[name]) for name in names.split()]


def test_two_lines_without_tax_in_their_prices() -> None:
    e1 = cart("usd", [row("24.99", rates=["10.75"]), row("3.33", 7, rates=["10.75"])])

    # Unrounded: tax 2.686425 + 2.505825 = 5.19225.
    assert totals(e1, "subtotal tax_total total") == ["48.30", "5.20", "53.50"]


def test_prices_that_contain_tax_are_what_is_paid() -> None:
    e2 = cart("eur", [row("12.3", 2, rates=[23], inclusive=True), row("0.99", 7, rates=[23], inclusive=True)])

    assert totals(e2, "subtotal tax_total total") == ["25.63", "5.90", "31.53"]


def test_yen_with_and_without_tax() -> None:
    e3 = cart("jpy", [row("1078", 3, rates=[10], inclusive=True), row("333", rates=[10])])

    # The reference asks for 3600.3 yen.
    assert totals(e3, "subtotal tax_total total") == ["3273", "327", "3600"]


def test_a_net_discount_shows_its_tax_too() -> None:
    off = allocate(D(20), [D(120), D("49.98")], "eur")
    e4 = cart("eur", [row("120", rates=[19], off=[off[0]]), row("24.99", 2, rates=[19], off=[off[1]])])

    assert totals(e4, "subtotal discount_subtotal discount_total discount_tax_total") == [
        "169.98",
        "20.00",
        "23.80",
        "3.80",
    ]
    assert totals(e4, "tax_total total original_total") == ["28.50", "178.48", "202.28"]
    assert totals(e4["items"][0], "subtotal discount_total total") == ["120.00", "16.80", "126.00"]
    assert totals(e4["items"][0]["adjustments"][0], "subtotal total") == ["14.12", "16.80"]
    assert totals(e4["items"][0]["tax_lines"][0], "subtotal total") == ["22.80", "20.12"]


def test_a_discount_that_contains_tax() -> None:
    off = allocate(D(20), [D("142.8"), D("59.48")], "eur")
    lines = [row("120", rates=[19], off=[off[0]], off_inclusive=True)]
    lines.append(row("24.99", 2, rates=[19], off=[off[1]], off_inclusive=True))
    e5 = cart("eur", lines)

    assert totals(e5, "discount_total total original_total") == ["20.00", "182.28", "202.28"]
    assert abs(e5["discount_subtotal"] - D("16.8067")) < D("0.02")


@pytest.mark.parametrize(
    ("off_inclusive", "want"),
    [(True, ["100.84", "100.00", "20.00"]), (False, ["100.84", "96.20", "23.80"])],
)
def test_discounts_on_a_price_that_contains_tax(off_inclusive: bool, want: list[str]) -> None:
    e6 = cart("eur", [row("120", rates=[19], inclusive=True, off=[20], off_inclusive=off_inclusive)])

    assert totals(e6, "subtotal total discount_total") == want


def test_dinar_has_three_digits() -> None:
    assert totals(cart("kwd", [row("1.255", 3, rates=[10], off=["0.3765"])]), "total discount_subtotal") == [
        "3.727",
        "0.377",
    ]
    # 7.5: E7 is the discount alone, without tax.
    assert str(cart("kwd", [row("1.255", 3, off=["0.3765"])])["total"]) == "3.389"


def test_a_fixed_discount_in_yen() -> None:
    off = allocate(D(500), [D(2100), D(9001)], "jpy")
    e8 = cart("jpy", [row("700", 3, rates=[8], off=[off[0]]), row("9001", rates=[8], off=[off[1]])])

    assert totals(e8, "tax_total discount_total total") == ["848", "540", "11449"]


def test_two_sellers_pay_together_what_they_pay_apart() -> None:
    vases, bowl = row("24.99", 3, rates=[19]), row("6.2", 4, rates=[19])
    parcel, pallet = row("10", rates=[19]), row("6.5", rates=[19])
    e9 = cart("eur", [vases, bowl], [parcel, pallet])
    first, second = (
        cart("eur", [deepcopy(vases)], [deepcopy(parcel)]),
        cart("eur", [deepcopy(bowl)], [deepcopy(pallet)]),
    )

    assert totals(e9, "subtotal shipping_total shipping_tax_total tax_total total") == [
        "116.27",
        "19.64",
        "3.14",
        "22.09",
        "138.36",
    ]
    assert first["total"] + second["total"] == e9["total"]
    assert totals(first, "total") + totals(second, "total") == ["101.11", "37.25"]


def test_per_cent_off_items_but_not_off_shipping() -> None:
    lines = [row("33.32", 3, rates=[20], off=["12.50"]), row("30", rates=[20], off=["3.75"])]
    e10 = cart("eur", lines, [row("10", rates=[20])])

    # Unrounded: 12.495 + 3.75 = 16.245 net off.
    assert totals(e10, "discount_subtotal discount_tax_total discount_total tax_total total") == [
        "16.25",
        "3.25",
        "19.50",
        "24.74",
        "148.45",
    ]


@pytest.mark.parametrize(
    ("amount", "rate", "off", "want"),
    [
        ("10", 19, [], ["8.40", "10.00", "0.00"]),
        ("10", 19, ["2"], ["8.40", "7.62", "2.38"]),
        ("5.35", 7, ["2"], ["5.00", "3.21", "2.14"]),
        ("5.35", 7, ["2", "1.5"], ["5.00", "1.61", "3.74"]),
        ("5.35", 7, ["2.5"], ["5.00", "2.68", "2.67"]),
    ],
)
def test_delivery_that_contains_tax(amount: str, rate: int, off: list[str], want: list[str]) -> None:
    e11 = cart("eur", [], [row(amount, rates=[rate], inclusive=True, off=off)])

    assert totals(e11, "shipping_subtotal shipping_total shipping_discount_total") == want


def test_half_a_minor_unit_is_not_lost_in_a_division() -> None:
    # 3.21 with tax, half of its net amount off: 1.605 to the last digit, which goes up.
    assert str(row_totals(Row(D("3.21"), True, [D("0.07")], [Discount(D("1.5"))], "eur")).total) == "1.61"


def test_two_rates_of_one_row_share_its_tax() -> None:
    ca = cart("cad", [row("199.99", rates=["5", "9.975"])])

    assert totals(ca, "tax_total total") == ["29.95", "229.94"]
    assert [str(tax["total"]) for tax in ca["items"][0]["tax_lines"]] == ["10.00", "19.95"]


def test_credit_pays_and_never_owes() -> None:
    assert totals(cart("eur", [row("120")], credit="50"), "total credit_line_total credit_line_tax_total") == [
        "70.00",
        "50",
        "0",
    ]
    assert str(cart("eur", [row("120")], credit="-5")["total"]) == "120.00"


def test_an_empty_cart_costs_nothing() -> None:
    empty = cart("eur", [])

    assert empty["total"] == empty["item_total"] == empty["original_shipping_total"] == 0


DETAIL = dict.fromkeys(
    (
        "fulfilled_quantity",
        "shipped_quantity",
        "return_requested_quantity",
        "return_received_quantity",
        "return_dismissed_quantity",
        "written_off_quantity",
    ),
    0,
)


def ordered(line: Wire, **moved: int) -> Wire:
    return {
        **line,
        "detail": {**DETAIL, "quantity": line["quantity"], **{f"{k}_quantity": v for k, v in moved.items()}},
    }


def order(currency: str, items: list[Wire], methods: list[Wire], transactions: list[str], **more: Any) -> Wire:
    filled = {
        "currency_code": currency,
        "items": items,
        "shipping_methods": methods,
        "credit_lines": [],
        "transactions": [{"amount": D(amount)} for amount in transactions],
        **more,
    }
    fill_preview_totals(filled)
    filled["summary"] = order_summary(filled, {"original_order_total": D("1"), "credit_line_total": D(0)})
    return filled


@pytest.mark.parametrize(
    ("lamps", "mugs", "parcel", "transactions", "credit", "want"),
    [
        ({}, {}, False, [], [], ["127.50", "127.50", "0"]),
        ({}, {}, False, ["127.5"], [], ["127.50", "0.00", "127.5"]),
        ({"return_requested": 2}, {"return_requested": 1}, True, ["127.5"], [], ["129.50", "-90.50", "127.5"]),
        (
            {"return_received": 1, "return_dismissed": 1, "written_off": 1},
            {"return_requested": 1},
            True,
            ["127.5"],
            [],
            ["49.50", "-90.50", "127.5"],
        ),
        (
            {"return_received": 1, "return_dismissed": 1},
            {"return_received": 1},
            True,
            ["127.5", "-60"],
            [],
            ["37.00", "-30.50", "127.5"],
        ),
        (
            {"return_received": 1, "return_dismissed": 1},
            {"return_received": 1},
            True,
            ["127.5", "-60", "-40.5"],
            ["10"],
            ["27.00", "0.00", "127.5"],
        ),
    ],
)
def test_an_order_whose_goods_come_back(
    lamps: dict[str, int],
    mugs: dict[str, int],
    parcel: bool,
    transactions: list[str],
    credit: list[str],
    want: list[str],
) -> None:
    methods = [row("10"), *([row("2")] if parcel else [])]
    lines = [ordered(row("40", 2), **lamps), ordered(row("12.50", 3), **mugs)]

    filled = order("eur", lines, methods, transactions, credit_lines=[{"amount": D(amount)} for amount in credit])

    assert [str(filled["total"]), *totals(filled["summary"], "pending_difference paid_total")] == want
    assert filled["summary"]["current_order_total"] == filled["summary"]["accounting_total"] == filled["total"]


def test_a_taxed_line_after_a_return() -> None:
    vases = ordered(row("33.33", 3, rates=[19]), return_received=2, fulfilled=3)
    fill_order_totals({"currency_code": "eur", "items": [vases], "shipping_methods": []})

    assert totals(vases, "subtotal tax_total total original_total") == ["33.33", "6.33", "39.66", "39.66"]
    assert totals(vases, "return_received_total fulfilled_total refundable_total") == ["79.33", "118.99", "39.66"]


def test_what_is_owed_stays_when_announced_pieces_arrive() -> None:
    def lines(**vases: int) -> list[Wire]:
        return [ordered(row("33.33", 3, rates=[19]), **vases), ordered(row("7.77", rates=[19]))]

    methods = [row("4.90", rates=[19]), row("4.50", rates=[19])]
    announced = order("eur", lines(return_requested=2), deepcopy(methods), ["134.07"])
    arrived = order("eur", lines(return_received=2), deepcopy(methods), ["134.07"])

    assert totals(announced, "total") + totals(arrived, "total") == ["139.43", "60.10"]
    assert announced["summary"]["pending_difference"] == arrived["summary"]["pending_difference"] == D("-73.97")


def test_a_discounted_line_gives_back_its_share_of_the_discount() -> None:
    lamps = ordered(row("40", 3, rates=[19], off=["18"]), return_requested=1)
    filled = order("eur", [lamps], [row("10", rates=[19])], [])

    assert totals(filled, "subtotal discount_total tax_total item_total shipping_total total") == [
        "130.00",
        "21.42",
        "21.28",
        "121.38",
        "11.90",
        "133.28",
    ]
    assert str(filled["summary"]["pending_difference"]) == "92.82"
    back = order("eur", [ordered(row("40", 3, rates=[19], off=["18"]), return_received=1)], [row("10", rates=[19])], [])
    assert totals(back, "item_total total") == ["80.92", "92.82"]


def test_an_order_with_tax_in_its_prices() -> None:
    def lines(off: bool, **moved: int) -> list[Wire]:
        shares = allocate(D(12), [D(80), D(50)], "eur") if off else []
        lamps = row("40", 2, rates=[20], inclusive=True, off=shares[:1])
        mugs = row("12.50", 4, rates=[20], inclusive=True, off=shares[1:])
        return [ordered(lamps, **moved), ordered(mugs, **{name: 2 * number for name, number in moved.items()})]

    methods = [row("10", rates=[20], inclusive=True)]
    plain = order("eur", lines(False), deepcopy(methods), [])
    assert totals(plain, "subtotal tax_total total") == ["116.67", "23.33", "140.00"]
    cheaper = order("eur", lines(True), deepcopy(methods), [])
    assert totals(cheaper, "discount_total total") == ["14.40", "125.60"]
    assert totals(cheaper["items"][0], "total") == ["71.14"]
    returned = order("eur", lines(True, return_requested=1), deepcopy(methods), [])
    assert str(returned["summary"]["pending_difference"]) == "67.80"
    assert str(order("eur", lines(True, return_received=1), deepcopy(methods), [])["total"]) == "67.80"


def test_free_shipping() -> None:
    filled = order("eur", [ordered(row("50"))], [row("10", off=["10"])], [])

    assert totals(filled, "shipping_total shipping_discount_total discount_total total") == [
        "0.00",
        "10.00",
        "10.00",
        "50.00",
    ]


def test_a_summary_counts_what_came_and_what_went() -> None:
    summary = order("eur", [ordered(row("120"))], [], ["120", "-7.5", "-2.5"])["summary"]

    assert totals(summary, "paid_total refunded_total transaction_total pending_difference") == [
        "120",
        "10.0",
        "110.0",
        "10.00",
    ]
    assert summary["original_order_total"] == 1


CURRENCIES = st.sampled_from(["eur", "jpy", "kwd"])
RATES = st.lists(st.decimals(0, "0.3", places=4), max_size=2)


@st.composite
def rows(draw: st.DrawFn, currency: str, places: int | None = None) -> Row:
    """A row of whole minor units (or as many digits as are asked for) whose discounts do not exceed it."""
    digits = places if places is not None else -int(minor_unit(currency).as_tuple().exponent)
    gross = draw(st.decimals(0, 100000, places=digits))
    rates, inclusive = draw(RATES), draw(st.booleans())
    left, discounts = gross, list[Discount]()
    rate = sum(rates, D(0))
    net = gross / (1 + rate) if inclusive else gross
    for _ in range(draw(st.integers(0, 3))):
        part = draw(st.decimals(0, "0.33", places=2))
        inclusive_discount = draw(st.booleans())
        amount = net * part * (1 + rate if inclusive_discount else 1)
        discounts.append(Discount(amount.quantize(minor_unit(currency), "ROUND_DOWN"), inclusive_discount))
        left -= amount
    return Row(gross, inclusive, rates, discounts, currency)


@given(st.data(), CURRENCIES)
def test_a_row_fits_together(data: st.DataObject, currency: str) -> None:
    row = data.draw(rows(currency, places=data.draw(st.sampled_from([None, 5]))))

    t = row_totals(row)

    assert t.total == t.subtotal - t.discount_subtotal + t.tax_total
    assert t.original_total == t.original_subtotal + t.original_tax_total
    assert t.discount_total == t.original_total - t.total == t.discount_subtotal + t.discount_tax_total
    assert t.original_subtotal == t.subtotal
    for name in RowTotals.__slots__:
        value = getattr(t, name)
        assert value >= 0, name
        assert value == round_money(value, currency)
    if row.inclusive:
        assert t.original_total == round_money(row.gross, currency)
    else:
        assert t.subtotal == round_money(row.gross, currency)
    if not any(discount.amount for discount in row.discounts):
        assert t.discount_total == t.discount_subtotal == 0
    if not row.rates:
        assert t.tax_total == 0


@given(st.data(), CURRENCIES)
def test_a_row_stays_near_the_unrounded_one(data: st.DataObject, currency: str) -> None:
    row = data.draw(rows(currency))
    rate = sum(row.rates, D(0))
    subtotal = row.gross / (1 + rate) if row.inclusive else row.gross
    off = sum((one.amount / (1 + rate) if one.inclusive else one.amount for one in row.discounts), D(0))
    tax = (subtotal - off) * rate
    exact = {
        "subtotal": subtotal,
        "discount_subtotal": off,
        "discount_tax_total": off * rate,
        "discount_total": off * (1 + rate),
        "tax_total": tax,
        "total": subtotal - off + tax,
        "original_total": subtotal * (1 + rate),
    }

    t, unit = row_totals(row), minor_unit(currency)

    for name, want in exact.items():
        assert abs(getattr(t, name) - want) < 2 * unit, name
    assert abs(t.total - exact["total"]) <= unit / 2 + D("1e-15")
    net_only = not row.inclusive and not any(one.inclusive for one in row.discounts)
    whole_only = all(one.inclusive for one in row.discounts)
    if net_only:
        assert t.discount_subtotal == off
    if whole_only:
        assert t.discount_total == sum((one.amount for one in row.discounts), D(0))


@given(st.data(), CURRENCIES)
def test_parts_of_a_row_sum_up_to_it(data: st.DataObject, currency: str) -> None:
    row = data.draw(rows(currency))
    t = row_totals(row)

    taxes, discounts = tax_shares(row, t), discount_shares(row, t)

    if row.rates:
        assert [sum(column) for column in zip(*taxes, strict=True)] == [t.original_tax_total, t.tax_total]
    if row.discounts:
        assert [sum(column) for column in zip(*discounts, strict=True)] == [t.discount_subtotal, t.discount_total]


@st.composite
def lines(draw: st.DrawFn, currency: str) -> Wire:
    made = draw(rows(currency))
    quantity = draw(st.integers(1, 7))
    return {
        "unit_price": made.gross,
        "amount": made.gross,
        "quantity": quantity,
        "is_tax_inclusive": made.inclusive,
        "tax_lines": [{"rate": rate * 100} for rate in made.rates],
        "adjustments": [{"amount": one.amount, "is_tax_inclusive": one.inclusive} for one in made.discounts],
    }


@given(st.data(), CURRENCIES)
def test_a_cart_costs_what_its_orders_cost(data: st.DataObject, currency: str) -> None:
    items = data.draw(st.lists(lines(currency), max_size=5))
    methods = data.draw(st.lists(lines(currency), max_size=3))
    seller_of = data.draw(st.lists(st.integers(0, 2), min_size=8, max_size=8))

    whole = cart(currency, deepcopy(items), deepcopy(methods))
    shares = [
        cart(
            currency,
            [deepcopy(item) for item, seller in zip(items, seller_of, strict=False) if seller == one],
            [deepcopy(method) for method, seller in zip(methods, seller_of[5:], strict=False) if seller == one],
        )
        for one in range(3)
    ]

    for name in whole:
        if "total" in name:
            assert whole[name] == sum(share[name] for share in shares), name
            assert whole[name] >= 0
    assert whole["total"] == whole["original_total"] - whole["discount_total"]
    assert whole["item_total"] + whole["shipping_total"] == whole["total"]
    assert whole["discount_total"] == whole["discount_subtotal"] + whole["discount_tax_total"]
    assert whole["total"] == whole["subtotal"] - whole["discount_subtotal"] + whole["tax_total"]


@given(st.data(), CURRENCIES)
def test_pieces_that_leave_are_worth_what_the_order_loses(data: st.DataObject, currency: str) -> None:
    line = data.draw(lines(currency))
    quantity = line["quantity"]
    received = data.draw(st.integers(0, quantity))
    dismissed = data.draw(st.integers(0, quantity - received))
    requested = data.draw(st.integers(0, quantity - received - dismissed))

    def filled(**moved: int) -> Wire:
        one = order(currency, [ordered(deepcopy(line), **moved)], [], [])
        return {**one["items"][0], "pending": one["summary"]["pending_difference"]}

    whole = filled()
    moved = filled(return_received=received, return_dismissed=dismissed, return_requested=requested)
    later = filled(return_received=received + requested, return_dismissed=dismissed)

    assert moved["total"] + moved["return_received_total"] + moved["return_dismissed_total"] == whole["total"]
    assert moved["return_requested_total"] + moved["refundable_total"] == moved["total"]
    assert moved["pending"] == later["pending"]
    for name in moved:
        if name.endswith("_total") and name != "pending":
            assert moved[name] >= 0, name
            assert moved[name] == round_money(moved[name], currency)
