/* Patterns of dates: what time_forms.c loads from rules/tables/time-forms.LANG.tsv, and
 * time_match.c reads by.
 *
 * A row is a form and what it means; months, weekdays and units come from CLDR, and from rows of
 * the table where people say them otherwise. A form is a sequence of elements: words ("vor|seit"),
 * sets of words named elsewhere ("<last>"), and places for values ("{day}"); "?" behind an element
 * lets it be left out, brackets around one keep it out of the span ("(im)"). Of all forms that fit
 * at a token the longest is taken, of equals the first, those that begin with a date last. */
#ifndef RC_MENTIONS_TIME_FORMS_H
#define RC_MENTIONS_TIME_FORMS_H

#include "mentions/times.h"
#include "text/phrases.h"

enum { RC_FORM_ELEMENTS_MAX = 12, RC_FORM_FILTER_BITS = 1 << 14 };

/* SLOT(enum suffix, "name in the table") */
#define RC_FORM_SLOTS(SLOT)                                                                        \
    SLOT(WORDS, "")                                                                                \
    SLOT(DAY, "day")              /* 1 to 31 */                                                    \
    SLOT(DAY2, "day2")            /* the last day of a range */                                    \
    SLOT(MONTH_NUMBER, "m")       /* 1 to 12 in figures */                                         \
    SLOT(MONTH_NUMBER2, "m2")     /* the same of a range's last */                                 \
    SLOT(MONTH, "month")          /* its name, or an abbreviation of it */                         \
    SLOT(FULL_MONTH, "fullmonth") /* its name in full */                                           \
    SLOT(YEAR, "year")            /* four figures */                                               \
    SLOT(YEAR2, "year2")          /* of a range's last: two figures or four */                     \
    SLOT(LONE_YEAR, "loneyear")   /* four figures with nothing behind that they could count */     \
    SLOT(WEEKDAY, "weekday")                                                                       \
    SLOT(FULL_WEEKDAY, "fullweekday")                                                              \
    SLOT(SEASON, "season")                                                                         \
    SLOT(UNIT, "unit")                                                                             \
    SLOT(NUMBER, "n")   /* in figures or words, decimals too */                                    \
    SLOT(NUMBER2, "n2") /* of a length's second part: "2 Stunden 15 Minuten" */                    \
    SLOT(UNIT2, "unit2")                                                                           \
    SLOT(ORDINAL, "ord")   /* in words */                                                          \
    SLOT(ROMAN, "roman")   /* I to XXX */                                                          \
    SLOT(DECADE, "decade") /* 1990, 90 */                                                          \
    SLOT(HOUR, "hour")                                                                             \
    SLOT(MINUTE, "minute")                                                                         \
    SLOT(DATE, "date") /* another form that means a date */                                        \
    SLOT(DATE2, "date2")

typedef enum {
#define SLOT(name, text) RC_SLOT_##name,
    RC_FORM_SLOTS(SLOT)
#undef SLOT
        RC_SLOT_COUNT
} rc_form_slot;

/* What a form means. */
#define RC_FORM_MEANINGS(MEANS)                                                                    \
    MEANS(DATE, "date")       /* of day, month, year, weekday: what is there */                    \
    MEANS(QUARTER, "quarter") /* number, or that of the row */                                     \
    MEANS(HALF, "half")                                                                            \
    MEANS(SEASON, "season")   /* relation */                                                       \
    MEANS(WEEK, "week")       /* number */                                                         \
    MEANS(CENTURY, "century") /* number */                                                         \
    MEANS(DECADE, "decade")                                                                        \
    MEANS(PERIOD, "period")   /* relation, unit */                                                 \
    MEANS(WEEKDAY, "weekday") /* relation */                                                       \
    MEANS(MONTH, "month")     /* relation */                                                       \
    MEANS(DAY, "day")         /* days from the document's */                                       \
    MEANS(SHIFT, "shift")     /* sign, base, number: "vor drei Jahren" */                          \
    MEANS(TRAIL, "trail")     /* sign: "in den letzten drei Jahren" */                             \
    MEANS(LENGTH, "length")   /* number */                                                         \
    MEANS(PART, "part")       /* which: "Anfang 2025" */                                           \
    MEANS(RANGE, "range")     /* date to date2 */                                                  \
    MEANS(DAYS, "days")       /* day to day2 of a month */                                         \
    MEANS(YEARS, "years")     /* year to year2 */                                                  \
    MEANS(CLOCK, "clock")     /* 12: of the afternoon */                                           \
    MEANS(NONE, "none")       /* no time, whatever else would fit */

typedef enum {
#define MEANS(name, text) RC_MEANS_##name,
    RC_FORM_MEANINGS(MEANS)
#undef MEANS
        RC_MEANS_COUNT
} rc_form_meaning;

typedef struct {
    rc_form_slot is;
    bool optional, outside;
    uint32_t first, count; /* of RC_SLOT_WORDS: into `words` */
} rc_form_element;

typedef struct {
    rc_form_element elements[RC_FORM_ELEMENTS_MAX];
    size_t count;
    rc_form_meaning means;
    int number; /* first argument that is a number: sign, days, how many */
    int amount; /* second: of a shift without a number of its own */
    rc_point_base related;
    int relation;
    int unit; /* -1: the text says it */
    rc_point_part part;
} rc_form;

struct rc_time_forms {
    rc_form *forms;
    size_t form_count, form_capacity;
    size_t dated_from; /* forms from here on begin with a date */
    rc_word *words;
    size_t word_count, word_capacity;
    rc_phrases months, brief_months, weekdays, brief_weekdays, units, seasons, ordinals;
    uint64_t starts[RC_FORM_FILTER_BITS / 64]; /* a bit a word that a form may begin with */
};

#endif
