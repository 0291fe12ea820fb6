/* PDF, by a child process of poppler's pdftotext with limits on time, memory and output. Its text
 * is then read as plain text, and positions count in it. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/limits.h"
#include "readers/internal.h"

#define TEXT_BYTES_MAX ((size_t)64 << 20)
#define CHILD_MEMORY ((rlim_t)2 << 30)
#define CHILD_SECONDS 30
#define SILENCE_MS 60000 /* without a byte of output */
#define PIECE_BYTES ((size_t)64 << 10)
#define NOT_FOUND 127

int rc_read_pdf_detect(rc_str path, rc_str bytes)
{
    (void)path;
    return rc_str_starts(bytes, RC_STR("%PDF-")) ? RC_SURE_CONTENT : RC_SURE_NOT;
}

/* In the child, between fork and exec: only calls that are safe there. */
static _Noreturn void become_converter(int in, int out)
{
    static char name[] = "pdftotext", option[] = "-enc", value[] = "UTF-8", dash[] = "-",
                quiet[] = "-q";
    char *const arguments[] = {name, quiet, option, value, dash, dash, NULL};
    const struct rlimit memory = {CHILD_MEMORY, CHILD_MEMORY}, cpu = {CHILD_SECONDS, CHILD_SECONDS};
    int null = open("/dev/null", O_WRONLY);
    (void)setrlimit(RLIMIT_AS, &memory);
    (void)setrlimit(RLIMIT_CPU, &cpu);
    if (null >= 0 && dup2(in, STDIN_FILENO) >= 0 && dup2(out, STDOUT_FILENO) >= 0 &&
        dup2(null, STDERR_FILENO) >= 0)
        (void)execvp(name, arguments);
    _exit(NOT_FOUND);
}

/* All that the child writes; false where it is too much or takes too long. */
static bool read_output(rc_arena *a, int fd, rc_str *ret)
{
    size_t capacity = PIECE_BYTES, len = 0;
    char *out = rc_arena_alloc(a, capacity + 4, 1);
    for (;;) {
        struct pollfd p = {.fd = fd, .events = POLLIN};
        int ready = poll(&p, 1, SILENCE_MS);
        if (ready < 0 && errno == EINTR)
            continue;
        if (ready <= 0)
            return false;
        if (len == capacity) {
            capacity *= 2;
            out = rc_arena_grow(a, out, len, capacity + 4, 1);
        }
        ssize_t got = read(fd, out + len, capacity - len);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0 || len > TEXT_BYTES_MAX)
            return false;
        if (got == 0)
            break;
        len += (size_t)got;
    }
    *ret = (rc_str){out, len};
    return true;
}

static rc_status failed(const rc_doc *d, rc_err *err, const char *why)
{
    return rc_fail(err, RC_EFORMAT, d->path.ptr, 0, 0, "PDF: %s", why);
}

static rc_status run(rc_arena *a, const rc_doc *d, int in, rc_str *ret, rc_err *err)
{
    int ends[2], state = 0;
    if (pipe2(ends, O_CLOEXEC) != 0)
        return failed(d, err, strerror(errno));
    pid_t child = fork();
    if (child == 0)
        become_converter(in, ends[1]);
    (void)close(ends[1]);
    bool ok = child > 0 && read_output(a, ends[0], ret);
    (void)close(ends[0]);
    if (child < 0)
        return failed(d, err, strerror(errno));
    if (!ok)
        (void)kill(child, SIGKILL);
    while (waitpid(child, &state, 0) < 0 && errno == EINTR) {
    }
    if (WIFEXITED(state) && WEXITSTATUS(state) == NOT_FOUND)
        return failed(d, err, "pdftotext is not installed (Debian: poppler-utils)");
    if (!ok || !WIFEXITED(state) || WEXITSTATUS(state) != 0)
        return failed(d, err, "damaged, or past the limits of pdftotext");
    return rc_str_trim(*ret).len ? RC_OK : failed(d, err, "no text in it");
}

/* "/CreationDate (D:20240503...": where the file keeps it in the open. */
static void find_date(rc_arena *a, rc_doc *d, rc_str pdf)
{
    rc_str key = RC_STR("/CreationDate");
    const char *at = memmem(pdf.ptr, pdf.len, key.ptr, key.len);
    if (!at)
        return;
    rc_str s = rc_str_sub(pdf, (size_t)(at - pdf.ptr) + key.len, (size_t)(at - pdf.ptr) + 40);
    size_t digits = rc_str_find(s, ':') + 1;
    for (size_t i = 0; i < 8; i++) {
        if (digits + i >= s.len || s.ptr[digits + i] < '0' || s.ptr[digits + i] > '9')
            return;
    }
    const char *p = s.ptr + digits;
    d->dateline_text = rc_arena_printf(a, "%.4s-%.2s-%.2s", p, p + 4, p + 6);
    d->date_source = RC_DATE_METADATA;
}

/* Takes out blocks of digits only: page numbers. */
static void drop_page_numbers(rc_doc *d)
{
    size_t kept = 0;
    for (size_t i = 0; i < d->block_count; i++) {
        rc_str text = rc_doc_slice(d, d->blocks[i].span);
        bool number = text.len <= 4;
        for (size_t k = 0; k < text.len && number; k++)
            number = text.ptr[k] >= '0' && text.ptr[k] <= '9';
        if (!number)
            d->blocks[kept++] = d->blocks[i];
    }
    d->block_count = kept;
}

rc_status rc_read_pdf(rc_arena *a, rc_doc *d, rc_err *err)
{
    int in = open(d->path.ptr, O_RDONLY | O_CLOEXEC);
    if (in < 0)
        return failed(d, err, "can be read from a file only");
    rc_str text = RC_STR_NONE, pdf = d->bytes;
    rc_status status = run(a, d, in, &text, err);
    (void)close(in);
    if (status != RC_OK)
        return status;
    d->bytes = text;
    status = rc_read_plain(a, d, err);
    if (status != RC_OK)
        return status;
    drop_page_numbers(d);
    if (d->date_source == RC_DATE_NONE)
        find_date(a, d, pdf);
    return RC_OK;
}
