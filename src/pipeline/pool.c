#include "pipeline/pool.h"

#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

typedef struct {
    atomic_size_t next;
    atomic_uint workers;
    size_t count;
    void (*job)(void *, unsigned, size_t);
    void *context;
} pool;

static void *work(void *argument)
{
    pool *p = argument;
    unsigned worker = atomic_fetch_add_explicit(&p->workers, 1, memory_order_relaxed);
    for (;;) {
        size_t i = atomic_fetch_add_explicit(&p->next, 1, memory_order_relaxed);
        if (i >= p->count)
            return NULL;
        p->job(p->context, worker, i);
    }
}

void rc_pool_run(unsigned threads, size_t count,
                 void (*job)(void *context, unsigned worker, size_t i), void *context)
{
    pthread_t others[RC_POOL_THREADS_MAX];
    pool p = {.count = count, .job = job, .context = context};
    atomic_init(&p.next, 0);
    atomic_init(&p.workers, 0);
    if (threads == 0) {
        long cores = sysconf(_SC_NPROCESSORS_ONLN);
        threads = cores > 0 ? (unsigned)cores : 1;
    }
    if (threads > RC_POOL_THREADS_MAX)
        threads = RC_POOL_THREADS_MAX;
    size_t started = 0;
    while (started + 1 < threads && started + 1 < count &&
           pthread_create(&others[started], NULL, work, &p) == 0)
        started++;
    (void)work(&p);
    for (size_t i = 0; i < started; i++)
        (void)pthread_join(others[i], NULL);
}
