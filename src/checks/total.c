/* Parts and their total: in the columns of a table that has a row of totals, and in a sentence that
 * lists figures and says what they come to. Every figure stands for the closed interval of its last
 * digit (XBRL Calculations 1.1 works the same way); only a total that no choice within the
 * intervals can reach is reported. */
#include "checks/check.h"

#define PARTS_MAX 64
#define LISTED_MAX 16 /* parts of one sentence */

typedef struct {
    const rc_claim *parts[PARTS_MAX];
    uint32_t count;
    const rc_claim *total;
} sum;

static bool usable(const rc_claim *c)
{
    const rc_quantity *q = &c->value.quantity;
    return c->type == RC_VALUE_QUANTITY && !c->family && q->has_low && q->has_high &&
           q->comparator == RC_EQ && !q->per && q->role != RC_ROLE_ORDINAL &&
           q->role != RC_ROLE_SCORE && q->role != RC_ROLE_MULTIPLE && !q->identifier &&
           rc_decimal_eq(q->low, q->high);
}

static bool same_unit(const rc_claim *a, const rc_claim *b)
{
    return rc_str_eq(a->value.quantity.unit->id, b->value.quantity.unit->id);
}

/* Half a unit of the last digit. */
static rc_status slack_of(const rc_claim *c, rc_decimal *ret)
{
    return rc_decimal_make(5, c->value.quantity.precision - 1, ret);
}

/* Adds up; RC_EOVERFLOW where a number does not fit. */
static rc_status add_up(const sum *s, rc_decimal *ret_sum, rc_decimal *ret_slack)
{
    rc_decimal all = rc_decimal_from(0), slack;
    rc_status status = slack_of(s->total, &slack);
    for (uint32_t i = 0; i < s->count && status == RC_OK; i++) {
        rc_decimal one = {0};
        status = rc_decimal_add(all, s->parts[i]->value.quantity.low, &all);
        if (status == RC_OK)
            status = slack_of(s->parts[i], &one);
        /* Whole small numbers are counts, and exact. */
        if (status == RC_OK && s->parts[i]->value.quantity.precision != 0)
            status = rc_decimal_add(slack, one, &slack);
    }
    *ret_sum = all;
    *ret_slack = slack;
    return status;
}

static bool mismatch(const sum *s, rc_decimal *ret_sum)
{
    rc_decimal slack, difference;
    if (s->count < 2 || add_up(s, ret_sum, &slack) != RC_OK ||
        rc_decimal_sub(*ret_sum, s->total->value.quantity.low, &difference) != RC_OK)
        return false;
    return rc_decimal_cmp(rc_decimal_abs(difference), slack) > 0;
}

static void report(rc_checking *c, const sum *s, rc_decimal added)
{
    rc_finding *f = RC_NEW(c->arena, rc_finding);
    const rc_doc *d = c->store->docs[s->total->doc].doc;
    rc_str list = RC_STR("");
    /* The total is what is held against the sum, which the message spells out. */
    f->claims = RC_NEW(c->arena, rc_finding_claim);
    f->claims[f->claim_count++] = rc_checking_side(c, s->total, 0);
    for (uint32_t i = 0; i < s->count; i++) {
        list = rc_arena_printf(c->arena, "%.*s%s%.*s", RC_STR_ARG(list), i ? " + " : "",
                               RC_STR_ARG(rc_doc_slice(d, s->parts[i]->value_span)));
    }
    f->rule = RC_STR("sum/mismatch");
    f->severity = RC_ERROR;
    f->confidence = 88;
    f->subject = s->total->subject.text;
    f->attribute = RC_STR("total");
    f->message = rc_arena_printf(c->arena, "%.*s = %.*s, but the total given is %.*s (%.*s)",
                                 RC_STR_ARG(list), RC_STR_ARG(rc_decimal_print(c->arena, added)),
                                 RC_STR_ARG(rc_doc_slice(d, s->total->value_span)),
                                 RC_STR_ARG(rc_checking_place(c, s->total)));
    rc_checking_add(c, f);
}

static const rc_block *block_of(const rc_checking *c, const rc_claim *claim)
{
    return &c->store->docs[claim->doc].doc->blocks[claim->block];
}

/* The cells of one table, claims [from, to) of the store. */
typedef struct {
    rc_checking *c;
    size_t from, to;
} cells;

/* The one figure of a cell; NULL: none, or more than one. */
static const rc_claim *cell(const cells *t, uint32_t row, uint32_t column)
{
    const rc_claim *found = NULL;
    for (size_t i = t->from; i < t->to; i++) {
        const rc_claim *claim = t->c->store->claims[i];
        const rc_block *b = block_of(t->c, claim);
        if (b->row != row || b->column != column || !usable(claim))
            continue;
        if (found)
            return NULL;
        found = claim;
    }
    return found;
}

static bool row_is_marked(const cells *t, uint32_t row, uint16_t mark)
{
    for (size_t i = t->from; i < t->to; i++) {
        const rc_claim *claim = t->c->store->claims[i];
        if (block_of(t->c, claim)->row == row && (claim->marks & mark))
            return true;
    }
    return false;
}

static void check_column(const cells *t, uint32_t column, uint32_t rows)
{
    sum s = {.count = 0};
    bool whole = true;
    for (uint32_t row = 0; row < rows; row++) {
        const rc_claim *claim = cell(t, row, column);
        if (row_is_marked(t, row, RC_MARK_INCLUDED))
            whole = false;
        if (!claim)
            continue;
        if (!row_is_marked(t, row, RC_MARK_TOTAL)) {
            if (s.count == PARTS_MAX || (s.count && !same_unit(s.parts[0], claim)))
                whole = false;
            else
                s.parts[s.count++] = claim;
            continue;
        }
        rc_decimal added;
        s.total = claim;
        if (whole && s.count && same_unit(s.parts[0], claim) && mismatch(&s, &added))
            report(t->c, &s, added);
        s.count = 0;
        whole = true;
    }
}

static void check_table(rc_checking *c, size_t from, size_t to)
{
    cells t = {c, from, to};
    uint32_t rows = 0, columns = 0;
    for (size_t i = from; i < to; i++) {
        const rc_block *b = block_of(c, c->store->claims[i]);
        rows = b->row >= rows ? b->row + 1 : rows;
        columns = b->column >= columns ? b->column + 1 : columns;
    }
    /* A table that large is data, not prose: its sums are for a spreadsheet. */
    if (rows > 200 || columns > 40)
        return;
    for (uint32_t column = 1; column < columns; column++)
        check_column(&t, column, rows);
}

static uint32_t table_of(const rc_checking *c, size_t i)
{
    return block_of(c, c->store->claims[i])->table;
}

/* Whether figures that stand beside each other come to the total, the others being of something
 * else: "..., a total of $91.1 million, on a budget of $10 million". */
static bool some_add_up(const sum *s)
{
    for (uint32_t from = 0; from + 1 < s->count; from++) {
        for (uint32_t to = from + 2; to <= s->count; to++) {
            sum part = {.count = to - from, .total = s->total};
            for (uint32_t i = from; i < to; i++)
                part.parts[i - from] = s->parts[i];
            rc_decimal added;
            if (!mismatch(&part, &added))
                return true;
        }
    }
    return false;
}

/* A list in one sentence: all its figures of one unit, the one marked as total first or last. Two
 * totals are of two things. */
static void check_sentence(rc_checking *c, size_t from, size_t to)
{
    sum s = {.count = 0};
    for (size_t i = from; i < to; i++) {
        const rc_claim *claim = c->store->claims[i];
        if (claim->type != RC_VALUE_QUANTITY || claim->family)
            continue;
        if (!usable(claim) || claim->marks & (RC_MARK_INCLUDED | RC_MARK_BRACKETED))
            return;
        if ((claim->marks & RC_MARK_TOTAL) && s.total)
            return;
        if ((claim->marks & RC_MARK_TOTAL) && !claim->value.quantity.approximate)
            s.total = claim;
        else if (s.count < LISTED_MAX)
            s.parts[s.count++] = claim;
        else
            return;
    }
    if (!s.total || s.count < 2)
        return;
    for (uint32_t i = 0; i < s.count; i++) {
        if (!same_unit(s.total, s.parts[i]) || s.parts[i]->modality != s.total->modality ||
            rc_decimal_cmp(s.parts[i]->value.quantity.low, s.total->value.quantity.low) >= 0)
            return;
    }
    rc_decimal added;
    double total = rc_decimal_approximate(s.total->value.quantity.low);
    if (mismatch(&s, &added) && rc_decimal_approximate(added) < 1.3 * total &&
        rc_decimal_approximate(added) > 0.7 * total && !some_add_up(&s))
        report(c, &s, added);
}

rc_status rc_check_total(rc_checking *c, rc_err *err)
{
    (void)err;
    const rc_store *s = c->store;
    for (size_t i = 0; i < s->claim_count;) {
        size_t end = i + 1;
        uint32_t table = table_of(c, i);
        while (
            end < s->claim_count && s->claims[end]->doc == s->claims[i]->doc &&
            (table ? table_of(c, end) == table : s->claims[end]->passage == s->claims[i]->passage))
            end++;
        if (table)
            check_table(c, i, end);
        else
            check_sentence(c, i, end);
        i = end;
    }
    return RC_OK;
}
