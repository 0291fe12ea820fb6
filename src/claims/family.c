#include "claims/family.h"

#include <stdlib.h>

#include "base/hash.h"
#include "claims/clause.h"
#include "claims/equation.h"
#include "claims/match.h"

#define WORDS_MAX 24 /* of one phrase that its key is made of */

typedef struct {
    rc_arena *a, *scratch;
    const rc_rules *r;
    const rc_text *t;
    const rc_mentions *m;
    rc_claim_list *out;
    size_t open_count;   /* claims that were there before */
    uint32_t *open;      /* by mention: open claim + 1 */
    rc_clauses *clauses; /* made when the first claim is */
} builder;

/* --- arguments -------------------------------------------------------------------------------- */

static int by_word(const void *a, const void *b)
{
    rc_word x = *(const rc_word *)a, y = *(const rc_word *)b;
    return (x > y) - (x < y);
}

static bool is_time(const builder *b, uint32_t token)
{
    for (size_t i = rc_mention_from(b->m, token > 8 ? token - 8 : 0);
         i < b->m->count && b->m->items[i].first <= token; i++) {
        if (b->m->items[i].type == RC_MENTION_TIME && b->m->items[i].last > token)
            return true;
    }
    return false;
}

static bool carries_content(const rc_token *k)
{
    return k->kind != RC_TOKEN_PUNCT && k->pos != RC_POS_DETERMINER &&
           !(k->classes & (RC_CLASS(DETERMINER) | RC_CLASS(POSSESSIVE) | RC_CLASS(PREPOSITION) |
                           RC_CLASS(CONJUNCTION)));
}

/* The roots of a phrase, in no order: "output of steel" is "steel output". A name counts as one
 * word, however it is written. */
static rc_word phrase_key(const builder *b, uint32_t first, uint32_t last)
{
    rc_word words[WORDS_MAX];
    size_t n = 0;
    for (uint32_t i = first; i < last && n < WORDS_MAX; i++) {
        const rc_token *k = &b->t->tokens[i];
        const rc_mention *e = rc_mention_entity_at(b->m, i);
        if (e && e->last <= last) {
            words[n++] = rc_word_from(b->m->entities[e->as.entity.index].name);
            i = e->last - 1;
        } else if (carries_content(k) && !is_time(b, i)) {
            words[n++] = k->root ? k->root : k->word;
        }
    }
    if (n == 0)
        return 0;
    qsort(words, n, sizeof(words[0]), by_word);
    uint64_t key = RC_HASH_START;
    for (size_t i = 0; i < n; i++) {
        if (i == 0 || words[i] != words[i - 1])
            key = rc_hash_mix(key, words[i]);
    }
    return key;
}

static rc_argument of_entity(const builder *b, const rc_mention *m)
{
    const rc_entity *e = &b->m->entities[m->as.entity.index];
    rc_str name = rc_arena_str(b->a, e->name);
    return (rc_argument){.text = name,
                         .key = rc_word_from(name),
                         .entity = m->as.entity.index + 1,
                         .span = m->span,
                         .cls = (uint8_t)e->cls,
                         .country = e->country.len > 0,
                         .sure = e->sure,
                         .scale = e->scale,
                         .nation = e->nation,
                         .region = e->region};
}

#define CONTAINERS_MAX 3 /* of one place: "Moss, Ostfold, Norway" */
#define CONTAINER_REACH 4

/* What follows a place tells where it lies: "Salem, Oregon", "Padua in northern Italy". */
static void add_container(const builder *b, const rc_mention *m, rc_argument *place)
{
    uint32_t last = m->last;
    size_t i = (size_t)(m - b->m->items) + 1;
    for (int n = 0; n < CONTAINERS_MAX && i < b->m->count; i++) {
        const rc_mention *next = &b->m->items[i];
        if (next->type != RC_MENTION_ENTITY || next->first < last)
            continue;
        bool joined = next->first < last + CONTAINER_REACH && next->first > last;
        const rc_token *k = &b->t->tokens[last];
        const rc_entity *e = &b->m->entities[next->as.entity.index];
        bool within = k->first == ',' || (k->classes & RC_CLASS(PREPOSITION));
        for (uint32_t t = last + 1; joined && t < next->first; t++)
            joined = b->t->tokens[t].kind == RC_TOKEN_WORD && b->t->tokens[t].pos != RC_POS_VERB &&
                     b->t->tokens[t].pos != RC_POS_CONJUNCTION;
        if (!joined || !within || e->cls != RC_ENTITY_PLACE || next->as.entity.adjective)
            return;
        if (!place->region && e->scale == RC_PLACE_REGION)
            place->region = e->region;
        if (!place->nation)
            place->nation = e->nation;
        last = next->last;
        n++;
    }
}

/* Two names joined ("France and Italy") are a party of their own. */
static bool is_joined(const builder *b, const rc_filler *f)
{
    if (f->first == 0)
        return false;
    const rc_token *before = &b->t->tokens[f->first - 1];
    return before->pos == RC_POS_CONJUNCTION && f->first >= 2 &&
           rc_mention_entity_at(b->m, f->first - 2) != NULL;
}

static uint32_t joined_first(const builder *b, uint32_t first)
{
    const rc_mention *e = rc_mention_entity_at(b->m, first - 2);
    uint32_t start = e->first;
    /* "France, Italy and Spain" */
    while (start >= 2 && b->t->tokens[start - 1].first == ',') {
        e = rc_mention_entity_at(b->m, start - 2);
        if (!e)
            break;
        start = e->first;
    }
    return start;
}

static rc_argument of_words(const builder *b, uint32_t first, uint32_t last)
{
    while (first + 1 < last && !carries_content(&b->t->tokens[first]))
        first++;
    rc_argument out = {.span = {b->t->tokens[first].start, b->t->tokens[last - 1].end}};
    out.key = phrase_key(b, first, last);
    out.text = rc_arena_str(b->a, rc_doc_slice(b->t->doc, out.span));
    return out;
}

static rc_argument argument_of(const builder *b, const rc_slot *slot, const rc_filler *f)
{
    if (f->term != UINT32_MAX && f->term < slot->term_count) {
        const rc_term *term = &slot->terms[f->term];
        rc_argument out = {.text = rc_arena_str(b->a, term->canonical), .key = term->key};
        if (f->first < f->last)
            out.span = (rc_span){b->t->tokens[f->first].start, b->t->tokens[f->last - 1].end};
        return out;
    }
    if (f->first >= f->last)
        return (rc_argument){.key = 0};
    const rc_mention *m = f->mention == UINT32_MAX ? NULL : &b->m->items[f->mention];
    if (m && m->type == RC_MENTION_ENTITY) {
        if (is_joined(b, f))
            return of_words(b, joined_first(b, f->first), m->last);
        return of_entity(b, m);
    }
    return of_words(b, f->first, f->last);
}

/* What the key has behind its first slot, as one argument. */
static rc_argument object_of(const builder *b, const rc_family *f, const rc_match *m)
{
    rc_argument out = {.key = 0};
    for (size_t i = 1; i < f->key_count; i++) {
        const rc_slot *slot = &f->slots[f->key[i]];
        rc_argument next = argument_of(b, slot, &m->slots[f->key[i]]);
        if (!next.key)
            continue;
        if (!out.key) {
            out = next;
            continue;
        }
        out.key = rc_hash_mix(out.key, next.key);
        out.entity = 0;
        out.text = rc_arena_printf(b->a, "%.*s, %.*s", RC_STR_ARG(out.text), RC_STR_ARG(next.text));
    }
    return out;
}

/* --- claims ----------------------------------------------------------------------------------- */

static rc_time copied(const builder *b, const rc_time *t)
{
    rc_time out = *t;
    out.value = rc_arena_str(b->a, t->value);
    return out;
}

/* A claim with what the sentence and the clause say, for a value that has no open claim. */
static rc_claim fresh(builder *b, const rc_match *m, const rc_mention *value)
{
    const rc_text *t = b->t;
    if (!b->clauses)
        b->clauses = rc_clauses_find(b->scratch, t);
    uint32_t clause = rc_clause_at(b->clauses, t, m->trigger);
    uint32_t s = b->clauses->items[clause].sentence;
    const rc_sentence *sentence = &t->sentences[s];
    rc_claim c = {
        .sentence = {t->tokens[sentence->first].start, t->tokens[sentence->last - 1].end},
        .block = sentence->block,
        .passage = s < b->out->passage_count ? s : UINT32_MAX,
        .mention = UINT32_MAX,
        .quoted = (t->tokens[m->trigger].flags & RC_TOKEN_IN_QUOTES) != 0,
    };
    rc_block_kind kind = t->doc->blocks[sentence->block].kind;
    c.headline = kind == RC_BLOCK_TITLE || kind == RC_BLOCK_HEADING;
    c.modality = rc_clause_modality(b->clauses, t, rc_rules_lexicon(b->r), clause);
    const rc_mention *when = rc_clause_time(b->clauses, t, b->m, clause, value);
    if (when)
        c.time = copied(b, &when->as.time);
    c.source = rc_clause_source(b->a, t, b->m, s);
    return c;
}

/* One end of a span of dates, for a slot that asks for it: 1866 of "1866-1936". */
static rc_time end_of(const builder *b, const rc_slot *slot, const rc_time *t)
{
    size_t slash = rc_str_find(t->value, '/');
    if (slash == t->value.len || (slot->types & RC_TYPE(DATE)))
        return copied(b, t);
    rc_str part = slot->types & RC_TYPE(START_DATE) ? rc_str_sub(t->value, 0, slash)
                                                    : rc_str_sub(t->value, slash + 1, t->value.len);
    rc_time out;
    if (rc_time_parse(part, &out) != RC_OK)
        return copied(b, t);
    out.value = rc_arena_str(b->a, part);
    return out;
}

static void set_value(const builder *b, const rc_slot *slot, const rc_filler *f, rc_claim *c)
{
    const rc_mention *m = f->mention == UINT32_MAX ? NULL : &b->m->items[f->mention];
    if (m && m->type == RC_MENTION_QUANTITY) {
        c->type = RC_VALUE_QUANTITY;
        c->value.quantity = rc_quantity_copy(b->a, &m->as.quantity);
        c->value_span = m->span;
    } else if (m && m->type == RC_MENTION_TIME) {
        c->type = RC_VALUE_TIME;
        c->value.time = end_of(b, slot, &m->as.time);
        c->value_span = m->span;
    } else {
        c->type = m && m->type == RC_MENTION_ENTITY ? RC_VALUE_ENTITY : RC_VALUE_TERM;
        c->value.entity =
            m && m->type == RC_MENTION_ENTITY ? of_entity(b, m) : argument_of(b, slot, f);
        if (m && m->type == RC_MENTION_ENTITY && c->value.entity.scale == RC_PLACE_WITHIN &&
            (c->value.entity.cls == RC_ENTITY_PLACE || c->value.entity.cls == RC_ENTITY_OTHER))
            add_container(b, m, &c->value.entity);
        c->value_span = c->value.entity.span;
    }
}

/* A pattern that names "approve" asserts an approval, however much the word speaks of plans. */
static rc_modality modality_of(const builder *b, const rc_match *m, rc_modality said)
{
    const rc_token *k = &b->t->tokens[m->trigger];
    uint64_t classes = k->classes | rc_lexicon_classes(rc_rules_lexicon(b->r), k->lemma);
    bool own = (said == RC_PLANNED && (classes & RC_CLASS(PLANNING))) ||
               (said == RC_ESTIMATED && (classes & RC_CLASS(ESTIMATING)));
    uint32_t v = own ? rc_text_group_at(b->t, m->trigger, RC_GROUP_VERB) : UINT32_MAX;
    if (v == UINT32_MAX || (b->t->groups[v].flags & (RC_GROUP_FUTURE | RC_GROUP_INFINITIVE)))
        return said;
    return RC_ASSERTED;
}

static void add_claim(builder *b, const rc_match *m, size_t value)
{
    const rc_family *f = rc_rules_family(b->r, m->family);
    const rc_slot *slot = &f->slots[value];
    const rc_filler *filler = &m->slots[value];
    uint32_t open = filler->mention == UINT32_MAX ? 0 : b->open[filler->mention];
    const rc_mention *mention =
        filler->mention == UINT32_MAX ? NULL : &b->m->items[filler->mention];
    rc_claim c = open ? b->out->items[open - 1] : fresh(b, m, mention);
    c.family = m->family + 1u;
    c.modality = modality_of(b, m, c.modality);
    c.pattern = m->pattern;
    c.mention = filler->mention;
    c.span = (rc_span){b->t->tokens[m->first].start, b->t->tokens[m->last - 1].end};
    c.attribute = rc_arena_str(b->a, slot->attribute);
    c.attribute_key = rc_word_from(slot->attribute);
    c.relation = RC_RELATION_NONE;
    c.features = NULL; /* the store settles those of the open claim */
    c.feature_count = 0;
    c.subject = argument_of(b, &f->slots[f->key[0]], &m->slots[f->key[0]]);
    c.object = object_of(b, f, m);
    set_value(b, slot, filler, &c);
    RC_PUSH(b->scratch, b->out->items, b->out->count, b->out->capacity, c);
}

/* --- which matches stand ---------------------------------------------------------------------- */

static bool is_filled(const rc_filler *f)
{
    return f->first < f->last || f->term != UINT32_MAX;
}

static size_t filled(const rc_match *m, const rc_family *f)
{
    size_t n = 0;
    for (size_t i = 0; i < f->slot_count; i++)
        n += is_filled(&m->slots[i]);
    return n;
}

/* Whether another match of the family has the same value and says more, or the same and came first;
 * or a pattern of `never` holds there. Matches stand in the order of their triggers, so only those
 * near are looked at. */
static bool is_beaten(const builder *b, const rc_matches *all, size_t at, size_t value)
{
    const rc_match *m = &all->items[at];
    const rc_family *f = rc_rules_family(b->r, m->family);
    const rc_filler *v = &m->slots[value];
    size_t from = at > 100 ? at - 100 : 0;
    for (size_t i = from; i < all->count && i < at + 100; i++) {
        const rc_match *o = &all->items[i];
        if (i == at || o->family != m->family)
            continue;
        if (f->patterns[o->pattern].never) {
            if (o->first < m->last && m->first < o->last)
                return true;
            continue;
        }
        const rc_filler *w = &o->slots[value];
        if (!is_filled(w) || w->first != v->first || w->last != v->last || w->term != v->term)
            continue;
        if (v->first == v->last && o->trigger != m->trigger)
            continue;
        size_t more = filled(o, f), mine = filled(m, f);
        if (more > mine)
            return true;
        if (more == mine && (o->pattern < m->pattern || (o->pattern == m->pattern && i < at)))
            return true;
    }
    return false;
}

static void index_open_claims(builder *b)
{
    b->open = RC_NEW_ARRAY(b->scratch, uint32_t, b->m->count + 1);
    for (size_t i = 0; i < b->open_count; i++) {
        const rc_claim *c = &b->out->items[i];
        if (c->family == 0 && c->mention < b->m->count)
            b->open[c->mention] = (uint32_t)i + 1;
    }
}

/* Whether the verb that a word is, or that stands before it, tells of the past. */
static bool tells_past(const builder *b, uint32_t token)
{
    uint32_t s = rc_text_sentence_at(b->t, token);
    uint32_t verb = UINT32_MAX;
    for (uint32_t g = b->t->sentence_groups[s]; g < b->t->sentence_groups[s + 1]; g++) {
        const rc_group *v = &b->t->groups[g];
        if (v->kind == RC_GROUP_VERB && v->first <= token)
            verb = g;
    }
    return verb != UINT32_MAX && (b->t->groups[verb].flags & (RC_GROUP_PAST | RC_GROUP_PERFECT));
}

/* A claim for each value slot that a match filled, and no better match of the family did. */
static void add_claims(builder *b, const rc_matches *matches, size_t i)
{
    const rc_match *match = &matches->items[i];
    const rc_family *f = rc_rules_family(b->r, match->family);
    if (f->law || f->patterns[match->pattern].never ||
        (f->present && tells_past(b, match->trigger)))
        return;
    for (size_t v = 0; v < f->slot_count; v++) {
        if (f->slots[v].value && is_filled(&match->slots[v]) && !is_beaten(b, matches, i, v))
            add_claim(b, match, v);
    }
}

rc_status rc_family_claims(rc_arena *a, rc_arena *scratch, const rc_rules *r, const rc_text *t,
                           const rc_mentions *m, rc_claim_list *out)
{
    if (rc_rules_family_count(r) == 0)
        return RC_OK;
    rc_matches matches = {0};
    rc_matches_find(scratch, r, t, m, &matches);
    if (matches.count == 0)
        return RC_OK;
    rc_equations_add(a, r, t, m, &matches, out);
    builder b = {
        .a = a, .scratch = scratch, .r = r, .t = t, .m = m, .out = out, .open_count = out->count};
    index_open_claims(&b);
    for (size_t i = 0; i < matches.count; i++)
        add_claims(&b, &matches, i);
    return RC_OK;
}
