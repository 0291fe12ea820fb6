#include "cli/options.h"

#include <check.h>
#include <stdlib.h>

#include "value/time.h"

Suite *suite_cli_options(void);

enum { WORDS_MAX = 8 };

typedef struct {
    const char *words[WORDS_MAX]; /* behind the program's name */
    rc_command command;
    const char *operands[WORDS_MAX];
    rc_status status;
} options_case;

static const options_case OPTIONS_CASES[] = {
    {{"a.txt"}, RC_COMMAND_CHECK, {"a.txt"}, RC_OK},
    {{"check", "a.txt", "b"}, RC_COMMAND_CHECK, {"a.txt", "b"}, RC_OK},
    {{"extract", "a.txt"}, RC_COMMAND_EXTRACT, {"a.txt"}, RC_OK},
    {{"-f", "json", "extract", "a.txt"}, RC_COMMAND_EXTRACT, {"a.txt"}, RC_OK},
    {{"extract", "a.txt", "--format=json"}, RC_COMMAND_EXTRACT, {"a.txt"}, RC_OK},
    {{"a.txt", "extract"}, RC_COMMAND_CHECK, {"a.txt", "extract"}, RC_OK},
    {{"--", "extract"}, RC_COMMAND_CHECK, {"extract"}, RC_OK},
    {{"extract", "--", "--help"}, RC_COMMAND_EXTRACT, {"--help"}, RC_OK},
    {{"-o", "--", "a"}, RC_COMMAND_CHECK, {"a"}, RC_OK},
    {{"-"}, RC_COMMAND_CHECK, {"-"}, RC_OK},
    {{"explain"}, RC_COMMAND_EXPLAIN, {0}, RC_OK},
    {{"why", "a:1", "b:2"}, RC_COMMAND_WHY, {"a:1", "b:2"}, RC_OK},
    {{"rules", "test"}, RC_COMMAND_RULES_TEST, {0}, RC_OK},
    {{"rules", "test", "x"}, RC_COMMAND_RULES_TEST, {"x"}, RC_OK},
    {{"--help", "--nonsense"}, RC_COMMAND_HELP, {0}, RC_OK},
    {{"extract", "-V"}, RC_COMMAND_VERSION, {0}, RC_OK},
    {{"--disable", "a", "--disable=b", "x"}, RC_COMMAND_CHECK, {"x"}, RC_OK},
    {{0}, RC_COMMAND_CHECK, {0}, RC_EUSAGE},
    {{"rules", "x"}, RC_COMMAND_RULES_TEST, {0}, RC_EUSAGE},
    {{"--date", "2025-13-01", "a"}, RC_COMMAND_CHECK, {0}, RC_EUSAGE},
    {{"-j", "99999999999999999999", "a"}, RC_COMMAND_CHECK, {0}, RC_EUSAGE},
    {{"-j", "", "a"}, RC_COMMAND_CHECK, {0}, RC_EUSAGE},
    {{"extract", "-f", "junit", "a"}, RC_COMMAND_EXTRACT, {0}, RC_EUSAGE},
};

static rc_status parse(rc_arena *a, const char *const *words, rc_options *ret, rc_err *err)
{
    char *argv[WORDS_MAX + 2] = {0};
    int argc = 1;
    argv[0] = RC_NEW_ARRAY(a, char, 1);
    for (int i = 0; i < WORDS_MAX && words[i]; i++) {
        rc_str word = rc_str_from(words[i]);
        argv[argc] = RC_NEW_ARRAY(a, char, word.len + 1);
        memcpy(argv[argc++], word.ptr, word.len);
    }
    return rc_options_parse(a, argc, argv, ret, err);
}

START_TEST(commands_and_operands)
{
    const options_case *c = &OPTIONS_CASES[_i];
    rc_arena *a = rc_arena_new((size_t)1 << 20);
    rc_options o;
    rc_err err = {0};
    ck_assert_int_eq(parse(a, c->words, &o, &err), c->status);
    if (c->status == RC_OK) {
        size_t count = 0;
        ck_assert_int_eq((int)o.command, (int)c->command);
        for (; count < WORDS_MAX && c->operands[count]; count++) {
            ck_assert_uint_gt(o.operand_count, count);
            ck_assert_str_eq(o.operands[count], c->operands[count]);
        }
        ck_assert_uint_eq(o.operand_count, count);
    } else {
        ck_assert_str_ne(err.text, "");
    }
    rc_arena_free(a);
}
END_TEST

START_TEST(values_of_options)
{
    const char *const words[WORDS_MAX] = {"--date=2025-11-02",
                                          "--fail-on=never",
                                          "--min-severity=warning",
                                          "-j3",
                                          "--color=always",
                                          "--rules=x",
                                          "--rules=y",
                                          "a"};
    rc_arena *a = rc_arena_new((size_t)1 << 20);
    rc_options o;
    rc_err err = {0};
    ck_assert_int_eq(parse(a, words, &o, &err), RC_OK);
    ck_assert_int_eq(o.date, rc_day_from_civil(2025, 11, 2));
    ck_assert_uint_eq(o.fail_on, RC_FAIL_NEVER);
    ck_assert_int_eq((int)o.min_severity, RC_WARNING);
    ck_assert_uint_eq(o.threads, 3);
    ck_assert_int_eq((int)o.colour, RC_COLOUR_ALWAYS);
    ck_assert_uint_eq(o.rules_count, 2);
    ck_assert_str_eq(o.rules[1], "y");
    ck_assert_int_eq((int)o.format, RC_FORMAT_DEFAULT);
    rc_arena_free(a);
}
END_TEST

Suite *suite_cli_options(void)
{
    Suite *s = suite_create("cli/options");
    TCase *t = tcase_create("options");
    tcase_add_loop_test(t, commands_and_operands, 0,
                        sizeof(OPTIONS_CASES) / sizeof(*OPTIONS_CASES));
    tcase_add_test(t, values_of_options);
    suite_add_tcase(s, t);
    return s;
}
