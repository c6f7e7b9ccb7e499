/* Rows of findings; see the header. */

#include "oct-finding-list.h"

#include <glib/gi18n.h>

#include "oct-finding-row.h"
#include "oct-findings.h"

/* The same marks as in the pictures. */
static const struct
{
  const char *mark;
  const char *label;
} kinds[] = {
  [OCT_FINDING_UP] = { "▲", N_("Moved up") },
  [OCT_FINDING_DOWN] = { "▼", N_("Went back") },
  [OCT_FINDING_NOTE] = { "•", N_("Note") },
  [OCT_FINDING_TODO] = { "○", N_("To do") },
};

/* More than so many findings begin folded away, so that a trust of ninety schools still has a page
 * and not a roll. */
#define MOST_SHOWN 8

#define KEY_LIST "oct-findings"
#define KEY_ALL "oct-all-findings"

static GtkWidget *
make_row (void)
{
  GtkWidget *row = oct_finding_row_new ();

  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.go");

  return row;
}

static void
set_row (GtkWidget *row, const OctFinding *finding)
{
  GVariant *target = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (row));

  oct_finding_row_set (OCT_FINDING_ROW (row), kinds[finding->kind].mark,
                       _(kinds[finding->kind].label), finding->sentence, finding->detail,
                       "go-next-symbolic");
  if (target == NULL || !g_str_equal (g_variant_get_string (target, NULL), finding->location))
    gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", finding->location);
}

static void show_findings (GtkListBox *list, GPtrArray *findings, const char *empty);

/* Only the row that shows the rest comes here: the others have an action. */
static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row)
{
  GPtrArray *findings = g_object_get_data (G_OBJECT (list), KEY_LIST);
  GtkListBoxRow *next;

  if (oct_finding_row_has_mark (OCT_FINDING_ROW (row)))
    return;
  g_object_set_data (G_OBJECT (list), KEY_ALL, list);
  show_findings (list, findings, NULL);
  next = gtk_list_box_get_row_at_index (list, MOST_SHOWN);
  if (next != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (next));
}

/* Whether the row at a place shows a finding. */
static gboolean
is_finding (GtkListBoxRow *row)
{
  return row != NULL && oct_finding_row_has_mark (OCT_FINDING_ROW (row));
}

/* What stands after the findings, or in their place: nothing, how many more there are, or @empty. */
static void
set_tail (GtkListBox *list, guint place, guint n_more, const char *empty)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, (int) place);
  g_autofree char *more = NULL;

  if (n_more > 0)
    more = g_strdup_printf (ngettext ("Show %u more", "Show %u more", n_more), n_more);
  if (more != NULL || empty != NULL)
    {
      if (row == NULL || is_finding (row))
        {
          row = GTK_LIST_BOX_ROW (oct_finding_row_new ());
          gtk_list_box_insert (list, GTK_WIDGET (row), (int) place);
        }
      oct_finding_row_set (OCT_FINDING_ROW (row), NULL, NULL, more != NULL ? more : empty, NULL,
                           more != NULL ? "pan-down-symbolic" : NULL);
      gtk_list_box_row_set_activatable (row, more != NULL);
      gtk_widget_set_focusable (GTK_WIDGET (row), more != NULL);
      if (more != NULL)
        gtk_widget_remove_css_class (GTK_WIDGET (row), "dim-label");
      else
        gtk_widget_add_css_class (GTK_WIDGET (row), "dim-label");
      place++;
    }
  while ((row = gtk_list_box_get_row_at_index (list, (int) place)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

/* Rows stay and get other words, so that an edit elsewhere costs nothing here and the focus stays. */
static void
show_findings (GtkListBox *list, GPtrArray *findings, const char *empty)
{
  gboolean all = g_object_get_data (G_OBJECT (list), KEY_ALL) != NULL
                 || findings->len <= MOST_SHOWN + 1;
  guint n_shown = all ? findings->len : MOST_SHOWN;

  for (guint i = 0; i < n_shown; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, (int) i);

      if (is_finding (row))
        {
          set_row (GTK_WIDGET (row), g_ptr_array_index (findings, i));
          continue;
        }
      /* Where it leads is known before it is in the window, which looks whether that can be gone. */
      row = GTK_LIST_BOX_ROW (make_row ());
      set_row (GTK_WIDGET (row), g_ptr_array_index (findings, i));
      gtk_list_box_insert (list, GTK_WIDGET (row), (int) i);
    }
  set_tail (list, n_shown, findings->len - n_shown, findings->len == 0 ? empty : NULL);
}

/**
 * oct_finding_list_fill:
 * @list: a list box that only this function fills
 * @findings: (element-type OctFinding): findings; kept
 * @empty: what it says where there are none
 *
 * Shows findings, the first of them where there are many, with a row that shows the rest.
 */
void
oct_finding_list_fill (GtkListBox *list, GPtrArray *findings, const char *empty)
{
  g_object_set_data_full (G_OBJECT (list), KEY_LIST, g_ptr_array_ref (findings),
                          (GDestroyNotify) g_ptr_array_unref);
  if (g_signal_handler_find (list, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, row_activated_cb, NULL) == 0)
    g_signal_connect (list, "row-activated", G_CALLBACK (row_activated_cb), NULL);
  show_findings (list, findings, empty);
}
