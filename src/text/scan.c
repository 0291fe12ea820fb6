#include "text/scan.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>
#include <utf8proc.h>

#include "base/hash.h"

/* Longest run without spaces given to the break iterator at once, in bytes. */
#define BREAK_RUN_MAX ((size_t)4096)

typedef enum { C_SPACE, C_UPPER, C_LOWER, C_DIGIT, C_PUNCT, C_SYMBOL, C_HIGH } byte_class;

/* clang-format off */
#define S C_SPACE
#define U C_UPPER
#define L C_LOWER
#define D C_DIGIT
#define P C_PUNCT
#define Y C_SYMBOL
#define H C_HIGH
static const unsigned char class_of[256] = {
    S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S, S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,S,
    /*  ! " # $ % & ' ( ) * + , - . / */
    S,P,P,Y,Y,Y,Y,P,P,P,Y,Y,P,P,P,P, D,D,D,D,D,D,D,D,D,D,P,P,Y,Y,Y,P,
    Y,U,U,U,U,U,U,U,U,U,U,U,U,U,U,U, U,U,U,U,U,U,U,U,U,U,U,P,Y,P,Y,P,
    Y,L,L,L,L,L,L,L,L,L,L,L,L,L,L,L, L,L,L,L,L,L,L,L,L,L,L,P,Y,P,Y,S,
    H,H,H,H,H,H,H,H,H,H,H,H,H,H,H,H, H,H,H,H,H,H,H,H,H,H,H,H,H,H,H,H,
    H,H,H,H,H,H,H,H,H,H,H,H,H,H,H,H, H,H,H,H,H,H,H,H,H,H,H,H,H,H,H,H,
    H,H,H,H,H,H,H,H,H,H,H,H,H,H,H,H, H,H,H,H,H,H,H,H,H,H,H,H,H,H,H,H,
    H,H,H,H,H,H,H,H,H,H,H,H,H,H,H,H, H,H,H,H,H,H,H,H,H,H,H,H,H,H,H,H};
#undef S
#undef U
#undef L
#undef D
#undef P
#undef Y
#undef H
/* clang-format on */

typedef enum { G_SPACE, G_LETTER, G_UPPER, G_DIGIT, G_PUNCT, G_SYMBOL, G_SCRIPT, G_JOIN } glyph;

typedef struct {
    utf8proc_int32_t c;
    size_t bytes;
    glyph is;
} high;

/* Han, kana, Thai, Lao, Myanmar, Khmer: written without spaces between words. */
static bool without_spaces(utf8proc_int32_t c)
{
    if (c < 0x0E00)
        return false;
    return c <= 0x0EFF || (c >= 0x1000 && c <= 0x109F) || (c >= 0x1780 && c <= 0x17FF) ||
           (c >= 0x2E80 && c <= 0x2FDF) || (c >= 0x3005 && c <= 0x3007) ||
           (c >= 0x3041 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x4DBF) ||
           (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0x20000 && c <= 0x3FFFF);
}

static bool is_han(utf8proc_int32_t c)
{
    return (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) || c == 0x3007 ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

static glyph glyph_of_category(utf8proc_int32_t c)
{
    utf8proc_category_t category = utf8proc_category(c);
    if (category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT)
        return G_UPPER;
    if (category >= UTF8PROC_CATEGORY_LL && category <= UTF8PROC_CATEGORY_ME)
        return G_LETTER;
    if (category == UTF8PROC_CATEGORY_ND)
        return G_DIGIT;
    if (category == UTF8PROC_CATEGORY_NL)
        return G_LETTER;
    if (category >= UTF8PROC_CATEGORY_PC && category <= UTF8PROC_CATEGORY_PO)
        return G_PUNCT;
    if (category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
        category == UTF8PROC_CATEGORY_ZP || category == UTF8PROC_CATEGORY_CC ||
        category == UTF8PROC_CATEGORY_CF)
        return G_SPACE;
    return G_SYMBOL;
}

static glyph glyph_of(utf8proc_int32_t c)
{
    switch (c) {
    case 0x00AD: /* soft hyphen, zero-width joiners: inside words */
    case 0x200C:
    case 0x200D:
    case 0x00B2: /* superscripts: "km²" is one word */
    case 0x00B3:
    case 0x00B9:
        return G_JOIN;
    case 0x2030: /* per mille */
    case 0x2031:
        return G_SYMBOL;
    default:
        return without_spaces(c) ? G_SCRIPT : glyph_of_category(c);
    }
}

/* The code point at `at`, whose byte is not ASCII. A stray byte is a symbol. */
static high high_at(const rc_scanner *s, size_t at)
{
    high h = {.is = G_SYMBOL, .bytes = 1};
    utf8proc_ssize_t n = utf8proc_iterate(s->text + at, (utf8proc_ssize_t)(s->end - at), &h.c);
    if (n <= 0) {
        h.c = 0xFFFD;
        return h;
    }
    h.bytes = (size_t)n;
    h.is = glyph_of(h.c);
    return h;
}

static inline bool ascii_letter(unsigned char c)
{
    return class_of[c] == C_UPPER || class_of[c] == C_LOWER;
}

static inline unsigned char peek(const rc_scanner *s, size_t at)
{
    return at < s->end ? s->text[at] : 0;
}

/* Bytes of the letter at `at`; 0: no letter. */
static size_t letter_at(const rc_scanner *s, size_t at)
{
    if (at >= s->end)
        return 0;
    if (s->text[at] < 0x80)
        return ascii_letter(s->text[at]) ? 1 : 0;
    high h = high_at(s, at);
    return h.is == G_LETTER || h.is == G_UPPER ? h.bytes : 0;
}

/* Bytes of the apostrophe at `at`, ASCII or typographic; 0: none. */
static inline size_t apostrophe_at(const rc_scanner *s, size_t at)
{
    unsigned char c = peek(s, at);
    if (c == '\'')
        return 1;
    if (c != 0xE2)
        return 0;
    if (at + 3 <= s->end && s->text[at + 1] == 0x80 && s->text[at + 2] == 0x99)
        return 3;
    return 0;
}

/* Of "China's", "don't", "they'll": where the clitic begins, seen at the apostrophe; it has at most
 * two letters. 0: the apostrophe is inside the word ("O'Brien", "d'Or"), or there is none. */
static size_t clitic_at(const rc_scanner *s, size_t start, size_t apostrophe, size_t *ret_end)
{
    size_t at = apostrophe + apostrophe_at(s, apostrophe);
    size_t first = at;
    while (at < s->end && ascii_letter(s->text[at]) && at - first <= 2)
        at++;
    if (at - first > 2 || letter_at(s, at) || class_of[peek(s, at)] == C_DIGIT ||
        (apostrophe_at(s, at) && letter_at(s, at + apostrophe_at(s, at))))
        return 0;
    unsigned char before = s->text[apostrophe - 1];
    if (class_of[s->text[first]] == C_UPPER && class_of[before] == C_LOWER)
        return 0;
    *ret_end = at;
    bool takes_one = at - first == 1 && (s->text[first] | 32) == 't' && (before | 32) == 'n';
    return takes_one && apostrophe - start >= 2 ? apostrophe - 1 : apostrophe;
}

/* "U.S.", "e.g.", "U.S", "Ph.D.": where it ends; 0: none begins here. */
static size_t dotted_end(const rc_scanner *s, size_t at)
{
    size_t i = at;
    uint32_t dots = 0;
    if (class_of[peek(s, at)] == C_UPPER && class_of[peek(s, at + 1)] == C_LOWER &&
        peek(s, at + 2) == '.' && class_of[peek(s, at + 3)] == C_UPPER && peek(s, at + 4) == '.')
        return letter_at(s, at + 5) ? 0 : at + 5;
    while (i + 1 < s->end && ascii_letter(s->text[i]) && s->text[i + 1] == '.') {
        dots++;
        i += 2;
    }
    if (dots && letter_at(s, i) && ascii_letter(s->text[i]) && !letter_at(s, i + 1) &&
        class_of[peek(s, i + 1)] != C_DIGIT)
        return i + 1;
    return dots >= 2 ? i : 0;
}

/* Bytes of the digits at `at` that belong to the word before them; 0 where they go on with a mark
 * and so are a number of their own ("R1,200", "v2.0"). */
static size_t word_digits_at(const rc_scanner *s, size_t at)
{
    size_t n = 0;
    while (class_of[peek(s, at + n)] == C_DIGIT)
        n++;
    unsigned char mark = peek(s, at + n);
    return (mark == ',' || mark == '.') && class_of[peek(s, at + n + 1)] == C_DIGIT ? 0 : n;
}

typedef struct {
    size_t at;
    uint64_t hash;
    uint32_t letters;
    bool lower; /* a small letter was seen */
    bool plain; /* ASCII so far: `hash` is that of the word */
} word_state;

/* "l'année", "d'euros": one letter before an apostrophe and a small letter is a word of its own;
 * not "o'clock", "y'all", "O'Brien", "D'Angelo". */
static bool is_elision(const rc_scanner *s, size_t start, const word_state *w, size_t apostrophe)
{
    unsigned char c = s->text[start] | 32, next = peek(s, w->at + apostrophe);
    bool small = class_of[next] == C_LOWER ||
                 (class_of[next] == C_HIGH && high_at(s, w->at + apostrophe).is == G_LETTER);
    return w->letters == 1 && w->at == start + 1 && c != 'o' && c != 'y' && small;
}

/* Takes what is not an ASCII letter in the middle of a word. False: the word ends before it. */
static bool word_inner(rc_scanner *s, size_t start, word_state *w)
{
    unsigned char c = peek(s, w->at);
    size_t apostrophe = apostrophe_at(s, w->at);
    if (apostrophe) {
        if (!letter_at(s, w->at + apostrophe) || is_elision(s, start, w, apostrophe))
            return false;
        size_t clitic_end = 0;
        size_t clitic = clitic_at(s, start, w->at, &clitic_end);
        if (clitic) {
            w->plain = w->plain && clitic == w->at;
            w->at = clitic;
            s->clitic_end = clitic_end;
            return false;
        }
        w->at += apostrophe;
        w->plain = false;
        return true;
    }
    if (class_of[c] == C_DIGIT) {
        size_t digits = word_digits_at(s, w->at);
        for (size_t i = 0; i < digits; i++)
            w->hash = rc_hash_step(w->hash, s->text[w->at++]);
        return digits > 0;
    }
    if (class_of[c] != C_HIGH || w->at >= s->end)
        return false;
    high h = high_at(s, w->at);
    if (h.is != G_LETTER && h.is != G_UPPER && h.is != G_JOIN)
        return false;
    w->letters += h.is != G_JOIN;
    w->lower = w->lower || (h.is == G_LETTER && utf8proc_category(h.c) == UTF8PROC_CATEGORY_LL);
    w->at += h.bytes;
    w->plain = false;
    return true;
}

/* Takes ASCII letters, the common case. */
static inline void take_letters(const rc_scanner *s, word_state *w)
{
    const unsigned char *p = s->text + w->at, *end = s->text + s->end;
    uint64_t hash = w->hash;
    uint32_t lower = 0;
    size_t n = 0;
    for (; p < end && class_of[*p] - 1u < 2u; p++, n++) {
        lower |= *p & 32u;
        hash = rc_hash_step(hash, *p | 32);
    }
    w->hash = hash;
    w->at += n;
    w->letters += (uint32_t)n;
    w->lower = w->lower || lower;
}

/* "U.S.", up to `end`. */
static void take_dotted(const rc_scanner *s, word_state *w, size_t end)
{
    for (; w->at < end; w->at++) {
        w->letters += ascii_letter(s->text[w->at]);
        w->lower = w->lower || class_of[s->text[w->at]] == C_LOWER;
    }
    w->plain = false;
}

static void finish_word(rc_scanner *s, rc_token *t, const word_state *w, size_t start)
{
    s->at = w->at;
    t->kind = RC_TOKEN_WORD;
    t->word = w->plain ? rc_hash_end(w->hash)
                       : rc_word_from((rc_str){(const char *)s->text + start, w->at - start});
    bool capital = class_of[s->text[start]] == C_UPPER ||
                   (s->text[start] >= 0x80 && high_at(s, start).is == G_UPPER);
    if (capital) {
        t->flags |= RC_TOKEN_CAPITAL;
        if (w->letters >= 2 && !w->lower)
            t->flags |= RC_TOKEN_ALL_CAPS;
    }
}

static void scan_word(rc_scanner *s, rc_token *t)
{
    size_t start = s->at;
    word_state w = {.at = start, .hash = RC_HASH_START, .plain = true};
    take_letters(s, &w);
    unsigned char c = peek(s, w.at);
    if (c == '.' && w.letters <= 2) {
        size_t dotted = dotted_end(s, start);
        if (dotted) {
            w = (word_state){.at = start};
            take_dotted(s, &w, dotted);
        }
    } else if (c != ' ' && c != ',') {
        while (word_inner(s, start, &w))
            take_letters(s, &w);
    }
    finish_word(s, t, &w, start);
}

/* Bytes of a digit at `at`, 0 for none. */
static size_t digit_at(const rc_scanner *s, size_t at)
{
    if (at >= s->end)
        return 0;
    if (s->text[at] < 0x80)
        return class_of[s->text[at]] == C_DIGIT ? 1 : 0;
    high h = high_at(s, at);
    return h.is == G_DIGIT ? h.bytes : 0;
}

/* Digits at `at`, at most `max` of them. */
static size_t digits_from(const rc_scanner *s, size_t at, size_t max)
{
    size_t n = 0;
    while (n < max && class_of[peek(s, at + n)] == C_DIGIT)
        n++;
    return n;
}

/* Bytes of a narrow space that groups digits: U+2009, U+202F, U+00A0. */
static size_t narrow_space_at(const rc_scanner *s, size_t at)
{
    unsigned char a = peek(s, at), b = peek(s, at + 1), c = peek(s, at + 2);
    if (a == 0xC2 && b == 0xA0)
        return 2;
    return a == 0xE2 && b == 0x80 && (c == 0x89 || c == 0xAF) ? 3 : 0;
}

/* Bytes of a mark inside a number at `at`; `run` digits stand before it. */
static size_t number_mark_at(const rc_scanner *s, size_t at, size_t run)
{
    unsigned char c = peek(s, at);
    if (c == ',' || c == '.')
        return digit_at(s, at + 1) ? 1 : 0;
    size_t apostrophe = apostrophe_at(s, at);
    size_t bytes = apostrophe ? apostrophe : narrow_space_at(s, at);
    return bytes && run <= 3 && digits_from(s, at + bytes, 4) == 3 ? bytes : 0;
}

static void scan_number(rc_scanner *s, rc_token *t)
{
    size_t start = s->at, run = 0;
    while (s->at < s->end) {
        size_t n = digit_at(s, s->at);
        if (n) {
            run++;
        } else {
            n = number_mark_at(s, s->at, run);
            run = 0;
        }
        if (!n)
            break;
        s->at += n;
    }
    t->kind = RC_TOKEN_NUMBER;
    t->word = rc_word_from((rc_str){(const char *)s->text + start, s->at - start});
}

/* Hands the run without spaces that begins at `at` to the break iterator. */
static void breaks_begin(rc_scanner *s)
{
    size_t end = s->at;
    while (end < s->end && s->text[end] >= 0x80 && end - s->at < BREAK_RUN_MAX) {
        high h = high_at(s, end);
        if (h.is != G_SCRIPT && !(h.is == G_LETTER && end > s->at))
            break;
        end += h.bytes;
    }
    s->break_start = s->at;
    s->break_end = end;
    UErrorCode status = U_ZERO_ERROR;
    if (!s->breaks)
        s->breaks = ubrk_open(UBRK_WORD, "", NULL, 0, &status);
    UText text = UTEXT_INITIALIZER;
    utext_openUTF8(&text, (const char *)s->text + s->at, (int64_t)(end - s->at), &status);
    if (s->breaks && U_SUCCESS(status))
        ubrk_setUText(s->breaks, &text, &status);
    utext_close(&text);
    if (!s->breaks || U_FAILURE(status))
        s->break_start = SIZE_MAX;
}

static void scan_sign(rc_scanner *s, rc_token *t, size_t bytes, rc_token_kind kind)
{
    t->kind = (uint8_t)kind;
    t->word = rc_word_from((rc_str){(const char *)s->text + s->at, bytes});
    s->at += bytes;
}

/* Of Han each character is a word, so that numerals, months and units stand apart from the words
 * around them, which no dictionary can be trusted to do; so is each character where the break
 * iterator has no data. */
static void scan_script(rc_scanner *s, rc_token *t)
{
    high h = high_at(s, s->at);
    if (is_han(h.c)) {
        scan_sign(s, t, h.bytes, RC_TOKEN_WORD);
        return;
    }
    if (s->at >= s->break_end || s->at < s->break_start)
        breaks_begin(s);
    size_t start = s->at, end = start + high_at(s, start).bytes;
    if (s->break_start != SIZE_MAX) {
        int32_t next = ubrk_following(s->breaks, (int32_t)(start - s->break_start));
        if (next != UBRK_DONE && s->break_start + (size_t)next >= end)
            end = s->break_start + (size_t)next;
    }
    s->at = end < s->break_end ? end : s->break_end;
    t->kind = RC_TOKEN_WORD;
    t->word = rc_word_from((rc_str){(const char *)s->text + start, s->at - start});
}

static void scan_high(rc_scanner *s, rc_token *t, high h)
{
    switch (h.is) {
    case G_LETTER:
    case G_UPPER:
        scan_word(s, t);
        break;
    case G_DIGIT:
        scan_number(s, t);
        break;
    case G_SCRIPT:
        scan_script(s, t);
        break;
    case G_PUNCT:
        scan_sign(s, t, h.bytes, RC_TOKEN_PUNCT);
        break;
    case G_SYMBOL:
    case G_JOIN:
    case G_SPACE:
        scan_sign(s, t, h.bytes, RC_TOKEN_SYMBOL);
        break;
    }
}

static void scan_token(rc_scanner *s, rc_token *t)
{
    if (s->clitic_end) {
        scan_sign(s, t, s->clitic_end - s->at, RC_TOKEN_WORD);
        s->clitic_end = 0;
        return;
    }
    switch ((byte_class)class_of[s->text[s->at]]) {
    case C_UPPER:
    case C_LOWER:
        scan_word(s, t);
        break;
    case C_DIGIT:
        scan_number(s, t);
        break;
    case C_PUNCT:
        scan_sign(s, t, 1, RC_TOKEN_PUNCT);
        break;
    case C_SYMBOL:
    case C_SPACE:
        scan_sign(s, t, 1, RC_TOKEN_SYMBOL);
        break;
    case C_HIGH:
        scan_high(s, t, high_at(s, s->at));
        break;
    }
}

void rc_scanner_init(rc_scanner *s, rc_str text)
{
    *s = (rc_scanner){.text = (const unsigned char *)text.ptr, .end = text.len};
}

void rc_scanner_stretch(rc_scanner *s, size_t start, size_t end)
{
    s->at = s->start = start;
    s->end = end;
    s->clitic_end = 0;
    s->break_start = s->break_end = 0;
}

void rc_scanner_close(rc_scanner *s)
{
    if (s->breaks)
        ubrk_close(s->breaks);
    s->breaks = NULL;
}

/* Passes over white space; whether there was some. */
static inline bool skip_space(rc_scanner *s)
{
    bool space = s->at == s->start;
    /* One blank between words is the rule. */
    if (s->at + 1 < s->end && s->text[s->at] == ' ' && class_of[s->text[s->at + 1]] - 1u < 2u) {
        s->at++;
        return true;
    }
    while (s->at < s->end) {
        unsigned char c = s->text[s->at];
        if (class_of[c] == C_SPACE) {
            s->at++;
        } else if (c >= 0x80) {
            high h = high_at(s, s->at);
            if (h.is != G_SPACE)
                break;
            s->at += h.bytes;
        } else {
            break;
        }
        space = true;
    }
    return space;
}

bool rc_scanner_next(rc_scanner *s, rc_token *ret)
{
    bool space = skip_space(s);
    if (s->at >= s->end)
        return false;
    *ret = (rc_token){.start = (uint32_t)s->at,
                      .first = s->text[s->at],
                      .flags = space ? RC_TOKEN_SPACE_BEFORE : 0};
    if (class_of[ret->first] - 1u < 2u && !s->clitic_end)
        scan_word(s, ret);
    else
        scan_token(s, ret);
    ret->end = (uint32_t)s->at;
    ret->lemma = ret->root = ret->word;
    return true;
}
