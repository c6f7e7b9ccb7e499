/* A figure on a card: what it is, the number, and a note on where it comes from or what it is of.
 *
 * The texts are properties, so that a template can hold a tile; the name that a screen reader says
 * is all three in one sentence.
 */

#include "oct-figure-tile.h"

struct _OctFigureTile
{
  AdwBin parent_instance;

  /* template */
  GtkButton *button;
  GtkLabel *label_widget;
  GtkLabel *value_widget;
  GtkLabel *note_widget;

  /* owned */
  char *label;
  char *value;
  char *note;
  char *location;
};

G_DEFINE_FINAL_TYPE (OctFigureTile, oct_figure_tile, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_LABEL,
  PROP_VALUE,
  PROP_NOTE,
  PROP_LOCATION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
update_accessible (OctFigureTile *self)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (self->location != NULL ? (gpointer) self->button
                                                                     : (gpointer) self);
  g_autoptr (GString) name = g_string_new (self->label);

  if (self->value != NULL)
    g_string_append_printf (name, ": %s", self->value);
  if (self->note != NULL && self->note[0] != '\0')
    g_string_append_printf (name, ", %s", self->note);
  gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
}

static gboolean
set_text (OctFigureTile *self, char **field, GtkLabel *widget, const char *text, guint property)
{
  if (g_strcmp0 (*field, text) == 0)
    return FALSE;

  g_free (*field);
  *field = g_strdup (text);
  gtk_label_set_label (widget, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (widget), text != NULL && text[0] != '\0');
  update_accessible (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
  return TRUE;
}

static void
clicked_cb (OctFigureTile *self)
{
  if (self->location != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", self->location);
}

static void
oct_figure_tile_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  OctFigureTile *self = OCT_FIGURE_TILE (object);

  switch (id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_VALUE:
      g_value_set_string (value, self->value);
      break;
    case PROP_NOTE:
      g_value_set_string (value, self->note);
      break;
    case PROP_LOCATION:
      g_value_set_string (value, self->location);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
oct_figure_tile_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  OctFigureTile *self = OCT_FIGURE_TILE (object);

  switch (id)
    {
    case PROP_LABEL:
      set_text (self, &self->label, self->label_widget, g_value_get_string (value), PROP_LABEL);
      break;
    case PROP_VALUE:
      set_text (self, &self->value, self->value_widget, g_value_get_string (value), PROP_VALUE);
      break;
    case PROP_NOTE:
      set_text (self, &self->note, self->note_widget, g_value_get_string (value), PROP_NOTE);
      break;
    case PROP_LOCATION:
      oct_figure_tile_set_location (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
oct_figure_tile_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);

  G_OBJECT_CLASS (oct_figure_tile_parent_class)->dispose (object);
}

static void
oct_figure_tile_finalize (GObject *object)
{
  OctFigureTile *self = OCT_FIGURE_TILE (object);

  g_free (self->label);
  g_free (self->value);
  g_free (self->note);
  g_free (self->location);

  G_OBJECT_CLASS (oct_figure_tile_parent_class)->finalize (object);
}

static void
oct_figure_tile_class_init (OctFigureTileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = oct_figure_tile_dispose;
  object_class->finalize = oct_figure_tile_finalize;
  object_class->get_property = oct_figure_tile_get_property;
  object_class->set_property = oct_figure_tile_set_property;

  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_VALUE] = g_param_spec_string ("value", NULL, NULL, NULL, flags);
  properties[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, NULL, flags);
  properties[PROP_LOCATION] = g_param_spec_string ("location", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/ui/oct-figure-tile.ui");
  gtk_widget_class_bind_template_child (widget_class, OctFigureTile, button);
  gtk_widget_class_bind_template_child (widget_class, OctFigureTile, label_widget);
  gtk_widget_class_bind_template_child (widget_class, OctFigureTile, value_widget);
  gtk_widget_class_bind_template_child (widget_class, OctFigureTile, note_widget);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
oct_figure_tile_init (OctFigureTile *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * oct_figure_tile_new:
 * @label: what the figure is
 * @value: the figure as text
 * @note: (nullable): what it is of or where it is from
 *
 * Returns: (transfer floating): a tile that leads nowhere
 */
GtkWidget *
oct_figure_tile_new (const char *label, const char *value, const char *note)
{
  return g_object_new (OCT_TYPE_FIGURE_TILE, "label", label, "value", value, "note", note, NULL);
}

/**
 * oct_figure_tile_set:
 * @label: what the figure is
 * @value: the figure as text
 * @note: (nullable): what it is of or where it is from
 *
 * Changes all texts of the tile.
 */
void
oct_figure_tile_set (OctFigureTile *self, const char *label, const char *value, const char *note)
{
  g_return_if_fail (OCT_IS_FIGURE_TILE (self));

  g_object_set (self, "label", label, "value", value, "note", note, NULL);
}

/**
 * oct_figure_tile_set_note:
 * @note: (nullable): what the figure is of or where it is from
 *
 * Changes the note alone.
 */
void
oct_figure_tile_set_note (OctFigureTile *self, const char *note)
{
  g_return_if_fail (OCT_IS_FIGURE_TILE (self));

  set_text (self, &self->note, self->note_widget, note, PROP_NOTE);
}

/**
 * oct_figure_tile_set_location:
 * @location: (nullable): where the tile leads, %NULL for nowhere
 *
 * Makes the tile a button that goes to @location, or a plain card.
 */
void
oct_figure_tile_set_location (OctFigureTile *self, const char *location)
{
  g_return_if_fail (OCT_IS_FIGURE_TILE (self));

  if (g_strcmp0 (self->location, location) == 0)
    return;

  g_free (self->location);
  self->location = g_strdup (location);
  gtk_widget_set_can_target (GTK_WIDGET (self->button), location != NULL);
  gtk_widget_set_focusable (GTK_WIDGET (self->button), location != NULL);
  update_accessible (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOCATION]);
}
