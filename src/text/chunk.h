/* The first half of the light parse: which tokens form noun groups and verb groups. group.c links
 * them. */
#ifndef RC_TEXT_CHUNK_H
#define RC_TEXT_CHUNK_H

#include "text/token.h"

typedef struct {
    rc_arena *arena;
    rc_text *text;
    size_t capacity; /* of text->groups */
} rc_chunker;

/* Appends the groups of sentence `s`, in order, without links. */
void rc_chunk_sentence(rc_chunker *c, const rc_sentence *s);
/* Is a token a quotation mark? */
bool rc_token_is_quote(const rc_text *t, const rc_token *k);

#endif
