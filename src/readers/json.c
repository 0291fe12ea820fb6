/* JSON, and JSON a line: news items (ninjs, NewsArticle and their kin) by the names of their fields
 * (json_field.def). Other JSON has no text that is read. A body may hold HTML: its tags end blocks
 * or go. Only the first item gives title and date; RFC 8259. */
#include <string.h>

#include "base/limits.h"
#include "readers/build.h"
#include "readers/decode.h"
#include "readers/entity.h"
#include "readers/html_token.h"
#include "readers/internal.h"
#include "readers/meta.h"
#include "source/utf8.h"

typedef enum { FIELD_NONE, FIELD_TITLE, FIELD_BODY, FIELD_LEAD, FIELD_CAPTION, FIELD_SKIP } field;

typedef struct {
    rc_arena *arena;
    rc_doc *doc;
    rc_meta meta;
    rc_build build;
    size_t at;
    unsigned depth;
    field heading; /* FIELD_TITLE: the block being made is a title */
} reader;

int rc_read_json_detect(rc_str path, rc_str bytes)
{
    rc_str start = rc_str_trim(rc_str_sub(bytes, 0, 64));
    bool opens = start.len && (start.ptr[0] == '{' || start.ptr[0] == '[');
    return opens && (rc_path_has_extension(path, "json") || rc_path_has_extension(path, "jsonl") ||
                     rc_path_has_extension(path, "ndjson"))
               ? RC_SURE_CONTENT
               : RC_SURE_NOT;
}

static field find_field(rc_str name)
{
    static const struct {
        field use;
        const char *name;
    } fields[] = {
#define RC_JSON_FIELD(use, name) {FIELD_##use, name},
#include "readers/json_field.def"
#undef RC_JSON_FIELD
    };
    char plain[32];
    size_t n = 0;
    for (size_t i = 0; i < name.len && n < sizeof(plain); i++) {
        char c = name.ptr[i];
        if (c >= 'A' && c <= 'Z')
            c = (char)(c + ('a' - 'A'));
        if (c >= 'a' && c <= 'z')
            plain[n++] = c;
    }
    for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++) {
        if (rc_str_eq(rc_str_from(fields[i].name), (rc_str){plain, n}))
            return fields[i].use;
    }
    return FIELD_NONE;
}

static void skip_space(reader *r)
{
    rc_str s = r->doc->source;
    while (r->at < s.len && strchr(" \t\r\n", s.ptr[r->at]))
        r->at++;
}

static rc_status bad(const reader *r, rc_err *err)
{
    uint32_t line, column;
    rc_span at = {(uint32_t)r->at, (uint32_t)r->at};
    rc_doc_position(r->doc, at.start, &line, &column);
    return rc_fail(err, RC_EFORMAT, r->doc->path.ptr, line, column, "no JSON at line %u, column %u",
                   (unsigned)line, (unsigned)column);
}

/* Moves behind the string that begins at the position; RC_ESYNTAX: it does not end. */
static rc_status pass_string(reader *r, rc_span *ret)
{
    rc_str s = r->doc->source;
    size_t start = ++r->at;
    while (r->at < s.len && s.ptr[r->at] != '"')
        r->at += s.ptr[r->at] == '\\' ? 2 : 1;
    if (r->at >= s.len)
        return RC_ESYNTAX;
    *ret = (rc_span){(uint32_t)start, (uint32_t)r->at++};
    return RC_OK;
}

/* ---- strings as text ---- */

static uint32_t hex4(rc_str s, size_t at)
{
    uint32_t n = 0;
    for (size_t i = at; i < at + 4; i++) {
        char c = i < s.len ? s.ptr[i] : 'x';
        unsigned v = c >= '0' && c <= '9'                     ? (unsigned)(c - '0')
                     : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (unsigned)((c | 0x20) - 'a' + 10)
                                                              : 16;
        if (v > 15)
            return UINT32_MAX;
        n = n * 16 + v;
    }
    return n;
}

/* Reads the escape at `at`; returns its length, and the code point. */
static size_t read_escape(rc_str s, size_t at, uint32_t *ret)
{
    static const char letters[] = "nrtbf\"\\/", values[] = "\n\r\t\b\f\"\\/";
    char c = at + 1 < s.len ? s.ptr[at + 1] : 0;
    const char *letter = c ? strchr(letters, c) : NULL;
    *ret = letter ? (uint32_t)(unsigned char)values[letter - letters] : 0xfffd;
    if (c != 'u')
        return at + 2 <= s.len ? 2 : 1;
    *ret = hex4(s, at + 2);
    if (*ret == UINT32_MAX) {
        *ret = 0xfffd;
        return 2;
    }
    uint32_t low = *ret >= 0xd800 && *ret < 0xdc00 && at + 7 < s.len && s.ptr[at + 6] == '\\' &&
                           s.ptr[at + 7] == 'u'
                       ? hex4(s, at + 8)
                       : 0;
    if (low < 0xdc00 || low > 0xdfff)
        return 6;
    *ret = 0x10000 + ((*ret - 0xd800) << 10) + (low - 0xdc00);
    return 12;
}

static void end_block(reader *r, rc_block_kind kind)
{
    rc_span span;
    rc_doc *d = r->doc;
    if (!rc_build_end(&r->build, &span))
        return;
    if (kind == RC_BLOCK_TITLE && d->block_count > 0)
        kind = RC_BLOCK_HEADING;
    rc_block *b = rc_doc_add_block(r->arena, d, kind, span);
    b->level = kind == RC_BLOCK_HEADING;
}

/* A tag within a string: passes over it, ends the block where it does. Its length, or 0. */
static size_t pass_tag(reader *r, size_t at, size_t end, rc_block_kind kind)
{
    rc_str s = rc_str_sub(r->doc->source, 0, end);
    size_t name = at + 1, to;
    while (name < end && name < at + 3 && (s.ptr[name] == '/' || s.ptr[name] == '\\'))
        name++; /* a slash may be escaped */
    to = name;
    while (to < end && ((s.ptr[to] | 0x20) >= 'a' && (s.ptr[to] | 0x20) <= 'z'))
        to++;
    if (to == name)
        return 0;
    while (to < end && s.ptr[to] >= '0' && s.ptr[to] <= '9')
        to++; /* h2 */
    rc_tag tag = rc_tag_find(rc_str_sub(s, name, to));
    size_t close = at + rc_str_find(rc_str_sub(s, at, at + 4096), '>');
    if (tag == RC_TAG_OTHER && close - at > 40)
        return 0;
    if ((rc_tag_flags(tag) & RC_TAG_BLOCK) || tag == RC_TAG_BR)
        end_block(r, kind);
    return (close < end ? close + 1 : end) - at;
}

/* What stands at `at` and is no plain text; its length, at least 1. */
static size_t add_special(reader *r, size_t at, size_t end, rc_block_kind kind)
{
    rc_str s = rc_str_sub(r->doc->source, 0, end);
    char out[RC_ENTITY_BYTES];
    size_t length = 0, n = 0;
    if (s.ptr[at] == '<') {
        n = pass_tag(r, at, end, kind);
        if (n)
            return n;
    } else if (s.ptr[at] == '&') {
        n = rc_entity_read(s, at, out, &length);
    } else {
        uint32_t point;
        n = read_escape(s, at, &point);
        if (point == '\n') {
            end_block(r, kind);
            return n;
        }
        length = rc_utf8_write(out, point < 0x20 ? ' ' : point);
    }
    if (n)
        rc_build_piece(&r->build, (rc_str){out, length}, at, at + n);
    else
        rc_build_source(&r->build, at, at + 1);
    return n ? n : 1;
}

static void add_text(reader *r, rc_span span, rc_block_kind kind)
{
    const char *s = r->doc->source.ptr;
    size_t from = span.start;
    for (size_t at = from; at < span.end;) {
        if (s[at] != '\\' && s[at] != '<' && s[at] != '&') {
            at++;
            continue;
        }
        rc_build_source(&r->build, from, at);
        at += add_special(r, at, span.end, kind);
        from = at;
    }
    if (from < span.end)
        rc_build_source(&r->build, from, span.end);
    end_block(r, kind);
}

/* A copy of a string with its escapes undone, for metadata. What is no escape, of one or two bytes,
 * becomes U+FFFD, which takes three. */
static rc_str unescaped(reader *r, rc_span span)
{
    rc_str s = rc_str_sub(r->doc->source, 0, span.end);
    char *out = rc_arena_alloc(r->arena, 3 * (size_t)(span.end - span.start) + 4, 1);
    size_t n = 0;
    for (size_t at = span.start; at < span.end;) {
        uint32_t point;
        if (s.ptr[at] != '\\') {
            out[n++] = s.ptr[at++];
            continue;
        }
        at += read_escape(s, at, &point);
        n += rc_utf8_write(out + n, point);
    }
    return (rc_str){out, n};
}

/* ---- values ---- */

static rc_status read_value(reader *r, rc_str key, field use, rc_err *err);

static void read_string(reader *r, rc_span span, rc_str key, field use)
{
    static const rc_block_kind kinds[] = {RC_BLOCK_PARAGRAPH, RC_BLOCK_TITLE,   RC_BLOCK_PARAGRAPH,
                                          RC_BLOCK_PARAGRAPH, RC_BLOCK_CAPTION, RC_BLOCK_PARAGRAPH};
    uint8_t rank = 0;
    if (use == FIELD_SKIP)
        return;
    if (span.end - span.start < 1024 && rc_meta_find(key, &rank) != RC_META_NONE)
        rc_meta_put(&r->meta, key, unescaped(r, span));
    if (use != FIELD_NONE)
        add_text(r, span, kinds[use]);
}

/* A member of an object. `outer` names the object: {"author": {"name": ...}}. */
static rc_status read_member(reader *r, rc_str outer, field outer_use, rc_err *err)
{
    rc_span name;
    if (r->at >= r->doc->source.len || r->doc->source.ptr[r->at] != '"' ||
        pass_string(r, &name) != RC_OK)
        return bad(r, err);
    rc_str key = rc_str_sub(r->doc->source, name.start, name.end);
    field use = find_field(key);
    if (outer_use == FIELD_SKIP) {
        use = FIELD_SKIP;
    } else if (rc_str_eq(key, RC_STR("name")) || rc_str_eq(key, RC_STR("rendered"))) {
        key = outer;
        use = rc_str_eq(key, RC_STR("name")) ? FIELD_NONE : outer_use;
    }
    skip_space(r);
    if (r->at >= r->doc->source.len || r->doc->source.ptr[r->at] != ':')
        return bad(r, err);
    r->at++;
    return read_value(r, key, use, err);
}

static rc_status read_items(reader *r, char close, rc_str key, field use, rc_err *err)
{
    rc_str s = r->doc->source;
    if (++r->depth > RC_DEPTH_MAX)
        return rc_fail(err, RC_ELIMIT, r->doc->path.ptr, 0, 0, "nested too deep");
    r->at++;
    skip_space(r);
    bool first = true;
    while (r->at < s.len && s.ptr[r->at] != close) {
        if (!first) {
            if (s.ptr[r->at] != ',')
                return bad(r, err);
            r->at++;
            skip_space(r);
        }
        first = false;
        rc_status status =
            close == '}' ? read_member(r, key, use, err) : read_value(r, key, use, err);
        if (status != RC_OK)
            return status;
        skip_space(r);
    }
    if (r->at >= s.len)
        return bad(r, err);
    r->at++;
    r->depth--;
    return RC_OK;
}

static rc_status read_value(reader *r, rc_str key, field use, rc_err *err)
{
    rc_str s = r->doc->source;
    skip_space(r);
    if (r->at >= s.len)
        return bad(r, err);
    if (r->doc->block_count >= RC_BLOCKS_MAX)
        return rc_fail(err, RC_ELIMIT, r->doc->path.ptr, 0, 0, "too many paragraphs");
    char c = s.ptr[r->at];
    if (c == '{' || c == '[')
        return read_items(r, c == '{' ? '}' : ']', key, use, err);
    if (c == '"') {
        rc_span span;
        if (pass_string(r, &span) != RC_OK)
            return bad(r, err);
        read_string(r, span, key, use);
        return RC_OK;
    }
    size_t start = r->at; /* a number or a word */
    while (r->at < s.len && !strchr(",]} \t\r\n:\"{[", s.ptr[r->at]))
        r->at++;
    return r->at > start ? RC_OK : bad(r, err);
}

rc_status rc_read_json(rc_arena *a, rc_doc *d, rc_err *err)
{
    rc_status status = rc_decode(a, d, RC_STR_NONE, err);
    if (status != RC_OK)
        return status;
    reader r = {.arena = a, .doc = d};
    r.meta = (rc_meta){.arena = a, .doc = d, .from = RC_DATE_METADATA};
    rc_build_init(&r.build, a, d, d->source.len + d->source.len / 4 + 64);
    for (skip_space(&r); r.at < d->source.len; skip_space(&r)) {
        status = read_value(&r, RC_STR_NONE, FIELD_NONE, err);
        if (status != RC_OK)
            return status;
    }
    rc_build_finish(&r.build);
    return RC_OK;
}
