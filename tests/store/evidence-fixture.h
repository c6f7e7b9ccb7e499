/* A workspace with one cycle and one school, in a folder of its own; shared by the tests of
 * evidence and of people.
 */
#pragma once

#include "oct-evidence-objects.h"
#include "oct-workspace-evidence.h"

typedef struct
{
  char *dir;
  char *path;
  OctWorkspace *workspace;
  char *framework_id;
  char *cycle_id;
  char *school_id;
} Fixture;

extern const OctEditInfo plain;

void fixture_set_up (Fixture *fixture, gconstpointer data);
void fixture_tear_down (Fixture *fixture, gconstpointer data);
void fixture_open_again (Fixture *fixture);
void fixture_undo (Fixture *fixture);
void fixture_redo (Fixture *fixture);
/* (transfer full): the path of a new file with this content in the fixture's folder. */
char *fixture_write (Fixture *fixture, const char *name, const char *content, gssize length);
/* (transfer full): the id of a note at an element of the trust. */
char *fixture_add_note (Fixture *fixture, const char *element, const char *name, const char *text);
/* (transfer full): the id of a file's evidence; @object (out) (nullable). */
char *fixture_add_file (Fixture *fixture, const char *name, const char *content, char **object);
/* (transfer full): the path of a backup made the way SQLite makes one. */
char *fixture_back_up (Fixture *fixture, const char *name);
void fixture_remove_tree (const char *path);
