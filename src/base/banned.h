/* Functions that must not compile. Included on the command line (-include) for every source. */
#ifndef RC_BASE_BANNED_H
#define RC_BASE_BANNED_H

#include <config.h> /* says which functions of POSIX the headers below declare */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#pragma GCC poison strcpy strcat sprintf vsprintf strtok atoi atol atof strtod setlocale localtime \
    gmtime

#endif
