/* A session with a workspace of two schools, for tests of what the workbench does. */
#pragma once

#include "oct-session.h"

typedef struct
{
  char *dir;
  OctSession *session;
  OctWorkbench *workbench;
  GError *error;
  gboolean done;
} Fixture;

/* Without a register. Edits are waited for; what failed is in "error". */
void open_session (Fixture *fixture);
void close_session (Fixture *fixture);
void edited_cb (GObject *source, GAsyncResult *result, gpointer user_data);
void add_school (GPtrArray *schools, const char *name, guint32 urn);
void begin (Fixture *fixture, const char *name);
void begin_cycle (Fixture *fixture, const char *name, OctDate starts, OctDate ends);
void set_up (Fixture *fixture, gconstpointer data);
void tear_down (Fixture *fixture, gconstpointer data);
OctAssessment *get (Fixture *fixture);
void judge (Fixture *fixture, const char *school_id, const char *stage, const char *reason);
int get_step (Fixture *fixture, const char *school_id);
