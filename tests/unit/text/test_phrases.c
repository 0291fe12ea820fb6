#include "text/phrases.h"

#include <check.h>
#include <stdlib.h>

#include "rules/rules.h"
#include "support/project.h"

Suite *suite_text_phrases(void);

static const char *const phrases[] = {"contain", "bring * under control", "be held", "death toll",
                                      "lose * life"};

/* What is found at the first word of a text: the phrase's index, and the length of its match. */
static const struct {
    const char *text;
    int phrase; /* -1: none */
    uint32_t length;
} cases[] = {
    {"contained the fire", 0, 1},
    {"brought under control by noon", 1, 3},
    {"brought the forest fire under control", 1, 6},
    {"brought the last of the four fires under control", -1, 0},
    {"brought, he said, under control", -1, 0},
    {"brought the fire", -1, 0},
    {"was held in May", 2, 2},
    {"death tolls", 3, 2},
    {"lost their lives", 4, 3},
    {"lost lives", 4, 2},
    {"lost", -1, 0},
};

START_TEST(finds_longest)
{
    rc_arena *a = rc_arena_new((size_t)256 << 20);
    const rc_rules *r = project_rules(a);
    rc_doc *d = RC_NEW(a, rc_doc);
    d->path = RC_STR("t.txt");
    d->text = rc_str_from(cases[_i].text);
    d->blocks = RC_NEW(a, rc_block);
    d->block_count = 1;
    d->blocks[0].span = (rc_span){0, (uint32_t)d->text.len};
    rc_text *t;
    ck_assert_int_eq(rc_text_split(a, d, rc_rules_lexicon(r), &t, NULL), RC_OK);
    rc_phrases p;
    rc_phrases_init(&p, a);
    for (uint32_t i = 0; i < sizeof(phrases) / sizeof(phrases[0]); i++)
        rc_phrases_add(&p, rc_str_from(phrases[i]), i);
    uint32_t value, length;
    rc_status st = rc_phrases_match(&p, t, 0, (uint32_t)t->token_count, &value, &length);
    ck_assert_msg((st == RC_OK) == (cases[_i].phrase >= 0), "%s", cases[_i].text);
    if (st == RC_OK) {
        ck_assert_int_eq((int)value, cases[_i].phrase);
        ck_assert_uint_eq(length, cases[_i].length);
    }
    rc_arena_free(a);
}
END_TEST

Suite *suite_text_phrases(void)
{
    Suite *s = suite_create("text/phrases");
    TCase *c = tcase_create("phrases");
    tcase_add_loop_test(c, finds_longest, 0, sizeof(cases) / sizeof(cases[0]));
    suite_add_tcase(s, c);
    return s;
}
