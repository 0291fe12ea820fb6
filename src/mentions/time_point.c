/* One date with what may stand around it: its time of day, and whether the words around a doubtful
 * one ("May", "1984", "fall") make it a date at all. */
#include "mentions/times.h"

static bool capital(const rc_time_scan *s, uint32_t at)
{
    return at < s->end && at >= s->first && (s->text->tokens[at].flags & RC_TOKEN_CAPITAL);
}

static bool is_word(const rc_time_scan *s, uint32_t at)
{
    return at < s->end && s->text->tokens[at].kind == RC_TOKEN_WORD;
}

/* ------------------------------------------------------------------ time of day */

static bool has_day(const rc_point *p)
{
    return p->form == RC_POINT_DAY ||
           (p->form == RC_POINT_CIVIL && (p->day || p->weekday) && p->minutes < 0);
}

/* ", 6:30 p.m.", " at 19:00", " morning" */
void rc_point_take_clock(const rc_time_scan *s, rc_point *p, uint32_t *at)
{
    int minutes, part;
    uint32_t end, i = rc_skip_sign(s, *at, ',');
    if (!has_day(p))
        return;
    if (rc_scan_value(s, *at, RC_TW_DAY_PART, &part) && part <= 4) {
        ++*at;
        return;
    }
    bool from = rc_scan_is(s, i, RC_TW_FROM) || rc_scan_is(s, i, RC_TW_BETWEEN);
    i = from ? i + 1 : rc_skip(s, i, RC_TW_AT);
    i = rc_skip_sign(s, i, '@');
    if (rc_clock_read(s, i, &minutes, &end)) {
        p->minutes = (int16_t)minutes;
        rc_clock_second(s, end, &end);
        *at = end;
    }
}

/* "the 9th", "on the 22nd": nothing behind it that could be the ninth. */
static bool day_alone(const rc_time_scan *s, uint32_t at, rc_point *ret, uint32_t *ret_end)
{
    int day;
    bool ordinal;
    uint32_t end;
    if (at == s->first || !rc_scan_is(s, at - 1, RC_TW_DEFINITE) ||
        s->text->tokens[at].kind != RC_TOKEN_NUMBER)
        return false;
    if (!rc_day_read(s, at, &day, &ordinal, &end) || !ordinal)
        return false;
    int of;
    if (rc_scan_value(s, end, RC_TW_OF, &of) && of == 0)
        return false;
    if (end < s->end && is_word(s, end) && !rc_scan_is(s, end, RC_TW_PREPOSITION) &&
        !rc_scan_is(s, end, RC_TW_PREPOSITION_WEAK) && !rc_scan_is(s, end, RC_TW_RANGE) &&
        !rc_scan_is(s, end, RC_TW_AND) && s->text->tokens[end].pos != RC_POS_AUX &&
        s->text->tokens[end].pos != RC_POS_VERB)
        return false;
    if (rc_scan_dash(s, end) && !rc_scan_spaced(s, end))
        return false;
    rc_point_init(ret, RC_POINT_CIVIL);
    ret->day = (int16_t)day;
    *ret_end = end;
    return true;
}

/* ------------------------------------------------------------------ doubtful ones */

static bool before_is(const rc_time_scan *s, uint32_t at, int kind)
{
    return at > s->first && rc_scan_is(s, at - 1, kind);
}

static bool after_preposition(const rc_time_scan *s, uint32_t at)
{
    return before_is(s, at, RC_TW_PREPOSITION) || before_is(s, at, RC_TW_PREPOSITION_WEAK) ||
           before_is(s, at, RC_TW_RANGE) || before_is(s, at, RC_TW_BETWEEN);
}

static bool alone_in_block(const rc_time_scan *s, uint32_t at, uint32_t end)
{
    return at == s->first && (end == s->end || (end + 1 == s->end && !is_word(s, end)));
}

static bool sentence_start(const rc_time_scan *s, uint32_t at)
{
    return s->text->tokens[at].flags & RC_TOKEN_SENTENCE_START;
}

static bool month_trusted(const rc_time_scan *s, uint32_t at, uint32_t end)
{
    int month, kind;
    if (!rc_month_at(s, at, &month, &kind))
        return true;
    bool upper = capital(s, at), joined = before_is(s, at, RC_TW_AND) || before_is(s, at, RC_TW_OR);
    if (after_preposition(s, at))
        return upper || kind != RC_TW_MONTH_WORD;
    if (!upper && kind != RC_TW_MONTH)
        return false;
    if (alone_in_block(s, at, end))
        return kind != RC_TW_MONTH_SHORT;
    if (kind == RC_TW_MONTH_SHORT || !upper)
        return false;
    if (is_word(s, end) && capital(s, end))
        return false;
    bool name_before = at > s->first && is_word(s, at - 1) && capital(s, at - 1) &&
                       !before_is(s, at, RC_TW_DEFINITE) &&
                       (kind == RC_TW_MONTH_WORD || !sentence_start(s, at - 1));
    if (name_before)
        return false;
    return kind == RC_TW_MONTH || joined || (!sentence_start(s, at) && at > s->first);
}

static bool lower_noun(const rc_time_scan *s, uint32_t at)
{
    if (!is_word(s, at) || capital(s, at))
        return false;
    const rc_token *k = &s->text->tokens[at];
    return k->pos == RC_POS_NOUN || k->pos == RC_POS_ADJECTIVE || (k->flags & RC_TOKEN_PLURAL) ||
           rc_scan_is(s, at, RC_TW_UNIT);
}

static bool verb_next(const rc_time_scan *s, uint32_t at)
{
    return is_word(s, at) && !capital(s, at) &&
           (s->text->tokens[at].pos == RC_POS_AUX || s->text->tokens[at].pos == RC_POS_VERB);
}

/* Whether a figure of four digits is a year by what follows: no unit, per cent, thousand. */
static bool year_may_end(const rc_time_scan *s, uint32_t end)
{
    if (end >= s->end)
        return true;
    const rc_token *k = &s->text->tokens[end];
    if (k->kind == RC_TOKEN_SYMBOL || k->first == '%' || k->kind == RC_TOKEN_NUMBER)
        return k->first == '|' || k->first == '~';
    bool tight = !rc_scan_spaced(s, end) && (k->first == '/' || k->first == ':') &&
                 end + 1 < s->end && !rc_scan_spaced(s, end + 1);
    if (rc_scan_dash(s, end) && end + 1 < s->end &&
        s->text->tokens[end + 1].kind == RC_TOKEN_NUMBER)
        return false;
    bool one = k->entry && !(k->flags & RC_TOKEN_PLURAL); /* "the 2024 season" */
    bool unit = (rc_scan_is(s, end, RC_TW_UNIT) && !one) || rc_scan_is(s, end, RC_TW_HUNDRED) ||
                rc_scan_is(s, end, RC_TW_UNIT_SHORT);
    bool hyphen = rc_scan_sign(s, end, '-') && !rc_scan_spaced(s, end) && is_word(s, end + 1) &&
                  rc_scan_is(s, end + 1, RC_TW_UNIT);
    return !tight && !unit && !hyphen;
}

static bool year_may_begin(const rc_time_scan *s, uint32_t at)
{
    if (at == s->first)
        return true;
    const rc_token *k = &s->text->tokens[at - 1];
    if (k->kind == RC_TOKEN_SYMBOL || k->kind == RC_TOKEN_NUMBER)
        return false;
    return k->first != '#' && k->first != '%' && k->first != '.' && k->first != '/' &&
           !(rc_scan_dash(s, at - 1) && !rc_scan_spaced(s, at));
}

bool rc_year_may_stand(const rc_time_scan *s, uint32_t at, uint32_t end)
{
    return year_may_begin(s, at) && year_may_end(s, end);
}

static bool year_in_title(const rc_time_scan *s, uint32_t at, uint32_t end)
{
    const rc_text *t = s->text;
    const rc_block *b = &t->doc->blocks[t->sentences[rc_text_sentence_at(t, at)].block];
    if (at == s->first && end == s->end)
        return t->doc->block_count > 1 && b->kind != RC_BLOCK_LIST_ITEM;
    if (b->kind != RC_BLOCK_TITLE && b->kind != RC_BLOCK_HEADING)
        return false;
    return at == s->first || (end == s->end && !(t->tokens[at - 1].flags & RC_TOKEN_ALL_CAPS));
}

/* "2024 election", "the 2021 count": a year that describes what follows. */
static bool year_describes(const rc_time_scan *s, uint32_t at, uint32_t end)
{
    const rc_token *before = &s->text->tokens[at - 1];
    bool determined = before_is(s, at, RC_TW_DEFINITE) || before_is(s, at, RC_TW_OWNER) ||
                      before_is(s, at, RC_TW_ARTICLE) || before->first == '\'' ||
                      before->first == 0xE2 || before->pos == RC_POS_DETERMINER;
    return determined && is_word(s, end) && !verb_next(s, end);
}

static bool event_before(const rc_time_scan *s, uint32_t at)
{
    const rc_token *k = &s->text->tokens[at - 1];
    return k->kind == RC_TOKEN_WORD && (k->flags & RC_TOKEN_CAPITAL) &&
           (k->classes & RC_CLASS(EVENT));
}

static bool year_trusted(const rc_time_scan *s, uint32_t at, uint32_t end, int32_t year)
{
    if (!year_may_begin(s, at) || !year_may_end(s, end))
        return false;
    if (s->text->tokens[at].kind == RC_TOKEN_WORD) /* "nineteen ninety" */
        return before_is(s, at, RC_TW_PREPOSITION);
    if (before_is(s, at, RC_TW_PREPOSITION))
        return year >= 1400 || !lower_noun(s, end);
    if (year < 1400 || year > 2150)
        return false;
    if (before_is(s, at, RC_TW_PREPOSITION_WEAK) || before_is(s, at, RC_TW_RANGE) ||
        before_is(s, at, RC_TW_BETWEEN))
        return !before_is(s, at, RC_TW_AT) && !lower_noun(s, end);
    if (year < 1800)
        return (at > s->first && s->text->tokens[at - 1].first == '(') ||
               (at == s->first && year_in_title(s, at, end));
    if (at == s->first)
        return verb_next(s, end) || rc_scan_sign(s, end, ',') || rc_scan_sign(s, end, ':') ||
               year_in_title(s, at, end);
    if (sentence_start(s, at) || s->text->tokens[at - 1].first == '(')
        return verb_next(s, end) || (end < s->end && !is_word(s, end)) ||
               s->text->tokens[end].pos == RC_POS_ADVERB;
    if (s->text->tokens[at - 1].kind == RC_TOKEN_PUNCT && verb_next(s, end))
        return true;
    return year_describes(s, at, end) || event_before(s, at) || year_in_title(s, at, end);
}

/* "the spring", "by summer"; not "the fall of Kabul", "spring water", "Winter Olympics". */
static bool season_trusted(const rc_time_scan *s, uint32_t at, uint32_t end)
{
    bool the = before_is(s, at, RC_TW_DEFINITE);
    uint32_t from = the ? at - 1 : at;
    bool preposition = from > s->first && after_preposition(s, from);
    int of;
    if (rc_scan_value(s, end, RC_TW_OF, &of) && of == 0)
        return false;
    if (is_word(s, end) && capital(s, end))
        return false;
    if (rc_scan_is(s, at, RC_TW_SEASON_WORD))
        return preposition && !lower_noun(s, end) &&
               (!capital(s, at) || the || before_is(s, at, RC_TW_PREPOSITION));
    return preposition || the || before_is(s, at, RC_TW_AND);
}

static bool decade_trusted(const rc_time_scan *s, uint32_t at)
{
    uint32_t from = before_is(s, at, RC_TW_DEFINITE) ? at - 1 : at;
    bool mark = s->text->tokens[at].kind == RC_TOKEN_PUNCT;
    return mark || from < at || before_is(s, at, RC_TW_PREPOSITION);
}

/* "in her late 60s" */
static bool is_age(const rc_time_scan *s, uint32_t at, const rc_point *p)
{
    return p->form == RC_POINT_DECADE && p->year < 100 && before_is(s, at, RC_TW_OWNER);
}

static bool weekday_trusted(const rc_time_scan *s, uint32_t at, uint32_t end)
{
    if (before_is(s, at, RC_TW_EVERY))
        return false;
    if (!rc_scan_is(s, at, RC_TW_WEEKDAY)) /* "Sun", "Wed" */
        return capital(s, at) && before_is(s, at, RC_TW_ON);
    bool the = before_is(s, at, RC_TW_DEFINITE);
    return !(the && is_word(s, end) && capital(s, end));
}

static bool weak_trusted(const rc_time_scan *s, uint32_t at, uint32_t end, const rc_point *p)
{
    bool preposition = after_preposition(s, at);
    switch (p->form) {
    case RC_POINT_CIVIL:
        if (p->weekday && !p->day && !p->month)
            return weekday_trusted(s, at, end);
        if (p->month && p->day)
            return (rc_scan_sign(s, at + 1, '/') && preposition && !lower_noun(s, end)) ||
                   alone_in_block(s, at, end);
        if (p->month)
            return month_trusted(s, at, end);
        return year_trusted(s, at, end, p->year);
    case RC_POINT_SEASON:
        return season_trusted(s, at, end) || alone_in_block(s, at, end);
    case RC_POINT_DECADE:
        return decade_trusted(s, at);
    case RC_POINT_QUARTER:
    case RC_POINT_HALF:
    case RC_POINT_HOLIDAY:
    case RC_POINT_PERIOD:
        return preposition || alone_in_block(s, at, end);
    case RC_POINT_WEEK:
    case RC_POINT_CENTURY:
    case RC_POINT_SHIFT:
    case RC_POINT_TRAIL:
    case RC_POINT_NTH:
    case RC_POINT_DAY:
    case RC_POINT_CLOCK:
        break;
    }
    return true;
}

bool rc_point_trusted(const rc_time_scan *s, uint32_t at, uint32_t end, const rc_point *p)
{
    if (is_age(s, at, p))
        return false;
    if (p->form == RC_POINT_CIVIL && p->weekday && !p->day && !p->month && !p->related && !p->base)
        return weekday_trusted(s, at, end) || (!p->weak && alone_in_block(s, at, end));
    return !p->weak || weak_trusted(s, at, end, p);
}

bool rc_point_read(const rc_time_scan *s, uint32_t at, rc_point *ret, uint32_t *ret_end)
{
    rc_point p;
    uint32_t end;
    if (at >= s->end)
        return false;
    /* "May after next" and "3 days after ..." come before what their first words alone would be. */
    if (!(rc_relative_read(s, at, &p, &end) || rc_civil_read(s, at, &p, &end) ||
          rc_period_read(s, at, &p, &end) || day_alone(s, at, &p, &end)))
        return false;
    rc_point_take_clock(s, &p, &end);
    *ret = p;
    *ret_end = end;
    return true;
}
