/* Pronouns and definite nouns: "she", "its", "the company", "the minister". Each goes back to the
 * nearest name that fits, and is left alone where none stands near. */
#include "mentions/naming.h"

#define WINDOW_SENTENCES 3 /* for pronouns */
#define NOUN_SENTENCES 12  /* for definite nouns */
#define RECENT_MAX 8

typedef struct {
    uint32_t entity, sentence, token;
    uint8_t gender;
} recent;

typedef struct {
    rc_naming *n;
    recent persons[RECENT_MAX]; /* ring */
    uint32_t person_count;
    recent subject, subject_before; /* first thing named in this and the last sentence, no person */
    recent last_of[KNOWN_REGION + 1]; /* by kind, entity + 1 */
    rc_map heads; /* word of a name that tells its kind to index of `named`, + 1 */
    recent *named;
    size_t named_count, named_capacity;
} referrer;

/* The kind that a definite noun can narrow to. */
static rc_known_kind kind_of(const rc_naming *n, const rc_raw *r)
{
    if (r->known) {
        uint8_t kind = n->x->known[r->known - 1].kind;
        if (kind <= KNOWN_PEOPLE && kind != KNOWN_SEAT)
            return KNOWN_COUNTRY;
        return kind == KNOWN_SEAT ? KNOWN_CITY : (kind == KNOWN_AGENCY ? KNOWN_BODY : kind);
    }
    if (r->cls == RC_ENTITY_PLACE)
        return rc_name_token_bits(n, r->last - 1) & N_HEAD ? KNOWN_REGION : KNOWN_CITY;
    if (r->cls != RC_ENTITY_ORGANIZATION)
        return KNOWN_GROUP;
    for (uint32_t i = r->first; i < r->last; i++) {
        uint32_t bits = rc_name_token_bits(n, i);
        if ((bits & N_ORG) && !(bits & N_COMPANY))
            return KNOWN_BODY;
    }
    return KNOWN_COMPANY;
}

static void note_word(referrer *f, rc_word word, recent who)
{
    uint32_t *at = rc_map_put(&f->heads, word, 0);
    if (*at) {
        f->named[*at - 1] = who;
        return;
    }
    RC_PUSH(f->n->arena, f->named, f->named_count, f->named_capacity, who);
    *at = (uint32_t)f->named_count;
}

static void note_name(referrer *f, uint32_t raw)
{
    rc_naming *n = f->n;
    const rc_raw *r = &n->raws[raw];
    recent who = {r->entity, r->sentence, r->first, r->gender};
    if (r->entity == UINT32_MAX)
        return;
    if (r->cls == RC_ENTITY_PERSON) {
        f->persons[f->person_count++ % RECENT_MAX] = who;
        return;
    }
    if (f->subject.sentence != r->sentence || f->subject.entity == UINT32_MAX) {
        f->subject_before = f->subject;
        f->subject = who;
    }
    recent by_kind = who;
    by_kind.entity++;
    f->last_of[kind_of(n, r)] = by_kind;
    for (uint32_t i = r->first; i < r->last; i++) {
        uint32_t bits = rc_name_token_bits(n, i);
        if (bits & (N_ORG | N_PLACE | N_EVENT | N_WORK | N_COMPANY))
            note_word(f, n->t->tokens[i].word, who);
    }
}

static void note_role(referrer *f, const rc_raw_role *role)
{
    const rc_raw *r = &f->n->raws[role->raw];
    if (r->entity == UINT32_MAX || r->cls != RC_ENTITY_PERSON || role->tense == RC_TENSE_FORMER)
        return;
    recent who = {r->entity, r->sentence, r->first, r->gender};
    for (uint32_t i = role->first; i < role->last; i++) {
        if (rc_name_token_bits(f->n, i) & N_OFFICE)
            note_word(f, f->n->t->tokens[i].word, who);
    }
}

static void add_alias(referrer *f, uint32_t first, uint32_t last, uint32_t entity)
{
    rc_naming *n = f->n;
    rc_mention m = {
        .type = RC_MENTION_ENTITY,
        .span = {n->t->tokens[first].start, n->t->tokens[last - 1].end},
        .first = first,
        .last = last,
    };
    m.as.entity.index = entity;
    m.as.entity.alias = true;
    RC_PUSH(n->arena, n->m->items, n->m->count, n->m->capacity, m);
}

/* "he", "her": of the persons named last the one whose sex fits; the first of its sentence where
 * several do. */
static uint32_t person_before(const referrer *f, uint32_t sentence, uint8_t gender)
{
    const recent *best = NULL;
    uint32_t count = f->person_count < RECENT_MAX ? f->person_count : RECENT_MAX;
    for (uint32_t i = 1; i <= count; i++) {
        const recent *p = &f->persons[(f->person_count - i) % RECENT_MAX];
        if (sentence - p->sentence > WINDOW_SENTENCES)
            break;
        if (p->gender && p->gender != gender)
            continue;
        if (!best || (p->sentence == best->sentence && p->gender >= best->gender) ||
            (p->gender && !best->gender))
            best = p;
    }
    return best ? best->entity : UINT32_MAX;
}

static bool same_block(const referrer *f, uint32_t a, uint32_t b)
{
    const rc_text *t = f->n->t;
    return t->sentences[a].block == t->sentences[b].block;
}

static uint32_t thing_before(const referrer *f, uint32_t sentence, uint32_t token)
{
    const recent *s = &f->subject;
    if (s->entity == UINT32_MAX || s->token >= token || sentence - s->sentence > 1)
        return UINT32_MAX;
    return s->sentence == sentence || same_block(f, s->sentence, sentence) ? s->entity : UINT32_MAX;
}

static void pronoun(referrer *f, uint32_t token, uint32_t sentence, uint32_t bits)
{
    uint32_t entity = UINT32_MAX;
    if (bits & (N_HE | N_SHE))
        entity = person_before(f, sentence, bits & N_HE ? N_GIVEN_M : N_GIVEN_F);
    else if (bits & N_IT)
        entity = thing_before(f, sentence, token);
    if (entity != UINT32_MAX)
        add_alias(f, token, token + 1, entity);
}

/* "the company", "the summit": the noun behind the article at `token`. */
static void definite(referrer *f, uint32_t token, uint32_t sentence, uint32_t limit)
{
    const rc_naming *n = f->n;
    uint32_t noun = token + 1;
    if (noun >= limit)
        return;
    const rc_token *k = &n->t->tokens[noun];
    if (k->kind != RC_TOKEN_WORD || (k->flags & (RC_TOKEN_CAPITAL | RC_TOKEN_PLURAL)))
        return;
    if (noun + 1 < limit) {
        const rc_token *next = &n->t->tokens[noun + 1];
        if (next->pos == RC_POS_NOUN || next->pos == RC_POS_PROPER || next->first == '-' ||
            (next->flags & RC_TOKEN_CAPITAL) || (rc_name_token_bits(n, noun + 1) & N_LINK))
            return;
    }
    const uint32_t *at = rc_map_get(&f->heads, k->word);
    if (at && sentence - f->named[*at - 1].sentence <= NOUN_SENTENCES) {
        add_alias(f, token, noun + 1, f->named[*at - 1].entity);
        return;
    }
    const uint32_t *rule = rc_map_get(&n->x->anaphora, k->word);
    if (!rule || *rule >> 8 == 0xff)
        return;
    const recent *last = &f->last_of[*rule >> 8];
    if (last->entity && sentence - last->sentence <= NOUN_SENTENCES)
        add_alias(f, token, noun + 1, last->entity - 1);
}

void rc_name_refer(rc_naming *n)
{
    referrer f = {.n = n};
    uint32_t raw = 0, role = 0;
    f.subject.entity = f.subject_before.entity = UINT32_MAX;
    rc_map_init(&f.heads, n->arena, 0);
    n->alias_first = n->m->count;
    if (!n->count)
        return;
    for (uint32_t s = 0; s < n->t->sentence_count; s++) {
        const rc_sentence *sentence = &n->t->sentences[s];
        for (uint32_t i = sentence->first; i < sentence->last; i++) {
            const rc_token *k = &n->t->tokens[i];
            for (; raw < n->count && n->raws[raw].first <= i; raw++)
                note_name(&f, raw);
            for (; role < n->role_count && n->raws[n->roles[role].raw].first <= i; role++)
                note_role(&f, &n->roles[role]);
            if (k->classes & (RC_CLASS(PRONOUN) | RC_CLASS(POSSESSIVE))) {
                uint32_t bits = rc_name_bits(n->x, k->word);
                pronoun(&f, i, s, bits);
            } else if (k->classes & RC_CLASS(DEFINITE)) {
                definite(&f, i, s, sentence->last);
            }
        }
    }
}
