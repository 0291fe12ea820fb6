/* rc_word: the identity of a word, the 64-bit hash of its folded form (NFC, lower case, typographic
 * apostrophe and hyphen made ASCII). 0: no word. The same word has the same value in every document
 * and every run, so words are compared without a table of strings. */
#ifndef RC_TEXT_WORD_H
#define RC_TEXT_WORD_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

typedef uint64_t rc_word;

rc_word rc_word_from(rc_str s);             /* folds and hashes */
rc_str rc_word_fold(rc_arena *a, rc_str s); /* the folded form */

#endif
