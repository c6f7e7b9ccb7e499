/* The errors that a caller can act on.
 *
 * Each code is one situation in which the program does something different: a file of the wrong
 * kind, a store that is newer than the program, a job that was cancelled. The message always says
 * what happened, what was kept and what to do next, ready to be shown to a person.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OctError:
 * @OCT_ERROR_FAILED: something unexpected; the message carries the cause
 * @OCT_ERROR_EMPTY_FILE: the file has no bytes, or no header
 * @OCT_ERROR_NOT_CSV: the file is not a table of comma-separated values
 * @OCT_ERROR_UNKNOWN_DATASET: a table, but of no kind that Octant reads
 * @OCT_ERROR_NO_ROWS: a known header with nothing under it
 * @OCT_ERROR_TRUNCATED: the file ends in the middle of a row
 * @OCT_ERROR_BAD_TEXT: a NUL byte or an encoding that can't be read
 * @OCT_ERROR_TOO_LARGE: a field, a file or an archive is over its stated limit
 * @OCT_ERROR_BAD_ARCHIVE: a zip that is damaged, encrypted, unsafe or holds no usable file
 * @OCT_ERROR_NO_DATE: the date of publication is neither in the name of the file nor given
 * @OCT_ERROR_NO_SPACE: the disk is full
 * @OCT_ERROR_READ_ONLY: the data folder can't be written
 * @OCT_ERROR_BUSY: another process is changing the same store
 * @OCT_ERROR_DAMAGED: a store that can't be trusted any more
 * @OCT_ERROR_DISK: the disk that the data folder is on failed to read or write
 * @OCT_ERROR_OLDER: a register made by an older version of the program; it can be made again as it is
 * @OCT_ERROR_NEWER: a store made by a newer version of the program
 * @OCT_ERROR_NOT_FOUND: no such school, trust or file
 * @OCT_ERROR_NO_REGISTER: nothing has been imported yet
 * @OCT_ERROR_RULE: what was to be kept breaks a rule; the message says how to satisfy it
 * @OCT_ERROR_BARRIER: nothing can be undone past this point
 * @OCT_ERROR_UNTRUSTED: a workspace from elsewhere that isn't what it says it is
 * @OCT_ERROR_USAGE: the command line was not understood
 */
typedef enum
{
  OCT_ERROR_FAILED,
  OCT_ERROR_EMPTY_FILE,
  OCT_ERROR_NOT_CSV,
  OCT_ERROR_UNKNOWN_DATASET,
  OCT_ERROR_NO_ROWS,
  OCT_ERROR_TRUNCATED,
  OCT_ERROR_BAD_TEXT,
  OCT_ERROR_TOO_LARGE,
  OCT_ERROR_BAD_ARCHIVE,
  OCT_ERROR_NO_DATE,
  OCT_ERROR_NO_SPACE,
  OCT_ERROR_READ_ONLY,
  OCT_ERROR_BUSY,
  OCT_ERROR_DAMAGED,
  OCT_ERROR_DISK,
  OCT_ERROR_OLDER,
  OCT_ERROR_NEWER,
  OCT_ERROR_NOT_FOUND,
  OCT_ERROR_NO_REGISTER,
  OCT_ERROR_RULE,
  OCT_ERROR_BARRIER,
  OCT_ERROR_UNTRUSTED,
  OCT_ERROR_USAGE,
} OctError;

#define OCT_ERROR (oct_error_quark ())
GQuark oct_error_quark (void);

G_END_DECLS
