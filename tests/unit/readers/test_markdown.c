#include "readers/reader.h"

#include "support/blocks.h"

Suite *suite_readers_markdown(void);

static const struct {
    const char *input, *expected;
} cases[] = {
    {"", ""},
    {"# Mill\n\nSold for *9* **million** [euros](http://x.example/14 \"t\").\n",
     "T Mill\nP Sold for 9 million euros.\n"},
    {"a &amp; b &#8211; c &euro;5 \\* d\n", "P a & b \xe2\x80\x93 c \xe2\x82\xac"
                                            "5 * d\n"},
    {"# A\n\n## B\n\n### C ###\n\nD\n===\n", "T A\nH2 B\nH3 C\nH1 D\n"},
    {"- one\n- two\n  - three\n\n1. four\n", "L1 one\nL1 two\nL2 three\nL1 four\n"},
    {"- one\n\n- two\n  goes on\n", "L1 one\nL1 two goes on\n"},
    {"> quoted\n> text\n", "Q quoted text\n"},
    {"| A | B |\n|---|--:|\n| x | **1** |\n| | 2 |\n", "C1.0.0h A\nC1.0.1h B\nC1.1.0 x\nC1.1.1 1\n"
                                                       "C1.2.1 2\n"},
    /* No claims: code, images, HTML, what is struck through, marks of notes. */
    {"a `code` b\n\n    code 14\n\n```\ncode 15\n```\n", "P a code b\n"},
    {"a ![14 men](x.png) b ~~13~~ c\n\n<div>\n14\n</div>\n\n<!-- 15 -->\n", "P a b c\n"},
    {"It cost 14.[^1]\n\n[^1]: Not 15.\n", "P It cost 14.\nP Not 15.\n"},
    {"a<br>b <b>c</b>\n", "P a b c\n"},
    /* Lines of labels, lines that wrap, and a heading in bold only. */
    {"**Length:** 14 m\n**Width:** 3 m\n", "P Length: 14 m\nP Width: 3 m\n"},
    {"**What it costs**\n\nNot much, all in all, they said.\n",
     "H2 What it costs\nP Not much, all in all, they said.\n"},
    {"The clerk reported that the roof of the mill had been\nrepaired at a cost of nine thousand "
     "and that the bill\nhad been paid by the county. The doors will follow in\nthe spring, as "
     "the budget of Elmvale allows, and as the\nMayor of the town promised.\n",
     "P The clerk reported that the roof of the mill had been repaired at a cost of nine thousand "
     "and that the bill had been paid by the county. The doors will follow in the spring, as the "
     "budget of Elmvale allows, and as the Mayor of the town promised.\n"},
    {"one  \ntwo\\\nThree\n", "P one two\nP Three\n"},
    /* Front matter. */
    {"---\ntitle: Mill\ndate: 2024-05-03\n---\n# Mill\n\nText of it.\n", "T Mill\nP Text of it.\n"},
    {"---\ntitle: \"Mill: sold\"\n---\nText of it.\n", "T Mill: sold\nP Text of it.\n"},
    {"---\ntitle: Mill: sold\n---\n# Other\n", "T Mill: sold\nH1 Other\n"},
    {"+++\ntitle = \"Mill\"\n+++\nText of it.\n", "T Mill\nP Text of it.\n"},
    {"---\nno end\n\ntext\n", "P no end\nP text\n"},
    {"# Mill\n\n*3 May 2024*\n\nText.\n", "T Mill\nB 3 May 2024\nP Text.\n"},
};

START_TEST(blocks)
{
    rc_arena *a = rc_arena_new(RC_DOC_BYTES_MAX);
    test_blocks(a, "a.md", rc_str_from(cases[_i].input), cases[_i].expected);
    rc_arena_free(a);
}
END_TEST

static void expect(rc_str got, const char *wanted)
{
    ck_assert_msg(rc_str_eq(got, rc_str_from(wanted)), "'%.*s', not '%s'", RC_STR_ARG(got), wanted);
}

START_TEST(metadata)
{
    rc_arena *a = rc_arena_new(RC_DOC_BYTES_MAX);
    rc_doc *d =
        test_blocks(a, "a.md",
                    RC_STR("---\ntitle: >\n  Mill\n  sold\nauthors:\n  - Ann Lee\n  - name: "
                           "Bo Ek\nsource: Valley Post\ndate: 2024-05-03\nupdated: "
                           "2025-01-01\nlang: en-GB\ntags: [a, b]\n---\nText.\n"),
                    "P Text.\n");
    expect(d->title, "Mill sold");
    expect(d->author, "Ann Lee, Bo Ek");
    expect(d->outlet, "Valley Post");
    expect(d->dateline_text, "2024-05-03");
    expect(d->language, "en-GB");
    ck_assert_int_eq(d->date_source, RC_DATE_FRONT_MATTER);
    rc_arena_free(a);
}
END_TEST

Suite *suite_readers_markdown(void)
{
    Suite *s = suite_create("readers/markdown");
    TCase *t = tcase_create("markdown");
    tcase_add_loop_test(t, blocks, 0, (int)(sizeof(cases) / sizeof(cases[0])));
    tcase_add_test(t, metadata);
    suite_add_tcase(s, t);
    return s;
}
