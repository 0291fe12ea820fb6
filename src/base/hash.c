#include "base/hash.h"

uint64_t rc_hash(rc_str s)
{
    uint64_t h = RC_HASH_START;
    for (size_t i = 0; i < s.len; i++)
        h = rc_hash_step(h, (unsigned char)s.ptr[i]);
    return rc_hash_end(h);
}
