/* What kind of thing a name is of: by its own words first, then by what stands beside it, then by
 * where its one-word fellows of the document stand. */
#include "mentions/naming.h"

#include "base/hash.h"

/* Three counts in one number; past 1,023 they run into one another, and tell as little. */
#define VOTES_MAX 1024u
#define VOTE_PLACE 1u
#define VOTE_PERSON VOTES_MAX
#define VOTE_ORGANIZATION (VOTES_MAX * VOTES_MAX)

rc_word rc_name_key(const rc_text *t, uint32_t first, uint32_t last)
{
    rc_word key = 0;
    for (uint32_t i = first; i < last; i++) {
        const rc_token *k = &t->tokens[i];
        if (k->kind == RC_TOKEN_WORD || k->kind == RC_TOKEN_NUMBER)
            key = rc_hash_mix(key, k->word);
    }
    return key;
}

/* The word that says what an organization, place or event is: the last, or the one before "of". */
static uint32_t head_token(const rc_naming *n, const rc_raw *r)
{
    for (uint32_t i = r->first + 1; i < r->last; i++) {
        if (rc_name_token_bits(n, i) & N_LINK)
            return i - 1;
    }
    uint32_t last = r->last - 1;
    if (r->last - r->first > 1 && n->t->tokens[last].kind == RC_TOKEN_NUMBER)
        last--;
    return last;
}

static bool is_common_noun(const rc_token *k)
{
    return k->entry && k->entry->lemma[RC_NOUN] && k->entry->frequency[RC_NOUN] > 0;
}

static bool has_particle(const rc_naming *n, const rc_raw *r)
{
    for (uint32_t i = r->first; i + 1 < r->last; i++) {
        if ((rc_name_token_bits(n, i) & N_PARTICLE) && !(n->t->tokens[i].flags & RC_TOKEN_CAPITAL))
            return true;
    }
    return false;
}

/* Class by a head word; RC_ENTITY_OTHER: it tells none. */
static rc_entity_class class_of_head(uint32_t bits)
{
    if (bits & (N_SUFFIX | N_COMPANY))
        return bits & N_PLACE && !(bits & N_COMPANY) ? RC_ENTITY_PLACE : RC_ENTITY_ORGANIZATION;
    if (bits & N_EVENT)
        return bits & N_ORG ? RC_ENTITY_ORGANIZATION
                            : (bits & N_WORK ? RC_ENTITY_WORK : RC_ENTITY_EVENT);
    if (bits & N_ORG)
        return RC_ENTITY_ORGANIZATION;
    if (bits & N_PLACE)
        return RC_ENTITY_PLACE;
    return bits & N_WORK ? RC_ENTITY_WORK : RC_ENTITY_OTHER;
}

/* "Lien Vermaercke", "J. D. Vance": a given name or initials first. */
static bool is_person_by_words(const rc_naming *n, const rc_raw *r)
{
    const rc_text *t = n->t;
    uint32_t first = rc_name_token_bits(n, r->first);
    const rc_token *last = &t->tokens[r->last - 1];
    uint32_t words = r->last - r->first;
    if (words < 2 || words > 7 || last->kind != RC_TOKEN_WORD)
        return false;
    bool initial = t->tokens[r->first].end - t->tokens[r->first].start == 1 &&
                   t->tokens[r->first + 1].first == '.';
    if (initial)
        return true;
    if (!(first & N_GIVEN))
        return false;
    uint32_t bits = rc_name_token_bits(n, r->last - 1);
    if (bits & (N_SUFFIX | N_COMPANY) && words > 2)
        return false;
    if (first & N_GIVEN_WEAK)
        return !(bits & N_HEAD) && !is_common_noun(last);
    return !(bits & (N_ORG | N_SUFFIX)) || !is_common_noun(last);
}

static uint8_t gender_of(const rc_naming *n, const rc_raw *r)
{
    for (uint32_t i = r->title_first; i < r->title_last; i++) {
        uint32_t bits = rc_name_token_bits(n, i);
        if (bits & N_HONORIFIC_M)
            return N_GIVEN_M;
        if (bits & N_HONORIFIC_F)
            return N_GIVEN_F;
    }
    uint32_t given = rc_name_token_bits(n, r->first) & N_GIVEN;
    return given == N_GIVEN || r->last - r->first < 2 ? 0 : (uint8_t)given;
}

/* Class by the name's own words and title. True: it is certain. */
static bool class_by_words(const rc_naming *n, rc_raw *r)
{
    const rc_text *t = n->t;
    uint32_t words = r->last - r->first;
    uint32_t last_bits = rc_name_token_bits(n, r->last - 1);
    uint32_t first_bits = rc_name_token_bits(n, r->first);
    if (r->title_first < r->title_last || is_person_by_words(n, r)) {
        r->cls = RC_ENTITY_PERSON;
        return true;
    }
    if (words > 1 && (last_bits & N_SUFFIX)) {
        r->cls = RC_ENTITY_ORGANIZATION;
        return true;
    }
    uint32_t head = head_token(n, r);
    rc_entity_class by_head = class_of_head(rc_name_token_bits(n, head));
    if (words > 1 && by_head != RC_ENTITY_OTHER) {
        r->cls = (uint8_t)by_head;
        return true;
    }
    if (words > 1 && (first_bits & N_LEAD)) {
        r->cls = RC_ENTITY_PLACE;
        return true;
    }
    if (words > 1 && (first_bits & N_PLACE) && t->tokens[r->first].entry) {
        r->cls = RC_ENTITY_PLACE; /* "Lake Tahoe", "Camp David" */
        return true;
    }
    if (has_particle(n, r)) {
        r->cls = RC_ENTITY_PERSON;
        return true;
    }
    return false;
}

/* "Fort Worth, Texas": a comma and a known place follow. */
static bool place_follows(const rc_naming *n, const rc_raw *r, const rc_raw *next)
{
    if (!next || next->first != r->last + 1 || n->t->tokens[r->last].first != ',' || !next->known)
        return false;
    uint8_t kind = n->x->known[next->known - 1].kind;
    return kind == KNOWN_STATE || kind == KNOWN_COUNTRY;
}

static uint32_t unknown_words(const rc_naming *n, const rc_raw *r)
{
    uint32_t unknown = 0;
    for (uint32_t i = r->first; i < r->last; i++) {
        const rc_token *k = &n->t->tokens[i];
        unknown += k->kind == RC_TOKEN_WORD && !k->entry;
    }
    return unknown;
}

/* Class by what stands beside a name, where its own words do not tell. */
static void class_by_context(const rc_naming *n, rc_raw *r, const rc_raw *next)
{
    uint32_t words = r->last - r->first;
    r->cls = RC_ENTITY_OTHER;
    if (place_follows(n, r, next) || (r->flags & RAW_BASED)) {
        r->cls = RC_ENTITY_PLACE;
        r->flags |= RAW_STRONG;
    } else if (r->flags & RAW_ACRONYM) {
        r->cls = RC_ENTITY_ORGANIZATION;
    } else if (r->flags & RAW_QUOTED) {
        r->cls = RC_ENTITY_WORK;
    } else if (r->flags & RAW_EMPLOYER) {
        r->cls = RC_ENTITY_ORGANIZATION;
    } else if (r->flags & RAW_ROLE && !(r->flags & RAW_DEFINITE)) {
        r->cls = RC_ENTITY_PERSON;
    } else if ((r->flags & RAW_AFTER_IN) && !(r->flags & RAW_POSSESSIVE)) {
        r->cls = RC_ENTITY_PLACE;
    } else if (words > 1 && is_common_noun(&n->t->tokens[r->last - 1])) {
        r->cls = unknown_words(n, r) || (r->flags & RAW_POSSESSIVE) ? RC_ENTITY_ORGANIZATION
                                                                    : RC_ENTITY_OTHER;
    } else if (words >= 2 && words <= 4 && unknown_words(n, r) && !(r->flags & RAW_DEFINITE)) {
        r->cls = RC_ENTITY_PERSON;
    }
}

/* The document's votes on a name whose words do not tell: place, person or organization. */
static void vote(rc_naming *n, const rc_raw *r)
{
    if (r->known || (r->flags & RAW_WEAK) || ((r->flags & RAW_STRONG) && r->last - r->first > 1))
        return;
    bool place = (r->flags & RAW_BASED) ||
                 ((r->flags & RAW_AFTER_IN) && !(r->flags & RAW_POSSESSIVE)) ||
                 r->cls == RC_ENTITY_PLACE;
    bool person = r->cls == RC_ENTITY_PERSON && (r->flags & (RAW_STRONG | RAW_ROLE));
    bool organization = (r->flags & RAW_EMPLOYER) != 0;
    if (place || person || organization)
        *rc_map_put(&n->votes, r->key, 0) +=
            organization ? VOTE_ORGANIZATION : (place ? VOTE_PLACE : VOTE_PERSON);
}

static void class_by_votes(const rc_naming *n, rc_raw *r)
{
    if (r->known || (r->flags & RAW_STRONG))
        return;
    const uint32_t *votes = rc_map_get(&n->votes, r->key);
    if (!votes)
        return;
    uint32_t places = *votes / VOTE_PLACE % VOTES_MAX;
    uint32_t persons = *votes / VOTE_PERSON % VOTES_MAX;
    uint32_t organizations = *votes / VOTE_ORGANIZATION % VOTES_MAX;
    if (organizations && organizations >= persons)
        r->cls = RC_ENTITY_ORGANIZATION;
    else if (persons && persons >= places)
        r->cls = RC_ENTITY_PERSON;
    else if (places && r->cls != RC_ENTITY_ORGANIZATION)
        r->cls = RC_ENTITY_PLACE;
}

/* What stands in brackets behind the topic tells what it is: "Low Tide (film)". */
static rc_entity_class class_of_topic(const rc_naming *n)
{
    const rc_text *t = n->t;
    uint32_t last = t->sentences[rc_text_sentence_at(t, t->topic_first)].last;
    for (uint32_t i = last; i > t->topic_last; i--) {
        const uint32_t *rule = rc_map_get(&n->x->anaphora, t->tokens[i - 1].word);
        if (rule)
            return (rc_entity_class)(*rule & 0xff);
        if (rc_name_token_bits(n, i - 1) & N_OFFICE)
            return RC_ENTITY_PERSON;
    }
    return RC_ENTITY_OTHER;
}

void rc_name_classify(rc_naming *n)
{
    rc_entity_class topic =
        n->t->topic_first < n->t->topic_last ? class_of_topic(n) : RC_ENTITY_OTHER;
    for (size_t i = 0; i < n->count; i++) {
        rc_raw *r = &n->raws[i];
        const rc_raw *next = i + 1 < n->count ? &n->raws[i + 1] : NULL;
        r->gender = gender_of(n, r);
        if (r->known)
            r->cls = n->x->known[r->known - 1].cls;
        else if ((r->flags & RAW_TOPIC) && topic != RC_ENTITY_OTHER) {
            r->cls = (uint8_t)topic;
            r->flags |= RAW_STRONG;
        } else if (r->flags & RAW_QUOTED && !class_by_words(n, r))
            r->cls = RC_ENTITY_WORK;
        else if (class_by_words(n, r))
            r->flags |= RAW_STRONG;
        else
            class_by_context(n, r, next);
        vote(n, r);
    }
    for (size_t i = 0; i < n->count; i++)
        class_by_votes(n, &n->raws[i]);
}
