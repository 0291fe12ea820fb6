/* rc_time: a date, span of dates or duration. Days count from 1970-01-01 (day 0) in the proleptic
 * Gregorian calendar, years -9999 to 9999. Sources: ISO 8601-1:2019, EDTF (ISO 8601-2:2019). */
#ifndef RC_VALUE_TIME_H
#define RC_VALUE_TIME_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

#define RC_DAY_NONE INT32_MIN

typedef enum {
    RC_TIME_DATE,      /* low and high are known, or RC_DAY_NONE where unresolved */
    RC_TIME_DURATION,  /* "three years": P3Y */
    RC_TIME_RECURRING, /* "every Monday"; a date whose year is not known: XXXX-11-30 */
    RC_TIME_CLOCK      /* a time of day alone */
} rc_time_kind;

typedef enum {
    RC_GRAIN_TIME, /* finer than a day */
    RC_GRAIN_DAY,
    RC_GRAIN_WEEK,
    RC_GRAIN_MONTH,
    RC_GRAIN_QUARTER,
    RC_GRAIN_SEASON,
    RC_GRAIN_HALF,
    RC_GRAIN_YEAR,
    RC_GRAIN_DECADE,
    RC_GRAIN_CENTURY,
    RC_GRAIN_SPAN /* from one date to another */
} rc_grain;

/* How the year, or the day, was found. */
typedef enum {
    RC_ANCHOR_NONE,     /* all of it is said: "November 30, 2025" */
    RC_ANCHOR_DOCUMENT, /* from the document's date: "last Tuesday" */
    RC_ANCHOR_MENTION,  /* from the date last named: "two days later", "on October 28" */
    RC_ANCHOR_INFERRED  /* the document's date was itself inferred */
} rc_anchor;

typedef struct {
    rc_time_kind kind;
    rc_grain grain;
    rc_anchor anchor;
    rc_str value;      /* EDTF or ISO 8601 duration */
    int32_t low, high; /* first and last day; RC_DAY_NONE: not known */
    bool approximate;  /* "around 1910", "early 2020" has low and high narrowed instead */
    bool fiscal;       /* fiscal year or quarter: its days are a guess */
    int8_t weekday;    /* 1 Monday to 7 Sunday where the text names one beside the date; else 0 */
    int64_t months;    /* a duration: its whole months ... */
    double seconds;    /* ... and what is left, for comparing by size only */
} rc_time;

/* Civil date to day number and back. `month` 1 to 12, `day` 1 to 31. */
int32_t rc_day_from_civil(int32_t year, int32_t month, int32_t day);
void rc_day_to_civil(int32_t day_number, int32_t *ret_year, int32_t *ret_month, int32_t *ret_day);
int32_t rc_month_days(int32_t year, int32_t month);
int8_t rc_day_weekday(int32_t day_number); /* 1 Monday to 7 Sunday */
rc_str rc_day_print(rc_arena *a, int32_t day_number); /* YYYY-MM-DD */
/* Reads YYYY-MM-DD, all of `s`; RC_NONE: not of that form or no such day. */
rc_status rc_day_parse(rc_str s, int32_t *ret_day);
/* Reads an EDTF level 0 or 1 date, interval, season or quarter. RC_NONE: not of that form. */
rc_status rc_time_parse(rc_str edtf, rc_time *ret);

#endif
