/* What joins lemmas: spellings of one word, and derivational families. */
#ifndef RC_TOOLS_FAMILY_H
#define RC_TOOLS_FAMILY_H

#include "tools/wordnet.h"

/* Sets `canonical` of British spellings, and makes those that WordNet lacks. */
void rc_family_spell(rc_wordnet *w);
/* Sets `root`: of a family of direct derivations among the commonest senses, the verb, else the
 * shortest word. */
void rc_family_join(rc_wordnet *w);
/* The commonest single word whose first sense is the first sense of this lemma. */
uint32_t rc_family_concept(const rc_wordnet *w, uint32_t lemma, rc_lex_pos pos);

#endif
