/* A program is run by trying, with the choices that failed taken back. What one trigger may cost is
 * capped by FUEL, so hostile text costs no more than a constant for each word. */
#include "claims/match.h"

#include "base/limits.h"
#include "claims/match_internal.h"

#define FUEL 600
#define LAW_FUEL 250 /* laws are many, and tried at each figure */
#define DEPTH_MAX 120
#define SKIP_MAX 6      /* auxiliaries, adverbs and the like before a word */
#define FAR_VERBS_MAX 4 /* verbs looked at for one whose subject is the phrase at hand */
#define POSSESSOR_REACH 5
#define BRACKET_MAX 15

typedef struct {
    rc_scene scene;
    rc_arena *arena;
    const rc_rules *rules;
    const rc_family *family; /* of the trigger at hand */
    const rc_trigger *at;    /* the trigger at hand */
    uint32_t behind;         /* first token behind the trigger */
    rc_match now;
    int fuel, depth;
    uint32_t figures, kinds; /* of the sentence: how many, and what slot types they fit */
    uint32_t passed;         /* steps on the way to where matching stands */
    rc_matches *out;
    rc_word_set words;  /* of the sentence, with their lemmas */
    rc_near_miss *near; /* NULL: not wanted */
    size_t near_family;
} machine;

static bool run(machine *x, uint32_t step, uint32_t at, bool right);

static const rc_token *token(const machine *x, uint32_t i)
{
    return &x->scene.t->tokens[i];
}

/* --- words ------------------------------------------------------------------------------------ */

static bool is_word(const rc_token *k, const rc_step *s)
{
    if (k->word == s->word || k->lemma == s->lemma)
        return true;
    if (s->flags & RC_STEP_BE)
        return (k->classes & RC_CLASS(BE)) != 0;
    if (!k->entry || (s->flags & RC_STEP_SIGN))
        return false;
    return k->entry->lemma[RC_VERB] == s->lemma || k->entry->lemma[RC_NOUN] == s->lemma;
}

/* What may stand before a word without being said in the pattern. */
static bool may_skip(const rc_token *k, const rc_step *s)
{
    if (s->flags & RC_STEP_SIGN)
        return false;
    if (rc_skips_quote(k) || rc_skips_adverb(k) || rc_skips_determiner(k))
        return true;
    if (!(s->flags & RC_STEP_VERB))
        return false;
    return k->pos == RC_POS_AUX || k->pos == RC_POS_PARTICLE ||
           (k->classes & (RC_CLASS(AUXILIARY) | RC_CLASS(MODAL) | RC_CLASS(FUTURE) | RC_CLASS(BE) |
                          RC_CLASS(HAVE) | RC_CLASS(NEGATION)));
}

/* The verb, further on, whose subject is the phrase that was matched last: "the share of X in all
 * that was sold, which has long been small, reached ...". */
static uint32_t far_verb(const machine *x, const rc_step *s, uint32_t at)
{
    const rc_text *t = x->scene.t;
    uint32_t g = t->sentence_groups[x->scene.sentence];
    uint32_t end = t->sentence_groups[x->scene.sentence + 1];
    int looked = 0;
    for (; g < end && looked < FAR_VERBS_MAX; g++) {
        const rc_group *v = &t->groups[g];
        if (v->kind != RC_GROUP_VERB || v->first < at)
            continue;
        looked++;
        if (v->subject == UINT32_MAX || !is_word(&t->tokens[v->head], s))
            continue;
        const rc_group *subject = &t->groups[v->subject];
        if (subject->first <= x->now.trigger && x->now.trigger < subject->last)
            return v->head;
    }
    return UINT32_MAX;
}

static uint32_t word_right(const machine *x, const rc_step *s, uint32_t at)
{
    for (int skipped = 0; at < x->scene.last && skipped <= SKIP_MAX; skipped++, at++) {
        if (is_word(token(x, at), s))
            return at + 1;
        if (!may_skip(token(x, at), s))
            break;
    }
    return UINT32_MAX;
}

/* Rightwards from `at`: the place behind the word, or UINT32_MAX. */
static uint32_t find_right(const machine *x, const rc_step *s, uint32_t at)
{
    uint32_t next = word_right(x, s, at);
    if (next != UINT32_MAX || (s->flags & RC_STEP_SIGN))
        return next;
    uint32_t behind = rc_skip_aside(&x->scene, at);
    if (behind != at)
        next = word_right(x, s, behind);
    if (next == UINT32_MAX && (s->flags & RC_STEP_VERB) && !x->family->law) {
        uint32_t head = far_verb(x, s, at);
        next = head == UINT32_MAX ? UINT32_MAX : head + 1;
    }
    return next;
}

/* Leftwards from the token before `at`: the place of the word, or UINT32_MAX. */
static uint32_t find_left(const machine *x, const rc_step *s, uint32_t at)
{
    for (int skipped = 0; at > x->scene.first && skipped <= SKIP_MAX; skipped++, at--) {
        if (is_word(token(x, at - 1), s))
            return at - 1;
        /* What would be skipped before a verb may stand behind it: "is now a". */
        rc_step any = *s;
        any.flags |= (uint8_t)(s->flags & RC_STEP_SIGN ? 0 : RC_STEP_VERB);
        if (!may_skip(token(x, at - 1), &any))
            break;
    }
    return UINT32_MAX;
}

/* The possessive sign left of `at`, over the adjectives of the phrase; or a word such as "its",
 * which is left to be what fills the slot. */
static uint32_t possessive_left(const machine *x, uint32_t at)
{
    for (uint32_t i = at; i > x->scene.first && i + POSSESSOR_REACH > at; i--) {
        const rc_token *k = token(x, i - 1);
        if (rc_is_possessive_sign(x->scene.t, i - 1))
            return i - 1;
        if (k->classes & RC_CLASS(POSSESSIVE))
            return i;
        if (k->kind == RC_TOKEN_PUNCT || k->pos == RC_POS_VERB || k->pos == RC_POS_PREPOSITION)
            break;
    }
    return UINT32_MAX;
}

/* --- steps ------------------------------------------------------------------------------------ */

static void miss(machine *x, const rc_step *s, uint32_t at, bool right)
{
    rc_near_miss *n = x->near;
    if (!n || x->now.family != x->near_family || (n->any && n->steps >= x->passed))
        return;
    bool over = right ? at >= x->scene.last : at <= x->scene.first;
    *n = (rc_near_miss){.any = true,
                        .pattern = x->at->pattern,
                        .steps = x->passed,
                        .trigger = x->now.trigger,
                        .token = over    ? UINT32_MAX
                                 : right ? at
                                         : at - 1,
                        .column = s->column};
}

static bool finish(machine *x)
{
    const rc_family *f = x->family;
    if (!f->patterns[x->at->pattern].never) {
        bool value = false;
        for (size_t i = 0; i < f->slot_count; i++) {
            const rc_slot *s = &f->slots[i];
            const rc_filler *filler = &x->now.slots[i];
            bool filled = filler->first < filler->last || filler->term != UINT32_MAX;
            if (s->key && !s->optional && !filled)
                return false;
            value |= s->value && filled;
        }
        if (!value)
            return false;
    }
    if (x->out->count >= RC_MATCHES_MAX)
        return false; /* what a text says a million times needs no further claim */
    RC_PUSH(x->arena, x->out->items, x->out->count, x->out->capacity, x->now);
    return true;
}

/* "Low Tide (2002 film) was": left of what stands in brackets. */
static uint32_t left_of_brackets(const machine *x, uint32_t at)
{
    if (at == x->scene.first || token(x, at - 1)->first != ')')
        return at;
    for (uint32_t i = at - 1; i > x->scene.first && i + BRACKET_MAX > at; i--) {
        if (token(x, i - 1)->first == '(')
            return i - 1;
    }
    return at;
}

/* Left of the trigger's verb group, with its auxiliaries: "the port has been handled". */
static uint32_t left_of_verb(const machine *x, uint32_t at)
{
    if (x->scene.verb != UINT32_MAX && x->scene.t->groups[x->scene.verb].first < at)
        at = x->scene.t->groups[x->scene.verb].first;
    const rc_step verb = {.flags = RC_STEP_VERB};
    at = left_of_brackets(x, at);
    for (int n = 0; n < SKIP_MAX && at > x->scene.first; n++) {
        const rc_token *k = token(x, at - 1);
        if (rc_skips_determiner(k) || !may_skip(k, &verb))
            break;
        at--;
    }
    return left_of_brackets(x, at);
}

/* What is added up is of one unit. */
static bool goes_with_slots(const machine *x, const rc_filler *f)
{
    if (x->family->law != RC_LAW_SUM && x->family->law != RC_LAW_PARTS)
        return true;
    for (size_t i = 0; i < x->family->slot_count && f->mention != UINT32_MAX; i++) {
        uint32_t other = x->now.slots[i].mention;
        if (other != UINT32_MAX && !rc_str_eq(x->scene.m->items[other].as.quantity.unit->id,
                                              x->scene.m->items[f->mention].as.quantity.unit->id))
            return false;
    }
    return true;
}

static bool run_slot(machine *x, uint32_t step, uint32_t at, bool right)
{
    const rc_step *s = &x->scene.programs->steps[step];
    const rc_slot *slot = &x->family->slots[s->slot];
    rc_candidates c = {.count = 0};
    bool linked = !right && (s->flags & RC_STEP_SUBJECT);
    /* The subject of a verb is known however far away it stands; where more is to be matched left
     * of it, the words beside come first, since "60% of exports" has another head. */
    bool alone = x->scene.programs->steps[step + 1].op == RC_STEP_TURN;
    if (linked)
        at = left_of_verb(x, at);
    for (int pass = 0; pass < 2; pass++) {
        if (linked && (pass == 0) == alone)
            rc_fill_subject(&x->scene, slot, &c);
        else if (right)
            rc_fill_right(&x->scene, slot, pass ? rc_skip_aside(&x->scene, at) : at, &c);
        else
            rc_fill_left(&x->scene, slot, at, &c);
        rc_filler before = x->now.slots[s->slot];
        uint32_t first = x->now.first, last = x->now.last;
        for (size_t i = 0; i < c.count; i++) {
            const rc_filler *f = &c.items[i].filler;
            if (!goes_with_slots(x, f))
                continue;
            x->now.slots[s->slot] = *f;
            x->now.first = f->first < first ? f->first : first;
            x->now.last = f->last > last ? f->last : last;
            x->passed++;
            if (run(x, step + 1, c.items[i].next, right))
                return true;
            x->passed--;
        }
        x->now.slots[s->slot] = before;
        x->now.first = first;
        x->now.last = last;
        if (!linked && !right)
            break;
    }
    miss(x, s, at, right);
    return false;
}

static bool can_cross(const machine *x, uint32_t i)
{
    const rc_token *k = token(x, i);
    if (k->kind == RC_TOKEN_PUNCT && (k->first == ';' || k->first == ':'))
        return false;
    /* "30% is burnt and the remaining 70% ...": a law holds for the figures of several clauses. */
    if (x->family->law)
        return k->first != ')';
    if (k->pos != RC_POS_VERB)
        return true;
    uint32_t g = rc_text_group_at(x->scene.t, i, RC_GROUP_VERB);
    return g != UINT32_MAX && (x->scene.t->groups[g].flags &
                               (RC_GROUP_GERUND | RC_GROUP_PARTICIPLE | RC_GROUP_INFINITIVE));
}

/* Whether the word that a gap leads to stands on that side at all. */
static bool is_ahead(const machine *x, const rc_step *s, uint32_t at, bool right)
{
    uint32_t from = right ? at : x->scene.first, to = right ? x->scene.last : at;
    for (uint32_t i = from; i < to; i++) {
        if (is_word(token(x, i), s))
            return true;
    }
    return false;
}

static bool run_gap(machine *x, uint32_t step, uint32_t at, bool right)
{
    uint32_t most = x->scene.programs->steps[step].value;
    const rc_step *next = &x->scene.programs->steps[step + 1];
    if (!x->near && next->op == RC_STEP_WORD && !is_ahead(x, next, at, right))
        return false;
    for (uint32_t n = 0; n <= most; n++) {
        if (run(x, step + 1, at, right))
            return true;
        if (right ? at >= x->scene.last : at <= x->scene.first)
            break;
        if (!can_cross(x, right ? at : at - 1))
            break;
        at = right ? at + 1 : at - 1;
    }
    return false;
}

static uint32_t step_word(machine *x, const rc_step *s, uint32_t at, bool right)
{
    uint32_t next;
    if (s->op == RC_STEP_WORD)
        next = right ? find_right(x, s, at) : find_left(x, s, at);
    else if (!right)
        next = possessive_left(x, at);
    else
        next = at < x->scene.last && rc_is_possessive_sign(x->scene.t, at) ? at + 1 : UINT32_MAX;
    if (next == UINT32_MAX) {
        miss(x, s, at, right);
        return next;
    }
    if (right && next > x->now.last)
        x->now.last = next;
    if (!right && next < x->now.first)
        x->now.first = next;
    return next;
}

static bool run_steps(machine *x, uint32_t step, uint32_t at, bool right)
{
    const rc_programs *p = x->scene.programs;
    for (;;) {
        const rc_step *s = &p->steps[step];
        if (--x->fuel < 0)
            return false;
        switch ((rc_step_op)s->op) {
        case RC_STEP_WORD:
        case RC_STEP_POSSESSIVE:
            at = step_word(x, s, at, right);
            if (at == UINT32_MAX)
                return false;
            x->passed++;
            step++;
            break;
        case RC_STEP_SLOT:
            return run_slot(x, step, at, right);
        case RC_STEP_GAP:
            return run_gap(x, step, at, right);
        case RC_STEP_TERM:
            x->now.slots[s->slot].term = s->value;
            step++;
            break;
        case RC_STEP_SPLIT:
            if (run(x, step + 1, at, right))
                return true;
            step = s->value;
            break;
        case RC_STEP_JUMP:
            step = s->value;
            break;
        case RC_STEP_TURN:
            right = true;
            at = x->behind;
            step++;
            break;
        case RC_STEP_END:
            return finish(x);
        }
    }
}

/* Runs from a step on; what it changed is taken back where it fails. */
static bool run(machine *x, uint32_t step, uint32_t at, bool right)
{
    if (x->depth >= DEPTH_MAX || x->fuel <= 0)
        return false;
    uint32_t first = x->now.first, last = x->now.last, passed = x->passed;
    x->depth++;
    bool ok = run_steps(x, step, at, right);
    x->depth--;
    if (!ok) {
        x->now.first = first;
        x->now.last = last;
        x->passed = passed;
    }
    return ok;
}

/* --- triggers --------------------------------------------------------------------------------- */

enum { ACTIVE = 1, PASSIVE = 2 };

static bool has_finite_verb(const machine *x, uint32_t except)
{
    const rc_text *t = x->scene.t;
    for (uint32_t g = t->sentence_groups[x->scene.sentence];
         g < t->sentence_groups[x->scene.sentence + 1]; g++) {
        const rc_group *v = &t->groups[g];
        if (v->kind == RC_GROUP_VERB && g != except &&
            !(v->flags & (RC_GROUP_INFINITIVE | RC_GROUP_GERUND | RC_GROUP_PARTICIPLE)))
            return true;
    }
    return false;
}

/* "founded in 1952" is "was founded" where another verb carries the sentence, and may be "founded"
 * where none does: what follows it decides nothing, unless it is an object. */
static int voices(const machine *x)
{
    const rc_text *t = x->scene.t;
    const rc_group *v = &t->groups[x->scene.verb];
    const rc_lex_entry *e = t->tokens[v->head].entry;
    if (v->flags & RC_GROUP_PASSIVE)
        return PASSIVE;
    if (v->head != v->first || !e || !(e->forms & RC_FORM_VERB_PARTICIPLE))
        return v->flags & RC_GROUP_PARTICIPLE ? PASSIVE : ACTIVE;
    bool ambiguous = (e->forms & RC_FORM_VERB_PAST) != 0;
    if (v->flags & RC_GROUP_PARTICIPLE)
        return ambiguous && !has_finite_verb(x, x->scene.verb) ? ACTIVE | PASSIVE : PASSIVE;
    uint32_t after = v->last;
    bool object = after < x->scene.last && rc_text_group_at(t, after, RC_GROUP_NOUN) != UINT32_MAX;
    bool comma = v->first > x->scene.first && t->tokens[v->first - 1].first == ',';
    if (object || !comma || !has_finite_verb(x, x->scene.verb))
        return ACTIVE;
    return ambiguous ? ACTIVE | PASSIVE : PASSIVE;
}

/* Whether a word that was not read as a verb may yet be one: "a club dates back" is easily read as
 * a club's dates, "by a vote" is none. */
static bool may_be_verb(const machine *x, uint32_t i)
{
    const rc_token *k = token(x, i);
    if (k->pos == RC_POS_ADJECTIVE)
        return false;
    if (k->pos != RC_POS_NOUN || i == x->scene.first)
        return true;
    const rc_token *before = token(x, i - 1);
    return !rc_skips_determiner(before) && before->pos != RC_POS_ADJECTIVE &&
           before->pos != RC_POS_PREPOSITION && !rc_is_possessive_sign(x->scene.t, i - 1);
}

/* Whether the trigger stands as its program wants it: active, passive, or as a noun. */
static bool voice_fits(const machine *x, const rc_trigger *t, uint32_t i)
{
    const rc_token *k = token(x, i);
    if (t->voice == RC_VOICE_ANY)
        return true;
    if (t->voice == RC_VOICE_NOMINAL) {
        if (k->pos != RC_POS_NOUN || !k->entry)
            return false;
        uint32_t kinds = k->entry->kinds;
        return !(kinds & RC_KIND_PERSON) || (kinds & (RC_KIND_ACT | RC_KIND_EVENT));
    }
    if (x->scene.verb == UINT32_MAX)
        return t->voice == RC_VOICE_PASSIVE ? k->pos != RC_POS_NOUN : may_be_verb(x, i);
    return (voices(x) & (t->voice == RC_VOICE_PASSIVE ? PASSIVE : ACTIVE)) != 0;
}

static void start(machine *x, const rc_trigger *t, uint32_t first, uint32_t last)
{
    x->at = t;
    x->family = rc_rules_family(x->rules, t->family);
    x->now = (rc_match){
        .family = t->family, .pattern = t->pattern, .trigger = first, .first = first, .last = last};
    for (size_t i = 0; i < RC_SLOTS_MAX; i++)
        x->now.slots[i] = (rc_filler){0, 0, UINT32_MAX, UINT32_MAX, UINT32_MAX};
    if (t->term_slot != RC_NO_SLOT)
        x->now.slots[t->term_slot].term = t->term;
    x->behind = last;
    x->scene.trigger = first;
    x->fuel = x->family->law ? LAW_FUEL : FUEL;
    x->depth = 0;
    x->passed = 1;
}

/* Whether the sentence has the words that a pattern cannot do without. How near a pattern came is
 * asked of all. */
static bool may_match(const machine *x, const rc_trigger *t)
{
    return x->near || rc_programs_needs_met(x->scene.programs, t, &x->words);
}

static void try_word(machine *x, uint32_t list, uint32_t i)
{
    const rc_programs *p = x->scene.programs;
    for (uint32_t n = list; n != UINT32_MAX; n = p->triggers[n].next) {
        const rc_trigger *t = &p->triggers[n];
        if (!may_match(x, t) || !voice_fits(x, t, i))
            continue;
        start(x, t, i, i + 1);
        if (t->term_slot != RC_NO_SLOT) {
            x->now.slots[t->term_slot].first = i;
            x->now.slots[t->term_slot].last = i + 1;
        }
        run(x, t->step, i, false);
    }
}

static void try_key(machine *x, const rc_map *map, rc_word w, uint32_t i)
{
    if (!w || !rc_programs_may_trigger(x->scene.programs, w))
        return;
    const uint32_t *list = rc_map_get(map, w);
    if (!list)
        return;
    uint32_t verb = rc_text_group_at(x->scene.t, i, RC_GROUP_VERB);
    x->scene.verb = verb != UINT32_MAX && x->scene.t->groups[verb].head == i ? verb : UINT32_MAX;
    try_word(x, *list, i);
}

static void try_token(machine *x, uint32_t i)
{
    const rc_token *k = token(x, i);
    if (k->kind != RC_TOKEN_WORD)
        return;
    const rc_map *words = &x->scene.programs->by_word;
    try_key(x, words, k->lemma, i);
    if (k->word != k->lemma)
        try_key(x, words, k->word, i);
    if (!k->entry)
        return;
    rc_word verb = k->entry->lemma[RC_VERB], noun = k->entry->lemma[RC_NOUN];
    if (verb != k->lemma && verb != k->word)
        try_key(x, words, verb, i);
    if (noun != k->lemma && noun != k->word && noun != verb)
        try_key(x, words, noun, i);
    if (k->pos == RC_POS_NOUN)
        try_key(x, &x->scene.programs->by_root, k->root, i);
}

/* --- patterns that are triggered by what fills a slot ------------------------------------------
 */

static uint32_t left_of_determiners(const machine *x, uint32_t at)
{
    while (at > x->scene.first && rc_skips_determiner(token(x, at - 1)))
        at--;
    return at;
}

static void try_mention(machine *x, uint32_t mention, unsigned type)
{
    const rc_programs *p = x->scene.programs;
    const rc_mention *m = &x->scene.m->items[mention];
    for (uint32_t n = p->by_type[type]; n != UINT32_MAX; n = p->triggers[n].next) {
        const rc_trigger *t = &p->triggers[n];
        if (t->least > x->figures || (t->need && !(t->need & x->kinds)) || !may_match(x, t))
            continue;
        const rc_family *f = rc_rules_family(x->rules, t->family);
        if (!rc_fill_fits(&x->scene, &f->slots[t->slot], mention))
            continue;
        start(x, t, m->first, m->last);
        x->now.slots[t->slot] =
            (rc_filler){m->first, m->last, rc_text_group_at(x->scene.t, m->first, RC_GROUP_NOUN),
                        mention, UINT32_MAX};
        x->scene.verb = UINT32_MAX;
        run(x, t->step, left_of_determiners(x, m->first), false);
    }
}

/* An office has no mention: each word of the class is tried, once a group. */
static void try_offices(machine *x, uint32_t i)
{
    const rc_programs *p = x->scene.programs;
    const rc_token *k = token(x, i);
    if (!((k->classes | rc_lexicon_classes(x->scene.lexicon, k->lemma)) & RC_CLASS(OFFICE)))
        return;
    for (uint32_t n = p->by_type[RC_SLOTTYPE_OFFICE]; n != UINT32_MAX; n = p->triggers[n].next) {
        const rc_trigger *t = &p->triggers[n];
        start(x, t, i, i + 1);
        rc_candidates c = {.count = 0};
        const rc_slot office = {.types = RC_TYPE(OFFICE)};
        rc_fill_left(&x->scene, &office, i + 1, &c);
        if (c.count == 0 || c.items[0].filler.last <= i)
            continue;
        const rc_filler *f = &c.items[0].filler;
        start(x, t, f->first, f->last);
        x->now.slots[t->slot] = *f;
        x->scene.verb = UINT32_MAX;
        run(x, t->step, left_of_determiners(x, f->first), false);
    }
}

static void count_figures(machine *x, size_t from)
{
    const rc_mentions *m = x->scene.m;
    x->figures = x->kinds = 0;
    for (size_t i = from; i < m->count && m->items[i].first < x->scene.last; i++) {
        if (m->items[i].type == RC_MENTION_ENTITY || m->items[i].first < x->scene.first)
            continue;
        x->figures++;
        x->kinds |= rc_fill_types(&m->items[i]);
    }
}

static void try_mentions(machine *x, size_t *next)
{
    const rc_mentions *m = x->scene.m;
    count_figures(x, *next);
    for (; *next < m->count && m->items[*next].first < x->scene.last; (*next)++) {
        if (m->items[*next].first < x->scene.first)
            continue;
        for (unsigned type = 0; type < RC_SLOTTYPES; type++) {
            if (x->scene.programs->by_type[type] != UINT32_MAX && type != RC_SLOTTYPE_OFFICE)
                try_mention(x, (uint32_t)*next, type);
        }
    }
}

/* All that is_word compares. */
static void collect_words(machine *x)
{
    x->words = (rc_word_set){.bits = {0}};
    for (uint32_t i = x->scene.first; i < x->scene.last; i++) {
        const rc_token *k = token(x, i);
        rc_word_set_add(&x->words, k->word);
        rc_word_set_add(&x->words, k->lemma);
        if (k->entry) {
            rc_word_set_add(&x->words, k->entry->lemma[RC_VERB]);
            rc_word_set_add(&x->words, k->entry->lemma[RC_NOUN]);
        }
    }
}

static void scan(machine *x)
{
    const rc_text *t = x->scene.t;
    bool offices = x->scene.programs->by_type[RC_SLOTTYPE_OFFICE] != UINT32_MAX;
    size_t next_mention = 0;
    for (uint32_t s = 0; s < t->sentence_count; s++) {
        const rc_sentence *sentence = &t->sentences[s];
        if (t->doc->blocks && t->doc->blocks[sentence->block].kind == RC_BLOCK_BYLINE)
            continue;
        x->scene.sentence = s;
        x->scene.first = sentence->first;
        x->scene.last = sentence->last;
        collect_words(x);
        for (uint32_t i = sentence->first; i < sentence->last; i++) {
            try_token(x, i);
            if (offices)
                try_offices(x, i);
        }
        try_mentions(x, &next_mention);
    }
}

static machine machine_for(rc_arena *a, const rc_rules *r, const rc_text *t, const rc_mentions *m,
                           rc_matches *out)
{
    return (machine){
        .scene = {.t = t, .m = m, .programs = rc_rules_programs(r), .lexicon = rc_rules_lexicon(r)},
        .arena = a,
        .rules = r,
        .out = out};
}

void rc_matches_find(rc_arena *a, const rc_rules *r, const rc_text *t, const rc_mentions *m,
                     rc_matches *out)
{
    machine x = machine_for(a, r, t, m, out);
    scan(&x);
}

void rc_near_miss_find(rc_arena *a, const rc_rules *r, const rc_text *t, const rc_mentions *m,
                       size_t family, rc_near_miss *ret)
{
    rc_matches none = {0};
    *ret = (rc_near_miss){.any = false};
    machine x = machine_for(a, r, t, m, &none);
    x.near = ret;
    x.near_family = family;
    scan(&x);
}
