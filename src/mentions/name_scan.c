/* Sequences of capitalized words, cut into names with the titles before them. In a headline whose
 * words are all capitalized, only words that are names elsewhere, or unknown, count. */
#include "mentions/naming.h"

#define QUOTED_TOKENS_MAX 18 /* longest title of a work between quotation marks */
#define PARTICLES_MAX 3
#define FUNCTION_CLASSES                                                                           \
    (RC_CLASS(DETERMINER) | RC_CLASS(PREPOSITION) | RC_CLASS(CONJUNCTION) |                        \
     RC_CLASS(SUBORDINATOR) | RC_CLASS(RELATIVE) | RC_CLASS(PRONOUN) | RC_CLASS(POSSESSIVE) |      \
     RC_CLASS(AUXILIARY) | RC_CLASS(MODAL) | RC_CLASS(NEGATION))

typedef struct {
    rc_naming *n;
    uint32_t sentence, limit;
    uint32_t time; /* next of the mentions found before */
    bool caps;     /* the whole sentence is in capitals */
} scanner;

static bool is_capital(const rc_token *k)
{
    return k->kind == RC_TOKEN_WORD && (k->flags & RC_TOKEN_CAPITAL);
}

static bool is_quote(const rc_text *t, uint32_t token)
{
    const rc_token *k = &t->tokens[token];
    if (k->kind != RC_TOKEN_PUNCT)
        return false;
    if (k->first == '"' || k->first == '\'')
        return true;
    rc_str s = rc_token_text(t, token);
    return s.len == 3 && (unsigned char)s.ptr[1] == 0x80 && (unsigned char)s.ptr[2] >= 0x98 &&
           (unsigned char)s.ptr[2] <= 0x9f;
}

/* The token behind the date or figure that holds `token`; `token` itself where none does. */
static uint32_t skip_time(scanner *s, uint32_t token)
{
    const rc_naming *n = s->n;
    while (s->time < n->time_count && n->times[s->time].last <= token)
        s->time++;
    if (s->time < n->time_count && n->times[s->time].first <= token)
        return n->times[s->time].last;
    return token;
}

static bool known_at(const scanner *s, uint32_t at, uint32_t end, uint32_t *ret_known,
                     uint32_t *ret_length)
{
    const rc_text *t = s->n->t;
    if (rc_phrases_match(&s->n->x->phrases, t, at, end, ret_known, ret_length) != RC_OK)
        return false;
    const rc_known *k = &s->n->x->known[*ret_known];
    if (k->caps && (s->caps || !(t->tokens[at].flags & RC_TOKEN_ALL_CAPS)))
        return false;
    return *ret_length > 1 || !k->word || k->word == t->tokens[at].word;
}

static void add_raw(scanner *s, rc_raw raw)
{
    rc_naming *n = s->n;
    const rc_text *t = n->t;
    raw.sentence = s->sentence;
    raw.entity = UINT32_MAX;
    raw.key = rc_name_key(t, raw.first, raw.last);
    uint32_t before = raw.title_first < raw.title_last ? raw.title_first : raw.first;
    if (before > t->sentences[s->sentence].first) {
        const rc_token *k = &t->tokens[before - 1];
        if (k->classes & RC_CLASS(DEFINITE))
            raw.flags |= RAW_DEFINITE;
        if ((rc_name_token_bits(n, before - 1) & N_IN) && before == raw.first)
            raw.flags |= RAW_AFTER_IN;
        if (k->classes & RC_CLASS(REPORTING))
            raw.flags |= RAW_SPEAKS;
    }
    if (raw.last < s->limit) {
        const rc_token *k = &t->tokens[raw.last];
        if (k->classes & RC_CLASS(REPORTING))
            raw.flags |= RAW_SPEAKS;
        if (rc_name_is_clitic(k))
            raw.flags |= RAW_POSSESSIVE;
        if (k->first == '-' && raw.last + 1 < s->limit &&
            (rc_name_token_bits(n, raw.last + 1) & N_BASED))
            raw.flags |= RAW_BASED;
    }
    if (raw.last == raw.first + 1 && (t->tokens[raw.first].flags & RC_TOKEN_ALL_CAPS) && !s->caps)
        raw.flags |= RAW_ACRONYM;
    RC_PUSH(n->arena, n->raws, n->count, n->capacity, raw);
}

/* Whether all words from `first` up to `last` are common words that no table knows as a name. */
static bool all_common(const scanner *s, uint32_t first, uint32_t last)
{
    uint32_t known, length;
    for (uint32_t i = first; i < last; i++) {
        const rc_token *k = &s->n->t->tokens[i];
        if (k->kind == RC_TOKEN_WORD && !k->entry && !k->classes)
            return false;
        if (is_capital(k) &&
            (known_at(s, i, last, &known, &length) ||
             (rc_name_token_bits(s->n, i) & (N_GIVEN | N_GIVEN_WEAK)) == N_GIVEN_M))
            return false;
    }
    return true;
}

/* "Department of the Interior", "Securities and Exchange Commission": where the name goes on behind
 * the connecting word at `at`; 0: it ends before. `linked`: one stood before. */
static uint32_t join_words(const scanner *s, uint32_t first, uint32_t at, bool linked)
{
    const rc_text *t = s->n->t;
    uint32_t bits = rc_name_token_bits(s->n, at);
    uint32_t head = rc_name_token_bits(s->n, at - 1);
    uint32_t next = at + 1;
    if ((bits & N_LINK) && next < s->limit && (t->tokens[next].classes & RC_CLASS(DEFINITE)))
        next++;
    if (next >= s->limit || !is_capital(&t->tokens[next]))
        return 0;
    if (bits & N_LINK) {
        uint32_t heads = N_ORG | N_COMPANY | N_EVENT | N_WORK;
        if (head & (bits & N_LINK_ORG ? heads : heads | N_PLACE))
            return next;
        return (head & N_OFFICE) && all_common(s, next, next + 1) ? next : 0;
    }
    uint32_t right = rc_name_token_bits(s->n, next);
    if (t->tokens[at].kind == RC_TOKEN_SYMBOL)
        return next;
    if (linked)
        return !(right & (N_HEAD | N_OFFICE | N_GIVEN)) && all_common(s, at - 1, at) &&
                       all_common(s, next, next + 1)
                   ? next
                   : 0;
    bool single = first + 1 == at;
    if (((head & (N_HEAD | N_OFFICE)) && !single) || !all_common(s, first, at))
        return 0;
    uint32_t last = next;
    while (last + 1 < s->limit && is_capital(&t->tokens[last + 1]))
        last++;
    return last > next && (rc_name_token_bits(s->n, last) & N_ORG) && all_common(s, next, last)
               ? next
               : 0;
}

/* Where the part of a name that begins with the sign or small word at `at` has its next capitalized
 * word: behind a hyphen, an initial's full stop, "'s", "&", "van der". 0: the name ends before. */
static uint32_t bridge(const scanner *s, uint32_t first, uint32_t at, bool linked)
{
    const rc_text *t = s->n->t;
    const rc_token *k = &t->tokens[at];
    bool tight = !(k->flags & RC_TOKEN_SPACE_BEFORE);
    if (at + 1 >= s->limit)
        return 0;
    const rc_token *next = &t->tokens[at + 1];
    if (k->first == '-' && tight)
        return is_capital(next) && !(next->flags & RC_TOKEN_SPACE_BEFORE) ? at + 1 : 0;
    if (k->first == '.' && tight) {
        const rc_token *before = &t->tokens[at - 1];
        bool initial = before->end - before->start == 1 ||
                       (before->classes & RC_CLASS(ABBREVIATION)) ||
                       (rc_name_token_bits(s->n, at - 1) & (N_HONORIFIC | N_LEAD));
        return initial && is_capital(next) ? at + 1 : 0;
    }
    if (rc_name_is_clitic(k))
        return (rc_name_token_bits(s->n, at - 1) & N_PERSON_NOUN) && is_capital(next) ? at + 1 : 0;
    uint32_t bits = rc_name_token_bits(s->n, at);
    if (bits & (N_LINK | N_JOIN))
        return join_words(s, first, at, linked);
    for (uint32_t i = at; i < at + PARTICLES_MAX && i < s->limit; i++) {
        if (is_capital(&t->tokens[i]))
            return i > at ? i : 0;
        if (!(rc_name_token_bits(s->n, i) & N_PARTICLE))
            return 0;
    }
    return 0;
}

/* The end of the sequence of capitalized words that begins at `first`. */
static uint32_t extend(scanner *s, uint32_t first)
{
    const rc_text *t = s->n->t;
    uint32_t end = first + 1;
    bool linked = false;
    while (end < s->limit) {
        uint32_t next = end;
        if (!is_capital(&t->tokens[end])) {
            next = bridge(s, first, end, linked);
            if (!next)
                break;
            linked = linked || (rc_name_token_bits(s->n, end) & N_LINK);
        }
        if (skip_time(s, next) != next || (rc_name_token_bits(s->n, next) & N_COMMON_ALWAYS))
            break;
        end = next + 1;
    }
    return end;
}

/* The words before a name in its title that are names themselves: "US" and "Treasury Secretary". */
static void title_names(scanner *s, uint32_t first, uint32_t last)
{
    const rc_text *t = s->n->t;
    uint32_t known, length;
    for (uint32_t i = first; i < last; i++) {
        if (!is_capital(&t->tokens[i]))
            continue;
        if (known_at(s, i, last, &known, &length)) {
            add_raw(s, (rc_raw){.first = i,
                                .last = i + length,
                                .known = known + 1,
                                .flags = RAW_SPLIT | RAW_STRONG});
            i += length - 1;
        } else if (!t->tokens[i].entry && !t->tokens[i].classes && !rc_name_token_bits(s->n, i)) {
            uint32_t end = i + 1;
            while (end < last && is_capital(&t->tokens[end]) &&
                   !(rc_name_token_bits(s->n, end) & (N_OFFICE | N_ROLE_MODIFIER)) &&
                   (!t->tokens[end].entry || (rc_name_token_bits(s->n, end) & N_HEAD)))
                end++;
            add_raw(s, (rc_raw){.first = i, .last = end, .flags = RAW_SPLIT});
            i = end - 1;
        }
    }
}

static bool is_frequent(const rc_token *k)
{
    const rc_lex_entry *e = k->entry;
    return e && (e->frequency[RC_NOUN] || e->frequency[RC_VERB] || e->frequency[RC_ADJECTIVE] ||
                 e->frequency[RC_ADVERB]);
}

static uint32_t office_bits(const rc_naming *n, uint32_t token)
{
    const rc_token *k = &n->t->tokens[token];
    rc_word noun = k->entry ? k->entry->lemma[RC_NOUN] : 0;
    return noun && noun != k->word ? rc_name_bits(n->x, noun) & N_OFFICE : 0;
}

/* The last token of a title that stands before a name: UINT32_MAX where there is none. */
static uint32_t title_end(const scanner *s, uint32_t first, uint32_t last)
{
    const rc_text *t = s->n->t;
    uint32_t found = UINT32_MAX;
    bool blocked = false;
    for (uint32_t i = first; i < last; i++) {
        uint32_t bits = rc_name_token_bits(s->n, i);
        if ((bits & N_GIVEN) && !(bits & (N_GIVEN_WEAK | N_OFFICE)) && is_capital(&t->tokens[i]))
            break;
        if ((bits | office_bits(s->n, i)) & (N_OFFICE | N_HONORIFIC)) {
            found = i;
            blocked = false;
        } else if (found + 1 == i && (bits & (N_ORG | N_COMPANY | N_EVENT)) && !(bits & N_GIVEN)) {
            blocked = true; /* "General Administration" */
        }
    }
    if (found == UINT32_MAX || blocked)
        return UINT32_MAX;
    uint32_t end = rc_name_token_bits(s->n, last - 1);
    if ((end & N_HEAD) && last - first > 2 && !(end & (N_GIVEN | N_OFFICE)) &&
        !(found + 1 < last && (rc_name_token_bits(s->n, found + 1) & N_GIVEN)))
        return UINT32_MAX;
    /* "Secretary of State Antony Blinken": the common words behind "of" belong to the title. */
    uint32_t next = found + 1;
    if (next + 1 < last && (rc_name_token_bits(s->n, next) & N_LINK)) {
        next++;
        while (next < last && is_frequent(&t->tokens[next]) &&
               !(rc_name_token_bits(s->n, next) & N_GIVEN))
            next++;
        return next - 1;
    }
    return found;
}

/* Splits [first, last) at the title; adds the names of both parts. */
static void add_titled(scanner *s, uint32_t first, uint32_t last, uint32_t flags)
{
    const rc_text *t = s->n->t;
    uint32_t end = title_end(s, first, last);
    if (end == UINT32_MAX) {
        add_raw(s, (rc_raw){.first = first, .last = last, .flags = flags});
        return;
    }
    uint32_t name = end + 1;
    while (name < last && t->tokens[name].kind != RC_TOKEN_WORD)
        name++;
    uint32_t bits = rc_name_token_bits(s->n, last - 1);
    if (last - name == 1 && (bits & N_HEAD) && !(bits & N_GIVEN)) {
        add_raw(s, (rc_raw){.first = first, .last = last, .flags = flags});
        return;
    }
    if (name >= last && (rc_name_token_bits(s->n, first) & (N_ORG | N_COMPANY)) &&
        !(rc_name_token_bits(s->n, first) & N_OFFICE)) {
        add_raw(s, (rc_raw){.first = first, .last = last, .flags = flags});
        return; /* "Union of Tram Drivers" */
    }
    title_names(s, first, end + 1);
    if (name >= last)
        return;
    add_raw(s, (rc_raw){.first = name,
                        .last = last,
                        .title_first = first,
                        .title_last = end + 1,
                        .flags = flags & ~(uint32_t)RAW_START});
}

/* Whether a known name at the start of a longer sequence is a part of the longer name ("French
 * Space Agency", "China Daily"), not one that stands beside it ("US Treasury Secretary"). */
static bool known_is_part(const scanner *s, const rc_known *k, uint32_t rest, uint32_t last)
{
    uint32_t known, length;
    while (rest + 1 < last && s->n->t->tokens[rest].kind != RC_TOKEN_WORD)
        rest++;
    uint32_t bits = rc_name_token_bits(s->n, last - 1);
    uint32_t first_bits = rc_name_token_bits(s->n, rest);
    if (known_at(s, rest, last, &known, &length) && rest + length == last)
        return false;
    for (uint32_t i = rest; i < last; i++) {
        if (rc_name_token_bits(s->n, i) & N_LINK)
            return !(first_bits & N_ORG);
    }
    if (bits & N_HEAD)
        return true;
    if (title_end(s, rest, last) != UINT32_MAX)
        return false;
    return k->kind != KNOWN_ADJECTIVE && k->kind != KNOWN_PEOPLE && !(first_bits & N_GIVEN);
}

static void add_sequence(scanner *s, uint32_t first, uint32_t last, uint32_t flags)
{
    uint32_t known, length;
    while (first < last && known_at(s, first, last, &known, &length)) {
        const rc_known *k = &s->n->x->known[known];
        if (first + length == last) {
            add_raw(s, (rc_raw){.first = first,
                                .last = last,
                                .known = known + 1,
                                .flags = (flags & ~(uint32_t)RAW_START) | RAW_STRONG});
            return;
        }
        if (known_is_part(s, k, first + length, last) ||
            s->n->t->tokens[first + length].first == '.')
            break;
        if (title_end(s, first + length, last) != UINT32_MAX)
            break;
        add_raw(s, (rc_raw){.first = first,
                            .last = first + length,
                            .known = known + 1,
                            .flags = RAW_STRONG});
        first += length;
        flags &= ~(uint32_t)RAW_START;
        while (first < last && !is_capital(&s->n->t->tokens[first]))
            first++;
    }
    if (first < last)
        add_titled(s, first, last, flags);
}

/* "Home Secretary Ruth Calder", "Mark Hayden": an office follows soon, or a surname. */
static bool opens_title(const scanner *s, uint32_t first)
{
    const rc_text *t = s->n->t;
    uint32_t bits = rc_name_token_bits(s->n, first);
    for (uint32_t i = first + 1; i < s->limit && i < first + 4 && is_capital(&t->tokens[i]); i++) {
        if (rc_name_token_bits(s->n, i) & N_OFFICE)
            return true;
    }
    return (bits & N_GIVEN) && first + 1 < s->limit && is_capital(&t->tokens[first + 1]) &&
           !t->tokens[first + 1].entry;
}

#define WORK_REACH 9

/* "Dreamer is a sports film", "Dreamer (2005 film) was": what opens the sentence is a title. */
static bool opens_with_work(const scanner *s, uint32_t first)
{
    const rc_text *t = s->n->t;
    uint32_t at = first + 1;
    while (at < s->limit && is_capital(&t->tokens[at]))
        at++;
    if (at + 2 >= s->limit)
        return false;
    bool bracket = t->tokens[at].first == '(';
    if (!bracket && !(t->tokens[at].classes & RC_CLASS(BE)))
        return false;
    if (!bracket && !(t->tokens[at + 1].classes & RC_CLASS(DETERMINER)))
        return false;
    for (uint32_t i = at + 1; i < s->limit && i < at + WORK_REACH; i++) {
        const rc_token *k = &t->tokens[i];
        if (k->first == ')' || k->first == ',' || k->pos == RC_POS_PREPOSITION ||
            k->pos == RC_POS_VERB)
            return false;
        const uint32_t *rule = rc_map_get(&s->n->x->anaphora, k->word);
        if (rule && (*rule & 0xff) == RC_ENTITY_WORK)
            return true;
    }
    return false;
}

/* At a sentence's start a capital tells nothing: whether the word there may begin a name. */
static bool may_start(const scanner *s, uint32_t first, uint32_t *flags)
{
    const rc_token *k = &s->n->t->tokens[first];
    uint32_t known, length;
    uint32_t bits = rc_name_token_bits(s->n, first);
    if (known_at(s, first, s->limit, &known, &length))
        return true;
    if (k->classes & FUNCTION_CLASSES)
        return false;
    if (!k->entry || (bits & (N_HONORIFIC | N_OFFICE)) ||
        ((bits & N_GIVEN) && !(bits & N_GIVEN_WEAK)))
        return !(k->classes & RC_CLASS(ADVERB));
    if (opens_title(s, first) || opens_with_work(s, first))
        return true;
    *flags |= RAW_START;
    if (k->flags & RC_TOKEN_ALL_CAPS)
        return true;
    if (k->pos == RC_POS_ADVERB || k->pos == RC_POS_PREPOSITION || k->pos == RC_POS_SUBORDINATOR)
        return false;
    const uint8_t *often = k->entry->frequency; /* "Then Xi met Biden" */
    if (often[RC_ADVERB] > often[RC_NOUN] && often[RC_ADVERB] > often[RC_ADJECTIVE])
        return false;
    return (k->entry->forms & (RC_FORM_NOUN_SINGULAR | RC_FORM_NOUN_PLURAL | RC_FORM_ADJECTIVE)) !=
           0;
}

/* A function word with a capital, behind a colon or in a heading; a word that names nothing. */
static bool opens_no_name(const scanner *s, uint32_t at)
{
    const rc_token *k = &s->n->t->tokens[at];
    uint32_t known, length;
    bool function = (k->classes & FUNCTION_CLASSES) && !(k->flags & RC_TOKEN_ALL_CAPS);
    if (!function && !(rc_name_token_bits(s->n, at) & N_COMMON))
        return false;
    if (known_at(s, at, s->limit, &known, &length))
        return false;
    return function || at + 1 >= s->limit || !is_capital(&s->n->t->tokens[at + 1]) ||
           (rc_name_token_bits(s->n, at) & N_COMMON_ALWAYS);
}

/* "the film", "her song": what stands behind it in quotation marks is a title. */
static bool work_before(const scanner *s, uint32_t at)
{
    if (at == s->n->t->sentences[s->sentence].first)
        return false;
    const uint32_t *rule = rc_map_get(&s->n->x->anaphora, s->n->t->tokens[at - 1].word);
    return rule && (*rule & 0xff) == RC_ENTITY_WORK;
}

/* Adds what stands between the quotation mark at `at` and the next one, if its words are all
 * capitalized; returns the token to go on from, or `at`. */
static uint32_t quoted_title(scanner *s, uint32_t at)
{
    const rc_text *t = s->n->t;
    uint32_t capitals = 0;
    uint32_t i = at + 1;
    for (; i < s->limit && i - at <= QUOTED_TOKENS_MAX && !is_quote(t, i); i++) {
        const rc_token *k = &t->tokens[i];
        if (is_capital(k))
            capitals++;
        else if (k->kind == RC_TOKEN_WORD && k->end - k->start > 3 && !rc_name_is_clitic(k) &&
                 !(k->classes & FUNCTION_CLASSES))
            return at;
        else if (k->kind == RC_TOKEN_PUNCT && k->first != '-' && k->first != ',' &&
                 k->first != ':' && k->first != '&')
            return at;
    }
    if (i >= s->limit || !is_quote(t, i) || !is_capital(&t->tokens[at + 1]) ||
        (capitals < 2 && !work_before(s, at)))
        return at;
    uint32_t end = t->tokens[i - 1].first == ',' ? i - 1 : i;
    add_raw(s, (rc_raw){.first = at + 1, .last = end, .flags = RAW_QUOTED});
    return i;
}

/* The topic at `at`, as one name; where the usual way finds the same (a person, a country), that
 * knows more of it. Returns the token behind it, or `at`. */
static uint32_t scan_topic(scanner *s, uint32_t at)
{
    const rc_text *t = s->n->t;
    uint32_t known, length, end = at + t->topic_last - t->topic_first;
    if (!(t->tokens[at].flags & RC_TOKEN_TOPIC_START) || end > s->limit)
        return at;
    uint32_t bits = rc_name_token_bits(s->n, at);
    /* "Notice" over a text that never comes back to it. */
    if (end == at + 1 && is_frequent(&t->tokens[at]) && t->topic_count < 2)
        return at;
    if (known_at(s, at, end, &known, &length) ||
        ((bits & N_GIVEN) && !(bits & N_GIVEN_WEAK) && extend(s, at) == end) ||
        title_end(s, at, end) != UINT32_MAX || t->tokens[end - 1].kind == RC_TOKEN_NUMBER)
        return at;
    add_raw(s, (rc_raw){.first = at, .last = end, .flags = RAW_TOPIC});
    return end;
}

static void scan_sentence(scanner *s)
{
    const rc_text *t = s->n->t;
    const rc_sentence *sentence = &t->sentences[s->sentence];
    bool start = true;
    s->limit = sentence->last;
    for (uint32_t i = sentence->first; i < sentence->last;) {
        const rc_token *k = &t->tokens[i];
        uint32_t topic = scan_topic(s, i);
        if (topic > i) {
            start = false;
            i = topic;
            continue;
        }
        if (k->kind == RC_TOKEN_PUNCT) {
            uint32_t next = is_quote(t, i) ? quoted_title(s, i) : i;
            i = next > i ? next : i + 1;
            continue;
        }
        if (!is_capital(k)) {
            start = start && k->kind != RC_TOKEN_WORD && k->kind != RC_TOKEN_NUMBER;
            i++;
            continue;
        }
        uint32_t flags = 0;
        uint32_t after = skip_time(s, i);
        if (after != i || (k->classes & RC_CLASS(PRONOUN)) ||
            ((start || (k->flags & RC_TOKEN_SENTENCE_START) || is_quote(t, i ? i - 1 : 0)) &&
             !may_start(s, i, &flags)) ||
            opens_no_name(s, i)) {
            start = false;
            i = after > i ? after : i + 1;
            continue;
        }
        start = false;
        uint32_t end = extend(s, i);
        uint32_t known, length;
        if (known_at(s, i, s->limit, &known, &length) && i + length > end)
            end = i + length;
        add_sequence(s, i, end, flags);
        i = end;
    }
}

typedef enum { SHAPE_PROSE, SHAPE_TITLE_CASE, SHAPE_CAPITALS } shape;

/* Whether the capitals of a sentence tell names from other words. */
static shape sentence_shape(const rc_naming *n, const rc_sentence *sentence)
{
    uint32_t lower = 0, capital = 0, caps = 0, common = 0, words = 0;
    for (uint32_t i = sentence->first; i < sentence->last; i++) {
        const rc_token *k = &n->t->tokens[i];
        if (k->kind != RC_TOKEN_WORD || k->end - k->start < 3)
            continue;
        if (!(k->flags & RC_TOKEN_CAPITAL)) {
            lower += !(k->classes & FUNCTION_CLASSES) && !rc_name_is_clitic(k);
            if (lower > 6)
                return SHAPE_PROSE;
            continue;
        }
        capital++;
        caps += (k->flags & RC_TOKEN_ALL_CAPS) != 0;
        words += k->entry != NULL;
        common +=
            k->entry && (k->entry->forms & (RC_FORM_VERB_BASE | RC_FORM_VERB_S | RC_FORM_VERB_PAST |
                                            RC_FORM_ADJECTIVE | RC_FORM_VERB_ING |
                                            RC_FORM_VERB_PARTICIPLE | RC_FORM_NOUN_PLURAL));
    }
    if (caps == capital && !lower && (capital >= 3 || (capital == 2 && words == 2)))
        return SHAPE_CAPITALS;
    bool small = lower == 0 || (sentence->fragment && lower * 8 < capital);
    if (capital >= 4 && small && common >= 2 && common * 3 >= capital)
        return SHAPE_TITLE_CASE;
    return SHAPE_PROSE;
}

/* Notes words of names whose capitals tell, so that they are known in a headline. */
static void note_strong(rc_naming *n)
{
    for (size_t i = 0; i < n->count; i++) {
        const rc_raw *r = &n->raws[i];
        if (r->flags & (RAW_START | RAW_QUOTED))
            continue;
        bool person =
            r->title_first < r->title_last ||
            ((rc_name_token_bits(n, r->first) & (N_GIVEN | N_GIVEN_WEAK)) < N_GIVEN_WEAK &&
             (rc_name_token_bits(n, r->first) & N_GIVEN));
        for (uint32_t k = r->first; k < r->last; k++) {
            const rc_token *token = &n->t->tokens[k];
            bool last = k + 1 == r->last;
            if (is_capital(token) && (!token->entry || r->last - r->first == 1 || (person && last)))
                rc_map_put(&n->strong, token->word, 1);
        }
    }
}

static bool is_namey(const scanner *s, uint32_t at)
{
    const rc_token *k = &s->n->t->tokens[at];
    uint32_t bits = rc_name_token_bits(s->n, at);
    if (!is_capital(k) || (k->classes & FUNCTION_CLASSES) || (bits & (N_COMMON | N_OFFICE)))
        return false;
    if (rc_map_get(&s->n->strong, k->word))
        return true;
    if ((bits & N_GIVEN) && !(bits & N_GIVEN_WEAK))
        return true;
    return !k->entry && !k->classes && !bits && k->end - k->start > 2;
}

/* A headline: known names, and runs of words that are names elsewhere or unknown. */
static void scan_headline(scanner *s)
{
    const rc_text *t = s->n->t;
    s->limit = t->sentences[s->sentence].last;
    uint32_t i = t->sentences[s->sentence].first;
    while (i < s->limit) {
        uint32_t known, length;
        uint32_t topic = scan_topic(s, i);
        if (topic > i) {
            i = topic;
            continue;
        }
        if (is_capital(&t->tokens[i]) && skip_time(s, i) == i &&
            known_at(s, i, s->limit, &known, &length)) {
            add_raw(s, (rc_raw){.first = i,
                                .last = i + length,
                                .known = known + 1,
                                .flags = RAW_WEAK | RAW_STRONG});
            i += length;
            continue;
        }
        uint32_t end = i;
        while (end < s->limit && is_namey(s, end)) {
            end++;
            if (end + 1 < s->limit && t->tokens[end].first == '-' && is_namey(s, end + 1) &&
                !(t->tokens[end].flags & RC_TOKEN_SPACE_BEFORE))
                end++;
        }
        if (end > i)
            add_raw(s, (rc_raw){.first = i, .last = end, .flags = RAW_WEAK});
        i = end > i ? end : i + 1;
    }
}

/* Merges the headlines' names into the others, both in order of their tokens. */
static void merge(rc_naming *n, const rc_raw *weak, size_t weak_count)
{
    rc_raw *all = RC_NEW_ARRAY(n->arena, rc_raw, n->count + weak_count);
    size_t i = 0, j = 0, k = 0;
    while (i < n->count || j < weak_count) {
        if (j == weak_count || (i < n->count && n->raws[i].first <= weak[j].first))
            all[k++] = n->raws[i++];
        else
            all[k++] = weak[j++];
    }
    n->raws = all;
    n->count = n->capacity = k;
}

void rc_name_scan(rc_naming *n)
{
    uint8_t *shapes = RC_NEW_ARRAY(n->arena, uint8_t, n->t->sentence_count);
    scanner s = {.n = n};
    bool weak = false;
    for (uint32_t i = 0; i < n->t->sentence_count; i++) {
        s.sentence = i;
        shapes[i] = (uint8_t)sentence_shape(n, &n->t->sentences[i]);
        if (shapes[i] == SHAPE_PROSE)
            scan_sentence(&s);
        else
            weak = true;
    }
    note_strong(n);
    if (!weak)
        return;
    rc_raw *strong = n->raws;
    size_t strong_count = n->count;
    n->raws = NULL;
    n->count = n->capacity = 0;
    s.time = 0;
    for (uint32_t i = 0; i < n->t->sentence_count; i++) {
        s.sentence = i;
        s.caps = shapes[i] == SHAPE_CAPITALS;
        if (shapes[i] != SHAPE_PROSE)
            scan_headline(&s);
    }
    rc_raw *headline = n->raws;
    size_t headline_count = n->count;
    n->raws = strong;
    n->count = strong_count;
    merge(n, headline, headline_count);
}
