/* rc_measures: the units and currencies of rules/tables, by the names and symbols they are written
 * with. Prefixed, square and cubic units are made when the tables are loaded. */
#ifndef RC_MENTIONS_MEASURE_H
#define RC_MENTIONS_MEASURE_H

#include "base/arena.h"
#include "base/err.h"
#include "mentions/phrasebook.h"
#include "rules/rules.h"
#include "value/unit.h"

enum {
    RC_MEASURE_WEAK = 1 << 0,     /* only where the words around leave no doubt */
    RC_MEASURE_ATTACHED = 1 << 1, /* only right behind the number */
    RC_MEASURE_MONEY = 1 << 2,
    RC_MEASURE_PART = 1 << 3,  /* a sub-unit of a currency: cents */
    RC_MEASURE_NAME = 1 << 4,  /* a word, no symbol */
    RC_MEASURE_WORDY = 1 << 5, /* a code that is a common word as well: "TOP", "ALL" */
    RC_MEASURE_SQUARE = 1 << 6,
    RC_MEASURE_BELOW = 1 << 8, /* only below a stroke: "0.5%/a" */
    RC_MEASURE_CODE = 1 << 7   /* an ISO 4217 code */
};

typedef struct {
    const rc_unit *unit, *per; /* per: NULL, or the second part of "mph" */
    const rc_unit *money;      /* the currency that shares the name ("pound"); else NULL */
    rc_decimal scale;          /* amounts are multiplied by it: 0.01 for cents */
    uint32_t flags;
} rc_measure;

typedef struct rc_measures rc_measures;

/* Names are those of `language`: of tables/units and tables/currencies for English, else CLDR's
 * with those of tables/measure-names.LANGUAGE. A missing table is empty, a bad row a diagnostic. */
rc_status rc_measures_new(rc_arena *a, const rc_rules *r, rc_str language, rc_measures **ret,
                          rc_diagnostics *diagnostics, rc_err *err);
/* The longest unit or currency that begins at `at`. NULL: none. */
const rc_measure *rc_measure_after(const rc_measures *m, rc_stretch s, size_t at, size_t *ret_end);
/* The longest currency that ends at `at`. NULL: none. */
const rc_measure *rc_measure_before(const rc_measures *m, rc_stretch s, size_t at,
                                    size_t *ret_start);
/* The unit of a CLDR identifier; NULL: none. */
const rc_unit *rc_measures_unit(const rc_measures *m, rc_str id);
const rc_unit *rc_measures_number(const rc_measures *m); /* "1" */

#endif
