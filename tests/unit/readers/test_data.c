/* Formats of data: CSV, TSV, JSON. */
#include "readers/reader.h"

#include "support/blocks.h"

Suite *suite_readers_data(void);

static const struct {
    const char *path, *input, *expected;
} cases[] = {
    {"a.csv", "", ""},
    {"a.csv", "Item,Cost\nRoof,\"1,400\"\n\"The \"\"old\"\" mill\",\n",
     "C1.0.0h Item\nC1.0.1h Cost\nC1.1.0 Roof\nC1.1.1 1,400\nC1.2.0 The \"old\" mill\n"},
    {"a.csv", "a;b\r\n1,5;\"x\ny\"\r\n", "C1.0.0h a\nC1.0.1h b\nC1.1.0 1,5\nC1.1.1 x y\n"},
    {"a.tsv", "a\tb\n\t2\n", "C1.0.0h a\nC1.0.1h b\nC1.1.1 2\n"},
    {"a.csv", "a,\"b", "C1.0.0h a\nC1.0.1h b\n"},
    {"a.json",
     "{\"headline\": \"Mill sold\", \"versioncreated\": \"2024-05-03T10:00:00Z\", \"byline\": "
     "\"Ann "
     "Lee\", \"body_text\": \"It cost \\u20ac5.\\n\\nNow \\\"all\\\" is \\ud83d\\ude00.\", "
     "\"associations\": {\"x\": {\"headline\": \"Other\"}}, \"urgency\": 4}",
     "T Mill sold\nP It cost \xe2\x82\xac"
     "5.\nP Now \"all\" is \xf0\x9f\x98\x80.\n"},
    {"a.json",
     "[{\"title\":{\"rendered\":\"Mill &amp; more\"},\"content\":{\"rendered\":\"<p>One "
     "<b>two<\\/b>"
     "<\\/p>\\n<h2>x</h2>3 < 4\"}},{\"title\":\"Next\"}]",
     "T Mill & more\nP One two\nP x\nP 3 < 4\nH1 Next\n"},
    {"a.ndjson", "{\"title\":\"A\"}\n{\"title\":\"B\",\"paragraphs\":[\"c\",\"d\"]}\n",
     "T A\nH1 B\nP c\nP d\n"},
    {"package.json", "{\"name\":\"x\",\"version\":\"14.0\",\"n\":[1,true,null]}", ""},
};

START_TEST(blocks)
{
    rc_arena *a = rc_arena_new(RC_DOC_BYTES_MAX);
    test_blocks(a, cases[_i].path, rc_str_from(cases[_i].input), cases[_i].expected);
    rc_arena_free(a);
}
END_TEST

START_TEST(metadata_of_a_news_item)
{
    rc_arena *a = rc_arena_new(RC_DOC_BYTES_MAX);
    rc_doc *d =
        test_blocks(a, "a.json",
                    RC_STR("{\"source\":{\"id\":null,\"name\":\"Valley Post\"},\"author\":"
                           "\"Ann Lee\",\"title\":\"Mill\",\"publishedAt\":\"2024-05-03\"}"),
                    "T Mill\n");
    ck_assert(rc_str_eq(d->outlet, RC_STR("Valley Post")));
    ck_assert(rc_str_eq(d->author, RC_STR("Ann Lee")));
    ck_assert(rc_str_eq(d->dateline_text, RC_STR("2024-05-03")));
    ck_assert_int_eq(d->date_source, RC_DATE_METADATA);
    rc_arena_free(a);
}
END_TEST

static const char *const broken[] = {"{",     "{\"a\"", "{\"a\":",   "[1 2]", "{\"a\":\"b\\",
                                     "{a:1}", "[,]",    "{\"a\":1,", "[\"\\"};

START_TEST(broken_json_is_refused)
{
    rc_arena *a = rc_arena_new(RC_DOC_BYTES_MAX);
    rc_doc *d = NULL;
    rc_err err;
    ck_assert_int_eq(rc_reader_parse(a, RC_STR("a.json"), test_bytes(a, rc_str_from(broken[_i])),
                                     RC_STR_NONE, &d, &err),
                     RC_EFORMAT);
    rc_arena_free(a);
}
END_TEST

START_TEST(deep_json_is_refused)
{
    rc_arena *a = rc_arena_new(RC_DOC_BYTES_MAX);
    char *deep = rc_arena_alloc(a, 10004, 1);
    memset(deep, '[', 10000);
    rc_doc *d = NULL;
    rc_err err;
    ck_assert_int_eq(
        rc_reader_parse(a, RC_STR("a.json"), (rc_str){deep, 10000}, RC_STR_NONE, &d, &err),
        RC_ELIMIT);
    rc_arena_free(a);
}
END_TEST

Suite *suite_readers_data(void)
{
    Suite *s = suite_create("readers/data");
    TCase *t = tcase_create("data");
    tcase_add_loop_test(t, blocks, 0, (int)(sizeof(cases) / sizeof(cases[0])));
    tcase_add_test(t, metadata_of_a_news_item);
    tcase_add_loop_test(t, broken_json_is_refused, 0, (int)(sizeof(broken) / sizeof(broken[0])));
    tcase_add_test(t, deep_json_is_refused);
    suite_add_tcase(s, t);
    return s;
}
