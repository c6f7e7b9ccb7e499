/* A page in a window of its own, for tests: what it says, where it leads, what it asks for.
 *
 * Either the session is the demonstration's, with a register, or it has a workspace of three schools
 * and no register at all. The window takes down where a page wants to go and what it says in a toast.
 */
#pragma once

#include <adwaita.h>

#include "oct-page.h"
#include "oct-workbench.h"

/* Longer than any machine takes for what is waited for. */
#define PATIENCE (20 * G_TIME_SPAN_SECOND)

/* The element that the three schools are judged in. */
#define ELEMENT "improvement"

typedef struct
{
  char *folder;
  OctSession *session;
  OctWorkbench *workbench;
  GtkWidget *window;
  OctPage *page;
  char *gone; /* where the page wanted to go */
  char *said; /* the last toast */
} Fixture;

/* The way of a test program: fixture_init() before its tests are added, where there is a display. */
gboolean fixture_init (int *argc, char ***argv);

/* --- sessions --- */

/* The demonstration's register and no workspace. */
void set_up_demo (Fixture *fixture, gconstpointer data);
/* Neither a register nor a workspace. */
void set_up_empty (Fixture *fixture, gconstpointer data);
/* A workspace: Alder was judged in the summer; the autumn is open. */
void set_up (Fixture *fixture, gconstpointer data);
void open_session (Fixture *fixture);
void close_window (Fixture *fixture);
void tear_down (Fixture *fixture, gconstpointer data);
/* With everything in it. */
void remove_folder (const char *path);

/* --- a trust with three schools --- */

/* The callback of an edit that must succeed. */
void done_cb (GObject *source, GAsyncResult *result, gpointer user_data);
void create_workspace (Fixture *fixture);
void begin_cycle (Fixture *fixture, const char *name, OctDate starts, OctDate ends);
OctAssessment *get_assessment (Fixture *fixture);
const char *school_id (Fixture *fixture, guint index);
void judge (Fixture *fixture, const char *school, const char *element, const char *stage,
            OctJudgementView view);

/* --- looking at a page --- */

typedef gboolean (*Matches) (GtkWidget *widget, const char *text);

/* Matches for a label that is shown and for a shown widget of a type by name. */
gboolean says (GtkWidget *widget, const char *text);
gboolean is_of_type (GtkWidget *widget, const char *type);

/* (nullable): the first widget from @widget down that matches. */
GtkWidget *find_match (GtkWidget *widget, Matches matches, const char *text);
GtkWidget *find_type (Fixture *fixture, const char *type);
GtkWidget *wait_for (Fixture *fixture, Matches matches, const char *text);
GtkWidget *wait_for_text (Fixture *fixture, const char *text);
/* Until nothing on the page says it any more. */
void wait_until_gone (Fixture *fixture, const char *text);
void assert_not_said (Fixture *fixture, const char *text);
/* A window may be 360 px wide: what is beyond its edge can't be reached. */
void assert_fits (Fixture *fixture);

/* Everything that was asked for is kept, and the page has heard of it. */
void settle (Fixture *fixture);
void open_page (Fixture *fixture, GType type_of_page, const char *location);
/* Clicks the button that a label stands in. */
void click (GtkWidget *label);
