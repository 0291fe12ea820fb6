/* The report for people: a finding with every side quoted, then all disputed facts at a glance, and
 * what was read and understood. */
#include "reports/excerpt.h"
#include "reports/fact.h"
#include "reports/paint.h"
#include "reports/place.h"
#include "reports/report.h"
#include "reports/terminal.h"

enum {
    CLAIMS_SHOWN = 3,  /* with more claims, one of each side is quoted and the others are named */
    ALSO_SHOWN = 6,    /* places named of one side */
    WIDTH_LEAST = 24,  /* of an excerpt, however narrow the terminal */
    FACT_PART = 45,    /* per cent of the line for the fact's name in the table */
    SEVERITY_WIDTH = 7 /* "warning" */
};

typedef struct {
    rc_sink *sink;
    rc_painter paint;
    size_t width;  /* of the terminal */
    size_t gutter; /* columns of the line numbers */
    rc_places places;
} printer;

#define OUT(p) ((p)->paint.out)
#define ADD(p, literal) rc_buf_add(OUT(p), RC_STR(literal))

static rc_place place_of(printer *p, const rc_finding_claim *c)
{
    return rc_places_find(&p->places, c->doc, rc_doc_file_span(c->doc, c->span).start);
}

static void add_place(printer *p, const rc_finding_claim *c)
{
    rc_place place = place_of(p, c);
    rc_paint_file(&p->paint, c->doc->path);
    rc_buf_printf(OUT(p), ":%u:%u", place.line, place.column);
}

/* The frame at the left of a line that has no number: "   │ ". */
static void add_frame(printer *p, rc_str sign)
{
    rc_paint_begin(&p->paint, RC_PAINT_FRAME);
    rc_buf_printf(OUT(p), "%*s ", (int)p->gutter, "");
    rc_buf_add(OUT(p), sign);
    rc_paint_end(&p->paint);
    ADD(p, " ");
}

static void add_wrapped(printer *p, rc_str text, size_t indent, size_t used)
{
    rc_terminal_add_wrapped(OUT(p), text, p->width, indent, used);
}

static void add_message(printer *p, const rc_finding *f, size_t used)
{
    rc_buf message;
    rc_buf_init(&message, (size_t)1 << 20);
    rc_fact_message(&message, f, &p->places);
    add_wrapped(p, rc_buf_str(&message), 2, used);
    rc_buf_clear(&message);
}

static void add_header(printer *p, const rc_finding *f)
{
    rc_paint paint = rc_paint_of(f->severity);
    rc_str severity = rc_str_from(rc_severity_name(f->severity));
    rc_paint_begin(&p->paint, paint);
    rc_buf_add(OUT(p), severity);
    ADD(p, "[");
    rc_terminal_add(OUT(p), f->rule);
    ADD(p, "]");
    rc_paint_end(&p->paint);
    ADD(p, ": ");
    rc_paint_begin(&p->paint, RC_PAINT_STRONG);
    add_message(p, f, severity.len + rc_terminal_width(f->rule) + 4);
    rc_paint_end(&p->paint);
    ADD(p, "\n");
}

/* What the words were read as, behind the line under them or, where it does not fit, below. */
static void add_label(printer *p, const rc_finding_claim *c, size_t used, rc_paint paint)
{
    rc_buf label;
    rc_buf_init(&label, (size_t)1 << 20);
    rc_buf_add(&label, c->normalized);
    if (c->normalized.len && c->note.len)
        rc_buf_add(&label, RC_STR(" · "));
    rc_buf_add(&label, c->note);
    size_t indent = p->gutter + 3;
    if (label.len && used + 1 + rc_terminal_width(rc_buf_str(&label)) <= p->width) {
        ADD(p, " ");
        rc_paint_begin(&p->paint, paint);
        rc_terminal_add(OUT(p), rc_buf_str(&label));
        rc_paint_end(&p->paint);
    } else if (label.len) {
        ADD(p, "\n");
        add_frame(p, RC_STR("│"));
        rc_paint_begin(&p->paint, paint);
        rc_terminal_add_cut(OUT(p), rc_buf_str(&label), p->width > indent ? p->width - indent : 1);
        rc_paint_end(&p->paint);
    }
    ADD(p, "\n");
    rc_buf_clear(&label);
}

static void add_claim(printer *p, const rc_finding_claim *c, bool first)
{
    rc_paint paint = c->side == 0 ? RC_PAINT_FIRST : RC_PAINT_SECOND;
    add_frame(p, first ? RC_STR("┌─") : RC_STR("├─"));
    add_place(p, c);
    ADD(p, "\n");
    rc_paint_begin(&p->paint, RC_PAINT_FRAME);
    rc_buf_printf(OUT(p), "%*u │", (int)p->gutter, place_of(p, c).line);
    rc_paint_end(&p->paint);
    ADD(p, " ");
    size_t room = p->width > p->gutter + 3 ? p->width - p->gutter - 3 : 0;
    rc_excerpt e = rc_excerpt_add(OUT(p), c->doc, c->sentence, c->span,
                                  room < WIDTH_LEAST ? WIDTH_LEAST : room);
    ADD(p, "\n");
    add_frame(p, RC_STR("│"));
    rc_buf_printf(OUT(p), "%*s", (int)e.before, "");
    rc_paint_begin(&p->paint, paint);
    for (size_t i = 0; i < e.marked; i++)
        ADD(p, "━");
    rc_paint_end(&p->paint);
    add_label(p, c, p->gutter + 3 + e.before + e.marked, paint);
}

/* "also b.txt:3:1, c.txt:9:2 and 4 more": the places of a side that are not quoted. */
static void add_also(printer *p, const rc_finding_claim *claims, size_t count)
{
    rc_buf text;
    rc_buf_init(&text, (size_t)1 << 20);
    rc_buf_add(&text, RC_STR("also "));
    for (size_t i = 0; i < count && i < ALSO_SHOWN; i++) {
        rc_place place = place_of(p, &claims[i]);
        rc_buf_printf(&text, "%s%.*s:%u:%u", i ? ", " : "", RC_STR_ARG(claims[i].doc->path),
                      place.line, place.column);
    }
    if (count > ALSO_SHOWN)
        rc_buf_printf(&text, " and %zu more", count - ALSO_SHOWN);
    add_frame(p, RC_STR("│"));
    rc_buf wrapped;
    rc_buf_init(&wrapped, (size_t)1 << 20);
    size_t indent = p->gutter + 3;
    size_t room = p->width > indent + 10 ? p->width - indent : 10;
    rc_terminal_add_wrapped(&wrapped, rc_buf_str(&text), room, 0, 0);
    rc_str rest = rc_buf_str(&wrapped), line;
    for (bool more = false; rc_str_split(&rest, '\n', &line); more = true) {
        if (more) {
            ADD(p, "\n");
            add_frame(p, RC_STR("│"));
        }
        rc_buf_add(OUT(p), line);
    }
    ADD(p, "\n");
    rc_buf_clear(&wrapped);
    rc_buf_clear(&text);
}

static void add_claims(printer *p, const rc_finding *f)
{
    bool grouped = f->claim_count > CLAIMS_SHOWN;
    bool first = true;
    for (size_t i = 0; i < f->claim_count;) {
        size_t end = grouped ? rc_fact_side_end(f, i) : i + 1;
        if (f->claims[i].doc) {
            add_claim(p, &f->claims[i], first);
            first = false;
        }
        if (end > i + 1)
            add_also(p, &f->claims[i + 1], end - i - 1);
        i = end;
    }
}

static void add_note(printer *p, rc_str name, rc_str text)
{
    size_t indent = p->gutter + 3;
    rc_paint_begin(&p->paint, RC_PAINT_FRAME);
    rc_buf_printf(OUT(p), "%*s =", (int)p->gutter, "");
    rc_paint_end(&p->paint);
    ADD(p, " ");
    if (name.len)
        rc_paint_add(&p->paint, RC_PAINT_STRONG, name);
    add_wrapped(p, text, indent, indent + name.len);
    ADD(p, "\n");
}

static void add_list(printer *p, rc_str name, const rc_str *items, size_t count, rc_str separator)
{
    rc_buf text;
    rc_buf_init(&text, (size_t)1 << 20);
    for (size_t i = 0; i < count; i++) {
        if (i)
            rc_buf_add(&text, separator);
        rc_buf_add(&text, items[i]);
    }
    if (count)
        add_note(p, name, rc_buf_str(&text));
    rc_buf_clear(&text);
}

/* The first claim of another side than that of the first; NULL: there is none. */
static const rc_finding_claim *opponent(const rc_finding *f)
{
    for (size_t i = 1; i < f->claim_count; i++)
        if (f->claims[i].side != f->claims[0].side)
            return &f->claims[i];
    return NULL;
}

/* The column is told only where the line alone does not tell two places apart. */
static rc_status add_shell_place(printer *p, rc_buf *out, const rc_finding_claim *c, bool column)
{
    rc_buf place;
    rc_buf_init(&place, (size_t)1 << 16);
    rc_place at = place_of(p, c);
    rc_buf_printf(&place, "%.*s:%u", RC_STR_ARG(c->doc->path), at.line);
    if (column)
        rc_buf_printf(&place, ":%u", at.column);
    rc_status status = rc_paint_shell_word(out, rc_buf_str(&place));
    rc_buf_clear(&place);
    return status;
}

/* "rcheck why a.txt:12 b.txt:9", with the paths of this run where they are more than the two files;
 * false: a name in it must not reach a terminal, or there is no second side. */
static bool add_why(printer *p, rc_buf *out, const rc_finding *f)
{
    const rc_finding_claim *a = &f->claims[0], *b = opponent(f);
    if (!b || !a->doc || !b->doc)
        return false;
    bool column = a->doc == b->doc && place_of(p, a).line == place_of(p, b).line;
    rc_buf_add(out, RC_STR("rcheck why "));
    if (add_shell_place(p, out, a, column) != RC_OK)
        return false;
    rc_buf_add_char(out, ' ');
    if (add_shell_place(p, out, b, column) != RC_OK)
        return false;
    if (p->paint.style->paths.len) {
        rc_buf_add_char(out, ' ');
        rc_buf_add(out, p->paint.style->paths);
    }
    return true;
}

static void add_commands(printer *p, const rc_finding *f)
{
    rc_buf why;
    rc_buf_init(&why, (size_t)1 << 20);
    bool usable = add_why(p, &why, f);
    rc_buf explain;
    rc_buf_init(&explain, (size_t)1 << 20);
    rc_buf_printf(&explain, "rcheck explain %.*s", RC_STR_ARG(f->rule));
    add_note(p, RC_STR(""), rc_buf_str(&explain));
    rc_buf_clear(&explain);
    size_t used = p->gutter + 3 + rc_terminal_width(f->rule) + 15;
    if (usable && used + 3 + rc_terminal_width(rc_buf_str(&why)) <= p->width) {
        OUT(p)->len--; /* the line goes on */
        rc_buf_printf(OUT(p), " · %.*s\n", RC_STR_ARG(rc_buf_str(&why)));
    } else if (usable) {
        add_note(p, RC_STR(""), RC_STR(""));
        OUT(p)->len--;
        rc_buf_printf(OUT(p), "%.*s\n", RC_STR_ARG(rc_buf_str(&why)));
    }
    rc_buf_clear(&why);
}

static size_t digits(uint32_t n)
{
    size_t count = 1;
    for (; n >= 10; n /= 10)
        count++;
    return count;
}

static void add_finding(printer *p, const rc_finding *f)
{
    p->gutter = 2;
    for (size_t i = 0; i < f->claim_count; i++) {
        size_t need = f->claims[i].doc ? digits(place_of(p, &f->claims[i]).line) : 0;
        p->gutter = need > p->gutter ? need : p->gutter;
    }
    add_header(p, f);
    add_claims(p, f);
    if (f->reference.file) {
        rc_buf row;
        rc_buf_init(&row, (size_t)1 << 20);
        rc_buf_printf(&row, "%s:%u: %.*s", f->reference.file, f->reference.line,
                      RC_STR_ARG(f->reference.text));
        add_note(p, RC_STR("table: "), rc_buf_str(&row));
        rc_buf_clear(&row);
    }
    add_list(p, RC_STR("same: "), f->same, f->same_count, RC_STR(" · "));
    add_list(p, RC_STR("unsure: "), f->unsure, f->unsure_count, RC_STR("; "));
    add_commands(p, f);
    ADD(p, "\n");
    rc_sink_flow(p->sink);
}

static void add_row(printer *p, const rc_finding *f, size_t column)
{
    rc_buf name, values;
    rc_buf_init(&name, (size_t)1 << 20);
    rc_buf_init(&values, (size_t)1 << 20);
    rc_fact_name(&name, f);
    rc_fact_values(&values, f);
    rc_str severity = rc_str_from(rc_severity_name(f->severity));
    size_t used = rc_terminal_width(rc_buf_str(&name));
    size_t margin = SEVERITY_WIDTH + column + 6;
    ADD(p, "  ");
    rc_paint_add(&p->paint, rc_paint_of(f->severity), severity);
    rc_buf_printf(OUT(p), "%*s", (int)(SEVERITY_WIDTH - severity.len + 2), "");
    rc_terminal_add_cut(OUT(p), rc_buf_str(&name), column);
    rc_buf_printf(OUT(p), "%*s", used < column ? (int)(column - used + 2) : 2, "");
    rc_terminal_add_cut(OUT(p), rc_buf_str(&values), p->width > margin + 8 ? p->width - margin : 8);
    ADD(p, "\n");
    rc_buf_clear(&name);
    rc_buf_clear(&values);
}

/* The width of the facts' names: of the longest, up to a share of the line. */
static size_t name_column(const printer *p, const rc_report *r)
{
    size_t longest = 0, most = p->width * FACT_PART / 100;
    rc_buf name;
    rc_buf_init(&name, (size_t)1 << 20);
    for (size_t i = 0; i < r->finding_count && longest < most; i++) {
        name.len = 0;
        rc_fact_name(&name, r->findings[i]);
        size_t width = rc_terminal_width(rc_buf_str(&name));
        longest = width > longest ? width : longest;
    }
    rc_buf_clear(&name);
    return longest < most ? longest : most;
}

static void add_table(printer *p, const rc_report *r)
{
    if (r->finding_count < 2)
        return;
    size_t column = name_column(p, r);
    rc_paint_add(&p->paint, RC_PAINT_STRONG, RC_STR("Disputed facts"));
    ADD(p, "\n");
    for (size_t i = 0; i < r->finding_count; i++) {
        add_row(p, r->findings[i], column);
        rc_sink_flow(p->sink);
    }
    ADD(p, "\n");
}

static void add_summary(printer *p, const rc_report *r)
{
    rc_buf verdict, understood;
    rc_buf_init(&verdict, (size_t)1 << 16);
    rc_buf_init(&understood, (size_t)1 << 16);
    rc_fact_verdict(&verdict, r);
    rc_fact_understood(&understood, r->counts);
    rc_paint_begin(&p->paint, RC_PAINT_STRONG);
    add_wrapped(p, rc_buf_str(&verdict), 0, 0);
    rc_paint_end(&p->paint);
    ADD(p, "\n");
    add_wrapped(p, rc_buf_str(&understood), 0, 0);
    ADD(p, "\n");
    rc_buf_clear(&verdict);
    rc_buf_clear(&understood);
}

static void add_unread(printer *p, const rc_report *r)
{
    for (size_t i = 0; i < r->unread_count; i++) {
        const rc_unread *u = r->unread[i];
        rc_paint_add(&p->paint, RC_PAINT_WARNING, RC_STR("Not read: "));
        rc_paint_file(&p->paint, rc_str_from(u->path));
        ADD(p, ": ");
        rc_terminal_add(OUT(p), u->reason);
        ADD(p, "\n");
        rc_sink_flow(p->sink);
    }
}

void rc_report_text(rc_sink *s, const rc_report *r, const rc_style *style)
{
    printer p = {.sink = s, .paint = {&s->buf, style}, .width = style->width ? style->width : 80};
    for (size_t i = 0; i < r->finding_count; i++)
        add_finding(&p, r->findings[i]);
    add_table(&p, r);
    add_summary(&p, r);
    add_unread(&p, r);
}
