/* The changes from the register: told on Our trust, gone through on a page of their own, accepted or
 * put off; and a school that was divided asks which one goes on.
 */
#include <string.h>

#include "oct-accept-page.h"
#include "oct-accept-row.h"
#include "oct-acceptance.h"
#include "oct-our-trust-page.h"
#include "window-fixture.h"

/* The demonstration, which accepted the release of 2025 and has that of 2026. */
static void
set_up_accepting (Fixture *fixture, gconstpointer data)
{
  set_up_demo (fixture, data);
  fixture->workbench = oct_session_get_workbench (fixture->session);
  settle (fixture);
}

static gboolean
is_labelled (GtkWidget *widget, const char *text)
{
  return GTK_IS_CHECK_BUTTON (widget) && gtk_widget_get_mapped (widget)
         && g_strcmp0 (gtk_check_button_get_label (GTK_CHECK_BUTTON (widget)), text) == 0;
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError **error = user_data;
  g_autoptr (OctEditRecord) record = oct_workbench_step_finish (OCT_WORKBENCH (source), result,
                                                                error);

  g_assert_null (record);
}

static void
test_told_and_put_off (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, OCT_TYPE_OUR_TRUST_PAGE, "our-trust");
  wait_for_text (fixture, "The register of 1 September 2026 differs from what this workspace "
                          "accepted: 1 school renamed, other facts of 10 schools differ.");
  click (wait_for_text (fixture, "Review changes"));
  g_assert_cmpstr (fixture->gone, ==, "accept");

  close_window (fixture);
  open_page (fixture, OCT_TYPE_ACCEPT_PAGE, "accept");
  click (wait_for_text (fixture, "_Not now"));
  wait_for_text (fixture, "Put off until the next register");
  g_assert_cmpuint (oct_acceptance_count_open (oct_session_get_acceptance (fixture->session)), ==,
                    0);

  close_window (fixture);
  open_page (fixture, OCT_TYPE_OUR_TRUST_PAGE, "our-trust");
  wait_for_text (fixture, "Longshore Learning Trust");
  assert_not_said (fixture, "The register of");
}

static void
test_accept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  open_page (fixture, OCT_TYPE_ACCEPT_PAGE, "accept");
  wait_for_text (fixture, "1 school renamed, other facts of 10 schools differ");
  wait_for_text (fixture, "Marram Bay Primary School → Marram Bay Community Primary School");
  wait_for_text (fixture, "Pupils 812 → 741");
  wait_for_text (fixture, "_Accept 11 changes");
  assert_fits (fixture);

  /* One check stands for all of a kind. */
  gtk_check_button_set_active (GTK_CHECK_BUTTON (wait_for (fixture, is_labelled, "All")), FALSE);
  click (wait_for_text (fixture, "_Accept 1 change"));
  settle (fixture);
  g_assert_nonnull (fixture->said);
  g_assert_nonnull (oct_assessment_find_urn (get_assessment (fixture), 900002));
  g_assert_cmpstr (oct_assessment_find_urn (get_assessment (fixture), 900002)->name, ==,
                   "Marram Bay Community Primary School");

  /* What was left unchecked is put off, and can be accepted still. */
  wait_for_text (fixture, "Put off until the next register");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (wait_for (fixture, is_labelled, "All")), TRUE);
  click (wait_for_text (fixture, "_Accept 10 changes"));
  wait_for_text (fixture, "Nothing differs");

  oct_workbench_undo_async (fixture->workbench, undone_cb, &error);
  settle (fixture);
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "accepted"));
}

static void
test_by_hand (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, OCT_TYPE_ACCEPT_PAGE, "accept");
  wait_for_text (fixture, "This trust was entered by hand");
}

static GPtrArray *
make_split (void)
{
  const OctOwnTrust trust = { .uid = 1, .name = (char *) "Trust", .purpose = (char *) "" };
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func ((GDestroyNotify) oct_own_school_free);
  g_autoptr (GPtrArray) schools = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (g_object_unref);
  const OctRegisterPicture picture = { 20260901, "Trust", schools, 2, links };
  OctOwnSchool *before = oct_own_school_new ();

  before->id = g_strdup ("oak");
  before->urn = 1;
  g_ptr_array_add (own, before);
  for (guint32 urn = 2; urn <= 4; urn++)
    {
      const OctSchoolFacts facts = { .urn = urn == 4 ? 1 : urn,
                                     .name = urn == 2 ? "Oak Lower" : "Oak Upper",
                                     .type = "",
                                     .la = "",
                                     .town = "",
                                     .postcode = "",
                                     .trust = "",
                                     .trust_uid = 1,
                                     .status = urn == 4 ? OCT_STATUS_CLOSED : OCT_STATUS_OPEN };

      g_ptr_array_add (schools, oct_school_new (&facts, NULL));
      if (urn < 4)
        g_ptr_array_add (links, oct_link_new (1, urn, "", "Successor - Split School", 20260901));
    }

  return oct_find_differences (&trust, own, &picture);
}

/* The check at a position, counted down. */
static GtkWidget *
find_check (GtkWidget *widget, guint *position)
{
  if (GTK_IS_CHECK_BUTTON (widget) && (*position)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_check (child, position);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* It can't be accepted before a person has chosen. */
static void
test_split (void)
{
  g_autoptr (GPtrArray) differences = make_split ();
  g_autoptr (GtkWidget) widget = g_object_ref_sink (
    oct_accept_row_new (g_ptr_array_index (differences, 0), OCT_DATE_UNKNOWN));
  OctAcceptRow *row = OCT_ACCEPT_ROW (widget);
  GtkWidget *upper;
  guint position = 2; /* after the check of the row, and the first choice */

  g_assert_cmpuint (differences->len, ==, 1);
  oct_accept_row_set_active (row, TRUE);
  g_assert_false (oct_accept_row_can_accept (row));
  g_assert_false (oct_accept_row_get_active (row));

  upper = find_check (widget, &position);
  g_assert_nonnull (upper);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (upper), TRUE);
  g_assert_true (oct_accept_row_get_active (row));
  g_assert_cmpuint (oct_accept_row_get_urn (row), ==, 3);
}

int
main (int argc, char **argv)
{
  if (fixture_init (&argc, &argv))
    {
#define ADD(path, set_up_func, func) g_test_add (path, Fixture, NULL, set_up_func, func, tear_down)
      ADD ("/accept-page/told-and-put-off", set_up_accepting, test_told_and_put_off);
      ADD ("/accept-page/accept", set_up_accepting, test_accept);
      ADD ("/accept-page/by-hand", set_up, test_by_hand);
#undef ADD
      g_test_add_func ("/accept-page/split", test_split);
    }

  return g_test_run ();
}
