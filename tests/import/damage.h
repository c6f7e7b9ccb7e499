/* What the tests of faults and accidents share: data folders that are restored, and looked through. */
#pragma once

#include <glib.h>

/* Lets temporary folders lie in memory where that can be: hundreds of imports don't have to wait for a disk that
 * is not what is tested. To be called before anything else. */
void damage_use_memory (void);
/* Makes @data_dir a copy of @template, with nothing else in it. */
void damage_restore (const char *template, const char *data_dir);
/* Asserts that a data folder holds a register at most, so many indexes, the lock and kept files with their notes. */
void damage_assert_tidy (const char *data_dir, guint max_indexes);
