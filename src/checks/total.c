/* Parts and their total: in the columns and rows of a table that has totals, in the items of a
 * list, and in sentences that follow each other (one sentence is sum.c's). Every figure stands for
 * the closed interval of its last digit (XBRL Calculations 1.1 works the same way); only a total
 * that no choice within the intervals can reach is reported. */
#include "checks/check.h"

#define PARTS_MAX 64

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

static bool column_is_marked(const cells *t, uint32_t column, uint16_t mark)
{
    for (size_t i = t->from; i < t->to; i++) {
        const rc_claim *claim = t->c->store->claims[i];
        if (block_of(t->c, claim)->column == column && (claim->marks & mark))
            return true;
    }
    return false;
}

/* A row whose last figure stands in a column of totals: the figures before it, as long as they are
 * of one unit, and no other column says that it is part of another. */
static void check_row(const cells *t, uint32_t row, uint32_t total, uint32_t first)
{
    sum s = {.count = 0};
    s.total = cell(t, row, total);
    if (!s.total || row_is_marked(t, row, RC_MARK_INCLUDED))
        return;
    for (uint32_t column = first; column < total; column++) {
        const rc_claim *claim = cell(t, row, column);
        if (!claim || !same_unit(claim, s.total) || s.count == PARTS_MAX)
            return;
        s.parts[s.count++] = claim;
    }
    rc_decimal added;
    if (mismatch(&s, &added))
        report(t->c, &s, added);
}

/* Rows are sums where most of them are: "Total" over a column can head other things. */
static bool rows_add_up(const cells *t, uint32_t total, uint32_t first, uint32_t rows)
{
    uint32_t right = 0, wrong = 0;
    for (uint32_t row = 0; row < rows; row++) {
        sum s = {.count = 0};
        rc_decimal added;
        s.total = cell(t, row, total);
        for (uint32_t column = first; s.total && column < total && s.count < PARTS_MAX; column++) {
            const rc_claim *claim = cell(t, row, column);
            if (claim)
                s.parts[s.count++] = claim;
        }
        if (!s.total || s.count < 2)
            continue;
        if (mismatch(&s, &added))
            wrong++;
        else
            right++;
    }
    return right > wrong || (right == 1 && wrong == 1);
}

static void check_rows(const cells *t, uint32_t rows, uint32_t columns)
{
    uint32_t first = 1;
    for (uint32_t column = 1; column < columns; column++) {
        if (!column_is_marked(t, column, RC_MARK_TOTAL_COLUMN))
            continue;
        bool sums = column > first + 1 && rows_add_up(t, column, first, rows);
        for (uint32_t row = 0; sums && row < rows; row++)
            check_row(t, row, column, first);
        first = column + 1;
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
    check_rows(&t, rows, columns);
}

static uint32_t table_of(const rc_checking *c, size_t i)
{
    return block_of(c, c->store->claims[i])->table;
}

/* Figures of one sort: a total of tents is not one of lorries. */
static bool same_sort(const rc_claim *a, const rc_claim *b)
{
    const rc_quantity *p = &a->value.quantity, *q = &b->value.quantity;
    return same_unit(a, b) && a->modality == b->modality &&
           (!p->of.len || !q->of.len || rc_str_eq(p->of, q->of));
}

/* Sentences that follow each other, or items of a list, claims [from, to) of the store. */
typedef struct {
    size_t from, to;
} stretch;

static stretch stretch_before(const rc_store *s, size_t at)
{
    stretch p = {at, at};
    if (!at || s->claims[at - 1]->doc != s->claims[at]->doc)
        return p;
    uint32_t passage = s->claims[at - 1]->passage;
    while (p.from && s->claims[p.from - 1]->doc == s->claims[at]->doc &&
           s->claims[p.from - 1]->passage == passage)
        p.from--;
    return p;
}

static bool is_item(const rc_checking *c, const rc_claim *claim)
{
    return block_of(c, claim)->kind == RC_BLOCK_LIST_ITEM;
}

/* The figures of a stretch that are of the total's sort; false: it has one that cannot be added, or
 * a total of its own. */
static bool collect(const rc_checking *c, stretch p, sum *s)
{
    for (size_t i = p.to; i > p.from; i--) {
        const rc_claim *claim = c->store->claims[i - 1];
        if (claim->type != RC_VALUE_QUANTITY || claim->family ||
            !rc_str_eq(claim->value.quantity.unit->id, s->total->value.quantity.unit->id))
            continue;
        if (!usable(claim) || !same_sort(claim, s->total) || s->count == PARTS_MAX ||
            claim->marks & (RC_MARK_INCLUDED | RC_MARK_BRACKETED | RC_MARK_TOTAL))
            return false;
        s->parts[s->count++] = claim;
    }
    return true;
}

/* Bare numbers of a list, none of which says what it counts. */
static bool is_bare(const sum *s)
{
    bool bare = !s->total->value.quantity.of.len;
    for (uint32_t i = 0; i < s->count; i++)
        bare &= !s->parts[i]->value.quantity.of.len;
    return bare;
}

/* Whether what is added has the total's noun at least once, or is no count. */
static bool is_of_sort(const sum *s)
{
    bool counts = s->total->value.quantity.unit->dimension == RC_DIM_NUMBER;
    bool named = !counts;
    for (uint32_t i = 0; i < s->count; i++) {
        if (rc_decimal_cmp(s->parts[i]->value.quantity.low, s->total->value.quantity.low) >= 0)
            return false;
        named |= s->total->value.quantity.of.len &&
                 rc_str_eq(s->parts[i]->value.quantity.of, s->total->value.quantity.of);
    }
    return named || is_bare(s);
}

/* A total far from the sum is one of something else. */
static void judge(rc_checking *c, sum *s)
{
    rc_decimal added;
    if (s->count < 2 || !is_of_sort(s) || !mismatch(s, &added))
        return;
    double ratio =
        rc_decimal_approximate(added) / rc_decimal_approximate(s->total->value.quantity.low);
    for (uint32_t i = 0; i < s->count / 2; i++) {
        const rc_claim *swap = s->parts[i];
        s->parts[i] = s->parts[s->count - 1 - i];
        s->parts[s->count - 1 - i] = swap;
    }
    if (ratio > 0.6 && ratio < 1.5)
        report(c, s, added);
}

/* A sentence, or the item of a list, that gives one figure and calls it a total: the parts stand in
 * those right before it. */
static void check_before(rc_checking *c, size_t from, size_t to)
{
    sum s = {.count = 0};
    for (size_t i = from; i < to; i++) {
        const rc_claim *claim = c->store->claims[i];
        if (claim->type != RC_VALUE_QUANTITY || claim->family)
            continue;
        if (s.total)
            return;
        s.total = claim;
    }
    if (!s.total || !(s.total->marks & RC_MARK_TOTAL) || !usable(s.total) ||
        s.total->value.quantity.approximate)
        return;
    bool item = is_item(c, s.total);
    for (stretch p = stretch_before(c->store, from); p.from < p.to;
         p = stretch_before(c->store, p.from)) {
        const rc_claim *first = c->store->claims[p.from];
        uint32_t count = s.count;
        if (item ? !is_item(c, first) : first->block != s.total->block)
            break;
        if (!collect(c, p, &s))
            return;
        if (s.count == count)
            break;
    }
    judge(c, &s);
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
            check_before(c, i, end);
        i = end;
    }
    return RC_OK;
}
