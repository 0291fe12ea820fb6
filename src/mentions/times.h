/* What the files that read dates share. Reading has two steps: the grammar (time_point.c,
 * time_numeric.c, duration.c) turns tokens into an rc_point, which holds only what was said; then
 * time_resolve.c finds the days that it means, by the document's date and the date last named. */
#ifndef RC_MENTIONS_TIMES_H
#define RC_MENTIONS_TIMES_H

#include "base/map.h"
#include "mentions/internal.h"
#include "mentions/language.h"
#include "rules/table.h"
#include "text/phrases.h"

enum {
#define RC_TIME_WORD(name, text) RC_TW_##name,
#include "mentions/time_words.def"
#undef RC_TIME_WORD
    RC_TW_COUNT
};

typedef enum {
#define RC_TIME_UNIT(name, text, span, count, grain) RC_TU_##name,
#include "mentions/time_units.def"
#undef RC_TIME_UNIT
    RC_TU_COUNT
} rc_time_unit;

typedef struct {
    int16_t span; /* RC_SPAN_... of a duration */
    int32_t count;
    rc_grain grain;
} rc_time_unit_info;

extern const rc_time_unit_info rc_time_units[RC_TU_COUNT];

#define RC_WORD_MEANINGS 6

/* What one word can mean. */
typedef struct {
    uint64_t kinds; /* bits of RC_TW_... */
    uint8_t count;
    uint8_t kind[RC_WORD_MEANINGS];
    int16_t value[RC_WORD_MEANINGS];
} rc_time_entry;

/* A day of the year with a name: fixed, the nth weekday of a month, or so many days from Easter. */
typedef struct {
    int16_t month, day; /* month 0: relative to Easter */
    int16_t weekday, nth;
    int16_t shift; /* days from Easter, or from the nth weekday */
} rc_holiday;

/* The words of one language. `seen` holds a bit for each 13 low bits of a known word, so that most
 * words of a text cost one load. */
typedef struct {
    rc_str language;
    uint64_t seen[128];
    rc_map index; /* word -> entry */
    rc_time_entry *entries;
    size_t entry_count, entry_capacity; /* entry 0 knows nothing */
    rc_phrases holiday_names;           /* -> index into holidays */
    rc_holiday *holidays;
    size_t holiday_count, holiday_capacity;
} rc_vocabulary;

/* Which of day and month comes first in digits, by language or locale. */
typedef struct {
    rc_str locale;
    bool day_first;
} rc_date_order;

/* Dates of a language by patterns of its own: time_forms.c. */
typedef struct rc_time_forms rc_time_forms;

struct rc_timer {
    const rc_numbers *numbers;
    rc_date_order *orders;
    size_t order_count, order_capacity;
    const rc_vocabulary *words;
    rc_str language;
    const rc_languages *languages; /* with `forms`: the small words of languages */
    const rc_time_forms *forms;    /* NULL: the grammar is that of the files beside */
};

/* A mark is an entry of the vocabulary; with this bit set it is one for the letters of a word that
 * goes on with digits ("Q3", "Oct2"). */
#define RC_MARK_DIGITS 0x8000u

typedef struct {
    rc_arena *arena;
    const rc_timer *timer;
    const rc_vocabulary *words;
    const rc_text *text;
    uint16_t *marks;             /* of each token */
    uint32_t first, end;         /* tokens of the block */
    int *depth;                  /* of dates told by dates told by dates */
    struct rc_form_reads *reads; /* what time_forms.c has read, or NULL */
} rc_time_scan;

#define RC_TIME_DEPTH_MAX 4

rc_status rc_vocabulary_load(rc_arena *a, const rc_rules *r, rc_str language, rc_timer *x,
                             rc_diagnostics *diagnostics, rc_err *err);
bool rc_timer_day_first(const rc_timer *x, rc_str locale);
/* Marks every token of the text. */
void rc_vocabulary_mark(const rc_vocabulary *v, const rc_text *t, uint16_t *marks);

static inline bool rc_scan_is(const rc_time_scan *s, uint32_t at, int kind)
{
    if (at >= s->end || at < s->first || (s->marks[at] & RC_MARK_DIGITS))
        return false;
    return s->words->entries[s->marks[at]].kinds >> kind & 1;
}
/* The value of a word as `kind`; false: it is not of that kind. */
bool rc_scan_value(const rc_time_scan *s, uint32_t at, int kind, int *ret);
/* The same for the letters of a word that ends in digits, and the number these make. */
bool rc_scan_compound(const rc_time_scan *s, uint32_t at, int kind, int *ret_value,
                      int *ret_number);
/* The token is this one sign. */
static inline bool rc_scan_sign(const rc_time_scan *s, uint32_t at, unsigned char sign)
{
    return at < s->end && at >= s->first && s->text->tokens[at].first == sign &&
           s->text->tokens[at].end - s->text->tokens[at].start == 1;
}
bool rc_scan_dash(const rc_time_scan *s, uint32_t at); /* hyphen or dash of any length */
static inline bool rc_scan_spaced(const rc_time_scan *s, uint32_t at)
{
    return at < s->end && (s->text->tokens[at].flags & RC_TOKEN_SPACE_BEFORE);
}
/* A token of digits only, of 1 to 8 of them; how many is in `ret_digits`. */
bool rc_scan_number(const rc_time_scan *s, uint32_t at, int *ret, int *ret_digits);

/* ------------------------------------------------------------------ what was said */

typedef enum {
    RC_POINT_CIVIL,   /* year, month, day, weekday: what of them was said */
    RC_POINT_QUARTER, /* number 1 to 4 */
    RC_POINT_HALF,    /* number 1 or 2 */
    RC_POINT_SEASON,  /* number 1 to 4 */
    RC_POINT_WEEK,    /* ISO week `number` of a year */
    RC_POINT_DECADE,  /* `year` is its first, or 0 to 90 where the century was not said */
    RC_POINT_CENTURY, /* number; before Christ: negative */
    RC_POINT_PERIOD,  /* a `unit`, `relation` away: "last year", "the same day" */
    RC_POINT_SHIFT,   /* `length` before or after `base`, or after now, or the date last named */
    RC_POINT_TRAIL,   /* "the past three weeks" */
    RC_POINT_NTH,     /* the `number`th `unit` or weekday of `base`; -1: its last */
    RC_POINT_DAY,     /* `number` days from the document's: "tomorrow" */
    RC_POINT_HOLIDAY, /* `number` is its index */
    RC_POINT_CLOCK    /* a time of day alone */
} rc_point_form;

typedef enum {
    RC_PART_NONE,
    RC_PART_EARLY,
    RC_PART_MID,
    RC_PART_LATE,
    RC_PART_REST,   /* "the rest of the week" */
    RC_PART_BEFORE, /* "earlier this month" */
    RC_PART_AFTER,  /* "later this month" */
    RC_PART_FIRST_HALF,
    RC_PART_SECOND_HALF
} rc_point_part;

typedef enum {
    RC_BASE_NONE,
    RC_BASE_DOCUMENT, /* "last year" */
    RC_BASE_NAMED,    /* "the previous year" */
    RC_BASE_EITHER    /* "the end of the year" */
} rc_point_base;

/* How a date in digits orders day and month, where its figures tell. */
enum { RC_ORDER_NONE, RC_ORDER_DAY_FIRST, RC_ORDER_MONTH_FIRST, RC_ORDER_UNSURE };

#define RC_POINT_NO_YEAR INT32_MIN

typedef struct rc_point {
    rc_point_form form;
    rc_point_part part;
    int32_t year;                /* RC_POINT_NO_YEAR: not said */
    int16_t month, day, weekday; /* 0: not said */
    int16_t unit;                /* rc_time_unit */
    int16_t relation;            /* -1, 0, 1; counts with `related` not NONE */
    rc_point_base related;       /* "last Tuesday", "the following day": to what */
    int32_t number;
    int16_t count;                  /* of an nth: "the first two weeks"; else 1 */
    int16_t sign;                   /* of a shift: -1 before, 1 after */
    bool approximate, fiscal, weak; /* weak: a date only if the words around say so */
    int16_t order;                  /* of day and month in digits: rc_point_order */
    bool since;                     /* of a shift: counted up to the time of writing */
    bool running;                   /* "the past year": a stretch up to now, no calendar unit */
    int16_t minutes;                /* time of day from midnight, -1: none */
    rc_duration length;
    const struct rc_point *base;
} rc_point;

void rc_point_init(rc_point *p, rc_point_form form);

/* ------------------------------------------------------------------ grammar
 * Each reads from token `at`; on success fills the point and sets `*ret_end`, the token behind it;
 * else leaves both alone. */

/* One date, with its parts, weekday, time of day: "early March", "Tuesday, May 3, 2025, 6 p.m." */
bool rc_point_read(const rc_time_scan *s, uint32_t at, rc_point *ret, uint32_t *ret_end);
/* Takes the time of day behind a date into it: ", 6:30 p.m.", " at 19:00", " morning". */
void rc_point_take_clock(const rc_time_scan *s, rc_point *p, uint32_t *at);
/* Whether signs and units around a figure of four digits let it be a year. */
bool rc_year_may_stand(const rc_time_scan *s, uint32_t at, uint32_t end);
/* Whether the words around tokens `at` to `end` let them be this date, where it is doubtful. */
bool rc_point_trusted(const rc_time_scan *s, uint32_t at, uint32_t end, const rc_point *p);
/* Its pieces. Civil (time_point.c): what begins with a day, month or weekday. */
bool rc_civil_read(const rc_time_scan *s, uint32_t at, rc_point *ret, uint32_t *ret_end);
/* Periods (time_period.c): years, decades, centuries, quarters, halves, seasons. */
bool rc_period_read(const rc_time_scan *s, uint32_t at, rc_point *ret, uint32_t *ret_end);
/* Relative dates (time_relative.c): "last Tuesday", "the end of May", "two days later". */
bool rc_relative_read(const rc_time_scan *s, uint32_t at, rc_point *ret, uint32_t *ret_end);
/* Dates in digits: "2025-03-04", "3/4/25", "23.04.2022", "20250304", "2025-03-04T12:00Z". */
bool rc_numeric_read(const rc_time_scan *s, uint32_t at, rc_point *ret, uint32_t *ret_end);
/* The same behind the dash of a range: "10/1-11/7". */
bool rc_numeric_second(const rc_time_scan *s, uint32_t at, rc_point *ret, uint32_t *ret_end);
/* "5:34 am", "7 p.m. EST", "19:00". */
bool rc_clock_read(const rc_time_scan *s, uint32_t at, int *ret_minutes, uint32_t *ret_end);
/* The end of a stretch of hours behind its beginning: "- 16:00", "to 6 pm". */
bool rc_clock_second(const rc_time_scan *s, uint32_t at, uint32_t *ret_end);
/* 1 to 31 as "3", "3rd", "third", "twenty-third"; `ret_ordinal`: not plain digits. */
bool rc_day_read(const rc_time_scan *s, uint32_t at, int *ret, bool *ret_ordinal,
                 uint32_t *ret_end);
/* A year: "1999", "nineteen ninety-nine", "88 CE", "44 BC". `ret_sure`: it cannot be a count. */
bool rc_year_read(const rc_time_scan *s, uint32_t at, int32_t *ret, bool *ret_sure,
                  uint32_t *ret_end);
/* "three years", "2 weeks and 2 days", "half an hour", "five-month". */
typedef struct {
    rc_duration length;
    rc_time_unit unit; /* the finest named */
    int32_t whole;     /* the number, where one unit and a whole number */
    bool approximate, article, vague, hyphen;
    uint32_t first; /* with what stands before it: "the", "about" */
} rc_length;
bool rc_length_read(const rc_time_scan *s, uint32_t at, rc_length *ret, uint32_t *ret_end);

/* ------------------------------------------------------------------ shared steps */

/* Past "the", past one comma, past one of these words: the token behind, or `at`. */
static inline uint32_t rc_skip(const rc_time_scan *s, uint32_t at, int kind)
{
    return rc_scan_is(s, at, kind) ? at + 1 : at;
}
static inline uint32_t rc_skip_sign(const rc_time_scan *s, uint32_t at, unsigned char sign)
{
    return rc_scan_sign(s, at, sign) ? at + 1 : at;
}
/* Month 1 to 12 at a token, of any of the three kinds; `ret_kind` is which. */
bool rc_month_at(const rc_time_scan *s, uint32_t at, int *ret, int *ret_kind);
bool rc_weekday_at(const rc_time_scan *s, uint32_t at, int *ret);
bool rc_season_at(const rc_time_scan *s, uint32_t at, int *ret);
/* "1st", "third", "22nd", "twenty-second": 1 to 99. */
bool rc_ordinal_read(const rc_time_scan *s, uint32_t at, int *ret, uint32_t *ret_end);
/* One to ninety-nine in words. */
bool rc_cardinal_read(const rc_time_scan *s, uint32_t at, int *ret, uint32_t *ret_end);
/* "of 2016", "in the following week", ", next year", "of the month": what a part or nth is of. */
bool rc_container_read(const rc_time_scan *s, uint32_t at, rc_point *ret, uint32_t *ret_end);
const rc_point *rc_point_keep(const rc_time_scan *s, const rc_point *p);

/* ------------------------------------------------------------------ what it means */

typedef struct {
    rc_arena *arena;
    const rc_vocabulary *words;
    int32_t doc_day;      /* RC_DAY_NONE: none */
    rc_anchor doc_anchor; /* DOCUMENT, or INFERRED */
    rc_time last;         /* date last named; low RC_DAY_NONE: none */
    int32_t last_day;     /* day last named, RC_DAY_NONE: none */
    bool last_near;       /* it stands in the same block, with year and month said */
    bool same_sentence;   /* a date with its year stands before in the sentence */
    bool historical;      /* the text tells of years long before its own date */
    int look;             /* of the sentence: -1 past, 1 future */
    bool day_first;       /* 03/04 is 3 April */
    bool order_known;     /* other dates of the text show it */
} rc_time_context;

/* A date or length as it was found: what was said, not yet what it means. */
typedef enum {
    RC_FOUND_POINT,
    RC_FOUND_RANGE, /* from a to b */
    RC_FOUND_LENGTH,
    RC_FOUND_AHEAD /* "in two weeks": a date, or in a sentence about the past a length */
} rc_found_what;

typedef struct {
    rc_found_what what;
    uint32_t first, last;     /* tokens, half open */
    uint32_t a_last, b_first; /* of a range: where its first end ends, and its second begins */
    rc_point a, b;
    rc_time length;
} rc_found;

typedef struct {
    rc_found *items;
    size_t count, capacity;
} rc_founds;

/* Everything in the block that `s` stands on (time_find.c). */
void rc_times_scan(const rc_time_scan *s, rc_founds *out);

/* The table of a language's patterns; rows that cannot be read are diagnostics. */
const rc_time_forms *rc_time_forms_new(rc_arena *a, const rc_table *t, rc_str language,
                                       rc_diagnostics *diagnostics);
/* One date by the patterns of the timer. */
bool rc_time_form_read(const rc_time_scan *s, uint32_t at, rc_point *ret, uint32_t *ret_end);
/* rc_times_scan by the patterns of the timer. */
void rc_time_forms_scan(const rc_time_scan *s, rc_founds *out);

/* False: the point means nothing here (no such day). */
bool rc_point_resolve(const rc_time_context *c, const rc_point *p, rc_time *ret);

#endif
