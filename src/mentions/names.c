#include "mentions/names.h"

#include <utf8proc.h>

#include "base/hash.h"
#include "base/limits.h"
#include "mentions/naming.h"

#define NAME_WORDS_MAX 12
#define NAME_BYTES_MAX 256 /* longer names are joined by their first bytes */

typedef struct {
    rc_word words[NAME_WORDS_MAX];
    uint32_t count;
} words;

typedef struct {
    rc_arena *arena;
    const rc_namer *namer;
    rc_names *out;
    uint32_t *parent;  /* union-find over uses */
    uint32_t *role_of; /* of each use: its first role + 1 */
    uint32_t *role_next;
    rc_map full;     /* key of a full name to its use */
    rc_map surnames; /* word to the last full person + 1, chained */
    uint32_t *surname_next;
    rc_map firsts;
    uint32_t *first_next;
    rc_map ends; /* first and last word of a person of three words or more, chained */
    uint32_t *ends_next;
    rc_map prefixes; /* first words of an organization to its use + 1; 0: several */
    rc_map acronyms; /* to the use of the expansion + 1; 0: several */
    rc_map outer;    /* first and last word of a person of three words or more: use + 1; 0 */
    char scratch[NAME_BYTES_MAX * 4];
} joiner;

#define CHAIN_MAX 256 /* full names of one surname looked at */

static uint32_t root(joiner *j, uint32_t use)
{
    while (j->parent[use] != use) {
        j->parent[use] = j->parent[j->parent[use]];
        use = j->parent[use];
    }
    return use;
}

/* The root of a set is its smallest use, whatever the order of joining. */
static void join(joiner *j, uint32_t a, uint32_t b)
{
    a = root(j, a);
    b = root(j, b);
    if (a < b)
        j->parent[b] = a;
    else
        j->parent[a] = b;
}

/* Lower case without accents into j->scratch. */
static rc_str fold(joiner *j, rc_str name)
{
    size_t len = 0;
    bool ascii = true;
    name = rc_str_sub(name, 0, NAME_BYTES_MAX);
    for (size_t i = 0; i < name.len; i++) {
        char c = name.ptr[i];
        ascii = ascii && (unsigned char)c < 0x80;
        j->scratch[len++] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    if (ascii)
        return (rc_str){j->scratch, len};
    utf8proc_uint8_t *out = NULL;
    const int fold = UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD;
    utf8proc_ssize_t n = utf8proc_map((const utf8proc_uint8_t *)name.ptr,
                                      (utf8proc_ssize_t)name.len, &out, (utf8proc_option_t)fold);
    if (n >= 0 && (size_t)n < sizeof(j->scratch)) {
        memcpy(j->scratch, out, (size_t)n);
        len = (size_t)n;
    }
    free(out);
    return (rc_str){j->scratch, len};
}

rc_str rc_name_fold(rc_arena *a, rc_str name)
{
    joiner *j = RC_NEW(a, joiner);
    return rc_arena_str(a, fold(j, name));
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

/* "Department of Defence" is "Defense Department": common words by their lemma, and the head behind
 * what it is of. */
static void use_lemmas(const joiner *j, words *w)
{
    bool turns = w->count > 2 && (rc_name_bits(j->namer, w->words[0]) & N_ORG) &&
                 (rc_name_bits(j->namer, w->words[1]) & N_LINK);
    for (uint32_t i = 0; i < w->count; i++) {
        const rc_lex_entry *e = rc_lexicon_find(j->namer->lexicon, w->words[i]);
        if (e && e->lemma[RC_NOUN])
            w->words[i] = e->lemma[RC_NOUN];
    }
    if (!turns)
        return;
    rc_word head = w->words[0];
    for (uint32_t i = 2; i < w->count; i++)
        w->words[i - 2] = w->words[i];
    w->words[w->count - 2] = head;
    w->count--;
}

/* The words of a folded name that count, joined by single spaces. */
static rc_str normalize(joiner *j, rc_str folded, rc_entity_class cls, words *w)
{
    char *out = RC_NEW_ARRAY(j->arena, char, folded.len + 2);
    size_t len = 0;
    w->count = 0;
    for (size_t i = 0; i < folded.len && w->count < NAME_WORDS_MAX;) {
        size_t start = i;
        while (i < folded.len && is_letter(folded.ptr[i]))
            i++;
        rc_str word = rc_str_sub(folded, start, i);
        if (!word.len) {
            i++;
            continue;
        }
        rc_word id = rc_hash(word);
        uint32_t bits = rc_name_bits(j->namer, id);
        bool initial = cls == RC_ENTITY_PERSON && word.len == 1 && w->count;
        bool form = cls != RC_ENTITY_PERSON && w->count && (bits & N_SUFFIX) && !(bits & N_ORG);
        if (initial || form || (!w->count && (bits & N_ARTICLE)))
            continue;
        if (len)
            out[len++] = ' ';
        memcpy(out + len, word.ptr, word.len);
        len += word.len;
        w->words[w->count++] = id;
    }
    if (cls != RC_ENTITY_PERSON && w->count > 1)
        use_lemmas(j, w);
    return (rc_str){out, len};
}

static rc_word key_of(const words *w, uint32_t count)
{
    rc_word key = 0;
    for (uint32_t i = 0; i < count; i++)
        key = rc_hash_mix(key, w->words[i]);
    return key;
}

static bool is_person_like(const rc_name_use *u)
{
    return u->cls == RC_ENTITY_PERSON;
}

static void chain(rc_map *map, rc_word word, uint32_t use, uint32_t *next)
{
    uint32_t *last = rc_map_put(map, word, 0);
    next[use] = *last;
    *last = use + 1;
}

/* Notes that `key` names `use`; 0 where it already names somebody else. */
static void note(joiner *j, rc_map *map, rc_word key, uint32_t use)
{
    uint32_t *at = rc_map_put(map, key, use + 1);
    if (*at && root(j, *at - 1) != root(j, use))
        *at = 0;
}

/* A name of one word is another one for a person, a place and anything else. */
static rc_word full_key(const words *w, rc_entity_class cls)
{
    rc_word kind = cls == RC_ENTITY_PERSON ? 1 : (cls == RC_ENTITY_PLACE ? 2 : 3);
    return rc_hash_mix(key_of(w, w->count), w->count == 1 ? kind : 0);
}

/* "Marvin Humes" of "Marvin Richard James Humes". */
static rc_word ends_key(const words *w)
{
    return rc_hash_mix(w->words[0], w->words[w->count - 1]);
}

/* Joins equal full names; makes the indexes of those that are new. */
static void add_full(joiner *j, uint32_t use, const words *w)
{
    const rc_name_use *u = &j->out->uses[use];
    rc_word key = full_key(w, (rc_entity_class)u->cls);
    uint32_t *at = rc_map_put(&j->full, key, use);
    if (*at != use) {
        join(j, *at, use);
        return;
    }
    if (w->count > 2 && is_person_like(u))
        note(j, &j->outer, rc_hash_mix(w->words[0], w->words[w->count - 1]), use);
    if (w->count > 1 && is_person_like(u)) {
        chain(&j->surnames, w->words[w->count - 1], use, j->surname_next);
        chain(&j->firsts, w->words[0], use, j->first_next);
        if (w->count > 2)
            chain(&j->ends, ends_key(w), use, j->ends_next);
    }
}

static void add_prefixes(joiner *j, uint32_t use, const words *w)
{
    const rc_name_use *u = &j->out->uses[use];
    if (u->cls != RC_ENTITY_ORGANIZATION && u->cls != RC_ENTITY_OTHER)
        return;
    for (uint32_t n = 1; n < w->count; n++)
        note(j, &j->prefixes, key_of(w, n), use);
}

/* How the roles of two uses stand: the best pair tells. */
static rc_roles_relation roles_of(const joiner *j, uint32_t a, uint32_t b)
{
    rc_roles_relation best = RC_ROLES_CLASH;
    bool any = false;
    for (uint32_t x = j->role_of[a], i = 0; x && i < 8; x = j->role_next[x - 1], i++) {
        for (uint32_t y = j->role_of[b], k = 0; y && k < 8; y = j->role_next[y - 1], k++) {
            rc_roles_relation r = rc_roles_compare(j->namer->roles, j->out->roles[x - 1].role.text,
                                                   j->out->roles[y - 1].role.text);
            best = r < best ? r : best;
            any = true;
        }
    }
    return any ? best : RC_ROLES_UNKNOWN;
}

/* The only full name of a chain that a surname can stand for; UINT32_MAX: none, or several. Roles
 * that agree decide between several; roles that clash rule one out. */
static uint32_t sole(joiner *j, uint32_t use, uint32_t head, const uint32_t *next)
{
    uint32_t found = UINT32_MAX, agreed = UINT32_MAX;
    bool several = false, several_agreed = false;
    for (uint32_t at = head, steps = 0; at && steps < CHAIN_MAX; at = next[at - 1], steps++) {
        uint32_t candidate = at - 1;
        rc_roles_relation r = roles_of(j, use, candidate);
        if (r == RC_ROLES_CLASH || r == RC_ROLES_OTHER)
            continue;
        if (r == RC_ROLES_SAME || r == RC_ROLES_KIND) {
            several_agreed |= agreed != UINT32_MAX && root(j, agreed) != root(j, candidate);
            agreed = candidate;
        }
        several |= found != UINT32_MAX && root(j, found) != root(j, candidate);
        found = candidate;
    }
    if (agreed != UINT32_MAX && !several_agreed)
        return agreed;
    return several ? UINT32_MAX : found;
}

/* The full name that a name of one word, or a part of a longer one, stands for. */
static void join_short(joiner *j, uint32_t use, const words *w)
{
    const rc_name_use *u = &j->out->uses[use];
    uint32_t found = UINT32_MAX;
    if (u->known || u->cls == RC_ENTITY_PLACE || !w->count)
        return;
    if (w->count == 1 && (is_person_like(u) || u->cls == RC_ENTITY_OTHER)) {
        const uint32_t *head = rc_map_get(&j->surnames, w->words[0]);
        if (head)
            found = sole(j, use, *head, j->surname_next);
        if (!head) {
            head = rc_map_get(&j->firsts, w->words[0]);
            if (head && !(rc_name_bits(j->namer, w->words[0]) & N_GIVEN_M))
                found = sole(j, use, *head, j->first_next);
        }
    }
    if (w->count == 2 && is_person_like(u)) {
        const uint32_t *head = rc_map_get(&j->ends, ends_key(w));
        if (head)
            found = sole(j, use, *head, j->ends_next);
    }
    /* "Anna Berg" is "Anna Maria Berg" where the run has no other one. */
    if (w->count == 2 && is_person_like(u)) {
        const uint32_t *at = rc_map_get(&j->outer, rc_hash_mix(w->words[0], w->words[1]));
        if (at && *at && roles_of(j, use, *at - 1) != RC_ROLES_CLASH)
            found = *at - 1;
    }
    if (found == UINT32_MAX && !(is_person_like(u) && j->role_of[use])) {
        const uint32_t *at = rc_map_get(&j->prefixes, key_of(w, w->count));
        if (at && *at)
            found = *at - 1;
    }
    if (found == UINT32_MAX && w->count == 1) {
        const uint32_t *at = rc_map_get(&j->acronyms, rc_hash(u->name));
        if (at && *at)
            found = *at - 1;
    }
    if (found == UINT32_MAX && u->cls == RC_ENTITY_OTHER && w->count == 1) {
        const uint32_t *at = rc_map_get(&j->full, full_key(w, RC_ENTITY_PERSON));
        if (at)
            found = *at;
    }
    if (found != UINT32_MAX)
        join(j, use, found);
}

static void copy_roles(joiner *j, const rc_names_input *inputs, size_t count)
{
    rc_names *n = j->out;
    size_t roles = 0, acronyms = 0;
    for (size_t d = 0; d < count; d++) {
        roles += inputs[d].mentions->role_count;
        acronyms += inputs[d].mentions->acronym_count;
    }
    n->roles = RC_NEW_ARRAY(j->arena, rc_name_role, roles);
    n->acronyms = RC_NEW_ARRAY(j->arena, rc_name_acronym, acronyms);
    j->role_next = RC_NEW_ARRAY(j->arena, uint32_t, roles);
    for (size_t d = 0; d < count; d++) {
        const rc_mentions *m = inputs[d].mentions;
        for (size_t i = 0; i < m->role_count; i++) {
            uint32_t use = n->first_use[d] + m->roles[i].entity;
            rc_name_role *r = &n->roles[n->role_count++];
            *r = (rc_name_role){.role = m->roles[i], .doc = (uint32_t)d, .use = use};
            r->role.text = rc_arena_str(j->arena, r->role.text);
            j->role_next[n->role_count - 1] = j->role_of[use];
            j->role_of[use] = (uint32_t)n->role_count;
        }
        for (size_t i = 0; i < m->acronym_count; i++) {
            rc_name_acronym *a = &n->acronyms[n->acronym_count++];
            *a = (rc_name_acronym){.acronym = m->acronyms[i],
                                   .doc = (uint32_t)d,
                                   .use = n->first_use[d] + m->acronyms[i].entity};
            a->acronym.expansion = rc_arena_str(j->arena, a->acronym.expansion);
            a->acronym.acronym = rc_arena_str(j->arena, a->acronym.acronym);
        }
    }
}

static void copy_uses(joiner *j, const rc_names_input *inputs, size_t count)
{
    rc_names *n = j->out;
    const rc_doc **docs = RC_NEW_ARRAY(j->arena, const rc_doc *, count);
    n->first_use = RC_NEW_ARRAY(j->arena, uint32_t, count + 1);
    for (size_t d = 0; d < count; d++) {
        docs[d] = inputs[d].doc;
        n->first_use[d] = (uint32_t)n->use_count;
        n->use_count += inputs[d].mentions->entity_count;
    }
    n->docs = docs;
    n->doc_count = count;
    n->first_use[count] = (uint32_t)n->use_count;
    n->uses = RC_NEW_ARRAY(j->arena, rc_name_use, n->use_count);
    for (size_t d = 0; d < count; d++) {
        for (size_t i = 0; i < inputs[d].mentions->entity_count; i++) {
            const rc_entity *e = &inputs[d].mentions->entities[i];
            n->uses[n->first_use[d] + i] = (rc_name_use){
                .doc = (uint32_t)d,
                .name = rc_arena_str(j->arena, e->name),
                .span = e->span,
                .sentence = e->sentence,
                .mentions = e->mentions,
                .cls = (uint8_t)e->cls,
                .known = e->known,
            };
        }
    }
}

static void join_full(joiner *j, uint32_t use, const rc_entity *e, rc_map *countries, words *w)
{
    if (e->country.len) {
        join(j, *rc_map_put(countries, rc_hash(e->country), use), use);
        return;
    }
    if (!w->count)
        return;
    add_full(j, use, w);
    if (e->known && e->acronym.len) {
        *w = (words){.words = {rc_hash(e->acronym)}, .count = 1};
        add_full(j, use, w);
    }
}

static void join_all(joiner *j, const rc_names_input *inputs)
{
    rc_names *n = j->out;
    words *w = RC_NEW_ARRAY(j->arena, words, n->use_count);
    rc_map countries;
    rc_map_init(&countries, j->arena, 0);
    for (uint32_t i = 0; i < n->use_count; i++) {
        rc_name_use *u = &n->uses[i];
        const rc_entity *e = &inputs[u->doc].mentions->entities[i - n->first_use[u->doc]];
        u->folded = normalize(j, fold(j, u->name), (rc_entity_class)u->cls, &w[i]);
        join_full(j, i, e, &countries, &w[i]);
    }
    for (uint32_t i = 0; i < n->use_count; i++) {
        const rc_name_use *u = &n->uses[i];
        const rc_entity *e = &inputs[u->doc].mentions->entities[i - n->first_use[u->doc]];
        add_prefixes(j, i, &w[i]);
        if (e->acronym.len)
            note(j, &j->acronyms, rc_hash(e->acronym), i);
    }
    for (uint32_t i = 0; i < n->use_count; i++)
        join_short(j, i, &w[i]);
}

/* Whether the form `a` is the better canonical name: a table's, else of more words, else commoner,
 * else by bytes. */
static bool is_better(const rc_names *n, uint32_t a, uint32_t b, const uint32_t *commonness)
{
    const rc_name_use *x = &n->uses[a];
    const rc_name_use *y = &n->uses[b];
    if (x->known != y->known)
        return x->known;
    bool long_x = rc_str_find(x->folded, ' ') < x->folded.len;
    bool long_y = rc_str_find(y->folded, ' ') < y->folded.len;
    if (long_x != long_y)
        return long_x;
    if (commonness[a] != commonness[b])
        return commonness[a] > commonness[b];
    if (x->name.len != y->name.len)
        return x->name.len > y->name.len;
    return rc_str_cmp(x->name, y->name) < 0;
}

/* Of each use: how many documents of its bearer have the very same form. */
static uint32_t *count_forms(joiner *j)
{
    rc_names *n = j->out;
    rc_map forms;
    uint32_t *commonness = RC_NEW_ARRAY(j->arena, uint32_t, n->use_count);
    rc_map_init(&forms, j->arena, n->use_count);
    for (uint32_t i = 0; i < n->use_count; i++)
        ++*rc_map_put(&forms, rc_hash_mix(root(j, i) + 1, rc_hash(n->uses[i].name)), 0);
    for (uint32_t i = 0; i < n->use_count; i++)
        commonness[i] = *rc_map_get(&forms, rc_hash_mix(root(j, i) + 1, rc_hash(n->uses[i].name)));
    return commonness;
}

static void number(joiner *j)
{
    rc_names *n = j->out;
    n->ids = RC_NEW_ARRAY(j->arena, uint32_t, n->use_count);
    for (uint32_t i = 0; i < n->use_count; i++) {
        uint32_t r = root(j, i);
        n->ids[i] = r == i ? (uint32_t)n->bearer_count++ : n->ids[r];
        n->uses[i].id = n->ids[i];
    }
    n->bearers = RC_NEW_ARRAY(j->arena, rc_bearer, n->bearer_count);
    n->by_bearer = RC_NEW_ARRAY(j->arena, uint32_t, n->use_count);
    for (uint32_t i = 0; i < n->use_count; i++)
        n->bearers[n->ids[i]].use_count++;
    uint32_t at = 0;
    for (size_t b = 0; b < n->bearer_count; b++) {
        n->bearers[b].first_use = at;
        at += n->bearers[b].use_count;
        n->bearers[b].use_count = 0;
    }
    for (uint32_t i = 0; i < n->use_count; i++) {
        rc_bearer *b = &n->bearers[n->ids[i]];
        n->by_bearer[b->first_use + b->use_count++] = i;
    }
}

static void name_bearers(joiner *j, const rc_names_input *inputs)
{
    rc_names *n = j->out;
    uint32_t *commonness = count_forms(j);
    for (size_t b = 0; b < n->bearer_count; b++) {
        rc_bearer *bearer = &n->bearers[b];
        uint32_t best = n->by_bearer[bearer->first_use];
        uint32_t votes[RC_ENTITY_OTHER + 1] = {0};
        uint32_t doc = UINT32_MAX;
        for (uint32_t k = 0; k < bearer->use_count; k++) {
            uint32_t use = n->by_bearer[bearer->first_use + k];
            const rc_name_use *u = &n->uses[use];
            const rc_entity *e = &inputs[u->doc].mentions->entities[use - n->first_use[u->doc]];
            if (is_better(n, use, best, commonness))
                best = use;
            votes[u->cls] += u->cls == RC_ENTITY_OTHER ? 0 : u->mentions + 1;
            bearer->mentions += u->mentions;
            bearer->docs += u->doc != doc;
            doc = u->doc;
            if (e->country.len && !bearer->country.len)
                bearer->country = rc_arena_str(j->arena, e->country);
        }
        bearer->name = n->uses[best].name;
        bearer->cls = (rc_entity_class)n->uses[best].cls;
        for (int c = 0; c < RC_ENTITY_OTHER; c++) {
            if (votes[c] > votes[bearer->cls])
                bearer->cls = (rc_entity_class)c;
        }
    }
}

static void number_roles(rc_names *n)
{
    for (size_t i = 0; i < n->role_count; i++) {
        rc_name_role *r = &n->roles[i];
        r->role.entity = n->ids[r->use];
        if (r->role.employer)
            r->role.employer = n->ids[n->first_use[r->doc] + r->role.employer - 1] + 1;
    }
    for (size_t i = 0; i < n->acronym_count; i++)
        n->acronyms[i].acronym.entity = n->ids[n->acronyms[i].use];
}

rc_status rc_names_join(rc_arena *a, const rc_mentioner *m, const rc_names_input *inputs,
                        size_t count, const rc_names **ret, rc_err *err)
{
    rc_names *n = RC_NEW(a, rc_names);
    joiner j = {.arena = rc_arena_new(RC_RUN_BYTES_MAX), .out = n};
    (void)err;
    j.namer = rc_mentioner_namer(m);
    n->role_table = j.namer->roles;
    rc_arena *scratch = j.arena;
    j.arena = a;
    copy_uses(&j, inputs, count);
    rc_map *maps[] = {&j.full, &j.surnames, &j.firsts, &j.ends, &j.prefixes, &j.acronyms, &j.outer};
    for (size_t i = 0; i < sizeof(maps) / sizeof(maps[0]); i++)
        rc_map_init(maps[i], scratch, 0);
    uint32_t **arrays[] = {&j.parent, &j.role_of, &j.surname_next, &j.first_next, &j.ends_next};
    for (size_t i = 0; i < sizeof(arrays) / sizeof(arrays[0]); i++)
        *arrays[i] = RC_NEW_ARRAY(scratch, uint32_t, n->use_count);
    for (uint32_t i = 0; i < n->use_count; i++)
        j.parent[i] = i;
    copy_roles(&j, inputs, count);
    join_all(&j, inputs);
    number(&j);
    name_bearers(&j, inputs);
    number_roles(n);
    rc_arena_free(scratch);
    *ret = n;
    return RC_OK;
}
