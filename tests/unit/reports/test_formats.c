/* Every format on one finding, whose words and paths hold the signs that the formats use. */
#include <check.h>
#include <stdlib.h>

#include "readers/reader.h"
#include "reports/report.h"

Suite *suite_reports_formats(void);

typedef struct {
    void (*print)(rc_sink *, const rc_report *);
    const char *expected; /* a piece of the output */
} format_case;

static const format_case FORMAT_CASES[] = {
    {rc_report_ndjson,
     "{\"kind\":\"finding\",\"rule\":\"quantity/conflict\",\"severity\":\"error\","
     "\"confidence\":0.07,\"message\":\"60 [a] or <70>\",\"subject\":\"Hall & Co\","
     "\"attribute\":\"seats\",\"object\":null,\"claims\":[{\"file\":\"a,b:c%.txt\","
     "\"line\":1,\"column\":9,\"start\":9,\"end\":11,\"quote\":\"60\","
     "\"sentence\":\"Hä* has 60 <seats>|.\",\"normalized\":\"60\",\"side\":0},"},
    {rc_report_ndjson,
     "{\"kind\":\"summary\",\"version\":\"1\",\"documents\":0,\"unread\":[{\"file\":"
     "\"x\\n::error::.pdf\",\"reason\":\"no \\\"text\\\"\"}],\"figures\":{\"found\":"
     "2,\"understood\":1}"},
    {rc_report_json, "{\"findings\":[{\"kind\":\"finding\","},
    {rc_report_json, "}],\"summary\":{\"kind\":\"summary\","},
    {rc_report_github, "::error file=a%2Cb%3Ac%25.txt,line=1,endLine=1,col=9,endColumn=11,"
                       "title=quantity/conflict::60 [a] or <70>\n"},
    {rc_report_github,
     "::error file=x %3A%3Aerror%3A%3A.pdf,title=rcheck::not read: no \"text\"\n"},
    {rc_report_sarif, "\"message\":{\"text\":\"60 \\\\[a\\\\] or <70>\\n[b.txt:1](1): 70\"}"},
    {rc_report_sarif,
     "\"artifactLocation\":{\"uri\":\"a%2Cb%3Ac%25.txt\"},\"region\":{\"startLine\":1,"
     "\"startColumn\":9,\"endLine\":1,\"endColumn\":11,\"byteOffset\":9,"
     "\"byteLength\":2,\"snippet\":{\"text\":\"60\"}}"},
    {rc_report_sarif, "\"relatedLocations\":[{\"id\":1,"},
    {rc_report_junit, "<failure type=\"error\" message=\"60 [a] or &lt;70&gt;\">"},
    {rc_report_junit,
     "<testsuite name=\"x ::error::.pdf\" tests=\"1\" failures=\"0\" errors=\"1\">"},
    {rc_report_markdown, "### error: 60 \\[a\\] or \\<70\\>\n"},
    {rc_report_markdown, "| a,b:c%.txt:1 | 60 | Hä\\* has **60** \\<seats\\>\\|. |\n"},
    {rc_report_html, "<a href=\"a%2Cb%3Ac%25.txt\">a,b:c%.txt</a>:1:9"},
    {rc_report_html, "Hä* has <mark>60</mark> &lt;seats&gt;|.</blockquote>"},
    {rc_report_html, "<td><a href=\"#f1\">Hall &amp; Co · seats</a></td><td>60 | 70</td>"},
};

static rc_finding_claim claim_at(rc_arena *a, const char *path, const char *text, const char *words,
                                 uint32_t side)
{
    rc_doc *doc;
    rc_str source = rc_str_from(text);
    char *bytes = RC_NEW_ARRAY(a, char, source.len + 4);
    memcpy(bytes, source.ptr, source.len);
    ck_assert_int_eq(rc_reader_parse(a, rc_str_from(path), (rc_str){bytes, source.len},
                                     RC_STR("plain"), &doc, NULL),
                     RC_OK);
    uint32_t at = (uint32_t)(strstr(bytes, words) - bytes);
    return (rc_finding_claim){.doc = doc,
                              .span = {at, at + (uint32_t)strlen(words)},
                              .sentence = {0, (uint32_t)doc->text.len},
                              .normalized = rc_str_from(words),
                              .side = side};
}

START_TEST(every_format_escapes_its_own_signs)
{
    const format_case *c = &FORMAT_CASES[_i];
    rc_arena *a = rc_arena_new((size_t)1 << 26);
    rc_finding_claim claims[] = {
        claim_at(a, "a,b:c%.txt", "H\u00e4* has 60 <seats>|.", "60", 0),
        claim_at(a, "b.txt", "It has 70 seats.", "70", 1),
    };
    rc_finding f = {.rule = RC_STR("quantity/conflict"),
                    .severity = RC_ERROR,
                    .confidence = 7,
                    .message = RC_STR("60 [a] or <70>"),
                    .subject = RC_STR("Hall & Co"),
                    .attribute = RC_STR("seats"),
                    .claims = claims,
                    .claim_count = 2};
    rc_finding_seal(a, &f);
    const rc_finding *findings[] = {&f};
    rc_unread unread = {"x\n::error::.pdf", RC_STR("no \"text\"")};
    const rc_unread *unreads[] = {&unread};
    rc_counts counts = {.figures = 2, .figures_understood = 1};
    rc_report report = {.findings = findings,
                        .finding_count = 1,
                        .unread = unreads,
                        .unread_count = 1,
                        .counts = &counts,
                        .version = "1"};
    rc_sink sink;
    rc_sink_init(&sink, NULL, NULL);
    c->print(&sink, &report);
    ck_assert_int_eq(rc_sink_finish(&sink), RC_OK);
    rc_buf_add_char(&sink.buf, '\0');
    ck_assert_msg(strstr(sink.buf.ptr, c->expected) != NULL, "no\n%s\nin\n%s", c->expected,
                  sink.buf.ptr);
    rc_sink_clear(&sink);
    rc_arena_free(a);
}
END_TEST

Suite *suite_reports_formats(void)
{
    Suite *s = suite_create("reports/formats");
    TCase *t = tcase_create("formats");
    tcase_add_loop_test(t, every_format_escapes_its_own_signs, 0,
                        sizeof(FORMAT_CASES) / sizeof(*FORMAT_CASES));
    suite_add_tcase(s, t);
    return s;
}
