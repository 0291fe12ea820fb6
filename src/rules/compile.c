#include "rules/compile.h"

#include "base/hash.h"

#define FUNCTION_WORDS                                                                             \
    (RC_CLASS(DETERMINER) | RC_CLASS(PREPOSITION) | RC_CLASS(CONJUNCTION) |                        \
     RC_CLASS(SUBORDINATOR) | RC_CLASS(RELATIVE) | RC_CLASS(PRONOUN) | RC_CLASS(POSSESSIVE) |      \
     RC_CLASS(AUXILIARY) | RC_CLASS(BE) | RC_CLASS(HAVE) | RC_CLASS(MODAL) | RC_CLASS(FUTURE) |    \
     RC_CLASS(NEGATION))

typedef enum { LEFT, RIGHT } direction;

/* One branch of the node that triggers, and where in it the word stands. */
typedef struct {
    const rc_sequence *nodes; /* the whole pattern, terms opened */
    size_t at;                /* node that triggers */
    const rc_sequence *branch;
    size_t word; /* in the branch */
} anchor;

typedef enum { BASE, PASSIVE, NOMINAL, GENITIVE, POSSESSIVE, COMPOUND, KINDS } variant_kind;

/* What a variant is made of: nodes by reference, in the order of the text. */
typedef struct {
    variant_kind kind;
    const rc_node *left[32], *right[32];
    size_t left_count, right_count;
    bool subject; /* the node left of the trigger is its subject */
    rc_voice voice;
} variant;

void rc_programs_init(rc_programs *p, rc_arena *a)
{
    rc_map_init(&p->by_word, a, 1024);
    rc_map_init(&p->by_root, a, 256);
    for (size_t i = 0; i < RC_SLOTTYPES; i++)
        p->by_type[i] = UINT32_MAX;
    rc_step never = {.op = RC_STEP_END};
    RC_PUSH(a, p->steps, p->step_count, p->step_capacity, never);
}

/* --- words ------------------------------------------------------------------------------------ */

static rc_word word_of(const rc_node *n)
{
    return n->sign ? rc_hash(n->text) : rc_word_from(n->text);
}

/* The dictionary form of a word that is written inflected; else the word. */
static rc_word lemma_of(const rc_compiler *c, rc_word w)
{
    const rc_lex_entry *e = rc_lexicon_find(c->lexicon, w);
    const uint16_t inflected = RC_FORM_VERB_PAST | RC_FORM_VERB_PARTICIPLE;
    if (e && (e->forms & inflected) && !(e->forms & RC_FORM_VERB_BASE) && e->lemma[RC_VERB] &&
        e->lemma[RC_VERB] != w)
        return e->lemma[RC_VERB];
    if (!e || (e->lemma[RC_NOUN] == w && e->frequency[RC_NOUN]) ||
        (e->lemma[RC_VERB] == w && e->frequency[RC_VERB]) || e->lemma[RC_ADJECTIVE] == w)
        return w;
    if (e->lemma[RC_VERB])
        return e->lemma[RC_VERB];
    return e->lemma[RC_NOUN] ? e->lemma[RC_NOUN] : w;
}

static bool is_function_word(const rc_compiler *c, const rc_node *n)
{
    rc_word w = rc_word_from(n->text);
    uint64_t classes = rc_lexicon_classes(c->lexicon, w);
    const rc_lex_entry *e = rc_lexicon_find(c->lexicon, w);
    /* "own" is a verb too. */
    if ((classes & FUNCTION_WORDS) == RC_CLASS(DETERMINER) && e && e->frequency[RC_VERB])
        return false;
    return (classes & FUNCTION_WORDS) != 0;
}

static bool is_be(const rc_compiler *c, const rc_node *n)
{
    return n->kind == RC_NODE_WORD && !n->sign &&
           (rc_lexicon_classes(c->lexicon, rc_word_from(n->text)) & RC_CLASS(BE));
}

static bool is_word(const rc_node *n, rc_str text)
{
    return n->kind == RC_NODE_WORD && text.len && rc_str_eq(n->text, text);
}

static bool can_be_verb(const rc_compiler *c, const rc_node *n)
{
    const rc_lex_entry *e = rc_lexicon_find(c->lexicon, rc_word_from(n->text));
    return !e || e->lemma[RC_VERB];
}

static bool is_participle(const rc_compiler *c, const rc_node *n)
{
    const rc_lex_entry *e = rc_lexicon_find(c->lexicon, rc_word_from(n->text));
    return e && (e->forms & RC_FORM_VERB_PARTICIPLE);
}

/* --- emitting --------------------------------------------------------------------------------- */

static uint32_t emit(const rc_compiler *c, rc_step s)
{
    rc_programs *p = c->programs;
    RC_PUSH(c->context->arena, p->steps, p->step_count, p->step_capacity, s);
    return (uint32_t)p->step_count - 1;
}

static void emit_node(const rc_compiler *c, const rc_node *n, direction d);

static void emit_sequence(const rc_compiler *c, const rc_sequence *s, size_t from, size_t to,
                          direction d)
{
    for (size_t i = from; i < to; i++)
        emit_node(c, &s->items[d == RIGHT ? i : to - 1 - (i - from)], d);
}

static void emit_choice(const rc_compiler *c, const rc_node *n, direction d)
{
    uint32_t *jumps = RC_NEW_ARRAY(c->context->arena, uint32_t, n->branch_count);
    rc_programs *p = c->programs;
    for (size_t i = 0; i < n->branch_count; i++) {
        bool last = i + 1 == n->branch_count;
        uint32_t split = last ? 0 : emit(c, (rc_step){.op = RC_STEP_SPLIT});
        emit_sequence(c, &n->branches[i], 0, n->branches[i].count, d);
        if (last)
            break;
        jumps[i] = emit(c, (rc_step){.op = RC_STEP_JUMP});
        p->steps[split].value = (uint32_t)p->step_count;
    }
    for (size_t i = 0; i + 1 < n->branch_count; i++)
        p->steps[jumps[i]].value = (uint32_t)p->step_count;
}

static void emit_node(const rc_compiler *c, const rc_node *n, direction d)
{
    rc_step s = {.column = n->column, .slot = n->slot, .value = n->value};
    switch (n->kind) {
    case RC_NODE_WORD:
        s.op = RC_STEP_WORD;
        s.word = word_of(n);
        s.lemma = n->sign ? s.word : lemma_of(c, s.word);
        if (n->sign)
            s.flags = RC_STEP_SIGN;
        else if (can_be_verb(c, n))
            s.flags = RC_STEP_VERB;
        if (is_be(c, n))
            s.flags |= RC_STEP_BE | RC_STEP_VERB;
        break;
    case RC_NODE_SLOT:
        s.op = RC_STEP_SLOT;
        break;
    case RC_NODE_TERM:
        s.op = RC_STEP_TERM;
        break;
    case RC_NODE_GAP:
        s.op = RC_STEP_GAP;
        break;
    case RC_NODE_POSSESSIVE:
        s.op = RC_STEP_POSSESSIVE;
        break;
    case RC_NODE_CHOICE:
        emit_choice(c, n, d);
        return;
    }
    emit(c, s);
}

/* Where a branch's own words begin: behind a term, which the trigger itself sets. */
static size_t branch_start(const rc_sequence *branch)
{
    return branch->count && branch->items[0].kind == RC_NODE_TERM ? 1 : 0;
}

/* "be killed", as a branch: the auxiliary is part of the verb. */
static bool is_passive_branch(const rc_compiler *c, const anchor *a)
{
    size_t from = branch_start(a->branch);
    return a->word == from + 1 && is_be(c, &a->branch->items[from]) &&
           is_participle(c, &a->branch->items[a->word]);
}

static uint32_t emit_variant(const rc_compiler *c, const anchor *a, const variant *v)
{
    rc_programs *p = c->programs;
    uint32_t start = (uint32_t)p->step_count;
    if (!is_passive_branch(c, a))
        emit_sequence(c, a->branch, branch_start(a->branch), a->word, LEFT);
    for (size_t i = v->left_count; i > 0; i--)
        emit_node(c, v->left[i - 1], LEFT);
    if (v->subject && p->step_count > start && p->steps[start].op == RC_STEP_SLOT)
        p->steps[start].flags |= RC_STEP_SUBJECT;
    emit(c, (rc_step){.op = RC_STEP_TURN});
    emit_sequence(c, a->branch, a->word + 1, a->branch->count, RIGHT);
    for (size_t i = 0; i < v->right_count; i++)
        emit_node(c, v->right[i], RIGHT);
    emit(c, (rc_step){.op = RC_STEP_END});
    return start;
}

static void link_trigger(const rc_compiler *c, rc_map *m, rc_word w, rc_trigger t)
{
    rc_programs *p = c->programs;
    uint32_t *first = rc_map_put(m, w, UINT32_MAX);
    t.next = *first;
    *first = (uint32_t)p->trigger_count;
    RC_PUSH(c->context->arena, p->triggers, p->trigger_count, p->trigger_capacity, t);
    p->filter[(w >> 6) & 63] |= UINT64_C(1) << (w & 63);
}

static rc_trigger new_trigger(const rc_compiler *c, uint32_t step, rc_voice voice)
{
    return (rc_trigger){.next = UINT32_MAX,
                        .step = step,
                        .family = c->family,
                        .pattern = c->pattern,
                        .voice = (uint8_t)voice,
                        .slot = RC_NO_SLOT,
                        .term_slot = RC_NO_SLOT};
}

static uint32_t emit_shared(const rc_compiler *c, const anchor *a, const variant *v)
{
    if (a->branch->count - branch_start(a->branch) != 1)
        return emit_variant(c, a, v);
    uint32_t *start = &c->shared[v->kind * (RC_VOICE_NOMINAL + 1) + v->voice];
    if (!*start)
        *start = emit_variant(c, a, v);
    return *start;
}

static void add_variant(const rc_compiler *c, const anchor *a, const variant *v)
{
    const rc_node *n = &a->branch->items[a->word];
    rc_trigger t = new_trigger(c, emit_shared(c, a, v), v->voice);
    t.column = n->column;
    if (branch_start(a->branch)) {
        t.term_slot = a->branch->items[0].slot;
        t.term = (uint16_t)a->branch->items[0].value;
    }
    rc_word w = word_of(n), lemma = lemma_of(c, w);
    if (v->voice == RC_VOICE_NOMINAL) {
        const rc_lex_entry *e = rc_lexicon_find(c->lexicon, lemma);
        if (e)
            link_trigger(c, &c->programs->by_root, e->root ? e->root : lemma, t);
        return;
    }
    link_trigger(c, &c->programs->by_word, lemma, t);
    if (w != lemma)
        link_trigger(c, &c->programs->by_word, w, t);
}

/* --- variants --------------------------------------------------------------------------------- */

static void push_left(variant *v, const rc_node *n)
{
    if (v->left_count < sizeof(v->left) / sizeof(v->left[0]))
        v->left[v->left_count++] = n;
}

static void push_right(variant *v, const rc_node *n)
{
    if (v->right_count < sizeof(v->right) / sizeof(v->right[0]))
        v->right[v->right_count++] = n;
}

static void push_range(variant *v, const rc_sequence *s, size_t from, size_t to, direction d)
{
    for (size_t i = from; i < to; i++) {
        if (d == LEFT)
            push_left(v, &s->items[i]);
        else
            push_right(v, &s->items[i]);
    }
}

static rc_node *new_word(const rc_compiler *c, rc_str text, uint32_t column)
{
    rc_node *n = RC_NEW(c->context->arena, rc_node);
    *n = (rc_node){.kind = RC_NODE_WORD, .text = text, .column = column};
    return n;
}

/* [by {a}] */
static const rc_node *new_agent(const rc_compiler *c, const rc_node *slot)
{
    rc_arena *arena = c->context->arena;
    rc_node *n = RC_NEW(arena, rc_node);
    *n = (rc_node){.kind = RC_NODE_CHOICE, .column = slot->column, .optional = true};
    n->branches = RC_NEW_ARRAY(arena, rc_sequence, 2);
    n->branch_count = 2;
    rc_sequence *by = &n->branches[0];
    RC_PUSH(arena, by->items, by->count, by->capacity,
            *new_word(c, c->grammar->agent, slot->column));
    RC_PUSH(arena, by->items, by->count, by->capacity, *slot);
    return n;
}

/* [{a}'s] */
static const rc_node *new_possessor(const rc_compiler *c, const rc_node *slot)
{
    rc_arena *arena = c->context->arena;
    rc_node *n = RC_NEW(arena, rc_node);
    *n = (rc_node){.kind = RC_NODE_CHOICE, .column = slot->column, .optional = true};
    n->branches = RC_NEW_ARRAY(arena, rc_sequence, 2);
    n->branch_count = 2;
    rc_sequence *s = &n->branches[0];
    rc_node possessive = {.kind = RC_NODE_POSSESSIVE, .column = slot->column};
    RC_PUSH(arena, s->items, s->count, s->capacity, *slot);
    RC_PUSH(arena, s->items, s->count, s->capacity, possessive);
    return n;
}

/* "60% of the market" moves as a whole: how many nodes stand for the object from `at` on. */
static size_t object_length(const rc_compiler *c, const rc_sequence *s, size_t at)
{
    if (at + 2 < s->count && is_word(&s->items[at + 1], c->grammar->genitive) &&
        s->items[at + 2].kind == RC_NODE_SLOT)
        return 3;
    return 1;
}

static void add_voices(const rc_compiler *c, const anchor *a)
{
    const rc_sequence *s = a->nodes;
    const rc_node *subject = &s->items[a->at - 1], *object = &s->items[a->at + 1];
    size_t rest = a->at + 1 + object_length(c, s, a->at + 1);
    const rc_node *by = new_agent(c, subject);
    variant passive = {.kind = PASSIVE, .subject = true, .voice = RC_VOICE_PASSIVE};
    push_range(&passive, s, 0, a->at - 1, LEFT);
    push_range(&passive, s, a->at + 1, rest, LEFT);
    push_right(&passive, by);
    push_range(&passive, s, rest, s->count, RIGHT);
    push_right(&passive, by);
    add_variant(c, a, &passive);

    variant nominal = {.kind = NOMINAL, .voice = RC_VOICE_NOMINAL};
    push_range(&nominal, s, 0, a->at - 1, LEFT);
    push_left(&nominal, new_possessor(c, subject));
    push_right(&nominal, new_word(c, c->grammar->genitive, object->column));
    push_range(&nominal, s, a->at + 1, rest, RIGHT);
    push_right(&nominal, by);
    push_range(&nominal, s, rest, s->count, RIGHT);
    add_variant(c, a, &nominal);
}

/* The possessive sign left of the trigger, with at most something optional in between; SIZE_MAX. */
static size_t possessive_before(const anchor *a)
{
    const rc_node *nodes = a->nodes->items;
    size_t at = a->at;
    while (at > 0 && nodes[at - 1].kind == RC_NODE_CHOICE && nodes[at - 1].optional)
        at--;
    if (at < 2 || nodes[at - 1].kind != RC_NODE_POSSESSIVE || nodes[at - 2].kind != RC_NODE_SLOT)
        return SIZE_MAX;
    return at - 1;
}

/* {a}'s noun rest -> noun of {a} rest */
static void add_genitive(const rc_compiler *c, const anchor *a, size_t possessive)
{
    const rc_sequence *s = a->nodes;
    const rc_node *owner = &s->items[possessive - 1];
    variant v = {.kind = GENITIVE};
    push_range(&v, s, 0, possessive - 1, LEFT);
    push_range(&v, s, possessive + 1, a->at, LEFT);
    push_right(&v, new_word(c, c->grammar->genitive, owner->column));
    push_right(&v, owner);
    push_range(&v, s, a->at + 1, s->count, RIGHT);
    add_variant(c, a, &v);
}

/* noun of {a} rest -> {a}'s noun rest, {a} noun rest */
static void add_possessive(const rc_compiler *c, const anchor *a)
{
    const rc_sequence *s = a->nodes;
    const rc_node *owner = &s->items[a->at + 2];
    variant v = {.kind = POSSESSIVE};
    push_range(&v, s, 0, a->at, LEFT);
    push_left(&v, owner);
    variant compound = v;
    compound.kind = COMPOUND;
    rc_node *sign = RC_NEW(c->context->arena, rc_node);
    *sign = (rc_node){.kind = RC_NODE_POSSESSIVE, .column = owner->column};
    push_left(&v, sign);
    push_range(&v, s, a->at + 3, s->count, RIGHT);
    add_variant(c, a, &v);
    if (c->context->family->slots[owner->slot].types & RC_TYPE(NOUN_PHRASE)) {
        push_range(&compound, s, a->at + 3, s->count, RIGHT);
        add_variant(c, a, &compound);
    }
}

static bool only_words(const rc_sequence *s, size_t from)
{
    for (size_t i = from; i < s->count; i++) {
        if (s->items[i].kind != RC_NODE_WORD)
            return false;
    }
    return true;
}

static bool is_auxiliary(const rc_compiler *c, const rc_node *n)
{
    return (rc_lexicon_classes(c->lexicon, rc_word_from(n->text)) &
            (RC_CLASS(AUXILIARY) | RC_CLASS(BE) | RC_CLASS(HAVE))) != 0;
}

static void add_variants(const rc_compiler *c, const anchor *a)
{
    const rc_sequence *s = a->nodes;
    const rc_node *word = &a->branch->items[a->word];
    const rc_node *before = a->at > 0 ? &s->items[a->at - 1] : NULL;
    const rc_node *after = a->at + 1 < s->count ? &s->items[a->at + 1] : NULL;
    bool leads = a->word == branch_start(a->branch), is_term = a->word > 0 && leads;
    bool verb = can_be_verb(c, word) && leads;
    variant v = {.kind = BASE};
    size_t left = a->at;
    bool genitive =
        after && is_word(after, c->grammar->genitive) && a->word + 1 == a->branch->count;
    if (is_passive_branch(c, a)) {
        v.voice = RC_VOICE_PASSIVE;
        v.subject = true;
    } else if (verb && before && is_be(c, before) && (is_participle(c, word) || is_term)) {
        v.voice = RC_VOICE_PASSIVE;
        v.subject = true;
        left--;
    } else if (verb && before && before->kind == RC_NODE_SLOT && !genitive &&
               lemma_of(c, word_of(word)) == word_of(word)) {
        v.voice = RC_VOICE_ACTIVE;
        v.subject = true;
    }
    push_range(&v, s, 0, left, LEFT);
    push_range(&v, s, a->at + 1, s->count, RIGHT);
    add_variant(c, a, &v);
    if (v.voice == RC_VOICE_ACTIVE && after && after->kind == RC_NODE_SLOT &&
        !is_auxiliary(c, word) && only_words(a->branch, a->word + 1))
        add_voices(c, a);
    size_t possessive = possessive_before(a);
    if (possessive != SIZE_MAX && leads && !genitive)
        add_genitive(c, a, possessive);
    if (genitive && a->at + 2 < s->count && s->items[a->at + 2].kind == RC_NODE_SLOT &&
        !(before && (before->kind == RC_NODE_POSSESSIVE || before->kind == RC_NODE_SLOT)))
        add_possessive(c, a);
}

/* --- which word triggers ---------------------------------------------------------------------- */

/* The first content word of a branch; SIZE_MAX: none. */
static size_t content_word(const rc_compiler *c, const rc_sequence *s)
{
    for (size_t i = 0; i < s->count; i++) {
        const rc_node *n = &s->items[i];
        if (n->kind == RC_NODE_WORD && !n->sign && !is_function_word(c, n))
            return i;
        if (n->kind != RC_NODE_WORD && n->kind != RC_NODE_TERM)
            return SIZE_MAX;
    }
    return SIZE_MAX;
}

static unsigned frequency(const rc_compiler *c, const rc_node *n)
{
    const rc_lex_entry *e = rc_lexicon_find(c->lexicon, lemma_of(c, word_of(n)));
    unsigned most = 0;
    for (size_t i = 0; e && i < 4; i++)
        most = e->frequency[i] > most ? e->frequency[i] : most;
    return most;
}

/* How common the commonest word is that a node would trigger on; UINT_MAX: it cannot. */
static unsigned cost(const rc_compiler *c, const rc_node *n)
{
    if (n->kind == RC_NODE_WORD) {
        if (n->sign || is_function_word(c, n))
            return UINT32_MAX;
        return frequency(c, n);
    }
    if (n->kind != RC_NODE_CHOICE || n->optional)
        return UINT32_MAX;
    unsigned most = 0;
    for (size_t i = 0; i < n->branch_count; i++) {
        size_t at = content_word(c, &n->branches[i]);
        if (at == SIZE_MAX)
            return UINT32_MAX;
        unsigned f = frequency(c, &n->branches[i].items[at]);
        most = f > most ? f : most;
    }
    return most;
}

/* A verb between its subject and its object is preferred, since variations hang on it; else the
 * rarest word. */
static size_t choose(const rc_compiler *c, const rc_sequence *s)
{
    size_t best = SIZE_MAX;
    unsigned least = UINT32_MAX;
    for (size_t i = 0; i < s->count; i++) {
        unsigned k = cost(c, &s->items[i]);
        if (k == UINT32_MAX)
            continue;
        if (i > 0 && i + 1 < s->count && s->items[i - 1].kind == RC_NODE_SLOT &&
            s->items[i + 1].kind == RC_NODE_SLOT)
            return i;
        if (k < least) {
            least = k;
            best = i;
        }
    }
    return best;
}

/* --- patterns without a word of their own ------------------------------------------------------
 */

#define FIGURES                                                                                    \
    (RC_TYPE(PERCENT) | RC_TYPE(POINTS) | RC_TYPE(MONEY) | RC_TYPE(COUNT) | RC_TYPE(NUMBER) |      \
     RC_TYPE(ORDINAL) | RC_TYPE(MEASURE) | RC_TYPE(QUANTITY) | RC_TYPE(SCORE) | RC_TYPE(VERSION) | \
     RC_TYPE(DATE) | RC_TYPE(START_DATE) | RC_TYPE(END_DATE) | RC_TYPE(DURATION) |                 \
     RC_TYPE(OFFICE))

static size_t choose_slot(const rc_compiler *c, const rc_sequence *s)
{
    size_t best = SIZE_MAX;
    for (size_t i = 0; i < s->count; i++) {
        if (s->items[i].kind != RC_NODE_SLOT)
            continue;
        uint32_t types = c->context->family->slots[s->items[i].slot].types;
        if ((types & FIGURES) && !(types & ~FIGURES))
            return i;
        if (best == SIZE_MAX && !(types & RC_TYPE(NOUN_PHRASE)))
            best = i;
    }
    return best;
}

/* What a sentence must have for the pattern to be tried: as many figures as it has slots, and one
 * for the slot that fewest figures fit. */
static void count_slots(const rc_compiler *c, const rc_sequence *s, rc_trigger *t)
{
    for (size_t i = 0; c->context->family->law && i < s->count; i++) {
        if (s->items[i].kind != RC_NODE_SLOT)
            continue;
        uint32_t types = c->context->family->slots[s->items[i].slot].types;
        if (!(types & FIGURES))
            continue;
        t->least++;
        if (!(types & (RC_TYPE(QUANTITY) | RC_TYPE(COUNT) | RC_TYPE(NUMBER) | RC_TYPE(MONEY))))
            t->need = types;
    }
}

static void compile_by_slot(const rc_compiler *c, const rc_sequence *s)
{
    size_t at = choose_slot(c, s);
    if (at == SIZE_MAX) {
        rc_pattern_diagnose(c->context, 0,
                            "nothing here is rare enough to look for: add a word, or a slot for a "
                            "figure, a date or a name");
        return;
    }
    rc_programs *p = c->programs;
    variant v = {.kind = BASE};
    push_range(&v, s, 0, at, LEFT);
    push_range(&v, s, at + 1, s->count, RIGHT);
    rc_sequence self = {.items = &s->items[at], .count = 1};
    anchor a = {.nodes = s, .at = at, .branch = &self};
    rc_trigger t = new_trigger(c, emit_variant(c, &a, &v), RC_VOICE_ANY);
    t.slot = s->items[at].slot;
    t.column = s->items[at].column;
    count_slots(c, s, &t);
    uint32_t types = c->context->family->slots[t.slot].types;
    for (size_t i = 0; i < RC_SLOTTYPES; i++) {
        if (!(types >> i & 1))
            continue;
        t.next = p->by_type[i];
        p->by_type[i] = (uint32_t)p->trigger_count;
        RC_PUSH(c->context->arena, p->triggers, p->trigger_count, p->trigger_capacity, t);
    }
}

/* --- terms -------------------------------------------------------------------------------------
 */

static rc_sequence open_terms(const rc_compiler *c, const rc_sequence *s)
{
    rc_arena *arena = c->context->arena;
    rc_sequence out = {0};
    for (size_t i = 0; i < s->count; i++) {
        rc_node n = s->items[i];
        if (n.kind == RC_NODE_SLOT && (c->context->family->slots[n.slot].types & RC_TYPE(TERM))) {
            uint32_t column = n.column;
            n = c->terms[n.slot];
            n.column = column;
        } else if (n.kind == RC_NODE_CHOICE) {
            rc_sequence *branches = RC_NEW_ARRAY(arena, rc_sequence, n.branch_count);
            for (size_t b = 0; b < n.branch_count; b++)
                branches[b] = open_terms(c, &n.branches[b]);
            n.branches = branches;
        }
        RC_PUSH(arena, out.items, out.count, out.capacity, n);
    }
    return out;
}

/* The word that a law's pattern is found by, where no figure leads it: the first, but for a name
 * before it. SIZE_MAX: none. */
static size_t leading_word(const rc_compiler *c, const rc_sequence *s)
{
    for (size_t i = 0; i < s->count; i++) {
        if (cost(c, &s->items[i]) != UINT32_MAX)
            return i;
        if (s->items[i].kind != RC_NODE_SLOT ||
            (c->context->family->slots[s->items[i].slot].types & FIGURES))
            return SIZE_MAX;
    }
    return SIZE_MAX;
}

/* A law's pattern, without variations. */
static void compile_as_it_stands(const rc_compiler *c, const rc_sequence *s, size_t at)
{
    const rc_node *n = &s->items[at];
    rc_sequence self = {.items = &s->items[at], .count = 1};
    variant v = {.kind = BASE};
    push_range(&v, s, 0, at, LEFT);
    push_range(&v, s, at + 1, s->count, RIGHT);
    for (size_t i = 0; i < (n->kind == RC_NODE_WORD ? 1 : n->branch_count); i++) {
        anchor a = {
            .nodes = s, .at = at, .branch = n->kind == RC_NODE_WORD ? &self : &n->branches[i]};
        a.word = n->kind == RC_NODE_WORD ? 0 : content_word(c, a.branch);
        add_variant(c, &a, &v);
    }
}

void rc_pattern_compile(const rc_compiler *compiler, const rc_sequence *pattern)
{
    /* Branches of one word have the same program but for that word: it is emitted once a kind and
     * voice. 0: not yet, since no program begins at step 0. */
    uint32_t starts[KINDS * (RC_VOICE_NOMINAL + 1)] = {0};
    rc_compiler with_starts = *compiler;
    with_starts.shared = starts;
    const rc_compiler *c = &with_starts;
    rc_sequence s = open_terms(c, pattern);
    bool law = compiler->context->family->law != RC_LAW_NONE;
    size_t at = law ? leading_word(c, &s) : choose(c, &s);
    if (law && at != SIZE_MAX) {
        compile_as_it_stands(c, &s, at);
        return;
    }
    if (at == SIZE_MAX) {
        compile_by_slot(c, &s);
        return;
    }
    const rc_node *n = &s.items[at];
    if (n->kind == RC_NODE_WORD) {
        rc_sequence self = {.items = &s.items[at], .count = 1};
        anchor a = {.nodes = &s, .at = at, .branch = &self};
        add_variants(c, &a);
        return;
    }
    for (size_t i = 0; i < n->branch_count; i++) {
        anchor a = {.nodes = &s, .at = at, .branch = &n->branches[i]};
        a.word = content_word(c, a.branch);
        add_variants(c, &a);
    }
}
