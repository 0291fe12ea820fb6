/* What match.c and fill.c share: one run over a document. */
#ifndef RC_CLAIMS_MATCH_INTERNAL_H
#define RC_CLAIMS_MATCH_INTERNAL_H

#include "claims/match.h"

#define RC_CANDIDATES_MAX 6

typedef struct {
    const rc_text *t;
    const rc_mentions *m;
    const rc_programs *programs;
    const rc_lexicon *lexicon;
    uint32_t sentence, first, last; /* tokens of the sentence at hand */
    uint32_t verb;                  /* verb group of the trigger; UINT32_MAX: none */
    uint32_t trigger;
} rc_scene;

/* Where a slot could be filled, and where matching then goes on. */
typedef struct {
    rc_filler filler;
    uint32_t next; /* rightwards: first token behind; leftwards: first token of what was taken */
} rc_candidate;

typedef struct {
    rc_candidate items[RC_CANDIDATES_MAX];
    size_t count;
} rc_candidates;

/* Rightwards from token `at`; leftwards from the token before `at`. Best first. */
void rc_fill_right(const rc_scene *s, const rc_slot *slot, uint32_t at, rc_candidates *out);
void rc_fill_left(const rc_scene *s, const rc_slot *slot, uint32_t at, rc_candidates *out);
/* The subject of the trigger's verb. */
void rc_fill_subject(const rc_scene *s, const rc_slot *slot, rc_candidates *out);
/* Whether a mention can fill a slot as the trigger of a pattern. */
bool rc_fill_fits(const rc_scene *s, const rc_slot *slot, uint32_t mention);

/* The slot types that a figure or date can fill. */
uint32_t rc_fill_types(const rc_mention *m);

/* The subject of a verb group: its own, or that of the verb it hangs on. UINT32_MAX: none. */
uint32_t rc_verb_subject(const rc_scene *s, uint32_t verb);
/* A date with its preposition, or something in brackets, that begins at `at`: where it ends; `at`
 * where there is none. */
uint32_t rc_skip_aside(const rc_scene *s, uint32_t at);
bool rc_skips_adverb(const rc_token *k);
bool rc_skips_quote(const rc_token *k); /* or a dash */
bool rc_skips_determiner(const rc_token *k);
bool rc_is_possessive_sign(const rc_text *t, uint32_t token);

#endif
