/* lexgen WORDNET-FOLDER ENGLISH.tsv OUTPUT: compiles WordNet's database into the lexicon that
 * text/lexicon.c maps (text/lexformat.h). It runs when the project is built. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/lexformat.h"
#include "tools/family.h"
#include "tools/forms.h"
#include "tools/wordnet.h"

typedef struct {
    rc_arena *arena;
    const rc_wordnet *wordnet;
    rc_forms *forms;
    uint32_t *slots;
    uint32_t slot_count;
    uint32_t *senses; /* by record */
    uint32_t *pool;
    size_t pool_count, pool_capacity;
    rc_lex_synset *synsets;
    size_t synset_count, synset_capacity;
    rc_map synset_numbers; /* WordNet's synset -> number in the file */
} output;

static int by_count(const void *a, const void *b)
{
    const rc_form *x = a, *y = b;
    if (x->count != y->count)
        return x->count > y->count ? -1 : 1;
    return rc_str_cmp(x->text, y->text);
}

/* Sorts the forms and indexes them anew. */
static void order_forms(rc_forms *f)
{
    qsort(f->items, f->count, sizeof(*f->items), by_count);
    for (size_t i = 0; i < f->count; i++)
        *rc_map_put(&f->by_word, f->items[i].record.word, 0) = (uint32_t)i;
}

static rc_status fill_slots(output *o, rc_err *err)
{
    o->slot_count = 1;
    while ((size_t)o->slot_count * 5 < o->forms->count * 8)
        o->slot_count *= 2;
    if (o->forms->count >= RC_LEX_INDEX_MASK)
        return rc_fail(err, RC_ELIMIT, NULL, 0, 0, "more words than the format can number");
    o->slots = RC_NEW_ARRAY(o->arena, uint32_t, o->slot_count);
    for (uint32_t i = 0; i < o->forms->count; i++) {
        rc_word w = o->forms->items[i].record.word;
        uint32_t probe = 0, mask = o->slot_count - 1;
        while (o->slots[((uint32_t)w + probe) & mask]) {
            if (++probe >= RC_LEX_PROBES_MAX)
                return rc_fail(err, RC_ELIMIT, NULL, 0, 0, "the hash table is too full");
        }
        o->slots[((uint32_t)w + probe) & mask] = rc_lex_tag(w) | (i + 1);
    }
    return RC_OK;
}

static uint32_t first_target(const rc_wordnet *w, uint32_t synset, char symbol)
{
    const rc_wn_synset *s = &w->synsets[synset];
    for (uint32_t i = 0; i < s->pointer_count; i++) {
        if (s->pointers[i].symbol[0] == symbol)
            return s->pointers[i].target;
    }
    return 0;
}

/* One step up: the hypernym, or for an adjective the one it is much like. */
static uint32_t above(const rc_wordnet *w, uint32_t synset)
{
    uint32_t up = synset ? first_target(w, synset, '@') : 0;
    if (!up && synset && w->synsets[synset].pos == RC_ADJECTIVE && !first_target(w, synset, '!'))
        up = first_target(w, synset, '&');
    return up;
}

/* The number of a synset in the file, with what it points at: at most three levels deep, since
 * only synsets that lemmas have are given pointers. */
static uint32_t synset_number(output *o, uint32_t synset)
{
    if (!synset)
        return 0;
    uint32_t number = *rc_map_put(&o->synset_numbers, synset, (uint32_t)o->synset_count);
    if (number == o->synset_count) {
        rc_lex_synset none = {0};
        RC_PUSH(o->arena, o->synsets, o->synset_count, o->synset_capacity, none);
    }
    return number;
}

static void point_synset(output *o, uint32_t synset)
{
    rc_lex_synset s = {.up = synset_number(o, above(o->wordnet, synset)),
                       .up2 = synset_number(o, above(o->wordnet, above(o->wordnet, synset))),
                       .opposite = synset_number(o, first_target(o->wordnet, synset, '!'))};
    uint32_t number = synset_number(o, synset);
    o->synsets[number] = s;
}

static void add_pool(output *o, uint32_t value)
{
    RC_PUSH(o->arena, o->pool, o->pool_count, o->pool_capacity, value);
}

static void add_senses(output *o, rc_lex_pos pos, uint32_t lemma)
{
    const rc_wn_lemma *l = &o->wordnet->lemmas[lemma];
    uint32_t concept = rc_family_concept(o->wordnet, lemma, pos);
    const uint32_t *record = rc_map_get(&o->forms->by_word, o->wordnet->lemmas[concept].word);
    add_pool(o, record ? *record : UINT32_MAX);
    for (uint32_t i = 0; i < l->sense_count[pos] && i < RC_LEX_SENSES_MAX; i++) {
        uint32_t synset = l->senses[pos][i].synset, up = above(o->wordnet, synset);
        add_pool(o, synset_number(o, synset));
        point_synset(o, synset);
        if (up)
            point_synset(o, up);
    }
}

/* The block of a word that is a lemma. */
static uint32_t add_block(output *o, const rc_form *f)
{
    uint32_t lemma = rc_wordnet_lemma(o->wordnet, f->text), counts = 0;
    if (lemma == RC_WN_NONE)
        return 0;
    const rc_wn_lemma *l = &o->wordnet->lemmas[lemma];
    uint32_t at = (uint32_t)o->pool_count;
    for (int pos = 0; pos < 4; pos++) {
        uint32_t n =
            l->sense_count[pos] < RC_LEX_SENSES_MAX ? l->sense_count[pos] : RC_LEX_SENSES_MAX;
        counts |= n << (8 * pos);
    }
    add_pool(o, counts);
    for (int pos = 0; pos < 4; pos++) {
        if (l->sense_count[pos])
            add_senses(o, (rc_lex_pos)pos, lemma);
    }
    return at;
}

static bool write_array(FILE *f, const void *items, size_t bytes)
{
    return bytes == 0 || fwrite(items, 1, bytes, f) == bytes;
}

static rc_status write_file(const output *o, const char *path, rc_err *err)
{
    uint32_t records = (uint32_t)o->forms->count;
    rc_lex_header h = {.magic = RC_LEX_MAGIC,
                       .version = RC_LEX_VERSION,
                       .record_bytes = sizeof(rc_lex_record),
                       .slot_count = o->slot_count,
                       .record_count = records,
                       .pool_count = (uint32_t)o->pool_count,
                       .synset_count = (uint32_t)o->synset_count};
    h.file_bytes = sizeof(h) + (uint64_t)records * (sizeof(rc_lex_record) + 4) +
                   (uint64_t)o->slot_count * 4 + (uint64_t)o->pool_count * 4 +
                   (uint64_t)o->synset_count * sizeof(rc_lex_synset);
    FILE *f = fopen(path, "wb");
    if (!f)
        return rc_fail(err, RC_EIO, path, 0, 0, "cannot be written");
    bool good = write_array(f, &h, sizeof(h));
    for (uint32_t i = 0; i < records; i++)
        good = good && write_array(f, &o->forms->items[i].record, sizeof(rc_lex_record));
    good = good && write_array(f, o->slots, (size_t)o->slot_count * 4) &&
           write_array(f, o->senses, (size_t)records * 4) &&
           write_array(f, o->pool, o->pool_count * 4) &&
           write_array(f, o->synsets, o->synset_count * sizeof(rc_lex_synset));
    if (fclose(f) != 0 || !good)
        return rc_fail(err, RC_EIO, path, 0, 0, "cannot be written");
    return RC_OK;
}

static rc_status compile(rc_arena *a, char **argv, rc_err *err)
{
    rc_wordnet *w = NULL;
    rc_str english;
    output o = {.arena = a};
    rc_lex_synset none = {0};
    rc_status status = rc_wordnet_file(a, NULL, argv[2], &english, err);
    if (status == RC_OK)
        status = rc_wordnet_read(a, argv[1], &w, err);
    if (status < 0)
        return status;
    rc_forms_add_words(w, english);
    rc_family_spell(w);
    rc_family_join(w);
    status = rc_forms_build(a, w, english, &o.forms, err);
    if (status < 0)
        return status;
    o.wordnet = w;
    order_forms(o.forms);
    rc_map_init(&o.synset_numbers, a, 100000);
    RC_PUSH(a, o.synsets, o.synset_count, o.synset_capacity, none);
    add_pool(&o, 0);
    o.senses = RC_NEW_ARRAY(a, uint32_t, o.forms->count);
    for (size_t i = 0; i < o.forms->count; i++)
        o.senses[i] = add_block(&o, &o.forms->items[i]);
    status = fill_slots(&o, err);
    return status < 0 ? status : write_file(&o, argv[3], err);
}

int main(int argc, char **argv)
{
    rc_err err = {0};
    if (argc != 4) {
        fprintf(stderr, "usage: lexgen WORDNET-FOLDER ENGLISH.tsv OUTPUT\n");
        return 2;
    }
    rc_arena *a = rc_arena_new((size_t)1 << 31);
    rc_status status = compile(a, argv, &err);
    if (status < 0)
        fprintf(stderr, "lexgen: %s: %s\n", err.file ? err.file : argv[3], err.text);
    rc_arena_free(a);
    return status < 0 ? 2 : 0;
}
