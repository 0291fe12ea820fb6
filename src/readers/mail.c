/* Mail (RFC 5322, MIME: RFC 2045 to 2047): subject, sender, date, and the parts that are text; of
 * alternatives the plain one. Attachments, quoted lines and signatures are left out. */
#include <string.h>

#include "readers/decode.h"
#include "readers/extract.h"
#include "readers/internal.h"
#include "readers/lines.h"

#define DEPTH_MAX 16 /* parts within parts */
#define PARTS_MAX 1000

typedef struct {
    rc_str type, charset, boundary, encoding, disposition; /* of values in the header */
    rc_str subject, from, date;
} header;

typedef struct {
    rc_arena *arena;
    rc_doc *doc;
    rc_extract extract;
    unsigned parts;
} reader;

int rc_read_mail_detect(rc_str path, rc_str bytes)
{
    (void)bytes;
    return rc_path_has_extension(path, "eml") ? RC_SURE_NAME : RC_SURE_NOT;
}

/* ---- headers ---- */

/* The value of a parameter: `charset="utf-8"`. Compared without case. */
static rc_str parameter(rc_str value, rc_str name)
{
    rc_str part;
    while (rc_str_split(&value, ';', &part)) {
        part = rc_str_trim(part);
        size_t at = rc_str_find(part, '=');
        if (at >= part.len || !rc_ascii_equal(rc_str_sub(part, 0, at), name))
            continue;
        part = rc_str_trim(rc_str_sub(part, at + 1, part.len));
        if (part.len >= 2 && part.ptr[0] == '"')
            part = rc_str_sub(part, 1, 1 + rc_str_find(rc_str_sub(part, 1, part.len), '"'));
        return part;
    }
    return RC_STR_NONE;
}

static void set_header(header *h, rc_str name, rc_str value)
{
    if (rc_ascii_equal(name, RC_STR("subject"))) {
        h->subject = value;
    } else if (rc_ascii_equal(name, RC_STR("from"))) {
        h->from = value;
    } else if (rc_ascii_equal(name, RC_STR("date"))) {
        h->date = value;
    } else if (rc_ascii_equal(name, RC_STR("content-type"))) {
        h->type = rc_str_trim(rc_str_sub(value, 0, rc_str_find(value, ';')));
        h->charset = parameter(value, RC_STR("charset"));
        h->boundary = parameter(value, RC_STR("boundary"));
    } else if (rc_ascii_equal(name, RC_STR("content-transfer-encoding"))) {
        h->encoding = value;
    } else if (rc_ascii_equal(name, RC_STR("content-disposition"))) {
        h->disposition = value;
    }
}

/* Reads the header at the start of `s`; returns where the body begins. */
static size_t read_header(rc_str s, header *ret)
{
    size_t at = 0;
    *ret = (header){.type = RC_STR("text/plain")};
    while (at < s.len) {
        size_t start = at, end = at + rc_str_find(rc_str_sub(s, at, s.len), '\n');
        if (rc_str_trim(rc_str_sub(s, start, end)).len == 0)
            return end < s.len ? end + 1 : end;
        /* Lines that begin with white space go on. */
        while (end + 1 < s.len && (s.ptr[end + 1] == ' ' || s.ptr[end + 1] == '\t'))
            end = end + 1 + rc_str_find(rc_str_sub(s, end + 1, s.len), '\n');
        rc_str line = rc_str_sub(s, start, end);
        size_t colon = rc_str_find(line, ':');
        if (colon < line.len)
            set_header(ret, rc_str_sub(line, 0, colon),
                       rc_str_trim(rc_str_sub(line, colon + 1, line.len)));
        at = end < s.len ? end + 1 : end;
    }
    return s.len;
}

/* ---- transfer encodings ---- */

static int hex(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c = (char)(c | 0x20);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static rc_str unquoted_printable(rc_arena *a, rc_str s, bool in_header)
{
    char *out = rc_arena_alloc(a, s.len + 4, 1);
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == '_' && in_header) {
            out[n++] = ' ';
        } else if (s.ptr[i] != '=') {
            out[n++] = s.ptr[i];
        } else if (i + 1 < s.len && s.ptr[i + 1] == '\n') {
            i++; /* a soft line break */
        } else if (i + 2 < s.len && s.ptr[i + 1] == '\r' && s.ptr[i + 2] == '\n') {
            i += 2;
        } else if (i + 2 < s.len && hex(s.ptr[i + 1]) >= 0 && hex(s.ptr[i + 2]) >= 0) {
            out[n++] = (char)(hex(s.ptr[i + 1]) << 4 | hex(s.ptr[i + 2]));
            i += 2;
        } else {
            out[n++] = '=';
        }
    }
    return (rc_str){out, n};
}

static int base64_value(char c)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const char *at = c ? strchr(digits, c) : NULL;
    return at ? (int)(at - digits) : -1;
}

static rc_str unbase64(rc_arena *a, rc_str s)
{
    char *out = rc_arena_alloc(a, s.len / 4 * 3 + 8, 1);
    size_t n = 0;
    uint32_t bits = 0;
    unsigned count = 0;
    for (size_t i = 0; i < s.len && s.ptr[i] != '='; i++) {
        int v = base64_value(s.ptr[i]);
        if (v < 0)
            continue;
        bits = bits << 6 | (uint32_t)v;
        if (++count == 4) {
            out[n++] = (char)(bits >> 16 & 0xff);
            out[n++] = (char)(bits >> 8 & 0xff);
            out[n++] = (char)(bits & 0xff);
            bits = count = 0;
        }
    }
    if (count >= 2)
        out[n++] = (char)(bits >> (count == 3 ? 10 : 4) & 0xff);
    if (count == 3)
        out[n++] = (char)(bits >> 2 & 0xff);
    return (rc_str){out, n};
}

/* Bytes in a declared character set as UTF-8, four zero bytes behind; empty where they are none. */
static rc_str to_utf8(rc_arena *a, rc_str bytes, rc_str charset)
{
    rc_doc d = {.path = RC_STR("mail"), .bytes = rc_str_sub(bytes, 0, bytes.len)};
    char *copy = rc_arena_alloc(a, bytes.len + 4, 1);
    if (bytes.len)
        memcpy(copy, bytes.ptr, bytes.len);
    d.bytes = (rc_str){copy, bytes.len};
    return rc_decode(a, &d, charset, NULL) == RC_OK ? d.source : RC_STR_NONE;
}

/* "=?utf-8?Q?Mill_sold?=": the words of a header decoded. */
static void add_words(reader *r, rc_str s)
{
    while (s.len) {
        const char *open = memmem(s.ptr, s.len, "=?", 2);
        size_t at = open ? (size_t)(open - s.ptr) : s.len;
        rc_str before = rc_str_sub(s, 0, at);
        if (rc_str_trim(before).len || at == s.len)
            rc_extract_text(&r->extract, before);
        if (at == s.len)
            return;
        rc_str rest = rc_str_sub(s, at + 2, s.len), charset, kind, text;
        size_t q1 = rc_str_find(rest, '?');
        charset = rc_str_sub(rest, 0, q1);
        kind = rc_str_sub(rest, q1 + 1, q1 + 2);
        size_t from = q1 + 3;
        const char *close =
            from < rest.len ? memmem(rest.ptr + from, rest.len - from, "?=", 2) : NULL;
        if (!close) {
            rc_extract_text(&r->extract, rest);
            return;
        }
        text = rc_str_sub(rest, from, (size_t)(close - rest.ptr));
        text = rc_ascii_equal(kind, RC_STR("b")) ? unbase64(r->arena, text)
                                                 : unquoted_printable(r->arena, text, true);
        rc_extract_text(&r->extract, to_utf8(r->arena, text, charset));
        s = rc_str_sub(rest, (size_t)(close - rest.ptr) + 2, rest.len);
    }
}

/* ---- bodies ---- */

/* Without lines of an older mail and without the signature. */
static rc_str without_quotes(rc_arena *a, rc_str s)
{
    char *out = rc_arena_alloc(a, s.len + 5, 1);
    size_t n = 0;
    rc_str line;
    while (rc_str_split(&s, '\n', &line)) {
        if (line.len && line.ptr[0] == '>')
            continue;
        if (rc_str_eq(line, RC_STR("-- ")) || rc_str_eq(line, RC_STR("-- \r")))
            break;
        memcpy(out + n, line.ptr, line.len);
        n += line.len;
        out[n++] = '\n';
    }
    return (rc_str){out, n};
}

static void add_body(reader *r, const header *h, rc_str body)
{
    bool html = rc_ascii_equal(h->type, RC_STR("text/html"));
    if (!html && !rc_ascii_equal(h->type, RC_STR("text/plain")))
        return;
    if (rc_ascii_equal(h->encoding, RC_STR("base64")))
        body = unbase64(r->arena, body);
    else if (rc_ascii_equal(h->encoding, RC_STR("quoted-printable")))
        body = unquoted_printable(r->arena, body, false);
    body = to_utf8(r->arena, body, h->charset);
    if (!html)
        body = without_quotes(r->arena, body);
    rc_doc *part = NULL;
    rc_status status = rc_reader_parse(r->arena, RC_STR("part"), body,
                                       html ? RC_STR("html") : RC_STR("plain"), &part, NULL);
    if (status == RC_OK)
        rc_extract_append(&r->extract, part);
}

static void read_part(reader *r, rc_str s, unsigned depth);

/* Splits off the next part between two boundaries. False: there is none. */
static bool next_part(rc_str *rest, rc_str boundary, rc_str *ret)
{
    rc_str s = *rest;
    size_t start = s.len;
    for (size_t at = 0; at < s.len;) {
        size_t n = rc_str_find(rc_str_sub(s, at, s.len), '\n');
        rc_str line = rc_str_sub(s, at, at + n);
        bool found = line.len >= boundary.len + 2 && line.ptr[0] == '-' && line.ptr[1] == '-' &&
                     rc_str_starts(rc_str_sub(line, 2, line.len), boundary);
        if (found && start < s.len) {
            *ret = rc_str_sub(s, start, at);
            *rest = rc_str_sub(s, at, s.len);
            return true;
        }
        if (found)
            start = at + n + 1;
        at += n + 1;
    }
    if (start >= s.len)
        return false;
    *ret = rc_str_sub(s, start, s.len); /* cut off */
    *rest = RC_STR_NONE;
    return true;
}

static void read_parts(reader *r, const header *h, rc_str body, unsigned depth)
{
    bool alternatives = rc_ascii_equal(h->type, RC_STR("multipart/alternative"));
    rc_str part;
    while (depth < DEPTH_MAX && r->parts++ < PARTS_MAX && next_part(&body, h->boundary, &part)) {
        size_t before = r->doc->block_count;
        read_part(r, part, depth + 1);
        if (alternatives && r->doc->block_count > before)
            return; /* the plainest comes first */
    }
}

static void read_part(reader *r, rc_str s, unsigned depth)
{
    header h;
    size_t body_at = read_header(s, &h);
    rc_str body = rc_str_sub(s, body_at, s.len);
    if (rc_ascii_equal(rc_str_sub(h.disposition, 0, 10), RC_STR("attachment")))
        return;
    if (rc_ascii_equal(rc_str_sub(h.type, 0, 10), RC_STR("multipart/")) && h.boundary.len)
        read_parts(r, &h, body, depth);
    else
        add_body(r, &h, body);
}

static void read_envelope(reader *r, rc_str s)
{
    header h;
    rc_span date;
    (void)read_header(s, &h);
    add_words(r, h.subject);
    rc_str subject = rc_arena_str(r->arena, rc_extract_block(&r->extract));
    if (rc_extract_end(&r->extract, RC_BLOCK_TITLE))
        r->doc->title = subject;
    rc_str name = rc_str_trim(rc_str_sub(h.from, 0, rc_str_find(h.from, '<')));
    if (name.len >= 2 && name.ptr[0] == '"')
        name = rc_str_sub(name, 1, name.len - 1);
    if (rc_str_find(name, '?') == name.len)
        r->doc->author = rc_arena_str(r->arena, name);
    if (rc_line_find_date(h.date, &date)) {
        r->doc->dateline_text = rc_arena_str(r->arena, rc_str_sub(h.date, date.start, date.end));
        r->doc->date_source = RC_DATE_METADATA;
    }
}

rc_status rc_read_mail(rc_arena *a, rc_doc *d, rc_err *err)
{
    reader r = {.arena = a, .doc = d};
    rc_str bytes = d->bytes;
    rc_extract_init(&r.extract, a, d);
    read_envelope(&r, bytes);
    read_part(&r, bytes, 0);
    return rc_extract_finish(&r.extract, err);
}
