/* Roles beside names: before them ("Treasury Secretary Scott Bessent", "the museum's curator, Tomas
 * Reyes"), behind them ("Reyes, the museum's curator", "Paul Chu (Director)"), and by "is". */
#include "mentions/naming.h"

#include "base/buf.h"

#define ROLE_WORDS_MAX 8       /* words of a role before its head */
#define COMPLEMENT_WORDS_MAX 5 /* "of public works" */
#define ROLES_IN_ONE_BREATH 3

static bool is_word(const rc_token *k)
{
    return k->kind == RC_TOKEN_WORD;
}

static uint32_t word_bits(const rc_naming *n, uint32_t token)
{
    const rc_token *k = &n->t->tokens[token];
    uint32_t bits = rc_name_token_bits(n, token);
    if (!(bits & N_OFFICE) && k->entry && k->entry->lemma[RC_NOUN] &&
        k->entry->lemma[RC_NOUN] != k->word)
        bits |= rc_name_bits(n->x, k->entry->lemma[RC_NOUN]) & N_OFFICE;
    return bits;
}

#define BREAKS                                                                                     \
    (RC_CLASS(PREPOSITION) | RC_CLASS(CONJUNCTION) | RC_CLASS(SUBORDINATOR) | RC_CLASS(RELATIVE) | \
     RC_CLASS(AUXILIARY) | RC_CLASS(MODAL) | RC_CLASS(PRONOUN) | RC_CLASS(NEGATION) |              \
     RC_CLASS(REPORTING))

/* A word that can stand inside a role: a noun, an adjective, "vice-". */
static bool is_inner(const rc_naming *n, uint32_t token)
{
    const rc_token *k = &n->t->tokens[token];
    if (k->first == '-')
        return true;
    if (is_word(k) &&
        (word_bits(n, token) & (N_OFFICE | N_ROLE_PAST | N_ROLE_FUTURE | N_ROLE_ACTING)))
        return true;
    if (!is_word(k) || rc_name_is_clitic(k) ||
        (k->classes & (BREAKS | RC_CLASS(DETERMINER) | RC_CLASS(POSSESSIVE))))
        return false;
    return (k->flags & RC_TOKEN_CAPITAL) ||
           (k->pos != RC_POS_VERB && k->pos != RC_POS_AUX && k->pos != RC_POS_ADVERB);
}

static rc_role_tense tense_of(uint32_t bits, rc_role_tense before)
{
    if (bits & N_ROLE_PAST)
        return RC_TENSE_FORMER;
    if (bits & N_ROLE_FUTURE)
        return RC_TENSE_FUTURE;
    return bits & N_ROLE_ACTING ? RC_TENSE_ACTING : before;
}

/* The raw name that begins at or holds `token`; UINT32_MAX. Raws are in order of their first. */
static uint32_t raw_at(const rc_naming *n, uint32_t token)
{
    size_t low = 0, high = n->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (n->raws[middle].first <= token)
            low = middle + 1;
        else
            high = middle;
    }
    return low && token < n->raws[low - 1].last ? (uint32_t)(low - 1) : UINT32_MAX;
}

/* Whether `token` begins a name that no role can be part of ("of Brennholt", not "of Public
 * Works"). */
static bool is_name_start(const rc_naming *n, uint32_t token)
{
    const rc_token *k = &n->t->tokens[token];
    if (!is_word(k) || !(k->flags & RC_TOKEN_CAPITAL))
        return false;
    uint32_t raw = raw_at(n, token);
    if (raw == UINT32_MAX)
        return !k->entry && !k->classes;
    const rc_raw *r = &n->raws[raw];
    if (r->known)
        return true;
    for (uint32_t i = r->first; i < r->last; i++) {
        if (is_word(&n->t->tokens[i]) && !n->t->tokens[i].entry && !n->t->tokens[i].classes)
            return true;
        if (rc_name_token_bits(n, i) & (N_GIVEN | N_HEAD))
            return true;
    }
    return false;
}

/* The end of the run of office words that begins at `at`: "chief financial officer". */
static uint32_t office_end(const rc_naming *n, uint32_t at, uint32_t limit)
{
    uint32_t end = at + 1;
    for (uint32_t i = at + 1; i < limit && i < end + 3; i++) {
        if (!is_inner(n, i) || is_name_start(n, i))
            break;
        if (word_bits(n, i) & N_OFFICE)
            end = i + 1;
    }
    return end;
}

/* "head of purchasing": a verb's form that names a field. */
static bool is_gerund(const rc_token *k)
{
    return k->entry && k->entry->lemma[RC_NOUN] && (k->entry->forms & RC_FORM_VERB_ING);
}

/* "of public works", "at Brennholt": extends `role` by a complement of common words, or notes the
 * employer. Returns the token behind. */
static uint32_t complement(const rc_naming *n, rc_raw_role *role, uint32_t at, uint32_t limit)
{
    const rc_text *t = n->t;
    while (at + 1 < limit && (t->tokens[at].classes & RC_CLASS(PREPOSITION))) {
        uint32_t next = at + 1;
        while (next < limit && (t->tokens[next].classes & RC_CLASS(DETERMINER)))
            next++;
        if (next >= limit)
            break;
        if (is_name_start(n, next)) {
            if (role->employer_token == UINT32_MAX)
                role->employer_token = next;
            uint32_t raw = raw_at(n, next);
            at = raw == UINT32_MAX ? next + 1 : n->raws[raw].last;
            continue;
        }
        if (!(rc_name_token_bits(n, at) & N_LINK) || role->last != at)
            break;
        uint32_t end = next;
        while (end < limit && end - next < COMPLEMENT_WORDS_MAX && is_word(&t->tokens[end]) &&
               (is_inner(n, end) || is_gerund(&t->tokens[end])) && !is_name_start(n, end))
            end++;
        if (end == next)
            break;
        role->last = end;
        at = end;
    }
    return at;
}

/* Reads one role that begins at `at`: "the museum's chief curator of textiles". False: none. */
static bool read_role(const rc_naming *n, uint32_t *at, uint32_t limit, rc_raw_role *role)
{
    const rc_text *t = n->t;
    uint32_t i = *at;
    uint32_t start = i;
    /* "curator of textiles" and "the curator" are one person's, "a curator" anybody's. */
    const rc_token *opener = &t->tokens[i];
    role->definite = !(opener->classes & RC_CLASS(DETERMINER)) ||
                     (opener->classes & (RC_CLASS(DEFINITE) | RC_CLASS(POSSESSIVE)));
    for (uint32_t words = 0; i < limit && words < ROLE_WORDS_MAX; i++, words++) {
        const rc_token *k = &t->tokens[i];
        uint32_t bits = word_bits(n, i);
        if (k->classes & (RC_CLASS(DEFINITE) | RC_CLASS(POSSESSIVE)))
            role->definite = true;
        if (k->classes & RC_CLASS(POSSESSIVE))
            role->employer_token = i;
        if (k->classes & (RC_CLASS(DETERMINER) | RC_CLASS(POSSESSIVE))) {
            if (start != i)
                return false;
            start = i + 1;
            continue;
        }
        if (rc_name_is_clitic(k)) {
            role->employer_token = start;
            role->definite = true;
            start = i + 1;
            continue;
        }
        if (!is_inner(n, i))
            return false;
        role->tense = tense_of(bits, role->tense);
        if (bits & (N_ROLE_PAST | N_ROLE_FUTURE | N_ROLE_ACTING | N_ROLE_NOW))
            start = i + 1;
        uint32_t inside = raw_at(n, i);
        if (inside != UINT32_MAX && n->raws[inside].known) {
            role->employer_token = i;
            i = n->raws[inside].last - 1;
            start = i + 1;
            continue;
        }
        if (!(bits & N_OFFICE))
            continue;
        role->last = office_end(n, i, limit);
        if (role->last < limit && rc_name_is_clitic(&t->tokens[role->last])) {
            i = role->last - 1;
            continue;
        }
        uint32_t raw = raw_at(n, start);
        if (raw != UINT32_MAX && n->raws[raw].last <= i && is_name_start(n, start)) {
            role->employer_token = start;
            start = n->raws[raw].last;
        }
        role->first = start;
        *at = complement(n, role, role->last, limit);
        return true;
    }
    return false;
}

/* Roles that follow one another with "and": "president and chief executive officer". */
static uint32_t read_roles(rc_naming *n, uint32_t raw, uint32_t at, uint32_t limit,
                           rc_role_tense tense)
{
    uint32_t found = 0;
    bool definite = false;
    while (found < ROLES_IN_ONE_BREATH && at < limit) {
        rc_raw_role role = {.raw = raw, .employer_token = UINT32_MAX, .tense = tense};
        if (!read_role(n, &at, limit, &role))
            break;
        definite = definite || role.definite;
        role.definite = role.definite || found > 0;
        RC_PUSH(n->arena, n->roles, n->role_count, n->role_capacity, role);
        found++;
        if (at >= limit || !(rc_name_token_bits(n, at) & N_JOIN))
            break;
        at++;
    }
    return found ? at : 0;
}

/* The role whose last word is the token before `end`, read backwards. False: none ends there. */
static bool read_before(const rc_naming *n, uint32_t floor, uint32_t end, rc_raw_role *role)
{
    uint32_t first = end;
    if (end == floor || !(word_bits(n, end - 1) & N_OFFICE))
        return false;
    while (first > floor && end - first < ROLE_WORDS_MAX && is_inner(n, first - 1)) {
        uint32_t raw = raw_at(n, first - 1);
        if (raw != UINT32_MAX && is_name_start(n, n->raws[raw].first)) {
            role->employer_token = n->raws[raw].first;
            floor = first; /* "the German chancellor": the article stands before the name */
            role->definite = n->raws[raw].first > 0 &&
                             (n->t->tokens[n->raws[raw].first - 1].classes & RC_CLASS(DEFINITE));
            break;
        }
        uint32_t bits = word_bits(n, first - 1);
        bool small = !(n->t->tokens[first - 1].flags & RC_TOKEN_CAPITAL);
        if (small && (n->t->tokens[end - 1].flags & RC_TOKEN_CAPITAL) &&
            n->t->tokens[first - 1].first != '-' &&
            !(bits & (N_ROLE_PAST | N_ROLE_FUTURE | N_ROLE_ACTING | N_ROLE_NOW | N_ROLE_MODIFIER)))
            break;
        first--;
        role->tense = tense_of(bits, role->tense);
        if ((bits & (N_ROLE_PAST | N_ROLE_FUTURE | N_ROLE_ACTING | N_ROLE_NOW)) &&
            !(bits & N_OFFICE)) {
            role->first = first + 1;
            role->last = end;
            return role->first < end;
        }
    }
    if (first > floor) {
        const rc_token *k = &n->t->tokens[first - 1];
        role->definite =
            (k->classes & (RC_CLASS(DEFINITE) | RC_CLASS(POSSESSIVE))) || rc_name_is_clitic(k);
        if (k->classes & RC_CLASS(POSSESSIVE))
            role->employer_token = first - 1;
        if (rc_name_is_clitic(k) && first > floor + 1) {
            uint32_t raw = raw_at(n, first - 2);
            role->employer_token = raw == UINT32_MAX ? first - 2 : n->raws[raw].first;
        }
    }
    while (first < end && n->t->tokens[first].first == '-')
        first++;
    role->first = first;
    role->last = end;
    return first < end;
}

static bool add_before(rc_naming *n, uint32_t raw, uint32_t floor, uint32_t end, bool apposed)
{
    rc_raw_role role = {.raw = raw, .employer_token = UINT32_MAX};
    if (!read_before(n, floor, end, &role))
        return false;
    if (apposed && !role.definite)
        return false;
    role.definite = true;
    RC_PUSH(n->arena, n->roles, n->role_count, n->role_capacity, role);
    return true;
}

/* "The city's director of public works, Alan Chu": the role begins at an article and ends at the
 * comma before the name. */
static bool add_apposed(rc_naming *n, uint32_t raw, uint32_t floor, uint32_t comma)
{
    uint32_t nearest = comma > floor + 2 * ROLE_WORDS_MAX ? comma - 2 * ROLE_WORDS_MAX : floor;
    for (uint32_t i = comma; i > nearest; i--) {
        const rc_token *k = &n->t->tokens[i - 1];
        if (k->kind == RC_TOKEN_PUNCT && k->first != '-')
            return false;
        if (!(k->classes & (RC_CLASS(DEFINITE) | RC_CLASS(POSSESSIVE))))
            continue;
        rc_raw_role role = {.raw = raw, .employer_token = UINT32_MAX};
        uint32_t at = i - 1;
        if (!read_role(n, &at, comma, &role) || at != comma)
            return false;
        RC_PUSH(n->arena, n->roles, n->role_count, n->role_capacity, role);
        return true;
    }
    return false;
}

static bool is_be(const rc_token *k)
{
    return (k->classes & RC_CLASS(BE)) != 0;
}

/* The role in the title of a name, which ends at `end`. */
static bool title_role(rc_naming *n, uint32_t index, uint32_t floor, uint32_t end)
{
    const rc_raw *r = &n->raws[index];
    size_t count = n->role_count;
    bool found = add_before(n, index, floor, end, false);
    /* "Secretary of State": what the office is of belongs to it. */
    if (n->role_count > count && end < r->title_last && (rc_name_token_bits(n, end) & N_LINK))
        n->roles[count].last = r->title_last;
    return found;
}

/* Roles before the name. */
static bool roles_before(rc_naming *n, uint32_t index, uint32_t floor)
{
    const rc_text *t = n->t;
    const rc_raw *r = &n->raws[index];
    uint32_t start = r->first;
    bool titled = r->title_first < r->title_last;
    if (titled) {
        uint32_t end = r->title_last;
        start = r->title_first;
        while (end > start && !(word_bits(n, end - 1) & N_OFFICE))
            end--; /* an honorific closes the title: "Director Dr" */
        if (end > start)
            return title_role(n, index, floor, end);
    }
    if (start == floor)
        return false;
    const rc_token *before = &t->tokens[start - 1];
    if (is_word(before) && (word_bits(n, start - 1) & N_OFFICE))
        return add_before(n, index, floor, start, false);
    if (start < floor + 2)
        return false;
    if (before->first == ':' || is_be(before))
        return add_before(n, index, floor, start - 1, false);
    if (before->first != ',')
        return false;
    return add_before(n, index, floor, start - 1, true) || add_apposed(n, index, floor, start - 1);
}

/* Roles behind the name: behind a comma, in brackets, by "is". */
static bool roles_after(rc_naming *n, uint32_t index, uint32_t limit)
{
    const rc_text *t = n->t;
    uint32_t at = n->raws[index].last;
    if (at + 1 >= limit)
        return false;
    const rc_token *k = &t->tokens[at];
    if (k->first == ',') {
        uint32_t next = at + 1; /* "Reyes, 54, curator of": the age */
        if (next + 1 < limit && t->tokens[next].kind == RC_TOKEN_NUMBER &&
            t->tokens[next + 1].first == ',')
            next += 2;
        return read_roles(n, index, next, limit, RC_TENSE_NOW) != 0;
    }
    if (k->first == '(')
        return read_roles(n, index, at + 1, limit, RC_TENSE_NOW) != 0;
    if (is_be(k)) {
        uint32_t group = rc_text_group_at(t, at, RC_GROUP_VERB);
        uint16_t flags = group == UINT32_MAX ? 0 : t->groups[group].flags;
        if (flags & (RC_GROUP_NEGATED | RC_GROUP_MODAL | RC_GROUP_FUTURE))
            return false;
        return read_roles(n, index, at + 1, limit,
                          flags & RC_GROUP_PAST ? RC_TENSE_FORMER : RC_TENSE_NOW) != 0;
    }
    return false;
}

/* Names that can have a role: no table knows them, no head word makes them something else. */
static bool can_have_role(const rc_naming *n, const rc_raw *r)
{
    if (r->known || (r->flags & (RAW_QUOTED | RAW_SPLIT)))
        return false;
    uint32_t bits = rc_name_token_bits(n, r->last - 1);
    if (r->title_first < r->title_last || (rc_name_token_bits(n, r->first) & N_GIVEN))
        return true;
    return !(bits & N_HEAD) && !(r->flags & RAW_ACRONYM);
}

void rc_name_roles(rc_naming *n)
{
    for (uint32_t i = 0; i < n->count; i++) {
        rc_raw *r = &n->raws[i];
        if (!can_have_role(n, r))
            continue;
        const rc_sentence *s = &n->t->sentences[r->sentence];
        bool before = roles_before(n, i, s->first);
        bool after = roles_after(n, i, s->last);
        if (before || after)
            r->flags |= RAW_ROLE;
    }
    for (size_t i = 0; i < n->role_count; i++) {
        uint32_t at = n->roles[i].employer_token;
        uint32_t raw = at == UINT32_MAX ? UINT32_MAX : raw_at(n, at);
        if (raw != UINT32_MAX && raw != n->roles[i].raw)
            n->raws[raw].flags |= RAW_EMPLOYER;
    }
}

rc_str rc_name_role_text(const rc_naming *n, const rc_raw_role *role)
{
    const rc_text *t = n->t;
    size_t bytes = t->tokens[role->last - 1].end - t->tokens[role->first].start + 1;
    char *out = RC_NEW_ARRAY(n->arena, char, bytes + 1);
    size_t len = 0;
    for (uint32_t i = role->first; i < role->last; i++) {
        if (t->tokens[i].first == '-' || (t->tokens[i].classes & RC_CLASS(DETERMINER)))
            continue;
        rc_str word = rc_token_text(t, i);
        const rc_lex_entry *entry = t->tokens[i].entry;
        rc_str singular = rc_str_sub(word, 0, word.len - 1);
        if (entry && (word_bits(n, i) & N_OFFICE) && entry->lemma[RC_NOUN] != t->tokens[i].word &&
            rc_word_from(singular) == entry->lemma[RC_NOUN])
            word = singular;
        if (len && len < bytes)
            out[len++] = ' ';
        for (size_t k = 0; k < word.len && len < bytes; k++) {
            char c = word.ptr[k];
            out[len++] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
        }
    }
    return (rc_str){out, len};
}

/* The entity mentioned at a token; 0: none, else + 1. Mentions of names in order of tokens. */
static uint32_t entity_at(const rc_naming *n, uint32_t token)
{
    uint32_t raw = raw_at(n, token);
    if (raw != UINT32_MAX && n->raws[raw].entity != UINT32_MAX)
        return n->raws[raw].entity + 1;
    size_t low = n->alias_first, high = n->m->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (n->m->items[middle].last <= token)
            low = middle + 1;
        else
            high = middle;
    }
    return low < n->m->count && n->m->items[low].first <= token
               ? n->m->items[low].as.entity.index + 1
               : 0;
}

/* The first day of the earliest date in a sentence. */
static int32_t date_in(const rc_naming *n, uint32_t sentence)
{
    const rc_sentence *s = &n->t->sentences[sentence];
    int32_t first = RC_DAY_NONE;
    size_t low = 0, high = n->time_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (n->times[middle].first < s->first)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < n->time_count && n->times[low].first < s->last; low++) {
        const rc_mention *m = &n->times[low];
        if (m->type == RC_MENTION_TIME && m->as.time.low != RC_DAY_NONE &&
            (first == RC_DAY_NONE || m->as.time.low < first))
            first = m->as.time.low;
    }
    return first;
}

/* A town is where somebody works, not for whom. */
static bool employs(const rc_entity *e)
{
    return e->cls == RC_ENTITY_ORGANIZATION || e->cls == RC_ENTITY_OTHER || e->country.len;
}

void rc_name_roles_emit(rc_naming *n)
{
    const rc_text *t = n->t;
    rc_mentions *m = n->m;
    for (size_t i = 0; i < n->role_count; i++) {
        const rc_raw_role *role = &n->roles[i];
        const rc_raw *r = &n->raws[role->raw];
        if (r->entity == UINT32_MAX || r->cls != RC_ENTITY_PERSON)
            continue;
        rc_role out = {
            .entity = r->entity,
            .text = rc_name_role_text(n, role),
            .span = {t->tokens[role->first].start, t->tokens[role->last - 1].end},
            .name = {t->tokens[r->first].start, t->tokens[r->last - 1].end},
            .sentence = rc_name_sentence(n, r->sentence),
            .when = date_in(n, r->sentence),
            .tense = (uint8_t)role->tense,
            .quoted = (t->tokens[role->first].flags & RC_TOKEN_IN_QUOTES) != 0,
            .definite = role->definite,
        };
        if (role->employer_token != UINT32_MAX)
            out.employer = entity_at(n, role->employer_token);
        if (out.employer == out.entity + 1 ||
            (out.employer && !employs(&m->entities[out.employer - 1])))
            out.employer = 0;
        RC_PUSH(n->arena, m->roles, m->role_count, m->role_capacity, out);
    }
}
