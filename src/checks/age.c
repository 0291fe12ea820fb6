/* Birth, death and age: "born on 3 May 1950, she died in 2020, aged 71". What one sentence or
 * several of a document say of one person is put together; an age is of whole years that have
 * passed.
 */
#include "checks/equation.h"

enum { WHO, BORN, DIED, AGE, NOW, LIFE, TODAY };

#define AGES_MAX 130
#define LIVES_MAX 256 /* pieces of one document looked at */

/* A piece: when somebody was born, died, or how old they were then. */
typedef struct {
    const rc_equation *born, *end, *age;
    int32_t today; /* the text's date, for an age that is told of today; RC_DAY_NONE */
} life;

static bool years_of(const rc_operand *o, int64_t *ret)
{
    if (o->is_time) {
        if (o->time.kind != RC_TIME_DURATION || o->time.months % 12 || o->time.approximate)
            return false;
        *ret = o->time.months / 12;
    } else {
        const rc_quantity *q = &o->quantity;
        if (!rc_quantity_is_exact(q) || q->approximate || q->low.exponent < 0 ||
            q->low.exponent > 2)
            return false;
        *ret = q->low.digits * (q->low.exponent == 2 ? 100 : q->low.exponent == 1 ? 10 : 1);
    }
    return *ret > 0 && *ret < AGES_MAX;
}

static bool date_of(const rc_operand *o, bool last, int32_t *low, int32_t *high)
{
    if (!o->given || !o->is_time || o->time.low == RC_DAY_NONE || o->time.approximate ||
        o->time.kind != RC_TIME_DATE)
        return false;
    rc_str rest = o->time.value, first;
    rc_time end;
    *low = o->time.low;
    *high = o->time.high;
    if (rc_str_find(rest, '/') == rest.len)
        return o->time.grain <= RC_GRAIN_MONTH || o->time.grain == RC_GRAIN_YEAR;
    if (!rc_str_split(&rest, '/', &first) || rc_time_parse(last ? rest : first, &end) != RC_OK ||
        end.low == RC_DAY_NONE)
        return false;
    *low = end.low;
    *high = end.high;
    return true;
}

static int32_t whole_years(int32_t from, int32_t to)
{
    int32_t y, m, d, y2, m2, d2;
    rc_day_to_civil(from, &y, &m, &d);
    rc_day_to_civil(to, &y2, &m2, &d2);
    return y2 - y - (m2 < m || (m2 == m && d2 < d));
}

static bool born_at(const rc_equation *e, int32_t *low, int32_t *high)
{
    return date_of(&e->operands[BORN], false, low, high) ||
           date_of(&e->operands[LIFE], false, low, high);
}

/* When the age was reached: the date of death, or another that is said. */
static bool ended_at(const rc_equation *e, int32_t *low, int32_t *high)
{
    return date_of(&e->operands[NOW], true, low, high) ||
           date_of(&e->operands[DIED], true, low, high) ||
           date_of(&e->operands[LIFE], true, low, high);
}

static void judge(rc_checking *c, const life *l)
{
    int32_t from, from_end, to, to_end;
    int64_t age;
    size_t said = l->today == RC_DAY_NONE ? AGE : TODAY;
    to = to_end = l->today;
    if (!born_at(l->born, &from, &from_end) ||
        (l->today == RC_DAY_NONE && !ended_at(l->end, &to, &to_end)) ||
        !years_of(&l->age->operands[said], &age) || from > to)
        return;
    int32_t least = whole_years(from_end, to), most = whole_years(from, to_end);
    if (age >= least && age <= most)
        return;
    if (age > 2 * most + 20 || least > AGES_MAX)
        return; /* of somebody else */
    const rc_doc *d = c->store->docs[l->age->doc].doc;
    rc_str years = least == most ? rc_arena_printf(c->arena, "%d", least)
                                 : rc_arena_printf(c->arena, "%d or %d", least, most);
    rc_finding f = {.rule = RC_STR("age/mismatch"),
                    .severity = RC_ERROR,
                    .confidence = 85,
                    .attribute = RC_STR("age"),
                    .message =
                        rc_arena_printf(c->arena, "from %.*s to %.*s are %.*s years, not '%.*s'",
                                        RC_STR_ARG(rc_day_print(c->arena, from)),
                                        RC_STR_ARG(rc_day_print(c->arena, to)), RC_STR_ARG(years),
                                        RC_STR_ARG(rc_operand_text(c, l->age, said)))};
    rc_checking_report(c, &f, d, l->age->operands[said].span, l->age->sentence);
}

/* Pieces are of one person where they name the same, or stand in one sentence that names nobody. */
static bool go_together(const rc_equation *a, const rc_equation *b)
{
    uint32_t x = a->operands[WHO].entity, y = b->operands[WHO].entity;
    return x && y ? x == y : x == y && a->sentence.start == b->sentence.start;
}

/* The nearest piece that goes with an age and says when somebody was born, or died. */
static const rc_equation *nearest(const rc_equation *const *pieces, size_t count,
                                  const rc_equation *age,
                                  bool (*says)(const rc_equation *, int32_t *, int32_t *))
{
    const rc_equation *best = NULL;
    uint32_t distance = UINT32_MAX;
    for (size_t i = 0; i < count; i++) {
        int32_t low, high;
        uint32_t at = pieces[i]->sentence.start, here = age->sentence.start;
        uint32_t far = at > here ? at - here : here - at;
        if (!says(pieces[i], &low, &high) || !go_together(pieces[i], age) || far >= distance)
            continue;
        best = pieces[i];
        distance = far;
    }
    return best;
}

/* "Anna Berg, 52, who was born in 1968": in a text that carries a date. */
static void check_today(rc_checking *c, const rc_equation *e)
{
    const rc_doc *d = c->store->docs[e->doc].doc;
    life l = {.age = e, .born = e, .end = e, .today = d->date};
    if (e->operands[TODAY].given && !e->quoted && rc_doc_is_dated(d))
        judge(c, &l);
}

static void check_document(rc_checking *c, const rc_equation *const *pieces, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        bool repeated = false;
        check_today(c, pieces[i]);
        for (size_t k = 0; k < i; k++)
            repeated |=
                pieces[i]->operands[AGE].given && pieces[k]->operands[AGE].given &&
                rc_span_overlaps(pieces[i]->operands[AGE].span, pieces[k]->operands[AGE].span);
        if (!pieces[i]->operands[AGE].given || repeated || pieces[i]->quoted)
            continue;
        int32_t low, high;
        life l = {.age = pieces[i], .today = RC_DAY_NONE};
        l.born = nearest(pieces, count, l.age, born_at);
        l.end = ended_at(l.age, &low, &high) ? l.age : nearest(pieces, count, l.age, ended_at);
        if (l.born && l.end)
            judge(c, &l);
    }
}

rc_status rc_check_age(rc_checking *c, rc_err *err)
{
    (void)err;
    const rc_store *s = c->store;
    const rc_equation *pieces[LIVES_MAX];
    size_t count = 0;
    for (size_t i = 0; i < s->equation_count; i++) {
        if (s->equations[i]->law == RC_LAW_LIFE && count < LIVES_MAX)
            pieces[count++] = s->equations[i];
        if (i + 1 == s->equation_count || s->equations[i + 1]->doc != s->equations[i]->doc) {
            check_document(c, pieces, count);
            count = 0;
        }
    }
    return RC_OK;
}
