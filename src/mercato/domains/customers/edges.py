"""Relations among customers."""

from mercato.domains.customers.models import Customer, CustomerAddress, CustomerGroup, CustomerGroupCustomer
from mercato.kernel.reader.view import Edge

EDGES = [
    Edge(Customer, "addresses", CustomerAddress, many=True, hops=[("id", CustomerAddress, "customer_id")]),
    Edge(
        Customer,
        "groups",
        CustomerGroup,
        many=True,
        hops=[("id", CustomerGroupCustomer, "customer_id"), ("customer_group_id", CustomerGroup, "id")],
    ),
    Edge(CustomerAddress, "customer", Customer, many=False, hops=[("customer_id", Customer, "id")]),
    Edge(
        CustomerGroup,
        "customers",
        Customer,
        many=True,
        hops=[("id", CustomerGroupCustomer, "customer_group_id"), ("customer_id", Customer, "id")],
    ),
]
