#include "text/token.h"

#include <check.h>
#include <stdlib.h>

#include "base/buf.h"
#include "rules/rules.h"
#include "support/project.h"

Suite *suite_text_topic(void);

/* A document of a title and a paragraph, tagged with the words of the project. */
static rc_text *parse(rc_arena *a, const char *title, const char *body)
{
    const rc_rules *r = project_rules(a);
    rc_text *t;
    rc_doc *d = RC_NEW(a, rc_doc);
    d->path = RC_STR("t.txt");
    d->text = rc_arena_printf(a, "%s\n\n%s", title, body);
    uint32_t end = (uint32_t)rc_str_from(title).len;
    d->blocks = RC_NEW_ARRAY(a, rc_block, 2);
    d->block_count = 2;
    d->blocks[0].kind = RC_BLOCK_TITLE;
    d->blocks[0].span = (rc_span){0, end};
    d->blocks[1].kind = RC_BLOCK_PARAGRAPH;
    d->blocks[1].span = (rc_span){end + 2, (uint32_t)d->text.len};
    ck_assert_int_eq(rc_text_split(a, d, rc_rules_lexicon(r), &t, NULL), RC_OK);
    rc_text_tag(t, rc_rules_lexicon(r));
    return t;
}

/* `topic`: the title's words that are its name, empty where it is none; `named`: how often it
 * stands in the whole document. */
static const struct {
    const char *title, *body, *topic;
    uint32_t named;
} cases[] = {
    {"Rising", "The director of Rising is Anna Berg.", "Rising", 2},
    {"Low Tide (film)", "Low Tide is a film. At low tide it ends.", "Low Tide", 2},
    {"Touch My Hand", "Touch My Hand is a song.", "Touch My Hand", 2},
    {"Shadow of the Lighthouse", "Critics liked Shadow of the Lighthouse.",
     "Shadow of the Lighthouse", 2},
    {"Salem, Oregon", "Salem is a city.", "Salem", 2},
    {"Scandal", "Scandal Records was founded later.", "Scandal", 1},
    {"Low Tide", "Nobody is named here.", "Low Tide", 1},
    {"Port reopens after storm", "The port of Moss reopened.", "", 0},
    {"Will the Harbour Close?", "It may.", "", 0},
    {"The Harbour Bridge", "The Harbour Bridge was closed.", "Harbour Bridge", 2},
    {"The Who", "Who saw The Who?", "The Who", 2},
    {"PORT TO CLOSE", "The port will close.", "", 0},
    {"Ports Closed. Ships Waited", "They did.", "", 0},
};

START_TEST(finds_topic)
{
    rc_arena *a = rc_arena_new((size_t)256 << 20);
    const rc_text *t = parse(a, cases[_i].title, cases[_i].body);
    rc_str topic = RC_STR("");
    if (t->topic_first < t->topic_last)
        topic = rc_doc_slice(
            t->doc, (rc_span){t->tokens[t->topic_first].start, t->tokens[t->topic_last - 1].end});
    ck_assert_msg(rc_str_eq(topic, rc_str_from(cases[_i].topic)), "%s: topic '%.*s'",
                  cases[_i].title, RC_STR_ARG(topic));
    ck_assert_uint_eq(t->topic_count, cases[_i].named);
    for (size_t i = 0; i < t->token_count; i++) {
        if (t->tokens[i].flags & RC_TOKEN_TOPIC)
            ck_assert_int_eq(t->tokens[i].pos, RC_POS_PROPER);
    }
    rc_arena_free(a);
}
END_TEST

Suite *suite_text_topic(void)
{
    Suite *s = suite_create("text/topic");
    TCase *c = tcase_create("topic");
    tcase_add_loop_test(c, finds_topic, 0, sizeof(cases) / sizeof(cases[0]));
    suite_add_tcase(s, c);
    return s;
}
