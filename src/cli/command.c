#include "cli/command.h"

#include "base/limits.h"
#include "cli/locate.h"
#include "reports/terminal.h"

void rc_command_complain(const rc_err *err)
{
    rc_buf line;
    rc_buf_init(&line, (size_t)1 << 20);
    rc_buf_add(&line, RC_STR("rcheck: "));
    if (err->file) {
        rc_terminal_add(&line, rc_str_from(err->file));
        if (err->line)
            rc_buf_printf(&line, ":%u", err->line);
        if (err->line && err->column)
            rc_buf_printf(&line, ":%u", err->column);
        rc_buf_add(&line, RC_STR(": "));
    }
    rc_terminal_add(&line, rc_str_from(err->text));
    rc_buf_add_char(&line, '\n');
    (void)fwrite(line.ptr, 1, line.len, stderr);
    rc_buf_clear(&line);
}

bool rc_command_rules(rc_context *c, rc_rules_extent extent)
{
    rc_located located;
    rc_err err = {0};
    rc_diagnostics diagnostics = {0};
    if (rc_locate(c->arena, c->program, &located, &err) != RC_OK) {
        rc_command_complain(&err);
        return false;
    }
    bool test = c->options->command == RC_COMMAND_RULES_TEST;
    size_t count = 1 + c->options->rules_count, more = test ? c->options->operand_count : 0;
    const char **dirs = RC_NEW_ARRAY(c->arena, const char *, count + more);
    dirs[0] = located.rules;
    for (size_t i = 1; i < count; i++)
        dirs[i] = c->options->rules[i - 1];
    for (size_t i = 0; i < more; i++)
        dirs[count + i] = c->options->operands[i];
    rc_rules_options options = {.dirs = dirs,
                                .dir_count = count + more,
                                .lexicon_path = located.lexicon,
                                .examples = extent == RC_RULES_EXPLAINED};
    rc_status status = rc_rules_load(c->arena, &options, &diagnostics, &c->rules, &err);
    for (size_t i = 0; i < diagnostics.count; i++)
        rc_command_complain(&diagnostics.items[i]);
    if (status != RC_OK && diagnostics.count == 0)
        rc_command_complain(&err);
    return status == RC_OK && diagnostics.count == 0;
}
