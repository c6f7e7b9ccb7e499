/* Places of one kind; see the header.
 *
 * Somebody who judged for years is in thousands of places: rows are made fifty at a time, and the
 * saved list has all of them.
 */

#include "oct-found-group.h"

#include <glib/gi18n.h>

/* Rows that are made at once. */
#define PAGE 50

struct _OctFoundGroup
{
  AdwBin parent_instance;

  /* template */
  AdwPreferencesGroup *group;
  GtkListBox *list;
  GtkButton *more;

  /* owned */
  OctJob *job;       /* the places belong to it */
  GPtrArray *places; /* of this kind; borrowed */

  guint shown;
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (OctFoundGroup, oct_found_group, ADW_TYPE_BIN)

static const char *
get_description (OctPlaceKind kind)
{
  switch (kind)
    {
    case OCT_PLACE_UNDO:
      return _("To undo or redo these would bring the name back.");
    case OCT_PLACE_FILE_UNREAD:
      return _("Octant can’t look into pictures, PDF files and the like. Open them to see whether "
               "they name somebody.");
    case OCT_PLACE_BACKUP:
      return _("These were kept before and hold the name as well.");
    case OCT_PLACE_BACKUP_UNREAD:
      return _("These lie among the backups, and nobody can tell whether they hold the name.");
    default:
      return NULL;
    }
}

/* (transfer full): the field and the excerpt, with the name in bold, as markup. */
static char *
make_subtitle (const OctFoundPlace *place)
{
  g_autofree char *field = g_markup_escape_text (place->field, -1);
  g_autofree char *before = g_markup_escape_text (place->excerpt, place->name_start);
  g_autofree char *name = g_markup_escape_text (place->excerpt + place->name_start,
                                                place->name_end - place->name_start);
  g_autofree char *after = g_markup_escape_text (place->excerpt + place->name_end, -1);
  g_autofree char *text = g_strdup_printf ("%s<b>%s</b>%s", before, name, after);

  if (field[0] == '\0')
    return g_steal_pointer (&text);

  /* Translators: a part of a record, and what it says: "Reason: …". */
  return g_strdup_printf (_("%s: %s"), field, text);
}

static GtkWidget *
make_row (const OctFoundPlace *place)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (place->where, -1);
  g_autofree char *subtitle = make_subtitle (place);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  g_object_set_data (G_OBJECT (row), "place", (gpointer) place);
  if (place->location != NULL)
    {
      GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
    }

  return row;
}

static void
more_cb (OctFoundGroup *self)
{
  guint end = MIN (self->shown + PAGE, self->places->len);
  guint rest = self->places->len - end;
  g_autofree char *label = g_strdup_printf (
    ngettext ("Show more: %'u is left", "Show more: %'u are left", rest), rest);

  for (; self->shown < end; self->shown++)
    gtk_list_box_append (self->list, make_row (g_ptr_array_index (self->places, self->shown)));
  gtk_button_set_label (self->more, label);
  gtk_widget_set_visible (GTK_WIDGET (self->more), rest > 0);
}

static void
activated_cb (OctFoundGroup *self, GtkListBoxRow *row)
{
  g_signal_emit (self, chosen_signal, 0, g_object_get_data (G_OBJECT (row), "place"));
}

static void
oct_found_group_dispose (GObject *object)
{
  OctFoundGroup *self = OCT_FOUND_GROUP (object);

  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_object (&self->job);

  G_OBJECT_CLASS (oct_found_group_parent_class)->dispose (object);
}

static void
oct_found_group_class_init (OctFoundGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_found_group_dispose;
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/ui/oct-found-group.ui");
  gtk_widget_class_bind_template_child (widget_class, OctFoundGroup, group);
  gtk_widget_class_bind_template_child (widget_class, OctFoundGroup, list);
  gtk_widget_class_bind_template_child (widget_class, OctFoundGroup, more);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
oct_found_group_init (OctFoundGroup *self)
{
  self->places = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * oct_found_group_new:
 * @job: a job that has found a person
 * @kind: a kind of place, of which there is one at least
 *
 * Returns: (transfer floating): its places
 */
GtkWidget *
oct_found_group_new (OctJob *job, OctPlaceKind kind)
{
  OctFoundGroup *self = g_object_new (OCT_TYPE_FOUND_GROUP, NULL);
  const OctFoundPerson *found = oct_job_get_result (job);
  g_autofree char *title = NULL;

  self->job = g_object_ref (job);
  for (guint i = 0; i < found->places->len; i++)
    {
      OctFoundPlace *place = g_ptr_array_index (found->places, i);

      if (place->kind == kind)
        g_ptr_array_add (self->places, place);
    }
  /* Translators: a kind of place, and how many there are: "History · 12". */
  title = g_strdup_printf (_("%s · %'u"), oct_place_kind_to_text (kind), self->places->len);
  adw_preferences_group_set_title (self->group, title);
  adw_preferences_group_set_description (self->group, get_description (kind));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  oct_place_kind_to_text (kind), -1);
  more_cb (self);

  return GTK_WIDGET (self);
}
