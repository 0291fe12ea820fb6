/* What fuzz targets share. */
#ifndef RC_SUPPORT_FUZZ_H
#define RC_SUPPORT_FUZZ_H

#include <stdint.h>
#include <string.h>

#include "base/arena.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* The input as a loaded file is: four zero bytes behind it. */
static inline rc_str fuzz_input(rc_arena *a, const uint8_t *bytes, size_t size)
{
    char *copy = RC_NEW_ARRAY(a, char, size + 4);
    if (size)
        memcpy(copy, bytes, size);
    return (rc_str){copy, size};
}

#endif
