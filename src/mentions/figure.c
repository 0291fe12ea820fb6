#include "mentions/figure.h"

#include "base/diagnose.h"
#include "base/map.h"
#include "mentions/internal.h"

enum { FILTER_BITS = 1 << 14 };

struct rc_figures {
    uint64_t filter[FILTER_BITS / 64]; /* a bit a word: most words of a text need no look-up */
    rc_map kinds;                      /* word -> RC_FIGURE_IS bits */
    rc_map plurals;                    /* word -> index of singulars */
    rc_str *singulars;
    size_t count, capacity;
    rc_str *endings; /* pairs: of a plural, of its singular */
    size_t ending_count, ending_capacity;
};

static uint32_t kind_parse(rc_str name)
{
    static const rc_str names[] = {
#define RC_FIGURE(name, text) {"" text "", sizeof(text) - 1},
        RC_FIGURE_KINDS(RC_FIGURE)
#undef RC_FIGURE
    };
    for (uint32_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (rc_str_eq(names[i], name))
            return UINT32_C(1) << i;
    }
    return 0;
}

static void add_row(rc_arena *a, rc_figures *f, const rc_table *t, size_t row,
                    rc_diagnostics *diagnostics)
{
    rc_str word = rc_table_cell(t, row, rc_table_column(t, "word"));
    rc_str kind = rc_table_cell(t, row, rc_table_column(t, "kind"));
    rc_str plural = RC_STR("plural:"), ending = RC_STR("plural-ending:");
    if (rc_str_starts(kind, plural)) {
        rc_map_put(&f->plurals, rc_word_from(word), (uint32_t)f->count);
        rc_str singular = rc_str_sub(kind, plural.len, kind.len);
        RC_PUSH(a, f->singulars, f->count, f->capacity, singular);
        return;
    }
    if (rc_str_starts(kind, ending)) {
        rc_str singular = rc_str_sub(kind, ending.len, kind.len);
        RC_PUSH(a, f->endings, f->ending_count, f->ending_capacity, word);
        RC_PUSH(a, f->endings, f->ending_count, f->ending_capacity, singular);
        return;
    }
    uint32_t bit = kind_parse(kind);
    if (!bit || word.len == 0) {
        rc_diagnose(a, diagnostics, t->file, t->lines[row], 1,
                    "'%.*s' is no kind of word beside a figure", RC_STR_ARG(kind));
        return;
    }
    rc_word key = rc_word_from(word);
    f->filter[key % FILTER_BITS / 64] |= UINT64_C(1) << (key % 64);
    *rc_map_put(&f->kinds, key, 0) |= bit;
}

rc_status rc_figures_new(rc_arena *a, const rc_rules *r, rc_str language, rc_figures **ret,
                         rc_diagnostics *diagnostics, rc_err *err)
{
    (void)err;
    rc_figures *f = RC_NEW(a, rc_figures);
    rc_map_init(&f->kinds, a, 512);
    rc_map_init(&f->plurals, a, 64);
    const rc_table *t = rc_language_table(a, r, "tables/figures", language);
    for (size_t row = 0; t && row < t->row_count; row++)
        add_row(a, f, t, row, diagnostics);
    *ret = f;
    return RC_OK;
}

uint32_t rc_figures_of(const rc_figures *f, rc_word w)
{
    if (!(f->filter[w % FILTER_BITS / 64] >> (w % 64) & 1))
        return 0;
    const uint32_t *bits = w ? rc_map_get(&f->kinds, w) : NULL;
    return bits ? *bits : 0;
}

/* The lemma is known by its identity alone: the endings of plurals are tried until one gives it. */
rc_str rc_figures_singular(rc_arena *a, const rc_figures *f, const rc_text *t, uint32_t token)
{
    const rc_token *k = &t->tokens[token];
    rc_str text = rc_word_fold(a, rc_token_text(t, token));
    const uint32_t *known = rc_map_get(&f->plurals, k->word);
    if (known)
        return f->singulars[*known];
    if (k->lemma == k->word && k->entry)
        return text;
    for (size_t i = 0; i + 1 < f->ending_count; i += 2) {
        rc_str ending = f->endings[i], singular = f->endings[i + 1];
        if (text.len <= ending.len + 1 || !rc_str_ends(text, ending))
            continue;
        rc_str stem = rc_str_sub(text, 0, text.len - ending.len);
        rc_str made = rc_arena_printf(a, "%.*s%.*s", RC_STR_ARG(stem), RC_STR_ARG(singular));
        if (k->lemma == k->word ? singular.len == 0 : rc_word_from(made) == k->lemma)
            return made;
    }
    return text;
}
