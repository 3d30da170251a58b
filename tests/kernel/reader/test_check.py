"""Views that do not fit the graph are found before a client finds them."""

from mercato.kernel.reader.check import problems
from mercato.kernel.reader.view import Filters, Graph, View
from tests.kernel.reader.shop import CURRENCY, CUSTOMER, GRAPH, ORDER, RATE, REGION, STORE_CUSTOMER, THING, Customer


def test_fitting_views_have_no_problems():
    assert problems([CUSTOMER, STORE_CUSTOMER, CURRENCY, REGION, RATE, THING, ORDER], GRAPH) == []


def test_what_leads_nowhere_is_named():
    view = View(
        Customer,
        one="customer",
        many="customers",
        default="id",
        filters=Filters(
            plain="nope", paths={"city": "addresses.town"}, relation={"email": "x", "groups": "nome"}, q=True
        ),
    )
    other = View(Customer, one="c", many="cs", default="id", order="-nothing")
    unrelated = View(Customer, one="u", many="us", default="id *addresses")
    assert problems([view, other], GRAPH) == [
        "Customer (customer): filter nope leads nowhere: nope",
        "Customer (customer): filter city leads nowhere: addresses.town",
        "Customer (customer): filter email is no relation",
        "Customer (customer): filter groups leads nowhere: groups.nome",
        "Customer (customer): takes q and searches nothing",
        "Customer (c): nothing",
    ]
    assert problems([unrelated], Graph()) == [
        "Customer (u): Customer: the graph has no relations for *addresses",
    ]
