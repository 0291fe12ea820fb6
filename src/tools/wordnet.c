#include "tools/wordnet.h"

#include <stdio.h>
#include <string.h>

#include "text/word.h"

static const char *const file_names[4] = {"noun", "verb", "adj", "adv"};

rc_status rc_wordnet_file(rc_arena *a, const char *dir, const char *name, rc_str *ret, rc_err *err)
{
    const char *path = dir ? rc_arena_printf(a, "%s/%s", dir, name).ptr : name;
    FILE *f = fopen(path, "rb");
    if (!f)
        return rc_fail(err, RC_EIO, path, 0, 0, "cannot be opened");
    rc_status status = RC_OK;
    long size = fseek(f, 0, SEEK_END) == 0 ? ftell(f) : -1;
    char *bytes = NULL;
    if (size < 0 || fseek(f, 0, SEEK_SET) != 0) {
        status = rc_fail(err, RC_EIO, path, 0, 0, "cannot be read");
    } else {
        bytes = rc_arena_alloc(a, (size_t)size + 1, 1);
        if (fread(bytes, 1, (size_t)size, f) != (size_t)size)
            status = rc_fail(err, RC_EIO, path, 0, 0, "cannot be read");
    }
    (void)fclose(f);
    if (status == RC_OK)
        *ret = (rc_str){bytes, (size_t)size};
    return status;
}

rc_str rc_wn_field(rc_str *rest)
{
    rc_str field = RC_STR("");
    while (rest->len && field.len == 0 && rc_str_split(rest, ' ', &field)) {
    }
    return field;
}

uint32_t rc_wn_number(rc_str s, uint32_t base)
{
    uint32_t n = 0;
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.ptr[i];
        uint32_t digit = c <= '9' ? (uint32_t)c - '0' : ((uint32_t)c | 32) - 'a' + 10;
        if (digit >= base)
            break;
        n = n * base + digit;
    }
    return n;
}

static uint64_t synset_key(rc_lex_pos pos, rc_str offset)
{
    return ((uint64_t)rc_wn_number(offset, 10) << 3) + (uint64_t)pos + 1;
}

static rc_lex_pos pos_of_letter(char c)
{
    switch (c) {
    case 'v':
        return RC_VERB;
    case 'a':
    case 's':
        return RC_ADJECTIVE;
    case 'r':
        return RC_ADVERB;
    default:
        return RC_NOUN;
    }
}

static void read_pointers(rc_wordnet *w, rc_wn_synset *s, rc_str *rest)
{
    uint32_t n = rc_wn_number(rc_wn_field(rest), 10);
    s->pointers = RC_NEW_ARRAY(w->arena, rc_wn_pointer, n);
    for (uint32_t i = 0; i < n; i++) {
        rc_str symbol = rc_wn_field(rest), offset = rc_wn_field(rest), pos = rc_wn_field(rest);
        uint32_t words = rc_wn_number(rc_wn_field(rest), 16);
        rc_wn_pointer *p = &s->pointers[s->pointer_count];
        if (!symbol.len || symbol.len > 2 || !pos.len)
            continue;
        memcpy(p->symbol, symbol.ptr, symbol.len);
        p->key = synset_key(pos_of_letter(pos.ptr[0]), offset);
        p->from = (uint8_t)(words >> 8);
        p->to = (uint8_t)words;
        s->instance = s->instance || rc_str_eq(symbol, RC_STR("@i"));
        s->pointer_count++;
    }
}

/* "00001740 03 n 01 entity 0 003 ~ 00001930 n 0000 ... | gloss" */
static void read_synset(rc_wordnet *w, rc_lex_pos pos, rc_str line)
{
    rc_wn_synset s = {.pos = pos};
    rc_str offset = rc_wn_field(&line);
    s.lexfile = (uint8_t)rc_wn_number(rc_wn_field(&line), 10);
    (void)rc_wn_field(&line);
    s.word_count = (uint8_t)rc_wn_number(rc_wn_field(&line), 16);
    s.words = RC_NEW_ARRAY(w->arena, rc_str, s.word_count);
    for (uint32_t i = 0; i < s.word_count; i++) {
        rc_str word = rc_wn_field(&line);
        size_t mark = rc_str_find(word, '('); /* "(p)", "(a)": where an adjective may stand */
        s.words[i] = rc_str_sub(word, 0, mark);
        (void)rc_wn_field(&line);
    }
    read_pointers(w, &s, &line);
    *rc_map_put(&w->by_key, synset_key(pos, offset), 0) = (uint32_t)w->synset_count;
    RC_PUSH(w->arena, w->synsets, w->synset_count, w->synset_capacity, s);
}

uint32_t rc_wordnet_lemma(const rc_wordnet *w, rc_str text)
{
    const uint32_t *at = rc_map_get(&w->by_word, rc_word_from(text));
    return at ? *at : RC_WN_NONE;
}

uint32_t rc_wordnet_add(rc_wordnet *w, rc_str text)
{
    rc_word word = rc_word_from(text);
    uint32_t at = *rc_map_put(&w->by_word, word, (uint32_t)w->lemma_count);
    if (at == w->lemma_count) {
        rc_wn_lemma l = {.text = text, .word = word, .canonical = at, .root = at};
        RC_PUSH(w->arena, w->lemmas, w->lemma_count, w->lemma_capacity, l);
    }
    return at;
}

bool rc_wn_has(const rc_wn_lemma *l, rc_lex_pos pos)
{
    return l->sense_count[pos] > 0;
}

/* "entity n 1 1 ~ 1 1 00001740": a single word and its senses. */
static void read_index_line(rc_wordnet *w, rc_lex_pos pos, rc_str line)
{
    rc_str text = rc_wn_field(&line);
    if (rc_str_find(text, '_') < text.len || rc_str_find(text, '-') < text.len)
        return;
    (void)rc_wn_field(&line);
    uint32_t senses = rc_wn_number(rc_wn_field(&line), 10);
    uint32_t symbols = rc_wn_number(rc_wn_field(&line), 10);
    for (uint32_t i = 0; i < symbols + 2; i++)
        (void)rc_wn_field(&line);
    uint32_t lemma = rc_wordnet_add(w, text);
    rc_wn_lemma *l = &w->lemmas[lemma];
    for (uint32_t i = 0; i < senses && i < RC_WN_SENSES_MAX; i++) {
        const uint32_t *at = rc_map_get(&w->by_key, synset_key(pos, rc_wn_field(&line)));
        if (at)
            l->senses[pos][l->sense_count[pos]++].synset = *at;
    }
}

static rc_status read_lines(rc_wordnet *w, const char *prefix, rc_lex_pos pos,
                            void (*read)(rc_wordnet *, rc_lex_pos, rc_str), rc_err *err)
{
    rc_str bytes, line;
    const char *name = rc_arena_printf(w->arena, "%s.%s", prefix, file_names[pos]).ptr;
    rc_status status = rc_wordnet_file(w->arena, w->dir, name, &bytes, err);
    if (status < 0)
        return status;
    while (rc_str_split(&bytes, '\n', &line)) {
        if (line.len && line.ptr[0] != ' ') /* the licence is indented */
            read(w, pos, line);
    }
    return RC_OK;
}

/* "lemma%2:29:00:: 1 34": sense number and how often it was tagged. */
static rc_status read_counts(rc_wordnet *w, rc_err *err)
{
    static const rc_lex_pos poses[6] = {RC_NOUN,      RC_NOUN,   RC_VERB,
                                        RC_ADJECTIVE, RC_ADVERB, RC_ADJECTIVE};
    rc_str bytes, line;
    rc_status status = rc_wordnet_file(w->arena, w->dir, "cntlist.rev", &bytes, err);
    if (status < 0)
        return status;
    while (rc_str_split(&bytes, '\n', &line)) {
        rc_str key = rc_wn_field(&line);
        uint32_t sense = rc_wn_number(rc_wn_field(&line), 10);
        uint32_t count = rc_wn_number(rc_wn_field(&line), 10);
        size_t percent = rc_str_find(key, '%');
        uint32_t at = rc_wordnet_lemma(w, rc_str_sub(key, 0, percent));
        uint32_t type = rc_wn_number(rc_str_sub(key, percent + 1, percent + 2), 10);
        if (at == RC_WN_NONE || type > 5 || !sense)
            continue;
        rc_wn_lemma *l = &w->lemmas[at];
        l->counts[poses[type]] += count;
        if (sense <= l->sense_count[poses[type]])
            l->senses[poses[type]][sense - 1].count = count;
    }
    return RC_OK;
}

static void resolve_pointers(rc_wordnet *w)
{
    for (size_t i = 0; i < w->synset_count; i++) {
        for (uint32_t k = 0; k < w->synsets[i].pointer_count; k++) {
            rc_wn_pointer *p = &w->synsets[i].pointers[k];
            const uint32_t *at = rc_map_get(&w->by_key, p->key);
            p->target = at ? *at : 0;
        }
    }
}

rc_status rc_wordnet_read(rc_arena *a, const char *dir, rc_wordnet **ret, rc_err *err)
{
    rc_wordnet *w = RC_NEW(a, rc_wordnet);
    rc_wn_synset none = {0};
    w->arena = a;
    w->dir = dir;
    rc_map_init(&w->by_word, a, 100000);
    rc_map_init(&w->by_key, a, 130000);
    RC_PUSH(a, w->synsets, w->synset_count, w->synset_capacity, none); /* 0 is no synset */
    rc_status status = RC_OK;
    for (int pos = 0; pos < 4 && status == RC_OK; pos++)
        status = read_lines(w, "data", (rc_lex_pos)pos, read_synset, err);
    for (int pos = 0; pos < 4 && status == RC_OK; pos++)
        status = read_lines(w, "index", (rc_lex_pos)pos, read_index_line, err);
    if (status == RC_OK)
        status = read_counts(w, err);
    if (status < 0)
        return status;
    resolve_pointers(w);
    *ret = w;
    return RC_OK;
}
