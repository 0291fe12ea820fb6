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

#endif
