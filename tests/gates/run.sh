#!/bin/sh
# Every gate has pairs of texts that it drops, and pairs beside them that are reported.
exec "${BUILDDIR:-.}/tests/gates/pairs" "${SRCDIR:-.}/tests/gates"
