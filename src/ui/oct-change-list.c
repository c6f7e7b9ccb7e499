/* Changes seen between releases, one line each: what, before → after, and between which two days.
 *
 * The list reads what it shows by itself, so that a page only says of which school or trust. An
 * empty list says why it may be empty: one release has nothing to be compared with.
 */

#include "oct-change-list.h"

#include <glib/gi18n.h>

#include "oct-text.h"

/* More than this is for the command line or an export. */
#define MAX_CHANGES 200

struct _OctChangeList
{
  AdwBin parent_instance;

  /* template */
  GtkStack *stack;
  GtkListBox *list;
  GtkLabel *error_label;

  /* owned */
  GCancellable *cancellable;

  gboolean name_schools;
};

G_DEFINE_FINAL_TYPE (OctChangeList, oct_change_list, ADW_TYPE_BIN)

static void
clear (OctChangeList *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

static char *
change_title (OctChangeList *self, OctChange *change)
{
  const char *kind = oct_change_kind_label (oct_change_get_kind (change));

  if (!self->name_schools)
    return g_strdup (kind);

  /* Translators: kind of change, then the school it happened to. */
  return g_strdup_printf (_("%s: %s"), kind, oct_change_get_school (change));
}

/* What opened or turned up had no value before; that needs no saying. */
static char *
describe_values (OctChangeKind kind, const char *before, const char *after)
{
  const char *none = C_("no value before or after a change", "none");
  gboolean had = before != NULL && before[0] != '\0';
  gboolean has = after != NULL && after[0] != '\0';

  if (!had && has && (kind == OCT_CHANGE_OPENED || kind == OCT_CHANGE_ADDED))
    return g_strdup (after);

  return g_strdup_printf ("%s → %s", had ? before : none, has ? after : none);
}

static char *
change_subtitle (OctChange *change)
{
  const char *before = oct_change_get_before (change);
  const char *after = oct_change_get_after (change);
  g_autofree char *from = oct_text_date (oct_change_get_date_before (change));
  g_autofree char *to = oct_text_date (oct_change_get_date_after (change));
  g_autofree char *values = NULL;

  values = describe_values (oct_change_get_kind (change), before, after);

  if (oct_change_get_date_before (change) == OCT_DATE_UNKNOWN)
    /* Translators: value before → value after, then the day of a release of the register. */
    return g_strdup_printf (_("%s\nFirst seen in the release of %s"), values, to);

  /* Translators: value before → value after, then the days of two releases of the register. */
  return g_strdup_printf (_("%s\nSeen between %s and %s"), values, from, to);
}

static void
row_activated_cb (OctChangeList *self, GtkListBoxRow *row)
{
  guint32 urn = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "urn"));
  g_autofree char *location = oct_text_school_location (urn);

  if (urn != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", location);
}

static GtkWidget *
create_row (OctChangeList *self, OctChange *change)
{
  g_autofree char *title = change_title (self, change);
  g_autofree char *subtitle = change_subtitle (change);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, NULL);

  /* Not before, or the name is read as markup. */
  g_object_set (row, "title", title, "subtitle", subtitle, "title-lines", 0, "subtitle-lines", 0,
                "activatable", self->name_schools, NULL);
  if (self->name_schools)
    {
      g_object_set_data (G_OBJECT (row), "urn", GUINT_TO_POINTER (oct_change_get_urn (change)));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("go-next-symbolic"));
    }

  return row;
}

static void
changes_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (OctChangeList) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = oct_session_read_finish (OCT_SESSION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  clear (self);
  if (changes == NULL)
    {
      gtk_label_set_label (self->error_label, error->message);
      gtk_stack_set_visible_child_name (self->stack, "error");
      return;
    }

  for (guint i = 0; i < changes->len; i++)
    gtk_list_box_append (self->list, create_row (self, g_ptr_array_index (changes, i)));
  gtk_stack_set_visible_child_name (self->stack, changes->len > 0 ? "list" : "empty");
}

static void
oct_change_list_dispose (GObject *object)
{
  OctChangeList *self = OCT_CHANGE_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  adw_bin_set_child (ADW_BIN (object), NULL);

  G_OBJECT_CLASS (oct_change_list_parent_class)->dispose (object);
}

static void
oct_change_list_class_init (OctChangeListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_change_list_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/ui/oct-change-list.ui");
  gtk_widget_class_bind_template_child (widget_class, OctChangeList, stack);
  gtk_widget_class_bind_template_child (widget_class, OctChangeList, list);
  gtk_widget_class_bind_template_child (widget_class, OctChangeList, error_label);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
oct_change_list_init (OctChangeList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * oct_change_list_new:
 *
 * Returns: (transfer floating): an empty list
 */
GtkWidget *
oct_change_list_new (void)
{
  return g_object_new (OCT_TYPE_CHANGE_LIST, NULL);
}

/**
 * oct_change_list_load:
 * @session: where to read
 * @filter: whose changes; its limit is replaced
 * @name_schools: whether each line says which school, and leads to it
 *
 * Reads the changes and shows them when they are there.
 */
void
oct_change_list_load (OctChangeList *self, OctSession *session, const OctChangeFilter *filter,
                      gboolean name_schools)
{
  OctChangeFilter limited = *filter;

  g_return_if_fail (OCT_IS_CHANGE_LIST (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->name_schools = name_schools;
  limited.limit = MAX_CHANGES;
  oct_session_read_changes_async (session, &limited, self->cancellable, changes_read_cb,
                                  g_object_ref (self));
}
