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

static GtkWidget *
make_row (const OctFinding *finding)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *mark = gtk_label_new (kinds[finding->kind].mark);

  gtk_label_set_width_chars (GTK_LABEL (mark), 2);
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(kinds[finding->kind].label), -1);
  g_object_set (row, "use-markup", FALSE, "title", finding->sentence, "subtitle", finding->detail,
                "subtitle-lines", 2, "activatable", TRUE, NULL);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.go");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", finding->location);

  return row;
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

/**
 * oct_finding_list_fill:
 * @list: a list box, emptied first
 * @findings: (element-type OctFinding): findings
 * @empty: what it says where there are none
 */
void
oct_finding_list_fill (GtkListBox *list, GPtrArray *findings, const char *empty)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
  for (guint i = 0; i < findings->len; i++)
    gtk_list_box_append (list, make_row (g_ptr_array_index (findings, i)));
  if (findings->len == 0)
    gtk_list_box_append (list, make_empty (empty));
}
