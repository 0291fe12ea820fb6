#include "text/chunk.h"

#include <string.h>

#define JOINED_MAX 16       /* tokens of one word with hyphens */
#define APPROXIMATORS_MAX 5 /* "just under a little more than" */

bool rc_token_is_quote(const rc_text *t, const rc_token *k)
{
    if (k->kind != RC_TOKEN_PUNCT)
        return false;
    if (k->first == '"' || k->first == '\'')
        return k->pos == RC_POS_OTHER;
    const unsigned char *p = (const unsigned char *)t->doc->text.ptr + k->start;
    return k->end - k->start == 3 && p[0] == 0xE2 && p[1] == 0x80 && p[2] >= 0x98 && p[2] <= 0x9F &&
           k->pos == RC_POS_OTHER;
}

static bool spaced(const rc_token *k)
{
    return (k->flags & RC_TOKEN_SPACE_BEFORE) != 0;
}

/* A hyphen or dash that joins what stands on both sides of it: "year-on-year", "2–3". */
static bool joins(const rc_text *t, uint32_t i, uint32_t first, uint32_t last)
{
    const rc_token *k = &t->tokens[i];
    if (k->kind != RC_TOKEN_PUNCT || i <= first || i + 1 >= last || spaced(k) || spaced(k + 1))
        return false;
    if (k->first == '-' || k->first == '/')
        return true;
    const unsigned char *p = (const unsigned char *)t->doc->text.ptr + k->start;
    return k->end - k->start == 3 && p[0] == 0xE2 && p[1] == 0x80 && p[2] >= 0x90 && p[2] <= 0x93;
}

/* The end of what hyphens join to token `i`. */
static uint32_t joined_end(const rc_text *t, uint32_t i, const rc_sentence *s)
{
    uint32_t end = i + 1;
    while (end < s->last && end - i < JOINED_MAX && joins(t, end, s->first, s->last))
        end += 2;
    return end;
}

/* "least", "most" of "at least 400". */
static bool is_bound(const rc_token *k)
{
    return (k->classes & RC_CLASS(APPROXIMATOR)) && k->entry &&
           (k->entry->forms & RC_FORM_SUPERLATIVE);
}

/* Where a figure begins to which the approximators from `i` on belong: "more than 400"; else `i`.
 */
static uint32_t approximated(const rc_text *t, uint32_t i, const rc_sentence *s)
{
    uint32_t n = i;
    if (i + 2 < s->last && t->tokens[i].pos == RC_POS_PREPOSITION && is_bound(&t->tokens[i + 1]))
        n++;
    while (n < s->last && n < i + APPROXIMATORS_MAX &&
           (t->tokens[n].classes & RC_CLASS(APPROXIMATOR)) && t->tokens[n].pos != RC_POS_VERB)
        n++;
    bool figure = n < s->last && n > i && t->tokens[n].pos == RC_POS_NUMBER;
    /* "over 60%" begins with its approximator, "over three years" does not. */
    return figure && (n > i + 1 || t->tokens[i].pos != RC_POS_PREPOSITION) ? n : i;
}

typedef struct {
    const rc_text *t;
    const rc_sentence *s;
    uint32_t at;
    uint32_t head;   /* UINT32_MAX: no noun yet */
    uint32_t figure; /* last number */
    bool determined, adjective, proper;
} noun_state;

static void take_noun(noun_state *n, uint32_t end)
{
    const rc_token *k = &n->t->tokens[end - 1];
    bool modifies = end > n->at + 1 && end < n->s->last && n->head == UINT32_MAX &&
                    (k[1].pos == RC_POS_ADJECTIVE || k[1].pos == RC_POS_NOUN);
    n->at = end;
    if (!modifies && (k->pos == RC_POS_NOUN || k->pos == RC_POS_PROPER)) {
        n->head = end - 1;
        n->proper = k->pos == RC_POS_PROPER;
    } else if (!modifies && k->pos == RC_POS_NUMBER) {
        n->figure = end - 1;
    } else { /* "a multi-party special committee" */
        n->adjective = true;
    }
}

/* "in 2023 China exported": a year behind a preposition stands by itself. */
static bool year_ends(const noun_state *n)
{
    const rc_token *k = &n->t->tokens[n->at - 1], *next = &n->t->tokens[n->at];
    return k->kind == RC_TOKEN_NUMBER && k->end - k->start == 4 && next->pos != RC_POS_NUMBER &&
           n->at >= 2 && n->t->tokens[n->at - 2].pos == RC_POS_PREPOSITION;
}

/* An adjective or adverb goes on with the group where a noun or figure follows in it. */
static bool leads_to_noun(const rc_text *t, uint32_t i, const rc_sentence *s)
{
    for (uint32_t n = i; n < s->last && n < i + 8; n++) {
        uint8_t pos = t->tokens[n].pos;
        if (pos == RC_POS_NOUN || pos == RC_POS_PROPER || pos == RC_POS_NUMBER)
            return true;
        bool inner = pos == RC_POS_ADJECTIVE || pos == RC_POS_ADVERB ||
                     joins(t, n, s->first, s->last) || t->tokens[n].first == ',' ||
                     (n > i && pos == RC_POS_CONJUNCTION) || rc_token_is_quote(t, &t->tokens[n]);
        if (!inner && !(n > i && joins(t, n - 1, s->first, s->last)))
            return false;
    }
    return false;
}

/* "political and economic crisis", "a long, costly war": between two adjectives of one noun. */
static bool joins_adjectives(const noun_state *n)
{
    const rc_token *k = &n->t->tokens[n->at];
    if (n->at <= n->s->first || n->at + 1 >= n->s->last || k[-1].pos != RC_POS_ADJECTIVE ||
        k[1].pos != RC_POS_ADJECTIVE || n->head != UINT32_MAX)
        return false;
    return (k->pos == RC_POS_CONJUNCTION || k->first == ',') &&
           leads_to_noun(n->t, n->at + 1, n->s);
}

/* "Marks & Spencer": a sign between two names. */
static bool joins_names(const noun_state *n)
{
    const rc_token *k = &n->t->tokens[n->at];
    return k->first == '&' && n->at > n->s->first && n->at + 1 < n->s->last &&
           k[-1].pos == RC_POS_PROPER && k[1].pos == RC_POS_PROPER;
}

/* "U.S. federal courts": behind a name an adjective may go on, but not "council last month". */
static bool name_goes_on(const noun_state *n, uint32_t end)
{
    const rc_token *k = &n->t->tokens[n->at];
    return k[-1].pos == RC_POS_PROPER && !(k->classes & RC_CLASS(CONTRAST)) && end < n->s->last &&
           leads_to_noun(n->t, end, n->s);
}

/* Takes the next piece of a noun group. False: the group ends here. */
static bool noun_step(noun_state *n)
{
    const rc_text *t = n->t;
    const rc_token *k = &t->tokens[n->at];
    bool empty = n->head == UINT32_MAX && n->figure == UINT32_MAX && !n->adjective;
    uint32_t end = joined_end(t, n->at, n->s);
    switch ((rc_pos)k->pos) {
    case RC_POS_DETERMINER:
        if (!empty ||
            (n->determined && (k->classes & (RC_CLASS(DEFINITE) | RC_CLASS(POSSESSIVE))) &&
             (k[-1].classes & RC_CLASS(DEFINITE))))
            return false;
        n->determined = true;
        n->at++;
        return true;
    case RC_POS_NUMBER:
        if (n->head != UINT32_MAX && !(k[-1].entry && (k[-1].entry->kinds & RC_KIND_TIME)) &&
            k[-1].pos == RC_POS_NOUN && n->figure != UINT32_MAX)
            return false;
        take_noun(n, end);
        return true;
    case RC_POS_NOUN:
    case RC_POS_PROPER:
        if (!empty && year_ends(n))
            return false;
        take_noun(n, end);
        return true;
    case RC_POS_ADJECTIVE:
        if (n->head != UINT32_MAX && !name_goes_on(n, end))
            return false;
        take_noun(n, end);
        return true;
    case RC_POS_ADVERB:
        if (n->head != UINT32_MAX || (!n->determined && empty) || !leads_to_noun(t, n->at, n->s))
            return false;
        n->at = end;
        return true;
    case RC_POS_VERB: /* "a well-known, Berlin-based": the compound counts, not its last part */
        if (end == n->at + 1)
            return false;
        take_noun(n, end);
        return true;
    case RC_POS_OTHER:
        if (rc_token_is_quote(t, k) && n->head == UINT32_MAX && n->at + 1 < n->s->last &&
            leads_to_noun(t, n->at + 1, n->s)) {
            n->at++;
            return true;
        }
        break;
    case RC_POS_CONJUNCTION:
    case RC_POS_AUX:
    case RC_POS_PREPOSITION:
    case RC_POS_SUBORDINATOR:
    case RC_POS_PRONOUN:
    case RC_POS_PARTICLE:
        break;
    }
    if (!joins_adjectives(n) && !joins_names(n))
        return false;
    n->at++;
    return true;
}

static rc_group *add_group(rc_chunker *c, rc_group_kind kind, uint32_t first, uint32_t last)
{
    rc_text *t = c->text;
    rc_group g = {.first = first,
                  .last = last,
                  .head = last - 1,
                  .possessor = UINT32_MAX,
                  .preposition = UINT32_MAX,
                  .governor = UINT32_MAX,
                  .subject = UINT32_MAX,
                  .object = UINT32_MAX,
                  .agent = UINT32_MAX,
                  .kind = (uint8_t)kind};
    RC_PUSH(c->arena, t->groups, t->group_count, c->capacity, g);
    return &t->groups[t->group_count - 1];
}

static void flag_noun(rc_group *g, const rc_text *t, const noun_state *n)
{
    const rc_token *first = &t->tokens[g->first], *head = &t->tokens[g->head];
    if (n->proper)
        g->flags |= RC_GROUP_PROPER;
    if (first->classes & (RC_CLASS(DEFINITE) | RC_CLASS(POSSESSIVE)))
        g->flags |= RC_GROUP_DEFINITE;
    if (head->flags & RC_TOKEN_PLURAL)
        g->flags |= RC_GROUP_PLURAL;
}

/* A noun group that begins at `at`; where it ends, `at` itself for none. */
static uint32_t chunk_noun(rc_chunker *c, const rc_sentence *s, uint32_t at)
{
    rc_text *t = c->text;
    noun_state n = {.t = t, .s = s, .at = at, .head = UINT32_MAX, .figure = UINT32_MAX};
    n.at = approximated(t, at, s);
    bool figure = n.at > at;
    while (n.at < s->last && noun_step(&n)) {
    }
    bool stands_alone =
        n.determined && (n.adjective || (t->tokens[n.at - 1].classes & RC_CLASS(PRONOUN)));
    if (n.head == UINT32_MAX && n.figure == UINT32_MAX && !stands_alone && !figure)
        return at;
    rc_group *g = add_group(c, RC_GROUP_NOUN, at, n.at);
    g->head = n.head != UINT32_MAX ? n.head : n.figure != UINT32_MAX ? n.figure : n.at - 1;
    flag_noun(g, t, &n);
    return n.at;
}

static uint32_t chunk_pronoun(rc_chunker *c, uint32_t at)
{
    const rc_token *k = &c->text->tokens[at];
    if (k->classes & RC_CLASS(RELATIVE) && !(k->classes & RC_CLASS(DEFINITE)))
        return at;
    rc_group *g = add_group(c, RC_GROUP_NOUN, at, at + 1);
    g->flags |= RC_GROUP_PRONOUN;
    return at + 1;
}

typedef struct {
    bool infinitive, modal, future, negated, past, perfect, be, have, finite_seen;
} verb_state;

static bool is_past(const rc_token *k)
{
    return k->form == RC_VERB_PAST ||
           (k->pos == RC_POS_AUX && k->entry && (k->entry->forms & RC_FORM_VERB_PAST) &&
            !(k->entry->forms & RC_FORM_VERB_BASE));
}

static void take_auxiliary(verb_state *v, const rc_token *k)
{
    if (!v->finite_seen && is_past(k))
        v->past = true;
    v->finite_seen = true;
    v->perfect = v->perfect || v->have;
    v->be = v->have = false;
    if (k->classes & RC_CLASS(FUTURE))
        v->future = true;
    else if (k->classes & RC_CLASS(MODAL))
        v->modal = true;
    else if (k->classes & RC_CLASS(HAVE))
        v->have = true;
    else if ((k->classes & RC_CLASS(BE)) || (k->classes & RC_CLASS(GENITIVE)))
        v->be = true;
}

/* The verb that goes on with auxiliaries before `i`, adverbs passed over; UINT32_MAX: none. */
static uint32_t next_verb(const rc_text *t, uint32_t i, uint32_t last, bool over_pronoun)
{
    for (uint32_t n = i; n < last && n < i + 6; n++) {
        const rc_token *k = &t->tokens[n];
        if (k->pos == RC_POS_VERB || k->pos == RC_POS_AUX)
            return n;
        bool inner = k->pos == RC_POS_ADVERB || (k->classes & RC_CLASS(NEGATION)) ||
                     (over_pronoun && k->pos == RC_POS_PRONOUN);
        if (!inner)
            return UINT32_MAX;
    }
    return UINT32_MAX;
}

static void flag_verb(rc_group *g, const rc_text *t, const verb_state *v)
{
    const rc_token *head = &t->tokens[g->head];
    bool copula = head->pos == RC_POS_AUX && !(head->classes & (RC_CLASS(MODAL) | RC_CLASS(HAVE)));
    bool participle = head->form == RC_VERB_PARTICIPLE && !copula;
    uint32_t flags = 0;
    flags |= v->negated ? RC_GROUP_NEGATED : 0u;
    flags |= v->modal ? RC_GROUP_MODAL : 0u;
    flags |= v->future ? RC_GROUP_FUTURE : 0u;
    flags |= v->past ? RC_GROUP_PAST : 0u;
    flags |= v->perfect || v->have ? RC_GROUP_PERFECT : 0u;
    flags |= v->infinitive ? RC_GROUP_INFINITIVE : 0u;
    flags |= copula ? RC_GROUP_COPULA : 0u;
    flags |= participle && v->be ? RC_GROUP_PASSIVE : 0u;
    if (!v->finite_seen && !v->infinitive && head->form == RC_VERB_ING)
        flags |= RC_GROUP_GERUND;
    if (participle && !v->finite_seen && !v->infinitive)
        flags |= RC_GROUP_PARTICIPLE;
    g->flags = (uint16_t)flags;
}

/* "is to build", "is going to build": the infinitive is the main verb. The token of its "to". */
static uint32_t future_infinitive(const rc_text *t, uint32_t head, uint32_t last)
{
    const rc_token *k = &t->tokens[head];
    bool opens = (k->classes & RC_CLASS(BE)) || (k->pos == RC_POS_VERB && k->form == RC_VERB_ING &&
                                                 (k->classes & RC_CLASS(FUTURE)));
    return opens && head + 2 < last && k[1].pos == RC_POS_PARTICLE &&
                   (k[1].classes & RC_CLASS(INFINITIVE)) &&
                   next_verb(t, head + 2, last, false) != UINT32_MAX
               ? head + 1
               : UINT32_MAX;
}

/* A verb group that begins at `at`; where it ends, `at` itself for none. */
static uint32_t chunk_verb(rc_chunker *c, const rc_sentence *s, uint32_t at)
{
    rc_text *t = c->text;
    verb_state v = {0};
    uint32_t i = at, head = UINT32_MAX;
    if (t->tokens[i].pos == RC_POS_PARTICLE) {
        if (!(t->tokens[i].classes & RC_CLASS(INFINITIVE)))
            return at;
        v.infinitive = true;
        i++;
    }
    for (;;) {
        uint32_t verb = next_verb(t, i, s->last, head != UINT32_MAX && head == at);
        if (verb == UINT32_MAX)
            break;
        for (uint32_t n = i; n <= verb; n++)
            v.negated = v.negated || (t->tokens[n].classes & RC_CLASS(NEGATION));
        head = verb;
        i = verb + 1;
        const rc_token *k = &t->tokens[verb];
        uint32_t to = future_infinitive(t, head, s->last);
        if (to != UINT32_MAX) {
            v = (verb_state){.future = true, .negated = v.negated, .finite_seen = true};
            i = to + 1;
            continue;
        }
        if (k->pos == RC_POS_VERB)
            break;
        take_auxiliary(&v, k);
    }
    if (head == UINT32_MAX)
        return at;
    const rc_token *k = &t->tokens[head];
    if (k->pos == RC_POS_VERB) {
        v.past = v.past || (!v.finite_seen && k->form == RC_VERB_PAST);
        v.perfect = v.perfect || (v.have && k->form == RC_VERB_PARTICIPLE);
        v.have = false;
    }
    /* "is not", "may not": the negation behind a verb without another. */
    while (i < s->last && (t->tokens[i].classes & RC_CLASS(NEGATION)) &&
           t->tokens[i].pos == RC_POS_PARTICLE) {
        v.negated = true;
        i++;
    }
    rc_group *g = add_group(c, RC_GROUP_VERB, at, i);
    g->head = head;
    flag_verb(g, t, &v);
    return i;
}

void rc_chunk_sentence(rc_chunker *c, const rc_sentence *s)
{
    rc_text *t = c->text;
    uint32_t at = s->first;
    while (at < s->last) {
        const rc_token *k = &t->tokens[at];
        uint32_t end = at;
        switch ((rc_pos)k->pos) {
        case RC_POS_PRONOUN:
            end = chunk_pronoun(c, at);
            break;
        case RC_POS_AUX:
        case RC_POS_PARTICLE:
            end = chunk_verb(c, s, at);
            break;
        case RC_POS_VERB: /* "export-dependent regions" is no verb */
            end = joined_end(t, at, s) > at + 1 ? chunk_noun(c, s, at) : at;
            end = end > at ? end : chunk_verb(c, s, at);
            break;
        case RC_POS_DETERMINER:
        case RC_POS_NUMBER:
        case RC_POS_ADJECTIVE:
        case RC_POS_NOUN:
        case RC_POS_PROPER:
        case RC_POS_ADVERB:
        case RC_POS_PREPOSITION:
        case RC_POS_SUBORDINATOR:
            end = chunk_noun(c, s, at);
            break;
        case RC_POS_OTHER:
        case RC_POS_CONJUNCTION:
            break;
        }
        at = end > at ? end : at + 1;
    }
}
