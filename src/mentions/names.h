/* rc_names: the names of all documents of a run, joined: who bears one name in which documents.
 *
 * Joined are: one full name (without accents, initials, "the" and legal forms), a country by its
 * code, a first and last name with the only longer name that has both, a surname with the only full
 * name of the run that has it and whose roles agree, a short name of an organization with the only
 * longer one, an acronym with the only name that it is explained by. The result depends neither on
 * threads nor, but for the numbers, on the order of the documents. Near linear in the number of
 * entities. */
#ifndef RC_MENTIONS_NAMES_H
#define RC_MENTIONS_NAMES_H

#include "base/arena.h"
#include "base/err.h"
#include "base/map.h"
#include "mentions/mention.h"
#include "mentions/role.h"
#include "source/doc.h"

/* A name as one document uses it. */
typedef struct {
    uint32_t id;   /* run-wide */
    uint32_t doc;  /* index of the input */
    rc_str name;   /* the fullest form in the document */
    rc_str folded; /* lower case, no accents, words parted by one space, no "the", no legal form */
    rc_span span, sentence; /* of a mention in full, text */
    uint32_t mentions;
    uint8_t cls;
    bool known;
} rc_name_use;

typedef struct {
    rc_role role; /* entity and employer (+ 1, or 0) are run-wide ids */
    uint32_t doc, use;
} rc_name_role;

typedef struct {
    rc_acronym acronym; /* entity is a run-wide id */
    uint32_t doc, use;
} rc_name_acronym;

/* A bearer, run-wide. */
typedef struct {
    rc_str name; /* canonical: a table's, else the commonest full form */
    rc_str country;
    rc_entity_class cls;
    uint32_t docs, mentions;
    uint32_t first_use; /* of rc_names.by_bearer */
    uint32_t use_count;
} rc_bearer;

typedef struct rc_names {
    rc_bearer *bearers; /* by id */
    size_t bearer_count;
    rc_name_use *uses; /* by document, then by its entities */
    size_t use_count;
    uint32_t *ids;       /* id of each of uses: ids + first_use[doc] maps the document's entities */
    uint32_t *first_use; /* of each document; one more at the end */
    size_t doc_count;
    const rc_doc *const *docs;
    uint32_t *by_bearer; /* uses, grouped by bearer */
    rc_name_role *roles; /* by document and place */
    size_t role_count;
    rc_name_acronym *acronyms;
    size_t acronym_count;
    const rc_roles *role_table;
} rc_names;

typedef struct {
    const rc_doc *doc;
    const rc_mentions *mentions;
} rc_names_input;

/* Lower case without accents, in `a`; at most 256 bytes of the name. */
rc_str rc_name_fold(rc_arena *a, rc_str name);

/* Strings are copied into `a`; the documents (not their mentions) must outlive the result. */
rc_status rc_names_join(rc_arena *a, const rc_mentioner *m, const rc_names_input *inputs,
                        size_t count, const rc_names **ret, rc_err *err);

#endif
