/* The only main(): options, subcommands, exit status. */
#include <stdio.h>

int main(void)
{
    fputs("rcheck: nothing is built yet\n", stderr);
    return 2;
}
