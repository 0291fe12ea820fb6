/* Figures and dates of every kind, in each language that is read, and which language a text is in.
 */
#include "mentions/mention.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/limits.h"
#include "mentions/internal.h"
#include "mentions/language.h"
#include "readers/reader.h"
#include "support/project.h"

Suite *suite_mentions_languages(void);

typedef struct {
    rc_arena *arena;
    const rc_rules *rules;
    rc_mentioner *mentioner;
} bench;

static bench load(void)
{
    bench b = {.arena = rc_arena_new(RC_RULES_BYTES_MAX)};
    rc_diagnostics d = {0};
    rc_err err = {0};
    b.rules = project_rules(b.arena);
    ck_assert_int_eq(rc_mentioner_new(b.arena, b.rules, &b.mentioner, &d, &err), RC_OK);
    ck_assert_msg(!d.count, "%s", d.count ? d.items[0].text : "");
    return b;
}

static rc_doc *parse(rc_arena *a, const char *text)
{
    rc_err err = {0};
    rc_doc *doc;
    size_t size = strlen(text);
    char *bytes = RC_NEW_ARRAY(a, char, size + 4);
    memcpy(bytes, text, size);
    ck_assert_int_eq(
        rc_reader_parse(a, RC_STR("a.txt"), (rc_str){bytes, size}, RC_STR("plain"), &doc, &err),
        RC_OK);
    return doc;
}

/* A document of 15 June 2025; `language` empty: told from the text. */
static rc_mentions *find(rc_arena *a, const bench *b, const char *text, rc_str language,
                         rc_doc **ret_doc)
{
    rc_err err = {0};
    rc_text *t;
    rc_mentions *m;
    rc_doc *doc = parse(a, text);
    doc->date = rc_day_from_civil(2025, 6, 15);
    if (language.len) {
        doc->language = language;
        doc->language_said = true;
    }
    const rc_lexicon *l = rc_rules_lexicon(b->rules);
    ck_assert_int_eq(rc_text_split(a, doc, l, &t, &err), RC_OK);
    rc_text_tag(t, l);
    ck_assert_int_eq(rc_text_group(a, t), RC_OK);
    ck_assert_int_eq(rc_mentions_find(a, b->mentioner, doc, t, &m, &err), RC_OK);
    *ret_doc = doc;
    return m;
}

/* Each figure and date that is shown as "its words = its value", "; " between. */
static const char *show(rc_arena *a, const rc_mentions *m, const char *text)
{
    rc_buf out;
    rc_buf_init(&out, 1 << 16);
    for (size_t i = 0; i < m->count; i++) {
        const rc_mention *x = &m->items[i];
        if (x->type == RC_MENTION_ENTITY ||
            (x->type == RC_MENTION_QUANTITY &&
             (x->as.quantity.identifier || x->as.quantity.role == RC_ROLE_ORDINAL)))
            continue;
        rc_str value =
            x->type == RC_MENTION_TIME ? x->as.time.value : rc_quantity_print(a, &x->as.quantity);
        rc_buf_printf(&out, "%s%.*s = %.*s", out.len ? "; " : "",
                      (int)(x->span.end - x->span.start), text + x->span.start, RC_STR_ARG(value));
    }
    const char *shown = rc_arena_cstr(a, rc_buf_str(&out));
    rc_buf_clear(&out);
    return shown;
}

typedef struct {
    const char *text, *expected;
} text_case;

static void check_all(const text_case *cases, size_t count, rc_str language)
{
    bench b = load();
    rc_buf wrong;
    rc_buf_init(&wrong, 1 << 20);
    for (size_t i = 0; i < count; i++) {
        rc_doc *doc;
        rc_arena *a = rc_arena_new((size_t)1 << 24);
        const char *found = show(a, find(a, &b, cases[i].text, language, &doc), cases[i].text);
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

#define CHECK_ALL(cases, language)                                                                 \
    check_all((cases), sizeof(cases) / sizeof((cases)[0]), RC_STR(language))

START_TEST(english_figures)
{
    static const text_case cases[] = {
        {"They planted twenty-five million trees in the valley.",
         "twenty-five million = 25 million tree"},
        {"It holds two and a half dozen eggs.", "two and a half dozen = 30 egg"},
        {"The firm is worth 3.5bn.", "3.5bn = 3.5 billion"},
        {"The deal was worth $1.4-billion.", "$1.4-billion = 1.4 billion USD"},
        {"Sales rose tenfold.", "tenfold = 10"},
        {"Profit doubled to $5 million.", "doubled = 2; $5 million = 5 million USD"},
        {"It is twice as long as the other.", "twice = 2"},
        {"It costs three times as much.", "three times = 3"},
        {"A five-fold increase was seen.", "five-fold = 5"},
        {"The share fell from 19% to 11%.", "19% = 19 percent; 11% = 11 percent"},
        {"It measures 10 ± 0.5 mm.", "10 ± 0.5 mm = 9.5 to 10.5 millimeter"},
        {"Roughly two-fifths of voters agreed.", "Roughly two-fifths = ~ 0.4 voter"},
        {"About half of the houses burned.", "About half = ~ 0.5 house"},
        {"A little more than 300 came.", "A little more than 300 = > 300"},
        {"Growth slowed by 2 percentage points.", "2 percentage points = 2 percentage-point"},
        {"The rate rose 25 basis points to 4.5%.",
         "25 basis points = 25 basis-point; 4.5% = 4.5 percent"},
        {"One in five adults smokes.", "One in five = 0.2 adult"},
        {"They won 6-3 in the final.", "6 = 6; 3 = 3"},
        {"The ratio is 2:1.", "2:1 = 2"},
        {"A ton costs $110 per kilogram.", "$110 per kilogram = 110 USD-per-kilogram"},
        {"It trades at 200 euros a tonne.", "200 euros a tonne = 200 EUR-per-tonne"},
        {"The limit is 120 km/h.", "120 km/h = 120 kilometer-per-hour"},
        {"There are 12 deaths per 100,000 people.", "12 = 12 1-per-100000-person"},
        {"He is 6 ft 2 in tall.", "6 ft 2 in = 6.16666666666666667 foot"},
        {"It took 2h 15m.", "2h 15m = PT2H15M"},
        {"It took 1 hour and 20 minutes.", "1 hour and 20 minutes = PT1H20M"},
        {"The oven is at 180 °C (356 °F).", "180 °C = 180 celsius; 356 °F = 356 fahrenheit"},
        {"It was minus 12 degrees Celsius.", "minus 12 degrees Celsius = -12 celsius"},
        {"The file is 4.7 GB and loads at 100 Mbit/s.",
         "4.7 GB = 4.7 gigabyte; 100 Mbit/s = 100 megabit-per-second"},
        {"The disk holds 2 TiB.", "2 TiB = 2 tebibyte"},
        {"It costs 99p or 412 pence.", "99p = 0.99 GBP; 412 pence = 4.12 GBP"},
        {"It costs 50 cents.", "50 cents = 0.5 USD"},
        {"He paid 20 quid and five bucks.", "20 quid = 20 GBP; five bucks = 5 USD"},
        {"It cost Rs 5 crore.", "Rs 5 crore = 50 million INR"},
        {"It cost ¥3 trillion.", "¥3 trillion = 3 trillion JPY"},
        {"It cost CHF 20m.", "CHF 20m = 20 million CHF"},
        {"It cost 30 million pounds sterling.", "30 million pounds sterling = 30 million GBP"},
        {"It cost A$2.5m, NZ$3m and HK$40 million.",
         "A$2.5m = 2.5 million AUD; NZ$3m = 3 million NZD; HK$40 million = 40 million HKD"},
        {"It cost €1.2bn (£1bn).", "€1.2bn = 1.2 billion EUR; £1bn = 1 billion GBP"},
        {"Use version 2.4.1 on port 8080.", ""},
        {"See page 7 of chapter 3.", ""},
        {"Flight 370 left gate 12.", ""},
        {"He drinks 2 litres a day.", "2 litres a day = 2 liter-per-day"},
        {"The engine makes 150 hp and 320 Nm.",
         "150 hp = 150 horsepower; 320 Nm = 320 newton-meter"},
        {"It draws 230 V at 10 A.", "230 V = 230 volt; 10 A = 10 ampere"},
        {"It uses 12 kWh per 100 km.", "12 kWh per 100 km = 12 kilowatt-hour-per-100-kilometer"},
        {"The area is 640 acres, or 2.6 square kilometres.",
         "640 acres = 640 acre; 2.6 square kilometres = 2.6 square-kilometer"},
        {"The lake holds 3 km3 of water.", "3 km3 = 3 cubic-kilometer"},
        {"The tower is 324 metres (1,063 ft) tall.",
         "324 metres = 324 meter; 1,063 ft = 1063 foot"},
        {"It weighs 3 st 4 lb.", "3 st 4 lb = 3.28571428571428571 stone"},
        {"It is 15 light-years away.", "15 light-years = 15 light-year"},
        {"Pressure was 1,013 hPa.", "1,013 hPa = 1013 hectopascal"},
        {"It holds 70,000 barrels of oil.", "70,000 barrels of oil = 70000 barrel"},
        {"The signal is at 2.4 GHz.", "2.4 GHz = 2.4 gigahertz"},
        {"It emits 50 megatonnes of CO2.", "50 megatonnes = 50 megatonne"},
        {"It grew 3.2 per cent.", "3.2 per cent = 3.2 percent"},
        {"The index fell 1.5 points.", "1.5 = 1.5 point"},
        {"It rose 1/4 of a point.", "1/4 = 0.25 point"},
        {"Nearly three quarters of a million people left.",
         "Nearly three quarters of a million = ~ 750000 person"},
        {"The count was 1,234,567.89.", "1,234,567.89 = 1234567.89"},
        {"The count was 1.5e6.", "1.5e6 = 1.5 million"},
        {"The price was £3.50 a pint.", "£3.50 a pint = 3.5 GBP-per-pint"},
        {"Wages are $15 an hour.", "$15 an hour = 15 USD-per-hour"},
        {"It used 300 MW of 1.2 GW.", "300 MW = 300 megawatt; 1.2 GW = 1.2 gigawatt"},
        {"The flow is 500 cubic metres per second.",
         "500 cubic metres per second = 500 cubic-meter-per-second"},
        {"Some 20-odd people came.", "Some 20-odd = ~ 20 person"},
        {"Dozens of people came.", ""},
        {"Hundreds of thousands fled.", ""},
        {"Several thousand people fled.", ""},
        {"It is 30% cheaper.", "30% = 30 percent"},
        {"The first of three talks was held.", "three = 3 talk"},
        {"It finished 21st.", ""},
        {"Between 5 and 7 per cent of 2-3 million people.",
         "Between 5 and 7 per cent = 5 to 7 percent; 2-3 million = 2 to 3 million person"},
        {"It needs 8- to 16-meter poles.", "8- to 16-meter = 8 to 16 meter"},
        {"About a third to a half of them left.",
         "About a third to a half = ~ 0.33333333333333333 to 0.5"},
        {"It is up 5% at 120 points.", "5% = 5 percent; 120 = 120 point"},
        {"Nine out of ten doctors agree.", "Nine out of ten = 0.9 doctor"},
        {"The dose is 5 mg/kg.", "5 mg/kg = 5 milligram-per-kilogram"},
        {"The score was 3-2 on penalties.", "3 = 3; 2 = 2"},
        {"The vote was 52 to 48.", "52 = 52; 48 = 48"},
        {"They voted 220-210.", "220 = 220; 210 = 210"},
        {"The 10-member panel met.", "10 = 10 member"},
        {"It has 1 million+ users.", "1 million+ = >= 1 million user"},
        {"It sells for under $20 each.", "under $20 = < 20 USD"},
        {"The house has 3½ bathrooms.", "3½ = 3.5 bathroom"},
        {"It rose 0.5pc.", "0.5pc = 0.5 percent"},
        {"He earns a six-figure salary of $250,000.", "$250,000 = 250000 USD"},
        {"It is a £2m-plus deal.", "£2m-plus = >= 2 million GBP"},
        {"It has 3m young people.", "3m = 3 million person"},
        {"It costs €3bn-€4bn.", "€3bn-€4bn = 3 to 4 billion EUR"},
        {"It rose by half a per cent.", "half a per cent = 0.5 percent"},
        {"He is 5'11\" tall.", "5'11\" = 5.91666666666666667 foot"},
        {"It produced 2.1m b/d.", "2.1m b/d = 2.1 million barrel-per-day"},
        {"The S&P 500 fell 3% to 4,500 points.", "3% = 3 percent; 4,500 = 4500 point"},
        {"Call 1-800-555-1234.", ""},
    };
    CHECK_ALL(cases, "en");
}
END_TEST

START_TEST(english_dates)
{
    static const text_case cases[] = {
        {"It happened on 3 March 2025.", "3 March 2025 = 2025-03-03"},
        {"It happened on March 3rd, 2025.", "March 3rd, 2025 = 2025-03-03"},
        {"It happened on Tuesday, 3 March.", "Tuesday, 3 March = 2025-03-03"},
        {"It happened on the 3rd of March.", "the 3rd of March = 2025-03-03"},
        {"It happened on 2025-03-03.", "2025-03-03 = 2025-03-03"},
        {"It happened on 03/04/2025.", "03/04/2025 = 2025-03-04"},
        {"It happened in March 2025.", "March 2025 = 2025-03"},
        {"It happened in early March 2025.", "early March 2025 = 2025-03"},
        {"It happened in the 1990s.", "the 1990s = 199X"},
        {"It happened in the nineties.", "the nineties = 199X"},
        {"It happened in the mid-1990s.", "the mid-1990s = 199X"},
        {"It happened in the 19th century.", "the 19th century = 18XX"},
        {"It happened in the first quarter of 2025.", "the first quarter of 2025 = 2025-33"},
        {"It happened in Q3 2024.", "Q3 2024 = 2024-35"},
        {"It happened in the second half of 2024.", "the second half of 2024 = 2024-41"},
        {"It happened in H1 2024.", "H1 2024 = 2024-40"},
        {"It happened in the summer of 2023.", "the summer of 2023 = 2023-22"},
        {"It happened in fiscal 2024.", "fiscal 2024 = 2024"},
        {"It happened in fiscal year 2023-24.", "fiscal year 2023-24 = 2024"},
        {"It happened last Tuesday.", "last Tuesday = 2025-06-10"},
        {"It happened on Tuesday.", "Tuesday = 2025-06-10"},
        {"It happened the following day.", "the following day = 2025-06-16"},
        {"It happened two days later.", "two days later = 2025-06-17"},
        {"It happened on the 9th.", "the 9th = 2025-06-09"},
        {"It happens next year.", "next year = 2026"},
        {"It happened earlier this month.", "earlier this month = 2025-06"},
        {"It happened a year ago.", "a year ago = 2024"},
        {"It opens by the end of 2025.", "the end of 2025 = 2025"},
        {"It has been so since the spring.", "the spring = 2025-21"},
        {"It ran from October 24 to 26.", "October 24 to 26 = 2024-10-24/2024-10-26"},
        {"It ran from 1929 to 1931.", "1929 to 1931 = 1929/1931"},
        {"It ran October 24-26, 2024.", "October 24-26, 2024 = 2024-10-24/2024-10-26"},
        {"It ran between March and May 2024.", "March and May 2024 = 2024-03/2024-05"},
        {"It took 18 months.", "18 months = P18M"},
        {"It was a five-month trial.", "five-month = P5M"},
        {"It lasted a decade.", "a decade = P10Y"},
        {"It lasted two and a half years.", "two and a half years = P2.5Y"},
        {"It lasted for a year and a half.", "a year and a half = P1.5Y"},
        {"It began at 5:30 p.m. EST on Tuesday.", "5:30 p.m. EST on Tuesday = 2025-06-10T17:30"},
        {"It began at 17:30.", "17:30 = T17:30"},
        {"He was aged 42.", "aged 42 = P42Y"},
        {"A 42-year-old man died.", "42-year-old = P42Y"},
        {"She is in her 60s.", ""},
        {"It happened three weeks ago.", "three weeks ago = 2025-05-22/2025-05-28"},
        {"It happened over the past two years.", "the past two years = 2023-06-15/2025-06-14"},
        {"It happened on Christmas Day.", "Christmas Day = 2024-12-25"},
        {"It happened on New Year's Eve 2023.", "New Year's Eve 2023 = 2023-12-31"},
        {"It happened yesterday morning.", "yesterday morning = 2025-06-14"},
        {"It will open in two weeks.", "two weeks = 2025-06-26/2025-07-02"},
        {"It will open in 2030.", "2030 = 2030"},
        {"It happened on the last Friday of May.", "the last Friday of May = 2025-05-30"},
        {"It happened on the first Monday in September 2024.",
         "the first Monday in September 2024 = 2024-09-02"},
        {"It happened during the week of March 10.",
         "the week of March 10 = 2025-03-10/2025-03-16"},
        {"It happened in late 2024 or early 2025.", "late 2024 = 2024; early 2025 = 2025"},
        {"It happened in 44 BC.", "44 BC = -0043"},
        {"It happened around 1910.", "around 1910 = 1910"},
        {"It happened before 2015.", "2015 = 2015"},
        {"It happened after March 2020.", "March 2020 = 2020-03"},
        {"It happened in 2024/25.", "2024/25 = 2024/2025"},
        {"It happened in the 2024-25 season.", "the 2024-25 = 2024/2025"},
        {"It happened in Nov. 2024.", "Nov. 2024 = 2024-11"},
        {"It happened on Dec 5.", "Dec 5 = 2024-12-05"},
        {"It happened this week.", "this week = 2025-06-09/2025-06-15"},
        {"It happened the week before last.", "the week before last = 2025-05-26/2025-06-01"},
        {"It happened the day after tomorrow.", "the day after tomorrow = 2025-06-17"},
        {"It happened last December three masked men robbed it.",
         "last December = 2024-12; three = 3 man"},
        {"It happened as of June 30, 2024.", "June 30, 2024 = 2024-06-30"},
        {"It happened in the three months to September 30.",
         "the three months = P3M; September 30 = 2024-09-30"},
        {"It happened in the year ended March 31, 2024.", "March 31, 2024 = 2024-03-31"},
        {"It happened 15 years earlier.", "15 years earlier = 2010"},
        {"It happened a month later.", "a month later = 2025-07"},
        {"It will happen within 30 days.", "30 days = P30D"},
        {"It happened mid-October.", "mid-October = 2024-10"},
        {"It happened in the 12 months through June.", "the 12 months = P12M; June = 2025-06"},
        {"It happened the previous year.", "the previous year = 2024"},
        {"It happened that year.", "that year = 2025"},
        {"It happened at noon on Friday.", "Friday = 2025-06-13"},
        {"It happened from Monday to Friday.", "Monday to Friday = 2025-06-09/2025-06-13"},
        {"It happened in March, April and May 2024.",
         "March = 2024-03; April = 2024-04; May 2024 = 2024-05"},
        {"It lasted three-and-a-half hours.", "three-and-a-half hours = PT3.5H"},
        {"It took a two-and-a-half-year break.", "two-and-a-half-year = P2.5Y"},
        {"It happened over the weekend.", "the weekend = 2025-06-14/2025-06-15"},
        {"It will open at the weekend.", "the weekend = 2025-06-14/2025-06-15"},
        {"It does 0 to 100 in 4 seconds.", "0 to 100 = 0 to 100; 4 seconds = PT4S"},
    };
    CHECK_ALL(cases, "en");
}
END_TEST

START_TEST(german)
{
    static const text_case cases[] = {
        {"Der Umsatz stieg um 3,5 Prozent auf 1,2 Milliarden Euro.",
         "3,5 Prozent = 3.5 percent; 1,2 Milliarden Euro = 1.2 billion EUR"},
        {"Am 3. März 2024 kamen 12.500 Menschen.",
         "3. März 2024 = 2024-03-03; 12.500 = 12500 menschen"},
        {"Das Werk liefert 1.234,5 Tonnen im Jahr 2023.",
         "1.234,5 Tonnen = 1234.5 tonne; Jahr 2023 = 2023"},
        {"Rund 25 Millionen Euro flossen bis Ende 2025.",
         "Rund 25 Millionen Euro = ~ 25 million EUR; Ende 2025 = 2025"},
        {"Es waren mindestens dreihundertfünfundsechzig Teilnehmer.",
         "mindestens dreihundertfünfundsechzig = >= 365 teilnehmer"},
        {"Zweihunderttausend Menschen flohen im vergangenen Jahr.",
         "Zweihunderttausend = 200000 menschen; vergangenen Jahr = 2024"},
        {"Vor drei Jahren lag der Preis bei 2,50 Euro pro Liter.",
         "Vor drei Jahren = 2022; 2,50 Euro pro Liter = 2.5 EUR-per-liter"},
        {"Zwei Wochen später folgte der Rückzug.", "Zwei Wochen später = 2025-06-26/2025-07-02"},
        {"Die Strecke ist 120 Kilometer lang und 4 Meter breit.",
         "120 Kilometer = 120 kilometer; 4 Meter = 4 meter"},
        {"Zwischen 5 und 7 Prozent der Haushalte sind betroffen.",
         "Zwischen 5 und 7 Prozent = 5 to 7 percent"},
        {"Die Zahl sank von 19 auf 11 Prozent.", "19 = 19 percent; 11 Prozent = 11 percent"},
        {"Das Treffen fand am Montag, den 14. Oktober 2024, statt.",
         "Montag, den 14. Oktober 2024 = 2024-10-14"},
        {"Der Zug fährt 250 Kilometer pro Stunde.",
         "250 Kilometer pro Stunde = 250 kilometer-per-hour"},
        {"Es kostete 3,5 Mio. Euro.", "3,5 Mio. Euro = 3.5 million EUR"},
        {"Die Firma hat knapp 1.200 Beschäftigte.", "knapp 1.200 = ~ 1200 beschäftigte"},
        {"Im dritten Quartal 2024 fiel der Gewinn auf 45 Mio. US-Dollar.",
         "dritten Quartal 2024 = 2024-35; 45 Mio. US-Dollar = 45 million USD"},
        {"In den 1990er Jahren wuchs die Stadt.", "1990er Jahren = 199X"},
        {"Im 19. Jahrhundert lebten dort zwei Millionen Menschen.",
         "19. Jahrhundert = 18XX; zwei Millionen = 2 million menschen"},
        {"Seit 2019 gilt das Gesetz.", "2019 = 2019"},
        {"Das Projekt dauert 18 Monate.", "18 Monate = P18M"},
        {"Ein Drittel der Befragten und zwei Drittel der Frauen waren dafür.",
         "Ein Drittel = 0.33333333333333333 befragten; zwei Drittel = 0.66666666666666667 frauen"},
        {"Die Hälfte der Wähler stimmte zu.", "Hälfte = 0.5 wähler"},
        {"Vom 3. bis 5. Mai 2024 wird gefeiert.", "3. bis 5. Mai 2024 = 2024-05-03/2024-05-05"},
        {"Von 1929 bis 1931 dauerte die Krise.", "1929 bis 1931 = 1929/1931"},
        {"Die Temperatur betrug 25 Grad Celsius.", "25 Grad Celsius = 25 celsius"},
        {"Gestern kamen mehr als 60 Prozent.",
         "Gestern = 2025-06-14; mehr als 60 Prozent = > 60 percent"},
        {"Am vergangenen Dienstag starb der 42-jährige Mann.",
         "vergangenen Dienstag = 2025-06-10; 42-jährige = P42Y"},
        {"Die Anlage leistet 150 Megawatt und erzeugt 300 Gigawattstunden.",
         "150 Megawatt = 150 megawatt; 300 Gigawattstunden = 300 gigawatt-hour"},
        {"Um 14:30 Uhr begann die Sitzung.", "14:30 Uhr = T14:30"},
        {"Anfang März wurden 500 Kilogramm geliefert.",
         "Anfang März = 2025-03; 500 Kilogramm = 500 kilogram"},
        {"Der Vertrag läuft bis zum 31. Dezember 2026.", "31. Dezember 2026 = 2026-12-31"},
        {"Eineinhalb Jahre vergingen.", "Eineinhalb Jahre = P1.5Y"},
        {"Die Fläche beträgt 3.000 Quadratkilometer.",
         "3.000 Quadratkilometer = 3000 square-kilometer"},
        {"Er zahlte 50 Cent und 20 Franken.", "50 Cent = 0.5 EUR; 20 Franken = 20 CHF"},
        {"Das sind 5 Euro pro Stück.", "5 Euro pro Stück = 5 EUR-per-stück"},
        {"Die Inflationsrate lag im Mai bei -0,3 %.", "Mai = 2025-05; -0,3 % = -0.3 percent"},
        {"Nächste Woche treffen sich 27 Minister.",
         "Nächste Woche = 2025-06-16/2025-06-22; 27 = 27 minister"},
        {"Der Vertrag wurde am 1.4.2019 unterzeichnet.", "1.4.2019 = 2019-04-01"},
        {"Zwischen 2010 und 2015 verdoppelte sich die Zahl.",
         "2010 und 2015 = 2010/2015; verdoppelte = 2"},
        {"Er lief die Strecke in 2 Stunden 15 Minuten.", "2 Stunden 15 Minuten = PT2H15M"},
        {"Es fehlen 1,5 Prozentpunkte.", "1,5 Prozentpunkte = 1.5 percentage-point"},
        {"Bis zu 3.000 Teilnehmer kamen, mindestens 12 wurden verletzt.",
         "Bis zu 3.000 = <= 3000 teilnehmer; mindestens 12 = >= 12"},
        {"Das Haus kostet zwischen 300.000 und 400.000 Euro.",
         "zwischen 300.000 und 400.000 Euro = 300000 to 400000 EUR"},
        {"Ein Dutzend Länder und drei Dutzend Firmen beteiligten sich.",
         "Ein Dutzend = 12 länder; drei Dutzend = 36 firmen"},
        {"Am Dienstag und Ende des Jahres 2024 wurde verhandelt.",
         "Dienstag = 2025-06-10; Ende des Jahres 2024 = 2024"},
        {"Das Grundstück ist 2,5 Hektar groß und 20 Meter breit.",
         "2,5 Hektar = 2.5 hectare; 20 Meter = 20 meter"},
        {"Sie zahlen 1.250 Franken pro Monat.", "1.250 Franken pro Monat = 1250 CHF-per-month"},
        {"Im Sommer 2023 fielen 120 Millimeter Regen.",
         "Sommer 2023 = 2023-22; 120 Millimeter = 120 millimeter"},
        {"Die Zeitung hat eine halbe Million Leser.", "eine halbe Million = 500000 leser"},
        {"In den letzten fünf Jahren stieg der Preis um 20 Prozent.",
         "den letzten fünf Jahren = 2020-06-15/2025-06-14; 20 Prozent = 20 percent"},
        {"Das Viertel ist schön und die halbe Stadt weiß es.", "halbe = 0.5 stadt"},
        {"Er ist acht Jahre alt, gib acht auf die Sieben.", "acht Jahre = P8Y"},
        {"Der Zug um acht Uhr war voll.", "acht Uhr = T08:00"},
        {"Die A 7 ist gesperrt, das Haus Nummer 12 auch.", ""},
        {"Am 1. FC Köln liegt es nicht, sagt Paragraf 218.", ""},
        {"Der Erste Weltkrieg begann 1914 und endete 1918.", "1914 = 1914; 1918 = 1918"},
        {"In der zweiten Liga und im dritten Stock.", ""},
        {"Man soll nicht ein und aus gehen, sagte einer von ihnen.", ""},
        {"Boeing 737 und Airbus A320 flogen am 11. September.", "11. September = 2025-09-11"},
        {"Das Gesetz vom 23. Mai 1949 gilt bis heute.",
         "23. Mai 1949 = 1949-05-23; heute = 2025-06-15"},
        {"Er wohnt in der Hauptstraße 12, 10115 Berlin.", ""},
        {"Ende Mai und Anfang Juni fielen je 30 Liter Regen pro Quadratmeter.",
         "Ende Mai = 2025-05; Anfang Juni = 2025-06; 30 Liter = 30 liter"},
        {"Tausende Menschen und Hunderte Autos.", ""},
    };
    CHECK_ALL(cases, "de");
}
END_TEST

START_TEST(french)
{
    static const text_case cases[] = {
        {"Le chiffre d'affaires a augmenté de 3,5 % à 1,2 milliard d'euros.",
         "3,5 % = 3.5 percent; 1,2 milliard d'euros = 1.2 billion EUR"},
        {"Le 3 mars 2024, 12 500 personnes sont venues.",
         "3 mars 2024 = 2024-03-03; 12 500 = 12500 personnes"},
        {"L'usine livre 1 234,5 tonnes en 2023.", "1 234,5 tonnes = 1234.5 tonne; 2023 = 2023"},
        {"Environ 25 millions d'euros ont été versés fin 2025.",
         "Environ 25 millions d'euros = ~ 25 million EUR; fin 2025 = 2025"},
        {"Il y avait au moins trois cent soixante-cinq participants.",
         "au moins trois cent soixante-cinq = >= 365 participants"},
        {"Deux cent mille personnes ont fui l'année dernière.",
         "Deux cent mille = 200000 personnes; l'année dernière = 2024"},
        {"Il y a trois ans, le prix était de 2,50 euros par litre.",
         "Il y a trois ans = 2022; 2,50 euros par litre = 2.5 EUR-per-liter"},
        {"Deux semaines plus tard, il partit.", "Deux semaines plus tard = 2025-06-26/2025-07-02"},
        {"Entre 5 et 7 % des ménages sont touchés.", "Entre 5 et 7 % = 5 to 7 percent"},
        {"Le taux est passé de 19 à 11 %.", "19 = 19 percent; 11 % = 11 percent"},
        {"La réunion a eu lieu le lundi 14 octobre 2024.", "lundi 14 octobre 2024 = 2024-10-14"},
        {"Le train roule à 250 kilomètres par heure.",
         "250 kilomètres par heure = 250 kilometer-per-hour"},
        {"L'entreprise compte près de 1 200 salariés.", "près de 1 200 = ~ 1200 salariés"},
        {"Au troisième trimestre 2024, le bénéfice a chuté à 45 millions de dollars.",
         "troisième trimestre 2024 = 2024-35; 45 millions de dollars = 45 million USD"},
        {"Dans les années 1990, la ville a grandi.", "années 1990 = 199X"},
        {"Au XIXe siècle, deux millions d'habitants y vivaient.",
         "XIXe siècle = 18XX; deux millions = 2 million habitants"},
        {"Depuis 2019, la loi s'applique.", "2019 = 2019"},
        {"Le projet dure 18 mois.", "18 mois = P18M"},
        {"Un tiers des sondés et les deux tiers des femmes étaient pour.",
         "Un tiers = 0.33333333333333333 sondés; deux tiers = 0.66666666666666667 femmes"},
        {"La moitié des électeurs a voté.", "moitié = 0.5 électeurs"},
        {"Du 3 au 5 mai 2024, on fait la fête.", "3 au 5 mai 2024 = 2024-05-03/2024-05-05"},
        {"De 1929 à 1931, la crise a duré.", "1929 à 1931 = 1929/1931"},
        {"La température était de 25 degrés Celsius.", "25 degrés Celsius = 25 celsius"},
        {"Hier, plus de 60 % sont venus.", "Hier = 2025-06-14; plus de 60 % = > 60 percent"},
        {"Mardi dernier, un homme âgé de 42 ans est mort.",
         "Mardi dernier = 2025-06-10; âgé de 42 ans = P42Y"},
        {"Le parc produit 150 mégawatts.", "150 mégawatts = 150 megawatt"},
        {"À 14 h 30, la séance a commencé.", "14 h 30 = T14:30"},
        {"Une centaine de personnes et une douzaine d'œufs.",
         "Une centaine = 100 personnes; une douzaine = 12 œufs"},
        {"Le 1er janvier 2025, la taxe passe à 20 %.",
         "1er janvier 2025 = 2025-01-01; 20 % = 20 percent"},
        {"Quatre-vingt-dix-sept personnes et vingt et un enfants.",
         "Quatre-vingt-dix-sept = 97 personnes; vingt et un = 21 enfants"},
        {"Deux millions et demi de personnes.", "Deux millions et demi = 2.5 million personnes"},
        {"Le contrat court jusqu'au 31 décembre 2026.", "31 décembre 2026 = 2026-12-31"},
        {"La superficie est de 3 000 kilomètres carrés.",
         "3 000 kilomètres carrés = 3000 square-kilometer"},
        {"Il a payé 50 centimes et 20 francs suisses.",
         "50 centimes = 0.5 EUR; 20 francs suisses = 20 CHF"},
        {"Cela fait 5 € par pièce, soit 10 €.",
         "5 € par pièce = 5 EUR-per-pièce; soit 10 € = 10 EUR"},
        {"Le taux d'inflation était de -0,3 % en mai.", "-0,3 % = -0.3 percent; mai = 2025-05"},
        {"La semaine prochaine, 27 ministres se réunissent.",
         "semaine prochaine = 2025-06-16/2025-06-22; 27 = 27 ministres"},
        {"Le contrat a été signé le 01/04/2019.", "01/04/2019 = 2019-04-01"},
        {"Entre 2010 et 2015, le nombre a doublé.", "2010 et 2015 = 2010/2015; doublé = 2"},
        {"Il manque 1,5 point de pourcentage.", "1,5 point de pourcentage = 1.5 percentage-point"},
        {"Jusqu'à 3 000 personnes sont venues et au moins 12 ont été blessées.",
         "Jusqu'à 3 000 = <= 3000 personnes; au moins 12 = >= 12"},
        {"La maison coûte entre 300 000 et 400 000 euros.",
         "entre 300 000 et 400 000 euros = 300000 to 400000 EUR"},
        {"La police a compté plus de 15 000 manifestants le 1er mai.",
         "plus de 15 000 = > 15000 manifestants; 1er mai = 2025-05-01"},
        {"Le terrain fait 2,5 hectares et 20 mètres de large.",
         "2,5 hectares = 2.5 hectare; 20 mètres = 20 meter"},
        {"Ils paient 1 250 francs suisses par mois.",
         "1 250 francs suisses par mois = 1250 CHF-per-month"},
        {"À l'été 2023, il est tombé 120 millimètres de pluie.",
         "été 2023 = 2023-22; 120 millimètres = 120 millimeter"},
        {"Le journal a un demi-million de lecteurs.", "un demi-million = 500000 lecteurs"},
        {"Au cours des cinq dernières années, le prix a augmenté de 20 %.",
         "cinq dernières années = 2020-06-15/2025-06-14; 20 % = 20 percent"},
        {"Les trois quarts des 1 500 élèves étudient l'anglais.",
         "trois quarts = 0.75; 1 500 = 1500 élèves"},
        {"Début mars, 2,5 milliards de dollars ont été investis.",
         "Début mars = 2025-03; 2,5 milliards de dollars = 2.5 billion USD"},
        {"Il a été construit par un homme neuf et son équipe.", ""},
        {"La nouvelle voiture neuve est garée sur le quai, mais pas au quart de tour.", ""},
        {"Le premier ministre a parlé au second rang du tiers-monde.", ""},
        {"Cent fois sur le métier, dit-il, mille mercis.", "Cent fois = 100; mille = 1000 mercis"},
        {"En mars, il est allé sur Mars avec un mètre.", "mars = 2025-03"},
        {"Il habite au 12 rue de la Paix, 75002 Paris.", "12 = 12"},
        {"L'article 49.3 de la Constitution et la loi de 1905.", "1905 = 1905"},
        {"Le TGV 8412 part du quai 5.", ""},
        {"Ils étaient dix ou douze, peut-être une vingtaine.", "une vingtaine = 20"},
        {"Il y a eu deux morts et une dizaine de blessés en mai dernier.",
         "deux = 2 morts; une dizaine = 10 blessés; mai dernier = 2025-05"},
        {"Le 11 septembre, vers 8 heures, trois avions.",
         "11 septembre = 2025-09-11; 8 heures = T08:00; trois = 3 avions"},
        {"La moitié des gens sont pour la moitié du temps.",
         "moitié = 0.5 gens; moitié = 0.5 temps"},
        {"Depuis plusieurs années, il court un quart d'heure par jour.",
         "un quart d'heure par jour = 0.25 hour-per-day"},
        {"L'avion vole à 30 000 pieds et l'écran fait 55 pouces.",
         "30 000 pieds = 30000 foot; 55 pouces = 55 inch"},
    };
    CHECK_ALL(cases, "fr");
}
END_TEST

START_TEST(spanish)
{
    static const text_case cases[] = {
        {"Las ventas aumentaron un 3,5 % hasta 1.200 millones de euros.",
         "3,5 % = 3.5 percent; hasta 1.200 millones de euros = <= 1.2 billion EUR"},
        {"El 3 de marzo de 2024 llegaron 12.500 personas.",
         "3 de marzo de 2024 = 2024-03-03; 12.500 = 12500 personas"},
        {"La planta entrega 1.234,5 toneladas en 2023.",
         "1.234,5 toneladas = 1234.5 tonne; 2023 = 2023"},
        {"Unos 25 millones de euros se pagaron a finales de 2025.",
         "Unos 25 millones de euros = ~ 25 million EUR; finales de 2025 = 2025"},
        {"Había al menos trescientos sesenta y cinco participantes.",
         "al menos trescientos sesenta y cinco = >= 365 participantes"},
        {"Doscientas mil personas huyeron el año pasado.",
         "Doscientas mil = 200000 personas; año pasado = 2024"},
        {"Hace tres años el precio era de 2,50 euros por litro.",
         "Hace tres años = 2022; 2,50 euros por litro = 2.5 EUR-per-liter"},
        {"Dos semanas después se fue.", "Dos semanas después = 2025-06-26/2025-07-02"},
        {"Entre el 5 y el 7 por ciento de los hogares.",
         "Entre el 5 y el 7 por ciento = 5 to 7 percent"},
        {"Entre 5 y 7 por ciento de los hogares.", "Entre 5 y 7 por ciento = 5 to 7 percent"},
        {"La tasa bajó del 19 al 11 %.", "19 = 19 percent; 11 % = 11 percent"},
        {"La reunión tuvo lugar el lunes 14 de octubre de 2024.",
         "lunes 14 de octubre de 2024 = 2024-10-14"},
        {"El tren va a 250 kilómetros por hora.",
         "250 kilómetros por hora = 250 kilometer-per-hour"},
        {"La empresa tiene cerca de 1.200 empleados.", "cerca de 1.200 = ~ 1200 empleados"},
        {"En el tercer trimestre de 2024 el beneficio cayó a 45 millones de dólares.",
         "tercer trimestre de 2024 = 2024-35; 45 millones de dólares = 45 million USD"},
        {"En los años 90 la ciudad creció.", "años 90 = 199X"},
        {"En el siglo XIX vivían allí dos millones de personas.",
         "siglo XIX = 18XX; dos millones = 2 million personas"},
        {"Desde 2019 rige la ley.", "2019 = 2019"},
        {"El proyecto dura 18 meses.", "18 meses = P18M"},
        {"Un tercio de los encuestados y dos tercios de las mujeres.",
         "Un tercio = 0.33333333333333333 encuestados; dos tercios = 0.66666666666666667 mujeres"},
        {"La mitad de los votantes votó.", "mitad = 0.5 votantes"},
        {"Del 3 al 5 de mayo de 2024 se celebra.",
         "3 al 5 de mayo de 2024 = 2024-05-03/2024-05-05"},
        {"De 1929 a 1931 duró la crisis.", "1929 a 1931 = 1929/1931"},
        {"La temperatura era de 25 grados Celsius.", "25 grados Celsius = 25 celsius"},
        {"Ayer vinieron más del 60 por ciento.",
         "Ayer = 2025-06-14; más del 60 por ciento = > 60 percent"},
        {"El martes pasado murió un hombre de 42 años de edad.",
         "martes pasado = 2025-06-10; 42 años de edad = P42Y"},
        {"El parque produce 150 megavatios.", "150 megavatios = 150 megawatt"},
        {"A las 14:30 empezó la sesión.", "14:30 = T14:30"},
        {"Una docena de huevos y medio millón de pesos.",
         "Una docena = 12 huevos; medio millón de pesos = 500000 ARS"},
        {"Dos millones y medio de personas.", "Dos millones y medio = 2.5 million personas"},
        {"Mil quinientas personas y veintiún niños.",
         "Mil quinientas = 1500 personas; veintiún = 21 niños"},
        {"El contrato vence el 31 de diciembre de 2026.", "31 de diciembre de 2026 = 2026-12-31"},
        {"La superficie es de 3.000 kilómetros cuadrados.",
         "3.000 kilómetros cuadrados = 3000 square-kilometer"},
        {"Pagó 50 céntimos y 20 francos suizos.",
         "50 céntimos = 0.5 EUR; 20 francos suizos = 20 CHF"},
        {"A principios de marzo se entregaron 500 kilogramos.",
         "principios de marzo = 2025-03; 500 kilogramos = 500 kilogram"},
        {"La inflación fue del -0,3 % en mayo.", "-0,3 % = -0.3 percent; mayo = 2025-05"},
        {"La próxima semana se reúnen 27 ministros.",
         "próxima semana = 2025-06-16/2025-06-22; 27 = 27 ministros"},
        {"El contrato se firmó el 01/04/2019.", "01/04/2019 = 2019-04-01"},
        {"Entre 2010 y 2015 la cifra se duplicó.", "2010 y 2015 = 2010/2015; duplicó = 2"},
        {"Faltan 1,5 puntos porcentuales.", "1,5 puntos porcentuales = 1.5 percentage-point"},
        {"Hasta 3.000 personas acudieron y al menos 12 resultaron heridas.",
         "Hasta 3.000 = <= 3000 personas; al menos 12 = >= 12"},
        {"La casa cuesta entre 300.000 y 400.000 euros.",
         "entre 300.000 y 400.000 euros = 300000 to 400000 EUR"},
        {"La policía contó más de 15.000 manifestantes el 1 de mayo.",
         "más de 15.000 = > 15000 manifestantes; 1 de mayo = 2025-05-01"},
        {"El terreno tiene 2,5 hectáreas y 20 metros de ancho.",
         "2,5 hectáreas = 2.5 hectare; 20 metros = 20 meter"},
        {"Pagan 1.250 pesos mexicanos por mes.",
         "1.250 pesos mexicanos por mes = 1250 MXN-per-month"},
        {"En el verano de 2023 cayeron 120 milímetros de lluvia.",
         "verano de 2023 = 2023-22; 120 milímetros = 120 millimeter"},
        {"El diario tiene medio millón de lectores.", "medio millón = 500000 lectores"},
        {"En los últimos cinco años el precio subió un 20 %.",
         "los últimos cinco años = 2020-06-15/2025-06-14; 20 % = 20 percent"},
        {"Tres cuartas partes de los 1.500 alumnos estudian inglés.",
         "Tres cuartas partes = 0.75; 1.500 = 1500 alumnos"},
        {"El 20 % de los niños y el 35 % de las mujeres votaron ayer.",
         "20 % = 20 percent; 35 % = 35 percent; ayer = 2025-06-14"},
        {"El medio ambiente y la media de edad son temas del cuarto poder.", ""},
        {"El segundo hombre y la primera mujer llegaron al cuarto.", ""},
        {"Medio kilo de pan y media hora de espera.",
         "Medio kilo = 0.5 kilogram; media hora = PT0.5H"},
        {"Vive en la calle Mayor 12, 28013 Madrid.", ""},
        {"El artículo 155 de la Constitución de 1978.", "1978 = 1978"},
        {"Una de las dos cosas es mía, la otra no.", "dos = 2 cosas"},
        {"Los mil y un cuentos y cientos de personas.", "mil y un = 1001 cuentos"},
        {"El domingo 3 de mayo, a las 9 de la mañana.",
         "domingo 3 de mayo = 2025-05-03; 9 de la mañana = T09:00"},
        {"El vuelo 370 salió de la puerta 12.", ""},
        {"Tiene 42 años y mide 1,80 metros.", "42 años = P42Y; 1,80 metros = 1.8 meter"},
        {"La tercera parte de los niños y el doble de adultos.", "doble = 2"},
        {"Pagó 300 euros por la casa y 5 euros por persona.",
         "300 euros = 300 EUR; 5 euros por persona = 5 EUR-per-persona"},
    };
    CHECK_ALL(cases, "es");
}
END_TEST

START_TEST(chinese)
{
    static const text_case cases[] = {
        {"2024年3月15日，有12,500人参加。", "2024年3月15日 = 2024-03-15; 12,500 = 12500"},
        {"公司营收增长3.5%，达到12亿元。", "3.5% = 3.5 percent; 达到12亿元 = 1.2 billion CNY"},
        {"三千二百五十万人居住在这里。", "三千二百五十万 = 32.5 million"},
        {"去年出口了1234.5吨大米。", "去年 = 2024; 1234.5吨 = 1234.5 tonne"},
        {"大约二十五万美元被支付。", "大约二十五万美元 = ~ 250000 USD"},
        {"昨天超过60%的人来了。", "昨天 = 2025-06-14; 超过60% = > 60 percent"},
        {"百分之十五的家庭受到影响。", "百分之十五 = 15 percent"},
        {"上周二他去世了。", "上周二 = 2025-06-10"},
        {"三天后他离开了。", "三天后 = 2025-06-18"},
        {"2024年第三季度利润下降到4500万美元。",
         "2024年第三季度 = 2024-35; 4500万美元 = 45 million USD"},
        {"20世纪90年代城市发展了。", "20世纪90年代 = 199X"},
        {"十九世纪有两百万人居住。", "十九世纪 = 18XX; 两百万 = 2 million"},
        {"项目持续十八个月。", "十八个月 = P18M"},
        {"一半的选民投票。", "一半 = 0.5"},
        {"5月3日至5日举行庆祝活动。", "5月3日至5日 = 2025-05-03/2025-05-05"},
        {"1929年至1931年发生了危机。", "1929年至1931年 = 1929/1931"},
        {"温度是25摄氏度。", "25摄氏度 = 25 celsius"},
        {"火车时速250公里。", "250公里 = 250 kilometer"},
        {"面积为3000平方公里。", "3000平方公里 = 3000 square-kilometer"},
        {"他支付了50美分和20瑞士法郎。", "50美分 = 0.5 USD; 20瑞士法郎 = 20 CHF"},
        {"二〇二四年三月十五日会议召开。", "二〇二四年三月十五日 = 2024-03-15"},
        {"至少三百六十五名参与者。", "至少三百六十五 = >= 365"},
        {"两年前价格是每升2.5元。", "两年前 = 2023; 2.5元 = 2.5 CNY"},
        {"合同于2026年12月31日到期。", "2026年12月31日 = 2026-12-31"},
        {"今年年初有五百公斤。", "今年年初 = 2025; 五百公斤 = 500 kilogram"},
        {"一百二十公里长。", "一百二十公里 = 120 kilometer"},
        {"北京有两千多万人口。", "两千多万 = ~ 20 million"},
        {"他42岁。", "42岁 = P42Y"},
        {"下午3点30分开始。", "下午3点30分 = T15:30"},
        {"价格在5到7元之间。", "5到7元 = 5 to 7 CNY"},
        {"通货膨胀率为-0.3%。", "-0.3% = -0.3 percent"},
        {"下周有27名部长开会。", "下周 = 2025-06-16/2025-06-22; 27 = 27"},
        {"合同于2019年4月1日签署。", "2019年4月1日 = 2019-04-01"},
        {"2010年到2015年之间数字翻了一番。", "2010年到2015年 = 2010/2015"},
        {"相差1.5个百分点。", "1.5个百分点 = 1.5 percentage-point"},
        {"最多3000人参加，至少12人受伤。", "最多3000 = <= 3000; 至少12 = >= 12"},
        {"房价在30万到40万元之间。", "30万到40万元 = 300000 to 400000 CNY"},
        {"占地2.5公顷，宽20米。", "2.5公顷 = 2.5 hectare; 20米 = 20 meter"},
        {"他们每月支付1250港元。", "1250港元 = 1250 HKD"},
        {"2023年夏季降雨120毫米。", "2023年夏季 = 2023-22; 120毫米 = 120 millimeter"},
        {"过去五年价格上涨了20%。", "过去五年 = 2020-06-15/2025-06-14; 20% = 20 percent"},
        {"约1.4亿人受益。", "约1.4亿 = ~ 140 million"},
        {"公司成立于1998年，有员工三万多人。", "1998年 = 1998; 三万多 = ~ 30000"},
        {"会议将于明年3月举行。", "明年3月 = 2026-03"},
        {"他跑了2小时15分钟。", "2小时15分钟 = PT2H15M"},
        {"他是第一个来的人，一直在这里。", ""},
        {"三星公司和五粮液公司在一起。", ""},
        {"第三次会议有三个人参加。", "三 = 3"},
        {"统一的标准和十分重要的问题。", ""},
        {"一些人说，万一下雨怎么办。", ""},
        {"他住在5号楼3层。", "3 = 3"},
        {"第二十届大会于2022年10月召开。", "2022年10月 = 2022-10"},
        {"百度和千里马都是公司。", ""},
        {"三个月后，两国签署协议。", "三个月后 = 2025-09"},
        {"每天有三千人经过。", "三千 = 3000"},
        {"电站装机容量为150兆瓦。", "150兆瓦 = 150 megawatt"},
    };
    CHECK_ALL(cases, "zh");
}
END_TEST

/* The tables of each language are read without a complaint. */
START_TEST(tables_are_sound)
{
    static const char *const languages[] = {"de", "fr", "es", "zh"};
    bench b = load();
    for (size_t i = 0; i < sizeof(languages) / sizeof(languages[0]); i++) {
        rc_diagnostics d = {0};
        rc_err err = {0};
        rc_numbers *n;
        rc_quantifier *q;
        rc_timer *t;
        rc_str language = rc_str_from(languages[i]);
        ck_assert_int_eq(rc_numbers_new(b.arena, b.rules, language, &n, &d, &err), RC_OK);
        ck_assert_int_eq(rc_quantifier_new(b.arena, b.rules, n, &q, &d, &err), RC_OK);
        ck_assert_int_eq(rc_timer_new(b.arena, b.rules, n, &t, &d, &err), RC_OK);
        ck_assert_msg(!d.count, "%s: %s:%u: %s", languages[i], d.count ? d.items[0].file : "",
                      d.count ? d.items[0].line : 0, d.count ? d.items[0].text : "");
    }
    rc_arena_free(b.arena);
}
END_TEST

START_TEST(language_is_told)
{
    static const text_case cases[] = {
        {"The mayor said on Tuesday that the bridge will open in May.", "en"},
        {"Revenue 2023: 45 million", "en"},
        {"", "en"},
        {"Los Angeles, La Paz and San José are twin cities of the region.", "en"},
        {"Charles de Gaulle and Ludwig van Beethoven are the names of two ships.", "en"},
        {"Die Hard is a film of 1988 that was a hit with the public.", "en"},
        {"Der Bürgermeister sagte am Dienstag, dass die Brücke im Mai eröffnet wird.", "de"},
        {"Die Zahl der Arbeitslosen ist im Mai auf 2,7 Millionen gestiegen.", "de"},
        {"Le maire a dit mardi que le pont sera ouvert en mai.", "fr"},
        {"La population de la ville est de 12 000 habitants.", "fr"},
        {"El alcalde dijo el martes que el puente se abrirá en mayo.", "es"},
        {"La población de la ciudad es de 12.000 habitantes y crece.", "es"},
        {"市长星期二说，大桥将于五月开放。", "zh"},
        {"市長は火曜日に、橋が五月に開通すると述べた。", "ja"},
        {"시장은 화요일에 다리가 5월에 개통된다고 말했다.", "ko"},
        {"Il sindaco ha detto che il ponte sarà aperto nel mese di maggio.", "it"},
        {"De burgemeester zei dinsdag dat de brug in mei voor het verkeer opengaat.", "nl"},
        {"O prefeito disse na terça que a ponte será aberta em maio e não em junho.", "pt"},
    };
    bench b = load();
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        rc_doc *doc;
        rc_arena *a = rc_arena_new((size_t)1 << 24);
        find(a, &b, cases[i].text, RC_STR(""), &doc);
        ck_assert_msg(rc_str_eq(doc->language, rc_str_from(cases[i].expected)),
                      "%s: expected %s, found %.*s", cases[i].text, cases[i].expected,
                      RC_STR_ARG(doc->language));
        rc_arena_free(a);
    }
    rc_arena_free(b.arena);
}
END_TEST

START_TEST(what_a_document_says_is_believed)
{
    bench b = load();
    rc_doc *doc;
    find(b.arena, &b, "Der Umsatz stieg um 3,5 Prozent.", RC_STR("fr"), &doc);
    ck_assert(rc_str_eq(doc->language, RC_STR("fr")));
    const char *text = "Der Umsatz stieg um 3,5 Prozent.";
    rc_mentions *m = find(b.arena, &b, text, RC_STR("de-AT"), &doc);
    ck_assert_str_eq(show(b.arena, m, text), "3,5 Prozent = 3.5 percent");
    rc_arena_free(b.arena);
}
END_TEST

Suite *suite_mentions_languages(void)
{
    Suite *s = suite_create("mentions/languages");
    TCase *t = tcase_create("languages");
    tcase_set_timeout(t, 60);
    tcase_add_test(t, english_figures);
    tcase_add_test(t, english_dates);
    tcase_add_test(t, german);
    tcase_add_test(t, french);
    tcase_add_test(t, spanish);
    tcase_add_test(t, chinese);
    tcase_add_test(t, tables_are_sound);
    tcase_add_test(t, language_is_told);
    tcase_add_test(t, what_a_document_says_is_believed);
    suite_add_tcase(s, t);
    return s;
}
