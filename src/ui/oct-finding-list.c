/* Rows of findings; see the header. */

#include "oct-finding-list.h"

#include <glib/gi18n.h>

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

#define KEY_MARK "oct-mark"
#define KEY_LIST "oct-findings"
#define KEY_ALL "oct-all-findings"

static GtkWidget *
make_row (void)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *mark = gtk_label_new (NULL);

  gtk_label_set_width_chars (GTK_LABEL (mark), 2);
  g_object_set (row, "use-markup", FALSE, "subtitle-lines", 2, "activatable", TRUE, NULL);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.go");
  g_object_set_data (G_OBJECT (row), KEY_MARK, mark);

  return row;
}

static void
set_row (GtkWidget *row, const OctFinding *finding)
{
  GtkWidget *mark = g_object_get_data (G_OBJECT (row), KEY_MARK);

  gtk_label_set_label (GTK_LABEL (mark), kinds[finding->kind].mark);
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(kinds[finding->kind].label), -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), finding->sentence);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), finding->detail);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", finding->location);
}

static GtkWidget *
make_empty (const char *text)
{
  GtkWidget *row = adw_action_row_new ();

  g_object_set (row, "use-markup", FALSE, "title", text, "activatable", FALSE, "focusable", FALSE,
                NULL);
  gtk_widget_add_css_class (row, "dim-label");

  return row;
}

static void show_findings (GtkListBox *list, GPtrArray *findings);

static void
more_activated_cb (AdwActionRow *more)
{
  GtkListBox *list = GTK_LIST_BOX (gtk_widget_get_parent (GTK_WIDGET (more)));
  GPtrArray *findings = g_object_get_data (G_OBJECT (list), KEY_LIST);
  GtkListBoxRow *next;

  g_object_set_data (G_OBJECT (list), KEY_ALL, list);
  show_findings (list, findings);
  next = gtk_list_box_get_row_at_index (list, MOST_SHOWN);
  if (next != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (next));
}

static GtkWidget *
make_more (guint n)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_strdup_printf (ngettext ("Show %u more", "Show %u more", n), n);

  g_object_set (row, "use-markup", FALSE, "title", title, "activatable", TRUE, NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("pan-down-symbolic"));
  g_signal_connect (row, "activated", G_CALLBACK (more_activated_cb), NULL);

  return row;
}

/* Rows stay and get other words, so that an edit elsewhere costs nothing here and the focus stays. */
static void
show_findings (GtkListBox *list, GPtrArray *findings)
{
  gboolean all = g_object_get_data (G_OBJECT (list), KEY_ALL) != NULL
                 || findings->len <= MOST_SHOWN + 1;
  guint n_shown = all ? findings->len : MOST_SHOWN;
  GtkListBoxRow *row;

  for (guint i = 0; i < n_shown; i++)
    {
      row = gtk_list_box_get_row_at_index (list, (int) i);
      if (row != NULL && g_object_get_data (G_OBJECT (row), KEY_MARK) == NULL)
        {
          gtk_list_box_remove (list, GTK_WIDGET (row));
          row = gtk_list_box_get_row_at_index (list, (int) i);
        }
      if (row != NULL)
        {
          set_row (GTK_WIDGET (row), g_ptr_array_index (findings, i));
          continue;
        }
      /* Where it leads is known before it is in the window, which looks whether that can be gone. */
      row = GTK_LIST_BOX_ROW (make_row ());
      set_row (GTK_WIDGET (row), g_ptr_array_index (findings, i));
      gtk_list_box_append (list, GTK_WIDGET (row));
    }
  while ((row = gtk_list_box_get_row_at_index (list, (int) n_shown)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  if (n_shown < findings->len)
    gtk_list_box_append (list, make_more (findings->len - n_shown));
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
  show_findings (list, findings);
  if (findings->len == 0)
    gtk_list_box_append (list, make_empty (empty));
}
