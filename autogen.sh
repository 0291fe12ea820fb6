#!/bin/sh
# Makes ./configure and runs it with the arguments given.
set -e
cd "$(dirname "$0")"
mkdir -p m4
autoreconf -i
./configure "$@"
