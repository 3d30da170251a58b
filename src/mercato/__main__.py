"""`python -m mercato` is the program `mercato`."""

from mercato.cli import main

main()
