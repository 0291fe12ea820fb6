#include "cli/report.h"

#include <config.h>
#include <unistd.h>

#include "cli/output.h"
#include "reports/paint.h"

bool rc_report_leaves_out(const rc_options *o, rc_str rule)
{
    rc_str group = rc_str_sub(rule, 0, rc_str_find(rule, '/'));
    for (size_t i = 0; i < o->disabled_count; i++) {
        rc_str disabled = rc_str_from(o->disabled[i]);
        if (rc_str_eq(disabled, rule) || rc_str_eq(disabled, group))
            return true;
    }
    return false;
}

/* A rule that --disable names has to exist: a slip of the pen must not look like a clean run. */
static bool load_rules(rc_context *c)
{
    const rc_options *o = c->options;
    if (!rc_command_rules(c, o->disabled_count ? RC_RULES_EXPLAINED : RC_RULES_PLAIN))
        return false;
    for (size_t i = 0; i < o->disabled_count; i++) {
        if (rc_command_knows_rule(c, rc_str_from(o->disabled[i])))
            continue;
        rc_err err;
        (void)rc_fail(&err, RC_EUSAGE, NULL, 0, 0,
                      "--disable: there is no rule '%s'; 'rcheck explain' lists them",
                      o->disabled[i]);
        rc_command_complain(&err);
        return false;
    }
    return true;
}

rc_run *rc_command_run(rc_context *c, const rc_run_options *options)
{
    rc_run *run = NULL;
    rc_err err = {0};
    if (!load_rules(c))
        return NULL;
    rc_status status = rc_run_new(c->rules, options, &run, &err);
    if (status == RC_OK)
        status = rc_run_execute(run, &err);
    if (status == RC_OK)
        return run;
    rc_command_complain(&err);
    rc_run_free(run);
    return NULL;
}

rc_report rc_report_from(rc_context *c, const rc_run *run)
{
    size_t documents = rc_run_document_count(run), unread = rc_run_unread_count(run),
           findings = rc_run_finding_count(run);
    const rc_result **d = RC_NEW_ARRAY(c->arena, const rc_result *, documents);
    const rc_unread **u = RC_NEW_ARRAY(c->arena, const rc_unread *, unread);
    const rc_finding **f = RC_NEW_ARRAY(c->arena, const rc_finding *, findings);
    size_t kept = 0;
    for (size_t i = 0; i < documents; i++)
        d[i] = rc_run_document(run, i);
    for (size_t i = 0; i < unread; i++)
        u[i] = rc_run_unread(run, i);
    for (size_t i = 0; i < findings; i++) {
        const rc_finding *finding = rc_run_finding(run, i);
        if (finding->severity >= c->options->min_severity &&
            !rc_report_leaves_out(c->options, finding->rule))
            f[kept++] = finding;
    }
    return (rc_report){.documents = d,
                       .document_count = documents,
                       .unread = u,
                       .unread_count = unread,
                       .findings = f,
                       .finding_count = kept,
                       .counts = rc_run_counts(run),
                       .version = PACKAGE_VERSION};
}

static bool is_set(const char *name)
{
    const char *value = getenv(name);
    return value && *value;
}

static bool has_colour(const rc_options *o, bool terminal)
{
    if (o->colour != RC_COLOUR_AUTO)
        return o->colour == RC_COLOUR_ALWAYS;
    const char *term = getenv("TERM");
    return terminal && !is_set("NO_COLOR") && !(term && strcmp(term, "dumb") == 0);
}

/* Terminals that show an OSC 8 sequence as a link; tmux and screen pass none on by themselves. */
static bool has_links(void)
{
    static const char *const MARKS[] = {
        "VTE_VERSION",           "KONSOLE_VERSION",    "WT_SESSION",
        "KITTY_WINDOW_ID",       "WEZTERM_PANE",       "ITERM_SESSION_ID",
        "GHOSTTY_RESOURCES_DIR", "ALACRITTY_WINDOW_ID"};
    if (is_set("TMUX") || is_set("STY"))
        return false;
    for (size_t i = 0; i < sizeof(MARKS) / sizeof(*MARKS); i++)
        if (is_set(MARKS[i]))
            return true;
    const char *program = getenv("TERM_PROGRAM");
    return program && strcmp(program, "vscode") == 0;
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The paths of the command line, for "rcheck why": how alike two claims are depends on all that is
 * read. In byte order, since the order in which they were named changes nothing. Empty where they
 * are too many to repeat. */
static rc_str quoted_paths(rc_context *c)
{
    enum { BYTES_MOST = 200 };
    const rc_options *o = c->options;
    const char **paths = RC_NEW_ARRAY(c->arena, const char *, o->operand_count);
    for (size_t i = 0; i < o->operand_count; i++)
        paths[i] = o->operands[i];
    if (o->operand_count)
        qsort(paths, o->operand_count, sizeof(*paths), by_bytes);
    rc_buf quoted;
    rc_buf_init(&quoted, (size_t)1 << 20);
    bool usable = o->command == RC_COMMAND_CHECK;
    for (size_t i = 0; usable && i < o->operand_count; i++) {
        if (i)
            rc_buf_add_char(&quoted, ' ');
        usable = rc_paint_shell_word(&quoted, rc_str_from(paths[i])) == RC_OK &&
                 quoted.len <= BYTES_MOST;
    }
    rc_str out = usable ? rc_arena_str(c->arena, rc_buf_str(&quoted)) : RC_STR_NONE;
    rc_buf_clear(&quoted);
    return out;
}

rc_style rc_report_style(rc_context *c, const rc_output *out)
{
    bool terminal = rc_output_is_terminal(out);
    rc_style style = {.colour = has_colour(c->options, terminal),
                      .width = rc_output_width(out),
                      .paths = quoted_paths(c)};
    char host[256], folder[4096];
    if (!terminal || !style.colour || !has_links() || gethostname(host, sizeof(host)) != 0 ||
        !getcwd(folder, sizeof(folder)))
        return style;
    host[sizeof(host) - 1] = '\0';
    rc_buf root;
    rc_buf_init(&root, (size_t)1 << 16);
    rc_buf_add(&root, RC_STR("file://"));
    for (const char *h = host; *h; h++)
        if (rc_url_path_has(*h) && *h != '/')
            rc_buf_add_char(&root, *h);
    style.link_root = rc_arena_str(c->arena, rc_buf_str(&root));
    rc_url_path_add(&root, rc_str_from(folder));
    rc_buf_add_char(&root, '/');
    style.link_prefix = rc_arena_str(c->arena, rc_buf_str(&root));
    style.links = true;
    rc_buf_clear(&root);
    return style;
}

bool rc_report_write(rc_context *c, const rc_report *r,
                     void (*print)(rc_sink *, const rc_report *, const rc_style *, rc_format))
{
    rc_output out;
    rc_err err = {0};
    rc_sink sink;
    if (rc_output_open(c->arena, c->options->output, &out, &err) != RC_OK) {
        rc_command_complain(&err);
        return false;
    }
    rc_format format = c->options->format;
    if (format == RC_FORMAT_DEFAULT)
        format = c->options->command == RC_COMMAND_EXTRACT && !rc_output_is_terminal(&out)
                     ? RC_FORMAT_NDJSON
                     : RC_FORMAT_TEXT;
    rc_style style = rc_report_style(c, &out);
    rc_sink_init(&sink, rc_output_write, &out);
    print(&sink, r, &style, format);
    rc_status status = rc_output_close(&out, rc_sink_finish(&sink), &err);
    rc_sink_clear(&sink);
    if (status != RC_OK)
        rc_command_complain(&err);
    return status == RC_OK;
}
