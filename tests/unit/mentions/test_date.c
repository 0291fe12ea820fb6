/* Dates and lengths in sentences. The document's date is Monday, 10 November 2025 unless a case
 * gives another. */
#include "mentions/date.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/limits.h"
#include "readers/reader.h"
#include "support/project.h"

Suite *suite_mentions_date(void);

typedef struct {
    const char *text, *expected; /* "the words = value (low..high)", a line each; days where the
                                  * value does not say them */
} text_case;

/* Reads `text` as a file called `path` and finds the times in it. */
static rc_mentions *find(rc_arena *a, const char *path, const char *text, int32_t day, rc_doc **ret)
{
    const rc_rules *r = project_rules(a);
    rc_diagnostics diagnostics = {0};
    rc_err err = {0};
    rc_numbers *n;
    rc_timer *x;
    rc_text *t;
    size_t size = strlen(text);
    char *bytes = RC_NEW_ARRAY(a, char, size + 4);
    memcpy(bytes, text, size);
    ck_assert_int_eq(rc_numbers_new(a, r, RC_STR("en"), &n, &diagnostics, &err), RC_OK);
    ck_assert_int_eq(rc_timer_new(a, r, n, &x, &diagnostics, &err), RC_OK);
    ck_assert_msg(!diagnostics.count, "%s", diagnostics.count ? diagnostics.items[0].text : "");
    ck_assert_int_eq(
        rc_reader_parse(a, rc_str_from(path), (rc_str){bytes, size}, RC_STR("plain"), ret, &err),
        RC_OK);
    if (day != RC_DAY_NONE)
        (*ret)->date = day;
    const rc_lexicon *l = rc_rules_lexicon(r);
    ck_assert_int_eq(rc_text_split(a, *ret, l, &t, &err), RC_OK);
    rc_text_tag(t, l);
    ck_assert_int_eq(rc_text_group(a, t), RC_OK);
    rc_mentions *m = RC_NEW(a, rc_mentions);
    ck_assert_int_eq(rc_find_times(a, x, *ret, t, m, &err), RC_OK);
    return m;
}

static void print_mention(rc_buf *out, rc_arena *a, const rc_doc *d, const rc_mention *m)
{
    const rc_time *t = &m->as.time;
    rc_str text = rc_doc_slice(d, m->span), low = rc_day_print(a, t->low);
    rc_str high = rc_day_print(a, t->high);
    rc_time said;
    bool plain =
        rc_time_parse(t->value, &said) == RC_OK && said.low == t->low && said.high == t->high;
    if (out->len)
        rc_buf_add(out, RC_STR("; "));
    rc_buf_printf(out, "%.*s = %.*s", RC_STR_ARG(text), RC_STR_ARG(t->value));
    if (!plain && low.len)
        rc_buf_printf(out, " (%.*s..%.*s)", RC_STR_ARG(low), RC_STR_ARG(high));
}

static void check_text(const char *path, const char *text, int32_t day, const char *expected)
{
    rc_arena *a = rc_arena_new(RC_DOC_BYTES_MAX);
    rc_doc *d;
    rc_buf out;
    rc_mentions *m = find(a, path, text, day, &d);
    rc_buf_init(&out, (size_t)1 << 16);
    for (size_t i = 0; i < m->count; i++)
        print_mention(&out, a, d, &m->items[i]);
    rc_buf_add_char(&out, '\0');
    ck_assert_str_eq(out.ptr, expected);
    rc_buf_clear(&out);
    rc_arena_free(a);
}

static const text_case absolute[] = {
    {"It opened on 2025-03-04.", "2025-03-04 = 2025-03-04"},
    {"It opened on 3 March 2025.", "3 March 2025 = 2025-03-03"},
    {"It opened on March 3rd, 2025.", "March 3rd, 2025 = 2025-03-03"},
    {"It opened on Mar. 3, 2025.", "Mar. 3, 2025 = 2025-03-03"},
    {"It opened on the 3rd of March 2025.", "the 3rd of March 2025 = 2025-03-03"},
    {"It opened on Monday, March 3, 2025.", "Monday, March 3, 2025 = 2025-03-03"},
    {"It opened on 23.04.2022.", "23.04.2022 = 2022-04-23"},
    {"It opened on 3/14/2025.", "3/14/2025 = 2025-03-14"},
    {"It opened on 14/3/2025.", "14/3/2025 = 2025-03-14"},
    {"Logged at 2025-10-14T18:30:00Z in the file.", "2025-10-14T18:30:00Z = 2025-10-14T18:30"},
    {"It began in March 2025.", "March 2025 = 2025-03"},
    {"It began in 1931.", "1931 = 1931"},
    {"The 2024 election was close.", "2024 = 2024"},
    {"He died in 44 BC.", "44 BC = -0043"},
    {"They sold well in the 1990s.", "the 1990s = 199X"},
    {"They sold well in the '90s.", "the '90s = 199X"},
    {"They sold well in the mid-1960s.", "the mid-1960s = 196X (1963-05-02..1966-09-01)"},
    {"It was built in the 19th century.", "the 19th century = 18XX"},
    {"It was built in the 3rd century BC.", "the 3rd century BC = -02XX"},
    {"Profit fell in Q3 2025.", "Q3 2025 = 2025-35"},
    {"Profit fell in the third quarter of 2025.", "the third quarter of 2025 = 2025-35"},
    {"Profit fell in H1 2024.", "H1 2024 = 2024-40"},
    {"Profit fell in the first half of 2024.", "the first half of 2024 = 2024-40"},
    {"Profit fell in fiscal 2024.", "fiscal 2024 = 2024"},
    {"It opened in the summer of 1986.", "the summer of 1986 = 1986-22"},
    {"It opened in early 2020.", "early 2020 = 2020 (2020-01-01..2020-04-30)"},
    {"It opened in late March 2020.", "late March 2020 = 2020-03 (2020-03-22..2020-03-31)"},
    {"It closed by the end of 2023.", "the end of 2023 = 2023 (2023-09-01..2023-12-31)"},
    {"It closed around 1910.", "around 1910 = 1910"},
};

static const text_case relative[] = {
    {"They met on Thursday.", "Thursday = 2025-11-06"},
    {"They met last Tuesday.", "last Tuesday = 2025-11-04"},
    {"They will meet next Tuesday.", "next Tuesday = 2025-11-11"},
    {"They will meet on Thursday.", "Thursday = 2025-11-13"},
    {"They met yesterday.", "yesterday = 2025-11-09"},
    {"They met three days ago.", "three days ago = 2025-11-07"},
    {"They will meet in two weeks.", "two weeks = 2025-11-21/2025-11-27"},
    {"Sales rose last year.", "last year = 2024"},
    {"Sales will rise next year.", "next year = 2026"},
    {"Sales rose last month.", "last month = 2025-10"},
    {"Sales rose last quarter.", "last quarter = 2025-35"},
    {"They met last week.", "last week = 2025-11-03/2025-11-09"},
    {"It opened last December.", "last December = 2024-12"},
    {"It opened this past March.", "this past March = 2025-03"},
    {"It opened in June of last year.", "June of last year = 2024-06"},
    {"It opened in October.", "October = 2025-10"},
    {"It will open in February.", "February = 2026-02"},
    {"It opened on October 28.", "October 28 = 2025-10-28"},
    {"It opened in December.", "December = 2024-12"},
    {"It has been open since the spring.", "the spring = 2025-21"},
    {"The council approved it on June 11.", "June 11 = 2025-06-11"},
    {"The vote is planned for June 11.", "June 11 = 2026-06-11"},
    {"They will work in the first months of next year.",
     "the first months of next year = 2026 (2026-01-01..2026-04-30)"},
    {"It opened earlier this month.", "earlier this month = 2025-11 (2025-11-01..2025-11-10)"},
    {"It will open later this year.", "later this year = 2025 (2025-11-10..2025-12-31)"},
    {"It met on October 28. The following day it closed.",
     "October 28 = 2025-10-28; The following day = 2025-10-29"},
    {"It met on October 28. Two days later it closed.",
     "October 28 = 2025-10-28; Two days later = 2025-10-30"},
    {"It was founded on May 3, 2012. The same day it closed.",
     "May 3, 2012 = 2012-05-03; The same day = 2012-05-03"},
    {"It was founded on May 3, 2012. On June 9 it closed.",
     "May 3, 2012 = 2012-05-03; June 9 = 2012-06-09"},
    {"It met on October 28 and left on the 30th.",
     "October 28 = 2025-10-28; the 30th = 2025-10-30"},
    {"They met on the first Friday of October 2025.",
     "the first Friday of October 2025 = 2025-10-03"},
    {"They meet in the last week of December 2025.",
     "the last week of December 2025 = 2025-12-29/2026-01-04"},
    {"They met the day before yesterday.", "the day before yesterday = 2025-11-08"},
    {"They met on Christmas Day 2024.", "Christmas Day 2024 = 2024-12-25"},
    {"It opened two weeks before May 13, 2024.", "two weeks before May 13, 2024 = 2024-04-29"},
    {"It closed at the end of the month.",
     "the end of the month = 2025-11 (2025-11-21..2025-11-30)"},
};

static const text_case ranges[] = {
    {"They met from October 24 to 26.", "October 24 to 26 = 2025-10-24/2025-10-26"},
    {"They met November 7-8.", "November 7-8 = 2025-11-07/2025-11-08"},
    {"It stood from 1929 to 1931.", "1929 to 1931 = 1929/1931"},
    {"It lasted (1914\xe2\x80\x93"
     "18) too long.",
     "1914\xe2\x80\x93"
     "18 = 1914/1918"},
    {"They met from 13 to 15 July 2024.", "13 to 15 July 2024 = 2024-07-13/2024-07-15"},
    {"They met between May 3 and June 4, 2024.", "May 3 and June 4, 2024 = 2024-05-03/2024-06-04"},
    {"It ran from November to February 2017.", "November to February 2017 = 2016-11/2017-02"},
    {"It ran in January and February 1937.", "January = 1937-01; February 1937 = 1937-02"},
    {"It ran Dec. 28, 2024 to Jan. 3, 2025.",
     "Dec. 28, 2024 to Jan. 3, 2025 = 2024-12-28/2025-01-03"},
    {"It fell in 2014, 2016 and 2018.", "2014 = 2014; 2016 = 2016; 2018 = 2018"},
};

static const text_case lengths_said[] = {
    {"It is valid for 18 months.", "18 months = P18M"},
    {"It is a five-month delay.", "five-month = P5M"},
    {"It took a decade.", "a decade = P10Y"},
    {"It was a three-day visit.", "three-day = P3D"},
    {"It took two and a half years.", "two and a half years = P2.5Y"},
    {"It took a year and a half.", "a year and a half = P1.5Y"},
    {"It took 72 hours.", "72 hours = PT72H"},
    {"It took half an hour.", "half an hour = PT0.5H"},
    {"It took about a week.", "about a week = P1W"},
    {"It took two years and three months.", "two years and three months = P2Y3M"},
    {"He is 42 years old.", "42 years old = P42Y"},
    {"A 42-year-old man was held.", "42-year-old = P42Y"},
    {"A man aged 42 was held.", "aged 42 = P42Y"},
};

static const text_case clocks[] = {
    {"They met on October 14, 2025, 6:30 p.m. in Oslo.",
     "October 14, 2025, 6:30 p.m. = 2025-10-14T18:30"},
    {"It fell at 5:34 am.", "5:34 am = T05:34"},
    {"They met at 5 p.m. on Tuesday.", "5 p.m. on Tuesday = 2025-11-04T17:00"},
};

/* What looks like a date and is none. */
static const char *const none[] = {
    "This may or may not be right.",
    "They march on and on.",
    "There were 2024 people in the hall.",
    "It cost $1999 in all.",
    "It weighs 1500 tonnes.",
    "Call 650-650-6500 or +86 138-2010-2015.",
    "He scored in the second half and the fall of Kabul followed.",
    "She is in her 60s.",
    "They work 40 at a time, 30 a day.",
    "The ratio is 4:3 and the score 24/7.",
    "The version is 2.10.1999.3 or 12-1234.",
    "A last-minute deal was the first of its kind.",
    "The bill passed the second reading.",
    "He came third and the 9th floor burned.",
    "Prices rose by 2-3 million.",
    "They built a second plant, a year-on-year rise.",
    "There are things that fall outside.",
    "Theresa May spoke and April Jones left.",
};

START_TEST(absolute_dates)
{
    check_text("a.txt", absolute[_i].text, rc_day_from_civil(2025, 11, 10), absolute[_i].expected);
}
END_TEST

START_TEST(relative_dates)
{
    check_text("a.txt", relative[_i].text, rc_day_from_civil(2025, 11, 10), relative[_i].expected);
}
END_TEST

START_TEST(ranges_of_dates)
{
    check_text("a.txt", ranges[_i].text, rc_day_from_civil(2025, 11, 10), ranges[_i].expected);
}
END_TEST

START_TEST(lengths_and_ages)
{
    check_text("a.txt", lengths_said[_i].text, rc_day_from_civil(2025, 11, 10),
               lengths_said[_i].expected);
}
END_TEST

START_TEST(times_of_day)
{
    check_text("a.txt", clocks[_i].text, rc_day_from_civil(2025, 11, 10), clocks[_i].expected);
}
END_TEST

START_TEST(no_date_at_all)
{
    check_text("a.txt", none[_i], rc_day_from_civil(2025, 11, 10), "");
}
END_TEST

static const text_case undated[] = {
    {"It opened on November 30.", "November 30 = XXXX-11-30"},
    {"It opened on the 9th.", "the 9th = XXXX-XX-09"},
    {"It opened yesterday.", "yesterday = XXXX-XX-XX"},
    {"It opened in March 2024. On May 9 it closed.", "March 2024 = 2024-03; May 9 = 2024-05-09"},
};

START_TEST(without_a_document_date)
{
    check_text("a.txt", undated[_i].text, RC_DAY_NONE, undated[_i].expected);
}
END_TEST

#define BODY                                                                                       \
    "\n\nThe harbour was closed for repairs and the ferries stayed where they were, said the "     \
    "people who run them from an office above the quay.\n"

static const struct {
    const char *path, *text, *day;
    rc_date_source source;
} sources[] = {
    {"a.txt", "The harbour\n\nNovember 2, 2025" BODY, "2025-11-02", RC_DATE_DATELINE},
    {"a.txt", "The harbour\n\nJuly 23, 2025 | The Outlet" BODY, "2025-07-23", RC_DATE_DATELINE},
    {"a.txt", "The harbour\n\nBy A. Writer | 15 Oct 2025" BODY, "2025-10-15", RC_DATE_DATELINE},
    {"a.txt", "The harbour\n\nTuesday, October 14, 2025, 6:30 p.m." BODY, "2025-10-14",
     RC_DATE_DATELINE},
    {"x/2025-10-14-port.txt", "The harbour" BODY, "2025-10-14", RC_DATE_FILENAME},
    {"x/port_20251014.txt", "The harbour" BODY, "2025-10-14", RC_DATE_FILENAME},
    {"x/port-20251399.txt", "The harbour" BODY, "", RC_DATE_NONE},
    {"x/2025-10-14-port.txt", "The harbour\n\nNovember 2, 2025" BODY, "2025-11-02",
     RC_DATE_DATELINE},
    {"a.txt",
     "The harbour" BODY
     "\nIt opened on May 3, 2012 and closed on June 4, 2019. It will open again on "
     "July 1, 2030.\n",
     "2019-06-04", RC_DATE_INFERRED},
    {"a.txt", "The harbour" BODY, "", RC_DATE_NONE},
};

START_TEST(dates_of_documents)
{
    rc_arena *a = rc_arena_new(RC_DOC_BYTES_MAX);
    rc_doc *d;
    int32_t day = RC_DAY_NONE;
    find(a, sources[_i].path, sources[_i].text, RC_DAY_NONE, &d);
    rc_day_parse(rc_str_from(sources[_i].day), &day);
    ck_assert_str_eq(rc_arena_cstr(a, rc_day_print(a, d->date)), sources[_i].day);
    ck_assert_int_eq((int)d->date_source, (int)sources[_i].source);
    rc_arena_free(a);
}
END_TEST

#define COUNT(table) ((int)(sizeof(table) / sizeof((table)[0])))

Suite *suite_mentions_date(void)
{
    Suite *s = suite_create("mentions/date");
    TCase *t = tcase_create("date");
    tcase_add_loop_test(t, absolute_dates, 0, COUNT(absolute));
    tcase_add_loop_test(t, relative_dates, 0, COUNT(relative));
    tcase_add_loop_test(t, ranges_of_dates, 0, COUNT(ranges));
    tcase_add_loop_test(t, lengths_and_ages, 0, COUNT(lengths_said));
    tcase_add_loop_test(t, times_of_day, 0, COUNT(clocks));
    tcase_add_loop_test(t, no_date_at_all, 0, COUNT(none));
    tcase_add_loop_test(t, without_a_document_date, 0, COUNT(undated));
    tcase_add_loop_test(t, dates_of_documents, 0, COUNT(sources));
    suite_add_tcase(s, t);
    return s;
}
