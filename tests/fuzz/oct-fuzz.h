/* What every fuzz target defines; libFuzzer calls it, and so does fuzz-replay.c. */
#pragma once

#include <glib.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);
