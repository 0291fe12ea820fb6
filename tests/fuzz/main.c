/* Runs a fuzz target without libFuzzer: every file named, every file of a folder named, and a few
 * mutations of each, always the same ones. Options (what begins with '-') are for libFuzzer. */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { MUTATIONS = 40, FILE_MAX = 1 << 20, EXTRA = 64, PATH_SIZE = 4096 };

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static uint64_t next_random(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

static size_t mutate(uint8_t *bytes, size_t size, uint64_t *state)
{
    size_t at = size ? next_random(state) % size : 0;
    size_t length = size - at < EXTRA ? size - at : EXTRA;

    switch (next_random(state) % 4) {
    case 0: /* a piece once more */
        memmove(bytes + at + length, bytes + at, size - at);
        return size + length;
    case 1: /* a piece gone */
        memmove(bytes + at, bytes + at + length, size - at - length);
        return size - length;
    case 2: /* cut off */
        return at;
    default: /* one byte changed */
        if (size)
            bytes[at] = (uint8_t)next_random(state);
        return size;
    }
}

/* The target gets memory of the exact size, so that a read behind it is seen by sanitizers. */
static void run_copy(const uint8_t *bytes, size_t size)
{
    uint8_t *exact = malloc(size ? size : 1);
    if (!exact)
        abort();
    memcpy(exact, bytes, size);
    LLVMFuzzerTestOneInput(exact, size);
    free(exact);
}

static int run_file(const char *path)
{
    uint8_t *bytes = malloc(FILE_MAX + MUTATIONS * EXTRA), *seed = malloc(FILE_MAX);
    FILE *f = fopen(path, "rb");
    if (!bytes || !seed || !f) {
        fprintf(stderr, "%s: cannot be read\n", path);
        exit(EXIT_FAILURE);
    }
    size_t size = fread(seed, 1, FILE_MAX, f);
    fclose(f);
    run_copy(seed, size);
    uint64_t state = UINT64_C(88172645463325252) + size;
    for (int i = 0; i < MUTATIONS; i++) {
        size_t now = size;
        memcpy(bytes, seed, size);
        for (uint64_t n = 1 + next_random(&state) % 4; n; n--)
            now = mutate(bytes, now, &state);
        run_copy(bytes, now);
    }
    free(bytes);
    free(seed);
    return 1;
}

static int run_path(const char *path)
{
    struct stat s;
    struct dirent **entries = NULL;
    char inner[PATH_SIZE];
    int ran = 0;

    if (stat(path, &s) != 0 || !S_ISDIR(s.st_mode))
        return run_file(path);
    int count = scandir(path, &entries, NULL, alphasort);
    for (int i = 0; i < count; i++) {
        if (entries[i]->d_name[0] != '.') {
            snprintf(inner, sizeof(inner), "%s/%s", path, entries[i]->d_name);
            ran += run_file(inner);
        }
        free(entries[i]);
    }
    free(entries);
    return ran;
}

int main(int argc, char **argv)
{
    int ran = 0;
    for (int i = 1; i < argc; i++)
        if (argv[i][0] != '-')
            ran += run_path(argv[i]);
    printf("%d inputs, %d mutations of each\n", ran, MUTATIONS);
    return EXIT_SUCCESS;
}
