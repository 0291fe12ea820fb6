/* 64-bit hash of bytes (FNV-1a with a final mix). No seed: the same bytes give the same value on
 * every machine, since values are used as identities of words and in fingerprints. It is no
 * defence against made-up collisions; a collision can only make two words look alike. */
#ifndef RC_BASE_HASH_H
#define RC_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

#define RC_HASH_START UINT64_C(0xcbf29ce484222325)

static inline uint64_t rc_hash_step(uint64_t h, unsigned char c)
{
    return (h ^ c) * UINT64_C(0x100000001b3);
}

static inline uint64_t rc_hash_end(uint64_t h)
{
    h ^= h >> 32;
    h *= UINT64_C(0xd6e8feb86659fd93);
    h ^= h >> 32;
    return h ? h : 1; /* 0 stands for "no word" */
}

static inline uint64_t rc_hash_mix(uint64_t a, uint64_t b)
{
    return rc_hash_end((a ^ (b + UINT64_C(0x9e3779b97f4a7c15) + (a << 6) + (a >> 2))));
}

uint64_t rc_hash(rc_str s);

#endif
