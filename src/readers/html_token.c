#include "readers/html_token.h"

#include <string.h>

#include "readers/internal.h"

#define B RC_TAG_BLOCK
#define S RC_TAG_SKIPPED
#define V RC_TAG_VOID
#define R RC_TAG_RAW
#define C RC_TAG_CLOSES_P
#define I RC_TAG_INLINE

static const struct {
    const char *name;
    uint8_t length, flags;
} tags[RC_TAG_COUNT] = {
    {"", 0, 0},
#define RC_TAG(id, name, flags) {name, sizeof(name) - 1, flags},
#include "readers/html_tag.def"
#undef RC_TAG
};

#undef B
#undef S
#undef V
#undef R
#undef C
#undef I

#define NAME_BYTES_MAX 12 /* longer than any name of the table */

unsigned rc_tag_flags(rc_tag tag)
{
    return tags[tag].flags;
}

rc_tag rc_tag_find(rc_str name)
{
    char lower[NAME_BYTES_MAX];
    if (name.len > NAME_BYTES_MAX)
        return RC_TAG_OTHER;
    for (size_t i = 0; i < name.len; i++) {
        char c = name.ptr[i];
        lower[i] = c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
    }
    rc_str key = {lower, name.len};
    size_t low = 1, high = RC_TAG_COUNT;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = rc_str_cmp((rc_str){tags[middle].name, tags[middle].length}, key);
        if (order == 0)
            return (rc_tag)middle;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return RC_TAG_OTHER;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Offset behind the next `mark` from `at` on, or the end of the input. */
static size_t behind(rc_str s, size_t at, const char *mark)
{
    const char *found = at < s.len ? memmem(s.ptr + at, s.len - at, mark, strlen(mark)) : NULL;
    return found ? (size_t)(found - s.ptr) + strlen(mark) : s.len;
}

/* Offset of the '>' that ends the tag whose attributes begin at `at`, or the end of the input. A
 * quote counts only behind '='. */
static size_t tag_end(rc_str s, size_t at)
{
    while (at < s.len && s.ptr[at] != '>') {
        if (s.ptr[at++] != '=')
            continue;
        while (at < s.len && rc_is_space(s.ptr[at]))
            at++;
        if (at < s.len && (s.ptr[at] == '"' || s.ptr[at] == '\'')) {
            const char *quote = memchr(s.ptr + at + 1, s.ptr[at], s.len - at - 1);
            at = quote ? (size_t)(quote - s.ptr) + 1 : s.len;
        }
    }
    return at;
}

/* Offset behind a comment or declaration at `at`, or `at` where none stands. */
static size_t behind_comment(rc_str s, size_t at, bool xml)
{
    char next = s.ptr[at + 1];
    if (next == '?' || (next == '/' && !is_letter(s.ptr[at + 2]) && at + 2 < s.len))
        return behind(s, at + 2, ">");
    if (next != '!')
        return at;
    rc_str rest = rc_str_sub(s, at, at + 9);
    if (rc_str_starts(rest, RC_STR("<!-->")) || rc_str_starts(rest, RC_STR("<!--->")))
        return behind(s, at, ">");
    if (rc_str_starts(rest, RC_STR("<!--")))
        return behind(s, at + 4, "-->");
    if (rc_str_eq(rest, RC_STR("<![CDATA[")))
        return xml ? at + 9 : behind(s, at + 9, "]]>");
    return behind(s, at + 2, ">");
}

static rc_html_token read_tag(rc_html_scan *scan)
{
    rc_str s = scan->in;
    rc_html_token t = {.kind = RC_HTML_START, .start = scan->at};
    size_t at = scan->at + 1;
    if (s.ptr[at] == '/') {
        t.kind = RC_HTML_END;
        at++;
    }
    size_t name = at;
    while (at < s.len && !rc_is_space(s.ptr[at]) && s.ptr[at] != '/' && s.ptr[at] != '>')
        at++;
    t.name = rc_str_sub(s, name, at);
    t.tag = rc_tag_find(t.name);
    size_t end = tag_end(s, at);
    t.attributes = rc_str_sub(s, at, end);
    t.end = end < s.len ? end + 1 : s.len;
    scan->at = t.end;
    return t;
}

/* Whether a tag begins at `at`, where '<' stands. */
static bool is_tag(rc_str s, size_t at)
{
    size_t name = at + 1 + (s.ptr[at + 1] == '/');
    return name < s.len && is_letter(s.ptr[name]);
}

rc_html_token rc_html_next(rc_html_scan *scan)
{
    rc_str s = scan->in;
    while (scan->at < s.len) {
        size_t start = scan->at, at = start;
        if (s.ptr[at] == '<') {
            if (is_tag(s, at))
                return read_tag(scan);
            scan->at = behind_comment(s, at, scan->xml);
            if (scan->at > at)
                continue;
            at++; /* a '<' that is text */
        }
        const char *next = memchr(s.ptr + at, '<', s.len - at);
        scan->at = next ? (size_t)(next - s.ptr) : s.len;
        return (rc_html_token){.kind = RC_HTML_TEXT, .start = start, .end = scan->at};
    }
    return (rc_html_token){.kind = RC_HTML_STOP, .start = s.len, .end = s.len};
}

rc_str rc_html_raw(rc_html_scan *scan, rc_tag tag)
{
    rc_str s = scan->in, name = {tags[tag].name, tags[tag].length};
    size_t start = scan->at;
    for (size_t at = start; at < s.len; at++) {
        const char *next = memchr(s.ptr + at, '<', s.len - at);
        if (!next)
            break;
        at = (size_t)(next - s.ptr);
        size_t end = at + 2 + name.len;
        if (s.ptr[at + 1] == '/' && end <= s.len &&
            rc_ascii_equal(rc_str_sub(s, at + 2, end), name) &&
            (end == s.len || rc_is_space(s.ptr[end]) || s.ptr[end] == '>' || s.ptr[end] == '/')) {
            size_t close = tag_end(s, end);
            scan->at = close < s.len ? close + 1 : s.len;
            return rc_str_sub(s, start, at);
        }
    }
    scan->at = s.len;
    return rc_str_sub(s, start, s.len);
}

bool rc_html_attribute(rc_str *attributes, rc_str *ret_name, rc_str *ret_value)
{
    rc_str s = *attributes;
    size_t at = 0;
    while (at < s.len && (rc_is_space(s.ptr[at]) || s.ptr[at] == '/'))
        at++;
    if (at >= s.len)
        return false;
    size_t name = at++;
    while (at < s.len && !rc_is_space(s.ptr[at]) && s.ptr[at] != '=' && s.ptr[at] != '/')
        at++;
    *ret_name = rc_str_sub(s, name, at);
    *ret_value = (rc_str){"", 0};
    while (at < s.len && rc_is_space(s.ptr[at]))
        at++;
    if (at < s.len && s.ptr[at] == '=') {
        at++;
        while (at < s.len && rc_is_space(s.ptr[at]))
            at++;
        size_t value = at, end;
        if (at < s.len && (s.ptr[at] == '"' || s.ptr[at] == '\'')) {
            value++;
            end = value + rc_str_find(rc_str_sub(s, value, s.len), s.ptr[at]);
            at = end + 1;
        } else {
            while (at < s.len && !rc_is_space(s.ptr[at]))
                at++;
            end = at;
        }
        *ret_value = rc_str_sub(s, value, end);
    }
    *attributes = rc_str_sub(s, at, s.len);
    return true;
}
