/* The least that a program can do, for comparing start-up times. */
int main(void)
{
    return 0;
}
