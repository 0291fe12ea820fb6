#include "rules/cldr.h"

#include <string.h>
#include <unicode/unum.h>
#include <unicode/ures.h>
#include <unicode/ustring.h>

enum { NAME_BYTES_MAX = 256, RULESETS_MAX = 1024 };

/* UTF-8 without soft hyphens. Empty: too long, or no text. */
typedef struct {
    char text[NAME_BYTES_MAX];
    size_t len;
} name;

static rc_str name_str(const name *n)
{
    return (rc_str){n->text, n->len};
}

static bool set_name(name *n, const UChar *u, int32_t length)
{
    UErrorCode status = U_ZERO_ERROR;
    int32_t bytes = 0;
    n->len = 0;
    u_strToUTF8(n->text, NAME_BYTES_MAX, &bytes, u, length, &status);
    if (U_FAILURE(status) || bytes >= NAME_BYTES_MAX)
        return false;
    for (int32_t i = 0; i < bytes; i++) {
        bool soft = (unsigned char)n->text[i] == 0xC2 && i + 1 < bytes &&
                    (unsigned char)n->text[i + 1] == 0xAD;
        if (soft)
            i++;
        else
            n->text[n->len++] = n->text[i];
    }
    return n->len > 0;
}

static bool read_name(const UResourceBundle *b, name *ret)
{
    UErrorCode status = U_ZERO_ERROR;
    int32_t length = 0;
    if (ures_getType(b) != URES_STRING)
        return false;
    const UChar *u = ures_getString(b, &length, &status);
    return U_SUCCESS(status) && set_name(ret, u, length);
}

/* NULL: there is none. The caller closes it. */
static UResourceBundle *child(const UResourceBundle *of, const char *key)
{
    UErrorCode status = U_ZERO_ERROR;
    UResourceBundle *b = of ? ures_getByKey(of, key, NULL, &status) : NULL;
    if (U_SUCCESS(status))
        return b;
    ures_close(b);
    return NULL;
}

static UResourceBundle *open_bundle(const char *package, const char *language)
{
    UErrorCode status = U_ZERO_ERROR;
    UResourceBundle *b = ures_open(package, language, &status);
    if (U_SUCCESS(status))
        return b;
    ures_close(b);
    return NULL;
}

static UResourceBundle *next_of(UResourceBundle *b)
{
    UErrorCode status = U_ZERO_ERROR;
    if (!b || !ures_hasNext(b))
        return NULL;
    UResourceBundle *c = ures_getNextResource(b, NULL, &status);
    if (U_SUCCESS(status))
        return c;
    ures_close(c);
    return NULL;
}

static rc_str key_of(const UResourceBundle *b)
{
    const char *key = ures_getKey(b);
    return key ? (rc_str){key, strlen(key)} : (rc_str){NULL, 0};
}

/* ---------------------------------------------------------------- units */

typedef struct {
    rc_cldr_unit_visit *visit;
    void *closure;
    rc_str id;
} unit_walk;

/* "{0} Kilometer" without the place of the number; "pro {0}" and patterns of two are no names. */
static void visit_pattern(const unit_walk *w, const UResourceBundle *b)
{
    name n;
    rc_str place = RC_STR("{0}");
    if (!read_name(b, &n) || n.len <= place.len || !rc_str_starts(name_str(&n), place))
        return;
    rc_str rest = rc_str_trim(rc_str_sub(name_str(&n), place.len, n.len));
    if (rc_str_starts(rest, RC_STR("\xC2\xA0")))
        rest = rc_str_sub(rest, 2, rest.len);
    else if (rc_str_starts(rest, RC_STR("\xE2\x80\xAF")))
        rest = rc_str_sub(rest, 3, rest.len);
    if (rest.len && rc_str_find(rest, '{') == rest.len)
        w->visit(w->closure, w->id, rest);
}

/* The plurals of a unit, and those of its cases below it. */
static void visit_forms(const unit_walk *w, UResourceBundle *unit, int depth)
{
    UResourceBundle *form;
    ures_resetIterator(unit);
    while ((form = next_of(unit)) != NULL) {
        rc_str key = key_of(form);
        bool other = rc_str_eq(key, RC_STR("dnam")) || rc_str_eq(key, RC_STR("gender")) ||
                     rc_str_eq(key, RC_STR("per"));
        if (ures_getType(form) == URES_TABLE && depth < 3)
            visit_forms(w, form, depth + 1);
        else if (!other)
            visit_pattern(w, form);
        ures_close(form);
    }
}

static void visit_category(unit_walk *w, UResourceBundle *category)
{
    UResourceBundle *unit;
    ures_resetIterator(category);
    while ((unit = next_of(category)) != NULL) {
        w->id = key_of(unit);
        if (ures_getType(unit) == URES_TABLE)
            visit_forms(w, unit, 0);
        ures_close(unit);
    }
}

void rc_cldr_units(const char *language, rc_cldr_unit_visit *visit, void *closure)
{
    UResourceBundle *b = open_bundle(U_ICUDATA_NAME "-unit", language);
    UResourceBundle *units = child(b, "units"), *category;
    unit_walk w = {visit, closure, {NULL, 0}};
    while ((category = next_of(units)) != NULL) {
        if (ures_getType(category) == URES_TABLE)
            visit_category(&w, category);
        ures_close(category);
    }
    ures_close(units);
    ures_close(b);
}

/* ---------------------------------------------------------------- currencies */

static void visit_currencies(UResourceBundle *table, rc_cldr_currency_visit *visit, void *closure,
                             bool plurals)
{
    UResourceBundle *currency, *form;
    name n;
    while ((currency = next_of(table)) != NULL) {
        rc_str code = key_of(currency);
        for (int i = 0; (form = next_of(currency)) != NULL; i++) {
            /* of a currency itself the first string is its symbol, the second its name */
            if (code.len == 3 && (plurals || i == 1) && read_name(form, &n))
                visit(closure, code, name_str(&n));
            ures_close(form);
        }
        ures_close(currency);
    }
}

void rc_cldr_currencies(const char *language, rc_cldr_currency_visit *visit, void *closure)
{
    UResourceBundle *b = open_bundle(U_ICUDATA_NAME "-curr", language);
    UResourceBundle *names = child(b, "Currencies"), *plurals = child(b, "CurrencyPlurals");
    visit_currencies(names, visit, closure, false);
    visit_currencies(plurals, visit, closure, true);
    ures_close(plurals);
    ures_close(names);
    ures_close(b);
}

/* ---------------------------------------------------------------- months and weekdays */

typedef struct {
    rc_cldr_calendar_visit *visit;
    void *closure;
} calendar_walk;

static void visit_names(const calendar_walk *w, UResourceBundle *list, rc_cldr_name what)
{
    UResourceBundle *item;
    name n;
    bool days = what == RC_CLDR_WEEKDAY || what == RC_CLDR_WEEKDAY_SHORT;
    for (int i = 0; (item = next_of(list)) != NULL; i++) {
        if (read_name(item, &n)) {
            rc_str text = name_str(&n);
            if (rc_str_ends(text, RC_STR(".")))
                text = rc_str_sub(text, 0, text.len - 1);
            if (text.len >= 2) /* CLDR's weeks begin on Sunday */
                w->visit(w->closure, what, days ? (i + 6) % 7 + 1 : i + 1, text);
        }
        ures_close(item);
    }
}

static void visit_context(const calendar_walk *w, const UResourceBundle *names, const char *context,
                          bool days)
{
    UResourceBundle *c = child(names, context);
    UResourceBundle *wide = child(c, "wide"), *brief = child(c, "abbreviated");
    visit_names(w, wide, days ? RC_CLDR_WEEKDAY : RC_CLDR_MONTH);
    visit_names(w, brief, days ? RC_CLDR_WEEKDAY_SHORT : RC_CLDR_MONTH_SHORT);
    ures_close(brief);
    ures_close(wide);
    ures_close(c);
}

void rc_cldr_calendar(const char *language, rc_cldr_calendar_visit *visit, void *closure)
{
    calendar_walk w = {visit, closure};
    UResourceBundle *b = open_bundle(NULL, language);
    UResourceBundle *calendar = child(b, "calendar"), *gregorian = child(calendar, "gregorian");
    UResourceBundle *months = child(gregorian, "monthNames"), *days = child(gregorian, "dayNames");
    visit_context(&w, months, "format", false);
    visit_context(&w, months, "stand-alone", false);
    visit_context(&w, days, "format", true);
    ures_close(days);
    ures_close(months);
    ures_close(gregorian);
    ures_close(calendar);
    ures_close(b);
}

/* ---------------------------------------------------------------- spelled numbers */

static bool set_wanted(rc_str set, rc_cldr_series series)
{
    static const rc_str cardinal[] = {{"%spellout-cardinal", 18}, {"%spellout-numbering", 19}};
    rc_str ordinal = RC_STR("%spellout-ordinal"), years = RC_STR("%spellout-numbering-year");
    if (series == RC_CLDR_ORDINAL)
        return rc_str_starts(set, ordinal);
    return (rc_str_starts(set, cardinal[0]) || rc_str_starts(set, cardinal[1])) &&
           !rc_str_eq(set, years);
}

static void visit_numbers(UNumberFormat *f, int64_t end, rc_cldr_number_visit *visit, void *closure)
{
    UChar text[NAME_BYTES_MAX];
    name n;
    for (int64_t i = 0; i < end; i++) {
        UErrorCode status = U_ZERO_ERROR;
        int32_t length = unum_formatInt64(f, i, text, NAME_BYTES_MAX, NULL, &status);
        if (U_SUCCESS(status) && length < NAME_BYTES_MAX && set_name(&n, text, length))
            visit(closure, i, name_str(&n));
    }
}

void rc_cldr_numbers(const char *language, rc_cldr_series series, int64_t end,
                     rc_cldr_number_visit *visit, void *closure)
{
    UErrorCode status = U_ZERO_ERROR;
    UNumberFormat *f = unum_open(UNUM_SPELLOUT, NULL, 0, language, NULL, &status);
    UChar sets[RULESETS_MAX];
    int32_t length = U_SUCCESS(status) ? unum_getTextAttribute(f, UNUM_PUBLIC_RULESETS, sets,
                                                               RULESETS_MAX, &status)
                                       : 0;
    for (int32_t start = 0; U_SUCCESS(status) && length < RULESETS_MAX && start < length;) {
        int32_t stop = start;
        while (stop < length && sets[stop] != ';')
            stop++;
        name set;
        UErrorCode chosen = U_ZERO_ERROR;
        if (set_name(&set, sets + start, stop - start) && set_wanted(name_str(&set), series)) {
            unum_setTextAttribute(f, UNUM_DEFAULT_RULESET, sets + start, stop - start, &chosen);
            if (U_SUCCESS(chosen))
                visit_numbers(f, end, visit, closure);
        }
        start = stop + 1;
    }
    unum_close(f);
}
