/* Names that differ by a letter or two and seem to be one bearer's, and what checks of names share:
 * sides of a finding, and whether two bearers move in one circle. */
#ifndef RC_CHECKS_VARIANT_H
#define RC_CHECKS_VARIANT_H

#include "checks/check.h"
#include "mentions/names.h"

typedef struct {
    uint32_t a, b; /* bearers; `a` is the commoner one */
    uint8_t confidence;
} rc_variant;

typedef struct rc_variants {
    rc_variant *items; /* by a, then b */
    size_t count, capacity;
} rc_variants;

/* In `a`. Near linear in the number of bearers. */
const rc_variants *rc_variants_find(rc_arena *a, const rc_lexicon *l, const rc_names *names);

/* Damerau-Levenshtein distance (adjacent letters swapped count once) of two words of at most 32
 * bytes; `limit` + 1 where it is more than `limit`. */
uint32_t rc_variant_distance(rc_str a, rc_str b, uint32_t limit);

/* How many other bearers, countries and those in most documents apart, stand in documents of both;
 * UINT32_MAX where one document has both. */
uint32_t rc_names_shared(const rc_names *n, uint32_t a, uint32_t b);
/* The same of two documents, not counting bearers `a` and `b`. */
uint32_t rc_docs_shared(const rc_names *n, uint32_t doc, uint32_t other, uint32_t a, uint32_t b);

rc_finding_claim rc_name_side(const rc_names *n, uint32_t doc, rc_span span, rc_span sentence,
                              rc_str normalized);
/* "file:line" of a place. */
rc_str rc_name_place(rc_arena *a, const rc_names *n, uint32_t doc, rc_span span);

#endif
