/* rc_phrases: a set of phrases (sequences of words) with a value each; finds the longest that
 * starts at a token. A trie over word identities, kept in one hash map. */
#ifndef RC_TEXT_PHRASES_H
#define RC_TEXT_PHRASES_H

#include <stdbool.h>

#include "base/map.h"
#include "text/token.h"

typedef struct {
    rc_map edges;  /* hash of (node, word) -> node */
    rc_map values; /* node + 1 -> value */
    uint32_t nodes;
    bool gaps; /* some phrase has one */
} rc_phrases;

void rc_phrases_init(rc_phrases *p, rc_arena *a);
/* Adds `phrase`, cut into words the way rc_text_split cuts text; the sign * inside it stands for up
 * to four words or none ("bring * under control"). A later value replaces an earlier. */
void rc_phrases_add(rc_phrases *p, rc_str phrase, uint32_t value);
/* The longest phrase that begins at token `at` and ends before `end`. The words of the
 * text may be inflected: each is tried as written, then by its noun lemma. RC_NONE: none. */
rc_status rc_phrases_match(const rc_phrases *p, const rc_text *t, uint32_t at, uint32_t end,
                           uint32_t *ret_value, uint32_t *ret_length);

#endif
