/* rc_forms: every form of every word that the lexicon will hold, with its entry. */
#ifndef RC_TOOLS_FORMS_H
#define RC_TOOLS_FORMS_H

#include "text/lexformat.h"
#include "tools/wordnet.h"

typedef struct {
    rc_str text;
    rc_lex_record record;
    uint32_t lemma[4]; /* lemma numbers, RC_WN_NONE where it is no form of that part of speech */
    uint32_t count;    /* of the commonest of its lemmas */
    bool common;       /* a form of a noun that is no name */
} rc_form;

typedef struct {
    rc_arena *arena;
    const rc_wordnet *wordnet;
    rc_form *items;
    size_t count, capacity;
    rc_map by_word;
} rc_forms;

/* All lemmas, irregular forms (WordNet's *.exc and `english`), regular forms. */
rc_status rc_forms_build(rc_arena *a, const rc_wordnet *w, rc_str english, rc_forms **ret,
                         rc_err *err);
/* Adds the words of `english` that WordNet lacks. */
void rc_forms_add_words(rc_wordnet *w, rc_str english);
/* The RC_KIND_... bits of a name in `english`, such as "person"; 0: no such kind. */
uint32_t rc_forms_kind(rc_str name);

#endif
