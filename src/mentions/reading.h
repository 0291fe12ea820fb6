/* What the files that read quantities share: the state of a search, and one reading of a figure
 * before it becomes a mention. */
#ifndef RC_MENTIONS_READING_H
#define RC_MENTIONS_READING_H

#include "mentions/amount.h"
#include "mentions/language.h"

/* What a qualifier does; several may be joined. */
enum {
    RC_SAYS_APPROX = 1 << 0,
    RC_SAYS_GT = 1 << 1,
    RC_SAYS_GE = 1 << 2,
    RC_SAYS_LT = 1 << 3,
    RC_SAYS_LE = 1 << 4,
    RC_SAYS_EQ = 1 << 5,
    RC_SAYS_BETWEEN = 1 << 6,
    RC_SAYS_FROM = 1 << 7,
    RC_SAYS_NONE = 1 << 8,
    RC_SAYS_TOLERANCE = 1 << 9, /* a place: "±" before the figure */
    RC_SAYS_TIME = 1 << 10,     /* of durations and the like only: "after 8 days" */
    RC_SAYS_MONEY = 1 << 11,
    RC_SAYS_LOOSE = 1 << 12,  /* behind: only where nothing else is counted by it */
    RC_SAYS_HYPHEN = 1 << 13, /* behind a hyphen: "20-odd" */
    RC_SAYS_NEGATIVE = 1 << 14,
    RC_SAYS_DEGREE = 1 << 15, /* before a bound, which it leaves as it is: "well", "a shade" */
    RC_SAYS_NOT = 1 << 16,    /* before a bound, which it turns round */
    RC_SAYS_YEARS = 1 << 17,  /* the ends of a range are ages */
    RC_SAYS_NEVER = 1 << 18,  /* no figure at all: "six-figure" */
    RC_SAYS_BOUND = RC_SAYS_GT | RC_SAYS_GE | RC_SAYS_LT | RC_SAYS_LE
};

struct rc_quantifier {
    const rc_numbers *numbers;
    rc_measures *measures;
    rc_figures *figures;
    rc_phrasebook before, after;
    rc_str language;
    const rc_languages *languages; /* NULL: what parts of speech say can be relied on */
};

/* A mention whose unit's name is a currency's too: "pounds". */
typedef struct {
    size_t mention;
    const rc_unit *money;
} rc_shared_name;

typedef struct {
    const rc_quantifier *x;
    rc_reader r;
    rc_mentions *m;
    size_t time, time_end; /* the next time mention; how many mentions are times */
    size_t sentence_first; /* the first quantity of this sentence in `m` */
    rc_shared_name *shared;
    size_t shared_count, shared_capacity;
} rc_finder;

/* What was understood before it becomes a mention. */
typedef struct {
    rc_amount a, b; /* b: the other end of a range */
    bool range, tolerance, ratio, score, code;
    uint32_t effects, opener;
    size_t start, end;
    size_t opener_start;
    uint32_t next;
} rc_reading;

/* Takes the qualifiers that end where the reading starts, nearest first; and those behind it. */
void rc_reading_qualify_before(const rc_finder *f, rc_reading *g);
void rc_reading_qualify_after(const rc_finder *f, rc_reading *g);
/* Whether "between" stands before a number, over at most one currency: its Q_ bits, or 0. */
uint32_t rc_reading_opener(const rc_finder *f, uint32_t token);
/* Adds the rows of a table of qualifiers. */
void rc_qualifiers_load(rc_arena *a, rc_quantifier *x, const rc_table *t,
                        rc_diagnostics *diagnostics);
/* Goes on to a second end, a tolerance or a whole, where there is one. range.c */
void rc_reading_range(const rc_finder *f, rc_reading *g);
bool rc_reading_tolerance(const rc_finder *f, rc_reading *g);
bool rc_reading_ratio(const rc_finder *f, rc_reading *g);
/* Whether the number names a thing ("page 7"), or is none ("the second half"). identify.c */
bool rc_reading_is_identifier(const rc_finder *f, const rc_reading *g);
bool rc_reading_is_rejected(const rc_finder *f, const rc_reading *g);
/* What the words around make of it; the noun counted, and what the count is held against. count.c
 */
rc_quantity_role rc_reading_role(const rc_finder *f, const rc_reading *g);
/* In a language without parts of speech: whether a noun follows that the number can count. */
bool rc_reading_is_counting(const rc_finder *f, const rc_reading *g);
rc_str rc_reading_counted(rc_finder *f, rc_reading *g, rc_quantity *q);

static inline unsigned char rc_finder_byte(const rc_finder *f, size_t at)
{
    return at >= f->r.s.start && at < f->r.s.end ? (unsigned char)f->r.s.ptr[at] : 0;
}

static inline bool rc_is_digit(unsigned char c)
{
    return c >= '0' && c <= '9';
}

static inline const rc_token *rc_finder_token(const rc_finder *f, uint32_t i)
{
    return i >= f->r.first && i < f->r.last ? &f->r.text->tokens[i] : NULL;
}

/* The token at or behind byte `at`, looked for from a token near it. */
static inline uint32_t rc_finder_token_near(const rc_finder *f, uint32_t near, size_t at)
{
    while (near > f->r.first && f->r.text->tokens[near - 1].end > at)
        near--;
    return rc_reader_token(&f->r, near, at);
}

/* ---------------------------------------------------------------- qualifiers */

static inline size_t rc_finder_skip_back(const rc_finder *f, size_t at)
{
    size_t n;
    while ((n = rc_space_before(f->r.s, at)) > 0)
        at -= n;
    return at;
}

static inline bool rc_amount_is_plain(const rc_amount *a)
{
    return !a->number.ordinal && !a->number.multiple && !a->number.code;
}

static inline bool rc_token_is_noun(const rc_token *k)
{
    return k && k->kind == RC_TOKEN_WORD &&
           (k->pos == RC_POS_NOUN || k->pos == RC_POS_PROPER || k->pos == RC_POS_ADJECTIVE);
}

static inline bool rc_finder_is_change(const rc_finder *f, uint32_t token)
{
    return (rc_reader_figure(&f->r, token) &
            (RC_FIGURE_IS(CHANGE) | RC_FIGURE_IS(CHANGE_NOUN) | RC_FIGURE_IS(UP))) != 0;
}

#endif
