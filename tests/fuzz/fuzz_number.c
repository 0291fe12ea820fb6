/* Figures in any bytes: what is found lies in the text, in order, and its values survive printing
 * and comparing. */
#include "support/stages.h"

#include "mentions/mention.h"

static void require(bool law)
{
    if (!law)
        abort();
}

static void check_decimal(rc_arena *a, rc_decimal d)
{
    rc_decimal again;
    require(rc_decimal_parse(rc_decimal_print(a, d), &again) == RC_OK && rc_decimal_eq(d, again));
}

static void check_quantity(rc_arena *a, const rc_mention *m, size_t size)
{
    const rc_quantity *q = &m->as.quantity;
    require(m->span.start < m->span.end && m->span.end <= size && m->first < m->last);
    require(q->unit != NULL && (q->has_low || q->has_high));
    if (q->has_low)
        check_decimal(a, q->low);
    if (q->has_high)
        check_decimal(a, q->high);
    require(!q->has_low || !q->has_high || rc_decimal_cmp(q->low, q->high) <= 0);
    require(rc_quantity_print(a, q).len > 0);
    require(rc_quantity_compare(q, q) == RC_VALUES_SAME);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const fuzz_tools *tools = fuzz_stages();
    rc_arena *a = rc_arena_new(RC_DOC_BYTES_MAX);
    rc_err err = {0};
    rc_doc *d = NULL;
    rc_text *t = NULL;
    rc_mentions *m = NULL;
    const rc_lexicon *l = rc_rules_lexicon(tools->rules);
    if (rc_reader_parse(a, RC_STR("fuzz.txt"), fuzz_input(a, bytes, size), RC_STR("plain"), &d,
                        &err) == RC_OK &&
        rc_text_split(a, d, l, &t, &err) == RC_OK) {
        rc_text_tag(t, l);
        require(rc_text_group(a, t) == RC_OK);
        require(rc_mentions_find(a, tools->mentioner, d, t, &m, &err) == RC_OK);
        for (size_t i = 0; i < m->count; i++)
            if (m->items[i].type == RC_MENTION_QUANTITY)
                check_quantity(a, &m->items[i], d->text.len);
    }
    rc_arena_free(a);
    return 0;
}
