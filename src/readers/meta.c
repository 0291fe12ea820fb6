#include "readers/meta.h"

#include <string.h>

#define NAME_BYTES 40
#define VALUE_BYTES_MAX 1024

static const struct {
    rc_meta_field field;
    uint8_t rank;
    const char *name;
} names[] = {
#define RC_META(field, rank, name) {RC_META_##field, rank, name},
#include "readers/meta.def"
#undef RC_META
};

rc_meta_field rc_meta_find(rc_str name, uint8_t *ret_rank)
{
    char plain[NAME_BYTES];
    size_t n = 0;
    for (size_t i = 0; i < name.len; i++) {
        char c = name.ptr[i];
        if (c >= 'A' && c <= 'Z')
            c = (char)(c + ('a' - 'A'));
        if (c < 'a' || c > 'z')
            continue;
        if (n == NAME_BYTES)
            return RC_META_NONE;
        plain[n++] = c;
    }
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (rc_str_eq(rc_str_from(names[i].name), (rc_str){plain, n})) {
            *ret_rank = names[i].rank;
            return names[i].field;
        }
    }
    return RC_META_NONE;
}

static bool is_language(rc_str s)
{
    size_t letters = 0;
    while (letters < s.len && ((s.ptr[letters] | 0x20) >= 'a' && (s.ptr[letters] | 0x20) <= 'z'))
        letters++;
    return letters >= 2 && letters <= 3 && s.len <= 35 &&
           (letters == s.len || s.ptr[letters] == '-' || s.ptr[letters] == '_');
}

/* "20240503T100000Z" as "2024-05-03"; anything else as it is. */
static rc_str extended_date(rc_arena *a, rc_str s)
{
    for (size_t i = 0; i < 8; i++) {
        if (i >= s.len || s.ptr[i] < '0' || s.ptr[i] > '9')
            return s;
    }
    if (s.len > 8 && s.ptr[8] != 'T')
        return s;
    return rc_arena_printf(a, "%.4s-%.2s-%.2s", s.ptr, s.ptr + 4, s.ptr + 6);
}

void rc_meta_put_field(rc_meta *m, rc_meta_field field, uint8_t rank, rc_str value)
{
    value = rc_str_trim(value);
    if (field == RC_META_NONE || value.len == 0 || value.len > VALUE_BYTES_MAX ||
        m->rank[field] >= rank)
        return;
    bool link = rc_str_starts(value, RC_STR("http://")) || rc_str_starts(value, RC_STR("https://"));
    if ((link || value.ptr[0] == '@') && (field == RC_META_AUTHOR || field == RC_META_OUTLET))
        return;
    if (field == RC_META_LANGUAGE && !is_language(value))
        return;
    m->rank[field] = rank;
    value = rc_arena_str(m->arena, value);
    switch (field) {
    case RC_META_NONE:
        break;
    case RC_META_TITLE:
        m->doc->title = value;
        break;
    case RC_META_DATE:
        m->doc->dateline_text = extended_date(m->arena, value);
        m->doc->date_source = m->from;
        break;
    case RC_META_AUTHOR:
        m->doc->author = value;
        break;
    case RC_META_OUTLET:
        m->doc->outlet = value;
        break;
    case RC_META_LANGUAGE:
        m->doc->language = value;
        m->doc->language_said = true;
        break;
    }
}

void rc_meta_put(rc_meta *m, rc_str name, rc_str value)
{
    uint8_t rank = 0;
    rc_meta_field field = rc_meta_find(name, &rank);
    rc_meta_put_field(m, field, rank, value);
}
