/* Why two passages were not reported against each other. */
#ifndef RC_CHECKS_WHY_H
#define RC_CHECKS_WHY_H

#include "checks/check.h"

typedef struct {
    const rc_finding *finding; /* not NULL: they were reported */
    rc_str gate;               /* "other-time"; empty: no claim was read at one of the places */
    rc_str explanation;        /* a sentence for people */
    const rc_claim *a, *b;     /* the claims met, or NULL */
} rc_checked_why;

/* `a` and `b` are text spans of the documents `doc_a` and `doc_b` (indices of the store); a claim
 * stands at a span when its value does, else when its sentence does. Needs a traced run. Of several
 * pairs of claims the most alike speaks. */
rc_checked_why rc_checks_why(rc_checking *c, uint32_t doc_a, rc_span a, uint32_t doc_b, rc_span b);

#endif
