rcheck --help
