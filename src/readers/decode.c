#include "readers/decode.h"

#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include "base/limits.h"
#include "source/utf8.h"

#define SAMPLE_BYTES ((size_t)16 << 10)
#define PIECE_UNITS 1024

static rc_status binary(const rc_doc *d, rc_err *err, size_t at)
{
    return rc_fail(err, RC_EFORMAT, d->path.ptr, 0, 0, "a binary file (byte %u at offset %zu)",
                   (unsigned)(unsigned char)d->bytes.ptr[at], at);
}

static void map_source(rc_arena *a, rc_doc *d, rc_map_entry e)
{
    if (e.run && d->source_map_count) {
        rc_map_entry *last = &d->source_map[d->source_map_count - 1];
        if (last->run && last->file_end == e.file_start) {
            last->file_end = e.file_end;
            return;
        }
    }
    RC_PUSH(a, d->source_map, d->source_map_count, d->source_map_capacity, e);
}

/* A control character that no text has: not tab, line feed, form feed, carriage return, escape. */
static bool is_odd_control(unsigned char c)
{
    return (c < 0x20 && !(c >= '\b' && c <= '\r') && c != 0x1b) || c == 0x7f;
}

static bool looks_binary(rc_str bytes)
{
    size_t n = bytes.len < SAMPLE_BYTES ? bytes.len : SAMPLE_BYTES, odd = 0;
    for (size_t i = 0; i < n; i++)
        odd += is_odd_control((unsigned char)bytes.ptr[i]);
    return odd * 20 > n;
}

/* UTF-16 without a byte order mark: every other byte of Western text is NUL. */
static const char *guess_utf16(rc_str bytes)
{
    size_t n = bytes.len < 1024 ? bytes.len & ~(size_t)1 : 1024, even = 0, odd = 0;
    for (size_t i = 0; i < n; i += 2) {
        even += bytes.ptr[i] == 0;
        odd += bytes.ptr[i + 1] == 0;
    }
    if (n >= 4 && odd * 4 > n && even * 16 < n)
        return "UTF-16LE";
    if (n >= 4 && even * 4 > n && odd * 16 < n)
        return "UTF-16BE";
    return NULL;
}

typedef struct {
    rc_arena *arena;
    rc_doc *doc;
    char *out;
    size_t len;
} sink;

static void sink_point(sink *s, uint32_t point, size_t from, size_t to)
{
    rc_map_entry e = {(uint32_t)s->len, (uint32_t)from, (uint32_t)to,
                      point < 0x80 && to - from == 1};
    if (point == 0)
        point = ' ';
    map_source(s->arena, s->doc, e);
    s->len += rc_utf8_write(s->out + s->len, point);
}

/* Units of one piece, with the offset of each in the file, into the sink. */
static void sink_units(sink *s, const UChar *units, const int32_t *offsets, size_t count,
                       size_t base, size_t end)
{
    for (size_t i = 0; i < count;) {
        size_t next = i + 1;
        uint32_t point = units[i];
        if (U16_IS_LEAD(point) && next < count && U16_IS_TRAIL(units[next]))
            point = (uint32_t)U16_GET_SUPPLEMENTARY(point, units[next++]);
        size_t from = base + (size_t)(offsets[i] < 0 ? 0 : offsets[i]);
        size_t to = next < count && offsets[next] >= 0 ? base + (size_t)offsets[next] : end;
        sink_point(s, point, from, to > from ? to : from);
        i = next;
    }
}

static rc_status convert(rc_arena *a, rc_doc *d, const char *charset, size_t skip, rc_err *err)
{
    if (d->bytes.len > RC_LEGACY_BYTES_MAX)
        return rc_fail(err, RC_ELIMIT, d->path.ptr, 0, 0, "no UTF-8, and too large to convert");
    UErrorCode code = U_ZERO_ERROR;
    UConverter *c = ucnv_open(charset, &code);
    if (U_FAILURE(code))
        return rc_fail(err, RC_EFORMAT, d->path.ptr, 0, 0,
                       "no UTF-8, and its character set is not known");
    sink s = {a, d, rc_arena_alloc(a, d->bytes.len * 3 + 8, 1), 0};
    const char *in = d->bytes.ptr + skip, *in_end = d->bytes.ptr + d->bytes.len;
    UChar units[PIECE_UNITS] = {0};
    int32_t offsets[PIECE_UNITS] = {0};
    do {
        size_t base = (size_t)(in - d->bytes.ptr);
        UChar *to = units;
        code = U_ZERO_ERROR;
        /* One unit is kept free, so that a surrogate pair is never cut by the end of a piece. */
        const char *stop = in_end - in > PIECE_UNITS / 2 ? in + PIECE_UNITS / 2 : in_end;
        ucnv_toUnicode(c, &to, units + PIECE_UNITS, &in, stop, offsets, in_end == stop, &code);
        sink_units(&s, units, offsets, (size_t)(to - units), base, (size_t)(in - d->bytes.ptr));
    } while (in < in_end && (U_SUCCESS(code) || code == U_BUFFER_OVERFLOW_ERROR));
    ucnv_close(c);
    d->source = (rc_str){s.out, s.len};
    return RC_OK;
}

/* Mostly UTF-8: what is none becomes U+FFFD. */
static rc_status repair(rc_arena *a, rc_doc *d, rc_err *err)
{
    if (d->bytes.len > RC_LEGACY_BYTES_MAX)
        return rc_fail(err, RC_ELIMIT, d->path.ptr, 0, 0, "no UTF-8, and too large to convert");
    sink s = {a, d, rc_arena_alloc(a, d->bytes.len * 3 + 8, 1), 0};
    for (size_t at = 0; at < d->bytes.len;) {
        size_t good = rc_utf8_prefix(rc_str_sub(d->bytes, at, d->bytes.len));
        if (good) {
            memcpy(s.out + s.len, d->bytes.ptr + at, good);
            map_source(a, d,
                       (rc_map_entry){(uint32_t)s.len, (uint32_t)at, (uint32_t)(at + good), true});
            s.len += good;
            at += good;
        }
        if (at < d->bytes.len) {
            sink_point(&s, d->bytes.ptr[at] == 0 ? ' ' : 0xfffd, at, at + 1);
            at++;
        }
    }
    d->source = (rc_str){s.out, s.len};
    return RC_OK;
}

/* Whether longer sequences of UTF-8 outnumber what is none by far. */
static bool mostly_utf8(rc_str bytes)
{
    size_t good = 0, bad = 0, n = bytes.len < ((size_t)1 << 20) ? bytes.len : (size_t)1 << 20;
    for (size_t i = 0; i < n;) {
        uint32_t point;
        size_t length = rc_utf8_read(bytes, i, &point);
        good += length > 1;
        bad += length == 0;
        i += length ? length : 1;
    }
    return good >= bad * 4;
}

static rc_status convert_detected(rc_arena *a, rc_doc *d, size_t at, rc_err *err)
{
    UErrorCode code = U_ZERO_ERROR;
    char name[64] = "windows-1252";
    UCharsetDetector *detector = ucsdet_open(&code);
    /* The sample begins shortly before the first byte that is no ASCII. */
    size_t from = at > SAMPLE_BYTES / 4 ? at - SAMPLE_BYTES / 4 : 0;
    rc_str sample = rc_str_sub(d->bytes, from, from + SAMPLE_BYTES);
    ucsdet_setText(detector, sample.ptr, (int32_t)sample.len, &code);
    const UCharsetMatch *match = ucsdet_detect(detector, &code);
    if (U_SUCCESS(code) && match && ucsdet_getConfidence(match, &code) >= 20) {
        const char *found = ucsdet_getName(match, &code);
        if (U_SUCCESS(code) && found && strncmp(found, "UTF-", 4) != 0 &&
            strcmp(found, "ISO-8859-1") != 0 && strlen(found) < sizeof(name))
            memcpy(name, found, strlen(found) + 1);
    }
    ucsdet_close(detector);
    return convert(a, d, name, 0, err);
}

/* The character set and the length of a byte order mark, or NULL. */
static const char *mark(rc_str b, size_t *ret_length)
{
    static const struct {
        rc_str bytes;
        const char *charset;
    } marks[] = {
        {{"\xef\xbb\xbf", 3}, "UTF-8"},    {{"\xff\xfe\0\0", 4}, "UTF-32LE"},
        {{"\0\0\xfe\xff", 4}, "UTF-32BE"}, {{"\xff\xfe", 2}, "UTF-16LE"},
        {{"\xfe\xff", 2}, "UTF-16BE"},
    };
    for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
        if (rc_str_starts(b, marks[i].bytes)) {
            *ret_length = marks[i].bytes.len;
            return marks[i].charset;
        }
    }
    *ret_length = 0;
    return NULL;
}

static bool usable(rc_arena *a, rc_str charset, const char **ret_name)
{
    if (charset.len == 0 || charset.len > 40)
        return false;
    const char *name = rc_arena_cstr(a, charset);
    UErrorCode code = U_ZERO_ERROR;
    UConverter *c = ucnv_open(name, &code);
    if (U_FAILURE(code))
        return false;
    bool ok = ucnv_getMinCharSize(c) == 1 && ucnv_getType(c) != UCNV_UTF8;
    ucnv_close(c);
    *ret_name = name;
    return ok;
}

rc_status rc_decode(rc_arena *a, rc_doc *d, rc_str declared, rc_err *err)
{
    size_t skip;
    const char *charset = mark(d->bytes, &skip);
    if (skip && skip != 3)
        return convert(a, d, charset, skip, err);
    rc_str body = rc_str_sub(d->bytes, skip, d->bytes.len);
    size_t good = rc_utf8_prefix(body);
    if (looks_binary(body) && !guess_utf16(d->bytes)) {
        size_t at = skip;
        while (!is_odd_control((unsigned char)d->bytes.ptr[at]))
            at++;
        return binary(d, err, at);
    }
    if (good == body.len) {
        d->source = body;
        if (skip)
            map_source(a, d, (rc_map_entry){0, (uint32_t)skip, (uint32_t)d->bytes.len, true});
        return RC_OK;
    }
    charset = guess_utf16(d->bytes);
    if (charset)
        return convert(a, d, charset, 0, err);
    const char *nul = memchr(body.ptr, 0, body.len);
    if (nul)
        return binary(d, err, (size_t)(nul - d->bytes.ptr));
    if (mostly_utf8(body))
        return repair(a, d, err);
    if (usable(a, declared, &charset))
        return convert(a, d, charset, 0, err);
    return convert_detected(a, d, good, err);
}
