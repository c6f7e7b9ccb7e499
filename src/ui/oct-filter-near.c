/* Narrowing the list of schools to those within some kilometres of a place.
 *
 * The register has no gazetteer: a place is a school, or a postcode or district whose middle is
 * known from the addresses of its schools. What a place is known from is said beside it, since the
 * middle of two schools is not the middle of a town.
 */

#include "octant-config.h"

#include "oct-filter-near.h"

#include <glib/gi18n.h>

#include "oct-accessible.h"

#define MAX_PLACES 6

static const double distances[] = { 1, 2, 5, 10, 25 };

#define USUAL_DISTANCE 2

struct _OctFilterNear
{
  AdwBin parent_instance;

  /* template */
  GtkExpander *expander;
  GtkSearchEntry *entry;
  GtkListBox *places_box;
  GtkBox *distance_box;
  GtkDropDown *distance;
  GtkLabel *basis;

  /* owned */
  OctIndex *index;
  GPtrArray *places; /* OctPlace */
  char *place;       /* the one in force */

  gint32 easting;
  gint32 northing;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (OctFilterNear, oct_filter_near, ADW_TYPE_BIN)

enum
{
  SIGNAL_NEAR,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Places */

static GtkWidget *
make_place_row (const OctPlace *place)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = gtk_label_new (place->label);
  GtkWidget *basis = gtk_label_new (place->basis);

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (basis), TRUE);
  gtk_label_set_xalign (GTK_LABEL (basis), 0);
  gtk_widget_add_css_class (basis, "caption");
  gtk_widget_add_css_class (basis, "dim-label");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), basis);
  return box;
}

static void
clear_places (OctFilterNear *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->places_box, 0)) != NULL)
    gtk_list_box_remove (self->places_box, GTK_WIDGET (row));
  g_clear_pointer (&self->places, g_ptr_array_unref);
  gtk_widget_set_visible (GTK_WIDGET (self->places_box), FALSE);
}

static double
chosen_distance (OctFilterNear *self)
{
  guint i = gtk_drop_down_get_selected (self->distance);

  return i < G_N_ELEMENTS (distances) ? distances[i] : distances[USUAL_DISTANCE];
}

static void
choose_place (OctFilterNear *self, const OctPlace *place)
{
  g_autofree char *label = g_strdup (place->label);

  g_signal_emit (self, signals[SIGNAL_NEAR], 0, place->easting, place->northing,
                 chosen_distance (self), label);
}

/* Callbacks */

static void
entry_changed_cb (OctFilterNear *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (self->updating)
    return;
  clear_places (self);
  if (*text == '\0')
    {
      if (self->place != NULL)
        g_signal_emit (self, signals[SIGNAL_NEAR], 0, 0, 0, 0.0, NULL);
      return;
    }
  if (self->index == NULL)
    return;
  self->places = oct_index_find_places (self->index, text, MAX_PLACES);
  for (guint i = 0; i < self->places->len; i++)
    gtk_list_box_append (self->places_box, make_place_row (g_ptr_array_index (self->places, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->places_box), self->places->len > 0);
  gtk_label_set_label (self->basis, self->places->len > 0
                                      ? ""
                                      : _("No school, postcode or district begins with this"));
  gtk_widget_set_visible (GTK_WIDGET (self->basis), self->places->len == 0);
}

static void
entry_activate_cb (OctFilterNear *self)
{
  if (self->places != NULL && self->places->len > 0)
    choose_place (self, g_ptr_array_index (self->places, 0));
}

static void
row_activated_cb (OctFilterNear *self, GtkListBoxRow *row)
{
  int i = gtk_list_box_row_get_index (row);

  if (self->places != NULL && i >= 0 && i < (int) self->places->len)
    choose_place (self, g_ptr_array_index (self->places, i));
}

static void
entry_stop_cb (OctFilterNear *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static void
distance_cb (OctFilterNear *self)
{
  g_autofree char *place = g_strdup (self->place);

  if (!self->updating && place != NULL)
    g_signal_emit (self, signals[SIGNAL_NEAR], 0, self->easting, self->northing,
                   chosen_distance (self), place);
}

static gboolean
key_pressed_cb (OctFilterNear *self, guint key)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->places_box, 0);

  if (key != GDK_KEY_Down || row == NULL)
    return FALSE;
  return gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* Object */

static void
oct_filter_near_dispose (GObject *object)
{
  OctFilterNear *self = OCT_FILTER_NEAR (object);

  g_clear_object (&self->index);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->place, g_free);
  G_OBJECT_CLASS (oct_filter_near_parent_class)->dispose (object);
}

static void
oct_filter_near_class_init (OctFilterNearClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_filter_near_dispose;

  /* A place was chosen: easting, northing, kilometres and name; 0 kilometres for none. */
  signals[SIGNAL_NEAR] = g_signal_new ("near", OCT_TYPE_FILTER_NEAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 4, G_TYPE_INT, G_TYPE_INT,
                                       G_TYPE_DOUBLE, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/ui/oct-filter-near.ui");
  gtk_widget_class_bind_template_child (widget_class, OctFilterNear, expander);
  gtk_widget_class_bind_template_child (widget_class, OctFilterNear, entry);
  gtk_widget_class_bind_template_child (widget_class, OctFilterNear, places_box);
  gtk_widget_class_bind_template_child (widget_class, OctFilterNear, distance_box);
  gtk_widget_class_bind_template_child (widget_class, OctFilterNear, distance);
  gtk_widget_class_bind_template_child (widget_class, OctFilterNear, basis);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, distance_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
oct_filter_near_init (OctFilterNear *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  oct_accessible_name_drop_down (self->distance, _("Distance"));
  gtk_text_set_placeholder_text (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->entry))),
                                 _("Postcode, district, school or URN"));
  for (guint i = 0; i < G_N_ELEMENTS (distances); i++)
    {
      /* Translators: a distance in kilometres. */
      g_autofree char *label = g_strdup_printf (_ ("Within %g km"), distances[i]);

      gtk_string_list_append (labels, label);
    }
  gtk_drop_down_set_model (self->distance, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->distance, USUAL_DISTANCE);
  self->updating = FALSE;
}

/**
 * oct_filter_near_new:
 *
 * Makes the filter without a place.
 *
 * Returns: (transfer floating): the filter
 */
GtkWidget *
oct_filter_near_new (void)
{
  return g_object_new (OCT_TYPE_FILTER_NEAR, NULL);
}

static void
show_basis (OctFilterNear *self)
{
  g_autoptr (GPtrArray) places = oct_index_find_places (self->index, self->place, MAX_PLACES);
  g_autofree char *text = NULL;

  for (guint i = 0; i < places->len; i++)
    {
      OctPlace *place = g_ptr_array_index (places, i);

      if (place->easting == self->easting && place->northing == self->northing)
        {
          /* Translators: %s says what a place is known from: "centre of 14 schools' addresses". */
          text = g_strdup_printf (_ ("Known from: %s"), place->basis);
          break;
        }
    }
  gtk_label_set_label (self->basis, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->basis), text != NULL);
}

static guint
find_distance (double km)
{
  for (guint i = 0; i < G_N_ELEMENTS (distances); i++)
    {
      if (distances[i] >= km)
        return i;
    }
  return G_N_ELEMENTS (distances) - 1;
}

static gboolean
shows (OctFilterNear *self, gint32 easting, gint32 northing, guint distance, const char *place)
{
  return easting == self->easting && northing == self->northing
         && distance == gtk_drop_down_get_selected (self->distance)
         && g_strcmp0 (place, self->place) == 0;
}

/**
 * oct_filter_near_update:
 * @self: the filter
 * @index: knows the places
 * @query: the query in force
 *
 * Shows the place and the distance of a query, and what the place is known from.
 */
void
oct_filter_near_update (OctFilterNear *self, OctIndex *index, OctSchoolQuery *query)
{
  const char *place = NULL;
  gint32 easting = 0, northing = 0;
  double km = 0;
  gboolean near;

  g_return_if_fail (OCT_IS_FILTER_NEAR (self));
  g_return_if_fail (OCT_IS_INDEX (index));

  g_set_object (&self->index, index);
  near = oct_school_query_get_near (query, &easting, &northing, &km, &place);
  if (near == (self->place != NULL)
      && (!near || shows (self, easting, northing, find_distance (km), place)))
    return;

  self->updating = TRUE;
  clear_places (self);
  g_free (self->place);
  self->place = near ? g_strdup (place) : NULL;
  self->easting = easting;
  self->northing = northing;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), near ? place : "");
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  gtk_widget_set_visible (GTK_WIDGET (self->distance_box), near);
  gtk_widget_set_visible (GTK_WIDGET (self->basis), FALSE);
  if (near)
    {
      gtk_drop_down_set_selected (self->distance, find_distance (km));
      gtk_expander_set_expanded (self->expander, TRUE);
      show_basis (self);
    }
  self->updating = FALSE;
}
