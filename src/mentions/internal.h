/* What the files of mentions/ share: the finders that rc_mentions_find runs one after the other,
 * and the number reader that dates and durations use too. */
#ifndef RC_MENTIONS_INTERNAL_H
#define RC_MENTIONS_INTERNAL_H

#include "base/arena.h"
#include "base/err.h"
#include "mentions/mention.h"
#include "rules/rules.h"
#include "text/token.h"
#include "value/decimal.h"
#include "value/quantity.h"

/* Each finder compiles its tables of the rules once; the result never changes afterwards and lives
 * in `a`. A table that is missing is taken as empty; a bad row is a diagnostic, and skipped. */
typedef struct rc_numbers rc_numbers;       /* number.c */
typedef struct rc_quantifier rc_quantifier; /* quantity.c */
typedef struct rc_timer rc_timer;           /* date.c */
typedef struct rc_namer rc_namer;           /* entity.c */

rc_status rc_numbers_new(rc_arena *a, const rc_rules *r, rc_str language, rc_numbers **ret,
                         rc_diagnostics *diagnostics, rc_err *err);
/* The language that the numbers, and what is built on them, are read in. */
rc_str rc_numbers_language(const rc_numbers *n);
/* The table NAME.LANGUAGE of the rules; NULL: there is none. */
const rc_table *rc_language_table(rc_arena *a, const rc_rules *r, const char *name,
                                  rc_str language);
rc_status rc_quantifier_new(rc_arena *a, const rc_rules *r, const rc_numbers *n,
                            rc_quantifier **ret, rc_diagnostics *diagnostics, rc_err *err);
rc_status rc_timer_new(rc_arena *a, const rc_rules *r, const rc_numbers *n, rc_timer **ret,
                       rc_diagnostics *diagnostics, rc_err *err);
rc_status rc_namer_new(rc_arena *a, const rc_rules *r, rc_namer **ret, rc_diagnostics *diagnostics,
                       rc_err *err);

const rc_namer *rc_mentioner_namer(const rc_mentioner *m);

/* The finders append to `m`, in order of their spans' starts. rc_find_times comes first: it must
 * not look at quantities. A quantity that overlaps a time is dropped by rc_find_quantities (times
 * of kind DURATION included). Entities come last and may look at both. */
rc_status rc_find_times(rc_arena *a, const rc_timer *x, rc_doc *d, rc_text *t, rc_mentions *m,
                        rc_err *err);
rc_status rc_find_quantities(rc_arena *a, const rc_quantifier *x, const rc_text *t, rc_mentions *m,
                             rc_err *err);
rc_status rc_find_entities(rc_arena *a, const rc_namer *x, const rc_text *t, rc_mentions *m,
                           rc_err *err);

/* Gives bare numbers of table cells the unit of their column's or row's head, once all mentions but
 * entities are found and in order. */
void rc_find_table_units(rc_arena *a, const rc_quantifier *x, const rc_lexicon *l, const rc_text *t,
                         rc_mentions *m);

/* A number as it stands: without unit, bound or approximator. */
typedef struct {
    rc_decimal value;     /* rounded to 17 digits where no decimal is exact ("two thirds") */
    rc_span span;         /* text; may begin or end inside a token ("USD115", "100k") */
    uint32_t first, last; /* tokens, half open */
    int32_t precision;    /* exponent of the last digit said */
    bool ordinal;         /* "third", "21st" */
    bool spelled;         /* in words: "three", "a dozen" */
    bool fraction;        /* "half", "two-thirds", "3/4" */
    bool scaled;          /* with "million", "dozen" and the like */
    bool multiple;        /* "twice", "tenfold", "doubled" */
    bool grouped;         /* with marks in it: "1,200", "3.50" */
    bool code;            /* no number: "1.2.3", "007/4", a division by 0 */
    bool no_factor;       /* a multiplier alone: "million", "hundred" */
    bool bare_one;        /* only "one" */
    bool needs_unit;      /* a half that is another word too: "media", "medio" */
    bool about;           /* some more than it says: "20多万" */
    bool weak;            /* "a gross", "a score": words with another meaning */
} rc_number;

enum { RC_NUMBER_NO_AND = 1 << 0 }; /* behind "between": "and" joins two ends, not one number */

/* Reads the longest number that begins at token `at` and ends before `end`. RC_NONE: none. */
rc_status rc_number_read(const rc_numbers *n, const rc_text *t, uint32_t at, uint32_t end,
                         rc_number *ret);
/* The same from byte `stretch.start` on, which lies in token `at`, up to byte `stretch.end`. */
rc_status rc_number_read_from(const rc_numbers *n, const rc_text *t, uint32_t at, rc_span stretch,
                              uint32_t flags, rc_number *ret);
/* A multiplier alone ("m", "bn", "million") at byte `at`, which begins token `token`: what it
 * multiplies by and where it ends. RC_NONE: none. */
rc_status rc_number_scale(const rc_numbers *n, const rc_text *t, uint32_t token, size_t at,
                          rc_decimal *ret_by, size_t *ret_end);
/* Whether a token can begin a number. */
bool rc_number_starts(const rc_numbers *n, const rc_text *t, const rc_token *k);

#endif
