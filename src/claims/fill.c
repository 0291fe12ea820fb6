/* Which words fill a slot: mentions for figures, dates and names, noun groups for noun phrases. */
#include "claims/clause.h"
#include "claims/match_internal.h"

#define SKIP_MAX 5  /* words passed over before what fills a slot */
#define CHAIN_MAX 3 /* noun groups joined by prepositions */
#define BRACKET_MAX 15
#define PREDICATE_REACH 9
#define FIGURE_LENGTH 8 /* words of a figure that a pattern may reach into */

#define FIGURES                                                                                    \
    (RC_TYPE(PERCENT) | RC_TYPE(POINTS) | RC_TYPE(MONEY) | RC_TYPE(COUNT) | RC_TYPE(NUMBER) |      \
     RC_TYPE(ORDINAL) | RC_TYPE(MEASURE) | RC_TYPE(QUANTITY) | RC_TYPE(DATE) |                     \
     RC_TYPE(START_DATE) | RC_TYPE(END_DATE) | RC_TYPE(DURATION))
#define NAMES                                                                                      \
    (RC_TYPE(ENTITY) | RC_TYPE(PERSON) | RC_TYPE(ORGANIZATION) | RC_TYPE(PLACE) | RC_TYPE(EVENT) | \
     RC_TYPE(WORK) | RC_TYPE(NATIONALITY))

bool rc_skips_adverb(const rc_token *k)
{
    return k->pos == RC_POS_ADVERB || (k->classes & (RC_CLASS(ADVERB) | RC_CLASS(APPROXIMATOR)));
}

bool rc_skips_determiner(const rc_token *k)
{
    return k->pos == RC_POS_DETERMINER || (k->classes & RC_CLASS(DETERMINER));
}

bool rc_skips_quote(const rc_token *k)
{
    return k->first == '"' || (k->kind == RC_TOKEN_PUNCT && k->first == 0xE2);
}

/* "'s", "’s", or an apostrophe alone. */
bool rc_is_possessive_sign(const rc_text *t, uint32_t token)
{
    rc_str s = rc_token_text(t, token);
    if (s.len && s.ptr[0] == '\'')
        s = rc_str_sub(s, 1, s.len);
    else if (rc_str_starts(s, RC_STR("\xE2\x80\x99")))
        s = rc_str_sub(s, 3, s.len);
    else
        return false;
    return s.len == 0 || (s.len == 1 && (s.ptr[0] == 's' || s.ptr[0] == 'S'));
}

/* --- groups ----------------------------------------------------------------------------------- */

static uint32_t noun_group_at(const rc_scene *s, uint32_t token)
{
    return token < s->last ? rc_text_group_at(s->t, token, RC_GROUP_NOUN) : UINT32_MAX;
}

static bool joins(const rc_scene *s, uint32_t token)
{
    rc_word w = s->t->tokens[token].word;
    for (size_t i = 0; i < s->programs->join_count; i++) {
        if (s->programs->joins[i] == w)
            return true;
    }
    return false;
}

/* The group before `verb` in its sentence; UINT32_MAX: none. */
static uint32_t verb_before(const rc_scene *s, uint32_t verb)
{
    for (uint32_t g = verb; g > s->t->sentence_groups[s->sentence]; g--) {
        if (s->t->groups[g - 1].kind == RC_GROUP_VERB)
            return g - 1;
    }
    return UINT32_MAX;
}

/* A relative pronoun stands for the noun group before it. */
static uint32_t antecedent(const rc_scene *s, uint32_t group)
{
    const rc_group *g = &s->t->groups[group];
    if (!(s->t->tokens[g->head].classes & RC_CLASS(RELATIVE)) || g->first == s->first)
        return group;
    uint32_t before = g->first - 1;
    if (s->t->tokens[before].first == ',' && before > s->first)
        before--;
    uint32_t found = noun_group_at(s, before);
    return found == UINT32_MAX ? group : found;
}

/* "X is a company founded in 1998": what is said of the company is said of X. */
static uint32_t bearer(const rc_scene *s, uint32_t group)
{
    group = antecedent(s, group);
    if (group == s->t->sentence_groups[s->sentence])
        return group;
    const rc_group *before = &s->t->groups[group - 1];
    if (before->kind != RC_GROUP_VERB || !(before->flags & RC_GROUP_COPULA) ||
        before->subject == UINT32_MAX)
        return group;
    return antecedent(s, before->subject);
}

/* A verb without a subject that hangs on the verb before: an infinitive, "and acquired", or a
 * participle behind a comma, ", founded in 1998". */
static bool hangs_on_verb(const rc_scene *s, const rc_group *g)
{
    if (g->flags & (RC_GROUP_INFINITIVE | RC_GROUP_GERUND))
        return true;
    if (g->first == s->first)
        return false;
    const rc_token *before = &s->t->tokens[g->first - 1];
    const rc_lex_entry *e = s->t->tokens[g->head].entry;
    return before->pos == RC_POS_CONJUNCTION || (before->first == ',' && g->first == g->head && e &&
                                                 (e->forms & RC_FORM_VERB_PARTICIPLE));
}

uint32_t rc_verb_subject(const rc_scene *s, uint32_t verb)
{
    uint32_t v = verb;
    for (int depth = 0; v != UINT32_MAX && depth < 4; depth++) {
        const rc_group *g = &s->t->groups[v];
        if (g->subject != UINT32_MAX)
            return bearer(s, g->subject);
        uint32_t before = verb_before(s, v);
        if (before == UINT32_MAX || !hangs_on_verb(s, g))
            return UINT32_MAX;
        const rc_group *b = &s->t->groups[before];
        /* "X asked Y to acquire Z": what stands between them is the subject. */
        if ((g->flags & RC_GROUP_INFINITIVE) && b->object != UINT32_MAX &&
            s->t->groups[b->object].first > b->head)
            return b->object;
        v = before;
    }
    return UINT32_MAX;
}

/* "Born in Oslo, Berg ...": the subject of the first verb behind a participle that opens the
 * sentence. */
static uint32_t fronted_subject(const rc_scene *s)
{
    for (uint32_t g = s->t->sentence_groups[s->sentence];
         g < s->t->sentence_groups[s->sentence + 1]; g++) {
        const rc_group *v = &s->t->groups[g];
        if (v->kind == RC_GROUP_VERB && v->head > s->trigger)
            return v->subject != UINT32_MAX && s->t->groups[v->subject].first > s->trigger
                       ? v->subject
                       : UINT32_MAX;
    }
    return UINT32_MAX;
}

/* --- asides ----------------------------------------------------------------------------------- */

static uint32_t mention_at(const rc_scene *s, uint32_t token, rc_mention_type type)
{
    for (size_t i = rc_mention_from(s->m, token); i < s->m->count && s->m->items[i].first == token;
         i++) {
        if (s->m->items[i].type == type)
            return (uint32_t)i;
    }
    return UINT32_MAX;
}

/* A date, with a preposition before it: where it ends, or `at`. */
static uint32_t skip_date(const rc_scene *s, uint32_t at)
{
    uint32_t from = at;
    if (from < s->last && s->t->tokens[from].pos == RC_POS_PREPOSITION)
        from++;
    uint32_t date = from < s->last ? mention_at(s, from, RC_MENTION_TIME) : UINT32_MAX;
    return date == UINT32_MAX ? at : s->m->items[date].last;
}

uint32_t rc_skip_aside(const rc_scene *s, uint32_t at)
{
    if (at >= s->last)
        return at;
    if (s->t->tokens[at].first == '(') {
        for (uint32_t i = at + 1; i < s->last && i < at + BRACKET_MAX; i++) {
            if (s->t->tokens[i].first == ')')
                return i + 1;
        }
        return at;
    }
    bool comma = s->t->tokens[at].first == ',';
    uint32_t end = skip_date(s, comma ? at + 1 : at);
    if (end == at || (comma && end == at + 1))
        return at;
    if (end < s->last && s->t->tokens[end].first == ',')
        end++;
    return end;
}

/* --- mentions --------------------------------------------------------------------------------- */

static bool dimension_fits(uint32_t types, const rc_quantity *q)
{
    if (q->role == RC_ROLE_ORDINAL)
        return (types & RC_TYPE(ORDINAL)) != 0;
    if (q->identifier)
        return false;
    if (types & RC_TYPE(QUANTITY))
        return true;
    switch (q->unit->dimension) {
    case RC_DIM_PERCENT:
        return (types & RC_TYPE(PERCENT)) != 0;
    case RC_DIM_PERCENTAGE_POINT:
        return (types & RC_TYPE(POINTS)) != 0;
    case RC_DIM_CURRENCY:
        return (types & RC_TYPE(MONEY)) != 0;
    case RC_DIM_NUMBER:
        return (types & (RC_TYPE(COUNT) | RC_TYPE(NUMBER))) != 0;
    case RC_DIM_LENGTH:
    case RC_DIM_AREA:
    case RC_DIM_VOLUME:
    case RC_DIM_MASS:
    case RC_DIM_DURATION:
    case RC_DIM_TEMPERATURE:
    case RC_DIM_SPEED:
    case RC_DIM_ENERGY:
    case RC_DIM_POWER:
    case RC_DIM_DIGITAL:
    case RC_DIM_FREQUENCY:
    case RC_DIM_PRESSURE:
    case RC_DIM_ANGLE:
    case RC_DIM_OTHER:
        return (types & RC_TYPE(MEASURE)) != 0;
    }
    return false;
}

uint32_t rc_fill_types(const rc_mention *m)
{
    static const uint32_t single[] = {RC_TYPE(PERCENT), RC_TYPE(POINTS),  RC_TYPE(MONEY),
                                      RC_TYPE(COUNT),   RC_TYPE(MEASURE), RC_TYPE(ORDINAL)};
    uint32_t types = 0;
    if (m->type == RC_MENTION_TIME)
        return m->as.time.kind == RC_TIME_DURATION
                   ? RC_TYPE(DURATION)
                   : RC_TYPE(DATE) | RC_TYPE(START_DATE) | RC_TYPE(END_DATE);
    for (size_t i = 0; m->type == RC_MENTION_QUANTITY && i < sizeof(single) / sizeof(*single); i++)
        types |= dimension_fits(single[i], &m->as.quantity) ? single[i] : 0;
    if (types & RC_TYPE(COUNT))
        types |= RC_TYPE(NUMBER);
    return types ? types | RC_TYPE(QUANTITY) : 0;
}

static bool class_fits(uint32_t types, rc_entity_class cls)
{
    if (types & (RC_TYPE(ENTITY) | RC_TYPE(NOUN_PHRASE)))
        return true;
    switch (cls) {
    case RC_ENTITY_PERSON:
        return (types & RC_TYPE(PERSON)) != 0;
    case RC_ENTITY_ORGANIZATION:
        return (types & RC_TYPE(ORGANIZATION)) != 0;
    case RC_ENTITY_PLACE:
        return (types & RC_TYPE(PLACE)) != 0;
    case RC_ENTITY_EVENT:
        return (types & RC_TYPE(EVENT)) != 0;
    case RC_ENTITY_WORK:
        return (types & RC_TYPE(WORK)) != 0;
    case RC_ENTITY_OTHER:
        return (types &
                (RC_TYPE(ORGANIZATION) | RC_TYPE(WORK) | RC_TYPE(EVENT) | RC_TYPE(PLACE))) != 0;
    }
    return false;
}

/* A name of two words or more whose class is a guess. */
static bool may_be_person(const rc_scene *s, const rc_mention *m)
{
    return !s->m->entities[m->as.entity.index].sure && m->last > m->first + 1 &&
           !m->as.entity.alias;
}

/* Whether a word is what a subject is said to be: nothing but words of its group stand between it
 * and "be". */
static bool is_predicated(const rc_scene *s, uint32_t token)
{
    for (uint32_t i = token; i > s->first && i + PREDICATE_REACH > token; i--) {
        const rc_token *k = &s->t->tokens[i - 1];
        if (k->classes & RC_CLASS(BE))
            return true;
        bool inner = k->pos == RC_POS_DETERMINER || k->pos == RC_POS_ADJECTIVE ||
                     k->pos == RC_POS_ADVERB || k->pos == RC_POS_NUMBER ||
                     k->pos == RC_POS_CONJUNCTION || k->pos == RC_POS_NOUN ||
                     k->pos == RC_POS_PROPER || k->first == '-' || k->first == ',';
        if (!inner)
            return false;
    }
    return false;
}

bool rc_fill_fits(const rc_scene *s, const rc_slot *slot, uint32_t mention)
{
    const rc_mention *m = &s->m->items[mention];
    switch (m->type) {
    case RC_MENTION_QUANTITY:
        return dimension_fits(slot->types, &m->as.quantity);
    case RC_MENTION_TIME:
        return m->as.time.kind == RC_TIME_DURATION
                   ? (slot->types & RC_TYPE(DURATION)) != 0
                   : (slot->types & RC_TYPE(DATE)) != 0 ||
                         ((slot->types & (RC_TYPE(START_DATE) | RC_TYPE(END_DATE))) &&
                          rc_str_find(m->as.time.value, '/') < m->as.time.value.len);
    case RC_MENTION_ENTITY:
        if (slot->types & RC_TYPE(NATIONALITY))
            return m->as.entity.adjective && is_predicated(s, m->first);
        return (slot->types & NAMES) &&
               (class_fits(slot->types, s->m->entities[m->as.entity.index].cls) ||
                (slot->types & RC_TYPE(PERSON) && may_be_person(s, m)));
    }
    return false;
}

static void add(rc_candidates *out, rc_filler f, uint32_t next)
{
    if (f.first >= f.last)
        return;
    for (size_t i = 0; i < out->count; i++) {
        if (out->items[i].filler.first == f.first && out->items[i].filler.last == f.last &&
            out->items[i].next == next)
            return;
    }
    if (out->count < RC_CANDIDATES_MAX)
        out->items[out->count++] = (rc_candidate){f, next};
}

static rc_filler of_mention(const rc_scene *s, uint32_t mention)
{
    const rc_mention *m = &s->m->items[mention];
    return (rc_filler){.first = m->first,
                       .last = m->last,
                       .group =
                           m->type == RC_MENTION_ENTITY ? noun_group_at(s, m->first) : UINT32_MAX,
                       .mention = mention,
                       .term = UINT32_MAX};
}

/* Words that may stand before what fills a slot. */
static bool may_precede(const rc_slot *slot, const rc_token *k)
{
    if (rc_skips_quote(k))
        return true;
    if (k->kind != RC_TOKEN_WORD)
        return false;
    if (rc_skips_determiner(k) || rc_skips_adverb(k))
        return true;
    return (slot->types & RC_TYPE(DATE)) && k->pos == RC_POS_PREPOSITION;
}

/* --- names and noun phrases ------------------------------------------------------------------- */

/* The figure or date that the head of a noun group belongs to; NULL: none. */
static const rc_mention *figure_of(const rc_scene *s, const rc_group *g)
{
    for (size_t i = rc_mention_from(s->m, g->first > 8 ? g->first - 8 : 0);
         i < s->m->count && s->m->items[i].first < g->last; i++) {
        const rc_mention *m = &s->m->items[i];
        if (m->type != RC_MENTION_ENTITY && m->first <= g->head && g->head < m->last)
            return m;
    }
    return NULL;
}

static bool is_figure(const rc_scene *s, const rc_group *g)
{
    return figure_of(s, g) != NULL;
}

/* The first figure or date that begins inside a group, behind `from`; UINT32_MAX: none. */
static uint32_t figure_behind(const rc_scene *s, const rc_group *g, uint32_t from)
{
    for (size_t i = rc_mention_from(s->m, from + 1);
         i < s->m->count && s->m->items[i].first < g->last; i++) {
        if (s->m->items[i].type != RC_MENTION_ENTITY)
            return s->m->items[i].first;
    }
    return UINT32_MAX;
}

/* Whether more than articles stands in [first, last). */
static bool has_content(const rc_scene *s, uint32_t first, uint32_t last)
{
    for (uint32_t i = first; i < last; i++) {
        if (s->t->tokens[i].kind == RC_TOKEN_WORD && !rc_skips_determiner(&s->t->tokens[i]))
            return true;
    }
    return false;
}

static uint32_t index_of(const rc_scene *s, const rc_mention *m)
{
    return m ? (uint32_t)(m - s->m->items) : UINT32_MAX;
}

/* Whether a group can be spoken of at all: a pronoun that stands for nobody known cannot. */
static bool is_phrase(const rc_scene *s, uint32_t group)
{
    const rc_group *g = &s->t->groups[group];
    if (is_figure(s, g))
        return false;
    if (!(g->flags & RC_GROUP_PRONOUN))
        return true;
    return rc_mention_entity_at(s->m, g->head) != NULL;
}

static rc_filler of_group(const rc_scene *s, uint32_t group, uint32_t first, uint32_t last)
{
    const rc_group *g = &s->t->groups[group];
    uint32_t head = g->head < last ? g->head : last - 1;
    const rc_mention *e = rc_mention_entity_at(s->m, head);
    /* "the acquisition of X": more than the name alone. */
    if (last > g->last)
        e = NULL;
    return (rc_filler){first, last, group, index_of(s, e), UINT32_MAX};
}

/* The entity that a group is, or that begins it, if it can fill the slot. */
static void names_in_group(const rc_scene *s, const rc_slot *slot, uint32_t group, uint32_t from,
                           rc_candidates *out)
{
    const rc_group *g = &s->t->groups[group];
    uint32_t head = index_of(s, rc_mention_entity_at(s->m, g->head));
    if (head != UINT32_MAX && rc_fill_fits(s, slot, head)) {
        rc_filler f = of_mention(s, head);
        f.group = group;
        add(out, f, g->last > f.last ? g->last : f.last);
    }
    for (size_t i = rc_mention_from(s->m, from); i < s->m->count && s->m->items[i].first < g->last;
         i++) {
        if (s->m->items[i].type == RC_MENTION_ENTITY && i != head &&
            !(slot->types & RC_TYPE(ENTITY)) && rc_fill_fits(s, slot, (uint32_t)i)) {
            rc_filler f = of_mention(s, (uint32_t)i);
            f.group = group;
            add(out, f, f.last);
        }
    }
}

static bool takes_noun(const rc_scene *s, const rc_slot *slot, uint32_t group)
{
    if (slot->types & (RC_TYPE(NOUN_PHRASE) | RC_TYPE(WORK)))
        return true;
    if (!(slot->types & RC_TYPE(EVENT)))
        return false;
    const rc_token *head = &s->t->tokens[s->t->groups[group].head];
    if ((head->classes | rc_lexicon_classes(s->lexicon, head->lemma)) & RC_CLASS(EVENT))
        return true;
    return head->entry && (head->entry->kinds & (RC_KIND_EVENT | RC_KIND_ACT));
}

/* Ends of the noun phrase that begins with `group`, shortest first. */
static size_t phrase_ends(const rc_scene *s, uint32_t group, uint32_t *ends, uint32_t limit)
{
    size_t n = 0;
    uint32_t last = s->t->groups[group].last;
    ends[n++] = last < limit ? last : limit;
    while (n <= CHAIN_MAX && last + 1 < limit &&
           (joins(s, last) || rc_is_possessive_sign(s->t, last))) {
        uint32_t next = noun_group_at(s, last + 1);
        if (next == UINT32_MAX || s->t->groups[next].first > last + 1 ||
            s->t->groups[next].last > limit || is_figure(s, &s->t->groups[next]))
            break;
        last = s->t->groups[next].last;
        ends[n++] = last;
    }
    return n;
}

static void phrases_right(const rc_scene *s, uint32_t group, uint32_t at, rc_candidates *out)
{
    uint32_t ends[CHAIN_MAX + 1];
    const rc_group *g = &s->t->groups[group];
    /* "fined the company $30 million": the phrase ends where the figure begins. */
    uint32_t figure = figure_behind(s, g, at);
    if (figure != UINT32_MAX && has_content(s, at, figure))
        add(out, of_group(s, group, at, figure), figure);
    if (!is_phrase(s, group))
        return;
    /* A name stands alone first, "founded Zenith in Varna"; another noun with all that belongs to
     * it. */
    if (rc_mention_entity_at(s->m, g->head))
        add(out, of_group(s, group, at, g->last), g->last);
    for (size_t n = phrase_ends(s, group, ends, s->last); n > 0; n--)
        add(out, of_group(s, group, at, ends[n - 1]), ends[n - 1]);
}

/* --- offices, versions, scores ---------------------------------------------------------------- */

/* "the finance minister", "chief executive": the words of a group around one of the class office,
 * without names. */
static void office_in_group(const rc_scene *s, uint32_t group, uint32_t limit, rc_candidates *out)
{
    const rc_group *g = &s->t->groups[group];
    uint32_t last = UINT32_MAX, end = g->last < limit ? g->last : limit;
    for (uint32_t i = g->first; i < end; i++) {
        const rc_token *k = &s->t->tokens[i];
        if ((k->classes | rc_lexicon_classes(s->lexicon, k->lemma)) & RC_CLASS(OFFICE))
            last = i + 1;
        else if (last != UINT32_MAX && last < i)
            break;
    }
    if (last == UINT32_MAX)
        return;
    uint32_t first = last - 1;
    while (first > g->first) {
        const rc_token *k = &s->t->tokens[first - 1];
        if (k->kind != RC_TOKEN_WORD || rc_skips_determiner(k) ||
            rc_is_possessive_sign(s->t, first - 1))
            break;
        const rc_mention *e = rc_mention_entity_at(s->m, first - 1);
        if (e && e->last < last)
            break;
        first--;
    }
    add(out, (rc_filler){first, last, group, UINT32_MAX, UINT32_MAX}, last);
}

static bool is_number(const rc_scene *s, uint32_t token)
{
    return token < s->last && s->t->tokens[token].kind == RC_TOKEN_NUMBER;
}

/* 6-3: two numbers with a hyphen or dash between them. */
static uint32_t score_end(const rc_scene *s, uint32_t at)
{
    if (!is_number(s, at) || at + 2 >= s->last || !is_number(s, at + 2))
        return at;
    unsigned char sign = s->t->tokens[at + 1].first;
    return sign == '-' || sign == 0xE2 ? at + 3 : at;
}

static void literal_right(const rc_scene *s, const rc_slot *slot, uint32_t at, rc_candidates *out)
{
    rc_filler f = {at, at, UINT32_MAX, UINT32_MAX, UINT32_MAX};
    if (slot->types & RC_TYPE(SCORE))
        f.last = score_end(s, at);
    if (f.last == at && (slot->types & RC_TYPE(VERSION)) && at < s->last) {
        rc_str text = rc_token_text(s->t, at);
        bool numbered = text.len > 1 && (text.ptr[0] == 'v' || text.ptr[0] == 'V') &&
                        text.ptr[1] >= '0' && text.ptr[1] <= '9';
        if (is_number(s, at) || numbered)
            f.last = at + 1;
    }
    add(out, f, f.last);
}

static void literal_left(const rc_scene *s, const rc_slot *slot, uint32_t at, rc_candidates *out)
{
    rc_filler f = {at, at, UINT32_MAX, UINT32_MAX, UINT32_MAX};
    if ((slot->types & RC_TYPE(SCORE)) && at >= s->first + 3 && score_end(s, at - 3) == at)
        f.first = at - 3;
    else if ((slot->types & RC_TYPE(VERSION)) && at > s->first && is_number(s, at - 1))
        f.first = at - 1;
    add(out, f, f.first);
}

/* --- rightwards ------------------------------------------------------------------------------- */

/* A figure that fits and has the token inside: "limited to 25 megabytes" and "the age of 53" are
 * figures as a whole, whose first words a pattern may name. UINT32_MAX: none. */
static uint32_t figure_around(const rc_scene *s, const rc_slot *slot, uint32_t token)
{
    for (size_t i = rc_mention_from(s->m, token > FIGURE_LENGTH ? token - FIGURE_LENGTH : 0);
         i < s->m->count && s->m->items[i].first < token; i++) {
        const rc_mention *m = &s->m->items[i];
        if (m->type != RC_MENTION_ENTITY && m->last > token && m->first >= s->first &&
            rc_fill_fits(s, slot, (uint32_t)i))
            return (uint32_t)i;
    }
    return UINT32_MAX;
}

static void figures_right(const rc_scene *s, const rc_slot *slot, uint32_t at, rc_candidates *out)
{
    uint32_t around = figure_around(s, slot, at);
    if (around != UINT32_MAX) {
        add(out, of_mention(s, around), s->m->items[around].last);
        return;
    }
    for (size_t i = rc_mention_from(s->m, at);
         i < s->m->count && s->m->items[i].first <= at + SKIP_MAX; i++) {
        const rc_mention *m = &s->m->items[i];
        for (uint32_t k = at; k < m->first; k++) {
            if (!may_precede(slot, &s->t->tokens[k]))
                return;
        }
        if (m->last > s->last)
            return;
        if (m->type != RC_MENTION_ENTITY && rc_fill_fits(s, slot, (uint32_t)i)) {
            add(out, of_mention(s, (uint32_t)i), m->last);
            uint32_t g = m->type == RC_MENTION_QUANTITY ? noun_group_at(s, m->last) : UINT32_MAX;
            if (g != UINT32_MAX) /* "300 people": with what is counted */
                add(out, of_mention(s, (uint32_t)i), s->t->groups[g].last);
            return;
        }
    }
}

static void groups_right(const rc_scene *s, const rc_slot *slot, uint32_t at, rc_candidates *out)
{
    uint32_t from = at;
    while (from < s->last && from < at + SKIP_MAX && may_precede(slot, &s->t->tokens[from]))
        from++;
    uint32_t group = noun_group_at(s, from);
    if (group == UINT32_MAX) {
        uint32_t name = from < s->last ? mention_at(s, from, RC_MENTION_ENTITY) : UINT32_MAX;
        if (name != UINT32_MAX && rc_fill_fits(s, slot, name))
            add(out, of_mention(s, name), s->m->items[name].last);
        return;
    }
    if (slot->types & RC_TYPE(OFFICE))
        office_in_group(s, group, s->last, out);
    if (slot->types & NAMES)
        names_in_group(s, slot, group, from, out);
    if (takes_noun(s, slot, group))
        phrases_right(s, group, from, out);
}

void rc_fill_right(const rc_scene *s, const rc_slot *slot, uint32_t at, rc_candidates *out)
{
    out->count = 0;
    if (at >= s->last)
        return;
    if (slot->types & (RC_TYPE(SCORE) | RC_TYPE(VERSION)))
        literal_right(s, slot, at, out);
    if (slot->types & FIGURES)
        figures_right(s, slot, at, out);
    if (slot->types & ~(FIGURES | RC_TYPE(SCORE) | RC_TYPE(VERSION) | RC_TYPE(TERM)))
        groups_right(s, slot, at, out);
}

/* --- leftwards -------------------------------------------------------------------------------- */

static void figures_left(const rc_scene *s, const rc_slot *slot, uint32_t at, rc_candidates *out)
{
    size_t i = rc_mention_from(s->m, at);
    uint32_t around = figure_around(s, slot, at - 1);
    if (around != UINT32_MAX && s->m->items[around].last > at) {
        add(out, of_mention(s, around), s->m->items[around].first);
        return;
    }
    uint32_t group = noun_group_at(s, at - 1);
    uint32_t counted = group == UINT32_MAX ? at : s->t->groups[group].first;
    for (int looked = 0; i > 0 && looked < 8; looked++) {
        const rc_mention *m = &s->m->items[--i];
        if (m->first < s->first)
            return;
        if (m->last > at || m->type == RC_MENTION_ENTITY)
            continue;
        for (uint32_t k = m->last; k < at && m->first < counted; k++) {
            if (k < counted && !rc_skips_adverb(&s->t->tokens[k]))
                return;
        }
        if (!rc_fill_fits(s, slot, (uint32_t)i))
            continue;
        uint32_t next = m->first;
        while (next > s->first && next + SKIP_MAX > m->first &&
               rc_skips_determiner(&s->t->tokens[next - 1]))
            next--;
        add(out, of_mention(s, (uint32_t)i), next);
        return;
    }
}

/* The group and those before it that it hangs on by prepositions: from the longest phrase on. */
static void phrases_left(const rc_scene *s, uint32_t group, uint32_t at, rc_candidates *out)
{
    uint32_t chain[CHAIN_MAX + 1];
    size_t n = 0;
    for (uint32_t g = group; g != UINT32_MAX && n <= CHAIN_MAX;) {
        chain[n++] = g;
        const rc_group *now = &s->t->groups[g];
        if (now->preposition == UINT32_MAX || now->preposition <= s->first ||
            !joins(s, now->preposition))
            break;
        g = noun_group_at(s, now->preposition - 1);
    }
    for (; n > 0; n--) {
        uint32_t g = chain[n - 1];
        if (is_phrase(s, g) && has_content(s, s->t->groups[g].first, at))
            add(out, of_group(s, g, s->t->groups[g].first, at), s->t->groups[g].first);
    }
}

static void names_left(const rc_scene *s, const rc_slot *slot, uint32_t group, uint32_t at,
                       rc_candidates *out)
{
    const rc_mention *last = rc_mention_entity_at(s->m, at - 1);
    if (!last && group != UINT32_MAX && s->t->groups[group].last <= at)
        last = rc_mention_entity_at(s->m, s->t->groups[group].head);
    uint32_t i = index_of(s, last);
    if (i == UINT32_MAX || !rc_fill_fits(s, slot, i))
        return;
    rc_filler f = of_mention(s, i);
    if (group != UINT32_MAX)
        f.group = group;
    uint32_t next = f.first;
    while (next > s->first && next + SKIP_MAX > f.first &&
           rc_skips_determiner(&s->t->tokens[next - 1]))
        next--;
    if (group != UINT32_MAX && s->t->groups[group].first < next)
        add(out, f, s->t->groups[group].first);
    add(out, f, next);
}

void rc_fill_left(const rc_scene *s, const rc_slot *slot, uint32_t at, rc_candidates *out)
{
    out->count = 0;
    while (at > s->first && rc_skips_quote(&s->t->tokens[at - 1]))
        at--;
    if (at <= s->first)
        return;
    if (slot->types & (RC_TYPE(SCORE) | RC_TYPE(VERSION)))
        literal_left(s, slot, at, out);
    if (slot->types & FIGURES)
        figures_left(s, slot, at, out);
    uint32_t group = noun_group_at(s, at - 1);
    if (group != UINT32_MAX && (slot->types & RC_TYPE(OFFICE))) {
        size_t n = out->count;
        office_in_group(s, group, at, out);
        if (out->count > n)
            out->items[n].next = out->items[n].filler.first;
    }
    if (slot->types & NAMES)
        names_left(s, slot, group, at, out);
    if (group != UINT32_MAX && takes_noun(s, slot, group))
        phrases_left(s, group, at, out);
}

void rc_fill_subject(const rc_scene *s, const rc_slot *slot, rc_candidates *out)
{
    out->count = 0;
    bool fronted = s->trigger == s->first;
    uint32_t group = fronted                 ? fronted_subject(s)
                     : s->verb == UINT32_MAX ? UINT32_MAX
                                             : rc_verb_subject(s, s->verb);
    if (group == UINT32_MAX || (!fronted && s->t->groups[group].last > s->trigger) ||
        s->t->groups[group].first < s->first)
        return;
    const rc_group *g = &s->t->groups[group];
    if (slot->types & FIGURES) {
        for (size_t i = rc_mention_from(s->m, g->first);
             i < s->m->count && s->m->items[i].first < g->last; i++) {
            if (s->m->items[i].type != RC_MENTION_ENTITY && rc_fill_fits(s, slot, (uint32_t)i))
                add(out, of_mention(s, (uint32_t)i), g->first);
        }
    }
    if (slot->types & RC_TYPE(OFFICE))
        office_in_group(s, group, g->last, out);
    if (slot->types & NAMES)
        names_in_group(s, slot, group, g->first, out);
    if (takes_noun(s, slot, group))
        phrases_right(s, group, g->first, out);
    for (size_t i = 0; i < out->count; i++)
        out->items[i].next = fronted ? s->first : g->first;
}
