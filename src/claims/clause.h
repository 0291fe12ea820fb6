/* Clauses: which words belong to one verb, and what a clause says of its own standing: when it
 * holds, whom the text credits, and whether it is asserted. */
#ifndef RC_CLAIMS_CLAUSE_H
#define RC_CLAIMS_CLAUSE_H

#include "base/arena.h"
#include "claims/claim.h"
#include "mentions/mention.h"
#include "text/token.h"

typedef struct {
    uint32_t first, last; /* tokens, half open */
    uint32_t verb;        /* verb group; UINT32_MAX: a fragment without one */
    uint32_t sentence;
} rc_clause;

typedef struct rc_clauses {
    rc_clause *items; /* in order; they cover every token of every sentence once */
    size_t count, capacity;
    uint32_t *sentence_first; /* first clause of each sentence, sentence_count + 1 entries */
} rc_clauses;

/* Cuts the sentences of `t` at verbs. Linear in the number of tokens. */
rc_clauses *rc_clauses_find(rc_arena *a, const rc_text *t);
/* The clause that holds a token. */
uint32_t rc_clause_at(const rc_clauses *c, const rc_text *t, uint32_t token);

/* How the clause around `token` is meant, by its verb group, by the verb that governs an infinitive
 * and by subordinators. */
rc_modality rc_clause_modality(const rc_clauses *c, const rc_text *t, const rc_lexicon *l,
                               uint32_t clause);
/* "from a year earlier", "than in 2019": what a figure is held against, not when it held. A date
 * behind "from" may begin a stretch of time, unless it is named by how far back it lies. */
bool rc_time_is_baseline(const rc_text *t, const rc_mention *m);
/* The date at which the clause holds: a time mention of the clause itself, else one that stands
 * before the first verb of the sentence, else the only one of the sentence. NULL: none. `except` (a
 * mention or NULL) is passed over.
 */
const rc_mention *rc_clause_time(const rc_clauses *c, const rc_text *t, const rc_mentions *m,
                                 uint32_t clause, const rc_mention *except);
/* Whom the sentence credits ("X said", "according to X", "X data show"); key 0: nobody. */
rc_argument rc_clause_source(rc_arena *a, const rc_text *t, const rc_mentions *m,
                             uint32_t sentence);
/* A noun group as an argument: the entity that its head belongs to, or its lemmas. */
rc_argument rc_group_argument(rc_arena *a, const rc_text *t, const rc_mentions *m, uint32_t group);
/* The entity mention that covers a token; NULL: none. */
const rc_mention *rc_mention_entity_at(const rc_mentions *m, uint32_t token);
/* First mention that begins at or behind a token; m->count where none. */
size_t rc_mention_from(const rc_mentions *m, uint32_t token);

#endif
