rcheck --version
