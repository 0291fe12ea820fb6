/* rc_terms: the words, names and values that the features of a run stand for, each with a number,
 * and in how many passages and documents it stands. Once sealed the numbers ascend with the words,
 * so that sums over numbers in order are sums over words in order, whatever came first. */
#ifndef RC_STORE_TERM_H
#define RC_STORE_TERM_H

#include "base/arena.h"
#include "base/map.h"
#include "text/word.h"

#define RC_TERM_NONE UINT32_MAX

typedef struct {
    rc_arena *arena;
    rc_map numbers; /* word -> number */
    rc_word *words; /* by number, as the rest */
    uint32_t *passages_with, *docs_with;
    uint32_t *last_doc; /* the last document counted, + 1 */
    size_t count, capacity;
    double *rarity;     /* once sealed: 0.05 to 1, 1 for what a single passage has */
    double *doc_weight; /* once sealed: the same of documents, 0 to 1 */
} rc_terms;

void rc_terms_init(rc_terms *t, rc_arena *a);
/* Counts a passage of document `doc`. True: the document has not had the term before; `ret_number`
 * is its number until the terms are sealed. */
bool rc_terms_count(rc_terms *t, rc_word w, uint32_t doc, uint32_t *ret_number);
/* Works out the weights in a run of so many passages and documents. Returns the new number of each
 * old one, in `scratch`. */
const uint32_t *rc_terms_seal(rc_terms *t, rc_arena *scratch, size_t passages, size_t docs);
uint32_t rc_terms_find(const rc_terms *t, rc_word w); /* RC_TERM_NONE: no passage has it */
/* What rc_terms.rarity and .doc_weight hold. */
double rc_term_rarity(double passages_with, size_t passages);
double rc_term_doc_weight(double docs_with, size_t docs);

#endif
