#include "source/doc.h"

#include <check.h>

#include "source/utf8.h"

Suite *suite_source_doc(void);

/* "a &amp; b" at 10, then a break, then "cd" at 30. */
static rc_doc *sample(rc_arena *a)
{
    static const char source[] = "0123456789a &amp; b...........cd...";
    rc_doc *d = RC_NEW(a, rc_doc);
    d->bytes = d->source = (rc_str){source, sizeof(source) - 1};
    d->text = RC_STR("a & b\ncd\n");
    rc_doc_map_add(a, d, 0, (rc_span){10, 12}, true);
    rc_doc_map_add(a, d, 2, (rc_span){12, 17}, false);
    rc_doc_map_add(a, d, 3, (rc_span){17, 18}, true);
    rc_doc_map_add(a, d, 4, (rc_span){18, 19}, true);
    rc_doc_map_add(a, d, 6, (rc_span){30, 32}, true);
    return d;
}

static const struct {
    rc_span text, file;
} spans[] = {
    {{0, 1}, {10, 11}}, {{0, 5}, {10, 19}}, {{2, 3}, {12, 17}}, {{1, 3}, {11, 17}},
    {{3, 5}, {17, 19}}, {{5, 6}, {19, 19}}, {{6, 8}, {30, 32}}, {{0, 8}, {10, 32}},
    {{7, 7}, {31, 31}}, {{8, 9}, {32, 32}},
};

START_TEST(text_spans_lead_to_the_file)
{
    rc_arena *a = rc_arena_new((size_t)1 << 20);
    rc_doc *d = sample(a);
    ck_assert_uint_eq(d->map_count, 4);
    rc_span got = rc_doc_file_span(d, spans[_i].text);
    ck_assert_uint_eq(got.start, spans[_i].file.start);
    ck_assert_uint_eq(got.end, spans[_i].file.end);
    rc_arena_free(a);
}
END_TEST

static const struct {
    uint32_t file, text;
} offsets[] = {{0, 0},  {10, 0}, {11, 1}, {12, 2}, {13, 3}, {17, 3},
               {18, 4}, {19, 6}, {30, 6}, {31, 7}, {32, 9}, {99, 9}};

START_TEST(file_offsets_lead_to_the_text)
{
    rc_arena *a = rc_arena_new((size_t)1 << 20);
    ck_assert_uint_eq(rc_doc_text_offset(sample(a), offsets[_i].file), offsets[_i].text);
    rc_arena_free(a);
}
END_TEST

START_TEST(lines_and_columns)
{
    static const char text[] = "ab\nc\xc3\xa9"
                               "d\r\ne\rf\0\0\0";
    rc_doc d = {.bytes = {text, sizeof(text) - 4}};
    d.source = d.text = d.bytes;
    const struct {
        uint32_t at, line, column;
    } cases[] = {{0, 1, 1}, {1, 1, 2}, {2, 1, 3}, {3, 2, 1},
                 {4, 2, 2}, {6, 2, 3}, {9, 3, 1}, {11, 4, 1}};
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        uint32_t line, column;
        rc_doc_position(&d, cases[i].at, &line, &column);
        ck_assert_msg(line == cases[i].line && column == cases[i].column, "offset %u: %u:%u",
                      cases[i].at, line, column);
    }
}
END_TEST

START_TEST(blocks_stand_under_headings)
{
    rc_arena *a = rc_arena_new((size_t)1 << 20);
    rc_doc *d = RC_NEW(a, rc_doc);
    const struct {
        rc_block_kind kind;
        uint8_t level;
        uint32_t section;
    } cases[] = {{RC_BLOCK_PARAGRAPH, 0, UINT32_MAX},
                 {RC_BLOCK_HEADING, 2, UINT32_MAX},
                 {RC_BLOCK_PARAGRAPH, 0, 1},
                 {RC_BLOCK_HEADING, 3, 1},
                 {RC_BLOCK_PARAGRAPH, 0, 3},
                 {RC_BLOCK_HEADING, 2, UINT32_MAX},
                 {RC_BLOCK_HEADING, 4, 5},
                 {RC_BLOCK_LIST_ITEM, 1, 6}};
    size_t n = sizeof(cases) / sizeof(cases[0]);
    for (size_t i = 0; i < n; i++)
        rc_doc_add_block(a, d, cases[i].kind, (rc_span){0, 0})->level = cases[i].level;
    rc_doc_link_sections(d);
    for (size_t i = 0; i < n; i++)
        ck_assert_uint_eq(d->blocks[i].section, cases[i].section);
    rc_arena_free(a);
}
END_TEST

static const struct {
    rc_str bytes;
    size_t prefix;
} utf8[] = {
    {{"abc", 3}, 3},
    {{"0123456789abcdef0123456789abcdef\xc3\xa9", 34}, 34},
    {{"\xe2\x82\xac\xf0\x9f\x98\x80", 7}, 7},
    {{"ab\0cd", 5}, 2},
    {{"ab\xc3", 3}, 2},           /* cut */
    {{"ab\xc3(", 4}, 2},          /* not followed */
    {{"\xc0\xaf", 2}, 0},         /* overlong */
    {{"\xe0\x80\xaf", 3}, 0},     /* overlong */
    {{"\xed\xa0\x80", 3}, 0},     /* a surrogate */
    {{"\xf4\x90\x80\x80", 4}, 0}, /* past the last code point */
    {{"0123456789abcdef\x80", 17}, 16},
};

START_TEST(utf8_is_checked)
{
    ck_assert_uint_eq(rc_utf8_prefix(utf8[_i].bytes), utf8[_i].prefix);
}
END_TEST

START_TEST(code_points_are_written_and_read)
{
    const uint32_t points[] = {1, 0x7f, 0x80, 0x7ff, 0x800, 0xffff, 0x10000, 0x10ffff};
    for (size_t i = 0; i < sizeof(points) / sizeof(points[0]); i++) {
        char bytes[4];
        uint32_t point = 0;
        size_t n = rc_utf8_write(bytes, points[i]);
        ck_assert_uint_eq(rc_utf8_read((rc_str){bytes, n}, 0, &point), n);
        ck_assert_uint_eq(point, points[i]);
    }
    ck_assert_uint_eq(rc_utf8_count(RC_STR("0123456789\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80z")), 14);
}
END_TEST

Suite *suite_source_doc(void)
{
    Suite *s = suite_create("source/doc");
    TCase *t = tcase_create("doc");
    tcase_add_loop_test(t, text_spans_lead_to_the_file, 0, (int)(sizeof(spans) / sizeof(spans[0])));
    tcase_add_loop_test(t, file_offsets_lead_to_the_text, 0,
                        (int)(sizeof(offsets) / sizeof(offsets[0])));
    tcase_add_test(t, lines_and_columns);
    tcase_add_test(t, blocks_stand_under_headings);
    tcase_add_loop_test(t, utf8_is_checked, 0, (int)(sizeof(utf8) / sizeof(utf8[0])));
    tcase_add_test(t, code_points_are_written_and_read);
    suite_add_tcase(s, t);
    return s;
}
