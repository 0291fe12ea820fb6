#include "text/token.h"

#include "base/limits.h"
#include "text/scan.h"

/* How many words before its look-up a word is announced. */
#define LOOK_UP_AHEAD 6

typedef struct {
    rc_arena *arena;
    const rc_lexicon *lexicon;
    rc_text *text;
    size_t token_capacity, sentence_capacity;
    uint32_t block;
} splitter;

static rc_status scan_block(splitter *sp, rc_scanner *s, size_t start, size_t end, rc_err *err)
{
    rc_text *t = sp->text;
    rc_scanner_stretch(s, start, end);
    for (;;) {
        if (t->token_count == sp->token_capacity) {
            sp->token_capacity *= 2;
            t->tokens = rc_arena_grow(sp->arena, t->tokens, t->token_count, sp->token_capacity,
                                      sizeof(*t->tokens));
        }
        if (!rc_scanner_next(s, &t->tokens[t->token_count]))
            return RC_OK;
        if (++t->token_count > RC_TOKENS_MAX)
            return rc_fail(err, RC_ELIMIT, t->doc->path.ptr, 0, 0,
                           "too many words in one document");
    }
}

static void look_up(splitter *sp, size_t first)
{
    rc_text *t = sp->text;
    for (size_t i = first; i < t->token_count; i++) {
        rc_token *k = &t->tokens[i];
        if (i + LOOK_UP_AHEAD < t->token_count)
            rc_lexicon_prefetch(sp->lexicon, k[LOOK_UP_AHEAD].word);
        if (k->kind == RC_TOKEN_WORD)
            rc_lexicon_look_up(sp->lexicon, k->word, &k->classes, &k->entry);
        else if (k->kind == RC_TOKEN_SYMBOL)
            k->classes = rc_lexicon_classes(sp->lexicon, k->word);
    }
}

static bool space_before(const rc_token *t)
{
    return (t->flags & RC_TOKEN_SPACE_BEFORE) != 0;
}

/* A quotation mark, ASCII or typographic, by its bytes. */
typedef enum {
    QUOTE_NO,
    QUOTE_OPEN,
    QUOTE_CLOSE,
    QUOTE_BOTH,
    QUOTE_SINGLE_OPEN,
    QUOTE_SINGLE_CLOSE,
    QUOTE_SINGLE_BOTH
} quote;

static quote quote_of(const rc_text *t, const rc_token *k)
{
    if (k->kind != RC_TOKEN_PUNCT)
        return QUOTE_NO;
    if (k->first == '"')
        return QUOTE_BOTH;
    if (k->first == '\'')
        return QUOTE_SINGLE_BOTH;
    const unsigned char *p = (const unsigned char *)t->doc->text.ptr + k->start;
    if (k->end - k->start == 2 && p[0] == 0xC2)
        return p[1] == 0xAB ? QUOTE_OPEN : p[1] == 0xBB ? QUOTE_CLOSE : QUOTE_NO;
    if (k->end - k->start != 3)
        return QUOTE_NO;
    if (p[0] == 0xE2 && p[1] == 0x80) {
        switch (p[2]) {
        case 0x98:
            return QUOTE_SINGLE_OPEN;
        case 0x99:
            return QUOTE_SINGLE_CLOSE;
        case 0x9C:
        case 0x9E:
            return QUOTE_OPEN;
        case 0x9D:
            return QUOTE_CLOSE;
        default:
            return QUOTE_NO;
        }
    }
    if (p[0] == 0xE3 && p[1] == 0x80 && (p[2] == 0x8C || p[2] == 0x8D))
        return p[2] == 0x8C ? QUOTE_OPEN : QUOTE_CLOSE;
    return QUOTE_NO;
}

/* A mark that both opens and closes opens before a word that a space stands before. */
static bool opens_here(const rc_text *t, size_t i, size_t last)
{
    return space_before(&t->tokens[i]) && i + 1 < last && !space_before(&t->tokens[i + 1]);
}

static void mark_quoted(rc_text *t, size_t first, size_t last)
{
    for (size_t i = first; i < last; i++)
        t->tokens[i].flags |= RC_TOKEN_IN_QUOTES;
}

/* Marks what stands in quotation marks within one block. Double marks left open hold to the end of
 * the block, as in a quotation over several paragraphs; a single one left open was an apostrophe.
 */
static void mark_quotes(rc_text *t, size_t first, size_t last)
{
    size_t open = SIZE_MAX, single = SIZE_MAX;
    for (size_t i = first; i < last; i++) {
        quote q = quote_of(t, &t->tokens[i]);
        if (q == QUOTE_NO)
            continue;
        if (q == QUOTE_BOTH)
            q = open == SIZE_MAX ? (opens_here(t, i, last) ? QUOTE_OPEN : QUOTE_NO) : QUOTE_CLOSE;
        if (q == QUOTE_SINGLE_BOTH)
            q = opens_here(t, i, last) && t->tokens[i + 1].kind == RC_TOKEN_WORD
                    ? QUOTE_SINGLE_OPEN
                    : QUOTE_SINGLE_CLOSE;
        if (q == QUOTE_OPEN && open == SIZE_MAX) {
            open = i;
        } else if (q == QUOTE_CLOSE && open != SIZE_MAX) {
            mark_quoted(t, open + 1, i);
            open = SIZE_MAX;
        } else if (q == QUOTE_SINGLE_OPEN) {
            single = i;
        } else if (q == QUOTE_SINGLE_CLOSE && single != SIZE_MAX) {
            mark_quoted(t, single + 1, i);
            single = SIZE_MAX;
        }
    }
    if (open != SIZE_MAX)
        mark_quoted(t, open + 1, last);
}

typedef enum { TERMINATOR_NO, TERMINATOR_STOP, TERMINATOR_STRONG, TERMINATOR_WIDE } terminator;

/* '.' and the ellipsis; '!' and '?'; the full-width marks of East Asia and the danda, behind which
 * no space is needed. */
static terminator terminator_of(const rc_text *t, const rc_token *k)
{
    if (k->kind != RC_TOKEN_PUNCT)
        return TERMINATOR_NO;
    if (k->first == '.')
        return TERMINATOR_STOP;
    if (k->first == '!' || k->first == '?')
        return TERMINATOR_STRONG;
    if (k->first < 0x80 || k->end - k->start != 3)
        return TERMINATOR_NO;
    const unsigned char *p = (const unsigned char *)t->doc->text.ptr + k->start;
    if (p[0] == 0xE2 && p[1] == 0x80 && p[2] == 0xA6)
        return TERMINATOR_STOP;
    if ((p[0] == 0xE3 && p[1] == 0x80 && p[2] == 0x82) ||
        (p[0] == 0xEF && p[1] == 0xBC && (p[2] == 0x81 || p[2] == 0x9F)) ||
        (p[0] == 0xE0 && p[1] == 0xA5 && (p[2] == 0xA4 || p[2] == 0xA5)))
        return TERMINATOR_WIDE;
    return TERMINATOR_NO;
}

#define OPENING_CLASSES                                                                            \
    (RC_CLASS(DETERMINER) | RC_CLASS(PREPOSITION) | RC_CLASS(CONJUNCTION) |                        \
     RC_CLASS(SUBORDINATOR) | RC_CLASS(RELATIVE) | RC_CLASS(PRONOUN) | RC_CLASS(POSSESSIVE) |      \
     RC_CLASS(AUXILIARY) | RC_CLASS(MODAL) | RC_CLASS(NEGATION) | RC_CLASS(CONTRAST) |             \
     RC_CLASS(ADVERB) | RC_CLASS(APPROXIMATOR))

/* "He works for Acme Inc. The deal": a capital that only the start of a sentence explains. */
static bool opens_sentence(const rc_token *next)
{
    return next->kind == RC_TOKEN_WORD && (next->flags & RC_TOKEN_CAPITAL) &&
           !(next->flags & RC_TOKEN_ALL_CAPS) && (next->classes & OPENING_CLASSES);
}

/* "Sun.", "Mass." abbreviate, "sun.", "mass." do not: in small letters, a word that is commonly
 * used as it stands. */
static bool is_plain_word(const rc_token *k)
{
    if (!k->entry || (k->flags & RC_TOKEN_CAPITAL))
        return false;
    const uint8_t *f = k->entry->frequency;
    return f[RC_NOUN] > 8 || f[RC_VERB] > 8 || f[RC_ADJECTIVE] > 8;
}

/* Does the word before a full stop, or the dotted word itself, keep it from ending a sentence? */
static bool abbreviates(const rc_text *t, size_t first, size_t word, const rc_token *next)
{
    const rc_token *k = &t->tokens[word];
    uint32_t length = k->end - k->start;
    if (k->kind == RC_TOKEN_NUMBER) /* "1. Introduction" */
        return word == first && length <= 3;
    if (k->kind != RC_TOKEN_WORD)
        return false;
    if (k->classes & RC_CLASS(HONORIFIC))
        return true;
    if ((k->classes & RC_CLASS(NUMBERING)) && next->kind == RC_TOKEN_NUMBER)
        return true;
    bool initial = (k->flags & RC_TOKEN_CAPITAL) && length == 1;
    bool dotted = t->doc->text.ptr[k->end - 1] == '.';
    /* "(b. Bergen, 1884; d. Antwerp, 1957)" */
    if (length == 1 && word > first &&
        (t->tokens[word - 1].first == '(' || t->tokens[word - 1].first == ';'))
        return true;
    bool short_form = (k->classes & RC_CLASS(ABBREVIATION)) && !is_plain_word(k);
    if (short_form || initial || dotted)
        return !opens_sentence(next);
    return false;
}

/* Does a sentence end behind tokens[last - 1], of which tokens[mark] is the terminator? */
static bool ends_before(const rc_text *t, size_t first, size_t mark, size_t last, terminator is)
{
    const rc_token *next = &t->tokens[last];
    if (is == TERMINATOR_WIDE)
        return true;
    if (!space_before(next))
        return false;
    size_t word = is == TERMINATOR_STOP && mark > first ? mark - 1 : SIZE_MAX;
    if (next->kind == RC_TOKEN_WORD && !(next->flags & RC_TOKEN_CAPITAL) && next->first < 0x80) {
        /* A small letter goes on with the sentence behind a quotation or a short word, such as an
         * abbreviation that no table has; behind a longer one someone began a sentence with it. */
        const rc_token *k = word != SIZE_MAX && last == mark + 1 ? &t->tokens[word] : NULL;
        return k && k->kind == RC_TOKEN_WORD && k->end - k->start > 4 && k->entry &&
               !(k->classes & RC_CLASS(ABBREVIATION));
    }
    if (word != SIZE_MAX && t->tokens[word].first != '.')
        return last > mark + 1 || !abbreviates(t, first, word, next);
    return true;
}

static bool closes(const rc_text *t, const rc_token *k)
{
    if (k->kind != RC_TOKEN_PUNCT || space_before(k))
        return false;
    quote q = quote_of(t, k);
    return k->first == ')' || k->first == ']' || q == QUOTE_CLOSE || q == QUOTE_BOTH ||
           q == QUOTE_SINGLE_CLOSE || q == QUOTE_SINGLE_BOTH;
}

/* A dotted word at the end of a sentence carries its full stop: "in the U.S. The deal". */
static bool dotted_ends(const rc_text *t, size_t first, size_t i, size_t last)
{
    const rc_token *k = &t->tokens[i];
    if (k->kind != RC_TOKEN_WORD || k->end - k->start < 4 || i + 1 >= last ||
        t->doc->text.ptr[k->end - 1] != '.')
        return false;
    const rc_token *next = &t->tokens[i + 1];
    return space_before(next) && !abbreviates(t, first, i, next) && opens_sentence(next);
}

/* Where the sentence that begins at `first` ends, at most at `last`. A longer one than anybody
 * writes is cut, so that work per sentence stays bounded. */
static size_t sentence_end(const rc_text *t, size_t first, size_t last)
{
    if (last - first > RC_SENTENCE_TOKENS_MAX)
        last = first + RC_SENTENCE_TOKENS_MAX;
    for (size_t i = first; i < last; i++) {
        terminator is = terminator_of(t, &t->tokens[i]);
        if (is == TERMINATOR_NO) {
            if (dotted_ends(t, first, i, last))
                return i + 1;
            continue;
        }
        size_t end = i + 1;
        while (end < last && !space_before(&t->tokens[end]) &&
               terminator_of(t, &t->tokens[end]) != TERMINATOR_NO)
            end++;
        size_t marks_end = end;
        while (end < last && closes(t, &t->tokens[end]))
            end++;
        /* Of "..." the first mark is looked at, so that what stands before it is a word. */
        if (end >= last || ends_before(t, first, end == marks_end ? end - 1 : i, end, is))
            return end;
        i = end - 1;
    }
    return last;
}

/* A list item or caption that ends like a sentence is one. */
static bool is_fragment(const rc_text *t, const rc_block *b, size_t first, size_t last)
{
    switch (b->kind) {
    case RC_BLOCK_TITLE:
    case RC_BLOCK_HEADING:
    case RC_BLOCK_TABLE_CELL:
    case RC_BLOCK_BYLINE:
        return true;
    case RC_BLOCK_LIST_ITEM:
    case RC_BLOCK_CAPTION:
    case RC_BLOCK_PARAGRAPH:
    case RC_BLOCK_QUOTATION:
        break;
    }
    size_t end = last;
    while (end > first && closes(t, &t->tokens[end - 1]))
        end--;
    return end == first || terminator_of(t, &t->tokens[end - 1]) == TERMINATOR_NO;
}

static void add_sentence(splitter *sp, size_t first, size_t last)
{
    rc_text *t = sp->text;
    rc_sentence s = {.first = (uint32_t)first, .last = (uint32_t)last, .block = sp->block};
    s.fragment = is_fragment(t, &t->doc->blocks[sp->block], first, last);
    RC_PUSH(sp->arena, t->sentences, t->sentence_count, sp->sentence_capacity, s);
    for (size_t i = first; i < last; i++) {
        if (t->tokens[i].kind == RC_TOKEN_WORD || t->tokens[i].kind == RC_TOKEN_NUMBER) {
            t->tokens[i].flags |= RC_TOKEN_SENTENCE_START;
            return;
        }
    }
}

static rc_status split_block(splitter *sp, rc_scanner *s, size_t start, size_t end, rc_err *err)
{
    rc_text *t = sp->text;
    size_t first = t->token_count;
    rc_status status = scan_block(sp, s, start, end, err);
    if (status < 0)
        return status;
    look_up(sp, first);
    mark_quotes(t, first, t->token_count);
    while (first < t->token_count) {
        size_t last = sentence_end(t, first, t->token_count);
        add_sentence(sp, first, last);
        first = last;
    }
    return RC_OK;
}

rc_status rc_text_split(rc_arena *a, const rc_doc *d, const rc_lexicon *l, rc_text **ret,
                        rc_err *err)
{
    rc_text *t = RC_NEW(a, rc_text);
    splitter sp = {.arena = a, .lexicon = l, .text = t, .token_capacity = d->text.len / 4 + 16};
    rc_scanner s;
    rc_status status = RC_OK;
    size_t at = 0;
    t->doc = d;
    t->tokens = RC_NEW_ARRAY(a, rc_token, sp.token_capacity);
    rc_scanner_init(&s, d->text);
    for (size_t i = 0; i < d->block_count && status == RC_OK; i++) {
        /* Blocks come in order; should they overlap, no byte is cut twice. */
        rc_span span = d->blocks[i].span;
        size_t start = span.start > at ? span.start : at;
        size_t end = span.end < d->text.len ? span.end : d->text.len;
        if (start >= end)
            continue;
        sp.block = (uint32_t)i;
        status = split_block(&sp, &s, start, end, err);
        at = end;
    }
    rc_scanner_close(&s);
    if (status == RC_OK)
        *ret = t;
    return status;
}

rc_str rc_token_text(const rc_text *t, uint32_t token)
{
    const rc_token *k = &t->tokens[token];
    return rc_str_sub(t->doc->text, k->start, k->end);
}

uint32_t rc_text_sentence_at(const rc_text *t, uint32_t token)
{
    size_t low = 0, high = t->sentence_count;
    while (low + 1 < high) {
        size_t middle = low + (high - low) / 2;
        if (t->sentences[middle].first <= token)
            low = middle;
        else
            high = middle;
    }
    return (uint32_t)low;
}

uint32_t rc_text_token_at(const rc_text *t, uint32_t offset)
{
    size_t low = 0, high = t->token_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (t->tokens[middle].end > offset)
            high = middle;
        else
            low = middle + 1;
    }
    return (uint32_t)low;
}
