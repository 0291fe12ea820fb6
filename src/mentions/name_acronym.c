/* "International Energy Agency (IEA)", "IEA (International Energy Agency)", and whether the letters
 * can come from the words: each in order, from the first letters of words or from inside them. */
#include "mentions/naming.h"

#include "base/hash.h"

#define ACRONYM_BYTES_MAX 12
#define EXPANSION_BYTES_MAX 200 /* of a name, looked at */
#define LOOSE_LENGTH_MIN 4      /* from this length on a letter may come from inside a word */

static bool is_acronym(const rc_text *t, uint32_t token)
{
    const rc_token *k = &t->tokens[token];
    rc_str s = rc_token_text(t, token);
    uint32_t upper = 0;
    if (k->kind != RC_TOKEN_WORD || s.len < 2 || s.len > ACRONYM_BYTES_MAX ||
        !(k->flags & RC_TOKEN_CAPITAL))
        return false;
    for (size_t i = 0; i < s.len; i++)
        upper += s.ptr[i] >= 'A' && s.ptr[i] <= 'Z';
    return upper >= 2 && (size_t)upper * 2 > s.len;
}

static char lower(char c)
{
    return (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

typedef struct {
    rc_str acronym, expansion;
    /* By letters of the acronym left, letters left to take from inside words, and place: tried in
     * vain. */
    uint8_t failed[ACRONYM_BYTES_MAX + 1][2][EXPANSION_BYTES_MAX / 8 + 1];
} fitting;

/* Whether the letters from `letter` on can be taken from `at` on: each from the start of a word or
 * right behind the letter before; `loose` of them from inside a word. The depth is the length of
 * an acronym. */
static bool take(fitting *f, size_t letter, size_t at, uint32_t loose)
{
    while (letter < f->acronym.len && !is_letter(f->acronym.ptr[letter]))
        letter++;
    if (letter == f->acronym.len)
        return true;
    if (letter + 1 == f->acronym.len && f->acronym.ptr[letter] == 's')
        return true; /* a plural's */
    if (f->failed[letter][loose][at / 8] & (1u << (at % 8)))
        return false;
    char want = lower(f->acronym.ptr[letter]);
    for (size_t i = at; i < f->expansion.len; i++) {
        if (lower(f->expansion.ptr[i]) != want)
            continue;
        bool start = i == 0 || !is_letter(f->expansion.ptr[i - 1]);
        bool next = i == at && at > 0;
        if ((start || next) && take(f, letter + 1, i + 1, loose))
            return true;
        if (!start && !next && letter && loose && take(f, letter + 1, i + 1, loose - 1))
            return true;
    }
    f->failed[letter][loose][at / 8] |= (uint8_t)(1u << (at % 8));
    return false;
}

static bool letters_fit(rc_str acronym, rc_str expansion)
{
    fitting f = {.acronym = acronym, .expansion = rc_str_sub(expansion, 0, EXPANSION_BYTES_MAX)};
    return take(&f, 0, 0, acronym.len >= LOOSE_LENGTH_MIN ? 1 : 0);
}

/* The acronym in brackets that open at `at`, allowing an article and quotation marks. */
static uint32_t in_brackets(const rc_text *t, uint32_t at, uint32_t limit)
{
    uint32_t found = UINT32_MAX;
    if (at >= limit || t->tokens[at].first != '(')
        return found;
    for (uint32_t i = at + 1; i < limit && i < at + 6; i++) {
        if (t->tokens[i].first == ')')
            return found;
        if (found != UINT32_MAX && t->tokens[i].kind == RC_TOKEN_WORD)
            return UINT32_MAX;
        if (is_acronym(t, i))
            found = i;
        else if (t->tokens[i].kind == RC_TOKEN_WORD &&
                 !(t->tokens[i].classes & (RC_CLASS(DETERMINER) | RC_CLASS(CONJUNCTION))))
            return UINT32_MAX;
    }
    return UINT32_MAX;
}

/* Whether each letter begins a word of the text right before the brackets, small words left out:
 * the name was cut too short ("the Center for Strategic and International Studies (CSIS)"). */
static bool initials_before(const rc_naming *n, rc_str acronym, uint32_t end, uint32_t floor)
{
    size_t left = acronym.len;
    uint32_t at = end;
    while (left && at > floor) {
        const rc_token *k = &n->t->tokens[--at];
        if (k->kind != RC_TOKEN_WORD || rc_name_is_clitic(k))
            continue;
        if ((k->first | 32) == (acronym.ptr[left - 1] | 32))
            left--;
        else if (k->flags & RC_TOKEN_CAPITAL)
            return false;
    }
    return left == 0;
}

#define BEFORE_MAX 3000 /* tokens before a name, looked at for countries */

enum { SPOKEN_ENGLISH = 1, SPOKEN_OTHER = 2 };

/* What is spoken in the countries that tokens [first, last) name. */
static unsigned spoken(const rc_naming *n, uint32_t first, uint32_t last)
{
    unsigned found = 0;
    for (uint32_t i = first; i < last; i++) {
        uint32_t known, length;
        if (!(n->t->tokens[i].flags & RC_TOKEN_CAPITAL) ||
            rc_phrases_match(&n->x->phrases, n->t, i, last, &known, &length) != RC_OK)
            continue;
        rc_str name = n->x->known[known].country;
        const uint32_t *country = name.len ? rc_map_get(&n->x->countries, rc_hash(name)) : NULL;
        if (country)
            found |= n->x->known[*country].english ? SPOKEN_ENGLISH : SPOKEN_OTHER;
    }
    return found;
}

static bool names_faction(const rc_naming *n, const rc_raw *r)
{
    for (uint32_t i = r->first; i < r->last; i++) {
        if (n->t->tokens[i].classes & RC_CLASS(FACTION))
            return true;
    }
    return false;
}

/* Whether the sentence names a country with another language and none with English; for a party, a
 * union or an army whether the text has so far: "Erdogan's Justice and Development Party (AKP)". */
static bool abroad(const rc_naming *n, const rc_raw *r)
{
    const rc_sentence *s = &n->t->sentences[r->sentence];
    unsigned here = spoken(n, s->first, s->last);
    if (here)
        return here == SPOKEN_OTHER;
    uint32_t from = s->last > BEFORE_MAX ? s->last - BEFORE_MAX : 0;
    return names_faction(n, r) && (spoken(n, from, s->last) & SPOKEN_OTHER);
}

/* Names of countries where another language is spoken, known organizations, and words that are
 * known not to be acronyms of names. */
static bool may_be_foreign(const rc_naming *n, const rc_raw *r, uint32_t acronym)
{
    uint32_t known, length;
    if (r->known || (rc_name_token_bits(n, acronym) & N_COMMON) ||
        rc_phrases_match(&n->x->phrases, n->t, acronym, acronym + 1, &known, &length) == RC_OK)
        return true;
    for (uint32_t i = r->first; i < r->last; i++) {
        if (rc_phrases_match(&n->x->phrases, n->t, i, r->last, &known, &length) != RC_OK)
            continue;
        const uint32_t *country = rc_map_get(&n->x->countries, rc_hash(n->x->known[known].country));
        if (n->x->known[known].country.len && country && !n->x->known[*country].english)
            return true;
    }
    return false;
}

static void add_pair(rc_naming *n, const rc_raw *r, uint32_t acronym)
{
    const rc_text *t = n->t;
    rc_acronym a = {
        .expansion_span = {t->tokens[r->first].start, t->tokens[r->last - 1].end},
        .acronym_span = {t->tokens[acronym].start, t->tokens[acronym].end},
        .acronym = rc_token_text(t, acronym),
        .entity = r->entity,
        .sentence = rc_name_sentence(n, r->sentence),
    };
    a.expansion = rc_doc_slice(t->doc, a.expansion_span);
    a.fits = letters_fit(a.acronym, a.expansion) ||
             initials_before(n, a.acronym, r->last, t->sentences[r->sentence].first);
    a.foreign = may_be_foreign(n, r, acronym) || (!a.fits && abroad(n, r));
    RC_PUSH(n->arena, n->m->acronyms, n->m->acronym_count, n->m->acronym_capacity, a);
    rc_entity *e = &n->m->entities[r->entity];
    if (!e->acronym.len && a.fits)
        e->acronym = a.acronym;
}

/* Names whose one word is an acronym explained elsewhere in the document become the explained
 * name's. */
static void join_acronyms(rc_naming *n)
{
    rc_map by_acronym;
    rc_map_init(&by_acronym, n->arena, n->m->acronym_count);
    for (size_t i = 0; i < n->m->acronym_count; i++) {
        const rc_acronym *a = &n->m->acronyms[i];
        if (a->fits)
            rc_map_put(&by_acronym, rc_hash(a->acronym), a->entity);
    }
    for (size_t i = 0; i < n->count; i++) {
        rc_raw *r = &n->raws[i];
        if (!(r->flags & RAW_ACRONYM) || r->entity == UINT32_MAX)
            continue;
        const uint32_t *entity = rc_map_get(&by_acronym, rc_hash(rc_token_text(n->t, r->first)));
        if (entity) {
            r->entity = *entity;
            r->cls = (uint8_t)n->m->entities[*entity].cls;
        }
    }
}

/* "OSLO (Press Agency) -": a dateline. */
static bool is_dash(const rc_text *t, uint32_t at, uint32_t limit)
{
    return at < limit && t->tokens[at].kind != RC_TOKEN_WORD &&
           (t->tokens[at].first == '-' || t->tokens[at].first == 0xE2);
}

void rc_name_acronyms(rc_naming *n)
{
    const rc_text *t = n->t;
    for (uint32_t i = 0; i < n->count; i++) {
        const rc_raw *r = &n->raws[i];
        uint32_t limit = t->sentences[r->sentence].last;
        if (r->entity == UINT32_MAX || (r->flags & RAW_QUOTED) || r->cls == RC_ENTITY_PERSON)
            continue;
        if (r->last - r->first > 1) {
            uint32_t acronym = in_brackets(t, r->last, limit);
            if (acronym != UINT32_MAX)
                add_pair(n, r, acronym);
        } else if ((r->flags & RAW_ACRONYM) && i + 1 < n->count && r->last < limit &&
                   t->tokens[r->last].first == '(') {
            const rc_raw *next = &n->raws[i + 1];
            bool closed = next->last < limit && t->tokens[next->last].first == ')' &&
                          !is_dash(t, next->last + 1, limit);
            if (next->first <= r->last + 2 && next->last - next->first > 1 && closed &&
                next->entity != UINT32_MAX && next->cls != RC_ENTITY_PERSON &&
                next->cls != RC_ENTITY_PLACE)
                add_pair(n, next, r->first);
        }
    }
    if (n->m->acronym_count)
        join_acronyms(n);
}
