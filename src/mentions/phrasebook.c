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
    if (c == ' ' || (c >= '\t' && c <= '\r'))
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

/* A hyphen that stands for a space within a phrase: U+2010, U+2011 too. */
static size_t hyphen_at(rc_stretch s, size_t at)
{
    if (s.ptr[at] == '-')
        return 1;
    return at + 2 < s.end && (unsigned char)s.ptr[at] == 0xE2 &&
                   (unsigned char)s.ptr[at + 1] == 0x80 &&
                   ((unsigned char)s.ptr[at + 2] == 0x90 || (unsigned char)s.ptr[at + 2] == 0x91)
               ? 3
               : 0;
}

static size_t apostrophe_at(rc_stretch s, size_t at)
{
    return at + 2 < s.end && (unsigned char)s.ptr[at] == 0xE2 &&
                   (unsigned char)s.ptr[at + 1] == 0x80 && (unsigned char)s.ptr[at + 2] == 0x99
               ? 3
               : 0;
}

/* Hashes what stands at `at` as one sign of a phrase and returns its bytes. */
static size_t step(rc_spelling spelling, rc_stretch s, size_t at, uint64_t *hash)
{
    size_t space = rc_space_at(s, at), n;
    if (space) {
        *hash = rc_hash_step(*hash, ' ');
        while ((n = rc_space_at(s, at + space)) > 0 && space < RC_PHRASE_BYTES_MAX)
            space += n;
        return space;
    }
    unsigned char c = (unsigned char)s.ptr[at];
    if (spelling == RC_FOLDED) {
        if ((n = hyphen_at(s, at)) > 0) {
            *hash = rc_hash_step(*hash, ' ');
            return n;
        }
        if ((n = apostrophe_at(s, at)) > 0) {
            *hash = rc_hash_step(*hash, '\'');
            return n;
        }
        c = c >= 'A' && c <= 'Z' ? (unsigned char)(c + 32) : c;
    }
    *hash = rc_hash_step(*hash, c);
    return 1;
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
    return !(rc_letter_before(s, at) && rc_letter_at(s, at));
}

static uint64_t hash_of(const rc_phrasebook *p, rc_str phrase)
{
    rc_stretch s = {phrase.ptr, 0, phrase.len};
    uint64_t h = RC_HASH_START;
    for (size_t at = 0; at < phrase.len;)
        at += step(p->spelling, s, at, &h);
    return rc_hash_end(h);
}

void rc_phrasebook_init(rc_phrasebook *p, rc_arena *a, rc_spelling spelling)
{
    rc_map_init(&p->map, a, 0);
    p->longest = 0;
    p->spelling = spelling;
}

void rc_phrasebook_add(rc_phrasebook *p, rc_str phrase, uint32_t value)
{
    if (phrase.len == 0 || phrase.len > RC_PHRASE_BYTES_MAX)
        return;
    rc_map_put(&p->map, hash_of(p, phrase), value);
    if (phrase.len > p->longest)
        p->longest = phrase.len;
}

const uint32_t *rc_phrasebook_get(const rc_phrasebook *p, rc_str phrase)
{
    return phrase.len ? rc_map_get(&p->map, hash_of(p, phrase)) : NULL;
}

bool rc_phrasebook_after(const rc_phrasebook *p, rc_stretch s, size_t at, size_t *ret_end,
                         uint32_t *ret_value)
{
    size_t limit = at + p->longest + 2 < s.end ? at + p->longest + 2 : s.end;
    uint64_t h = RC_HASH_START;
    bool found = false;
    for (size_t i = at; i < limit;) {
        i += step(p->spelling, s, i, &h);
        if (i > s.end || !boundary(s, i))
            continue;
        const uint32_t *value = rc_map_get(&p->map, rc_hash_end(h));
        if (!value)
            continue;
        *ret_end = i;
        *ret_value = *value;
        found = true;
    }
    return found;
}

bool rc_phrasebook_before(const rc_phrasebook *p, rc_stretch s, size_t at, size_t *ret_start,
                          uint32_t *ret_value)
{
    size_t limit = at > s.start + p->longest + 2 ? at - p->longest - 2 : s.start;
    bool found = false;
    for (size_t start = at; start > limit;) {
        start--;
        if (!boundary(s, start) || rc_space_at(s, start))
            continue;
        uint64_t h = RC_HASH_START;
        for (size_t i = start; i < at;)
            i += step(p->spelling, s, i, &h);
        const uint32_t *value = rc_map_get(&p->map, rc_hash_end(h));
        if (!value)
            continue;
        *ret_start = start;
        *ret_value = *value;
        found = true;
    }
    return found;
}
