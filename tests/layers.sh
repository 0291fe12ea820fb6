#!/bin/sh
# Every include of src/ against src/LAYERS: a folder may include itself and what its line names; a
# line may name only folders above it; a file's own header comes first.
cd "${SRCDIR:-.}/src" || exit 1
# shellcheck disable=SC2046 # paths of this tree have no spaces
exec awk '
function bad(what) { print FILENAME ":" FNR ": " what; failed = 1 }
FILENAME == "LAYERS" {
    sub(/#.*/, "")
    if (!NF) next
    folder = $1
    sub(/:$/, "", folder)
    for (i = 2; i <= NF; i++) {
        if (!($i in known)) bad("\"" $i "\" does not stand above \"" folder "\"")
        may[folder, $i] = 1
    }
    known[folder] = may[folder, folder] = 1
    next
}
FNR == 1 {
    split(FILENAME, part, "/")
    own = FILENAME
    if (!sub(/\.c$/, ".h", own) || (getline line < own) < 0) own = ""
    if (!(part[1] in known)) bad("folder \"" part[1] "\" has no line in src/LAYERS")
}
/^[ \t]*#[ \t]*include[ \t]*"/ {
    split($0, quoted, "\"")
    if (own != "" && quoted[2] != own) bad("the first include has to be \"" own "\"")
    own = ""
    if (split(quoted[2], to, "/") != 2) bad("include \"" quoted[2] "\" is not \"folder/file\"")
    else if (!((part[1], to[1]) in may)) bad(part[1] " may not include " to[1])
}
END { exit failed }' LAYERS $(find . -name '*.[ch]' -o -name '*.def' | sed 's/^\.\///' | LC_ALL=C sort)
