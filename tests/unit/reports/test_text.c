#include "reports/report.h"

#include <check.h>
#include <stdlib.h>

#include "readers/reader.h"

Suite *suite_reports_text(void);

enum { SIDES_MAX = 8 };

typedef struct {
    const char *file, *text, *sentence, *words, *normalized, *note;
    uint32_t side;
} side;

typedef struct {
    const char *name;
    unsigned width;
    bool colour;
    side sides[SIDES_MAX];
    const char *expected; /* the finding alone */
} text_case;

static rc_str padded(rc_arena *a, const char *text)
{
    rc_str s = rc_str_from(text);
    char *bytes = RC_NEW_ARRAY(a, char, s.len + 4);
    memcpy(bytes, s.ptr, s.len);
    return (rc_str){bytes, s.len};
}

static rc_span find(rc_str text, const char *what)
{
    const char *at = strstr(text.ptr, what);
    ck_assert_ptr_nonnull(at);
    return (rc_span){(uint32_t)(at - text.ptr),
                     (uint32_t)(at - text.ptr + (ptrdiff_t)strlen(what))};
}

static rc_finding_claim claim_of(rc_arena *a, const side *s)
{
    rc_doc *doc;
    ck_assert_int_eq(
        rc_reader_parse(a, rc_str_from(s->file), padded(a, s->text), RC_STR("plain"), &doc, NULL),
        RC_OK);
    return (rc_finding_claim){.doc = doc,
                              .span = find(doc->text, s->words),
                              .sentence = find(doc->text, s->sentence ? s->sentence : s->text),
                              .normalized = rc_str_from(s->normalized),
                              .note = rc_str_from(s->note ? s->note : ""),
                              .side = s->side};
}

#define RARE                                                                                       \
    "In 2023, China accounted for over 60% of global rare earth mine production, IEA data show."
#define ROUGH "China mines roughly 70% of the world's rare earths, according to the IEA."

static const text_case TEXT_CASES[] = {
    {.name = "two sides",
     .width = 96,
     .sides = {{"a.txt", "Rare\n\n" RARE "\n", RARE, "over 60%", "> 60 percent", "2023", 0},
               {"b.txt", "Earths\n\nOne.\n" ROUGH "\n", ROUGH, "roughly 70%", "~ 70 percent",
                "no year given", 1}},
     .expected = "warning[quantity/conflict]: Two figures\n"
                 "   ┌─ a.txt:3:30\n"
                 " 3 │ " RARE "\n"
                 "   │                              ━━━━━━━━ > 60 percent · 2023\n"
                 "   ├─ b.txt:4:13\n"
                 " 4 │ " ROUGH "\n"
                 "   │             ━━━━━━━━━━━ ~ 70 percent · no year given\n"
                 "   = rcheck explain quantity/conflict · rcheck why a.txt:3 b.txt:4\n\n"},
    {.name = "a narrow terminal",
     .width = 40,
     .sides = {{"a.txt", RARE, RARE, "over 60%", "> 60 percent", "2023", 0},
               {"b.txt", ROUGH, ROUGH, "roughly 70%", "~ 70 percent", NULL, 1}},
     .expected = "warning[quantity/conflict]: Two figures\n"
                 "   ┌─ a.txt:1:30\n"
                 " 1 │ …for over 60% of global rare…\n"
                 "   │      ━━━━━━━━ > 60 percent · 2023\n"
                 "   ├─ b.txt:1:13\n"
                 " 1 │ …mines roughly 70% of the world's…\n"
                 "   │        ━━━━━━━━━━━ ~ 70 percent\n"
                 "   = rcheck explain quantity/conflict\n"
                 "   = rcheck why a.txt:1 b.txt:1\n\n"},
    {.name = "many places, by value",
     .width = 80,
     .sides = {{"a.txt", "It has 60 seats.", NULL, "60", "60", NULL, 0},
               {"b.txt", "It has 60 seats.", NULL, "60", "60", NULL, 0},
               {"c.txt", "There are 60 seats.", NULL, "60", "60", NULL, 0},
               {"d.txt", "It has 70 seats.", NULL, "70", "70", NULL, 1}},
     .expected = "warning[quantity/conflict]: Two figures\n"
                 "   ┌─ a.txt:1:8\n"
                 " 1 │ It has 60 seats.\n"
                 "   │        ━━ 60\n"
                 "   │ also b.txt:1:8, c.txt:1:11\n"
                 "   ├─ d.txt:1:8\n"
                 " 1 │ It has 70 seats.\n"
                 "   │        ━━ 70\n"
                 "   = rcheck explain quantity/conflict · rcheck why a.txt:1 d.txt:1\n\n"},
    {.name = "what could steer a terminal",
     .width = 80,
     .sides = {{"\033]0;owned\007.txt", "It has \033[2J60\u202e seats.", NULL, "60", "60", NULL, 0},
               {"it's b.txt", "It has\t\v70 seats.", NULL, "70", "70", NULL, 1}},
     .expected = "warning[quantity/conflict]: Two figures\n"
                 "   ┌─ �]0;owned�.txt:1:12\n"
                 " 1 │ It has �[2J60� seats.\n"
                 "   │            ━━ 60\n"
                 "   ├─ it's b.txt:1:9\n"
                 " 1 │ It has 70 seats.\n"
                 "   │        ━━ 70\n"
                 "   = rcheck explain quantity/conflict\n\n"},
    {.name = "wide characters",
     .width = 80,
     .sides = {{"a.txt", "中国 has 60 seats.", NULL, "60", "60", NULL, 0},
               {"b.txt", "Ch\u0301ina has 70 seats.", NULL, "70", "70", NULL, 1}},
     .expected = "warning[quantity/conflict]: Two figures\n"
                 "   ┌─ a.txt:1:8\n"
                 " 1 │ 中国 has 60 seats.\n"
                 "   │          ━━ 60\n"
                 "   ├─ b.txt:1:12\n"
                 " 1 │ Ch\u0301ina has 70 seats.\n"
                 "   │           ━━ 70\n"
                 "   = rcheck explain quantity/conflict · rcheck why a.txt:1 b.txt:1\n\n"},
    {.name = "colour",
     .width = 80,
     .colour = true,
     .sides = {{"a.txt", "It has 60.", NULL, "60", "60", NULL, 0}},
     .expected = "\033[1;33mwarning[quantity/conflict]\033[0m: \033[1mTwo figures\033[0m\n"
                 "\033[34m   ┌─\033[0m a.txt:1:8\n"
                 "\033[34m 1 │\033[0m It has 60.\n"
                 "\033[34m   │\033[0m        \033[1;31m━━\033[0m \033[1;31m60\033[0m\n"
                 "\033[34m   =\033[0m rcheck explain quantity/conflict\n\n"},
};

START_TEST(findings_are_laid_out)
{
    const text_case *c = &TEXT_CASES[_i];
    rc_arena *a = rc_arena_new((size_t)1 << 26);
    rc_finding_claim claims[SIDES_MAX];
    size_t count = 0;
    while (count < SIDES_MAX && c->sides[count].file) {
        claims[count] = claim_of(a, &c->sides[count]);
        count++;
    }
    rc_finding f = {.rule = RC_STR("quantity/conflict"),
                    .severity = RC_WARNING,
                    .message = RC_STR("Two figures"),
                    .claims = claims,
                    .claim_count = count};
    const rc_finding *findings[] = {&f};
    rc_counts counts = {0};
    rc_report report = {
        .findings = findings, .finding_count = 1, .counts = &counts, .version = "1"};
    rc_style style = {.width = c->width, .colour = c->colour};
    rc_sink sink;
    rc_sink_init(&sink, NULL, NULL);
    rc_report_text(&sink, &report, &style);
    ck_assert_int_eq(rc_sink_finish(&sink), RC_OK);
    rc_str got = rc_buf_str(&sink.buf);
    rc_str finding = rc_str_sub(got, 0, rc_str_from(c->expected).len);
    ck_assert_msg(rc_str_eq(finding, rc_str_from(c->expected)), "%s: expected\n%s\nbut got\n%.*s",
                  c->name, c->expected, RC_STR_ARG(got));
    rc_sink_clear(&sink);
    rc_arena_free(a);
}
END_TEST

Suite *suite_reports_text(void)
{
    Suite *s = suite_create("reports/text");
    TCase *t = tcase_create("text");
    tcase_add_loop_test(t, findings_are_laid_out, 0, sizeof(TEXT_CASES) / sizeof(*TEXT_CASES));
    suite_add_tcase(s, t);
    return s;
}
