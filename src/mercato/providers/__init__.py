"""What lies outside: one package per kind of service, each with its port, its adapters and a real fake."""
