/* Pairs of claims worth comparing: those of one type and dimension that share some of the words
 * that say most about them. Near linear in the number of claims: each claim looks at no more than
 * RC_PAIR_KEYS words, and of the claims that have one, at the RC_PAIR_POSTINGS nearest before it.
 */
#ifndef RC_STORE_PAIRS_H
#define RC_STORE_PAIRS_H

#include "store/store.h"

#define RC_PAIR_KEYS 20
#define RC_PAIR_POSTINGS 256
#define RC_PAIR_LOOKS ((size_t)24 << 20) /* of a run, about: postings looked at */

typedef struct {
    uint32_t a, b; /* claims of the store, a < b */
} rc_pair;

typedef struct {
    rc_pair *items; /* by a, then b */
    size_t count, capacity;
} rc_pairs;

/* The pairs among open claims (family 0) whose type is `type`. */
rc_pairs *rc_pairs_find(rc_arena *a, const rc_store *s, rc_value_type type);

#endif
