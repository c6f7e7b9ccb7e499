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

static GtkWidget *
make_empty (const char *text)
{
  GtkWidget *row = oct_finding_row_new ();

  oct_finding_row_set (OCT_FINDING_ROW (row), NULL, NULL, text, NULL, NULL);
  g_object_set (row, "activatable", FALSE, "focusable", FALSE, NULL);
  gtk_widget_add_css_class (row, "dim-label");

  return row;
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

static GtkWidget *
make_more (guint n)
{
  GtkWidget *row = oct_finding_row_new ();
  g_autofree char *title = g_strdup_printf (ngettext ("Show %u more", "Show %u more", n), n);

  oct_finding_row_set (OCT_FINDING_ROW (row), NULL, NULL, title, NULL, "pan-down-symbolic");

  return row;
}

/* Whether the row at a place shows a finding. */
static gboolean
is_finding (GtkListBoxRow *row)
{
  return row != NULL && oct_finding_row_has_mark (OCT_FINDING_ROW (row));
}

/* Puts a row after the findings, or none. One that says the same stays as it is. */
static void
set_tail (GtkListBox *list, guint place, GtkWidget *tail)
{
  g_autoptr (GtkWidget) wanted = tail != NULL ? g_object_ref_sink (tail) : NULL;
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, (int) place);

  if (wanted != NULL && row != NULL && !is_finding (row)
      && g_str_equal (oct_finding_row_get_title (OCT_FINDING_ROW (row)),
                      oct_finding_row_get_title (OCT_FINDING_ROW (wanted))))
    {
      place++;
      g_clear_object (&wanted);
    }
  while ((row = gtk_list_box_get_row_at_index (list, (int) place)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  if (wanted != NULL)
    gtk_list_box_append (list, wanted);
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
  if (findings->len == 0 && empty != NULL)
    set_tail (list, 0, make_empty (empty));
  else
    set_tail (list, n_shown, n_shown < findings->len ? make_more (findings->len - n_shown) : NULL);
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
