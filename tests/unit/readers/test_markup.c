/* AsciiDoc and reStructuredText. */
#include "readers/reader.h"

#include "support/blocks.h"

Suite *suite_readers_markup(void);

static const struct {
    const char *path, *input, *expected;
} cases[] = {
    {"a.adoc", "", ""},
    {"a.adoc", "= Mill\nAnn Lee <a@b.example>\n:date: 2024-05-03\n\nIt *cost* `9` _m_\neuros.\n",
     "T Mill\nP It cost 9 m euros.\n"},
    {"a.adoc", "== A\n\n* one\n** two\n  goes on\n. three\n\n=== B\n\nc\n",
     "H2 A\nL1 one\nL2 two goes on\nL1 three\nH3 B\nP c\n"},
    {"a.adoc", "a\n----\ncode\n----\nb\n\n....\nlit\n....\n////\nno\n////\n// no\nc\n",
     "P a\nP b\nP c\n"},
    {"a.adoc", ".Costs\n|===\n|A |B\n\n|x\n|1\n|===\n",
     "c Costs\nC1.0.0h A\nC1.0.1h B\nC1.1.0 x\nC1.1.1 1\n"},
    {"a.adoc", "____\nq\n____\nSee https://x.example/14[the *page*], 2 * 3 and a_b_c.\n",
     "Q q\nP See the page, 2 * 3 and a_b_c.\n"},
    {"a.adoc", "----\nnever closed 14\n", ""},
    {"a.rst", "", ""},
    {"a.rst", "Mill\n====\n\n:date: 2024-05-03\n\nIt **cost** ``9`` *m*\neuros.\n",
     "T Mill\nP It cost 9 m euros.\n"},
    {"a.rst", "Mill it\n=======\n\nB it\n----\n\nc\n", "T Mill it\nH2 B it\nP c\n"},
    {"a.rst", "- one\n- two\n  more\n\n#. x\n\n1. three\n",
     "L1 one\nL1 two more\nP #. x\nL1 three\n"},
    {"a.rst",
     ".. note:: It leaks.\n\n.. image:: x.png\n   :alt: 14\n\n.. no\n\na::\n\n   code\n\nb\n",
     "P It leaks.\nP a:\nP b\n"},
    {"a.rst", "==== ==\nA    B\n==== ==\nx    1\n==== ==\n\nc\n",
     "C1.0.0h A\nC1.0.1h B\nC1.1.0 x\nC1.1.1 1\nP c\n"},
    {"a.rst", "+---+---+\n| A | B |\n+===+===+\n| x | 1 |\n+---+---+\n",
     "C1.0.0h A\nC1.0.1h B\nC1.1.0 x\nC1.1.1 1\n"},
    {"a.rst", "See `the page <https://x.example/14>`_.\n", "P See the page.\n"},
};

START_TEST(blocks)
{
    rc_arena *a = rc_arena_new(RC_DOC_BYTES_MAX);
    test_blocks(a, cases[_i].path, rc_str_from(cases[_i].input), cases[_i].expected);
    rc_arena_free(a);
}
END_TEST

/* A megabyte of each costs linear time: Check's limit of four seconds is far off. */
static const struct {
    const char *path, *piece;
} repeated[] = {
    {"a.adoc", "http://"},    {"a.adoc", "|===\n"}, {"a.adoc", "*a_ "},
    {"a.adoc", "|a|b\n"},     {"a.rst", "a\n=\n"},  {"a.rst", ".. x::\n y\n"},
    {"a.rst", "== ==\n"},     {"a.rst", " <http"},  {"a.md", "![[]()"},
    {"a.md", "> "},           {"a.md", "[^"},       {"a.md", "**a\n"},
    {"a.txt", "a\tb\n"},      {"a.txt", "\""},      {"a.txt", "1 2 3 "},
    {"a.txt", "a\n"},         {"a.json", "[\"<a"},  {"a.csv", "\""},
    {"a.eml", "a: =?u?Q?\n"}, {"a.xml", "<a:b>"},
};

START_TEST(hostile_repetition)
{
    rc_arena *a = rc_arena_new(RC_DOC_BYTES_MAX);
    size_t n = strlen(repeated[_i].piece), times = ((size_t)1 << 20) / n;
    char *text = rc_arena_alloc(a, n * times + 4, 1);
    for (size_t i = 0; i < times; i++)
        memcpy(text + i * n, repeated[_i].piece, n);
    rc_doc *d = NULL;
    rc_err err;
    rc_status s = rc_reader_parse(a, rc_str_from(repeated[_i].path), (rc_str){text, n * times},
                                  RC_STR_NONE, &d, &err);
    ck_assert(s != RC_OK || test_map(d));
    rc_arena_free(a);
}
END_TEST

Suite *suite_readers_markup(void)
{
    Suite *s = suite_create("readers/markup");
    TCase *t = tcase_create("markup");
    tcase_add_loop_test(t, blocks, 0, (int)(sizeof(cases) / sizeof(cases[0])));
    tcase_add_loop_test(t, hostile_repetition, 0, (int)(sizeof(repeated) / sizeof(repeated[0])));
    suite_add_tcase(s, t);
    return s;
}
