/* How fast a workspace of ninety schools and ten years is opened, edited, undone and moderated.
 *
 * The workspace is made first, with three cycles a year and a judgement of every element by every
 * school, its own and the moderated one. Pages stand in a window on a (virtual) display. A page is
 * there when nothing has been painted for a while after its last frame; that frame's end counts, as
 * long as anything was painted in it. What lies below the window is drawn after that frame, and timed
 * too. Beside each time on the wall stands what all threads of the program computed meanwhile, which a busy
 * machine disturbs less, and beside the edit what SQLite alone takes for a synced insert.
 *
 *   bench-workspace [--schools N] [--undos N] [--times N] FOLDER
 *
 * FOLDER is used as the data folder; a workspace that is there from the last time is used again.
 */
#include "bench-painting.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "oct-moderate-page.h"
#include "oct-our-trust-page.h"

/* The pictures and templates of the program; naming them links them in. */
extern GResource *oct_ui_get_resource (void);

#define NAME "Ninety"
#define N_YEARS 10
#define FIRST_YEAR 2016
#define MODERATED 2 /* the element of the moderation page */

static int n_schools = 90;
static int n_undos = 1000;
static int n_times = 15;

/* --- the workspace --- */

static void
edited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!oct_workbench_edit_finish (OCT_WORKBENCH (source), result, &error))
    g_error ("%s", error->message);
  if (user_data != NULL)
    *(gboolean *) user_data = TRUE;
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!oct_workbench_open_finish (OCT_WORKBENCH (source), result, &error))
    g_error ("%s", error->message);
}

static void
created_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!oct_workbench_create_finish (OCT_WORKBENCH (source), result, &error))
    g_error ("%s", error->message);
}

static void
create (OctWorkbench *workbench)
{
  g_autoptr (GPtrArray) schools = g_ptr_array_new_with_free_func (
    (GDestroyNotify) oct_own_school_free);
  const OctOwnTrust trust = { .name = (char *) "Ninety Schools Trust", .purpose = (char *) "" };
  const OctPerson person = { .name = (char *) "", .post = (char *) "Director of education" };
  const OctNewWorkspace what = {
    .name = NAME, .trust = &trust, .schools = schools, .person = &person
  };

  for (int i = 0; i < n_schools; i++)
    {
      OctOwnSchool *school = oct_own_school_new ();

      g_free (school->name);
      school->name = g_strdup_printf ("Invented %c%c Primary School %d", 'A' + i * 7 % 26,
                                      'a' + i * 11 % 26, i + 1);
      school->urn = 900001 + (guint32) i;
      g_ptr_array_add (schools, school);
    }
  oct_workbench_create_async (workbench, &what, NULL, created_cb, NULL);
  oct_workbench_wait (workbench);
}

static OctJudgement *
make_judgement (const OctCycle *cycle, const char *school_id, const OctElement *element,
                OctFramework *framework, OctJudgementView view, guint dice)
{
  OctJudgement *judgement = oct_judgement_new (cycle->id, school_id, element->key, NULL, view);
  const OctStage *stage = g_ptr_array_index (oct_framework_get_stages (framework), dice % 5);

  judgement->framework_id = g_strdup (cycle->framework_id);
  judgement->stage = g_strdup (stage->key);
  g_free (judgement->reason);
  judgement->reason = g_strdup_printf (
    "Seen in %u visits, in the pupils’ books and in what the heads of department say; the plan of the "
    "year before is half done, and what is left has an owner and a date in the new one.",
    dice % 7 + 2);
  judgement->confidence = OCT_CONFIDENCE_MEDIUM;
  judgement->final = TRUE;

  return judgement;
}

/* What one school (or the trust) judged in a cycle, as one edit. */
static void
judge_all (OctWorkspace *workspace, OctFramework *framework, const OctCycle *cycle,
           const OctOwnSchool *school, guint seed)
{
  g_autoptr (GPtrArray) judgements = g_ptr_array_new_with_free_func (
    (GDestroyNotify) oct_judgement_free);
  const OctEditInfo info = { .sentence = "Judged",
                             .location = "our-trust",
                             .subject = school != NULL ? school->id : NULL };
  g_autoptr (GError) error = NULL;

  for (guint i = 1; i <= OCT_N_ELEMENTS; i++)
    {
      const OctElement *element = oct_framework_get_element (framework, i);
      guint dice = (seed * 7 + i * 13) / 5;

      if (!oct_element_is_asked_of (element, school != NULL))
        continue;
      g_ptr_array_add (judgements, make_judgement (cycle, school != NULL ? school->id : NULL,
                                                   element, framework, OCT_VIEW_OWN, dice));
      if (school != NULL)
        g_ptr_array_add (judgements, make_judgement (cycle, school->id, element, framework,
                                                     OCT_VIEW_MODERATED, dice + seed % 3 / 2));
    }
  if (!oct_workspace_put_judgements (workspace, &info, judgements, &error))
    g_error ("%s", error->message);
}

typedef struct
{
  OctFramework *framework;
  GPtrArray *schools;
} Filling;

static gboolean
fill (OctWorkspace *workspace, const OctEditInfo *info, gpointer data, GError **error)
{
  static const struct
  {
    const char *name;
    guint starts, ends;
  } terms[] = { { "Spring", 105, 405 }, { "Summer", 420, 721 }, { "Autumn", 901, 1218 } };
  Filling *filling = data;

  for (guint i = 0; i < N_YEARS * G_N_ELEMENTS (terms); i++)
    {
      guint year = FIRST_YEAR + i / G_N_ELEMENTS (terms), term = i % G_N_ELEMENTS (terms);
      OctCycle cycle = { .starts = year * 10000 + terms[term].starts,
                         .ends = year * 10000 + terms[term].ends };

      cycle.name = g_strdup_printf ("%s %u", terms[term].name, year);
      cycle.framework_id = oct_workspace_read_framework_id (workspace, error);
      if (!oct_workspace_put_cycle (workspace, info, &cycle, &cycle.id, error))
        return FALSE;
      judge_all (workspace, filling->framework, &cycle, NULL, i);
      for (guint j = 0; j < filling->schools->len; j++)
        judge_all (workspace, filling->framework, &cycle, g_ptr_array_index (filling->schools, j),
                   i + j * 31);
      cycle.closed = TRUE;
      if (i + 1 < N_YEARS * G_N_ELEMENTS (terms)
          && !oct_workspace_put_cycle (workspace, info, &cycle, NULL, error))
        return FALSE;
      g_free (cycle.name);
      g_free (cycle.id);
      g_free (cycle.framework_id);
    }

  return TRUE;
}

static void
make_workspace (const char *folder)
{
  g_autoptr (OctSession) session = oct_session_new (folder);
  OctWorkbench *workbench = oct_session_get_workbench (session);
  const OctEditInfo info = { .sentence = "Filled", .location = "our-trust" };
  OctAssessment *assessment;
  Filling filling;
  Moment start = now ();

  create (workbench);
  assessment = oct_workbench_get_assessment (workbench);
  filling.framework = g_object_ref (oct_assessment_get_framework (assessment));
  filling.schools = g_ptr_array_ref (oct_assessment_get_schools (assessment));
  oct_workbench_edit_async (workbench, &info, fill, &filling, NULL, edited_cb, NULL);
  oct_workbench_wait (workbench);
  g_object_unref (filling.framework);
  g_ptr_array_unref (filling.schools);
  g_print ("Made the workspace in %.0f s.\n", since (start).wall / 1000);
}

/* --- measuring --- */

static double
measure_empty (Bench *bench)
{
  g_autoptr (GArray) times = new_times ();

  for (int i = 0; i < n_times; i++)
    {
      begin (bench);
      open_window (bench, G_TYPE_NONE, NULL, NULL);
      wait_for_last_frame (bench);
      g_array_append_val (times, bench->last);
      close_window (bench);
    }

  return print_row ("an empty window", times).wall;
}

static void
changed_cb (OctWorkbench *workbench, Bench *bench)
{
  bench->first = since (bench->start);
}

static double
measure_opening (Bench *bench, const char *folder)
{
  g_autoptr (GArray) reads = new_times ();
  g_autoptr (GArray) times = new_times ();
  g_autoptr (GArray) settled = new_times ();
  double median;

  for (int i = 0; i < n_times; i++)
    {
      g_autoptr (OctSession) session = oct_session_new (folder);
      OctWorkbench *workbench = oct_session_get_workbench (session);
      Bench read = { 0 };

      /* The page is there, as in the program, and nothing is open. */
      begin (bench);
      open_window (bench, OCT_TYPE_OUR_TRUST_PAGE, session, "our-trust");
      wait_for_last_frame (bench);
      g_signal_connect (workbench, "changed", G_CALLBACK (changed_cb), &read);
      begin (bench);
      read.start = bench->start;
      oct_workbench_open_async (workbench, NAME, NULL, opened_cb, NULL);
      while (oct_workbench_get_assessment (workbench) == NULL)
        g_main_context_iteration (NULL, TRUE);
      bench->painted = FALSE;
      wait_for_last_frame (bench);
      g_array_append_val (reads, read.first);
      g_array_append_val (times, bench->last);
      g_array_append_val (settled, bench->settled);
      close_window (bench);
      oct_workbench_wait (workbench);
    }
  print_row ("opened and read", reads);
  median = print_row ("opened until Our trust is painted", times).wall;
  print_row ("  and all that lies below the window", settled);

  return median;
}

/* The trust's judgement of an element, with other words each time. */
static OctJudgement *
change_judgement (OctWorkbench *workbench, int turn)
{
  OctAssessment *assessment = oct_workbench_get_assessment (workbench);
  OctFramework *framework = oct_assessment_get_framework (assessment);
  const OctElement *element = oct_framework_get_element (framework, 1 + (guint) turn % 8);
  const OctJudgement *known = oct_assessment_find (assessment, OCT_WHEN_NOW, NULL, element->key,
                                                   NULL, OCT_VIEW_OWN);
  OctJudgement *judgement = oct_judgement_copy (known);
  const OctStage *stage = g_ptr_array_index (oct_framework_get_stages (framework),
                                             (guint) turn % 5);

  g_free (judgement->stage);
  judgement->stage = g_strdup (stage->key);
  g_free (judgement->reason);
  judgement->reason = g_strdup_printf ("Seen for the time number %d, and written down at once.",
                                       turn);

  return judgement;
}

static void
measure_edits (Bench *bench, OctSession *session, const char *folder)
{
  OctWorkbench *workbench = oct_session_get_workbench (session);
  g_autoptr (GArray) durable = new_times ();
  g_autoptr (GArray) screen = new_times ();
  g_autoptr (GArray) settled = new_times ();
  double alone, median;

  for (int i = 0; i < n_times * 4; i++)
    {
      g_autoptr (OctJudgement) judgement = change_judgement (workbench, i);
      gboolean kept = FALSE;
      Moment time;

      begin (bench);
      oct_workbench_judge_async (workbench, judgement, FALSE, edited_cb, &kept);
      while (!kept)
        g_main_context_iteration (NULL, TRUE);
      time = since (bench->start);
      bench->painted = FALSE;
      wait_for_last_frame (bench);
      g_array_append_val (durable, time);
      g_array_append_val (screen, bench->last);
      g_array_append_val (settled, bench->settled);
    }
  alone = measure_sqlite (folder);
  median = print_row ("an edit until it is durable and read back", durable).wall;
  g_print ("%-44s %5s  %7.1f\n", "  beside SQLite alone, times", "", median / alone);
  print_row ("an edit until Our trust is painted", screen);
  print_row ("  and all that lies below the window", settled);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctEditRecord) record = oct_workbench_step_finish (OCT_WORKBENCH (source), result,
                                                                &error);

  if (record == NULL)
    g_error ("%s", error->message);
  *(gboolean *) user_data = TRUE;
}

static void
measure_undo (OctSession *session)
{
  OctWorkbench *workbench = oct_session_get_workbench (session);
  g_autoptr (GArray) times = new_times ();
  g_autoptr (GArray) early = new_times ();
  g_autoptr (GArray) late = new_times ();
  guint part = (guint) MAX (n_undos / 10, 1);
  Moment first, last;

  for (int i = 0; i < n_undos; i++)
    {
      g_autoptr (OctJudgement) judgement = change_judgement (workbench, i);

      oct_workbench_judge_async (workbench, judgement, FALSE, edited_cb, NULL);
      oct_workbench_wait (workbench);
    }
  for (int i = 0; i < n_undos; i++)
    {
      gboolean undone = FALSE;
      Moment start = now (), time;

      oct_workbench_undo_async (workbench, undone_cb, &undone);
      while (!undone)
        g_main_context_iteration (NULL, TRUE);
      time = since (start);
      g_array_append_val (times, time);
    }
  g_array_append_vals (early, times->data, MIN (part, times->len));
  g_array_append_vals (late, &g_array_index (times, Moment, times->len - MIN (part, times->len)),
                       MIN (part, times->len));
  first = print_row ("an undo, the first tenth", early);
  last = print_row ("an undo, the last tenth", late);
  print_row ("an undo, all", times);
  g_print ("%-44s %5s  %7.2f %7s   %7.2f\n", "  the last beside the first, times", "",
           last.wall / first.wall, "", last.own / first.own);
}

static void
measure_moderation (Bench *bench, OctSession *session)
{
  g_autofree char *location = g_strdup_printf ("moderate/%d", MODERATED);
  g_autoptr (GArray) first = new_times ();
  g_autoptr (GArray) whole = new_times ();

  for (int i = 0; i < n_times; i++)
    {
      begin (bench);
      open_window (bench, OCT_TYPE_MODERATE_PAGE, session, location);
      wait_for_last_frame (bench);
      g_array_append_val (first, bench->first);
      g_array_append_val (whole, bench->last);
      close_window (bench);
    }
  print_row ("moderation until the first frame", first);
  print_row ("moderation until the last frame", whole);
}

static void
measure_agreeing (Bench *bench, OctSession *session)
{
  g_autofree char *location = g_strdup_printf ("moderate/%d", MODERATED);
  OctWorkbench *workbench = oct_session_get_workbench (session);
  g_autoptr (GArray) times = new_times ();

  begin (bench);
  open_window (bench, OCT_TYPE_MODERATE_PAGE, session, location);
  wait_for_last_frame (bench);
  for (int i = 0; i < n_times; i++)
    {
      g_autoptr (OctJudgement) judgement = change_judgement (workbench, i);
      gboolean kept = FALSE;

      begin (bench);
      oct_workbench_judge_async (workbench, judgement, FALSE, edited_cb, &kept);
      while (!kept)
        g_main_context_iteration (NULL, TRUE);
      /* What is shown may be as before: then there is no frame to wait for. */
      gtk_widget_queue_draw (bench->page);
      bench->painted = FALSE;
      wait_for_last_frame (bench);
      g_array_append_val (times, bench->last);
    }
  close_window (bench);
  print_row ("an edit until moderation is painted", times);
}

static void
measure (const char *folder)
{
  g_autoptr (OctSession) session = NULL;
  Bench bench = { 0 };
  double empty, opened;

  print_header ();
  empty = measure_empty (&bench);
  opened = measure_opening (&bench, folder);
  g_print ("%-44s %5s  %7.1f\n", "  beside an empty window, times", "", opened / empty);
  session = oct_session_new (folder);
  oct_workbench_open_async (oct_session_get_workbench (session), NAME, NULL, opened_cb, NULL);
  oct_workbench_wait (oct_session_get_workbench (session));
  begin (&bench);
  open_window (&bench, OCT_TYPE_OUR_TRUST_PAGE, session, "our-trust");
  wait_for_last_frame (&bench);
  measure_edits (&bench, session, folder);
  close_window (&bench);
  measure_moderation (&bench, session);
  measure_agreeing (&bench, session);
  if (n_undos > 0)
    measure_undo (session);
}

int
main (int argc, char **argv)
{
  const GOptionEntry entries[] = {
    { "schools", 0, 0, G_OPTION_ARG_INT, &n_schools, "How many schools", "N" },
    { "undos", 0, 0, G_OPTION_ARG_INT, &n_undos, "How many edits to undo", "N" },
    { "times", 0, 0, G_OPTION_ARG_INT, &n_times, "How often to measure", "N" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("FOLDER");
  g_autoptr (GError) error = NULL;
  g_autofree char *file = NULL;

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 2)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "Say which FOLDER.");
      return 2;
    }
  n_times = MAX (n_times, 1);
  file = g_build_filename (argv[1], "workspaces", NAME ".octant", NULL);
  if (!g_file_test (file, G_FILE_TEST_EXISTS))
    {
      g_mkdir_with_parents (argv[1], 0700);
      make_workspace (argv[1]);
    }
  adw_init ();
  g_resources_register (oct_ui_get_resource ());
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  measure (argv[1]);

  return 0;
}
