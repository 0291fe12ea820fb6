/* explain: a rule's page, or the list of all rules. */
#include "cli/command.h"
#include "cli/output.h"
#include "cli/report.h"
#include "reports/paint.h"
#include "reports/terminal.h"
#include "rules/family.h"
#include "rules/suggest.h"

enum { INDENT = 2, EXAMPLE_INDENT = 4, WIDTH_MOST = 100 };

typedef struct {
    rc_buf *out;
    rc_painter paint;
    size_t width;
} page;

static void add_wrapped(page *p, rc_str text, size_t indent)
{
    rc_buf_printf(p->out, "%*s", (int)indent, "");
    rc_terminal_add_wrapped(p->out, text, p->width, indent, indent);
    rc_buf_add_char(p->out, '\n');
}

static void add_item(page *p, rc_str text)
{
    rc_buf_add(p->out, RC_STR("  - "));
    rc_terminal_add_wrapped(p->out, text, p->width, EXAMPLE_INDENT, EXAMPLE_INDENT);
    rc_buf_add_char(p->out, '\n');
}

static void add_heading(page *p, const char *text)
{
    rc_buf_add_char(p->out, '\n');
    rc_paint_add(&p->paint, RC_PAINT_STRONG, rc_str_from(text));
    rc_buf_add_char(p->out, '\n');
}

static void add_examples(page *p, const char *heading, const rc_rule_example *examples,
                         size_t count)
{
    if (!count)
        return;
    add_heading(p, heading);
    for (size_t i = 0; i < count; i++) {
        add_item(p, examples[i].a);
        if (examples[i].b.len)
            add_item(p, examples[i].b);
        if (examples[i].note.len)
            add_wrapped(p, examples[i].note, EXAMPLE_INDENT);
        if (examples[i].b.len && i + 1 < count)
            rc_buf_add_char(p->out, '\n');
    }
}

static void add_page(page *p, const rc_rule_info *r)
{
    rc_severity severity = (rc_severity)r->severity;
    rc_paint_begin(&p->paint, RC_PAINT_STRONG);
    rc_terminal_add(p->out, r->id);
    rc_paint_end(&p->paint);
    if (r->title.len && !rc_str_eq(r->title, r->id)) {
        rc_buf_add(p->out, RC_STR(": "));
        rc_terminal_add_wrapped(p->out, r->title, p->width, INDENT, r->id.len + 2);
    }
    rc_buf_add_char(p->out, '\n');
    rc_paint_add(&p->paint, rc_paint_of(severity), rc_str_from(rc_severity_name(severity)));
    rc_buf_add(p->out, r->family ? RC_STR(" at most; claims of this kind come from ")
                                 : RC_STR(" as a rule; stated in "));
    rc_terminal_add(p->out, rc_str_from(r->file));
    rc_buf_printf(p->out, ":%u\n\n", r->line);
    add_wrapped(p, r->why, 0);
    add_examples(p, r->family ? "Reported against each other" : "Reported", r->fires,
                 r->fires_count);
    add_examples(p, "Not reported", r->silent, r->silent_count);
    add_heading(p, "To turn it off");
    if (r->off.len) {
        add_wrapped(p, r->off, INDENT);
        return;
    }
    rc_buf_add(p->out, RC_STR("  rcheck --disable "));
    rc_terminal_add(p->out, r->id);
    rc_buf_add(p->out, RC_STR(" PATH...\n"));
}

static size_t longest_id(const rc_rules *r)
{
    size_t longest = 0;
    for (size_t i = 0; i < rc_rules_info_count(r); i++) {
        size_t width = rc_terminal_width(rc_rules_info(r, i)->id);
        longest = width > longest ? width : longest;
    }
    return longest;
}

static void add_kind(page *p, const rc_rules *r, bool family, size_t column)
{
    for (size_t i = 0; i < rc_rules_info_count(r); i++) {
        const rc_rule_info *info = rc_rules_info(r, i);
        if (info->family != family)
            continue;
        rc_severity severity = (rc_severity)info->severity;
        rc_str name = rc_str_from(rc_severity_name(severity));
        rc_buf_add(p->out, RC_STR("  "));
        rc_terminal_add(p->out, info->id);
        rc_buf_printf(p->out, "%*s", (int)(column - rc_terminal_width(info->id) + 2), "");
        rc_paint_add(&p->paint, rc_paint_of(severity), name);
        rc_buf_printf(p->out, "%*s", (int)(9 - name.len), "");
        size_t used = 2 + column + 2 + 9;
        rc_terminal_add_cut(p->out, info->title, p->width > used + 10 ? p->width - used : 10);
        rc_buf_add_char(p->out, '\n');
    }
}

static void add_list(page *p, const rc_rules *r)
{
    size_t column = longest_id(r);
    rc_paint_add(&p->paint, RC_PAINT_STRONG, RC_STR("Checks"));
    rc_buf_add_char(p->out, '\n');
    add_kind(p, r, false, column);
    add_heading(p, "Families of claims");
    add_kind(p, r, true, column);
    rc_buf_add(p->out, RC_STR("\nrcheck explain RULE tells what a rule finds.\n"));
}

/* A rule by its id; findings of a family's claims name it as "family/conflict". */
static const rc_rule_info *find_rule(const rc_rules *r, rc_str id)
{
    const rc_str suffix = RC_STR("/conflict");
    const rc_rule_info *info = rc_rules_info_find(r, id);
    if (info || !rc_str_ends(id, suffix))
        return info;
    return rc_rules_info_find(r, rc_str_sub(id, 0, id.len - suffix.len));
}

bool rc_command_knows_rule(const rc_context *c, rc_str id)
{
    if (find_rule(c->rules, id))
        return true;
    for (size_t i = 0; i < rc_rules_info_count(c->rules); i++) {
        rc_str known = rc_rules_info(c->rules, i)->id;
        if (rc_str_eq(rc_str_sub(known, 0, rc_str_find(known, '/')), id))
            return true;
    }
    return false;
}

static void complain_of_rule(rc_context *c, const char *given)
{
    size_t count = rc_rules_info_count(c->rules);
    rc_str *ids = RC_NEW_ARRAY(c->arena, rc_str, count);
    for (size_t i = 0; i < count; i++)
        ids[i] = rc_rules_info(c->rules, i)->id;
    rc_err err;
    (void)rc_fail(&err, RC_EUSAGE, NULL, 0, 0, "there is no rule '%s'%s", given,
                  rc_suggestion(c->arena, rc_str_from(given), ids, count));
    rc_command_complain(&err);
}

int rc_command_explain(rc_context *c)
{
    const rc_options *o = c->options;
    const rc_rule_info *info = NULL;
    if (!rc_command_rules(c, RC_RULES_EXPLAINED))
        return RC_EXIT_TROUBLE;
    if (o->operand_count) {
        info = find_rule(c->rules, rc_str_from(o->operands[0]));
        if (!info) {
            complain_of_rule(c, o->operands[0]);
            return RC_EXIT_TROUBLE;
        }
    }
    rc_output out;
    rc_err err = {0};
    rc_buf buf;
    if (rc_output_open(c->arena, o->output, &out, &err) != RC_OK) {
        rc_command_complain(&err);
        return RC_EXIT_TROUBLE;
    }
    rc_style style = rc_report_style(c, &out);
    rc_buf_init(&buf, (size_t)1 << 26);
    page p = {&buf, {&buf, &style}, style.width < WIDTH_MOST ? style.width : WIDTH_MOST};
    if (info)
        add_page(&p, info);
    else
        add_list(&p, c->rules);
    rc_status status = rc_output_write(&out, rc_buf_str(&buf));
    status = rc_output_close(&out, status, &err);
    rc_buf_clear(&buf);
    if (status == RC_OK)
        return RC_EXIT_CLEAN;
    rc_command_complain(&err);
    return RC_EXIT_TROUBLE;
}
