/* The unit of a column or row stands once, in its head: "Cost ($ million)", "Gas oil, tonnes",
 * "Share, %". A bare number below or beside it is read as if it stood in that phrase. */
#include "base/hash.h"
#include "base/limits.h"
#include "base/map.h"
#include "mentions/internal.h"

#define PHRASE_BYTES_MAX 48
#define HEAD_BYTES_MAX 192 /* a longer head is a sentence */

typedef struct {
    rc_arena *arena;
    const rc_quantifier *quantifier;
    const rc_lexicon *lexicon;
    const rc_text *text;
    rc_arena *samples; /* of one phrase's texts: emptied before the next */
    rc_map phrases;    /* to an index of `found` + 1; 0: it is no unit */
    rc_map units;      /* (table, row or column) to an index of `found` + 1 */
    rc_quantity *found;
    size_t found_count, found_capacity;
} finder;

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Reads `sample` as a text of its own; true where it is one amount of a unit, and nothing else. */
static bool read_sample(finder *f, rc_str sample, rc_quantity *ret)
{
    rc_err err;
    rc_doc *doc = RC_NEW(f->samples, rc_doc);
    rc_text *t = NULL;
    rc_mentions *m = RC_NEW(f->samples, rc_mentions);
    doc->text = sample;
    doc->language = f->text->doc->language;
    rc_doc_add_block(f->samples, doc, RC_BLOCK_PARAGRAPH, (rc_span){0, (uint32_t)sample.len});
    if (rc_text_split(f->samples, doc, f->lexicon, &t, &err) < RC_OK)
        return false;
    rc_text_tag(t, f->lexicon);
    if (rc_text_group(f->samples, t) < RC_OK ||
        rc_find_quantities(f->samples, f->quantifier, t, m, &err) < RC_OK || m->count != 1)
        return false;
    const rc_quantity *q = &m->items[0].as.quantity;
    bool whole = m->items[0].span.start == 0 && m->items[0].span.end == sample.len;
    bool says = q->unit->dimension != RC_DIM_NUMBER || (q->has_low && q->low.exponent > 0);
    if (!whole || !says || !q->has_low || q->identifier || q->of.len)
        return false;
    *ret = rc_quantity_copy(f->arena, q);
    return true;
}

/* "1 tonnes", "$1 million", "EUR 1 bn": the number where a unit takes it. */
static bool read_samples(finder *f, rc_str phrase, rc_quantity *ret)
{
    size_t sign = 0, word = 0;
    while (word < phrase.len && !is_blank(phrase.ptr[word]))
        word++;
    while (sign < phrase.len && (unsigned char)phrase.ptr[sign] >= 0x80)
        sign++;
    if (!sign && phrase.ptr[word ? word - 1 : 0] == '$')
        sign = word;
    rc_str head = rc_str_sub(phrase, 0, sign), tail = rc_str_sub(phrase, sign, phrase.len);
    const char *gap = tail.len && is_blank(tail.ptr[0]) ? "" : " ";
    if (sign && read_sample(f,
                            rc_arena_printf(f->samples, "%.*s1%s%.*s", RC_STR_ARG(head),
                                            tail.len ? gap : "", RC_STR_ARG(tail)),
                            ret))
        return true;
    if (read_sample(f, rc_arena_printf(f->samples, "1 %.*s", RC_STR_ARG(phrase)), ret))
        return true;
    head = rc_str_sub(phrase, 0, word);
    tail = rc_str_sub(phrase, word, phrase.len);
    return read_sample(
        f, rc_arena_printf(f->samples, "%.*s 1%.*s", RC_STR_ARG(head), RC_STR_ARG(tail)), ret);
}

/* An index of `found` + 1; 0: no unit. Every phrase is read once. */
static uint32_t read_phrase(finder *f, rc_str phrase)
{
    rc_quantity q;
    if (!phrase.len || phrase.len > PHRASE_BYTES_MAX)
        return 0;
    uint32_t *at = rc_map_put(&f->phrases, rc_hash(phrase), UINT32_MAX);
    if (*at != UINT32_MAX)
        return *at;
    *at = 0;
    rc_arena_reset(f->samples);
    if (read_samples(f, phrase, &q)) {
        RC_PUSH(f->arena, f->found, f->found_count, f->found_capacity, q);
        *at = (uint32_t)f->found_count;
    }
    return *at;
}

/* A phrase, and without a first word that leads it in: "in thousand euros". */
static uint32_t read_lead(finder *f, rc_str phrase)
{
    phrase = rc_str_trim(phrase);
    size_t space = rc_str_find(phrase, ' ');
    uint32_t found = read_phrase(f, phrase);
    return found || space == phrase.len
               ? found
               : read_phrase(f, rc_str_trim(rc_str_sub(phrase, space, phrase.len)));
}

/* The last place of a byte; s.len: none. */
static size_t find_last(rc_str s, char c)
{
    for (size_t i = s.len; i > 0; i--) {
        if (s.ptr[i - 1] == c)
            return i - 1;
    }
    return s.len;
}

/* The unit that a head tells, as of read_phrase: in brackets at its end, behind its last comma, or
 * all of it. */
static uint32_t read_head(finder *f, rc_str head)
{
    head = rc_str_trim(head);
    if (!head.len || head.len > HEAD_BYTES_MAX)
        return 0;
    size_t open = find_last(head, '('), comma = find_last(head, ',');
    if (head.ptr[head.len - 1] == ')' && open < head.len)
        return read_lead(f, rc_str_sub(head, open + 1, head.len - 1));
    uint32_t found = comma < head.len ? read_lead(f, rc_str_sub(head, comma + 1, head.len)) : 0;
    if (found)
        return found;
    /* "%", "€m": no word that could be the name of what is measured. */
    bool sign = head.ptr[0] == '%' || head.ptr[0] == '$' || (unsigned char)head.ptr[0] >= 0x80;
    return sign ? read_phrase(f, head) : 0;
}

static uint64_t key_of(const rc_block *b, bool row)
{
    return rc_hash_mix(((uint64_t)b->table << 1) + row + 1, row ? b->row : b->column);
}

/* Reads the heads of all tables; a corner's unit is that of every cell, kept as of row 0. */
static void read_heads(finder *f)
{
    const rc_doc *d = f->text->doc;
    for (size_t i = 0; i < d->block_count; i++) {
        const rc_block *b = &d->blocks[i];
        bool heads = b->kind == RC_BLOCK_TABLE_CELL && (b->row == 0 || b->column == 0);
        uint32_t found = heads ? read_head(f, rc_doc_slice(d, b->span)) : 0;
        if (found)
            *rc_map_put(&f->units, key_of(b, b->row != 0 || b->column == 0), 0) = found;
    }
}

static const rc_quantity *unit_of(const finder *f, const rc_block *b)
{
    const rc_block corner = {.table = b->table};
    const uint64_t keys[] = {key_of(b, false), key_of(b, true), key_of(&corner, true)};
    for (size_t i = b->column ? 0 : 1; i < sizeof(keys) / sizeof(keys[0]); i++) {
        const uint32_t *at = rc_map_get(&f->units, keys[i]);
        if (at)
            return &f->found[*at - 1];
    }
    return NULL;
}

static void scale(rc_decimal *v, rc_decimal by)
{
    rc_decimal r;
    if (rc_decimal_mul(*v, by, &r) == RC_OK)
        *v = r;
}

static void give_unit(rc_quantity *q, const rc_quantity *unit)
{
    q->unit = unit->unit;
    q->per = unit->per;
    q->per_amount = unit->per_amount;
    q->precision += unit->low.exponent;
    if (q->has_low)
        scale(&q->low, unit->low);
    if (q->has_high)
        scale(&q->high, unit->low);
}

void rc_find_table_units(rc_arena *a, const rc_quantifier *x, const rc_lexicon *l, const rc_text *t,
                         rc_mentions *m)
{
    const rc_doc *d = t->doc;
    finder f = {.arena = a, .quantifier = x, .lexicon = l, .text = t};
    if (!d->table_count)
        return;
    f.samples = rc_arena_new(RC_DOC_BYTES_MAX);
    rc_map_init(&f.phrases, a, 0);
    rc_map_init(&f.units, a, 0);
    read_heads(&f);
    rc_arena_free(f.samples);
    size_t block = 0;
    for (size_t i = 0; i < m->count && f.found_count; i++) {
        rc_mention *c = &m->items[i];
        while (block < d->block_count && d->blocks[block].span.end <= c->span.start)
            block++;
        if (block == d->block_count)
            break;
        const rc_block *b = &d->blocks[block];
        bool bare = c->type == RC_MENTION_QUANTITY && b->kind == RC_BLOCK_TABLE_CELL && b->row &&
                    c->as.quantity.unit->dimension == RC_DIM_NUMBER && !c->as.quantity.per &&
                    !c->as.quantity.of.len && !c->as.quantity.spelled;
        const rc_quantity *unit = bare ? unit_of(&f, b) : NULL;
        if (unit)
            give_unit(&c->as.quantity, unit);
    }
}
