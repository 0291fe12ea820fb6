#include "tools/family.h"

#include <string.h>

#include "text/word.h"

/* Senses of a lemma that may join it to others. */
#define SENSES_JOINING 3u

typedef struct {
    const char *british, *american;
} variant;

static const variant variants[] = {
#define RC_VARIANT(british, american) {british, american},
#define RC_VARIANT_END(british, american)
#include "tools/variants.def"
#undef RC_VARIANT
#undef RC_VARIANT_END
};

static const variant variant_ends[] = {
#define RC_VARIANT(british, american)
#define RC_VARIANT_END(british, american) {british, american},
#include "tools/variants.def"
#undef RC_VARIANT
#undef RC_VARIANT_END
};

static uint32_t rank_of(const rc_wn_lemma *l, rc_lex_pos pos, uint32_t synset)
{
    for (uint32_t i = 0; i < l->sense_count[pos]; i++) {
        if (l->senses[pos][i].synset == synset)
            return i;
    }
    return RC_WN_SENSES_MAX;
}

static bool share_sense(const rc_wn_lemma *a, const rc_wn_lemma *b)
{
    for (int pos = 0; pos < 4; pos++) {
        for (uint32_t i = 0; i < a->sense_count[pos]; i++) {
            if (rank_of(b, (rc_lex_pos)pos, a->senses[pos][i].synset) < RC_WN_SENSES_MAX)
                return true;
        }
    }
    return false;
}

/* `s` with `old` at `at` replaced. */
static rc_str replaced(rc_arena *a, rc_str s, size_t at, const char *old, const char *new)
{
    size_t behind = at + strlen(old);
    return rc_arena_printf(a, "%.*s%s%.*s", (int)at, s.ptr, new, (int)(s.len - behind),
                           s.ptr + behind);
}

static uint32_t american_of(const rc_wordnet *w, uint32_t lemma)
{
    const rc_wn_lemma *l = &w->lemmas[lemma];
    for (size_t v = 0; v < sizeof(variants) / sizeof(*variants); v++) {
        rc_str old = rc_str_from(variants[v].british);
        for (size_t at = 0; at + old.len <= l->text.len; at++) {
            if (!rc_str_eq(rc_str_sub(l->text, at, at + old.len), old))
                continue;
            uint32_t other = rc_wordnet_lemma(
                w, replaced(w->arena, l->text, at, variants[v].british, variants[v].american));
            if (other != RC_WN_NONE && other != lemma && share_sense(l, &w->lemmas[other]))
                return other;
        }
    }
    return lemma;
}

/* The British spelling of an American lemma, with the same senses. */
static void add_british(rc_wordnet *w, uint32_t lemma)
{
    for (size_t v = 0; v < sizeof(variant_ends) / sizeof(*variant_ends); v++) {
        rc_wn_lemma l = w->lemmas[lemma];
        rc_str american = rc_str_from(variant_ends[v].american);
        if (l.text.len < american.len + 3 || !rc_str_ends(l.text, american))
            continue;
        rc_str text = replaced(w->arena, l.text, l.text.len - american.len,
                               variant_ends[v].american, variant_ends[v].british);
        if (rc_wordnet_lemma(w, text) != RC_WN_NONE)
            return;
        uint32_t at = rc_wordnet_add(w, text);
        l.text = text;
        l.word = w->lemmas[at].word;
        l.canonical = lemma;
        w->lemmas[at] = l;
        return;
    }
}

void rc_family_spell(rc_wordnet *w)
{
    size_t count = w->lemma_count;
    for (uint32_t i = 0; i < count; i++)
        add_british(w, i);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t other = american_of(w, i);
        /* Of two that point at each other ("l", "ll") the commoner stands for both. */
        if (other == i || w->lemmas[other].canonical == i)
            continue;
        w->lemmas[i].canonical = w->lemmas[other].canonical;
        for (int pos = 0; pos < 4; pos++) {
            if (w->lemmas[i].counts[pos] < w->lemmas[other].counts[pos])
                w->lemmas[i].counts[pos] = w->lemmas[other].counts[pos];
        }
    }
}

typedef struct {
    uint32_t lemma, score;
} candidate;

/* May `base` be the root of `l`? */
static bool may_be_root(const rc_wn_lemma *l, const rc_wn_lemma *base, rc_lex_pos from,
                        rc_lex_pos to)
{
    if (l->text.ptr[0] != base->text.ptr[0])
        return false;
    if (from == RC_NOUN && to == RC_VERB)
        return base->text.len <= l->text.len + 1;
    return base->text.len < l->text.len && to != RC_ADVERB;
}

static void look_at_pointers(const rc_wordnet *w, const rc_wn_lemma *l, rc_lex_pos from,
                             uint32_t rank, rc_lex_pos to, candidate *best)
{
    const rc_wn_synset *s = &w->synsets[l->senses[from][rank].synset];
    for (uint32_t i = 0; i < s->pointer_count; i++) {
        const rc_wn_pointer *p = &s->pointers[i];
        if (p->symbol[0] != '+' && p->symbol[0] != '\\')
            continue;
        const rc_wn_synset *target = &w->synsets[p->target];
        if (target->pos != to || !p->from || p->from > s->word_count || !p->to ||
            p->to > target->word_count || rc_word_from(s->words[p->from - 1]) != l->word)
            continue;
        uint32_t other = rc_wordnet_lemma(w, target->words[p->to - 1]);
        if (other == RC_WN_NONE || !may_be_root(l, &w->lemmas[other], from, to))
            continue;
        uint32_t other_rank = rank_of(&w->lemmas[other], to, p->target);
        uint32_t score = rank + other_rank;
        if (other_rank >= RC_WN_SENSES_MAX || (other_rank > SENSES_JOINING && rank > 0))
            continue;
        if (score < best->score || (score == best->score && w->lemmas[other].counts[to] >
                                                                w->lemmas[best->lemma].counts[to]))
            *best = (candidate){other, score};
    }
}

static uint32_t derived_from(const rc_wordnet *w, uint32_t lemma, rc_lex_pos from, rc_lex_pos to)
{
    const rc_wn_lemma *l = &w->lemmas[lemma];
    candidate best = {lemma, UINT32_MAX};
    for (uint32_t i = 0; i < l->sense_count[from] && i < SENSES_JOINING; i++)
        look_at_pointers(w, l, from, i, to, &best);
    return best.lemma;
}

static uint32_t root_of(const rc_wordnet *w, uint32_t lemma)
{
    static const rc_lex_pos steps[][2] = {{RC_NOUN, RC_VERB},
                                          {RC_NOUN, RC_ADJECTIVE},
                                          {RC_ADJECTIVE, RC_VERB},
                                          {RC_ADJECTIVE, RC_NOUN},
                                          {RC_ADVERB, RC_ADJECTIVE}};
    const rc_wn_lemma *l = &w->lemmas[lemma];
    if (rc_wn_has(l, RC_VERB))
        return lemma;
    for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++) {
        uint32_t root =
            rc_wn_has(l, steps[i][0]) ? derived_from(w, lemma, steps[i][0], steps[i][1]) : lemma;
        if (root != lemma)
            return root;
    }
    return lemma;
}

void rc_family_join(rc_wordnet *w)
{
    uint32_t *roots = RC_NEW_ARRAY(w->arena, uint32_t, w->lemma_count);
    for (uint32_t i = 0; i < w->lemma_count; i++)
        roots[i] = w->lemmas[root_of(w, w->lemmas[i].canonical)].canonical;
    /* One step more ("presidential", "president", its verb), and no further: chains drift. */
    for (uint32_t i = 0; i < w->lemma_count; i++)
        w->lemmas[i].root = roots[roots[i]];
}

uint32_t rc_family_concept(const rc_wordnet *w, uint32_t lemma, rc_lex_pos pos)
{
    const rc_wn_lemma *l = &w->lemmas[lemma];
    uint32_t best = lemma;
    if (!l->sense_count[pos])
        return best;
    const rc_wn_synset *s = &w->synsets[l->senses[pos][0].synset];
    for (uint32_t i = 0; i < s->word_count; i++) {
        uint32_t other = rc_wordnet_lemma(w, s->words[i]);
        if (other == RC_WN_NONE || rank_of(&w->lemmas[other], pos, l->senses[pos][0].synset) != 0)
            continue;
        /* A word of many senses ("get", "go") would stand for too much. */
        const rc_wn_lemma *o = &w->lemmas[other];
        if (o->counts[pos] > w->lemmas[best].counts[pos] &&
            o->sense_count[pos] < RC_WN_SENSES_MAX && o->senses[pos][0].count * 2 >= o->counts[pos])
            best = other;
    }
    return w->lemmas[best].canonical;
}
