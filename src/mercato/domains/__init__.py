"""The domains, one package per noun. They stand in tiers and import only lower tiers; siblings never see each other."""
