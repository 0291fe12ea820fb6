/* Mentions: the figures, times and names of a document, with their values.
 *
 * rc_mentioner holds what is compiled once from the rules (tables of units, months, titles...): for
 * English at once, for another language when the first text in it is read. rc_mentions_find may be
 * called from several threads. */
#ifndef RC_MENTIONS_MENTION_H
#define RC_MENTIONS_MENTION_H

#include "base/arena.h"
#include "base/err.h"
#include "base/span.h"
#include "rules/rules.h"
#include "text/token.h"
#include "value/quantity.h"
#include "value/time.h"

typedef enum { RC_MENTION_QUANTITY, RC_MENTION_TIME, RC_MENTION_ENTITY } rc_mention_type;

typedef enum {
    RC_ENTITY_PERSON,
    RC_ENTITY_ORGANIZATION,
    RC_ENTITY_PLACE,
    RC_ENTITY_EVENT,
    RC_ENTITY_WORK,
    RC_ENTITY_OTHER
} rc_entity_class;

typedef enum { RC_PLACE_WITHIN, RC_PLACE_REGION, RC_PLACE_COUNTRY } rc_place_scale;

/* A name as it is used in one document; mentions of one bearer share it. Joined over the run by
 * mentions/names.h. */
typedef struct {
    rc_str name; /* the fullest form in the document, without titles: "Xi Jinping" */
    rc_entity_class cls;
    uint32_t first_mention;
    rc_str acronym;    /* "IEA" where the text joins it to the name; or empty */
    rc_str country;    /* ISO 3166 code where the name is of a country, its government, capital
                        * standing for it, or nationals; or empty */
    bool known;        /* from a table of the rules */
    bool sure;         /* its class is certain, by its own words or a table */
    uint32_t nation;   /* hash of the country that it is of or lies in; 0: not known */
    uint32_t region;   /* hash of the state or province that it is or lies in; 0 */
    uint8_t scale;     /* rc_place_scale */
    rc_span span;      /* where it stands in full for the first time, text */
    rc_span sentence;  /* around it */
    uint32_t mentions; /* by name; pronouns do not count */
} rc_entity;

typedef struct {
    rc_mention_type type;
    rc_span span;         /* text */
    uint32_t first, last; /* tokens, half open */
    union {
        rc_quantity quantity;
        rc_time time;
        struct {
            uint32_t index;                   /* into rc_mentions.entities */
            uint32_t title_first, title_last; /* tokens of a title or role beside it; equal: none */
            bool alias;                       /* a pronoun, "the company", "the summit" */
            bool adjective;                   /* "Norwegian" */
        } entity;
    } as;
} rc_mention;

typedef enum { RC_TENSE_NOW, RC_TENSE_FORMER, RC_TENSE_FUTURE, RC_TENSE_ACTING } rc_role_tense;

/* A role that the text gives to somebody: "Ingrid Solbakken, chief executive of Brennholt". Roles
 * of one breath ("president and chief executive") share `name`. */
typedef struct {
    uint32_t entity;   /* who */
    uint32_t employer; /* entity of the organization, place or country it is held in + 1; 0 */
    rc_str text;       /* in lower case, without articles, names and words of time; hyphens as
                        * spaces: "chief executive officer", "director of public works" */
    rc_span span;      /* its words, text */
    rc_span name;      /* the mention that it stands beside */
    rc_span sentence;
    int32_t when;  /* first day of the earliest date in the sentence; RC_DAY_NONE: none */
    uint8_t tense; /* rc_role_tense */
    bool quoted;   /* between quotation marks */
    bool definite; /* "the curator", "its curator", "curator Tomas": not "a curator" */
} rc_role;

/* "International Energy Agency (IEA)", either way round. */
typedef struct {
    rc_str expansion, acronym;
    rc_span expansion_span, acronym_span; /* text */
    uint32_t entity;                      /* of the expansion */
    rc_span sentence;
    bool fits;    /* its letters can be taken from the expansion in order */
    bool foreign; /* it may abbreviate the name in another language, or be no acronym at all */
} rc_acronym;

/* False: a number that names or ranks a thing ("page 7", "the third"), no quantity to a reader. */
static inline bool rc_mention_is_value(const rc_mention *m)
{
    return m->type != RC_MENTION_QUANTITY ||
           !(m->as.quantity.identifier || m->as.quantity.role == RC_ROLE_ORDINAL);
}

typedef struct rc_mentions {
    rc_mention *items; /* by start; entity mentions may overlap a quantity or time, those two never
                        * overlap each other */
    size_t count, capacity;
    rc_entity *entities;
    size_t entity_count, entity_capacity;
    rc_role *roles; /* by place of the name */
    size_t role_count, role_capacity;
    rc_acronym *acronyms; /* by place */
    size_t acronym_count, acronym_capacity;
    /* By token; NULL in what was kept of a document. */
    uint32_t *from;      /* the first mention that begins there or behind; one entry more */
    uint32_t *entity_at; /* the last entity mention that covers it, + 1; 0: none */
    uint32_t token_count;
} rc_mentions;

typedef struct rc_mentioner rc_mentioner;

rc_status rc_mentioner_new(rc_arena *a, const rc_rules *r, rc_mentioner **ret,
                           rc_diagnostics *diagnostics, rc_err *err);
/* Finds all mentions; sets d->language where no reader gave one, and d->date from datelines, title
 * lines or the latest past date where no reader gave one (rc_doc_date in date.h). */
rc_status rc_mentions_find(rc_arena *a, rc_mentioner *m, rc_doc *d, rc_text *t, rc_mentions **ret,
                           rc_err *err);

/* A copy that points into nothing but `a` and the rules, and takes no more than it needs: of all,
 * or of what rc_names_join asks for (entities, roles, acronyms). */
typedef enum { RC_KEEP_NAMES, RC_KEEP_MENTIONS } rc_mentions_part;
rc_mentions *rc_mentions_keep(rc_arena *a, const rc_mentions *m, rc_mentions_part part);

/* Whether the document itself says of when it is: its date is no guess and no option's. */
bool rc_doc_is_dated(const rc_doc *d);

#endif
