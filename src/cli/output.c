#include "cli/output.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

static rc_status failed(rc_err *err, const char *path)
{
    return rc_fail(err, RC_EIO, path, 0, 0, "cannot write: %s", strerror(errno));
}

static rc_status open_in_place(const char *path, rc_output *o, rc_err *err)
{
    o->fd = open(path, O_WRONLY | O_CLOEXEC);
    return o->fd < 0 ? failed(err, path) : RC_OK;
}

/* The mode that open() would have given the new file. */
static mode_t mode_of_new(void)
{
    mode_t mask = umask(0);
    (void)umask(mask);
    return (mode_t)(0666 & ~mask);
}

rc_status rc_output_open(rc_arena *a, const char *path, rc_output *ret, rc_err *err)
{
    rc_output o = {.fd = STDOUT_FILENO, .path = path};
    struct stat old;
    if (!path) {
        *ret = o;
        return RC_OK;
    }
    bool exists = stat(path, &old) == 0;
    if (exists && !S_ISREG(old.st_mode)) {
        rc_status status = open_in_place(path, &o, err);
        if (status == RC_OK)
            *ret = o;
        return status;
    }
    char *real = exists ? realpath(path, NULL) : NULL; /* a link stays, what it names is replaced */
    o.target = rc_arena_cstr(a, rc_str_from(real ? real : path));
    free(real);
    rc_str temporary = rc_arena_printf(a, "%s.XXXXXX", o.target);
    char *name = RC_NEW_ARRAY(a, char, temporary.len + 1);
    memcpy(name, temporary.ptr, temporary.len);
    o.fd = mkstemp(name);
    if (o.fd < 0)
        return failed(err, path);
    o.temporary = name;
    (void)fchmod(o.fd, exists ? (old.st_mode & 07777) : mode_of_new());
    *ret = o;
    return RC_OK;
}

rc_status rc_output_write(void *output, rc_str bytes)
{
    const rc_output *o = output;
    while (bytes.len) {
        ssize_t n = write(o->fd, bytes.ptr, bytes.len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return RC_EIO;
        bytes = rc_str_sub(bytes, (size_t)n, bytes.len);
    }
    return RC_OK;
}

rc_status rc_output_close(rc_output *o, rc_status written, rc_err *err)
{
    const char *name = o->path ? o->path : "standard output";
    int code = errno;
    /* Some systems tell of a full disk only here. */
    if (close(o->fd) != 0 && errno != EINTR && written == RC_OK) {
        written = RC_EIO;
        code = errno;
    }
    if (written == RC_OK && o->temporary && rename(o->temporary, o->target) != 0) {
        written = RC_EIO;
        code = errno;
    }
    if (written == RC_OK)
        return RC_OK;
    if (o->temporary)
        (void)unlink(o->temporary);
    return rc_fail(err, written, name, 0, 0, "cannot write: %s",
                   written == RC_EIO ? strerror(code) : "the report is too large");
}

bool rc_output_is_terminal(const rc_output *o)
{
    return isatty(o->fd) == 1;
}

unsigned rc_output_width(const rc_output *o)
{
    enum { USUAL = 80, LEAST = 20, MOST = 1000 };
    struct winsize size;
    unsigned width = 0;
    if (ioctl(o->fd, TIOCGWINSZ, &size) == 0) {
        width = size.ws_col;
    } else {
        const char *columns = getenv("COLUMNS");
        for (; columns && *columns >= '0' && *columns <= '9' && width <= MOST; columns++)
            width = width * 10 + (unsigned)(*columns - '0');
    }
    if (width == 0)
        return USUAL;
    return width < LEAST ? LEAST : width > MOST ? MOST : width;
}
