/* rc_quantity: an interval of exact decimals in a unit, and how it was said. */
#ifndef RC_VALUE_QUANTITY_H
#define RC_VALUE_QUANTITY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "value/decimal.h"
#include "value/unit.h"

typedef enum { RC_EQ, RC_GT, RC_GE, RC_LT, RC_LE, RC_RANGE } rc_comparator;

/* What kind of figure the words around it make of it; RC_ROLE_LEVEL where nothing says else. */
typedef enum {
    RC_ROLE_LEVEL,    /* "stood at 11%" */
    RC_ROLE_CHANGE,   /* "rose by 11%", "an 11% increase", "up 11%" */
    RC_ROLE_FROM,     /* "from 19% to 11%": the first */
    RC_ROLE_TO,       /* "from 19% to 11%", "rose to 11%" */
    RC_ROLE_MULTIPLE, /* "twice", "tenfold" */
    RC_ROLE_ORDINAL,  /* "the third" */
    RC_ROLE_SCORE     /* "6-3": one side of it */
} rc_quantity_role;

typedef struct {
    rc_decimal low, high;   /* meaningful where has_low, has_high */
    bool has_low, has_high; /* false: unbounded */
    bool approximate;       /* "about", "nearly", "some" */
    rc_comparator comparator;
    rc_quantity_role role;
    const rc_unit *unit;   /* never NULL; of the rules, or made by the document */
    const rc_unit *per;    /* "per kilogram": else NULL */
    rc_decimal per_amount; /* 100000 in "per 100,000 people"; 1 otherwise */
    rc_str of;             /* noun counted, in its dictionary form; empty: none */
    int32_t precision;     /* exponent of the last digit said: "12.70" -2, "12 million" 6 */
    bool spelled;          /* in words: "three" */
    bool identifier; /* a version, port, number of a road, law, page: no quantity to compare */
} rc_quantity;

/* A copy that points into nothing but `a` and the rules. */
rc_quantity rc_quantity_copy(rc_arena *a, const rc_quantity *q);
/* "> 60 percent", "~ 70 percent", "2 to 3 million person": for people to read. */
rc_str rc_quantity_print(rc_arena *a, const rc_quantity *q);
/* The unit as the contract writes it, with "-per-" where there is one. */
rc_str rc_quantity_unit(rc_arena *a, const rc_quantity *q);

typedef enum {
    RC_VALUES_SAME,       /* equal after conversion */
    RC_VALUES_COMPATIBLE, /* not equal, but rounding, "about", a bound or a range lets both hold */
    RC_VALUES_DIFFER,     /* cannot both hold */
    RC_VALUES_UNRELATED   /* other dimensions, or other currencies */
} rc_values;

/* Compares two quantities as values of one and the same thing. Where one is said less exactly than
 * the other, or a unit was converted, it stands for the closed interval of half a unit of its last
 * digit either way: "12 million" for 11.5 to 12.5 million. Two figures of one precision are what
 * they say: 71% and 72% differ. An approximate one stands for 5% more on either side. */
rc_values rc_quantity_compare(const rc_quantity *a, const rc_quantity *b);
/* A per cent, or a fraction below one of which nothing is counted: "two-thirds". */
bool rc_quantity_is_share(const rc_quantity *q);
/* |a-b| / max(|a|,|b|) of the nearest ends, 0 to 1, converted; 1 where unrelated. */
double rc_quantity_distance(const rc_quantity *a, const rc_quantity *b);

#endif
