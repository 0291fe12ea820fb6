#include "pipeline/furniture.h"

#include <stdlib.h>

#include "support/blocks.h"

Suite *suite_pipeline_furniture(void);

#define LONG                                                                                       \
    "The council decided on Tuesday that the old mill is to be sold, after a debate that went on " \
    "until midnight and saw tempers fray on both sides of the house, as they often do here."

static const struct {
    const char *path, *input, *expected;
} cases[] = {
    {"a.txt", "Mill\n\n" LONG "\n\nRelated stories\n\nBridge sold for 14\n",
     "T Mill\nP " LONG "\n"},
    {"a.txt", "Mill\n\n" LONG "\n\nComments (41)\n", "T Mill\nP " LONG "\n"},
    {"a.txt", "Mill\n\n" LONG "\n\nComments on the mill were few\n",
     "T Mill\nP " LONG "\nP Comments on the mill were few\n"},
    {"a.txt", "Mill\n\n" LONG "\n\nJo Bell - Valley PostMost Read\nBridge sold for 14\n",
     "T Mill\nP " LONG "\n"},
    {"a.txt", "Mill\n\n" LONG "\n\nDisclaimer: all is opinion.\n\n" LONG "\n",
     "T Mill\nP " LONG "\nP " LONG "\n"},
    {"a.txt",
     "Mill\n\n" LONG "\nBridge to open\n07/14/2025 | StaffA bridge opens.\nRoad to close\n"
     "06/01/2025 | StaffA road closes.\n",
     "T Mill\nP " LONG "\n"},
    {"a.txt", "Mill\n\nBy Ann Lee\n\n" LONG "\n", "T Mill\nB By Ann Lee\nP " LONG "\n"},
    {"a.txt", "Mill\n\nBy 2030 it will be gone\n\n" LONG "\n",
     "T Mill\nH2 By 2030 it will be gone\nP " LONG "\n"},
    {"a.md", "# Mill\n\n" LONG "\n\n## See also\n\n- Bridge 14\n\n## Price\n\nNine.\n",
     "T Mill\nP " LONG "\nH2 Price\nP Nine.\n"},
    {"a.txt", "Comments\n\n" LONG "\n", "T Comments\nP " LONG "\n"},
};

START_TEST(what_is_no_text_goes)
{
    rc_arena *a = rc_arena_new(RC_DOC_BYTES_MAX);
    const char *source = getenv("SRCDIR");
    const char *dirs[] = {rc_arena_printf(a, "%s/rules", source ? source : ".").ptr};
    rc_rules_options o = {.dirs = dirs, .dir_count = 1};
    rc_diagnostics diagnostics = {0};
    const rc_rules *r = NULL;
    rc_err err;
    ck_assert_int_eq(rc_rules_load(a, &o, &diagnostics, &r, &err), RC_OK);
    rc_doc *d = test_blocks(a, cases[_i].path, rc_str_from(cases[_i].input), NULL);
    rc_furniture_remove(rc_furniture_new(a, r), d);
    rc_buf out;
    rc_buf_init(&out, (size_t)1 << 16);
    for (size_t i = 0; i < d->block_count; i++)
        test_print_block(&out, d, &d->blocks[i]);
    rc_buf_add_char(&out, '\0');
    ck_assert_str_eq(out.ptr, cases[_i].expected);
    rc_buf_clear(&out);
    rc_arena_free(a);
}
END_TEST

Suite *suite_pipeline_furniture(void)
{
    Suite *s = suite_create("pipeline/furniture");
    TCase *t = tcase_create("furniture");
    tcase_add_loop_test(t, what_is_no_text_goes, 0, (int)(sizeof(cases) / sizeof(cases[0])));
    suite_add_tcase(s, t);
    return s;
}
