#include "readers/zip.h"

#include <string.h>
#include <zlib.h>

#define END_BYTES 22 /* end of central directory record */
#define COMMENT_MAX 65535
#define ENTRY_BYTES 46 /* central directory header */
#define LOCAL_BYTES 30 /* local file header */
#define PIECE_BYTES ((size_t)64 << 10)

static size_t u16(rc_str s, size_t at)
{
    const unsigned char *p = (const unsigned char *)s.ptr + at;
    return (size_t)p[0] | (size_t)p[1] << 8;
}

static size_t u32(rc_str s, size_t at)
{
    return u16(s, at) | u16(s, at + 2) << 16;
}

typedef struct {
    size_t method, packed_bytes, local_at;
} entry;

/* Where the end record stands, or s.len. */
static size_t find_end(rc_str s)
{
    if (s.len < END_BYTES)
        return s.len;
    size_t lowest = s.len > END_BYTES + COMMENT_MAX ? s.len - END_BYTES - COMMENT_MAX : 0;
    for (size_t at = s.len - END_BYTES + 1; at-- > lowest;) {
        if (memcmp(s.ptr + at, "PK\5\6", 4) == 0)
            return at;
    }
    return s.len;
}

static rc_status find(rc_str s, rc_str name, entry *ret)
{
    size_t end = find_end(s);
    if (end == s.len)
        return RC_EFORMAT;
    size_t count = u16(s, end + 10), at = u32(s, end + 16);
    for (size_t i = 0; i < count && i < RC_ZIP_FILES_MAX; i++) {
        if (at > s.len || s.len - at < ENTRY_BYTES || memcmp(s.ptr + at, "PK\1\2", 4) != 0)
            return RC_EFORMAT;
        size_t name_bytes = u16(s, at + 28), more = u16(s, at + 30) + u16(s, at + 32);
        rc_str found = rc_str_sub(s, at + ENTRY_BYTES, at + ENTRY_BYTES + name_bytes);
        if (rc_str_eq(found, name)) {
            *ret = (entry){u16(s, at + 10), u32(s, at + 20), u32(s, at + 42)};
            return RC_OK;
        }
        at += ENTRY_BYTES + name_bytes + more;
    }
    return RC_NONE;
}

bool rc_zip_has(rc_str archive, rc_str name)
{
    entry e;
    return rc_str_starts(archive, RC_STR("PK\3\4")) && find(archive, name, &e) == RC_OK;
}

/* Unpacks in pieces that grow; the memory is of the arena. */
static rc_status inflate_all(rc_arena *a, rc_str packed, rc_str *ret)
{
    /* NOLINTNEXTLINE(performance-no-int-to-ptr): zlib takes no pointer to const. */
    z_stream z = {.next_in = (z_const Bytef *)(uintptr_t)packed.ptr, .avail_in = (uInt)packed.len};
    if (inflateInit2(&z, -MAX_WBITS) != Z_OK)
        return RC_EFORMAT;
    size_t capacity = PIECE_BYTES, len = 0;
    char *out = rc_arena_alloc(a, capacity + 4, 1);
    int code = Z_OK;
    while (code == Z_OK && len <= RC_ZIP_FILE_BYTES_MAX) {
        if (len == capacity) {
            out = rc_arena_grow(a, out, len, capacity * 2 + 4, 1);
            capacity *= 2;
        }
        z.next_out = (Bytef *)out + len;
        z.avail_out = (uInt)(capacity - len);
        code = inflate(&z, Z_NO_FLUSH);
        len = capacity - z.avail_out;
    }
    (void)inflateEnd(&z);
    if (len > RC_ZIP_FILE_BYTES_MAX)
        return RC_ELIMIT;
    if (code != Z_STREAM_END)
        return RC_EFORMAT;
    memset(out + len, 0, 4);
    *ret = (rc_str){out, len};
    return RC_OK;
}

static rc_status unpack(rc_arena *a, rc_str s, const entry *e, rc_str *ret)
{
    size_t at = e->local_at;
    if (at > s.len || s.len - at < LOCAL_BYTES || memcmp(s.ptr + at, "PK\3\4", 4) != 0)
        return RC_EFORMAT;
    at += LOCAL_BYTES + u16(s, at + 26) + u16(s, at + 28);
    if (at > s.len || s.len - at < e->packed_bytes)
        return RC_EFORMAT;
    rc_str packed = {s.ptr + at, e->packed_bytes};
    if (e->method == 8)
        return inflate_all(a, packed, ret);
    if (e->method != 0)
        return RC_EFORMAT;
    char *copy = rc_arena_alloc(a, packed.len + 4, 1);
    if (packed.len)
        memcpy(copy, packed.ptr, packed.len);
    *ret = (rc_str){copy, packed.len};
    return RC_OK;
}

rc_status rc_zip_read(rc_arena *a, rc_str archive, rc_str name, rc_str *ret, rc_err *err)
{
    entry e;
    rc_status status = find(archive, name, &e);
    if (status == RC_OK)
        status = unpack(a, archive, &e, ret);
    if (status == RC_ELIMIT)
        return rc_fail(err, status, NULL, 0, 0, "'%.*s' in it unpacks to more than %zu bytes",
                       RC_STR_ARG(name), RC_ZIP_FILE_BYTES_MAX);
    if (status == RC_EFORMAT)
        return rc_fail(err, status, NULL, 0, 0, "a damaged archive");
    return status;
}
