/* rc_time: a date, span of dates or duration. Days count from 1970-01-01 (day 0) in the proleptic
 * Gregorian calendar, years -9999 to 9999. Sources: ISO 8601-1:2019, EDTF (ISO 8601-2:2019). */
#ifndef RC_VALUE_TIME_H
#define RC_VALUE_TIME_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"
#include "value/calendar.h"
#include "value/decimal.h"

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
    bool unsure;       /* "03/04/2025": day and month could be the other way round */
    bool fiscal;       /* fiscal year or quarter: its days are a guess */
    bool impossible;   /* "31 June": a day that its month has not; not resolved */
    bool elapsed;   /* "in the 25 years since 1998": what was counted ends at the time of writing */
    int8_t weekday; /* 1 Monday to 7 Sunday where the text names one beside the date; else 0 */
    int64_t months; /* a duration: its whole months ... */
    double seconds; /* ... and what is left, for comparing by size only */
} rc_time;

/* An ISO 8601 duration: amounts by unit, 0 where not said. */
enum {
    RC_SPAN_YEAR,
    RC_SPAN_MONTH,
    RC_SPAN_WEEK,
    RC_SPAN_DAY,
    RC_SPAN_HOUR,
    RC_SPAN_MINUTE,
    RC_SPAN_SECOND,
    RC_SPAN_UNITS
};
typedef struct {
    rc_decimal amount[RC_SPAN_UNITS];
} rc_duration;

/* Makers: a date of some grain, with value, low and high set; the value lives in `a`. Years are
 * astronomical. All arguments must be in range (value/calendar.h); past it the time is unresolved:
 * value empty, days RC_DAY_NONE. */
rc_time rc_time_day(rc_arena *a, int32_t day_number);
rc_time rc_time_month(rc_arena *a, int32_t year, int32_t month);
rc_time rc_time_year(rc_arena *a, int32_t year);
rc_time rc_time_quarter(rc_arena *a, int32_t year, int32_t quarter); /* 1 to 4 */
/* 1 spring to 4 winter, of the northern half: winter is December of the year before to February. */
rc_time rc_time_season(rc_arena *a, int32_t year, int32_t season);
rc_time rc_time_half(rc_arena *a, int32_t year, int32_t half); /* 1 or 2 */
rc_time rc_time_decade(rc_arena *a, int32_t first_year);       /* 1990: "199X" */
rc_time rc_time_century(rc_arena *a, int32_t century);         /* 19: "18XX"; -3: 3rd BC */
/* From one day to another, both included; RC_DAY_NONE: open. `from` and `to` give the values of
 * the ends as they were said ("2014", "2015-02"). */
rc_time rc_time_span(rc_arena *a, const rc_time *from, const rc_time *to);
rc_time rc_time_days(rc_arena *a, int32_t low, int32_t high, rc_grain grain);
/* A day of the year, or of any month: "XXXX-11-30", "XXXX-XX-09"; 0: not known. */
rc_time rc_time_unresolved(rc_arena *a, int32_t month, int32_t day);
/* RC_EOVERFLOW: an amount is too large to be compared. */
rc_status rc_time_duration(rc_arena *a, const rc_duration *d, rc_time *ret);

/* Reads an EDTF level 0 or 1 date or interval, a season, quarter or half of level 2, or an ISO 8601
 * duration; `ret->value` is `edtf` itself. RC_NONE: not of that form. */
rc_status rc_time_parse(rc_str edtf, rc_time *ret);

/* Whether it tells when: a date, or one whose year is not known. */
bool rc_time_dates(const rc_time *t);

#endif
