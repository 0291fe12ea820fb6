/* Any bytes as a document in the format "xml", up to its claims. */
#include "support/stages.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    return fuzz_document(bytes, size, "fuzz.xml", "xml");
}
