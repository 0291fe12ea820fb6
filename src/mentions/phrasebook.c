#include "mentions/phrasebook.h"

#include <utf8proc.h>

#include "base/hash.h"

static inline bool ascii_letter(unsigned char c)
{
    return (c | 32) >= 'a' && (c | 32) <= 'z';
}

static inline bool digit(unsigned char c)
{
    return c >= '0' && c <= '9';
}

static bool high_letter(rc_stretch s, size_t at)
{
    utf8proc_int32_t c;
    if (utf8proc_iterate((const utf8proc_uint8_t *)s.ptr + at, (utf8proc_ssize_t)(s.end - at),
                         &c) <= 0)
        return false;
    if (c == 0xB5) /* the micro sign */
        return true;
    if (c == 0xAA || c == 0xBA) /* ordinal signs, one of which is taken for a degree sign */
        return false;
    utf8proc_category_t k = utf8proc_category(c);
    return k >= UTF8PROC_CATEGORY_LU && k <= UTF8PROC_CATEGORY_MC;
}

bool rc_letter_at(rc_stretch s, size_t at)
{
    if (at >= s.end)
        return false;
    unsigned char c = (unsigned char)s.ptr[at];
    return c < 0x80 ? ascii_letter(c) : high_letter(s, at);
}

bool rc_letter_before(rc_stretch s, size_t at)
{
    if (at <= s.start)
        return false;
    at--;
    while (at > s.start && ((unsigned char)s.ptr[at] & 0xC0) == 0x80)
        at--;
    return rc_letter_at(s, at);
}

size_t rc_space_at(rc_stretch s, size_t at)
{
    if (at >= s.end)
        return 0;
    unsigned char c = (unsigned char)s.ptr[at];
    if (rc_is_space((char)c))
        return 1;
    if (c == 0xC2 && at + 1 < s.end && (unsigned char)s.ptr[at + 1] == 0xA0)
        return 2;
    if (c != 0xE2 || at + 2 >= s.end || (unsigned char)s.ptr[at + 1] != 0x80)
        return 0;
    unsigned char last = (unsigned char)s.ptr[at + 2];
    return (last >= 0x80 && last <= 0x8A) || last == 0xAF ? 3 : 0;
}

size_t rc_space_before(rc_stretch s, size_t at)
{
    for (size_t n = 1; n <= 3 && at >= s.start + n; n++) {
        if (rc_space_at(s, at - n) == n)
            return n;
    }
    return 0;
}

/* Whether bytes of U+2010, U+2011 (a hyphen) or U+2019 (an apostrophe) end in `last`. */
static bool high_sign(const char *p, unsigned char last)
{
    return (unsigned char)p[0] == 0xE2 && (unsigned char)p[1] == 0x80 &&
           (unsigned char)p[2] == last;
}

/* What a byte of a text counts as: a hyphen as a space, a capital as a small letter. */
static inline unsigned char folded(rc_spelling spelling, unsigned char c)
{
    if (spelling == RC_EXACT)
        return c;
    return c >= 'A' && c <= 'Z' ? (unsigned char)(c + 32) : c == '-' ? ' ' : c;
}

/* Reads one sign at `at` and returns its bytes. */
static inline size_t sign_at(rc_spelling spelling, rc_stretch s, size_t at, unsigned char *ret)
{
    unsigned char c = (unsigned char)s.ptr[at];
    if (c > ' ' && c < 0x80) {
        *ret = folded(spelling, c);
        return 1;
    }
    size_t space = rc_space_at(s, at), n;
    if (space) {
        *ret = ' ';
        while (space < RC_PHRASE_BYTES_MAX && (n = rc_space_at(s, at + space)) > 0)
            space += n;
        return space;
    }
    *ret = c;
    if (spelling == RC_EXACT || c != 0xE2 || at + 2 >= s.end)
        return 1;
    if (high_sign(s.ptr + at, 0x90) || high_sign(s.ptr + at, 0x91)) {
        *ret = ' ';
        return 3;
    }
    if (high_sign(s.ptr + at, 0x99)) {
        *ret = '\'';
        return 3;
    }
    return 1;
}

/* Reads the sign that ends at `at` and returns its bytes. */
static inline size_t sign_before(rc_spelling spelling, rc_stretch s, size_t at, unsigned char *ret)
{
    unsigned char c = (unsigned char)s.ptr[at - 1];
    if (c > ' ' && c < 0x80) {
        *ret = folded(spelling, c);
        return 1;
    }
    size_t space = rc_space_before(s, at), n;
    if (space) {
        *ret = ' ';
        while (space < RC_PHRASE_BYTES_MAX && (n = rc_space_before(s, at - space)) > 0)
            space += n;
        return space;
    }
    *ret = c;
    if (spelling == RC_EXACT || at < s.start + 3)
        return 1;
    if (high_sign(s.ptr + at - 3, 0x90) || high_sign(s.ptr + at - 3, 0x91)) {
        *ret = ' ';
        return 3;
    }
    if (high_sign(s.ptr + at - 3, 0x99)) {
        *ret = '\'';
        return 3;
    }
    return 1;
}

/* Han: the three bytes that begin with E4 to E9, or E3 90 and on. */
bool rc_spaceless_at(rc_stretch s, size_t at)
{
    if (at + 2 >= s.end && at + 3 != s.end)
        return false;
    unsigned char c = (unsigned char)s.ptr[at], d = (unsigned char)s.ptr[at + 1];
    return (c >= 0xE4 && c <= 0xE9) || (c == 0xE3 && d >= 0x90);
}

bool rc_spaceless_before(rc_stretch s, size_t at)
{
    return at >= s.start + 3 && rc_spaceless_at((rc_stretch){s.ptr, s.start, at}, at - 3) &&
           ((unsigned char)s.ptr[at - 2] & 0xC0) == 0x80 &&
           ((unsigned char)s.ptr[at - 1] & 0xC0) == 0x80;
}

/* Whether a phrase may end, or begin, at `at`: not inside a word, a number or a character. */
static bool boundary(rc_stretch s, size_t at)
{
    if (at <= s.start || at >= s.end)
        return true;
    unsigned char before = (unsigned char)s.ptr[at - 1], after = (unsigned char)s.ptr[at];
    if ((after & 0xC0) == 0x80)
        return false;
    if (before < 0x80 && after < 0x80)
        return !(ascii_letter(before) && ascii_letter(after)) && !(digit(before) && digit(after));
    if (rc_spaceless_at(s, at) || rc_spaceless_before(s, at))
        return true;
    return !(rc_letter_before(s, at) && rc_letter_at(s, at));
}

enum { BEGUN_BITS = 1 << 18 };
#define BACKWARDS (RC_HASH_START ^ UINT64_C(0x9e3779b97f4a7c15))

static inline bool is_begun(const rc_phrasebook *p, uint64_t h)
{
    h ^= h >> 32;
    return p->begun[h % BEGUN_BITS / 64] >> (h % 64) & 1;
}

static void begin(rc_phrasebook *p, uint64_t h)
{
    h ^= h >> 32;
    p->begun[h % BEGUN_BITS / 64] |= UINT64_C(1) << (h % 64);
}

void rc_phrasebook_init(rc_phrasebook *p, rc_arena *a, rc_spelling spelling)
{
    rc_map_init(&p->map, a, 0);
    p->begun = RC_NEW_ARRAY(a, uint64_t, BEGUN_BITS / 64);
    p->spelling = spelling;
}

/* The signs of a phrase, one byte each. */
static size_t signs_of(const rc_phrasebook *p, rc_str phrase, unsigned char *ret)
{
    rc_stretch s = {phrase.ptr, 0, phrase.len};
    size_t n = 0;
    for (size_t at = 0; at < phrase.len && n < RC_PHRASE_BYTES_MAX; n++)
        at += sign_at(p->spelling, s, at, &ret[n]);
    return n;
}

void rc_phrasebook_add(rc_phrasebook *p, rc_str phrase, uint32_t value)
{
    unsigned char signs[RC_PHRASE_BYTES_MAX];
    if (phrase.len == 0 || phrase.len > RC_PHRASE_BYTES_MAX)
        return;
    size_t n = signs_of(p, phrase, signs);
    uint64_t forwards = RC_HASH_START, backwards = BACKWARDS;
    for (size_t i = 0; i < n; i++) {
        forwards = rc_hash_step(forwards, signs[i]);
        backwards = rc_hash_step(backwards, signs[n - 1 - i]);
        begin(p, forwards);
        begin(p, backwards);
    }
    rc_map_put(&p->map, rc_hash_end(forwards), value);
    rc_map_put(&p->map, rc_hash_end(backwards), value);
}

const uint32_t *rc_phrasebook_get(const rc_phrasebook *p, rc_str phrase)
{
    unsigned char signs[RC_PHRASE_BYTES_MAX];
    if (phrase.len == 0 || phrase.len > RC_PHRASE_BYTES_MAX)
        return NULL;
    size_t n = signs_of(p, phrase, signs);
    uint64_t h = RC_HASH_START;
    for (size_t i = 0; i < n; i++)
        h = rc_hash_step(h, signs[i]);
    return rc_map_get(&p->map, rc_hash_end(h));
}

bool rc_phrasebook_after(const rc_phrasebook *p, rc_stretch s, size_t at, size_t *ret_end,
                         uint32_t *ret_value)
{
    uint64_t h = RC_HASH_START;
    bool found = false;
    while (at < s.end) {
        unsigned char c;
        at += sign_at(p->spelling, s, at, &c);
        h = rc_hash_step(h, c);
        if (at > s.end || !is_begun(p, h))
            break;
        const uint32_t *value = boundary(s, at) ? rc_map_get(&p->map, rc_hash_end(h)) : NULL;
        if (!value)
            continue;
        *ret_end = at;
        *ret_value = *value;
        found = true;
    }
    return found;
}

bool rc_phrasebook_before(const rc_phrasebook *p, rc_stretch s, size_t at, size_t *ret_start,
                          uint32_t *ret_value)
{
    uint64_t h = BACKWARDS;
    bool found = false;
    while (at > s.start) {
        unsigned char c;
        at -= sign_before(p->spelling, s, at, &c);
        h = rc_hash_step(h, c);
        if (!is_begun(p, h))
            break;
        const uint32_t *value = boundary(s, at) ? rc_map_get(&p->map, rc_hash_end(h)) : NULL;
        if (!value)
            continue;
        *ret_start = at;
        *ret_value = *value;
        found = true;
    }
    return found;
}
