/* Gates: why a pair of claims is not reported. See gates.def. */
#ifndef RC_CHECKS_GATE_H
#define RC_CHECKS_GATE_H

#include "store/likeness.h"
#include "store/store.h"
#include "value/quantity.h"

typedef enum {
#define RC_GATE(name, text, why) RC_GATE_##name,
#include "checks/gates.def"
#undef RC_GATE
    RC_GATE_COUNT
} rc_gate;

const char *rc_gate_name(rc_gate g);
const char *rc_gate_explanation(rc_gate g);

/* How the values of two claims of one type stand to one another; RC_VALUES_UNRELATED where the
 * types or dimensions differ. */
rc_values rc_claim_values(const rc_claim *a, const rc_claim *b);
#define RC_MAGNITUDES_APART 0.9 /* more of rc_claim_distance: ten times the other */
/* How far apart the values are, 0 to 1. */
double rc_claim_distance(const rc_claim *a, const rc_claim *b);
/* Whether one figure is more than ten times the other, and not the same digits with another power
 * of ten: two things, more often than a mistake. */
bool rc_claim_magnitudes_apart(const rc_claim *a, const rc_claim *b);
/* Whether strong evidence opens a gate at which two open claims were dropped: their words say that
 * they are of other subjects, nouns or events, but two texts may name one thing in other words. */
bool rc_gate_opens(const rc_store *s, const rc_claim *a, const rc_claim *b, rc_gate gate);
/* Whether two names are forms of one, whatever was made of them: they share a word of five letters
 * or more. */
bool rc_claims_share_name(const rc_store *s, const rc_claim *a, const rc_claim *b);
/* The first gate that the pair fails before likeness is asked; RC_GATE_NONE: none. */
rc_gate rc_gate_pair(const rc_store *s, const rc_claim *a, const rc_claim *b);
/* The same where rc_claim_values is known. */
rc_gate rc_gate_valued(const rc_store *s, const rc_claim *a, const rc_claim *b, rc_values values);
/* The same without asking the values or whether both are asserted. */
rc_gate rc_gate_apart(const rc_store *s, const rc_claim *a, const rc_claim *b);

#define RC_OBJECTS_ALIKE 75 /* less: two objects */
/* 0 to 100: how much of the shorter the longer has. "The
 * tuna market" and "the salmon market" share one word of two. */
uint32_t rc_arguments_alike(const rc_lexicon *l, const rc_argument *a, const rc_argument *b);

#endif
