/* How fast the plans of ninety schools and five years are read, shown, filtered, reviewed and undone.
 *
 * The workspace is made first: in each of five years a plan for every school, with twenty objectives of
 * ten actions each and three reviews. Pages stand in a window on a (virtual) display, and times are as
 * in bench-workspace.c; beside a review that is saved stands what SQLite alone takes for a synced
 * insert.
 *
 *   bench-plans [--schools N] [--years N] [--times N] [--only PART] FOLDER
 */
#include "bench-painting.h"

#include <locale.h>

#include "oct-plan-edits.h"
#include "oct-plans-page.h"
#include "oct-timeline-page.h"
#include "oct-workspace-records.h"

/* The pictures and templates of the program; naming them links them in. */
extern GResource *oct_ui_get_resource (void);

#define NAME "Ninety"
#define FIRST_YEAR 2022
#define N_OBJECTIVES 20
#define N_ACTIONS 10
#define N_REVIEWS 3

static int n_schools = 90;
static int n_years = 5;
static int n_times = 15;
static char *only; /* what alone is measured; NULL for all */

/* --- the workspace --- */

static const OctEditInfo info = { .sentence = "Took over a plan", .location = "plans" };

static gpointer
add (OctRecordChange *change, const OctRecordKind *kind, const char *parent_id, guint position)
{
  const OctRecordField *rank = oct_record_kind_find_field (kind, "rank");
  gpointer record = oct_record_change_put (change, oct_record_new (kind));

  if (parent_id != NULL)
    oct_record_set_text (record, oct_record_kind_find_field (kind, kind->parent), parent_id);
  if (rank != NULL)
    {
      char text[] = { (char) ('a' + position / 24), (char) ('b' + position % 24), '\0' };

      oct_record_set_text (record, rank, text);
    }

  return record;
}

static void
add_objective (OctRecordChange *change, const OctPlan *plan, const char *owner_id, guint position,
               GPtrArray *objectives)
{
  OctObjective *objective = add (change, &oct_objective_kind, plan->record.id, position);
  OctCriterion *criterion = add (change, &oct_criterion_kind, objective->record.id, 0);
  OctMilestone *milestone = add (change, &oct_milestone_kind, objective->record.id, 0);
  OctDate year = (OctDate) plan->starts * 10000;

  objective->statement = (g_free (objective->statement),
                          g_strdup_printf ("Objective %u of this plan: pupils remember what they "
                                           "were taught, and teachers know it",
                                           position + 1));
  oct_replace (&objective->owner_id, position % 7 != 0 ? owner_id : NULL);
  objective->lever = (OctLever) (position % 6);
  objective->due = year + 10000 + 717;
  oct_replace (&criterion->measure, "Pupils on track");
  criterion->baseline = 52.5;
  criterion->target = 70;
  oct_replace (&milestone->title, "Half of the classes seen");
  milestone->due = year + 10000 + 327;
  for (guint i = 0; i < N_ACTIONS; i++)
    {
      OctAction *action = add (change, &oct_action_kind, objective->record.id, i);

      oct_replace (&action->text, "Plan the next six weeks together and look at pupils’ books");
      oct_replace (&action->owner_id, owner_id);
      action->starts = year + 901 + (OctDate) (i % 3) * 100;
      action->due = year + 10000 + 107 + (OctDate) (i % 6) * 100;
      action->status = (OctActionStatus) (i % 3);
    }
  g_ptr_array_add (objectives, objective);
}

static OctReview *
add_review (OctRecordChange *change, const OctPlan *plan, guint number, GPtrArray *objectives)
{
  static const guint days[N_REVIEWS] = { 1114, 10320, 10703 };
  OctReview *review = add (change, &oct_review_kind, plan->record.id, 0);

  review->number = number + 1;
  review->on = (OctDate) plan->starts * 10000 + (OctDate) days[number];
  for (guint i = 0; i < objectives->len; i++)
    {
      OctProgress *progress = add (change, &oct_progress_kind, review->record.id, 0);

      oct_replace (&progress->objective_id, ((OctRecord *) g_ptr_array_index (objectives, i))->id);
      progress->rating = (OctRating) (1 + (i * 7 + number * 5) % 3);
      oct_replace (&progress->details,
                   "Seen in two visits and in what pupils say of their lessons.");
      oct_replace (&progress->next_step, "Look at the two classes that are behind again in March.");
      progress->final = TRUE;
    }

  return review;
}

static gboolean
add_plan (OctWorkspace *workspace, const char *school_id, const char *owner_id, int year,
          GError **error)
{
  g_autoptr (OctRecordChange) change = oct_record_change_new ();
  g_autoptr (GPtrArray) objectives = g_ptr_array_new ();
  OctPlan *plan = add (change, &oct_plan_kind, NULL, 0);

  oct_replace (&plan->title, "School improvement plan");
  oct_replace (&plan->school_id, school_id);
  plan->starts = plan->ends = FIRST_YEAR + year;
  plan->status = year + 1 < n_years ? OCT_PLAN_COMPLETE : OCT_PLAN_IN_PROGRESS;
  plan->approved_on = (OctDate) plan->starts * 10000 + 901;
  for (guint i = 0; i < N_OBJECTIVES; i++)
    add_objective (change, plan, owner_id, i, objectives);
  for (guint i = 0; i < N_REVIEWS; i++)
    add_review (change, plan, i, objectives);

  return oct_workspace_change_records (workspace, &info, change, error);
}

static gboolean
fill (OctWorkspace *workspace, const OctEditInfo *unused, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) schools = oct_workspace_read_schools (workspace, FALSE, error);
  g_autoptr (GPtrArray) people = oct_workspace_read_people (workspace, error);

  for (int year = 0; year < n_years; year++)
    for (guint i = 0; i < schools->len; i++)
      if (!add_plan (workspace, ((OctOwnSchool *) g_ptr_array_index (schools, i))->id,
                     ((OctPerson *) g_ptr_array_index (people, 0))->id, year, error))
        return FALSE;

  return TRUE;
}

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
created_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!oct_workbench_create_finish (OCT_WORKBENCH (source), result, &error))
    g_error ("%s", error->message);
}

static void
make_workspace (OctWorkbench *workbench)
{
  g_autoptr (GPtrArray) schools = g_ptr_array_new_with_free_func (
    (GDestroyNotify) oct_own_school_free);
  const OctOwnTrust trust = { .name = (char *) "Ninety Schools Trust", .purpose = (char *) "" };
  const OctPerson person = { .name = (char *) "", .post = (char *) "Director of education" };
  const OctNewWorkspace what = {
    .name = NAME, .trust = &trust, .schools = schools, .person = &person
  };
  Moment start = now ();

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
  oct_workbench_edit_async (workbench, &info, fill, NULL, NULL, edited_cb, NULL);
  oct_workbench_wait (workbench);
  g_print ("Made the workspace in %.0f s.\n", since (start).wall / 1000);
}

/* --- measuring --- */

static void
measure_reading (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "workspaces", NAME OCT_WORKSPACE_SUFFIX, NULL);
  g_autoptr (GArray) times = new_times ();

  for (int i = 0; i < MAX (n_times / 3, 3); i++)
    {
      g_autoptr (OctWorkspace) workspace = oct_workspace_open (path, OCT_WORKSPACE_READ_ONLY, NULL);
      g_autoptr (OctPlanBook) book = NULL;
      Moment start = now (), time;

      book = oct_workspace_read_plan_book (workspace, NULL);
      time = since (start);
      g_array_append_val (times, time);
    }
  print_row ("all plans read, on the worker", times);
}

static void
measure_page (Bench *bench, OctSession *session, GType type, const char *location, const char *name)
{
  g_autoptr (GArray) first = new_times ();
  g_autoptr (GArray) whole = new_times ();
  g_autofree char *until_first = g_strdup_printf ("%s until the first frame", name);
  g_autofree char *until_last = g_strdup_printf ("%s until the last frame", name);

  for (int i = 0; i < n_times; i++)
    {
      begin (bench);
      open_window (bench, type, session, location);
      wait_for_last_frame (bench);
      g_array_append_val (first, bench->first);
      g_array_append_val (whole, bench->last);
      close_window (bench);
    }
  print_row (until_first, first);
  print_row (until_last, whole);
}

static void
measure_filters (Bench *bench, OctSession *session)
{
  static const char *const locations[] = { "plans?rating=red",   "plans?q=remember",
                                           "plans?overdue=yes",  "plans",
                                           "plans?rating=amber", "plans?q=objective+7" };
  g_autoptr (GArray) times = new_times ();

  begin (bench);
  open_window (bench, OCT_TYPE_PLANS_PAGE, session, "plans");
  wait_for_last_frame (bench);
  for (int i = 0; i < n_times * 4; i++)
    {
      begin (bench);
      oct_page_show (OCT_PAGE (bench->page), locations[i % G_N_ELEMENTS (locations)]);
      gtk_widget_queue_draw (bench->page);
      wait_for_last_frame (bench);
      g_array_append_val (times, bench->first);
    }
  close_window (bench);
  print_row ("another filter until it is painted", times);
}

static GtkAdjustment *
find_vertical (GtkWidget *widget)
{
  if (GTK_IS_SCROLLABLE (widget))
    return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAdjustment *found = find_vertical (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Down through all plans, opened to their actions, by @step points a frame; the longest is what counts. */
static void
measure_frames (Bench *bench, GtkAdjustment *down, const char *name, double step)
{
  g_autoptr (GArray) times = new_times ();
  double end = gtk_adjustment_get_upper (down) - gtk_adjustment_get_page_size (down), at = 0;

  for (int i = 0; i < n_times * 20; i++)
    {
      at = at + step > end ? at + step - end : at + step;
      begin (bench);
      gtk_adjustment_set_value (down, at);
      while (!bench->painted)
        g_main_context_iteration (NULL, TRUE);
      g_array_append_val (times, bench->last);
    }
  print_row (name, times);
  g_print ("%-44s %5s  %7s %7s   %15.1f\n", "  the longest of them", "", "", "",
           g_array_index (times, Moment, times->len - 1).own);
}

static void
measure_scrolling (Bench *bench, OctSession *session)
{
  GtkAdjustment *down;
  GtkWidget *view;

  begin (bench);
  open_window (bench, OCT_TYPE_TIMELINE_PAGE, session, "timeline");
  wait_for_last_frame (bench);
  view = GTK_WIDGET (gtk_window_get_focus (bench->window));
  gtk_widget_activate_action (view, "timeline.all", "b", TRUE);
  begin (bench);
  gtk_widget_queue_draw (view);
  wait_for_last_frame (bench);
  down = find_vertical (view);
  measure_frames (bench, down, "the timeline scrolled by 120 points", 120);
  measure_frames (bench, down, "the timeline scrolled by a page", 900);
  measure_frames (bench, down, "the timeline jumped through", 123456.7);
  close_window (bench);
}

/* One objective's progress, as the review screen saves it. */
static void
measure_reviews (OctSession *session)
{
  OctWorkbench *workbench = oct_session_get_workbench (session);
  g_autoptr (GArray) saves = new_times ();
  g_autoptr (GArray) undos = new_times ();

  for (int i = 0; i < n_times * 4; i++)
    {
      OctPlanBook *book = oct_workbench_get_plans (workbench);
      GPtrArray *all = oct_plan_book_get_all (book, &oct_progress_kind);
      OctProgress *progress = oct_record_copy (g_ptr_array_index (all, (guint) i * 97 % all->len));
      OctRecordChange *change = oct_record_change_new ();
      gboolean kept = FALSE;
      Moment start, time;

      progress->details = (g_free (progress->details),
                           g_strdup_printf ("Seen for the time number %d.", i));
      oct_record_change_put (change, progress);
      start = now ();
      oct_workbench_change_records_async (workbench, &info, change, edited_cb, &kept);
      while (!kept)
        g_main_context_iteration (NULL, TRUE);
      time = since (start);
      g_array_append_val (saves, time);
    }
  print_row ("a rating until it is durable and in the book", saves);
  for (int i = 0; i < n_times; i++)
    {
      Moment start = now (), time;

      oct_workbench_undo_async (workbench, NULL, NULL);
      oct_workbench_wait (workbench);
      time = since (start);
      g_array_append_val (undos, time);
    }
  print_row ("an undo, with all plans read again", undos);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!oct_workbench_open_finish (OCT_WORKBENCH (source), result, &error))
    g_error ("%s", error->message);
}

static gboolean
is_wanted (const char *part)
{
  return only == NULL || g_str_equal (only, part);
}

static void
measure (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "workspaces", NAME OCT_WORKSPACE_SUFFIX, NULL);
  g_autoptr (OctSession) session = oct_session_new (folder);
  OctWorkbench *workbench = oct_session_get_workbench (session);
  Bench bench = { 0 };

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    make_workspace (workbench);
  else
    oct_workbench_open_async (workbench, NAME, NULL, opened_cb, NULL);
  oct_workbench_wait (workbench);
  while (oct_workbench_get_plans (workbench) == NULL)
    g_main_context_iteration (NULL, TRUE);
  print_header ();
  if (is_wanted ("reading"))
    measure_reading (folder);
  if (is_wanted ("plans"))
    measure_page (&bench, session, OCT_TYPE_PLANS_PAGE, "plans", "All plans");
  if (is_wanted ("filters"))
    measure_filters (&bench, session);
  if (is_wanted ("timeline"))
    measure_page (&bench, session, OCT_TYPE_TIMELINE_PAGE, "timeline", "the timeline");
  if (is_wanted ("scrolling"))
    measure_scrolling (&bench, session);
  if (is_wanted ("reviews"))
    measure_reviews (session);
  if (is_wanted ("reviews"))
    measure_sqlite (folder);
}

int
main (int argc, char **argv)
{
  const GOptionEntry entries[] = {
    { "schools", 0, 0, G_OPTION_ARG_INT, &n_schools, "How many schools", "N" },
    { "years", 0, 0, G_OPTION_ARG_INT, &n_years, "How many years", "N" },
    { "times", 0, 0, G_OPTION_ARG_INT, &n_times, "How often each is timed", "N" },
    { "only", 0, 0, G_OPTION_ARG_STRING, &only,
      "reading, plans, filters, timeline, scrolling or reviews alone", "PART" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("FOLDER");
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 2)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "Say which FOLDER.");
      return 2;
    }
  n_times = MAX (n_times, 1);
  g_mkdir_with_parents (argv[1], 0700);
  adw_init ();
  g_resources_register (oct_ui_get_resource ());
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  measure (argv[1]);

  return 0;
}
