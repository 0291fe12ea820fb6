/* Any bytes as a text with dates: every value that is printed can be read back, and no day lies
 * before the one it begins with. */
#include "support/stages.h"

#include "value/time.h"

static void check_time(const rc_time *t)
{
    rc_time back;
    bool open = t->low == RC_DAY_NONE || t->high == RC_DAY_NONE;
    if (!open && t->low > t->high)
        abort();
    if ((t->kind == RC_TIME_DATE || t->kind == RC_TIME_DURATION) && t->low != RC_DAY_NONE &&
        rc_time_parse(t->value, &back) != RC_OK)
        abort();
    if (t->kind == RC_TIME_DATE && !open && (t->low < back.low || t->high > back.high))
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    rc_arena *a = rc_arena_new((size_t)4 << 30);
    const fuzz_tools *tools = fuzz_stages();
    const rc_lexicon *l = rc_rules_lexicon(tools->rules);
    rc_doc *d;
    rc_text *t;
    rc_mentions *m;
    rc_err err = {0};
    if (rc_reader_parse(a, RC_STR("fuzz.txt"), fuzz_input(a, bytes, size), RC_STR("plain"), &d,
                        &err) == RC_OK &&
        rc_text_split(a, d, l, &t, &err) == RC_OK) {
        rc_text_tag(t, l);
        if (rc_text_group(a, t) == RC_OK &&
            rc_mentions_find(a, tools->mentioner, d, t, &m, &err) == RC_OK)
            for (size_t i = 0; i < m->count; i++)
                if (m->items[i].type == RC_MENTION_TIME)
                    check_time(&m->items[i].as.time);
    }
    rc_arena_free(a);
    return 0;
}
