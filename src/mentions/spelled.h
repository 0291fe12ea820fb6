/* rc_spelled: whole numbers below ten thousand in the words of a language whose grammar number.c
 * does not know: from CLDR's spelled forms, from words joined into one ("zweihunderttausend"), and
 * from numerals side by side ("三千二百"). rules/tables/spelled.tsv says which, a language each. */
#ifndef RC_MENTIONS_SPELLED_H
#define RC_MENTIONS_SPELLED_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "rules/rules.h"
#include "text/token.h"

typedef struct rc_spelled rc_spelled;

/* `*ret` is NULL where the table has no row of the language. */
rc_status rc_spelled_new(rc_arena *a, const rc_rules *r, rc_str language, rc_spelled **ret,
                         rc_diagnostics *diagnostics, rc_err *err);
/* Whether a number can begin with the token: a quick test that may err on the side of yes. */
bool rc_spelled_starts(const rc_spelled *x, const rc_text *t, const rc_token *k);
/* The longest number that begins at token `at` and ends before `end`. */
bool rc_spelled_read(const rc_spelled *x, const rc_text *t, uint32_t at, uint32_t end, int64_t *ret,
                     uint32_t *ret_next);

#endif
