"""Relations among sellers and their people."""

from mercato.domains.sellers.models import Member, MemberInvite, Seller, SellerOnboarding
from mercato.kernel.reader.view import Edge

EDGES = [
    Edge(Seller, "members", Member, many=True, hops=[("id", Member, "seller_id")]),
    Edge(Seller, "invites", MemberInvite, many=True, hops=[("id", MemberInvite, "seller_id")]),
    Edge(Seller, "onboarding", SellerOnboarding, many=False, hops=[("id", SellerOnboarding, "seller_id")]),
    Edge(Member, "seller", Seller, many=False, hops=[("seller_id", Seller, "id")]),
    Edge(MemberInvite, "seller", Seller, many=False, hops=[("seller_id", Seller, "id")]),
    Edge(SellerOnboarding, "seller", Seller, many=False, hops=[("seller_id", Seller, "id")]),
]
