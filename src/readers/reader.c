#include "readers/reader.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/limits.h"
#include "readers/internal.h"

#define ZERO_BYTES 4 /* behind the bytes of a file, so that scanners can look ahead */

static const rc_reader readers[] = {
#define RC_READER(module, name) {name, rc_read_##module##_detect, rc_read_##module},
#include "readers/readers.def"
#undef RC_READER
};
#define READER_COUNT (sizeof(readers) / sizeof(readers[0]))

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

bool rc_ascii_equal(rc_str a, rc_str b)
{
    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++) {
        if (lower(a.ptr[i]) != lower(b.ptr[i]))
            return false;
    }
    return true;
}

bool rc_path_has_extension(rc_str path, const char *extension)
{
    size_t n = strlen(extension);
    if (path.len < n + 2 || path.ptr[path.len - n - 1] != '.')
        return false;
    return rc_ascii_equal(rc_str_sub(path, path.len - n, path.len), (rc_str){extension, n});
}

static const rc_reader *choose(rc_str path, rc_str bytes, rc_str as)
{
    const rc_reader *best = NULL;
    int best_sure = 0;
    for (size_t i = 0; i < READER_COUNT; i++) {
        if (as.len) {
            if (rc_str_eq(as, rc_str_from(readers[i].name)))
                return &readers[i];
            continue;
        }
        int sure = readers[i].detect(path, bytes);
        if (sure > best_sure) {
            best = &readers[i];
            best_sure = sure;
        }
    }
    return best;
}

rc_status rc_reader_parse(rc_arena *a, rc_str path, rc_str bytes, rc_str as, rc_doc **ret,
                          rc_err *err)
{
    rc_doc *d = RC_NEW(a, rc_doc);
    d->path = rc_arena_str(a, path);
    d->bytes = bytes;
    d->language = RC_STR("en");
    d->date = INT32_MIN; /* RC_DAY_NONE of value/time.h */
    const rc_reader *r = choose(path, bytes, as);
    if (!r)
        return rc_fail(err, RC_EFORMAT, d->path.ptr, 0, 0, "the format '%.*s' is not read",
                       RC_STR_ARG(as));
    d->format = rc_str_from(r->name);
    rc_status s = r->read(a, d, err);
    if (s != RC_OK)
        return s;
    if (d->block_count > RC_BLOCKS_MAX)
        return rc_fail(err, RC_ELIMIT, d->path.ptr, 0, 0, "too many paragraphs");
    rc_doc_link_sections(d);
    rc_doc_mark_lines(a, d);
    *ret = d;
    return RC_OK;
}

/* Reads up to `capacity` bytes; less only at the end of the file. Returns -1 on failure. */
static ssize_t read_full(int fd, char *to, size_t capacity)
{
    size_t n = 0;
    while (n < capacity) {
        ssize_t got = read(fd, to + n, capacity - n);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return -1;
        if (got == 0)
            break;
        n += (size_t)got;
    }
    return (ssize_t)n;
}

static rc_status load(rc_arena *a, int fd, const char *path, rc_str *ret, rc_err *err)
{
    struct stat st;
    if (fstat(fd, &st) != 0)
        return rc_fail(err, RC_EIO, path, 0, 0, "%s", strerror(errno));
    if (S_ISDIR(st.st_mode))
        return rc_fail(err, RC_EIO, path, 0, 0, "a directory");
    size_t capacity = st.st_size > 0 ? (size_t)st.st_size + 1 : 4096, len = 0;
    if (capacity > RC_FILE_BYTES_MAX + 1)
        capacity = RC_FILE_BYTES_MAX + 1;
    char *bytes = rc_arena_alloc(a, capacity + ZERO_BYTES, 1);
    for (;;) {
        ssize_t got = read_full(fd, bytes + len, capacity - len);
        if (got < 0)
            return rc_fail(err, RC_EIO, path, 0, 0, "%s", strerror(errno));
        len += (size_t)got;
        if (len > RC_FILE_BYTES_MAX)
            return rc_fail(err, RC_ELIMIT, path, 0, 0, "larger than %zu bytes", RC_FILE_BYTES_MAX);
        if (len < capacity)
            break;
        capacity = capacity * 2 < RC_FILE_BYTES_MAX ? capacity * 2 : RC_FILE_BYTES_MAX + 1;
        bytes = rc_arena_grow(a, bytes, len, capacity + ZERO_BYTES, 1);
    }
    *ret = (rc_str){bytes, len};
    return RC_OK;
}

rc_status rc_reader_open(rc_arena *a, const char *path, rc_str as, rc_doc **ret, rc_err *err)
{
    bool is_stdin = strcmp(path, "-") == 0;
    /* Not blocking, so that a named pipe without a writer does not hold up the run. */
    int fd = is_stdin ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (fd < 0)
        return rc_fail(err, RC_EIO, path, 0, 0, "%s", strerror(errno));
    rc_str bytes = RC_STR_NONE;
    rc_status s = load(a, fd, path, &bytes, err);
    if (!is_stdin)
        (void)close(fd);
    if (s != RC_OK)
        return s;
    return rc_reader_parse(a, rc_str_from(path), bytes, as, ret, err);
}
