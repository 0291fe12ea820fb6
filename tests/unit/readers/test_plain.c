#include "readers/reader.h"

#include "readers/lines.h"
#include "support/blocks.h"

Suite *suite_readers_plain(void);

#define LONG                                                                                       \
    "The council decided on Tuesday that the old mill is to be sold, after a debate that went on " \
    "until midnight and saw tempers fray on both sides of the house, as they often do here."

static const struct {
    const char *input, *expected;
} cases[] = {
    {"", ""},
    {"\n \n\t\n", ""},
    {"Mill to be sold\n\n" LONG "\n", "T Mill to be sold\nP " LONG "\n"},
    {"Mill to be sold\r\n\r\n" LONG "\r\n", "T Mill to be sold\nP " LONG "\n"},
    /* Title, byline and dateline, with and without blank lines between. */
    {"Mill to be sold\nThe Valley Post\nMay 3, 2024\nAnn Lee\n\n" LONG "\n",
     "T Mill to be sold\nB The Valley Post\nB May 3, 2024\nB Ann Lee\nP " LONG "\n"},
    {"Mill to be sold\nMay 3, 2024 | Staff\n" LONG "\nWhat next\n" LONG "\n",
     "T Mill to be sold\nB May 3, 2024 | Staff\nP " LONG "\nH2 What next\nP " LONG "\n"},
    /* A letterhead is no title. */
    {"TOWN OF ELMVALE\nOFFICE OF THE CLERK\n\n3 May 2024\n\nMill is to be sold\n\n" LONG "\n",
     "H1 TOWN OF ELMVALE\nH2 OFFICE OF THE CLERK\nB 3 May 2024\nT Mill is to be sold\nP " LONG
     "\n"},
    /* Wrapped lines are one paragraph. */
    {"Minutes\n\nThe clerk reported that the roof of the mill had been repaired\n"
     "at a cost of nine thousand and that the bill had been paid by the\ncounty. The doors "
     "will follow in the spring, as the budget allows.\n\nA second paragraph begins here and "
     "goes on over the end of the line\nwith a small letter.\n",
     "T Minutes\nP The clerk reported that the roof of the mill had been repaired\n"
     "at a cost of nine thousand and that the bill had been paid by the\ncounty. The doors "
     "will follow in the spring, as the budget allows.\nP A second paragraph begins here and goes "
     "on over the end of the line\nwith a small letter.\n"},
    /* A line a paragraph. */
    {"Mill\n" LONG "\n" LONG "\n", "T Mill\nP " LONG "\nP " LONG "\n"},
    {LONG "\n\n- 14 rooms\n- 3 doors\n\n1. First\n2. Second\n  - inner\n",
     "P " LONG "\nL1 14 rooms\nL1 3 doors\nL1 First\nL1 Second\nL2 inner\n"},
    {LONG "\n\n[Photo: the mill in May]\n\n" LONG "\n",
     "P " LONG "\nc [Photo: the mill in May]\nP " LONG "\n"},
    {LONG "\n\nPRICES\n======\n\n" LONG "\n\n* * *\n\n" LONG "\n",
     "P " LONG "\nH2 PRICES\nP " LONG "\nP " LONG "\n"},
    /* Tables, by gaps or bars, with rules or without. */
    {LONG "\n\nItem          Cost    2023\n----          ----    ----\nNew roof      1,400   "
          "12\nDoors   "
          "       90      3\n\n" LONG "\n",
     "P " LONG "\nC1.0.0h Item\nC1.0.1h Cost\nC1.0.2h 2023\nC1.1.0 New roof\nC1.1.1 1,400\nC1.1.2 "
     "12\nC1.2.0 Doors\nC1.2.1 90\nC1.2.2 3\nP " LONG "\n"},
    {LONG "\n\nRoof\t1,400\nDoors\t90\n\n| a | b |\n| c | 4 |\n",
     "P " LONG
     "\nC1.0.0 Roof\nC1.0.1 1,400\nC1.1.0 Doors\nC1.1.1 90\nC2.0.0h a\nC2.0.1h b\nC2.1.0 c\n"
     "C2.1.1 4\n"},
    {LONG "   It was late.\n" LONG "\n", "P " LONG "   It was late.\nP " LONG "\n"},
    {"\xef\xbb\xbfMill sold\n\n" LONG "\n", "T Mill sold\nP " LONG "\n"},
};

START_TEST(text_is_cut_into_blocks)
{
    rc_arena *a = rc_arena_new(RC_DOC_BYTES_MAX);
    test_blocks(a, "a.txt", rc_str_from(cases[_i].input), cases[_i].expected);
    rc_arena_free(a);
}
END_TEST

static const struct {
    rc_str bytes;
    const char *expected;
    uint32_t start, end; /* of the last block, in the file */
} encodings[] = {
    {{"\xff\xfe"
      "C\0a\0f\0\xe9\0",
      10},
     "T Caf\xc3\xa9\n",
     2,
     10},
    {{"\xfe\xff"
      "\0C\0a\0f\0\xe9",
      10},
     "T Caf\xc3\xa9\n",
     2,
     10},
    {{"\xff\xfe\x3d\xd8\0\xde!\0", 8}, "T \xf0\x9f\x98\x80!\n", 2, 8},
    {{"C\0a\0f\0e\0", 8}, "T Cafe\n", 0, 8},
    {{"\xff\xfe\0\0C\0\0\0a\0\0\0", 12}, "T Ca\n", 4, 12},
    {{"Der Pr\xe4sident sagte, 14 \x80 seien f\xfcr alle genug und mehr als \xfc"
      "blich",
      66},
     "T Der Pr\xc3\xa4sident sagte, 14 \xe2\x82\xac seien f\xc3\xbcr alle genug und mehr als "
     "\xc3\xbc"
     "blich\n",
     0,
     66},
    /* Cut in the middle of a character: still UTF-8. */
    {{"\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9 caf\xc3", 13},
     "T \xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9 caf\xef\xbf\xbd\n",
     0,
     13},
};

START_TEST(other_encodings_are_decoded)
{
    rc_arena *a = rc_arena_new(RC_DOC_BYTES_MAX);
    rc_doc *d = test_blocks(a, "a.txt", encodings[_i].bytes, encodings[_i].expected);
    rc_span file = rc_doc_file_span(d, d->blocks[0].span);
    ck_assert_uint_eq(file.start, encodings[_i].start);
    ck_assert_uint_eq(file.end, encodings[_i].end);
    uint32_t line, column;
    rc_doc_position(d, file.end, &line, &column);
    ck_assert_uint_eq(line, 1);
    rc_arena_free(a);
}
END_TEST

START_TEST(binary_files_are_refused)
{
    const rc_str files[] = {{"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16},
                            {"abc\0def\x01\x02", 9},
                            {"\x7f"
                             "ELF\x02\x01\x01\0\0\0",
                             10}};
    for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++) {
        rc_arena *a = rc_arena_new(RC_DOC_BYTES_MAX);
        rc_doc *d = NULL;
        rc_err err = {.text = ""};
        ck_assert_int_eq(
            rc_reader_parse(a, RC_STR("a.txt"), test_bytes(a, files[i]), RC_STR_NONE, &d, &err),
            RC_EFORMAT);
        ck_assert_ptr_nonnull(strstr(err.text, "binary"));
        rc_arena_free(a);
    }
}
END_TEST

static const struct {
    const char *line, *date, *dateline; /* NULL: none; dateline: no more than the date */
} dates[] = {
    {"November 2, 2025", "November 2, 2025", "November 2, 2025"},
    {"Posted 14 December 2024", "14 December 2024", "14 December 2024"},
    {"Oct. 15, 2025", "Oct. 15, 2025", "Oct. 15, 2025"},
    {"3rd May 2024", "3rd May 2024", "3rd May 2024"},
    {"2025-10-06", "2025-10-06", "2025-10-06"},
    {"07/14/2025 | Staff and others who wrote this long ago", "07/14/2025", "07/14/2025"},
    {"14.12.2024", "14.12.2024", "14.12.2024"},
    {"1. Mai 2024", "1. Mai 2024", "1. Mai 2024"},
    {"Open from 4 October 2024 until 26 January 2025", "4 October 2024", NULL},
    {"The contract was awarded on June 11, 2024 to a firm", "June 11, 2024", NULL},
    {"A budget for 2026", NULL, NULL},
    {"14 of 2,000", NULL, NULL},
    {"", NULL, NULL},
};

START_TEST(dates_are_found_by_form)
{
    rc_str line = rc_str_from(dates[_i].line);
    rc_span span = {0, 0};
    bool found = rc_line_find_date(line, &span);
    ck_assert_msg(found == (dates[_i].date != NULL), "%s", dates[_i].line);
    if (found)
        ck_assert(rc_str_eq(rc_str_sub(line, span.start, span.end), rc_str_from(dates[_i].date)));
    ck_assert_msg(rc_line_is_dateline(line, &span) == (dates[_i].dateline != NULL), "%s",
                  dates[_i].line);
}
END_TEST

Suite *suite_readers_plain(void)
{
    Suite *s = suite_create("readers/plain");
    TCase *t = tcase_create("plain");
    tcase_add_loop_test(t, text_is_cut_into_blocks, 0, (int)(sizeof(cases) / sizeof(cases[0])));
    tcase_add_loop_test(t, other_encodings_are_decoded, 0,
                        (int)(sizeof(encodings) / sizeof(encodings[0])));
    tcase_add_test(t, binary_files_are_refused);
    tcase_add_loop_test(t, dates_are_found_by_form, 0, (int)(sizeof(dates) / sizeof(dates[0])));
    suite_add_tcase(s, t);
    return s;
}
