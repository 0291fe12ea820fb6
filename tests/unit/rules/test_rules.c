#include "rules/internal.h"

#include <check.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/limits.h"
#include "rules/suggest.h"

Suite *suite_rules_rules(void);

static const char *source_folder(void)
{
    const char *dir = getenv("SRCDIR");
    return dir ? dir : ".";
}

/* --- tests/errors/rules: a bad file, and what is said of it beside ---------------------------- */

static void load_bad(rc_arena *a, const rc_rule_file *f, rc_diagnostics *d)
{
    rc_err err;
    rc_str bytes;
    rc_loader l = {.arena = a, .rules = RC_NEW(a, rc_rules), .diagnostics = d, .examples = true};
    rc_map_init(&l.rules->tables_by_name, a, 0);
    rc_programs_init(&l.rules->programs, a);
    ck_assert_int_eq(rc_lexicon_open(a, NULL, &l.rules->lexicon, &err), RC_OK);
    ck_assert_int_eq(rc_rule_file_read(a, f->path, &bytes, &err), RC_OK);
    if (rc_str_starts(f->name, RC_STR("checks-")))
        rc_checks_load(&l, f, bytes);
    else
        rc_families_load(&l, f, bytes);
    rc_infos_finish(&l);
}

static void compare(rc_arena *a, const rc_rule_file *f)
{
    rc_diagnostics d = {0};
    rc_buf out;
    rc_err err;
    rc_str expected = RC_STR("");
    load_bad(a, f, &d);
    rc_buf_init(&out, (size_t)1 << 20);
    for (size_t i = 0; i < d.count; i++)
        rc_buf_printf(&out, "%u:%u: %s\n", (unsigned)d.items[i].line, (unsigned)d.items[i].column,
                      d.items[i].text);
    rc_str path = rc_arena_printf(a, "%.*stxt", (int)(rc_str_from(f->path).len - 4), f->path);
    if (getenv("RC_UPDATE_GOLDEN")) {
        FILE *to = fopen(path.ptr, "wb");
        ck_assert_ptr_nonnull(to);
        (void)fwrite(out.ptr, 1, out.len, to);
        (void)fclose(to);
    }
    ck_assert_int_eq(rc_rule_file_read(a, path.ptr, &expected, &err), RC_OK);
    if (!rc_str_eq(expected, rc_buf_str(&out)))
        ck_abort_msg("%s: got\n%.*s", f->path, RC_STR_ARG(rc_buf_str(&out)));
    rc_buf_clear(&out);
}

START_TEST(errors_are_as_told_beside_them)
{
    rc_arena *a = rc_arena_new(RC_RULES_BYTES_MAX);
    rc_rule_files files = {0};
    rc_err err;
    const char *dir = rc_arena_printf(a, "%s/tests/errors/rules", source_folder()).ptr;
    ck_assert_int_eq(rc_rule_files_list(a, dir, &files, &err), RC_OK);
    size_t n = 0;
    for (size_t i = 0; i < files.count; i++) {
        if (rc_str_eq(files.items[i].ending, RC_STR("yaml"))) {
            compare(a, &files.items[i]);
            n++;
        }
    }
    ck_assert_uint_gt(n, 8);
    rc_arena_free(a);
}
END_TEST

/* --- the project's own rules ------------------------------------------------------------------ */

START_TEST(own_rules_are_without_errors)
{
    rc_arena *a = rc_arena_new(RC_RULES_BYTES_MAX);
    const char *dirs[] = {rc_arena_printf(a, "%s/rules", source_folder()).ptr};
    rc_rules_options o = {.dirs = dirs, .dir_count = 1, .examples = _i == 1};
    rc_diagnostics d = {0};
    const rc_rules *r = NULL;
    rc_err err;
    rc_status s = rc_rules_load(a, &o, &d, &r, &err);
    if (s != RC_OK)
        ck_abort_msg("%s:%u:%u: %s", err.file ? err.file : "", (unsigned)err.line,
                     (unsigned)err.column, err.text);
    ck_assert_ptr_nonnull(rc_rules_table(r, "tables/grammar"));
    rc_arena_free(a);
}
END_TEST

/* --- suggestions ------------------------------------------------------------------------------ */

static const struct {
    const char *word, *expected;
} suggestions[] = {
    {"holdr", "holder"}, {"hodler", "holder"}, {"whole", "whole"}, {"wohle", "whole"},
    {"x", ""},           {"xyz", ""},          {"", ""},           {"sahre", "share"},
};

START_TEST(the_nearest_word_is_suggested)
{
    const rc_str choices[] = {RC_STR("holder"), RC_STR("whole"), RC_STR("share")};
    rc_str got = rc_suggest(rc_str_from(suggestions[_i].word), choices, 3);
    ck_assert(rc_str_eq(got, rc_str_from(suggestions[_i].expected)));
}
END_TEST

Suite *suite_rules_rules(void)
{
    Suite *s = suite_create("rules/rules");
    TCase *t = tcase_create("rules");
    tcase_add_test(t, errors_are_as_told_beside_them);
    tcase_add_loop_test(t, own_rules_are_without_errors, 0, 2);
    tcase_add_loop_test(t, the_nearest_word_is_suggested, 0,
                        sizeof(suggestions) / sizeof(suggestions[0]));
    suite_add_tcase(s, t);
    return s;
}
