/* How much two claims seem to be about the same thing, by the words, names and figures that they
 * share: in their clauses, their sentences and the sentences around. */
#ifndef RC_STORE_LIKENESS_H
#define RC_STORE_LIKENESS_H

#include "store/store.h"

typedef struct {
    double clause;   /* 0 to 1 */
    double sentence; /* 0 to 1 */
    double around;   /* 0 to 1: sentences beside, heading, title */
    double anchor;   /* 0 to 1: weight of an exact value that stands in or beside both */
    double shared;   /* weights of what clause and sentence share, added up; no upper bound */
    double rarest;   /* weight of the rarest shared word, 0 to 1 */
    double total;    /* the three joined, 0 to 1 */
} rc_likeness;

/* Compares the claims of a sealed store; remembers the passages that it compared last. Of one
 * thread. */
typedef struct rc_likener rc_likener;
rc_likener *rc_likener_new(rc_arena *a, const rc_store *s);

/* In two steps, since most of the cost is in the second: clauses and sentences, with `around` 0;
 * then what stands around them. */
rc_likeness rc_likeness_near(rc_likener *k, const rc_claim *a, const rc_claim *b);
void rc_likeness_around(rc_likener *k, const rc_claim *a, const rc_claim *b, rc_likeness *l);
/* The most that `total` can come to by the second step. */
double rc_likeness_most(const rc_likeness *near);
/* How strongly a feature counts in a comparison: its settled weight, by its role. */
double rc_feature_pull(const rc_feature *f);
/* The strongest role in which both have a feature in common is written to `ret_word`;
 * false: none of that role. */
bool rc_claims_share(const rc_claim *a, const rc_claim *b, rc_feature_role role);
bool rc_claim_has_role(const rc_claim *c, rc_feature_role role);
/* Of a sorted list: binary search. */
bool rc_features_have(const rc_feature *f, uint32_t count, rc_word word);

#endif
