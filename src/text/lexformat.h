/* The compiled lexicon: one file, written by tools/lexgen when the project is built and mapped by
 * text/lexicon.c, in the byte order of the machine. A header, then five arrays:
 *
 *   slots     hash table over the words: 0, or the record's number + 1 in the low bits and bits of
 *             the word's hash above, so that a miss seldom touches a record; open addressing
 *   records   a word and its entry, 64 bytes, the commonest words first, so that they lie together
 *   senses    of each record its block in the pool, 0 for none
 *   pool      blocks: a word with the number of senses by part of speech, a byte each; then for
 * each part of speech that has some, the record of its concept and its synsets' numbers synsets
 * hypernyms one and two steps up and the opposite, as synset numbers; 0 for none
 *
 * A number read from the file is checked where it is used, so a damaged file does no harm. */
#ifndef RC_TEXT_LEXFORMAT_H
#define RC_TEXT_LEXFORMAT_H

#include <stdint.h>

#include "text/lexicon.h"

#define RC_LEX_MAGIC UINT64_C(0x0a78656c6b636863) /* also tells the byte order */
#define RC_LEX_VERSION 4u
#define RC_LEX_INDEX_BITS 19u
#define RC_LEX_INDEX_MASK ((1u << RC_LEX_INDEX_BITS) - 1)
#define RC_LEX_PROBES_MAX 64u
#define RC_LEX_SENSES_MAX 4u

typedef struct {
    uint64_t magic;
    uint32_t version;
    uint32_t record_bytes; /* sizeof(rc_lex_record) */
    uint64_t file_bytes;
    uint32_t slot_count; /* a power of two */
    uint32_t record_count;
    uint32_t pool_count;
    uint32_t synset_count;
    uint32_t unused[6];
} rc_lex_header;

typedef struct {
    rc_word word;
    rc_lex_entry entry;
} rc_lex_record;

typedef struct {
    uint32_t up, up2, opposite;
} rc_lex_synset;

static inline uint32_t rc_lex_tag(rc_word w)
{
    return (uint32_t)(w >> 32) & ~RC_LEX_INDEX_MASK;
}

#endif
