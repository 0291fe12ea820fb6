/* Candidates meet in buckets: a word without one of its letters, without its last two, or without
 * its vowels (for names carried over from another script), together with what else of the name has
 * to be the same. So no two names are compared that have nothing in common. */
#include "checks/variant.h"

#include "base/hash.h"

#define WORD_BYTES_MAX 32
#define BUCKET_MAX 24 /* of one bucket so many are compared */
#define WORDS_MAX 10
#define SHARED_DOCS_MAX 4 /* documents of a bearer looked at */
#define WIDE_DOCS 20      /* a bearer in more documents than this says little of two */
#define WORD_LENGTH_MIN 4
#define TWO_LENGTH_MIN 7 /* two letters may differ from this length on */
#define SHARED_MIN 2
#define ROLES_MAX 8 /* of a bearer, compared */

typedef struct {
    rc_str words[WORDS_MAX];
    uint32_t count;
} split_name;

typedef struct {
    rc_arena *arena, *scratch;
    const rc_lexicon *l;
    const rc_names *n;
    split_name *names; /* by bearer */
    uint32_t *role;    /* of each bearer: its first role + 1 */
    uint32_t *role_next;
    rc_map buckets; /* to the last item + 1 */
    struct item {
        uint32_t bearer, next;
    } * items;
    size_t item_count, item_capacity;
    rc_map seen;
    rc_variants *out;
} finder;

static uint32_t min(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

uint32_t rc_variant_distance(rc_str a, rc_str b, uint32_t limit)
{
    uint8_t rows[3][WORD_BYTES_MAX + 1];
    if (a.len > WORD_BYTES_MAX || b.len > WORD_BYTES_MAX)
        return limit + 1;
    for (uint32_t j = 0; j <= b.len; j++)
        rows[0][j] = (uint8_t)j;
    for (uint32_t i = 1; i <= a.len; i++) {
        uint8_t *row = rows[i % 3], *last = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];
        row[0] = (uint8_t)i;
        for (uint32_t j = 1; j <= b.len; j++) {
            bool same = a.ptr[i - 1] == b.ptr[j - 1];
            uint32_t d = min((uint32_t)last[j] + 1, (uint32_t)row[j - 1] + 1);
            d = min(d, (uint32_t)last[j - 1] + !same);
            if (i > 1 && j > 1 && a.ptr[i - 1] == b.ptr[j - 2] && a.ptr[i - 2] == b.ptr[j - 1])
                d = min(d, (uint32_t)before[j - 2] + 1);
            row[j] = (uint8_t)d;
        }
    }
    return min(rows[a.len % 3][b.len], limit + 1);
}

static bool has_digit(rc_str s)
{
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] >= '0' && s.ptr[i] <= '9')
            return true;
    }
    return false;
}

static bool is_known(const finder *f, rc_str word)
{
    rc_word w = rc_word_from(word);
    return rc_lexicon_find(f->l, w) || rc_lexicon_classes(f->l, w);
}

/* Whether two words can be one, misspelled: letters that differ, by length; no plural of the
 * other; not both words that somebody knows. */
static bool words_vary(const finder *f, rc_str a, rc_str b)
{
    rc_str shorter = a.len < b.len ? a : b, longer = a.len < b.len ? b : a;
    if (shorter.len < WORD_LENGTH_MIN || has_digit(a) || has_digit(b))
        return false;
    if (longer.len == shorter.len + 1 && rc_str_starts(longer, shorter) &&
        longer.ptr[longer.len - 1] == 's')
        return false;
    uint32_t limit = shorter.len >= TWO_LENGTH_MIN ? 2 : 1;
    uint32_t d = rc_variant_distance(a, b, limit);
    if (d == 0 || d > limit)
        return false;
    if (d == 2 && a.ptr[0] != b.ptr[0])
        return false;
    return !is_known(f, a) || !is_known(f, b);
}

static bool is_used_in(const rc_names *n, const rc_bearer *bearer, uint32_t doc)
{
    for (uint32_t k = 0; k < bearer->use_count; k++) {
        if (n->uses[n->by_bearer[bearer->first_use + k]].doc == doc)
            return true;
    }
    return false;
}

uint32_t rc_docs_shared(const rc_names *n, uint32_t doc, uint32_t other, uint32_t a, uint32_t b)
{
    uint32_t shared = 0;
    for (uint32_t u = n->first_use[doc]; u < n->first_use[doc + 1]; u++) {
        const rc_bearer *bearer = &n->bearers[n->ids[u]];
        if (bearer->docs < 2 || bearer->docs > WIDE_DOCS || bearer->country.len || n->ids[u] == a ||
            n->ids[u] == b || !n->uses[u].mentions)
            continue;
        shared += is_used_in(n, bearer, other);
    }
    return shared;
}

uint32_t rc_names_shared(const rc_names *n, uint32_t a, uint32_t b)
{
    const rc_bearer *x = &n->bearers[a], *y = &n->bearers[b];
    uint32_t best = 0;
    for (uint32_t i = 0; i < x->use_count && i < SHARED_DOCS_MAX; i++) {
        uint32_t doc = n->uses[n->by_bearer[x->first_use + i]].doc;
        for (uint32_t k = 0; k < y->use_count && k < SHARED_DOCS_MAX; k++) {
            uint32_t other = n->uses[n->by_bearer[y->first_use + k]].doc;
            if (doc == other)
                return UINT32_MAX;
            uint32_t shared = rc_docs_shared(n, doc, other, a, b);
            best = shared > best ? shared : best;
        }
    }
    return best;
}

/* One sentence that names both speaks of two. */
static bool in_one_sentence(const rc_names *n, uint32_t a, uint32_t b)
{
    const rc_bearer *x = &n->bearers[a], *y = &n->bearers[b];
    for (uint32_t i = 0; i < x->use_count && i < SHARED_DOCS_MAX; i++) {
        const rc_name_use *u = &n->uses[n->by_bearer[x->first_use + i]];
        for (uint32_t k = 0; k < y->use_count && k < SHARED_DOCS_MAX; k++) {
            const rc_name_use *v = &n->uses[n->by_bearer[y->first_use + k]];
            if (u->doc == v->doc && rc_span_overlaps(u->sentence, v->sentence))
                return true;
        }
    }
    return false;
}

static rc_roles_relation roles_of(const finder *f, uint32_t a, uint32_t b)
{
    rc_roles_relation best = RC_ROLES_CLASH;
    if (!f->role[a] || !f->role[b])
        return RC_ROLES_UNKNOWN;
    for (uint32_t x = f->role[a], i = 0; x && i < ROLES_MAX; x = f->role_next[x - 1], i++) {
        for (uint32_t y = f->role[b], k = 0; y && k < ROLES_MAX; y = f->role_next[y - 1], k++) {
            rc_roles_relation r = rc_roles_compare(f->n->role_table, f->n->roles[x - 1].role.text,
                                                   f->n->roles[y - 1].role.text);
            best = r < best ? r : best;
        }
    }
    return best;
}

/* Whether two names are the same letters with other gaps: "van Damme", "Vandamme". */
static bool same_unspaced(const split_name *x, const split_name *y)
{
    uint32_t i = 0, k = 0;
    size_t at = 0, to = 0;
    while (i < x->count && k < y->count) {
        if (x->words[i].ptr[at] != y->words[k].ptr[to])
            return false;
        if (++at == x->words[i].len) {
            at = 0;
            i++;
        }
        if (++to == y->words[k].len) {
            to = 0;
            k++;
        }
    }
    return i == x->count && k == y->count && x->count != y->count;
}

/* People: the given name the same and the surname varied, or the other way round; or a surname
 * alone with the same role. 0: no variant. */
static uint8_t judge_persons(const finder *f, uint32_t a, uint32_t b, uint32_t shared)
{
    const split_name *x = &f->names[a], *y = &f->names[b];
    rc_roles_relation roles = roles_of(f, a, b);
    rc_str last_x = x->words[x->count - 1], last_y = y->words[y->count - 1];
    if (roles == RC_ROLES_OTHER)
        return 0;
    bool agree = roles == RC_ROLES_SAME || roles == RC_ROLES_KIND;
    if (same_unspaced(x, y))
        return shared >= SHARED_MIN ? 85 : 0;
    if (x->count == 1 || y->count == 1)
        return agree && shared >= SHARED_MIN && words_vary(f, last_x, last_y) ? 75 : 0;
    if (rc_str_eq(x->words[0], y->words[0])) {
        if (!words_vary(f, last_x, last_y))
            return 0;
        if (shared < SHARED_MIN)
            return 0;
        return shared == UINT32_MAX || agree ? 92 : 85;
    }
    if (!rc_str_eq(last_x, last_y) || !words_vary(f, x->words[0], y->words[0]))
        return 0;
    return agree && shared >= SHARED_MIN ? 80 : 0;
}

/* Other names: as many words, of which one varies. */
static uint8_t judge_things(const finder *f, uint32_t a, uint32_t b, uint32_t shared)
{
    const split_name *x = &f->names[a], *y = &f->names[b];
    uint32_t varied = 0, same = 0;
    if (same_unspaced(x, y) && x->count + y->count > 3)
        return shared >= SHARED_MIN ? 70 : 0;
    if (x->count != y->count)
        return 0;
    for (uint32_t i = 0; i < x->count; i++) {
        if (rc_str_eq(x->words[i], y->words[i]))
            same++;
        else if (words_vary(f, x->words[i], y->words[i]))
            varied++;
        else
            return 0;
    }
    if (varied != 1)
        return 0;
    if (same)
        return shared >= SHARED_MIN ? 85 : 0;
    /* One word alone: seldom enough a bearer's only name to need a rare and a common form. */
    const rc_bearer *p = &f->n->bearers[a], *q = &f->n->bearers[b];
    bool rare = p->mentions == 1 || q->mentions == 1;
    bool common = p->mentions + q->mentions >= 4;
    rc_str word = x->words[0];
    return rare && common && shared >= SHARED_MIN && p->cls == q->cls &&
                   p->cls != RC_ENTITY_OTHER && word.len >= 6 && !is_known(f, word) &&
                   !is_known(f, y->words[0])
               ? 65
               : 0;
}

static void compare(finder *f, uint32_t a, uint32_t b)
{
    const rc_bearer *x = &f->n->bearers[a], *y = &f->n->bearers[b];
    if ((x->cls == RC_ENTITY_PERSON) != (y->cls == RC_ENTITY_PERSON))
        return;
    uint32_t *seen =
        rc_map_put(&f->seen, rc_hash_mix((uint64_t)min(a, b) + 1, a + b - min(a, b)), 0);
    if ((*seen)++)
        return;
    bool person = x->cls == RC_ENTITY_PERSON;
    if (!(person ? judge_persons(f, a, b, UINT32_MAX) : judge_things(f, a, b, UINT32_MAX)))
        return; /* by its words alone: before the documents are looked at */
    if (in_one_sentence(f->n, a, b))
        return;
    uint32_t shared = rc_names_shared(f->n, a, b);
    uint8_t confidence = person ? judge_persons(f, a, b, shared) : judge_things(f, a, b, shared);
    if (!confidence)
        return;
    bool swap = y->mentions > x->mentions ||
                (y->mentions == x->mentions && rc_str_cmp(y->name, x->name) < 0);
    rc_variant v = {swap ? b : a, swap ? a : b, confidence};
    RC_PUSH(f->arena, f->out->items, f->out->count, f->out->capacity, v);
}

static void meet(finder *f, rc_word key, uint32_t bearer)
{
    uint32_t *last = rc_map_put(&f->buckets, key, 0);
    uint32_t at = *last;
    for (uint32_t i = 0; at && i < BUCKET_MAX; i++) {
        struct item item = f->items[at - 1];
        if (item.bearer == bearer)
            return;
        compare(f, item.bearer, bearer);
        at = item.next;
    }
    struct item item = {bearer, *last};
    RC_PUSH(f->scratch, f->items, f->item_count, f->item_capacity, item);
    *last = (uint32_t)f->item_count;
}

static bool is_vowel(char c)
{
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

/* Puts a bearer into the buckets of one of its words; `rest` stands for what must be the same. */
static void meet_by_word(finder *f, rc_word rest, rc_str word, uint32_t bearer)
{
    char bytes[WORD_BYTES_MAX];
    if (word.len < WORD_LENGTH_MIN || word.len > WORD_BYTES_MAX)
        return;
    meet(f, rc_hash_mix(rest, rc_hash(word)), bearer);
    for (size_t skip = 0; skip < word.len; skip++) {
        size_t len = 0;
        for (size_t i = 0; i < word.len; i++) {
            if (i != skip)
                bytes[len++] = word.ptr[i];
        }
        meet(f, rc_hash_mix(rest, rc_hash((rc_str){bytes, len})), bearer);
    }
    if (word.len < TWO_LENGTH_MIN)
        return;
    meet(f, rc_hash_mix(rest, rc_hash(rc_str_sub(word, 0, word.len - 2))), bearer);
    size_t len = 0;
    for (size_t i = 0; i < word.len; i++) {
        if (!is_vowel(word.ptr[i]) && (!len || bytes[len - 1] != word.ptr[i]))
            bytes[len++] = word.ptr[i];
    }
    if (len > 2)
        meet(f, rc_hash_mix(rest ^ 1, rc_hash((rc_str){bytes, len})), bearer);
}

static void split(const finder *f, uint32_t bearer, split_name *out)
{
    const rc_bearer *b = &f->n->bearers[bearer];
    rc_str rest = RC_STR_NONE, word;
    for (uint32_t i = 0; i < b->use_count; i++) {
        const rc_name_use *u = &f->n->uses[f->n->by_bearer[b->first_use + i]];
        if (rc_str_eq(u->name, b->name))
            rest = u->folded;
    }
    out->count = 0;
    while (out->count < WORDS_MAX && rest.len && rc_str_split(&rest, ' ', &word))
        out->words[out->count++] = word;
}

static void add_bearer(finder *f, uint32_t id)
{
    const rc_bearer *b = &f->n->bearers[id];
    const split_name *s = &f->names[id];
    if (!s->count || b->country.len || f->n->uses[f->n->by_bearer[b->first_use]].known)
        return;
    rc_word letters = RC_HASH_START;
    for (uint32_t i = 0; i < s->count; i++)
        for (size_t k = 0; k < s->words[i].len; k++)
            letters = rc_hash_mix(letters, (unsigned char)s->words[i].ptr[k]);
    if (s->count > 1)
        meet(f, letters, id);
    if (b->cls == RC_ENTITY_PERSON) {
        rc_str last = s->words[s->count - 1];
        if (s->count > 1) {
            meet_by_word(f, rc_hash_mix(rc_hash(s->words[0]), 1), last, id);
            meet_by_word(f, rc_hash_mix(rc_hash(last), 2), s->words[0], id);
            /* Two letters may differ anywhere: of one given name, the same first letter. */
            meet(f, rc_hash_mix(rc_hash(s->words[0]), 256 + (unsigned char)last.ptr[0]), id);
        }
        if (f->role[id])
            meet_by_word(f, 3, last, id);
        return;
    }
    for (uint32_t i = 0; i < s->count; i++) {
        rc_word rest = (rc_word)b->cls + 8;
        for (uint32_t k = 0; k < s->count; k++)
            rest = rc_hash_mix(rest, k == i ? i + 1 : rc_hash(s->words[k]));
        meet_by_word(f, rest, s->words[i], id);
    }
}

static int by_bearers(const void *a, const void *b)
{
    const rc_variant *x = a, *y = b;
    if (x->a != y->a)
        return x->a < y->a ? -1 : 1;
    return x->b < y->b ? -1 : x->b > y->b;
}

const rc_variants *rc_variants_find(rc_arena *a, const rc_lexicon *l, const rc_names *n)
{
    rc_arena *scratch = rc_arena_new((size_t)8 << 30);
    finder f = {.arena = a, .scratch = scratch, .l = l, .n = n, .out = RC_NEW(a, rc_variants)};
    rc_map_init(&f.buckets, scratch, n->bearer_count);
    rc_map_init(&f.seen, scratch, 0);
    f.names = RC_NEW_ARRAY(scratch, split_name, n->bearer_count);
    f.role = RC_NEW_ARRAY(scratch, uint32_t, n->bearer_count);
    f.role_next = RC_NEW_ARRAY(scratch, uint32_t, n->role_count);
    for (uint32_t i = 0; i < n->role_count; i++) {
        f.role_next[i] = f.role[n->roles[i].role.entity];
        f.role[n->roles[i].role.entity] = i + 1;
    }
    for (uint32_t i = 0; i < n->bearer_count; i++) {
        split(&f, i, &f.names[i]);
        add_bearer(&f, i);
    }
    if (f.out->count > 1)
        qsort(f.out->items, f.out->count, sizeof(f.out->items[0]), by_bearers);
    rc_arena_free(scratch);
    return f.out;
}

rc_finding_claim rc_name_side(const rc_names *n, uint32_t doc, rc_span span, rc_span sentence,
                              rc_str normalized)
{
    return (rc_finding_claim){.doc = n->docs[doc],
                              .span = span,
                              .sentence = sentence,
                              .normalized = normalized,
                              .note = RC_STR("")};
}

rc_str rc_name_place(rc_arena *a, const rc_names *n, uint32_t doc, rc_span span)
{
    uint32_t line, column;
    const rc_doc *d = n->docs[doc];
    rc_doc_position(d, rc_doc_file_span(d, span).start, &line, &column);
    return rc_arena_printf(a, "%.*s:%u", RC_STR_ARG(d->path), line);
}
