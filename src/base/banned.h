/* Functions that must not compile. Included on the command line (-include) for every source. */
#ifndef RC_BASE_BANNED_H
#define RC_BASE_BANNED_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#pragma GCC poison strcpy strcat sprintf vsprintf strtok atoi atol atof strtod setlocale localtime gmtime

#endif
