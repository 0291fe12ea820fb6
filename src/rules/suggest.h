/* "unknown slot 'holdr': did you mean 'holder'?" */
#ifndef RC_RULES_SUGGEST_H
#define RC_RULES_SUGGEST_H

#include "base/arena.h"
#include "base/str.h"

/* The nearest of `choices` by edit distance (a swap of neighbours counts one), if it is no more
 * than a third of the word away; the first of equals. Empty: none. */
rc_str rc_suggest(rc_str word, const rc_str *choices, size_t count);
/* ": did you mean 'holder'?", or nothing. */
const char *rc_suggestion(rc_arena *a, rc_str word, const rc_str *choices, size_t count);

#endif
