#include "mentions/language.h"

#include <utf8proc.h>

#include "base/diagnose.h"
#include "base/map.h"

enum {
    LANGUAGES_MAX = 32,
    FILTER_BITS = 1 << 13,
    SURE_WORDS = 48,
    HITS_MIN = 2,
    BRIEF_MIN = 3,
    BRIEF_WORDS = 12
};

typedef enum { SCRIPT_NONE, SCRIPT_HAN, SCRIPT_KANA, SCRIPT_HANGUL, SCRIPT_COUNT } script;

struct rc_languages {
    rc_str code[LANGUAGES_MAX];
    script script[LANGUAGES_MAX];
    bool capital_nouns[LANGUAGES_MAX];
    rc_str plurals[LANGUAGES_MAX]; /* endings, "|" between */
    size_t count;
    rc_map words;                      /* -> a bit for each language */
    rc_map small;                      /* of them the small words */
    uint64_t filter[FILTER_BITS / 64]; /* a bit a word: most words of a text need no look-up */
};

static script script_parse(rc_str s)
{
    static const rc_str names[SCRIPT_COUNT] = {{"", 0}, {"han", 3}, {"kana", 4}, {"hangul", 6}};
    for (int i = 1; i < SCRIPT_COUNT; i++) {
        if (rc_str_eq(names[i], s))
            return (script)i;
    }
    return SCRIPT_NONE;
}

static void add_words(rc_languages *l, rc_str words, bool small)
{
    rc_str word;
    uint32_t bit = UINT32_C(1) << l->count;
    while (words.len && rc_str_split(&words, ' ', &word)) {
        rc_word key = rc_word_from(word);
        *rc_map_put(&l->words, key, 0) |= bit;
        if (small)
            *rc_map_put(&l->small, key, 0) |= bit;
        l->filter[key % FILTER_BITS / 64] |= UINT64_C(1) << (key % 64);
    }
}

rc_status rc_languages_new(rc_arena *a, const rc_rules *r, rc_languages **ret,
                           rc_diagnostics *diagnostics, rc_err *err)
{
    (void)err;
    rc_languages *l = RC_NEW(a, rc_languages);
    rc_map_init(&l->words, a, 1024);
    rc_map_init(&l->small, a, 1024);
    const rc_table *t = rc_rules_table(r, "tables/languages");
    for (size_t i = 0; t && i < t->row_count; i++) {
        if (l->count == LANGUAGES_MAX) {
            rc_diagnose(a, diagnostics, t->file, t->lines[i], 1, "at most %d languages",
                        LANGUAGES_MAX);
            break;
        }
        l->code[l->count] = rc_table_cell(t, i, rc_table_column(t, "language"));
        l->script[l->count] = script_parse(rc_table_cell(t, i, rc_table_column(t, "script")));
        l->capital_nouns[l->count] =
            rc_str_eq(rc_table_cell(t, i, rc_table_column(t, "nouns")), RC_STR("capital"));
        l->plurals[l->count] = rc_table_cell(t, i, rc_table_column(t, "plurals"));
        add_words(l, rc_table_cell(t, i, rc_table_column(t, "words")), true);
        add_words(l, rc_table_cell(t, i, rc_table_column(t, "others")), false);
        l->count++;
    }
    *ret = l;
    return RC_OK;
}

static script script_of(const rc_text *t, const rc_token *k)
{
    utf8proc_int32_t c;
    if (k->first < 0xE3 || utf8proc_iterate((const utf8proc_uint8_t *)t->doc->text.ptr + k->start,
                                            (utf8proc_ssize_t)(k->end - k->start), &c) <= 0)
        return SCRIPT_NONE;
    if (c >= 0x3041 && c <= 0x30FF)
        return SCRIPT_KANA;
    if ((c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF))
        return SCRIPT_HAN;
    return c >= 0xAC00 && c <= 0xD7AF ? SCRIPT_HANGUL : SCRIPT_NONE;
}

typedef struct {
    uint32_t words[LANGUAGES_MAX], scripts[SCRIPT_COUNT], seen;
} tally;

static void count_word(const rc_languages *l, const rc_text *t, const rc_token *k, tally *n)
{
    n->seen++;
    n->scripts[script_of(t, k)]++;
    bool name = (k->flags & (RC_TOKEN_CAPITAL | RC_TOKEN_SENTENCE_START)) == RC_TOKEN_CAPITAL;
    if (name || !(l->filter[k->word % FILTER_BITS / 64] >> (k->word % 64) & 1))
        return;
    const uint32_t *bits = rc_map_get(&l->words, k->word);
    for (size_t i = 0; bits && i < l->count; i++)
        n->words[i] += *bits >> i & 1;
}

static size_t best_by_words(const rc_languages *l, const tally *n)
{
    size_t best = 0;
    for (size_t i = 1; i < l->count; i++) {
        if (n->words[i] > n->words[best])
            best = i;
    }
    bool clear = n->words[best] >= HITS_MIN && n->words[best] * 2 > n->words[0] * 3;
    bool brief = n->seen >= BRIEF_MIN && n->seen <= BRIEF_WORDS && n->words[best] > n->words[0];
    return clear || brief ? best : 0;
}

/* Kana tell Japanese beside any number of Han; else the script of most words tells. */
static size_t best_by_script(const rc_languages *l, const tally *n)
{
    script most = SCRIPT_NONE;
    if (n->scripts[SCRIPT_KANA] * 10 > n->scripts[SCRIPT_HAN])
        most = SCRIPT_KANA;
    else if (n->scripts[SCRIPT_HAN] * 3 > n->seen)
        most = SCRIPT_HAN;
    else if (n->scripts[SCRIPT_HANGUL] * 3 > n->seen)
        most = SCRIPT_HANGUL;
    for (size_t i = 0; most != SCRIPT_NONE && i < l->count; i++) {
        if (l->script[i] == most)
            return i;
    }
    return 0;
}

rc_str rc_languages_detect(const rc_languages *l, const rc_text *t)
{
    tally n = {.seen = 0};
    if (l->count == 0)
        return RC_STR("en");
    for (size_t i = 0; i < t->token_count && n.seen < RC_LANGUAGE_SAMPLE; i++) {
        if (t->tokens[i].kind == RC_TOKEN_WORD)
            count_word(l, t, &t->tokens[i], &n);
        if (n.seen == SURE_WORDS && best_by_words(l, &n) == 0 && n.words[0] * 4 > SURE_WORDS)
            break;
    }
    size_t best = best_by_script(l, &n);
    return l->code[best ? best : best_by_words(l, &n)];
}

static size_t find_language(const rc_languages *l, rc_str language)
{
    size_t i = 0;
    while (i < l->count && !rc_str_eq(l->code[i], language))
        i++;
    return i;
}

bool rc_languages_has(const rc_languages *l, rc_str language, rc_word w)
{
    const uint32_t *bits = rc_map_get(&l->small, w);
    size_t i = find_language(l, language);
    return bits && i < l->count && *bits >> i & 1;
}

bool rc_languages_capital_nouns(const rc_languages *l, rc_str language)
{
    size_t i = find_language(l, language);
    return i < l->count && l->capital_nouns[i];
}

bool rc_languages_is_plural(const rc_languages *l, rc_str language, rc_str word)
{
    size_t i = find_language(l, language);
    rc_str endings = i < l->count ? l->plurals[i] : RC_STR(""), ending;
    while (endings.len && rc_str_split(&endings, '|', &ending)) {
        if (rc_str_ends(word, ending))
            return true;
    }
    return false;
}
