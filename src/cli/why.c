/* why: the first reason for which two passages were not reported against each other. */
#include <sys/stat.h>

#include "cli/command.h"
#include "cli/report.h"
#include "reports/paint.h"
#include "reports/place.h"
#include "reports/terminal.h"

typedef struct {
    const char *file;
    uint32_t line, column; /* column 0: the whole line */
    const rc_doc *doc;
    rc_span span; /* of the file */
} spot;

/* Takes ":digits" off the end of `s`. */
static bool take_number(rc_str *s, uint32_t *ret)
{
    size_t at = s->len;
    uint64_t n = 0, scale = 1;
    while (at > 0 && s->ptr[at - 1] >= '0' && s->ptr[at - 1] <= '9' && s->len - at < 9) {
        n += (uint64_t)(s->ptr[--at] - '0') * scale;
        scale *= 10;
    }
    if (at == s->len || at < 2 || s->ptr[at - 1] != ':' || n == 0)
        return false;
    *ret = (uint32_t)n;
    *s = rc_str_sub(*s, 0, at - 1);
    return true;
}

/* "file:line" or "file:line:column", where a file's name may have colons itself. */
static bool parse_spot(rc_arena *a, const char *given, spot *ret)
{
    rc_str s = rc_str_from(given);
    uint32_t last, before;
    if (!take_number(&s, &last))
        return false;
    bool both = take_number(&s, &before);
    *ret = (spot){
        .file = rc_arena_cstr(a, s), .line = both ? before : last, .column = both ? last : 0};
    return true;
}

static const rc_doc *find_document(const rc_report *r, const char *file)
{
    struct stat wanted, other;
    for (size_t i = 0; i < r->document_count; i++)
        if (rc_str_eq(r->documents[i]->doc->path, rc_str_from(file)))
            return r->documents[i]->doc;
    if (stat(file, &wanted) != 0)
        return NULL;
    for (size_t i = 0; i < r->document_count; i++)
        if (stat(r->documents[i]->doc->path.ptr, &other) == 0 && other.st_ino == wanted.st_ino &&
            other.st_dev == wanted.st_dev)
            return r->documents[i]->doc;
    return NULL;
}

/* The bytes of the line, or those of the code point at the column. */
static bool locate_span(spot *p)
{
    rc_str rest = p->doc->bytes, line = RC_STR_NONE;
    for (uint32_t i = 0; i < p->line; i++)
        if (!rc_str_split(&rest, '\n', &line))
            return false;
    size_t from = (size_t)(line.ptr - p->doc->bytes.ptr), to = from + line.len;
    for (uint32_t i = 1; i < p->column && from < to; i++)
        do
            from++;
        while (from < to && ((unsigned char)p->doc->bytes.ptr[from] & 0xc0) == 0x80);
    if (p->column && from < to)
        to = from + 1;
    p->span = (rc_span){(uint32_t)from, (uint32_t)to};
    return true;
}

static bool settle(spot *p, const rc_report *r)
{
    rc_err err;
    p->doc = find_document(r, p->file);
    if (p->doc && locate_span(p))
        return true;
    (void)rc_fail(&err, RC_EUSAGE, p->file, 0, 0, p->doc ? "it has no line %u" : "it was not read",
                  p->line);
    rc_command_complain(&err);
    return false;
}

static void add_claim(rc_buf *out, const spot *p, const rc_claim *c)
{
    if (!c)
        return;
    rc_places places = {0};
    rc_place place = rc_places_find(&places, p->doc, rc_doc_file_span(p->doc, c->value_span).start);
    rc_terminal_add(out, p->doc->path);
    rc_buf_printf(out, ":%u:%u: ", place.line, place.column);
    rc_terminal_add(out, rc_doc_slice(p->doc, c->value_span));
    const rc_str parts[] = {c->subject.text, c->attribute, c->object.text, c->time.value};
    for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
        if (!parts[i].len)
            continue;
        rc_buf_add(out, RC_STR(" · "));
        rc_terminal_add(out, parts[i]);
    }
    rc_buf_add_char(out, '\n');
}

static int answer(rc_run *run, const spot *a, const spot *b)
{
    rc_why why = rc_run_why(run, a->doc->path, a->span, b->doc->path, b->span);
    rc_buf out;
    rc_buf_init(&out, (size_t)1 << 24);
    if (!why.finding) {
        add_claim(&out, a, why.a);
        add_claim(&out, b, why.b);
    }
    if (why.finding) {
        rc_buf_add(&out, RC_STR("reported: "));
        rc_buf_add(&out, rc_str_from(rc_severity_name(why.finding->severity)));
        rc_buf_printf(&out, "[%.*s]: ", RC_STR_ARG(why.finding->rule));
        rc_terminal_add(&out, why.finding->message);
    } else if (why.gate.len) {
        rc_buf_printf(&out, "not reported: %.*s: %.*s", RC_STR_ARG(why.gate),
                      RC_STR_ARG(why.explanation));
    } else {
        rc_buf_printf(&out, "not compared: %.*s", RC_STR_ARG(why.explanation));
    }
    rc_buf_add_char(&out, '\n');
    bool written = fwrite(out.ptr, 1, out.len, stdout) == out.len && fflush(stdout) == 0;
    rc_buf_clear(&out);
    return written ? RC_EXIT_CLEAN : RC_EXIT_TROUBLE;
}

int rc_command_why(rc_context *c)
{
    const rc_options *o = c->options;
    spot spots[2];
    rc_err err = {0};
    const char **paths = RC_NEW_ARRAY(c->arena, const char *, o->operand_count);
    for (size_t i = 0; i < o->operand_count; i++)
        paths[i] = o->operands[i];
    for (size_t i = 0; i < 2; i++) {
        if (!parse_spot(c->arena, o->operands[i], &spots[i])) {
            (void)rc_fail(&err, RC_EUSAGE, NULL, 0, 0,
                          "'%s' is no place: write FILE:LINE or FILE:LINE:COLUMN", o->operands[i]);
            rc_command_complain(&err);
            return RC_EXIT_TROUBLE;
        }
        paths[i] = spots[i].file;
    }
    rc_run_options options = {.paths = paths,
                              .path_count = o->operand_count,
                              .date = o->date,
                              .threads = o->threads,
                              .check = true,
                              .trace = true};
    rc_run *run = rc_command_run(c, &options);
    if (!run)
        return RC_EXIT_TROUBLE;
    rc_report report = rc_report_from(c, run);
    int status = RC_EXIT_TROUBLE;
    if (settle(&spots[0], &report) && settle(&spots[1], &report))
        status = answer(run, &spots[0], &spots[1]);
    rc_run_free(run);
    return status;
}
