/* rc_phrasebook: phrases with a value each, found as the longest one that begins, or ends, at a
 * byte of a text. Two spellings are kept apart: RC_FOLDED takes any case and a hyphen for a space,
 * RC_EXACT takes the bytes as they are ("mW" is not "MW"); both take any run of white space for
 * one space. A phrase ends only where a word ends: "m" is not found in "mm". A phrase has at most
 * RC_PHRASE_BYTES_MAX bytes; longer ones are never found. */
#ifndef RC_MENTIONS_PHRASEBOOK_H
#define RC_MENTIONS_PHRASEBOOK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/map.h"
#include "base/str.h"

#define RC_PHRASE_BYTES_MAX 48

typedef enum { RC_FOLDED, RC_EXACT } rc_spelling;

typedef struct {
    rc_map map; /* by the hash of a phrase read forwards, and of it read backwards */
    uint64_t
        *begun; /* a bit for the hash of each beginning: where none is set, no phrase goes on */
    rc_spelling spelling;
} rc_phrasebook;

/* A stretch of a text that matching must not leave. */
typedef struct {
    const char *ptr;
    size_t start, end;
} rc_stretch;

void rc_phrasebook_init(rc_phrasebook *p, rc_arena *a, rc_spelling spelling);
/* A phrase added twice keeps its first value. */
void rc_phrasebook_add(rc_phrasebook *p, rc_str phrase, uint32_t value);
/* The value of a whole phrase, or NULL. */
const uint32_t *rc_phrasebook_get(const rc_phrasebook *p, rc_str phrase);
/* The longest phrase that begins at byte `at`; false: none. */
bool rc_phrasebook_after(const rc_phrasebook *p, rc_stretch s, size_t at, size_t *ret_end,
                         uint32_t *ret_value);
/* The longest phrase that ends at byte `at`. */
bool rc_phrasebook_before(const rc_phrasebook *p, rc_stretch s, size_t at, size_t *ret_start,
                          uint32_t *ret_value);

/* Bytes of white space at `at` (ASCII, no-break and thin spaces); 0: none. */
size_t rc_space_at(rc_stretch s, size_t at);
/* Bytes of white space that end at `at`; 0: none. */
size_t rc_space_before(rc_stretch s, size_t at);
/* Whether a letter begins at `at`, or ends there. */
bool rc_letter_at(rc_stretch s, size_t at);
bool rc_letter_before(rc_stretch s, size_t at);
/* Whether a character of a script written without spaces begins at `at`, or ends there: a word of
 * its own, no letter of the word beside it. */
bool rc_spaceless_at(rc_stretch s, size_t at);
bool rc_spaceless_before(rc_stretch s, size_t at);

#endif
