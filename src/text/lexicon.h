/* rc_lexicon: what is known of single words: WordNet's database, compiled at build time into one
 * table that is mapped at start, and the closed classes of rules/words on top of it.
 * Source: Princeton WordNet 3.0, files index.*, data.*, *.exc; see doc/ for its licence. */
#ifndef RC_TEXT_LEXICON_H
#define RC_TEXT_LEXICON_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "text/word.h"

typedef enum { RC_NOUN, RC_VERB, RC_ADJECTIVE, RC_ADVERB } rc_lex_pos;

#define RC_CLASS(name) (UINT64_C(1) << RC_WORDCLASS_##name)
enum {
#define RC_WORDCLASS(name, text) RC_WORDCLASS_##name,
#include "text/wordclass.def"
#undef RC_WORDCLASS
    RC_WORDCLASS_COUNT
};

/* Kinds of things a noun can name in its commonest senses (WordNet's lexicographer files and a few
 * hypernyms). */
enum {
    RC_KIND_PERSON = 1 << 0,
    RC_KIND_GROUP = 1 << 1, /* organizations, peoples */
    RC_KIND_PLACE = 1 << 2,
    RC_KIND_ARTIFACT = 1 << 3,
    RC_KIND_ACT = 1 << 4,
    RC_KIND_EVENT = 1 << 5,
    RC_KIND_TIME = 1 << 6,
    RC_KIND_QUANTITY = 1 << 7,   /* amounts and units */
    RC_KIND_POSSESSION = 1 << 8, /* money, price, stake */
    RC_KIND_COMMUNICATION = 1 << 9,
    RC_KIND_ATTRIBUTE = 1 << 10,
    RC_KIND_STATE = 1 << 11,
    RC_KIND_SUBSTANCE = 1 << 12,
    RC_KIND_ANIMAL = 1 << 13,
    RC_KIND_PLANT = 1 << 14,
    RC_KIND_COGNITION = 1 << 15
};

/* Forms a word can be read as. */
enum {
    RC_FORM_NOUN_SINGULAR = 1 << 0,
    RC_FORM_NOUN_PLURAL = 1 << 1,
    RC_FORM_VERB_BASE = 1 << 2,
    RC_FORM_VERB_S = 1 << 3,
    RC_FORM_VERB_PAST = 1 << 4,
    RC_FORM_VERB_PARTICIPLE = 1 << 5,
    RC_FORM_VERB_ING = 1 << 6,
    RC_FORM_ADJECTIVE = 1 << 7,
    RC_FORM_COMPARATIVE = 1 << 8,
    RC_FORM_SUPERLATIVE = 1 << 9,
    RC_FORM_ADVERB = 1 << 10,
    RC_FORM_NAME = 1 << 11 /* a noun that is always written with a capital: "Paris", "July" */,
    RC_FORM_NAME_FIRST = 1 << 12 /* a noun whose commonest sense is: "China" */
};

typedef struct {
    rc_word lemma[4]; /* by rc_lex_pos; 0 where it is none */
    rc_word root;     /* one word for a derivational family: produce, production, producer; 0: the
                       * word itself */
    uint32_t kinds;   /* RC_KIND_... of the noun */
    uint16_t forms;   /* RC_FORM_... */
    uint8_t frequency[4]; /* by rc_lex_pos: how common, logarithmic, 0 never tagged */
} rc_lex_entry;

typedef struct rc_lexicon rc_lexicon;

/* Maps the compiled table; unmapped with the arena. RC_EIO, RC_EFORMAT. `path` NULL: an empty one.
 */
rc_status rc_lexicon_open(rc_arena *a, const char *path, rc_lexicon **ret, rc_err *err);
/* Adds classes to a word (by the loader of the rules, before the lexicon is shared). */
void rc_lexicon_add_classes(rc_lexicon *l, rc_word w, uint64_t classes);
uint64_t rc_lexicon_classes(const rc_lexicon *l, rc_word w); /* 0: none */
/* NULL: unknown. Knows inflected forms too. */
const rc_lex_entry *rc_lexicon_find(const rc_lexicon *l, rc_word w);
/* Both at once; and an announcement that a word will be looked up soon, since memory is slow. */
void rc_lexicon_look_up(const rc_lexicon *l, rc_word w, uint64_t *ret_classes,
                        const rc_lex_entry **ret_entry);
void rc_lexicon_prefetch(const rc_lexicon *l, rc_word w);
/* The class bit of a table's name for it; 0: no such class. */
uint64_t rc_wordclass_parse(rc_str name);

typedef enum {
    RC_RELATED_NO,
    RC_RELATED_KIND,    /* one is a kind of the other, one or two steps away */
    RC_RELATED_SYNONYM, /* share a synset among their common senses, or a derivational root */
    RC_RELATED_SAME,
    RC_RELATED_OPPOSITE
} rc_related;

/* How two lemmas stand to one another. */
rc_related rc_lexicon_related(const rc_lexicon *l, rc_word a, rc_word b, rc_lex_pos pos);
/* A verb or noun to its concept: its derivational root, and of synonyms the commonest. 0 to 0. */
rc_word rc_lexicon_concept(const rc_lexicon *l, rc_word lemma, rc_lex_pos pos);

#endif
