#include <string.h>

#include "base/hash.h"
#include "readers/html_page.h"

#define WORD_BYTES_MAX 24

void rc_html_hints_init(rc_html_page *p)
{
    static const struct {
        const char *word;
        uint32_t flags;
    } hints[] = {
#define RC_HINT(meaning, word) {word, RC_PART_##meaning},
#include "readers/html_hint.def"
#undef RC_HINT
    };
    size_t count = sizeof(hints) / sizeof(hints[0]);
    rc_map_init(&p->hints, p->arena, count);
    for (size_t i = 0; i < count; i++)
        rc_map_put(&p->hints, rc_hash(rc_str_from(hints[i].word)), hints[i].flags);
}

static bool is_small(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

static bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

typedef struct {
    char bytes[2 * WORD_BYTES_MAX]; /* the last word and the one before it */
    size_t before, len;             /* where the last word begins, and all */
} words;

static uint32_t look_up(const rc_html_page *p, rc_str word)
{
    const uint32_t *flags = word.len ? rc_map_get(&p->hints, rc_hash(word)) : NULL;
    return flags ? *flags : 0;
}

/* Flags of the word just read, alone and joined with the one before it. */
static uint32_t end_word(const rc_html_page *p, words *w)
{
    if (w->len == w->before)
        return 0;
    rc_str all = {w->bytes, w->len}, last = rc_str_sub(all, w->before, w->len);
    uint32_t flags = look_up(p, last);
    if (w->before)
        flags |= look_up(p, all);
    memmove(w->bytes, last.ptr, last.len);
    w->before = w->len = last.len;
    return flags;
}

uint32_t rc_html_hints(const rc_html_page *p, rc_str value)
{
    words w = {.len = 0};
    uint32_t flags = 0;
    for (size_t i = 0; i < value.len && i < 512; i++) {
        char c = value.ptr[i];
        bool begins = is_capital(c) && i > 0 && is_small(value.ptr[i - 1]);
        if (begins || !(is_small(c) || is_capital(c)))
            flags |= end_word(p, &w);
        if (c == ' ')
            w = (words){.len = 0};
        if ((is_small(c) || is_capital(c)) && w.len < sizeof(w.bytes) &&
            w.len - w.before < WORD_BYTES_MAX)
            w.bytes[w.len++] = is_capital(c) ? (char)(c + ('a' - 'A')) : c;
    }
    flags |= end_word(p, &w);
    if (flags & RC_PART_VETO)
        flags &= ~(uint32_t)(RC_PART_FRAME | RC_PART_OTHER | RC_PART_HEADER);
    if (flags & RC_PART_STORY)
        flags &= ~(uint32_t)RC_PART_HEADER;
    return flags;
}

/* ---- JSON-LD ---- */

/* The string that follows the first `"key"` and a colon, at most 400 bytes behind it; empty: none.
 */
static rc_str string_after(rc_str s, rc_str key)
{
    const char *at = memmem(s.ptr, s.len, key.ptr, key.len);
    if (!at)
        return RC_STR_NONE;
    size_t from = (size_t)(at - s.ptr) + key.len;
    rc_str rest = rc_str_trim(rc_str_sub(s, from, from + 400));
    if (rest.len < 2 || rest.ptr[0] != ':')
        return RC_STR_NONE;
    rest = rc_str_trim(rc_str_sub(rest, 1, rest.len));
    if (rest.len == 0 || rest.ptr[0] != '"')
        return RC_STR_NONE;
    rest = rc_str_sub(rest, 1, rest.len);
    rc_str value = rc_str_sub(rest, 0, rc_str_find(rest, '"'));
    return rc_str_find(value, '\\') < value.len ? RC_STR_NONE : value;
}

/* The name within the object or list that follows the first `"key"`. */
static rc_str name_after(rc_str s, rc_str key)
{
    const char *at = memmem(s.ptr, s.len, key.ptr, key.len);
    if (!at)
        return RC_STR_NONE;
    size_t from = (size_t)(at - s.ptr);
    rc_str direct = string_after(rc_str_sub(s, from, s.len), key);
    return direct.len ? direct : string_after(rc_str_sub(s, from, from + 600), RC_STR("\"name\""));
}

void rc_html_read_json(rc_html_page *p, rc_str script)
{
    rc_meta_put_field(&p->meta, RC_META_DATE, 9, string_after(script, RC_STR("\"datePublished\"")));
    rc_meta_put_field(&p->meta, RC_META_DATE, 4, string_after(script, RC_STR("\"dateModified\"")));
    rc_meta_put_field(&p->meta, RC_META_AUTHOR, 7, name_after(script, RC_STR("\"author\"")));
    rc_meta_put_field(&p->meta, RC_META_OUTLET, 8, name_after(script, RC_STR("\"publisher\"")));
}
