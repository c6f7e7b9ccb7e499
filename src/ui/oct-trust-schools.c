/* The schools of a trust as a table, with its own order, star and export.
 *
 * The table is that of the page of schools with the trust as its only filter; closed schools can
 * be added, since a trust's history is part of its picture.
 */

#include "oct-trust-schools.h"

#include <glib/gi18n.h>

#include "oct-commands.h"
#include "oct-export-dialog.h"
#include "oct-school-list.h"
#include "oct-school-table.h"
#include "oct-schools-location.h"
#include "oct-text.h"

struct _OctTrustSchools
{
  AdwBin parent_instance;

  /* template */
  GtkStack *stack;
  OctSchoolTable *table;
  GtkLabel *count_label;
  GtkToggleButton *closed_button;

  /* owned */
  OctSession *session;
  OctSchoolList *list;
  OctSchoolQuery *query;

  guint32 uid;
};

G_DEFINE_FINAL_TYPE (OctTrustSchools, oct_trust_schools, ADW_TYPE_BIN)

/* The days of joining are written in full. */
#define JOINED_WIDTH 150

static const OctColumn open_columns[] = {
  OCT_COLUMN_NAME,          OCT_COLUMN_PHASE, OCT_COLUMN_LA,     OCT_COLUMN_PUPILS,
  OCT_COLUMN_CAPACITY_USED, OCT_COLUMN_FSM,   OCT_COLUMN_JOINED, OCT_N_COLUMNS,
};

static const OctColumn all_columns[] = {
  OCT_COLUMN_NAME,          OCT_COLUMN_STATUS, OCT_COLUMN_PHASE,  OCT_COLUMN_LA, OCT_COLUMN_PUPILS,
  OCT_COLUMN_CAPACITY_USED, OCT_COLUMN_FSM,    OCT_COLUMN_JOINED, OCT_N_COLUMNS,
};

static const OctColumn *
get_columns (OctTrustSchools *self)
{
  return gtk_toggle_button_get_active (self->closed_button) ? all_columns : open_columns;
}

static void
update (OctTrustSchools *self)
{
  OctRegister *reg = self->session != NULL ? oct_session_get_register (self->session) : NULL;
  g_autofree char *count = NULL;
  guint n;

  if (reg == NULL)
    return;

  oct_schools_location_set_open (self->query, !gtk_toggle_button_get_active (self->closed_button));
  oct_school_table_set_query (self->table, self->query);
  oct_school_list_take (self->list, oct_register_get_index (reg),
                        oct_session_search (self->session, self->query));
  n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  count = oct_text_schools (n);
  gtk_label_set_label (self->count_label, count);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "table" : "none");
}

static void
activate_cb (OctTrustSchools *self)
{
  g_autoptr (OctSchool) school = oct_drawn_table_get_item (OCT_DRAWN_TABLE (self->table));
  g_autofree char *location = NULL;

  if (school == NULL)
    return;

  location = oct_text_school_location (oct_school_get_urn (school));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", location);
}

static void
star_cb (OctTrustSchools *self)
{
  g_autoptr (OctSchool) school = oct_drawn_table_get_item (OCT_DRAWN_TABLE (self->table));
  guint32 urn;

  if (school == NULL)
    return;

  urn = oct_school_get_urn (school);
  oct_session_set_starred (self->session, urn, !oct_session_is_starred (self->session, urn));
}

/* Another click turns the order round; a column of numbers begins with the largest. */
static void
sort_cb (OctTrustSchools *self, guint column)
{
  gboolean descending;
  OctColumn sort = oct_school_query_get_sort (self->query, &descending);

  descending = sort == (OctColumn) column ? !descending : oct_column_is_numeric (column);
  oct_school_query_set_sort (self->query, column, descending);
  update (self);
}

static void
closed_toggled_cb (OctTrustSchools *self)
{
  oct_school_table_set_columns (self->table, get_columns (self));
  update (self);
}

static void
open_list_cb (OctTrustSchools *self)
{
  g_autofree char *location = oct_schools_location_make (self->query, get_columns (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", location);
}

static void
export_cb (OctTrustSchools *self)
{
  oct_trust_schools_export (self);
}

static void
oct_trust_schools_dispose (GObject *object)
{
  OctTrustSchools *self = OCT_TRUST_SCHOOLS (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  g_clear_object (&self->session);
  g_clear_object (&self->list);
  g_clear_object (&self->query);

  G_OBJECT_CLASS (oct_trust_schools_parent_class)->dispose (object);
}

static void
oct_trust_schools_class_init (OctTrustSchoolsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_trust_schools_dispose;

  g_type_ensure (OCT_TYPE_SCHOOL_TABLE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-trust-schools.ui");
  gtk_widget_class_bind_template_child (widget_class, OctTrustSchools, stack);
  gtk_widget_class_bind_template_child (widget_class, OctTrustSchools, table);
  gtk_widget_class_bind_template_child (widget_class, OctTrustSchools, count_label);
  gtk_widget_class_bind_template_child (widget_class, OctTrustSchools, closed_button);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, star_cb);
  gtk_widget_class_bind_template_callback (widget_class, sort_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_list_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
}

static void
oct_trust_schools_init (OctTrustSchools *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->query = oct_school_query_new ();
  self->list = oct_school_list_new ();
  oct_drawn_table_set_model (OCT_DRAWN_TABLE (self->table), G_LIST_MODEL (self->list));
  oct_school_table_set_columns (self->table, open_columns);
  oct_cell_layout_set_width (oct_drawn_table_get_layout (OCT_DRAWN_TABLE (self->table)),
                             OCT_COLUMN_JOINED, JOINED_WIDTH);
}

/**
 * oct_trust_schools_load:
 * @session: where to look
 * @uid: a trust
 *
 * Shows the schools of a trust, in order of name when it is another trust than before.
 */
void
oct_trust_schools_load (OctTrustSchools *self, OctSession *session, guint32 uid)
{
  g_return_if_fail (OCT_IS_TRUST_SCHOOLS (self));

  g_set_object (&self->session, session);
  oct_school_table_set_session (self->table, session);
  if (uid != self->uid)
    {
      self->uid = uid;
      g_object_unref (self->query);
      self->query = oct_make_group_query (session, uid, FALSE);
      oct_school_query_set_sort (self->query, OCT_COLUMN_NAME, FALSE);
      gtk_toggle_button_set_active (self->closed_button, FALSE);
    }
  update (self);
}

/**
 * oct_trust_schools_export:
 *
 * Asks which fields of the schools shown to write to a file.
 */
void
oct_trust_schools_export (OctTrustSchools *self)
{
  GtkWidget *dialog;

  g_return_if_fail (OCT_IS_TRUST_SCHOOLS (self));

  if (oct_school_list_get_result (self->list) == NULL)
    return;

  dialog = oct_export_dialog_new (GTK_WIDGET (self), self->session,
                                  oct_school_list_get_result (self->list), self->query,
                                  get_columns (self));
  gtk_window_present (GTK_WINDOW (dialog));
}
