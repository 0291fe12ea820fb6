/* What kind of figure the words around make of a number, and what it counts. */
#include "mentions/reading.h"

#define CHANGE_REACH 12 /* tokens from a figure to the word that makes a change of it */

static bool change_before(const rc_finder *f, uint32_t at)
{
    uint32_t from = at > f->r.first + CHANGE_REACH ? at - CHANGE_REACH : f->r.first;
    for (uint32_t i = at; i-- > from;) {
        if (rc_finder_is_change(f, i))
            return true;
    }
    return false;
}

/* Whether "from" in front of a figure begins a change: something rose, or a "to" follows. "From
 * 28,900 euros" alone is a price. */
static bool begins_change(const rc_finder *f, const rc_reading *g)
{
    if (change_before(f, rc_finder_token_near(f, g->a.token, g->start)))
        return true;
    for (uint32_t i = g->next; i < f->r.last && i < g->next + CHANGE_REACH; i++) {
        bool ends = rc_reader_figure(&f->r, i) & RC_FIGURE_IS(TO) && i + 1 < f->r.last &&
                    (f->r.text->tokens[i + 1].kind != RC_TOKEN_WORD ||
                     rc_number_starts(f->r.numbers, f->r.text, &f->r.text->tokens[i + 1]));
        if (ends || rc_finder_is_change(f, i))
            return true;
    }
    return false;
}

rc_quantity_role rc_reading_role(const rc_finder *f, const rc_reading *g)
{
    if (g->score)
        return RC_ROLE_SCORE;
    if (g->a.number.ordinal)
        return RC_ROLE_ORDINAL;
    if (g->a.number.multiple || g->a.times)
        return RC_ROLE_MULTIPLE;
    if (g->opener & RC_SAYS_FROM && !g->range)
        return begins_change(f, g) ? RC_ROLE_FROM : RC_ROLE_LEVEL;
    uint32_t first = rc_finder_token_near(f, g->a.token, g->start);
    uint32_t before = first > f->r.first ? first - 1 : UINT32_MAX;
    uint32_t bits = before == UINT32_MAX ? 0 : rc_reader_figure(&f->r, before);
    if (bits & RC_FIGURE_IS(TO)) {
        return change_before(f, before) ? RC_ROLE_TO : RC_ROLE_LEVEL;
    }
    bool share = g->a.unit != NULL;
    if (bits & (RC_FIGURE_IS(CHANGE) | RC_FIGURE_IS(UP) | RC_FIGURE_IS(BY)))
        return RC_ROLE_CHANGE;
    if (bits & RC_FIGURE_IS(RATIO_OF) && before > f->r.first && rc_finder_is_change(f, before - 1))
        return RC_ROLE_CHANGE;
    uint32_t next = rc_reader_figure(&f->r, g->next);
    if (share && next & (RC_FIGURE_IS(CHANGE) | RC_FIGURE_IS(CHANGE_AFTER)))
        return RC_ROLE_CHANGE;
    const rc_token *k = rc_finder_token(f, g->next);
    if (share && k && k->pos == RC_POS_ADJECTIVE && rc_finder_is_change(f, g->next + 1))
        return RC_ROLE_CHANGE;
    return RC_ROLE_LEVEL;
}

/* "12 deaths per 100,000 people", "24,000 vehicles a day": what a count is held against, behind the
 * noun counted. The span stays that of the number; what was read is not looked at again. */
static void read_count_per(rc_finder *f, rc_reading *g, uint32_t at, rc_quantity *q)
{
    rc_amount a = g->a;
    uint32_t per = RC_FIGURE_IS(PER) | RC_FIGURE_IS(PER_ARTICLE) | RC_FIGURE_IS(PER_EACH);
    if (!(rc_reader_figure(&f->r, at) & per) || q->per || g->a.number.fraction)
        return;
    a.end = f->r.text->tokens[at - 1].end;
    a.unit = q->unit;
    if (!rc_amount_read_per(&f->r, &a))
        return;
    q->per = a.per;
    q->per_amount = a.per_amount;
    g->next = rc_reader_token(&f->r, at, a.end);
    for (size_t i = f->time; i < f->time_end && f->m->items[i].span.start < a.end; i++) {
        rc_mention *t = &f->m->items[i];
        if (t->span.start >= f->r.text->tokens[at].start)
            t->span.end = t->span.start;
    }
}

/* The token behind words joined by hyphens ("coal-fired", "two-year-old"); `at`: they are not. */
static uint32_t hyphenated_end(const rc_finder *f, uint32_t at, uint32_t limit)
{
    const rc_token *t = f->r.text->tokens;
    uint32_t i = at;
    while (i + 2 < limit && t[i + 1].first == '-' && t[i + 1].start == t[i].end &&
           t[i + 2].start == t[i + 1].end && t[i + 2].kind == RC_TOKEN_WORD)
        i += 2;
    return i == at ? at : i + 1;
}

/* Whether a token may stand between a number and the noun it counts. */
static bool may_qualify(const rc_finder *f, uint32_t i, uint32_t limit)
{
    const rc_token *k = &f->r.text->tokens[i];
    if (k->pos == RC_POS_VERB) /* "12 core refining projects" */
        return i + 1 < limit && k->entry &&
               k->entry->forms & (RC_FORM_VERB_ING | RC_FORM_VERB_PARTICIPLE) &&
               f->r.text->tokens[i + 1].pos == RC_POS_NOUN;
    return k->pos == RC_POS_ADJECTIVE || k->pos == RC_POS_ADVERB ||
           (k->kind == RC_TOKEN_PUNCT && k->first == '-');
}

static bool is_counted_noun(const rc_token *k)
{
    return k->pos == RC_POS_NOUN || k->pos == RC_POS_PROPER;
}

/* The noun counted, from token `i` on; UINT32_MAX: none. */
static uint32_t find_counted(const rc_finder *f, uint32_t i, uint32_t limit)
{
    const rc_token *t = f->r.text->tokens;
    uint32_t head = UINT32_MAX;
    if (i + 1 < limit && t[i].first == '-' && t[i].end == t[i + 1].start &&
        !(t[i].flags & RC_TOKEN_SPACE_BEFORE) && is_counted_noun(&t[i + 1]))
        return i + 1; /* "the 27-nation bloc" */
    while (i < limit) {
        uint32_t end = hyphenated_end(f, i, limit);
        if (end > i && end < limit && (is_counted_noun(&t[end]) || may_qualify(f, end, limit))) {
            i = end; /* "coal-fired power plants" */
            continue;
        }
        if (is_counted_noun(&t[i])) {
            head = i;
            if (t[i].flags & RC_TOKEN_PLURAL && t[i].pos == RC_POS_NOUN)
                break;
        } else if (!may_qualify(f, i, limit) || (head != UINT32_MAX && t[i].pos != RC_POS_VERB)) {
            break;
        }
        i++;
    }
    return head;
}

/* The noun counted where parts of speech are not known: the first word that begins with a capital
 * in a language whose nouns do, past adjectives; else the first that is no small word, where it
 * ends like a plural. */
static uint32_t find_unparsed(const rc_finder *f, uint32_t i, uint32_t limit)
{
    const rc_token *t = f->r.text->tokens;
    const rc_quantifier *x = f->x;
    bool capitals = rc_languages_capital_nouns(x->languages, x->language);
    bool of = rc_reader_figure(&f->r, i) & RC_FIGURE_IS(RATIO_OF);
    while (of && i < limit &&
           (rc_languages_has(x->languages, x->language, t[i].word) || t[i].kind == RC_TOKEN_PUNCT))
        i++;
    for (; i < limit && t[i].kind == RC_TOKEN_WORD && t[i].first < 0xE3; i++) {
        bool capital = t[i].flags & RC_TOKEN_CAPITAL;
        if (rc_languages_has(x->languages, x->language, t[i].word) && !capital)
            break;
        if (capitals
                ? capital
                : rc_languages_is_plural(x->languages, x->language, rc_token_text(f->r.text, i)))
            return i;
        if (!capitals)
            break;
    }
    return UINT32_MAX;
}

bool rc_reading_is_counting(const rc_finder *f, const rc_reading *g)
{
    uint32_t limit = g->next + 8 < f->r.last ? g->next + 8 : f->r.last;
    return find_unparsed(f, g->next, limit) != UINT32_MAX;
}

/* The noun counted: the last of the nouns behind the number, past adjectives and "of the". */
rc_str rc_reading_counted(rc_finder *f, rc_reading *g, rc_quantity *q)
{
    uint32_t i = g->next;
    uint32_t limit = i + 8 < f->r.last ? i + 8 : f->r.last;
    uint32_t head;
    if (f->x->languages) {
        head = find_unparsed(f, i, limit);
    } else {
        i += (rc_reader_figure(&f->r, i) & RC_FIGURE_IS(RATIO_OF)) != 0;
        while (i < limit && f->r.text->tokens[i].pos == RC_POS_DETERMINER)
            i++;
        head = find_counted(f, i, limit);
    }
    if (head == UINT32_MAX)
        return RC_STR("");
    read_count_per(f, g, head + 1, q);
    return rc_figures_singular(f->r.arena, f->r.figures, f->r.text, head);
}
