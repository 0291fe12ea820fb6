/* Named limits of what an input may cause. Exceeding one is RC_ELIMIT, never a crash. */
#ifndef RC_BASE_LIMITS_H
#define RC_BASE_LIMITS_H

#define RC_FILE_BYTES_MAX ((size_t)256 << 20)  /* one document on disk */
#define RC_DOC_BYTES_MAX ((size_t)6 << 30)     /* memory of one document while it is read */
#define RC_RUN_BYTES_MAX ((size_t)16 << 30)    /* memory of a whole run */
#define RC_RULES_BYTES_MAX ((size_t)512 << 20) /* memory of the loaded rules */
#define RC_BLOCKS_MAX ((size_t)1 << 23)        /* blocks of one document */
#define RC_LEGACY_BYTES_MAX ((size_t)64 << 20) /* a file that is not UTF-8 */
#define RC_TOKENS_MAX ((size_t)1 << 26)        /* tokens of one document */
#define RC_SENTENCE_TOKENS_MAX ((size_t)512)   /* a longer sentence is cut there */
#define RC_MATCHES_MAX ((size_t)1 << 20)       /* of the families' patterns in one document */
#define RC_DEPTH_MAX 200                       /* nesting of directories, elements, patterns */
#define RC_DIAGNOSTICS_MAX 20                  /* errors reported for one rule file */

#endif
