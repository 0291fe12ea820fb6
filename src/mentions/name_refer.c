/* Pronouns and definite nouns: "she", "its", "the company", "the minister". Each goes back to the
 * nearest name that fits, and is left alone where none stands near. */
#include "mentions/naming.h"

#define WINDOW_SENTENCES 3 /* for pronouns */
#define NOUN_SENTENCES 12  /* for definite nouns */
#define RECENT_MAX 8
#define TOPIC_SENTENCES 12 /* up to which a pronoun may go back to the title */
#define REFERRING (RC_CLASS(PRONOUN) | RC_CLASS(POSSESSIVE) | RC_CLASS(DEFINITE))
#define OF_KIND_MAX 4 /* bearers of one kind looked at for "the company" */
#define OFTEN_MAX 8   /* being named more often than this says no more */

typedef struct {
    uint32_t entity, sentence, token;
    uint8_t gender;
} recent;

typedef struct {
    rc_naming *n;
    recent persons[RECENT_MAX]; /* ring */
    uint32_t person_count;
    recent subject, subject_before; /* first thing named in this and the last sentence, no person */
    recent last_of[KNOWN_REGION + 1][OF_KIND_MAX]; /* by kind, the latest first, entity + 1 */
    uint32_t *named_often; /* mentions of each entity, all over the document */
    uint8_t *sexes;        /* of each entity, as far as it was named; 0: not known */
    uint32_t topic;        /* entity of the title; UINT32_MAX: none */
    uint8_t topic_class, topic_gender;
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

/* Whether "it" may go back to the name: something that acts, and no part of a phrase. */
static bool is_subject(const rc_naming *n, const rc_raw *r)
{
    bool country = r->known && n->x->known[r->known - 1].kind == KNOWN_COUNTRY;
    if ((r->cls != RC_ENTITY_ORGANIZATION && !country) || (r->flags & (RAW_POSSESSIVE | RAW_WEAK)))
        return false;
    const rc_sentence *s = &n->t->sentences[r->sentence];
    uint32_t before = r->first;
    while (before > s->first && (n->t->tokens[before - 1].classes & RC_CLASS(DETERMINER)))
        before--;
    return before == s->first ||
           !(n->t->tokens[before - 1].classes & (RC_CLASS(PREPOSITION) | RC_CLASS(CONJUNCTION)));
}

static void note_kind(referrer *f, rc_known_kind kind, recent who)
{
    recent *list = f->last_of[kind];
    uint32_t at = 0;
    who.entity++;
    while (at + 1 < OF_KIND_MAX && list[at].entity && list[at].entity != who.entity)
        at++;
    for (; at > 0; at--)
        list[at] = list[at - 1];
    list[0] = who;
}

/* Of the bearers of a kind the one that the text is about: named often, and near. */
static uint32_t of_kind(const referrer *f, uint32_t kind, uint32_t sentence)
{
    const recent *list = f->last_of[kind];
    uint32_t best = UINT32_MAX, best_score = 0;
    for (uint32_t i = 0; i < OF_KIND_MAX && list[i].entity; i++) {
        uint32_t far = sentence - list[i].sentence;
        uint32_t often = f->named_often[list[i].entity - 1];
        if (far > NOUN_SENTENCES)
            continue;
        uint32_t score = 1 + (often < OFTEN_MAX ? often : OFTEN_MAX) +
                         (far == 0 ? 4 : (far == 1 ? 3 : (far < 4 ? 1 : 0))) +
                         (list[i].entity - 1 == f->subject.entity ? 3 : 0);
        if (score > best_score) {
            best = list[i].entity - 1;
            best_score = score;
        }
    }
    return best;
}

/* The sex that a name tells, or that a fuller form of it told before: "Claes" behind "Pieter
 * Claes".
 */
static uint8_t sex_of(referrer *f, const rc_raw *r)
{
    if (r->gender)
        f->sexes[r->entity] = r->gender;
    return f->sexes[r->entity];
}

static void note_name(referrer *f, uint32_t raw)
{
    rc_naming *n = f->n;
    const rc_raw *r = &n->raws[raw];
    if (r->entity == UINT32_MAX)
        return;
    recent who = {r->entity, r->sentence, r->first, sex_of(f, r)};
    if (r->cls == RC_ENTITY_PERSON) {
        f->persons[f->person_count++ % RECENT_MAX] = who;
        return;
    }
    if (is_subject(n, r) &&
        (f->subject.sentence != r->sentence || f->subject.entity == UINT32_MAX)) {
        f->subject_before = f->subject;
        f->subject = who;
    }
    note_kind(f, kind_of(n, r), who);
    for (uint32_t i = r->first; i < r->last; i++) {
        bool head = i + 1 == r->last || (rc_name_token_bits(n, i + 1) & N_LINK);
        if (head && (rc_name_token_bits(n, i) & (N_ORG | N_PLACE | N_EVENT | N_WORK | N_COMPANY)))
            note_word(f, n->t->tokens[i].word, who);
    }
}

static void note_role(referrer *f, const rc_raw_role *role)
{
    const rc_raw *r = &f->n->raws[role->raw];
    if (r->entity == UINT32_MAX || r->cls != RC_ENTITY_PERSON || role->tense == RC_TENSE_FORMER)
        return;
    recent who = {r->entity, r->sentence, r->first, sex_of(f, r)};
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

/* Whether a pronoun that nothing else explains goes back to the topic. */
static bool means_topic(const referrer *f, uint32_t sentence, uint32_t bits)
{
    if (f->topic == UINT32_MAX || sentence > TOPIC_SENTENCES)
        return false;
    if (bits & N_IT)
        return f->topic_class != RC_ENTITY_PERSON;
    uint32_t sex = bits & N_HE ? N_GIVEN_M : N_GIVEN_F;
    return (f->topic_class == RC_ENTITY_PERSON || f->topic_class == RC_ENTITY_OTHER) &&
           (!f->topic_gender || f->topic_gender == sex);
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
    if (entity == UINT32_MAX && (bits & (N_HE | N_SHE | N_IT)) && means_topic(f, sentence, bits))
        entity = f->topic;
    if (entity == UINT32_MAX)
        return;
    add_alias(f, token, token + 1, entity);
    if (bits & (N_HE | N_SHE)) { /* what a pronoun stands for stays in mind */
        recent who = {entity, sentence, token, bits & N_HE ? N_GIVEN_M : N_GIVEN_F};
        f->persons[f->person_count++ % RECENT_MAX] = who;
    }
}

/* "the company", "the summit": the noun behind the article at `token`. */
static void definite(referrer *f, uint32_t token, uint32_t sentence, uint32_t limit)
{
    const rc_naming *n = f->n;
    uint32_t noun = token + 1;
    if (noun >= limit)
        return;
    while (noun + 1 < limit && (rc_name_token_bits(n, noun) & N_OFFICE) &&
           (rc_name_token_bits(n, noun + 1) & N_OFFICE))
        noun++;
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
    if (!rule)
        return;
    uint32_t entity = *rule >> 8 == 0xff ? UINT32_MAX : of_kind(f, *rule >> 8, sentence);
    if (entity == UINT32_MAX && f->topic != UINT32_MAX && sentence <= TOPIC_SENTENCES &&
        (f->topic_class == RC_ENTITY_OTHER || f->topic_class == (*rule & 0xff)))
        entity = f->topic;
    if (entity != UINT32_MAX)
        add_alias(f, token, noun + 1, entity);
}

/* What a word that refers back stands for, after all names and roles before it. */
static void refer_token(referrer *f, uint32_t i, uint32_t s)
{
    const rc_token *k = &f->n->t->tokens[i];
    if (k->classes & (RC_CLASS(PRONOUN) | RC_CLASS(POSSESSIVE)))
        pronoun(f, i, s, rc_name_token_bits(f->n, i));
    else if (k->classes & RC_CLASS(DEFINITE))
        definite(f, i, s, f->n->t->sentences[s].last);
}

/* The name in the title, where the title is one. */
static void find_topic(referrer *f)
{
    const rc_naming *n = f->n;
    const rc_text *t = n->t;
    f->topic = UINT32_MAX;
    for (size_t i = 0; i < n->count && t->topic_first < t->topic_last; i++) {
        const rc_raw *r = &n->raws[i];
        if (r->first != t->topic_first || r->last != t->topic_last || r->entity == UINT32_MAX)
            continue;
        f->topic = r->entity;
        f->topic_class = r->cls;
        f->topic_gender = r->gender;
    }
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
    f.named_often = RC_NEW_ARRAY(n->arena, uint32_t, n->m->entity_count);
    f.sexes = RC_NEW_ARRAY(n->arena, uint8_t, n->m->entity_count + 1);
    for (size_t i = 0; i < n->count; i++) {
        if (n->raws[i].entity != UINT32_MAX)
            f.named_often[n->raws[i].entity]++;
    }
    find_topic(&f);
    for (uint32_t s = 0; s < n->t->sentence_count; s++) {
        const rc_sentence *sentence = &n->t->sentences[s];
        for (uint32_t i = sentence->first; i < sentence->last; i++) {
            if (!(n->t->tokens[i].classes & REFERRING))
                continue;
            for (; raw < n->count && n->raws[raw].first <= i; raw++)
                note_name(&f, raw);
            for (; role < n->role_count && n->raws[n->roles[role].raw].first <= i; role++)
                note_role(&f, &n->roles[role]);
            refer_token(&f, i, s);
        }
    }
}
