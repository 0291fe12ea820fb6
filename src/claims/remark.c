#include "claims/remark.h"

#include "claims/clause.h"
#include "rules/family.h"

#define REACH 6        /* tokens between an announced number and the colon */
#define LISTED_MAX 12  /* larger numbers are no announcements */
#define ITEM_TOKENS 5  /* of one item: a longer one may have commas of its own */
#define LIST_TOKENS 80 /* looked at */

typedef struct {
    rc_arena *a, *scratch;
    const rc_rules *rules;
    const rc_text *t;
    const rc_mentions *m;
    rc_claim_list *out;
    rc_clauses *clauses; /* made when first needed */
} remarker;

static rc_operand time_operand(remarker *r, const rc_mention *m)
{
    rc_operand o = {.given = true, .is_time = true, .span = m->span, .time = m->as.time};
    o.time.value = rc_arena_str(r->a, m->as.time.value);
    return o;
}

static rc_operand count_operand(rc_span span, uint32_t n)
{
    rc_operand o = {.given = true, .span = span};
    o.quantity.low = o.quantity.high = rc_decimal_from(n);
    o.quantity.has_low = o.quantity.has_high = true;
    return o;
}

static rc_equation *new_equation(remarker *r, rc_law law, uint32_t token)
{
    const rc_text *t = r->t;
    const rc_sentence *s = &t->sentences[rc_text_sentence_at(t, token)];
    rc_equation e = {.family = UINT16_MAX,
                     .law = (uint8_t)law,
                     .block = s->block,
                     .sentence = {t->tokens[s->first].start, t->tokens[s->last - 1].end},
                     .quoted = (t->tokens[token].flags & RC_TOKEN_IN_QUOTES) != 0};
    RC_PUSH(r->a, r->out->equations, r->out->equation_count, r->out->equation_capacity, e);
    return &r->out->equations[r->out->equation_count - 1];
}

/* --- dates ------------------------------------------------------------------------------------ */

/* A verb, and no noun that looks like one: "lead", "talks". */
static bool is_verb(const rc_token *k)
{
    return k->pos == RC_POS_AUX || (k->pos == RC_POS_VERB && k->form != RC_VERB_ING &&
                                    !(k->entry && k->entry->lemma[RC_NOUN]));
}

static bool verb_is_past(const rc_text *t, const rc_group *v)
{
    const uint16_t other = RC_GROUP_MODAL | RC_GROUP_FUTURE | RC_GROUP_INFINITIVE |
                           RC_GROUP_GERUND | RC_GROUP_PARTICIPLE | RC_GROUP_COPULA |
                           RC_GROUP_NEGATED;
    const rc_token *head = &t->tokens[v->head];
    return (v->flags & RC_GROUP_PAST) && !(v->flags & other) &&
           (head->form == RC_VERB_PAST || head->form == RC_VERB_PARTICIPLE);
}

/* "The bridge opened on 3 May 2026", in a text of 2025: the verb and its date, with nothing between
 * them that the date could belong to. */
static bool told_as_past(remarker *r, const rc_mention *m)
{
    const rc_text *t = r->t;
    const rc_sentence *s = &t->sentences[rc_text_sentence_at(t, m->first)];
    if (m->first < s->first + 2 || !(t->tokens[m->first - 1].classes & RC_CLASS(AT_TIME)) ||
        s->fragment)
        return false;
    if (!r->clauses)
        r->clauses = rc_clauses_find(r->scratch, t);
    uint32_t clause = rc_clause_at(r->clauses, t, m->first);
    uint32_t verb = r->clauses->items[clause].verb;
    if (verb == UINT32_MAX || !verb_is_past(t, &t->groups[verb]) || t->groups[verb].last > m->first)
        return false;
    for (uint32_t i = t->groups[verb].last; i + 1 < m->first; i++) {
        const rc_token *k = &t->tokens[i];
        bool elsewhere = k->pos == RC_POS_PREPOSITION && !(k->classes & RC_CLASS(AT_TIME)) &&
                         k->word != rc_rules_programs(r->rules)->genitive;
        if (is_verb(k) || elsewhere || k->pos == RC_POS_CONJUNCTION ||
            k->pos == RC_POS_SUBORDINATOR || k->kind == RC_TOKEN_PUNCT ||
            (k->classes & RC_CLASS(RELATIVE)))
            return false;
    }
    uint64_t head =
        t->tokens[t->groups[verb].head].classes |
        rc_lexicon_classes(rc_rules_lexicon(r->rules), t->tokens[t->groups[verb].head].lemma);
    return !(head & (RC_CLASS(PLANNING) | RC_CLASS(ESTIMATING) | RC_CLASS(REVISING) |
                     RC_CLASS(REPORTING))) &&
           rc_clause_modality(r->clauses, t, rc_rules_lexicon(r->rules), clause) == RC_ASSERTED;
}

static void remark_date(remarker *r, const rc_mention *m)
{
    const rc_time *x = &m->as.time;
    if (x->impossible)
        new_equation(r, RC_LAW_IMPOSSIBLE, m->first)->operands[0] = time_operand(r, m);
    if (!rc_doc_is_dated(r->t->doc))
        return;
    if (x->elapsed && x->grain == RC_GRAIN_YEAR)
        new_equation(r, RC_LAW_SINCE, m->first)->operands[2] = time_operand(r, m);
    if (x->kind == RC_TIME_DATE && x->low != RC_DAY_NONE && x->anchor == RC_ANCHOR_NONE &&
        x->grain <= RC_GRAIN_MONTH && x->low > r->t->doc->date + 1 && told_as_past(r, m))
        new_equation(r, RC_LAW_LATER, m->first)->operands[0] = time_operand(r, m);
}

/* --- lists ------------------------------------------------------------------------------------ */

/* A small number of things: "three conditions". */
static bool announces(const rc_mention *m, uint32_t *ret)
{
    const rc_quantity *q = &m->as.quantity;
    if (m->type != RC_MENTION_QUANTITY || q->identifier || q->approximate ||
        q->comparator != RC_EQ || q->role != RC_ROLE_LEVEL || q->per ||
        q->unit->dimension != RC_DIM_NUMBER || q->low.exponent != 0 || q->low.digits < 2 ||
        q->low.digits > LISTED_MAX)
        return false;
    *ret = (uint32_t)q->low.digits;
    return true;
}

/* The colon behind a number and what it counts, in its sentence; UINT32_MAX: none. */
static uint32_t colon_behind(const remarker *r, const rc_mention *m)
{
    const rc_text *t = r->t;
    const rc_sentence *s = &t->sentences[rc_text_sentence_at(t, m->first)];
    if (m->last >= s->last || !(t->tokens[m->last].kind == RC_TOKEN_WORD))
        return UINT32_MAX;
    bool plural = false;
    for (uint32_t i = m->last; i < s->last && i < m->last + REACH; i++) {
        const rc_token *k = &t->tokens[i];
        if (k->first == ':' && k->kind == RC_TOKEN_PUNCT)
            return plural ? i : UINT32_MAX;
        if (k->kind != RC_TOKEN_WORD || k->pos == RC_POS_CONJUNCTION || k->pos == RC_POS_NUMBER)
            return UINT32_MAX;
        plural |= (k->flags & RC_TOKEN_PLURAL) != 0;
    }
    return UINT32_MAX;
}

/* How many items stand from `at` to the end of the sentence, parted by commas (or semicolons) with
 * a conjunction before the last; 0: not sure. An item with a verb, a conjunction or a bracket of
 * its own may hide a comma. */
static uint32_t count_items(const remarker *r, uint32_t at, uint32_t end)
{
    const rc_text *t = r->t;
    unsigned char sign = ',';
    for (uint32_t i = at; i < end; i++) {
        sign = t->tokens[i].first == ';' ? ';' : sign;
        if (t->tokens[i].first == '(' || t->tokens[i].kind == RC_TOKEN_NUMBER)
            return 0;
    }
    uint32_t items = 1, length = 0, conjunctions = 0;
    for (uint32_t i = at; i < end; i++) {
        const rc_token *k = &t->tokens[i];
        bool last = k->pos == RC_POS_CONJUNCTION;
        if (k->kind == RC_TOKEN_PUNCT && (k->first == sign || (k->first == '.' && i + 1 == end))) {
            items += k->first == sign && length;
            length = k->first == sign ? 0 : length;
            continue;
        }
        if (last && sign == ',') {
            if (++conjunctions > 1)
                return 0;
            items += length > 0;
            length = 0;
            continue;
        }
        if (conjunctions && k->kind == RC_TOKEN_PUNCT)
            return 0;
        if (sign == ',' && (k->kind == RC_TOKEN_PUNCT || ++length > ITEM_TOKENS ||
                            k->pos == RC_POS_SUBORDINATOR || (k->classes & RC_CLASS(RELATIVE))))
            return 0;
        length += sign == ';';
    }
    return length && (conjunctions || sign == ';') && items > 1 ? items : 0;
}

/* Whether a comma parts a place from its country, or a name from what it is: then items cannot be
 * counted by commas. Names that the list is made of alone are fine. */
static bool has_verb(const remarker *r, uint32_t at, uint32_t end)
{
    for (uint32_t i = at; i < end; i++) {
        if (is_verb(&r->t->tokens[i]))
            return true;
    }
    return false;
}

/* The items of the list that follows the block of a sentence that ends with the colon. */
static uint32_t count_blocks(const remarker *r, uint32_t block, rc_span *ret_span)
{
    const rc_doc *d = r->t->doc;
    uint32_t items = 0;
    for (uint32_t i = block + 1; i < d->block_count; i++) {
        const rc_block *b = &d->blocks[i];
        if (b->kind != RC_BLOCK_LIST_ITEM)
            break;
        if (b->level != d->blocks[block + 1].level) {
            if (b->level < d->blocks[block + 1].level)
                break;
            continue;
        }
        items++;
        ret_span->end = b->span.end;
    }
    return items;
}

static void remark_list(remarker *r, const rc_mention *m)
{
    uint32_t announced, colon;
    if (!announces(m, &announced) || (colon = colon_behind(r, m)) == UINT32_MAX)
        return;
    const rc_sentence *s = &r->t->sentences[rc_text_sentence_at(r->t, m->first)];
    rc_span span = m->span;
    uint32_t items;
    if (colon + 1 == s->last && r->t->doc->blocks[s->block].span.end <= r->t->tokens[colon].end + 2)
        items = count_blocks(r, s->block, &span);
    else if (s->last - colon > LIST_TOKENS || has_verb(r, colon + 1, s->last))
        return;
    else
        items = count_items(r, colon + 1, s->last);
    if (items < 2)
        return;
    rc_equation *e = new_equation(r, RC_LAW_LISTED, m->first);
    e->operands[0] = count_operand(m->span, announced);
    e->operands[1] = count_operand(span, items);
}

void rc_remarks_add(rc_arena *a, rc_arena *scratch, const rc_rules *rules, const rc_text *t,
                    const rc_mentions *m, rc_claim_list *out)
{
    remarker r = {.a = a, .scratch = scratch, .rules = rules, .t = t, .m = m, .out = out};
    for (size_t i = 0; i < m->count; i++) {
        if (m->items[i].type == RC_MENTION_TIME)
            remark_date(&r, &m->items[i]);
        else if (m->items[i].type == RC_MENTION_QUANTITY)
            remark_list(&r, &m->items[i]);
    }
}
