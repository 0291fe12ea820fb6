#include "rules/table.h"

#include <check.h>

Suite *suite_rules_table(void);

static const struct {
    const char *bytes;
    size_t rows, errors;
    uint32_t line, column; /* of the first error */
} tables[] = {
    {"", 0, 0, 0, 0},
    {"# note\n\na\tb\n1\t2\n3\n", 2, 0, 0, 0},
    {"\xEF\xBB\xBF"
     "a\tb\r\n1\t2\r\n",
     1, 0, 0, 0},
    {"a\tb\n1\t2\t3\n4\t5\n", 1, 1, 2, 5},
    {"a\tb\n1\t2\t\t\n", 1, 0, 0, 0},
    {"a\ta\n", 0, 1, 1, 3},
    {"a\t\tb\n", 0, 1, 1, 3},
    {"a\tb\n\xC3\xA9\t\xFF\n\xC3\xA9\tx\ty\n", 0, 2, 2, 3},
};

START_TEST(tables_are_read_and_errors_have_places)
{
    rc_arena *a = rc_arena_new((size_t)1 << 24);
    rc_diagnostics d = {0};
    rc_str bytes = rc_str_from(tables[_i].bytes);
    const rc_table *t = rc_table_read(a, "x.tsv", RC_STR("x"), bytes, &d);
    ck_assert_uint_eq(t->row_count, tables[_i].rows);
    ck_assert_uint_eq(d.count, tables[_i].errors);
    if (d.count) {
        ck_assert_uint_eq(d.items[0].line, tables[_i].line);
        ck_assert_uint_eq(d.items[0].column, tables[_i].column);
    }
    rc_arena_free(a);
}
END_TEST

START_TEST(cells_are_trimmed_and_rows_of_one_name_joined)
{
    rc_arena *a = rc_arena_new((size_t)1 << 24);
    rc_table *t, *u;
    rc_err e;
    rc_status s = rc_table_parse(a, "x.tsv", RC_STR("x"), RC_STR("a\tb\n 1 \t2\n"), &t, &e);
    ck_assert_int_eq(s, RC_OK);
    s = rc_table_parse(a, "y.tsv", RC_STR("x"), RC_STR("a\tb\n\n3\n"), &u, &e);
    ck_assert_int_eq(s, RC_OK);
    ck_assert(rc_table_join(a, t, u));
    ck_assert_uint_eq(t->row_count, 2);
    ck_assert(rc_str_eq(rc_table_cell(t, 0, rc_table_column(t, "a")), RC_STR("1")));
    ck_assert(rc_str_eq(rc_table_cell(t, 1, 0), RC_STR("3")));
    ck_assert_uint_eq(rc_table_cell(t, 1, 1).len, 0);
    ck_assert_uint_eq(rc_table_cell(t, 1, SIZE_MAX).len, 0);
    ck_assert_str_eq(t->files[1], "y.tsv");
    ck_assert_uint_eq(t->lines[1], 3);
    rc_arena_free(a);
}
END_TEST

Suite *suite_rules_table(void)
{
    Suite *s = suite_create("rules/table");
    TCase *t = tcase_create("table");
    tcase_add_loop_test(t, tables_are_read_and_errors_have_places, 0,
                        sizeof(tables) / sizeof(tables[0]));
    tcase_add_test(t, cells_are_trimmed_and_rows_of_one_name_joined);
    suite_add_tcase(s, t);
    return s;
}
