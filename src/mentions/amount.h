/* An amount: one number with its sign, currency, unit and "per", as it stands in the text. Two of
 * them make a range (range.c); with qualifiers they make a quantity (quantity.c). */
#ifndef RC_MENTIONS_AMOUNT_H
#define RC_MENTIONS_AMOUNT_H

#include "mentions/figure.h"
#include "mentions/internal.h"
#include "mentions/language.h"
#include "mentions/measure.h"

typedef struct {
    const rc_numbers *numbers;
    const rc_measures *measures;
    const rc_figures *figures;
    const rc_text *text;
    rc_arena *arena;
    rc_stretch s;         /* the sentence */
    uint32_t first, last; /* its tokens */
    size_t time_start;    /* where the next time mention begins: no number goes past it */
    rc_str language;
    const rc_languages *languages; /* NULL: what parts of speech say can be relied on */
    bool time_is_length;           /* it is a length of time, "a day", which may be held against */
} rc_reader;

typedef struct {
    rc_number number;
    rc_decimal value;    /* in `unit` */
    const rc_unit *unit; /* NULL: none is said */
    const rc_unit *per;  /* NULL: none */
    rc_decimal per_amount;
    const rc_measure *measure; /* how the unit was written; NULL: none */
    size_t start, end;         /* bytes: sign, currency, number, unit, per */
    size_t core_end;           /* before "per" */
    uint32_t token, next;      /* tokens: of the number's start; the first behind `end` */
    int32_t precision;
    bool prefixed;  /* the currency stands before the number */
    bool times;     /* "three times", "6x" */
    uint32_t flags; /* that it was read with */
    bool article;   /* "a litre": no number is said */
} rc_amount;

enum {
    RC_AMOUNT_SIMPLE = 1 << 8,   /* without further parts: "6 ft" of "6 ft 2 in" */
    RC_AMOUNT_PART = 1 << 9,     /* the further part: "2 in" */
    RC_AMOUNT_UNSIGNED = 1 << 10 /* a dash before it joins two ends */
};

/* Reads the amount whose number begins at byte `at` of token `token`. RC_NONE: none.
 * `flags`: RC_NUMBER_... and RC_AMOUNT_... */
rc_status rc_amount_read(const rc_reader *r, uint32_t token, size_t at, uint32_t flags,
                         rc_amount *ret);
/* "a litre", "an hour": an article and a unit, when `token` is the article. */
rc_status rc_amount_read_article(const rc_reader *r, uint32_t token, rc_amount *ret);

/* Reads "per" and what follows it, behind `a`. False: there is none. */
bool rc_amount_read_per(const rc_reader *r, rc_amount *a);
/* The token at or behind a byte, from `from` on. */
uint32_t rc_reader_token(const rc_reader *r, uint32_t from, size_t at);
size_t rc_reader_skip_spaces(const rc_reader *r, size_t at);
/* Bytes of a hyphen, dash or minus at `at`, and of one that ends there; 0: none. */
size_t rc_dash_at(rc_stretch s, size_t at);
size_t rc_dash_before(rc_stretch s, size_t at);
/* Figure bits of the token; 0 where it lies outside the sentence. */
uint32_t rc_reader_figure(const rc_reader *r, uint32_t token);
bool rc_reader_is_sign(const rc_reader *r, uint32_t token, char sign);

#endif
