/* rc_wordnet: Princeton WordNet's database as it is read when the project is built: single words
 * with their senses, and synsets with their pointers. Formats: wndb(5WN), senseidx(5WN). */
#ifndef RC_TOOLS_WORDNET_H
#define RC_TOOLS_WORDNET_H

#include <stdbool.h>

#include "base/map.h"
#include "text/lexicon.h"

#define RC_WN_SENSES_MAX 10u
#define RC_WN_NONE UINT32_MAX

typedef struct {
    char symbol[2];  /* "@", "@i", "!", "+", "\\", padded with NUL */
    uint32_t target; /* synset number; before all files are read, the key of one */
    uint64_t key;
    uint8_t from, to; /* words, from 1; 0: the whole synset */
} rc_wn_pointer;

typedef struct {
    rc_lex_pos pos;
    uint8_t lexfile;
    rc_str *words; /* as written; '_' between the words of a phrase */
    uint8_t word_count;
    rc_wn_pointer *pointers;
    uint32_t pointer_count;
    bool instance; /* of a class: a name */
} rc_wn_synset;

typedef struct {
    uint32_t synset;
    uint32_t count; /* how often it was tagged */
} rc_wn_sense;

typedef struct {
    rc_str text; /* in small letters */
    rc_word word;
    rc_wn_sense senses[4][RC_WN_SENSES_MAX]; /* by rc_lex_pos, the commonest first */
    uint8_t sense_count[4];
    uint32_t counts[4]; /* over all senses */
    uint32_t canonical; /* lemma number of the spelling that stands for this one */
    uint32_t root;      /* lemma number */
} rc_wn_lemma;

typedef struct {
    rc_arena *arena;
    const char *dir;
    rc_wn_lemma *lemmas;
    size_t lemma_count, lemma_capacity;
    rc_map by_word; /* word -> lemma number */
    rc_wn_synset *synsets;
    size_t synset_count, synset_capacity;
    rc_map by_key; /* part of speech and offset -> synset number */
} rc_wordnet;

/* RC_EIO, RC_ESYNTAX. */
rc_status rc_wordnet_read(rc_arena *a, const char *dir, rc_wordnet **ret, rc_err *err);
/* RC_WN_NONE: no such lemma. */
uint32_t rc_wordnet_lemma(const rc_wordnet *w, rc_str text);
/* The lemma, made where it is new. */
uint32_t rc_wordnet_add(rc_wordnet *w, rc_str text);
bool rc_wn_has(const rc_wn_lemma *l, rc_lex_pos pos);
/* A file of a folder (NULL: `name` is its path) as a whole. */
rc_status rc_wordnet_file(rc_arena *a, const char *dir, const char *name, rc_str *ret, rc_err *err);
/* Numbers, and the next word up to a blank. */
uint32_t rc_wn_number(rc_str s, uint32_t base);
rc_str rc_wn_field(rc_str *rest);

#endif
