/* Pairs of claims worth comparing: in a small run all of one type and dimension, else those that
 * share some of the words that say most about them. Near linear in the number of claims: each claim
 * looks at no more than RC_PAIR_KEYS words, and of the claims that have one, at the
 * RC_PAIR_POSTINGS nearest behind it. */
#ifndef RC_STORE_PAIRS_H
#define RC_STORE_PAIRS_H

#include "store/store.h"

#define RC_PAIR_KEYS 20
#define RC_PAIR_POSTINGS 256
#define RC_PAIR_LOOKS ((size_t)24 << 20) /* of a run, about: postings looked at */

typedef struct rc_pairing rc_pairing;

/* A claim and those behind it that it is worth comparing with. */
typedef struct {
    uint32_t claim;       /* of the store */
    const uint32_t *with; /* in ascending order; valid until the next call */
    size_t count;
} rc_partners;

/* Prepares the pairs among the open claims (family 0) of a type. Lives in `a`; the store is sealed.
 */
rc_pairing *rc_pairing_new(rc_arena *a, const rc_store *s, rc_value_type type);
/* The same by shared words however small the run is. */
rc_pairing *rc_pairing_by_words(rc_arena *a, const rc_store *s, rc_value_type type);
/* The next claim, in ascending order, that has partners. False: none is left. */
bool rc_pairing_next(rc_pairing *p, rc_partners *ret);

#endif
