/* A page in a window of its own; see the header. */
#include "window-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

extern GResource *oct_ui_get_resource (void);

#define TEST_TYPE_PAGE_WINDOW (test_page_window_get_type ())
G_DECLARE_FINAL_TYPE (TestPageWindow, test_page_window, TEST, PAGE_WINDOW, GtkWindow)

struct _TestPageWindow
{
  GtkWindow parent_instance;

  Fixture *fixture;
};

G_DEFINE_FINAL_TYPE (TestPageWindow, test_page_window, GTK_TYPE_WINDOW)

static void
go_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Fixture *fixture = TEST_PAGE_WINDOW (widget)->fixture;

  g_free (fixture->gone);
  fixture->gone = g_variant_dup_string (parameter, NULL);
}

static void
toast_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Fixture *fixture = TEST_PAGE_WINDOW (widget)->fixture;

  g_free (fixture->said);
  fixture->said = g_variant_dup_string (parameter, NULL);
}

static void
ignore_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
}

static void
test_page_window_class_init (TestPageWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.go", "s", go_cb);
  gtk_widget_class_install_action (widget_class, "win.toast", "s", toast_cb);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, ignore_cb);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, ignore_cb);
}

static void
test_page_window_init (TestPageWindow *self)
{
}

/* As the application does when it starts. */
static void
use_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/io/github/octantapp/Octant/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

gboolean
fixture_init (int *argc, char ***argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (argc, argv, NULL);
  if (!gtk_init_check ())
    return FALSE;
  adw_init ();
  g_resources_register (oct_ui_get_resource ());
  use_style ();

  return TRUE;
}

/* --- looking at a page --- */

gboolean
says (GtkWidget *widget, const char *text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
         && strstr (gtk_label_get_label (GTK_LABEL (widget)), text) != NULL;
}

gboolean
is_of_type (GtkWidget *widget, const char *type)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (widget), type) && gtk_widget_get_mapped (widget);
}

GtkWidget *
find_match (GtkWidget *widget, Matches matches, const char *text)
{
  if (matches (widget, text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_match (child, matches, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

GtkWidget *
find_type (Fixture *fixture, const char *type)
{
  return find_match (GTK_WIDGET (fixture->page), is_of_type, type);
}

GtkWidget *
wait_for (Fixture *fixture, Matches matches, const char *text)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  GtkWidget *found;

  while ((found = find_match (GTK_WIDGET (fixture->page), matches, text)) == NULL)
    {
      if (g_get_monotonic_time () > end)
        g_error ("The page never had “%s”.", text);
      g_main_context_iteration (NULL, FALSE);
    }

  return found;
}

GtkWidget *
wait_for_text (Fixture *fixture, const char *text)
{
  return wait_for (fixture, says, text);
}

void
wait_until_gone (Fixture *fixture, const char *text)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;

  while (find_match (GTK_WIDGET (fixture->page), says, text) != NULL)
    {
      if (g_get_monotonic_time () > end)
        g_error ("The page never lost “%s”.", text);
      g_main_context_iteration (NULL, FALSE);
    }
}

void
assert_not_said (Fixture *fixture, const char *text)
{
  g_assert_null (find_match (GTK_WIDGET (fixture->page), says, text));
}

void
assert_fits (Fixture *fixture)
{
  int least;

  gtk_widget_measure (GTK_WIDGET (fixture->page), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL,
                      NULL, NULL);
  g_assert_cmpint (least, <=, 360);
}

void
settle (Fixture *fixture)
{
  if (fixture->workbench != NULL)
    oct_workbench_wait (fixture->workbench);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
open_page (Fixture *fixture, GType type_of_page, const char *location)
{
  close_window (fixture);
  fixture->window = g_object_new (TEST_TYPE_PAGE_WINDOW, "default-width", 1200, "default-height",
                                  800, NULL);
  TEST_PAGE_WINDOW (fixture->window)->fixture = fixture;
  fixture->page = g_object_new (type_of_page, "session", fixture->session, NULL);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
  oct_page_show (fixture->page, location);
  gtk_test_widget_wait_for_draw (fixture->window);
}

void
click (GtkWidget *label)
{
  GtkWidget *button = gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

/* --- a trust with three schools --- */

void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  oct_workbench_edit_finish (OCT_WORKBENCH (source), result, &error);
  g_assert_no_error (error);
}

static void
created_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  oct_workbench_create_finish (OCT_WORKBENCH (source), result, &error);
  g_assert_no_error (error);
}

void
create_workspace (Fixture *fixture)
{
  static const char *const names[] = { "Alder Primary School", "Birch Academy", "Cedar School" };
  g_autoptr (GPtrArray) schools = g_ptr_array_new_with_free_func (
    (GDestroyNotify) oct_own_school_free);
  OctOwnTrust trust = { .name = (char *) "Hedgerow Trust", .purpose = (char *) "" };
  OctPerson person = { .name = (char *) "", .post = (char *) "Director of education" };
  const OctNewWorkspace what = {
    .name = "Hedgerow", .trust = &trust, .schools = schools, .person = &person
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      OctOwnSchool *school = oct_own_school_new ();

      g_free (school->name);
      school->name = g_strdup (names[i]);
      school->urn = 900101 + i;
      g_ptr_array_add (schools, school);
    }
  oct_workbench_create_async (fixture->workbench, &what, NULL, created_cb, NULL);
  settle (fixture);
}

void
begin_cycle (Fixture *fixture, const char *name, OctDate starts, OctDate ends)
{
  char *focus[] = { (char *) "deep-collaboration", NULL };
  OctCycle cycle = { .name = (char *) name, .starts = starts, .ends = ends, .focus = focus };

  oct_workbench_put_cycle_async (fixture->workbench, &cycle, done_cb, NULL);
  settle (fixture);
}

OctAssessment *
get_assessment (Fixture *fixture)
{
  return oct_workbench_get_assessment (fixture->workbench);
}

const char *
school_id (Fixture *fixture, guint index)
{
  return ((const OctOwnSchool *) g_ptr_array_index (
            oct_assessment_get_schools (get_assessment (fixture)), index))
    ->id;
}

void
judge (Fixture *fixture, const char *school, const char *element, const char *stage,
       OctJudgementView view)
{
  g_autoptr (OctJudgement) judgement = oct_judgement_new (NULL, school, element, NULL, view);

  judgement->stage = g_strdup (stage);
  g_free (judgement->reason);
  judgement->reason = g_strdup ("Seen in three visits.");
  judgement->final = TRUE;
  oct_workbench_judge_async (fixture->workbench, judgement, FALSE, done_cb, NULL);
  settle (fixture);
}

/* --- sessions --- */

static void
make_folder (Fixture *fixture)
{
  fixture->folder = g_dir_make_tmp ("octant-window-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
}

void
open_session (Fixture *fixture)
{
  fixture->session = oct_session_new (fixture->folder);
  oct_session_open (fixture->session, NULL); /* there is no register, and none is needed */
  fixture->workbench = oct_session_get_workbench (fixture->session);
}

void
set_up_demo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make_folder (fixture);
  fixture->session = oct_session_new_demo (fixture->folder);
  oct_session_open (fixture->session, &error);
  g_assert_no_error (error);
}

void
set_up_empty (Fixture *fixture, gconstpointer data)
{
  make_folder (fixture);
  open_session (fixture);
  settle (fixture);
}

void
set_up (Fixture *fixture, gconstpointer data)
{
  set_up_empty (fixture, data);
  create_workspace (fixture);
  begin_cycle (fixture, "Summer 2026", 20260420, 20260721);
  judge (fixture, school_id (fixture, 0), ELEMENT, "developing", OCT_VIEW_OWN);
  judge (fixture, school_id (fixture, 0), "civic-duty", "beginning", OCT_VIEW_OWN);
  begin_cycle (fixture, "Autumn 2026", 20260901, 20261218);
}

void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

void
close_window (Fixture *fixture)
{
  GtkWidget *window = fixture->window;

  if (window == NULL)
    return;
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  settle (fixture);
  g_assert_null (window);
  fixture->window = NULL;
}

void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_window (fixture);
  oct_session_flush (fixture->session);
  g_clear_object (&fixture->session);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->gone);
  g_free (fixture->said);
}
