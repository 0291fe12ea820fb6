/* What says that two passages of different documents are about the same thing: names that both
 * have, there or beside it, and how much else of the two documents agrees. Documents by the
 * thousand have many sentences that are alike word for word and tell of two matches, two companies,
 * two storms. */
#ifndef RC_CHECKS_TIE_H
#define RC_CHECKS_TIE_H

#include "checks/check.h"

typedef struct rc_ties rc_ties;

/* Remembers in `a` what pairs of documents have in common. */
rc_ties *rc_ties_new(rc_arena *a, const rc_checking *c);

/* Whether two claims may be about one thing; true for claims of one document. Values of the two are
 * no names that they share, nor are countries, which belong to too many affairs. Linear in the two
 * documents, once for each pair of them. */
bool rc_tied(rc_ties *t, const rc_claim *a, const rc_claim *b);

/* Whether the subject of both is a name with two bearers: each document says what its bearer is,
 * nothing that it says is said in the other, and they share no other name. */
bool rc_namesakes(const rc_checking *c, const rc_claim *a, const rc_claim *b);
/* The gate for claims of two documents that are not tied or whose subjects are namesakes;
 * RC_GATE_NONE: neither. */
rc_gate rc_gate_untied(rc_ties *t, const rc_claim *a, const rc_claim *b);

#endif
