/* Figures in sentences: what is found and what it is read as. */
#include "mentions/mention.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/limits.h"
#include "mentions/internal.h"
#include "readers/reader.h"
#include "support/project.h"

Suite *suite_mentions_quantity(void);

typedef struct {
    rc_arena *arena;
    const rc_rules *rules;
    rc_numbers *numbers;
    rc_quantifier *quantities;
    rc_timer *times;
} bench;

static bench load(void)
{
    bench b = {.arena = rc_arena_new(RC_RULES_BYTES_MAX)};
    rc_diagnostics d = {0};
    rc_err err = {0};
    b.rules = project_rules(b.arena);
    ck_assert_int_eq(rc_numbers_new(b.arena, b.rules, RC_STR("en"), &b.numbers, &d, &err), RC_OK);
    ck_assert_int_eq(rc_quantifier_new(b.arena, b.rules, b.numbers, &b.quantities, &d, &err),
                     RC_OK);
    ck_assert_int_eq(rc_timer_new(b.arena, b.rules, b.numbers, &b.times, &d, &err), RC_OK);
    ck_assert_msg(!d.count, "%s", d.count ? d.items[0].text : "");
    return b;
}

static rc_mentions *find(rc_arena *a, const bench *b, const char *text)
{
    rc_err err = {0};
    rc_doc *doc;
    rc_text *t;
    size_t size = strlen(text);
    char *bytes = RC_NEW_ARRAY(a, char, size + 4);
    memcpy(bytes, text, size);
    ck_assert_int_eq(
        rc_reader_parse(a, RC_STR("a.txt"), (rc_str){bytes, size}, RC_STR("plain"), &doc, &err),
        RC_OK);
    const rc_lexicon *l = rc_rules_lexicon(b->rules);
    ck_assert_int_eq(rc_text_split(a, doc, l, &t, &err), RC_OK);
    rc_text_tag(t, l);
    ck_assert_int_eq(rc_text_group(a, t), RC_OK);
    rc_mentions *m = RC_NEW(a, rc_mentions);
    ck_assert_int_eq(rc_find_times(a, b->times, doc, t, m, &err), RC_OK);
    ck_assert_int_eq(rc_find_quantities(a, b->quantities, t, m, &err), RC_OK);
    return m;
}

static const char *role_name(const rc_quantity *q)
{
    static const char *const names[] = {"",          " change",  " from", " to",
                                        " multiple", " ordinal", " score"};
    return q->identifier ? " name" : names[q->role];
}

/* Each quantity as "the words = its value", "; " between. */
static const char *show(rc_arena *a, const rc_mentions *m, const char *text)
{
    rc_buf out;
    rc_buf_init(&out, 1 << 16);
    for (size_t i = 0; i < m->count; i++) {
        const rc_mention *x = &m->items[i];
        if (x->type != RC_MENTION_QUANTITY)
            continue;
        rc_str value = rc_quantity_print(a, &x->as.quantity);
        rc_buf_printf(&out, "%s%.*s = %.*s%s", out.len ? "; " : "",
                      (int)(x->span.end - x->span.start), text + x->span.start, RC_STR_ARG(value),
                      role_name(&x->as.quantity));
    }
    const char *shown = rc_arena_cstr(a, rc_buf_str(&out));
    rc_buf_clear(&out);
    return shown;
}

typedef struct {
    const char *text, *expected;
} text_case;

static void check_all(const text_case *cases, size_t count)
{
    bench b = load();
    rc_buf wrong;
    rc_buf_init(&wrong, 1 << 20);
    for (size_t i = 0; i < count; i++) {
        rc_arena *a = rc_arena_new((size_t)1 << 24);
        const char *found = show(a, find(a, &b, cases[i].text), cases[i].text);
        if (strcmp(found, cases[i].expected) != 0)
            rc_buf_printf(&wrong, "\n%s\n  expected %s\n  found    %s", cases[i].text,
                          cases[i].expected, found);
        rc_arena_free(a);
    }
    rc_buf_add_char(&wrong, '\0');
    ck_assert_msg(wrong.len == 1, "%s", wrong.ptr);
    rc_buf_clear(&wrong);
    rc_arena_free(b.arena);
}

#define CHECK_ALL(cases) check_all((cases), sizeof(cases) / sizeof((cases)[0]))

START_TEST(numbers_in_digits_and_words)
{
    static const text_case cases[] = {
        {"The plant has 1,234,567 panels.", "1,234,567 = 1234567 panel"},
        {"It counts 12,34,567 voters.", "12,34,567 = 1234567 voter"},
        {"About 1 234 567 voters came.", "About 1 234 567 = ~ 1234567 voter"},
        {"A reading of 0.05 was kept.", "0.05 = 0.05"},
        {"A reading of .05 was kept.", ".05 = 0.05"},
        {"The factor is 6.02e23.", "6.02e23 = 6.02e+23"},
        {"The factor is 3 × 10^8.", "3 × 10^8 = 300 million"},
        {"They planted twenty-five million trees.", "twenty-five million = 25 million tree"},
        {"It has two and a half dozen rooms.", "two and a half dozen = 30 room"},
        {"Seven hundred and forty categories were used.", "Seven hundred and forty = 740 category"},
        {"A hundred and two of the guests left.", "A hundred and two = 102 guest"},
        {"He sold 3.5 million bottles.", "3.5 million = 3.5 million bottle"},
        {"He sold half a million bottles.", "half a million = 500000 bottle"},
        {"It has 12 lakh members.", "12 lakh = 1.2 million member"},
        {"Two-thirds of the members voted.", "Two-thirds = 0.66666666666666667 member"},
        {"A quarter of the houses stood empty.", "A quarter = 0.25 house"},
        {"Use 2½ cups of flour.", "2½ cups = 2.5 cup"},
        {"Use 1 3/4 cups of flour.", "1 3/4 cups = 1.75 cup"},
        {"One in five adults smokes.", "One in five = 0.2 adult"},
        {"Nine out of ten doctors agree.", "Nine out of ten = 0.9 doctor"},
        {"Minus five was read.", "Minus five = -5"},
        {"Two point five million people left.", "Two point five million = 2.5 million person"},
        {"Between five hundred and six hundred people came.",
         "Between five hundred and six hundred = 500 to 600 person"},
        {"Several hundred people came.", ""},
        {"One of them said that one should go.", ""},
        {"A third man joined in the second half.", "third = 3 ordinal; second = 2 ordinal"},
    };
    CHECK_ALL(cases);
}
END_TEST

START_TEST(bounds_and_ranges)
{
    static const text_case cases[] = {
        {"It holds over 60% of the market.", "over 60% = > 60 percent"},
        {"It holds roughly 70 per cent of it.", "roughly 70 per cent = ~ 70 percent"},
        {"It employs at least 300 workers.", "at least 300 = >= 300 worker"},
        {"It employs no fewer than 300 workers.", "no fewer than 300 = >= 300 worker"},
        {"It employs up to 300 workers.", "up to 300 = <= 300 worker"},
        {"It employs fewer than 300 workers.", "fewer than 300 = < 300 worker"},
        {"It employs 300 or more workers.", "300 or more = >= 300 worker"},
        {"It employs about 300 workers.", "about 300 = ~ 300 worker"},
        {"It employs nearly 300 workers.", "nearly 300 = ~ 300 worker"},
        {"It employs some 300 workers.", "some 300 = ~ 300 worker"},
        {"It employs 300-odd workers.", "300-odd = ~ 300 worker"},
        {"It took well over 2,000 tonnes.", "well over 2,000 tonnes = > 2000 tonne"},
        {"It took a little more than 2,000 tonnes.",
         "a little more than 2,000 tonnes = > 2000 tonne"},
        {"It took 2-3 million tonnes.", "2-3 million tonnes = 2 to 3 million tonne"},
        {"It took 900,000-2 million tonnes.",
         "900,000-2 million tonnes = 900000 to 2 million tonne"},
        {"It took between 5 and 7 per cent.", "between 5 and 7 per cent = 5 to 7 percent"},
        {"It cost $10–$20.", "$10–$20 = 10 to 20 USD"},
        {"It cost about $1-2 million.", "about $1-2 million = ~ 1 to 2 million USD"},
        {"An 8- to 16-meter mirror was cast.", "8- to 16-meter = 8 to 16 meter"},
        {"It weighs 10 ± 0.5 kg.", "10 ± 0.5 kg = 9.5 to 10.5 kilogram"},
        {"Doses of 45 and 50 mg were given.", "45 = 45 milligram; 50 mg = 50 milligram"},
        {"It lost 6-3 in the final.", "6 = 6 score; 3 = 3 score"},
        {"The price must not exceed $50.", "not exceed $50 = <= 50 USD"},
        {"It should not be more than 500 bytes.", "not be more than 500 bytes = <= 500 byte"},
        {"It was not much more than 500 tonnes.", "not much more than 500 tonnes = ~ 500 tonne"},
        {"It weighs a shade under 20 kg.", "a shade under 20 kg = < 20 kilogram"},
        {"It weighs comfortably over 20 kg.", "comfortably over 20 kg = > 20 kilogram"},
        {"It weighs barely 20 kg.", "barely 20 kg = ~ 20 kilogram"},
        {"At least 20 and at most 100 apples fit.",
         "At least 20 and at most 100 = 20 to 100 apple"},
        {"It weighs over 5 but under 7 kg.", "over 5 but under 7 kg = 5 to 7 kilogram"},
        {"At least 20 men and at most 100 women came.",
         "At least 20 = >= 20 man; at most 100 = <= 100 woman"},
        {"Men aged 35 to 55 were asked.", "aged 35 to 55 = 35 to 55 year"},
        {"The 27-nation bloc agreed.", "27 = 27 nation"},
        {"It runs 140 coal-fired power plants.", "140 = 140 plant"},
    };
    CHECK_ALL(cases);
}
END_TEST

START_TEST(money)
{
    static const text_case cases[] = {
        {"It paid $1.4-billion.", "$1.4-billion = 1.4 billion USD"},
        {"It paid $3.5bn.", "$3.5bn = 3.5 billion USD"},
        {"It paid £5m.", "£5m = 5 million GBP"},
        {"It paid 5m euros.", "5m euros = 5 million EUR"},
        {"It paid €12 million.", "€12 million = 12 million EUR"},
        {"It paid US$ 40,000.", "US$ 40,000 = 40000 USD"},
        {"It paid A$250.", "A$250 = 250 AUD"},
        {"It paid HK$10 billion.", "HK$10 billion = 10 billion HKD"},
        {"It paid CHF 3.04.", "CHF 3.04 = 3.04 CHF"},
        {"It paid 10,000 Swiss francs.", "10,000 Swiss francs = 10000 CHF"},
        {"It paid 42 Lebanese pounds.", "42 Lebanese pounds = 42 LBP"},
        {"It paid 50 cents.", "50 cents = 0.5 USD"},
        {"It paid 412 pence.", "412 pence = 4.12 GBP"},
        {"It paid 3 dollars 50 cents.", "3 dollars 50 cents = 3.5 USD"},
        {"It paid ten quid for it.", "ten quid = 10 GBP"},
        {"It paid 20 bucks for it.", "20 bucks = 20 USD"},
        {"It paid ₹5 crore for it.", "₹5 crore = 50 million INR"},
        {"It paid ¥300 million.", "¥300 million = 300 million JPY"},
        {"The margin was -€15.", "-€15 = -15 EUR"},
        {"It made 48.5 MGBP.", "48.5 MGBP = 48.5 million GBP"},
        {"It costs $110 per kilogram.", "$110 per kilogram = 110 USD-per-kilogram"},
        {"It costs 90 euros a tonne.", "90 euros a tonne = 90 EUR-per-tonne"},
        {"They were offered a $70-a-share price.", "$70-a-share = 70 USD-per-share"},
        {"The COP 30 summit ended.", "30 = 30 name"},
    };
    CHECK_ALL(cases);
}
END_TEST

START_TEST(units)
{
    static const text_case cases[] = {
        {"It ran at 90 km/h.", "90 km/h = 90 kilometer-per-hour"},
        {"It ran at 60 mph.", "60 mph = 60 mile-per-hour"},
        {"A 3-inch pipe burst.", "3-inch = 3 inch"},
        {"He is 6 ft 2 in tall.", "6 ft 2 in = 6.16666666666666667 foot"},
        {"It covers 660 square metres.", "660 square metres = 660 square-meter"},
        {"It covers 190 km² of land.", "190 km² = 190 square-kilometer"},
        {"It covers 190 sq km of land.", "190 sq km = 190 square-kilometer"},
        {"It reached 40 °C.", "40 °C = 40 celsius"},
        {"It fell to −57 °C.", "−57 °C = -57 celsius to"},
        {"It was 98.6 degrees Fahrenheit.", "98.6 degrees Fahrenheit = 98.6 fahrenheit"},
        {"It stores 1.5 TB of data.", "1.5 TB = 1.5 terabyte"},
        {"It sends 100 Mbit/s.", "100 Mbit/s = 100 megabit-per-second"},
        {"It makes 7.3 MWh a year.", "7.3 MWh a year = 7.3 megawatt-hour-per-year"},
        {"It gives 50 μg/ml.", "50 μg/ml = 50 microgram-per-milliliter"},
        {"It gives 9.81 m s−2.", "9.81 m s−2 = 9.81 meter-per-square-second"},
        {"Rates rose by 25 basis points.", "25 basis points = 25 basis-point change"},
        {"The gap is 2 percentage points.", "2 percentage points = 2 percentage-point"},
        {"There were 12 deaths per 100,000 people.", "12 = 12 1-per-100000-person"},
        {"Output is 500,000 barrels a day.", "500,000 barrels a day = 500000 barrel-per-day"},
        {"Half a litre of milk was left.", "Half a litre = 0.5 liter"},
        {"There are two in my car.", "two = 2"},
        {"Pour a litre of water.", "a litre = 1 liter"},
    };
    CHECK_ALL(cases);
}
END_TEST

START_TEST(roles_and_names)
{
    static const text_case cases[] = {
        {"Prices rose 11% in May.", "11% = 11 percent change"},
        {"Prices rose by 11%.", "11% = 11 percent change"},
        {"There was an 11% increase in prices.", "11% = 11 percent change"},
        {"The share fell from 19% to 11%.", "19% = 19 percent from; 11% = 11 percent to"},
        {"The share rose to 11%.", "11% = 11 percent to"},
        {"The share stood at 11%.", "11% = 11 percent"},
        {"Sales doubled.", "doubled = 2 multiple"},
        {"Twice as many people came.", "Twice = 2 multiple"},
        {"Sales rose tenfold.", "tenfold = 10 multiple"},
        {"See page 7 and Fig. 3a.", "7 = 7 name; 3 = 3 name"},
        {"It runs version 2.4.1 of the tool.", "2.4.1 = 0 name"},
        {"Listen on port 8080.", "8080 = 8080 name"},
        {"Apollo 11 landed on the moon.", "11 = 11 name"},
        {"Call 555-0100-22 now.", "555-0100-22 = 100 to 555 name"},
        {"It was shown before [7].", "7 = 7 name"},
        {"The 21st bridge was opened.", "21st = 21 ordinal"},
    };
    CHECK_ALL(cases);
}
END_TEST

START_TEST(any_bytes_are_fine)
{
    static const text_case cases[] = {
        {"", ""},
        {"1/0 is no number.", "1/0 = 0 name"},
        {"99999999999999999999999999999999 is long.",
         "99999999999999999999999999999999 = 9.99999999999999999e+31"},
        {"1e999 is too much.", "1 = 1 name"},
        {"$ and % and - alone", ""},
    };
    CHECK_ALL(cases);
}
END_TEST

Suite *suite_mentions_quantity(void)
{
    Suite *s = suite_create("mentions/quantity");
    TCase *t = tcase_create("quantity");
    tcase_set_timeout(t, 60);
    tcase_add_test(t, numbers_in_digits_and_words);
    tcase_add_test(t, bounds_and_ranges);
    tcase_add_test(t, money);
    tcase_add_test(t, units);
    tcase_add_test(t, roles_and_names);
    tcase_add_test(t, any_bytes_are_fine);
    suite_add_tcase(s, t);
    return s;
}
