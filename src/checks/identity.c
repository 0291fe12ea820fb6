/* Rows of a table that follow from others by what their names mean: enterprise value is equity
 * value plus net debt, the trade balance exports less imports (rules/tables/identities). Only rows
 * of one column, of which each name is found once. */
#include "checks/equation.h"

#include "text/word.h"

#define ROWS_MAX 64 /* figures of one column */

typedef struct {
    const rc_claim *claim;
    rc_str head; /* of the row, folded */
} row;

typedef struct {
    rc_checking *c;
    const rc_table *t;
    size_t result, first, sign, second; /* columns of the rules' table */
    row rows[ROWS_MAX];
    size_t count;
} column;

static const rc_block *block_of(const rc_checking *c, const rc_claim *claim)
{
    return &c->store->docs[claim->doc].doc->blocks[claim->block];
}

static bool has_phrase(rc_str text, rc_str phrase)
{
    for (size_t i = 0; i + phrase.len <= text.len; i++) {
        bool begins = i == 0 || text.ptr[i - 1] == ' ';
        size_t end = i + phrase.len;
        bool ends = end == text.len || text.ptr[end] == ' ' || text.ptr[end] == ',';
        if (begins && ends && rc_str_eq(rc_str_sub(text, i, end), phrase))
            return true;
    }
    return false;
}

/* The row whose head is the phrase, or the only one that has it, other than `except`; NULL. */
static const row *row_with(const column *k, rc_str phrase, const row *except)
{
    const row *found = NULL;
    for (size_t i = 0; i < k->count; i++) {
        if (&k->rows[i] != except && rc_str_eq(k->rows[i].head, phrase))
            return &k->rows[i];
    }
    for (size_t i = 0; i < k->count; i++) {
        if (&k->rows[i] == except || !has_phrase(k->rows[i].head, phrase))
            continue;
        if (found)
            return NULL;
        found = &k->rows[i];
    }
    return found;
}

static void judge(const column *k, const row *result, const row *a, const row *b, bool plus)
{
    const rc_quantity *x = &a->claim->value.quantity, *y = &b->claim->value.quantity;
    rc_bounds first, second, said, computed;
    if (rc_bounds_of(x, &first) != RC_OK || rc_bounds_of(y, &second) != RC_OK ||
        rc_bounds_of(&result->claim->value.quantity, &said) != RC_OK ||
        rc_bounds_widen(&said, 5, result->claim->value.quantity.precision - 1) != RC_OK ||
        (plus ? rc_bounds_add(&first, &second, &computed)
              : rc_bounds_sub(&first, &second, &computed)) != RC_OK ||
        rc_bounds_meet(&computed, &said))
        return;
    rc_decimal exact;
    const rc_doc *d = k->c->store->docs[result->claim->doc].doc;
    if ((plus ? rc_decimal_add(x->low, y->low, &exact) : rc_decimal_sub(x->low, y->low, &exact)) !=
        RC_OK)
        return;
    rc_finding f = {.rule = RC_STR("sum/identity"),
                    .severity = RC_ERROR,
                    .confidence = 80,
                    .subject = result->claim->subject.text,
                    .message = rc_arena_printf(
                        k->c->arena, "%.*s: %.*s %s %.*s is %.*s, not %.*s",
                        RC_STR_ARG(result->claim->subject.text),
                        RC_STR_ARG(rc_doc_slice(d, a->claim->value_span)), plus ? "+" : "-",
                        RC_STR_ARG(rc_doc_slice(d, b->claim->value_span)),
                        RC_STR_ARG(rc_decimal_print(k->c->arena, exact)),
                        RC_STR_ARG(rc_doc_slice(d, result->claim->value_span)))};
    rc_checking_report(k->c, &f, d, result->claim->value_span, result->claim->sentence);
}

static void check_column(const column *k)
{
    for (size_t i = 0; i < k->t->row_count; i++) {
        const row *result = row_with(k, rc_table_cell(k->t, i, k->result), NULL);
        if (!result)
            continue;
        const row *a = row_with(k, rc_table_cell(k->t, i, k->first), result);
        const row *b = row_with(k, rc_table_cell(k->t, i, k->second), result);
        if (a && b && a != b)
            judge(k, result, a, b, rc_str_eq(rc_table_cell(k->t, i, k->sign), RC_STR("+")));
    }
}

static bool is_figure(const rc_claim *c)
{
    return c->type == RC_VALUE_QUANTITY && !c->family && c->subject.text.len &&
           rc_quantity_is_exact(&c->value.quantity) && !c->value.quantity.identifier;
}

/* Claims [from, to) of one table. */
static void check_table(column *k, size_t from, size_t to)
{
    const rc_store *s = k->c->store;
    uint32_t columns = 0;
    for (size_t i = from; i < to; i++) {
        uint32_t at = block_of(k->c, s->claims[i])->column;
        columns = at >= columns ? at + 1 : columns;
    }
    for (uint32_t at = 1; at < columns && at < ROWS_MAX; at++) {
        k->count = 0;
        for (size_t i = from; i < to && k->count < ROWS_MAX; i++) {
            if (block_of(k->c, s->claims[i])->column != at || !is_figure(s->claims[i]))
                continue;
            k->rows[k->count++] =
                (row){s->claims[i], rc_word_fold(k->c->arena, s->claims[i]->subject.text)};
        }
        check_column(k);
    }
}

rc_status rc_check_identity(rc_checking *c, rc_err *err)
{
    (void)err;
    const rc_store *s = c->store;
    const rc_table *t = rc_rules_table(c->rules, "tables/identities");
    if (!t)
        return RC_OK;
    column k = {.c = c,
                .t = t,
                .result = rc_table_column(t, "result"),
                .first = rc_table_column(t, "first"),
                .sign = rc_table_column(t, "sign"),
                .second = rc_table_column(t, "second")};
    for (size_t i = 0; i < s->claim_count;) {
        uint32_t table = block_of(c, s->claims[i])->table;
        size_t end = i + 1;
        while (end < s->claim_count && s->claims[end]->doc == s->claims[i]->doc &&
               block_of(c, s->claims[end])->table == table)
            end++;
        if (table)
            check_table(&k, i, end);
        i = end;
    }
    return RC_OK;
}
