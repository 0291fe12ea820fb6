/* rc_store: the claims of all documents of a run, with run-wide entities and the weight that each
 * word has in this run. Built once, by one thread, in the order of the documents; read-only then.
 */
#ifndef RC_STORE_STORE_H
#define RC_STORE_STORE_H

#include "base/arena.h"
#include "base/map.h"
#include "claims/claim.h"
#include "source/doc.h"
#include "store/term.h"
#include "text/lexicon.h"

/* So few documents are put side by side because they are of one affair. */
#define RC_FEW_DOCS 4
/* In so few documents one key is one thing, and what else two claims share is evidence, not a
 * condition. */
#define RC_ONE_AFFAIR_DOCS 12

typedef struct {
    const rc_doc *doc;
    uint32_t first_claim, claim_count;       /* of rc_store.claims */
    uint32_t first_passage, passage_count;   /* of rc_store.passages */
    uint32_t first_equation, equation_count; /* of rc_store.equations */
    uint32_t *terms; /* every feature of its passages once: numbers of rc_store.terms, sorted */
    uint32_t term_count;
    double term_sum; /* of their weights by document, once sealed */
} rc_store_doc;

typedef struct rc_store {
    rc_arena *arena, *scratch; /* scratch: empty between calls */
    const rc_lexicon *lexicon;
    rc_store_doc *docs;
    size_t doc_count, doc_capacity;
    rc_claim **claims;
    size_t claim_count, claim_capacity;
    rc_passage **passages;
    size_t passage_count, passage_capacity;
    rc_equation **equations; /* by document, then place of their triggers */
    size_t equation_count, equation_capacity;
    rc_terms terms; /* of the features of passages */
} rc_store;

rc_store *rc_store_new(rc_arena *a, const rc_lexicon *l);
/* Takes over the claims of the next document: numbers and features become run-wide, in place.
 * `entity_ids` maps the document's entities to run-wide ids; NULL: they are run-wide already. */
void rc_store_add(rc_store *s, const rc_doc *d, rc_claim_list *claims, const uint32_t *entity_ids);

/* The same numbers for claims that are only shown: nothing is stored, features stay as they are. */
void rc_store_number_claims(rc_claim_list *claims, const uint32_t *entity_ids);

/* After the last document: notes the weight of every feature, which then costs nothing to ask. */
void rc_store_seal(rc_store *s);
/* Whether a stored feature is a name itself, and no word of one. */
bool rc_feature_is_name(const rc_feature *f);
/* How much a shared feature says, 0 to 1: its own weight, less where many passages of the run
 * have it. */
double rc_store_weight(const rc_store *s, const rc_feature *f);

/* The same by documents, whatever the word's own weight is: a word that one document in a hundred
 * has says much, one that every other has says little. 0 to 1. */
double rc_store_doc_weight(const rc_store *s, rc_word w);
/* Whether a passage of the document has a feature of that word. */
bool rc_store_doc_has(const rc_store *s, uint32_t doc, rc_word w);

/* How much two documents seem to tell of one affair, 0 to 1: what part of the shorter one's rare
 * words, names and figures the other has. Linear in their number of different words. */
double rc_store_story(const rc_store *s, uint32_t doc_a, uint32_t doc_b);

#endif
