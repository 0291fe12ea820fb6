/* rc_scanner: cuts UTF-8 text into tokens, one after another, as token.h describes them. Any bytes
 * are fine: one that is no UTF-8 is a symbol of its own. It knows no words, so a phrase of the
 * rules is cut like a text. */
#ifndef RC_TEXT_SCAN_H
#define RC_TEXT_SCAN_H

#include <stdbool.h>
#include <stddef.h>

#include "text/token.h"

typedef struct {
    const unsigned char *text;
    size_t at, end;
    size_t start;      /* of the stretch scanned */
    size_t clitic_end; /* the token at `at` is the clitic up to here; 0: none */
    void *breaks;      /* ICU's break iterator, made on first use */
    size_t break_end;  /* `at` lies in a run without spaces that was analysed up to here */
    size_t break_start;
} rc_scanner;

void rc_scanner_init(rc_scanner *s, rc_str text);
/* Goes on at a stretch of the text. */
void rc_scanner_stretch(rc_scanner *s, size_t start, size_t end);
void rc_scanner_close(rc_scanner *s);
/* Fills span, word, kind, flags and first of the next token. False: none is left. */
bool rc_scanner_next(rc_scanner *s, rc_token *ret);

#endif
