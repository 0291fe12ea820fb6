#include "text/lexicon.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/map.h"
#include "text/lexformat.h"

struct rc_lexicon {
    rc_arena *arena;
    void *mapped;
    size_t mapped_bytes;
    const uint32_t *slots;
    const rc_lex_record *records;
    const uint32_t *senses;
    const uint32_t *pool;
    const rc_lex_synset *synsets;
    uint32_t slot_mask, record_count, pool_count, synset_count;
    rc_map class_index; /* word -> index into classes */
    uint64_t *classes;
    size_t class_count, class_capacity;
};

static const uint32_t no_slots[1];

static void unmap(void *lexicon)
{
    rc_lexicon *l = lexicon;
    (void)munmap(l->mapped, l->mapped_bytes);
}

/* Maps a whole file; RC_EIO. */
static rc_status map_file(rc_lexicon *l, const char *path, rc_err *err)
{
    struct stat st;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return rc_fail(err, RC_EIO, path, 0, 0, "the lexicon cannot be opened");
    if (fstat(fd, &st) != 0 || st.st_size < (off_t)sizeof(rc_lex_header)) {
        (void)close(fd);
        return rc_fail(err, RC_EFORMAT, path, 0, 0, "this file is no lexicon");
    }
    l->mapped_bytes = (size_t)st.st_size;
    l->mapped = mmap(NULL, l->mapped_bytes, PROT_READ, MAP_SHARED, fd, 0);
    (void)close(fd);
    if (l->mapped == MAP_FAILED)
        return rc_fail(err, RC_EIO, path, 0, 0, "the lexicon cannot be mapped");
    rc_arena_defer(l->arena, unmap, l);
    return RC_OK;
}

static bool header_fits(const rc_lex_header *h, size_t bytes)
{
    if (h->magic != RC_LEX_MAGIC || h->version != RC_LEX_VERSION ||
        h->record_bytes != sizeof(rc_lex_record) || h->file_bytes != bytes)
        return false;
    if (!h->slot_count || (h->slot_count & (h->slot_count - 1)))
        return false;
    uint64_t need = sizeof(*h) + (uint64_t)h->slot_count * 4 +
                    (uint64_t)h->record_count * (sizeof(rc_lex_record) + 4) +
                    (uint64_t)h->pool_count * 4 + (uint64_t)h->synset_count * sizeof(rc_lex_synset);
    return need == bytes;
}

/* The arrays follow each other; each is aligned because the larger items come first. */
static void take_arrays(rc_lexicon *l, const rc_lex_header *h)
{
    const char *at = (const char *)l->mapped + sizeof(*h);
    l->records = (const rc_lex_record *)(const void *)at;
    at += h->record_count * sizeof(rc_lex_record);
    l->slots = (const uint32_t *)(const void *)at;
    at += (size_t)h->slot_count * 4;
    l->senses = (const uint32_t *)(const void *)at;
    at += (size_t)h->record_count * 4;
    l->pool = (const uint32_t *)(const void *)at;
    at += (size_t)h->pool_count * 4;
    l->synsets = (const rc_lex_synset *)(const void *)at;
    l->slot_mask = h->slot_count - 1;
    l->record_count = h->record_count;
    l->pool_count = h->pool_count;
    l->synset_count = h->synset_count;
}

rc_status rc_lexicon_open(rc_arena *a, const char *path, rc_lexicon **ret, rc_err *err)
{
    rc_lexicon *l = RC_NEW(a, rc_lexicon);
    l->arena = a;
    l->slots = no_slots;
    rc_map_init(&l->class_index, a, 0);
    if (path) {
        rc_status status = map_file(l, path, err);
        if (status < 0)
            return status;
        const rc_lex_header *h = l->mapped;
        if (!header_fits(h, l->mapped_bytes))
            return rc_fail(err, RC_EFORMAT, path, 0, 0, "no lexicon of this version");
        take_arrays(l, h);
    }
    *ret = l;
    return RC_OK;
}

void rc_lexicon_add_classes(rc_lexicon *l, rc_word w, uint64_t classes)
{
    if (!w)
        return;
    uint32_t at = *rc_map_put(&l->class_index, w, (uint32_t)l->class_count);
    if (at == l->class_count)
        RC_PUSH(l->arena, l->classes, l->class_count, l->class_capacity, 0);
    l->classes[at] |= classes;
}

uint64_t rc_lexicon_classes(const rc_lexicon *l, rc_word w)
{
    if (!w)
        return 0;
    const uint32_t *at = rc_map_get(&l->class_index, w);
    return at ? l->classes[*at] : 0;
}

static const rc_lex_record *find_record(const rc_lexicon *l, rc_word w)
{
    uint32_t tag = rc_lex_tag(w);
    for (uint32_t i = 0; i < RC_LEX_PROBES_MAX; i++) {
        uint32_t slot = l->slots[((uint32_t)w + i) & l->slot_mask];
        if (!slot)
            return NULL;
        uint32_t index = (slot & RC_LEX_INDEX_MASK) - 1;
        if (((slot ^ tag) & ~RC_LEX_INDEX_MASK) == 0 && index < l->record_count &&
            l->records[index].word == w)
            return &l->records[index];
    }
    return NULL;
}

const rc_lex_entry *rc_lexicon_find(const rc_lexicon *l, rc_word w)
{
    const rc_lex_record *r = find_record(l, w);
    return r ? &r->entry : NULL;
}

void rc_lexicon_look_up(const rc_lexicon *l, rc_word w, uint64_t *ret_classes,
                        const rc_lex_entry **ret_entry)
{
    const rc_lex_record *r = find_record(l, w);
    *ret_classes = rc_lexicon_classes(l, w);
    *ret_entry = r ? &r->entry : NULL;
}

void rc_lexicon_prefetch(const rc_lexicon *l, rc_word w)
{
    __builtin_prefetch(&l->slots[(uint32_t)w & l->slot_mask]);
    if (l->class_index.capacity)
        __builtin_prefetch(&l->class_index.keys[w & (l->class_index.capacity - 1)]);
}

uint64_t rc_wordclass_parse(rc_str name)
{
#define RC_WORDCLASS(suffix, text)                                                                 \
    if (rc_str_eq(name, RC_STR(text)))                                                             \
        return RC_CLASS(suffix);
#include "text/wordclass.def"
#undef RC_WORDCLASS
    return 0;
}

/* The senses of a lemma in one part of speech. */
typedef struct {
    uint32_t count, concept;
    const uint32_t *synsets;
} senses;

static senses senses_of(const rc_lexicon *l, const rc_lex_record *r, rc_lex_pos pos)
{
    senses none = {0};
    if (!r)
        return none;
    uint32_t at = l->senses[r - l->records];
    if (!at || at >= l->pool_count)
        return none;
    uint32_t counts = l->pool[at++];
    for (uint32_t i = 0; i < 4; i++) {
        uint32_t n = (counts >> (8 * i)) & 0xFF;
        if (!n)
            continue;
        if (n > RC_LEX_SENSES_MAX || l->pool_count - at < n + 1)
            return none;
        if (i == (uint32_t)pos)
            return (senses){n, l->pool[at], &l->pool[at + 1]};
        at += n + 1;
    }
    return none;
}

static bool has_synset(const senses *s, uint32_t synset)
{
    for (uint32_t i = 0; i < s->count; i++) {
        if (synset && s->synsets[i] == synset)
            return true;
    }
    return false;
}

/* How one sense of a word stands to the senses of another, given that they share no synset. */
static rc_related sense_related(const rc_lexicon *l, uint32_t synset, const senses *other)
{
    if (synset >= l->synset_count)
        return RC_RELATED_NO;
    const rc_lex_synset *s = &l->synsets[synset];
    if (has_synset(other, s->opposite))
        return RC_RELATED_OPPOSITE;
    uint32_t up = s->up < l->synset_count ? l->synsets[s->up].opposite : 0;
    if (has_synset(other, up))
        return RC_RELATED_OPPOSITE;
    for (uint32_t i = 0; up && i < other->count; i++) {
        if (other->synsets[i] < l->synset_count && l->synsets[other->synsets[i]].up == up)
            return RC_RELATED_OPPOSITE;
    }
    return has_synset(other, s->up) || has_synset(other, s->up2) ? RC_RELATED_KIND : RC_RELATED_NO;
}

rc_related rc_lexicon_related(const rc_lexicon *l, rc_word a, rc_word b, rc_lex_pos pos)
{
    if (a == b)
        return RC_RELATED_SAME;
    const rc_lex_record *ra = find_record(l, a), *rb = find_record(l, b);
    if (!ra || !rb)
        return RC_RELATED_NO;
    senses sa = senses_of(l, ra, pos), sb = senses_of(l, rb, pos);
    for (uint32_t i = 0; i < sa.count; i++) {
        if (has_synset(&sb, sa.synsets[i]))
            return RC_RELATED_SYNONYM;
    }
    rc_related best = RC_RELATED_NO;
    for (uint32_t i = 0; i < sa.count + sb.count; i++) {
        rc_related r = i < sa.count ? sense_related(l, sa.synsets[i], &sb)
                                    : sense_related(l, sb.synsets[i - sa.count], &sa);
        if (r > best)
            best = r;
    }
    rc_word root_a = ra->entry.root ? ra->entry.root : a;
    rc_word root_b = rb->entry.root ? rb->entry.root : b;
    if (root_a == root_b && best < RC_RELATED_SYNONYM)
        return RC_RELATED_SYNONYM;
    return best;
}

rc_word rc_lexicon_concept(const rc_lexicon *l, rc_word lemma, rc_lex_pos pos)
{
    const rc_lex_record *r = find_record(l, lemma);
    if (r && r->entry.root && r->entry.root != lemma) {
        lemma = r->entry.root;
        r = find_record(l, lemma);
        /* The root of a family is its verb where it has one. */
        if (r && r->entry.lemma[RC_VERB] == lemma)
            pos = RC_VERB;
    }
    senses s = senses_of(l, r, pos);
    return s.count && s.concept < l->record_count ? l->records[s.concept].word : lemma;
}
