/* What Unicode CLDR says of a language, read through ICU's data: names of units, currencies, months
 * and weekdays, and numbers as they are spelled. Read when a language is first met, about two
 * milliseconds in all; nothing of it is asked for while a text is read. What ICU's data lacks is
 * not visited.
 *
 * Sources: CLDR main/LANG/{units,numbers,ca-gregorian,currencies}, rbnf/LANG. */
#ifndef RC_RULES_CLDR_H
#define RC_RULES_CLDR_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/* The names live until the call returns. Soft hyphens are taken out. */

/* `id` is CLDR's: "kilometer", "kilometer-per-hour". A name comes in each of its plurals and cases.
 */
typedef void rc_cldr_unit_visit(void *closure, rc_str id, rc_str name);
void rc_cldr_units(const char *language, rc_cldr_unit_visit *visit, void *closure);

/* `code` is that of ISO 4217. */
typedef void rc_cldr_currency_visit(void *closure, rc_str code, rc_str name);
void rc_cldr_currencies(const char *language, rc_cldr_currency_visit *visit, void *closure);

typedef enum {
    RC_CLDR_MONTH,         /* 1 to 12 */
    RC_CLDR_MONTH_SHORT,   /* without the full stop */
    RC_CLDR_WEEKDAY,       /* 1 Monday to 7 */
    RC_CLDR_WEEKDAY_SHORT, /* of two letters or more */
} rc_cldr_name;
typedef void rc_cldr_calendar_visit(void *closure, rc_cldr_name what, int number, rc_str name);
void rc_cldr_calendar(const char *language, rc_cldr_calendar_visit *visit, void *closure);

/* Each number from 0 up to `end`, exclusive, in each of the language's cardinal forms ("un",
 * "une"); with `ordinals` in its ordinal ones. */
typedef void rc_cldr_number_visit(void *closure, int64_t value, rc_str words);
typedef enum { RC_CLDR_CARDINAL, RC_CLDR_ORDINAL } rc_cldr_series;
void rc_cldr_numbers(const char *language, rc_cldr_series series, int64_t end,
                     rc_cldr_number_visit *visit, void *closure);

#endif
