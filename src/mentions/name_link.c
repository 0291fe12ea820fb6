/* From names to their bearers within one document: full names first, then the short forms, each to
 * the nearest bearer that fits. */
#include "mentions/naming.h"

#include "base/hash.h"

#define CHAIN_MAX 64 /* namesakes looked at for one short form */

/* What is known of an entity beside rc_entity. */
typedef struct {
    uint32_t words;                    /* of its fullest name */
    uint32_t seen;                     /* last raw that named it, + 1 */
    uint32_t first_raw;                /* that made it */
    uint32_t surname_next, given_next; /* chains of namesakes, + 1 */
    uint32_t roles;                    /* first of n->roles, + 1 */
    uint32_t redirect;                 /* joined into this one */
    uint8_t gender;
} bearer;

typedef struct {
    rc_naming *n;
    bearer *bearers;
    size_t count, capacity;
    rc_map keys;     /* of a name's words to entity */
    rc_map surnames; /* of a word to the last entity of the chain, + 1 */
    rc_map givens;
    rc_map prefixes; /* of the first words of an organization to entity + 1; 0: of several */
    rc_map initials;
    rc_map heads;     /* of a head word to the entity last named by it */
    rc_map raw_roles; /* raw + 1 to its first role + 1 */
} linker;

static rc_str name_text(const rc_naming *n, uint32_t first, uint32_t last)
{
    const rc_text *t = n->t;
    rc_str s = rc_doc_slice(t->doc, (rc_span){t->tokens[first].start, t->tokens[last - 1].end});
    char *out = RC_NEW_ARRAY(n->arena, char, s.len + 1);
    size_t len = 0;
    for (size_t i = 0; i < s.len; i++) {
        bool space = s.ptr[i] == ' ' || s.ptr[i] == '\n' || s.ptr[i] == '\t' || s.ptr[i] == '\r';
        if (!space)
            out[len++] = s.ptr[i];
        else if (len && out[len - 1] != ' ')
            out[len++] = ' ';
    }
    return (rc_str){out, len};
}

static uint32_t resolve(const linker *l, uint32_t entity)
{
    while (l->bearers[entity].redirect != entity)
        entity = l->bearers[entity].redirect;
    return entity;
}

static bool is_word(const rc_token *k)
{
    return k->kind == RC_TOKEN_WORD || k->kind == RC_TOKEN_NUMBER;
}

static uint32_t word_count(const rc_naming *n, const rc_raw *r)
{
    uint32_t words = 0;
    for (uint32_t i = r->first; i < r->last; i++)
        words += is_word(&n->t->tokens[i]);
    return words;
}

/* Where a known place lies. */
static void set_place(rc_entity *e, const rc_known *k)
{
    bool place = k->kind <= KNOWN_PEOPLE || k->kind >= KNOWN_STATE;
    if (!place || !k->country.len)
        return;
    e->nation = (uint32_t)rc_hash(k->country);
    if (k->kind == KNOWN_STATE) {
        e->region = (uint32_t)rc_hash(k->name);
        e->scale = RC_PLACE_REGION;
    } else if (k->kind <= KNOWN_PEOPLE && k->kind != KNOWN_SEAT) {
        e->scale = RC_PLACE_COUNTRY;
    }
}

static uint32_t entity_new(linker *l, const rc_raw *r, uint32_t raw)
{
    rc_naming *n = l->n;
    uint32_t index = (uint32_t)n->m->entity_count;
    rc_entity e = {.name = name_text(n, r->first, r->last), .cls = (rc_entity_class)r->cls};
    if (r->known) {
        const rc_known *k = &n->x->known[r->known - 1];
        e.name = k->name;
        e.known = true;
        e.acronym = k->acronym;
        e.country = k->kind <= KNOWN_PEOPLE && k->kind != KNOWN_SEAT ? k->country : RC_STR_NONE;
        if (e.country.len)
            e.cls = RC_ENTITY_PLACE;
        set_place(&e, k);
    }
    RC_PUSH(n->arena, n->m->entities, n->m->entity_count, n->m->entity_capacity, e);
    bearer b = {
        .words = word_count(n, r), .redirect = index, .gender = r->gender, .first_raw = raw};
    RC_PUSH(n->arena, l->bearers, l->count, l->capacity, b);
    return index;
}

/* The key of a known name: of its country, or of its own words. */
static rc_word known_key(const rc_known *k)
{
    if (k->kind <= KNOWN_PEOPLE && k->kind != KNOWN_SEAT && k->country.len)
        return rc_hash_mix(rc_hash(k->country), 1);
    return rc_hash_mix(rc_hash(k->acronym.len ? k->acronym : k->name), 2);
}

/* A person's key drops initials: "Donald J. Trump" is "Donald Trump". */
static rc_word person_key(const rc_text *t, const rc_raw *r)
{
    rc_word key = 0;
    for (uint32_t i = r->first; i < r->last; i++) {
        const rc_token *k = &t->tokens[i];
        if (is_word(k) && (k->end - k->start > 1 || i == r->first))
            key = rc_hash_mix(key, k->word);
    }
    return key;
}

static void chain(rc_map *map, rc_word word, uint32_t entity, uint32_t *next)
{
    uint32_t *last = rc_map_put(map, word, 0);
    *next = *last;
    *last = entity + 1;
}

/* Registers the short forms under which an entity may come again. */
static void add_short_forms(linker *l, uint32_t entity, const rc_raw *r)
{
    const rc_text *t = l->n->t;
    bearer *b = &l->bearers[entity];
    if (r->cls == RC_ENTITY_PERSON) {
        chain(&l->surnames, t->tokens[r->last - 1].word, entity, &b->surname_next);
        chain(&l->givens, t->tokens[r->first].word, entity, &b->given_next);
        return;
    }
    if (r->cls == RC_ENTITY_PLACE && !(rc_name_token_bits(l->n, r->last - 1) & N_HEAD))
        return;
    rc_word key = 0;
    rc_word initials = 0;
    for (uint32_t i = r->first; i < r->last; i++) {
        const rc_token *k = &t->tokens[i];
        if (!is_word(k))
            continue;
        if (k->flags & RC_TOKEN_CAPITAL)
            initials = rc_hash_mix(initials, k->first | 32);
        key = rc_hash_mix(key, k->word);
        if (i + 1 == r->last)
            break;
        uint32_t *at = rc_map_put(&l->prefixes, key, entity + 1);
        if (*at != entity + 1)
            *at = 0;
    }
    uint32_t *at = rc_map_put(&l->initials, initials, entity + 1);
    if (*at != entity + 1)
        *at = 0;
}

static void add_roles(linker *l, uint32_t entity, uint32_t raw)
{
    const uint32_t *first = rc_map_get(&l->raw_roles, (uint64_t)raw + 1);
    if (!first || l->n->roles[*first - 1].linked)
        return;
    for (uint32_t i = *first - 1; i < l->n->role_count && l->n->roles[i].raw == raw; i++) {
        l->n->roles[i].linked = true;
        l->n->roles[i].next = l->bearers[entity].roles;
        l->bearers[entity].roles = i + 1;
    }
}

static void assign(linker *l, uint32_t raw, uint32_t entity)
{
    rc_raw *r = &l->n->raws[raw];
    rc_entity *e = &l->n->m->entities[entity];
    bearer *b = &l->bearers[entity];
    uint32_t words = word_count(l->n, r);
    r->entity = entity;
    b->seen = raw + 1;
    /* "Skip Woods": what looks like a place by its last word may yet be none. */
    e->sure |= e->known || ((r->flags & RAW_STRONG) && r->cls != RC_ENTITY_PLACE);
    if (!b->gender)
        b->gender = r->gender;
    if (words > b->words && !e->known && !r->known) {
        b->words = words;
        e->name = name_text(l->n, r->first, r->last);
    }
    add_roles(l, entity, raw);
}

/* Beijing as a speaker, a party or an owner is its government; else a place. */
static bool is_government(const rc_naming *n, uint32_t raw)
{
    const rc_raw *r = &n->raws[raw];
    const rc_sentence *s = &n->t->sentences[r->sentence];
    const rc_token *k = &n->t->tokens[r->last < n->t->token_count ? r->last : r->last - 1];
    if (r->flags & (RAW_AFTER_IN | RAW_BASED))
        return false;
    if (r->last < s->last && (rc_name_bits(n->x, k->word) & N_JOIN) && raw + 1 < n->count &&
        n->raws[raw + 1].first == r->last + 1 && n->raws[raw + 1].known &&
        n->x->known[n->raws[raw + 1].known - 1].kind <= KNOWN_METONYM)
        return true;
    if (r->first > s->first) {
        const rc_token *before = &n->t->tokens[r->first - 1];
        if (rc_name_token_bits(n, r->first - 1) & N_JOIN)
            return raw && n->raws[raw - 1].last + 1 == r->first && n->raws[raw - 1].known &&
                   n->x->known[n->raws[raw - 1].known - 1].kind <= KNOWN_METONYM;
        if (before->classes & RC_CLASS(PREPOSITION))
            return false;
    }
    if (r->last >= s->last)
        return false;
    return (r->flags & (RAW_SPEAKS | RAW_POSSESSIVE)) || k->pos == RC_POS_VERB ||
           k->pos == RC_POS_AUX;
}

static uint32_t known_entity(linker *l, uint32_t raw)
{
    rc_naming *n = l->n;
    rc_raw *r = &n->raws[raw];
    const rc_known *k = &n->x->known[r->known - 1];
    if (k->kind == KNOWN_SEAT && is_government(n, raw)) {
        const uint32_t *country = rc_map_get(&n->x->countries, rc_hash(k->country));
        if (country)
            r->known = *country + 1;
        k = &n->x->known[r->known - 1];
    }
    uint32_t *at = rc_map_put(&l->keys, known_key(k), UINT32_MAX);
    if (*at == UINT32_MAX)
        *at = entity_new(l, r, raw);
    return *at;
}

/* A first word that has its capital from the sentence: dropped where the rest is a name by itself,
 * and the whole is not. */
static void strip_start(linker *l, rc_raw *r)
{
    const rc_text *t = l->n->t;
    if (!(r->flags & RAW_START) || rc_map_get(&l->keys, r->key))
        return;
    uint32_t rest = r->first + 1;
    while (rest < r->last && !is_word(&t->tokens[rest]))
        rest++;
    if (rest >= r->last || !(t->tokens[rest].flags & RC_TOKEN_CAPITAL))
        return;
    rc_word key = rc_name_key(t, rest, r->last);
    bool known = rc_map_get(&l->keys, key) || rc_map_get(&l->prefixes, key) ||
                 (r->last - rest == 1 && rc_map_get(&l->n->strong, t->tokens[rest].word));
    const uint8_t *often = t->tokens[r->first].entry ? t->tokens[r->first].entry->frequency : NULL;
    bool rare = !often || !(often[RC_NOUN] | often[RC_VERB] | often[RC_ADJECTIVE]);
    if (rare)
        return;
    if (!known && ((rc_name_token_bits(l->n, r->last - 1) & N_HEAD) ||
                   (rc_name_token_bits(l->n, r->first) & (N_HEAD | N_LEAD | N_GIVEN))))
        return;
    if (!known && t->tokens[rest].entry)
        return;
    r->first = rest;
    r->key = key;
    r->flags &= ~(uint32_t)RAW_START;
}

/* A full name of several words. */
static void link_full(linker *l, uint32_t raw)
{
    rc_raw *r = &l->n->raws[raw];
    rc_word key = r->cls == RC_ENTITY_PERSON ? person_key(l->n->t, r) : r->key;
    uint32_t *at = rc_map_put(&l->keys, key, UINT32_MAX);
    if (*at == UINT32_MAX) {
        *at = entity_new(l, r, raw);
        add_short_forms(l, *at, r);
    }
    assign(l, raw, *at);
}

static bool is_full(const linker *l, const rc_raw *r)
{
    return !r->known && word_count(l->n, r) > 1;
}

/* "Brennholt" and "Brennholt ASA": one where only a legal form, or a company's kind, is left out.
 */
static void join_prefixes(linker *l)
{
    rc_naming *n = l->n;
    for (uint32_t i = 0; i < n->count; i++) {
        rc_raw *r = &n->raws[i];
        if (r->entity == UINT32_MAX || r->known ||
            (r->cls == RC_ENTITY_PERSON && (r->flags & RAW_STRONG)))
            continue;
        const uint32_t *longer = rc_map_get(&l->prefixes, r->key);
        if (!longer || !*longer)
            continue;
        uint32_t e = resolve(l, r->entity);
        uint32_t to = resolve(l, *longer - 1);
        if (e == to || n->m->entities[e].known)
            continue;
        const rc_raw *full = &n->raws[l->bearers[to].first_raw];
        uint32_t bits = rc_name_token_bits(n, full->last - 1);
        uint32_t own = rc_name_token_bits(n, r->last - 1);
        if ((bits & N_SUFFIX) || ((bits & N_COMPANY) && !(own & N_HEAD)))
            l->bearers[e].redirect = to;
    }
}

/* How well a bearer fits a short form: 0 not at all, more is better. */
static int fit(const linker *l, const rc_raw *r, uint32_t raw, uint32_t entity)
{
    const rc_naming *n = l->n;
    const bearer *b = &l->bearers[entity];
    if (r->gender && b->gender && r->gender != b->gender)
        return 0;
    const uint32_t *mine = rc_map_get(&l->raw_roles, (uint64_t)raw + 1);
    if (!mine || !b->roles)
        return 2;
    int best = 0;
    for (uint32_t i = b->roles, steps = 0; i && steps < CHAIN_MAX;
         i = n->roles[i - 1].next, steps++) {
        switch (rc_roles_compare(n->x->roles, n->roles[*mine - 1].text, n->roles[i - 1].text)) {
        case RC_ROLES_SAME:
        case RC_ROLES_KIND:
            return 3;
        case RC_ROLES_UNKNOWN:
            best = best > 1 ? best : 1;
            break;
        case RC_ROLES_OTHER:
        case RC_ROLES_CLASH:
            break;
        }
    }
    return best;
}

/* Named last before; of those not named yet, the one that has no full name to be introduced by,
 * else the first to come. */
static bool is_nearer(const bearer *a, const bearer *b)
{
    if (a->seen != b->seen)
        return a->seen > b->seen;
    if ((a->words == 1) != (b->words == 1))
        return a->words == 1;
    return a->first_raw < b->first_raw;
}

/* Of the chain of namesakes the one that fits best; of several the one named last before, else the
 * first named after. UINT32_MAX: none. `only`: a single one, or none. */
static uint32_t pick(const linker *l, uint32_t raw, uint32_t head, bool surname, bool only)
{
    const rc_raw *r = &l->n->raws[raw];
    uint32_t best = UINT32_MAX, fits = 0, steps = 0;
    int best_fit = 0;
    for (uint32_t at = head; at && steps < CHAIN_MAX; steps++) {
        uint32_t entity = at - 1;
        const bearer *b = &l->bearers[entity];
        at = surname ? b->surname_next : b->given_next;
        int f = fit(l, r, raw, entity);
        if (!f)
            continue;
        fits++;
        if (best == UINT32_MAX || f > best_fit ||
            (f == best_fit && is_nearer(b, &l->bearers[best]))) {
            best = entity;
            best_fit = f;
        }
    }
    return only && fits > 1 ? UINT32_MAX : best;
}

static uint32_t unique_in(const rc_map *map, rc_word key)
{
    const uint32_t *at = rc_map_get(map, key);
    return at && *at ? *at - 1 : UINT32_MAX;
}

/* The bearer of a short form; UINT32_MAX: it is no short form of anything. */
static uint32_t bearer_of(linker *l, uint32_t raw)
{
    const rc_naming *n = l->n;
    const rc_raw *r = &n->raws[raw];
    rc_word word = n->t->tokens[r->first].word;
    uint32_t found = UINT32_MAX;
    const uint32_t *head;
    bool placed = r->cls == RC_ENTITY_PLACE && (r->flags & (RAW_AFTER_IN | RAW_BASED));
    if (!placed) {
        head = rc_map_get(&l->surnames, word);
        if (head)
            found = pick(l, raw, *head, true, false);
        if (found != UINT32_MAX)
            return found;
    }
    if (r->title_first == r->title_last && !placed) {
        found = unique_in(&l->prefixes, r->key);
        if (found == UINT32_MAX && (r->flags & RAW_ACRONYM)) {
            rc_str s = rc_token_text(n->t, r->first);
            rc_word initials = 0;
            for (size_t i = 0; i < s.len; i++)
                initials = rc_hash_mix(initials, (unsigned char)s.ptr[i] | 32);
            if (s.len > 1)
                found = unique_in(&l->initials, initials);
        }
    }
    if (found == UINT32_MAX && !placed) {
        head = rc_map_get(&l->givens, word);
        if (head)
            found = pick(l, raw, *head, false, true);
    }
    if (found == UINT32_MAX && (r->flags & RAW_DEFINITE)) {
        head = rc_map_get(&l->heads, word);
        if (head)
            found = *head;
    }
    return found;
}

static void link_short(linker *l, uint32_t raw)
{
    rc_naming *n = l->n;
    rc_raw *r = &n->raws[raw];
    uint32_t found = bearer_of(l, raw);
    if (found != UINT32_MAX) {
        found = resolve(l, found);
        assign(l, raw, found);
        r->cls = (uint8_t)n->m->entities[found].cls;
        return;
    }
    const rc_token *k = &n->t->tokens[r->first];
    uint32_t *at = rc_map_get(&l->keys, r->key);
    const uint8_t *often = k->entry ? k->entry->frequency : NULL;
    bool frequent = often && (often[RC_NOUN] | often[RC_VERB] | often[RC_ADJECTIVE]);
    bool doubtful = ((r->flags & RAW_START) && frequent) || ((r->flags & RAW_WEAK) && k->entry);
    if (!at && doubtful && !rc_map_get(&n->strong, k->word))
        return;
    at = rc_map_put(&l->keys, r->key, UINT32_MAX);
    if (*at == UINT32_MAX) {
        *at = entity_new(l, r, raw);
        if (r->cls == RC_ENTITY_PERSON)
            chain(&l->surnames, k->word, *at, &l->bearers[*at].surname_next);
    }
    assign(l, raw, resolve(l, *at));
}

/* A surname with an office that no full name of the document fits has a bearer of its own, known
 * before the bare surnames are looked at. */
static void link_titled(linker *l)
{
    rc_naming *n = l->n;
    for (uint32_t i = 0; i < n->count; i++) {
        const rc_raw *r = &n->raws[i];
        if (r->known || r->entity != UINT32_MAX || r->title_first == r->title_last)
            continue;
        rc_word word = n->t->tokens[r->first].word;
        const uint32_t *head = rc_map_get(&l->surnames, word);
        const uint32_t *given = rc_map_get(&l->givens, word);
        if ((head && pick(l, i, *head, true, false) != UINT32_MAX) ||
            (given && pick(l, i, *given, false, true) != UINT32_MAX))
            continue;
        uint32_t entity = entity_new(l, r, i);
        chain(&l->surnames, word, entity, &l->bearers[entity].surname_next);
        *rc_map_put(&l->keys, r->key, entity) = entity;
        add_roles(l, entity, i);
    }
}

static void index_roles(linker *l)
{
    rc_naming *n = l->n;
    for (uint32_t i = 0; i < n->role_count; i++) {
        n->roles[i].text = rc_name_role_text(n, &n->roles[i]);
        rc_map_put(&l->raw_roles, (uint64_t)n->roles[i].raw + 1, i + 1);
    }
}

static void link_fulls(linker *l)
{
    rc_naming *n = l->n;
    for (uint32_t i = 0; i < n->count; i++) {
        if (is_full(l, &n->raws[i]) && !(n->raws[i].flags & (RAW_START | RAW_WEAK)))
            link_full(l, i);
    }
    for (uint32_t i = 0; i < n->count; i++) {
        rc_raw *r = &n->raws[i];
        if (r->entity != UINT32_MAX || !is_full(l, r))
            continue;
        strip_start(l, r);
        if (is_full(l, r))
            link_full(l, i);
    }
    join_prefixes(l);
}

static void note_head(linker *l, const rc_raw *r)
{
    if (r->last - r->first < 2 || r->cls == RC_ENTITY_PERSON)
        return;
    rc_word last = l->n->t->tokens[r->last - 1].word;
    *rc_map_put(&l->heads, last, r->entity) = r->entity;
    if (l->n->t->tokens[r->first].entry) {
        rc_word first = l->n->t->tokens[r->first].word;
        *rc_map_put(&l->heads, first, r->entity) = r->entity;
    }
}

/* Entities that nothing names any more, joined into others, are taken out. */
static void compact(linker *l)
{
    rc_naming *n = l->n;
    uint32_t *to = RC_NEW_ARRAY(n->arena, uint32_t, l->count);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < l->count; i++) {
        if (l->bearers[i].redirect != i)
            continue;
        n->m->entities[kept] = n->m->entities[i];
        to[i] = kept++;
    }
    for (size_t i = 0; i < n->count; i++) {
        if (n->raws[i].entity != UINT32_MAX)
            n->raws[i].entity = to[resolve(l, n->raws[i].entity)];
    }
    n->m->entity_count = kept;
}

void rc_name_link(rc_naming *n)
{
    linker l = {.n = n};
    rc_map *maps[] = {&l.keys,     &l.surnames, &l.givens,   &l.prefixes,
                      &l.initials, &l.heads,    &l.raw_roles};
    for (size_t i = 0; i < sizeof(maps) / sizeof(maps[0]); i++)
        rc_map_init(maps[i], n->arena, 0);
    index_roles(&l);
    link_fulls(&l);
    link_titled(&l);
    for (uint32_t i = 0; i < n->count; i++) {
        rc_raw *r = &n->raws[i];
        if (r->known)
            assign(&l, i, resolve(&l, known_entity(&l, i)));
        else if (r->entity == UINT32_MAX)
            link_short(&l, i);
        else
            l.bearers[resolve(&l, r->entity)].seen = i + 1;
        if (r->entity != UINT32_MAX) {
            r->entity = resolve(&l, r->entity);
            note_head(&l, r);
        }
    }
    compact(&l);
}
