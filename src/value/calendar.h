/* Civil dates and day numbers. Days count from 1970-01-01 (day 0) in the proleptic Gregorian
 * calendar; years are astronomical (year 0 is 1 BC), -9999 to 9999. Sources: ISO 8601-1:2019;
 * H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (days_from_civil, civil_from_days). */
#ifndef RC_VALUE_CALENDAR_H
#define RC_VALUE_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

#define RC_DAY_NONE INT32_MIN
#define RC_YEAR_MIN (-9999)
#define RC_YEAR_MAX 9999

/* Civil date to day number and back. `month` 1 to 12, `day` 1 to 31. */
int32_t rc_day_from_civil(int32_t year, int32_t month, int32_t day);
void rc_day_to_civil(int32_t day_number, int32_t *ret_year, int32_t *ret_month, int32_t *ret_day);
bool rc_year_is_leap(int32_t year);
int32_t rc_month_days(int32_t year, int32_t month);
bool rc_day_exists(int32_t year, int32_t month, int32_t day); /* false past the range too */
int8_t rc_day_weekday(int32_t day_number);                    /* 1 Monday to 7 Sunday */
/* The same day of the month, `months` later or earlier; the month's last where it is shorter. */
int32_t rc_day_add_months(int32_t day_number, int32_t months);
/* Monday of an ISO 8601 week; `week` 1 to 53, of the week-numbering year. */
int32_t rc_day_from_week(int32_t year, int32_t week);
/* Easter Sunday of the western churches (1583 and later; earlier proleptic). */
int32_t rc_day_easter(int32_t year);
rc_str rc_day_print(rc_arena *a, int32_t day_number); /* YYYY-MM-DD; RC_DAY_NONE: empty */
/* YYYY, YYYY-MM or YYYY-MM-DD: `month`, or `day`, is 0 where it is left out. */
rc_str rc_civil_print(rc_arena *a, int32_t year, int32_t month, int32_t day);
/* Reads YYYY-MM-DD, all of `s`; RC_NONE: not of that form or no such day. */
rc_status rc_day_parse(rc_str s, int32_t *ret_day);

#endif
