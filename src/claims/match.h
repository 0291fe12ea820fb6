/* Runs the programs of the claim families (rules/family.h) over the sentences of a document. The
 * cost of a trigger is bounded, so that the whole is linear in the number of tokens. */
#ifndef RC_CLAIMS_MATCH_H
#define RC_CLAIMS_MATCH_H

#include "base/arena.h"
#include "mentions/mention.h"
#include "rules/family.h"
#include "text/token.h"

/* What stands in a slot; first = last: nothing. */
typedef struct {
    uint32_t first, last; /* tokens, half open */
    uint32_t group;       /* noun group of its head; UINT32_MAX: none */
    uint32_t mention;     /* index; UINT32_MAX: none */
    uint32_t term;        /* of the slot's terms; UINT32_MAX: none */
} rc_filler;

typedef struct {
    uint16_t family, pattern;
    uint32_t trigger;     /* token */
    uint32_t first, last; /* tokens that the pattern covers */
    rc_filler slots[RC_SLOTS_MAX];
} rc_match;

/* How far a pattern came that did not match in the end: for `rules test`. */
typedef struct {
    bool any;
    uint16_t pattern;
    uint32_t steps;   /* passed */
    uint32_t trigger; /* token */
    uint32_t token;   /* the first that did not match; UINT32_MAX: the sentence was over */
    uint32_t column;  /* in the pattern, of what was looked for there */
} rc_near_miss;

typedef struct {
    rc_match *items;
    size_t count, capacity;
} rc_matches;

/* All matches, in the order of their triggers within a sentence. */
void rc_matches_find(rc_arena *a, const rc_rules *r, const rc_text *t, const rc_mentions *m,
                     rc_matches *out);
/* How far the patterns of one family came. */
void rc_near_miss_find(rc_arena *a, const rc_rules *r, const rc_text *t, const rc_mentions *m,
                       size_t family, rc_near_miss *ret);

#endif
