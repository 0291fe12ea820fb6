/* Any bytes as a file of claim families: diagnostics, never a crash. */
#include "support/fuzz.h"

#include "base/limits.h"
#include "rules/internal.h"

/* libfyaml keeps a stack of its own when a flow mapping breaks off within a quoted key
 * (rules.repro/flow-quote): not ours to free. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:libfyaml";
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    rc_arena *a = rc_arena_new(RC_RULES_BYTES_MAX);
    rc_diagnostics d = {0};
    rc_err err;
    rc_loader l = {.arena = a, .rules = RC_NEW(a, rc_rules), .diagnostics = &d};
    l.examples = size % 2 == 0;
    rc_map_init(&l.rules->tables_by_name, a, 0);
    rc_programs_init(&l.rules->programs, a);
    if (rc_lexicon_open(a, NULL, &l.rules->lexicon, &err) == RC_OK) {
        rc_rule_file f = {.path = "fuzz.yaml", .name = RC_STR("fuzz"), .ending = RC_STR("yaml")};
        rc_families_load(&l, &f, fuzz_input(a, bytes, size));
    }
    rc_arena_free(a);
    return 0;
}
