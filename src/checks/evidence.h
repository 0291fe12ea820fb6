/* rc_evidence: what speaks for two open claims being two answers to one question, and how much of
 * it is enough. The kinds are those of evidence.def, the weights those of
 * rules/tables/evidence.tsv, fitted on labelled corpora by logistic regression
 * (doc/calibration.md). */
#ifndef RC_CHECKS_EVIDENCE_H
#define RC_CHECKS_EVIDENCE_H

#include "checks/gate.h"
#include "rules/rules.h"
#include "store/likeness.h"

enum {
#define RC_EVIDENCE(id, name, why) RC_EVIDENCE_##id,
#include "checks/evidence.def"
#undef RC_EVIDENCE
    RC_EVIDENCE_COUNT
};

typedef struct {
    double of[RC_EVIDENCE_COUNT]; /* 0 to 1 */
} rc_evidence;

typedef struct {
    double quantity[RC_EVIDENCE_COUNT + 1]; /* the last: of every pair */
    double date[RC_EVIDENCE_COUNT + 1];
} rc_evidence_weights;

/* A row that is missing weighs nothing; a number that cannot be read neither. */
void rc_evidence_weights_load(const rc_rules *r, rc_evidence_weights *ret);

/* All but what other claims say: RIVAL, STATED, SUPPORT, SETTLED, UNIQUE, TIED and STORY are 0. */
void rc_evidence_of(const rc_store *s, const rc_claim *a, const rc_claim *b, const rc_likeness *l,
                    rc_evidence *ret);
/* 0 to 1: how sure it is that the two dispute one fact. */
double rc_evidence_score(const rc_evidence_weights *w, rc_value_type type, const rc_evidence *e);
const char *rc_evidence_name(int evidence);

/* Digits that could be a slip: the same ones in another order, "4.2" and "2.4". */
bool rc_values_transposed(const rc_claim *a, const rc_claim *b);
/* Names that only one of two clauses has, on both sides: the fewer of the two counts. */
uint32_t rc_names_contrasting(const rc_claim *a, const rc_claim *b);
/* Whether the other clause has a subject, an object or a noun counted of one, or has it as an
 * argument in a word of one meaning. */
bool rc_claims_share_argument(const rc_store *s, const rc_claim *a, const rc_claim *b);

#endif
