/* An acronym and what it stands for: letters that do not come from the words, one acronym for two
 * names, two acronyms for one name. */
#include "base/hash.h"
#include "checks/variant.h"

#define SAME_MAX 64 /* explanations of one acronym looked at */

typedef struct {
    rc_checking *c;
    const rc_names *n;
    uint32_t *next; /* of each explanation, the one before of the same acronym, + 1 */
} scan;

static rc_finding *start(scan *s, size_t claims, uint8_t confidence)
{
    rc_finding *f = RC_NEW(s->c->arena, rc_finding);
    f->rule = RC_STR("acronym/expansion");
    f->severity = RC_WARNING;
    f->confidence = confidence;
    f->attribute = RC_STR("acronym");
    f->claims = RC_NEW_ARRAY(s->c->arena, rc_finding_claim, claims);
    return f;
}

static void add_side(scan *s, rc_finding *f, const rc_name_acronym *a, uint32_t side)
{
    const rc_acronym *x = &a->acronym;
    rc_span span = {x->expansion_span.start < x->acronym_span.start ? x->expansion_span.start
                                                                    : x->acronym_span.start,
                    x->expansion_span.end > x->acronym_span.end ? x->expansion_span.end
                                                                : x->acronym_span.end};
    rc_finding_claim claim = rc_name_side(s->n, a->doc, span, x->sentence, x->expansion);
    claim.side = side;
    f->claims[f->claim_count++] = claim;
}

static rc_str place(scan *s, const rc_name_acronym *a)
{
    return rc_name_place(s->c->arena, s->n, a->doc, a->acronym.expansion_span);
}

/* Whether another document explains the acronym by the same name: a word of another language. */
static bool is_usual(const scan *s, const rc_name_acronym *a, uint32_t head)
{
    for (uint32_t at = head, i = 0; at && i < SAME_MAX; at = s->next[at - 1], i++) {
        const rc_name_acronym *b = &s->n->acronyms[at - 1];
        if (b->doc != a->doc && b->acronym.entity == a->acronym.entity &&
            rc_str_eq(b->acronym.acronym, a->acronym.acronym))
            return true;
    }
    return false;
}

static void check_letters(scan *s, const rc_name_acronym *a, uint32_t head)
{
    if (a->acronym.fits || a->acronym.foreign || is_usual(s, a, head))
        return;
    rc_finding *f = start(s, 1, 80);
    f->subject = a->acronym.expansion;
    f->message = rc_arena_printf(s->c->arena, "%.*s (%.*s) does not abbreviate to %.*s",
                                 RC_STR_ARG(a->acronym.expansion), RC_STR_ARG(place(s, a)),
                                 RC_STR_ARG(a->acronym.acronym));
    add_side(s, f, a, 0);
    rc_checking_add(s->c, f);
}

/* Whether all words of the shorter name stand in the longer: "U.S. Securities and Exchange
 * Commission". */
static bool is_part(const scan *s, const rc_name_acronym *a, const rc_name_acronym *b)
{
    rc_str x = s->n->uses[a->use].folded, y = s->n->uses[b->use].folded;
    rc_str shorter = x.len < y.len ? x : y, longer = x.len < y.len ? y : x;
    rc_str word;
    while (rc_str_split(&shorter, ' ', &word)) {
        rc_str rest = longer, other;
        bool found = false;
        while (!found && rc_str_split(&rest, ' ', &other))
            found = rc_str_eq(word, other) || rc_variant_distance(word, other, 2) <= 1;
        if (!found)
            return false;
    }
    return true;
}

/* Documents of one story; a long acronym of names that begin alike needs less to be one. */
static bool one_story(const scan *s, const rc_name_acronym *a, const rc_name_acronym *b)
{
    if (a->doc == b->doc)
        return true;
    rc_str x = s->n->uses[a->use].folded, y = s->n->uses[b->use].folded;
    bool alike =
        rc_str_eq(rc_str_sub(x, 0, rc_str_find(x, ' ')), rc_str_sub(y, 0, rc_str_find(y, ' ')));
    uint32_t needed = alike && a->acronym.acronym.len >= 3 ? 1 : 2;
    return rc_docs_shared(s->n, a->doc, b->doc, a->acronym.entity, b->acronym.entity) >= needed ||
           rc_names_shared(s->n, a->acronym.entity, b->acronym.entity) >= needed;
}

/* One acronym for two names in documents of one story: every explanation is a claim. */
static void check_two_names(scan *s, uint32_t head)
{
    const rc_name_acronym *a = &s->n->acronyms[head - 1];
    uint32_t count = 0, sides = 0;
    for (uint32_t at = head; at && count < SAME_MAX; at = s->next[at - 1], count++) {
        const rc_name_acronym *b = &s->n->acronyms[at - 1];
        sides += b->acronym.entity != a->acronym.entity && b->acronym.fits && a->acronym.fits &&
                 !is_part(s, a, b) && one_story(s, a, b);
    }
    if (!sides)
        return;
    rc_finding *f = start(s, count, 85);
    const rc_name_acronym *other = a;
    uint32_t mine = 0, theirs = 0;
    for (uint32_t at = head, i = 0; at && i < count; at = s->next[at - 1], i++) {
        const rc_name_acronym *b = &s->n->acronyms[at - 1];
        bool same = b->acronym.entity == a->acronym.entity || is_part(s, a, b);
        if (!same && !one_story(s, a, b))
            continue;
        other = same ? other : b;
        mine += same;
        theirs += !same;
        add_side(s, f, b, same ? 0 : 1);
    }
    for (size_t i = 0; theirs > mine && i < f->claim_count; i++)
        f->claims[i].side = !f->claims[i].side;
    f->subject = a->acronym.acronym;
    f->message = rc_arena_printf(s->c->arena, "%.*s stands for %.*s (%.*s) and for %.*s (%.*s)",
                                 RC_STR_ARG(a->acronym.acronym), RC_STR_ARG(a->acronym.expansion),
                                 RC_STR_ARG(place(s, a)), RC_STR_ARG(other->acronym.expansion),
                                 RC_STR_ARG(place(s, other)));
    rc_checking_add(s->c, f);
}

static bool same_letters(rc_str a, rc_str b)
{
    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++) {
        if ((a.ptr[i] | 32) != (b.ptr[i] | 32))
            return false;
    }
    return true;
}

/* Two acronyms of as many letters for one name: one of them has a slip. */
static void check_two_acronyms(scan *s)
{
    rc_map first;
    rc_map_init(&first, s->c->arena, 0);
    for (uint32_t i = 0; i < s->n->acronym_count; i++) {
        const rc_name_acronym *b = &s->n->acronyms[i];
        uint32_t *at = rc_map_put(&first, (uint64_t)b->acronym.entity + 1, i);
        const rc_name_acronym *a = &s->n->acronyms[*at];
        if (a == b || a->acronym.acronym.len != b->acronym.acronym.len ||
            same_letters(a->acronym.acronym, b->acronym.acronym) || !a->acronym.fits ||
            !b->acronym.fits)
            continue;
        rc_finding *f = start(s, 2, 70);
        f->subject = a->acronym.expansion;
        f->message = rc_arena_printf(s->c->arena, "%.*s is %.*s (%.*s) and %.*s (%.*s)",
                                     RC_STR_ARG(a->acronym.expansion),
                                     RC_STR_ARG(a->acronym.acronym), RC_STR_ARG(place(s, a)),
                                     RC_STR_ARG(b->acronym.acronym), RC_STR_ARG(place(s, b)));
        add_side(s, f, a, 0);
        add_side(s, f, b, 1);
        f->claims[0].normalized = a->acronym.acronym;
        f->claims[1].normalized = b->acronym.acronym;
        rc_checking_add(s->c, f);
    }
}

rc_status rc_check_acronym(rc_checking *c, rc_err *err)
{
    (void)err;
    if (!c->names || !c->names->acronym_count)
        return RC_OK;
    rc_arena *scratch = rc_arena_new((size_t)8 << 30);
    scan s = {.c = c, .n = c->names};
    rc_map last;
    rc_map_init(&last, scratch, c->names->acronym_count);
    s.next = RC_NEW_ARRAY(scratch, uint32_t, c->names->acronym_count);
    for (uint32_t i = 0; i < c->names->acronym_count; i++) {
        uint32_t *at = rc_map_put(&last, rc_hash(c->names->acronyms[i].acronym.acronym), 0);
        s.next[i] = *at;
        *at = i + 1;
    }
    for (uint32_t i = 0; i < c->names->acronym_count; i++) {
        uint32_t *at = rc_map_get(&last, rc_hash(c->names->acronyms[i].acronym.acronym));
        if (!*at)
            continue;
        for (uint32_t k = *at, steps = 0; k && steps < SAME_MAX; k = s.next[k - 1], steps++)
            check_letters(&s, &c->names->acronyms[k - 1], *at);
        check_two_names(&s, *at);
        *at = 0;
    }
    check_two_acronyms(&s);
    rc_arena_free(scratch);
    return RC_OK;
}
