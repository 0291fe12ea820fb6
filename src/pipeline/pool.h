/* A pool of threads that share one list of jobs. */
#ifndef RC_PIPELINE_POOL_H
#define RC_PIPELINE_POOL_H

#include <stddef.h>

/* Calls job(context, i) once for each i < count, from up to `threads` threads (0: one a core), and
 * returns when all are done. Which thread takes which job is left to chance: results must be kept
 * by i. Where the system gives no more threads, fewer do the work. */
void rc_pool_run(unsigned threads, size_t count, void (*job)(void *context, size_t i),
                 void *context);

#endif
