/* A pool of threads that share one list of jobs. */
#ifndef RC_PIPELINE_POOL_H
#define RC_PIPELINE_POOL_H

#include <stddef.h>

#define RC_POOL_THREADS_MAX 256

/* Calls job(context, worker, i) once for each i < count, from up to `threads` threads (0: one a
 * core; RC_POOL_THREADS_MAX at most), and returns when all are done. `worker` is the number of the
 * thread, from 0. Which thread takes which job is left to chance: results must be kept by i. Where
 * the system gives no more threads, fewer do the work. */
void rc_pool_run(unsigned threads, size_t count,
                 void (*job)(void *context, unsigned worker, size_t i), void *context);

#endif
