/* The features of an open claim come from the light parse: the verb of its clause (predicate), the
 * verb's subject and object, the noun that a figure counts or measures, its modifiers, and the
 * other words of the clause. In a table the heads of row and column stand for a clause. */
#include "claims/open.h"

#include "base/hash.h"
#include "base/map.h"
#include "text/phrases.h"

#define FEATURES_MAX 48 /* of one claim */
#define PASSAGE_MAX 64  /* of one sentence */

#define BESIDE_WORDS 4 /* between a figure and the date that it is of */

#define WEIGHT_NAME 210
#define WEIGHT_UNKNOWN 190
#define WEIGHT_VALUE 220
#define WEIGHT_SMALL_VALUE 60
#define WEIGHT_YEAR 70

struct rc_claimer {
    const rc_lexicon *lexicon;
    const rc_scopes *scopes;
    rc_phrases concepts; /* tables/concepts: phrase -> its concept's number */
    rc_phrases counted;  /* tables/counted: the same of what figures count or measure */
    rc_map functional;   /* hash of word and part of tables/functional */
};

typedef struct {
    const rc_claimer *k;
    rc_arena *a; /* of what is kept */
    rc_arena *scratch;
    const rc_text *t;
    const rc_mentions *m;
    rc_clauses *clauses;
    rc_claim_list *out;
    uint32_t *table_first;    /* for each block: first block of its table */
    uint32_t *block_sentence; /* for each block: its first sentence + 1; 0: none */
    rc_feature buffer[PASSAGE_MAX];
    uint32_t count, max;
} builder;

#define NO_CONTENT                                                                                 \
    (RC_CLASS(STOPWORD) | RC_CLASS(DETERMINER) | RC_CLASS(PREPOSITION) | RC_CLASS(CONJUNCTION) |   \
     RC_CLASS(PRONOUN) | RC_CLASS(POSSESSIVE) | RC_CLASS(AUXILIARY) | RC_CLASS(MODAL) |            \
     RC_CLASS(SUBORDINATOR) | RC_CLASS(APPROXIMATOR) | RC_CLASS(HONORIFIC))

static uint8_t word_weight(const rc_token *k)
{
    if (k->kind != RC_TOKEN_WORD || (k->classes & NO_CONTENT) || k->end - k->start < 2)
        return 0;
    if (!k->entry)
        return WEIGHT_UNKNOWN;
    uint32_t frequency = 0;
    for (int i = 0; i < 4; i++) {
        if (k->entry->frequency[i] > frequency)
            frequency = k->entry->frequency[i];
    }
    uint32_t loss = frequency * 14;
    return (uint8_t)(loss > 130 ? 50 : 180 - loss);
}

static void add(builder *b, rc_word word, uint32_t entity, rc_feature_role role, uint8_t weight)
{
    if (!weight || b->count == b->max)
        return;
    for (uint32_t i = 0; i < b->count; i++) {
        if (b->buffer[i].word == word && (word || b->buffer[i].entity == entity))
            return; /* the first role given is the strongest */
    }
    b->buffer[b->count++] = (rc_feature){word, entity, 0, (uint8_t)role, weight};
}

/* The value of a figure or date beside the claim, as a word. */
static void add_value(builder *b, const rc_mention *m)
{
    if (m->type == RC_MENTION_QUANTITY) {
        const rc_quantity *q = &m->as.quantity;
        if (q->identifier || !q->has_low)
            return;
        uint64_t h = rc_hash_mix((uint64_t)q->low.digits, (uint64_t)(uint32_t)q->low.exponent);
        bool small = q->unit->dimension == RC_DIM_NUMBER && q->low.exponent >= 0 &&
                     q->low.digits < 13 && q->low.digits > -13;
        add(b, rc_hash_mix(h, rc_hash(q->unit->id)), 0, RC_FEATURE_VALUE,
            small ? WEIGHT_SMALL_VALUE : WEIGHT_VALUE);
    } else if (m->type == RC_MENTION_TIME && m->as.time.low != RC_DAY_NONE) {
        uint64_t h =
            rc_hash_mix((uint64_t)(uint32_t)m->as.time.low, (uint64_t)(uint32_t)m->as.time.high);
        add(b, h, 0, RC_FEATURE_VALUE,
            m->as.time.grain <= RC_GRAIN_MONTH ? WEIGHT_VALUE : WEIGHT_YEAR);
    }
}

/* Of the mentions that reach into a range: the last figure or date, whose words are no words, and
 * the last name. */
typedef struct {
    size_t at; /* of the mentions */
    const rc_mention *value, *name;
} covering;

/* Adds the mentions that begin up to token `i` and still reach it. */
static void add_mentions(builder *b, covering *c, uint32_t i, rc_feature_role role,
                         const rc_mention *except)
{
    for (; c->at < b->m->count && b->m->items[c->at].first <= i; c->at++) {
        const rc_mention *m = &b->m->items[c->at];
        if (m->last <= i || m == except)
            continue;
        if (m->type == RC_MENTION_ENTITY) {
            add(b, 0, m->as.entity.index + 1, role, WEIGHT_NAME);
            c->name = m;
            continue;
        }
        add_value(b, m);
        if (!c->value || c->value->last < m->last)
            c->value = m;
    }
}

/* The words and names of tokens [first, last), without those of the mention `except`. */
static void add_range(builder *b, uint32_t first, uint32_t last, rc_feature_role role,
                      const rc_mention *except)
{
    if (b->count == b->max)
        return;
    covering c = {.at = rc_mention_from(b->m, first > 16 ? first - 16 : 0)};
    for (uint32_t i = first; i < last; i++) {
        add_mentions(b, &c, i, role, except);
        if ((except && i >= except->first && i < except->last) || (c.value && i < c.value->last))
            continue;
        const rc_token *k = &b->t->tokens[i];
        bool named = c.name && i < c.name->last;
        add(b, k->root, named ? c.name->as.entity.index + 1 : 0, role, word_weight(k));
    }
}

static void add_group(builder *b, uint32_t group, rc_feature_role role, const rc_mention *except)
{
    if (group == UINT32_MAX)
        return;
    const rc_group *g = &b->t->groups[group];
    if (g->head < b->t->token_count &&
        !(except && g->head >= except->first && g->head < except->last))
        add_range(b, g->head, g->head + 1, role, except);
    add_range(b, g->first, g->last, role, except);
    if (g->possessor != UINT32_MAX) {
        const rc_group *p = &b->t->groups[g->possessor];
        add_range(b, p->first, p->last, role, except);
    }
}

#define DATELINE_TOKENS 24

static bool is_dash(const rc_text *t, uint32_t token)
{
    static const char *const dashes[] = {"-", "--", "\xe2\x80\x93", "\xe2\x80\x94"};
    rc_str text = rc_token_text(t, token);
    for (size_t i = 0; i < sizeof(dashes) / sizeof(*dashes); i++) {
        if (rc_str_eq(text, rc_str_from(dashes[i])))
            return true;
    }
    return false;
}

/* Where the matter of a sentence begins: behind "OSLO, March 3 (Wire) -". Where a text was written
 * and for whom says nothing of what it tells. */
static uint32_t matter_of(const rc_text *t, const rc_sentence *s)
{
    const rc_token *k = t->tokens;
    if (!(k[s->first].flags & RC_TOKEN_ALL_CAPS))
        return s->first;
    uint32_t depth = 0;
    for (uint32_t i = s->first; i < s->last && i < s->first + DATELINE_TOKENS; i++) {
        if (!depth && (k[i].flags & RC_TOKEN_SPACE_BEFORE) && i + 1 < s->last && is_dash(t, i))
            return i + 1;
        depth += k[i].first == '(';
        depth -= depth && k[i].first == ')';
        if (!depth && k[i].kind == RC_TOKEN_WORD && !(k[i].flags & RC_TOKEN_CAPITAL))
            return s->first;
    }
    return s->first;
}

static rc_feature *keep(builder *b, uint32_t *ret_count)
{
    rc_feature *kept = RC_NEW_ARRAY(b->a, rc_feature, b->count);
    for (uint32_t i = 0; i < b->count; i++)
        kept[i] = b->buffer[i];
    *ret_count = b->count;
    b->count = 0;
    return kept;
}

/* A noun group that hangs on another by "of": "premium of 34 per cent", "60% of the market". */
static bool hangs_by_preposition(const rc_group *g)
{
    return g->preposition != UINT32_MAX && g->governor != UINT32_MAX;
}

/* What a figure counts or measures: its own noun, the head of the group that it stands in, or the
 * noun on which it hangs. Group index of the measured noun, or UINT32_MAX. */
static uint32_t measured_group(const builder *b, const rc_mention *m, rc_relation *relation)
{
    uint32_t g = rc_text_group_at(b->t, m->last - 1, RC_GROUP_NOUN);
    if (g == UINT32_MAX)
        return UINT32_MAX;
    const rc_group *group = &b->t->groups[g];
    if (group->head >= m->last || group->head < m->first) {
        *relation = RC_RELATION_MODIFIER;
        return g;
    }
    if (hangs_by_preposition(group) && b->t->groups[group->governor].kind == RC_GROUP_NOUN) {
        *relation = RC_RELATION_PREPOSITION;
        return group->governor;
    }
    return UINT32_MAX;
}

/* Of what the figure is a part or an amount: the group right behind it that hangs on it. */
static uint32_t whole_group(const builder *b, const rc_mention *m)
{
    uint32_t g = rc_text_group_at(b->t, m->last - 1, RC_GROUP_NOUN);
    if (g == UINT32_MAX || g + 1 >= b->t->group_count)
        return UINT32_MAX;
    const rc_group *next = &b->t->groups[g + 1];
    return next->kind == RC_GROUP_NOUN && next->governor == g && next->first <= m->last + 3
               ? g + 1
               : UINT32_MAX;
}

static rc_relation verb_relation(const builder *b, const rc_mention *m, const rc_group *v)
{
    uint32_t g = rc_text_group_at(b->t, m->last - 1, RC_GROUP_NOUN);
    if (g == UINT32_MAX || !v)
        return RC_RELATION_NONE;
    if (v->agent == g)
        return RC_RELATION_AGENT;
    if (v->subject == g)
        return RC_RELATION_SUBJECT;
    if (v->object == g)
        return v->flags & RC_GROUP_COPULA ? RC_RELATION_COMPLEMENT : RC_RELATION_OBJECT;
    if (b->t->groups[g].preposition != UINT32_MAX)
        return RC_RELATION_PREPOSITION;
    return RC_RELATION_NONE;
}

/* The root of what a verb form says, whatever part of speech was picked: "born" is of "bear". */
static rc_word verb_root(const builder *b, const rc_token *k)
{
    if (!k->entry || !k->entry->lemma[RC_VERB])
        return k->root;
    const rc_lex_entry *verb = rc_lexicon_find(b->k->lexicon, k->entry->lemma[RC_VERB]);
    return verb && verb->root ? verb->root : k->entry->lemma[RC_VERB];
}

#define COUNTED_REACH 4 /* words from the head of what is counted: "share of the vote" */

static rc_word concept_word(uint32_t number)
{
    return rc_hash_mix(UINT64_C(0x636f6e6365707400), number);
}

/* The concept of the phrase that begins at a token, as a word; 0: none. */
static rc_word concept_at(const builder *b, uint32_t token, uint32_t end)
{
    uint32_t value, length;
    if (rc_phrases_match(&b->k->concepts, b->t, token, end, &value, &length) != RC_OK)
        return 0;
    return concept_word(value);
}

/* The concept of a noun group: of the longest turn in it that has its head. 0: none. */
static rc_word group_concept(const builder *b, const rc_phrases *p, const rc_group *g)
{
    uint32_t end = g->head + COUNTED_REACH;
    if (end > b->t->token_count)
        end = (uint32_t)b->t->token_count;
    for (uint32_t i = g->first; i <= g->head; i++) {
        uint32_t value, length;
        if (rc_phrases_match(p, b->t, i, end, &value, &length) == RC_OK && i + length > g->head)
            return concept_word(value);
    }
    return 0;
}

#define WEIGHT_CONCEPT 120

/* The verb that a name, date or figure hangs on: the one its preposition follows, a participle too
 * ("a bridge opened in 1931"); else the verb of the clause. */
static const rc_group *own_verb(const builder *b, const rc_mention *m, const rc_clause *at)
{
    uint32_t g = rc_text_group_at(b->t, m->last - 1, RC_GROUP_NOUN);
    const rc_group *group = g == UINT32_MAX ? NULL : &b->t->groups[g];
    if (group && group->governor != UINT32_MAX &&
        b->t->groups[group->governor].kind == RC_GROUP_VERB)
        return &b->t->groups[group->governor];
    return at->verb == UINT32_MAX ? NULL : &b->t->groups[at->verb];
}

#define CONCEPT_REACH 9 /* words of the text in which a verbal turn stands */

/* The concept of a verb group: of the turn that begins at its auxiliary ("was held"), else at its
 * main verb. */
static rc_word verb_concept(const builder *b, const rc_group *v)
{
    uint32_t end = v->head + CONCEPT_REACH;
    if (end > b->t->token_count)
        end = (uint32_t)b->t->token_count;
    for (uint32_t i = v->head; (v->flags & RC_GROUP_PASSIVE) && i > v->first; i--) {
        if (b->t->tokens[i - 1].pos != RC_POS_AUX)
            continue;
        rc_word concept = concept_at(b, i - 1, end);
        if (concept)
        return concept;
        break;
    }
    return concept_at(b, v->head, end);
}

static void verb_features(builder *b, rc_claim *c, const rc_group *v, const rc_mention *m)
{
    const rc_token *head = &b->t->tokens[v->head];
    bool light =
        (v->flags & RC_GROUP_COPULA) || (head->classes & (RC_CLASS(AUXILIARY) | RC_CLASS(HAVE)));
    if (!light)
        add(b, verb_root(b, head), 0, RC_FEATURE_PREDICATE, word_weight(head));
    rc_word concept = verb_concept(b, v);
    if (concept)
        add(b, concept, 0, RC_FEATURE_PREDICATE, WEIGHT_CONCEPT);
    c->attribute = rc_arena_str(b->a, rc_token_text(b->t, v->head));
    c->attribute_key = light ? rc_word_from(RC_STR("be")) : verb_root(b, head);
    bool passive = (v->flags & RC_GROUP_PASSIVE) != 0;
    add_group(b, v->subject, passive ? RC_FEATURE_OBJECT : RC_FEATURE_SUBJECT, m);
    add_group(b, v->object, RC_FEATURE_OBJECT, m);
    add_group(b, v->agent, RC_FEATURE_SUBJECT, m);
    uint32_t g = rc_text_group_at(b->t, m->last - 1, RC_GROUP_NOUN);
    if (v->subject != UINT32_MAX && v->subject != g && !c->subject.key)
        c->subject = rc_group_argument(b->a, b->t, b->m, v->subject);
    if (v->object != UINT32_MAX && v->object != g)
        c->object = rc_group_argument(b->a, b->t, b->m, v->object);
}

/* Of a clause in which no verb was recognized, the first word that can be one in the past tense. */
static void likely_verb(builder *b, const rc_clause *at)
{
    for (uint32_t i = at->first; i < at->last; i++) {
        const rc_token *k = &b->t->tokens[i];
        if (!k->entry || (k->flags & RC_TOKEN_CAPITAL) ||
            !(k->entry->forms & (RC_FORM_VERB_PAST | RC_FORM_VERB_PARTICIPLE)))
            continue;
        add(b, verb_root(b, k), 0, RC_FEATURE_PREDICATE, word_weight(k));
        rc_word concept = concept_at(b, i, at->last);
        if (concept)
            add(b, concept, 0, RC_FEATURE_PREDICATE, WEIGHT_CONCEPT);
        return;
    }
}

/* What happened on a day that no verb tells of: "Grounding of the ferry, 8 October", "Arrival | 9
 * March": the turns of [first, last) that name an event. */
static void event_nouns(builder *b, const rc_mention *m, uint32_t first, uint32_t last)
{
    if (m->type != RC_MENTION_TIME)
        return;
    for (uint32_t i = first; i < last; i++) {
        const rc_token *k = &b->t->tokens[i];
        rc_word concept =
            k->kind == RC_TOKEN_WORD && k->pos == RC_POS_NOUN ? concept_at(b, i, last) : 0;
        if (concept)
            add(b, concept, 0, RC_FEATURE_PREDICATE, WEIGHT_CONCEPT);
    }
}

static uint64_t classes_of(const builder *b, const rc_sentence *s)
{
    uint64_t classes = 0;
    for (uint32_t i = s->first; i < s->last; i++)
        classes |= b->t->tokens[i].classes;
    return classes;
}

static rc_time copied(builder *b, const rc_time *t)
{
    rc_time out = *t;
    out.value = rc_arena_str(b->a, t->value);
    return out;
}

/* The year or quarter that heads a row or column is when its cells held. */
static void cell_time(builder *b, rc_claim *c, const rc_sentence *head)
{
    for (size_t i = rc_mention_from(b->m, head->first);
         i < b->m->count && b->m->items[i].first < head->last && !c->time.value.len; i++) {
        const rc_mention *o = &b->m->items[i];
        if (o->type == RC_MENTION_TIME && o->as.time.kind == RC_TIME_DATE &&
            o->as.time.low != RC_DAY_NONE)
            c->time = copied(b, &o->as.time);
    }
}

/* The heads of the row and the column that a cell stands in. */
static void cell_features(builder *b, rc_claim *c, const rc_mention *m)
{
    const rc_doc *d = b->t->doc;
    const rc_block *cell = &d->blocks[c->block];
    c->relation = RC_RELATION_CELL;
    for (uint32_t i = b->table_first[c->block]; i < d->block_count; i++) {
        const rc_block *other = &d->blocks[i];
        if (other->table != cell->table || i - b->table_first[c->block] > 4096)
            break;
        bool row_head = other->row == cell->row && other->column == 0 && cell->column != 0;
        bool column_head = other->column == cell->column && other->row == 0 && cell->row != 0;
        if ((!row_head && !column_head) || !b->block_sentence[i])
            continue;
        const rc_sentence *s = &b->t->sentences[b->block_sentence[i] - 1];
        add_range(b, s->first, s->last, row_head ? RC_FEATURE_SUBJECT : RC_FEATURE_COUNTED, m);
        cell_time(b, c, s);
        event_nouns(b, m, s->first, s->last);
        if (column_head && (classes_of(b, s) & RC_CLASS(TOTAL)))
            c->marks |= RC_MARK_TOTAL_COLUMN;
        if (row_head) {
            uint64_t classes = classes_of(b, s);
            if (classes & RC_CLASS(TOTAL))
                c->marks |= RC_MARK_TOTAL;
            if (classes & RC_CLASS(INCLUDED))
                c->marks |= RC_MARK_INCLUDED;
            c->subject.text = rc_arena_str(b->a, rc_doc_slice(d, other->span));
            c->subject.key = rc_word_from(c->subject.text);
            c->subject.span = other->span;
        }
    }
}

/* The bound that the word right before a date sets; a date that only names something ("the 2005
 * reform") has none. */
static rc_time_bound time_bound(const builder *b, const rc_mention *m)
{
    const rc_token *k = b->t->tokens;
    uint32_t at = m->first;
    if (at > 1 && k[at - 1].pos == RC_POS_DETERMINER)
        at--;
    if (at == 0)
        return RC_TIME_ON;
    uint64_t classes = k[at - 1].classes;
    if ((at > 1 && (k[at - 2].classes & RC_CLASS(SNAPSHOT)) && (classes & RC_CLASS(PREPOSITION))))
        return RC_TIME_SNAPSHOT;
    if (classes & RC_CLASS(AGENT))
        return RC_TIME_UNTIL;
    if (classes & RC_CLASS(BEFORE))
        return RC_TIME_BEFORE;
    if (classes & RC_CLASS(AFTER))
        return RC_TIME_AFTER;
    if (classes & RC_CLASS(SINCE))
        return RC_TIME_SINCE;
    return classes & RC_CLASS(UNTIL) ? RC_TIME_UNTIL : RC_TIME_ON;
}

static void set_value(builder *b, rc_claim *c, const rc_mention *m)
{
    c->value_span = m->span;
    switch (m->type) {
    case RC_MENTION_QUANTITY:
        c->type = RC_VALUE_QUANTITY;
        c->value.quantity = rc_quantity_copy(b->a, &m->as.quantity);
        break;
    case RC_MENTION_TIME:
        c->type = RC_VALUE_TIME;
        c->value.time = copied(b, &m->as.time);
        c->bound = (uint8_t)time_bound(b, m);
        break;
    case RC_MENTION_ENTITY:
        c->type = RC_VALUE_ENTITY;
        c->value.entity = (rc_argument){
            .text = rc_arena_str(b->a, b->m->entities[m->as.entity.index].name),
            .key = rc_word_from(b->m->entities[m->as.entity.index].name),
            .entity = m->as.entity.index + 1,
            .span = m->span,
            .cls = (uint8_t)b->m->entities[m->as.entity.index].cls,
            .country = b->m->entities[m->as.entity.index].country.len > 0,
        };
        break;
    }
}

/* "(born June 21, 1961": a participle before the date, in the same brackets or right there, is what
 * happened then, whatever the clause goes on to say. */
static void add_participle(builder *b, const rc_mention *m)
{
    uint32_t first = m->first > 10 ? m->first - 10 : 0;
    uint32_t words = 0;
    for (uint32_t i = m->first; i > first; i--) {
        const rc_token *k = &b->t->tokens[i - 1];
        bool opens = i >= 2 && b->t->tokens[i - 2].first == '(';
        if (k->first == '(' || k->first == ')' || (k->flags & RC_TOKEN_SENTENCE_START))
            return;
        words += k->kind == RC_TOKEN_WORD &&
                 !(k->classes & (RC_CLASS(PREPOSITION) | RC_CLASS(DETERMINER)));
        rc_word concept = opens ? concept_at(b, i - 1, m->first) : 0;
        if (concept)
            add(b, concept, 0, RC_FEATURE_PREDICATE, WEIGHT_CONCEPT);
        if (k->entry && (words == 1 || opens) &&
            (k->entry->forms & (RC_FORM_VERB_PARTICIPLE | RC_FORM_VERB_PAST))) {
            concept = concept_at(b, i - 1, m->first);
            if (concept)
                add(b, concept, 0, RC_FEATURE_PREDICATE, WEIGHT_CONCEPT);
            add(b, verb_root(b, k), 0, RC_FEATURE_PREDICATE, word_weight(k));
            return;
        }
    }
}

/* "Bligh Brothers (40 percent)", "Length: 412 meters": the group before a bracket or colon is what
 * the figure is of. */
static void label_features(builder *b, rc_claim *c, const rc_mention *m)
{
    if (m->first < 2)
        return;
    unsigned char sign = b->t->tokens[m->first - 1].first;
    if (sign != '(' && sign != ':')
        return;
    uint32_t g = rc_text_group_at(b->t, m->first - 2, RC_GROUP_NOUN);
    if (g == UINT32_MAX)
        return;
    add_group(b, g, sign == ':' ? RC_FEATURE_COUNTED : RC_FEATURE_SUBJECT, m);
    if (sign == '(')
        c->subject = rc_group_argument(b->a, b->t, b->m, g);
}

static void noun_features(builder *b, rc_claim *c, const rc_mention *m)
{
    label_features(b, c, m);
    rc_relation relation = RC_RELATION_NONE;
    if (m->type == RC_MENTION_QUANTITY && m->as.quantity.of.len) {
        /* The noun counted stands right behind, in the figure's own group or in one after "of". */
        uint32_t g = rc_text_group_at(b->t, m->last - 1, RC_GROUP_NOUN);
        if (g != UINT32_MAX && b->t->groups[g].head >= m->last) {
            const rc_token *head = &b->t->tokens[b->t->groups[g].head];
            add(b, head->root, 0, RC_FEATURE_COUNTED, word_weight(head));
        } else {
            add(b, rc_word_from(m->as.quantity.of), 0, RC_FEATURE_COUNTED, 120);
        }
    }
    if (m->type == RC_MENTION_TIME)
        add_participle(b, m);
    uint32_t measured = measured_group(b, m, &relation);
    if (measured != UINT32_MAX) {
        const rc_group *g = &b->t->groups[measured];
        add_range(b, g->head, g->head + 1, RC_FEATURE_COUNTED, m);
        bool when = m->type == RC_MENTION_TIME;
        rc_word concept = group_concept(b, when ? &b->k->concepts : &b->k->counted, g);
        if (concept)
            add(b, concept, 0, when ? RC_FEATURE_PREDICATE : RC_FEATURE_COUNTED, WEIGHT_CONCEPT);
        add_range(b, g->first, g->last, RC_FEATURE_MODIFIER, m);
        if (!c->object.key)
            c->object = rc_group_argument(b->a, b->t, b->m, measured);
        c->relation = (uint8_t)relation;
    }
    add_group(b, whole_group(b, m), RC_FEATURE_OBJECT, m);
}

/* The scope words of a group, less the claim's own: an ordinal does not bound itself. */
static void scope_of_group(builder *b, rc_claim *c, uint32_t group, const rc_mention *m)
{
    if (group == UINT32_MAX)
        return;
    const rc_group *g = &b->t->groups[group];
    uint32_t before = m->first < g->last ? m->first : g->last;
    uint32_t behind = m->last > g->first ? m->last : g->first;
    if (before > g->first)
        rc_scope_add(b->k->scopes, b->t, g->first, before, &c->scope);
    if (behind < g->last)
        rc_scope_add(b->k->scopes, b->t, behind, g->last, &c->scope);
}

/* The words beside the figure, of what it measures, and of the verb's subject. */
static void set_scope(builder *b, rc_claim *c, const rc_mention *m, const rc_group *v)
{
    rc_relation relation;
    uint32_t own = rc_text_group_at(b->t, m->last - 1, RC_GROUP_NOUN);
    uint32_t measured = measured_group(b, m, &relation);
    scope_of_group(b, c, own, m);
    if (measured != own)
        scope_of_group(b, c, measured, m);
    scope_of_group(b, c, whole_group(b, m), m);
    if (v && v->subject != own)
        scope_of_group(b, c, v->subject, m);
    /* "a day", "long", "a year": right behind the figure. */
    uint32_t end = m->last + 2 < b->t->token_count ? m->last + 2 : (uint32_t)b->t->token_count;
    rc_scope_add(b->k->scopes, b->t, m->last, end, &c->scope);
}

/* Whether a word of a class stands within `reach` tokens on either side, in the sentence. */
static bool beside(const builder *b, const rc_mention *m, const rc_sentence *s, uint32_t reach,
                   uint64_t classes)
{
    uint32_t first = m->first > s->first + reach ? m->first - reach : s->first;
    uint32_t last = m->last + reach < s->last ? m->last + reach : s->last;
    for (uint32_t i = first; i < last; i++) {
        if (b->t->tokens[i].classes & classes)
            return true;
    }
    return false;
}

/* "three of the five piers", "three out of five": the number behind is all there are. */
static bool is_whole(const builder *b, const rc_mention *m, const rc_sentence *s)
{
    const rc_token *k = b->t->tokens;
    if (m->type != RC_MENTION_QUANTITY || m->as.quantity.role != RC_ROLE_LEVEL ||
        m->as.quantity.unit->dimension != RC_DIM_NUMBER || m->first < s->first + 2)
        return false;
    uint32_t at = m->first - 1;
    if (k[at].classes & RC_CLASS(DEFINITE))
        at--;
    if (k[at].pos != RC_POS_PREPOSITION)
        return false;
    for (uint32_t back = 1; back <= 3 && at >= s->first + back; back++) {
        if (k[at - back].kind == RC_TOKEN_NUMBER || k[at - back].pos == RC_POS_NUMBER)
            return true;
    }
    return false;
}

/* "15 people, not 12 as first reported". */
static bool denies_a_figure(const builder *b, const rc_mention *m, const rc_sentence *s)
{
    for (size_t i = rc_mention_from(b->m, s->first);
         i < b->m->count && b->m->items[i].first < s->last; i++) {
        const rc_mention *o = &b->m->items[i];
        if (o != m && o->type == m->type && o->first > m->last &&
            (b->t->tokens[o->first - 1].classes & RC_CLASS(NEGATION)) &&
            b->t->tokens[o->first - 2].kind == RC_TOKEN_PUNCT)
            return true;
    }
    return false;
}

static uint16_t marks_of(const builder *b, const rc_mention *m, const rc_sentence *s)
{
    const rc_token *k = b->t->tokens;
    uint32_t marks = 0;
    if (beside(b, m, s, 3, RC_CLASS(TOTAL)))
        marks |= RC_MARK_TOTAL;
    if (beside(b, m, s, 2, RC_CLASS(INCLUDED)))
        marks |= RC_MARK_INCLUDED;
    if (beside(b, m, s, s->last - s->first, RC_CLASS(REVISING)) || denies_a_figure(b, m, s))
        marks |= RC_MARK_REVISING;
    if (m->first > s->first && k[m->first - 1].first == '(')
        marks |= RC_MARK_BRACKETED;
    if (is_whole(b, m, s))
        marks |= RC_MARK_WHOLE;
    if (b->t->doc->blocks[s->block].head)
        marks |= RC_MARK_HEAD;
    return (uint16_t)marks;
}

static bool functional(const builder *b, uint32_t token, rc_word part)
{
    const rc_token *k = &b->t->tokens[token];
    return rc_map_get(&b->k->functional, rc_hash_mix(k->lemma, part)) ||
           rc_map_get(&b->k->functional, rc_hash_mix(k->word, part));
}

/* "Tamil and Telugu": one of several names. */
static bool is_listed(const builder *b, const rc_mention *m)
{
    const rc_token *k = b->t->tokens;
    uint32_t end = (uint32_t)b->t->token_count;
    bool before = m->first > 1 && k[m->first - 1].pos == RC_POS_CONJUNCTION &&
                  rc_mention_entity_at(b->m, m->first - 2);
    bool after = m->last + 1 < end && k[m->last].pos == RC_POS_CONJUNCTION &&
                 rc_mention_entity_at(b->m, m->last + 1);
    return before || after;
}

/* Whether a name fills a part that only one can: "directed by X", "born in X", "the capital of Y is
 * X", and the same turned round. */
static bool fills_one_part(const builder *b, const rc_mention *m, const rc_group *v)
{
    uint32_t g = rc_text_group_at(b->t, m->last - 1, RC_GROUP_NOUN);
    if (!v || g == UINT32_MAX)
        return false;
    const rc_group *group = &b->t->groups[g];
    rc_word agent = rc_word_from(RC_STR("agent")), complement = rc_word_from(RC_STR("complement"));
    bool passive = (v->flags & RC_GROUP_PASSIVE) != 0;
    if (v->flags & RC_GROUP_COPULA) {
        uint32_t other = v->object == g ? v->subject : v->subject == g ? v->object : UINT32_MAX;
        return other != UINT32_MAX && functional(b, b->t->groups[other].head, complement);
    }
    if (v->agent == g || (!passive && v->subject == g))
        return functional(b, v->head, agent);
    return group->preposition != UINT32_MAX && group->preposition >= v->last &&
           functional(b, v->head, b->t->tokens[group->preposition].word);
}

/* The date beside a figure: "(2023: £594 million)", "£549 million in 2023", "234,422 movements in
 * 2016". */
static const rc_mention *time_beside(const builder *b, uint32_t index)
{
    const rc_mention *m = &b->m->items[index];
    if (m->type != RC_MENTION_QUANTITY)
        return NULL;
    const rc_token *k = b->t->tokens;
    const rc_mention *o = index > 0 ? m - 1 : NULL;
    if (o && m->first == o->last + 1 && k[o->last].first == ':' && o->type == RC_MENTION_TIME &&
        rc_time_dates(&o->as.time))
        return o;
    for (uint32_t i = index + 1; i < b->m->count; i++) {
        o = &b->m->items[i];
        if (o->type == RC_MENTION_ENTITY && o->first <= m->last + BESIDE_WORDS)
            continue;
        if (o->type != RC_MENTION_TIME || !rc_time_dates(&o->as.time) ||
            o->first > m->last + BESIDE_WORDS || rc_time_is_baseline(b->t, o))
            return NULL;
        for (uint32_t at = m->last; at < o->first; at++) {
            if (k[at].pos == RC_POS_VERB || k[at].kind == RC_TOKEN_PUNCT ||
                (k[at].flags & RC_TOKEN_SENTENCE_START))
                return NULL;
        }
        return o;
    }
    return NULL;
}

static void claim_of_mention(builder *b, uint32_t index, const rc_mention *m)
{
    const rc_text *t = b->t;
    uint32_t clause = rc_clause_at(b->clauses, t, m->first);
    const rc_clause *at = &b->clauses->items[clause];
    const rc_sentence *sentence = &t->sentences[at->sentence];
    rc_claim c = {
        .span = {t->tokens[at->first].start, t->tokens[at->last - 1].end},
        .sentence = {t->tokens[sentence->first].start, t->tokens[sentence->last - 1].end},
        .block = sentence->block,
        .passage = at->sentence,
        .mention = index,
        .quoted = (t->tokens[m->first].flags & RC_TOKEN_IN_QUOTES) != 0,
    };
    rc_block_kind kind = t->doc->blocks[sentence->block].kind;
    c.headline = kind == RC_BLOCK_TITLE || kind == RC_BLOCK_HEADING;
    set_value(b, &c, m);
    c.marks = marks_of(b, m, sentence);
    b->max = b->out->plain ? 0 : FEATURES_MAX;
    noun_features(b, &c, m);
    const rc_group *v = own_verb(b, m, at);
    if (v) {
        if (!c.relation)
            c.relation = (uint8_t)verb_relation(b, m, v);
        if ((v->flags & RC_GROUP_PAST) &&
            !(v->flags & (RC_GROUP_MODAL | RC_GROUP_FUTURE | RC_GROUP_INFINITIVE)))
            c.marks |= RC_MARK_PAST;
        verb_features(b, &c, v, m);
    }
    if (!v) {
        likely_verb(b, at);
        event_nouns(b, m, at->first, at->last);
    } else if ((v->flags & RC_GROUP_COPULA) && v->subject != UINT32_MAX) {
        event_nouns(b, m, t->groups[v->subject].first, t->groups[v->subject].last);
    }
    if (kind == RC_BLOCK_TABLE_CELL)
        cell_features(b, &c, m);
    if (m->type == RC_MENTION_ENTITY && fills_one_part(b, m, v))
        c.marks |= RC_MARK_FUNCTIONAL;
    if (m->type == RC_MENTION_ENTITY && is_listed(b, m))
        c.marks |= RC_MARK_LISTED;
    uint32_t matter = matter_of(t, sentence);
    add_range(b, at->first > matter ? at->first : matter, at->last, RC_FEATURE_CLAUSE, m);
    c.features = keep(b, &c.feature_count);
    set_scope(b, &c, m, v);
    c.modality = rc_clause_modality(b->clauses, t, b->k->lexicon, clause);
    const rc_mention *when = c.time.value.len ? NULL : time_beside(b, index);
    if (!when && !c.time.value.len)
        when = rc_clause_time(b->clauses, t, b->m, clause, m);
    if (when && m->type != RC_MENTION_TIME) {
        c.time = copied(b, &when->as.time);
        if (time_bound(b, when) == RC_TIME_SNAPSHOT)
            c.marks |= RC_MARK_SNAPSHOT;
    }
    c.source = rc_clause_source(b->a, t, b->m, at->sentence);
    RC_PUSH(b->scratch, b->out->items, b->out->count, b->out->capacity, c);
}

/* A year inside a name or before a noun tells which one is meant, not when something happened: "the
 * 2019 World Cup", "the 2021 count"; unless the noun is what something is said to be: "X is a 2015
 * film". */
static bool names_something(const builder *b, const rc_mention *m)
{
    if (m->as.time.kind != RC_TIME_DATE || m->as.time.grain < RC_GRAIN_QUARTER)
        return false;
    const rc_mention *e = rc_mention_entity_at(b->m, m->first);
    if (e && (e->first < m->first || e->last > m->last))
        return true;
    uint32_t g = rc_text_group_at(b->t, m->last - 1, RC_GROUP_NOUN);
    if (g == UINT32_MAX || b->t->groups[g].head < m->last)
        return false;
    const rc_clause *at = &b->clauses->items[rc_clause_at(b->clauses, b->t, m->first)];
    const rc_group *v = at->verb == UINT32_MAX ? NULL : &b->t->groups[at->verb];
    return !(v && (v->flags & RC_GROUP_COPULA) && v->object == g && v->subject != UINT32_MAX);
}

/* Four digits that could be a year, before one thing: "(2015 film)" counts no films. */
static bool year_like(const builder *b, const rc_mention *m)
{
    const rc_quantity *q = &m->as.quantity;
    if (q->unit->dimension != RC_DIM_NUMBER || q->spelled || !q->has_low || q->per ||
        m->span.end - m->span.start != 4 || q->low.exponent < 0)
        return false;
    double n = rc_decimal_approximate(q->low);
    if (n < 1400 || n > 2100)
        return false;
    uint32_t g = rc_text_group_at(b->t, m->last - 1, RC_GROUP_NOUN);
    return g == UINT32_MAX || b->t->groups[g].head < m->last ||
           !(b->t->groups[g].flags & RC_GROUP_PLURAL);
}

/* "OSLO, March 3 - Text ...": the date belongs to the document, and says nothing of its matter. */
static bool in_dateline(const rc_doc *d, rc_span span)
{
    const char *at = d->dateline_text.ptr;
    if (!d->dateline_text.len || (uintptr_t)at < (uintptr_t)d->text.ptr ||
        (uintptr_t)at >= (uintptr_t)(d->text.ptr + d->text.len))
        return false;
    uint32_t start = (uint32_t)(at - d->text.ptr);
    return rc_span_overlaps(span, (rc_span){start, start + (uint32_t)d->dateline_text.len});
}

/* A month or a longer stretch in a clause that gives a figure says when the figure held. */
static bool dates_a_figure(const builder *b, const rc_mention *m)
{
    if (m->as.time.kind != RC_TIME_DATE || m->as.time.grain < RC_GRAIN_MONTH)
        return false;
    const rc_clause *at = &b->clauses->items[rc_clause_at(b->clauses, b->t, m->first)];
    for (size_t i = rc_mention_from(b->m, at->first);
         i < b->m->count && b->m->items[i].first < at->last; i++) {
        const rc_mention *o = &b->m->items[i];
        if (o->type == RC_MENTION_QUANTITY && !o->as.quantity.identifier &&
            o->as.quantity.role != RC_ROLE_ORDINAL && !o->as.quantity.spelled)
            return true;
    }
    return false;
}

static bool makes_claim(const builder *b, const rc_mention *m)
{
    const rc_sentence *s = &b->t->sentences[rc_text_sentence_at(b->t, m->first)];
    if (b->t->doc->blocks[s->block].kind == RC_BLOCK_BYLINE || in_dateline(b->t->doc, m->span) ||
        m->first < matter_of(b->t, s))
        return false;
    switch (m->type) {
    case RC_MENTION_QUANTITY:
        return !m->as.quantity.identifier && !year_like(b, m);
    case RC_MENTION_TIME:
        if (names_something(b, m) || dates_a_figure(b, m))
            return false;
        return m->as.time.kind == RC_TIME_DURATION ||
               (m->as.time.kind == RC_TIME_DATE && m->as.time.low != RC_DAY_NONE);
    case RC_MENTION_ENTITY:
        return !m->as.entity.alias;
    }
    return false;
}

static void passages(builder *b, rc_arena *scratch)
{
    const rc_text *t = b->t;
    uint32_t *of_block = RC_NEW_ARRAY(scratch, uint32_t, t->doc->block_count + 1);
    for (uint32_t s = 0; s < t->sentence_count; s++) {
        const rc_sentence *sentence = &t->sentences[s];
        const rc_block *block = &t->doc->blocks[sentence->block];
        if (!of_block[sentence->block])
            of_block[sentence->block] = s + 1;
        b->max = b->out->plain ? 0 : PASSAGE_MAX;
        b->count = 0;
        add_range(b, matter_of(t, sentence), sentence->last, RC_FEATURE_PASSAGE, NULL);
        rc_passage p = {
            .span = {t->tokens[sentence->first].start, t->tokens[sentence->last - 1].end},
            .block = sentence->block,
            .heading = UINT32_MAX,
        };
        if (block->section != UINT32_MAX && block->section < t->doc->block_count &&
            of_block[block->section])
            p.heading = of_block[block->section] - 1;
        p.features = keep(b, &p.feature_count);
        RC_PUSH(b->scratch, b->out->passages, b->out->passage_count, b->out->passage_capacity, p);
    }
    b->block_sentence = of_block;
}

static void tables(builder *b, rc_arena *scratch)
{
    const rc_doc *d = b->t->doc;
    b->table_first = RC_NEW_ARRAY(scratch, uint32_t, d->block_count + 1);
    for (uint32_t i = 0; i < d->block_count; i++) {
        bool same = i > 0 && d->blocks[i].table && d->blocks[i].table == d->blocks[i - 1].table;
        b->table_first[i] = same ? b->table_first[i - 1] : i;
    }
}

/* A phrase's value is a number for its concept, from 0 in the order of the tables. */
static void add_concepts(rc_arena *a, rc_phrases *p, rc_map *numbers, const rc_table *t)
{
    rc_phrases_init(p, a);
    if (!t)
        return;
    size_t phrase = rc_table_column(t, "phrase"), concept = rc_table_column(t, "concept");
    for (size_t i = 0; i < t->row_count; i++) {
        uint32_t *n = rc_map_put(numbers, rc_word_from(rc_table_cell(t, i, concept)),
                                 (uint32_t)numbers->count);
        rc_phrases_add(p, rc_table_cell(t, i, phrase), *n);
    }
}

rc_claimer *rc_claimer_new(rc_arena *a, const rc_rules *r)
{
    rc_claimer *k = RC_NEW(a, rc_claimer);
    *k = (rc_claimer){.lexicon = rc_rules_lexicon(r), .scopes = rc_scopes_new(a, r)};
    rc_map numbers;
    rc_map_init(&numbers, a, 1024);
    add_concepts(a, &k->concepts, &numbers, rc_rules_table(r, "tables/concepts"));
    add_concepts(a, &k->counted, &numbers, rc_rules_table(r, "tables/counted"));
    rc_map_init(&k->functional, a, 128);
    const rc_table *t = rc_rules_table(r, "tables/functional");
    size_t word = t ? rc_table_column(t, "word") : 0, part = t ? rc_table_column(t, "part") : 0;
    for (size_t i = 0; t && i < t->row_count; i++) {
        rc_word w = rc_word_from(rc_table_cell(t, i, word));
        rc_map_put(&k->functional, rc_hash_mix(w, rc_word_from(rc_table_cell(t, i, part))), 1);
    }
    return k;
}

void rc_open_claims(rc_arena *a, rc_arena *scratch, const rc_claimer *k, const rc_text *t,
                    const rc_mentions *m, rc_claim_list *out)
{
    builder *b = RC_NEW(scratch, builder);
    *b = (builder){.a = a,
                   .scratch = scratch,
                   .t = t,
                   .m = m,
                   .k = k,
                   .out = out,
                   .clauses = rc_clauses_find(scratch, t)};
    if (!out->capacity) {
        out->capacity = m->count + m->count / 4 + 8; /* with those of families */
        out->items = RC_NEW_ARRAY(scratch, rc_claim, out->capacity);
    }
    tables(b, scratch);
    passages(b, scratch);
    for (uint32_t i = 0; i < m->count; i++) {
        if (makes_claim(b, &m->items[i]))
            claim_of_mention(b, i, &m->items[i]);
    }
}
