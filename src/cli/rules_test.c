/* rules test: the examples that rule files carry. Operands are rule folders: they are loaded behind
 * the program's own rules and only they are tested. */
#include "pipeline/rules_test.h"
#include "cli/command.h"
#include "reports/terminal.h"

static void print_failure(const rc_rule_failure *f)
{
    rc_buf line;
    rc_buf_init(&line, (size_t)1 << 20);
    rc_terminal_add(&line, rc_str_from(f->file));
    rc_buf_printf(&line, ":%u:%u: ", (unsigned)f->line, (unsigned)f->column);
    rc_str rest = f->text, part;
    while (rc_str_split(&rest, '\n', &part)) {
        rc_terminal_add(&line, part);
        rc_buf_add_char(&line, '\n');
    }
    (void)fwrite(line.ptr, 1, line.len, stdout);
    rc_buf_clear(&line);
}

int rc_command_rules_test(rc_context *c)
{
    rc_rules_report report;
    rc_err err = {0};
    if (!rc_command_rules(c, RC_RULES_EXPLAINED))
        return RC_EXIT_TROUBLE;
    if (rc_rules_test(c->arena, c->rules, c->options->operands, c->options->operand_count, &report,
                      &err) != RC_OK) {
        rc_command_complain(&err);
        return RC_EXIT_TROUBLE;
    }
    for (size_t i = 0; i < report.failure_count; i++)
        print_failure(&report.failures[i]);
    printf("%zu families, %zu checks, %zu patterns, %zu examples, %zu pairs: %zu failed\n",
           report.families, report.checks, report.patterns, report.examples, report.conflicts,
           report.failure_count);
    return report.failure_count ? RC_EXIT_FOUND : RC_EXIT_CLEAN;
}
