#include <stddef.h>
#include <stdint.h>

/// libFuzzer's own way of changing bytes, which knows what comparisons failed.
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t maximum);
