/* A drawn row for a finding; see the header.
 *
 * Every text is laid out once, and again only where it doesn't fit into one line of the width that
 * was found. GtkListBoxRow brings what else a row needs: keys, hover, the ring of the focus, the
 * action, and the place in the tree that a screen reader walks.
 */

#include "oct-finding-row.h"

#include <math.h>

#include "oct-row-text.h"

/* The measures of AdwActionRow. */
#define MARGIN 12
#define GAP 6
#define ABOVE 6 /* and below the words */
#define BETWEEN 3
#define LEAST_HEIGHT 50
#define ICON_SIZE 16
#define SUBTITLE_LINES 2
#define LEAST_TEXT_WIDTH 100
#define USUAL_TEXT_WIDTH 300

#define SMALLER (1 / 1.2)
#define INSENSITIVE 0.5

struct _OctFindingRow
{
  GtkListBoxRow parent_instance;

  char *mark; /* (nullable) */
  char *mark_name;
  char *icon_name; /* (nullable) */
  OctRowText title;
  OctRowText subtitle;
  PangoLayout *mark_layout;

  guint serial; /* of the font that the texts were laid out in */
  int mark_width;
};

G_DEFINE_FINAL_TYPE (OctFindingRow, oct_finding_row, GTK_TYPE_LIST_BOX_ROW)

/* --- texts --- */

/* Lays the texts out, unless they are in the font of the row already. */
static void
lay_out (OctFindingRow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  guint serial = pango_context_get_serial (context);

  if (self->serial == serial)
    return;
  self->serial = serial;
  oct_row_text_lay_out (&self->title, widget, 1);
  oct_row_text_lay_out (&self->subtitle, widget, SMALLER);
  g_clear_object (&self->mark_layout);
  self->mark_width = 0;
  if (self->mark == NULL)
    return;
  self->mark_layout = gtk_widget_create_pango_layout (widget, self->mark);
  pango_layout_get_pixel_size (self->mark_layout, &self->mark_width, NULL);
  /* Room for two letters, so that marks of unequal width stand in a column. */
  self->mark_width = MAX (self->mark_width,
                          (int) ceil (pango_font_description_get_size (font) * 1.2 / PANGO_SCALE));
}

static int
room_before (OctFindingRow *self)
{
  return MARGIN + (self->mark != NULL ? self->mark_width + 2 * GAP : 0);
}

static int
room_after (OctFindingRow *self)
{
  return MARGIN + (self->icon_name != NULL ? ICON_SIZE + GAP : 0);
}

/* Returns the height of title and subtitle together. */
static int
fit (OctFindingRow *self, int width, int *title_height)
{
  int room = MAX (width - room_before (self) - room_after (self), 1);
  int title = oct_row_text_fit (&self->title, room, 0);
  int subtitle = oct_row_text_fit (&self->subtitle, room, SUBTITLE_LINES);

  if (title_height != NULL)
    *title_height = title;
  return title + (subtitle > 0 ? BETWEEN + subtitle : 0);
}

/* --- drawing --- */

static void
draw_mark (OctFindingRow *self, GtkSnapshot *snapshot, const GdkRGBA *colour)
{
  int width, height;

  if (self->mark_layout == NULL)
    return;
  pango_layout_get_pixel_size (self->mark_layout, &width, &height);
  oct_row_text_draw (self->mark_layout, GTK_WIDGET (self), snapshot,
                     MARGIN + (self->mark_width - width) / 2,
                     (gtk_widget_get_height (GTK_WIDGET (self)) - height) / 2, colour);
}

static void
draw_icon (OctFindingRow *self, GtkSnapshot *snapshot, const GdkRGBA *colour)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkTextDirection direction = gtk_widget_get_direction (widget);
  int x = gtk_widget_get_width (widget) - MARGIN - ICON_SIZE;
  const GdkRGBA colours[] = { *colour, *colour, *colour, *colour };
  g_autoptr (GtkIconPaintable) icon = NULL;

  if (self->icon_name == NULL)
    return;
  icon = gtk_icon_theme_lookup_icon (
    gtk_icon_theme_get_for_display (gtk_widget_get_display (widget)), self->icon_name, NULL,
    ICON_SIZE, gtk_widget_get_scale_factor (widget), direction, GTK_ICON_LOOKUP_FORCE_SYMBOLIC);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (direction == GTK_TEXT_DIR_RTL ? MARGIN : x,
                                                (gtk_widget_get_height (widget) - ICON_SIZE) / 2));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, ICON_SIZE,
                                            ICON_SIZE, colours, G_N_ELEMENTS (colours));
  gtk_snapshot_restore (snapshot);
}

static void
oct_finding_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  OctFindingRow *self = OCT_FINDING_ROW (widget);
  GdkRGBA colour, dim;
  int title_height, height, y;

  lay_out (self);
  height = fit (self, gtk_widget_get_width (widget), &title_height);
  y = (gtk_widget_get_height (widget) - height) / 2;
  oct_row_text_get_colours (widget, &colour, &dim);

  if (!gtk_widget_is_sensitive (widget))
    gtk_snapshot_push_opacity (snapshot, INSENSITIVE);
  draw_mark (self, snapshot, &colour);
  oct_row_text_draw (self->title.layout, widget, snapshot, room_before (self), y, &colour);
  oct_row_text_draw (self->subtitle.layout, widget, snapshot, room_before (self),
                     y + title_height + BETWEEN, &dim);
  draw_icon (self, snapshot, &colour);
  if (!gtk_widget_is_sensitive (widget))
    gtk_snapshot_pop (snapshot);
}

/* --- class --- */

static GtkSizeRequestMode
oct_finding_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
oct_finding_row_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                         int *natural, int *minimum_baseline, int *natural_baseline)
{
  OctFindingRow *self = OCT_FINDING_ROW (widget);
  int chrome;

  lay_out (self);
  chrome = room_before (self) + room_after (self);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = chrome + LEAST_TEXT_WIDTH;
      *natural = chrome + USUAL_TEXT_WIDTH;
      return;
    }
  *minimum = *natural = MAX (LEAST_HEIGHT,
                             fit (self, for_size > 0 ? for_size : chrome + USUAL_TEXT_WIDTH, NULL)
                               + 2 * ABOVE);
}

static void
oct_finding_row_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  OCT_FINDING_ROW (widget)->serial = 0;
  GTK_WIDGET_CLASS (oct_finding_row_parent_class)->direction_changed (widget, previous);
}

static void
oct_finding_row_finalize (GObject *object)
{
  OctFindingRow *self = OCT_FINDING_ROW (object);

  oct_row_text_clear (&self->title);
  oct_row_text_clear (&self->subtitle);
  g_clear_object (&self->mark_layout);
  g_free (self->mark);
  g_free (self->mark_name);
  g_free (self->icon_name);

  G_OBJECT_CLASS (oct_finding_row_parent_class)->finalize (object);
}

static void
oct_finding_row_class_init (OctFindingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = oct_finding_row_finalize;
  widget_class->get_request_mode = oct_finding_row_get_request_mode;
  widget_class->measure = oct_finding_row_measure;
  widget_class->snapshot = oct_finding_row_snapshot;
  widget_class->direction_changed = oct_finding_row_direction_changed;
}

static void
oct_finding_row_init (OctFindingRow *self)
{
  /* The row draws what is in it. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
}

/**
 * oct_finding_row_new:
 *
 * Returns: (transfer floating): a row that says nothing yet
 */
GtkWidget *
oct_finding_row_new (void)
{
  return g_object_new (OCT_TYPE_FINDING_ROW, NULL);
}

static gboolean
replace (char **field, const char *text)
{
  if (g_strcmp0 (*field, text) == 0)
    return FALSE;
  g_free (*field);
  *field = g_strdup (text);
  return TRUE;
}

/**
 * oct_finding_row_set:
 * @self: a row
 * @mark: (nullable): a character that stands before the words
 * @mark_name: (nullable): what it means, for a screen reader
 * @title: what the row says
 * @subtitle: (nullable): what follows in smaller type, in two lines at most
 * @icon_name: (nullable): a symbolic icon at the end
 *
 * Makes the row say something else. Where that is what it says already, nothing is drawn anew.
 */
void
oct_finding_row_set (OctFindingRow *self, const char *mark, const char *mark_name,
                     const char *title, const char *subtitle, const char *icon_name)
{
  gboolean changed;
  g_autofree char *description = NULL;

  g_return_if_fail (OCT_IS_FINDING_ROW (self));
  g_return_if_fail (title != NULL);

  changed = replace (&self->mark, mark);
  changed |= replace (&self->mark_name, mark_name);
  changed |= replace (&self->title.text, title);
  changed |= replace (&self->subtitle.text, subtitle);
  changed |= replace (&self->icon_name, icon_name);
  if (!changed)
    return;

  self->serial = 0;
  if (mark_name != NULL && !oct_row_text_is_empty (&self->subtitle))
    description = g_strdup_printf ("%s. %s", mark_name, subtitle);
  else
    description = g_strdup (mark_name != NULL ? mark_name : subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description != NULL ? description : "", -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * oct_finding_row_get_title:
 * @self: a row
 *
 * Returns: (nullable): what it says
 */
const char *
oct_finding_row_get_title (OctFindingRow *self)
{
  g_return_val_if_fail (OCT_IS_FINDING_ROW (self), NULL);

  return self->title.text;
}

/**
 * oct_finding_row_has_mark:
 * @self: a row
 *
 * Returns: whether a mark stands before its words
 */
gboolean
oct_finding_row_has_mark (OctFindingRow *self)
{
  g_return_val_if_fail (OCT_IS_FINDING_ROW (self), FALSE);

  return self->mark != NULL;
}
