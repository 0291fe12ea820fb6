#include "pipeline/rules_test.h"

#include <string.h>

#include "base/limits.h"
#include "claims/match.h"
#include "pipeline/run.h"
#include "rules/family.h"
#include "text/token.h"

#define SHOWN_MAX 6 /* claims shown for an example that failed */

static const char *const modalities[] = {"asserted", "negated", "planned", "estimated",
                                         "hypothetical"};

typedef struct {
    rc_arena *a;
    const rc_rules *r;
    rc_rules_report *report;
    const rc_family *f;
    size_t family;
    bool *exercised; /* by pattern */
} tester;

static void fail_in(tester *t, const char *file, uint32_t line, uint32_t column, rc_str text)
{
    rc_rule_failure f = {file, line, column, text};
    RC_PUSH(t->a, t->report->failures, t->report->failure_count, t->report->failure_capacity, f);
}

static void fail(tester *t, uint32_t line, uint32_t column, rc_str text)
{
    fail_in(t, t->f->file, line, column, text);
}

static rc_str in_memory(tester *t, rc_str text)
{
    char *p = rc_arena_alloc(t->a, text.len + 4, 1);
    if (text.len)
        memcpy(p, text.ptr, text.len);
    return (rc_str){p, text.len};
}

/* --- what a claim says ------------------------------------------------------------------------ */

static rc_str value_text(rc_arena *a, const rc_claim *c)
{
    switch (c->type) {
    case RC_VALUE_QUANTITY:
        return rc_quantity_print(a, &c->value.quantity);
    case RC_VALUE_TIME:
        return c->value.time.value;
    case RC_VALUE_ENTITY:
    case RC_VALUE_TERM:
        return c->value.entity.text;
    }
    return RC_STR("");
}

static bool same(rc_str a, rc_str b)
{
    return rc_word_from(a) == rc_word_from(b);
}

/* What a claim has for a slot of the key; NULL: the slot has no argument of its own. */
static const rc_argument *argument_for(const rc_family *f, const rc_claim *c, size_t slot)
{
    if (f->key[0] == slot)
        return &c->subject;
    return f->key_count == 2 && f->key[1] == slot ? &c->object : NULL;
}

static size_t slot_of(const rc_family *f, rc_str name)
{
    for (size_t i = 0; i < f->slot_count; i++) {
        if (rc_str_eq(f->slots[i].name, name))
            return i;
    }
    return SIZE_MAX;
}

/* Whether a claim is about the value slot `slot`. */
static bool is_of(const rc_family *f, const rc_claim *c, size_t slot)
{
    return f->slots[slot].value && rc_str_eq(c->attribute, f->slots[slot].attribute);
}

static bool value_holds(tester *t, const rc_doc *d, const rc_claim *c, rc_str expected)
{
    return same(value_text(t->a, c), expected) || same(rc_doc_slice(d, c->value_span), expected);
}

static bool holds(tester *t, const rc_doc *d, const rc_claim *c, const rc_expectation *e)
{
    if (rc_str_eq(e->slot, RC_STR("time")))
        return same(c->time.value, e->value);
    if (rc_str_eq(e->slot, RC_STR("source")))
        return same(c->source.text, e->value);
    if (rc_str_eq(e->slot, RC_STR("modality")))
        return same(rc_str_from(modalities[c->modality]), e->value);
    if (rc_str_eq(e->slot, RC_STR("attribute")))
        return same(c->attribute, e->value);
    size_t slot = slot_of(t->f, e->slot);
    if (t->f->slots[slot].value)
        return !is_of(t->f, c, slot) || value_holds(t, d, c, e->value);
    const rc_argument *argument = argument_for(t->f, c, slot);
    return !argument || same(argument->text, e->value);
}

static bool all_hold(tester *t, const rc_doc *d, const rc_claim *c, const rc_example *e)
{
    for (size_t i = 0; i < e->expected_count; i++) {
        if (!holds(t, d, c, &e->expected[i]))
            return false;
    }
    return true;
}

/* Each value that is expected has a claim for which everything expected holds. */
static bool is_met(tester *t, const rc_result *result, const rc_example *e)
{
    bool any_value = false;
    for (size_t i = 0; i < e->expected_count; i++) {
        size_t slot = slot_of(t->f, e->expected[i].slot);
        if (slot == SIZE_MAX || !t->f->slots[slot].value)
            continue;
        any_value = true;
        bool met = false;
        for (size_t k = 0; k < result->claim_count && !met; k++) {
            const rc_claim *c = result->claims[k];
            met = c->family == t->family + 1 && is_of(t->f, c, slot) &&
                  all_hold(t, result->doc, c, e);
        }
        if (!met)
            return false;
    }
    for (size_t k = 0; !any_value && k < result->claim_count; k++) {
        const rc_claim *c = result->claims[k];
        if (c->family == t->family + 1 && all_hold(t, result->doc, c, e))
            return true;
    }
    return any_value;
}

/* --- telling what went wrong ------------------------------------------------------------------ */

static rc_str show_claim(tester *t, const rc_claim *c)
{
    return rc_arena_printf(
        t->a, "\n  claimed: %.*s | %.*s | %.*s = %.*s (time %.*s, source %.*s, %s; pattern %u)",
        RC_STR_ARG(c->subject.text), RC_STR_ARG(c->attribute), RC_STR_ARG(c->object.text),
        RC_STR_ARG(value_text(t->a, c)), RC_STR_ARG(c->time.value), RC_STR_ARG(c->source.text),
        modalities[c->modality], (unsigned)c->pattern + 1);
}

static rc_str show_claims(tester *t, const rc_result *result)
{
    rc_str out = RC_STR("");
    size_t shown = 0;
    for (size_t k = 0; k < result->claim_count && shown < SHOWN_MAX; k++) {
        if (result->claims[k]->family != t->family + 1)
            continue;
        shown++;
        out = rc_arena_printf(t->a, "%.*s%.*s", RC_STR_ARG(out),
                              RC_STR_ARG(show_claim(t, result->claims[k])));
    }
    return out;
}

static rc_str show_miss(tester *t, const rc_text *text, const rc_mentions *m)
{
    rc_near_miss n;
    rc_near_miss_find(t->a, t->r, text, m, t->family, &n);
    if (!n.any)
        return RC_STR("\n  no pattern was triggered by any word");
    const rc_pattern *p = &t->f->patterns[n.pattern];
    rc_str word =
        n.token == UINT32_MAX ? RC_STR("the end of the sentence") : rc_token_text(text, n.token);
    rc_str rest = p->text;
    for (uint32_t i = 0; i < n.column && rest.len; i++) {
        do {
            rest.ptr++;
            rest.len--;
        } while (rest.len && ((unsigned char)rest.ptr[0] & 0xC0) == 0x80);
    }
    return rc_arena_printf(
        t->a, "\n  nearest: %.*s\n  it began at '%.*s' and came to '%.*s', where '%.*s' was wanted",
        RC_STR_ARG(p->text), RC_STR_ARG(rc_token_text(text, n.trigger)), RC_STR_ARG(word),
        RC_STR_ARG(rest));
}

/* --- examples --------------------------------------------------------------------------------- */

static rc_status run_texts(tester *t, const rc_run_text *texts, size_t count, bool check,
                           rc_run **ret, rc_err *err)
{
    rc_run_options o = {.texts = texts,
                        .text_count = count,
                        .date = RC_DAY_NONE,
                        .threads = 1,
                        .keep_analysis = true,
                        .check = check,
                        .trace = check};
    rc_status s = rc_run_new(t->r, &o, ret, err);
    if (s != RC_OK)
        return s;
    s = rc_run_execute(*ret, err);
    if (s != RC_OK)
        rc_run_free(*ret);
    return s;
}

/* Which patterns match, whether or not their claim was the best. */
static void mark_exercised(tester *t, const rc_text *text, const rc_mentions *m)
{
    rc_matches matches = {0};
    rc_matches_find(t->a, t->r, text, m, &matches);
    for (size_t i = 0; i < matches.count; i++) {
        if (matches.items[i].family == t->family)
            t->exercised[matches.items[i].pattern] = true;
    }
}

static rc_status analyse(tester *t, const rc_result *result, rc_text **ret, rc_err *err)
{
    const rc_lexicon *l = rc_rules_lexicon(t->r);
    rc_status s = rc_text_split(t->a, result->doc, l, ret, err);
    if (s != RC_OK)
        return s;
    rc_text_tag(*ret, l);
    return rc_text_group(t->a, *ret);
}

static rc_status judge(tester *t, const rc_example *e, const rc_result *result, rc_err *err)
{
    rc_text *text;
    rc_status s = analyse(t, result, &text, err);
    if (s != RC_OK)
        return s;
    mark_exercised(t, text, result->mentions);
    rc_str claims = show_claims(t, result);
    if (e->none && claims.len)
        fail(t, e->line, e->column,
             rc_arena_printf(t->a, "nothing should be claimed: %.*s%.*s", RC_STR_ARG(e->text),
                             RC_STR_ARG(claims)));
    else if (!e->none && !is_met(t, result, e))
        fail(t, e->line, e->column,
             rc_arena_printf(
                 t->a, "the claim was not made: %.*s%.*s", RC_STR_ARG(e->text),
                 RC_STR_ARG(claims.len ? claims : show_miss(t, text, result->mentions))));
    return RC_OK;
}

static rc_status try_example(tester *t, const rc_example *e, rc_err *err)
{
    const rc_run_text text = {"example.txt", in_memory(t, e->text)};
    rc_run *run;
    rc_status s = run_texts(t, &text, 1, false, &run, err);
    if (s != RC_OK)
        return s;
    t->report->examples++;
    if (rc_run_document_count(run) == 1)
        s = judge(t, e, rc_run_document(run, 0), err);
    else
        fail(t, e->line, e->column, RC_STR("the text of the example cannot be read"));
    rc_run_free(run);
    return s;
}

/* --- conflicts -------------------------------------------------------------------------------- */

/* Whether the family's own rule reports the pair. */
static bool is_reported(const tester *t, const rc_run *run)
{
    for (size_t i = 0; i < rc_run_finding_count(run); i++) {
        rc_str rule = rc_run_finding(run, i)->rule;
        if (rc_str_starts(rule, t->f->id) && rule.len > t->f->id.len &&
            rule.ptr[t->f->id.len] == '/')
            return true;
    }
    return false;
}

static void judge_pair(tester *t, const rc_conflict *c, rc_run *run)
{
    bool wanted = rc_str_eq(c->expect, RC_STR("conflict")), got = is_reported(t, run);
    const rc_result *a = rc_run_document(run, 0), *b = rc_run_document(run, 1);
    rc_why why = rc_run_why(run, a->doc->path, (rc_span){0, (uint32_t)a->doc->bytes.len},
                            b->doc->path, (rc_span){0, (uint32_t)b->doc->bytes.len});
    rc_str claims = rc_arena_printf(t->a, "%.*s%.*s", RC_STR_ARG(show_claims(t, a)),
                                    RC_STR_ARG(show_claims(t, b)));
    /* A dispute is reported once: another rule may have been surer of it. */
    if (wanted && rc_run_finding_count(run) == 0)
        fail(t, c->line, c->column,
             rc_arena_printf(t->a, "no conflict was found (%.*s)%.*s",
                             RC_STR_ARG(why.gate.len ? why.gate : RC_STR("nothing was compared")),
                             RC_STR_ARG(claims)));
    else if (!wanted && got)
        fail(t, c->line, c->column,
             rc_arena_printf(t->a, "a conflict was found, and not '%.*s'%.*s",
                             RC_STR_ARG(c->expect), RC_STR_ARG(claims)));
    else if (claims.len == 0)
        fail(t, c->line, c->column, RC_STR("nothing is claimed by either text"));
}

static rc_status try_conflict(tester *t, const rc_conflict *c, rc_err *err)
{
    const rc_run_text texts[] = {{"a.txt", in_memory(t, c->a)}, {"b.txt", in_memory(t, c->b)}};
    rc_run *run;
    rc_status s = run_texts(t, texts, 2, true, &run, err);
    if (s != RC_OK)
        return s;
    t->report->conflicts++;
    if (rc_run_document_count(run) == 2)
        judge_pair(t, c, run);
    else
        fail(t, c->line, c->column, RC_STR("the texts of the pair cannot be read"));
    rc_run_free(run);
    return RC_OK;
}

static void check_exercised(tester *t)
{
    for (size_t i = 0; i < t->f->pattern_count; i++) {
        t->report->patterns++;
        if (!t->exercised[i])
            fail(t, t->f->patterns[i].line, t->f->patterns[i].column,
                 rc_arena_printf(t->a, "no example exercises the pattern %.*s",
                                 RC_STR_ARG(t->f->patterns[i].text)));
    }
}

static rc_status test_family(tester *t, rc_err *err)
{
    rc_status s = RC_OK;
    t->exercised = RC_NEW_ARRAY(t->a, bool, t->f->pattern_count);
    for (size_t k = 0; s == RC_OK && k < t->f->example_count; k++)
        s = try_example(t, &t->f->examples[k], err);
    for (size_t k = 0; s == RC_OK && k < t->f->conflict_count; k++)
        s = try_conflict(t, &t->f->conflicts[k], err);
    check_exercised(t);
    t->report->families++;
    return s;
}

/* --- checks ----------------------------------------------------------------------------------- */

/* A dispute is reported once: of two claims at odds another rule may be surer. */
static bool is_found(const rc_run *run, rc_str id)
{
    const rc_str conflict = RC_STR("/conflict");
    for (size_t i = 0; i < rc_run_finding_count(run); i++) {
        rc_str rule = rc_run_finding(run, i)->rule;
        if (rc_str_eq(rule, id) || (rc_str_ends(rule, conflict) && rc_str_ends(id, conflict)))
            return true;
    }
    return false;
}

static rc_status mark_patterns(tester *t, const rc_run *run, rc_err *err)
{
    rc_status s = RC_OK;
    for (size_t i = 0; t->f && s == RC_OK && i < rc_run_document_count(run); i++) {
        const rc_result *result = rc_run_document(run, i);
        rc_text *text;
        s = analyse(t, result, &text, err);
        if (s == RC_OK)
            mark_exercised(t, text, result->mentions);
    }
    return s;
}

static rc_status try_check(tester *t, const rc_rule_info *info, const rc_rule_example *e,
                           bool fires, rc_err *err)
{
    const rc_run_text texts[] = {{"a.md", in_memory(t, e->a)}, {"b.md", in_memory(t, e->b)}};
    rc_run *run;
    rc_status s = run_texts(t, texts, e->b.len ? 2 : 1, true, &run, err);
    if (s != RC_OK)
        return s;
    t->report->examples++;
    if (is_found(run, info->id) != fires)
        fail_in(t, info->file, e->line, e->column,
                rc_arena_printf(t->a, "%.*s finds %s in: %.*s", RC_STR_ARG(info->id),
                                fires ? "nothing" : "something", RC_STR_ARG(e->a)));
    s = mark_patterns(t, run, err);
    rc_run_free(run);
    return s;
}

static rc_status test_check(tester *t, const rc_rule_info *info, rc_err *err)
{
    rc_status s = RC_OK;
    t->report->checks++;
    if (t->f)
        t->exercised = RC_NEW_ARRAY(t->a, bool, t->f->pattern_count);
    for (size_t i = 0; s == RC_OK && i < info->fires_count; i++)
        s = try_check(t, info, &info->fires[i], true, err);
    for (size_t i = 0; s == RC_OK && i < info->silent_count; i++)
        s = try_check(t, info, &info->silent[i], false, err);
    if (t->f)
        check_exercised(t);
    return s;
}

static bool is_below(const char *file, const char *const *below, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (rc_str_starts(rc_str_from(file), rc_str_from(below[i])))
            return true;
    }
    return count == 0;
}

rc_status rc_rules_test(rc_arena *a, const rc_rules *r, const char *const *below,
                        size_t below_count, rc_rules_report *ret, rc_err *err)
{
    *ret = (rc_rules_report){0};
    rc_status s = RC_OK;
    for (size_t i = 0; s == RC_OK && i < rc_rules_family_count(r); i++) {
        tester t = {.a = a, .r = r, .report = ret, .f = rc_rules_family(r, i), .family = i};
        if (!t.f->law && is_below(t.f->file, below, below_count))
            s = test_family(&t, err);
    }
    for (size_t i = 0; s == RC_OK && i < rc_rules_info_count(r); i++) {
        const rc_rule_info *info = rc_rules_info(r, i);
        size_t law = rc_rules_family_find(r, info->id);
        tester t = {.a = a, .r = r, .report = ret, .f = rc_rules_family(r, law), .family = law};
        if (!info->family && is_below(info->file, below, below_count))
            s = test_check(&t, info, err);
    }
    return s;
}
