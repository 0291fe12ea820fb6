/* Clauses are cut between two verb groups at the last word between them that can open a clause:
 * a subordinator, a relative, a conjunction, or a comma, semicolon, colon or dash. An infinitive,
 * and a verb group with nothing of the kind before it, stays in the clause of the verb before. */
#include "claims/clause.h"

#include "base/hash.h"

static bool is_break(const rc_token *k)
{
    if (k->kind == RC_TOKEN_PUNCT)
        return k->first == ',' || k->first == ';' || k->first == ':' || k->first == '(' ||
               k->first == 0xe2; /* dashes and quotation marks of U+2010 to U+201F */
    return k->pos == RC_POS_SUBORDINATOR || k->pos == RC_POS_CONJUNCTION ||
           (k->classes & RC_CLASS(RELATIVE)) != 0;
}

/* Where the clause of the verb group `v` begins, looking back no further than `from`. */
static uint32_t clause_start(const rc_text *t, uint32_t from, const rc_group *v)
{
    uint32_t limit = v->first;
    if (v->subject != UINT32_MAX && t->groups[v->subject].first >= from &&
        t->groups[v->subject].first < limit)
        limit = t->groups[v->subject].first;
    for (uint32_t i = limit; i > from; i--) {
        if (is_break(&t->tokens[i - 1]))
            return i - 1;
    }
    /* No word opens it: it begins with its subject where that lies between the two verbs. */
    return limit < v->first ? limit : UINT32_MAX;
}

static void clauses_of_sentence(rc_arena *a, const rc_text *t, uint32_t s, rc_clauses *out)
{
    const rc_sentence *sentence = &t->sentences[s];
    rc_clause now = {sentence->first, sentence->last, UINT32_MAX, s};
    uint32_t verb_end = sentence->first;
    for (uint32_t g = t->sentence_groups[s]; g < t->sentence_groups[s + 1]; g++) {
        const rc_group *v = &t->groups[g];
        if (v->kind != RC_GROUP_VERB)
            continue;
        uint32_t start = UINT32_MAX;
        if (now.verb == UINT32_MAX)
            now.verb = g;
        else if (!(v->flags & RC_GROUP_INFINITIVE))
            start = clause_start(t, verb_end, v);
        if (start != UINT32_MAX && start > now.first) {
            now.last = start;
            RC_PUSH(a, out->items, out->count, out->capacity, now);
            now = (rc_clause){start, sentence->last, g, s};
        }
        verb_end = v->last;
    }
    RC_PUSH(a, out->items, out->count, out->capacity, now);
}

rc_clauses *rc_clauses_find(rc_arena *a, const rc_text *t)
{
    rc_clauses *out = RC_NEW(a, rc_clauses);
    out->sentence_first = RC_NEW_ARRAY(a, uint32_t, t->sentence_count + 1);
    for (uint32_t s = 0; s < t->sentence_count; s++) {
        out->sentence_first[s] = (uint32_t)out->count;
        clauses_of_sentence(a, t, s, out);
    }
    out->sentence_first[t->sentence_count] = (uint32_t)out->count;
    return out;
}

uint32_t rc_clause_at(const rc_clauses *c, const rc_text *t, uint32_t token)
{
    uint32_t s = rc_text_sentence_at(t, token);
    uint32_t at = c->sentence_first[s];
    while (at + 1 < c->sentence_first[s + 1] && c->items[at + 1].first <= token)
        at++;
    return at;
}

/* Whether a class of words stands between two tokens. A capital inside the sentence makes a name of
 * it: "May" is a month. */
static bool has_class(const rc_text *t, uint32_t first, uint32_t last, uint64_t classes)
{
    for (uint32_t i = first; i < last; i++) {
        /* A month or a name can be spelled like a modal: "in May". */
        const uint16_t capital = RC_TOKEN_CAPITAL | RC_TOKEN_SENTENCE_START;
        bool name = (t->tokens[i].flags & capital) == RC_TOKEN_CAPITAL;
        if (!name && (t->tokens[i].classes & classes))
            return true;
    }
    return false;
}

static uint64_t verb_classes(const rc_text *t, const rc_lexicon *l, const rc_group *v)
{
    const rc_token *k = &t->tokens[v->head];
    return k->classes | rc_lexicon_classes(l, k->lemma);
}

/* A verb of planning plans where something is to follow ("plans to open", "is expected in May");
 * alone it may mean another thing ("set up a company"). */
static bool plans(const rc_text *t, uint32_t group, uint32_t end)
{
    const rc_group *v = &t->groups[group];
    if (v->flags & RC_GROUP_PASSIVE)
        return true;
    for (uint32_t g = group + 1; g < t->group_count && t->groups[g].first < end; g++) {
        if (t->groups[g].kind == RC_GROUP_VERB)
            return (t->groups[g].flags & RC_GROUP_INFINITIVE) && t->groups[g].first <= v->last + 4;
    }
    return false;
}

static rc_modality verb_modality(const rc_text *t, const rc_lexicon *l, uint32_t group,
                                 uint32_t end)
{
    const rc_group *v = &t->groups[group];
    uint64_t classes = verb_classes(t, l, v);
    bool behind = v->last < end && (t->tokens[v->last].classes & RC_CLASS(NEGATION));
    if ((v->flags & RC_GROUP_NEGATED) || behind)
        return RC_NEGATED;
    if (v->flags & RC_GROUP_MODAL)
        return RC_HYPOTHETICAL;
    if ((v->flags & RC_GROUP_FUTURE) || ((classes & RC_CLASS(PLANNING)) && plans(t, group, end)))
        return RC_PLANNED;
    return classes & RC_CLASS(ESTIMATING) ? RC_ESTIMATED : RC_ASSERTED;
}

rc_modality rc_clause_modality(const rc_clauses *c, const rc_text *t, const rc_lexicon *l,
                               uint32_t clause)
{
    const rc_clause *at = &c->items[clause];
    if (has_class(t, at->first, at->last, RC_CLASS(HYPOTHETICAL)))
        return RC_HYPOTHETICAL;
    rc_modality result = RC_ASSERTED;
    for (uint32_t g = at->verb; g < t->group_count && t->groups[g].first < at->last; g++) {
        if (t->groups[g].kind != RC_GROUP_VERB)
            continue;
        rc_modality m = verb_modality(t, l, g, at->last);
        if (m == RC_NEGATED)
            return m;
        if (result == RC_ASSERTED || m == RC_HYPOTHETICAL)
            result = m == RC_ASSERTED ? result : m;
    }
    return result;
}

size_t rc_mention_from(const rc_mentions *m, uint32_t token)
{
    return token <= m->token_count ? m->from[token] : m->count;
}

const rc_mention *rc_mention_entity_at(const rc_mentions *m, uint32_t token)
{
    uint32_t i = token < m->token_count ? m->entity_at[token] : 0;
    return i ? &m->items[i - 1] : NULL;
}

static bool is_date(const rc_mention *m)
{
    return m->type == RC_MENTION_TIME && rc_time_dates(&m->as.time);
}

bool rc_time_is_baseline(const rc_text *t, const rc_mention *m)
{
    uint32_t at = m->first;
    if (at > 1 && (t->tokens[at - 1].classes & RC_CLASS(PREPOSITION)) &&
        (t->tokens[at - 2].classes & RC_CLASS(BASELINE)))
        return true;
    if (at == 0 || !(t->tokens[at - 1].classes & RC_CLASS(BASELINE)))
        return false;
    return m->as.time.anchor != RC_ANCHOR_NONE || !(t->tokens[at - 1].classes & RC_CLASS(SINCE));
}

const rc_mention *rc_clause_time(const rc_clauses *c, const rc_text *t, const rc_mentions *m,
                                 uint32_t clause, const rc_mention *except)
{
    const rc_clause *at = &c->items[clause];
    const rc_mention *found = NULL;
    for (size_t i = rc_mention_from(m, at->first); i < m->count && m->items[i].first < at->last;
         i++) {
        if (is_date(&m->items[i]) && &m->items[i] != except && !found &&
            !rc_time_is_baseline(t, &m->items[i]))
            found = &m->items[i];
    }
    if (found)
        return found;
    const rc_sentence *s = &t->sentences[at->sentence];
    const rc_clause *first = &c->items[c->sentence_first[at->sentence]];
    uint32_t end = first->verb == UINT32_MAX ? first->last : t->groups[first->verb].first;
    uint32_t count = 0;
    for (size_t i = rc_mention_from(m, s->first); i < m->count && m->items[i].first < s->last;
         i++) {
        if (!is_date(&m->items[i]) || &m->items[i] == except ||
            rc_time_is_baseline(t, &m->items[i]))
            continue;
        if (m->items[i].first < end)
            return &m->items[i];
        found = &m->items[i];
        count++;
    }
    return count == 1 ? found : NULL;
}

rc_argument rc_group_argument(rc_arena *a, const rc_text *t, const rc_mentions *m, uint32_t group)
{
    const rc_group *g = &t->groups[group];
    rc_argument out = {.span = {t->tokens[g->first].start, t->tokens[g->last - 1].end}};
    const rc_mention *e = rc_mention_entity_at(m, g->head);
    if (e) {
        out.text = rc_arena_str(a, m->entities[e->as.entity.index].name);
        out.key = rc_word_from(out.text);
        out.entity = e->as.entity.index + 1;
        out.cls = (uint8_t)m->entities[e->as.entity.index].cls;
        out.country = m->entities[e->as.entity.index].country.len > 0;
        return out;
    }
    uint64_t key = RC_HASH_START;
    uint32_t first = UINT32_MAX;
    for (uint32_t i = g->first; i < g->last; i++) {
        const rc_token *k = &t->tokens[i];
        if (k->kind != RC_TOKEN_WORD || k->pos == RC_POS_DETERMINER ||
            (k->classes & (RC_CLASS(DETERMINER) | RC_CLASS(POSSESSIVE))))
            continue;
        if (first == UINT32_MAX)
            first = i;
        key = rc_hash_mix(key, k->lemma);
    }
    if (first == UINT32_MAX)
        return out;
    out.key = key;
    out.text = rc_arena_str(
        a, rc_doc_slice(t->doc, (rc_span){t->tokens[first].start, t->tokens[g->last - 1].end}));
    return out;
}

/* Who stands behind a subject such as "data of the agency": the group's own name, or one inside it
 * or in the group that hangs on it. */
static rc_argument bearer(rc_arena *a, const rc_text *t, const rc_mentions *m, uint32_t group)
{
    const rc_group *g = &t->groups[group];
    const rc_mention *own = rc_mention_entity_at(m, g->head);
    uint32_t last = g->last;
    if (!own && group + 1 < t->group_count && t->groups[group + 1].governor == group &&
        t->groups[group + 1].kind == RC_GROUP_NOUN)
        last = t->groups[group + 1].last;
    for (uint32_t i = g->first; i < last && !own; i++)
        own = rc_mention_entity_at(m, i);
    if (!own)
        return rc_group_argument(a, t, m, group);
    const rc_entity *e = &m->entities[own->as.entity.index];
    return (rc_argument){.text = rc_arena_str(a, e->name),
                         .key = rc_word_from(e->name),
                         .entity = own->as.entity.index + 1,
                         .span = own->span,
                         .cls = (uint8_t)e->cls,
                         .country = e->country.len > 0};
}

rc_argument rc_clause_source(rc_arena *a, const rc_text *t, const rc_mentions *m, uint32_t sentence)
{
    uint32_t end = t->sentence_groups[sentence + 1];
    for (uint32_t g = t->sentence_groups[sentence]; g < end; g++) {
        const rc_group *group = &t->groups[g];
        const rc_token *head = &t->tokens[group->head];
        if (group->kind == RC_GROUP_VERB && group->subject != UINT32_MAX &&
            !(group->flags & RC_GROUP_PASSIVE) && (head->classes & RC_CLASS(REPORTING)))
            return bearer(a, t, m, group->subject);
        /* "according to X": the preposition's own word reports. */
        if (group->kind == RC_GROUP_NOUN && group->first > t->sentences[sentence].first + 1) {
            uint32_t before = group->first - 1;
            if (t->tokens[before - 1].kind == RC_TOKEN_WORD &&
                (t->tokens[before - 1].classes & RC_CLASS(REPORTING)) &&
                t->tokens[before].pos == RC_POS_PREPOSITION)
                return bearer(a, t, m, g);
        }
    }
    return (rc_argument){.key = 0};
}
