/* What the tests of importing share: a data folder of their own, small files in the publisher's form,
 * and the imports themselves.
 */
#pragma once

#include "oct-import.h"
#include "oct-register.h"

/* A new empty folder, removed with everything in it by importing_remove(). */
char *importing_make_folder (void);
void importing_remove (char *folder);

/* An extract of establishments published on a day; rows are "URN|name|status|phase|trust uid|trust|head
 * last name|capacity|pupils|open date", ended by NULL. Returns the path of the file, inside @folder. */
char *importing_write_extract (const char *folder, int date, ...) G_GNUC_NULL_TERMINATED;
char *importing_write (const char *folder, const char *name, const char *content);

/* Imports files, ended by NULL. */
GPtrArray *importing_run (const char *data_dir, GError **error, ...) G_GNUC_NULL_TERMINATED;
/* Imports one file that must be taken, and returns its report. */
OctImportReport *importing_take (const char *data_dir, const char *path);
/* Imports one file that must be refused with the code, naming each word in its message; the register must stay as it was. */
void importing_refuse (const char *data_dir, const char *path, OctError code,
                       ...) G_GNUC_NULL_TERMINATED;

OctRegister *importing_open (const char *data_dir);
char *importing_hash (const char *data_dir);
char *importing_fixture (const char *name);
