#!/bin/sh
# Makes ./configure and runs it with the arguments given.
#
#   ./autogen.sh [--with-deps] [configure's options]
#
# --with-deps first installs what the build needs and this machine lacks: with apt as root or by
# sudo; on other systems it names what to install. It asks no questions.
set -eu
cd "$(dirname "$0")"

deps='gcc make autoconf automake pkg-config autoconf-archive libc6-dev libutf8proc-dev libicu-dev
libfyaml-dev libmd4c-dev libxml2-dev zlib1g-dev check wordnet-base'

hint() {
    cat >&2 <<'EOF'
autogen.sh: no apt-get here. Install these, then run ./autogen.sh without --with-deps:
  Fedora:   sudo dnf install gcc make autoconf automake pkgconf autoconf-archive utf8proc-devel
            libicu-devel libfyaml-devel md4c-devel libxml2-devel zlib-devel check-devel wordnet
  Arch:     sudo pacman -S --needed base-devel autoconf-archive libutf8proc icu libfyaml md4c
            libxml2 zlib check wordnet-common
  Alpine:   sudo apk add build-base autoconf automake pkgconf autoconf-archive utf8proc-dev icu-dev
            libfyaml-dev md4c-dev libxml2-dev zlib-dev check-dev  (WordNet 3.0 from wordnet.princeton.edu)
  Homebrew: brew install autoconf automake pkg-config autoconf-archive utf8proc icu4c libfyaml md4c
            libxml2 zlib check wordnet
WordNet's files elsewhere than in /usr/share/wordnet: configure --with-wordnet=DIR
EOF
    exit 1
}

install_deps() {
    command -v apt-get >/dev/null 2>&1 || hint
    missing=
    for p in $deps; do
        dpkg-query -W -f '${Status}' "$p" 2>/dev/null | grep -q 'ok installed' || missing="$missing $p"
    done
    [ -n "$missing" ] || return 0
    as_root=
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null 2>&1; then
            echo "autogen.sh: not root and no sudo. As root: apt-get install$missing" >&2
            exit 1
        fi
        as_root='sudo -n'
        sudo -n true 2>/dev/null || as_root=sudo
    fi
    echo "autogen.sh: installing$missing"
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq </dev/null
    # shellcheck disable=SC2086 # a list of words on purpose
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        $missing </dev/null
}

if [ "${1-}" = --with-deps ]; then
    shift
    install_deps
fi
for tool in autoreconf automake pkg-config; do
    if ! command -v $tool >/dev/null 2>&1; then
        echo "autogen.sh: $tool is missing; ./autogen.sh --with-deps installs what is needed" >&2
        exit 1
    fi
done
autoreconf -i
./configure "$@"
