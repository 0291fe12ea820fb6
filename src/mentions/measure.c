#include "mentions/measure.h"

#include "base/diagnose.h"
#include "mentions/internal.h"
#include "rules/cldr.h"

typedef struct {
    rc_str name, symbols;
    int32_t power;
    bool binary;
} unit_prefix;

struct rc_measures {
    rc_arena *arena;
    unit_prefix *prefixes;
    size_t prefix_count, prefix_capacity;
    rc_phrasebook names, symbols; /* -> items */
    rc_phrasebook money_names, money_symbols;
    rc_phrasebook ids;   /* -> units */
    rc_phrasebook words; /* symbols that are words as well: "as", "pm" */
    rc_measure *items;
    size_t count, capacity;
    const rc_unit **units;
    size_t unit_count, unit_capacity;
    const rc_unit *number;
    rc_diagnostics *diagnostics;
    bool named;             /* the names in the tables of units and currencies are the language's */
    rc_phrasebook unwanted; /* names of CLDR that are other words far more often */
};

/* ---------------------------------------------------------------- units */

static rc_dimension dimension_parse(rc_str s)
{
    static const struct {
        rc_str name;
        rc_dimension is;
    } names[] = {{{"number", 6}, RC_DIM_NUMBER},
                 {{"percent", 7}, RC_DIM_PERCENT},
                 {{"percentage-point", 16}, RC_DIM_PERCENTAGE_POINT},
                 {{"currency", 8}, RC_DIM_CURRENCY},
                 {{"length", 6}, RC_DIM_LENGTH},
                 {{"area", 4}, RC_DIM_AREA},
                 {{"volume", 6}, RC_DIM_VOLUME},
                 {{"mass", 4}, RC_DIM_MASS},
                 {{"duration", 8}, RC_DIM_DURATION},
                 {{"temperature", 11}, RC_DIM_TEMPERATURE},
                 {{"speed", 5}, RC_DIM_SPEED},
                 {{"energy", 6}, RC_DIM_ENERGY},
                 {{"power", 5}, RC_DIM_POWER},
                 {{"digital", 7}, RC_DIM_DIGITAL},
                 {{"frequency", 9}, RC_DIM_FREQUENCY},
                 {{"pressure", 8}, RC_DIM_PRESSURE},
                 {{"angle", 5}, RC_DIM_ANGLE}};
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (rc_str_eq(names[i].name, s))
            return names[i].is;
    }
    return RC_DIM_OTHER;
}

static const rc_unit *add_unit(rc_measures *m, rc_unit unit)
{
    rc_unit *u = RC_NEW(m->arena, rc_unit);
    *u = unit;
    rc_phrasebook_add(&m->ids, unit.id, (uint32_t)m->unit_count);
    RC_PUSH(m->arena, m->units, m->unit_count, m->unit_capacity, u);
    return u;
}

const rc_unit *rc_measures_unit(const rc_measures *m, rc_str id)
{
    const uint32_t *at = rc_phrasebook_get(&m->ids, id);
    return at ? m->units[*at] : NULL;
}

const rc_unit *rc_measures_number(const rc_measures *m)
{
    return m->number;
}

/* "~a/b": measured, or a fraction of decimals. */
static bool parse_factor(rc_str s, rc_unit *u)
{
    u->exact = s.len == 0 || s.ptr[0] != '~';
    if (!u->exact)
        s = rc_str_sub(s, 1, s.len);
    size_t stroke = rc_str_find(s, '/');
    u->denominator = rc_decimal_from(1);
    if (rc_decimal_parse(rc_str_sub(s, 0, stroke), &u->numerator) != RC_OK)
        return false;
    return stroke == s.len ||
           (rc_decimal_parse(rc_str_sub(s, stroke + 1, s.len), &u->denominator) == RC_OK &&
            u->denominator.digits != 0);
}

/* ---------------------------------------------------------------- names and symbols */

/* A phrase put together for the phrasebooks, which keep only its hash. */
typedef struct {
    char text[2 * RC_PHRASE_BYTES_MAX];
    size_t len;
} phrase;

static void put(phrase *p, rc_str s)
{
    size_t room = sizeof(p->text) - p->len, n = s.len < room ? s.len : room;
    if (n)
        memcpy(p->text + p->len, s.ptr, n);
    p->len += n;
}

static rc_str phrase_str(const phrase *p)
{
    return (rc_str){p->text, p->len};
}

static rc_str joined(phrase *p, rc_str a, rc_str b, rc_str c)
{
    p->len = 0;
    put(p, a);
    put(p, b);
    put(p, c);
    return phrase_str(p);
}

static uint32_t add_item(rc_measures *m, rc_measure item)
{
    RC_PUSH(m->arena, m->items, m->count, m->capacity, item);
    return (uint32_t)(m->count - 1);
}

static void add_name(rc_measures *m, rc_str name, uint32_t item)
{
    if (m->items[item].flags & RC_MEASURE_MONEY)
        rc_phrasebook_add(&m->money_names, name, item);
    rc_phrasebook_add(&m->names, name, item);
}

/* A name and its plurals: of the last word ("square miles") and of the first ("degrees Celsius").
 */
static void add_name_forms(rc_measures *m, rc_str name, bool plural, uint32_t item)
{
    phrase p;
    add_name(m, name, item);
    if (!plural)
        return;
    add_name(m, joined(&p, name, RC_STR("s"), RC_STR("")), item);
    size_t space = rc_str_find(name, ' ');
    if (space < name.len)
        add_name(
            m,
            joined(&p, rc_str_sub(name, 0, space), RC_STR("s"), rc_str_sub(name, space, name.len)),
            item);
}

static void add_symbol(rc_measures *m, rc_str symbol, uint32_t item)
{
    if (rc_phrasebook_get(&m->words, symbol))
        m->items[item].flags |= RC_MEASURE_WEAK;
    if (m->items[item].flags & RC_MEASURE_MONEY)
        rc_phrasebook_add(&m->money_symbols, symbol, item);
    rc_phrasebook_add(&m->symbols, symbol, item);
}

/* "kn!", "in!", "koz:3", "nickel:-2x5": takes the marks off and sets them in the item. */
static rc_str take_marks(rc_str s, rc_measure *item)
{
    size_t colon = s.len;
    for (size_t i = 1; i < s.len; i++) {
        if (s.ptr[i] == ':' && i + 1 < s.len)
            colon = i;
    }
    if (colon < s.len) {
        rc_str power = rc_str_sub(s, colon + 1, s.len);
        size_t x = rc_str_find(power, 'x');
        rc_decimal exponent, by = {1, 0};
        if (rc_decimal_parse(rc_str_sub(power, 0, x), &exponent) == RC_OK &&
            (x == power.len || rc_decimal_parse(rc_str_sub(power, x + 1, power.len), &by) == RC_OK))
            rc_decimal_mul(by, (rc_decimal){1, (int32_t)rc_decimal_approximate(exponent)},
                           &item->scale);
        s = rc_str_sub(s, 0, colon);
    }
    for (; s.len > 1; s.len--) {
        char mark = s.ptr[s.len - 1];
        if (mark == '!')
            item->flags |= RC_MEASURE_WEAK;
        else if (mark == '=')
            item->flags |= RC_MEASURE_ATTACHED;
        else if (mark == '<' && s.len == 2)
            item->flags |= RC_MEASURE_BELOW;
        else
            break;
    }
    return s;
}

/* "mmol:-3" of mole is the millimole, where that is a unit of its own. */
static void settle_scale(const rc_measures *m, rc_measure *item)
{
    if (item->flags & RC_MEASURE_MONEY || item->scale.digits != 1 || item->scale.exponent == 0)
        return;
    for (size_t i = 0; i < m->prefix_count; i++) {
        const unit_prefix *p = &m->prefixes[i];
        if (p->binary || p->power != item->scale.exponent)
            continue;
        phrase id;
        const rc_unit *unit = rc_measures_unit(m, joined(&id, p->name, item->unit->id, RC_STR("")));
        if (!unit)
            continue;
        item->unit = unit;
        item->scale = (rc_decimal){1, 0};
        return;
    }
}

enum {
    F_SI = 1 << 0,
    F_SMALL = 1 << 1,
    F_POWER = 1 << 2,
    F_BITS = 1 << 3,
    F_BIGSI = 1 << 4,
    F_SI0 = 1 << 5,
    F_NOPLURAL = 1 << 6,
    F_WORD = 1 << 7,
    F_LOWER = 1 << 8,
    F_PREFIXED = F_SI | F_BITS | F_BIGSI | F_SI0
};

typedef struct {
    rc_str names, symbols;
    uint32_t flags;
} spellings;

static uint32_t flags_parse(rc_str flags)
{
    static const struct {
        rc_str name;
        uint32_t flag;
    } names[] = {{{"si", 2}, F_SI},
                 {{"small", 5}, F_SMALL},
                 {{"power", 5}, F_POWER},
                 {{"bits", 4}, F_BITS},
                 {{"bigsi", 5}, F_BIGSI},
                 {{"si0", 3}, F_SI0},
                 {{"noplural", 8}, F_NOPLURAL},
                 {{"word", 4}, F_WORD},
                 {{"lower", 5}, F_LOWER}};
    uint32_t bits = 0;
    rc_str part;
    while (flags.len && rc_str_split(&flags, ',', &part)) {
        for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
            bits |= rc_str_eq(names[i].name, part) ? names[i].flag : 0;
    }
    return bits;
}

static void add_names(rc_measures *m, const spellings *s, rc_str prefix, rc_measure base)
{
    rc_str rest = s->names, part;
    bool plural = !(s->flags & F_NOPLURAL);
    while (m->named && s->names.len && rc_str_split(&rest, '|', &part)) {
        rc_measure item = base;
        item.flags |= RC_MEASURE_NAME;
        part = take_marks(part, &item);
        settle_scale(m, &item);
        phrase p;
        if (part.len)
            add_name_forms(m, joined(&p, prefix, part, RC_STR("")), plural, add_item(m, item));
    }
}

static void add_symbols(rc_measures *m, const spellings *s, rc_str prefix, rc_measure base)
{
    rc_str rest = s->symbols, part;
    while (s->symbols.len && rc_str_split(&rest, '|', &part)) {
        rc_measure item = base;
        part = take_marks(part, &item);
        settle_scale(m, &item);
        phrase p;
        if (part.len && !(prefix.len &&
                          item.flags & (RC_MEASURE_WEAK | RC_MEASURE_ATTACHED | RC_MEASURE_BELOW)))
            add_symbol(m, joined(&p, prefix, part, RC_STR("")), add_item(m, item));
    }
}

/* ---------------------------------------------------------------- square and cubic */

/* Before and behind a name or symbol that is squared or cubed; the words are the units' own table's
 * business, see rules/tables/powers.tsv. */
typedef struct {
    rc_str before, behind;
    int power;
    bool symbol;
} power_form;

typedef struct {
    power_form *items;
    size_t count, capacity;
} power_forms;

static void load_powers(rc_measures *m, const rc_rules *r, power_forms *p)
{
    const rc_table *t = rc_rules_table(r, "tables/powers");
    for (size_t i = 0; t && i < t->row_count; i++) {
        power_form f = {
            rc_table_cell(t, i, rc_table_column(t, "before")),
            rc_table_cell(t, i, rc_table_column(t, "behind")),
            rc_str_eq(rc_table_cell(t, i, rc_table_column(t, "power")), RC_STR("3")) ? 3 : 2,
            rc_str_eq(rc_table_cell(t, i, rc_table_column(t, "of")), RC_STR("symbol"))};
        RC_PUSH(m->arena, p->items, p->count, p->capacity, f);
    }
}

static rc_str spelled_form(phrase *p, const power_form *f, rc_str prefix, rc_str part,
                           rc_str plural)
{
    bool word = f->behind.len && f->behind.ptr[0] >= 'a' && f->behind.ptr[0] <= 'z';
    joined(p, f->before, f->before.len ? RC_STR(" ") : RC_STR(""), prefix);
    put(p, part);
    put(p, plural);
    put(p, word ? RC_STR(" ") : RC_STR(""));
    put(p, f->behind);
    return phrase_str(p);
}

static void add_power_form(rc_measures *m, const power_form *f, const spellings *s, rc_str prefix,
                           const rc_unit *unit)
{
    rc_str rest = f->symbol ? s->symbols : s->names, part;
    if (!f->symbol && !m->named)
        return;
    bool plural = !f->symbol && !(s->flags & F_NOPLURAL);
    while (rest.len && rc_str_split(&rest, '|', &part)) {
        rc_measure item = {.unit = unit, .scale = {1, 0}};
        part = take_marks(part, &item);
        if (item.flags & (RC_MEASURE_ATTACHED | RC_MEASURE_BELOW) || part.len == 0)
            continue;
        item.flags = RC_MEASURE_SQUARE | (f->symbol ? 0 : RC_MEASURE_NAME);
        uint32_t at = add_item(m, item);
        phrase p;
        rc_str text = spelled_form(&p, f, prefix, part, RC_STR(""));
        if (f->symbol)
            add_symbol(m, text, at);
        else
            add_name(m, text, at);
        if (plural)
            add_name(m, spelled_form(&p, f, prefix, part, RC_STR("s")), at);
    }
}

static void add_power(rc_measures *m, const power_forms *p, const spellings *s, rc_str prefix,
                      const rc_unit *of)
{
    for (int power = 2; power <= 3; power++) {
        rc_unit u = *of;
        u.dimension = power == 2 ? RC_DIM_AREA : RC_DIM_VOLUME;
        phrase id;
        u.id = rc_arena_str(m->arena, joined(&id, power == 2 ? RC_STR("square-") : RC_STR("cubic-"),
                                             of->id, RC_STR("")));
        u.base_id = power == 2 ? RC_STR("square-meter") : RC_STR("cubic-meter");
        for (int i = 1; i < power; i++) {
            rc_decimal_mul(u.numerator, of->numerator, &u.numerator);
            rc_decimal_mul(u.denominator, of->denominator, &u.denominator);
        }
        const rc_unit *unit = rc_measures_unit(m, u.id);
        if (!unit)
            unit = add_unit(m, u);
        for (size_t i = 0; i < p->count; i++) {
            if (p->items[i].power == power)
                add_power_form(m, &p->items[i], s, prefix, unit);
        }
    }
}

/* ---------------------------------------------------------------- loading */

typedef struct {
    const rc_table *t;
    size_t id, dimension, base, factor, offset, per, names, symbols, flags;
    power_forms powers;
} loader;

static void load_prefixes(rc_measures *m, const rc_rules *r)
{
    const rc_table *t = rc_rules_table(r, "tables/prefixes");
    for (size_t i = 0; t && i < t->row_count; i++) {
        rc_decimal power;
        unit_prefix p = {
            rc_table_cell(t, i, rc_table_column(t, "prefix")),
            rc_table_cell(t, i, rc_table_column(t, "symbols")), 0,
            rc_str_eq(rc_table_cell(t, i, rc_table_column(t, "base")), RC_STR("1024"))};
        if (rc_decimal_parse(rc_table_cell(t, i, rc_table_column(t, "power")), &power) != RC_OK) {
            rc_diagnose(m->arena, m->diagnostics, t->file, t->lines[i], 1,
                        "a prefix needs a whole power");
            continue;
        }
        p.power = (int32_t)rc_decimal_approximate(power);
        RC_PUSH(m->arena, m->prefixes, m->prefix_count, m->prefix_capacity, p);
    }
}

static rc_str cell(const loader *l, size_t row, size_t column)
{
    return rc_table_cell(l->t, row, column);
}

/* "kilometer" of "meter": the unit, and what it is called. */
static void add_prefixed(rc_measures *m, const loader *l, const spellings *s, const rc_unit *of,
                         const unit_prefix *p)
{
    bool names_only = (s->flags & F_SI0) || (s->flags & F_BIGSI);
    bool binary = (s->flags & F_BITS);
    if ((p->power > 0 && (s->flags & F_SMALL)) || (p->binary && !binary) ||
        ((binary || (s->flags & F_BIGSI)) && p->power < 0))
        return;
    rc_unit u = *of;
    phrase id;
    u.id = rc_arena_str(m->arena, joined(&id, p->name, of->id, RC_STR("")));
    rc_decimal factor = {1, p->power};
    if (p->binary) {
        factor = rc_decimal_from(1);
        for (int32_t i = 0; i < p->power; i++)
            rc_decimal_mul(factor, rc_decimal_from(1024), &factor);
    }
    if (rc_measures_unit(m, u.id) || rc_decimal_mul(u.numerator, factor, &u.numerator) != RC_OK)
        return;
    const rc_unit *unit = add_unit(m, u);
    rc_measure item = {.unit = unit, .scale = {1, 0}};
    add_names(m, s, p->name, item);
    rc_str rest = p->symbols, part;
    while (rc_str_split(&rest, '|', &part)) {
        if (!names_only && !(binary && !p->binary))
            add_symbols(m, s, part, item);
        if ((s->flags & F_POWER))
            add_power(m, &l->powers, s, part, unit);
    }
    if ((s->flags & F_POWER))
        add_power(m, &l->powers, s, p->name, unit);
}

static const rc_unit *alias_of(const rc_measures *m, rc_str flags)
{
    rc_str part;
    while (rc_str_split(&flags, ',', &part)) {
        if (rc_str_starts(part, RC_STR("alias ")))
            return rc_measures_unit(m, rc_str_sub(part, 6, part.len));
    }
    return NULL;
}

static void load_unit(rc_measures *m, const loader *l, size_t row)
{
    spellings s = {cell(l, row, l->names), cell(l, row, l->symbols),
                   flags_parse(cell(l, row, l->flags))};
    const rc_unit *unit = alias_of(m, cell(l, row, l->flags));
    rc_unit u = {.id = cell(l, row, l->id),
                 .dimension = dimension_parse(cell(l, row, l->dimension)),
                 .base_id = cell(l, row, l->base)};
    if (!unit && (!parse_factor(cell(l, row, l->factor), &u) ||
                  rc_decimal_parse(cell(l, row, l->offset), &u.offset) != RC_OK)) {
        rc_diagnose(m->arena, m->diagnostics, l->t->file, l->t->lines[row], 1,
                    "a unit needs a factor and an offset that are numbers");
        return;
    }
    bool made = unit == NULL;
    if (made)
        unit = add_unit(m, u);
    rc_measure item = {.unit = unit, .scale = {1, 0}};
    bool prefixed =
        (s.flags & F_SI) || (s.flags & F_SI0) || (s.flags & F_BIGSI) || (s.flags & F_BITS);
    for (size_t i = 0; made && prefixed && i < m->prefix_count; i++)
        add_prefixed(m, l, &s, unit, &m->prefixes[i]);
    add_names(m, &s, RC_STR(""), item);
    add_symbols(m, &s, RC_STR(""), item);
    if (made && (s.flags & F_POWER))
        add_power(m, &l->powers, &s, RC_STR(""), unit);
}

/* A row that is another name for "mile per hour": both parts are names of units. */
static void load_pair(rc_measures *m, const loader *l, size_t row)
{
    spellings s = {cell(l, row, l->names), cell(l, row, l->symbols),
                   flags_parse(cell(l, row, l->flags))};
    rc_str pair = cell(l, row, l->per);
    rc_measure item = {.unit = NULL, .scale = {1, 0}};
    for (size_t i = 0; i + 5 < pair.len; i++) {
        if (!rc_str_starts(rc_str_sub(pair, i, pair.len), RC_STR(" per ")))
            continue;
        const uint32_t *one = rc_phrasebook_get(&m->names, rc_str_sub(pair, 0, i));
        const uint32_t *two = rc_phrasebook_get(&m->names, rc_str_sub(pair, i + 5, pair.len));
        item.unit = one ? m->items[*one].unit : rc_measures_unit(m, rc_str_sub(pair, 0, i));
        item.per = two ? m->items[*two].unit : NULL;
    }
    if ((!item.unit || !item.per) && !m->named)
        return;
    if (!item.unit || !item.per) {
        rc_diagnose(m->arena, m->diagnostics, l->t->file, l->t->lines[row], 1,
                    "'%.*s' is no pair of units joined by ' per '", RC_STR_ARG(pair));
        return;
    }
    add_names(m, &s, RC_STR(""), item);
    add_symbols(m, &s, RC_STR(""), item);
}

static void load_units(rc_measures *m, const rc_rules *r)
{
    loader l = {.t = rc_rules_table(r, "tables/units")};
    if (!l.t)
        return;
    l.id = rc_table_column(l.t, "id");
    l.dimension = rc_table_column(l.t, "dimension");
    l.base = rc_table_column(l.t, "base");
    l.factor = rc_table_column(l.t, "factor");
    l.offset = rc_table_column(l.t, "offset");
    l.per = rc_table_column(l.t, "per");
    l.names = rc_table_column(l.t, "names");
    l.symbols = rc_table_column(l.t, "symbols");
    l.flags = rc_table_column(l.t, "flags");
    load_prefixes(m, r);
    load_powers(m, r, &l.powers);
    for (size_t i = 0; i < l.t->row_count; i++) {
        if (cell(&l, i, l.per).len == 0)
            load_unit(m, &l, i);
    }
    for (size_t i = 0; i < l.t->row_count; i++) {
        if (cell(&l, i, l.per).len)
            load_pair(m, &l, i);
    }
}

/* ---------------------------------------------------------------- currencies */

/* "MUSD 60", "48.5 MGBP", "60 EURm": a currency's code with a multiplier, by tables/multiplied. */
static void add_multiplied(rc_measures *m, const rc_table *t, rc_str code, rc_measure item)
{
    for (size_t i = 0; t && i < t->row_count; i++) {
        rc_decimal power;
        rc_str before = rc_table_cell(t, i, rc_table_column(t, "before"));
        rc_str behind = rc_table_cell(t, i, rc_table_column(t, "behind"));
        if (rc_decimal_parse(rc_table_cell(t, i, rc_table_column(t, "power")), &power) != RC_OK)
            continue;
        rc_measure scaled = item;
        scaled.scale = (rc_decimal){1, (int32_t)rc_decimal_approximate(power)};
        phrase p;
        add_symbol(m, joined(&p, before, code, behind), add_item(m, scaled));
    }
}

static void add_parts(rc_measures *m, rc_str parts, rc_measure item)
{
    rc_str part;
    if (!m->named)
        return;
    item.flags |= RC_MEASURE_PART;
    while (parts.len && rc_str_split(&parts, '|', &part)) {
        rc_measure one = item;
        part = take_marks(part, &one);
        if (part.len == 0)
            continue;
        uint32_t at = add_item(m, one);
        if ((unsigned char)part.ptr[0] < 0x80 && part.len > 1) {
            m->items[at].flags |= RC_MEASURE_NAME;
            add_name_forms(m, part, true, at);
        } else {
            add_symbol(m, part, at);
        }
    }
}

static void load_currencies(rc_measures *m, const rc_rules *r)
{
    const rc_table *t = rc_rules_table(r, "tables/currencies");
    const rc_table *multiplied = rc_rules_table(r, "tables/multiplied");
    for (size_t i = 0; t && i < t->row_count; i++) {
        rc_str code = rc_table_cell(t, i, rc_table_column(t, "code"));
        spellings s = {rc_table_cell(t, i, rc_table_column(t, "names")),
                       rc_table_cell(t, i, rc_table_column(t, "symbols")),
                       flags_parse(rc_table_cell(t, i, rc_table_column(t, "flags")))};
        rc_unit u = {code, RC_DIM_CURRENCY, code, {1, 0}, {1, 0}, {0, 0}, true, false};
        rc_measure item = {.unit = add_unit(m, u), .scale = {1, 0}, .flags = RC_MEASURE_MONEY};
        rc_measure coded = item;
        coded.flags |= RC_MEASURE_CODE;
        if ((s.flags & F_WORD))
            coded.flags |= RC_MEASURE_WORDY;
        add_symbol(m, code, add_item(m, coded));
        if ((s.flags & F_LOWER)) {
            char lower[4] = {0};
            for (size_t k = 0; k < code.len && k < 3; k++)
                lower[k] = (char)(code.ptr[k] | 32);
            add_symbol(m, rc_arena_str(m->arena, rc_str_from(lower)), add_item(m, coded));
            add_multiplied(m, multiplied, code, item);
        }
        add_names(m, &s, RC_STR(""), item);
        add_symbols(m, &s, RC_STR(""), item);
        add_parts(m, rc_table_cell(t, i, rc_table_column(t, "parts")), item);
        rc_str shared = rc_table_cell(t, i, rc_table_column(t, "shared")), part;
        while (shared.len && rc_str_split(&shared, '|', &part)) {
            const uint32_t *at = rc_phrasebook_get(&m->names, part);
            if (at)
                m->items[*at].money = item.unit;
        }
    }
}

/* ---------------------------------------------------------------- names of another language */

static rc_measure measure_of(const rc_measures *m, rc_str id)
{
    rc_measure item = {.unit = rc_measures_unit(m, id), .scale = {1, 0}, .flags = RC_MEASURE_NAME};
    rc_str per = RC_STR("-per-");
    for (size_t i = 1; !item.unit && i + per.len < id.len; i++) {
        if (!rc_str_starts(rc_str_sub(id, i, id.len), per))
            continue;
        item.unit = rc_measures_unit(m, rc_str_sub(id, 0, i));
        item.per = rc_measures_unit(m, rc_str_sub(id, i + per.len, id.len));
        if (!item.per)
            item.unit = NULL;
        break;
    }
    if (item.unit && item.unit->dimension == RC_DIM_CURRENCY)
        item.flags |= RC_MEASURE_MONEY;
    return item;
}

static void visit_name(void *closure, rc_str id, rc_str name)
{
    rc_measures *m = closure;
    rc_measure item = measure_of(m, id);
    if (item.unit && !rc_phrasebook_get(&m->unwanted, name))
        add_name(m, name, add_item(m, item));
}

/* Rows of an id and its names; the id "-": CLDR's names that are none here. A name that goes on
 * with
 * "^" stands before the number. */
static void load_row(rc_measures *m, const rc_table *t, size_t row)
{
    rc_str id = rc_table_cell(t, row, rc_table_column(t, "id")), part;
    rc_str names = rc_table_cell(t, row, rc_table_column(t, "names"));
    bool unwanted = rc_str_eq(id, RC_STR("-"));
    rc_measure of = measure_of(m, id);
    if (!unwanted && !of.unit) {
        rc_table_diagnose(m->arena, m->diagnostics, t, row, rc_table_column(t, "id"),
                          "there is no unit '%.*s'", RC_STR_ARG(id));
        return;
    }
    while (names.len && rc_str_split(&names, '|', &part)) {
        rc_measure item = of;
        if (unwanted) {
            rc_phrasebook_add(&m->unwanted, part, 1);
        } else if (rc_str_ends(part, RC_STR("^"))) {
            rc_phrasebook_add(&m->money_symbols, rc_str_sub(part, 0, part.len - 1),
                              add_item(m, (rc_measure){of.unit, NULL, NULL, {1, 0}, 0}));
        } else {
            part = take_marks(part, &item);
            if (item.flags & RC_MEASURE_MONEY && item.scale.exponent < 0)
                item.flags |= RC_MEASURE_PART;
            add_name(m, part, add_item(m, item));
        }
    }
}

static void load_names(rc_measures *m, const rc_rules *r, rc_str language)
{
    const rc_table *t = rc_language_table(m->arena, r, "tables/measure-names", language);
    for (size_t i = 0; t && i < t->row_count; i++)
        load_row(m, t, i);
    const char *code = rc_arena_cstr(m->arena, language);
    rc_cldr_units(code, visit_name, m);
    rc_cldr_currencies(code, visit_name, m);
}

rc_status rc_measures_new(rc_arena *a, const rc_rules *r, rc_str language, rc_measures **ret,
                          rc_diagnostics *diagnostics, rc_err *err)
{
    (void)err;
    rc_measures *m = RC_NEW(a, rc_measures);
    m->arena = a;
    m->diagnostics = diagnostics;
    m->named = rc_str_eq(language, RC_STR("en"));
    rc_phrasebook_init(&m->unwanted, a, RC_FOLDED);
    rc_phrasebook_init(&m->names, a, RC_FOLDED);
    rc_phrasebook_init(&m->symbols, a, RC_EXACT);
    rc_phrasebook_init(&m->money_names, a, RC_FOLDED);
    rc_phrasebook_init(&m->money_symbols, a, RC_EXACT);
    rc_phrasebook_init(&m->ids, a, RC_EXACT);
    rc_phrasebook_init(&m->words, a, RC_EXACT);
    const rc_table *t = rc_rules_table(r, "tables/symbol_words");
    for (size_t i = 0; t && i < t->row_count; i++)
        rc_phrasebook_add(&m->words, rc_table_cell(t, i, 0), 1);
    rc_unit one = {RC_STR("1"), RC_DIM_NUMBER, RC_STR("1"), {1, 0}, {1, 0}, {0, 0}, true, false};
    m->number = add_unit(m, one);
    load_units(m, r);
    load_currencies(m, r);
    if (!m->named)
        load_names(m, r, language);
    *ret = m;
    return RC_OK;
}

/* ---------------------------------------------------------------- finding */

const rc_measure *rc_measure_after(const rc_measures *m, rc_stretch s, size_t at, size_t *ret_end)
{
    size_t name_end = at, symbol_end = at;
    uint32_t name = 0, symbol = 0;
    bool by_name = rc_phrasebook_after(&m->names, s, at, &name_end, &name);
    bool by_symbol = rc_phrasebook_after(&m->symbols, s, at, &symbol_end, &symbol);
    if (!by_name && !by_symbol)
        return NULL;
    bool use_symbol = by_symbol && (!by_name || symbol_end >= name_end);
    *ret_end = use_symbol ? symbol_end : name_end;
    return &m->items[use_symbol ? symbol : name];
}

const rc_measure *rc_measure_before(const rc_measures *m, rc_stretch s, size_t at,
                                    size_t *ret_start)
{
    size_t name_start = at, symbol_start = at;
    uint32_t name = 0, symbol = 0;
    bool by_name = rc_phrasebook_before(&m->money_names, s, at, &name_start, &name);
    bool by_symbol = rc_phrasebook_before(&m->money_symbols, s, at, &symbol_start, &symbol);
    if (!by_name && !by_symbol)
        return NULL;
    bool use_symbol = by_symbol && (!by_name || symbol_start <= name_start);
    *ret_start = use_symbol ? symbol_start : name_start;
    return &m->items[use_symbol ? symbol : name];
}
