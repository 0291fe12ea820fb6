#include "pipeline/run.h"

#include "base/limits.h"
#include "checks/check.h"
#include "checks/kin.h"
#include "checks/variant.h"
#include "checks/why.h"
#include "mentions/names.h"
#include "pipeline/document.h"
#include "pipeline/pool.h"
#include "pipeline/walk.h"
#include "store/store.h"

struct rc_run {
    rc_arena *arena;
    const rc_rules *rules;
    rc_run_options options;
    rc_document_tools tools;
    rc_arena *scratch[RC_POOL_THREADS_MAX]; /* of each worker, made by it */
    rc_document *documents;                 /* in the order of their paths as walked */
    size_t document_count;
    const rc_result **read;
    size_t read_count;
    rc_unread *unread;
    size_t unread_count, unread_capacity;
    const rc_names *names;
    const rc_variants *variants;
    rc_store *store;
    rc_checking checking;
    rc_counts counts;
};

rc_status rc_run_new(const rc_rules *r, const rc_run_options *o, rc_run **ret, rc_err *err)
{
    rc_arena *a = rc_arena_new(RC_RUN_BYTES_MAX);
    rc_run *run = RC_NEW(a, rc_run);
    rc_diagnostics diagnostics = {0};
    rc_mentioner *mentioner;
    *run = (rc_run){.arena = a, .rules = r, .options = *o};
    rc_status status = rc_mentioner_new(a, r, &mentioner, &diagnostics, err);
    if (status != RC_OK) {
        rc_arena_free(a);
        return status;
    }
    if (diagnostics.count) {
        *err = diagnostics.items[0];
        status = err->code;
        rc_arena_free(a);
        return status;
    }
    run->tools = (rc_document_tools){r, mentioner, rc_claimer_new(a, r), &run->options,
                                     rc_furniture_new(a, r)};
    *ret = run;
    return RC_OK;
}

void rc_run_free(rc_run *run)
{
    if (!run)
        return;
    for (size_t i = 0; i < run->document_count; i++)
        rc_document_clear(&run->documents[i]);
    rc_arena_free(run->arena);
}

static void add_unread(rc_run *run, const char *path, rc_str reason)
{
    rc_unread unread = {path, reason};
    RC_PUSH(run->arena, run->unread, run->unread_count, run->unread_capacity, unread);
}

static int by_path(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Sorted over all paths, so that their order on the command line changes nothing. */
static void find_files(rc_run *run)
{
    rc_walk walk = {0};
    rc_walk_paths(run->arena, run->options.paths, run->options.path_count, &walk);
    for (size_t i = 0; i < walk.unread_count; i++)
        add_unread(run, walk.unread[i].path, walk.unread[i].reason);
    if (walk.count)
        qsort(walk.files, walk.count, sizeof(*walk.files), by_path);
    size_t texts = run->options.text_count;
    run->document_count = walk.count + texts;
    run->documents = RC_NEW_ARRAY(run->arena, rc_document, walk.count + texts);
    for (size_t i = 0; i < walk.count; i++)
        run->documents[i].path = walk.files[i];
    for (size_t i = 0; i < texts; i++) {
        run->documents[walk.count + i].path = run->options.texts[i].path;
        run->documents[walk.count + i].bytes = run->options.texts[i].bytes;
    }
}

static void process(void *context, unsigned worker, size_t i)
{
    rc_run *run = context;
    if (!run->scratch[worker])
        run->scratch[worker] = rc_arena_new(RC_DOC_BYTES_MAX);
    rc_document_process(&run->documents[i], &run->tools, run->scratch[worker]);
}

static void process_all(rc_run *run)
{
    rc_pool_run(run->options.threads, run->document_count, process, run);
    for (size_t i = 0; i < RC_POOL_THREADS_MAX; i++) {
        rc_arena_free(run->scratch[i]);
        run->scratch[i] = NULL;
    }
}

static void add_counts(rc_counts *sum, const rc_counts *n)
{
    sum->figures += n->figures;
    sum->figures_understood += n->figures_understood;
    sum->dates += n->dates;
    sum->dates_understood += n->dates_understood;
    sum->names += n->names;
    sum->names_understood += n->names_understood;
    sum->claims += n->claims;
    sum->bytes += n->bytes;
}

static void sort_out(rc_run *run)
{
    run->read = RC_NEW_ARRAY(run->arena, const rc_result *, run->document_count);
    for (size_t i = 0; i < run->document_count; i++) {
        rc_document *d = &run->documents[i];
        if (!d->result.doc) {
            add_unread(run, d->path, d->unread);
            continue;
        }
        add_counts(&run->counts, &d->counts);
        run->read[run->read_count++] = &d->result;
    }
}

/* The claims of a document as extract prints them. */
static void show_claims(rc_run *run, rc_document *d)
{
    const rc_claim **claims = RC_NEW_ARRAY(run->arena, const rc_claim *, d->claims.count);
    for (size_t i = 0; i < d->claims.count; i++)
        claims[i] = &d->claims.items[i];
    d->result.claims = claims;
    d->result.claim_count = d->claims.count;
}

/* The documents' names become run-wide. The documents read are numbered as in the store. */
static rc_status join_names(rc_run *run, rc_err *err)
{
    rc_names_input *inputs = RC_NEW_ARRAY(run->arena, rc_names_input, run->read_count);
    size_t count = 0;
    for (size_t i = 0; i < run->document_count; i++) {
        const rc_result *r = &run->documents[i].result;
        if (r->doc)
            inputs[count++] = (rc_names_input){r->doc, r->mentions};
    }
    return rc_names_join(run->arena, run->tools.mentioner, inputs, count, &run->names, err);
}

static void show_names(rc_run *run, rc_result *r, const uint32_t *ids)
{
    size_t count = r->mentions->entity_count;
    rc_str *names = RC_NEW_ARRAY(run->arena, rc_str, count);
    uint8_t *classes = RC_NEW_ARRAY(run->arena, uint8_t, count);
    for (size_t i = 0; i < count; i++) {
        const rc_bearer *bearer = &run->names->bearers[ids[i]];
        names[i] = bearer->name;
        classes[i] = (uint8_t)bearer->cls;
    }
    r->canonical = names;
    r->classes = classes;
}

/* Claims name their entities as the run does; stored, they carry run-wide ids. */
static void name_argument(const rc_names *names, rc_argument *a)
{
    if (a->entity)
        a->text = names->bearers[a->entity - 1].name;
}

static void name_claims(const rc_names *names, rc_claim_list *claims)
{
    for (size_t i = 0; i < claims->count; i++) {
        rc_claim *c = &claims->items[i];
        name_argument(names, &c->subject);
        name_argument(names, &c->object);
        name_argument(names, &c->source);
        if (c->type == RC_VALUE_ENTITY || c->type == RC_VALUE_TERM)
            name_argument(names, &c->value.entity);
    }
}

static void join(rc_run *run)
{
    size_t read = 0;
    run->variants = rc_variants_find(run->arena, rc_rules_lexicon(run->rules), run->names);
    const uint32_t *kin = rc_kin_find(run->arena, run->names, run->variants);
    uint32_t *one = RC_NEW_ARRAY(run->arena, uint32_t, run->names->use_count);
    for (size_t i = 0; i < run->names->use_count; i++)
        one[i] = kin[run->names->ids[i]];
    run->store = rc_store_new(run->arena, rc_rules_lexicon(run->rules));
    for (size_t i = 0; i < run->document_count; i++) {
        rc_document *d = &run->documents[i];
        if (!d->result.doc)
            continue;
        const uint32_t *ids = run->names->ids + run->names->first_use[read];
        if (run->options.check)
            rc_store_add(run->store, d->result.doc, &d->claims, one + run->names->first_use[read]);
        else
            rc_store_number_claims(&d->claims, one + run->names->first_use[read]);
        read++;
        name_claims(run->names, &d->claims);
        if (run->options.keep_analysis) {
            show_names(run, &d->result, ids);
            show_claims(run, d);
        } else {
            rc_arena_free(d->analysis);
            d->analysis = NULL;
            d->result.mentions = NULL;
        }
    }
    rc_store_seal(run->store);
}

static rc_status check(rc_run *run, rc_err *err)
{
    run->checking = (rc_checking){.arena = run->arena,
                                  .rules = run->rules,
                                  .store = run->store,
                                  .names = run->names,
                                  .variants = run->variants,
                                  .trace = run->options.trace};
    return rc_checks_run(&run->checking, err);
}

rc_status rc_run_execute(rc_run *run, rc_err *err)
{
    find_files(run);
    process_all(run);
    sort_out(run);
    rc_status status = join_names(run, err);
    if (status != RC_OK)
        return status;
    join(run);
    return run->options.check ? check(run, err) : RC_OK;
}

size_t rc_run_document_count(const rc_run *run)
{
    return run->read_count;
}

const rc_result *rc_run_document(const rc_run *run, size_t i)
{
    return run->read[i];
}

size_t rc_run_unread_count(const rc_run *run)
{
    return run->unread_count;
}

const rc_unread *rc_run_unread(const rc_run *run, size_t i)
{
    return &run->unread[i];
}

size_t rc_run_finding_count(const rc_run *run)
{
    return run->checking.finding_count;
}

const rc_finding *rc_run_finding(const rc_run *run, size_t i)
{
    return run->checking.findings[i];
}

const rc_counts *rc_run_counts(const rc_run *run)
{
    return &run->counts;
}

/* The document's place in the store; UINT32_MAX: it was not read. */
static uint32_t stored_at(const rc_run *run, rc_str path)
{
    for (size_t i = 0; i < run->store->doc_count; i++)
        if (rc_str_eq(run->store->docs[i].doc->path, path))
            return (uint32_t)i;
    return UINT32_MAX;
}

static rc_span text_span(const rc_run *run, uint32_t doc, rc_span file)
{
    const rc_doc *d = run->store->docs[doc].doc;
    return (rc_span){rc_doc_text_offset(d, file.start), rc_doc_text_offset(d, file.end)};
}

rc_why rc_run_why(rc_run *run, rc_str file_a, rc_span a, rc_str file_b, rc_span b)
{
    uint32_t doc_a = stored_at(run, file_a), doc_b = stored_at(run, file_b);
    if (doc_a == UINT32_MAX || doc_b == UINT32_MAX)
        return (rc_why){.explanation = RC_STR("one of the documents was not read")};
    rc_checked_why why = rc_checks_why(&run->checking, doc_a, text_span(run, doc_a, a), doc_b,
                                       text_span(run, doc_b, b));
    return (rc_why){why.finding, why.gate, why.explanation, why.a, why.b};
}
