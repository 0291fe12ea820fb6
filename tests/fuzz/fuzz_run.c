/* Two documents, parted by a form feed, compared: what comes out must not depend on their order of
 * reading, that is on the number of threads. */
#include "support/stages.h"

#include <unistd.h>

#include "base/hash.h"
#include "pipeline/run.h"
#include "value/time.h"

static void write_file(const char *path, const uint8_t *bytes, size_t size)
{
    FILE *f = fopen(path, "wb");
    if (!f || fwrite(bytes, 1, size, f) != size || fclose(f) != 0)
        abort();
}

static uint64_t fingerprints(const rc_run_options *o)
{
    rc_run *run;
    rc_err err = {0};
    uint64_t all = RC_HASH_START;
    if (rc_run_new(fuzz_stages()->rules, o, &run, &err) != RC_OK)
        return 0;
    if (rc_run_execute(run, &err) == RC_OK)
        for (size_t i = 0; i < rc_run_finding_count(run); i++)
            all = rc_hash_mix(all, rc_hash(rc_run_finding(run, i)->fingerprint));
    rc_run_free(run);
    return all;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    char folder[] = "fuzz-run-XXXXXX", first[64], second[64];
    const uint8_t *cut = size ? memchr(bytes, '\f', size) : NULL;
    size_t half = cut ? (size_t)(cut - bytes) : size;
    if (!mkdtemp(folder))
        abort();
    snprintf(first, sizeof(first), "%s/a.txt", folder);
    snprintf(second, sizeof(second), "%s/b.md", folder);
    write_file(first, bytes, half);
    write_file(second, bytes + half, size - half);
    const char *paths[] = {folder};
    rc_run_options o = {
        .paths = paths, .path_count = 1, .date = RC_DAY_NONE, .threads = 1, .check = true};
    uint64_t one = fingerprints(&o);
    o.threads = 2;
    if (fingerprints(&o) != one)
        abort();
    unlink(first);
    unlink(second);
    rmdir(folder);
    return 0;
}
